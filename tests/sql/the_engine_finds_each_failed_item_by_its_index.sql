BEGIN;
SELECT plan(4);

SELECT fanout.register_worker('w', ARRAY['h', 'g']) AS w \gset
CREATE VIEW pg_temp.failed AS
SELECT t.step_slug, e.index, e.item, e.error, e.attempts FROM fanout.item_errors e
  JOIN fanout.step_states s USING (state_id) JOIN fanout.steps t USING (step_id) ORDER BY 1, 2;

-- A stream's batches are as long as what was pushed.
SELECT fanout.create_flow('pushed', max_attempts => 1);
SELECT fanout.add_step('pushed', 'work', step_type => 'fanout', fanout_from => 'stream', handler => 'h', batch_size => 2, on_failure => 'collect');
SELECT fanout.start_run('pushed') AS run \gset
SELECT fanout.push_items(:'run', 'work', '["a"]'), fanout.push_items(:'run', 'work', '["b", "c", "d"]');
SELECT fanout.close_items(:'run', 'work');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 0, '["A"]');
SELECT fanout.complete_task(:'run', 'work', 1, '["B", {"$error": "no c"}]');
SELECT fanout.fail_task(:'run', 'work', 2, 'no d');
SELECT is(fanout.run_output(:'run'), '{"work": ["A", "B", null, null]}', 'the array has the items as they were pushed');
SELECT results_eq('SELECT * FROM pg_temp.failed', $$VALUES ('work', 2, '"c"'::jsonb, 'no c', 1), ('work', 3, '"d"', 'no d', 1)$$,
    'each failed one is found at its index, though a batch before it isn''t full');
DELETE FROM fanout.step_states;

-- The item of a pipelined step's task is an output, or null where the task before it failed.
SELECT fanout.create_flow('maps', max_attempts => 1);
SELECT fanout.add_step('maps', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('maps', 'b', ARRAY['a'], 'fanout', 'g', on_failure => 'collect');
SELECT fanout.start_run('maps', '[1, 2, 3]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'a', 0, '"one"'), fanout.fail_task(:'run', 'a', 1, 'no 2'), fanout.complete_task(:'run', 'a', 2, '"three"');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'b', i, 'no ' || i) FROM generate_series(0, 1) i;
SELECT fanout.complete_task(:'run', 'b', 2, '"THREE"');
SELECT results_eq('SELECT * FROM pg_temp.failed',
    $$VALUES ('a', 1, '2'::jsonb, 'no 2', 1), ('b', 0, '"one"', 'no 0', 1), ('b', 1, 'null', 'no 1', 1)$$, 'of maps over maps each has its own item');
SELECT is(fanout.run_output(:'run'), '{"b": [null, null, "THREE"]}', 'the run completes');

SELECT * FROM finish();
ROLLBACK;
