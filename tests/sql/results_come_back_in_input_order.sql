BEGIN;
SELECT plan(10);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset

SELECT fanout.start_run('f', '[{"a": [1, [2]]}, null, "x", 3.50, [], true]') AS run \gset
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.claim_tasks(:w, 100);
SELECT results_eq('SELECT task_index, input::jsonb FROM claimed ORDER BY task_index',
    $$VALUES (0, '{"item": {"a": [1, [2]]}}'::jsonb), (1, '{"item": null}'), (2, '{"item": "x"}'), (3, '{"item": 3.50}'),
             (4, '{"item": []}'), (5, '{"item": true}')$$, 'each task gets its element, nested arrays and nulls included');
-- The last first.
SELECT fanout.complete_task(run_id, step_slug, task_index, input::jsonb -> 'item', :w) FROM claimed ORDER BY task_index DESC;
SELECT is(fanout.run_status(:'run'), 'completed', 'the run completes with its last task');
SELECT is(fanout.run_output(:'run'), '{"work": [{"a": [1, [2]]}, null, "x", 3.50, [], true]}', 'the output is in input order');

SELECT fanout.start_run('f', '[]') AS run \gset
SELECT is(fanout.run_output(:'run'), '{"work": []}', 'an empty array completes at once, with an empty array');

SELECT fanout.start_run('f', '["only"]') AS run \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 1::bigint, 'an array of one is one task');
SELECT fanout.complete_task(:'run', 'work', 0, '1');
SELECT is(fanout.run_output(:'run'), '{"work": [1]}', 'and one result');

-- Above 10,000 tasks the engine finishes the step as work of its own.
SET fanout.inline_tasks = 20000;
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 20000) i)) AS run \gset
RESET fanout.inline_tasks;
SELECT is((SELECT count(*) FROM fanout.queue), 16::bigint, '20,000 tasks are 16 rows in the queue');
CREATE TEMP TABLE many AS SELECT * FROM fanout.exchange(:w, 1, 20000);
SELECT is((SELECT count(DISTINCT task_index) FROM many), 20000::bigint, 'all can be claimed in one call');
SELECT is((SELECT string_agg(DISTINCT e.kind, ' ') FROM (
    SELECT array_agg(claim_id ORDER BY random()) c, array_agg(task_index ORDER BY random()) i, count(*)::int n FROM many) m,
    LATERAL (SELECT array_agg(claim_id) c, array_agg(task_index) i, array_agg(((input::jsonb ->> 'item')::int * 2)::text) o
               FROM (SELECT * FROM many ORDER BY random()) s) s,
    fanout.exchange(:w, 2, 10, s.c, s.i, s.o, array_fill(NULL::text, ARRAY[n]), array_fill(false, ARRAY[n])) e),
    'internal', 'the last completion leaves the aggregation to a claim of the engine''s own');
SELECT fanout.run_internal(:w, queue_id) FROM fanout.queue;
SELECT is(fanout.run_output(:'run') -> 'work', (SELECT jsonb_agg(i * 2) FROM generate_series(1, 20000) i),
    'completed in random order, 20,000 results are in input order');

SELECT * FROM finish();
ROLLBACK;
