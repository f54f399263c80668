-- A daemon, which is several workers, renews their leases in one call, and is told of each worker which of its claims are to be stopped.
BEGIN;
SELECT plan(18);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 's', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.start_run('f', '[0, 1]') AS run \gset
SELECT fanout.register_worker('a', '{h}') AS a \gset
SELECT fanout.exchange(:a, 1, 2);
SELECT fanout.start_run('f', '[0, 1]') AS other_run \gset
SELECT fanout.register_worker('b', '{h}') AS b \gset
SELECT fanout.exchange(:b, 1, 2);
SELECT fanout.register_worker('gone', '{h}') AS gone \gset
SELECT fanout.unregister_worker(:gone);
SELECT queue_id AS a_claim FROM fanout.queue WHERE worker_id = :a \gset
SELECT queue_id AS b_claim FROM fanout.queue WHERE worker_id = :b \gset
CREATE TEMP TABLE beats (of text, worker_ids bigint[], recorded bigint[], holders bigint[], holding bigint[]);
INSERT INTO beats VALUES ('all', ARRAY[:b, :gone, :a], '{1, 1, 1}', ARRAY[:a, :b], ARRAY[:a_claim, :b_claim]),
    ('one that the server has forgotten', ARRAY[:a, :b], '{1, 2}', ARRAY[:a, :b], ARRAY[:a_claim, :b_claim]),
    ('one that holds nothing', ARRAY[:a, :b], '{1, 1}', ARRAY[:a], ARRAY[:a_claim]),
    ('too few calls', ARRAY[:a, :b], '{1}', '{}', '{}'), ('too few holders', ARRAY[:a, :b], '{1, 1}', '{}', ARRAY[:a_claim]),
    ('another holder', ARRAY[:a], '{1}', ARRAY[:b], ARRAY[:b_claim]), ('nothing', '{}', '{}', '{}', '{}');

CREATE FUNCTION pg_temp.name_of(id bigint) RETURNS text LANGUAGE sql AS 'SELECT name FROM fanout.workers WHERE worker_id = id';
CREATE FUNCTION pg_temp.beat(which text) RETURNS TABLE (worker text, stopped bigint) LANGUAGE sql AS $$
    SELECT pg_temp.name_of(h.worker_id), h.claim_id FROM beats b, fanout.heartbeats(b.worker_ids, b.recorded, b.holders, b.holding) h
     WHERE b.of = which ORDER BY 1, 2 NULLS FIRST
$$;
-- Leases that are over, so that it shows which are renewed.
CREATE FUNCTION pg_temp.end_leases() RETURNS void LANGUAGE sql AS $$
    UPDATE fanout.heartbeats SET seen_at = now() - interval '1 h', leased_until = now() - interval '1 s', suspect_since = now()
$$;
CREATE FUNCTION pg_temp.renewed() RETURNS text[] LANGUAGE sql AS $$
    SELECT array_agg(name ORDER BY name) FROM fanout.heartbeats JOIN fanout.workers USING (worker_id) WHERE leased_until > now() AND suspect_since IS NULL
$$;

SELECT pg_temp.end_leases();
SELECT results_eq($$SELECT * FROM pg_temp.beat('all')$$, $$VALUES ('a', NULL::bigint), ('b', NULL)$$, 'each worker that is known has a row, and one that is gone has none');
SELECT is(pg_temp.renewed(), '{a,b}'::text[], 'their leases are renewed');

SELECT pg_temp.end_leases();
SELECT results_eq($$SELECT * FROM pg_temp.beat('one that the server has forgotten')$$, $$VALUES ('a', NULL::bigint)$$,
                  'nor has one of which the server knows less than was recorded');
SELECT is(pg_temp.renewed(), '{a}'::text[], 'whose lease is not renewed, either');

SELECT fanout.cancel_run(:'run');
SELECT results_eq($$SELECT * FROM pg_temp.beat('all')$$, format($$VALUES ('a', NULL), ('a', %s::bigint), ('b', NULL)$$, :a_claim), 'claims of a run that has ended are to be stopped, by who holds them');

SELECT pg_temp.beat('one that holds nothing');
SELECT is((SELECT worker_id FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'other_run'), NULL, 'what a worker does not hold goes back');

-- What is taken from a worker, or removed, while it holds it, as often as it says so: an answer may be lost.
SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 's', step_type => 'fanout', fanout_from => 'run', handler => 'g');
SELECT fanout.start_run('g', '[0, 1]') AS run \gset
SELECT fanout.register_worker('c', '{g}') AS c \gset
SELECT claim_id AS settled FROM fanout.exchange(:c, 1, 1) WHERE kind = 'task' \gset
SELECT claim_id AS removed FROM fanout.exchange(:c, 2, 1) WHERE kind = 'task' \gset
INSERT INTO beats VALUES ('c', ARRAY[:c], '{2}', ARRAY[:c, :c], ARRAY[:settled, :removed]);
SELECT fanout.settle_task(:'run', 's', 0);
SELECT results_eq($$SELECT * FROM pg_temp.beat('c')$$, format($$VALUES ('c', NULL), ('c', %s::bigint)$$, :settled), 'a claim that was taken from a worker is to be stopped');
SELECT results_eq($$SELECT * FROM pg_temp.beat('c')$$, format($$VALUES ('c', NULL), ('c', %s::bigint)$$, :settled), 'as long as it is held');
SELECT fanout.drop_flow('g', force => true);
SELECT results_eq($$SELECT * FROM pg_temp.beat('c')$$, format($$VALUES ('c', NULL), ('c', %s::bigint), ('c', %s)$$, :settled, :removed), 'so is one that was removed with its flow');
UPDATE beats SET holders = '{}', holding = '{}' WHERE of = 'c';
SELECT results_eq($$SELECT * FROM pg_temp.beat('c')$$, $$VALUES ('c', NULL::bigint)$$, 'and what is not held any more is not');

SELECT is_empty($$SELECT * FROM pg_temp.beat('nothing')$$, 'no worker, no row');
SELECT throws_ok($$SELECT pg_temp.beat('too few calls')$$, 'PFARG', 'heartbeats: the arrays have 2 worker_ids, 1 recorded', 'a call is missing');
SELECT throws_ok($$SELECT pg_temp.beat('too few holders')$$, 'PFARG', 'heartbeats: the arrays have 0 holders, 1 holding', 'a holder is missing');
SELECT throws_ok($$SELECT pg_temp.beat('another holder')$$, 'PFARG', format('heartbeats: worker %s of holders is not among worker_ids', :b), 'a claim of another worker');
SELECT throws_ok(format('SELECT fanout.heartbeats(ARRAY[%s, %1$s], ''{1, 2}'')', :b), 'PFARG', format('heartbeats: worker %s stands among worker_ids twice', :b), 'one that comes twice');
SELECT throws_ok($$SELECT fanout.heartbeats(NULL, '{}')$$, 'PFARG', 'heartbeats: worker_ids is null', 'null is no list');
SELECT throws_ok($$SELECT fanout.heartbeats('{1, NULL}', '{1, 1}')$$, 'PFARG', 'heartbeats: worker_ids has a null element', 'nor has it one in it');

CREATE ROLE other_worker;
SELECT fanout.grant_worker('other_worker');
SET LOCAL ROLE other_worker;
SELECT throws_ok(format('SELECT fanout.heartbeats(ARRAY[%s], ''{1}'')', :b), 'PFOWN', NULL, 'nobody speaks for another role''s workers');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;
