-- What is kept, and what keeps it.

CREATE FUNCTION fanout.usual_retention(has_failed boolean) RETURNS interval STABLE
LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_usual_retention';
COMMENT ON FUNCTION fanout.usual_retention IS
    'For fanout.storage_overview: fanout.retention_failed, or fanout.retention, of a flow that says nothing else; null: for ever';

CREATE VIEW fanout.storage_overview WITH (security_barrier) AS
SELECT g.generation, g.generation = c.current AS is_current, n.runs_started, n.runs_ended, n.oldest, b.bytes,
       CASE WHEN g.generation = c.current THEN 'current: new runs start here'
            WHEN n.runs_started > 0 THEN pg_catalog.format('%s open runs, the oldest since %s', n.runs_started, n.oldest_open)
            WHEN n.runs_ended > 0 THEN 'ended runs, kept ' || CASE WHEN n.kept_for_ever THEN 'for ever'
                                                              ELSE coalesce('until ' || n.kept_until, 'with their parents') END
            WHEN b.has_rows THEN 'nothing: maintenance truncates it once nobody has a lock or an older snapshot'
            ELSE 'empty' END AS kept_by
  FROM pg_catalog.generate_series(0, 15) g (generation)
 CROSS JOIN (SELECT CASE WHEN s.is_called THEN s.last_value ELSE 0 END AS current FROM fanout.generation_seq s) c
 CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE r.status = 'started') AS runs_started, count(*) FILTER (WHERE r.status <> 'started') AS runs_ended,
              min(r.started_at) AS oldest, min(r.started_at) FILTER (WHERE r.status = 'started') AS oldest_open,
              -- A child run goes with its parent.
              bool_or(k.retention IS NULL) FILTER (WHERE r.parent_state_id IS NULL) AS kept_for_ever,
              max(r.completed_at + k.retention) FILTER (WHERE r.parent_state_id IS NULL) AS kept_until
         FROM fanout.runs r JOIN fanout.flows f ON f.flow_id = r.flow_id
        CROSS JOIN LATERAL (SELECT CASE r.status WHEN 'failed' THEN f.retention_failed ELSE f.retention END AS own) o
        CROSS JOIN LATERAL (SELECT CASE WHEN o.own IS NULL THEN fanout.usual_retention(r.status = 'failed')
                                        WHEN o.own > '0' THEN o.own END AS retention) k
        WHERE r.generation = g.generation) n
 CROSS JOIN LATERAL (
       SELECT sum(pg_catalog.pg_total_relation_size(p.name))::bigint AS bytes, sum(pg_catalog.pg_relation_size(p.name)) > 0 AS has_rows
         FROM (SELECT pg_catalog.format('fanout.%s_%s', t.name, pg_catalog.lpad(g.generation::text, 2, '0'))::regclass AS name
                 FROM (VALUES ('tasks'), ('results'), ('failures')) t (name)) p) b
 WHERE pg_catalog.has_function_privilege(current_user, 'fanout.is_operator()', 'EXECUTE') OR fanout.is_monitor()
 ORDER BY g.generation;
COMMENT ON VIEW fanout.storage_overview IS
    'For operators: a row a generation, of tasks, results and failures: the runs in it, the oldest of them, its size, and what keeps it from being given back';
