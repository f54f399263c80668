BEGIN;
SELECT plan(16);

CREATE ROLE hand;
CREATE ROLE overseer;
CREATE ROLE author;
SELECT fanout.grant_worker('hand'), fanout.grant_operator('overseer'), fanout.grant_developer('author');

CREATE FUNCTION pg_temp.metric(text, jsonb) RETURNS double precision LANGUAGE sql AS
    $$SELECT value FROM fanout.metrics() WHERE name = $1 AND labels = $2$$;
CREATE FUNCTION pg_temp.tasks(text, text) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(labels ->> 'state' || ' ' || value, ', ' ORDER BY labels ->> 'state') FROM fanout.metrics()
     WHERE name = 'fanout_queue_tasks' AND labels ->> 'queue' = $1 AND labels ->> 'handler' = $2
$$;

SELECT results_eq('SELECT name, labels::text, value FROM fanout.metrics() WHERE name <> ''fanout_health'' ORDER BY 1, 2',
    $$VALUES ('fanout_runs', '{"status": "cancelled"}', 0::double precision), ('fanout_runs', '{"status": "failed"}', 0),
             ('fanout_runs', '{"status": "started"}', 0), ('fanout_workers', '{"state": "busy"}', 0),
             ('fanout_workers', '{"state": "idle"}', 0), ('fanout_workers', '{"state": "suspect"}', 0)$$,
    'where nothing is, states and statuses are zero and no queue is named');

SELECT bag_eq($$SELECT labels ->> 'what', value FROM fanout.metrics() WHERE name = 'fanout_health'$$,
    $$SELECT what, CASE status WHEN 'ok' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END::float8 FROM fanout.health()$$, 'and health is a number a check');

SET ROLE author;
SELECT fanout.create_flow('f', base_delay => '1 h', max_delay => '1 h');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('f', 'other', handler => 'h', queue => 'bulk');
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5]') AS run \gset
SELECT throws_ok('SELECT * FROM fanout.metrics()', '42501', NULL, 'a developer, who sees only her own, has no metrics');
SET ROLE hand;
SELECT fanout.register_worker('one', ARRAY['h']) AS one \gset
SELECT fanout.register_worker('two', ARRAY['h']) AS two \gset
SELECT fanout.claim_tasks(:one, 3);
SELECT fanout.fail_task(:'run', 'work', 0, 'later');

SELECT is(pg_temp.tasks('default', 'h'), 'claimed 2, delayed 1, waiting 3', 'a worker, who sees no view, gets the depth of a queue');
SELECT is(pg_temp.tasks('bulk', 'h'), 'claimed 0, delayed 0, waiting 1', 'of each apart');
SELECT is(pg_temp.metric('fanout_workers', '{"state": "busy"}') || ' ' || pg_temp.metric('fanout_workers', '{"state": "idle"}'), '1 1',
          'who has claims is busy, who has none is idle');

RESET ROLE;
UPDATE fanout.step_states SET started_at = clock_timestamp() - interval '1000 s' WHERE step_id = (SELECT min(step_id) FROM fanout.steps);
SET ROLE overseer;
SELECT ok(pg_temp.metric('fanout_queue_oldest_seconds', '{"queue": "default", "handler": "h", "reason": "queued"}') BETWEEN 1000 AND 1900, 'an operator gets the oldest age');
SELECT ok(pg_temp.metric('fanout_queue_oldest_seconds', '{"queue": "bulk", "handler": "h", "reason": "queued"}') BETWEEN 0 AND 900, 'of each apart, too');
SELECT is(pg_temp.metric('fanout_runs', '{"status": "started"}'), 1::double precision, 'and the runs that go on');
SET ROLE hand;
SELECT fanout.claim_tasks(:two, 10);
SELECT is(pg_temp.metric('fanout_queue_oldest_seconds', '{"queue": "default", "handler": "h", "reason": "queued"}'), 0::double precision, 'where nothing waits, the age is zero');
SELECT ok(pg_temp.metric('fanout_queue_oldest_seconds', '{"queue": "default", "handler": "h", "reason": "retry"}') BETWEEN 1000 AND 1900, 'what waits for its retry has an age, too');
RESET ROLE;
SELECT fanout.create_limit('narrow', max_concurrency => 1);
SELECT fanout.create_flow('g'), fanout.add_step('g', 'held', step_type => 'fanout', fanout_from => 'run', handler => 'k', limits => '{narrow}'),
       fanout.add_step('g', 'late', handler => 'k', start_delay => '1 h');
SELECT fanout.start_run('g', '[1, 2]') AS held \gset
SELECT fanout.register_worker('three', ARRAY['k']) AS three \gset
SELECT fanout.claim_tasks(:three, 2);
UPDATE fanout.step_states SET started_at = clock_timestamp() - interval '2000 s' WHERE run_id = :'held';
CREATE FUNCTION pg_temp.ages(text) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(labels ->> 'reason' || CASE WHEN value BETWEEN 2000 AND 2900 THEN ' old' WHEN value = 0 THEN ' none' ELSE ' wrong' END, ', ' ORDER BY labels ->> 'reason')
      FROM fanout.metrics() WHERE name = 'fanout_queue_oldest_seconds' AND labels ->> 'handler' = $1
$$;
SELECT is(pg_temp.ages('k'), 'delayed old, limit old, queued none, retry none', 'and so has what waits behind a limit, or for the end of a start_delay');
SELECT fanout.cancel_run(:'held');
SELECT fanout.unregister_worker(:three);

RESET ROLE;
SET fanout.clock_offset = '25s';
SELECT fanout.maintain();
SELECT is(pg_temp.metric('fanout_workers', '{"state": "suspect"}'), 2::double precision, 'silent workers are suspect');

-- A row that somebody held when its run was cancelled is left in the queue, and is nobody's work any more.
CREATE TEMP TABLE left_over AS SELECT * FROM fanout.queue WHERE queue = 'bulk';
SELECT fanout.cancel_run(:'run');
INSERT INTO fanout.queue SELECT * FROM left_over;
SELECT is(pg_temp.tasks('bulk', 'h'), NULL, 'what waits of an ended run is not counted');
SELECT is(pg_temp.tasks('default', 'h'), 'claimed 5, delayed 0, waiting 0', 'what a worker still holds is');
SELECT is(pg_temp.metric('fanout_runs', '{"status": "started"}') || ' ' || pg_temp.metric('fanout_runs', '{"status": "cancelled"}'), '0 2', 'the run has moved on');

SELECT * FROM finish();
ROLLBACK;
