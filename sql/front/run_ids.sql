-- Which shard a run is on. An id that is made here says so itself, and is in the order of time as all of them are: an UUID of version 8
-- (RFC 9562) with the milliseconds in its first 48 bits, the shard in the 12 bits behind the version, 46 random bits, and `fa0f` at its end,
-- by which it is told from ids of child runs, which are of version 8, too. An id that a caller brings has a home, which follows from it and the
-- shards that there are; since there may be more of them later, it is recorded.

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

-- The highest of a hash for each shard (rendezvous hashing): one more shard changes the homes of those ids alone that it is the home of.
CREATE FUNCTION fanout.home_of(run_id uuid, shards int) RETURNS int STABLE LANGUAGE sql
BEGIN ATOMIC
    SELECT s.shard FROM fanout.shards s WHERE s.shard < home_of.shards
     ORDER BY pg_catalog.md5(run_id::text || s.shard) DESC LIMIT 1;
END;
COMMENT ON FUNCTION fanout.home_of IS 'On which of the first so many shards a run with an id of the caller''s is started';

CREATE FUNCTION fanout.homes_of_today(run_id uuid) RETURNS int[] STABLE LANGUAGE sql
BEGIN ATOMIC
    SELECT array_agg(DISTINCT fanout.home_of(run_id, s.shard)) FROM fanout.shards s
     WHERE s.shard > 0 AND s.added_at > pg_catalog.clock_timestamp() - interval '1 day';
END;
COMMENT ON FUNCTION fanout.homes_of_today IS 'The homes that an id had before the shards of the last day were added; null: there were none';

CREATE TABLE fanout.given_runs (
    run_id uuid CONSTRAINT given_runs_pkey PRIMARY KEY,
    shard int NOT NULL,
    owner regrole NOT NULL DEFAULT current_user::regrole,
    recorded_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp()
);
COMMENT ON TABLE fanout.given_runs IS 'The shards of runs whose ids their callers have brought, until fanout.forget_runs finds that they are gone';
-- A role records its own runs, each where it may be; what it doesn't see here it finds by asking the shards.
ALTER TABLE fanout.given_runs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON fanout.given_runs USING (pg_catalog.pg_has_role(owner, 'USAGE'))
    WITH CHECK (owner = current_user::regrole
        AND (shard = fanout.home_of(run_id, (SELECT count(*)::int FROM fanout.shards)) OR shard = ANY (fanout.homes_of_today(run_id))));

-- As the caller, who is there whatever role it is here.
CREATE FUNCTION fanout.ping(asked int[]) RETURNS SETOF int LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON unnest(asked);
    SELECT split_part(current_setting('application_name'), '/', 2)::int;
$$;
COMMENT ON FUNCTION fanout.ping IS 'Which of these shards answer; an error where one doesn''t';

CREATE FUNCTION fanout.answering_shards(among int[] DEFAULT NULL) RETURNS int[] LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    answering int[] := '{}';
    asked int;
BEGIN
    among := coalesce(among, ARRAY(SELECT s.shard FROM fanout.shards s));
    IF among = '{}' THEN
        RETURN among;
    END IF;
    BEGIN
        RETURN ARRAY(SELECT p FROM fanout.ping(among) p ORDER BY p);
    EXCEPTION WHEN OTHERS THEN
        NULL;  -- PL/Proxy gives all or nothing, and doesn't say which.
    END;
    FOREACH asked IN ARRAY among LOOP
        BEGIN
            answering := answering || ARRAY(SELECT p FROM fanout.ping(ARRAY[asked]) p);
        EXCEPTION WHEN OTHERS THEN
            RAISE WARNING USING MESSAGE = format('shard %s does not answer: %s', asked, SQLERRM), ERRCODE = '08006';
        END;
    END LOOP;
    RETURN answering;
END
$$;
COMMENT ON FUNCTION fanout.answering_shards IS
    'The shards that answer, of those named or of all; a warning for each of the others says why not';

CREATE FUNCTION fanout.shards_with(run_id uuid, asked int[]) RETURNS SETOF int LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON unnest(asked);
    SELECT split_part(current_setting('application_name'), '/', 2)::int FROM fanout.run_outputs r WHERE r.run_id = run_id;
$$;
COMMENT ON FUNCTION fanout.shards_with IS 'Which of these shards has the run';

CREATE FUNCTION fanout.shard_of(run_id uuid) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    shard int := fanout.carried_shard(run_id);
    asked int[];
BEGIN
    IF shard IS NULL THEN
        SELECT g.shard INTO shard FROM fanout.given_runs g WHERE g.run_id = shard_of.run_id;
    END IF;
    IF shard IS NOT NULL THEN
        RETURN shard;
    END IF;
    asked := fanout.answering_shards();
    SELECT w INTO shard FROM fanout.shards_with(run_id, asked) w LIMIT 1;
    IF FOUND THEN
        RETURN shard;
    END IF;
    IF cardinality(asked) < (SELECT count(*) FROM fanout.shards) THEN
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

CREATE FUNCTION fanout.place_given_run(run_id uuid) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    home int := fanout.home_of(run_id, (SELECT count(*)::int FROM fanout.shards));
    place int := fanout.carried_shard(run_id);
    earlier_homes int[] := array_remove(fanout.homes_of_today(run_id), home);
BEGIN
    IF place IS NOT NULL THEN
        RETURN place;
    END IF;
    -- Who starts the same run at this moment is waited for here.
    INSERT INTO fanout.given_runs (run_id, shard) VALUES (place_given_run.run_id, home) ON CONFLICT DO NOTHING;
    IF FOUND AND earlier_homes <> '{}' THEN
        -- It may have been started there by a transaction that was rolled back here, which PL/Proxy's calls don't heed.
        UPDATE fanout.given_runs g SET shard = w FROM fanout.shards_with(place_given_run.run_id, earlier_homes) w
         WHERE g.run_id = place_given_run.run_id;
    END IF;
    SELECT g.shard INTO place FROM fanout.given_runs g WHERE g.run_id = place_given_run.run_id;
    RETURN coalesce(place, home);
END
$$;
COMMENT ON FUNCTION fanout.place_given_run IS
    'Records on which shard a run with an id of the caller''s is to be, and returns it; the same one for the same id, also where a call before was rolled back here and not there';

CREATE FUNCTION fanout.runs_there(run_ids uuid[], asked int) RETURNS SETOF uuid LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON asked;
    SELECT r.run_id FROM fanout.run_outputs r WHERE r.run_id = ANY (run_ids);
$$;
COMMENT ON FUNCTION fanout.runs_there IS 'Which of these runs the shard has';

CREATE FUNCTION fanout.forget_runs(older_than interval DEFAULT '1 day') RETURNS bigint LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asked int;
    run_ids uuid[];
    there uuid[];
    forgotten bigint := 0;
    more bigint;
BEGIN
    FOREACH asked IN ARRAY fanout.answering_shards() LOOP
        run_ids := ARRAY(SELECT g.run_id FROM fanout.given_runs g
                          WHERE g.shard = asked AND g.recorded_at < clock_timestamp() - older_than);
        there := ARRAY(SELECT t FROM fanout.runs_there(run_ids, asked) t);
        DELETE FROM fanout.given_runs g WHERE g.run_id = ANY (run_ids) AND NOT g.run_id = ANY (there);
        GET DIAGNOSTICS more = ROW_COUNT;
        forgotten := forgotten + more;
    END LOOP;
    RETURN forgotten;
END
$$;
COMMENT ON FUNCTION fanout.forget_runs IS
    'Forgets where runs are whose ids their callers brought, longer ago than that, and that their shards have no longer; returns how many. A role''s own, a superuser''s all: for cron. Shards that don''t answer are passed over';
