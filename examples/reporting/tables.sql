-- The tables of a reporting database, as publication.sql publishes them, and views of runs, steps, tasks and failed attempts. They have the
-- names that they have at the source; pgfanout itself is not needed here, and must not be in the same database.
\set ON_ERROR_STOP 1
CREATE SCHEMA fanout;
CREATE SCHEMA reporting;
-- To compile a query over so many partitions takes longer than to execute it.
SELECT format('ALTER DATABASE %I SET jit = off', current_database()) \gexec

CREATE TABLE fanout.flows (flow_id bigint PRIMARY KEY, flow_slug text NOT NULL, version int NOT NULL, owner text NOT NULL, description text, created_at timestamptz NOT NULL);
CREATE TABLE fanout.steps (step_id bigint PRIMARY KEY, flow_id bigint NOT NULL, step_slug text NOT NULL, position int NOT NULL, step_type text NOT NULL,
                           handler text NOT NULL, queue text NOT NULL, batch_size int NOT NULL, pipelined_step_id bigint);
CREATE TABLE fanout.deps (step_id bigint, dep_step_id bigint, PRIMARY KEY (step_id, dep_step_id));
CREATE TABLE fanout.runs (run_id uuid PRIMARY KEY, flow_id bigint NOT NULL, generation smallint NOT NULL, status text NOT NULL, name text, priority int NOT NULL,
                          owner text NOT NULL, input jsonb NOT NULL, parent_state_id bigint, parent_index int, error text,
                          started_at timestamptz NOT NULL, completed_at timestamptz);
CREATE TABLE fanout.step_states (state_id bigint PRIMARY KEY, run_id uuid NOT NULL, step_id bigint NOT NULL, status text NOT NULL, total_tasks int, total_items int,
                                 failed_items int NOT NULL, output jsonb, error text, started_at timestamptz, completed_at timestamptz);
CREATE TABLE fanout.settlements (state_id bigint, task_index int, settled_by text NOT NULL, reason text, settled_at timestamptz NOT NULL,
                                 PRIMARY KEY (state_id, task_index));
CREATE INDEX ON fanout.runs (started_at);
CREATE INDEX ON fanout.runs (flow_id, started_at);
CREATE INDEX ON fanout.runs (parent_state_id) WHERE parent_state_id IS NOT NULL;
CREATE INDEX ON fanout.step_states (run_id);

-- The ring of generations, as it is at the source, partition by partition: an ended run may move to another one, and what it leaves in
-- the first stays there until that is truncated.
CREATE TABLE fanout.tasks (state_id bigint, first_index int NOT NULL, last_index int, generation smallint NOT NULL, items jsonb) PARTITION BY LIST (generation);
CREATE TABLE fanout.results (state_id bigint, claimed_at timestamptz NOT NULL, completed_at timestamptz NOT NULL, worker_id bigint NOT NULL, first_index int NOT NULL,
                             last_index int, generation smallint NOT NULL, attempt smallint NOT NULL, outputs jsonb) PARTITION BY LIST (generation);
CREATE TABLE fanout.failures (state_id bigint, claimed_at timestamptz, failed_at timestamptz NOT NULL, worker_id bigint, task_index int, generation smallint NOT NULL,
                              attempt smallint, final boolean NOT NULL, said_final boolean NOT NULL, error text NOT NULL) PARTITION BY LIST (generation);
SELECT format('CREATE TABLE fanout.%s_%s PARTITION OF fanout.%1$s (PRIMARY KEY (%3$s)) FOR VALUES IN (%4$s)', name, lpad(generation::text, 2, '0'), key, generation)
  FROM (VALUES ('tasks', 'state_id, last_index'), ('results', 'state_id, last_index'), ('failures', 'state_id, task_index, attempt')) t (name, key),
       generate_series(0, 15) generation \gexec

CREATE VIEW reporting.steps AS
SELECT s.run_id, f.flow_slug AS flow, f.version, t.step_slug, t.step_type, t.handler,
       CASE WHEN r.status <> 'started' AND s.status IN ('created', 'started') THEN 'cancelled' ELSE s.status END AS status,
       s.total_tasks AS tasks, s.total_items AS items, s.failed_items AS failed, CASE s.status WHEN 'completed' THEN s.output END AS output, s.error,
       s.started_at, s.completed_at,
       NOT EXISTS (SELECT FROM fanout.deps d WHERE d.dep_step_id = s.step_id) AS is_leaf
  FROM fanout.runs r
  JOIN fanout.step_states s USING (run_id)
  JOIN fanout.steps t USING (step_id)
  JOIN fanout.flows f ON f.flow_id = r.flow_id;
COMMENT ON VIEW reporting.steps IS 'A row a step of a run; failed: items that failed for good; what leaf steps gave is the output of the run';

CREATE VIEW reporting.runs AS
SELECT r.run_id, f.flow_slug AS flow, f.version, r.owner, r.name, r.status, r.priority, n.tasks, n.failed, r.input,
       CASE r.status WHEN 'completed' THEN n.output END AS output, r.error, r.started_at, r.completed_at,
       (SELECT s.run_id FROM fanout.step_states s WHERE s.state_id = r.parent_state_id) AS parent_run_id
  FROM fanout.runs r
  JOIN fanout.flows f USING (flow_id)
 CROSS JOIN LATERAL (SELECT sum(s.tasks) AS tasks, sum(s.failed) AS failed, jsonb_object_agg(s.step_slug, s.output) FILTER (WHERE s.is_leaf) AS output
                       FROM reporting.steps s WHERE s.run_id = r.run_id) n;
COMMENT ON VIEW reporting.runs IS 'A row a run: how many tasks its steps have, as far as they have started, and how many items failed for good';

-- A row of tasks or results is a range of tasks one after the other.
CREATE VIEW reporting.items AS
SELECT k.generation, k.state_id, (k.first_index + e.number - 1)::int AS task_index, e.item
  FROM fanout.tasks k CROSS JOIN jsonb_array_elements(k.items) WITH ORDINALITY e (item, number);
CREATE VIEW reporting.results AS
SELECT y.generation, y.state_id, (y.first_index + coalesce(e.number, 1) - 1)::int AS task_index, y.attempt, e.output, y.worker_id, y.claimed_at, y.completed_at
  FROM fanout.results y LEFT JOIN jsonb_array_elements(y.outputs) WITH ORDINALITY e (output, number) ON true;

CREATE VIEW reporting.tasks AS
SELECT r.run_id, f.flow_slug AS flow, f.version, t.step_slug, k.task_index,
       CASE WHEN k.output IS NOT NULL THEN 'completed' WHEN k.completed_at IS NOT NULL THEN 'failed'
            WHEN r.status = 'started' THEN 'unfinished' ELSE 'cancelled' END AS status,
       -- What nobody had claimed was settled by hand, or failed while it waited.
       k.attempt - (k.worker_id = 0)::int AS attempts, k.item, k.output, x.error, nullif(k.worker_id, 0) AS worker_id,
       CASE WHEN k.worker_id <> 0 THEN k.claimed_at END AS started_at, k.completed_at, h.settled_by, h.reason AS settled_because
  FROM fanout.runs r
  JOIN fanout.flows f USING (flow_id)
  JOIN fanout.step_states s USING (run_id)
  JOIN fanout.steps t USING (step_id)
  LEFT JOIN fanout.step_states p ON p.run_id = s.run_id AND p.step_id = t.pipelined_step_id
 CROSS JOIN LATERAL (
       SELECT i.task_index, coalesce(a.item, b.output) AS item, y.attempt, y.output, y.worker_id, y.claimed_at, y.completed_at
         FROM generate_series(0, s.total_tasks - 1) i (task_index)
         LEFT JOIN (SELECT * FROM reporting.results WHERE generation = r.generation AND state_id = s.state_id) y USING (task_index)
         LEFT JOIN (SELECT * FROM reporting.items WHERE generation = r.generation AND state_id = s.state_id) a USING (task_index)
         -- An item of a pipelined step is what the step before has given.
         LEFT JOIN (SELECT * FROM reporting.results WHERE generation = r.generation AND state_id = p.state_id) b USING (task_index)) k
  LEFT JOIN fanout.failures x ON k.output IS NULL AND x.generation = r.generation AND x.state_id = s.state_id AND x.task_index = k.task_index AND x.attempt = k.attempt
  LEFT JOIN fanout.settlements h ON k.output IS NOT NULL AND k.worker_id = 0 AND h.state_id = s.state_id AND h.task_index = k.task_index;
COMMENT ON VIEW reporting.tasks IS 'A row a task of a step that has started; of a batch item and output are arrays';

CREATE VIEW reporting.failures AS
SELECT r.run_id, f.flow_slug AS flow, f.version, t.step_slug, nullif(x.task_index, -1) AS task_index, x.attempt, x.final, x.error, x.worker_id, x.claimed_at, x.failed_at
  FROM fanout.runs r
  JOIN fanout.flows f USING (flow_id)
  JOIN fanout.step_states s USING (run_id)
  JOIN fanout.steps t USING (step_id)
  JOIN fanout.failures x ON x.generation = r.generation AND x.state_id = s.state_id;
COMMENT ON VIEW reporting.failures IS 'A row a failed attempt, also of tasks that another one has completed; without task_index it was one at a step''s source';
