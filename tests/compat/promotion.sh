#!/usr/bin/env bash
# A standby that is promoted, and a base backup that is started in place of its server, have the same installation in the same
# database: they are no copies, and nobody has to adopt anything. So is a physical copy beside its server, which can't be told.
time_limit=600
. "$(dirname "$0")/../e2e/lib.bash"

make_own_server fsync=off
sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql RETURN task -> 'item';
     SELECT fanout.create_flow('f'), fanout.add_step('f', 'same', step_type => 'fanout', fanout_from => 'run', handler => 'sql:same')" >/dev/null
run=$(sql "SELECT fanout.start_run('f', '[1, 2, 3]')")
clusters+=("$work/standby")
"$cluster" standby "$work/standby" "$work/server"
"$cluster" backup "$work/server"

check() { # check SERVER DESCRIPTION
    eval "$("$cluster" env "$work/$1")"
    export PGDATABASE=app PGUSER=dev_$$
    is "$(sql "SELECT fanout.is_copy()")" f "$2 is no copy"
    is "$(as_superuser "SELECT fanout.adopt_copy()")" f "$2: there is nothing to adopt"
    start_daemon
    is "$(wait_for_run "$run")" completed "$2: a daemon goes on there"
    end_daemon TERM
}

"$cluster" restore "$work/server"
check server "a server that was restored from its base backup"
"$cluster" stop "$work/server"
"$cluster" promote "$work/standby"
check standby "a promoted standby"
