#!/usr/bin/env bash
# pg_restore of PostgreSQL 15, from an archive: all rights to one object are one entry of the archive, and go to the server as one string of
# commands, which is one transaction. Where one of the roles is missing, nobody gets any right to that object, also the roles that are there; the exit
# status is 1, as for any error. The same dump as plain SQL, which psql sends a command at a time, loses the missing role's right only.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
start_server
export PGHOST=$work/server PGUSER=postgres PGOPTIONS=--client-min-messages=error
version=$(psql -XAtc 'SHOW server_version')
[[ $version == 15.* ]] || { echo "this is about PostgreSQL 15, and the server is $version" >&2 && exit 1; }
psql -Xq -d postgres -c 'CREATE ROLE here' -c 'CREATE ROLE gone' -c 'CREATE DATABASE a' -c 'CREATE DATABASE b' -c 'CREATE DATABASE c'
psql -Xq -d a -c 'CREATE TABLE t ()' -c 'GRANT SELECT ON t TO here, gone'
pg_dump -Fc -f "$work/archive" a
pg_dump -f "$work/plain.sql" a
psql -Xq -d a -c 'DROP OWNED BY gone' -c 'DROP ROLE gone'
status=0
pg_restore -d b "$work/archive" 2>"$work/said" || status=$?
psql -Xq -d c -f "$work/plain.sql" >/dev/null 2>&1
has_right() { psql -XAt -d "$1" -c "SELECT has_table_privilege('here', 't', 'SELECT')"; }
diff <(printf '%s\n' 'pg_restore: status 1, the role that is there may read: f' 'psql: the role that is there may read: t') \
    <(echo "pg_restore: status $status, the role that is there may read: $(has_right b)" && echo "psql: the role that is there may read: $(has_right c)") && echo "as stated"
