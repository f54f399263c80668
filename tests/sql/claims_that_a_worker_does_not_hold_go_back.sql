-- A claim whose end a server has forgotten stands in the name of a worker that doesn't hold it any more. With its heartbeat a
-- worker says what it holds; what it doesn't goes back, without an attempt.
BEGIN;
SELECT plan(24);

CREATE FUNCTION public.one(jsonb) RETURNS jsonb LANGUAGE sql RETURN '1'::jsonb;
SELECT fanout.create_limit('l', max_concurrency => 10);
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 's', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{l}');
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5]') AS run \gset
SELECT fanout.register_worker('w', '{h,sql:,fanout:}', slots => 100) AS w \gset
SELECT DISTINCT claim_id AS a FROM fanout.exchange(:w, 1, 2) WHERE kind = 'task' \gset
SELECT DISTINCT claim_id AS b FROM fanout.exchange(:w, 2, 3) WHERE kind = 'task' \gset

CREATE FUNCTION pg_temp.held(w bigint) RETURNS bigint[] LANGUAGE sql AS $$
    SELECT coalesce(array_agg(queue_id ORDER BY queue_id), '{}') FROM fanout.queue WHERE worker_id = w
$$;
CREATE FUNCTION pg_temp.in_flight() RETURNS int LANGUAGE sql AS 'SELECT in_flight FROM fanout.limits_overview WHERE name = ''l''';

SELECT fanout.heartbeats(ARRAY[:w], '{2}', ARRAY[:w, :w], ARRAY[:a, :b]);
SELECT is(pg_temp.held(:w), ARRAY[:a, :b]::bigint[], 'what is held stays');
SELECT fanout.heartbeat(:w);
SELECT is(pg_temp.held(:w), ARRAY[:a, :b]::bigint[], 'a worker that says nothing of it holds what it has claimed');
SELECT fanout.heartbeats(ARRAY[:w], '{1}', ARRAY[:w], ARRAY[:a]);
SELECT is(pg_temp.held(:w), ARRAY[:a, :b]::bigint[], 'what a later call has claimed is not judged: its answer may be under way');
SELECT is(pg_temp.in_flight(), 5, 'five tasks hold a slot');

SELECT fanout.heartbeats(ARRAY[:w], '{2}', ARRAY[:w], ARRAY[:b]);
SELECT is(pg_temp.held(:w), ARRAY[:b]::bigint[], 'a claim that is not held goes back');
SELECT is(pg_temp.in_flight(), 3, 'and frees its slots');
SELECT results_eq('SELECT width, attempt::int, crashed FROM fanout.queue WHERE worker_id IS NULL AND indexes @> 0', $$VALUES (2, 1, false)$$,
                  'its tasks wait, at the same attempt, and nobody is to blame');
SELECT is((SELECT count(*) FROM fanout.failures), 0::bigint, 'nothing has failed');
SELECT results_eq(format('SELECT kind FROM fanout.exchange(%s, 3, 0, ARRAY[%s], ''{0}'', ''{1}'')', :w, :a), $$VALUES ('stale')$$, 'a late result is stale');
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM fanout.exchange(:w, 4, 3) WHERE kind = 'task'), ARRAY[0, 1, 5], 'they are claimed again');

-- Claims that are run on the server have no calls of their own that would be missed.
SELECT fanout.create_flow('q');
SELECT fanout.add_step('q', 's', handler => 'sql:public.one');
SELECT fanout.start_run('q') AS sql_run \gset
SELECT claim_id AS sql_claim FROM fanout.exchange(:w, 5, 1) WHERE kind = 'sql' \gset
SELECT fanout.heartbeats(ARRAY[:w], '{5}');
SELECT is(pg_temp.held(:w), '{}'::bigint[], 'a claim of SQL tasks goes back, too');
SELECT is((SELECT count(*) FROM fanout.exchange(:w, 6, 100) WHERE kind = 'sql' AND claim_id <> :sql_claim), 1::bigint, 'and is another when it is claimed again');

-- Of a run that has ended nothing waits.
SELECT fanout.cancel_run(:'sql_run');
SELECT fanout.heartbeats(ARRAY[:w], '{6}');
SELECT is((SELECT count(*) FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'sql_run'), 0::bigint, 'a claim of a run that has ended is gone');

-- Small clients send no list.
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 2)), 2::bigint, 'two tasks of a small client');
SELECT fanout.heartbeats(ARRAY[:w], '{6}');
SELECT is(cardinality(pg_temp.held(:w)), 1, 'stay under their claim');

-- What was recorded and isn't known any more.
SELECT lives_ok(format('SELECT fanout.exchange(%s, 7, 0, recorded => 6)', :w), 'a server that remembers the last call goes on');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 9, 0, recorded => 8)', :w), 'PFWRK',
                 format('worker %s had its call 8 recorded, and 6 is the last one known', :w), 'one that does not says that it has forgotten');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 9, 1, recorded => 8)', :w), 'PFWRK', NULL, 'and claims nothing');
SELECT is((SELECT max(claim_sequence) FROM fanout.queue), NULL, 'of all that');
SELECT is_empty(format('SELECT * FROM fanout.heartbeats(ARRAY[%s], ''{8}'')', :w), 'a heartbeat knows no such worker');

-- What can't be given back keeps nobody's lease from being renewed.
SELECT is((SELECT count(*) FROM fanout.exchange(:w, 8, 1) WHERE kind = 'task'), 1::bigint, 'one more claim');
ALTER TABLE fanout.queue ADD CONSTRAINT refuses CHECK (worker_id IS NOT NULL) NOT VALID;
SET client_min_messages = error;
SELECT results_eq(format('SELECT * FROM fanout.heartbeats(ARRAY[%s], ''{8}'')', :w), format('VALUES (%s::bigint, NULL::bigint)', :w), 'a claim that can not go back stops no heartbeat');
RESET client_min_messages;
ALTER TABLE fanout.queue DROP CONSTRAINT refuses;
SELECT fanout.unregister_worker(:w);
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NOT NULL), 0::bigint, 'the worker gives up what is left');
SELECT is(fanout.run_status(:'run'), 'started', 'and the run goes on');
SELECT * FROM finish();
ROLLBACK;
