BEGIN;
SELECT plan(18);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('f', 'other', handler => 'h');
SELECT fanout.add_step('f', 'after', ARRAY['other'], handler => 'h');
SELECT fanout.add_step('f', 'last', ARRAY['work', 'after'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4]') AS run \gset

-- All but the last two tasks of the fan-out are under way.
SELECT is((SELECT count(*) FROM fanout.exchange(:w, 1, 4)), 4::bigint, 'four tasks are under way');
SELECT is((SELECT sum(width) FROM fanout.queue WHERE worker_id IS NULL), 2::bigint, 'and two wait');
SELECT fanout.fail_task(:'run', 'work', 1, 'broken');
SELECT is(fanout.run_status(:'run'), 'failed', 'the first task out of attempts fails the run');
SELECT is(fanout.is_ready(:'run'), true, 'which is an end');
SELECT is((SELECT error FROM fanout.runs_overview), 'step "work": task 1: broken', 'its error names the step and the task');
SELECT is((SELECT error FROM fanout.run_outputs), 'step "work": task 1: broken', 'in both views');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'what waited is gone');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 0::bigint, 'and can''t be claimed');
SELECT is((SELECT count(*) FROM fanout.heartbeat(:w)), (SELECT count(*) FROM fanout.queue), 'what is under way is to stop');

SELECT lives_ok(format('SELECT fanout.complete_task(%L, %L, 0, %L)', :'run', 'work', '"late"'), 'a late result is accepted');
SELECT lives_ok(format('SELECT fanout.complete_task(%L, %L, 0, %L)', :'run', 'other', '"late too"'), 'also the last one of another step');
SELECT results_eq(format('SELECT step_slug, status, error FROM fanout.steps_overview WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES ('after', 'cancelled', NULL), ('last', 'cancelled', NULL), ('other', 'completed', NULL),
             ('work', 'failed', 'task 1: broken')$$, 'but starts nothing');
SELECT fanout.fail_task(:'run', 'work', 2, 'broken too');
SELECT is((SELECT error FROM fanout.runs_overview), 'step "work": task 1: broken', 'the run keeps its first error');
SELECT results_eq(format('SELECT task_index, error FROM fanout.errors(%L, %L)', :'run', 'work'),
    $$VALUES (1, 'broken'), (2, 'broken too')$$, 'errors() has both');
SELECT results_eq('SELECT task_index, status, output, error FROM fanout.step_tasks WHERE step_slug = ''work'' ORDER BY 1',
    $$VALUES (0, 'completed', '"late"'::jsonb, NULL), (1, 'failed', NULL, 'broken'), (2, 'failed', NULL, 'broken too'),
             (3, 'cancelled', NULL, NULL), (4, 'cancelled', NULL, NULL)$$, 'step_tasks shows what became of each');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'in the end nothing is left in the queue');
SELECT is(fanout.cancel_run(:'run'), false, 'a failed run can''t be cancelled');
SELECT is(fanout.run_output(:'run'), NULL, 'and has no output');

SELECT * FROM finish();
ROLLBACK;
