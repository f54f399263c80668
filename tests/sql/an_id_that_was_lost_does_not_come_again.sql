-- After a failover to a standby that lagged, in a restored backup, in an extension made anew, sequences go back. Ids of claims and
-- workers that such a server gives out are not those that it gave out before, though they still rise.
BEGIN;
SELECT plan(10);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 's', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.start_run('f', '[1, 2, 3, 4]') AS run \gset
SELECT fanout.register_worker('w', '{h}') AS w \gset
SELECT fanout.register_worker('another', '{h}') AS another \gset

SELECT ok(:w BETWEEN 1 AND 9007199254740991 AND :another BETWEEN 1 AND 9007199254740991, 'ids of workers are whole numbers in JavaScript, too');
SELECT cmp_ok(abs(:w - :another), '>', 1::bigint, 'and do not count up');

-- Claims, one after the other, as the sequence goes on from the same value: what a server knows that has forgotten the first time.
CREATE FUNCTION pg_temp.claims_after(sequence_value bigint, call bigint) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
    ids bigint[] := '{}';
    claimed bigint;
BEGIN
    PERFORM setval('fanout.queue_id_seq', sequence_value);
    FOR i IN 0..1 LOOP
        SELECT e.claim_id INTO claimed FROM fanout.workers w, fanout.exchange(w.worker_id, call + i, 1) e WHERE w.name = 'w' AND kind = 'task';
        ids := ids || claimed;
    END LOOP;
    RETURN ids;
END
$$;
SELECT pg_temp.claims_after(1000, 1) AS first \gset
-- What is forgotten, and done anew.
DELETE FROM fanout.queue WHERE worker_id = :w;
SELECT pg_temp.claims_after(1000, 3) AS second \gset

SELECT results_eq(format('SELECT i >> 20 FROM unnest(%L::bigint[]) i', :'first'), format('SELECT i >> 20 FROM unnest(%L::bigint[]) i', :'second'),
                  'the sequence gave the same values twice');
SELECT isnt(:'first'::bigint[], :'second'::bigint[], 'the ids are others');
SELECT ok((:'second'::bigint[])[1] < (:'second'::bigint[])[2], 'an id that comes later is higher');

SELECT results_eq(format('SELECT kind FROM fanout.exchange(%s, 5, 0, %L, ''{0,1}'', ''{1,1}'')', :w, :'first'), $$VALUES ('stale'), ('stale')$$,
                  'a late result of a claim that was forgotten is stale');
SELECT is((SELECT count(*) FROM task_outputs), 0::bigint, 'and is not recorded');

SELECT fanout.start_run('f', '[5]') \gset
SELECT ok((SELECT max(queue_id) FROM fanout.queue) > (:'second'::bigint[])[2], 'rows that wait have such ids, too');
SELECT ok(fanout.next_queue_id() < fanout.next_queue_id(), 'and so have those that statements insert');

-- A worker of a living backend, whose marks are from before.
SELECT fanout.unregister_worker(:w);
SELECT setval('fanout.queue_id_seq', 1);
SELECT fanout.register_worker('w', '{h}') AS w \gset
SELECT is((SELECT count(*) FROM fanout.exchange(:w, 1, 1) WHERE kind = 'task'), 1::bigint, 'a worker that registers anew finds what it claims');
SELECT * FROM finish();
ROLLBACK;
