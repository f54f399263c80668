#!/usr/bin/env bash
# PL/Proxy 2.10.0: arguments go as text, printed after the caller's datestyle and intervalstyle and read after the remote server's. These aren't sent
# along, and nothing fails: the 4th of March becomes the 3rd of April, and minus 25 hours become minus 23.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
debian postgresql-15-plproxy=2.10.0-8+b1
start_server
extension plproxy 2.10.0
psql -Xq -c 'CREATE DATABASE remote'
psql -Xq -d remote -c "CREATE FUNCTION month_of(d date) RETURNS text LANGUAGE sql AS \$\$SELECT to_char(d, 'FMMonth')\$\$" \
    -c 'CREATE FUNCTION hours_of(i interval) RETURNS int LANGUAGE sql AS $$SELECT extract(epoch FROM i)::int / 3600$$'
psql_says 'as by default: March, -25
SQL, DMY and sql_standard: April, -23' <<SQL
CREATE FUNCTION month_of(d date) RETURNS text LANGUAGE plproxy AS \$\$CONNECT 'dbname=remote host=$work/server';\$\$;
CREATE FUNCTION hours_of(i interval) RETURNS int LANGUAGE plproxy AS \$\$CONNECT 'dbname=remote host=$work/server';\$\$;
SELECT format('as by default: %s, %s', month_of(date '2026-03-04'), hours_of(interval '-1 day -1 hour'));
SET datestyle = 'SQL, DMY';
SET intervalstyle = 'sql_standard';
SELECT format('SQL, DMY and sql_standard: %s, %s', month_of(date '2026-03-04'), hours_of(interval '-1 day -1 hour'));
SQL
