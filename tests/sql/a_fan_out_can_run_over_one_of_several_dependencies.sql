BEGIN;
SELECT plan(7);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'orders', handler => 'h');
SELECT fanout.add_step('f', 'prices', handler => 'h');
SELECT fanout.add_step('f', 'invoice', ARRAY['orders', 'prices'], 'fanout', 'h', fanout_from => 'orders');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

SELECT fanout.start_run('f') AS run \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT fanout.complete_task(:'run', 'orders', 0, '["a", "b"]');
SELECT is((SELECT status FROM fanout.steps_overview WHERE step_slug = 'invoice'), 'created', 'it waits for all of its dependencies');
SELECT fanout.complete_task(:'run', 'prices', 0, '{"a": 1, "b": 2}');
SELECT results_eq(format('SELECT task_index, input::jsonb FROM fanout.claim_tasks(%s, 10)', :w),
    $$VALUES (0, '{"item": "a", "prices": {"a": 1, "b": 2}}'::jsonb), (1, '{"item": "b", "prices": {"a": 1, "b": 2}}')$$,
    'a task is an element of the one that fanout_from names; the other is its context');
SELECT results_eq('SELECT task_index, input FROM fanout.step_tasks WHERE step_slug = ''invoice''',
    $$VALUES (0, '{"item": "a", "prices": {"a": 1, "b": 2}}'::jsonb), (1, '{"item": "b", "prices": {"a": 1, "b": 2}}')$$,
    'the view shows the same');
SELECT fanout.complete_task(:'run', 'invoice', 1, '2');
SELECT fanout.complete_task(:'run', 'invoice', 0, '1');
SELECT is(fanout.run_output(:'run'), '{"invoice": [1, 2]}', 'the run completes');

SELECT fanout.start_run('f') AS run \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT fanout.complete_task(:'run', 'prices', 0, '[1, 2, 3]');
SELECT fanout.complete_task(:'run', 'orders', 0, '{}');
SELECT is(fanout.run_status(:'run'), 'failed', 'it is the named one that must be an array');
SELECT alike((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'),
    'step "invoice"%the output of step "orders" is not an array but an object', 'and the error says which');

SELECT fanout.start_run('f') AS run \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT fanout.complete_task(:'run', 'prices', 0, '1');
SELECT fanout.complete_task(:'run', 'orders', 0, '[]');
SELECT is(fanout.run_output(:'run'), '{"invoice": []}', 'of an empty one nothing is fanned out');

SELECT * FROM finish();
ROLLBACK;
