BEGIN;
SELECT plan(17);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect',
                       tolerated_failures => 2);
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

-- As many as are tolerated.
SELECT fanout.start_run('f', '[0, 1, 2, 3]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', i, 'no ' || i) FROM unnest(ARRAY[0, 3]) i;
SELECT is(fanout.run_status(:'run'), 'started', 'two failures are tolerated');
SELECT fanout.complete_task(:'run', 'work', i, to_jsonb(i)) FROM unnest(ARRAY[1, 2]) i;
SELECT is(fanout.run_output(:'run'), '{"work": [null, 1, 2, null]}', 'the run completes with them');

-- One more.
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4]') AS run \gset
SELECT fanout.claim_tasks(:w, 4);
SELECT fanout.fail_task(:'run', 'work', i, 'no ' || i) FROM generate_series(0, 1) i;
SELECT is(fanout.run_status(:'run'), 'started', 'two failures are tolerated again');
SELECT fanout.fail_task(:'run', 'work', 2, 'no 2');
SELECT results_eq(format('SELECT status, failed, error FROM fanout.steps_overview WHERE run_id = %L', :'run'),
    $$VALUES ('failed', 3, '3 of 5 items failed; tolerated_failures is 2')$$, 'the third fails the step at once');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'),
    'step "work": 3 of 5 items failed; tolerated_failures is 2', 'and the run, which says so');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'what waited is gone');
SELECT fanout.complete_task(:'run', 'work', 3, '3');
SELECT is((SELECT status FROM fanout.step_tasks WHERE run_id = :'run' AND task_index = 3), 'completed', 'what was under way is accepted');
SELECT is(fanout.run_output(:'run'), NULL, 'and changes nothing');
SELECT results_eq(format('SELECT task_index, attempts, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (0, 1, 'no 0'), (1, 1, 'no 1'), (2, 1, 'no 2'), (NULL, NULL, '3 of 5 items failed; tolerated_failures is 2')$$,
    'errors() has the tasks'' errors and the step''s');

-- Several in one call, with the last of the fan-out among them.
SELECT fanout.start_run('f', '[0, 1, 2]') AS run \gset
SELECT array_agg(claim_id) AS claims FROM fanout.exchange(:w, 1, 3) \gset
SELECT fanout.exchange(:w, 2, 0, :'claims', '{0, 1, 2}', '{NULL, NULL, NULL}', '{a, b, c}', '{true, true, true}');
SELECT results_eq(format('SELECT status, error FROM fanout.runs_overview WHERE run_id = %L', :'run'),
    $$VALUES ('failed', 'step "work": 3 of 3 items failed; tolerated_failures is 2')$$, 'three in one call fail it, though all tasks are done');

-- None.
SELECT fanout.create_flow('none', max_attempts => 1);
SELECT fanout.add_step('none', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect',
                       tolerated_failures => 0);
SELECT fanout.start_run('none', '[0, 1]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', 1, 'no');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "work": 1 of 2 items failed; tolerated_failures is 0',
    'none may be tolerated');

-- SQL handlers.
CREATE FUNCTION public.fails(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
SELECT fanout.create_flow('s', max_attempts => 1);
SELECT fanout.add_step('s', 'fails', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.fails', on_failure => 'collect',
                       tolerated_failures => 1);
SELECT fanout.register_worker('w', ARRAY['sql:']) AS sw \gset
SELECT fanout.start_run('s', '[0, 1, 2]') AS run \gset
SELECT fanout.claim_tasks(:sw, 9);
SELECT fanout.run_sql_tasks(:sw, max_tasks => 1);
SELECT is(fanout.run_status(:'run'), 'started', 'of SQL tasks, too, one is tolerated');
SELECT fanout.run_sql_tasks(:sw, max_tasks => 1);
SELECT is(fanout.run_status(:'run'), 'failed', 'and two are not');

-- A resume forgets what failed, and counts anew.
SELECT fanout.start_run('none', '[0, 1]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', 1, 'no');
SELECT fanout.unregister_worker(:w);
SELECT fanout.resume_run(:'run');
SELECT is((SELECT count(*) FROM fanout.item_errors e JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'run'), 0::bigint,
    'what a resume runs again hasn''t failed');
SELECT is((SELECT count(*) FROM fanout.errors(:'run')), 0::bigint, 'nor does errors() say so');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', i, to_jsonb(i)) FROM generate_series(0, 1) i;
SELECT is(fanout.run_output(:'run'), '{"work": [0, 1]}', 'it completes');
SELECT is((SELECT failed FROM fanout.runs_overview WHERE run_id = :'run'), 0::bigint, 'without a failure');

SELECT * FROM finish();
ROLLBACK;
