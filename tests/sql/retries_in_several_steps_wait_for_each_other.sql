-- Of a run that has failed tasks of one step are retried, and then those of another: when all have ended it goes on with what is missing.
BEGIN;
SELECT plan(17);

SELECT fanout.create_flow('f', max_attempts => 1), fanout.add_step('f', 'x', step_type => 'fanout', fanout_from => 'run', handler => 'x', on_failure => 'collect', tolerated_failures => 1),
       fanout.add_step('f', 'y', step_type => 'fanout', fanout_from => 'run', handler => 'y'), fanout.add_step('f', 'z', '{x,y}', handler => 'z');
SELECT fanout.register_worker('x', ARRAY['x'], slots => 9) AS x, fanout.register_worker('y', ARRAY['y'], slots => 9) AS y, fanout.register_worker('z', ARRAY['z']) AS z,
       fanout.register_worker('engine', ARRAY['fanout:']) AS e \gset
SELECT fanout.start_run('f', '[0, 1, 2]') AS run \gset
CREATE FUNCTION reasons(run uuid) RETURNS text LANGUAGE sql AS
    $$ SELECT string_agg(concat_ws(' ', step_slug, tasks, reason) || ': ' || detail, E'\n' ORDER BY step_slug, reason) FROM fanout.why(run) WHERE reason <> 'queued' $$;
CREATE FUNCTION adds_up(run uuid) RETURNS boolean LANGUAGE sql AS
    $$ SELECT (SELECT sum(tasks) FROM fanout.why(run)) = total - done FROM fanout.runs_overview WHERE run_id = run $$;

SELECT fanout.claim_tasks(:x, 2), fanout.claim_tasks(:y, 2);
SELECT fanout.fail_task(:'run', step, i, 'no') FROM unnest('{x,y}'::text[]) step, generate_series(0, 1) i;
SELECT is(status, 'failed', 'both steps have failed') FROM fanout.runs_overview WHERE run_id = :'run';

SELECT fanout.retry_task(:'run', 'x', 0);
SELECT is(reasons(:'run'), 'x 1 dependency: tasks that were retried run alone: these go on once no failure is left
y 1 ended: the step has failed: task 0: no
z 1 dependency: waits for step "x" (1 of 3 tasks done), step "y"', 'what doesn''t run is said to wait for the retries, and which step has failed');
SELECT ok(adds_up(:'run'), 'which is all that is unfinished');
SELECT is(hint, 'fanout.retry_task runs what has failed besides; once the run has ended, fanout.resume_run all of it.', 'with what can be done')
  FROM fanout.why(:'run', 'x') WHERE reason = 'dependency';
SELECT is(reason || ': ' || detail, 'ended: the step has failed: task 0: no', 'so it is of the failed step') FROM fanout.why(:'run', 'y');
SELECT fanout.complete_task(run_id, step_slug, task_index, '0') FROM fanout.claim_tasks(:x, 9);
SELECT fanout.claim_tasks(:e, 1);
SELECT is(status, 'failed', 'when the retry of one step has ended there are failures of the other') FROM fanout.runs_overview WHERE run_id = :'run';

SELECT fanout.retry_task(:'run', 'y', 0), fanout.retry_task(:'run', 'y', 1);
SELECT fanout.retry_task(:'run', 'x', 1);
SELECT ok(adds_up(:'run'), 'all that is unfinished has a reason');
SELECT fanout.complete_task(run_id, step_slug, task_index, '1') FROM fanout.claim_tasks(:x, 9);
SELECT is(status || ' ' || done, 'started 2', 'the step of the first one is not at its end: others of it never ran') FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'x';
SELECT fanout.complete_task(run_id, step_slug, task_index, '1') FROM fanout.claim_tasks(:y, 9);
SELECT is((SELECT count(*) FROM fanout.queue JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'), 2::bigint, 'the ends of the retries of both steps are to be looked at');
SELECT fanout.claim_tasks(:e, 1);
SELECT is((SELECT string_agg(concat_ws(' ', step_slug, task_index), ', ') FROM fanout.claim_tasks(:x, 9)), 'x 2', 'neither waits for the other: what is missing runs');
SELECT is((SELECT string_agg(concat_ws(' ', step_slug, task_index), ', ') FROM fanout.claim_tasks(:y, 9)), 'y 2', 'of both steps');
SELECT fanout.complete_task(:'run', step, 2, '2') FROM unnest('{x,y}'::text[]) step;
SELECT fanout.claim_tasks(:e, 9);
SELECT fanout.complete_task(run_id, step_slug, task_index, to_jsonb(input)) FROM fanout.claim_tasks(:z, 9);
SELECT is(status, 'completed', 'and the run completes') FROM fanout.runs_overview WHERE run_id = :'run';
SELECT is((fanout.run_output(:'run') -> 'z') - 'run', '{"x": [0, 1, 2], "y": [1, 1, 2]}', 'with all results');

-- A task that waits for its child run is in no row of the queue.
SELECT fanout.create_flow('below'), fanout.add_step('below', 'only', handler => 'z');
SELECT fanout.create_flow('g', max_attempts => 1), fanout.add_step('g', 'x', step_type => 'fanout', fanout_from => 'run', handler => 'x', on_failure => 'collect'),
       fanout.add_step('g', 'y', step_type => 'fanout', fanout_from => 'run', handler => 'flow:below', on_failure => 'collect'), fanout.add_step('g', 'w', handler => 'y');
SELECT fanout.register_worker('flows', ARRAY['flow:']) AS c \gset
SELECT fanout.start_run('g', '[0, 1]') AS run \gset
SELECT fanout.claim_tasks(:x, 1), fanout.claim_tasks(:y, 1), fanout.claim_tasks(:c, 1);
SELECT fanout.fail_task(:'run', 'x', 0, 'no');
SELECT fanout.fail_task(run_id, step_slug, task_index, 'no', final => true) FROM fanout.claim_tasks(:z, 1);
SELECT fanout.claim_tasks(:c, 1);
SELECT fanout.fail_task(:'run', 'w', 0, 'no');
SELECT is(status || ', ' || failed, 'failed, 3', 'a task, a child and the step that fails the run have failed') FROM fanout.runs_overview WHERE run_id = :'run';
SELECT fanout.retry_task(:'run', 'x', 0);
SELECT fanout.retry_task(:'run', 'y', 0);
SELECT fanout.claim_tasks(:c, 1);
SELECT fanout.complete_task(run_id, step_slug, task_index, '0') FROM fanout.claim_tasks(:x, 9);
SELECT is((SELECT string_agg(kind, ', ') FROM fanout.queue JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'), 'finish', 'nothing but the end of a retry is in the queue');
SELECT fanout.claim_tasks(:e, 1);
SELECT is(status, 'started', 'which waits for the child run of the other') FROM fanout.runs_overview WHERE run_id = :'run';
SELECT fanout.complete_task(run_id, step_slug, task_index, '0') FROM fanout.claim_tasks(:z, 1);
SELECT fanout.claim_tasks(:c, 1);
UPDATE fanout.queue SET available_at = NULL;
SELECT fanout.claim_tasks(:e, 1);
SELECT is(status, 'failed', 'when that has ended the failure that is left fails the run') FROM fanout.runs_overview WHERE run_id = :'run';

SELECT * FROM finish();
ROLLBACK;
