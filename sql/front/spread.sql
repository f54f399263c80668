-- A fan-out over all shards: its items are cut into parts, and each part is a run, on one shard after the other. The parts, with the ids of
-- their runs, are planned here before each is started, in transactions of their own; so a call that was interrupted is repeated, and goes on.

CREATE TABLE fanout.spreads (
    spread_id uuid CONSTRAINT spreads_pkey PRIMARY KEY,
    owner regrole NOT NULL DEFAULT current_user::regrole,
    flow_slug text COLLATE "C" NOT NULL,
    part_size int NOT NULL CONSTRAINT spreads_part_size_is_positive CHECK (part_size > 0),
    is_complete boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp()
);
COMMENT ON TABLE fanout.spreads IS 'A fan-out over all shards, as runs of one flow; complete where all its parts have been started';
ALTER TABLE fanout.spreads ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON fanout.spreads USING (pg_catalog.pg_has_role(owner, 'USAGE')) WITH CHECK (owner = current_user::regrole);

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
    USING (EXISTS (SELECT FROM fanout.spreads s WHERE s.spread_id = spread_parts.spread_id))
    WITH CHECK (EXISTS (SELECT FROM fanout.spreads s WHERE s.spread_id = spread_parts.spread_id));

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

-- With the caller's search_path, by which the query finds its tables; so all else is qualified.
CREATE PROCEDURE fanout.spread_run(
    flow_slug text, items text, INOUT spread_id uuid DEFAULT NULL, part_size int DEFAULT 100000, name text DEFAULT NULL,
    priority int DEFAULT 0, fair_key text DEFAULT NULL) LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
    its fanout.spreads;
    part int;
    places int[];
    part_items jsonb;
    part_run uuid;
BEGIN
    IF flow_slug IS NULL OR items IS NULL OR part_size IS NULL OR part_size < 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'spread_run: flow_slug or items is null, or part_size is null or below 1',
            HINT = 'items is a query with the parameters $1, how many items to pass over, and $2, how many to give: ''SELECT item FROM t ORDER BY n OFFSET $1 LIMIT $2''.';
    END IF;
    spread_id := coalesce(spread_id, pg_catalog.gen_random_uuid());
    INSERT INTO fanout.spreads (spread_id, flow_slug, part_size) VALUES (spread_id, flow_slug, part_size) ON CONFLICT DO NOTHING;
    its := fanout.given_spread(spread_id);
    IF (its.flow_slug, its.part_size) IS DISTINCT FROM (flow_slug, part_size) THEN
        RAISE EXCEPTION USING ERRCODE = 'PFDUP',
            MESSAGE = pg_catalog.format('fan-out %s over the shards is one of flow "%s" in parts of %s', spread_id, its.flow_slug, its.part_size),
            HINT = 'Repeat the call as it was, or use another spread_id.';
    END IF;
    COMMIT;
    -- The last part that was planned may not have been started.
    part := coalesce((SELECT max(p.part) FROM fanout.spread_parts p WHERE p.spread_id = its.spread_id), 0);
    WHILE NOT its.is_complete LOOP
        EXECUTE pg_catalog.format('SELECT pg_catalog.jsonb_agg(q.item) FROM (%s) q (item)', items) INTO part_items
          USING part::bigint * part_size, part_size;
        EXIT WHEN part_items IS NULL;
        SELECT p.run_id INTO part_run FROM fanout.spread_parts p WHERE p.spread_id = its.spread_id AND p.part = part;
        IF NOT FOUND THEN
            places := ARRAY(SELECT s.shard FROM fanout.shards s WHERE s.is_open ORDER BY s.shard);
            part_run := fanout.new_run_id(places[1 + part % pg_catalog.cardinality(places)]);
            INSERT INTO fanout.spread_parts VALUES (spread_id, part, part_run, pg_catalog.jsonb_array_length(part_items));
            COMMIT;
        END IF;
        PERFORM fanout.start_run(flow_slug, part_items, name, part_run, priority, fair_key);
        COMMIT;
        EXIT WHEN pg_catalog.jsonb_array_length(part_items) < part_size;
        part := part + 1;
    END LOOP;
    UPDATE fanout.spreads s SET is_complete = true WHERE s.spread_id = its.spread_id;
END
$$;
COMMENT ON PROCEDURE fanout.spread_run IS
    'Starts a run of the flow for each part_size of the items, on one open shard after the other. items: a query that gives them in order, its parameter $1 how many to pass over, $2 how many to give. The same call again, with its spread_id, goes on where it was interrupted. The flow''s only leaf is to give a result for each item';

CREATE FUNCTION fanout.parts_that_answer(spread_id uuid) RETURNS uuid[] LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    its fanout.spreads := fanout.given_spread(spread_id);
    asked int[] := fanout.answering_shards(ARRAY(SELECT DISTINCT fanout.carried_shard(p.run_id) FROM fanout.spread_parts p WHERE p.spread_id = its.spread_id));
BEGIN
    RETURN ARRAY(SELECT p.run_id FROM fanout.spread_parts p
                  WHERE p.spread_id = its.spread_id AND fanout.carried_shard(p.run_id) = ANY (asked));
END
$$;
COMMENT ON FUNCTION fanout.parts_that_answer IS 'The runs of a fan-out''s parts whose shards answer; a warning for each of the other shards';

CREATE FUNCTION fanout.states_of_parts(run_ids uuid[]) RETURNS TABLE (run_id uuid, status text, done bigint, total bigint, failed bigint)
LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    SPLIT run_ids;
    RUN ON fanout.carried_shard(run_ids);
    SELECT r.run_id, r.status, r.done, r.total, r.failed FROM fanout.runs_overview r WHERE r.run_id = ANY (run_ids);
$$;
COMMENT ON FUNCTION fanout.states_of_parts IS 'For fanout.spread_overview: how far these runs are, each asked of the shard that its id carries';

CREATE FUNCTION fanout.spread_overview(spread_id uuid)
RETURNS TABLE (shard int, status text, parts bigint, items bigint, done bigint, total bigint, failed bigint) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    its fanout.spreads := fanout.given_spread(spread_id);
    asked uuid[] := fanout.parts_that_answer(spread_id);
BEGIN
    RETURN QUERY
        SELECT fanout.carried_shard(p.run_id),
               coalesce(s.status, CASE WHEN p.run_id = ANY (asked) THEN 'missing' ELSE 'no answer' END),
               count(*), sum(p.items)::bigint, sum(s.done)::bigint, sum(s.total)::bigint, sum(s.failed)::bigint
          FROM fanout.spread_parts p LEFT JOIN fanout.states_of_parts(asked) s ON s.run_id = p.run_id
         WHERE p.spread_id = its.spread_id
         GROUP BY 1, 2 ORDER BY 1, 2;
END
$$;
COMMENT ON FUNCTION fanout.spread_overview IS
    'How far a fan-out over the shards is: a row a shard and status of its parts'' runs; no answer: the shard doesn''t say; missing: not started yet, or removed';

CREATE PROCEDURE fanout.wait_for_spread(spread_id uuid, timeout interval, INOUT status text DEFAULT NULL) LANGUAGE plpgsql AS $$
DECLARE
    until timestamptz := pg_catalog.clock_timestamp() + timeout;
    pause double precision := 0.01;
    statuses text[];
BEGIN
    LOOP
        statuses := ARRAY(SELECT DISTINCT o.status FROM fanout.spread_overview(spread_id) o);
        status := CASE WHEN 'no answer' = ANY (statuses) THEN 'no answer' WHEN 'started' = ANY (statuses) THEN 'started'
                       WHEN 'missing' = ANY (statuses) OR NOT (SELECT s.is_complete FROM fanout.spreads s WHERE s.spread_id = wait_for_spread.spread_id)
                       THEN 'missing' WHEN 'failed' = ANY (statuses) THEN 'failed'
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
        FOR item_index, status, output, error, attempts IN
            SELECT r.task_index + first_index, r.status, r.output, r.error, r.attempts
              FROM fanout.results(its_part.run_id, NULL, (expected - first_index - 1)::int,
                                  least(max_rows - (expected - after_index - 1), its.part_size)::int) r
        LOOP
            RETURN NEXT;
            expected := item_index + 1;
        END LOOP;
        EXIT WHEN expected < first_index + its_part.items;
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.spread_results IS
    'Results of a fan-out over the shards in the order of its items, while it runs, up to the first unfinished one: the last index read is the cursor (after_index). A part at a time is read, from its shard';

CREATE FUNCTION fanout.cancel_parts(run_ids uuid[], reason text) RETURNS SETOF boolean LANGUAGE plproxy AS $$
    CLUSTER 'fanout_calls';
    SPLIT run_ids;
    RUN ON fanout.carried_shard(run_ids);
    SELECT fanout.cancel_run(r.run_id, reason) FROM fanout.run_outputs r WHERE r.run_id = ANY (run_ids);
$$;
COMMENT ON FUNCTION fanout.cancel_parts IS 'Cancels these runs, each on the shard that its id carries';

CREATE FUNCTION fanout.resume_parts(run_ids uuid[]) RETURNS SETOF boolean LANGUAGE plproxy AS $$
    CLUSTER 'fanout_calls';
    SPLIT run_ids;
    RUN ON fanout.carried_shard(run_ids);
    SELECT fanout.resume_run(r.run_id) FROM fanout.run_outputs r WHERE r.run_id = ANY (run_ids) AND r.status IN ('failed', 'cancelled');
$$;
COMMENT ON FUNCTION fanout.resume_parts IS 'Lets these runs go on, each on the shard that its id carries';

-- All of what is reached is done, whatever isn't: so it is to be repeated until nothing warns.
CREATE FUNCTION fanout.cancel_spread(spread_id uuid, reason text DEFAULT NULL) RETURNS bigint LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*) FILTER (WHERE c) FROM fanout.cancel_parts(fanout.parts_that_answer($1), $2) c;
$$;
COMMENT ON FUNCTION fanout.cancel_spread IS
    'Cancels the runs of a fan-out over the shards; returns how many went on. A warning names each shard that doesn''t answer: repeat the call when it is back';

CREATE FUNCTION fanout.resume_spread(spread_id uuid) RETURNS bigint LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*) FILTER (WHERE c) FROM fanout.resume_parts(fanout.parts_that_answer($1)) c;
$$;
COMMENT ON FUNCTION fanout.resume_spread IS
    'Lets the failed and cancelled runs of a fan-out over the shards go on; returns how many. A warning names each shard that doesn''t answer: repeat the call when it is back';

CREATE FUNCTION fanout.forget_spread(spread_id uuid) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    its fanout.spreads := fanout.given_spread(spread_id);
BEGIN
    DELETE FROM fanout.spread_parts p WHERE p.spread_id = its.spread_id;
    DELETE FROM fanout.spreads s WHERE s.spread_id = its.spread_id;
END
$$;
COMMENT ON FUNCTION fanout.forget_spread IS
    'Forgets which runs a fan-out over the shards is made of. The runs stay as long as their shards keep them';
