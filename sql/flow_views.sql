-- What has been defined. As of runs, each caller sees what is theirs.

CREATE VIEW fanout.flows_overview WITH (security_barrier) AS
SELECT f.flow_slug AS flow, f.version,
       NOT EXISTS (SELECT FROM fanout.flows n WHERE n.flow_slug = f.flow_slug AND n.version > f.version) AS is_current,
       f.owner, (SELECT count(*) FROM fanout.steps t WHERE t.flow_id = f.flow_id) AS steps,
       f.max_attempts, f.base_delay, f.max_delay, f.timeout, f.run_timeout, f.retention, f.retention_failed, f.description, f.created_at,
       (SELECT max(r.started_at) FROM fanout.runs r WHERE r.flow_id = f.flow_id) AS last_started_at
  FROM fanout.flows f
 WHERE fanout.may_see(f.owner)
    -- Who may read descriptions here sees no others'.
    OR (SELECT fanout.is_monitor() AND NOT pg_catalog.has_column_privilege('fanout.flows_overview', 'description', 'SELECT'));
COMMENT ON VIEW fanout.flows_overview IS
    'A row a version of a flow: its options, how many steps it has, and when a run of it started last. New runs start on the current version';

CREATE VIEW fanout.flow_steps WITH (security_barrier) AS
SELECT f.flow_slug AS flow, f.version, row_number() OVER (PARTITION BY f.flow_slug, f.version ORDER BY t.position, t.step_slug) AS place, t.step_slug, t.step_type, t.handler, d.depends_on,
       CASE t.step_type WHEN 'fanout' THEN coalesce(t.fanout_from, d.depends_on[1]) END AS source,
       t.fanout_path, t.context, t.pipelined_step_id IS NOT NULL AS is_pipelined,
       coalesce(t.max_attempts, f.max_attempts) AS max_attempts, coalesce(t.base_delay, f.base_delay) AS base_delay,
       coalesce(t.max_delay, f.max_delay) AS max_delay, coalesce(t.timeout, f.timeout) AS timeout,
       t.schedule_timeout, t.heartbeat_timeout, t.start_delay, t.queue, t.priority, t.limits, t.batch_size, t.max_concurrency, t.on_failure,
       t.tolerated_failures, t.tolerated_failure_percentage, t.retry_budget, t.output_mode,
       CASE t.fanout_from WHEN 'stream' THEN t.max_buffered END AS max_buffered
  FROM fanout.flows f
  JOIN fanout.steps t ON t.flow_id = f.flow_id
 CROSS JOIN LATERAL (
       SELECT ARRAY(SELECT b.step_slug FROM fanout.deps e JOIN fanout.steps b ON b.step_id = e.dep_step_id
                     WHERE e.step_id = t.step_id ORDER BY b.position, b.step_slug) AS depends_on) d
 WHERE fanout.may_see(f.owner);
COMMENT ON VIEW fanout.flow_steps IS
    'A row a step of a version of a flow, with its options, those of the flow where it has none of its own, and what it depends on. place: each step comes behind those. source: what a fan-out''s items come from; is_pipelined: one by one, as they are done there';
