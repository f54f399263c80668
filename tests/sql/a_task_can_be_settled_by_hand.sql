BEGIN;
SELECT plan(34);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '1 h', max_delay => '1 h'), fanout.create_flow('child'), fanout.create_flow('parent');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect', max_concurrency => 4);
SELECT fanout.add_step('child', 'below', handler => 'c');
SELECT fanout.add_step('parent', 'above', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child', max_concurrency => 3);
SELECT fanout.register_worker('w', ARRAY['h'], slots => 100) AS w \gset
SELECT fanout.start_run('f', '["a", "b", "c", "d", "e"]') AS f \gset
CREATE VIEW tasks AS SELECT task_index AS i, status, attempts, output FROM fanout.step_tasks WHERE step_slug = 'work';

-- 0 runs, 1 waits for its retry, 2 has failed for good, 3 and 4 wait.
SELECT count(*) FROM fanout.claim_tasks(:w, 3);
SELECT fanout.fail_task(:'f', 'work', 1, 'no'), fanout.fail_task(:'f', 'work', 2, 'no', final => true);
SELECT lives_ok(format('SELECT fanout.settle_task(%L, ''work'', %s, %L, ''it is in the file'')', :'f', i, to_json(i)), format('task %s is settled', i))
  FROM generate_series(0, 3) i;
SELECT results_eq('SELECT i, status, attempts, output FROM tasks ORDER BY i', $$ VALUES
    (0, 'completed', 1, '0'::jsonb), (1, 'completed', 1, '1'), (2, 'completed', 1, '2'), (3, 'completed', 0, '3'), (4, 'queued', 0, NULL) $$, 'all are completed');
SELECT is((SELECT string_agg(DISTINCT settled_by || ': ' || settled_because, '; ') FROM fanout.step_tasks WHERE status = 'completed'),
    current_user || ': it is in the file', 'the view says by whom and why');
SELECT results_eq(format('SELECT done, failed FROM fanout.steps_overview WHERE run_id = %L', :'f'), 'VALUES (4::bigint, 0)', 'they are counted, and the failure isn''t any more');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, ''work'', 0, ''9'')', :'f'), 'PFTSK', NULL, 'the claim is stale');
SELECT throws_ok(format('SELECT fanout.settle_task(%L, ''work'', 0)', :'f'), 'PFTSK', NULL, 'what is completed can''t be settled');
SELECT throws_like(format('SELECT fanout.settle_task(%L, ''work'', 5)', :'f'), '%"work"%task_index is 5, and it has 5 tasks', 'nor what isn''t there');
SELECT throws_ok(format('SELECT fanout.settle_task(%L, ''work'', 4, NULL)', :'f'), 'PFARG', NULL, 'nor without an output');
SELECT fanout.settle_task(:'f', 'work', 4);
SELECT is(fanout.run_output(:'f'), '{"work": [0, 1, 2, 3, null]}', 'the last one completes the run');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'nothing is left in the queue');

-- A run that has failed: its resume finds the task completed.
SELECT fanout.create_flow('strict');
SELECT fanout.add_step('strict', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_attempts => 1);
SELECT fanout.add_step('strict', 'after', depends_on => '{work}', handler => 'h');
SELECT fanout.start_run('strict', '[0, 1]') AS s \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 1);
SELECT fanout.fail_task(:'s', 'work', 0, 'no');
SELECT lives_ok(format('SELECT fanout.settle_task(%L, ''work'', 0, ''"by hand"'')', :'s'), 'the task of a failed run is settled');
SELECT is(fanout.run_status(:'s'), 'failed', 'which stays so');
SELECT is((SELECT failed FROM fanout.steps_overview WHERE run_id = :'s' AND step_slug = 'work'), 0, 'without a failed item');
SELECT fanout.resume_run(:'s');
SELECT is((SELECT string_agg(step_slug || ' ' || task_index, ', ') FROM fanout.claim_tasks(:w, 9)), 'work 1', 'resumed, it runs what is left');
SELECT fanout.complete_task(:'s', 'work', 1, '1');
SELECT is((SELECT input -> 'work' FROM fanout.claim_tasks(:w, 9))::jsonb, '["by hand", 1]', 'and goes on with what was given');

-- A child.
SELECT fanout.register_worker('c', ARRAY['flow:', 'c'], slots => 100) AS c \gset
SELECT fanout.start_run('parent', '[0, 1]') AS p \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:c, 9)), 2::bigint, 'two children run');
SELECT fanout.settle_task(:'p', 'above', 0, '"by hand"');
SELECT is((SELECT status FROM fanout.runs WHERE parent_index = 0), 'cancelled', 'the child of the one that is settled is cancelled');
SELECT fanout.complete_task((SELECT run_id FROM fanout.runs WHERE parent_index = 1), 'below', 0, '1');
SELECT fanout.claim_tasks(:c, 9);
SELECT is(fanout.run_output(:'p'), '{"above": ["by hand", {"below": 1}]}', 'the other''s output stands beside it');

-- Batches and pipelines.
SELECT fanout.create_flow('b'), fanout.create_flow('pipeline');
SELECT fanout.add_step('b', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 2, on_failure => 'collect');
SELECT fanout.add_step('pipeline', 'first', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('pipeline', 'second', step_type => 'fanout', depends_on => '{first}', handler => 'h');
SELECT fanout.start_run('b', '[0, 1, 2]') AS b \gset
SELECT throws_ok(format('SELECT fanout.settle_task(%L, ''work'', 0, ''[1]'')', :'b'), 'PFOUT', NULL, 'a batch wants an array of its length');
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.fail_task(:'b', 'work', 0, 'no', final => true);
SELECT is((SELECT failed FROM fanout.steps_overview WHERE run_id = :'b'), 2, 'its items have failed');
SELECT lives_ok(format('SELECT fanout.settle_task(%L, ''work'', 0, ''[1, {"$error": "no"}]'')', :'b'), 'one of them is settled');
SELECT is((SELECT failed FROM fanout.steps_overview WHERE run_id = :'b'), 1, 'one has failed');
SELECT fanout.settle_task(:'b', 'work', 1, '[3]');
SELECT is(fanout.run_output(:'b'), '{"work": [1, null, 3]}', 'the others make up the array');

SELECT fanout.start_run('pipeline', '[0, 1]') AS q \gset
SELECT throws_ok(format('SELECT fanout.settle_task(%L, ''second'', 0)', :'q'), 'PFRDY', NULL, 'what has no item yet can''t be settled');
SELECT fanout.settle_task(:'q', 'first', 0, '7');
SELECT is((SELECT string_agg(step_slug || ' ' || (input ->> 'item'), ', ' ORDER BY step_slug) FROM fanout.claim_tasks(:w, 9)), 'first 1, second 7', 'what is settled goes through a pipeline');
SELECT fanout.fail_task(:'q', 'first', 1, 'no', final => true);
SELECT throws_ok(format('SELECT fanout.settle_task(%L, ''first'', 1)', :'q'), 'PFRDY', NULL, 'what has gone through it is settled no more');

SELECT throws_ok(format('SELECT fanout.settle_task(%L, ''none'', 0)', :'q'), 'PFSTP', NULL, 'an unknown step is an error');
SELECT throws_ok('SELECT fanout.settle_task(''00000000-0000-0000-0000-000000000009'', ''work'', 0)', 'PFRUN', NULL, 'and so is an unknown run');
SELECT is((SELECT count(*) FROM fanout.limits l LEFT JOIN fanout.limit_holdings h USING (limit_id) WHERE l.in_flight <> coalesce(h.held, 0)), 0::bigint, 'no limit has drifted');

-- What never ran, after its run's end: it is counted at once.
SELECT fanout.create_flow('ended'), fanout.add_step('ended', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'nobody');
SELECT fanout.start_run('ended', '[0, 1]') AS ended \gset
SELECT fanout.cancel_run(:'ended');
SELECT fanout.settle_task(:'ended', 'work', 0, '1');
SELECT is(status || ' ' || done, 'cancelled 1', 'a task of a cancelled run that was settled is done') FROM fanout.runs_overview WHERE run_id = :'ended';
SELECT fanout.resume_run(:'ended');
SELECT is(status || ' ' || done, 'started 1', 'also when the run goes on') FROM fanout.runs_overview WHERE run_id = :'ended';

SELECT * FROM finish();
ROLLBACK;
