BEGIN;
SELECT plan(8);

-- b takes its items from a one by one: nothing needs a's array.
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('f', 'b', ARRAY['a'], 'fanout', 'hb');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '["x", "y", "z"]') AS run \gset
SELECT state_id AS a FROM fanout.step_states JOIN fanout.steps USING (step_id) WHERE step_slug = 'a' \gset

SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'a', 0, '1');
SELECT is(fanout.state_output(:a), NULL, 'there is no output before its end');
SELECT fanout.fail_task(:'run', 'a', 1, 'no');
SELECT fanout.complete_task(:'run', 'a', 2, '3');
SELECT results_eq('SELECT status, output FROM fanout.steps_overview WHERE step_slug = ''a''', $$VALUES ('completed', NULL::jsonb)$$,
    'the step is completed, and no array stored');
SELECT is(fanout.state_output(:a), '[1, null, 3]', 'the engine can put it together');
SELECT is((SELECT count(*) FROM fanout.results(:'run', 'a')), 3::bigint, 'its results are rows');
SELECT results_eq(format('SELECT step_slug, task_index, item, error FROM fanout.errors(%L)', :'run'),
    $$VALUES ('a', 1, '"y"'::jsonb, 'no')$$, 'and so are its errors');

-- A third step that wants it is reason enough.
SELECT fanout.add_step('f', 'c', ARRAY['a'], handler => 'h');
SELECT fanout.start_run('f', '["x"]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'a', 0, '1');
SELECT is((SELECT output FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'a'), '[1]', 'it is built for a step that needs it');

SELECT throws_ok('SELECT fanout.state_output(NULL)', 'PFARG', NULL, 'state_output wants a state');
SELECT throws_ok('SELECT fanout.state_output(-1)', 'PFRUN', 'step state -1 does not exist', 'that is there');

SELECT * FROM finish();
ROLLBACK;
