BEGIN;
SELECT plan(19);

SELECT fanout.create_flow('f', max_attempts => 5, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', retry_budget => 3);
SELECT fanout.register_worker('w', ARRAY['h'], slots => 10) AS w \gset
SELECT fanout.start_run('f', '["a", "b", "c", "d", "e"]') AS run \gset
CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(:w, 1, 5);

SELECT fanout.exchange(:w, 2, 0, array_agg(claim_id), array_agg(task_index), array_agg(NULL::text), array_agg('broke'::text), array_agg(false)) FROM held WHERE task_index < 2;
SELECT is((SELECT remaining FROM fanout.retry_budgets), 1, 'each retry is taken off the budget');
SELECT fanout.complete_task(:'run', 'work', 4, '"E"');
SELECT is((SELECT remaining FROM fanout.retry_budgets), 1, 'a success costs nothing');
SELECT fanout.exchange(:w, 3, 0, array_agg(claim_id), array_agg(task_index), array_agg(NULL::text), array_agg('broke'::text), array_agg(false), retry_after => array_agg(interval '1 h'))
  FROM held WHERE task_index IN (2, 3);
SELECT is((SELECT remaining FROM fanout.retry_budgets), 0, 'a retry whose time the handler sets costs one, too');
SELECT results_eq('SELECT task_index, error, final FROM fanout.failures ORDER BY 1',
    $$VALUES (0, 'broke', false), (1, 'broke', false), (2, 'broke', false), (3, 'broke (no retry: the step''s retry_budget of 3 is spent)', true)$$,
    'of two failures one was the last that is retried; the other''s error says why it isn''t');
SELECT is(fanout.run_status(:'run'), 'failed', 'it fails the run');
SELECT results_eq(format('SELECT task_index, attempts FROM fanout.errors(%L)', :'run'), 'VALUES (3, 1)', 'errors() says after how many attempts');

-- Final errors take nothing.
SELECT fanout.start_run('f', '["a"]') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.fail_task(:'run', 'work', 0, 'no use', final => true);
SELECT is((SELECT error FROM fanout.errors(:'run')), 'no use', 'a final error is as it was');
SELECT is((SELECT count(*) FROM fanout.retry_budgets b JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'run'), 0::bigint, 'and costs nothing');

-- A budget of none, under fail_fast.
SELECT fanout.create_flow('strict', max_attempts => 5, base_delay => '0');
SELECT fanout.add_step('strict', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', retry_budget => 0);
SELECT fanout.start_run('strict', '["a"]') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.fail_task(:'run', 'work', 0, 'broke');
SELECT is(fanout.run_status(:'run'), 'failed', 'without a budget nothing is retried');
SELECT alike((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), '%broke (no retry: the step''s retry_budget of 0 is spent)', 'and the run says why it failed');

-- Under collect the others go on.
SELECT fanout.create_flow('patient', max_attempts => 5, base_delay => '0');
SELECT fanout.add_step('patient', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', retry_budget => 1, on_failure => 'collect');
SELECT fanout.start_run('patient', '["a", "b", "c"]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', i, 'broke') FROM generate_series(0, 1) i;
SELECT fanout.complete_task(:'run', 'work', 2, '"C"');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 0, '"A"');
SELECT is(fanout.run_output(:'run'), '{"work": ["A", null, "C"]}', 'collected, the failure without a retry is one null');

-- Another run, and another step, have their own.
SELECT fanout.add_step('strict', 'other', step_type => 'fanout', fanout_from => 'run', handler => 'h', retry_budget => 1);
SELECT fanout.add_step('strict', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', retry_budget => 1);
SELECT fanout.start_run('strict', '["a"]') AS one \gset
SELECT fanout.start_run('strict', '["a"]') AS two \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 4::bigint, 'two steps of two runs');
SELECT fanout.fail_task(run, step, 0, 'broke') FROM unnest(ARRAY[:'one', :'two']::uuid[]) run, unnest(ARRAY['work', 'other']) step;
SELECT is((SELECT count(*) FROM fanout.queue WHERE attempt = 2), 4::bigint, 'each has its own budget');
SELECT results_eq('SELECT remaining FROM fanout.retry_budgets b JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id) WHERE r.status = ''started''', 'VALUES (0), (0), (0), (0)', 'which is spent');

-- A crash that uses up no attempt, and one that does.
SELECT fanout.cancel_run(:'one'), fanout.cancel_run(:'two');
SELECT fanout.start_run('strict', '["a", "b"]') AS run \gset
UPDATE fanout.queue SET handler = 'gone' FROM fanout.step_states s JOIN fanout.steps t USING (step_id) WHERE s.state_id = fanout.queue.state_id AND t.step_slug = 'other';
CREATE TEMP TABLE crashing AS SELECT * FROM fanout.exchange(:w, 4, 2) WHERE kind = 'task';
SELECT is((SELECT count(*) FROM crashing), 2::bigint, 'two tasks under one claim');
SELECT fanout.report_crash(:w, (SELECT max(claim_id) FROM crashing));
SELECT is((SELECT count(*) FROM fanout.retry_budgets b JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'run'), 0::bigint, 'that go down together cost nothing');
CREATE TEMP TABLE alone AS SELECT * FROM fanout.exchange(:w, 5, 2) WHERE kind = 'task';
SELECT fanout.report_crash(:w, (SELECT claim_id FROM alone));
SELECT is((SELECT remaining FROM fanout.retry_budgets b JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'run'), 0, 'one that goes down alone costs a retry');
TRUNCATE alone;
INSERT INTO alone SELECT * FROM fanout.exchange(:w, 6, 2) WHERE kind = 'task';
SELECT fanout.report_crash(:w, (SELECT claim_id FROM alone), 'went down');
SELECT is(fanout.run_status(:'run'), 'failed', 'and where none is left the crash is final');
SELECT alike((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), '%went down (no retry: the step''s retry_budget of 1 is spent)%', 'with both reasons');

SELECT * FROM finish();
ROLLBACK;
