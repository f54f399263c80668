-- In the database's own order an index would be wrong once the system's rules for that change, as with a data directory that is
-- moved to another release.
BEGIN;
SELECT plan(6);

SELECT is_empty($$SELECT a.attrelid::regclass, a.attname
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('i', 'I') AND a.attcollation NOT IN (0, '"C"'::regcollation)$$,
    'no index depends on the system''s order of texts');
SELECT cmp_ok((SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('i', 'I') AND a.attcollation = '"C"'::regcollation),
              '>', 10::bigint, 'there are indexes of texts to look at');
SELECT is_empty($$SELECT a.attrelid::regclass, a.attname
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND a.attcollation NOT IN (0, '"C"'::regcollation)
       -- What is only read by people.
       AND a.attname NOT IN ('description', 'error', 'reason')$$,
    'names are compared by their bytes everywhere');

-- A parameter has the database's collation; the column's wins.
CREATE FUNCTION pg_temp.plan_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    line text;
    result text := '';
BEGIN
    SET LOCAL plan_cache_mode = force_generic_plan;
    SET LOCAL enable_seqscan = off;
    FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) EXECUTE ' || statement LOOP
        result := result || line || E'\n';
    END LOOP;
    RETURN result;
END
$$;
PREPARE claimable (text, text) AS SELECT FROM fanout.queue WHERE queue = $1 AND handler = $2 AND worker_id IS NULL AND available_at IS NULL
    ORDER BY priority DESC, virtual_time LIMIT 1;
SELECT matches(pg_temp.plan_of($$claimable('default', 'h')$$), 'queue_claimable.*Index Cond: .*queue = .*handler = ', 'a claim uses its index');
PREPARE flow (text) AS SELECT FROM fanout.flows WHERE flow_slug = $1 ORDER BY version DESC LIMIT 1;
SELECT matches(pg_temp.plan_of($$flow('f')$$), 'flows_version_is_unique.*Index Cond: .*flow_slug = ', 'so does who looks for a flow');
PREPARE named (text) AS SELECT FROM fanout.runs_overview WHERE name = $1;
SELECT matches(pg_temp.plan_of($$named('n')$$), 'runs_by_name.*Index Cond: .*name = ', 'and for runs by their name, through the view');

SELECT * FROM finish();
ROLLBACK;
