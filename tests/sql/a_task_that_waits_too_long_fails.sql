BEGIN;
SELECT plan(30);

-- A step that fails fast.
SELECT fanout.create_flow('f', max_attempts => 3, base_delay => '10 min', max_delay => '10 min');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', schedule_timeout => '1 min');
SELECT fanout.register_worker('w', ARRAY['h'], slots => 10) AS w \gset
SELECT fanout.start_run('f', '["a", "b", "c"]') AS run \gset
SELECT is((SELECT task_index FROM fanout.claim_tasks(:w, 1)), 0, 'one is claimed in time');
SET fanout.clock_offset = '45s';
SELECT fanout.heartbeat(:w);
SELECT is(fanout.maintain(), 0::bigint, 'the others may wait until their time is up');
SELECT is(fanout.next_deadline(), (SELECT min(expires_at) FROM fanout.queue), 'next_deadline tells when that is');
SET fanout.clock_offset = '61s';
SELECT is(fanout.maintain(), 2::bigint, 'then they fail');
SELECT is(fanout.run_status(:'run'), 'failed', 'for good, and the run with them');
SELECT is((SELECT error FROM fanout.runs_overview), 'step "work": task 1: waited longer than its schedule_timeout of 00:01:00', 'which says why');
SELECT results_eq(format('SELECT task_index, item, attempts, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (1, '"b"'::jsonb, 0, 'waited longer than its schedule_timeout of 00:01:00'), (2, '"c"', 0, 'waited longer than its schedule_timeout of 00:01:00')$$,
    'errors() has both, of no attempt');
SELECT results_eq('SELECT final, claimed_at, worker_id FROM fanout.failures', 'VALUES (true, null::timestamptz, null::bigint), (true, null, null)', 'nobody had claimed them');
SELECT results_eq('SELECT task_index, status, attempts, worker, started_at IS NULL FROM fanout.step_tasks ORDER BY 1',
    $$VALUES (0, 'started', 1, 'w', false), (1, 'failed', 0, NULL, true), (2, 'failed', 0, NULL, true)$$, 'nor do the views say so');
SELECT lives_ok(format('SELECT fanout.complete_task(%L, ''work'', 0, ''1'')', :'run'), 'what was claimed in time is accepted');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'nothing is left');
SELECT is(fanout.next_deadline(), (SELECT leased_until - fanout.heartbeat_interval() FROM fanout.heartbeats), 'no deadline either, but the worker''s lease');

-- The time begins anew when a task comes back.
RESET fanout.clock_offset;
SELECT fanout.start_run('f', '[1, 2]') AS run \gset
SELECT fanout.claim_tasks(:w, 2);
SELECT fanout.fail_task(:'run', 'work', 0, 'broke');
SELECT ok((SELECT expires_at - available_at = interval '1 min' FROM fanout.queue WHERE available_at IS NOT NULL), 'a retry''s begins when it is due');
SET fanout.clock_offset = '65s';
SELECT is(fanout.maintain(), 0::bigint, 'neither what is claimed nor what is not due has waited');
SELECT fanout.unregister_worker(:w);
SELECT is(fanout.maintain(), 0::bigint, 'what is given back waits anew');
SET fanout.clock_offset = '124s';
SELECT is(fanout.maintain(), 0::bigint, 'for as long');
SET fanout.clock_offset = '126s';
SELECT is(fanout.maintain(), 1::bigint, 'and then fails');

-- Retries that are promoted late don't take the time of those that came before.
SELECT fanout.create_flow('apart', base_delay => '0');
SELECT fanout.add_step('apart', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'apart', schedule_timeout => '1 h');
SELECT fanout.register_worker('w', ARRAY['apart'], slots => 10) AS w \gset
RESET fanout.clock_offset;
SELECT fanout.start_run('apart', '[1, 2]') AS run \gset
SELECT fanout.claim_tasks(:w, 2);
SELECT fanout.fail_task(:'run', 'work', 0, 'broke', retry_after => '1 min');
SELECT fanout.fail_task(:'run', 'work', 1, 'broke', retry_after => '30 min');
SET fanout.clock_offset = '50min';
SELECT fanout.heartbeat(:w);
SELECT fanout.maintain();
SELECT is((SELECT array_agg(date_trunc('minute', expires_at - clock_timestamp() + interval '30 s') ORDER BY 1) FROM fanout.queue WHERE handler = 'apart' AND available_at IS NULL),
    ARRAY['61 min', '90 min']::interval[], 'of two retries that were promoted together each keeps its time');
SET fanout.clock_offset = '65min';
SELECT fanout.heartbeat(:w);
SELECT is(fanout.maintain(), 1::bigint, 'so one has waited too long sooner');

-- A delayed step waits from its own time on.
RESET fanout.clock_offset;
SELECT fanout.create_flow('late');
SELECT fanout.add_step('late', 'work', handler => 'nobody', start_delay => '1 h', schedule_timeout => '1 min');
SELECT fanout.start_run('late') AS run \gset
SET fanout.clock_offset = '30min';
SELECT fanout.heartbeat(:w);
SELECT is(fanout.maintain(), 0::bigint, 'a delay is no waiting');
SET fanout.clock_offset = '3630s';
SELECT is(fanout.maintain(), 0::bigint, 'the time begins after it');
SET fanout.clock_offset = '3661s';
SELECT is(fanout.maintain(), 1::bigint, 'and ends');
SELECT is(fanout.run_status(:'run'), 'failed', 'for a single step, too');

-- Rows that claims don't see: parked ones.
RESET fanout.clock_offset;
SELECT fanout.start_run('f', '[1]') AS run \gset
UPDATE fanout.queue q SET available_at = 'infinity', parked_on = 1 FROM fanout.step_states s WHERE s.state_id = q.state_id AND s.run_id = :'run';
SET fanout.clock_offset = '61s';
SELECT is(fanout.maintain(), 1::bigint, 'what waits behind a full limit has waited, too');

-- A step that collects goes on. Many fail in more than one call.
RESET fanout.clock_offset;
SELECT fanout.create_flow('many');
SELECT fanout.add_step('many', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'nobody', schedule_timeout => '1 min', on_failure => 'collect', output_mode => 'counts');
SET fanout.inline_tasks = 20000;
SELECT fanout.start_run('many', (SELECT jsonb_agg(i) FROM generate_series(1, 10500) i)) AS run \gset
RESET fanout.inline_tasks;
SET fanout.clock_offset = '61s';
SELECT is(fanout.maintain(), 10000::bigint, 'ten thousand fail a call');
SELECT is((SELECT sum(width) FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'run' AND q.kind = 'task'), 500::bigint, 'the others go on waiting');
SELECT is(fanout.maintain(), 500::bigint, 'for the next call');
SELECT is((SELECT failed_items FROM fanout.step_states WHERE run_id = :'run'), 10500, 'all of them are counted');
SELECT fanout.register_worker('engine', ARRAY['fanout:', 'h']) AS engine \gset
SELECT fanout.claim_tasks(:engine, 1);
SELECT is(fanout.run_output(:'run'), '{"work": {"total": 10500, "failed": 10500, "succeeded": 0}}', 'and the step completes');
RESET fanout.clock_offset;
SELECT fanout.create_flow('single');
SELECT fanout.add_step('single', 'work', handler => 'nobody', schedule_timeout => '1 min', on_failure => 'collect');
SELECT fanout.start_run('single') AS run \gset
SET fanout.clock_offset = '61s';
SELECT fanout.maintain();
SELECT is(fanout.run_output(:'run'), '{"work": null}', 'a single step that collects gives null');

SELECT * FROM finish();
ROLLBACK;
