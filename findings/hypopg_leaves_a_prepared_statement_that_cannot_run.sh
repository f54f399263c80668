#!/usr/bin/env bash
# hypopg 1.3.1: its indexes are for EXPLAIN only, yet EXPLAIN EXECUTE of a statement with a generic plan keeps the plan that it made with such an
# index. From then on the statement itself is an error, also after hypopg_reset(), until it is prepared anew. A statement that had its plan
# before the index came isn't explained with it.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
debian postgresql-15-hypopg=1.3.1-2+b1
start_server
extension hypopg 1.3.1
psql_says 'run before: Seq Scan
not run before: Index Only Scan
ERROR:  could not open relation with OID 
after hypopg_reset():
ERROR:  could not open relation with OID 
prepared anew: 42' <<'SQL' 's/OID [0-9]*/OID /'
LOAD 'hypopg';
CREATE TABLE t AS SELECT i FROM generate_series(1, 10000) i;
ANALYZE t;
CREATE FUNCTION scan(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT json) EXECUTE ' || statement INTO plan;
    RETURN plan->0->'Plan'->>'Node Type';
END
$$;
PREPARE old AS SELECT i FROM t WHERE i = 42;
EXECUTE old \g /dev/null
PREPARE new AS SELECT i FROM t WHERE i = 42;
SELECT FROM hypopg_create_index('CREATE INDEX ON t (i)') \g /dev/null
SELECT 'run before: ' || scan('old');
SELECT 'not run before: ' || scan('new');
EXECUTE new;
SELECT FROM hypopg_reset() \g /dev/null
SELECT 'after hypopg_reset():';
EXECUTE new;
DEALLOCATE new;
PREPARE new AS SELECT 'prepared anew: ' || i FROM t WHERE i = 42;
EXECUTE new;
SQL
