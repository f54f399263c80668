BEGIN;
SELECT plan(26);

SELECT fanout.create_flow('child', max_attempts => 1);
SELECT fanout.add_step('child', 'easy', handler => 'h');
SELECT fanout.add_step('child', 'hard', handler => 'h');
SELECT fanout.create_flow('parent', max_attempts => 2, base_delay => '1 min', max_delay => '1 min');
SELECT fanout.add_step('parent', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:']) AS w \gset
CREATE TEMP TABLE claimed (run_id uuid, step_slug text, attempt int);
CREATE VIEW pg_temp.task AS SELECT concat_ws(' ', status, attempts, error) AS now FROM fanout.step_tasks WHERE flow_slug = 'parent';

SELECT fanout.start_run('parent', '[1]') AS run \gset
INSERT INTO claimed SELECT run_id, step_slug, attempt FROM fanout.claim_tasks(:w, 10);
SELECT DISTINCT run_id AS child FROM claimed \gset
SELECT fanout.complete_task(:'child', 'easy', 0, '"done"');
SELECT fanout.fail_task(:'child', 'hard', 0, 'hiccup');
SELECT is(fanout.run_status(:'child'), 'failed', 'a child fails');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'its task''s attempt is recorded');
SELECT is(now, 'queued 1 run ' || :'child' || ' of flow "child" failed: step "hard": hiccup', 'as failed, with an error that names the run, and waits for its retry') FROM pg_temp.task;
SELECT is(fanout.run_status(:'run'), 'started', 'the parent goes on');
SELECT throws_ok(format('SELECT fanout.resume_run(%L)', :'child'), 'PFRDY', NULL, 'so nobody else resumes the child');
SET fanout.clock_offset = '2min';
SELECT fanout.heartbeat(:w);
DELETE FROM claimed;
INSERT INTO claimed SELECT run_id, step_slug, attempt FROM fanout.claim_tasks(:w, 10);
SELECT results_eq('SELECT * FROM claimed', format('VALUES (%L::uuid, ''hard'', 2)', :'child'), 'the retry resumes the child: only what failed runs again');
SELECT is(now, 'started 2 run ' || :'child' || ' of flow "child" failed: step "hard": hiccup', 'it is the second attempt') FROM pg_temp.task;
SELECT fanout.complete_task(:'child', 'hard', 0, '"at last"');
SELECT fanout.claim_tasks(:w, 10);
SELECT is(fanout.run_output(:'run'), '{"each": [{"easy": "done", "hard": "at last"}]}', 'what was done before is kept');
SELECT is((SELECT count(*) FROM fanout.runs), 2::bigint, 'there was one child');

-- Out of attempts.
SELECT fanout.start_run('parent', '[1]') AS run \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT child_run_id AS child FROM fanout.step_tasks WHERE run_id = :'run' \gset
SELECT fanout.fail_task(:'child', 'hard', 0, 'once');
SELECT fanout.claim_tasks(:w, 10);
SET fanout.clock_offset = '4min';
SELECT fanout.heartbeat(:w);
SELECT fanout.claim_tasks(:w, 10);
SELECT fanout.fail_task(:'child', 'hard', 0, 'twice');
SELECT fanout.claim_tasks(:w, 10);
SELECT is((SELECT status || ' ' || error FROM fanout.runs WHERE run_id = :'run'),
    format('failed step "each": task 0: run %s of flow "child" failed: step "hard": twice (attempt 2) (attempt 2)', :'child'), 'out of attempts the parent fails');
SELECT ok(fanout.resume_run(:'run'), 'and can be resumed');
CREATE TEMP TABLE resumed AS SELECT run_id, step_slug FROM fanout.claim_tasks(:w, 10);
SELECT results_eq('SELECT * FROM resumed ORDER BY 2', format('VALUES (%L::uuid, ''easy''), (%1$L, ''hard'')', :'child'), 'which resumes its child');
SELECT fanout.complete_task(run_id, step_slug, 0, '1') FROM resumed;
SELECT fanout.claim_tasks(:w, 10);
SELECT is(fanout.run_status(:'run'), 'completed', 'to the end');

-- What is not to be retried isn't, whichever way it was said.
SELECT fanout.start_run('parent', '[1]') AS run \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT child_run_id AS child FROM fanout.step_tasks WHERE run_id = :'run' \gset
SELECT fanout.cancel_run(:'child', 'not today');
SELECT fanout.claim_tasks(:w, 10);
SELECT is((SELECT status || ' ' || error FROM fanout.runs WHERE run_id = :'run'),
    format('failed step "each": task 0: run %s of flow "child" was cancelled: not today', :'child'), 'a child cancelled by hand fails its task for good');

SELECT fanout.create_flow('stubborn', max_attempts => 5);
SELECT fanout.add_step('stubborn', 'work', handler => 'h');
SELECT fanout.create_flow('above');
SELECT fanout.add_step('above', 'only', handler => 'flow:stubborn');
SELECT fanout.start_run('above') AS run \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT child_run_id AS child FROM fanout.step_tasks WHERE run_id = :'run' \gset
SELECT fanout.fail_task(:'child', 'work', 0, 'never', final => true);
SELECT fanout.claim_tasks(:w, 10);
SELECT is(fanout.run_status(:'run'), 'failed', 'and so does one whose task said so');

-- Said, not guessed from the attempts: neither which attempt it was, nor that there was none left, says anything.
SELECT fanout.create_flow('once', max_attempts => 1);
SELECT fanout.add_step('once', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.create_flow('budget', max_attempts => 5);
SELECT fanout.add_step('budget', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', retry_budget => 0);
SELECT fanout.create_flow('hurry', max_attempts => 5);
SELECT fanout.add_step('hurry', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', schedule_timeout => '1 min');
CREATE FUNCTION pg_temp.above(flow text, what text, final boolean) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    run uuid;
BEGIN
    PERFORM fanout.create_flow('over_' || flow, max_attempts => 2, base_delay => '1 min', max_delay => '1 min');
    PERFORM fanout.add_step('over_' || flow, 'k', handler => 'flow:' || flow);
    run := fanout.start_run('over_' || flow, '[1]');
    PERFORM fanout.claim_tasks((SELECT max(worker_id) FROM fanout.workers), 10);
    IF what IS NOT NULL THEN
        PERFORM fanout.fail_task(child_run_id, 'work', 0, what, final => final) FROM fanout.step_tasks WHERE run_id = run;
    ELSE
        PERFORM fanout.unregister_worker((SELECT max(worker_id) FROM fanout.workers));
        PERFORM fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:']);
        PERFORM set_config('fanout.clock_offset', '8min', true);
        PERFORM fanout.maintain();
    END IF;
    PERFORM fanout.claim_tasks((SELECT max(worker_id) FROM fanout.workers), 10);
    RETURN concat_ws(' ', fanout.run_status(run), (SELECT attempts FROM fanout.step_tasks WHERE run_id = run));
END
$$;
SELECT is(pg_temp.above('once', 'stolen', true), 'failed 1', 'a last attempt''s failure that was said to be final is final for the parent');
SELECT is(pg_temp.above('budget', 'hiccup', false), 'started 1', 'one that found the retry budget spent is not');
SELECT is(pg_temp.above('hurry', NULL, false), 'started 1', 'nor one that waited too long');
-- What was said before a resume says nothing about what comes after it.
SELECT fanout.start_run('over_once', '[1]') AS run \gset
SELECT fanout.claim_tasks(worker_id, 10) FROM fanout.workers ORDER BY worker_id DESC LIMIT 1;
SELECT child_run_id AS child FROM fanout.step_tasks WHERE run_id = :'run' \gset
SELECT fanout.fail_task(:'child', 'work', 0, 'stolen', final => true);
SELECT fanout.claim_tasks(worker_id, 10) FROM fanout.workers ORDER BY worker_id DESC LIMIT 1;
SELECT is(fanout.run_status(:'run'), 'failed', 'failed for good');
SELECT fanout.resume_run(:'run');
SELECT fanout.claim_tasks(worker_id, 10) FROM fanout.workers ORDER BY worker_id DESC LIMIT 1;
SELECT fanout.fail_task(:'child', 'work', 0, 'hiccup');
SELECT is((SELECT error_is_final FROM fanout.runs WHERE run_id = :'child'), false, 'and after a resume only this time');
SELECT register_worker AS w FROM fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:']) \gset
SET fanout.clock_offset = '4min';

-- A flow that has gone, or that is somebody else's by now.
SELECT fanout.start_run('above') AS run \gset
UPDATE fanout.flows SET flow_slug = 'renamed' WHERE flow_slug = 'stubborn';
SELECT fanout.claim_tasks(:w, 10);
SELECT is((SELECT error FROM fanout.runs WHERE run_id = :'run'), 'step "only": flow "stubborn" does not exist (SQLSTATE PFFLO)', 'a flow that is not there any more');
UPDATE fanout.flows SET flow_slug = 'stubborn' WHERE flow_slug = 'renamed';
CREATE ROLE nested_one;
CREATE ROLE nested_two;
UPDATE fanout.flows SET owner = 'nested_one' WHERE flow_slug = 'above';
UPDATE fanout.flows SET owner = 'nested_two' WHERE flow_slug = 'stubborn';
SELECT fanout.start_run('above') AS run \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT is((SELECT error FROM fanout.runs WHERE run_id = :'run'),
    'step "only": step "only" of flow "above": flow "stubborn" belongs to nested_two (SQLSTATE PFOWN)', 'or is not the owner''s to start');
GRANT nested_two TO nested_one;
SELECT fanout.start_run('above') AS run \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 1::bigint, 'a member of its owner may');
SELECT is((SELECT owner::text FROM fanout.runs WHERE run_id = (SELECT child_run_id FROM fanout.step_tasks WHERE run_id = :'run')), 'nested_two', 'the child is its flow''s owner''s');

-- A child that ended while nobody listened is found by the next attempt.
SELECT fanout.start_run('parent', '[1, 2]') AS run \gset
CREATE TEMP TABLE late AS SELECT run_id, step_slug FROM fanout.claim_tasks(:w, 10) WHERE flow_slug = 'child';
SELECT fanout.complete_task(run_id, step_slug, 0, '"kept"') FROM late;
DELETE FROM fanout.queue WHERE kind = 'child';
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'a resumed parent finds children that are completed');
SELECT is(fanout.run_output(:'run'), '{"each": [{"easy": "kept", "hard": "kept"}, {"easy": "kept", "hard": "kept"}]}', 'and takes their outputs');

SELECT * FROM finish();
ROLLBACK;
