BEGIN;
SELECT plan(16);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 2, on_failure => 'collect');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

-- Through claim_tasks and complete_task, the last batch first.
SELECT fanout.start_run('f', '["a", "b", "c", "d", "e"]') AS run \gset
SELECT is((SELECT total FROM fanout.steps_overview), 3, 'five items are three batches of two');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 2, '["E"]');
SELECT is((SELECT count(*) FROM fanout.results(:'run')), 0::bigint, 'results come in the order of batches');
SELECT fanout.complete_task(:'run', 'work', 0, '["A", ["B"]]');
SELECT results_eq(format('SELECT task_index, status, output FROM fanout.results(%L)', :'run'),
    $$VALUES (0, 'completed', '["A", ["B"]]'::jsonb)$$, 'a row a batch, its output as it was given');
SELECT fanout.complete_task(:'run', 'work', 1, '[{"c": 1}, null]');
SELECT results_eq(format('SELECT task_index FROM fanout.results(%L, after_index => 0)', :'run'), ARRAY[1, 2], 'the cursor counts batches');
SELECT is(fanout.run_output(:'run'), '{"work": ["A", ["B"], {"c": 1}, null, "E"]}', 'the array is flat, in the order of the items, and no deeper');
SELECT is((SELECT failed FROM fanout.runs_overview WHERE run_id = :'run'), 0::bigint, 'nothing failed');

-- Through exchange, more than fit into two digits.
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 25) i)) AS run \gset
SELECT array_agg(claim_id ORDER BY task_index DESC) AS claims, array_agg(task_index ORDER BY task_index DESC) AS indexes,
       array_agg((SELECT jsonb_agg(i * 10) FROM jsonb_array_elements_text(e.input::jsonb -> 'items') x (n), LATERAL (SELECT n::int) y (i))::text
                 ORDER BY task_index DESC) AS outputs, count(*)::int AS n
  FROM fanout.exchange(:w, 1, 100) e \gset
SELECT fanout.exchange(:w, 2, 0, :'claims', :'indexes', :'outputs', array_fill(NULL::text, ARRAY[:n]), array_fill(false, ARRAY[:n]));
SELECT is(fanout.run_output(:'run'), '{"work": [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210, 220, 230, 240, 250]}',
    'twenty-five items come back in order');

-- With SQL handlers.
CREATE FUNCTION public.double_all(i jsonb) RETURNS jsonb LANGUAGE sql AS
    $$ SELECT jsonb_agg(value::int * 2 ORDER BY n) FROM jsonb_array_elements_text(i -> 'items') WITH ORDINALITY e (value, n) $$;
SELECT fanout.create_flow('s');
SELECT fanout.add_step('s', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.double_all', batch_size => 3);
SELECT fanout.register_worker('w', ARRAY['sql:']) AS sw \gset
SELECT fanout.start_run('s', '[1, 2, 3, 4, 5, 6, 7]') AS run \gset
SELECT fanout.claim_tasks(:sw, 9);
SELECT fanout.run_sql_tasks(:sw);
SELECT is(fanout.run_output(:'run'), '{"work": [2, 4, 6, 8, 10, 12, 14]}', 'SQL handlers take batches, too');
SELECT is((SELECT count(*) FROM fanout.results(:'run')), 3::bigint, 'three of them');

-- A batch that fails is a null for each of its items.
SELECT fanout.start_run('f', '["a", "b", "c", "d", "e"]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 1, '["C", "D"]');
SELECT fanout.fail_task(:'run', 'work', 0, 'no', final => true);
SELECT is((SELECT failed FROM fanout.steps_overview WHERE run_id = :'run'), 2, 'both items of the batch have failed');
SELECT fanout.fail_task(:'run', 'work', 2, 'neither', final => true);
SELECT is(fanout.run_output(:'run'), '{"work": [null, null, "C", "D", null]}', 'a failed batch is one null per item');
SELECT is((SELECT failed FROM fanout.runs_overview WHERE run_id = :'run'), 3::bigint, 'the last one had one item');
SELECT results_eq(format('SELECT task_index, item, attempts, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (0, '["a", "b"]'::jsonb, 1, 'no'), (2, '["e"]', 1, 'neither')$$, 'errors() has the batches that failed');
SELECT results_eq(format('SELECT e.index, e.item, e.error, e.attempts FROM fanout.item_errors e JOIN fanout.step_states s USING (state_id)
                          WHERE s.run_id = %L ORDER BY 1', :'run'),
    $$VALUES (0, '"a"'::jsonb, 'no', 1), (1, '"b"', 'no', 1), (4, '"e"', 'neither', 1)$$, 'the engine''s view has their items');
SELECT results_eq(format('SELECT task_index, status, error FROM fanout.results(%L)', :'run'),
    $$VALUES (0, 'failed', 'no'), (1, 'completed', NULL), (2, 'failed', 'neither')$$, 'results() has a row a batch');

SELECT fanout.start_run('f', '[]') AS run \gset
SELECT is(fanout.run_output(:'run'), '{"work": []}', 'no items are no batches');

SELECT * FROM finish();
ROLLBACK;
