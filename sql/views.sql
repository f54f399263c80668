-- What people look at in psql. Every view shows a user the runs of flows that are theirs, and an operator all.
-- security_barrier: a function in somebody's WHERE does not see the rows that were filtered out.

CREATE VIEW fanout.task_errors WITH (security_barrier) AS
SELECT x.run_id, t.step_slug, x.task_index, x.position, x.item, x.attempts, x.error, x.failed_at
  FROM (SELECT f.run_id, f.step_id, f.task_index, NULL::int AS position, f.item, f.attempts, f.error, f.failed_at
          FROM fanout.failed_tasks f
         UNION ALL
        SELECT a.run_id, a.step_id, a.task_index, a.position, a.item, a.attempts, a.error, a.failed_at
          FROM fanout.items_failed_alone a) x
  JOIN fanout.runs r ON r.run_id = x.run_id
  JOIN fanout.steps t ON t.step_id = x.step_id
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.task_errors IS
    'A row a task that failed for good, or an item that failed alone in its batch: position is its place there';

CREATE VIEW fanout.step_errors WITH (security_barrier) AS
SELECT s.run_id, t.step_slug, s.error, s.completed_at AS failed_at
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 WHERE fanout.may_see(r.owner) AND s.status = 'failed' AND (s.failed_items = 0 OR t.on_failure = 'collect');
COMMENT ON VIEW fanout.step_errors IS
    'A row a step that failed as a whole, and not just because one of its tasks did: its source is no array, say, or more failed than is tolerated';

CREATE VIEW fanout.steps_overview WITH (security_barrier) AS
SELECT s.run_id, f.flow_slug AS flow, t.step_slug, t.step_type, t.handler,
       CASE WHEN r.status <> 'started' AND s.status IN ('created', 'started') THEN 'cancelled' ELSE s.status END AS status,
       s.total_tasks - n.remaining AS done, s.total_tasks AS total, s.failed_items AS failed,
       s.started_at, greatest(coalesce(s.completed_at, r.completed_at, pg_catalog.clock_timestamp()) - s.started_at, '0') AS elapsed,
       pg_catalog.round(((s.total_tasks - n.remaining) / nullif(greatest(extract(epoch FROM
           coalesce(s.completed_at, r.completed_at, pg_catalog.clock_timestamp()) - s.started_at), 0), 0))::numeric, 1)
           AS tasks_per_second,
       CASE s.status WHEN 'completed' THEN s.output END AS output, s.error,
       s.total_items AS items,
       fanout.retries(s.state_id) AS retries,
       w.timed, w.waiting[1] AS waiting_p50, w.waiting[2] AS waiting_p95, w.waiting[3] AS waiting_max,
       w.executing[1] AS executing_p50, w.executing[2] AS executing_p95, w.executing[3] AS executing_max
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.flows f ON f.flow_id = t.flow_id
  JOIN fanout.unfinished_tasks n ON n.state_id = s.state_id
  -- Joined so that who doesn't ask for them doesn't pay for them.
  LEFT JOIN LATERAL (
       SELECT count(*) AS timed,
              percentile_disc(ARRAY[0.5, 0.95, 1]) WITHIN GROUP (ORDER BY greatest(x.claimed_at - s.started_at, '0')) AS waiting,
              percentile_disc(ARRAY[0.5, 0.95, 1]) WITHIN GROUP (ORDER BY greatest(x.completed_at - x.claimed_at, '0')) AS executing
         FROM fanout.task_times(s.state_id) x) w ON true
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.steps_overview IS
    'A row a step of a run: status, tasks done and total, items failed for good, times, tasks a second; retries (10000: so many or more); median, 95th percentile and longest of how long tasks waited until their last attempt was claimed, and of how long that took, of as many as timed says';

CREATE FUNCTION fanout.progress_bar(done bigint, total bigint) RETURNS text IMMUTABLE LANGUAGE sql
RETURN pg_catalog.repeat('█', (20 * done / greatest(total, 1))::int)
    || pg_catalog.repeat('░', 20 - (20 * done / greatest(total, 1))::int)
    || pg_catalog.lpad((100 * done / greatest(total, 1))::text, 4) || '%';
COMMENT ON FUNCTION fanout.progress_bar IS 'A text bar of 20 characters and a percentage';

-- The sums of a run are taken once, when its row is asked for, and not at all for who doesn't ask for them: they are joined to a query that has
-- an order, which an index gives. It is said twice, so that nothing is sorted once more.
CREATE VIEW fanout.runs_overview WITH (security_barrier) AS
SELECT r.run_id, r.flow, r.name, r.status,
       fanout.progress_bar(CASE r.status WHEN 'completed' THEN n.counts[1] ELSE n.counts[2] END, n.counts[1]) AS progress,
       n.counts[2] AS done, n.counts[1] AS total, n.counts[3] AS failed, r.started_at,
       greatest(coalesce(r.completed_at, pg_catalog.clock_timestamp()) - r.started_at, '0') AS elapsed,
       CASE WHEN r.status = 'started' AND n.counts[2] > 0
            THEN greatest(pg_catalog.clock_timestamp() - r.started_at, '0') * ((n.counts[1] - n.counts[2])::float8 / n.counts[2]) END AS eta,
       r.error, r.version, r.priority, r.completed_at,
       (SELECT s.run_id FROM fanout.step_states s WHERE s.state_id = r.parent_state_id) AS parent_run_id,
       fanout.pause_of_run(r.run_id) IS NOT NULL AS paused
  FROM (SELECT r.run_id, f.flow_slug AS flow, r.name, r.status, r.started_at, r.completed_at, r.error, f.version, r.priority, r.parent_state_id
          FROM fanout.runs r
          JOIN fanout.flows f ON f.flow_id = r.flow_id
         WHERE fanout.may_see(r.owner)
            -- Who may read names and errors here sees no others'.
            OR (SELECT fanout.is_monitor() AND NOT pg_catalog.has_column_privilege('fanout.runs_overview', 'name', 'SELECT'))
         ORDER BY r.started_at DESC) r
  LEFT JOIN LATERAL (
       SELECT ARRAY[coalesce(sum(coalesce(u.total_tasks, 1)), 0), coalesce(sum(u.total_tasks - u.remaining), 0),
                    coalesce(sum(u.failed_items), 0)]::bigint[] AS counts
         FROM fanout.unfinished_tasks u WHERE u.run_id = r.run_id) n ON true
 ORDER BY r.started_at DESC;
COMMENT ON VIEW fanout.runs_overview IS
    'A row a run, the newest first: status, a text progress bar, tasks done and total (steps that wait count 1), items failed for good, times and an estimate; of a child run also whose it is; whether it, its flow or a run above it is paused';

CREATE VIEW fanout.step_contexts WITH (security_barrier) AS
SELECT s.state_id, fanout.step_context(s.state_id) AS context
  FROM fanout.step_states s
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.runs r ON r.run_id = s.run_id
 WHERE t.has_context AND fanout.may_see(r.owner);
COMMENT ON VIEW fanout.step_contexts IS 'What the tasks of each step of a run get besides their items';

-- A function, so that its plan isn't part of that of step_tasks: with it the planner took seconds to compile what it
-- would execute in milliseconds.
CREATE FUNCTION fanout.source_error(run_id uuid, source text, task_index int) RETURNS jsonb STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN (SELECT pg_catalog.jsonb_build_object(source, pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_object(
                       'index', e.task_index, 'item', e.item, 'error', e.error, 'attempts', e.attempts)))
              FROM fanout.task_errors e
             WHERE e.run_id = source_error.run_id AND e.step_slug = source AND e.task_index = source_error.task_index);
END
$$;
COMMENT ON FUNCTION fanout.source_error IS
    'The error that a task of a pipelined step gets in $errors, where its source failed at its item, for fanout.step_tasks; else null';

-- The queue is read once a state, not once a task: its rows' ranges go into arrays, in which a task's is found by halves.
CREATE VIEW fanout.task_states WITH (security_barrier) AS
SELECT s.run_id, t.step_slug, s.state_id, r.generation, s.total_tasks, source.state_id AS source_state_id,
       EXISTS (SELECT FROM fanout.failures a WHERE a.generation = r.generation AND a.state_id = s.state_id) AS has_failures,
       f.flow_slug, r.status AS run_status, t.step_type, t.batch_size, t.has_context, source.step_slug AS source_slug, s.started_at,
       EXISTS (SELECT FROM fanout.runs c WHERE c.parent_state_id = s.state_id) AS has_children,
       EXISTS (SELECT FROM fanout.task_progress p WHERE p.state_id = s.state_id) AS has_progress,
       in_queue.firsts, in_queue.ends, in_queue.attempts, in_queue.are_children, in_queue.workers, in_queue.claim_times
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.flows f ON f.flow_id = t.flow_id
  LEFT JOIN LATERAL (SELECT p.state_id, b.step_slug FROM fanout.step_states p JOIN fanout.steps b ON b.step_id = p.step_id
                      WHERE p.run_id = s.run_id AND p.step_id = t.pipelined_step_id OFFSET 0) source ON true
 CROSS JOIN LATERAL (
       -- Without nulls: elements of such arrays are found at once.
       SELECT array_agg(lower(i.range) ORDER BY lower(i.range)) AS firsts,
              array_agg(upper(i.range) ORDER BY lower(i.range)) AS ends,
              array_agg(q.attempt ORDER BY lower(i.range)) AS attempts,
              array_agg(q.kind = 'child' ORDER BY lower(i.range)) AS are_children,
              array_agg(coalesce(q.worker_id, 0) ORDER BY lower(i.range)) AS workers,
              array_agg(coalesce(q.claimed_at, '-infinity') ORDER BY lower(i.range)) AS claim_times
         FROM fanout.queue q CROSS JOIN LATERAL unnest(q.indexes) i (range)
        WHERE q.state_id = s.state_id AND q.kind IN ('task', 'child')) in_queue
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.task_states IS
    'For fanout.task_rows: a row a step of a run, with what its tasks have in common and who holds which of them';

-- With these settings each table is read by the index that the conditions name, whatever its statistics say.
CREATE FUNCTION fanout.states_with_tasks(run_id uuid, step_slug text, first_run uuid DEFAULT NULL, last_run uuid DEFAULT NULL) RETURNS SETOF fanout.task_states STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    IF run_id IS NULL THEN
        RETURN QUERY SELECT s.* FROM fanout.task_states s WHERE s.run_id BETWEEN first_run AND last_run ORDER BY s.run_id, s.step_slug;
    ELSIF step_slug IS NULL THEN
        RETURN QUERY SELECT s.* FROM fanout.task_states s WHERE s.run_id = states_with_tasks.run_id ORDER BY s.step_slug;
    ELSE
        RETURN QUERY SELECT s.* FROM fanout.task_states s
                      WHERE s.run_id = states_with_tasks.run_id AND s.step_slug = states_with_tasks.step_slug;
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.states_with_tasks IS
    'For fanout.task_rows: fanout.task_states of a run and a step of it, null: of all its steps; or where the run is null, of all runs from the first one to the last, in their order';

CREATE FUNCTION fanout.task_rows_handler() RETURNS fdw_handler LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_task_rows_handler';
COMMENT ON FUNCTION fanout.task_rows_handler IS 'For fanout.task_rows: reads tasks in order, and from and to the indexes that a query names';
CREATE FOREIGN DATA WRAPPER fanout_task_rows HANDLER fanout.task_rows_handler;
COMMENT ON FOREIGN DATA WRAPPER fanout_task_rows IS 'For fanout.task_rows';
CREATE SERVER fanout_task_rows FOREIGN DATA WRAPPER fanout_task_rows;
COMMENT ON SERVER fanout_task_rows IS 'For fanout.task_rows: this server itself';

-- The columns before task_index are those of fanout.task_states; extension/calls/task_rows.hpp counts on their places.
CREATE FOREIGN TABLE fanout.task_rows (
    run_id uuid NOT NULL,
    step_slug text COLLATE "C" NOT NULL,
    state_id bigint NOT NULL,
    generation smallint NOT NULL,
    total_tasks int,
    source_state_id bigint,
    has_failures boolean NOT NULL,
    flow_slug text COLLATE "C" NOT NULL,
    run_status text COLLATE "C" NOT NULL,
    step_type text COLLATE "C" NOT NULL,
    batch_size int NOT NULL,
    has_context boolean NOT NULL,
    source_slug text COLLATE "C",
    queued_at timestamptz,
    has_children boolean NOT NULL,
    has_progress boolean NOT NULL,
    firsts int[],
    ends int[],
    queued_attempts smallint[],
    are_children boolean[],
    workers bigint[],
    claim_times timestamptz[],
    task_index int NOT NULL,
    item jsonb,
    claimed_at timestamptz,
    completed_at timestamptz,
    worker_id bigint,
    attempt smallint,
    output jsonb,
    failed_attempt smallint,
    error text
) SERVER fanout_task_rows;
COMMENT ON FOREIGN TABLE fanout.task_rows IS
    'For the view step_tasks: a row a task that the current user may see, by run, step and index; failed_attempt and error are of the last attempt that failed, where the task has no output';

-- Everything here is looked up for one task after another, by its key: there is nothing for the planner to choose.
CREATE VIEW fanout.step_tasks WITH (security_barrier) AS
SELECT k.run_id, k.flow_slug, k.step_slug, k.task_index,
       CASE WHEN k.completed_at IS NOT NULL THEN CASE WHEN k.output IS NULL THEN 'failed' ELSE 'completed' END
            WHEN q.worker_id IS NOT NULL THEN 'started'
            WHEN k.run_status <> 'started' THEN 'cancelled'
            WHEN c.run_id IS NOT NULL AND q.is_child IS DISTINCT FROM false THEN 'started'
            ELSE 'queued' END AS status,
       coalesce(k.attempt - (k.worker_id = 0)::int,
                CASE WHEN q.worker_id IS NOT NULL OR q.is_child THEN q.attempt::int END,
                CASE WHEN q.attempt IS NULL THEN c.parent_attempt::int END,
                k.failed_attempt::int, 0) AS attempts,
       CASE WHEN k.step_type = 'single' AND k.item IS NOT NULL THEN k.item ELSE
       CASE k.step_type WHEN 'single' THEN '{}'
                        ELSE pg_catalog.jsonb_build_object(CASE WHEN k.batch_size > 1 THEN 'items' ELSE 'item' END, k.item) END
           || g.context || CASE WHEN g.error IS NULL THEN '{}' ELSE
                  pg_catalog.jsonb_build_object('$errors', coalesce(g.context -> '$errors', '{}') || g.error) END END AS input,
       k.output, k.error,
       coalesce((SELECT w.name FROM fanout.workers w WHERE w.worker_id = coalesce(k.worker_id, q.worker_id)),
                nullif(coalesce(k.worker_id, q.worker_id), 0)::text) AS worker,
       k.queued_at,
       CASE WHEN c.run_id IS NOT NULL THEN c.started_at
            WHEN k.worker_id = 0 THEN NULL ELSE coalesce(k.claimed_at, q.claimed_at) END AS started_at, k.completed_at,
       p.progress, p.reported_at, c.run_id AS child_run_id, h.settled_by, h.reason AS settled_because
  FROM fanout.task_rows k
  LEFT JOIN LATERAL (
       SELECT k.queued_attempts[p.place] AS attempt, k.are_children[p.place] AS is_child, nullif(k.workers[p.place], 0) AS worker_id,
              nullif(k.claim_times[p.place], '-infinity') AS claimed_at
         FROM pg_catalog.width_bucket(k.task_index, k.firsts) p (place)
        WHERE k.completed_at IS NULL AND k.task_index < k.ends[p.place] OFFSET 0) q ON true
  LEFT JOIN LATERAL (SELECT c.run_id, c.started_at, c.parent_attempt FROM fanout.runs c
                      WHERE k.has_children AND c.parent_state_id = k.state_id AND c.parent_index = k.task_index OFFSET 0) c ON true
  LEFT JOIN LATERAL (SELECT p.progress, p.reported_at FROM fanout.task_progress p
                      WHERE k.has_progress AND p.state_id = k.state_id AND p.task_index = k.task_index OFFSET 0) p ON true
  -- No worker has given what was settled by hand.
  LEFT JOIN LATERAL (SELECT h.settled_by, h.reason FROM fanout.settlements h
                      WHERE k.worker_id = 0 AND k.output IS NOT NULL AND h.state_id = k.state_id AND h.task_index = k.task_index OFFSET 0) h ON true
 CROSS JOIN LATERAL (SELECT
       CASE WHEN k.has_context THEN coalesce(fanout.step_context(k.state_id), '{}') ELSE '{}' END AS context,
       CASE WHEN k.source_slug IS NOT NULL AND k.item IS NULL THEN
           fanout.source_error(k.run_id, k.source_slug, k.task_index) END AS error OFFSET 0) g
 -- The order that the rows come in. Outside of a security barrier nobody could use it.
 ORDER BY k.run_id, k.step_slug, k.task_index;
COMMENT ON VIEW fanout.step_tasks IS
    'A row a task: status, attempts, input, output, error, worker (its name while registered, else its id), times; until it ends also what it reported last; with a handler flow:slug the run that is its child; where it was settled by hand, who did so and why';

CREATE VIEW fanout.task_failures WITH (security_barrier) AS
SELECT s.run_id, t.step_slug, t.step_type, x.task_index, x.attempt::int, x.final, x.error, x.claimed_at, x.failed_at,
       fanout.task_item(s.state_id, x.task_index) AS item
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.failures x ON x.generation = r.generation AND x.state_id = s.state_id AND x.task_index >= 0
 WHERE fanout.may_see(r.owner)
 UNION ALL
SELECT s.run_id, t.step_slug, t.step_type, NULL, x.attempt::int, x.final, x.error, NULL, x.failed_at, NULL
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.failures x ON x.generation = r.generation AND x.state_id = s.state_id AND x.task_index = -1
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.task_failures IS
    'A row a failed attempt; without claimed_at the task failed while it waited for one; without task_index it was one at the step''s source';

CREATE VIEW fanout.task_results WITH (security_barrier) AS
SELECT k.run_id, k.step_slug, k.task_index, k.attempt::int, k.output, CASE k.failed_attempt WHEN k.attempt THEN k.error END AS error
  FROM fanout.task_rows k WHERE k.completed_at IS NOT NULL
 -- The order that the rows come in. Outside of a security barrier nobody could use it.
 ORDER BY k.run_id, k.step_slug, k.task_index;
COMMENT ON VIEW fanout.task_results IS 'A row a task that has ended: its output, or where it failed its error';

CREATE VIEW fanout.run_outputs WITH (security_barrier) AS
SELECT r.run_id, r.status, r.input,
       CASE r.status WHEN 'completed' THEN
           (SELECT o.output FROM fanout.leaf_outputs o WHERE o.run_id = r.run_id) END AS output,
       r.error
  FROM fanout.runs r WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.run_outputs IS 'What each run got and gave';

CREATE VIEW fanout.leaf_steps WITH (security_barrier) AS
SELECT s.run_id, t.step_slug
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 WHERE fanout.may_see(r.owner) AND NOT EXISTS (SELECT FROM fanout.deps d WHERE d.dep_step_id = s.step_id);
COMMENT ON VIEW fanout.leaf_steps IS 'The steps of each run on which nothing depends: their outputs are the run''s';

-- A chain's flow can be started by hand, too, on anything: one item that is no uuid must not hide everybody's batches.
CREATE VIEW fanout.chained_runs WITH (security_barrier) AS
SELECT b.run_id AS batch, k.task_index AS index, CASE WHEN k.item #>> '{}' ~* '^([0-9a-f]{4}-?){7}[0-9a-f]{4}$' THEN (k.item #>> '{}')::uuid END AS source_run,
       coalesce(c.run_id, (k.output #>> '{}')::uuid) AS run,
       CASE WHEN c.run_id IS NOT NULL THEN c.status
            WHEN k.completed_at IS NOT NULL THEN CASE WHEN k.output IS NULL THEN 'failed' ELSE 'completed' END
            WHEN b.status <> 'started' THEN 'cancelled'
            ELSE 'queued' END AS status,
       CASE WHEN c.run_id IS NOT NULL THEN c.error ELSE k.error END AS error
  FROM fanout.runs b
  JOIN fanout.steps t ON t.flow_id = b.flow_id AND t.is_chain
  JOIN fanout.task_rows k ON k.run_id = b.run_id
  LEFT JOIN fanout.runs c ON c.parent_state_id = k.state_id AND c.parent_index = k.task_index
 WHERE fanout.may_see(b.owner);
COMMENT ON VIEW fanout.chained_runs IS 'A row a source run of a batch that chain_runs has started: the run on its output, its status and error';

CREATE VIEW fanout.queue_overview WITH (security_barrier) AS
SELECT q.queue, q.handler,
       coalesce(sum(q.width) FILTER (WHERE q.worker_id IS NULL AND q.available_at IS NULL), 0) AS waiting,
       coalesce(sum(q.width) FILTER (WHERE q.available_at IS NOT NULL), 0) AS delayed,
       coalesce(sum(q.width) FILTER (WHERE q.worker_id IS NOT NULL), 0) AS claimed,
       min(s.started_at) FILTER (WHERE q.worker_id IS NULL AND q.available_at IS NULL) AS oldest,
       q.queue IN (SELECT p.queue FROM fanout.pauses p WHERE p.queue IS NOT NULL) AS paused
  FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id)
 WHERE (fanout.may_see(r.owner) OR fanout.is_monitor()) AND (r.status = 'started' OR q.worker_id IS NOT NULL)
 GROUP BY q.queue, q.handler;
COMMENT ON VIEW fanout.queue_overview IS
    'A row a queue and handler: tasks waiting, delayed for a retry or behind a limit or a pause, claimed; when the step of the oldest waiting one started; whether the queue is paused';

CREATE VIEW fanout.pauses_overview WITH (security_barrier) AS
SELECT p.queue, p.flow_slug AS flow, p.run_id, p.reason, p.paused_by, p.paused_at
  FROM fanout.pauses p
 WHERE p.queue IS NOT NULL
    OR EXISTS (SELECT FROM fanout.flows f WHERE f.flow_slug = p.flow_slug AND fanout.may_see(f.owner))
    OR EXISTS (SELECT FROM fanout.runs r WHERE r.run_id = p.run_id AND fanout.may_see(r.owner));
COMMENT ON VIEW fanout.pauses_overview IS
    'A row a queue, flow or run of which nothing is claimed: why, who said so last, and since when. Those of queues concern everybody';

CREATE VIEW fanout.workers_overview AS
SELECT w.worker_id, w.name, w.handlers, w.queues, w.slots,
       coalesce((SELECT sum(q.width) FROM fanout.queue q WHERE q.worker_id = w.worker_id), 0) AS in_flight,
       e.idle, k.seen_at, k.is_live IS NOT TRUE AS suspect, w.registered_at, w.version
  FROM fanout.workers w JOIN fanout.exchanges e USING (worker_id) LEFT JOIN fanout.known_workers k USING (worker_id);
COMMENT ON VIEW fanout.workers_overview IS 'A row a worker: what it serves, tasks in flight, when it was last heard of';

CREATE VIEW fanout.limits_overview WITH (security_barrier) AS
SELECT l.name, s.run_id, t.step_slug, l.in_flight, l.max_concurrency,
       (SELECT coalesce(sum(q.width), 0) FROM fanout.queue q WHERE q.parked_on = l.limit_id) AS waiting,
       l.rate, l.per, l.burst,
       floor(least(l.tokens + greatest(extract(epoch FROM pg_catalog.clock_timestamp() - l.refilled_at), 0)::float8
                 * l.rate / extract(epoch FROM l.per)::float8, l.burst))::int AS tokens,
       l.owner
  FROM fanout.limits l
  LEFT JOIN fanout.step_states s ON s.state_id = l.state_id
  LEFT JOIN fanout.runs r ON r.run_id = s.run_id
  LEFT JOIN fanout.steps t ON t.step_id = s.step_id
 WHERE l.name IS NOT NULL
       AND (fanout.may_see(l.owner) OR fanout.is_monitor()
            OR EXISTS (SELECT FROM fanout.limit_grants g
                        WHERE g.limit_id = l.limit_id AND pg_catalog.pg_has_role(current_user, g.role, 'USAGE')))
    OR r.status = 'started' AND s.status IN ('created', 'started') AND (fanout.may_see(r.owner) OR fanout.is_monitor());
COMMENT ON VIEW fanout.limits_overview IS
    'A row a limit, named or of one step of a run: tasks in flight and waiting behind it, its cap, rate and tokens';
