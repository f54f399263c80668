#!/usr/bin/env bash
# PgQ 3.5: a table whose changes go to a queue by pgq.jsontriga, logutriga or sqltriga can't have its primary key changed any more, also by an AFTER
# trigger: the UPDATE is an error. And jsontriga's JSON has numbers for integers alone: a numeric, a float and an array are strings, and a jsonb column
# is a string with JSON in it.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
debian postgresql-15-pgq3=3.5-1+b1
start_server
extension pgq 3.5
psql_says '{"id":1,"amount":"1.50","payload":"{\"a\": [1]}","parts":"{1,2}"}
ERROR:  primary key update not allowed
ids: 1' <<'SQL'
SELECT FROM pgq.create_queue('work') \g /dev/null
CREATE TABLE t (id int PRIMARY KEY, amount numeric, payload jsonb, parts int[]);
CREATE TRIGGER queue AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION pgq.jsontriga('work');
INSERT INTO t VALUES (1, 1.50, '{"a": [1]}', '{1,2}');
SELECT ev_data FROM pgq.event_template;
UPDATE t SET id = 2;
SELECT 'ids: ' || string_agg(id::text, ', ') FROM t;
SQL
