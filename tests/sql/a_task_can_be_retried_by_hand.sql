BEGIN;
SELECT plan(45);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '1 h', max_delay => '1 h');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('f', 'after', depends_on => '{work}', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h'], slots => 100) AS w \gset
CREATE FUNCTION claimed() RETURNS text LANGUAGE sql AS
    $$ SELECT string_agg(concat_ws(' ', step_slug, task_index, attempt), ', ' ORDER BY step_slug, task_index)
         FROM fanout.claim_tasks((SELECT min(worker_id) FROM fanout.workers WHERE name = 'w'), 9) $$;

-- One that waits for its retry, beside another.
SELECT fanout.start_run('f', '["a", "b", "c"]') AS f \gset
SELECT is(claimed(), 'work 0 1, work 1 1, work 2 1', 'three tasks run');
SELECT throws_ok(format('SELECT fanout.retry_task(%L, ''work'', 0)', :'f'), 'PFRDY', NULL, 'what runs is not to be tried again');
SELECT fanout.fail_task(:'f', 'work', 0, 'no'), fanout.fail_task(:'f', 'work', 1, 'no');
SELECT is(claimed(), NULL, 'two wait for their retry');
SELECT lives_ok(format('SELECT fanout.retry_task(%L, ''work'', 1)', :'f'), 'one of them is not to wait');
SELECT is(claimed(), 'work 1 2', 'it goes now, and no other');
SELECT is((SELECT sum(width) FROM fanout.queue WHERE available_at IS NOT NULL), 1::bigint, 'which still waits');

-- One that has failed for good, of a run that goes on.
SELECT fanout.fail_task(:'f', 'work', 1, 'no');
SELECT is((SELECT failed FROM fanout.steps_overview WHERE run_id = :'f' AND step_slug = 'work'), 1, 'it fails for good');
SELECT throws_ok(format('SELECT fanout.retry_task(%L, ''work'', 1, ''"B"'')', :'f'), 'PFARG', NULL, 'an input is given as it is shown');
SELECT lives_ok(format('SELECT fanout.retry_task(%L, ''work'', 1, ''{"item": "B"}'')', :'f'), 'it runs again with another item');
SELECT is((SELECT failed FROM fanout.steps_overview WHERE run_id = :'f' AND step_slug = 'work'), 0, 'nothing has failed');
SELECT is((SELECT string_agg(concat_ws(' ', task_index, attempt, input), ', ') FROM fanout.claim_tasks(:w, 9)), '1 3 {"item": "B"}', 'its attempts go on counting');
SELECT fanout.complete_task(:'f', 'work', 1, '"B"'), fanout.complete_task(:'f', 'work', 2, '"c"');
SELECT fanout.retry_task(:'f', 'work', 0);
SELECT claimed();
SELECT fanout.fail_task(:'f', 'work', 0, 'no');
SELECT throws_ok(format('SELECT fanout.retry_task(%L, ''work'', 0)', :'f'), 'PFRDY', NULL, 'once its step has ended it is too late');
SELECT is((SELECT input -> 'work' FROM fanout.claim_tasks(:w, 9))::jsonb, '[null, "B", "c"]', 'what follows has the failure');
SELECT fanout.complete_task(:'f', 'after', 0, '1');
SELECT throws_ok(format('SELECT fanout.retry_task(%L, ''work'', 0)', :'f'), 'PFARG', NULL, 'a completed run is not to be taken up');

-- The only failure of a run that has failed: it goes on with all that is missing.
SELECT fanout.create_flow('strict', max_attempts => 1);
SELECT fanout.add_step('strict', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('strict', 'after', depends_on => '{work}', handler => 'h');
SELECT fanout.start_run('strict', '[0, 1, 2]') AS s \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 1);
SELECT fanout.fail_task(:'s', 'work', 0, 'no');
SELECT is(fanout.run_status(:'s'), 'failed', 'a task fails its run');
SELECT fanout.retry_task(:'s', 'work', 0);
SELECT is(fanout.run_status(:'s'), 'started', 'its retry lets it go on');
SELECT is(claimed(), 'work 0 2, work 1 1, work 2 1', 'with what never ran');
SELECT fanout.complete_task(:'s', 'work', i, to_jsonb(i)) FROM generate_series(0, 2) i;
SELECT is(claimed(), 'after 0 1', 'and what follows');
SELECT fanout.complete_task(:'s', 'after', 0, '1');
SELECT is(fanout.run_status(:'s'), 'completed', 'to its end');

-- One of two failures: it runs alone, and then the run fails again.
SELECT fanout.start_run('strict', '[0, 1, 2, 3]') AS t \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 3);
SELECT fanout.fail_task(:'t', 'work', 0, 'no'), fanout.fail_task(:'t', 'work', 1, 'no');
SELECT fanout.complete_task(:'t', 'work', 2, '2');
SELECT fanout.retry_task(:'t', 'work', 0);
SELECT is(fanout.run_status(:'t'), 'started', 'the run is started');
SELECT is(claimed(), 'work 0 2', 'nothing else of it runs');
SELECT fanout.complete_task(:'t', 'work', 0, '0');
SELECT is(fanout.run_status(:'t'), 'failed', 'when the task has ended it has failed');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'t'), 'step "work": 1 of its items have failed, and were not tried again', 'and says why');
SELECT fanout.retry_task(:'t', 'work', 1);
SELECT is(claimed(), 'work 1 2, work 3 1', 'with the last failure it goes on');
SELECT fanout.fail_task(:'t', 'work', 1, 'no');
SELECT is(fanout.run_status(:'t'), 'failed', 'and fails with it');

-- Both at once: no failure is left when they have ended.
SELECT fanout.start_run('strict', '[0, 1, 2, 3]') AS u \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 2);
SELECT fanout.fail_task(:'u', 'work', 0, 'no'), fanout.fail_task(:'u', 'work', 1, 'no');
SELECT fanout.retry_task(:'u', 'work', 0);
SELECT fanout.retry_task(:'u', 'work', 1);
SELECT is(claimed(), 'work 0 2, work 1 2', 'two are retried, and nothing else runs');
SELECT fanout.complete_task(:'u', 'work', 0, '0'), fanout.complete_task(:'u', 'work', 1, '1');
SELECT is(fanout.run_status(:'u'), 'started', 'no failure is left');
SELECT fanout.register_worker('engine', ARRAY['fanout:']) AS e \gset
SELECT fanout.claim_tasks(:e, 1);
SELECT is(claimed(), 'work 2 1, work 3 1', 'so what never ran does');
SELECT fanout.complete_task(:'u', 'work', i, to_jsonb(i)) FROM generate_series(2, 3) i;
SELECT is(claimed(), 'after 0 1', 'and what follows');
SELECT fanout.complete_task(:'u', 'after', 0, '1');

-- A single step.
SELECT fanout.create_flow('single', max_attempts => 1), fanout.add_step('single', 'only', handler => 'h');
SELECT fanout.start_run('single', '1') AS o \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'o', 'only', 0, 'no');
SELECT fanout.retry_task(:'o', 'only', 0, '{"run": 2}');
SELECT is((SELECT input FROM fanout.step_tasks WHERE run_id = :'o'), '{"run": 2}', 'the task of a single step has another input');
SELECT is((SELECT input FROM fanout.claim_tasks(:w, 9))::jsonb, '{"run": 2}', 'and gets it');
SELECT fanout.complete_task(:'o', 'only', 0, '2');
SELECT is(fanout.run_status(:'o'), 'completed', 'it completes its run');

-- A child run is started anew where the input is another.
SELECT fanout.create_flow('parent', max_attempts => 1), fanout.add_step('parent', 'above', step_type => 'fanout', fanout_from => 'run', handler => 'flow:single');
SELECT fanout.register_worker('c', ARRAY['flow:', 'fanout:', 'h']) AS c \gset
SELECT fanout.start_run('parent', '[1]') AS p \gset
SELECT fanout.fail_task(run_id, step_slug, task_index, 'no', final => true) FROM fanout.claim_tasks(:c, 9);
SELECT fanout.claim_tasks(:c, 9);
SELECT is(fanout.run_status(:'p'), 'failed', 'a child fails its parent');
SELECT throws_ok(format('SELECT fanout.retry_task(%L, ''only'', 0)', (SELECT run_id FROM fanout.runs WHERE parent_state_id IS NOT NULL)), 'PFRDY', NULL,
    'a child goes on with its parent');
SELECT fanout.retry_task(:'p', 'above', 0, '{"item": 2}');
SELECT is((SELECT input FROM fanout.claim_tasks(:c, 9))::jsonb, '{"run": 2}', 'which starts it anew with another input');

-- What is done is counted by results while a task is retried alone, and after that: others have never run.
SELECT fanout.create_flow('large', max_attempts => 1), fanout.add_step('large', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'l');
SELECT fanout.register_worker('l', ARRAY['l', 'fanout:'], slots => 3) AS l \gset
SELECT fanout.start_run('large', (SELECT jsonb_agg(n) FROM generate_series(1, 3000) n)) AS large \gset
CREATE VIEW pg_temp.large AS SELECT status || ' ' || done AS now FROM fanout.runs_overview WHERE flow = 'large';
SELECT fanout.claim_tasks(:l, 3);
SELECT fanout.complete_task(:'large', 'work', 0, '1'), fanout.fail_task(:'large', 'work', 1, 'no'), fanout.fail_task(:'large', 'work', 2, 'no');
SELECT is(now, 'failed 3', 'of 3,000 tasks three have ended') FROM pg_temp.large;
SELECT fanout.retry_task(:'large', 'work', 1);
SELECT is(now, 'started 2', 'one is retried') FROM pg_temp.large;
SELECT fanout.complete_task(run_id, step_slug, task_index, '1') FROM fanout.claim_tasks(:l, 3);
SELECT fanout.claim_tasks(:l, 3);
SELECT is(now, 'failed 3', 'another one has failed') FROM pg_temp.large;
SELECT fanout.resume_run(:'large');
SELECT is(now, 'started 2', 'a resume counts what there is') FROM pg_temp.large;

-- One is retried when the end of another is about to be looked at.
SELECT fanout.create_flow('both', max_attempts => 1), fanout.add_step('both', 'other', step_type => 'fanout', fanout_from => 'run', handler => 'b'),
       fanout.add_step('both', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'b', on_failure => 'collect');
SELECT fanout.register_worker('b', ARRAY['b'], slots => 9) AS b \gset
SELECT fanout.start_run('both', '[0, 1, 2]') AS both \gset
SELECT fanout.fail_task(run_id, step_slug, task_index, 'no') FROM fanout.claim_tasks(:b, 6) WHERE step_slug = 'work' AND task_index < 2;
SELECT fanout.fail_task(:'both', 'other', 0, 'no');
SELECT is(fanout.run_status(:'both'), 'failed', 'one step fails, and another has failures');
SELECT fanout.retry_task(:'both', 'work', 0);
SELECT fanout.complete_task(run_id, step_slug, task_index, '0') FROM fanout.claim_tasks(:b, 6);
SELECT fanout.retry_task(:'both', 'work', 1);
SELECT fanout.complete_task(run_id, step_slug, task_index, '1') FROM fanout.claim_tasks(:b, 6);
SELECT is((SELECT count(*) FROM fanout.queue JOIN fanout.step_states USING (state_id) WHERE run_id = :'both'), 2::bigint, 'the end of both is to be looked at');
SELECT fanout.claim_tasks(:e, 1);
SELECT is(fanout.run_status(:'both'), 'failed', 'which is once');

-- What a child run has been started with stays as it is.
SELECT fanout.create_flow('read', max_attempts => 1), fanout.add_step('read', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'r', on_failure => 'collect'),
       fanout.add_step('read', 'each', '{work}', 'fanout', 'flow:single');
SELECT fanout.register_worker('r', ARRAY['r', 'flow:'], slots => 9) AS r \gset
SELECT fanout.start_run('read', '[0, 1]') AS read \gset
SELECT fanout.claim_tasks(:r, 2);
SELECT fanout.fail_task(:'read', 'work', 0, 'no');
SELECT fanout.claim_tasks(:r, 9);
SELECT is((SELECT c.input -> 'item' FROM fanout.runs c JOIN fanout.step_states s ON s.state_id = c.parent_state_id WHERE s.run_id = :'read'), 'null', 'a child run has a failure for its input');
SELECT throws_ok(format('SELECT fanout.retry_task(%L, ''work'', 0)', :'read'), 'PFRDY', NULL, 'so that is not retried');

SELECT throws_like(format('SELECT fanout.retry_task(%L, ''work'', 4)', :'u'), '%"work"%task_index is 4, and it has 4 tasks', 'what isn''t there is an error');

SELECT * FROM finish();
ROLLBACK;
