BEGIN;
SELECT plan(19);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('f', 'after', ARRAY['work'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '["a", "b", "c", "d"]') AS run \gset

SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', 1, 'no b', final => true);
SELECT is(fanout.run_status(:'run'), 'started', 'a task that fails for good doesn''t fail the run');
SELECT fanout.fail_task(:'run', 'work', 2, 'hiccup');
SELECT is((SELECT failed FROM fanout.steps_overview WHERE step_slug = 'work'), 1, 'one item failed for good');
SELECT is((SELECT failed FROM fanout.runs_overview), 1::bigint, 'in the run, too');
SELECT fanout.complete_task(:'run', 'work', 0, '"A"');
SELECT fanout.complete_task(:'run', 'work', 3, '"D"');
SELECT results_eq(format('SELECT task_index, status, output, error, attempts FROM fanout.results(%L, %L)', :'run', 'work'),
    $$VALUES (0, 'completed', '"A"'::jsonb, NULL, 1), (1, 'failed', NULL, 'no b', 1)$$, 'results() has it beside the others');
SELECT is((SELECT array_agg(task_index || ' ' || attempt) FROM fanout.claim_tasks(:w, 9)), ARRAY['2 2'], 'a failure that isn''t final is retried');
SELECT fanout.fail_task(:'run', 'work', 2, 'no c');
SELECT results_eq('SELECT status, done, total, failed, output, error FROM fanout.steps_overview WHERE step_slug = ''work''',
    $$VALUES ('completed', 4::bigint, 4, 2, '["A", null, null, "D"]'::jsonb, NULL)$$, 'the array has a null where a task failed');
SELECT results_eq(format('SELECT step_slug, task_index, item, attempts, error FROM fanout.errors(%L)', :'run'),
    $$VALUES ('work', 1, '"b"'::jsonb, 1, 'no b'), ('work', 2, '"c"', 2, 'no c')$$, 'errors() has those that failed for good');
SELECT results_eq('SELECT s.run_id, e.index, e.item, e.error, e.attempts FROM fanout.item_errors e JOIN fanout.step_states s USING (state_id) ORDER BY 2',
    format($$VALUES (%L::uuid, 1, '"b"'::jsonb, 'no b', 1), (%1$L, 2, '"c"', 'no c', 2)$$, :'run'), 'and so has what the engine reads');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 1::bigint, 'what depends on it starts');
SELECT fanout.complete_task(:'run', 'after', 0, '1');
SELECT is(fanout.run_status(:'run'), 'completed', 'the run with failed tasks is completed');
SELECT is(fanout.run_output(:'run'), '{"after": 1}', 'and has an output');

-- The same through exchange, where all fail.
SELECT fanout.start_run('f', '["a", "b"]') AS run \gset
SELECT array_agg(claim_id) AS claims FROM fanout.exchange(:w, 1, 2) \gset
SELECT fanout.exchange(:w, 2, 0, :'claims', '{0, 1}', '{NULL, NULL}', '{no, never}', '{true, true}');
SELECT results_eq(format('SELECT status, failed, output FROM fanout.steps_overview WHERE step_slug = %L AND run_id = %L', 'work', :'run'),
    $$VALUES ('completed', 2, '[null, null]'::jsonb)$$, 'all tasks may fail');
SELECT is((SELECT status FROM fanout.step_tasks WHERE run_id = :'run' AND task_index = 1 AND step_slug = 'work'), 'failed', 'step_tasks shows each as failed');

-- And with SQL handlers.
CREATE FUNCTION public.odd_only(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF (i ->> 'item')::int % 2 = 0 THEN
        RAISE EXCEPTION '% is even', i ->> 'item' USING ERRCODE = 'PFFIN';
    END IF;
    RETURN i -> 'item';
END
$$;
SELECT fanout.create_flow('s');
SELECT fanout.add_step('s', 'odd', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.odd_only', on_failure => 'collect');
SELECT fanout.register_worker('w', ARRAY['sql:']) AS sw \gset
SELECT fanout.start_run('s', '[1, 2, 3, 4]') AS run \gset
SELECT fanout.claim_tasks(:sw, 9);
SELECT fanout.run_sql_tasks(:sw, max_tasks => 1) FROM generate_series(1, 4);
SELECT is(fanout.run_output(:'run'), '{"odd": [1, null, 3, null]}', 'SQL handlers fail likewise');
SELECT results_eq(format('SELECT task_index, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (1, '2 is even (SQLSTATE PFFIN)'), (3, '4 is even (SQLSTATE PFFIN)')$$, 'each with its own error');

-- An end of the run is an end: what comes in later is counted, and fails nothing.
SELECT fanout.start_run('f', '["a", "b"]') AS run \gset
SELECT fanout.claim_tasks(:w, 2);
SELECT fanout.cancel_run(:'run');
SELECT fanout.fail_task(:'run', 'work', 0, 'late', final => true);
SELECT results_eq(format('SELECT status, failed FROM fanout.runs_overview WHERE run_id = %L', :'run'),
    $$VALUES ('cancelled', 1::bigint)$$, 'a failure after a cancel is kept');

-- fail_fast is the default.
SELECT fanout.create_flow('fast', max_attempts => 1);
SELECT fanout.add_step('fast', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.start_run('fast', '["a", "b"]') AS run \gset
SELECT fanout.claim_tasks(:w, 2);
SELECT fanout.fail_task(:'run', 'work', 1, 'no');
SELECT results_eq(format('SELECT status, failed, error FROM fanout.runs_overview WHERE run_id = %L', :'run'),
    $$VALUES ('failed', 1::bigint, 'step "work": task 1: no')$$, 'without it the first one fails the run');
SELECT results_eq(format('SELECT task_index, item, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (1, '"b"'::jsonb, 'no')$$, 'its error is the task''s only');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'nothing is left waiting');

SELECT * FROM finish();
ROLLBACK;
