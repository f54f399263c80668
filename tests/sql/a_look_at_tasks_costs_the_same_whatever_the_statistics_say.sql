-- What people's queries read is counted in buffers: without statistics, with those of tables that were empty or much
-- larger, and with right ones. Autovacuum sees none of it, since nothing commits.
BEGIN;
SELECT plan(29);
SET LOCAL fanout.inline_tasks = 100000;
SET LOCAL jit = on;
SET LOCAL jit_above_cost = 100000;

SELECT fanout.create_flow('f', max_attempts => 2);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('f', 'other', step_type => 'fanout', fanout_from => 'run', handler => 'nobody');
SELECT fanout.register_worker('w', ARRAY['h'], slots => 1000) AS w \gset

CREATE TEMP TABLE looks (look text, query text, most int);
-- By default of a step of 50,000; most: what it may read.
INSERT INTO looks VALUES
    ('the first 20', 'SELECT * FROM fanout.step_tasks WHERE run_id = $1 AND step_slug = ''work'' ORDER BY task_index LIMIT 20', 150),
    ('the first 20 of all runs', 'SELECT * FROM fanout.step_tasks ORDER BY run_id, step_slug, task_index LIMIT 20', NULL),
    ('one task', 'SELECT * FROM fanout.step_tasks WHERE run_id = $1 AND step_slug = ''work'' AND task_index = 40000', 150),
    ('a range', 'SELECT * FROM fanout.step_tasks WHERE run_id = $1 AND step_slug = ''work'' AND task_index BETWEEN 40000 AND 40019', 150),
    ('those from one on', 'SELECT * FROM fanout.step_tasks WHERE run_id = $1 AND step_slug = ''work'' AND 49990 <= task_index', 150),
    ('the first results', 'SELECT * FROM fanout.results($1, ''work'', max_rows => 20)', 600),
    ('counts by status', 'SELECT status, count(*) FROM fanout.step_tasks WHERE run_id = $1 GROUP BY status', NULL),
    ('errors', 'SELECT * FROM fanout.errors($1)', NULL),
    ('failed attempts', 'SELECT * FROM fanout.task_failures WHERE run_id = $1', NULL),
    ('results', 'SELECT count(*) FROM fanout.task_results WHERE run_id = $1', NULL),
    ('steps', 'SELECT * FROM fanout.steps_overview WHERE run_id = $1', NULL),
    ('runs', 'SELECT * FROM fanout.runs_overview LIMIT 20', NULL);

-- The second time: the first one fills the caches of the session.
CREATE FUNCTION pg_temp.plan_of(query text, run uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    FOR i IN 1..2 LOOP
        EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT JSON) ' || replace(query, '$1', quote_literal(run)) INTO plan;
    END LOOP;
    RETURN plan -> 0;
END
$$;
CREATE TEMP TABLE measured (statistics text, look text, buffers int, compiled boolean);
CREATE PROCEDURE pg_temp.measure(statistics text, run uuid) LANGUAGE sql AS $$
    INSERT INTO measured
    SELECT statistics, look, (plan -> 'Plan' ->> 'Shared Hit Blocks')::int + (plan -> 'Plan' ->> 'Shared Read Blocks')::int, plan ? 'JIT'
      FROM looks CROSS JOIN LATERAL pg_temp.plan_of(query, run) plan;
$$;
CREATE PROCEDURE pg_temp.analyze_all() LANGUAGE plpgsql AS $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN SELECT oid FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p') LOOP
        EXECUTE format('ANALYZE %s', relation);
    END LOOP;
END
$$;

-- A large run among many small ones, some of whose tasks are claimed, done, failed and waiting for their retry.
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 50000) i)) AS run \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 150);
SELECT count(*) FROM (SELECT fanout.complete_task(:'run', 'work', i, to_jsonb(i)) FROM generate_series(0, 99) i) x;
SELECT count(*) FROM (SELECT fanout.fail_task(:'run', 'work', i, 'no luck') FROM generate_series(100, 129) i) x;
SELECT count(*) FROM (SELECT fanout.fail_task(:'run', 'work', i, 'no luck', final => true) FROM generate_series(130, 149) i) x;
SELECT count(*) FROM (SELECT fanout.start_run('f', '[1, 2]') FROM generate_series(1, 300) i) x;

CALL pg_temp.measure('none', :'run');
CALL pg_temp.analyze_all();
CALL pg_temp.measure('right', :'run');
UPDATE pg_class SET reltuples = reltuples * 1000, relpages = relpages * 1000
 WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p', 'i') AND reltuples > 0;
CALL pg_temp.measure('of larger tables', :'run');
UPDATE pg_class SET reltuples = 0, relpages = 0 WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p', 'i');
DELETE FROM pg_statistic USING pg_class c WHERE starelid = c.oid AND c.relnamespace = 'fanout'::regnamespace;
CALL pg_temp.measure('of empty tables', :'run');

-- PostgreSQL 18 has a plan for the first 20 of all runs, with right ones, that is twice as good as 15's.
SELECT ok(max(m.buffers) <= 3 * max(m.buffers) FILTER (WHERE m.statistics = 'right') + 50,
    format('%s: %s', look, string_agg(m.statistics || ' ' || m.buffers, ', ')))
  FROM measured m GROUP BY look ORDER BY look;
SELECT ok(NOT bool_or(compiled), format('%s: nothing is compiled', look)) FROM measured GROUP BY look ORDER BY look;
SELECT cmp_ok(max(m.buffers), '<=', most, format('%s of a large step: few are read', look))
  FROM measured m JOIN looks USING (look) WHERE most IS NOT NULL GROUP BY look, most ORDER BY look;

SELECT * FROM finish();
ROLLBACK;
