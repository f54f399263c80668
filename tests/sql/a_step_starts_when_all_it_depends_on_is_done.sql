BEGIN;
SELECT plan(19);

-- A diamond: a -> b, c -> d, with a second leaf beside it.
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'a', handler => 'h');
SELECT fanout.add_step('f', 'b', ARRAY['a'], handler => 'h');
SELECT fanout.add_step('f', 'c', ARRAY['a'], handler => 'h');
SELECT fanout.add_step('f', 'd', ARRAY['b', 'c'], handler => 'h');
SELECT fanout.add_step('f', 'lone-leaf', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '{"n": [1, null]}', 'my run') AS run \gset

CREATE FUNCTION pg_temp.statuses(run uuid) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(step_slug || ' ' || status, ', ' ORDER BY step_slug) FROM fanout.steps_overview WHERE run_id = run
$$;
SELECT is(pg_temp.statuses(:'run'), 'a started, b created, c created, d created, lone-leaf started', 'the roots start at once');
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.claim_tasks(:w, 100);
SELECT results_eq('SELECT step_slug, task_index, attempt, input::jsonb FROM claimed ORDER BY 1',
    $$VALUES ('a', 0, 1, '{"run": {"n": [1, null]}}'::jsonb), ('lone-leaf', 0, 1, '{"run": {"n": [1, null]}}')$$,
    'a step without dependencies gets the run''s input');
SELECT results_eq('SELECT DISTINCT flow_slug, handler, timeout, run_id FROM claimed',
    format('VALUES (''f'', ''h'', interval ''60 s'', %L::uuid)', :'run'), 'a claimed task says what it belongs to');
SELECT fanout.complete_task(:'run', 'a', 0, '{"x": 1}');
SELECT is(pg_temp.statuses(:'run'), 'a completed, b started, c started, d created, lone-leaf started', 'both sides start when the top is done');
SELECT is(fanout.is_ready(:'run', 'a'), true, 'a step that is done is ready');
SELECT is(fanout.is_ready(:'run', 'd'), false, 'one that waits is not');
SELECT results_eq(format('SELECT step_slug, input::jsonb FROM fanout.claim_tasks(%s, 100) ORDER BY 1', :w),
    $$VALUES ('b', '{"run": {"n": [1, null]}, "a": {"x": 1}}'::jsonb), ('c', '{"run": {"n": [1, null]}, "a": {"x": 1}}')$$,
    'each gets the output of what it depends on beside the run''s input');
SELECT fanout.complete_task(:'run', 'c', 0, '"C"');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 0::bigint, 'the bottom waits for the other side');
SELECT fanout.complete_task(:'run', 'b', 0, '"B"');
SELECT results_eq(format('SELECT step_slug, input::jsonb FROM fanout.claim_tasks(%s, 100)', :w),
    $$VALUES ('d', '{"run": {"n": [1, null]}, "b": "B", "c": "C"}'::jsonb)$$, 'and gets both, but not what is further up');
SELECT is((SELECT input FROM fanout.step_tasks WHERE step_slug = 'd'), '{"run": {"n": [1, null]}, "b": "B", "c": "C"}',
          'step_tasks shows the same input');
SELECT fanout.complete_task(:'run', 'd', 0, 'null');
SELECT is(fanout.run_status(:'run'), 'started', 'the run goes on while a leaf is missing');
SELECT is(fanout.run_output(:'run'), NULL, 'and has no output');
SELECT throws_ok(format('SELECT * FROM fanout.results(%L)', :'run'), 'PFARG', format('run %s has 2 leaf steps', :'run'),
                 'results() of two leaves wants a name');
SELECT fanout.complete_task(:'run', 'lone-leaf', 0, '[2]');
SELECT is(fanout.run_status(:'run'), 'completed', 'the last leaf completes it');
SELECT is(fanout.run_output(:'run'), '{"d": null, "lone-leaf": [2]}', 'the output is an object of the leaves'' outputs');
SELECT is((SELECT name FROM fanout.runs_overview), 'my run', 'the run has the name it was given');
SELECT is((SELECT count(*) FROM fanout.queue) + (SELECT count(*) FROM fanout.stripes), 0::bigint,
          'neither the queue nor the counters keep anything of it');
SELECT is((SELECT array_agg(s.step_slug ORDER BY state_id) FROM fanout.step_states JOIN fanout.steps s USING (step_id)),
          ARRAY['a', 'lone-leaf', 'b', 'c', 'd'], 'state ids rise along the graph');

SELECT fanout.create_flow('empty');
SELECT throws_ok($$SELECT fanout.start_run('empty', '[1]')$$, 'PFSTP', 'flow "empty" has no steps: there is nothing to run', 'a flow without steps is not run');

SELECT * FROM finish();
ROLLBACK;
