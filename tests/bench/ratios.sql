-- What the engine takes for the spawn and for the array, and what plain SQL does with the same values in tables of a row a task;
-- and the WAL of the plain inserts.
-- Prints lines for tests/bench/run: what, who, seconds. Variables: items, repetitions. No worker may run.
\set ON_ERROR_STOP on

CREATE TABLE bench.plain_tasks (state_id bigint, task_index int, generation smallint, item jsonb, PRIMARY KEY (state_id, task_index));
CREATE TABLE bench.plain_results (state_id bigint, claimed_at timestamptz, completed_at timestamptz, worker_id bigint, task_index int,
    generation smallint, attempt smallint, output jsonb, PRIMARY KEY (state_id, task_index));

CREATE FUNCTION pg_temp.seconds_since(began timestamptz) RETURNS float8 LANGUAGE sql
RETURN extract(epoch FROM clock_timestamp() - began);

-- A run up to its finish: a step gives the array, a second one spawns its tasks; all are claimed and completed in one call.
CREATE PROCEDURE pg_temp.play(repetition int) LANGUAGE plpgsql AS $$
DECLARE
    w bigint := fanout.register_worker('ratios', ARRAY['ratios']);
    engine bigint := fanout.register_worker('engine', ARRAY['fanout:']);
    run uuid;
    state bigint;
    internal bigint;
    began timestamptz;
    seconds float8;
    there int;  -- tasks that came with the completion before
    total int;
    more int;
    lsn pg_lsn;
    bytes numeric;  -- of WAL, of the plain inserts
BEGIN
    run := fanout.start_run('ratios');
    COMMIT;
    SELECT max(state_id) INTO state FROM fanout.step_states WHERE run_id = run;
    PERFORM fanout.complete_task(run, 'source', 0, (SELECT items FROM bench.items), w) FROM fanout.exchange(w, 1, 1);
    COMMIT;
    SELECT claim_id INTO STRICT internal FROM fanout.exchange(engine, 1, 1) WHERE kind = 'internal';
    COMMIT;

    -- All but the first tasks, which came with the completion: as if it were all.
    there := (SELECT max(last_index) + 1 FROM fanout.tasks WHERE state_id = state);
    began := clock_timestamp();
    LOOP
        more := fanout.run_internal(engine, internal);
        COMMIT;
        EXIT WHEN more = 0;
    END LOOP;
    seconds := pg_temp.seconds_since(began);
    total := (SELECT total_tasks FROM fanout.step_states WHERE state_id = state);
    RAISE INFO 'spawn|pgfanout|%|%', repetition, seconds * total / (total - there);
    lsn := pg_current_wal_insert_lsn();
    began := clock_timestamp();
    INSERT INTO bench.plain_tasks (state_id, task_index, generation, item)
    SELECT state, number - 1, 0, item FROM bench.items, jsonb_array_elements(items) WITH ORDINALITY AS i (item, number);
    COMMIT;
    RAISE INFO 'spawn|plain|%|%', repetition, pg_temp.seconds_since(began);
    bytes := pg_wal_lsn_diff(pg_current_wal_insert_lsn(), lsn);

    CREATE TEMP TABLE held AS SELECT claim_id, task_index FROM fanout.exchange(w, 2, 2000000000);
    COMMIT;
    PERFORM fanout.exchange(w, 3, 0, array_agg(claim_id), array_agg(task_index),
        array_agg(format('{"n": %s}', task_index)), array_agg(NULL::text), array_agg(false)) FROM held;
    DROP TABLE held;
    COMMIT;
    SELECT claim_id INTO STRICT internal FROM fanout.exchange(engine, 2, 1) WHERE kind = 'internal';
    COMMIT;
    began := clock_timestamp();
    PERFORM fanout.run_internal(engine, internal);
    COMMIT;
    RAISE INFO 'array|pgfanout|%|%', repetition, pg_temp.seconds_since(began);
    lsn := pg_current_wal_insert_lsn();
    INSERT INTO bench.plain_results (state_id, claimed_at, completed_at, task_index, worker_id, generation, attempt, output)
    SELECT state, now(), now(), i, w, 0, 1, jsonb_build_object('n', i) FROM generate_series(0, total - 1) i;
    COMMIT;
    began := clock_timestamp();
    INSERT INTO bench.outputs SELECT jsonb_agg(output ORDER BY task_index) FROM bench.plain_results WHERE state_id = state;
    COMMIT;
    RAISE INFO 'array|plain|%|%', repetition, pg_temp.seconds_since(began);
    RAISE INFO 'wal|plain|%|%', repetition, (bytes + pg_wal_lsn_diff(pg_current_wal_insert_lsn(), lsn)) / (SELECT jsonb_array_length(items) FROM bench.items);
    PERFORM fanout.unregister_worker(w), fanout.unregister_worker(engine);
    IF fanout.run_status(run) <> 'completed' THEN RAISE 'run % is not completed', run; END IF;
END
$$;
SELECT fanout.create_flow('ratios'), fanout.add_step('ratios', 'source', handler => 'ratios'),
       fanout.add_step('ratios', 'work', '{source}', 'fanout', 'ratios') \g /dev/null
SELECT format('CALL pg_temp.play(%s)', r) FROM generate_series(0, :repetitions) r \gexec
