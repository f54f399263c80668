-- Whether maintenance has noticed that it is silent, or nobody maintains: who asks for live workers is told the same.
BEGIN;
SELECT plan(11);

SELECT fanout.create_flow('f'), fanout.add_step('f', 'work', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f') AS run \gset
CREATE VIEW pg_temp.said AS
SELECT (SELECT reason FROM fanout.why(r.run_id)) AS why, (SELECT suspect FROM fanout.workers_overview) AS suspect,
       (SELECT status FROM fanout.health() WHERE what = 'unserved') AS unserved, (SELECT detail FROM fanout.health() WHERE what = 'workers') AS workers
  FROM fanout.runs r;

SELECT results_eq('SELECT why, suspect, unserved, workers FROM pg_temp.said', $$VALUES ('queued', false, 'ok', '1 workers, 0 of them silent')$$, 'a worker that is heard of serves what it has registered');

UPDATE fanout.heartbeats SET seen_at = clock_timestamp() - interval '31 s', leased_until = clock_timestamp() - interval '1 s';
SELECT is(why, 'no_worker', 'one whose lease is over does not: the run waits for one') FROM pg_temp.said;
SELECT is(suspect, true, 'it shows as silent') FROM pg_temp.said;
SELECT is(unserved, 'warning', 'its work as not served') FROM pg_temp.said;
SELECT alike(workers, '1 workers, 1 of them silent: "w" since 2%', 'and it is named') FROM pg_temp.said;
SELECT is((SELECT value FROM fanout.metrics() WHERE name = 'fanout_workers' AND labels ->> 'state' = 'suspect'), 1::float8, 'and counted');

UPDATE fanout.heartbeats SET seen_at = clock_timestamp(), leased_until = clock_timestamp() + interval '5 s', suspect_since = clock_timestamp();
SELECT is(why, 'no_worker', 'nor does one that maintenance has found silent') FROM pg_temp.said;
SELECT is(suspect, true, 'which shows likewise') FROM pg_temp.said;
SELECT is(unserved, 'warning', 'and so does its work') FROM pg_temp.said;
SELECT fanout.heartbeat(:w);
SELECT is(why, 'queued', 'heard of again it serves it again') FROM pg_temp.said;

SELECT fanout.claim_tasks(:w, 1);
UPDATE fanout.heartbeats SET seen_at = clock_timestamp() - interval '31 s', leased_until = clock_timestamp() - interval '1 s';
SELECT is(why, 'silent_worker', 'what it holds waits for it until others get it') FROM pg_temp.said;

SELECT * FROM finish();
ROLLBACK;
