BEGIN;
SELECT plan(20);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'list', handler => 'h');
SELECT fanout.add_step('f', 'each', ARRAY['list'], 'fanout', 'h');
SELECT fanout.add_step('f', 'beside', ARRAY['list'], handler => 'h');
SELECT fanout.add_step('f', 'after', ARRAY['list'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'list', 0, 'null');
SELECT is(fanout.run_status(:'run'), 'failed', 'there is nothing to fan out over');
SELECT is(fanout.resume_run(:'run'), true, 'resumed');
SELECT results_eq(format('SELECT step_slug, status, output FROM fanout.steps_overview WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES ('after', 'started', NULL::jsonb), ('beside', 'started', NULL), ('each', 'created', NULL), ('list', 'started', NULL)$$,
    'the step that gave it goes on, the one that failed waits for it again');
CREATE TEMP TABLE got AS SELECT step_slug, attempt, input::jsonb FROM fanout.claim_tasks(:w, 9);
SELECT results_eq('SELECT * FROM got ORDER BY 1', $$VALUES ('after', 1, '{"run": {}, "list": null}'::jsonb), ('beside', 1, '{"run": {}, "list": null}'), ('list', 2, '{"run": {}}')$$,
    'its attempts go on counting; what has begun with its output goes on with that');
SELECT results_eq(format('SELECT step_slug, attempt, final, error FROM fanout.task_failures WHERE run_id = %L', :'run'),
    $$VALUES ('list', 1, false, 'step "each" of flow "f": the output of step "list" is not an array but null; jsonb_agg over no rows is null, and coalesce(jsonb_agg(...), ''[]'') an array')$$,
    'the attempt counts as failed');
SELECT fanout.complete_task(:'run', 'beside', 0, '1');
SELECT is(fanout.run_status(:'run'), 'started', 'they end, and the run goes on');
SELECT fanout.complete_task(:'run', 'list', 0, '{}');
SELECT is(fanout.run_status(:'run'), 'failed', 'again no array');
SELECT is((SELECT output FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'list'), '{}', 'with its last output');
SELECT fanout.resume_run(:'run');
SELECT results_eq(format('SELECT step_slug, attempt FROM fanout.claim_tasks(%s, 9) ORDER BY 1', :w), $$VALUES ('after', 1), ('list', 3)$$, 'and again it is run');
SELECT fanout.complete_task(:'run', 'list', 0, '["a"]');
SELECT fanout.complete_task(:'run', 'after', 0, '2');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'each', 0, '"A"');
SELECT is(fanout.run_output(:'run'), '{"each": ["A"], "after": 2, "beside": 1}', 'the run is saved');

-- It may fail for good instead.
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'list', 0, '7');
SELECT fanout.resume_run(:'run');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'list', 0, 'gone');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "list": gone (attempt 2)', 'a producer that fails fails the run');
SELECT is((SELECT count(*) FROM fanout.step_states s JOIN fanout.runs r USING (run_id) WHERE run_id = :'run' AND s.output IS NOT NULL), 0::bigint, 'and has no output');

-- A path that doesn't fit, and a producer that is a child run.
SELECT fanout.create_flow('child', max_attempts => 1);
SELECT fanout.add_step('child', 'c', handler => 'h');
SELECT fanout.create_flow('p', max_attempts => 1);
SELECT fanout.add_step('p', 'list', handler => 'flow:child');
SELECT fanout.add_step('p', 'each', ARRAY['list'], 'fanout', 'h', fanout_path => 'strict $.c[*]');
SELECT fanout.start_run('p') AS run \gset
SELECT run_id AS first FROM fanout.claim_tasks(:w, 9) \gset
SELECT fanout.complete_task(:'first', 'c', 0, '{}');
SELECT fanout.claim_tasks(:w, 9), fanout.claim_tasks(:w, 9);
SELECT alike((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), '%fanout_path%can only be applied to an array%', 'a path that doesn''t fit');
SELECT fanout.resume_run(:'run');
SELECT run_id AS second FROM fanout.claim_tasks(:w, 9) \gset
SELECT isnt(:'first'::text, :'second'::text, 'a child run that has given it is made anew');
SELECT is((SELECT status || coalesce(parent_run_id::text, ' by itself') FROM fanout.runs_overview WHERE run_id = :'first'), 'completed by itself', 'the first is kept');
SELECT fanout.complete_task(:'second', 'c', 0, '[1, 2]');
SELECT fanout.claim_tasks(:w, 9);
CREATE TEMP TABLE paths AS SELECT task_index FROM fanout.claim_tasks(:w, 9);
SELECT is((SELECT count(*) FROM paths), 2::bigint, 'and its output is fanned out over');
SELECT fanout.complete_task(:'run', 'each', task_index, '1') FROM paths;
SELECT is(fanout.run_status(:'run'), 'completed', 'to the end');

-- Where a fan-out gave it, its tasks aren't to blame.
SELECT fanout.create_flow('m', max_attempts => 1);
SELECT fanout.add_step('m', 'rows', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('m', 'each', ARRAY['rows'], 'fanout', 'h', fanout_path => 'strict $[*].id');
SELECT fanout.start_run('m', '[1]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'rows', 0, '{}');
SELECT fanout.claim_tasks(:w, 9);
SELECT is(fanout.run_status(:'run'), 'failed', 'a path that does not fit a fan-out''s results');
SELECT fanout.resume_run(:'run');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 0::bigint, 'does so again');
SELECT is(fanout.run_status(:'run'), 'failed', 'and the run has failed');

SELECT * FROM finish();
ROLLBACK;
