BEGIN;
SELECT plan(22);

SELECT fanout.create_flow('f', max_attempts => 3, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 2, on_failure => 'collect',
                       tolerated_failures => 3);
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

SELECT fanout.start_run('f', '["a", "b", "c", "d", "e"]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 0, '["A", {"$error": "no b"}]');
SELECT is(fanout.run_status(:'run'), 'started', 'an item that fails doesn''t fail the run');
SELECT is((SELECT failed FROM fanout.steps_overview), 1, 'and is counted');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'it isn''t retried');
SELECT fanout.complete_task(:'run', 'work', 2, '[{"$error": "no e"}]');
SELECT fanout.complete_task(:'run', 'work', 1, '[{"$error": 5}, "$error"]');
SELECT is(fanout.run_output(:'run'), '{"work": ["A", null, {"$error": 5}, "$error", null]}', 'a failed item is null; only an object with a text is a failure');
SELECT results_eq(format('SELECT task_index, item, attempts, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (0, '"b"'::jsonb, 1, 'no b'), (2, '"e"', 1, 'no e')$$, 'errors() has the items, task_index counts batches');
SELECT ok(bool_and(failed_at IS NOT NULL), 'and when') FROM fanout.errors(:'run');
SELECT results_eq('SELECT index, item, error, attempts FROM fanout.item_errors ORDER BY 1',
    $$VALUES (1, '"b"'::jsonb, 'no b', 1), (4, '"e"', 'no e', 1)$$, 'to the engine index counts items');
SELECT results_eq(format('SELECT task_index, status, output, error FROM fanout.results(%L)', :'run'),
    $$VALUES (0, 'completed', '["A", {"$error": "no b"}]'::jsonb, NULL), (1, 'completed', '[{"$error": 5}, "$error"]', NULL),
             (2, 'completed', '[{"$error": "no e"}]', NULL)$$, 'results() has what the batch gave');
SELECT is((SELECT failed FROM fanout.runs_overview), 2::bigint, 'the run has two failures');

-- Tolerances count items: those of a failed batch, and those that failed alone.
SELECT fanout.start_run('f', '["a", "b", "c", "d", "e", "f"]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', 0, 'no', final => true);
SELECT fanout.complete_task(:'run', 'work', 1, '[{"$error": "no c"}, "D"]');
SELECT is(fanout.run_status(:'run'), 'started', 'three failed items are tolerated');
SELECT fanout.complete_task(:'run', 'work', 2, '["E", {"$error": "no f"}]');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "work": 4 of 6 items failed; tolerated_failures is 3',
    'the fourth fails the step, though it was done');
SELECT results_eq(format('SELECT task_index, item, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (0, '["a", "b"]'::jsonb, 'no'), (1, '"c"', 'no c'), (2, '"f"', 'no f'),
             (NULL, NULL, '4 of 6 items failed; tolerated_failures is 3')$$, 'errors() has batches, items and the step');
SELECT results_eq(format('SELECT e.index, e.item, e.error FROM fanout.item_errors e JOIN fanout.step_states s USING (state_id)
                          WHERE s.run_id = %L ORDER BY 1', :'run'),
    $$VALUES (0, '"a"'::jsonb, 'no'), (1, '"b"', 'no'), (2, '"c"', 'no c'), (5, '"f"', 'no f')$$, 'the engine''s view only items');

-- Counts count items.
SELECT fanout.create_flow('counts');
SELECT fanout.add_step('counts', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 2, on_failure => 'collect',
                       output_mode => 'counts');
SELECT fanout.start_run('counts', '[1, 2, 3, 4, 5]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 0, '[{"$error": "no"}, 2]');
SELECT fanout.fail_task(:'run', 'work', 1, 'no', final => true);
SELECT fanout.complete_task(:'run', 'work', 2, '[5]');
SELECT is(fanout.run_output(:'run'), '{"work": {"total": 5, "succeeded": 2, "failed": 3}}', 'counts count items, not batches');

-- fail_fast: one item is enough.
SELECT fanout.create_flow('fast');
SELECT fanout.add_step('fast', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 2);
SELECT fanout.start_run('fast', '[1, 2, 3, 4]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 1, '[3, {"$error": "no 4"}]');
SELECT results_eq(format('SELECT status, failed, error FROM fanout.runs_overview WHERE run_id = %L', :'run'),
    $$VALUES ('failed', 1::bigint, 'step "work": item 1 of task 1: no 4')$$, 'under fail_fast a failed item fails the run');
SELECT results_eq(format('SELECT task_index, item, error FROM fanout.errors(%L)', :'run'), $$VALUES (1, '4'::jsonb, 'no 4')$$, 'errors() has the item');
SELECT is((SELECT status FROM fanout.step_tasks WHERE run_id = :'run' AND task_index = 1), 'completed', 'its batch has a result');

-- With SQL handlers.
CREATE FUNCTION public.odd_only(i jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_agg(CASE WHEN value::int % 2 = 1 THEN to_jsonb(value::int)
                          ELSE jsonb_build_object('$error', value || ' is "even"') END ORDER BY n)
      FROM jsonb_array_elements_text(i -> 'items') WITH ORDINALITY e (value, n)
$$;
SELECT fanout.create_flow('s');
SELECT fanout.add_step('s', 'odd', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.odd_only', batch_size => 4, on_failure => 'collect');
SELECT fanout.register_worker('w', ARRAY['sql:']) AS sw \gset
SELECT fanout.start_run('s', '[1, 2, 3, 4, 5, 6]') AS run \gset
SELECT fanout.claim_tasks(:sw, 9);
SELECT fanout.run_sql_tasks(:sw);
SELECT is(fanout.run_output(:'run'), '{"odd": [1, null, 3, null, 5, null]}', 'items of SQL tasks fail alone, too');
SELECT results_eq(format('SELECT task_index, item, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (0, '2'::jsonb, '2 is "even"'), (0, '4', '4 is "even"'), (1, '6', '6 is "even"')$$, 'each with its error, in order');
SELECT is((SELECT fanout.item_error('{"$error": "x"}')), 'x', 'item_error reads the message');
SELECT is((SELECT fanout.item_error('{"$error": "x", "code": 7}')), NULL, 'an object with another key is an output that happens to have this one');
SELECT fanout.start_run('f', '["a", "b"]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 0, '["A", {"$error": "log", "lines": 7}]');
SELECT is(fanout.run_output(:'run'), '{"work": ["A", {"$error": "log", "lines": 7}]}', 'and stays as it is');

SELECT * FROM finish();
ROLLBACK;
