BEGIN;
SELECT plan(9);

SELECT fanout.create_flow('f', max_attempts => 3);
SELECT fanout.add_step('f', 'a', handler => 'h');
SELECT fanout.start_run('f') AS run \gset
SET fanout.clock_offset = '1 h';
SELECT fanout.register_worker('lost', ARRAY['h']) AS lost \gset
SELECT fanout.register_worker('alive', ARRAY['none']) AS alive \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:lost, 9)), 1::bigint, 'a worker has a task, and is not heard of any more');
SET fanout.clock_offset = '1 min';
SELECT fanout.heartbeat(:alive);
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.heartbeats WHERE seen_at > clock_timestamp() + interval '61 s'), 0::bigint,
    'after the clock was set back by an hour, that counts as heard of now');
SELECT is((SELECT leased_until - seen_at FROM fanout.heartbeats WHERE worker_id = :lost), '30 s', 'with the lease that it has');
SET fanout.clock_offset = '83 s';
SELECT fanout.heartbeat(:alive);
SELECT fanout.maintain();
SELECT is((SELECT string_agg(name, ',') FROM fanout.workers_overview WHERE suspect), 'lost', 'an interval before its end it is suspect');
SET fanout.clock_offset = '95 s';
SELECT fanout.heartbeat(:alive);
SELECT fanout.maintain();
SELECT is((SELECT string_agg(name, ',') FROM fanout.workers_overview), 'alive', 'and then given up, as any other');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 1::bigint, 'its task can be claimed');

-- One that was suspect before.
SET fanout.clock_offset = '2 h';
SELECT fanout.register_worker('suspect', ARRAY['none']) AS suspect \gset
SET fanout.clock_offset = '7225 s';
SELECT fanout.maintain();
SET fanout.clock_offset = '2 min';
SELECT fanout.heartbeat(:alive);
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.heartbeats WHERE worker_id = :suspect AND suspect_since IS NULL), 1::bigint, 'one that was suspect has a lease, too');

UPDATE fanout.runs SET started_at = clock_timestamp() + interval '1 h';
UPDATE fanout.step_states SET started_at = clock_timestamp() + interval '1 h';
SELECT is((SELECT elapsed FROM fanout.runs_overview), '0', 'no run has taken less than no time');
SELECT is((SELECT elapsed FROM fanout.steps_overview), '0', 'nor a step');

SELECT * FROM finish();
ROLLBACK;
