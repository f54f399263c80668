BEGIN;
SELECT plan(9);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect', output_mode => 'counts');
SELECT fanout.add_step('f', 'after', ARRAY['work'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

SELECT fanout.start_run('f', '[0, 1, 2]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', 1, 'no');
SELECT fanout.complete_task(:'run', 'work', i, to_jsonb(i * 10)) FROM unnest(ARRAY[0, 2]) i;
SELECT is((SELECT output FROM fanout.steps_overview WHERE step_slug = 'work'), '{"total": 3, "succeeded": 2, "failed": 1}', 'its output is counts');
SELECT is((SELECT input::jsonb -> 'work' FROM fanout.claim_tasks(:w, 9)), '{"total": 3, "succeeded": 2, "failed": 1}', 'which dependents get');
SELECT results_eq(format('SELECT task_index, status, output, error FROM fanout.results(%L, %L)', :'run', 'work'),
    $$VALUES (0, 'completed', '0'::jsonb, NULL), (1, 'failed', NULL, 'no'), (2, 'completed', '20', NULL)$$, 'the results are rows as ever');

-- As a leaf, and empty.
SELECT fanout.create_flow('leaf');
SELECT fanout.add_step('leaf', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', output_mode => 'counts');
SELECT fanout.start_run('leaf', '[0, 1]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', i, '1') FROM generate_series(0, 1) i;
SELECT is(fanout.run_output(:'run'), '{"work": {"total": 2, "succeeded": 2, "failed": 0}}', 'a run''s output has them');
SELECT is((SELECT fanout.state_output(state_id) FROM fanout.step_states WHERE run_id = :'run'), '{"total": 2, "succeeded": 2, "failed": 0}', 'the engine reads them, too');
SELECT fanout.start_run('leaf', '[]') AS run \gset
SELECT is(fanout.run_output(:'run'), '{"work": {"total": 0, "succeeded": 0, "failed": 0}}', 'of nothing there are none');

-- Counting is quick: it isn't left to another worker, however large the step.
SET fanout.inline_tasks = 20000;
SELECT fanout.start_run('leaf', (SELECT jsonb_agg(i) FROM generate_series(1, 10001) i)) AS run \gset
RESET fanout.inline_tasks;
SELECT array_agg(claim_id ORDER BY task_index) AS claims, array_agg(task_index ORDER BY task_index) AS indexes, count(*)::int AS n
  FROM fanout.exchange(:w, 1, 20000) \gset
SELECT is(:n, 10001, 'more than 10,000 tasks');
SELECT count(*) FROM fanout.exchange(:w, 2, 0, :'claims', :'indexes', array_fill('1'::text, ARRAY[:n]), array_fill(NULL::text, ARRAY[:n]),
                       array_fill(false, ARRAY[:n]));
SELECT is(fanout.run_output(:'run'), '{"work": {"total": 10001, "succeeded": 10001, "failed": 0}}', 'are counted with the last completion');
SELECT is((SELECT count(*) FROM fanout.results(:'run')), 10001::bigint, 'and readable');

SELECT * FROM finish();
ROLLBACK;
