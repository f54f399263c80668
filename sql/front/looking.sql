-- Looks at all shards, which are asked at once. One that doesn't answer, or answers with an error, is told of by a warning, and costs the
-- others nothing but the time until that is known: that of one look, and of one more for each that is silent, as each is asked by itself then. There is no view of all runs: what a query on it says of WHERE and LIMIT would not reach the shards.

CREATE FUNCTION fanout.states_of_shards(asked int[])
RETURNS TABLE (shard int, database text, server_version text, pgfanout text, started bigint, waiting numeric, claimed numeric, workers bigint)
LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON pg_catalog.unnest(asked);
    SELECT split_part(current_setting('application_name'), '/', 2)::int AS shard, current_database()::text AS database,
           current_setting('server_version') AS server_version,
           (SELECT e.extversion FROM pg_extension e WHERE e.extname = 'pgfanout') AS pgfanout,
           (SELECT count(*) FROM fanout.runs_overview r WHERE r.status = 'started') AS started,
           (SELECT coalesce(sum(q.waiting + q.delayed), 0) FROM fanout.queue_overview q) AS waiting,
           (SELECT coalesce(sum(q.claimed), 0) FROM fanout.queue_overview q) AS claimed,
           (SELECT count(*) FROM fanout.workers_overview w) AS workers;
$$;
COMMENT ON FUNCTION fanout.states_of_shards IS 'For fanout.shards_overview: what these shards say of themselves';

CREATE VIEW fanout.shards_overview AS
SELECT s.shard, s.is_open, a.shard IS NOT NULL AS answers, a.database, a.server_version, a.pgfanout, a.started, a.waiting, a.claimed, a.workers, s.added_at
  FROM fanout.shards s
  LEFT JOIN fanout.gather('fanout.states_of_shards($1)')
                a (shard int, database text, server_version text, pgfanout text, started bigint, waiting numeric, claimed numeric, workers bigint)
            ON a.shard = s.shard
 ORDER BY s.shard;
COMMENT ON VIEW fanout.shards_overview IS
    'A row a shard: whether new runs are started on it, whether it answers, and then its database and versions, runs that go on, tasks that wait and that are claimed, as far as the user sees them, and workers';

DO $$
DECLARE
    name text;
    columns text;
    source text;
    says text;
BEGIN
    FOR name, columns, source, says IN VALUES
        ('queue_overview', 'queue text, handler text, waiting bigint, delayed bigint, claimed bigint, oldest timestamptz, paused boolean',
            'fanout.queue_overview', 'A row a queue and handler of a shard, as pgfanout''s own view has it'),
        ('workers_overview', 'worker_id bigint, name text, handlers text[], queues text[], slots int, in_flight bigint, idle boolean, seen_at timestamptz, suspect boolean, registered_at timestamptz, version text',
            'fanout.workers_overview', 'A row a worker of a shard, as pgfanout''s own view has it'),
        ('limits_overview', 'name text, run_id uuid, step_slug text, in_flight int, max_concurrency int, waiting bigint, rate int, per interval, burst int, tokens int, owner text',
            '(SELECT l.name, l.run_id, l.step_slug, l.in_flight, l.max_concurrency, l.waiting, l.rate, l.per, l.burst, l.tokens, l.owner::text FROM fanout.limits_overview l)',
            'A row a limit of a shard: limits are each shard''s own')
    LOOP
        EXECUTE pg_catalog.format($create$
            CREATE FUNCTION fanout.%1$s_of(asked int[]) RETURNS TABLE (shard int, %2$s) LANGUAGE plproxy AS $body$
                CLUSTER 'fanout_looks';
                RUN ON pg_catalog.unnest(asked);
                SELECT split_part(current_setting('application_name'), '/', 2)::int AS shard, v.* FROM %3$s v;
            $body$;
            COMMENT ON FUNCTION fanout.%1$s_of IS 'For fanout.%1$s: that of these shards';
            CREATE VIEW fanout.%1$s AS SELECT v.* FROM fanout.gather('fanout.%1$s_of($1)') v (shard int, %2$s);
            COMMENT ON VIEW fanout.%1$s IS %4$L$create$, name, columns, source, says);
    END LOOP;
END
$$;

CREATE FUNCTION fanout.latest_runs_of(asked int[], max_rows int, flow text, status text)
RETURNS TABLE (shard int, run_id uuid, flow text, name text, status text, progress text, done bigint, total bigint, failed bigint,
               started_at timestamptz, elapsed interval, eta interval, error text, version int, priority int, completed_at timestamptz,
               parent_run_id uuid, paused boolean)
LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON pg_catalog.unnest(asked);
    SELECT split_part(current_setting('application_name'), '/', 2)::int AS shard, r.* FROM fanout.runs_overview r
     WHERE ($3 IS NULL OR r.flow = $3) AND ($4 IS NULL OR r.status = $4) LIMIT $2;
$$;
COMMENT ON FUNCTION fanout.latest_runs_of IS 'For fanout.latest_runs: those of these shards';

CREATE FUNCTION fanout.latest_runs(max_rows int DEFAULT 20, flow text DEFAULT NULL, status text DEFAULT NULL)
RETURNS TABLE (shard int, run_id uuid, flow text, name text, status text, progress text, done bigint, total bigint, failed bigint,
               started_at timestamptz, elapsed interval, eta interval, error text, version int, priority int, completed_at timestamptz,
               parent_run_id uuid, paused boolean)
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.* FROM fanout.gather(format('fanout.latest_runs_of($1, %L, %L, %L)', $1, $2, $3))
               r (shard int, run_id uuid, flow text, name text, status text, progress text, done bigint, total bigint, failed bigint,
                  started_at timestamptz, elapsed interval, eta interval, error text, version int, priority int, completed_at timestamptz,
                  parent_run_id uuid, paused boolean)
     ORDER BY r.started_at DESC LIMIT $1;
$$;
COMMENT ON FUNCTION fanout.latest_runs IS
    'The newest runs of all shards, as pgfanout''s own runs_overview has them: so many, of one flow or in one status where that is named';

CREATE FUNCTION fanout.health_of(asked int[], longest_wait interval, oldest_snapshot interval)
RETURNS TABLE (shard int, which_database text, what text, status text, detail text, hint text) LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON pg_catalog.unnest(asked);
    SELECT split_part(current_setting('application_name'), '/', 2)::int AS shard,
           -- A server that was made from another one's files has the same identifier, and has been started at a time of its own.
           (SELECT c.system_identifier || '/' || d.oid || '/' || pg_postmaster_start_time() FROM pg_catalog.pg_control_system() c, pg_catalog.pg_database d
             WHERE d.datname = current_database()) AS which_database, h.*
      FROM fanout.health($2, $3) h;
$$;
COMMENT ON FUNCTION fanout.health_of IS 'For fanout.health: that of these shards, and which databases they are';

CREATE FUNCTION fanout.health(longest_wait interval DEFAULT '15 min', oldest_snapshot interval DEFAULT '1 h')
RETURNS TABLE (shard int, what text, status text, detail text, hint text) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
        WITH h AS MATERIALIZED (
                 SELECT * FROM fanout.gather(format('fanout.health_of($1, %L, %L)', longest_wait, oldest_snapshot))
                     g (shard int, which_database text, what text, status text, detail text, hint text)),
             s AS (SELECT a.shard, min(h.which_database) AS is_there, min(min(a.shard)) OVER (PARTITION BY min(h.which_database)) AS first_there
                     FROM fanout.shards a LEFT JOIN h ON h.shard = a.shard GROUP BY a.shard),
             judged (shard, status, detail, hint) AS (
                 SELECT s.shard, 'bad', 'it does not answer, or not this role',
                        'A warning says why. Who asks needs grant_operator on each shard. Where a shard is down its runs wait for it; set_shard(…, is_open => false) keeps new ones away.'
                   FROM s WHERE s.is_there IS NULL
                  UNION ALL
                 SELECT s.shard, 'bad', format('it is the same database as shard %s', s.first_there),
                        'All looks count that one twice. set_shard(…, connection => …) says where another is.'
                   FROM s WHERE s.first_there < s.shard AND s.is_there IS NOT NULL
                  UNION ALL
                 SELECT s.shard, 'ok', 'it answers', NULL FROM s WHERE s.first_there = s.shard AND s.is_there IS NOT NULL)
        (SELECT j.shard, 'shard', j.status, j.detail, j.hint FROM judged j ORDER BY j.shard)
         UNION ALL
        SELECT h.shard, h.what, h.status, h.detail, h.hint FROM h;
END
$$;
COMMENT ON FUNCTION fanout.health IS 'What pgfanout''s own health says on each shard, and whether each answers, and is a database of its own';

CREATE FUNCTION fanout.metrics_of(asked int[]) RETURNS TABLE (name text, labels jsonb, value double precision) LANGUAGE plproxy AS $$
    CLUSTER 'fanout_looks';
    RUN ON pg_catalog.unnest(asked);
    SELECT m.name, m.labels || pg_catalog.jsonb_build_object('shard', split_part(current_setting('application_name'), '/', 2)) AS labels, m.value
      FROM fanout.metrics() m;
$$;
COMMENT ON FUNCTION fanout.metrics_of IS 'For fanout.metrics: those of these shards';

CREATE FUNCTION fanout.metrics() RETURNS TABLE (name text, labels jsonb, value double precision) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY
        WITH m AS MATERIALIZED (
                 SELECT * FROM fanout.gather('fanout.metrics_of($1)') g (name text, labels jsonb, value double precision))
        (SELECT 'fanout_shard_answers', jsonb_build_object('shard', s.shard::text),
                (s.shard::text IN (SELECT m.labels ->> 'shard' FROM m))::int::double precision
           FROM fanout.shards s ORDER BY s.shard)
         UNION ALL
        SELECT m.* FROM m;
END
$$;
COMMENT ON FUNCTION fanout.metrics IS
    'The metrics of all shards, with a label shard; fanout_shard_answers is 1 for those that answer and 0 for the others';
