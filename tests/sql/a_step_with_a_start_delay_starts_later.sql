BEGIN;
SELECT plan(13);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('f', 'list', handler => 'h');
SELECT fanout.add_step('f', 'work', ARRAY['list'], 'fanout', 'h', start_delay => '1 min');
SELECT fanout.add_step('f', 'later', handler => 'h', start_delay => '1 h');
SELECT fanout.register_worker('w', ARRAY['h'], slots => 10) AS w \gset
SELECT fanout.start_run('f') AS run \gset

SELECT is((SELECT array_agg(step_slug) FROM fanout.claim_tasks(:w, 10)), ARRAY['list'], 'what has no delay starts at once');
SELECT is((SELECT status FROM fanout.step_tasks WHERE step_slug = 'later'), 'queued', 'what has one is queued');
SET fanout.clock_offset = '10min';
SELECT fanout.complete_task(:'run', 'list', 0, '[1, 2]');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'the delay counts from when the step could start');
SELECT ok(fanout.work_left(ARRAY['h']), 'what is delayed is left to do');
SET fanout.clock_offset = '659s';
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'not a moment before');
SET fanout.clock_offset = '661s';
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM fanout.claim_tasks(:w, 10)), ARRAY[0, 1], 'then all of its tasks are there');
SELECT is((SELECT started_at - queued_at < interval '1 min 2 s' FROM fanout.step_tasks WHERE step_slug = 'work' AND task_index = 0), true, 'and the views say when they came');
SELECT fanout.fail_task(:'run', 'work', 0, 'broke');
SELECT is((SELECT array_agg(attempt) FROM fanout.claim_tasks(:w, 10)), ARRAY[2], 'a retry is not delayed again');
SELECT fanout.complete_task(:'run', 'work', i, '1') FROM generate_series(0, 1) i;
SELECT is(fanout.run_status(:'run'), 'started', 'the run waits for the other');
SET fanout.clock_offset = '61min';
SELECT fanout.unregister_worker(:w);
SELECT fanout.register_worker('v', ARRAY['h']) AS v \gset
SELECT is((SELECT array_agg(step_slug) FROM fanout.claim_tasks(:v, 1)), ARRAY['later'], 'which comes in its time');
SELECT fanout.unregister_worker(:v);
SELECT fanout.register_worker('u', ARRAY['h']) AS u \gset
SELECT is((SELECT array_agg(step_slug) FROM fanout.claim_tasks(:u, 1)), ARRAY['later'], 'given back it is not delayed again');
SELECT fanout.complete_task(:'run', 'later', 0, '1');
SELECT is(fanout.run_status(:'run'), 'completed', 'and the run completes');

-- A run that ends before.
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.cancel_run(:'run');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'nothing of a cancelled run waits for its time');

SELECT * FROM finish();
ROLLBACK;
