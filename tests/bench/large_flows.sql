-- What large flows, large steps and many retries cost, beside small ones. Prints lines for tests/bench/run: what, which, value.
-- Variables: none. No worker may run.
\set ON_ERROR_STOP on
SET fanout.max_steps = 10000;

CREATE FUNCTION pg_temp.ms_since(began timestamptz) RETURNS float8 LANGUAGE sql
RETURN 1000 * extract(epoch FROM clock_timestamp() - began);

CREATE PROCEDURE pg_temp.add_steps(flow text, first int, last int) LANGUAGE plpgsql AS $$
BEGIN
    FOR n IN first..last LOOP
        PERFORM fanout.add_step(flow, 'step_' || n, handler => 'large');
        COMMIT;
    END LOOP;
END
$$;

-- Adding a step to a flow of few and of many.
CREATE PROCEDURE pg_temp.measure_definition() LANGUAGE plpgsql AS $$
DECLARE
    began timestamptz;
BEGIN
    PERFORM fanout.create_flow('large');
    COMMIT;
    began := clock_timestamp();
    CALL pg_temp.add_steps('large', 1, 100);
    RAISE INFO 'add_step|100|%', pg_temp.ms_since(began) / 100;
    CALL pg_temp.add_steps('large', 101, 500);
    began := clock_timestamp();
    CALL pg_temp.add_steps('large', 501, 600);
    RAISE INFO 'add_step|600|%', pg_temp.ms_since(began) / 100;
    CALL pg_temp.add_steps('large', 601, 3000);
END
$$;

-- Somebody else's call, right after a flow of 3,000 steps that the session knows has been changed.
CREATE PROCEDURE pg_temp.measure_bystander() LANGUAGE plpgsql AS $$
DECLARE
    w bigint := fanout.register_worker('bystander', ARRAY['small']);
    began timestamptz;
BEGIN
    PERFORM fanout.create_flow('small');
    PERFORM fanout.add_step('small', 'work', handler => 'small');
    PERFORM fanout.start_run('large');
    COMMIT;
    FOR i IN 1..60 LOOP
        IF i > 30 THEN PERFORM fanout.add_step('large', 'step_' || 3000 + i, handler => 'large'); END IF;
        PERFORM fanout.start_run('small');
        COMMIT;
        began := clock_timestamp();
        PERFORM fanout.exchange(w, i, 1);
        COMMIT;
        -- The first ones plan their statements.
        IF i > 10 THEN RAISE INFO 'bystander|%|%', CASE WHEN i > 30 THEN 'changed' ELSE 'unchanged' END, pg_temp.ms_since(began); END IF;
    END LOOP;
END
$$;

-- The first tasks of a step as psql asks for them.
CREATE PROCEDURE pg_temp.measure_view() LANGUAGE plpgsql AS $$
DECLARE
    items int;
    run uuid;
    began timestamptz;
BEGIN
    PERFORM fanout.create_flow('looked_at');
    PERFORM fanout.add_step('looked_at', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'nobody');
    FOREACH items IN ARRAY ARRAY[1000, 100000] LOOP
        run := fanout.start_run('looked_at', (SELECT jsonb_agg(n) FROM generate_series(1, items) n));
        COMMIT;
        CALL pg_temp.work_off();
        FOR i IN 1..11 LOOP
            began := clock_timestamp();
            PERFORM FROM fanout.step_tasks WHERE run_id = run AND step_slug = 'work' ORDER BY task_index LIMIT 20;
            IF i > 1 THEN RAISE INFO 'first_tasks|%|%', items, pg_temp.ms_since(began); END IF;
        END LOOP;
        COMMIT;
    END LOOP;
END
$$;

-- The engine's own work, until there is none.
CREATE PROCEDURE pg_temp.work_off() LANGUAGE plpgsql AS $$
DECLARE
    w bigint := fanout.register_worker('engine', ARRAY['fanout:']);
    internal bigint;
    sequence int := 0;
BEGIN
    LOOP
        sequence := sequence + 1;
        internal := (SELECT claim_id FROM fanout.exchange(w, sequence, 1) WHERE kind = 'internal');
        EXIT WHEN internal IS NULL;
        WHILE fanout.run_internal(w, internal) > 0 LOOP COMMIT; END LOOP;
        COMMIT;
    END LOOP;
    PERFORM fanout.unregister_worker(w);
    COMMIT;
END
$$;

-- Tasks that all fail once and wait for an hour: how many queue rows they are, and what a look at them takes.
CREATE PROCEDURE pg_temp.measure_retries() LANGUAGE plpgsql AS $$
DECLARE
    w bigint := fanout.register_worker('failing', ARRAY['sql:']);
    items int;
    run uuid;
    sequence int := 0;
    claim bigint;
    batch record;
    began timestamptz;
BEGIN
    CREATE FUNCTION public.raises(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END';
    PERFORM fanout.create_flow('failing', base_delay => '1 h', max_delay => '1 h');
    PERFORM fanout.add_step('failing', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:raises');
    FOREACH items IN ARRAY ARRAY[3000, 6000] LOOP
        run := fanout.start_run('failing', (SELECT jsonb_agg(n) FROM generate_series(1, items) n));
        COMMIT;
        LOOP
            sequence := sequence + 1;
            claim := (SELECT claim_id FROM fanout.exchange(w, sequence, 100) WHERE kind = 'sql');
            EXIT WHEN claim IS NULL;
            COMMIT;
            SELECT 0 AS done, 1 AS remaining, 100 AS next_max INTO batch;
            WHILE batch.remaining > 0 LOOP
                SELECT * INTO batch FROM fanout.run_sql_tasks(w, claim, batch.next_max);
                COMMIT;
            END LOOP;
        END LOOP;
        RAISE INFO 'retries|rows_%|%', items, (SELECT count(*) FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = run);
        began := clock_timestamp();
        PERFORM count(*) FROM fanout.step_tasks WHERE run_id = run AND attempts = 1;
        RAISE INFO 'retries|view_%|%', items, pg_temp.ms_since(began);
        COMMIT;
    END LOOP;
END
$$;

CALL pg_temp.measure_definition();
CALL pg_temp.measure_bystander();
CALL pg_temp.measure_view();
CALL pg_temp.measure_retries();
