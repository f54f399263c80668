-- A fan-out over all shards: its items are cut into parts, and each part is a run, on one shard after the other. The parts, with the ids of
-- their runs, are planned here before each is started, in transactions of their own; so a call that was interrupted is repeated, and goes on.

CREATE TABLE fanout.spreads (
    spread_id uuid CONSTRAINT spreads_pkey PRIMARY KEY,
    owner name NOT NULL DEFAULT current_user,
    flow_slug text COLLATE "C" NOT NULL,
    part_size int NOT NULL CONSTRAINT spreads_part_size_is_positive CHECK (part_size > 0),
    is_complete boolean NOT NULL DEFAULT false,
    is_cancelled boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp()
);
COMMENT ON TABLE fanout.spreads IS 'A fan-out over all shards, as runs of one flow; complete where all its parts have been started; cancelled: no more of them are';
ALTER TABLE fanout.spreads ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON fanout.spreads USING (owner = current_user);

CREATE TABLE fanout.spread_parts (
    spread_id uuid NOT NULL,
    part int NOT NULL CONSTRAINT spread_parts_part_is_not_negative CHECK (part >= 0),
    run_id uuid NOT NULL,
    items int NOT NULL CONSTRAINT spread_parts_items_is_positive CHECK (items > 0),
    CONSTRAINT spread_parts_pkey PRIMARY KEY (spread_id, part)
);
COMMENT ON TABLE fanout.spread_parts IS 'A part of such a fan-out: the run that has its items, from part * part_size on';
ALTER TABLE fanout.spread_parts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON fanout.spread_parts
    USING (EXISTS (SELECT FROM fanout.spreads s WHERE s.spread_id = spread_parts.spread_id));

CREATE FUNCTION fanout.given_spread(spread_id uuid) RETURNS fanout.spreads LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_spread fanout.spreads;
BEGIN
    SELECT s.* INTO found_spread FROM fanout.spreads s WHERE s.spread_id = given_spread.spread_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFRUN', MESSAGE = format('there is no fan-out %s over the shards', coalesce(spread_id::text, 'null')),
            HINT = 'fanout.spread_run starts one; fanout.spreads has yours.';
    END IF;
    RETURN found_spread;
END
$$;
COMMENT ON FUNCTION fanout.given_spread IS 'That fan-out over the shards; an error where there is none';

-- With the caller's search_path, by which the query finds its tables; so all else is qualified. The results of a part begin at its number times
-- part_size, so only the last one may have fewer items; and a query that leaves some out, as a range of ids with gaps does, would end a
-- fan-out in its middle.
CREATE FUNCTION fanout.query_part(items text, part int, part_size int) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    part_items jsonb;
BEGIN
    EXECUTE pg_catalog.format(E'SELECT pg_catalog.jsonb_agg(q.item) FROM (%s\n) q (item)', pg_catalog.rtrim(items, E'; \n\t')) INTO part_items
      USING part::bigint * part_size, part_size;
    RETURN part_items;
END
$$;
COMMENT ON FUNCTION fanout.query_part IS 'For fanout.items_of_part: what the query of fanout.spread_run gives for a part; null: nothing';

CREATE FUNCTION fanout.items_of_part(items text, part int, part_size int) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    part_items jsonb := fanout.query_part(items, part, part_size);
    size int := pg_catalog.jsonb_array_length(part_items);
BEGIN
    IF size > part_size THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG',
            MESSAGE = pg_catalog.format('spread_run: the query gives %s items for part %s, and is to give %s at most', size, part, part_size),
            HINT = 'Its parameter $1 is how many items to pass over, $2 how many to give: ''SELECT item FROM t ORDER BY n OFFSET $1 LIMIT $2''.';
    END IF;
    IF size < part_size AND fanout.query_part(items, part + 1, part_size) IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG',
            MESSAGE = pg_catalog.format('spread_run: the query gives %s items of %s for part %s, and more for the next one', size, part_size, part),
            HINT = 'Only the last part may have fewer: number the items without gaps (row_number()), or use OFFSET $1 LIMIT $2.';
    END IF;
    RETURN part_items;
END
$$;
COMMENT ON FUNCTION fanout.items_of_part IS
    'For fanout.spread_run: what its query gives for a part; null: nothing. An error where it is more than it may be, or leaves some out';

CREATE FUNCTION fanout.keep_going(spread_id uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_cancelled boolean;
BEGIN
    -- fanout.cancel_spread and fanout.forget_spread wait for what is being planned and started.
    SELECT s.is_cancelled INTO is_cancelled FROM fanout.spreads s WHERE s.spread_id = keep_going.spread_id FOR SHARE;
    IF is_cancelled IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFRUN', MESSAGE = format('fan-out %s over the shards was forgotten meanwhile', spread_id),
            HINT = 'Runs of its parts may go on: fanout.latest_runs lists them.';
    ELSIF is_cancelled THEN
        RAISE EXCEPTION USING ERRCODE = 'PFRDY', MESSAGE = format('fan-out %s over the shards was cancelled', spread_id),
            HINT = 'fanout.resume_spread lets it go on; then repeat this call.';
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.keep_going IS
    'For fanout.spread_run: an error where the fan-out was cancelled or forgotten; keeps it from that until the transaction ends';

CREATE FUNCTION fanout.plan_part(its fanout.spreads, part int, size int) RETURNS fanout.spread_parts LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    places int[] := fanout.open_shards();
    planned fanout.spread_parts;
BEGIN
    PERFORM fanout.keep_going(its.spread_id);
    -- Somebody else may repeat the same call.
    INSERT INTO fanout.spread_parts VALUES (its.spread_id, part, fanout.new_run_id(places[1 + part % cardinality(places)]), size)
        ON CONFLICT DO NOTHING;
    SELECT p.* INTO planned FROM fanout.spread_parts p WHERE p.spread_id = its.spread_id AND p.part = plan_part.part;
    IF planned.items <> size THEN
        RAISE EXCEPTION USING ERRCODE = 'PFDUP',
            MESSAGE = format('spread_run: the query gave %s items for part %s, and gives %s now', planned.items, part, size),
            HINT = 'It is to give the same items each time: have it leave out what has come since.';
    END IF;
    RETURN planned;
END
$$;
COMMENT ON FUNCTION fanout.plan_part IS
    'For fanout.spread_run: records the run that is to have a part of so many items, unless it is planned; an error where it is, with other items';

CREATE PROCEDURE fanout.spread_run(
    flow_slug text, items text, INOUT spread_id uuid DEFAULT NULL, part_size int DEFAULT 100000, name text DEFAULT NULL,
    priority int DEFAULT 0, fair_key text DEFAULT NULL) LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
    its fanout.spreads;
    part int;
    planned fanout.spread_parts;
    part_items jsonb;
BEGIN
    IF flow_slug IS NULL OR items IS NULL OR part_size IS NULL OR part_size < 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'spread_run: flow_slug or items is null, or part_size is null or below 1',
            HINT = 'items is a query with the parameters $1, how many items to pass over, and $2, how many to give: ''SELECT item FROM t ORDER BY n OFFSET $1 LIMIT $2''.';
    END IF;
    spread_id := coalesce(spread_id, pg_catalog.gen_random_uuid());
    INSERT INTO fanout.spreads (spread_id, flow_slug, part_size) VALUES (spread_id, flow_slug, part_size) ON CONFLICT DO NOTHING;
    SELECT s.* INTO its FROM fanout.spreads s WHERE s.spread_id = spread_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFOWN', MESSAGE = pg_catalog.format('fan-out %s over the shards belongs to another role', spread_id),
            HINT = 'Use another spread_id.';
    END IF;
    IF (its.flow_slug, its.part_size) IS DISTINCT FROM (flow_slug, part_size) THEN
        RAISE EXCEPTION USING ERRCODE = 'PFDUP',
            MESSAGE = pg_catalog.format('fan-out %s over the shards is one of flow "%s" in parts of %s', spread_id, its.flow_slug, its.part_size),
            HINT = 'Repeat the call as it was, or use another spread_id.';
    END IF;
    COMMIT;
    -- The last part that was planned may not have been started.
    part := coalesce((SELECT max(p.part) FROM fanout.spread_parts p WHERE p.spread_id = its.spread_id), 0);
    WHILE NOT its.is_complete LOOP
        part_items := fanout.items_of_part(items, part, part_size);
        EXIT WHEN part_items IS NULL;
        planned := fanout.plan_part(its, part, pg_catalog.jsonb_array_length(part_items));
        COMMIT;
        PERFORM fanout.keep_going(spread_id);
        PERFORM fanout.start_run(flow_slug, part_items, name, planned.run_id, priority, fair_key);
        COMMIT;
        EXIT WHEN planned.items < part_size;
        part := part + 1;
    END LOOP;
    UPDATE fanout.spreads s SET is_complete = true WHERE s.spread_id = its.spread_id;
END
$$;
COMMENT ON PROCEDURE fanout.spread_run IS
    'Starts a run of the flow for each part_size of the items, on one open shard after the other. items: a query that gives them in order, its parameter $1 how many to pass over, $2 how many to give; only the last part may have fewer. The same call again, with its spread_id, goes on where it was interrupted. The flow''s only leaf is to give a result for each item';

-- Each answers with a row about nothing first, so that one that has none of the runs is told from one that is silent.
CREATE FUNCTION fanout.states_of_parts(asked int[], run_ids uuid[])
RETURNS TABLE (shard int, run_id uuid, status text, done bigint, total bigint, failed bigint) LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON pg_catalog.unnest(asked);
    SELECT split_part(current_setting('application_name'), '/', 2)::int AS shard, r.run_id, r.status, r.done, r.total, r.failed
      FROM (SELECT) nothing LEFT JOIN fanout.runs_overview r ON false
     UNION ALL
    SELECT split_part(current_setting('application_name'), '/', 2)::int, r.run_id, r.status, r.done, r.total, r.failed
      FROM fanout.runs_overview r WHERE r.run_id = ANY ($2);
$$;
COMMENT ON FUNCTION fanout.states_of_parts IS 'For fanout.spread_overview: how far those of these runs are that these shards have';

CREATE FUNCTION fanout.spread_overview(spread_id uuid)
RETURNS TABLE (shard int, status text, parts bigint, items bigint, done bigint, total bigint, failed bigint) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    its fanout.spreads := fanout.given_spread(spread_id);
    its_parts fanout.spread_parts[] := ARRAY(SELECT p FROM fanout.spread_parts p WHERE p.spread_id = its.spread_id);
BEGIN
    RETURN QUERY
        WITH p AS (SELECT fanout.carried_shard(u.run_id) AS shard, u.run_id, u.items FROM unnest(its_parts) u),
             s AS MATERIALIZED (
                 SELECT * FROM fanout.gather(format('fanout.states_of_parts($1, %L)', ARRAY(SELECT p.run_id FROM p)), ARRAY(SELECT DISTINCT p.shard FROM p))
                     g (shard int, run_id uuid, status text, done bigint, total bigint, failed bigint))
        SELECT p.shard, coalesce(s.status, CASE WHEN p.shard IN (SELECT a.shard FROM s a) THEN 'missing' ELSE 'no answer' END),
               count(*), sum(p.items)::bigint, sum(s.done)::bigint, sum(s.total)::bigint, sum(s.failed)::bigint
          FROM p LEFT JOIN s ON s.run_id = p.run_id
         GROUP BY 1, 2 ORDER BY 1, 2;
END
$$;
COMMENT ON FUNCTION fanout.spread_overview IS
    'How far a fan-out over the shards is: a row a shard and status of its parts'' runs; no answer: the shard doesn''t say; missing: not started yet, or removed';

CREATE PROCEDURE fanout.wait_for_spread(spread_id uuid, timeout interval, INOUT status text DEFAULT NULL) LANGUAGE plpgsql AS $$
DECLARE
    until timestamptz := pg_catalog.clock_timestamp() + timeout;
    pause double precision := 0.01;
    level text := pg_catalog.current_setting('client_min_messages');
    statuses text[];
    its fanout.spreads;
BEGIN
    IF timeout IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'wait_for_spread: timeout is null', HINT = 'Give one.';
    END IF;
    LOOP
        -- Who waits is told once that a shard doesn't answer.
        PERFORM pg_catalog.set_config('client_min_messages', CASE WHEN 'no answer' = ANY (statuses) THEN 'error' ELSE level END, true);
        statuses := ARRAY(SELECT DISTINCT o.status FROM fanout.spread_overview(spread_id) o);
        PERFORM pg_catalog.set_config('client_min_messages', level, true);
        its := fanout.given_spread(spread_id);
        status := CASE WHEN 'no answer' = ANY (statuses) THEN 'no answer' WHEN 'started' = ANY (statuses) THEN 'started'
                       WHEN its.is_cancelled AND NOT its.is_complete THEN 'cancelled'
                       WHEN 'missing' = ANY (statuses) OR NOT its.is_complete THEN 'missing'
                       WHEN 'failed' = ANY (statuses) THEN 'failed'
                       WHEN 'cancelled' = ANY (statuses) THEN 'cancelled' ELSE 'completed' END;
        EXIT WHEN status NOT IN ('no answer', 'started') OR pg_catalog.clock_timestamp() >= until;
        CALL fanout.wait_a_while(until, pause);
    END LOOP;
END
$$;
COMMENT ON PROCEDURE fanout.wait_for_spread IS
    'Waits until all parts of a fan-out over the shards have ended, or the time is up: completed, failed, cancelled (the worst of its parts'' statuses); missing: some were not started, or were removed; started, no answer: time was up';

CREATE FUNCTION fanout.spread_results(spread_id uuid, after_index bigint DEFAULT -1, max_rows int DEFAULT NULL)
RETURNS TABLE (item_index bigint, status text, output jsonb, error text, attempts int) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    its fanout.spreads := fanout.given_spread(spread_id);
    its_part fanout.spread_parts;
    first_index bigint;
    expected bigint := after_index + 1;
BEGIN
    IF after_index IS NULL OR after_index < -1 OR max_rows < 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'spread_results: after_index is null or below -1, or max_rows is negative',
            HINT = 'after_index is the last index that you have read, -1 for none.';
    END IF;
    FOR its_part IN SELECT p.* FROM fanout.spread_parts p
                     WHERE p.spread_id = its.spread_id AND p.part >= expected / its.part_size ORDER BY p.part LOOP
        first_index := its_part.part::bigint * its.part_size;
        EXIT WHEN expected - after_index > max_rows;
        BEGIN
            FOR item_index, status, output, error, attempts IN
                SELECT r.task_index + first_index, r.status, r.output, r.error, r.attempts
                  FROM fanout.results(its_part.run_id, NULL, (expected - first_index - 1)::int,
                                      least(max_rows - (expected - after_index - 1), its.part_size)::int) r
            LOOP
                RETURN NEXT;
                expected := item_index + 1;
            END LOOP;
        EXCEPTION WHEN SQLSTATE 'PFRUN' THEN
            -- The last one that was planned may not have been started.
            IF its.is_complete OR EXISTS (SELECT FROM fanout.spread_parts p WHERE p.spread_id = its.spread_id AND p.part > its_part.part) THEN
                RAISE;
            END IF;
            RETURN;
        END;
        CONTINUE WHEN expected = first_index + its_part.items;
        -- It may have been completed since its results were read: then there are more.
        IF coalesce(expected - after_index <= max_rows, true) AND fanout.run_status(its_part.run_id) = 'completed'
           AND NOT EXISTS (SELECT FROM fanout.results(its_part.run_id, NULL, (expected - first_index - 1)::int, 1)) THEN
            RAISE EXCEPTION USING ERRCODE = 'PFMIS',
                MESSAGE = format('spread_results: part %s is completed, with %s results for %s items', its_part.part, expected - first_index, its_part.items),
                HINT = 'The flow''s only leaf is to give a result for each item: a fan-out over the run''s input, without batches.';
        END IF;
        EXIT;
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.spread_results IS
    'Results of a fan-out over the shards in the order of its items, while it runs, up to the first unfinished one: the last index read is the cursor (after_index). A part at a time is read, from its shard';

CREATE FUNCTION fanout.cancel_parts(asked int[], run_ids uuid[], reason text) RETURNS SETOF boolean LANGUAGE plproxy AS $$
    CLUSTER 'fanout_calls';
    RUN ON pg_catalog.unnest(asked);
    SELECT fanout.cancel_run(r.run_id, $3) FROM fanout.run_outputs r WHERE r.run_id = ANY ($2);
$$;
COMMENT ON FUNCTION fanout.cancel_parts IS 'Cancels those of these runs that these shards have';

CREATE FUNCTION fanout.resume_parts(asked int[], run_ids uuid[]) RETURNS SETOF boolean LANGUAGE plproxy AS $$
    CLUSTER 'fanout_calls';
    RUN ON pg_catalog.unnest(asked);
    SELECT fanout.resume_run(r.run_id) FROM fanout.run_outputs r WHERE r.run_id = ANY ($2) AND r.status IN ('failed', 'cancelled');
$$;
COMMENT ON FUNCTION fanout.resume_parts IS 'Lets those of these runs go on that these shards have';

-- One shard after the other, as what was done is to be counted where another one fails.
CREATE FUNCTION fanout.steer_spread(spread_id uuid, call text, reason text DEFAULT NULL) RETURNS bigint LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asked int;
    run_ids uuid[];
    done bigint := 0;
BEGIN
    FOR asked, run_ids IN SELECT fanout.carried_shard(p.run_id), array_agg(p.run_id) FROM fanout.spread_parts p
                           WHERE p.spread_id = steer_spread.spread_id GROUP BY 1 ORDER BY 1 LOOP
        done := done + (SELECT count(*) FILTER (WHERE g.was_steered)
                          FROM fanout.gather(format(call, run_ids, reason), ARRAY[asked]) g (was_steered boolean));
    END LOOP;
    RETURN done;
END
$$;
COMMENT ON FUNCTION fanout.steer_spread IS
    'For fanout.cancel_spread and fanout.resume_spread: that call on each shard of the fan-out, with its runs there; a warning for each that doesn''t answer';

-- All of what is reached is done, whatever isn't: so it is to be repeated until nothing warns.
CREATE FUNCTION fanout.cancel_spread(spread_id uuid, reason text DEFAULT NULL) RETURNS bigint LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    its fanout.spreads := fanout.given_spread(spread_id);
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = 'PFTXN', MESSAGE = 'cancel_spread: the transaction is not READ COMMITTED, and would not see what is being started',
            HINT = 'Call it in one that is.';
    END IF;
    UPDATE fanout.spreads s SET is_cancelled = true WHERE s.spread_id = its.spread_id;
    RETURN fanout.steer_spread(its.spread_id, 'fanout.cancel_parts($1, %L, %L)', reason);
END
$$;
COMMENT ON FUNCTION fanout.cancel_spread IS
    'Cancels the runs of a fan-out over the shards, of which no more are started; returns how many went on. A warning names each shard that doesn''t answer: repeat the call when it is back';

CREATE FUNCTION fanout.resume_spread(spread_id uuid) RETURNS bigint LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    its fanout.spreads := fanout.given_spread(spread_id);
BEGIN
    UPDATE fanout.spreads s SET is_cancelled = false WHERE s.spread_id = its.spread_id;
    RETURN fanout.steer_spread(its.spread_id, 'fanout.resume_parts($1, %L)');
END
$$;
COMMENT ON FUNCTION fanout.resume_spread IS
    'Lets the failed and cancelled runs of a fan-out over the shards go on; returns how many. Where not all parts had been started, fanout.spread_run goes on with them. A warning names each shard that doesn''t answer: repeat the call when it is back';

CREATE FUNCTION fanout.forget_spread(spread_id uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    its fanout.spreads := fanout.given_spread(spread_id);
BEGIN
    PERFORM FROM fanout.spreads s WHERE s.spread_id = its.spread_id FOR UPDATE;
    DELETE FROM fanout.spread_parts p WHERE p.spread_id = its.spread_id;
    DELETE FROM fanout.spreads s WHERE s.spread_id = its.spread_id;
END
$$;
COMMENT ON FUNCTION fanout.forget_spread IS
    'Forgets which runs a fan-out over the shards is made of. The runs stay as long as their shards keep them';
