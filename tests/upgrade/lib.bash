# What the tests of updates share: databases of 0.1.0 at a server of their own, and the daemon's configuration for what runs there.
# Source it after ../e2e/lib.bash.
# shellcheck shell=bash

here=$root/tests/upgrade

# A database of 0.1.0 with runs half done, which PGDATABASE names then: restore_old NAME [DUMP]
restore_old() {
    as_superuser "CREATE DATABASE $1" -d postgres
    export PGDATABASE=$1
    PGUSER=postgres psql -Xq -v ON_ERROR_STOP=1 -f "$here/0.1.0/${2:-dump.sql}" >/dev/null
    as_superuser "SELECT fanout.grant_developer('upgrade_author'), fanout.grant_developer('upgrade_other'), fanout.grant_worker('worker_$$')" >/dev/null
}

make_server_for_updates() { # make_server_for_updates [SETTING ...]
    make_own_server fsync=off fanout.superuser_handlers=on "$@"
    as_superuser "CREATE ROLE upgrade_author LOGIN; CREATE ROLE upgrade_other LOGIN"
}

# Says what an update says, on one line; nothing where it succeeds.
update() { { as_superuser "ALTER EXTENSION pgfanout UPDATE" 2>&1 || :; } | tr '\n' ' '; }

version_there() { as_superuser "SELECT extversion FROM pg_extension WHERE extname = 'pgfanout'"; }
