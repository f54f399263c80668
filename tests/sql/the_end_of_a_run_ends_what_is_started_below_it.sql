BEGIN;
SELECT plan(17);

SELECT fanout.create_flow('leaf', timeout => '3 h');
SELECT fanout.add_step('leaf', 'work', handler => 'h');
SELECT fanout.create_flow('middle');
SELECT fanout.add_step('middle', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:leaf');
SELECT fanout.create_flow('top', run_timeout => '1 h', timeout => '3 h', max_attempts => 1);
SELECT fanout.add_step('top', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:middle');
SELECT fanout.add_step('top', 'beside', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:']) AS w \gset
CREATE VIEW pg_temp.runs AS SELECT coalesce(string_agg(depth || ' ' || status || ' ' || n, ', ' ORDER BY depth, status), '') AS now
  FROM (SELECT depth, status, count(*) AS n FROM fanout.runs GROUP BY 1, 2) r;

SELECT fanout.start_run('top', '[["a", "b"], ["c"]]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.claim_tasks(:w, 2);
SELECT is(now, '0 started 1, 1 started 2, 2 started 3', 'three levels are started') FROM pg_temp.runs;
SELECT fanout.complete_task(run_id, step_slug, task_index, '1') FROM claimed WHERE flow_slug = 'leaf' ORDER BY claim_id LIMIT 1;
SELECT is(now, '0 started 1, 1 started 2, 2 completed 1, 2 started 2', 'one leaf is completed') FROM pg_temp.runs;
SELECT is(fanout.cancel_run(:'run', 'enough'), true, 'the top is cancelled');
SELECT is(now, '0 cancelled 1, 1 cancelled 2, 2 cancelled 2, 2 completed 1', 'and with it all that had not ended') FROM pg_temp.runs;
SELECT is((SELECT string_agg(DISTINCT error, ', ') FROM fanout.runs WHERE depth > 0 AND status = 'cancelled'), 'the run that it belongs to was cancelled', 'each says why');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'nothing of them waits any more');
SELECT isnt((SELECT count(*) FROM fanout.heartbeat(:w)), 0::bigint, 'workers hear that they are to stop');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 0::bigint, 'nothing can be claimed');
SELECT is((SELECT string_agg(DISTINCT status, ' ' ORDER BY status) FROM fanout.step_tasks WHERE step_slug = 'each'), 'cancelled', 'the tasks of those above are shown as cancelled');
SELECT ok(fanout.resume_run(:'run'), 'the top is resumed');
SELECT fanout.claim_tasks(:w, 100), fanout.claim_tasks(:w, 100), fanout.claim_tasks(:w, 100);
SELECT is(now, '0 started 1, 1 started 2, 2 completed 1, 2 started 2', 'and all below it, but what was completed') FROM pg_temp.runs;

-- A timeout of the top reaches down, too.
SELECT fanout.cancel_run(:'run');
SELECT fanout.start_run('top', '[["a"]]', 'timely') AS run \gset
SELECT fanout.claim_tasks(:w, 100), fanout.claim_tasks(:w, 100);
SELECT is((SELECT count(*) FROM fanout.runs WHERE status = 'started'), 3::bigint, 'another tree');
SET fanout.clock_offset = '61min';
SELECT fanout.heartbeat(:w);
SELECT fanout.maintain();
SELECT results_eq('SELECT status, error FROM fanout.runs WHERE started_at >= (SELECT started_at FROM fanout.runs WHERE name = ''timely'') ORDER BY depth',
    $$VALUES ('failed', 'the run took longer than its flow''s run_timeout'), ('cancelled', 'the run that it belongs to failed'), ('cancelled', 'the run that it belongs to failed')$$,
    'out of time it fails, and what is below it ends');

-- A child's own run_timeout is its task's failure.
RESET fanout.clock_offset;
SELECT fanout.create_flow('above', max_attempts => 1);
SELECT fanout.add_step('above', 'only', handler => 'flow:top', timeout => '1 s');
SELECT fanout.start_run('above', '[]') AS run \gset
SELECT fanout.heartbeat(:w);
SELECT fanout.claim_tasks(:w, 100);
SET fanout.clock_offset = '1min';
SELECT fanout.heartbeat(:w);
SELECT fanout.maintain();
SELECT is(fanout.run_status(:'run'), 'started', 'a step''s timeout is not a child''s');
SET fanout.clock_offset = '61min';
SELECT fanout.heartbeat(:w);
SELECT fanout.maintain();
SELECT fanout.claim_tasks(:w, 100);
SELECT matches((SELECT error FROM fanout.runs WHERE run_id = :'run'), 'flow "top" failed: the run took longer than its flow''s run_timeout$', 'its run_timeout is');

-- What was locked at that moment, maintain ends.
SELECT fanout.start_run('top', '[["a", "b"]]') AS run \gset
SELECT fanout.claim_tasks(:w, 100), fanout.claim_tasks(:w, 100);
UPDATE fanout.runs SET status = 'failed', error = 'by hand', error_is_final = false, completed_at = clock_timestamp() WHERE run_id = :'run';
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.runs WHERE status = 'started'), 0::bigint, 'maintain ends what is started below runs that have failed');
SELECT fanout.start_run('top', '[["a", "b"]]') AS run \gset
SELECT fanout.claim_tasks(:w, 100), fanout.claim_tasks(:w, 100);
DELETE FROM fanout.step_states WHERE run_id = :'run';
DELETE FROM fanout.runs WHERE run_id = :'run';
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.runs WHERE status = 'started'), 0::bigint, 'or are gone');

SELECT * FROM finish();
ROLLBACK;
