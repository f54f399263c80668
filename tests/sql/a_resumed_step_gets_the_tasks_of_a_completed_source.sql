BEGIN;
SELECT plan(3);

-- `last` is pipelined over `first`, which is completed, and waits for `slow` when the run is cancelled.
SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'first', step_type => 'fanout', handler => 'h', fanout_from => 'run');
SELECT fanout.add_step('f', 'slow', handler => 'slow');
SELECT fanout.add_step('f', 'last', '{first, slow}', 'fanout', 'h', fanout_from => 'first');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset
SELECT fanout.register_worker('w', ARRAY['slow']) AS w_slow \gset

SELECT fanout.start_run('f', '["a", "b"]') AS run \gset
SELECT count(fanout.complete_task(run_id, step_slug, task_index, input::jsonb -> 'item'))
  FROM fanout.claim_tasks(:w, 10);
SELECT is((SELECT status FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'first'), 'completed', 'the source is completed');
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');

SELECT count(fanout.complete_task(run_id, step_slug, task_index, '0')) FROM fanout.claim_tasks(:w_slow, 10);
SELECT results_eq(format('SELECT step_slug, task_index, input::jsonb -> ''item'' FROM fanout.claim_tasks(%s, 10) ORDER BY 2', :w),
    $$VALUES ('last', 0, '"a"'::jsonb), ('last', 1, '"b"')$$, 'what is pipelined over it starts with all its tasks');
SELECT fanout.complete_task(:'run', 'last', 0, '"A"');
SELECT fanout.complete_task(:'run', 'last', 1, '"B"');
SELECT is(fanout.run_output(:'run') -> 'last', '["A", "B"]', 'and completes');

SELECT * FROM finish();
ROLLBACK;
