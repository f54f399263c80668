#include "server/page_statements.hpp"

namespace fanout::worker_detail::page_statements {

const page_statement runs{R"(
SELECT json_build_object('more', count(*) > 50, 'runs', coalesce(json_agg(json_build_object(
           'run_id', r.run_id, 'flow', r.flow, 'name', r.name, 'status', r.status, 'done', r.done, 'total', r.total,
           'failed', r.failed, 'started_at', r.started_at, 'elapsed', extract(epoch FROM r.elapsed),
           'eta', extract(epoch FROM r.eta), 'error', left(r.error, 300), 'parent', r.parent_run_id, 'paused', r.paused)
           ORDER BY r.place) FILTER (WHERE r.place <= 50), '[]'))
  FROM (SELECT o.*, row_number() OVER (ORDER BY o.started_at DESC, o.run_id DESC) AS place FROM fanout.runs_overview o
         WHERE ($1::text IS NULL OR o.flow = $1) AND ($2::text IS NULL OR o.status = $2)
           AND ($3::timestamptz IS NULL
                OR o.started_at <= $3::timestamptz AND (o.started_at < $3::timestamptz OR o.run_id < $4::uuid))
         ORDER BY o.started_at DESC, o.run_id DESC LIMIT 51) r)"};

const page_statement flows{R"(
SELECT json_build_object('flows', coalesce(json_agg(f.flow ORDER BY f.flow), '[]'))
  FROM (SELECT o.flow FROM fanout.flows_overview o WHERE o.is_current ORDER BY o.flow LIMIT 1000) f)"};

// What the views have of the steps is computed for all of them at once: joined as they are, it would be once a pair.
const page_statement run{R"(
WITH steps AS MATERIALIZED (
    SELECT s.step_slug, s.step_type, s.handler, s.status, s.done, s.total, s.failed, s.retries, s.tasks_per_second, s.error, s.started_at,
           s.waiting_p50, s.executing_p50, s.executing_p95, s.executing_max
      FROM fanout.steps_overview s WHERE s.run_id = $1::uuid
), times AS MATERIALIZED (
    SELECT t.step_slug, t.ready_at, t.began_at, t.ended_at, t.dependencies, t.starting, t.delay, t.queue, t.limits, t.execution, t.pauses,
           t.gathering
      FROM fanout.step_times t WHERE t.run_id = $1::uuid
), definitions AS MATERIALIZED (
    SELECT d.step_slug, d.place, d.depends_on, d.source, d.is_pipelined, d.queue, d.limits
      FROM fanout.runs_overview r JOIN fanout.flow_steps d ON d.flow = r.flow AND d.version = r.version WHERE r.run_id = $1::uuid
)
SELECT json_build_object(
           'run_id', r.run_id, 'flow', r.flow, 'version', r.version, 'name', r.name, 'status', r.status, 'done', r.done,
           'total', r.total, 'failed', r.failed, 'started_at', r.started_at, 'completed_at', r.completed_at,
           'elapsed', extract(epoch FROM r.elapsed), 'eta', extract(epoch FROM r.eta), 'error', r.error,
           'priority', r.priority, 'parent', r.parent_run_id, 'paused', r.paused,
           'pause', (SELECT json_build_object('reason', p.reason, 'by', p.paused_by::text, 'at', p.paused_at)
                       FROM fanout.pauses_overview p WHERE p.run_id = r.run_id),
           'critical', ARRAY(SELECT c.step_slug FROM fanout.critical_path(r.run_id) c),
           'steps', (
    SELECT coalesce(json_agg(json_build_object(
               'step', s.step_slug, 'type', s.step_type, 'handler', s.handler, 'status', s.status, 'done', s.done,
               'total', s.total, 'failed', s.failed, 'retries', s.retries, 'rate', s.tasks_per_second, 'error', s.error,
               'waiting_p50', extract(epoch FROM s.waiting_p50), 'executing_p50', extract(epoch FROM s.executing_p50),
               'executing_p95', extract(epoch FROM s.executing_p95), 'executing_max', extract(epoch FROM s.executing_max),
               'depends_on', d.depends_on, 'source', d.source, 'is_pipelined', d.is_pipelined, 'queue', d.queue,
               'limits', d.limits,
               'ready', CASE WHEN s.started_at IS NOT NULL THEN extract(epoch FROM t.ready_at - r.started_at) END,
               'began', CASE WHEN s.started_at IS NOT NULL THEN extract(epoch FROM t.began_at - r.started_at) END,
               'gathered', extract(epoch FROM t.gathering),
               'ended', CASE WHEN s.started_at IS NOT NULL THEN extract(epoch FROM t.ended_at - r.started_at) END,
               'parts', json_build_object(
                   'dependencies', extract(epoch FROM t.dependencies), 'starting', extract(epoch FROM t.starting),
                   'delay', extract(epoch FROM t.delay), 'queue', extract(epoch FROM t.queue),
                   'limits', extract(epoch FROM t.limits), 'execution', extract(epoch FROM t.execution),
                   'pauses', extract(epoch FROM t.pauses), 'gathering', extract(epoch FROM t.gathering)))
               ORDER BY d.place), '[]')
      FROM steps s JOIN definitions d USING (step_slug) JOIN times t USING (step_slug)))
  FROM fanout.runs_overview r WHERE r.run_id = $1::uuid)"};

const page_statement reasons{R"(
SELECT (SELECT json_build_object('count', count(*), 'reasons', coalesce(json_agg(json_build_object(
                   'step', w.step_slug, 'tasks', w.tasks, 'reason', w.reason, 'detail', left(w.detail, 2000), 'since', w.since,
                   'hint', w.hint) ORDER BY w.place) FILTER (WHERE w.place <= 30), '[]'))
          FROM fanout.why(r.run_id) WITH ORDINALITY w (step_slug, tasks, reason, detail, since, hint, place))
  FROM fanout.runs_overview r WHERE r.run_id = $1::uuid)"};

// Items may be large.
const page_statement failures{R"(
SELECT json_build_object(
           'steps', (SELECT coalesce(json_agg(json_build_object('step', e.step_slug, 'error', e.error, 'failed_at', e.failed_at)
                                              ORDER BY e.failed_at), '[]')
                       FROM fanout.step_errors e WHERE e.run_id = r.run_id),
           'tasks', (SELECT coalesce(json_agg(json_build_object(
                                'step', e.step_slug, 'index', e.task_index, 'position', e.position, 'attempts', e.attempts,
                                'error', left(e.error, 2000), 'item', left(e.item::text, 500), 'failed_at', e.failed_at)
                                ORDER BY e.step_slug, e.task_index, e.position), '[]')
                       FROM (SELECT * FROM fanout.task_errors a WHERE a.run_id = r.run_id LIMIT 50) e))
  FROM fanout.runs_overview r WHERE r.run_id = $1::uuid)"};

const page_statement system{R"(
SELECT json_build_object(
           'queues', (SELECT coalesce(json_agg(json_build_object(
                                 'queue', q.queue, 'handler', q.handler, 'waiting', q.waiting, 'delayed', q.delayed,
                                 'claimed', q.claimed, 'oldest', extract(epoch FROM CASE WHEN clock_timestamp() < q.oldest THEN '0' ELSE clock_timestamp() - q.oldest END),
                                 'paused', q.paused) ORDER BY q.queue, q.handler), '[]')
                        FROM (SELECT * FROM fanout.queue_overview ORDER BY queue, handler LIMIT 500) q),
           'paused', (SELECT coalesce(json_agg(json_build_object(
                                 'queue', p.queue, 'reason', p.reason, 'by', p.paused_by::text, 'at', p.paused_at) ORDER BY p.queue), '[]')
                        FROM (SELECT * FROM fanout.pauses_overview WHERE queue IS NOT NULL ORDER BY queue LIMIT 500) p),
           'may_pause', has_function_privilege('fanout.pause_queue(text, text)', 'EXECUTE'),
           'limits', (SELECT coalesce(json_agg(json_build_object(
                                 'name', l.name, 'run_id', l.run_id, 'step', l.step_slug, 'in_flight', l.in_flight,
                                 'max_concurrency', l.max_concurrency, 'waiting', l.waiting, 'rate', l.rate,
                                 'per', extract(epoch FROM l.per), 'burst', l.burst, 'tokens', l.tokens)
                                 ORDER BY l.name, l.run_id, l.step_slug), '[]')
                        FROM (SELECT * FROM fanout.limits_overview ORDER BY name, run_id, step_slug LIMIT 500) l),
           'workers', (SELECT coalesce(json_agg(json_build_object(
                                  'name', w.name, 'handlers', w.handlers, 'queues', w.queues, 'slots', w.slots,
                                  'in_flight', w.in_flight, 'seen', extract(epoch FROM CASE WHEN clock_timestamp() < w.seen_at THEN '0' ELSE clock_timestamp() - w.seen_at END), 'suspect', w.suspect, 'idle', w.idle,
                                  'version', w.version) ORDER BY w.name, w.worker_id), '[]')
                         FROM (SELECT * FROM fanout.workers_overview ORDER BY name, worker_id LIMIT 500) w)))"};

const page_statement health{R"(
SELECT json_build_object('health', json_agg(json_build_object(
           'what', h.what, 'status', h.status, 'detail', h.detail, 'hint', h.hint)
           ORDER BY CASE h.status WHEN 'bad' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, h.what))
  FROM fanout.health() h)"};

const page_statement cancel_run{
    "SELECT json_build_object('changed', fanout.cancel_run($1::uuid, coalesce($2, 'cancelled from the status page')))",
    false};
const page_statement resume_run{
    "SELECT json_build_object('changed', fanout.resume_run($1::uuid, failed_items => coalesce($2::boolean, false)))",
    false};
const page_statement pause_run{"SELECT json_build_object('changed', fanout.pause_run($1::uuid, $2::text))",
                               false};
const page_statement continue_run{"SELECT json_build_object('changed', fanout.continue_run($1::uuid))",
                                  false};
const page_statement retry_task{
    "SELECT json_build_object('changed', fanout.retry_task($1::uuid, $2::text, $3::int) IS NOT NULL)", false};
const page_statement pause_queue{
    "SELECT json_build_object('changed', fanout.pause_queue($1::text, $2::text))", false};
const page_statement continue_queue{"SELECT json_build_object('changed', fanout.continue_queue($1::text))",
                                    false};

}  // namespace fanout::worker_detail::page_statements
