-- Starting runs. Where the caller says neither which run nor on which shard, any open one will do, and one that can't be connected to is
-- passed over: nothing has been sent to it. Whatever else goes wrong is the caller's to know, for the run may be there.

CREATE FUNCTION fanout.start_run_on(
    asked int, flow_slug text, input jsonb, name text, run_id uuid, priority int, fair_key text)
RETURNS uuid LANGUAGE plproxy AS $$
    CLUSTER 'fanout_calls';
    RUN ON asked;
    SELECT fanout.start_run(flow_slug, input, name, run_id, priority, fair_key);
$$;
COMMENT ON FUNCTION fanout.start_run_on IS 'fanout.start_run of a shard';

CREATE FUNCTION fanout.execute_many_on(
    asked int, handler text, items jsonb, max_concurrency int, name text, run_id uuid, priority int, fair_key text,
    max_attempts int, base_delay interval, max_delay interval, timeout interval, run_timeout interval, queue text,
    batch_size int, limits text[], start_delay interval, schedule_timeout interval, heartbeat_timeout interval,
    on_failure text, tolerated_failures int, tolerated_failure_percentage numeric, retry_budget int, output_mode text)
RETURNS uuid LANGUAGE plproxy AS $$
    CLUSTER 'fanout_calls';
    RUN ON asked;
    SELECT fanout.execute_many(
        handler, items, max_concurrency, name, run_id, priority, fair_key, max_attempts, base_delay, max_delay, timeout,
        run_timeout, queue, batch_size, limits, start_delay, schedule_timeout, heartbeat_timeout, on_failure,
        tolerated_failures, tolerated_failure_percentage, retry_budget, output_mode);
$$;
COMMENT ON FUNCTION fanout.execute_many_on IS 'fanout.execute_many of a shard';

CREATE FUNCTION fanout.shards_to_start_on(run_id uuid, shard int) RETURNS SETOF int LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF shard IS NOT NULL THEN
        PERFORM FROM fanout.shards s WHERE s.shard = shards_to_start_on.shard;
        IF NOT FOUND OR run_id IS NOT NULL AND fanout.carried_shard(run_id) IS DISTINCT FROM shard THEN
            RAISE EXCEPTION USING ERRCODE = 'PFARG',
                MESSAGE = format('there is no shard %s, or run_id is not one that fanout.new_run_id has made for it', shard),
                HINT = 'fanout.shards_overview lists the shards. A run_id of your own has a shard of its own: leave shard out.';
        END IF;
        RETURN NEXT shard;
    ELSIF run_id IS NOT NULL THEN
        RETURN NEXT fanout.place_given_run(run_id);
    ELSE
        RETURN QUERY SELECT s FROM unnest(fanout.open_shards()) s ORDER BY random();
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.shards_to_start_on IS
    'Where a run is to be started: on the shard that is asked for, on that of its id, or on the first of the open ones, in an order of chance, that can be connected to';

-- PL/Proxy's own errors have no SQLSTATEs. PgBouncer's are of class 08, and these are of a client that it has no server for.
CREATE FUNCTION fanout.was_no_connection(sqlstate text, message text) RETURNS boolean IMMUTABLE LANGUAGE sql
RETURN sqlstate = 'XX000' AND message LIKE '%PQconnect%'
    OR sqlstate LIKE '08%' AND message ~ 'REMOTE FATAL: .*(server login has been failing|server login failed|cannot connect to server|query_wait_timeout)';
COMMENT ON FUNCTION fanout.was_no_connection IS
    'Whether an error of PL/Proxy says that a shard could not be connected to, or a pooler that it had no connection to it, so that nothing was sent there';

CREATE FUNCTION fanout.start_run(
    flow_slug text, input jsonb DEFAULT '{}', name text DEFAULT NULL, run_id uuid DEFAULT NULL, priority int DEFAULT 0,
    fair_key text DEFAULT NULL, shard int DEFAULT NULL)
RETURNS uuid LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
DECLARE
    places int[] := ARRAY(SELECT p FROM fanout.shards_to_start_on(run_id, shard) WITH ORDINALITY AS s (p, n) ORDER BY n);
BEGIN
    FOR i IN 1 .. cardinality(places) LOOP
        BEGIN
            RETURN fanout.start_run_on(places[i], flow_slug, input, name, coalesce(run_id, fanout.new_run_id(places[i])), priority, fair_key);
        EXCEPTION WHEN internal_error OR connection_exception THEN
            IF i = cardinality(places) OR NOT fanout.was_no_connection(SQLSTATE, SQLERRM) THEN
                RAISE;
            END IF;
        END;
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.start_run IS
    'Starts a run of the flow''s current version on one shard and returns its id. The same run_id twice is the same run, once. shard: on this one; null: on that of the run_id, or without one on any that is open';

CREATE FUNCTION fanout.execute_many(
    handler text, items jsonb, max_concurrency int DEFAULT 10, name text DEFAULT NULL, run_id uuid DEFAULT NULL,
    priority int DEFAULT 0, fair_key text DEFAULT NULL, max_attempts int DEFAULT 3, base_delay interval DEFAULT '1 s',
    max_delay interval DEFAULT '5 min', timeout interval DEFAULT '60 s', run_timeout interval DEFAULT NULL,
    queue text DEFAULT 'default', batch_size int DEFAULT 1, limits text[] DEFAULT '{}', start_delay interval DEFAULT NULL,
    schedule_timeout interval DEFAULT NULL, heartbeat_timeout interval DEFAULT NULL, on_failure text DEFAULT 'collect',
    tolerated_failures int DEFAULT NULL, tolerated_failure_percentage numeric DEFAULT NULL, retry_budget int DEFAULT NULL,
    output_mode text DEFAULT 'array', shard int DEFAULT NULL)
RETURNS uuid LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
DECLARE
    places int[] := ARRAY(SELECT p FROM fanout.shards_to_start_on(run_id, shard) WITH ORDINALITY AS s (p, n) ORDER BY n);
BEGIN
    FOR i IN 1 .. cardinality(places) LOOP
        BEGIN
            RETURN fanout.execute_many_on(
                places[i], handler, items, max_concurrency, name, coalesce(run_id, fanout.new_run_id(places[i])), priority,
                fair_key, max_attempts, base_delay, max_delay, timeout, run_timeout, queue, batch_size, limits, start_delay,
                schedule_timeout, heartbeat_timeout, on_failure, tolerated_failures, tolerated_failure_percentage,
                retry_budget, output_mode);
        EXCEPTION WHEN internal_error OR connection_exception THEN
            IF i = cardinality(places) OR NOT fanout.was_no_connection(SQLSTATE, SQLERRM) THEN
                RAISE;
            END IF;
        END;
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.execute_many IS
    'Runs a handler for each of the items, on one shard, and returns the run''s id; its step is tasks. shard: as of fanout.start_run; the other options are those of pgfanout''s own execute_many';
