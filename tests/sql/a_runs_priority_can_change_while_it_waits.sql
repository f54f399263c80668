BEGIN;
SELECT plan(11);

SELECT fanout.create_flow('f', base_delay => '1 h', max_delay => '1 h'), fanout.create_flow('parent');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', priority => 5);
SELECT fanout.add_step('f', 'after', depends_on => '{work}', handler => 'h');
SELECT fanout.add_step('parent', 'below', step_type => 'fanout', fanout_from => 'run', handler => 'flow:f');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:'], slots => 100) AS w \gset

SELECT fanout.start_run('f', '[0, 1, 2]', name => 'first') AS first \gset
SELECT fanout.start_run('f', '[0, 1, 2]', name => 'second') AS second \gset
SELECT fanout.set_priority(:'second', 7);
SELECT is((SELECT priority FROM fanout.runs_overview WHERE run_id = :'second'), 7, 'a run''s priority has changed');
SELECT is((SELECT array_agg(run_id) FROM fanout.claim_tasks(:w, 2)), ARRAY[:'second', :'second']::uuid[], 'it goes first, though it has come later');
SELECT fanout.fail_task(:'second', 'work', 0, 'no', retry_after => '1 h');
SELECT fanout.set_priority(:'second', -7);
SELECT is((SELECT array_agg(DISTINCT priority) FROM fanout.queue q JOIN fanout.step_states s USING (state_id)
            WHERE run_id = :'second' AND worker_id IS NULL), ARRAY[-2], 'what waits has the new one, also for a retry, and the step''s is added');
SELECT is((SELECT array_agg(run_id) FROM fanout.claim_tasks(:w, 4)), ARRAY[:'first', :'first', :'first', :'second']::uuid[], 'it goes last');
SELECT fanout.fail_task(:'second', 'work', 1, 'no', retry_after => '1 h');
SELECT is((SELECT array_agg(DISTINCT priority) FROM fanout.queue q JOIN fanout.step_states s USING (state_id)
            WHERE run_id = :'second' AND worker_id IS NULL), ARRAY[-2], 'what was claimed before comes back with the new one');
SELECT fanout.complete_task(:'first', 'work', i, '0') FROM generate_series(0, 2) i;
SELECT is((SELECT array_agg(step_slug) FROM fanout.claim_tasks(:w, 1)), ARRAY['after'], 'the steps that follow have their own');
SELECT fanout.complete_task(:'first', 'after', 0, '0');
SELECT fanout.cancel_run(:'second');

SELECT fanout.start_run('parent', '[[0], [1]]') AS p \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 1)), 1::bigint, 'children start, and one''s task is claimed');
SELECT fanout.set_priority(:'p', 3);
SELECT is((SELECT array_agg(r.priority) FROM fanout.runs r WHERE parent_state_id IS NOT NULL), ARRAY[3, 3], 'children follow their parent');
SELECT is((SELECT array_agg(DISTINCT priority) FROM fanout.queue WHERE worker_id IS NULL), ARRAY[8], 'and so does what waits of them');

SELECT throws_like(format('SELECT fanout.set_priority(%L, 1000000001)', :'p'), '%priority%', 'one beyond what there is is refused');
SET fanout.max_priority = 7;
SELECT throws_ok(format('SELECT fanout.set_priority(%L, 8)', :'p'), 'PFMAX', NULL, 'and so is one beyond the ceiling');

SELECT * FROM finish();
ROLLBACK;
