BEGIN;
SELECT plan(14);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '1 min', max_delay => '1 min');
SELECT fanout.add_step('f', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'a', on_failure => 'collect');
SELECT fanout.add_step('f', 'b', ARRAY['a'], 'fanout', 'b', max_concurrency => 1);
SELECT fanout.register_worker('a', ARRAY['a'], slots => 9999) AS a \gset
SELECT fanout.register_worker('b', ARRAY['b']) AS b \gset

SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, 3) i)) AS run \gset
SELECT count(*) FROM fanout.claim_tasks(:a, 9);
SELECT fanout.complete_task(:'run', 'a', 2, '"two"');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:b, 9)), 0::bigint, 'an item that is ready waits for those before it');
SELECT fanout.complete_task(:'run', 'a', 1, '"one"');
SELECT fanout.complete_task(:'run', 'a', 0, '"nought"');
SELECT is(ARRAY(SELECT task_index FROM fanout.claim_tasks(:b, 9)), ARRAY[0], 'with the first there, it is taken');
SELECT fanout.complete_task(:'run', 'a', 3, '"three"');
SELECT fanout.fail_task(:'run', 'b', 0, 'once');
SELECT is(ARRAY(SELECT task_index FROM fanout.claim_tasks(:b, 9)), ARRAY[1], 'a retry that waits lets the next pass');
SET fanout.clock_offset = '2 min';
SELECT fanout.heartbeat(:b);
SELECT fanout.complete_task(:'run', 'b', 1, '1');
SELECT is(ARRAY(SELECT task_index FROM fanout.claim_tasks(:b, 9)), ARRAY[0], 'and goes first when its time has come');
SELECT fanout.complete_task(:'run', 'b', 0, '0');
SELECT is(ARRAY(SELECT task_index FROM fanout.claim_tasks(:b, 9)), ARRAY[2], 'the others follow');
SELECT fanout.unregister_worker(:b);
SELECT fanout.register_worker('b', ARRAY['b']) AS b \gset
CREATE FUNCTION pg_temp.work(run uuid, w bigint) RETURNS int[] LANGUAGE plpgsql AS $$
DECLARE
    done int[] := '{}';
    i int;
BEGIN
    LOOP
        SELECT task_index INTO i FROM fanout.claim_tasks(w, 5);
        EXIT WHEN i IS NULL;
        PERFORM fanout.complete_task(run, 'b', i, to_jsonb(i));
        done := done || i;
    END LOOP;
    RETURN done;
END
$$;
SELECT is(pg_temp.work(:'run', :b), ARRAY[2, 3], 'one that is given back isn''t passed');
SELECT is(fanout.run_status(:'run'), 'completed', 'to the end');

-- Over several stripes, as they come: their ends at random, the clock moved on by another flow.
SELECT fanout.create_flow('other');
SELECT fanout.add_step('other', 'o', step_type => 'fanout', fanout_from => 'run', handler => 'a');
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, 2099) i)) AS run \gset
CREATE TEMP TABLE source AS SELECT task_index, hashint4(task_index) AS place FROM fanout.claim_tasks(:a, 2100);
CREATE TEMP TABLE seen (task_index int, at int GENERATED ALWAYS AS IDENTITY);
DO $$
DECLARE
    run uuid := (SELECT run_id FROM fanout.runs WHERE status = 'started' LIMIT 1);
    a bigint := (SELECT worker_id FROM fanout.workers WHERE name = 'a');
    b bigint := (SELECT worker_id FROM fanout.workers WHERE name = 'b');
    part int[];
BEGIN
    FOR part IN SELECT array_agg(task_index) FROM source GROUP BY mod(place, 10) LOOP
        PERFORM fanout.complete_task(run, 'a', i, to_jsonb(i)) FROM unnest(part) i;
        INSERT INTO seen (task_index) SELECT unnest(pg_temp.work(run, b));
        PERFORM fanout.cancel_run(fanout.start_run('other', '[1, 2, 3]'));
    END LOOP;
END
$$;
SELECT is((SELECT count(*) FROM seen), 2100::bigint, 'all of them');
SELECT is((SELECT count(*) FROM seen WHERE task_index <> at - 1), 0::bigint, 'go by index');

-- A resume runs a failed item again, and what was made of it, in its turn.
SELECT fanout.start_run('f', '[0, 1, 2, 3]') AS run \gset
SELECT count(*) FROM fanout.claim_tasks(:a, 9);
SELECT fanout.fail_task(:'run', 'a', 1, 'no', final => true);
SELECT fanout.complete_task(:'run', 'a', i, '1') FROM unnest(ARRAY[0, 2]) i;
SELECT pg_temp.work(:'run', :b);
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:b, 9)), 0::bigint, 'after a resume it waits for the item that runs again');
CREATE TEMP TABLE again AS SELECT task_index FROM fanout.claim_tasks(:a, 9);
SELECT fanout.complete_task(:'run', 'a', task_index, '1') FROM again;
SELECT is(pg_temp.work(:'run', :b), ARRAY[1, 3], 'and goes on from there');

-- Once more may run at a time, none waits for the one before it.
SELECT fanout.start_run('f', '[0, 1, 2, 3]') AS run \gset
SELECT count(*) FROM fanout.claim_tasks(:a, 9);
SELECT fanout.complete_task(:'run', 'a', 0, '1');
SELECT is(ARRAY(SELECT task_index FROM fanout.claim_tasks(:b, 9)), ARRAY[0], 'the first is claimed');
SELECT fanout.set_max_concurrency(:'run', 'b', 2);
SELECT fanout.complete_task(:'run', 'a', 1, '1');
SELECT is(ARRAY(SELECT task_index FROM fanout.claim_tasks(:b, 9)), ARRAY[1], 'with a cap of two the next may run beside it');
SELECT fanout.set_max_concurrency(:'run', 'b', NULL);
SELECT fanout.complete_task(:'run', 'a', i, '1') FROM unnest(ARRAY[2, 3]) i;
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM fanout.claim_tasks(:b, 9)), ARRAY[2, 3], 'and without a cap all that are ready');

SELECT * FROM finish();
ROLLBACK;
