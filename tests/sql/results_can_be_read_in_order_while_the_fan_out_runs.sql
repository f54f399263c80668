BEGIN;
SELECT plan(9);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4]') AS run \gset
SELECT is((SELECT count(*) FROM fanout.results(:'run')), 0::bigint, 'nothing yet');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', i, to_jsonb(i * 10)) FROM unnest(ARRAY[0, 1, 3]) i;
SELECT results_eq(format('SELECT task_index, status, output FROM fanout.results(%L)', :'run'),
    $$VALUES (0, 'completed', '0'::jsonb), (1, 'completed', '10')$$, 'up to the first unfinished index');
SELECT is((SELECT count(*) FROM fanout.results(:'run', 'work', 1)), 0::bigint, 'after it nothing, though 3 is done');
SELECT fanout.complete_task(:'run', 'work', 2, '20');
SELECT results_eq(format('SELECT task_index FROM fanout.results(%L, %L, 1)', :'run', 'work'), ARRAY[2, 3], 'the last index read is the cursor');
SELECT results_eq(format('SELECT task_index FROM fanout.results(%L, max_rows => 2)', :'run'), ARRAY[0, 1], 'max_rows limits');
SELECT is(fanout.is_ready(:'run'), false, 'the run is not ready');
SELECT fanout.fail_task(:'run', 'work', 4, 'no');
SELECT results_eq(format('SELECT task_index, status, error FROM fanout.results(%L, after_index => 3)', :'run'),
    $$VALUES (4, 'failed', 'no')$$, 'a task that failed is a row with its error');
SELECT is(fanout.is_ready(:'run'), true, 'now it is');
SELECT throws_ok(format('SELECT * FROM fanout.results(%L, %L)', :'run', 'nope'), 'PFSTP', NULL, 'an unknown step is refused');

SELECT * FROM finish();
ROLLBACK;
