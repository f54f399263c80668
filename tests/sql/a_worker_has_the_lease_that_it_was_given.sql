-- Whatever fanout.lease and fanout.heartbeat_interval are set to, and whenever, a worker that keeps to heartbeat_interval() lives.
BEGIN;
SELECT plan(12);

SELECT is(fanout.heartbeat_interval(), '10 s', 'a worker is to be heard of every fanout.heartbeat_interval');
SELECT fanout.register_worker('one', ARRAY['h']) AS one \gset
SELECT ok((SELECT leased_until - seen_at = '30 s' FROM fanout.heartbeats), 'it gets a lease');
SELECT is(fanout.next_deadline(), (SELECT seen_at + interval '20 s' FROM fanout.heartbeats), 'an interval before its end it is to be looked at');
SET fanout.clock_offset = '21 s';
SELECT fanout.maintain();
SELECT is((SELECT suspect FROM fanout.workers_overview), true, 'and is suspect then');
SELECT is(fanout.next_deadline(), (SELECT suspect_since + interval '10 s' FROM fanout.heartbeats), 'an interval later it is looked at again');
SET fanout.clock_offset = '29 s';
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.workers), 1::bigint, 'while it has its lease it is not given up');
SELECT fanout.heartbeat(:one);
SELECT is((SELECT suspect FROM fanout.workers_overview), false, 'once it is heard of it is no longer suspect');
SELECT is((SELECT leased_until - seen_at FROM fanout.heartbeats), '30 s', 'and has a whole lease');
UPDATE fanout.heartbeats SET leased_until = seen_at + interval '5 s', suspect_since = seen_at;
SET fanout.clock_offset = '33 s';
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.workers), 1::bigint, 'one that was given five seconds has them');
SET fanout.clock_offset = '36 s';
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.workers), 1::bigint, 'and an interval from when it was suspect');
SET fanout.clock_offset = '40 s';
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.workers), 0::bigint, 'then it is given up');
SELECT is(fanout.next_deadline(), NULL, 'and nothing is to be looked at');
SELECT * FROM finish();
ROLLBACK;
