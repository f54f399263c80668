-- What names no run reads some runs at a time, and of the first 20 tasks only the first runs'.
BEGIN;
SELECT plan(13);

CREATE ROLE alice;
SELECT fanout.grant_developer('alice');
SELECT is((SELECT count(*) FROM fanout.step_tasks), 0::bigint, 'of no runs there are no tasks');
SELECT fanout.create_flow('f'), fanout.add_step('f', 'b', step_type => 'fanout', fanout_from => 'run', handler => 'h'), fanout.add_step('f', 'a', handler => 'h');
CREATE FUNCTION pg_temp.start(runs int) RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM (SELECT fanout.start_run('f', '[1, 2]') FROM generate_series(1, runs) OFFSET 0) x $$;
-- The second time: the first one fills the caches of the session.
CREATE FUNCTION pg_temp.buffers(query text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    FOR i IN 1..2 LOOP
        EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT JSON) ' || query INTO plan;
    END LOOP;
    RETURN (plan -> 0 -> 'Plan' ->> 'Shared Hit Blocks')::int + (plan -> 0 -> 'Plan' ->> 'Shared Read Blocks')::int;
END
$$;
\set first 'SELECT * FROM fanout.step_tasks ORDER BY run_id, step_slug, task_index LIMIT 20'
\set first_results 'SELECT * FROM fanout.task_results ORDER BY run_id, step_slug, task_index LIMIT 20'

SELECT pg_temp.start(100);
SELECT is((SELECT count(*) FROM fanout.step_tasks), 300::bigint, 'of as many as are read at a time all tasks are seen');
SELECT pg_temp.start(100);
SELECT pg_temp.buffers(:'first') AS few, pg_temp.buffers(:'first_results') AS few_results \gset
SET ROLE alice;
SELECT fanout.create_flow('hers'), fanout.add_step('hers', 'only', handler => 'h');
SELECT fanout.start_run('hers') AS hers \gset
RESET ROLE;
SELECT pg_temp.start(1050);
SELECT pg_temp.buffers(:'first') AS many, pg_temp.buffers(:'first_results') AS many_results \gset
SELECT cmp_ok(:many::int, '<', :few::int * 2, format('the first 20 of 200 runs cost %s buffers, of 1251 %s', :few, :many));
-- No task has a result: all runs are looked at, at so much each.
SELECT cmp_ok(:many_results::int, '<', :few_results::int * 10, format('where none is found, all are read: %s, %s', :few_results, :many_results));

SELECT is((SELECT count(*) FROM fanout.step_tasks), 1250 * 3 + 1::bigint, 'all tasks of all runs are seen');
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE step_slug = 'b'), 1250 * 2::bigint, 'of a step');
SELECT results_eq('SELECT run_id, step_slug, task_index FROM fanout.step_tasks ORDER BY run_id, step_slug, task_index',
    $$SELECT s.run_id, t.step_slug, i FROM fanout.step_states s JOIN fanout.steps t USING (step_id) CROSS JOIN LATERAL generate_series(0, s.total_tasks - 1) i ORDER BY 1, 2, 3$$,
    'in their order');
SELECT results_eq('SELECT run_id, step_slug, task_index FROM fanout.step_tasks ORDER BY run_id, step_slug, task_index LIMIT 20',
    $$SELECT s.run_id, t.step_slug, i FROM fanout.step_states s JOIN fanout.steps t USING (step_id) CROSS JOIN LATERAL generate_series(0, s.total_tasks - 1) i ORDER BY 1, 2, 3 LIMIT 20$$,
    'and the first of them');

-- Again and again.
SELECT results_eq($$SELECT g, n FROM generate_series(1, 3) g CROSS JOIN LATERAL (SELECT count(*) AS n FROM fanout.step_tasks WHERE task_index < g) x$$,
    'VALUES (1, 2501::bigint), (2, 3751), (3, 3751)', 'each look begins at the first run');
SELECT results_eq($$SELECT g, x.run_id = (SELECT min(run_id::text)::uuid FROM fanout.runs) FROM generate_series(1, 3) g
                     CROSS JOIN LATERAL (SELECT run_id FROM fanout.step_tasks WHERE task_index < g ORDER BY run_id LIMIT 1) x$$,
    'VALUES (1, true), (2, true), (3, true)', 'also where the last one has not gone to the end');
-- Memory at the 10,000th look, and at the 1,000th.
CREATE FUNCTION pg_temp.memory_at(look int) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT sum(used_bytes) FROM pg_backend_memory_contexts); END $$;
SELECT cmp_ok(max(used) - min(used), '<', 100000::bigint, 'and leaves nothing in memory')
  FROM (SELECT g, CASE WHEN g % 9000 = 1000 THEN pg_temp.memory_at(g) END AS used
          FROM generate_series(1, 10000) g
         CROSS JOIN LATERAL (SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'hers' AND task_index = g OFFSET 0) x WHERE x.count = 0 OFFSET 0) looks
 WHERE g % 9000 = 1000;

-- Hers are behind those of others.
SET ROLE alice;
SELECT results_eq('SELECT run_id, step_slug, task_index FROM fanout.step_tasks', format('VALUES (%L::uuid, ''only'' COLLATE "C", 0)', :'hers'), 'who may see one run finds it among all others');
RESET ROLE;
DELETE FROM fanout.step_states WHERE run_id IN (SELECT run_id FROM fanout.runs ORDER BY run_id LIMIT 150);
SELECT is((SELECT count(*) FROM fanout.step_tasks), 1100 * 3 + 1::bigint, 'a hundred runs of which nothing is seen are not the end');

SELECT * FROM finish();
ROLLBACK;
