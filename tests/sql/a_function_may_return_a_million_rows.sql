-- 200,000 here; they are read in pieces, so that the server's memory does not grow with them.
BEGIN;
SELECT plan(9);

CREATE SCHEMA many;
CREATE FUNCTION many.numbers(i jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$ SELECT to_jsonb(n) FROM generate_series(0, 199999) n $$;
CREATE FUNCTION many.wide(i jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$ SELECT to_jsonb(repeat('x', 1000000) || n) FROM generate_series(0, 99) n $$;
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'sql:many.numbers', handler => 'h');
SELECT fanout.create_flow('batches', max_attempts => 1);
SELECT fanout.add_step('batches', 'each', step_type => 'fanout', fanout_from => 'sql:many.numbers', batch_size => 30001, handler => 'h');
SELECT fanout.create_flow('wide', max_attempts => 1);
SELECT fanout.add_step('wide', 'each', step_type => 'fanout', fanout_from => 'sql:many.wide', batch_size => 7, handler => 'h');
SELECT fanout.register_worker('e', ARRAY['fanout:']) AS e \gset
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.start_run('batches') AS batches \gset
SELECT fanout.start_run('wide') AS wide \gset

CREATE FUNCTION pg_temp.used_mb() RETURNS int LANGUAGE sql AS 'SELECT (sum(total_bytes) / 1000000)::int FROM pg_backend_memory_contexts';
SELECT fanout.run_internal(:e, claim_id) FROM fanout.exchange(:e, 1, 10);
SELECT results_eq(format('SELECT status, total_tasks, total_items FROM fanout.step_states WHERE run_id = %L', :'run'), $$VALUES ('started', 200000, 200000)$$, 'each row is a task');
SELECT results_eq($$SELECT count(*), sum((item = to_jsonb(task_index))::int) FROM task_items JOIN fanout.step_states USING (state_id) WHERE total_tasks = 200000$$,
    'VALUES (200000::bigint, 200000::bigint)', 'in order');
SELECT is((SELECT sum(width) FROM fanout.queue JOIN fanout.step_states USING (state_id) WHERE total_tasks = 200000), 200000::bigint, 'all of them are in the queue');

SELECT results_eq(format('SELECT status, total_tasks, total_items FROM fanout.step_states WHERE run_id = %L', :'batches'), $$VALUES ('started', 7, 200000)$$, 'batches are cut across the pieces');
SELECT results_eq($$SELECT task_index, jsonb_array_length(item), (item -> 0)::int, (item -> -1)::int FROM task_items JOIN fanout.step_states USING (state_id) WHERE total_tasks = 7 ORDER BY 1$$,
    $$VALUES (0, 30001, 0, 30000), (1, 30001, 30001, 60001), (2, 30001, 60002, 90002), (3, 30001, 90003, 120003),
             (4, 30001, 120004, 150004), (5, 30001, 150005, 180005), (6, 19994, 180006, 199999)$$, 'with the last one shorter');
SELECT is((SELECT count(*) FROM task_items k JOIN fanout.step_states USING (state_id), jsonb_array_elements(item) WITH ORDINALITY e (n, place)
            WHERE total_tasks = 7 AND n::int = 30001 * task_index + place - 1), 200000::bigint, 'every item in its place');

SELECT results_eq(format('SELECT status, total_tasks, total_items FROM fanout.step_states WHERE run_id = %L', :'wide'), $$VALUES ('started', 15, 100)$$, 'rows of a megabyte are read likewise');
SELECT is((SELECT count(*) FROM task_items k JOIN fanout.step_states USING (state_id), jsonb_array_elements_text(item) WITH ORDINALITY e (x, place)
            WHERE total_tasks = 15 AND substr(x, 1000001) = (7 * task_index + place - 1)::text), 100::bigint, 'in order, too');
SELECT cmp_ok(pg_temp.used_mb(), '<', 100, 'and what the server took for it is given back');

SELECT * FROM finish();
ROLLBACK;
