-- What an administrator would look at first, a row a check. It runs as its owner, and so sees everybody's, but shows nothing that
-- users have put in: pg_monitor may read it, and every scrape of a daemon's metrics does. So each check looks at few rows,
-- however much there is, and at none of tasks and results.

CREATE FUNCTION fanout.library_version() RETURNS text STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_library_version';
COMMENT ON FUNCTION fanout.library_version IS 'For fanout.health: the version of the library that this session has loaded';

-- The first three, and how many more.
CREATE FUNCTION fanout.some_of(items text[]) RETURNS text IMMUTABLE LANGUAGE sql
RETURN pg_catalog.array_to_string(items[:3], ', ')
    || CASE WHEN pg_catalog.cardinality(items) > 3 THEN pg_catalog.format(' and %s more', pg_catalog.cardinality(items) - 3) ELSE '' END;
COMMENT ON FUNCTION fanout.some_of IS 'For fanout.health and fanout.why: the first three of these, and how many more there are';

CREATE FUNCTION fanout.health_of_installation() RETURNS TABLE (what text, status text, detail text, hint text) LANGUAGE sql
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT 'versions',
           CASE WHEN v.library <> v.extension THEN 'bad' WHEN cardinality(v.older) > 0 THEN 'warning' ELSE 'ok' END,
           format('library %s, extension %s, daemons %s', v.library, v.extension, coalesce(nullif(array_to_string(v.daemons, ', '), ''), 'none')),
           CASE WHEN v.library <> v.extension THEN 'ALTER EXTENSION pgfanout UPDATE; where that changes nothing, sessions still have an older library: restart the server.'
                WHEN cardinality(v.older) > 0 THEN format('Install newer daemons in place of %s: the next version of the extension may not serve them any more.', array_to_string(v.older, ', ')) END
      FROM (SELECT fanout.library_version() AS library,
                   (SELECT e.extversion FROM pg_extension e WHERE e.extname = 'pgfanout') AS extension,
                   (SELECT array_agg(DISTINCT w.version ORDER BY w.version) FROM fanout.workers w WHERE w.version IS NOT NULL) AS daemons,
                   (SELECT array_agg(DISTINCT w.version ORDER BY w.version) FROM fanout.workers w CROSS JOIN fanout.protocols() p
                     WHERE w.version IS NOT NULL AND w.protocol < p.newest) AS older) v
    UNION ALL
    SELECT 'copy', CASE WHEN c.is_copy THEN 'bad' ELSE 'ok' END,
           CASE WHEN c.is_copy THEN 'this database is a copy of another: no worker is served' ELSE 'this database is no copy of another' END,
           CASE WHEN c.is_copy THEN 'Where the original does not go on: SELECT fanout.adopt_copy()' END
      FROM (SELECT fanout.is_copy() AS is_copy) c;
END;
COMMENT ON FUNCTION fanout.health_of_installation IS 'For fanout.health: versions, and whether this is a copy';

-- Of each queue and handler the first hundred rows that could run now: from one to the next by the index that claims use.
CREATE VIEW fanout.waiting_rows AS
WITH RECURSIVE pairs AS (
    (SELECT q.queue, q.handler, 1 AS number FROM fanout.queue q WHERE q.worker_id IS NULL AND q.available_at IS NULL
      ORDER BY q.queue, q.handler LIMIT 1)
    UNION ALL
    SELECT n.queue, n.handler, p.number + 1
      FROM pairs p
     CROSS JOIN LATERAL (SELECT q.queue, q.handler FROM fanout.queue q
                          WHERE q.worker_id IS NULL AND q.available_at IS NULL AND (q.queue, q.handler) > (p.queue, p.handler)
                          ORDER BY q.queue, q.handler LIMIT 1) n
     WHERE p.number < 1000
)
SELECT p.queue, p.handler, n.state_id, n.width, s.started_at,
       EXISTS (SELECT FROM fanout.known_workers w WHERE p.handler = ANY (w.handlers) AND p.queue = ANY (w.queues) AND w.is_live) AS is_served
  FROM pairs p
 CROSS JOIN LATERAL (SELECT q.state_id, q.width FROM fanout.queue q
                      WHERE q.worker_id IS NULL AND q.available_at IS NULL AND q.queue = p.queue AND q.handler = p.handler
                      ORDER BY q.priority DESC, q.virtual_time LIMIT 100) n
 -- Of each of these, and not of all runs.
 CROSS JOIN LATERAL (SELECT s.started_at, r.run_id, r.status FROM fanout.step_states s JOIN fanout.runs r ON r.run_id = s.run_id
                      WHERE s.state_id = n.state_id OFFSET 0) s
 WHERE s.status = 'started' AND fanout.pause_of_run(s.run_id) IS NULL AND NOT EXISTS (SELECT FROM fanout.pauses a WHERE a.queue = p.queue);
COMMENT ON VIEW fanout.waiting_rows IS
    'For fanout.health: of each queue and handler the first hundred rows of tasks that could run now, since when their steps have been started, and whether a worker serves them';

-- With these settings the indexes are used, whatever the statistics say.
CREATE FUNCTION fanout.health_of_queue(longest_wait interval) RETURNS TABLE (what text, status text, detail text, hint text) LANGUAGE sql
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off
BEGIN ATOMIC
    SELECT 'unserved',
           CASE WHEN min(u.since) < clock_timestamp() - longest_wait THEN 'bad' WHEN count(*) > 0 THEN 'warning' ELSE 'ok' END,
           CASE WHEN count(*) = 0 THEN 'every queue and handler that has work has a worker'
                ELSE 'no worker serves ' || fanout.some_of(array_agg(format('handler "%s" of queue "%s": %s tasks since %s', u.handler, u.queue, u.tasks,
                                                                            date_trunc('second', u.since)) ORDER BY u.since)) END,
           CASE WHEN count(*) > 0 THEN 'Start a fanoutd whose configuration has these handlers and queues, or cancel the runs.' END
      FROM (SELECT w.queue, w.handler, sum(w.width) AS tasks, min(w.started_at) AS since
              FROM fanout.waiting_rows w WHERE NOT w.is_served GROUP BY w.queue, w.handler) u
    UNION ALL
    -- A large step waits for as long as it takes. What nobody has begun, or goes on with, is what stands still.
    SELECT 'oldest_wait', CASE WHEN min(o.since) < clock_timestamp() - longest_wait THEN 'warning' ELSE 'ok' END,
           CASE WHEN count(*) = 0 THEN 'nothing waits that nobody works at'
                ELSE fanout.some_of(array_agg(format('handler "%s" of queue "%s" since %s', o.handler, o.queue, date_trunc('second', o.since)) ORDER BY o.since)) END,
           CASE WHEN min(o.since) < clock_timestamp() - longest_wait THEN
               'More slots or daemons for that queue and handler, or a higher priority for what waits: fanout.queue_overview, fanout.workers_overview.' END
      FROM (SELECT w.queue, w.handler, min(w.started_at) AS since FROM fanout.waiting_rows w
             WHERE w.is_served AND NOT EXISTS (SELECT FROM fanout.queue c WHERE c.state_id = w.state_id AND c.worker_id IS NOT NULL)
             GROUP BY w.queue, w.handler) o
    UNION ALL
    SELECT 'put_aside', CASE WHEN count(*) > 0 THEN 'bad' ELSE 'ok' END,
           format('%s rows of the queue that could neither go on nor fail', count(*))
           || coalesce(', of flow ' || fanout.some_of(array_agg(DISTINCT f.flow_slug::text)), ''),
           CASE WHEN count(*) > 0 THEN
               'The server''s log has the errors, and fanout.queue.reason. Mend what refuses them (mostly a trigger or constraint of your own), then cancel and resume the runs.' END
      FROM (SELECT q.state_id FROM fanout.queue q WHERE q.available_at = 'infinity' AND q.parked_on IS NULL AND q.unowned IS NULL LIMIT 1000) q
      LEFT JOIN fanout.step_states s ON s.state_id = q.state_id
      LEFT JOIN fanout.steps t ON t.step_id = s.step_id
      LEFT JOIN fanout.flows f ON f.flow_id = t.flow_id
    UNION ALL
    SELECT 'owners', CASE WHEN count(*) > 0 THEN 'bad' ELSE 'ok' END,
           format('%s rows of the queue wait for an owner', count(*)) || coalesce(': ' || fanout.some_of(array_agg(DISTINCT r.owner::text)), ''),
           CASE WHEN count(*) > 0 THEN 'Give their flows to a role that is there: fanout.reassign_flows(old, new)' END
      FROM (SELECT q.state_id FROM fanout.queue q WHERE q.unowned LIMIT 1000) q
      LEFT JOIN fanout.step_states s ON s.state_id = q.state_id
      LEFT JOIN fanout.runs r ON r.run_id = s.run_id
    UNION ALL
    SELECT 'limits', CASE WHEN count(*) > 0 THEN 'warning' ELSE 'ok' END,
           CASE WHEN count(*) = 0 THEN 'every limit counts as many slots as claims hold'
                ELSE fanout.some_of(array_agg(format('%s counts %s slots, claims hold %s', coalesce('limit "' || d.name || '"', 'the cap of a step'), d.in_flight, d.held))) END,
           CASE WHEN count(*) > 0 THEN 'maintain() counts anew within seconds; where this stays, no daemon calls it, or somebody has the limit''s row locked.' END
      FROM (SELECT l.name, l.in_flight, coalesce(h.held, 0) AS held
              FROM fanout.limits l LEFT JOIN fanout.limit_holdings h ON h.limit_id = l.limit_id
             WHERE l.in_flight <> coalesce(h.held, 0) ORDER BY l.limit_id) d;
END;
COMMENT ON FUNCTION fanout.health_of_queue IS 'For fanout.health: work that nobody does, and limits';

CREATE FUNCTION fanout.health_of_workers() RETURNS TABLE (what text, status text, detail text, hint text) LANGUAGE sql
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT 'workers', CASE WHEN NOT bool_and(w.is_live) THEN 'warning' ELSE 'ok' END,
           format('%s workers, %s of them silent', count(*), count(*) FILTER (WHERE NOT w.is_live))
           || coalesce(': ' || fanout.some_of(array_agg(format('"%s" since %s', w.name, date_trunc('second', w.seen_at)) ORDER BY w.seen_at) FILTER (WHERE NOT w.is_live)), ''),
           CASE WHEN NOT bool_and(w.is_live) THEN
               'Look whether these daemons run and reach the server. Their tasks go to others when their lease ends.' END
      FROM fanout.known_workers w
    UNION ALL
    SELECT 'maintenance', CASE WHEN d.due < clock_timestamp() - interval '1 min' THEN 'bad' ELSE 'ok' END,
           CASE WHEN d.due < clock_timestamp() - interval '1 min' THEN format('maintain() has been due since %s', date_trunc('second', d.due))
                ELSE 'nothing is overdue' END,
           CASE WHEN d.due < clock_timestamp() - interval '1 min' THEN
               'Start a daemon, or have pg_cron call fanout.maintain(): timeouts and lost workers are noticed by nobody, and nothing is removed.' END
      FROM (SELECT fanout.next_deadline() AS due) d
    UNION ALL
    SELECT 'clock', CASE WHEN c.ahead > interval '1 s' THEN 'warning' ELSE 'ok' END,
           CASE WHEN c.ahead > interval '1 s' THEN format('the newest time that was recorded is %s ahead of the server''s clock', date_trunc('second', c.ahead))
                ELSE 'no time that was recorded is ahead of the server''s clock' END,
           CASE WHEN c.ahead > interval '1 s' THEN
               'The clock was set back, or another server''s was ahead of this one''s. Retries, delays and timeouts wait as much longer. Have it slewed (chrony, ntpd).' END
      FROM (SELECT greatest((SELECT max(h.seen_at) FROM fanout.heartbeats h), (SELECT max(g.began_at) FROM fanout.generations g),
                            (SELECT r.started_at FROM fanout.runs r ORDER BY r.started_at DESC LIMIT 1)) - clock_timestamp() AS ahead) c;
END;
COMMENT ON FUNCTION fanout.health_of_workers IS 'For fanout.health: workers, maintenance and the clock that both go by';

-- What holds back vacuum in this database: since when, where that is known, and what it is.
CREATE VIEW fanout.old_snapshots AS
SELECT a.xact_start AS since, pg_catalog.format('process %s of role "%s" (%s)', a.pid, a.usename, a.state) AS holder
  FROM pg_catalog.pg_stat_activity a
 WHERE a.datname = pg_catalog.current_database() AND (a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL)
   AND a.backend_type = 'client backend'
UNION ALL
SELECT p.prepared, pg_catalog.format('the prepared transaction "%s" of role "%s"', p.gid, p.owner)
  FROM pg_catalog.pg_prepared_xacts p WHERE p.database = pg_catalog.current_database()
UNION ALL
SELECT NULL, pg_catalog.format('the replication slot "%s", which nobody uses', s.slot_name)
  FROM pg_catalog.pg_replication_slots s WHERE s.xmin IS NOT NULL AND NOT s.active;
COMMENT ON VIEW fanout.old_snapshots IS 'For fanout.health: what keeps vacuum from removing dead rows in this database, and since when';

-- What reaches daemons, whose sessions undo most of it (docs/operations.md), and what was set for a server's settings elsewhere.
CREATE VIEW fanout.bad_settings AS
SELECT CASE WHEN s.name IN ('default_transaction_read_only', 'session_replication_role') THEN 'bad' ELSE 'warning' END AS status,
       pg_catalog.format('%s = %s for %s', s.name, s.value, s.reach) AS setting
  FROM (SELECT pg_catalog.split_part(c.setting, '=', 1) AS name, pg_catalog.substr(c.setting, pg_catalog.strpos(c.setting, '=') + 1) AS value,
               coalesce(pg_catalog.format('role "%s"', r.rolname), 'all roles') || CASE g.setdatabase WHEN 0 THEN '' ELSE ' in this database' END AS reach
          FROM pg_catalog.pg_db_role_setting g
         CROSS JOIN LATERAL unnest(g.setconfig) c (setting)
          LEFT JOIN pg_catalog.pg_roles r ON r.oid = g.setrole
         WHERE g.setdatabase IN (0, (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))
           AND (g.setrole = 0 OR g.setrole IN (SELECT w.owner FROM fanout.workers w))
         UNION ALL
        SELECT s.name, s.setting, 'the server' FROM pg_catalog.pg_settings s
         WHERE s.source IN ('configuration file', 'command line', 'environment variable')
           AND s.name NOT IN ('fanout.lease', 'fanout.heartbeat_interval', 'fanout.retention', 'fanout.retention_failed')) s
  JOIN (VALUES ('default_transaction_read_only', '{off,false,no,0}'::text[]), ('session_replication_role', '{origin}'),
               ('default_transaction_isolation', '{read committed}'), ('array_nulls', '{on,true,yes,1}'),
               ('statement_timeout', '{0}'), ('transaction_timeout', '{0}'), ('lock_timeout', '{0}'), ('idle_in_transaction_session_timeout', '{0}'),
               ('autovacuum', '{on}'), ('track_counts', '{on,true,yes,1}'), ('fsync', '{on}'), ('full_page_writes', '{on}'),
               ('fanout.lease', '{}'), ('fanout.heartbeat_interval', '{}'), ('fanout.retention', '{}'), ('fanout.retention_failed', '{}'),
               ('fanout.call_budget', '{}'), ('fanout.clock_offset', '{}'), ('fanout.row_bytes', '{}'), ('fanout.inline_tasks', '{}'),
               ('fanout.lock_patience', '{}')) usual (name, good) ON usual.name = s.name
 WHERE pg_catalog.lower(s.value) <> ALL (usual.good);
COMMENT ON VIEW fanout.bad_settings IS
    'For fanout.health: settings of roles, of this database and of the server that break the engine, slow it down, or were set where they can''t be';

CREATE FUNCTION fanout.health_of_server(oldest_snapshot interval) RETURNS TABLE (what text, status text, detail text, hint text) LANGUAGE sql
SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT 'snapshots', CASE WHEN count(*) > 0 THEN 'warning' ELSE 'ok' END,
           CASE WHEN count(*) = 0 THEN format('nothing holds back vacuum for longer than %s', oldest_snapshot)
                ELSE fanout.some_of(array_agg(s.holder || coalesce(' since ' || date_trunc('second', s.since), '') ORDER BY s.since)) END,
           CASE WHEN count(*) > 0 THEN 'End the transaction (pg_terminate_backend, ROLLBACK PREPARED), or drop the slot: dead rows and generations stay meanwhile.' END
      FROM fanout.old_snapshots s WHERE coalesce(s.since, '-infinity') < clock_timestamp() - oldest_snapshot
    UNION ALL
    SELECT 'dead_rows', CASE WHEN count(*) FILTER (WHERE t.is_bad) > 0 THEN 'warning' ELSE 'ok' END,
           format('%s dead rows in %s', sum(t.dead), CASE WHEN count(*) FILTER (WHERE t.is_bad) = 0 THEN 'all tables together'
                                                          ELSE fanout.some_of(array_agg(format('fanout.%s (%s alive)', t.name, t.alive)) FILTER (WHERE t.is_bad)) END),
           CASE WHEN count(*) FILTER (WHERE t.is_bad) > 0 THEN 'VACUUM these tables. Where the rows stay, see snapshots; where they come again, see autovacuum''s settings and workers.' END
      FROM (SELECT c.relname AS name, pg_stat_get_dead_tuples(c.oid) AS dead, pg_stat_get_live_tuples(c.oid) AS alive,
                   pg_stat_get_dead_tuples(c.oid) > 20000 + pg_stat_get_live_tuples(c.oid) * 0.4 AS is_bad
              FROM pg_class c WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind = 'r' AND NOT c.relispartition) t
    UNION ALL
    SELECT 'settings', CASE WHEN bool_or(s.status = 'bad') THEN 'bad' WHEN count(*) > 0 THEN 'warning' ELSE 'ok' END,
           CASE WHEN count(*) = 0 THEN 'none that breaks the engine or slows it down' ELSE fanout.some_of(array_agg(s.setting ORDER BY s.status, s.setting)) END,
           CASE WHEN count(*) > 0 THEN 'ALTER ROLE … RESET, ALTER DATABASE … RESET or ALTER SYSTEM RESET; docs/operations.md says what of it daemons undo.' END
      FROM fanout.bad_settings s
    UNION ALL
    SELECT 'connections', CASE WHEN count(*) FILTER (WHERE c.used >= c.most * 0.9) > 0 THEN 'warning' ELSE 'ok' END,
           fanout.some_of(array_agg(format('%s of %s of %s', c.used, c.most, c.whose) ORDER BY (c.used + 1.0) / (c.most + 1) DESC)),
           CASE WHEN count(*) FILTER (WHERE c.used >= c.most * 0.9) > 0 THEN
               'Raise max_connections, or the CONNECTION LIMIT, or put a pooler before it: docs/worker.md says how many a daemon has.' END
      FROM (SELECT count(*) AS used, current_setting('max_connections')::int AS most, 'the server' AS whose
              FROM pg_stat_activity a WHERE a.backend_type = 'client backend'
             UNION ALL
            SELECT (SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.oid AND a.backend_type = 'client backend'), d.datconnlimit, 'this database'
              FROM pg_database d WHERE d.datname = current_database() AND d.datconnlimit >= 0
             UNION ALL
            SELECT (SELECT count(*) FROM pg_stat_activity a WHERE a.usesysid = r.oid), r.rolconnlimit, format('role "%s"', r.rolname)
              FROM pg_roles r WHERE r.rolconnlimit >= 0 AND r.oid IN (SELECT w.owner FROM fanout.workers w)) c;
END;
COMMENT ON FUNCTION fanout.health_of_server IS 'For fanout.health: what of the server slows the engine down';

CREATE FUNCTION fanout.health_of_storage() RETURNS TABLE (what text, status text, detail text, hint text) LANGUAGE sql
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
BEGIN ATOMIC
    SELECT 'generations', CASE WHEN r.blank = 0 OR r.is_late THEN 'warning' ELSE 'ok' END,
           format('%s of 16 blank; the current one, %s, since %s; of the others %s are kept by runs that go on, %s by ended runs, %s by snapshots or locks',
                  r.blank, r.current, coalesce(date_trunc('second', r.began_at)::text, 'its first run'), r.by_open, r.by_ended, r.by_nothing),
           CASE WHEN r.blank = 0 THEN 'fanout.storage_overview says what keeps each. Cancel runs that nobody wants, prune, or lower the retention; until one is blank the current one grows.'
                WHEN r.is_late THEN 'The ring is turned by maintain(): see maintenance; a daemon''s log says what is in its way.' END
      FROM (SELECT count(*) FILTER (WHERE g.bytes = 0) AS blank, max(g.current) AS current,
                   max(g.began_at) FILTER (WHERE g.generation = g.current) AS began_at,
                   -- Twice the time after which it is to end: see docs/operations.md.
                   coalesce(max(g.began_at) FILTER (WHERE g.generation = g.current AND g.bytes > 0) < clock_timestamp() - 2 * greatest(
                       least(fanout.usual_retention(false), fanout.usual_retention(true)) / 8, '1 h'), false) AS is_late,
                   count(*) FILTER (WHERE g.generation <> g.current AND g.bytes > 0 AND g.is_open) AS by_open,
                   count(*) FILTER (WHERE g.generation <> g.current AND g.bytes > 0 AND NOT g.is_open AND g.is_kept) AS by_ended,
                   count(*) FILTER (WHERE g.generation <> g.current AND g.bytes > 0 AND NOT g.is_open AND NOT g.is_kept) AS by_nothing
              FROM (SELECT n.generation, c.current, b.began_at,
                           (SELECT sum(pg_relation_size(format('fanout.%s_%s', t.name, lpad(n.generation::text, 2, '0'))::regclass))
                              FROM (VALUES ('tasks'), ('results'), ('failures')) t (name)) AS bytes,
                           EXISTS (SELECT FROM fanout.runs o WHERE o.status = 'started' AND o.generation = n.generation) AS is_open,
                           EXISTS (SELECT FROM fanout.runs o WHERE o.status <> 'started' AND o.generation = n.generation) AS is_kept
                      FROM generate_series(0, 15) n (generation)
                     CROSS JOIN (SELECT CASE WHEN s.is_called THEN s.last_value ELSE 0 END AS current FROM fanout.generation_seq s) c
                      LEFT JOIN fanout.generations b ON b.generation = n.generation) g) r;
END;
COMMENT ON FUNCTION fanout.health_of_storage IS 'For fanout.health: whether the ring of generations turns, and what holds it';

CREATE FUNCTION fanout.health(longest_wait interval DEFAULT '15 min', oldest_snapshot interval DEFAULT '1 h')
RETURNS TABLE (what text, status text, detail text, hint text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off
BEGIN ATOMIC
    SELECT h.what, h.status, h.detail, h.hint FROM fanout.health_of_installation() h
     UNION ALL
    SELECT h.what, h.status, h.detail, h.hint FROM fanout.health_of_queue(longest_wait) h
     UNION ALL
    SELECT h.what, h.status, h.detail, h.hint FROM fanout.health_of_workers() h
     UNION ALL
    SELECT h.what, h.status, h.detail, h.hint FROM fanout.health_of_server(oldest_snapshot) h
     UNION ALL
    SELECT h.what, h.status, h.detail, h.hint FROM fanout.health_of_storage() h;
END;
COMMENT ON FUNCTION fanout.health IS
    'What an administrator would look at first, a row a check: ok, warning or bad; the figures; what to do. longest_wait: how long work may wait that nobody does; oldest_snapshot: how old a transaction may be that holds back vacuum. For operators and pg_monitor: without names of runs, and without inputs, outputs and errors';
