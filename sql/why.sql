-- Why isn't it done yet? What each unfinished task waits for, told apart by what is there anyway: the queue's rows, which are ranges, and for
-- what stands in none of them the counters. So a run of a million tasks is answered as quickly as one of ten.

-- A task that is in no queue row has not been inserted yet, has a child run, waits for the item of another step, or for its turn. Of the
-- first two either count follows from the other, but for a start of child runs, of which as many are counted as a look may take.
CREATE VIEW fanout.steps_under_way AS
SELECT r.run_id, r.owner, r.started_at AS run_started_at, s.state_id, s.status, s.error, s.started_at, s.completed_at, s.is_open, s.total_tasks, t.step_slug, t.position, t.handler, t.queue,
       b.source_slug, n.unfinished, q.start_id, p.pause_id, c.children, least(n.rest - c.children, b.remaining) AS awaited,
       n.rest - c.children - least(n.rest - c.children, b.remaining) AS others,
       a.some_alone
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.unfinished_tasks u ON u.state_id = s.state_id
 CROSS JOIN LATERAL (SELECT fanout.pause_of_run(r.run_id) AS pause_id OFFSET 0) p
 CROSS JOIN LATERAL (
       SELECT coalesce(sum(q.width) FILTER (WHERE q.kind IN ('task', 'child', 'count')), 0) AS width, min(q.queue_id) FILTER (WHERE q.kind = 'start') AS start_id
         FROM fanout.queue q WHERE q.state_id = s.state_id) q
 CROSS JOIN LATERAL (
       SELECT CASE WHEN s.total_tasks IS NULL THEN 1 ELSE u.remaining END AS unfinished,
              CASE s.status WHEN 'started' THEN greatest(u.remaining - q.width, 0) ELSE 0 END AS rest OFFSET 0) n
 CROSS JOIN LATERAL (
       SELECT min(a.step_slug) AS source_slug, CASE WHEN q.start_id IS NULL THEN coalesce(sum(g.remaining), 0) ELSE 0 END AS remaining
         FROM fanout.step_states e
         JOIN fanout.steps a ON a.step_id = e.step_id
         JOIN fanout.unfinished_tasks g ON g.state_id = e.state_id
        WHERE e.run_id = s.run_id AND e.step_id = t.pipelined_step_id) b
 -- Tasks that were retried run alone: those that have not run are in no row either.
 CROSS JOIN LATERAL (
       SELECT n.rest > b.remaining AND EXISTS (SELECT FROM fanout.step_states e WHERE e.run_id = s.run_id AND e.retries_alone) AS some_alone OFFSET 0) a
 CROSS JOIN LATERAL (
       SELECT CASE WHEN n.rest = 0 OR t.handler NOT LIKE 'flow:%' THEN 0
                   WHEN q.start_id IS NOT NULL OR a.some_alone OR t.max_concurrency = 1 AND (b.source_slug IS NOT NULL OR t.fanout_from = 'stream') THEN
                       least(n.rest, (SELECT count(*) FROM (SELECT FROM fanout.runs c WHERE c.parent_state_id = s.state_id AND c.status = 'started' LIMIT 10000) c))
                   ELSE n.rest - least(n.rest, b.remaining) END AS children OFFSET 0) c
 WHERE r.status = 'started' AND s.status IN ('created', 'started', 'failed');
COMMENT ON VIEW fanout.steps_under_way IS
    'For fanout.unfinished_work: a row a step that is not completed of a run that goes on; of its unfinished tasks that are in no row of the queue how many have child runs, how many wait for items of the step over which it is pipelined, and the others';

-- The columns that take long are computed for who asks for them.
CREATE VIEW fanout.unfinished_work WITH (security_barrier) AS
SELECT s.run_id, s.step_slug, s.position, w.queue_id, w.place, w.indexes, w.tasks, w.reason, w.subject, w.what, w.since, w.until, w.queue, w.handler, w.priority, w.virtual_time, w.virtual_step, w.before,
       s.source_slug
  FROM fanout.steps_under_way s
 CROSS JOIN LATERAL (
       SELECT q.queue_id, CASE WHEN q.queue_id = s.start_id THEN 'start' END AS place,
              CASE WHEN q.kind IN ('task', 'child', 'count') THEN q.indexes END AS indexes,
              CASE WHEN q.kind IN ('task', 'child', 'count') THEN q.width
                   WHEN q.queue_id = s.start_id THEN CASE s.status WHEN 'created' THEN s.unfinished ELSE s.others END
                   ELSE 0 END AS tasks, k.reason,
              CASE k.reason WHEN 'paused' THEN p.pause_id WHEN 'limit' THEN l.limit_id END::text AS subject,
              CASE k.reason
                   WHEN 'silent_worker' THEN CASE WHEN h.name IS NULL THEN format('worker %s is gone, and what it had is about to go back into the queue', q.worker_id)
                        ELSE format('worker "%s" was last heard of at %s; its lease ends at %s', h.name, date_trunc('second', h.seen_at), date_trunc('second', h.leased_until)) END
                   WHEN 'running' THEN format('worker "%s"', h.name)
                   WHEN 'paused' THEN CASE
                       WHEN p.pause_id IS NOT NULL THEN
                            CASE WHEN p.queue IS NOT NULL THEN format('queue "%s"', p.queue) WHEN p.flow_slug IS NOT NULL THEN format('flow "%s"', p.flow_slug)
                                 WHEN p.run_id = s.run_id THEN 'the run' ELSE format('run %s above it', p.run_id) END
                            || format(' was paused by %s', p.paused_by) || coalesce(': ' || p.reason, ', without a reason')
                       WHEN q.unowned THEN format('the run''s owner is missing: %s', s.owner)
                       ELSE 'put aside, for it could neither go on nor fail: ' || coalesce(q.reason, 'the server''s log says why') END
                   WHEN 'limit' THEN CASE WHEN l.name IS NULL THEN 'the max_concurrency of the step' ELSE format('limit "%s"', l.name) END
                        || coalesce(format(': %s of ', l.in_flight) || l.max_concurrency || ' in flight', '')
                        || CASE WHEN l.rate IS NULL THEN '' ELSE format('; %s per %s', l.rate, fanout.duration_text(l.per)) END
                        || coalesce(', next token at ' || date_trunc('milliseconds', l.wake_at), '')
                   WHEN 'no_worker' THEN CASE WHEN q.kind IN ('task', 'child') THEN format('no live worker serves handler "%s" of queue "%s"', s.handler, q.queue)
                                              ELSE format('the engine''s own work waits, and no live worker serves "%s" of queue "%s"', q.handler, q.queue) END
                       || CASE WHEN v.silent IS NOT NULL THEN format('; silent: %s', fanout.some_of(v.silent)) ELSE '' END
                       || coalesce((SELECT format('; worker "%s" did until %s', g.name, date_trunc('second', g.gone_at)) FROM fanout.past_workers g
                                     WHERE q.handler = ANY (g.handlers) AND q.queue = ANY (g.queues) ORDER BY g.gone_at DESC LIMIT 1), '')
                       || CASE WHEN v.elsewhere IS NOT NULL THEN format('; from other queues it is served by %s', fanout.some_of(v.elsewhere)) ELSE '' END
                   WHEN 'large_step' THEN CASE q.kind WHEN 'start' THEN CASE s.status WHEN 'created' THEN 'its start' ELSE 'the rest of its start' END
                                                      WHEN 'finish' THEN 'its end' WHEN 'fail' THEN 'its failure' ELSE 'counting results that are there' END
                       || CASE WHEN q.worker_id IS NULL THEN ' waits for a worker to run it' ELSE format(' is under way at worker "%s"', h.name) END
                       || coalesce('; the last try failed: ' || q.reason, '')
                   WHEN 'child' THEN 'child runs that have ended are being recorded'
                   WHEN 'retry' THEN CASE WHEN q.kind = 'start' THEN 'its source, whose errors fanout.task_failures has, is tried again' ELSE 'tried again' END END AS what,
              CASE k.reason WHEN 'silent_worker' THEN h.seen_at WHEN 'running' THEN q.claimed_at WHEN 'paused' THEN coalesce(p.paused_at, s.started_at)
                            WHEN 'retry' THEN NULL ELSE coalesce(q.claimed_at, s.started_at, s.run_started_at) END AS since,
              CASE WHEN k.reason IN ('retry', 'delayed') THEN q.available_at WHEN k.reason = 'silent_worker' THEN h.leased_until END AS until,
              q.queue, q.handler, q.priority, q.virtual_time, q.virtual_step,
              CASE k.reason WHEN 'queued' THEN
                  (SELECT ARRAY[coalesce(sum(x.tasks), 0), count(*)]
                     FROM ((SELECT x.width AS tasks FROM fanout.queue x
                             WHERE x.worker_id IS NULL AND x.available_at IS NULL AND x.queue = q.queue AND x.handler = q.handler AND x.priority > q.priority LIMIT 1000)
                            UNION ALL
                           -- Of each row what is served until it has come to the time of this one.
                           (SELECT least(x.width, (q.virtual_time - x.virtual_time) / x.virtual_step + 1) FROM fanout.queue x
                             WHERE x.worker_id IS NULL AND x.available_at IS NULL AND x.queue = q.queue AND x.handler = q.handler
                               AND x.priority = q.priority AND x.virtual_time < q.virtual_time LIMIT 1000)) x) END AS before
         FROM fanout.queue q
         LEFT JOIN LATERAL (SELECT w.name, w.seen_at, w.leased_until, w.is_live FROM fanout.known_workers w WHERE w.worker_id = q.worker_id OFFSET 0) h ON true
         LEFT JOIN LATERAL (SELECT p.pause_id, p.queue, p.flow_slug, p.run_id, p.reason, p.paused_by, p.paused_at FROM fanout.pauses p
                             WHERE q.kind = 'task' AND (p.pause_id = s.pause_id OR p.queue = q.queue) ORDER BY p.queue NULLS FIRST LIMIT 1) p ON true
         LEFT JOIN fanout.limits l ON l.limit_id = q.parked_on
        CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE x.queue_fits AND x.is_live) > 0 AS is_served,
                     array_agg(format('worker "%s"', x.name)) FILTER (WHERE x.queue_fits AND NOT x.is_live) AS silent,
                     array_agg(format('worker "%s"', x.name)) FILTER (WHERE NOT x.queue_fits AND x.is_live) AS elsewhere
                FROM (SELECT w.name, w.is_live, q.queue = ANY (w.queues) AS queue_fits
                        FROM fanout.known_workers w WHERE q.worker_id IS NULL AND q.handler = ANY (w.handlers)) x) v
        CROSS JOIN LATERAL (
              SELECT CASE WHEN q.worker_id IS NOT NULL THEN
                               CASE WHEN h.is_live IS NOT TRUE THEN 'silent_worker' WHEN q.kind = 'task' THEN 'running' WHEN q.kind = 'child' THEN 'child' ELSE 'large_step' END
                          WHEN q.unowned OR p.pause_id IS NOT NULL THEN 'paused'
                          WHEN l.limit_id IS NOT NULL THEN 'limit'
                          WHEN q.available_at = 'infinity' AND q.parked_on IS NULL THEN 'paused'
                          WHEN q.kind = 'start' AND s.status = 'created' AND q.available_at > statement_timestamp() THEN 'retry'
                          WHEN q.kind = 'task' AND q.available_at > statement_timestamp() THEN CASE WHEN q.attempt > 1 THEN 'retry' ELSE 'delayed' END
                          WHEN NOT v.is_served THEN 'no_worker'
                          WHEN q.kind = 'task' THEN 'queued' WHEN q.kind = 'child' THEN 'child' ELSE 'large_step' END AS reason) k
        WHERE q.state_id = s.state_id AND q.kind <> 'retry'
       UNION ALL
       SELECT NULL, x.place, NULL, x.tasks, x.reason, x.place, x.what, x.since, NULL, NULL, NULL, NULL, NULL, NULL, NULL
         FROM (SELECT 'child' AS place, s.children AS tasks, 'child' AS reason,
                      (SELECT c.run_id::text FROM fanout.runs c WHERE c.parent_state_id = s.state_id AND c.status = 'started' LIMIT 1) AS what, s.started_at AS since
                WHERE s.children > 0
               UNION ALL
               SELECT 'source', s.awaited, 'dependency', format('items of step "%s"', s.source_slug), s.started_at WHERE s.awaited > 0
               UNION ALL
               SELECT 'order', s.others, 'queued', NULL, s.started_at WHERE s.others > 0 AND s.start_id IS NULL AND NOT s.some_alone
               UNION ALL
               SELECT 'order', s.others, 'dependency', 'tasks that were retried run alone: these go on once no failure is left', s.started_at
                WHERE s.others > 0 AND s.start_id IS NULL AND s.some_alone
               UNION ALL
               SELECT 'end', s.unfinished, 'ended', 'the step has failed: ' || s.error, s.completed_at WHERE s.status = 'failed'
               UNION ALL
               SELECT 'stream', 0, 'dependency', 'the stream is open: more items may be pushed', s.started_at WHERE s.is_open
               UNION ALL
               SELECT 'source', s.unfinished, 'dependency',
                      (SELECT 'waits for ' || fanout.some_of(array_agg(format('step "%s"', a.step_slug)
                                  || CASE g.status WHEN 'started' THEN format(' (%s of %s tasks done)', g.total_tasks - u.remaining, g.total_tasks) ELSE '' END
                                  ORDER BY g.status DESC, a.position))
                         FROM fanout.step_states m
                         JOIN fanout.deps d ON d.step_id = m.step_id
                        -- Not all states of the run, to look among them for those that it depends on.
                        CROSS JOIN LATERAL (SELECT g.state_id, g.status, g.total_tasks FROM fanout.step_states g
                                             WHERE g.run_id = m.run_id AND g.step_id = d.dep_step_id AND g.status <> 'completed' OFFSET 0) g
                         JOIN fanout.unfinished_tasks u ON u.state_id = g.state_id
                         JOIN fanout.steps a ON a.step_id = d.dep_step_id
                        WHERE m.state_id = s.state_id), s.run_started_at
                WHERE s.status = 'created' AND s.start_id IS NULL) x) w
 WHERE fanout.may_see(s.owner);
COMMENT ON VIEW fanout.unfinished_work IS
    'For fanout.why: a row a queue row of a run that goes on, and for what is in none; what its tasks wait for; place says of tasks that are in none which they are; before: how many tasks are served before, and how many rows that are, up to 1000 of the same priority and of higher ones';

CREATE FUNCTION fanout.end_of_task(run_id uuid, step_slug text, task_index int) RETURNS text STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
    step record;
    task record;
BEGIN
    SELECT s.status, s.total INTO step FROM fanout.steps_overview s WHERE s.run_id = $1 AND s.step_slug = $2;
    IF task_index < 0 OR task_index >= step.total THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('step "%s" of run %s: task_index is %s, and it has %s', step_slug, run_id, task_index,
                                                                  CASE step.total WHEN 1 THEN '1 task' ELSE coalesce(step.total || ' tasks', 'none yet') END),
            HINT = 'Tasks count from 0; fanout.step_tasks lists them.';
    END IF;
    SELECT k.status, k.error, k.attempts, k.completed_at INTO task FROM fanout.step_tasks k
     WHERE k.run_id = $1 AND k.step_slug = $2 AND k.task_index = $3;
    IF task.completed_at IS NOT NULL THEN
        RETURN format('task %s %s at %s, attempt %s', task_index, task.status, date_trunc('second', task.completed_at), task.attempts)
               || CASE task.status WHEN 'failed' THEN coalesce(': ' || task.error, '') ELSE '' END;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION fanout.end_of_task IS 'For fanout.why: how a task has ended; null where it hasn''t; an error where there is no such task';

-- As a row of fanout.why, which can't be in PL/pgSQL itself: a parameter and a column have one name.
CREATE FUNCTION fanout.reasons_of_end(of_run uuid, of_step text, of_task int)
RETURNS TABLE (step_slug text, tasks bigint, reason text, detail text, since timestamptz, hint text) STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE
    run record;
    step record;
    task text;
BEGIN
    PERFORM fanout.run_status(of_run);
    IF of_step IS NOT NULL THEN
        PERFORM fanout.check_step(of_run, of_step);
    ELSIF of_task IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('why: task_index is %s, and step_slug is null', of_task),
            HINT = format('Name the step: one of %s.', (SELECT array_to_string(array_agg(s.step_slug ORDER BY s.step_slug), ', ') FROM fanout.steps_overview s WHERE s.run_id = of_run));
    END IF;
    IF of_task IS NOT NULL THEN
        task := fanout.end_of_task(of_run, of_step, of_task);
    END IF;
    SELECT r.status, r.error, r.completed_at, r.total - r.done AS unfinished INTO run FROM fanout.runs_overview r WHERE r.run_id = of_run;
    IF of_step IS NULL THEN
        SELECT NULL AS status, run.unfinished INTO step;
    ELSE
        SELECT s.status, coalesce(s.total - s.done, 1) AS unfinished, s.started_at + s.elapsed AS ended_at
          INTO step FROM fanout.steps_overview s WHERE s.run_id = of_run AND s.step_slug = of_step;
    END IF;
    IF task IS NOT NULL THEN
        RETURN QUERY SELECT of_step, 0::bigint, 'ended', task, NULL::timestamptz,
            CASE WHEN task LIKE format('task %s failed%%', of_task) THEN 'fanout.retry_task runs it again, fanout.settle_task completes it by hand.' END;
    ELSIF step.status = 'completed' THEN
        RETURN QUERY SELECT of_step, 0::bigint, 'ended', 'the step is completed', step.ended_at, NULL::text;
    ELSIF run.status <> 'started' THEN
        RETURN QUERY SELECT of_step, CASE WHEN run.status = 'completed' THEN 0 WHEN of_task IS NOT NULL THEN 1 ELSE step.unfinished END,
            'ended', CASE run.status WHEN 'completed' THEN 'the run is completed' WHEN 'failed' THEN 'the run failed: ' || run.error
                                     ELSE 'the run was cancelled' || coalesce(': ' || run.error, '') END, run.completed_at,
            CASE WHEN run.status <> 'completed' THEN format('SELECT fanout.resume_run(%L) lets it go on where it ended.', of_run) END;
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.reasons_of_end IS
    'For fanout.why: a row where the run, step or task has ended; an error where there is no such';

-- What few rows ask for is planned when one does: all of it together took most of the first answer of a session.

CREATE FUNCTION fanout.rank_of_place(of_run uuid, of_step text, of_task int, place text, source_slug text) RETURNS int STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    CASE place
        WHEN 'child' THEN RETURN (SELECT CASE WHEN count(*) > 0 THEN 0 ELSE 9 END FROM fanout.step_tasks k
                                   WHERE k.run_id = of_run AND k.step_slug = of_step AND k.task_index = of_task AND k.child_run_id IS NOT NULL AND k.status = 'started');
        WHEN 'start' THEN RETURN 1;
        WHEN 'source' THEN RETURN (SELECT CASE WHEN count(*) > 0 THEN 8 ELSE 2 END FROM fanout.step_tasks k
                                    WHERE k.run_id = of_run AND k.step_slug = rank_of_place.source_slug AND k.task_index = of_task AND k.completed_at IS NOT NULL);
        WHEN 'order' THEN RETURN 3;
        ELSE RETURN 10;
    END CASE;
END
$$;
COMMENT ON FUNCTION fanout.rank_of_place IS
    'For fanout.why: of what tasks of a step that are in no row of the queue wait for, how likely that is what this one waits for, the lowest first';

CREATE FUNCTION fanout.detail_of_reason(of_run uuid, of_step text, of_task int, reason text, tasks bigint, what text[], since timestamptz, until timestamptz,
                                        queue_id bigint, first_index int, ahead bigint) RETURNS text STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    task record;
    place record;
    workers record;
    child uuid;
BEGIN
    IF reason IN ('running', 'retry') OR reason = 'child' AND of_task IS NOT NULL THEN
        SELECT k.error, k.progress, k.reported_at, k.child_run_id INTO task FROM fanout.step_tasks k
         WHERE k.run_id = of_run AND k.step_slug = of_step AND k.task_index = first_index;
        child := task.child_run_id;
    END IF;
    CASE reason
        WHEN 'running' THEN
            RETURN format('%s since %s', fanout.some_of(what), date_trunc('second', since))
                || coalesce(format('; task %s reported at %s: ', first_index, date_trunc('second', task.reported_at)) || fanout.printable(task.progress::text, 200), '');
        WHEN 'retry' THEN
            RETURN format('%s at %s', what[1], date_trunc('second', until)) || coalesce(format('; task %s failed: ', first_index) || fanout.printable(task.error, 500), '');
        WHEN 'delayed' THEN
            RETURN format('by start_delay, until %s', date_trunc('second', until));
        WHEN 'queued' THEN
            IF queue_id IS NULL THEN
                RETURN 'its tasks go one at a time, in the order of their items, and those before are not done';
            END IF;
            SELECT w.queue, w.handler, w.before INTO place FROM fanout.unfinished_work w WHERE w.run_id = of_run AND w.queue_id = detail_of_reason.queue_id;
            SELECT sum(o.slots) AS slots, sum(o.in_flight) AS in_flight INTO workers FROM fanout.workers_overview o
             WHERE place.queue = ANY (o.queues) AND place.handler = ANY (o.handlers) AND NOT o.suspect;
            RETURN format('about %s tasks of handler "%s" in queue "%s" are served before%s; the workers that serve them hold %s and have %s slots',
                          place.before[1] + ahead, place.handler, place.queue, CASE WHEN place.before[2] >= 1000 THEN ', or more' ELSE '' END, workers.in_flight, workers.slots);
        WHEN 'child' THEN
            IF queue_id IS NOT NULL THEN
                RETURN what[1];
            END IF;
            RETURN coalesce((SELECT CASE WHEN of_task IS NULL AND tasks > 1 THEN 'child runs, such as ' ELSE 'child ' END
                                    || format('run %s of flow "%s", at %s %%; SELECT * FROM fanout.why(%L)', o.run_id, o.flow, 100 * o.done / greatest(o.total, 1), o.run_id)
                               FROM fanout.runs_overview o WHERE o.run_id = coalesce(child, what[1]::uuid)), what[1]);
        ELSE
            RETURN fanout.some_of(what);
    END CASE;
END
$$;
COMMENT ON FUNCTION fanout.detail_of_reason IS
    'For fanout.why: what it is that holds tasks of a step back; first_index: of which task that is told; ahead: how many of the step are served before that one besides';

CREATE FUNCTION fanout.reasons_to_wait(of_run uuid, of_step text, of_task int)
RETURNS TABLE (step_slug text, tasks bigint, reason text, detail text, since timestamptz, hint text) STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH parts AS MATERIALIZED (
        SELECT u.step_slug, u.position, u.queue_id, u.place, u.indexes, u.tasks, u.reason, u.subject, u.what, u.since, u.until, u.priority, u.virtual_time, u.virtual_step, u.source_slug
          FROM fanout.unfinished_work u WHERE u.run_id = of_run AND (of_step IS NULL OR u.step_slug = of_step)
    ), chosen AS MATERIALIZED (
        SELECT p.step_slug, p.position, p.queue_id, p.indexes, p.tasks, p.reason, p.subject, p.what, p.since, p.until, p.priority, p.virtual_time FROM parts p WHERE of_task IS NULL
         UNION ALL
        (SELECT p.step_slug, p.position, p.queue_id, p.indexes, 1, p.reason, p.subject, p.what, p.since, p.until, p.priority, p.virtual_time
           FROM parts p
          WHERE of_task IS NOT NULL AND (p.place IS NOT NULL OR p.indexes @> of_task)
          -- What isn't in the queue: by what there is of it.
          ORDER BY p.indexes IS NULL, CASE WHEN p.place IS NOT NULL THEN fanout.rank_of_place(of_run, of_step, of_task, p.place, p.source_slug) END LIMIT 1)
    ), grouped AS (
        SELECT c.step_slug, c.position, c.reason, sum(c.tasks)::bigint AS tasks, array_agg(DISTINCT c.what) FILTER (WHERE c.what IS NOT NULL) AS what, min(c.since) AS since, min(c.until) AS until,
               (array_agg(c.queue_id ORDER BY c.priority DESC, c.virtual_time))[1] AS next_id,
               coalesce(of_task, (array_agg(lower(c.indexes) ORDER BY coalesce(c.until, c.since)) FILTER (WHERE c.indexes IS NOT NULL))[1]) AS first_index,
               (array_agg(c.indexes))[1] AS indexes
          FROM chosen c GROUP BY c.step_slug, c.position, c.reason, c.subject
    )
    SELECT g.step_slug, g.tasks, g.reason,
           fanout.detail_of_reason(of_run, g.step_slug, of_task, g.reason, g.tasks, g.what, g.since, g.until, g.next_id, g.first_index,
               -- Its siblings are served beside those of its own row.
               CASE WHEN of_task IS NULL THEN 0 ELSE
                   least((SELECT coalesce(sum(upper(i.range) - lower(i.range)), 0) FROM unnest(g.indexes * int4multirange(int4range(NULL, of_task))) i (range))
                         * (SELECT p.virtual_step FROM parts p WHERE p.queue_id = g.next_id),
                         (SELECT sum(p.tasks) - 1 FROM parts p WHERE p.reason = 'queued' AND p.step_slug = g.step_slug))::bigint END),
           g.since,
           CASE g.reason
               WHEN 'running' THEN 'If it takes too long, look at the worker''s log.'
               WHEN 'retry' THEN 'fanout.retry_task lets a task go now, fanout.settle_task completes it by hand.'
               WHEN 'delayed' THEN 'Nothing to do: add_step(…, start_delay) says so.'
               WHEN 'queued' THEN 'More slots or workers, or fanout.set_priority.'
               WHEN 'limit' THEN CASE WHEN g.what[1] LIKE '%: 0 of 0 in flight%' THEN 'Nothing of it starts until fanout.create_limit raises its max_concurrency.' ELSE 'It goes on as others end. fanout.create_limit changes a named limit, fanout.set_max_concurrency that of a step.' END
               WHEN 'paused' THEN CASE WHEN g.what[1] LIKE 'queue %' THEN 'fanout.continue_queue lets it go on.' WHEN g.what[1] LIKE 'flow %' THEN 'fanout.continue_flow lets it go on.'
                                       WHEN g.what[1] LIKE '%was paused by%' THEN 'fanout.continue_run lets it go on.' WHEN g.what[1] LIKE 'put aside%' THEN 'Mend what refuses it, then cancel and resume the run.'
                                       ELSE 'fanout.reassign_flows gives its flows to a role that is there.' END
               WHEN 'no_worker' THEN 'Start a fanoutd whose configuration has this handler and queue. Why a worker is gone, the log of its machine says.'
               WHEN 'silent_worker' THEN 'Look whether that daemon runs and reaches the server. When its lease has ended, its tasks go to others.'
               WHEN 'dependency' THEN CASE WHEN g.what[1] LIKE 'the stream%' THEN 'fanout.close_items says that no more come.'
                                           WHEN g.what[1] LIKE 'tasks that were retried%' THEN 'fanout.retry_task runs what has failed besides; once the run has ended, fanout.resume_run all of it.'
                                           ELSE 'Look at the step that it waits for.' END
               WHEN 'ended' THEN 'Once the run has ended, fanout.resume_run lets it go on where it ended.'
               WHEN 'child' THEN 'Ask why of the child run.'
               WHEN 'large_step' THEN 'It goes on as soon as a worker runs it: fanoutd does, beside its tasks.' END
      FROM grouped g
     ORDER BY g.position, g.tasks DESC, g.reason;
END
$$;
COMMENT ON FUNCTION fanout.reasons_to_wait IS 'For fanout.why: its rows, of a run that goes on';

-- VOLATILE, as what is in looking.sql, and for the same reason; one snapshot is for both of what it calls.
CREATE FUNCTION fanout.why(run_id uuid, step_slug text DEFAULT NULL, task_index int DEFAULT NULL)
RETURNS TABLE (step_slug text, tasks bigint, reason text, detail text, since timestamptz, hint text) LANGUAGE sql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
    WITH ended AS MATERIALIZED (SELECT * FROM fanout.reasons_of_end($1, $2, $3))
    SELECT * FROM ended
     UNION ALL
    SELECT w.* FROM (SELECT WHERE NOT EXISTS (SELECT FROM ended)) n CROSS JOIN LATERAL fanout.reasons_to_wait($1, $2, $3) w;
$$;
COMMENT ON FUNCTION fanout.why IS
    'Why a run, a step or a task isn''t done yet: a row for each reason of each step, with how many unfinished tasks it holds back, which add up to all of them (a step that has not started counts 1), what it is, since when, and what to do';
