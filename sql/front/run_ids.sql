-- Which shard a run is on. An id that is made here says so itself, and is in the order of time as all of them are: an UUID of version 8
-- (RFC 9562) with the milliseconds in its first 48 bits, the shard in the 12 bits behind the version, 46 random bits, and `fa0f` at its end,
-- by which it is told from ids of child runs, which are of version 8, too. An id that a caller brings has a home, which follows from it and the
-- open shards; since these change, it is recorded.

CREATE FUNCTION fanout.new_run_id(shard int) RETURNS uuid VOLATILE LANGUAGE sql
RETURN (pg_catalog.lpad(pg_catalog.to_hex(pg_catalog.floor(extract(epoch FROM pg_catalog.clock_timestamp()) * 1000)::bigint), 12, '0')
    || '8' || pg_catalog.lpad(pg_catalog.to_hex(shard), 3, '0')
    || pg_catalog.substr(pg_catalog.replace(pg_catalog.gen_random_uuid()::text, '-', ''), 17, 12) || 'fa0f')::uuid;
COMMENT ON FUNCTION fanout.new_run_id IS 'An id for a run on that shard, which it carries';

CREATE FUNCTION fanout.carried_shard(run_id uuid) RETURNS int STABLE LANGUAGE sql
BEGIN ATOMIC
    SELECT s.shard FROM fanout.shards s
     WHERE s.shard = ('x' || pg_catalog.substr(run_id::text, 16, 3))::bit(12)::int AND run_id::text LIKE '______________8%fa0f';
END;
COMMENT ON FUNCTION fanout.carried_shard IS 'The shard that an id carries which was made here; null for other ids';

-- The home is the open shard with the highest of a hash for each (rendezvous hashing), so that one shard more or less changes the homes of those
-- ids alone that it is the home of. Down that order, shards that were added, opened or closed within the last day may have been the home before
-- or not, as may the next one; whatever comes below one that was open all day can't.
CREATE FUNCTION fanout.homes_of(run_id uuid) RETURNS int[] STABLE LANGUAGE sql
BEGIN ATOMIC
    WITH ranked AS (
        SELECT s.shard, s.is_open, s.changed_at > pg_catalog.clock_timestamp() - interval '1 day' AS is_fresh,
               pg_catalog.row_number() OVER (ORDER BY pg_catalog.md5(run_id::text || s.shard) DESC) AS rank
          FROM fanout.shards s)
    SELECT pg_catalog.array_agg(r.shard ORDER BY NOT r.is_open, r.rank) FROM ranked r
     WHERE (r.is_open OR r.is_fresh)
       AND r.rank <= coalesce((SELECT min(a.rank) FROM ranked a WHERE a.is_open AND NOT a.is_fresh), r.rank);
END;
COMMENT ON FUNCTION fanout.homes_of IS
    'On which shard a run with an id of the caller''s is started, the first one, and behind it those on which it may have been started within the last day, before the list of shards was as it is';

-- By the name of their owner, who is on the shards the role of that name, whatever the front's roles become.
CREATE TABLE fanout.given_runs (
    owner name NOT NULL DEFAULT current_user,
    run_id uuid NOT NULL,
    shard int NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    CONSTRAINT given_runs_pkey PRIMARY KEY (owner, run_id)
);
COMMENT ON TABLE fanout.given_runs IS 'The shards of runs whose ids their callers have brought, until fanout.forget_runs finds that they are gone';
-- A role records its own runs, each where it may be; what it doesn't see here it finds by asking the shards.
ALTER TABLE fanout.given_runs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON fanout.given_runs USING (owner = current_user) WITH CHECK (owner = current_user AND shard = ANY (fanout.homes_of(run_id)));

-- PL/Proxy gives all or nothing, and doesn't always say of which shard an error is. So after an error each shard is asked by itself.
CREATE FUNCTION fanout.gather(call text, among int[] DEFAULT NULL) RETURNS SETOF record LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asked int;
BEGIN
    among := coalesce(among, ARRAY(SELECT s.shard FROM fanout.shards s ORDER BY s.shard));
    IF cardinality(among) > 1 THEN
        BEGIN
            RETURN QUERY EXECUTE 'SELECT * FROM ' || call USING among;
            RETURN;
        EXCEPTION WHEN OTHERS THEN
            NULL;
        END;
    END IF;
    FOREACH asked IN ARRAY among LOOP
        BEGIN
            RETURN QUERY EXECUTE 'SELECT * FROM ' || call USING ARRAY[asked];
        EXCEPTION WHEN OTHERS THEN
            RAISE WARNING USING MESSAGE = format('shard %s does not answer: %s', asked, SQLERRM), ERRCODE = '08006';
        END;
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.gather IS
    'What a call gives whose first argument, $1, is the shards to ask: of those named or of all. A warning for each that doesn''t answer, or answers with an error, says why';

-- As the caller, who is there whatever role it is here.
CREATE FUNCTION fanout.shards_with(asked int[], run_id uuid) RETURNS TABLE (shard int, has_it boolean) LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON pg_catalog.unnest(asked);
    SELECT split_part(current_setting('application_name'), '/', 2)::int AS shard,
           EXISTS (SELECT FROM fanout.run_outputs r WHERE r.run_id = $2) AS has_it;
$$;
COMMENT ON FUNCTION fanout.shards_with IS 'For each of these shards, whether it has the run; an error where one doesn''t answer';

CREATE FUNCTION fanout.shard_of(run_id uuid) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    shard int := fanout.carried_shard(run_id);
    answers bigint;
BEGIN
    IF shard IS NULL THEN
        SELECT g.shard INTO shard FROM fanout.given_runs g WHERE g.owner = current_user AND g.run_id = shard_of.run_id;
    END IF;
    IF shard IS NULL THEN
        SELECT min(w.shard) FILTER (WHERE w.has_it), count(*) INTO shard, answers
          FROM fanout.gather(format('fanout.shards_with($1, %L)', run_id)) w (shard int, has_it boolean);
    END IF;
    IF shard IS NOT NULL THEN
        RETURN shard;
    END IF;
    IF answers < (SELECT count(*) FROM fanout.shards) THEN
        RAISE EXCEPTION USING ERRCODE = '08006',
            MESSAGE = format('run %s is on none of the shards that answer, and not all do', run_id),
            HINT = 'fanout.shards_overview says which doesn''t. Ask again when it is back.';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'PFRUN', MESSAGE = format('run %s does not exist', coalesce(run_id::text, 'null')),
        HINT = 'fanout.latest_runs lists the runs that you may see.';
END
$$;
COMMENT ON FUNCTION fanout.shard_of IS
    'The shard that a run is on: as its id says, as is recorded, or, for a child run or one that was started on a shard itself, as all shards are asked';

-- A shard that was closed is asked, too, but not waited for: closed is what one is that won't come back.
CREATE FUNCTION fanout.earlier_home(run_id uuid, homes int[]) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    open_homes int[] := ARRAY(SELECT s.shard FROM fanout.shards s WHERE s.is_open AND s.shard = ANY (homes));
    closed_homes int[] := ARRAY(SELECT s.shard FROM fanout.shards s WHERE NOT s.is_open AND s.shard = ANY (homes));
    place int;
BEGIN
    IF open_homes <> '{}' THEN
        SELECT min(w.shard) INTO place FROM fanout.shards_with(open_homes, run_id) w WHERE w.has_it;
    END IF;
    RETURN coalesce(place, (SELECT min(w.shard) FROM fanout.gather(format('fanout.shards_with($1, %L)', run_id), closed_homes) w (shard int, has_it boolean)
                             WHERE w.has_it));
END
$$;
COMMENT ON FUNCTION fanout.earlier_home IS 'Which of these shards has the run; null: none. An error where an open one doesn''t answer, a warning where a closed one doesn''t';

CREATE FUNCTION fanout.open_shards() RETURNS int[] LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_shards int[] := ARRAY(SELECT s.shard FROM fanout.shards s WHERE s.is_open ORDER BY s.shard);
BEGIN
    IF found_shards = '{}' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'there is no shard that is open to new runs',
            HINT = 'A superuser adds one with fanout.add_shard, or opens one with fanout.set_shard.';
    END IF;
    RETURN found_shards;
END
$$;
COMMENT ON FUNCTION fanout.open_shards IS 'The shards that new runs are started on; an error where there is none';

CREATE FUNCTION fanout.place_given_run(run_id uuid) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    homes int[] := fanout.homes_of(run_id);
    place int := fanout.carried_shard(run_id);
BEGIN
    IF place IS NOT NULL THEN
        RETURN place;
    END IF;
    SELECT g.shard INTO place FROM fanout.given_runs g WHERE g.owner = current_user AND g.run_id = place_given_run.run_id;
    IF FOUND THEN
        RETURN place;
    END IF;
    PERFORM fanout.open_shards();
    -- Who starts the same run at this moment is waited for here.
    INSERT INTO fanout.given_runs (run_id, shard) VALUES (place_given_run.run_id, homes[1]) ON CONFLICT DO NOTHING;
    IF FOUND AND cardinality(homes) > 1 THEN
        -- It may have been started there by a transaction that was rolled back here, which PL/Proxy's calls don't heed.
        UPDATE fanout.given_runs g SET shard = e FROM fanout.earlier_home(place_given_run.run_id, homes[2:]) e
         WHERE g.owner = current_user AND g.run_id = place_given_run.run_id AND e IS NOT NULL;
    END IF;
    RETURN (SELECT g.shard FROM fanout.given_runs g WHERE g.owner = current_user AND g.run_id = place_given_run.run_id);
END
$$;
COMMENT ON FUNCTION fanout.place_given_run IS
    'Records on which shard a run with an id of the caller''s is to be, and returns it; the same one for the same id, also where a call before was rolled back here and not there';

-- Whoever sees more here than there can't say of others' runs that they are gone.
CREATE FUNCTION fanout.gone_runs(asked int[], owners text[], run_ids uuid[]) RETURNS TABLE (owner text, run_id uuid) LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON pg_catalog.unnest(asked);
    SELECT g.owner, g.run_id FROM unnest($2, $3) g (owner, run_id)
     WHERE NOT EXISTS (SELECT FROM fanout.run_outputs r WHERE r.run_id = g.run_id)
       AND (g.owner = current_user OR (SELECT u.rolsuper FROM pg_roles u WHERE u.rolname = current_user));
$$;
COMMENT ON FUNCTION fanout.gone_runs IS 'For fanout.forget_runs: which of these runs, of these owners, the shard hasn''t';

CREATE FUNCTION fanout.forget_runs(older_than interval DEFAULT '1 day') RETURNS bigint LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asked int;
    owners text[];
    run_ids uuid[];
    forgotten bigint := 0;
    more bigint;
BEGIN
    FOR asked, owners, run_ids IN SELECT g.shard, array_agg(g.owner::text), array_agg(g.run_id) FROM fanout.given_runs g
                                   WHERE g.recorded_at < clock_timestamp() - older_than GROUP BY g.shard ORDER BY g.shard LOOP
        DELETE FROM fanout.given_runs g
         USING fanout.gather(format('fanout.gone_runs($1, %L, %L)', owners, run_ids), ARRAY[asked]) o (owner text, run_id uuid)
         WHERE g.owner = o.owner AND g.run_id = o.run_id;
        GET DIAGNOSTICS more = ROW_COUNT;
        forgotten := forgotten + more;
    END LOOP;
    RETURN forgotten;
END
$$;
COMMENT ON FUNCTION fanout.forget_runs IS
    'Forgets where runs are whose ids their callers brought, longer ago than that, and that their shards have no longer; returns how many. A role''s own; those of all for a superuser who is one on the shards, too: for cron. Shards that don''t answer are passed over';
