-- Calls that concern one run: each goes to the function of the same name and parameters on the run's shard, and says what that says, also of errors.

DO $$
DECLARE
    name text;
    parameters text;
    result text;
    says text;
BEGIN
    FOR name, parameters, result, says IN VALUES
        ('run_status', 'run_id uuid', 'text', 'The run''s status: started, completed, failed or cancelled'),
        ('run_output', 'run_id uuid', 'jsonb', 'The outputs of the run''s leaf steps as an object; null until it is completed'),
        ('is_ready', 'run_id uuid, step_slug text DEFAULT NULL', 'boolean', 'Whether the run, or the step, has finished, whichever way'),
        ('results', 'run_id uuid, step_slug text DEFAULT NULL, after_index int DEFAULT -1, max_rows int DEFAULT NULL',
            'TABLE (task_index int, status text, output jsonb, error text, attempts int)',
            'Results in index order while the fan-out runs, up to the first unfinished index'),
        ('errors', 'run_id uuid, step_slug text DEFAULT NULL',
            'TABLE (step_slug text, task_index int, item jsonb, attempts int, error text, failed_at timestamptz)',
            'Tasks and items that failed for good, and steps that failed as a whole'),
        ('why', 'run_id uuid, step_slug text DEFAULT NULL, task_index int DEFAULT NULL',
            'TABLE (step_slug text, tasks bigint, reason text, detail text, since timestamptz, hint text)', 'Why the run isn''t done yet'),
        ('explain_run', 'run_id uuid', 'SETOF text', 'The run''s steps with where their time went'),
        ('timeline', 'run_id uuid', 'SETOF text', 'A text Gantt chart of the run'),
        ('cancel_run', 'run_id uuid, reason text DEFAULT NULL', 'boolean', 'Cancels the run; returns whether it was still going on'),
        ('resume_run', 'run_id uuid, failed_items boolean DEFAULT false, definition text DEFAULT ''own''', 'boolean', 'Lets a failed or cancelled run go on; returns whether it had to'),
        ('pause_run', 'run_id uuid, reason text DEFAULT NULL', 'boolean', 'Nothing of the run is claimed any more; returns whether it was not paused before'),
        ('continue_run', 'run_id uuid', 'boolean', 'Lets a paused run go on; returns whether it was paused'),
        ('set_priority', 'run_id uuid, priority int', 'void', 'Changes the run''s priority, of what waits, too'),
        ('set_max_concurrency', 'run_id uuid, step_slug text, n int', 'void', 'Changes how many tasks of the run''s step may be in flight; null: no cap'),
        ('retry_task', 'run_id uuid, step_slug text, task_index int, input jsonb DEFAULT NULL', 'void', 'Tries a task again, now'),
        ('settle_task', 'run_id uuid, step_slug text, task_index int, output jsonb DEFAULT ''null'', reason text DEFAULT NULL', 'void', 'Completes a task by hand'),
        ('push_items', 'run_id uuid, step_slug text, items jsonb', 'int', 'Gives a stream more items; returns how many it has taken'),
        ('close_items', 'run_id uuid, step_slug text', 'void', 'Ends a stream')
    LOOP
        IF result ~ '^(SETOF|TABLE)' THEN
            -- PL/Proxy gives what it was answered a row at a time, and another call of it in the same query would take the rest away.
            EXECUTE pg_catalog.format($create$
                CREATE FUNCTION fanout.%1$s_there(%2$s) RETURNS %3$s LANGUAGE plproxy AS $body$
                    CLUSTER 'fanout_calls';
                    RUN ON fanout.shard_of(run_id);
                    TARGET fanout.%1$s;
                $body$;
                COMMENT ON FUNCTION fanout.%1$s_there IS 'For fanout.%1$s: that of the run''s shard';
                CREATE FUNCTION fanout.%1$s(%2$s) RETURNS %3$s LANGUAGE sql AS $body$
                    SELECT t.* FROM fanout.%1$s_there(%4$s) t;
                $body$;$create$, name, parameters, result,
                (SELECT pg_catalog.string_agg('$' || n, ', ') FROM pg_catalog.generate_series(1, 1 + pg_catalog.length(parameters) - pg_catalog.length(pg_catalog.replace(parameters, ',', ''))) n));
        ELSE
            EXECUTE pg_catalog.format($create$
                CREATE FUNCTION fanout.%I(%s) RETURNS %s LANGUAGE plproxy AS $body$
                    CLUSTER 'fanout_calls';
                    RUN ON fanout.shard_of(run_id);
                $body$;$create$, name, parameters, result);
        END IF;
        EXECUTE pg_catalog.format('COMMENT ON FUNCTION fanout.%I IS %L', name, says);
    END LOOP;
END
$$;

CREATE PROCEDURE fanout.wait_a_while(until timestamptz, INOUT pause double precision) LANGUAGE plpgsql AS $$
BEGIN
    -- No snapshot is held meanwhile.
    COMMIT;
    PERFORM pg_catalog.pg_sleep(least(pause, extract(epoch FROM until - pg_catalog.clock_timestamp())));
    -- Of one type, so that no operator of another schema fits better.
    pause := least(pause * 1.5::double precision, 1);
END
$$;
COMMENT ON PROCEDURE fanout.wait_a_while IS 'For what asks shards again and again: waits for so many seconds, not beyond that time, and says how long to wait then';

CREATE PROCEDURE fanout.wait_for_run(run_id uuid, timeout interval, INOUT status text DEFAULT NULL) LANGUAGE plpgsql AS $$
DECLARE
    until timestamptz := pg_catalog.clock_timestamp() + timeout;
    pause double precision := 0.005;
BEGIN
    IF run_id IS NULL OR timeout IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'wait_for_run: run_id or timeout is null', HINT = 'Give both.';
    END IF;
    LOOP
        status := fanout.run_status(run_id);
        EXIT WHEN status <> 'started' OR pg_catalog.clock_timestamp() >= until;
        CALL fanout.wait_a_while(until, pause);
    END LOOP;
END
$$;
COMMENT ON PROCEDURE fanout.wait_for_run IS
    'Waits until the run ends, or the time is up, and gives its status then. It asks the run''s shard, at first every few milliseconds, later once a second';
