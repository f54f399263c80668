BEGIN;
SELECT plan(25);

SELECT fanout.create_flow('child');
SELECT fanout.add_step('child', 'work', handler => 'h');
SELECT fanout.create_flow('parent');
SELECT fanout.add_step('parent', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child');
SELECT fanout.add_step('parent', 'after', ARRAY['each'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:', 'flow:']) AS w \gset

-- A child a task: with the item as its input, and what the parent's run has of priority and fair_key.
SELECT fanout.start_run('parent', '["a", {"b": [1]}, null]', 'named', priority => 7, fair_key => 'tenant') AS run \gset
SELECT results_eq('SELECT task_index, status, attempts, child_run_id FROM fanout.step_tasks ORDER BY task_index',
    $$VALUES (0, 'queued', 0, NULL::uuid), (1, 'queued', 0, NULL), (2, 'queued', 0, NULL)$$, 'tasks begin queued, without a child');
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.claim_tasks(:w, 2);
SELECT results_eq('SELECT flow_slug, step_slug, input::jsonb FROM claimed ORDER BY claim_id',
    $$VALUES ('child', 'work', '{"run": "a"}'::jsonb), ('child', 'work', '{"run": {"b": [1]}}')$$, 'each child gets its item as input');
SELECT results_eq('SELECT flow, name, status, priority, parent_run_id FROM fanout.runs_overview WHERE flow = ''child''',
    format($$VALUES ('child', NULL, 'started', 7, %L::uuid), ('child', NULL, 'started', 7, %1$L), ('child', NULL, 'started', 7, %1$L)$$, :'run'),
    'children are runs without a name, of the parent''s priority, and show whose they are');
SELECT is((SELECT string_agg(DISTINCT fair_key, ' ') FROM fanout.runs), 'tenant', 'and share its fair_key');
SELECT is((SELECT parent_run_id FROM fanout.runs_overview WHERE flow = 'parent'), NULL, 'the parent is nobody''s child');
SELECT results_eq('SELECT task_index, status, attempts FROM fanout.step_tasks WHERE flow_slug = ''parent'' AND step_slug = ''each'' ORDER BY 1',
    $$VALUES (0, 'started', 1), (1, 'started', 1), (2, 'started', 1)$$, 'a task whose child goes on is started');
SELECT is((SELECT count(*) FROM fanout.step_tasks t JOIN fanout.runs_overview c ON c.run_id = t.child_run_id
            WHERE t.flow_slug = 'parent' AND c.flow = 'child'), 3::bigint, 'and shows its child');
SELECT is((SELECT count(*) FROM fanout.queue WHERE handler = 'flow:'), 0::bigint, 'it stands in no queue row');

-- Their ends are recorded by whoever claims next.
SELECT fanout.complete_task(run_id, step_slug, task_index, '"A"', :w) FROM claimed WHERE input::jsonb ->> 'run' = 'a';
SELECT results_eq('SELECT kind, handler, attempt::int, indexes FROM fanout.queue WHERE kind = ''child''',
    $$VALUES ('child', 'flow:', 1, '{[0,1)}'::int4multirange)$$, 'a child''s end is a row of the queue');
SELECT is((SELECT status FROM fanout.step_tasks WHERE flow_slug = 'parent' AND task_index = 0), 'started', 'until that is recorded the task goes on');
INSERT INTO claimed SELECT * FROM fanout.claim_tasks(:w, 10);
SELECT results_eq('SELECT status, output, attempts FROM fanout.step_tasks WHERE flow_slug = ''parent'' AND task_index = 0',
    $$VALUES ('completed', '{"work": "A"}'::jsonb, 1)$$, 'its output is the task''s output');
SELECT fanout.complete_task(run_id, step_slug, task_index, '"B"', :w) FROM claimed WHERE input::jsonb ->> 'run' <> 'a' OR input::jsonb -> 'run' = 'null';
SELECT is((SELECT string_agg(indexes::text, ' ' ORDER BY indexes) FROM fanout.queue WHERE kind = 'child'), '{[1,2)} {[2,3)}', 'two end');
CREATE TEMP TABLE last AS SELECT * FROM fanout.claim_tasks(:w, 10);
SELECT results_eq('SELECT step_slug, input::jsonb FROM last',
    $$VALUES ('after', '{"run": ["a", {"b": [1]}, null], "each": [{"work": "A"}, {"work": "B"}, {"work": "B"}]}'::jsonb)$$,
    'when all have ended the next step gets their outputs in order');
SELECT fanout.complete_task(run_id, step_slug, task_index, '"done"', :w) FROM last;
SELECT is(fanout.run_status(:'run'), 'completed', 'and the run completes');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'nothing is left behind');

-- What a child gets as its input.
SELECT fanout.create_flow('inputs');
SELECT fanout.add_step('inputs', 'first', handler => 'h');
SELECT fanout.add_step('inputs', 'root', handler => 'flow:child');
SELECT fanout.add_step('inputs', 'joined', ARRAY['first'], handler => 'flow:child');
SELECT fanout.start_run('inputs', '{"x": 1}') AS run \gset
CREATE TEMP TABLE inputs AS SELECT * FROM fanout.claim_tasks(:w, 10);
SELECT is((SELECT input::jsonb FROM inputs WHERE flow_slug = 'child'), '{"run": {"x": 1}}', 'a root step''s child gets the run''s input');
SELECT fanout.complete_task(run_id, step_slug, task_index, '"one"', :w) FROM inputs;
SELECT is((SELECT string_agg(input::jsonb::text, ' ') FROM fanout.claim_tasks(:w, 10)), '{"run": {"run": {"x": 1}, "first": "one"}}', 'one that depends on others gets all of the task''s input');

-- Children that are over at once.
SELECT fanout.cancel_run(:'run');
SELECT fanout.create_flow('nothing');
SELECT fanout.add_step('nothing', 'none', step_type => 'fanout', fanout_from => 'run');
SELECT fanout.create_flow('of_nothing');
SELECT fanout.add_step('of_nothing', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:nothing');
SELECT fanout.start_run('of_nothing', (SELECT jsonb_agg('[]'::jsonb) FROM generate_series(1, 10) i)) AS run \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'a flow without tasks has nothing to claim');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'nor for its parent');
SELECT is(fanout.run_output(:'run') -> 'each', (SELECT jsonb_agg('{"none": []}'::jsonb) FROM generate_series(1, 10)), 'its runs complete at once');
SELECT fanout.start_run('of_nothing', '[]') AS run \gset
SELECT is(fanout.run_output(:'run'), '{"each": []}', 'an empty array has no children');

-- A claim of many is started in pieces.
SELECT fanout.create_flow('many');
SELECT fanout.add_step('many', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child');
SELECT fanout.start_run('many', (SELECT jsonb_agg(i) FROM generate_series(1, 3000) i)) AS run \gset
SELECT fanout.register_worker('server', ARRAY['flow:'], slots => 3000) AS s \gset
CREATE TEMP TABLE claim AS SELECT * FROM fanout.exchange(:s, 1, 1400);
SELECT results_eq('SELECT kind, task_index FROM claim', $$VALUES ('internal', 1400)$$, 'a claim of child runs is one row, however many they are');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, ''each'', 0, ''1'', %s)', :'run', :s), 'PFTSK',
    (SELECT format('complete_task: claim %s is of child runs or the engine''s own work, which no worker completes or fails', claim_id) FROM claim), 'only its child completes such a task');
CREATE TEMP TABLE pieces AS SELECT fanout.run_internal(:s, claim_id) AS remaining FROM claim;
SELECT ok(remaining BETWEEN 0 AND 1399, 'run_internal starts some and says how many are left') FROM pieces;
SELECT is((SELECT count(*)::int FROM fanout.runs c JOIN fanout.step_states s ON s.state_id = c.parent_state_id WHERE s.run_id = :'run'),
    1400 - remaining, 'a run each') FROM pieces;

SELECT * FROM finish();
ROLLBACK;
