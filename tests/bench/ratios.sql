-- What the engine takes for the spawn and for the array, and what plain SQL does for the same rows in the same tables; and the
-- WAL of the plain inserts.
-- Prints lines for tests/bench/run: what, who, seconds. Variables: items, repetitions. No worker may run.
\set ON_ERROR_STOP on

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
    part text;
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
    SELECT max(state_id), to_char(max(generation), 'FM00') INTO state, part
      FROM fanout.step_states JOIN fanout.runs USING (run_id) WHERE run_id = run;
    PERFORM fanout.complete_task(run, 'source', 0, (SELECT items FROM bench.items), w) FROM fanout.exchange(w, 1, 1);
    COMMIT;
    SELECT claim_id INTO STRICT internal FROM fanout.exchange(engine, 1, 1) WHERE kind = 'internal';
    COMMIT;

    -- All but the first tasks, which came with the completion: as if it were all.
    there := (SELECT count(*) FROM fanout.tasks WHERE state_id = state);
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
    EXECUTE format('INSERT INTO fanout.tasks_%s (state_id, task_index, generation, item) '
        'SELECT $1, number - 1, $2::int, item FROM bench.items, jsonb_array_elements(items) WITH ORDINALITY AS i (item, number)', part)
      USING state + 1000000000, part;
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
    began := clock_timestamp();
    EXECUTE format('INSERT INTO bench.outputs SELECT jsonb_agg(output ORDER BY task_index) FROM fanout.results_%s WHERE state_id = $1', part)
      USING state;
    COMMIT;
    RAISE INFO 'array|plain|%|%', repetition, pg_temp.seconds_since(began);
    lsn := pg_current_wal_insert_lsn();
    EXECUTE format('INSERT INTO fanout.results_%s SELECT state_id + 1000000000, claimed_at, completed_at, task_index, worker_id, '
        'generation, attempt, output FROM fanout.results_%1$s WHERE state_id = $1', part) USING state;
    COMMIT;
    RAISE INFO 'wal|plain|%|%', repetition, (bytes + pg_wal_lsn_diff(pg_current_wal_insert_lsn(), lsn)) / (SELECT jsonb_array_length(items) FROM bench.items);
    PERFORM fanout.unregister_worker(w), fanout.unregister_worker(engine);
    IF fanout.run_status(run) <> 'completed' THEN RAISE 'run % is not completed', run; END IF;
END
$$;
SELECT fanout.create_flow('ratios'), fanout.add_step('ratios', 'source', handler => 'ratios'),
       fanout.add_step('ratios', 'work', '{source}', 'fanout', 'ratios') \g /dev/null
SELECT format('CALL pg_temp.play(%s)', r) FROM generate_series(0, :repetitions) r \gexec
