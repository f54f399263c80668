BEGIN;
SELECT plan(3);

SELECT fanout.create_flow('f', max_attempts => 3, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'stream', handler => 'h', max_concurrency => 1);
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f') AS run \gset

-- Claims, completes and names one task after the other.
CREATE FUNCTION pg_temp.work(run uuid, w bigint, tasks int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    done text := '';
    i int;
BEGIN
    FOR n IN 1..tasks LOOP
        SELECT task_index INTO i FROM fanout.claim_tasks(w, 5);
        EXIT WHEN i IS NULL;
        PERFORM fanout.complete_task(run, 'work', i, to_jsonb(i));
        done := done || i || ' ';
    END LOOP;
    RETURN done;
END
$$;
SELECT fanout.push_items(:'run', 'work', '["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]');
SELECT is(pg_temp.work(:'run', :w, 5), '0 1 2 3 4 ', 'the first come first');
SELECT fanout.push_items(:'run', 'work', '["k", "l"]');
SELECT is(pg_temp.work(:'run', :w, 3), '5 6 7 ', 'and what is pushed later waits behind them');
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.fail_task(:'run', 'work', 8, 'once');
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.work(:'run', :w, 9), '8 9 10 11 ', 'a resumed run goes by index, whatever has been tried before');

SELECT * FROM finish();
ROLLBACK;
