-- Complain when this file is run by psql instead of CREATE EXTENSION.
\echo Use "CREATE EXTENSION pgfanout" to load this file. \quit

CREATE SCHEMA fanout;
COMMENT ON SCHEMA fanout IS 'Durable fan-out: flows, runs, tasks and the queue that workers poll';
-- Definitions: flows are graphs of steps. A version that a run has used never changes again.

CREATE TABLE fanout.flows (
    flow_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT flows_pkey PRIMARY KEY,
    flow_slug text NOT NULL
        CONSTRAINT flows_slug_is_valid CHECK (flow_slug ~ '^[A-Za-z][A-Za-z0-9_-]*$' AND octet_length(flow_slug) <= 63),
    version int NOT NULL CONSTRAINT flows_version_is_positive CHECK (version >= 1),
    owner regrole NOT NULL,
    used boolean NOT NULL DEFAULT false,
    max_attempts int NOT NULL CONSTRAINT flows_max_attempts_is_in_range CHECK (max_attempts BETWEEN 1 AND 1000),
    base_delay interval NOT NULL CONSTRAINT flows_base_delay_is_not_negative CHECK (base_delay >= '0'),
    max_delay interval NOT NULL,
    timeout interval NOT NULL CONSTRAINT flows_timeout_is_positive CHECK (timeout > '0'),
    run_timeout interval CONSTRAINT flows_run_timeout_is_positive CHECK (run_timeout > '0'),
    description text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT flows_version_is_unique UNIQUE (flow_slug, version),
    CONSTRAINT flows_max_delay_is_not_below_base_delay CHECK (max_delay >= base_delay)
);
COMMENT ON TABLE fanout.flows IS 'One row a version of a flow; the highest version is the current one';

CREATE TABLE fanout.steps (
    step_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT steps_pkey PRIMARY KEY,
    flow_id bigint NOT NULL CONSTRAINT steps_flow_exists REFERENCES fanout.flows ON DELETE CASCADE,
    step_slug text NOT NULL
        CONSTRAINT steps_slug_is_valid CHECK (step_slug ~ '^[A-Za-z][A-Za-z0-9_-]*$' AND octet_length(step_slug) <= 63),
    position int NOT NULL,
    step_type text NOT NULL CONSTRAINT steps_type_is_known CHECK (step_type IN ('single', 'fanout')),
    handler text NOT NULL CONSTRAINT steps_handler_is_not_empty CHECK (handler <> ''),
    sql_function text,
    sql_search_path text,
    max_attempts int CONSTRAINT steps_max_attempts_is_in_range CHECK (max_attempts BETWEEN 1 AND 1000),
    base_delay interval CONSTRAINT steps_base_delay_is_not_negative CHECK (base_delay >= '0'),
    max_delay interval,
    timeout interval CONSTRAINT steps_timeout_is_positive CHECK (timeout > '0'),
    queue text NOT NULL CONSTRAINT steps_queue_is_not_empty CHECK (queue <> ''),
    priority int NOT NULL CONSTRAINT steps_priority_is_in_range CHECK (abs(priority::bigint) <= 1000000000),
    fanout_from text CONSTRAINT steps_source_belongs_to_a_fanout CHECK (fanout_from IS NULL OR step_type = 'fanout'),
    source_function text,
    source_search_path text,
    fanout_path text CONSTRAINT steps_path_belongs_to_a_fanout CHECK (fanout_path IS NULL OR step_type = 'fanout'),
    context text[] CONSTRAINT steps_context_belongs_to_a_fanout CHECK (context IS NULL OR step_type = 'fanout'),
    batch_size int NOT NULL DEFAULT 1 CONSTRAINT steps_batch_size_is_positive CHECK (batch_size >= 1),
    max_concurrency int CONSTRAINT steps_max_concurrency_is_positive CHECK (max_concurrency >= 1),
    limits text[] NOT NULL DEFAULT '{}',
    start_delay interval CONSTRAINT steps_start_delay_is_not_negative CHECK (start_delay >= '0'),
    schedule_timeout interval CONSTRAINT steps_schedule_timeout_is_positive CHECK (schedule_timeout > '0'),
    heartbeat_timeout interval CONSTRAINT steps_heartbeat_timeout_is_positive CHECK (heartbeat_timeout > '0'),
    on_failure text NOT NULL DEFAULT 'fail_fast'
        CONSTRAINT steps_on_failure_is_known CHECK (on_failure IN ('fail_fast', 'collect')),
    tolerated_failures int CONSTRAINT steps_tolerated_failures_is_not_negative CHECK (tolerated_failures >= 0),
    tolerated_failure_percentage numeric
        CONSTRAINT steps_tolerated_failure_percentage_is_in_range CHECK (tolerated_failure_percentage BETWEEN 0 AND 100),
    retry_budget int CONSTRAINT steps_retry_budget_is_not_negative CHECK (retry_budget >= 0),
    output_mode text NOT NULL DEFAULT 'array'
        CONSTRAINT steps_output_mode_is_known CHECK (output_mode IN ('array', 'counts')),
    max_buffered int NOT NULL DEFAULT 1000 CONSTRAINT steps_max_buffered_is_positive CHECK (max_buffered >= 1),
    -- Of a batch of chained runs: what becomes of a source run's output on its way to the target.
    is_chain boolean NOT NULL DEFAULT false,
    chain_source_step text,
    chain_transform text,
    chain_search_path text,
    chain_name_prefix text,
    -- Follow from the graph, and are written with each change of it.
    pipelined_step_id bigint,
    builds_output boolean NOT NULL DEFAULT true,
    feeds_steps boolean NOT NULL DEFAULT false,
    has_context boolean NOT NULL DEFAULT true,
    CONSTRAINT steps_slug_is_unique UNIQUE (flow_id, step_slug),
    CONSTRAINT steps_sql_handler_has_a_function CHECK ((handler LIKE 'sql:%') = (sql_function IS NOT NULL)),
    CONSTRAINT steps_sql_handler_has_a_search_path CHECK ((sql_function IS NULL) = (sql_search_path IS NULL)),
    CONSTRAINT steps_sql_source_has_a_function CHECK ((fanout_from IS NOT NULL AND fanout_from LIKE 'sql:%') = (source_function IS NOT NULL)),
    CONSTRAINT steps_sql_source_has_a_search_path CHECK ((source_function IS NULL) = (source_search_path IS NULL)),
    CONSTRAINT steps_tolerance_belongs_to_collect
        CHECK (on_failure = 'collect' OR (tolerated_failures IS NULL AND tolerated_failure_percentage IS NULL)),
    CONSTRAINT steps_transform_has_a_search_path CHECK ((chain_transform IS NULL) = (chain_search_path IS NULL)),
    CONSTRAINT steps_chain_options_belong_to_a_chain
        CHECK (is_chain OR (chain_source_step IS NULL AND chain_transform IS NULL AND chain_name_prefix IS NULL))
);
CREATE INDEX steps_pipelined ON fanout.steps (pipelined_step_id) WHERE pipelined_step_id IS NOT NULL;
COMMENT ON TABLE fanout.steps IS
    'Steps of a version of a flow; position is a topological order; pipelined_step_id is the fan-out whose task i must be done for task i of this one; an array that no step needs is not built';

CREATE TABLE fanout.deps (
    step_id bigint NOT NULL CONSTRAINT deps_step_exists REFERENCES fanout.steps ON DELETE CASCADE,
    dep_step_id bigint NOT NULL CONSTRAINT deps_dependency_exists REFERENCES fanout.steps ON DELETE CASCADE,
    CONSTRAINT deps_pkey PRIMARY KEY (step_id, dep_step_id),
    CONSTRAINT deps_not_on_itself CHECK (step_id <> dep_step_id)
);
CREATE INDEX deps_dependents ON fanout.deps (dep_step_id);
COMMENT ON TABLE fanout.deps IS 'What each step depends on';

-- Backends keep the definitions that they have read.
CREATE FUNCTION fanout.forget_definitions()
RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_forget_definitions';
COMMENT ON FUNCTION fanout.forget_definitions IS 'For the engine: has all backends read the definitions of flows anew';
CREATE TRIGGER definitions_are_forgotten AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON fanout.flows
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_definitions();
CREATE TRIGGER definitions_are_forgotten AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON fanout.steps
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_definitions();
CREATE TRIGGER definitions_are_forgotten AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON fanout.deps
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_definitions();
-- Runs and the states of their steps. No foreign keys: each start would lock its flow's row, and each state its run's.

CREATE TABLE fanout.runs (
    run_id uuid CONSTRAINT runs_pkey PRIMARY KEY,
    flow_id bigint NOT NULL,
    generation smallint NOT NULL CONSTRAINT runs_generation_is_in_the_ring CHECK (generation BETWEEN 0 AND 15),
    status text NOT NULL DEFAULT 'started'
        CONSTRAINT runs_status_is_known CHECK (status IN ('started', 'completed', 'failed', 'cancelled')),
    name text,
    priority int NOT NULL DEFAULT 0 CONSTRAINT runs_priority_is_in_range CHECK (abs(priority::bigint) <= 1000000000),
    fair_key text,
    owner regrole NOT NULL,
    input jsonb NOT NULL,
    parent_state_id bigint,
    parent_index int,
    parent_attempt smallint,
    depth int NOT NULL DEFAULT 0 CONSTRAINT runs_depth_is_not_negative CHECK (depth >= 0),
    error text,
    failed_step text,
    started_at timestamptz NOT NULL,
    deadline timestamptz,
    completed_at timestamptz,
    CONSTRAINT runs_error_when_failed CHECK (status <> 'failed' OR error IS NOT NULL),
    CONSTRAINT runs_end_has_a_time CHECK ((status = 'started') = (completed_at IS NULL)),
    CONSTRAINT runs_child_belongs_to_a_task CHECK (num_nulls(parent_state_id, parent_index, parent_attempt) IN (0, 3)),
    CONSTRAINT runs_child_is_below_its_parent CHECK (parent_state_id IS NULL OR depth > 0)
);
-- A child run a task, and no second one.
CREATE UNIQUE INDEX runs_by_parent ON fanout.runs (parent_state_id, parent_index) WHERE parent_state_id IS NOT NULL;
CREATE INDEX runs_started_children ON fanout.runs (parent_state_id) WHERE parent_state_id IS NOT NULL AND status = 'started';
CREATE INDEX runs_by_flow ON fanout.runs (flow_id, started_at);
CREATE INDEX runs_by_start ON fanout.runs (started_at);
CREATE INDEX runs_by_name ON fanout.runs (name, started_at) WHERE name IS NOT NULL;
CREATE INDEX runs_by_deadline ON fanout.runs (deadline) WHERE status = 'started' AND deadline IS NOT NULL;
-- Those that go on, and the few that went wrong: fanout.metrics counts them.
CREATE INDEX runs_not_completed ON fanout.runs (status) WHERE status <> 'completed';
COMMENT ON TABLE fanout.runs IS 'One execution of a flow on one input; its output is that of its leaf steps, kept only there';

-- The generation that new runs start in.
CREATE SEQUENCE fanout.generation_seq MINVALUE 0 MAXVALUE 15 START 0 CYCLE;

-- state_id rises along the graph within a run, so that locking states by id never goes against the arrows.
CREATE TABLE fanout.step_states (
    state_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT step_states_pkey PRIMARY KEY,
    run_id uuid NOT NULL,
    step_id bigint NOT NULL,
    status text NOT NULL DEFAULT 'created'
        CONSTRAINT step_states_status_is_known
        CHECK (status IN ('created', 'started', 'completed', 'failed', 'cancelled')),
    remaining_deps int NOT NULL CONSTRAINT step_states_remaining_deps_is_not_negative CHECK (remaining_deps >= 0),
    open_stripes int NOT NULL DEFAULT 0
        CONSTRAINT step_states_open_stripes_is_not_negative CHECK (open_stripes >= 0),
    stripe_width int CONSTRAINT step_states_stripe_width_is_positive CHECK (stripe_width > 0),
    total_tasks int CONSTRAINT step_states_total_tasks_is_not_negative CHECK (total_tasks >= 0),
    total_items int CONSTRAINT step_states_total_items_is_not_negative CHECK (total_items >= 0),
    failed_items int NOT NULL DEFAULT 0 CONSTRAINT step_states_failed_items_is_not_negative CHECK (failed_items >= 0),
    is_open boolean NOT NULL DEFAULT false,
    output jsonb,
    error text,
    started_at timestamptz,
    completed_at timestamptz,
    CONSTRAINT step_states_step_is_unique UNIQUE (run_id, step_id),
    CONSTRAINT step_states_dependencies_come_first CHECK (status <> 'started' OR remaining_deps = 0),
    CONSTRAINT step_states_total_when_started CHECK (status <> 'started' OR total_tasks IS NOT NULL),
    CONSTRAINT step_states_output_only_when_completed CHECK (status = 'completed' OR output IS NULL),
    CONSTRAINT step_states_items_come_with_tasks CHECK ((total_items IS NULL) = (total_tasks IS NULL)),
    CONSTRAINT step_states_closed_when_completed CHECK (status <> 'completed' OR NOT is_open),
    CONSTRAINT step_states_error_when_failed CHECK ((status = 'failed') = (error IS NOT NULL)),
    CONSTRAINT step_states_nothing_open_when_completed CHECK (status <> 'completed' OR open_stripes = 0)
);
COMMENT ON TABLE fanout.step_states IS
    'One step of one run: its counters and its output; items differ from tasks where a task is a batch; open is a stream that more may be pushed to';

-- Remaining tasks per stripe of a step state. One counter row takes 2,300 to 2,800 durable updates a second from
-- 64 clients, 128 rows 17,000 to 23,000. A stripe that is done has no row.
CREATE TABLE fanout.stripes (
    state_id bigint NOT NULL,
    stripe int NOT NULL,
    remaining int NOT NULL CONSTRAINT stripes_remaining_is_positive CHECK (remaining > 0),
    CONSTRAINT stripes_pkey PRIMARY KEY (state_id, stripe)
) WITH (fillfactor = 50);
COMMENT ON TABLE fanout.stripes IS 'How many tasks of each stripe of a step state are not done yet';

-- Large arrays are compressed with lz4 where the server has it: pglz took an eighth of a fan-out's instructions.
DO $$
BEGIN
    ALTER TABLE fanout.runs ALTER input SET COMPRESSION lz4;
    ALTER TABLE fanout.step_states ALTER output SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    NULL;
END
$$;
-- Tasks and what became of them. These tables are only ever inserted into: no dead rows, nothing for vacuum. They
-- are partitioned into a ring of generations; a run keeps the generation it started in, and a generation
-- whose runs are all gone is truncated. The unique key of a partition needs no generation column.

CREATE TABLE fanout.tasks (
    state_id bigint NOT NULL,
    task_index int NOT NULL CONSTRAINT tasks_index_is_not_negative CHECK (task_index >= 0),
    generation smallint NOT NULL,
    item jsonb
) PARTITION BY LIST (generation);
COMMENT ON TABLE fanout.tasks IS 'One unit of work; item is the element of a fan-out, null for a single step';

-- Columns ordered without padding; a completed task has no nulls, so its row has no null bitmap.
CREATE TABLE fanout.results (
    state_id bigint NOT NULL,
    claimed_at timestamptz NOT NULL,
    completed_at timestamptz NOT NULL,
    task_index int NOT NULL,
    worker_id int NOT NULL,
    generation smallint NOT NULL,
    attempt smallint NOT NULL CONSTRAINT results_attempt_is_positive CHECK (attempt >= 1),
    output jsonb
) PARTITION BY LIST (generation);
COMMENT ON TABLE fanout.results IS
    'The end of a task: its output, or null where it failed for good (fanout.failures has the error); worker_id is 0 where nobody had claimed it';

CREATE TABLE fanout.failures (
    state_id bigint NOT NULL,
    claimed_at timestamptz,
    failed_at timestamptz NOT NULL,
    task_index int NOT NULL,
    worker_id int,
    generation smallint NOT NULL,
    attempt smallint NOT NULL CONSTRAINT failures_attempt_is_positive CHECK (attempt >= 1),
    final boolean NOT NULL,
    error text NOT NULL
) PARTITION BY LIST (generation);
COMMENT ON TABLE fanout.failures IS 'One row a failed attempt';

DO $$
DECLARE
    suffix text;
BEGIN
    FOR generation IN 0..15 LOOP
        suffix := pg_catalog.lpad(generation::text, 2, '0');
        EXECUTE pg_catalog.format(
            'CREATE TABLE fanout.tasks_%1$s PARTITION OF fanout.tasks
                 (CONSTRAINT tasks_%1$s_pkey PRIMARY KEY (state_id, task_index)) FOR VALUES IN (%2$s);
             CREATE TABLE fanout.results_%1$s PARTITION OF fanout.results
                 (CONSTRAINT results_%1$s_pkey PRIMARY KEY (state_id, task_index)) FOR VALUES IN (%2$s);
             CREATE TABLE fanout.failures_%1$s PARTITION OF fanout.failures
                 (CONSTRAINT failures_%1$s_pkey PRIMARY KEY (state_id, task_index, attempt)) FOR VALUES IN (%2$s);',
            suffix, generation);
    END LOOP;
END
$$;
-- The queue and those who work on it.

CREATE TABLE fanout.workers (
    worker_id int GENERATED ALWAYS AS IDENTITY CONSTRAINT workers_pkey PRIMARY KEY,
    name text NOT NULL,
    owner regrole NOT NULL,
    handlers text[] NOT NULL,
    queues text[] NOT NULL CONSTRAINT workers_serve_a_queue CHECK (cardinality(queues) > 0),
    slots int NOT NULL CONSTRAINT workers_slots_is_positive CHECK (slots > 0),
    registered_at timestamptz NOT NULL
);
COMMENT ON TABLE fanout.workers IS 'One row a worker: what it serves';

-- A row that is updated with each call. The sequence is part of its key, and the newest is looked for: by the worker alone a
-- look would visit all versions that an old snapshot keeps.
CREATE TABLE fanout.exchanges (
    worker_id int NOT NULL,
    sequence bigint NOT NULL CONSTRAINT exchanges_sequence_is_not_negative CHECK (sequence >= 0),
    stale bigint[] NOT NULL DEFAULT '{}',
    idle boolean NOT NULL DEFAULT false,
    CONSTRAINT exchanges_pkey PRIMARY KEY (worker_id, sequence)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX exchanges_idle ON fanout.exchanges (worker_id) WHERE idle;
COMMENT ON TABLE fanout.exchanges IS
    'One row a worker: its last call that exchanged anything, which of its claims were stale, and whether it found nothing';

-- A table of its own, so that a heartbeat never waits for an exchange.
CREATE TABLE fanout.heartbeats (
    worker_id int CONSTRAINT heartbeats_pkey PRIMARY KEY,
    seen_at timestamptz NOT NULL,
    suspect_since timestamptz,
    gone_claims bigint[] NOT NULL DEFAULT '{}'
) WITH (fillfactor = 50);
COMMENT ON TABLE fanout.heartbeats IS 'When each worker was last heard of, and which of its claims were taken from it since';

CREATE SEQUENCE fanout.queue_id_seq;

-- Virtual time: how many tasks have been claimed, as seen by a row that is always served in its turn. A row moves on
-- by what is claimed from it, and the lowest goes first, so a run of 10 tasks does not wait behind a run of a
-- million (start-time fair queueing: Goyal, Vin and Cheng, SIGCOMM 1996).
CREATE SEQUENCE fanout.virtual_time_seq MINVALUE 0 START 0;

CREATE TABLE fanout.queue (
    queue_id bigint CONSTRAINT queue_pkey PRIMARY KEY,
    state_id bigint NOT NULL,
    virtual_time bigint NOT NULL,
    available_at timestamptz,
    claimed_at timestamptz,
    claim_sequence bigint,
    worker_id int,
    stripe int NOT NULL,
    width int NOT NULL CONSTRAINT queue_width_is_positive CHECK (width > 0),
    virtual_step int NOT NULL CONSTRAINT queue_virtual_step_is_positive CHECK (virtual_step > 0),
    priority int NOT NULL,
    generation smallint NOT NULL,
    attempt smallint NOT NULL CONSTRAINT queue_attempt_is_positive CHECK (attempt >= 1),
    crashed boolean NOT NULL DEFAULT false,
    has_progress boolean NOT NULL DEFAULT false,
    kind text NOT NULL CONSTRAINT queue_kind_is_known CHECK (kind IN ('task', 'child', 'start', 'finish')),
    queue text NOT NULL,
    handler text NOT NULL,
    fair_key text,
    expires_at timestamptz,
    narrowed_at timestamptz,
    parked_on bigint,
    indexes int4multirange NOT NULL CONSTRAINT queue_indexes_are_not_empty CHECK (NOT isempty(indexes)),
    CONSTRAINT queue_claim_has_a_time CHECK ((worker_id IS NULL) = (claimed_at IS NULL)),
    CONSTRAINT queue_claim_is_not_delayed CHECK (worker_id IS NULL OR available_at IS NULL),
    CONSTRAINT queue_parked_row_has_no_time CHECK (parked_on IS NULL OR available_at = 'infinity')
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
COMMENT ON TABLE fanout.queue IS
    'A row is a set of task indexes of one step state: waiting (worker_id null), or claimed; its id is the fencing token';

-- What could run now. Delayed rows are outside, so a claim never walks over them.
CREATE INDEX queue_claimable ON fanout.queue (queue, handler, priority DESC, virtual_time)
    WHERE worker_id IS NULL AND available_at IS NULL;
CREATE INDEX queue_delayed ON fanout.queue (available_at) WHERE available_at IS NOT NULL;
CREATE INDEX queue_parked ON fanout.queue (parked_on, queue, handler, priority DESC, virtual_time) WHERE parked_on IS NOT NULL;
CREATE INDEX queue_expiring ON fanout.queue (expires_at) WHERE expires_at IS NOT NULL AND worker_id IS NULL;
CREATE INDEX queue_fair ON fanout.queue (fair_key, queue, handler, virtual_time) WHERE fair_key IS NOT NULL AND worker_id IS NULL;
CREATE INDEX queue_children ON fanout.queue (state_id) WHERE kind = 'child';
CREATE INDEX queue_claims ON fanout.queue (worker_id, queue_id) WHERE worker_id IS NOT NULL;
CREATE INDEX queue_by_state ON fanout.queue (state_id);

-- Updated in place again and again: no index but the key, and room on the pages.
CREATE TABLE fanout.task_progress (
    state_id bigint NOT NULL,
    reported_at timestamptz NOT NULL,
    task_index int NOT NULL,
    progress jsonb NOT NULL,
    CONSTRAINT task_progress_pkey PRIMARY KEY (state_id, task_index)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
COMMENT ON TABLE fanout.task_progress IS
    'What tasks that have not ended said of themselves last, in this attempt or the one before';
-- What holds tasks back: caps on how many are in flight, rates, and budgets of retries.

CREATE TABLE fanout.limits (
    limit_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT limits_pkey PRIMARY KEY,
    name text CONSTRAINT limits_name_is_unique UNIQUE CONSTRAINT limits_name_is_not_empty CHECK (name <> ''),
    state_id bigint CONSTRAINT limits_state_is_unique UNIQUE,
    owner regrole,
    max_concurrency int CONSTRAINT limits_max_concurrency_is_positive CHECK (max_concurrency >= 1),
    in_flight int NOT NULL DEFAULT 0 CONSTRAINT limits_in_flight_is_not_negative CHECK (in_flight >= 0),
    rate int CONSTRAINT limits_rate_is_positive CHECK (rate >= 1),
    per interval CONSTRAINT limits_per_is_positive CHECK (per > '0'),
    burst int CONSTRAINT limits_burst_is_positive CHECK (burst >= 1),
    tokens double precision CONSTRAINT limits_tokens_are_not_negative CHECK (tokens >= 0),
    refilled_at timestamptz,
    wake_at timestamptz,
    CONSTRAINT limits_is_named_or_of_a_step CHECK ((name IS NULL) <> (state_id IS NULL)),
    CONSTRAINT limits_named_has_an_owner CHECK ((name IS NULL) = (owner IS NULL)),
    CONSTRAINT limits_rate_is_whole
        CHECK (num_nulls(rate, per, burst, tokens, refilled_at) IN (0, 5)),
    CONSTRAINT limits_rate_has_a_name CHECK (rate IS NULL OR name IS NOT NULL),
    CONSTRAINT limits_wake_belongs_to_a_rate CHECK (wake_at IS NULL OR rate IS NOT NULL)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
COMMENT ON TABLE fanout.limits IS
    'A cap on tasks in flight, and for a named limit a rate (a token bucket): named, over all runs, or of one step of one run. wake_at: when the token will be there that rows parked on it wait for';
-- Every claim looks whether one of them has a token for rows that wait. The times themselves are in no index, so that
-- writing them stays in place.
CREATE INDEX limits_with_a_rate ON fanout.limits (limit_id) WHERE rate IS NOT NULL;

-- What in_flight counts: claimed tasks, and those whose child runs go on or have ended and are not recorded yet.
CREATE VIEW fanout.limit_holdings AS
WITH held AS (
    SELECT q.state_id, q.width FROM fanout.queue q WHERE q.worker_id IS NOT NULL AND q.kind = 'task'
    UNION ALL
    SELECT q.state_id, q.width FROM fanout.queue q WHERE q.kind = 'child'
    UNION ALL
    SELECT r.parent_state_id, 1 FROM fanout.runs r WHERE r.parent_state_id IS NOT NULL AND r.status = 'started'
), held_by_state AS (
    SELECT h.state_id, sum(h.width)::int AS held FROM held h GROUP BY h.state_id
), held_by_limit AS (
    SELECT l.limit_id, h.held FROM held_by_state h JOIN fanout.limits l ON l.state_id = h.state_id
    UNION ALL
    SELECT l.limit_id, h.held
      FROM held_by_state h
      JOIN fanout.step_states s ON s.state_id = h.state_id
      JOIN fanout.steps t ON t.step_id = s.step_id
     CROSS JOIN LATERAL unnest(t.limits) AS n (name)
      JOIN fanout.limits l ON l.name = n.name
)
SELECT b.limit_id, sum(b.held)::int AS held FROM held_by_limit b GROUP BY b.limit_id;
COMMENT ON VIEW fanout.limit_holdings IS
    'How many tasks hold a slot of each limit, counted anew: what fanout.limits.in_flight should be; no row: none';

CREATE TABLE fanout.retry_budgets (
    state_id bigint CONSTRAINT retry_budgets_pkey PRIMARY KEY,
    remaining int NOT NULL CONSTRAINT retry_budgets_remaining_is_not_negative CHECK (remaining >= 0)
) WITH (fillfactor = 50);
COMMENT ON TABLE fanout.retry_budgets IS 'How many retries are left to the tasks of a step of a run that has a retry_budget';
-- Functions. Those in C run as the extension's owner and check who called them; what they may be called with is
-- checked in the C++ code, so none of them is STRICT.

-- Defining

CREATE FUNCTION fanout.create_flow(
    flow_slug text, max_attempts int DEFAULT 3, base_delay interval DEFAULT '1 s', max_delay interval DEFAULT '5 min',
    timeout interval DEFAULT '60 s', run_timeout interval DEFAULT NULL, description text DEFAULT NULL)
RETURNS int LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_create_flow';
COMMENT ON FUNCTION fanout.create_flow IS
    'Creates a flow, or changes it; returns its current version. Steps inherit attempts, delays (backoff doubles from base_delay to max_delay, with jitter) and timeout. The same definition twice changes nothing';

CREATE FUNCTION fanout.drop_flow(flow_slug text, force boolean DEFAULT false)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_drop_flow';
COMMENT ON FUNCTION fanout.drop_flow IS
    'Removes a flow with all its versions and its ended runs. Refused while runs of it go on, unless forced: they are removed as well';

CREATE FUNCTION fanout.add_step(
    flow_slug text, step_slug text, depends_on text[] DEFAULT '{}', step_type text DEFAULT 'single',
    handler text DEFAULT NULL, max_attempts int DEFAULT NULL, base_delay interval DEFAULT NULL,
    max_delay interval DEFAULT NULL, timeout interval DEFAULT NULL, queue text DEFAULT 'default',
    priority int DEFAULT 0, fanout_from text DEFAULT NULL, fanout_path text DEFAULT NULL, context text[] DEFAULT NULL,
    batch_size int DEFAULT 1, max_concurrency int DEFAULT NULL, limits text[] DEFAULT '{}',
    start_delay interval DEFAULT NULL, schedule_timeout interval DEFAULT NULL, heartbeat_timeout interval DEFAULT NULL,
    on_failure text DEFAULT 'fail_fast', tolerated_failures int DEFAULT NULL,
    tolerated_failure_percentage numeric DEFAULT NULL, retry_budget int DEFAULT NULL, output_mode text DEFAULT 'array',
    max_buffered int DEFAULT 1000)
RETURNS int LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_add_step';
COMMENT ON FUNCTION fanout.add_step IS
    'Adds a step, or changes it; returns the version of the flow that has it. handler: sql:function, flow:slug (a child run a task), or a name that a worker binds (default: the step''s). A fanout step runs one task for every element of its source: its one dependency''s output, or fanout_from: one of several dependencies, run (the run''s input), sql:function, or stream (items are pushed). docs/sql-api.md describes every option';

CREATE FUNCTION fanout.drop_step(flow_slug text, step_slug text)
RETURNS int LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_drop_step';
COMMENT ON FUNCTION fanout.drop_step IS
    'Removes a step on which no other depends; returns the version of the flow that is without it. Runs that have started keep theirs';

CREATE FUNCTION fanout.create_limit(
    name text, max_concurrency int DEFAULT NULL, rate int DEFAULT NULL, per interval DEFAULT '1 s', burst int DEFAULT 1)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_create_limit';
COMMENT ON FUNCTION fanout.create_limit IS
    'Creates a limit, which steps of any flow may name, or changes it, at once for all that wait and run. max_concurrency: so many tasks in flight, over all runs and workers. rate per interval: so many may start, burst of them at once. What exceeds it waits. Its owner changes it, or an operator';

CREATE FUNCTION fanout.drop_limit(name text)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_drop_limit';
COMMENT ON FUNCTION fanout.drop_limit IS
    'Removes a limit that no step of a current version names. Runs of earlier versions that do are not held back by it any more';

-- Running

CREATE FUNCTION fanout.start_run(
    flow_slug text, input jsonb DEFAULT '{}', name text DEFAULT NULL, run_id uuid DEFAULT NULL, priority int DEFAULT 0,
    fair_key text DEFAULT NULL)
RETURNS uuid LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_start_run';
COMMENT ON FUNCTION fanout.start_run IS
    'Starts a run of the flow''s current version and returns its id. The same run_id twice is the same run, once. priority: added to the steps''; higher goes first. fair_key: runs with the same one (a tenant, say) share what one run would get';

CREATE FUNCTION fanout.chain_runs(
    target_flow text, source_runs uuid[], source_step text DEFAULT NULL, transform text DEFAULT NULL,
    max_concurrency int DEFAULT 1, on_failure text DEFAULT 'collect', name_prefix text DEFAULT NULL)
RETURNS uuid LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_chain_runs';
COMMENT ON FUNCTION fanout.chain_runs IS
    'Starts a run of the target flow for every source run, max_concurrency at once (null: no cap; 1: in order), and returns the batch, which is itself a run. A run''s input is the source''s output, or that of its source_step, through transform (sql:function) where one is given; its name is name_prefix and its index. on_failure: collect goes on after a failed run, fail_fast stops. fanout.chain_results shows what became of each';

CREATE FUNCTION fanout.start_ready_steps(run_id uuid)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_start_ready_steps';
COMMENT ON FUNCTION fanout.start_ready_steps IS 'Starts the steps of a run that wait for nothing; the engine does so itself';

CREATE FUNCTION fanout.spawn_fanout_tasks(run_id uuid, step_slug text)
RETURNS int LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_spawn_fanout_tasks';
COMMENT ON FUNCTION fanout.spawn_fanout_tasks IS
    'Materializes the tasks of a fanout step whose source is there, and returns how many; the engine does so itself';

CREATE FUNCTION fanout.maybe_complete_run(run_id uuid)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_maybe_complete_run';
COMMENT ON FUNCTION fanout.maybe_complete_run IS
    'Completes a run where all its steps are completed; returns whether it is. The engine does so itself';

-- What a handler says of one item of a batch. The C++ code judges by the same rule.
CREATE FUNCTION fanout.item_error(element jsonb) RETURNS text IMMUTABLE LANGUAGE sql
RETURN CASE pg_catalog.jsonb_typeof(element -> '$error') WHEN 'string' THEN element ->> '$error' END;
COMMENT ON FUNCTION fanout.item_error IS
    'The message where an element of a batch''s output says that its item failed: {"$error": "message"}; else null';

CREATE FUNCTION fanout.array_of_step(state internal, value jsonb)
RETURNS internal IMMUTABLE PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_array_of_step';
COMMENT ON FUNCTION fanout.array_of_step IS 'For fanout.array_of: adds a value';

CREATE FUNCTION fanout.array_of_end(state internal)
RETURNS jsonb IMMUTABLE PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_array_of_end';
COMMENT ON FUNCTION fanout.array_of_end IS 'For fanout.array_of: the array of all values';

CREATE AGGREGATE fanout.array_of(value jsonb) (
    SFUNC = fanout.array_of_step, STYPE = internal, FINALFUNC = fanout.array_of_end, FINALFUNC_MODIFY = READ_ONLY, PARALLEL = SAFE);
COMMENT ON AGGREGATE fanout.array_of(jsonb) IS
    'For the engine: what jsonb_agg gives, an array of values of which a null one is JSON''s null, in a quarter of the time and in no more memory than twice the array''s';

CREATE FUNCTION fanout.state_output(state_id bigint)
RETURNS jsonb STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_state_output';
COMMENT ON FUNCTION fanout.state_output IS
    'For the engine: what a completed step of a run gave; an array that no step needed, and that was not stored, is put together now';

CREATE FUNCTION fanout.cancel_run(run_id uuid, reason text DEFAULT NULL)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_cancel_run';
COMMENT ON FUNCTION fanout.cancel_run IS
    'Cancels a run: nothing of it starts any more. Returns whether it was still going on. Results that come in are kept';

CREATE FUNCTION fanout.resume_run(run_id uuid)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_resume_run';
COMMENT ON FUNCTION fanout.resume_run IS
    'Lets a failed or cancelled run go on, with a new run_timeout: what failed or never ran runs, accepted results stay, attempts go on counting. Returns whether it had to: false where it goes on already';

CREATE FUNCTION fanout.push_items(run_id uuid, step_slug text, items jsonb)
RETURNS int LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_push_items';
COMMENT ON FUNCTION fanout.push_items IS
    'Gives a stream more items, an array. Takes the first of them, as far as fewer than max_buffered are unfinished, and returns how many: push the rest again later';

CREATE FUNCTION fanout.close_items(run_id uuid, step_slug text)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_close_items';
COMMENT ON FUNCTION fanout.close_items IS 'Ends a stream: it completes when all its items are done. Once more does nothing';

CREATE FUNCTION fanout.set_max_concurrency(run_id uuid, step_slug text, n int)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_set_max_concurrency';
COMMENT ON FUNCTION fanout.set_max_concurrency IS
    'Changes how many tasks of a fanout step may be in flight in one run, at once; null: no cap. What is in flight above it goes on. Index order needs max_concurrency => 1 from the start';

CREATE PROCEDURE fanout.wait_for_run(run_id uuid, timeout interval, INOUT status text DEFAULT NULL)
LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_wait_for_run';
COMMENT ON PROCEDURE fanout.wait_for_run IS
    'Waits until the run ends or the time is up, holding no snapshot, and gives its status then';

-- The right to execute it is what makes an operator: no predefined role of PostgreSQL has it.
CREATE FUNCTION fanout.is_operator() RETURNS boolean STABLE LANGUAGE sql
RETURN pg_catalog.has_function_privilege(current_user, 'fanout.is_operator()', 'EXECUTE');
COMMENT ON FUNCTION fanout.is_operator IS 'Whether the current user may see and cancel all runs: who may call it is an operator';

CREATE FUNCTION fanout.may_see(owner regrole) RETURNS boolean STABLE LANGUAGE sql
RETURN pg_catalog.pg_has_role(current_user, owner, 'USAGE')
    OR pg_catalog.has_function_privilege(current_user, 'fanout.is_operator()', 'EXECUTE');
COMMENT ON FUNCTION fanout.may_see IS 'Whether the current user may see what this role owns: its own, or an operator''s';

-- Working

CREATE FUNCTION fanout.register_worker(
    name text, handlers text[], queues text[] DEFAULT '{default}', slots int DEFAULT 1)
RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_register_worker';
COMMENT ON FUNCTION fanout.register_worker IS
    'Registers a worker and returns its id. handlers: names that it serves; sql: for SQL handlers, fanout: for the engine''s own large work, flow: for child runs. slots: how many tasks it runs at once';

CREATE FUNCTION fanout.unregister_worker(worker_id bigint)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_unregister_worker';
COMMENT ON FUNCTION fanout.unregister_worker IS 'Gives the worker''s claims back without using up an attempt, and forgets it';

CREATE FUNCTION fanout.exchange(
    worker_id bigint, sequence bigint, max_tasks int, claim_ids bigint[] DEFAULT '{}', task_indexes int[] DEFAULT '{}',
    outputs text[] DEFAULT '{}', errors text[] DEFAULT '{}', final boolean[] DEFAULT '{}', brief boolean DEFAULT false,
    retry_after interval[] DEFAULT '{}', queue_order text[] DEFAULT '{}', max_limited int DEFAULT NULL)
RETURNS TABLE (kind text, claim_id bigint, run_id uuid, flow_slug text, step_slug text, task_index int, attempt int,
               handler text, input json, timeout interval, progress jsonb, heartbeat_timeout interval, context json)
LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_exchange';
COMMENT ON FUNCTION fanout.exchange IS
    'Completes, fails and claims in one call. The arrays have one element a task: an output, or an error; where nothing has failed errors and final may be left out. sequence counts up from 1; the same number again is the same call and gets the same answer. Rows: task (tasks, where brief), sql (a claim for run_sql_tasks), internal (for run_internal), stale, stop, again (ask after timeout, or where that is null in a few ms). input is null where it can''t be given as text, above a gigabyte: fail that task. brief: rows of kind tasks, each of consecutive tasks, from task_index on, input the array of their inputs, a line each, and as JSON they have no other line feeds; one that has progress, or whose input is null, is of a single task; of each claim only the first row has what its rows share (run_id, flow_slug, step_slug, attempt, handler, timeout, heartbeat_timeout), and the inputs are without the context, an object whose members belong to each of them: that stands in context, in the first row. Of a step with a heartbeat_timeout no more tasks are claimed than the worker has free slots. retry_after: a failed attempt is not made again before, or not before its backoff where that is longer; one a task, null for none, a day at most. queue_order: takes what it can from the first of these queues, then from the next, of those that the worker serves; empty: from all of them in turn. max_limited: of the worker''s own tasks that a limit counts, or that are to report, no more than this, so that none holds a slot, or is silent, before it can run';

CREATE FUNCTION fanout.claim_tasks(worker_id bigint, max_tasks int)
RETURNS TABLE (claim_id bigint, run_id uuid, flow_slug text, step_slug text, task_index int, attempt int,
               handler text, input json, timeout interval, progress jsonb, heartbeat_timeout interval)
LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_claim_tasks';
COMMENT ON FUNCTION fanout.claim_tasks IS
    'Claims up to max_tasks tasks. Of an SQL claim it returns one row, task_index its number of tasks: run_sql_tasks runs them. Counts as a heartbeat';

CREATE FUNCTION fanout.complete_task(
    run_id uuid, step_slug text, task_index int, output jsonb, worker_id bigint DEFAULT NULL)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_complete_task';
COMMENT ON FUNCTION fanout.complete_task IS
    'Records the output of a claimed task. With worker_id only if that worker holds it. Counts as a heartbeat';

CREATE FUNCTION fanout.fail_task(
    run_id uuid, step_slug text, task_index int, error_message text, final boolean DEFAULT false,
    worker_id bigint DEFAULT NULL, retry_after interval DEFAULT NULL)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_fail_task';
COMMENT ON FUNCTION fanout.fail_task IS
    'Ends an attempt at a claimed task with an error; it is retried unless final or out of attempts, not before retry_after (a day at most) or its backoff, whichever is longer. Counts as a heartbeat';

CREATE FUNCTION fanout.run_sql_tasks(
    worker_id bigint, claim_id bigint DEFAULT NULL, max_tasks int DEFAULT NULL,
    OUT done int, OUT remaining int, OUT next_max int)
RETURNS SETOF record LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_run_sql_tasks';
COMMENT ON FUNCTION fanout.run_sql_tasks IS
    'Runs tasks of an SQL claim (null: the worker''s oldest) for about 100 ms, as their flow''s owner, and records them in the same transaction. Call it again with max_tasks => next_max until remaining is 0';

CREATE FUNCTION fanout.current_task() RETURNS TABLE (run_id uuid, step_slug text, task_index int, attempt int) STABLE
LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_current_task';
COMMENT ON FUNCTION fanout.current_task IS 'For an SQL handler: which task it is called for, at which attempt. Elsewhere no row';

CREATE FUNCTION fanout.run_internal(worker_id bigint, claim_id bigint)
RETURNS int LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_run_internal';
COMMENT ON FUNCTION fanout.run_internal IS 'Does the engine''s own work of an internal claim: starts or finishes a large step, inserts a part of its tasks, or for about 100 ms starts child runs or records their ends. Returns 0 when that is done, else how much the claim still holds: call it again';

CREATE FUNCTION fanout.report_crash(
    worker_id bigint, claim_id bigint, reason text DEFAULT 'its connection was lost while it ran')
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_report_crash';
COMMENT ON FUNCTION fanout.report_crash IS
    'For a worker whose connection was lost, or whose statement was cancelled, while it ran run_sql_tasks or run_internal: the claim goes back in halves, each to be claimed alone; only a task that stands alone uses up an attempt, with the reason as its error. A claim that finished before is PFSTL';

CREATE FUNCTION fanout.heartbeat(
    worker_id bigint, claim_ids bigint[] DEFAULT '{}', task_indexes int[] DEFAULT '{}', details text[] DEFAULT '{}')
RETURNS SETOF bigint LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_heartbeat';
COMMENT ON FUNCTION fanout.heartbeat IS
    'Renews the worker''s lease; returns the claims that are to be stopped: whose runs have ended, or that were taken from the worker. Call it every fanout.heartbeat_interval. The arrays have one element a task that has something to report: details, JSON text of 64 KB at most, is kept until the task ends, and its next attempt gets it as progress. A report that is no JSON is passed over with a warning; one of a task that the worker doesn''t hold, or whose claim another call has locked at this moment, without';

CREATE FUNCTION fanout.maintain()
RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_maintain';
COMMENT ON FUNCTION fanout.maintain IS
    'Takes back the claims of silent workers; fails tasks that waited longer than their schedule_timeout, that reported nothing for their heartbeat_timeout, and that a client of claim_tasks holds alone under a claim for longer than their timeout and one fanout.heartbeat_interval; ends runs past their run_timeout. Returns how many. Any worker calls it every few seconds';

CREATE FUNCTION fanout.next_deadline() RETURNS timestamptz STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT least((SELECT min(r.deadline) FROM fanout.runs r WHERE r.status = 'started' AND r.deadline IS NOT NULL),
                 (SELECT min(q.expires_at) FROM fanout.queue q WHERE q.expires_at IS NOT NULL AND q.worker_id IS NULL));
END;
COMMENT ON FUNCTION fanout.next_deadline IS
    'When the next run reaches its run_timeout, or waiting task its schedule_timeout: maintain() is to be called then. Null: none does';

CREATE FUNCTION fanout.work_left(handlers text[], queues text[] DEFAULT '{default}') RETURNS boolean STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id)
         WHERE r.status = 'started' AND q.handler = ANY (work_left.handlers) AND q.queue = ANY (work_left.queues));
END;
COMMENT ON FUNCTION fanout.work_left IS
    'Whether anything is queued, claimed or waiting for a retry that a worker of these handlers and queues could take';
-- What people look at in psql. Every view shows a user the runs of flows that are theirs, and an operator all.
-- security_barrier: a function in somebody's WHERE does not see the rows that were filtered out.

-- Failures that stand: the task has ended with this one. The history of attempts, and of what a resume runs again, is
-- in fanout.failures only. A pipelined task's item is another task's output.
--
-- OFFSET 0 keeps the order of the look-ups: from the state to its failures, and from each of them to its result.
CREATE VIEW fanout.failed_tasks AS
SELECT s.run_id, s.step_id, s.state_id, f.generation, f.task_index,
       CASE WHEN t.pipelined_step_id IS NULL THEN
           (SELECT k.item FROM fanout.tasks k
             WHERE k.generation = f.generation AND k.state_id = s.state_id AND k.task_index = f.task_index)
       ELSE coalesce((SELECT y.output FROM fanout.step_states p JOIN fanout.results y ON y.state_id = p.state_id
                       WHERE p.run_id = s.run_id AND p.step_id = t.pipelined_step_id
                         AND y.generation = f.generation AND y.task_index = f.task_index), 'null') END AS item,
       f.error, f.attempt - (f.claimed_at IS NULL)::int AS attempts, f.failed_at
  FROM fanout.step_states s
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (SELECT x.generation, x.task_index, x.error, x.attempt, x.claimed_at, x.failed_at FROM fanout.failures x
                      WHERE x.generation = r.generation AND x.state_id = s.state_id AND x.final OFFSET 0) f
 CROSS JOIN LATERAL (SELECT FROM fanout.results x
                      WHERE x.generation = f.generation AND x.state_id = s.state_id AND x.task_index = f.task_index
                        AND x.attempt = f.attempt AND x.output IS NULL OFFSET 0) x
 WHERE s.failed_items > 0;
COMMENT ON VIEW fanout.failed_tasks IS 'A row a task that failed for good; item is a batch''s array';

CREATE VIEW fanout.items_failed_alone AS
SELECT s.run_id, s.step_id, s.state_id, x.generation, x.task_index, x.position,
       (SELECT k.item -> x.position FROM fanout.tasks k
         WHERE k.generation = x.generation AND k.state_id = s.state_id AND k.task_index = x.task_index) AS item,
       x.error, x.attempt::int AS attempts, x.completed_at AS failed_at
  FROM fanout.step_states s
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (
       SELECT x.generation, x.task_index, x.attempt, x.completed_at, (e.number - 1)::int AS position,
              fanout.item_error(e.value) AS error
         FROM fanout.results x
        CROSS JOIN LATERAL pg_catalog.jsonb_array_elements(x.output) WITH ORDINALITY e (value, number)
        WHERE t.batch_size > 1 AND x.generation = r.generation AND x.state_id = s.state_id
          AND fanout.item_error(e.value) IS NOT NULL OFFSET 0) x
 WHERE s.failed_items > 0;
COMMENT ON VIEW fanout.items_failed_alone IS 'A row an item that failed in a batch that did not; position is its place there';

-- Only a stream has batches that are not full before its last one.
CREATE VIEW fanout.item_errors AS
SELECT x.state_id, first.index + x.position AS index, x.item, x.error, x.attempts, x.failed_at
  FROM (SELECT f.state_id, f.task_index, (e.number - 1)::int AS position, e.item, f.error, f.attempts, f.failed_at,
               f.step_id, f.generation
          FROM fanout.failed_tasks f
          JOIN fanout.steps t ON t.step_id = f.step_id
         CROSS JOIN LATERAL (SELECT 1, f.item WHERE t.batch_size = 1
                             UNION ALL
                             SELECT b.number, b.value
                               FROM pg_catalog.jsonb_array_elements(CASE WHEN t.batch_size > 1 THEN f.item END)
                                    WITH ORDINALITY b (value, number)) e (number, item)
         UNION ALL
        SELECT a.state_id, a.task_index, a.position, a.item, a.error, a.attempts, a.failed_at, a.step_id, a.generation
          FROM fanout.items_failed_alone a) x
  JOIN fanout.steps t ON t.step_id = x.step_id
 CROSS JOIN LATERAL (SELECT CASE
       WHEN t.batch_size = 1 OR t.fanout_from IS DISTINCT FROM 'stream' THEN x.task_index * t.batch_size
       ELSE (SELECT coalesce(sum(pg_catalog.jsonb_array_length(k.item)), 0)::int FROM fanout.tasks k
              WHERE k.generation = x.generation AND k.state_id = x.state_id AND k.task_index < x.task_index)
       END) first (index);
COMMENT ON VIEW fanout.item_errors IS
    'For the engine: a row an item that failed for good, by its index in the step''s array, however its tasks are cut';

-- For the engine and the views below; nobody is granted it.
CREATE VIEW fanout.input_parts AS
SELECT s.state_id, p.name, p.value, p.in_context, p.has_errors
  FROM fanout.step_states s
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (
       SELECT 'run' AS name, r.input AS value, t.step_type = 'single' OR coalesce('run' = ANY (t.context), false) AS in_context,
              false AS has_errors
       UNION ALL
       SELECT b.step_slug, d.output, CASE WHEN t.step_type = 'single' THEN true
                                          WHEN t.context IS NOT NULL THEN b.step_slug = ANY (t.context)
                                          -- Without fanout_from the only dependency is the source.
                                          ELSE t.fanout_from IS NOT NULL AND b.step_slug <> t.fanout_from END,
              -- Of the step over which it is pipelined each task gets the error of its own item.
              d.failed_items > 0 AND b.step_id IS DISTINCT FROM t.pipelined_step_id
         FROM fanout.deps e
         JOIN fanout.step_states d ON d.run_id = s.run_id AND d.step_id = e.dep_step_id
         JOIN fanout.steps b ON b.step_id = d.step_id
        WHERE e.step_id = s.step_id) p;
COMMENT ON VIEW fanout.input_parts IS
    'What a step could get, a row a part: the run''s input, and each dependency''s output, and whether that has collected errors, which are in fanout.collected_errors. A single step gets all of it, a fan-out''s tasks what is in_context';

-- Apart from the parts: to begin a query over the partitions that this looks into takes a millisecond, and every claim of
-- a step with a context makes one.
CREATE VIEW fanout.collected_errors AS
SELECT s.state_id, pg_catalog.jsonb_object_agg(b.step_slug, (
           SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
                      'index', i.index, 'item', i.item, 'error', i.error, 'attempts', i.attempts) ORDER BY i.index)
             FROM fanout.item_errors i WHERE i.state_id = d.state_id)) AS errors
  FROM fanout.step_states s
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.deps e ON e.step_id = s.step_id
  JOIN fanout.step_states d ON d.run_id = s.run_id AND d.step_id = e.dep_step_id
  JOIN fanout.steps b ON b.step_id = d.step_id
 WHERE d.failed_items > 0 AND b.step_id IS DISTINCT FROM t.pipelined_step_id
 GROUP BY s.state_id;
COMMENT ON VIEW fanout.collected_errors IS
    'The errors that the dependencies of each step have collected: $errors of what its tasks get';

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

-- A single step has no stripes: while it is started, it counts as an open one. So does a stream that is open.
CREATE VIEW fanout.unfinished_tasks AS
SELECT s.state_id, coalesce((SELECT sum(p.remaining) FROM fanout.stripes p WHERE p.state_id = s.state_id),
                            s.open_stripes - s.is_open::int) AS remaining
  FROM fanout.step_states s;
COMMENT ON VIEW fanout.unfinished_tasks IS 'For the views below: how many tasks of a step of a run are not done yet';

CREATE VIEW fanout.steps_overview WITH (security_barrier) AS
SELECT s.run_id, f.flow_slug AS flow, t.step_slug, t.step_type, t.handler,
       CASE WHEN r.status <> 'started' AND s.status IN ('created', 'started') THEN 'cancelled' ELSE s.status END AS status,
       s.total_tasks - n.remaining AS done, s.total_tasks AS total, s.failed_items AS failed,
       s.started_at, coalesce(s.completed_at, r.completed_at, pg_catalog.clock_timestamp()) - s.started_at AS elapsed,
       pg_catalog.round(((s.total_tasks - n.remaining) / nullif(extract(epoch FROM
           coalesce(s.completed_at, r.completed_at, pg_catalog.clock_timestamp()) - s.started_at), 0))::numeric, 1)
           AS tasks_per_second,
       s.output, s.error
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.flows f ON f.flow_id = t.flow_id
  JOIN fanout.unfinished_tasks n ON n.state_id = s.state_id
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.steps_overview IS 'A row a step of a run: status, tasks done and total, items failed for good, times, tasks a second';

CREATE FUNCTION fanout.progress_bar(done bigint, total bigint) RETURNS text IMMUTABLE LANGUAGE sql
RETURN pg_catalog.repeat('█', (20 * done / greatest(total, 1))::int)
    || pg_catalog.repeat('░', 20 - (20 * done / greatest(total, 1))::int)
    || pg_catalog.lpad((100 * done / greatest(total, 1))::text, 4) || '%';
COMMENT ON FUNCTION fanout.progress_bar IS 'A text bar of 20 characters and a percentage';

CREATE VIEW fanout.runs_overview WITH (security_barrier) AS
SELECT r.run_id, f.flow_slug AS flow, r.name, r.status,
       fanout.progress_bar(CASE r.status WHEN 'completed' THEN n.total ELSE n.done END, n.total) AS progress,
       n.done, n.total, n.failed, r.started_at,
       coalesce(r.completed_at, pg_catalog.clock_timestamp()) - r.started_at AS elapsed,
       CASE WHEN r.status = 'started' AND n.done > 0
            THEN (pg_catalog.clock_timestamp() - r.started_at) * ((n.total - n.done)::float8 / n.done) END AS eta,
       r.error, f.version, r.priority, r.completed_at,
       (SELECT s.run_id FROM fanout.step_states s WHERE s.state_id = r.parent_state_id) AS parent_run_id
  FROM fanout.runs r
  JOIN fanout.flows f ON f.flow_id = r.flow_id
 CROSS JOIN LATERAL (SELECT
       (SELECT coalesce(sum(coalesce(s.total_tasks, 1)), 0)::bigint FROM fanout.step_states s
         WHERE s.run_id = r.run_id) AS total,
       (SELECT coalesce(sum(s.total_tasks - u.remaining), 0)::bigint
          FROM fanout.step_states s JOIN fanout.unfinished_tasks u ON u.state_id = s.state_id WHERE s.run_id = r.run_id) AS done,
       (SELECT coalesce(sum(s.failed_items), 0)::bigint FROM fanout.step_states s
         WHERE s.run_id = r.run_id) AS failed) n
 WHERE fanout.may_see(r.owner)
 -- An order that an index gives. Outside of a security barrier nobody could use it.
 ORDER BY r.started_at DESC;
COMMENT ON VIEW fanout.runs_overview IS
    'A row a run, the newest first: status, a text progress bar, tasks done and total (steps that wait count 1), items failed for good, times and an estimate; of a child run also whose it is';

-- For the engine and the views below; nobody is granted it.
CREATE VIEW fanout.task_items AS
SELECT k.generation, k.state_id, k.task_index, k.item FROM fanout.tasks k
UNION ALL
SELECT r.generation, s.state_id, i.task_index, x.output
  FROM fanout.step_states s
  JOIN fanout.steps t ON t.step_id = s.step_id AND t.pipelined_step_id IS NOT NULL
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.step_states p ON p.run_id = s.run_id AND p.step_id = t.pipelined_step_id
 CROSS JOIN LATERAL pg_catalog.generate_series(0, s.total_tasks - 1) AS i (task_index)
  -- One look-up a task, by the index: as a join the planner reads all results.
  LEFT JOIN LATERAL (SELECT y.output FROM fanout.results y
                      WHERE y.generation = r.generation AND y.state_id = p.state_id AND y.task_index = i.task_index
                     OFFSET 0) x ON true;
COMMENT ON VIEW fanout.task_items IS
    'A row a task with its item: that of a pipelined step is a result of its source, null until it is there';

CREATE VIEW fanout.step_contexts WITH (security_barrier) AS
SELECT p.state_id, pg_catalog.jsonb_object_agg(p.name, p.value) AS context
  FROM (SELECT i.state_id, i.name, i.value FROM fanout.input_parts i WHERE i.in_context
        UNION ALL
        SELECT c.state_id, '$errors', c.errors FROM fanout.collected_errors c) p
  JOIN fanout.step_states s ON s.state_id = p.state_id
  JOIN fanout.runs r ON r.run_id = s.run_id
 WHERE fanout.may_see(r.owner)
 GROUP BY p.state_id;
COMMENT ON VIEW fanout.step_contexts IS 'What the tasks of each step of a run get besides their items';

-- A function, so that its plan isn't part of that of step_tasks: with it the planner took seconds to compile what it
-- would execute in milliseconds.
CREATE FUNCTION fanout.step_context(state_id bigint) RETURNS jsonb STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN (SELECT c.context FROM fanout.step_contexts c WHERE c.state_id = step_context.state_id);
END
$$;
COMMENT ON FUNCTION fanout.step_context IS 'What the tasks of a step of a run get besides their items, for fanout.step_tasks';

CREATE VIEW fanout.step_tasks WITH (security_barrier) AS
SELECT s.run_id, f.flow_slug, t.step_slug, k.task_index,
       CASE WHEN x.state_id IS NOT NULL THEN CASE WHEN x.output IS NULL THEN 'failed' ELSE 'completed' END
            WHEN q.worker_id IS NOT NULL THEN 'started'
            WHEN r.status <> 'started' THEN 'cancelled'
            WHEN c.run_id IS NOT NULL AND q.kind IS DISTINCT FROM 'task' THEN 'started'
            ELSE 'queued' END AS status,
       coalesce(x.attempt - (x.worker_id = 0)::int,
                CASE WHEN q.worker_id IS NOT NULL OR q.kind = 'child' THEN q.attempt::int END,
                CASE WHEN q.queue_id IS NULL THEN c.parent_attempt::int END,
                (SELECT max(a.attempt)::int FROM fanout.failures a
                  WHERE a.generation = r.generation AND a.state_id = k.state_id AND a.task_index = k.task_index),
                0) AS attempts,
       CASE t.step_type WHEN 'single' THEN '{}'
                        ELSE pg_catalog.jsonb_build_object(CASE WHEN t.batch_size > 1 THEN 'items' ELSE 'item' END, k.item) END
           || CASE WHEN t.has_context THEN coalesce(fanout.step_context(s.state_id), '{}') ELSE '{}' END AS input,
       x.output,
       CASE WHEN x.output IS NULL THEN
           (SELECT a.error FROM fanout.failures a
             WHERE a.generation = r.generation AND a.state_id = k.state_id AND a.task_index = k.task_index
             ORDER BY a.attempt DESC LIMIT 1) END AS error,
       coalesce((SELECT w.name FROM fanout.workers w WHERE w.worker_id = coalesce(x.worker_id, q.worker_id)),
                nullif(coalesce(x.worker_id, q.worker_id), 0)::text) AS worker,
       s.started_at AS queued_at,
       CASE WHEN c.run_id IS NOT NULL THEN c.started_at
            WHEN x.worker_id = 0 THEN NULL ELSE coalesce(x.claimed_at, q.claimed_at) END AS started_at, x.completed_at,
       p.progress, p.reported_at, c.run_id AS child_run_id
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.flows f ON f.flow_id = t.flow_id
  JOIN fanout.task_items k ON k.generation = r.generation AND k.state_id = s.state_id
  LEFT JOIN fanout.results x
    ON x.generation = r.generation AND x.state_id = k.state_id AND x.task_index = k.task_index
  LEFT JOIN fanout.queue q
    ON x.state_id IS NULL AND q.state_id = k.state_id AND q.kind IN ('task', 'child') AND q.indexes @> k.task_index
  LEFT JOIN fanout.runs c ON c.parent_state_id = k.state_id AND c.parent_index = k.task_index
  LEFT JOIN fanout.task_progress p ON p.state_id = k.state_id AND p.task_index = k.task_index
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.step_tasks IS
    'A row a task: status, attempts, input, output, error, worker (its name while registered, else its id), times; until it ends also what it reported last; with a handler flow:slug the run that is its child';

CREATE VIEW fanout.task_failures WITH (security_barrier) AS
SELECT s.run_id, t.step_slug, t.step_type, x.task_index, x.attempt::int, x.final, x.error, x.claimed_at, x.failed_at,
       k.item
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.failures x ON x.generation = r.generation AND x.state_id = s.state_id
  JOIN fanout.task_items k ON k.generation = r.generation AND k.state_id = s.state_id AND k.task_index = x.task_index
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.task_failures IS 'A row a failed attempt; without claimed_at the task failed while it waited for one';

CREATE VIEW fanout.task_results WITH (security_barrier) AS
SELECT s.run_id, t.step_slug, x.task_index, x.attempt::int, x.output,
       CASE WHEN x.output IS NULL THEN
           (SELECT f.error FROM fanout.failures f
             WHERE f.generation = x.generation AND f.state_id = x.state_id AND f.task_index = x.task_index
               AND f.attempt = x.attempt) END AS error
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.results x ON x.generation = r.generation AND x.state_id = s.state_id
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.task_results IS 'A row a task that has ended: its output, or where it failed its error';

CREATE VIEW fanout.leaf_outputs AS
SELECT s.run_id, pg_catalog.jsonb_object_agg(t.step_slug, s.output) AS output
  FROM fanout.step_states s JOIN fanout.steps t ON t.step_id = s.step_id
 WHERE NOT EXISTS (SELECT FROM fanout.deps d WHERE d.dep_step_id = s.step_id) GROUP BY s.run_id;
COMMENT ON VIEW fanout.leaf_outputs IS 'The outputs of each run''s steps on which nothing depends: when it is completed, its output. No row: no steps';

CREATE VIEW fanout.run_outputs WITH (security_barrier) AS
SELECT r.run_id, r.status, r.input,
       CASE r.status WHEN 'completed' THEN
           coalesce((SELECT o.output FROM fanout.leaf_outputs o WHERE o.run_id = r.run_id), '{}') END AS output,
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

CREATE VIEW fanout.chained_runs WITH (security_barrier) AS
SELECT b.run_id AS batch, k.task_index AS index, (k.item #>> '{}')::uuid AS source_run,
       coalesce(c.run_id, (x.output #>> '{}')::uuid) AS run,
       CASE WHEN c.run_id IS NOT NULL THEN c.status
            WHEN x.state_id IS NOT NULL THEN CASE WHEN x.output IS NULL THEN 'failed' ELSE 'completed' END
            WHEN b.status <> 'started' THEN 'cancelled'
            ELSE 'queued' END AS status,
       CASE WHEN c.run_id IS NOT NULL THEN c.error
            WHEN x.output IS NULL THEN
                (SELECT a.error FROM fanout.failures a
                  WHERE a.generation = b.generation AND a.state_id = k.state_id AND a.task_index = k.task_index
                  ORDER BY a.attempt DESC LIMIT 1) END AS error
  FROM fanout.runs b
  JOIN fanout.step_states s ON s.run_id = b.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id AND t.is_chain
  JOIN fanout.tasks k ON k.generation = b.generation AND k.state_id = s.state_id
  LEFT JOIN fanout.runs c ON c.parent_state_id = k.state_id AND c.parent_index = k.task_index
  LEFT JOIN fanout.results x
    ON x.generation = b.generation AND x.state_id = k.state_id AND x.task_index = k.task_index
 WHERE fanout.may_see(b.owner);
COMMENT ON VIEW fanout.chained_runs IS 'A row a source run of a batch that chain_runs has started: the run on its output, its status and error';

CREATE VIEW fanout.queue_overview WITH (security_barrier) AS
SELECT q.queue, q.handler,
       coalesce(sum(q.width) FILTER (WHERE q.worker_id IS NULL AND q.available_at IS NULL), 0) AS waiting,
       coalesce(sum(q.width) FILTER (WHERE q.available_at IS NOT NULL), 0) AS delayed,
       coalesce(sum(q.width) FILTER (WHERE q.worker_id IS NOT NULL), 0) AS claimed,
       min(s.started_at) FILTER (WHERE q.worker_id IS NULL AND q.available_at IS NULL) AS oldest
  FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id)
 WHERE fanout.may_see(r.owner) AND (r.status = 'started' OR q.worker_id IS NOT NULL)
 GROUP BY q.queue, q.handler;
COMMENT ON VIEW fanout.queue_overview IS
    'A row a queue and handler: tasks waiting, delayed for a retry or behind a limit, claimed; when the step of the oldest waiting one started';

CREATE VIEW fanout.workers_overview AS
SELECT w.worker_id, w.name, w.handlers, w.queues, w.slots,
       coalesce((SELECT sum(q.width) FROM fanout.queue q WHERE q.worker_id = w.worker_id), 0) AS in_flight,
       e.idle, h.seen_at, h.suspect_since IS NOT NULL AS suspect, w.registered_at
  FROM fanout.workers w JOIN fanout.exchanges e USING (worker_id) LEFT JOIN fanout.heartbeats h USING (worker_id);
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
    OR r.status = 'started' AND s.status IN ('created', 'started') AND fanout.may_see(r.owner);
COMMENT ON VIEW fanout.limits_overview IS
    'A row a limit, named or of one step of a run: tasks in flight and waiting behind it, its cap, rate and tokens';
-- What a daemon serves to Prometheus about the whole of the queue, and a person reads in psql. It runs as its owner, and
-- so counts everybody's tasks, but shows nothing of them beyond the names of queues and handlers.

CREATE FUNCTION fanout.metrics() RETURNS TABLE (name text, labels jsonb, value double precision) STABLE
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    WITH queued AS (
        SELECT q.*, pg_catalog.jsonb_build_object('queue', q.queue, 'handler', q.handler) AS labels
          FROM fanout.queue_overview q
    )
    SELECT 'fanout_queue_tasks', q.labels || pg_catalog.jsonb_build_object('state', s.state), s.tasks::double precision
      FROM queued q CROSS JOIN LATERAL (VALUES ('waiting', q.waiting), ('delayed', q.delayed), ('claimed', q.claimed))
           AS s (state, tasks)
    UNION ALL
    SELECT 'fanout_queue_oldest_seconds', q.labels,
           coalesce(greatest(extract(epoch FROM pg_catalog.clock_timestamp() - q.oldest), 0), 0)::double precision
      FROM queued q
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
     GROUP BY s.status;
END;
COMMENT ON FUNCTION fanout.metrics IS
    'What the daemon serves to Prometheus: fanout_queue_tasks (waiting, delayed, claimed) and fanout_queue_oldest_seconds (since the step of the oldest waiting task started) by queue and handler, fanout_workers by state, fanout_runs by status but completed';
-- Looking at one run. These read the views, so each caller sees what is theirs. They are VOLATILE where one could be
-- called on what start_run has just returned, in one statement.

CREATE FUNCTION fanout.run_status(run_id uuid) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_status text;
BEGIN
    SELECT r.status INTO found_status FROM fanout.run_outputs r WHERE r.run_id = run_status.run_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFRUN', MESSAGE = format('run %s does not exist', coalesce(run_id::text, 'null')),
            HINT = 'fanout.runs_overview lists the runs that you may see.';
    END IF;
    RETURN found_status;
END
$$;
COMMENT ON FUNCTION fanout.run_status IS 'The run''s status: started, completed, failed or cancelled';

CREATE FUNCTION fanout.run_output(run_id uuid) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM fanout.run_status(run_id);
    RETURN (SELECT r.output FROM fanout.run_outputs r WHERE r.run_id = run_output.run_id);
END
$$;
COMMENT ON FUNCTION fanout.run_output IS 'The outputs of the run''s leaf steps as an object; null until it is completed';

CREATE FUNCTION fanout.check_step(run_id uuid, step_slug text) RETURNS text STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    leaves text[];
BEGIN
    PERFORM fanout.run_status(run_id);
    IF step_slug IS NULL THEN
        SELECT array_agg(l.step_slug ORDER BY l.step_slug) INTO leaves
          FROM fanout.leaf_steps l WHERE l.run_id = check_step.run_id;
        IF cardinality(leaves) = 1 THEN
            RETURN leaves[1];
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('run %s has %s leaf steps', run_id, coalesce(cardinality(leaves), 0)),
            HINT = format('Name the step: one of %s.', coalesce(array_to_string(leaves, ', '), 'none'));
    END IF;
    PERFORM FROM fanout.steps_overview s WHERE s.run_id = check_step.run_id AND s.step_slug = check_step.step_slug;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFSTP', MESSAGE = format('run %s has no step "%s"', run_id, step_slug),
            HINT = 'fanout.steps_overview lists the steps of a run.';
    END IF;
    RETURN step_slug;
END
$$;
COMMENT ON FUNCTION fanout.check_step IS 'The step, or the run''s only leaf where it is null; an error where there is none';

CREATE FUNCTION fanout.is_ready(run_id uuid, step_slug text DEFAULT NULL) RETURNS boolean LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF step_slug IS NULL THEN
        RETURN fanout.run_status(run_id) <> 'started';
    END IF;
    PERFORM fanout.check_step(run_id, step_slug);
    RETURN (SELECT s.status IN ('completed', 'failed', 'cancelled') FROM fanout.steps_overview s
             WHERE s.run_id = is_ready.run_id AND s.step_slug = is_ready.step_slug);
END
$$;
COMMENT ON FUNCTION fanout.is_ready IS 'Whether the run, or the step, has finished, whichever way';

CREATE FUNCTION fanout.results(run_id uuid, step_slug text DEFAULT NULL, after_index int DEFAULT -1, max_rows int DEFAULT NULL)
RETURNS TABLE (task_index int, status text, output jsonb, error text, attempts int) STABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    step text := fanout.check_step(run_id, step_slug);
BEGIN
    IF after_index IS NULL OR after_index < -1 OR max_rows < 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'results: after_index is null or below -1, or max_rows is negative',
            HINT = 'after_index is the last index that you have read, -1 for none.';
    END IF;
    RETURN QUERY
    SELECT x.task_index, CASE WHEN x.output IS NULL THEN 'failed' ELSE 'completed' END, x.output, x.error, x.attempt
      FROM (SELECT r.task_index, r.output, r.error, r.attempt,
                   after_index + row_number() OVER (ORDER BY r.task_index) AS expected
              FROM fanout.task_results r
             WHERE r.run_id = results.run_id AND r.step_slug = step AND r.task_index > after_index
               AND r.task_index <= coalesce(after_index + max_rows::bigint, 2147483647)) x
     WHERE x.task_index = x.expected
     ORDER BY x.task_index;
END
$$;
COMMENT ON FUNCTION fanout.results IS
    'Results in index order while the fan-out runs, up to the first unfinished index: the last index read is the cursor (after_index). step_slug null: the only leaf';

-- In SQL, because PL/pgSQL takes no parameter and result column of one name.
CREATE FUNCTION fanout.errors(run_id uuid, step_slug text DEFAULT NULL)
RETURNS TABLE (step_slug text, task_index int, item jsonb, attempts int, error text, failed_at timestamptz)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp SET jit = off AS $$
    SELECT fanout.run_status($1);
    SELECT CASE WHEN $2 IS NOT NULL THEN fanout.check_step($1, $2) END;
    SELECT x.step_slug, x.task_index, x.item, x.attempts, x.error, x.failed_at
      FROM (SELECT e.step_slug, e.task_index, e.position, e.item, e.attempts, e.error, e.failed_at
              FROM fanout.task_errors e WHERE e.run_id = $1
             UNION ALL
            SELECT s.step_slug, NULL, NULL, NULL, NULL, s.error, s.failed_at
              FROM fanout.step_errors s WHERE s.run_id = $1) x
     WHERE $2 IS NULL OR x.step_slug = $2
     ORDER BY x.step_slug, x.task_index, x.position;
$$;
COMMENT ON FUNCTION fanout.errors IS
    'Tasks that failed for good, items that failed alone in their batch (task_index counts batches), and with task_index null steps that failed as a whole';

CREATE FUNCTION fanout.chain_results(batch uuid)
RETURNS TABLE (index int, source_run uuid, run uuid, status text, error text) STABLE LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $$
    SELECT fanout.run_status($1);
    SELECT r.index, r.source_run, r.run, r.status, r.error FROM fanout.chained_runs r WHERE r.batch = $1 ORDER BY r.index;
$$;
COMMENT ON FUNCTION fanout.chain_results IS
    'What became of each source run of a batch that chain_runs has started, in order: run is null until one has started, and where none could';
-- Arrays to fan out over.

CREATE FUNCTION fanout.offset_limit(total bigint, chunk bigint) RETURNS jsonb IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF total IS NULL OR total < 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('offset_limit: total is %s', coalesce(total::text, 'null')),
            HINT = 'Give the number of rows there are, 0 or more.';
    END IF;
    IF chunk IS NULL OR chunk < 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('offset_limit: chunk is %s', coalesce(chunk::text, 'null')),
            HINT = 'Give the number of rows that a task is to take, 1 or more.';
    END IF;
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('offset', o, 'limit', least(chunk, total - o)) ORDER BY o), '[]')
              FROM generate_series(0, total - 1, chunk) o);
END
$$;
COMMENT ON FUNCTION fanout.offset_limit IS
    'An array of {"offset": …, "limit": …} that covers `total` rows, `chunk` at a time; the last one may be smaller';

CREATE FUNCTION fanout.chunk(items jsonb, size int) RETURNS jsonb IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF items IS NULL OR jsonb_typeof(items) <> 'array' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('chunk: items is no array but %s', coalesce(jsonb_typeof(items), 'SQL NULL')),
            HINT = 'Give a JSON array.';
    END IF;
    IF size IS NULL OR size < 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('chunk: size is %s', coalesce(size::text, 'null')),
            HINT = 'Give the number of items that a chunk is to have, 1 or more.';
    END IF;
    RETURN (SELECT coalesce(jsonb_agg(c.elements ORDER BY c.number), '[]')
              FROM (SELECT (place - 1) / size AS number, jsonb_agg(element ORDER BY place) AS elements
                      FROM jsonb_array_elements(items) WITH ORDINALITY AS e (element, place) GROUP BY 1) c);
END
$$;
COMMENT ON FUNCTION fanout.chunk IS 'The items in arrays of `size`, in their order; the last one may be shorter';
-- A fan-out without defining a flow. With the caller's rights and search_path, with which sql: handlers are looked up; so
-- whatever it calls is qualified.

CREATE FUNCTION fanout.execute_many(
    handler text, items jsonb, max_concurrency int DEFAULT 10, name text DEFAULT NULL, run_id uuid DEFAULT NULL,
    priority int DEFAULT 0, fair_key text DEFAULT NULL, max_attempts int DEFAULT 3, base_delay interval DEFAULT '1 s',
    max_delay interval DEFAULT '5 min', timeout interval DEFAULT '60 s', run_timeout interval DEFAULT NULL,
    queue text DEFAULT 'default', batch_size int DEFAULT 1, limits text[] DEFAULT '{}', start_delay interval DEFAULT NULL,
    schedule_timeout interval DEFAULT NULL, heartbeat_timeout interval DEFAULT NULL, on_failure text DEFAULT 'collect',
    tolerated_failures int DEFAULT NULL, tolerated_failure_percentage numeric DEFAULT NULL, retry_budget int DEFAULT NULL,
    output_mode text DEFAULT 'array')
RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    -- The same options of the same owner are the same flow.
    options text := pg_catalog.jsonb_build_array(
        current_user, handler, CASE WHEN pg_catalog.starts_with(handler, 'sql:') THEN pg_catalog.current_setting('search_path') END,
        max_concurrency, max_attempts, base_delay, max_delay, timeout, run_timeout, queue, batch_size, limits, start_delay,
        schedule_timeout, heartbeat_timeout, on_failure, tolerated_failures, tolerated_failure_percentage, retry_budget,
        output_mode)::text;
    flow text := 'execute_many-' || pg_catalog.md5(options);
BEGIN
    IF handler IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'execute_many: handler is null',
            HINT = 'Name a handler of a worker, or sql:function, or flow:slug.';
    END IF;
    IF items IS NULL OR pg_catalog.jsonb_typeof(items) <> 'array' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG',
            MESSAGE = pg_catalog.format('execute_many: items is no array but %s', coalesce(pg_catalog.jsonb_typeof(items), 'SQL NULL')),
            HINT = 'Give a JSON array; each element is a task''s item.';
    END IF;
    PERFORM fanout.create_flow(flow, max_attempts, base_delay, max_delay, timeout, run_timeout,
                               'execute_many over ' || handler);
    PERFORM fanout.add_step(flow, 'tasks', step_type => 'fanout', fanout_from => 'run', handler => handler, queue => queue,
                            batch_size => batch_size, max_concurrency => max_concurrency, limits => limits,
                            start_delay => start_delay, schedule_timeout => schedule_timeout,
                            heartbeat_timeout => heartbeat_timeout, on_failure => on_failure,
                            tolerated_failures => tolerated_failures,
                            tolerated_failure_percentage => tolerated_failure_percentage, retry_budget => retry_budget,
                            output_mode => output_mode);
    RETURN fanout.start_run(flow, items, name, run_id, priority, fair_key);
END
$$;
COMMENT ON FUNCTION fanout.execute_many IS
    'Runs a handler for each of the items and returns the run''s id; its step is tasks. At most max_concurrency of them at once (null: no cap). A task that fails leaves a null, and the others go on, unless on_failure says fail_fast. The other options are those of create_flow, add_step and start_run';
-- Who may do what. PUBLIC has nothing.

CREATE FUNCTION fanout.grant_functions(role regrole, names text[]) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    routine regprocedure;
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA fanout TO %s', role);
    FOR routine IN SELECT p.oid FROM pg_proc p
                    WHERE p.pronamespace = 'fanout'::regnamespace AND p.proname = ANY (names) LOOP
        EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO %s', routine, role);
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.grant_functions IS 'Grants EXECUTE on functions of fanout by name';

CREATE FUNCTION fanout.grant_worker(role regrole) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, pg_temp
RETURN fanout.grant_functions(role, ARRAY['register_worker', 'unregister_worker', 'exchange', 'claim_tasks',
    'complete_task', 'fail_task', 'run_sql_tasks', 'run_internal', 'report_crash',
    'heartbeat', 'maintain', 'next_deadline', 'work_left', 'metrics']);
COMMENT ON FUNCTION fanout.grant_worker IS 'Lets a role be a worker: the worker functions and nothing else';

CREATE FUNCTION fanout.grant_looking(role regrole) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM fanout.grant_functions(role, ARRAY['run_status', 'run_output', 'is_ready', 'results', 'errors', 'wait_for_run', 'chain_results',
        'check_step', 'may_see', 'progress_bar', 'item_error', 'step_context']);
    EXECUTE format('GRANT SELECT ON fanout.runs_overview, fanout.steps_overview, fanout.step_tasks, fanout.step_contexts, fanout.task_failures,
        fanout.task_errors, fanout.step_errors, fanout.task_results, fanout.run_outputs, fanout.leaf_steps, fanout.chained_runs,
        fanout.queue_overview, fanout.workers_overview, fanout.limits_overview TO %s', role);
END
$$;
COMMENT ON FUNCTION fanout.grant_looking IS 'Lets a role read the views; they show what is its own';

CREATE FUNCTION fanout.grant_developer(role regrole) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM fanout.grant_looking(role);
    PERFORM fanout.grant_functions(role, ARRAY['create_flow', 'drop_flow', 'add_step', 'drop_step', 'create_limit', 'drop_limit',
        'start_run', 'execute_many', 'chain_runs', 'offset_limit', 'chunk', 'cancel_run', 'resume_run', 'set_max_concurrency', 'current_task',
        'push_items', 'close_items']);
END
$$;
COMMENT ON FUNCTION fanout.grant_developer IS 'Lets a role define and run flows of its own, and see their runs';

CREATE FUNCTION fanout.grant_operator(role regrole) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM fanout.grant_looking(role);
    PERFORM fanout.grant_functions(role, ARRAY['cancel_run', 'resume_run', 'create_limit', 'drop_limit', 'set_max_concurrency',
        'is_operator', 'metrics']);
END
$$;
COMMENT ON FUNCTION fanout.grant_operator IS 'Lets a role see, cancel and resume all runs';

REVOKE ALL ON ALL ROUTINES IN SCHEMA fanout FROM PUBLIC;
-- Large values are compressed with lz4 where the server has it: an array of 100,000 items of 75 bytes, new and easy to compress, took
-- 175 ms to be made and inserted with pglz, and 140 with lz4.
DO $$
DECLARE
    relation regclass;
    name text;
BEGIN
    IF NOT (SELECT 'lz4' = ANY (s.enumvals) FROM pg_catalog.pg_settings s WHERE s.name = 'default_toast_compression') THEN
        RETURN;
    END IF;
    FOR relation, name IN
        SELECT c.oid, a.attname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
         WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('r', 'p') AND a.atttypid = 'jsonb'::regtype
           AND NOT a.attisdropped LOOP
        EXECUTE pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I SET COMPRESSION lz4', relation, name);
    END LOOP;
END
$$;
-- Everything survives pg_dump: the rows of every table, and the sequences' values.
DO $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN SELECT c.oid FROM pg_catalog.pg_class c
                     WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('r', 'S') LOOP
        PERFORM pg_catalog.pg_extension_config_dump(relation, '');
    END LOOP;
END
$$;
