BEGIN;
SELECT no_plan();

SELECT fanout.register_worker('w', ARRAY['wrong', 'right', 'flow:', 'fanout:']) AS w \gset
CREATE FUNCTION pg_temp.claim() RETURNS text LANGUAGE sql AS
$$ SELECT string_agg(step_slug || ' ' || task_index || '/' || attempt || ' ' || handler, ', ' ORDER BY step_slug, task_index, run_id)
     FROM fanout.claim_tasks((SELECT worker_id FROM fanout.workers WHERE name = 'w'), 100) $$;
CREATE FUNCTION pg_temp.child(run uuid, index int DEFAULT 0) RETURNS uuid LANGUAGE sql AS
$$ SELECT child_run_id FROM fanout.step_tasks WHERE run_id = run AND task_index = index $$;
CREATE FUNCTION pg_temp.version(run uuid) RETURNS text LANGUAGE sql AS
$$ SELECT flow_slug || ' ' || version FROM fanout.runs JOIN fanout.flows USING (flow_id) WHERE run_id = run $$;

-- What is wrong is two levels down.
SELECT fanout.create_flow('leaf', max_attempts => 1);
SELECT fanout.add_step('leaf', 'easy', handler => 'right');
SELECT fanout.add_step('leaf', 'hard', handler => 'wrong');
SELECT fanout.create_flow('middle', max_attempts => 1);
SELECT fanout.add_step('middle', 'leaf', handler => 'flow:leaf');
SELECT fanout.create_flow('top', max_attempts => 2, base_delay => '1 min', max_delay => '1 min');
SELECT fanout.add_step('top', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:middle');

SELECT fanout.start_run('top', '[1]') AS run \gset
SELECT pg_temp.claim();
SELECT pg_temp.claim();
SELECT pg_temp.child(:'run') AS middle \gset
SELECT pg_temp.child(:'middle') AS leaf \gset
SELECT fanout.complete_task(:'leaf', 'easy', 0, '"done"'), fanout.fail_task(:'leaf', 'hard', 0, 'no', final => true);
SELECT pg_temp.claim();
SELECT pg_temp.claim();
SELECT is(fanout.run_status(:'run'), 'failed', 'a run fails by a step two levels below it');
SELECT fanout.add_step('leaf', 'hard', handler => 'right');

SELECT fanout.resume_run(:'run');
SELECT pg_temp.claim();
SELECT is(pg_temp.claim(), 'hard 0/2 wrong', 'resumed by its own version, what is below it goes on by its own');
SELECT fanout.fail_task(:'leaf', 'hard', 0, 'no', final => true);
SELECT pg_temp.claim();
SELECT pg_temp.claim();
SELECT is(fanout.run_status(:'run'), 'failed', 'and fails again');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT pg_temp.claim();
SELECT is(pg_temp.claim(), 'hard 0/3 right', 'by the current one, by the current one');
SELECT is(pg_temp.version(:'leaf'), 'leaf 2', 'of its own flow');
-- What is retried meanwhile.
SELECT fanout.fail_task(:'leaf', 'hard', 0, 'hiccup');
SELECT fanout.add_step('leaf', 'hard', handler => 'wrong');
SELECT pg_temp.claim();
SELECT pg_temp.claim();
SELECT is((SELECT status || ' ' || attempts FROM fanout.step_tasks WHERE run_id = :'run'), 'failed 3', 'out of attempts');
SELECT fanout.resume_run(:'run');
SELECT pg_temp.claim();
SELECT is(pg_temp.claim(), 'hard 0/4 right', 'what is resumed by its own version later holds to the one that it has by then');
SELECT fanout.complete_task(:'leaf', 'hard', 0, '"too"');
SELECT pg_temp.claim();
SELECT pg_temp.claim();
SELECT is(fanout.run_output(:'run'), '{"each": [{"leaf": {"easy": "done", "hard": "too"}}]}', 'the run completes');

-- Where the child's steps aren't the same its task fails, and says why.
SELECT fanout.create_flow('child', max_attempts => 1);
SELECT fanout.add_step('child', 'work', handler => 'wrong');
SELECT fanout.create_flow('parent', max_attempts => 1);
SELECT fanout.add_step('parent', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child');
SELECT fanout.start_run('parent', '[1]') AS run \gset
SELECT pg_temp.claim();
SELECT pg_temp.child(:'run') AS child \gset
SELECT fanout.fail_task(:'child', 'work', 0, 'no');
SELECT pg_temp.claim();
SELECT fanout.add_step('child', 'more', handler => 'right');
SELECT ok(fanout.resume_run(:'run', definition => 'current'), 'a parent goes on');
SELECT pg_temp.claim();
SELECT is((SELECT status || ': ' || error FROM fanout.runs WHERE run_id = :'run'),
    format('failed: step "each": task 0: run %s can''t go on by the current version of its flow, whose steps are not the same: step "more" is new (SQLSTATE PFARG) (attempt 2)', :'child'),
    'but not a child whose steps are others by now');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(), 'work 0/2 wrong', 'which goes on by its own');
SELECT fanout.cancel_run(:'run');

-- Another flow, or no flow at all.
SELECT fanout.drop_step('child', 'more');
SELECT fanout.start_run('parent', '[1, 2, 3]') AS run \gset
SELECT pg_temp.claim();
SELECT pg_temp.child(:'run', 0) AS first, pg_temp.child(:'run', 1) AS second, pg_temp.child(:'run', 2) AS third \gset
SELECT fanout.complete_task(:'first', 'work', 0, '"old"');
SELECT pg_temp.claim();
SELECT fanout.fail_task(:'second', 'work', 0, 'no');
SELECT pg_temp.claim();
SELECT is((SELECT string_agg(fanout.run_status(r), ' ') FROM unnest(ARRAY[:'run', :'first', :'second', :'third']::uuid[]) r), 'failed completed failed cancelled', 'a run with children of every kind');
SELECT fanout.create_flow('better', max_attempts => 1);
SELECT fanout.add_step('better', 'better_work', handler => 'right');
SELECT fanout.add_step('parent', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:better');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), 'better_work 0/1 right, better_work 0/1 right', 'tasks whose children are of another flow get others of the new one');
SELECT is((SELECT count(*) FROM fanout.runs WHERE run_id IN (:'second', :'third') AND parent_state_id IS NULL), 2::bigint, 'the old ones belong to nobody');
SELECT fanout.complete_task(run_id, 'better_work', 0, '"new"') FROM fanout.step_tasks WHERE step_slug = 'better_work';
SELECT pg_temp.claim();
SELECT is(fanout.run_output(:'run'), '{"each": [{"work": "old"}, {"better_work": "new"}, {"better_work": "new"}]}', 'what was done stays as it is');
SELECT fanout.start_run('parent', '[1]') AS run \gset
SELECT pg_temp.claim();
SELECT pg_temp.child(:'run') AS child \gset
SELECT fanout.cancel_run(:'run');
SELECT fanout.add_step('parent', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'right');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), 'each 0/2 right', 'a task that has no flow by now is one of its handler');
SELECT fanout.cancel_run(:'run');
SELECT fanout.add_step('parent', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:better');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), 'better_work 0/1 right', 'and gets a child where it has a flow again');
SELECT isnt(pg_temp.child(:'run'), :'child', 'another one');

-- Batches of chained runs are runs with children.
SELECT fanout.create_flow('source');
SELECT fanout.add_step('source', 'work', handler => 'right');
SELECT fanout.start_run('source') AS source \gset
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'source', 'work', 0, '1');
SELECT fanout.chain_runs('child', ARRAY[:'source']::uuid[], on_failure => 'fail_fast') AS batch \gset
SELECT is(pg_temp.claim(), 'work 0/1 wrong', 'a chained run');
SELECT fanout.fail_task(run, 'work', 0, 'no') FROM fanout.chain_results(:'batch');
SELECT pg_temp.claim();
SELECT is(fanout.run_status(:'batch'), 'failed', 'that fails');
SELECT fanout.add_step('child', 'work', handler => 'right');
SELECT fanout.resume_run(:'batch', definition => 'current');
SELECT is(pg_temp.claim(), 'work 0/2 right', 'goes on by the current version of its flow, as its batch was told');

SELECT * FROM finish();
ROLLBACK;
