#!/usr/bin/env bash
# PL/Proxy 2.10.0 keeps its connection to a remote database from call to call, but an error that a remote function raises, in the middle of a sound
# connection, costs the connection: the next call notices a "stale conn" and opens another. What the remote session held is gone, such as its
# advisory locks.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
debian postgresql-15-plproxy=2.10.0-8+b1
start_server
extension plproxy 2.10.0
psql -Xq -c 'CREATE DATABASE remote'
psql -Xq -d remote -c 'CREATE FUNCTION takes_lock() RETURNS bool LANGUAGE sql AS $$SELECT true FROM pg_advisory_lock(1)$$' \
    -c "CREATE FUNCTION locks() RETURNS bigint LANGUAGE sql AS \$\$SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'\$\$" \
    -c 'CREATE FUNCTION fails() RETURNS int LANGUAGE sql AS $$SELECT 1 / (random() * 0)::int$$'
psql_says 'lock taken: t, seen by the next call: 1
caught: division_by_zero
NOTICE:  PL/Proxy: dropping stale conn
seen by the call after it: 0' <<SQL
CREATE FUNCTION takes_lock() RETURNS bool LANGUAGE plproxy AS \$\$CONNECT 'dbname=remote host=$work/server';\$\$;
CREATE FUNCTION locks() RETURNS bigint LANGUAGE plproxy AS \$\$CONNECT 'dbname=remote host=$work/server';\$\$;
CREATE FUNCTION fails() RETURNS int LANGUAGE plproxy AS \$\$CONNECT 'dbname=remote host=$work/server';\$\$;
CREATE FUNCTION catches() RETURNS text LANGUAGE plpgsql AS \$\$BEGIN PERFORM fails(); EXCEPTION WHEN division_by_zero THEN RETURN 'division_by_zero'; END\$\$;
SELECT format('lock taken: %s, seen by the next call: %s', takes_lock(), locks());
SELECT format('caught: %s', catches());
SELECT format('seen by the call after it: %s', locks());
SQL
