-- What a daemon serves to Prometheus about the whole of the queue, and a person reads in psql. It runs as its owner, and
-- so counts everybody's tasks, but shows nothing of them beyond the names of queues and handlers.

CREATE FUNCTION fanout.metrics() RETURNS TABLE (name text, labels jsonb, value double precision)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    WITH queued AS (
        SELECT q.*, pg_catalog.jsonb_build_object('queue', q.queue, 'handler', q.handler) AS labels
          FROM fanout.queue_overview q
    ), waiting AS (
        SELECT pg_catalog.jsonb_build_object('queue', q.queue, 'handler', q.handler) AS labels, s.started_at,
               CASE WHEN q.available_at IS NULL THEN 'queued' WHEN q.parked_on IS NOT NULL THEN 'limit'
                    WHEN q.attempt > 1 THEN 'retry' ELSE 'delayed' END AS reason
          FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id)
         WHERE q.worker_id IS NULL AND r.status = 'started'
    )
    SELECT 'fanout_queue_tasks', q.labels || pg_catalog.jsonb_build_object('state', s.state), s.tasks::double precision
      FROM queued q CROSS JOIN LATERAL (VALUES ('waiting', q.waiting), ('delayed', q.delayed), ('claimed', q.claimed))
           AS s (state, tasks)
    UNION ALL
    SELECT 'fanout_queue_oldest_seconds', q.labels || pg_catalog.jsonb_build_object('reason', o.reason),
           coalesce(greatest(extract(epoch FROM pg_catalog.clock_timestamp() - min(w.started_at)), 0), 0)::double precision
      FROM queued q CROSS JOIN (VALUES ('queued'), ('limit'), ('retry'), ('delayed')) AS o (reason)
      LEFT JOIN waiting w ON w.labels = q.labels AND w.reason = o.reason
     GROUP BY q.labels, o.reason
    UNION ALL
    SELECT 'fanout_workers', pg_catalog.jsonb_build_object('state', s.state), count(w.worker_id)::double precision
      FROM (VALUES ('busy'), ('idle'), ('suspect')) AS s (state)
      LEFT JOIN fanout.workers_overview w
        ON s.state = CASE WHEN w.suspect THEN 'suspect' WHEN w.in_flight > 0 THEN 'busy' ELSE 'idle' END
     GROUP BY s.state
    UNION ALL
    -- Completed runs are the many, and aren't counted: this reads an index of the others.
    SELECT 'fanout_runs', pg_catalog.jsonb_build_object('status', s.status), count(r.status)::double precision
      FROM (VALUES ('started'), ('failed'), ('cancelled')) AS s (status)
      LEFT JOIN fanout.runs r ON r.status = s.status AND r.status <> 'completed'
     GROUP BY s.status
    UNION ALL
    SELECT 'fanout_health', pg_catalog.jsonb_build_object('what', h.what),
           CASE h.status WHEN 'ok' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END::double precision
      FROM fanout.health() h;
END;
COMMENT ON FUNCTION fanout.metrics IS
    'What the daemon serves to Prometheus: fanout_queue_tasks (waiting, delayed, claimed) and fanout_queue_oldest_seconds (since the step of the oldest task that waits started, by what it waits for: queued, a limit, a retry, or delayed by a start_delay) by queue and handler, fanout_workers by state, fanout_runs by status but completed, fanout_health by check of fanout.health: 0 ok, 1 warning, 2 bad';
