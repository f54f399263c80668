BEGIN;
SELECT plan(54);

SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset
-- Claims everything and says which tasks that are, with their attempts.
CREATE FUNCTION pg_temp.claim() RETURNS text LANGUAGE sql AS
$$ SELECT string_agg(step_slug || ' ' || task_index || '/' || attempt, ', ' ORDER BY step_slug, task_index)
     FROM fanout.claim_tasks((SELECT worker_id FROM fanout.workers WHERE name = 'w'), 100) $$;
CREATE FUNCTION pg_temp.input(run uuid, step text, index int) RETURNS jsonb LANGUAGE sql AS
$$ SELECT input FROM fanout.step_tasks WHERE run_id = run AND step_slug = step AND task_index = index $$;

-- A step that collects failures, one that follows from all it gives, one that goes on item by item, what follows from that, and
-- a step beside all of them.
SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0', run_timeout => '1 h');
SELECT fanout.add_step('f', 'many', step_type => 'fanout', handler => 'h', fanout_from => 'run', on_failure => 'collect', max_attempts => 1);
SELECT fanout.add_step('f', 'each', '{many}', 'fanout', 'h');
SELECT fanout.add_step('f', 'parts', '{many}', 'fanout', 'h', fanout_path => '$[*] ? (@ != null)');
SELECT fanout.add_step('f', 'last', '{each, parts}', handler => 'h');
SELECT fanout.add_step('f', 'beside', handler => 'h');

SELECT fanout.start_run('f', '["a", "b", "c"]') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'beside', 0, '1');
SELECT fanout.complete_task(:'run', 'many', 0, '"A"'), fanout.fail_task(:'run', 'many', 1, 'broken'), fanout.complete_task(:'run', 'many', 2, '"C"');
SELECT fanout.spawn_fanout_tasks(:'run', 'parts');
SELECT is(pg_temp.claim(), 'each 0/1, each 1/1, each 2/1, parts 0/1, parts 1/1', 'a step goes on with null where an item failed');
SELECT fanout.complete_task(:'run', 'each', i, to_jsonb(i)) FROM generate_series(0, 2) i;
SELECT fanout.fail_task(:'run', 'parts', 0, 'no');
SELECT is(pg_temp.claim(), 'parts 0/2', 'a task of what follows needs two attempts');
SELECT fanout.complete_task(:'run', 'parts', i, '0') FROM generate_series(0, 1) i;
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'last', 0, '"end"');
SELECT is(fanout.run_output(:'run'), '{"last": "end", "beside": 1}', 'the run completes');

SELECT throws_ok(format('SELECT fanout.resume_run(%L)', :'run'), 'PFARG', format('run %s is completed: there is nothing to resume', :'run'), 'it is not resumed by itself');
SELECT throws_ok(format('SELECT fanout.resume_run(%L, NULL)', :'run'), 'PFARG', NULL, 'null is neither of both');
SELECT is(fanout.resume_run(:'run', failed_items => true), true, 'but with what has failed');
SELECT is(fanout.resume_run(:'run', failed_items => true), false, 'a second call finds it started');
SELECT results_eq(format('SELECT status, completed_at, deadline IS NOT NULL FROM fanout.runs WHERE run_id = %L', :'run'),
    $$VALUES ('started', NULL::timestamptz, true)$$, 'the run goes on, with a new deadline');
SELECT is(fanout.run_output(:'run'), NULL, 'it has no output meanwhile');
SELECT results_eq(format('SELECT step_slug, status, done::int, total, failed FROM fanout.steps_overview WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES ('beside', 'completed', 1, 1, 0), ('each', 'started', 2, 3, 0), ('last', 'created', NULL, NULL, 0), ('many', 'started', 2, 3, 0), ('parts', 'created', NULL, NULL, 0)$$,
    'what failed and what followed from it is to be done');
SELECT is((SELECT count(*) FROM fanout.errors(:'run')), 0::bigint, 'nothing has failed any more');
SELECT is(pg_temp.claim(), 'many 1/2', 'what had failed runs again');
SELECT fanout.complete_task(:'run', 'many', 1, '"B"');
SELECT fanout.spawn_fanout_tasks(:'run', 'parts');
SELECT is(pg_temp.claim(), 'each 1/2, parts 0/3, parts 1/3, parts 2/3', 'what followed from it, too: the item''s own task, and all of a step that has begun anew; attempts go on counting');
SELECT is(pg_temp.input(:'run', 'each', 1), '{"item": "B"}', 'with the item as it is now');
SELECT is(pg_temp.input(:'run', 'parts', 1), '{"item": "B"}', 'with all items as they are now');
SELECT fanout.complete_task(:'run', 'each', 1, '10');
SELECT fanout.fail_task(:'run', 'parts', 2, 'no');
SELECT is(pg_temp.claim(), 'parts 2/4', 'a step that has begun anew has all its attempts');
SELECT fanout.complete_task(:'run', 'parts', i, to_jsonb(i)) FROM generate_series(0, 2) i;
SELECT is(pg_temp.claim(), 'last 0/2', 'and what follows from these');
SELECT is(pg_temp.input(:'run', 'last', 0), '{"run": ["a", "b", "c"], "each": [0, 10, 2], "parts": [0, 1, 2]}', 'with what they give now');
SELECT fanout.complete_task(:'run', 'last', 0, '"new end"');
SELECT is(fanout.run_output(:'run'), '{"last": "new end", "beside": 1}', 'the run completes anew');
SELECT results_eq(format('SELECT step_slug, task_index, attempt, error FROM fanout.task_failures WHERE run_id = %L ORDER BY 1, 2, 3', :'run'),
    $$VALUES ('each', 1, 1, 'what it was made of had failed'), ('many', 1, 1, 'broken'), ('parts', 0, 1, 'no'), ('parts', 2, 3, 'no')$$,
    'the history tells of all');
SELECT throws_ok(format('SELECT fanout.resume_run(%L, failed_items => true)', :'run'), 'PFARG',
    format('run %s is completed, and nothing of it has failed: there is nothing to resume', :'run'), 'then nothing is left to run again');

-- Of what fails again the run is as before, and is taken up again.
SELECT fanout.create_flow('g', max_attempts => 1);
SELECT fanout.add_step('g', 'one', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('g', 'two', '{one}', handler => 'h');
SELECT fanout.start_run('g') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.fail_task(:'run', 'one', 0, 'broken');
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'two', 0, '1');
SELECT fanout.resume_run(:'run', failed_items => true);
SELECT is(pg_temp.claim(), 'one 0/2', 'a single step whose failure was collected');
SELECT fanout.fail_task(:'run', 'one', 0, 'still broken');
SELECT is(pg_temp.claim(), 'two 0/2', 'fails again, and the next one follows');
SELECT is(pg_temp.input(:'run', 'two', 0) #>> '{$errors,one,0,error}', 'still broken', 'with the error as it is now');
SELECT fanout.complete_task(:'run', 'two', 0, '2');
SELECT is(fanout.run_status(:'run'), 'completed', 'to the end');
SELECT fanout.resume_run(:'run', failed_items => true);
SELECT is(pg_temp.claim(), 'one 0/3', 'it is taken up again');
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(), 'one 0/3', 'and goes on after a cancel');
SELECT fanout.complete_task(:'run', 'one', 0, '"well"');
SELECT is(pg_temp.claim(), 'two 0/3', 'what follows, too');
SELECT is(pg_temp.input(:'run', 'two', 0), '{"run": {}, "one": "well"}', 'without errors');

-- A failed run, in which another step is completed with failures.
SELECT fanout.create_flow('h', max_attempts => 1);
SELECT fanout.add_step('h', 'many', step_type => 'fanout', handler => 'h', fanout_from => 'run', on_failure => 'collect');
SELECT fanout.add_step('h', 'next', '{many}', handler => 'h');
SELECT fanout.add_step('h', 'last', '{next}', handler => 'h');
SELECT fanout.start_run('h', '[1, 2]') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'many', 0, '1'), fanout.fail_task(:'run', 'many', 1, 'broken');
SELECT pg_temp.claim();
SELECT fanout.fail_task(:'run', 'next', 0, 'broken, too');
SELECT fanout.resume_run(:'run', failed_items => true);
SELECT is(pg_temp.claim(), 'many 1/2', 'first what was collected runs again');
SELECT fanout.complete_task(:'run', 'many', 1, '2');
SELECT is(pg_temp.claim(), 'next 0/3', 'then what has failed with that');
SELECT is(pg_temp.input(:'run', 'next', 0), '{"run": [1, 2], "many": [1, 2]}', 'with its new input');
SELECT fanout.fail_task(:'run', 'next', 0, 'broken');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(), 'next 0/4', 'without failed_items only that');

-- Batches: each is done again in which an item failed.
SELECT fanout.create_flow('b', max_attempts => 1);
SELECT fanout.add_step('b', 'many', step_type => 'fanout', handler => 'h', fanout_from => 'run', on_failure => 'collect', batch_size => 2, tolerated_failures => 2);
SELECT fanout.start_run('b', '[1, 2, 3, 4, 5]') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'many', 0, '[1, {"$error": "broken"}]'), fanout.complete_task(:'run', 'many', 1, '[3, 4]'), fanout.fail_task(:'run', 'many', 2, 'broken');
SELECT is(fanout.run_output(:'run'), '{"many": [1, null, 3, 4, null]}', 'two items have failed');
SELECT fanout.resume_run(:'run', failed_items => true);
SELECT is(pg_temp.claim(), 'many 0/2, many 2/2', 'their batches run again');
SELECT fanout.complete_task(:'run', 'many', 0, '[1, 2]'), fanout.fail_task(:'run', 'many', 2, 'broken');
SELECT is((SELECT failed FROM fanout.steps_overview WHERE run_id = :'run'), 1, 'failures are counted anew');
SELECT is(fanout.run_output(:'run'), '{"many": [1, 2, 3, 4, null]}', 'and the step is as tolerant as before');

-- A large one: its stripes are counted anew.
SELECT fanout.create_flow('l', max_attempts => 1);
SELECT fanout.add_step('l', 'many', step_type => 'fanout', handler => 'h', fanout_from => 'run', on_failure => 'collect', output_mode => 'counts');
SELECT fanout.start_run('l', (SELECT jsonb_agg(i) FROM generate_series(1, 2100) i)) AS run \gset
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.claim_tasks(:w, 2100);
SELECT count(CASE WHEN task_index % 1000 = 0 THEN fanout.fail_task(run_id, step_slug, task_index, 'no') ELSE fanout.complete_task(run_id, step_slug, task_index, '1') END) FROM claimed;
SELECT is(fanout.run_output(:'run'), '{"many": {"total": 2100, "failed": 3, "succeeded": 2097}}', 'three have failed');
SELECT fanout.resume_run(:'run', failed_items => true);
SELECT results_eq(format('SELECT stripe, remaining FROM fanout.stripes JOIN fanout.step_states USING (state_id) WHERE run_id = %L ORDER BY 1', :'run'),
    'VALUES (0, 2), (1, 1)', 'these are to be done');
SELECT is(pg_temp.claim(), 'many 0/2, many 1000/2, many 2000/2', 'and run');
SELECT count(fanout.complete_task(:'run', 'many', i, '1')) FROM unnest('{0, 1000, 2000}'::int[]) i;
SELECT is(fanout.run_output(:'run'), '{"many": {"total": 2100, "failed": 0, "succeeded": 2100}}', 'all have succeeded');

-- Steps that begin anew over what has begun anew: one whose tasks go in order, item by item, and one that had nothing to do.
SELECT fanout.create_flow('o', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('o', 'one', handler => 'h', on_failure => 'collect', max_attempts => 1);
SELECT fanout.add_step('o', 'none', '{one}', 'fanout', 'h');
SELECT fanout.add_step('o', 'some', '{one}', 'fanout', 'h', fanout_from => 'run');
SELECT fanout.add_step('o', 'in_order', '{some}', 'fanout', 'h', max_concurrency => 1);
SELECT fanout.start_run('o', '[1, 2]') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.fail_task(:'run', 'one', 0, 'broken');
SELECT is(pg_temp.claim(), 'some 0/1, some 1/1', 'a step has no items, since a step before has failed');
SELECT fanout.complete_task(:'run', 'some', i, '0') FROM generate_series(0, 1) i;
SELECT is(pg_temp.claim(), 'in_order 0/1', 'one goes in order');
SELECT fanout.complete_task(:'run', 'in_order', 0, '0');
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'in_order', 1, '0');
SELECT is(fanout.run_status(:'run'), 'completed', 'all is done');
SELECT fanout.resume_run(:'run', failed_items => true);
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'one', 0, '["x"]');
SELECT is(pg_temp.claim(), 'none 0/1, some 0/2, some 1/2', 'what begins anew has the items that there are by then');
SELECT fanout.complete_task(:'run', 'some', 1, '"B"');
SELECT is(pg_temp.claim(), NULL, 'the order holds');
SELECT fanout.complete_task(:'run', 'some', 0, '"A"');
SELECT is(pg_temp.claim(), 'in_order 0/2', 'from its first item on');
SELECT fanout.fail_task(:'run', 'in_order', 0, 'no');
SELECT is(pg_temp.claim(), 'in_order 0/3', 'with all its attempts');
SELECT fanout.complete_task(:'run', 'in_order', 0, '"AA"');
SELECT is(pg_temp.claim(), 'in_order 1/2', 'one after the other');
SELECT fanout.complete_task(:'run', 'in_order', 1, '"BB"');
SELECT fanout.complete_task(:'run', 'none', 0, '"X"');
SELECT is(fanout.run_output(:'run'), '{"none": ["X"], "in_order": ["AA", "BB"]}', 'to the end');
SELECT is((SELECT sum(in_flight) FROM fanout.limits), 0::bigint, 'no slot is held any more');
SELECT is((SELECT count(*) FROM fanout.queue JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'), 0::bigint, 'and nothing waits');

-- A stream that would run again: nobody pushes its items a second time.
SELECT fanout.create_flow('s', max_attempts => 1);
SELECT fanout.add_step('s', 'one', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('s', 'pushed', '{one}', 'fanout', 'h', fanout_from => 'stream', on_failure => 'collect');
SELECT fanout.start_run('s') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.fail_task(:'run', 'one', 0, 'broken');
SELECT fanout.push_items(:'run', 'pushed', '[1]');
SELECT fanout.close_items(:'run', 'pushed');
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'pushed', 0, '1');
SELECT is(fanout.run_status(:'run'), 'completed', 'a stream after a failure');
SELECT throws_ok(format('SELECT fanout.resume_run(%L, failed_items => true)', :'run'), 'PFARG',
    'step "pushed" of flow "s" would run again, and is a stream whose items were pushed', 'is not to run again');

SELECT * FROM finish();
ROLLBACK;
