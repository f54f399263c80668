-- A fan-out without defining a flow. With the caller's rights and search_path, with which sql: handlers are looked up; so
-- whatever it calls is qualified.

CREATE FUNCTION fanout.execute_many(
    handler text, items jsonb, max_concurrency int DEFAULT 10, name text DEFAULT NULL, run_id uuid DEFAULT NULL,
    priority int DEFAULT 0, fair_key text DEFAULT NULL, max_attempts int DEFAULT 3, base_delay interval DEFAULT '1 s',
    max_delay interval DEFAULT '5 min', timeout interval DEFAULT '60 s', run_timeout interval DEFAULT NULL,
    queue text DEFAULT 'default', batch_size int DEFAULT 1, limits text[] DEFAULT '{}', start_delay interval DEFAULT NULL,
    schedule_timeout interval DEFAULT NULL, heartbeat_timeout interval DEFAULT NULL, on_failure text DEFAULT 'collect',
    tolerated_failures int DEFAULT NULL, tolerated_failure_percentage numeric DEFAULT NULL, retry_budget int DEFAULT NULL,
    output_mode text DEFAULT 'array')
RETURNS uuid LANGUAGE plpgsql AS $$
-- It has the caller's search_path, by which add_step finds an SQL handler. So everything else is named with its schema.
DECLARE
    -- The same options of the same owner are the same flow.
    options pg_catalog.text := pg_catalog.jsonb_build_array(
        handler, CASE WHEN pg_catalog.starts_with(handler, 'sql:') THEN pg_catalog.current_setting('search_path') END,
        max_concurrency, max_attempts, base_delay, max_delay, timeout, run_timeout, queue, batch_size, limits, start_delay,
        schedule_timeout, heartbeat_timeout, on_failure, tolerated_failures, tolerated_failure_percentage, retry_budget,
        output_mode)::pg_catalog.text;
    flow pg_catalog.text := fanout.own_flow_slug('execute_many', options);
BEGIN
    IF handler IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'execute_many: handler is null',
            HINT = 'Name a handler of a worker, or sql:function, or flow:slug.';
    END IF;
    IF items IS NULL OR pg_catalog.jsonb_typeof(items) OPERATOR(pg_catalog.<>) 'array' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG',
            MESSAGE = pg_catalog.format('execute_many: items is no array but %s', coalesce(pg_catalog.jsonb_typeof(items), 'SQL NULL')),
            HINT = 'Give a JSON array; each element is a task''s item.';
    END IF;
    PERFORM fanout.create_flow(flow, max_attempts, base_delay, max_delay, timeout, run_timeout,
                               pg_catalog.concat('execute_many over ', handler));
    PERFORM fanout.add_step(flow, 'tasks', step_type => 'fanout', fanout_from => 'run', handler => handler, queue => queue,
                            batch_size => batch_size, max_concurrency => max_concurrency, limits => limits,
                            start_delay => start_delay, schedule_timeout => schedule_timeout,
                            heartbeat_timeout => heartbeat_timeout, on_failure => on_failure,
                            tolerated_failures => tolerated_failures,
                            tolerated_failure_percentage => tolerated_failure_percentage, retry_budget => retry_budget,
                            output_mode => output_mode);
    RETURN fanout.start_run(flow, items, name, run_id, priority, fair_key);
END
$$;
COMMENT ON FUNCTION fanout.execute_many IS
    'Runs a handler for each of the items and returns the run''s id; its step is tasks. At most max_concurrency of them at once (null: no cap). A task that fails leaves a null, and the others go on, unless on_failure says fail_fast. The other options are those of create_flow, add_step and start_run';
