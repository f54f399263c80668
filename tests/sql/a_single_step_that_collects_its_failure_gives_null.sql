BEGIN;
SELECT plan(10);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'try', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('f', 'after', ARRAY['try'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '{"a": 1}') AS run \gset

SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'try', 0, 'no');
SELECT results_eq('SELECT status, failed, output, error FROM fanout.steps_overview WHERE step_slug = ''try''',
    $$VALUES ('completed', 1, 'null'::jsonb, NULL)$$, 'the step is completed, its output JSON''s null');
SELECT is(fanout.run_status(:'run'), 'started', 'the run goes on');
SELECT is((SELECT input::jsonb -> 'try' FROM fanout.claim_tasks(:w, 9)), 'null', 'the next step gets the null');
SELECT results_eq(format('SELECT task_index, status, output, error FROM fanout.results(%L, %L)', :'run', 'try'),
    $$VALUES (0, 'failed', NULL::jsonb, 'no')$$, 'its result says that it failed');
SELECT results_eq(format('SELECT step_slug, task_index, item, attempts, error FROM fanout.errors(%L)', :'run'),
    $$VALUES ('try', 0, NULL::jsonb, 1, 'no')$$, 'and errors() why');
SELECT results_eq('SELECT index, item, error, attempts FROM fanout.item_errors',
    $$VALUES (0, NULL::jsonb, 'no', 1)$$, 'to the engine it is one item');
SELECT fanout.complete_task(:'run', 'after', 0, '"done"');
SELECT is(fanout.run_output(:'run'), '{"after": "done"}', 'the run completes');

-- As a leaf.
SELECT fanout.create_flow('leaf', max_attempts => 1);
SELECT fanout.add_step('leaf', 'a', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('leaf', 'b', handler => 'h');
SELECT fanout.start_run('leaf') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'a', 0, 'no');
SELECT is(fanout.run_status(:'run'), 'started', 'its sibling is waited for');
SELECT fanout.complete_task(:'run', 'b', 0, '2');
SELECT is(fanout.run_output(:'run'), '{"a": null, "b": 2}', 'the run''s output has the null');
SELECT is((SELECT failed FROM fanout.runs_overview WHERE run_id = :'run'), 1::bigint, 'and the run one failure');

SELECT * FROM finish();
ROLLBACK;
