BEGIN;
SELECT plan(12);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('f', 'after', ARRAY['work'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2]') AS run \gset
CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(:w, 1, 2);
SELECT is(fanout.cancel_run(:'run', 'enough'), true, 'a run that goes on is cancelled');
SELECT is(fanout.cancel_run(:'run'), false, 'once');
SELECT is(fanout.run_status(:'run'), 'cancelled', 'its status says so');
SELECT is((SELECT error FROM fanout.runs_overview), 'enough', 'with the reason');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'nothing of it waits any more');
SELECT is((SELECT array_agg(stop) FROM fanout.heartbeat(:w) stop), (SELECT array_agg(DISTINCT claim_id) FROM held), 'a heartbeat says what to stop');
SELECT results_eq(format('SELECT kind, claim_id FROM fanout.exchange(%s, 2, 9)', :w), 'SELECT DISTINCT ''stop'', claim_id FROM held', 'and so does an exchange');
SELECT lives_ok(format('SELECT fanout.complete_task(%L, %L, 0, %L)', :'run', 'work', '"kept"'), 'what was under way is accepted');
SELECT results_eq('SELECT task_index, status, output FROM fanout.step_tasks WHERE step_slug = ''work'' ORDER BY 1',
    $$VALUES (0, 'completed', '"kept"'::jsonb), (1, 'started', NULL), (2, 'cancelled', NULL)$$, 'and kept');
SELECT fanout.fail_task(:'run', 'work', 1, 'stopped');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'a failure is not retried');
SELECT results_eq('SELECT step_slug, status FROM fanout.steps_overview ORDER BY 1',
    $$VALUES ('after', 'cancelled'), ('work', 'cancelled')$$, 'steps that were not done are cancelled');
SELECT throws_ok($$SELECT fanout.cancel_run('00000000-0000-0000-0000-000000000000')$$, 'PFRUN', NULL, 'an unknown run is refused');

SELECT * FROM finish();
ROLLBACK;
