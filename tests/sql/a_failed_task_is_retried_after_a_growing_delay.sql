BEGIN;
SELECT plan(17);

SELECT fanout.create_flow('f', max_attempts => 3, base_delay => '1000 s', max_delay => '1500 s');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '["a", "b"]') AS run \gset

SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 2::bigint, 'both tasks are claimed');
SELECT fanout.fail_task(:'run', 'work', 0, 'no luck');
SELECT fanout.complete_task(:'run', 'work', 1, '"B"');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'the failed one waits');
SELECT results_eq('SELECT task_index, status, attempts, error FROM fanout.step_tasks ORDER BY 1',
    $$VALUES (0, 'queued', 1, 'no luck'), (1, 'completed', 1, NULL)$$, 'it is queued, with its error');
SET fanout.clock_offset = '490s';
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'for half the delay at least');
SET fanout.clock_offset = '1010s';
SELECT is((SELECT array_agg(attempt) FROM fanout.claim_tasks(:w, 10)), ARRAY[2], 'for the whole delay at most; then it is attempt 2');
SELECT fanout.fail_task(:'run', 'work', 0, 'no luck again');
SET fanout.clock_offset = '1750s';
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'the second delay is longer');
SET fanout.clock_offset = '2530s';
SELECT is((SELECT array_agg(attempt) FROM fanout.claim_tasks(:w, 10)), ARRAY[3], 'but not longer than max_delay');
SELECT is(fanout.run_status(:'run'), 'started', 'the run goes on');
SELECT fanout.fail_task(:'run', 'work', 0, 'never');
SELECT is(fanout.run_status(:'run'), 'failed', 'out of attempts, it fails the run');
SELECT alike((SELECT error FROM fanout.runs_overview), 'step "work": task 0: never%', 'whose error names step and task');
SELECT results_eq(format('SELECT step_slug, task_index, item, attempts, error FROM fanout.errors(%L)', :'run'),
    $$VALUES ('work', 0, '"a"'::jsonb, 3, 'never')$$, 'errors() has the last one');
SELECT is((SELECT count(*) FROM fanout.task_failures), 3::bigint, 'every failed attempt is kept');
SELECT is((SELECT output FROM fanout.step_tasks WHERE task_index = 1), '"B"', 'and so is the result of the other');

SELECT fanout.start_run('f', '["a"]') AS run \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 1::bigint, 'another run');
SELECT fanout.fail_task(:'run', 'work', 0, 'no use', final => true);
SELECT is(fanout.run_status(:'run'), 'failed', 'a final error is not retried');

SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 9) i)) AS run \gset
CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(:w, 1, 9);
SELECT fanout.exchange(:w, 2, 0, array_agg(claim_id), array_agg(task_index), array_agg(CASE WHEN task_index % 2 = 0 THEN '1' END),
    array_agg(CASE WHEN task_index % 2 = 1 THEN 'odd' END), array_agg(false)) FROM held;
SELECT is((SELECT indexes FROM fanout.queue), '{[1,2),[3,4),[5,6),[7,8)}', 'scattered retries stand in one row');
SET fanout.clock_offset = '6000s';
SELECT is((SELECT array_agg(task_index) FROM fanout.claim_tasks(:w, 9)), ARRAY[1, 3, 5, 7], 'and come back together');

SELECT * FROM finish();
ROLLBACK;
