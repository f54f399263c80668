-- Complain when this file is run by psql instead of CREATE EXTENSION.
\echo Use "CREATE EXTENSION pgfanout" to load this file. \quit

CREATE SCHEMA fanout;
COMMENT ON SCHEMA fanout IS 'Durable fan-out: flows, runs, tasks and the queue that workers poll';
-- fanout.role: a role as a flow's owner. It is kept by its number, so that it may be renamed, and written by its name, so that a
-- dump has no numbers, which elsewhere are somebody else's. Unlike regrole it takes the name of a role that isn't there: one
-- missing owner would otherwise keep everybody's flows from being restored. Such a role stays missing when one of its name
-- is made, and a dropped one dropped: whose flows they are then is for fanout.reassign_flows.

CREATE TYPE fanout.role;
CREATE FUNCTION fanout.role_in(cstring) RETURNS fanout.role STABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_in';
COMMENT ON FUNCTION fanout.role_in IS 'For fanout.role: a role by its name; (missing: name) where there is none';
CREATE FUNCTION fanout.role_out(fanout.role) RETURNS cstring STABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_out';
COMMENT ON FUNCTION fanout.role_out IS 'For fanout.role: its present name; (missing: name), (dropped: number) where there is none';
CREATE FUNCTION fanout.role_recv(internal) RETURNS fanout.role STABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_recv';
COMMENT ON FUNCTION fanout.role_recv IS 'For fanout.role: as role_in, from what is sent in binary';
CREATE FUNCTION fanout.role_send(fanout.role) RETURNS bytea STABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_send';
COMMENT ON FUNCTION fanout.role_send IS 'For fanout.role: as role_out, for what is sent in binary';
CREATE TYPE fanout.role (INPUT = fanout.role_in, OUTPUT = fanout.role_out, RECEIVE = fanout.role_recv, SEND = fanout.role_send,
                         INTERNALLENGTH = VARIABLE, STORAGE = main);
COMMENT ON TYPE fanout.role IS 'A role by its name: one that is there, (missing: name) of another cluster, or (dropped: number)';

CREATE FUNCTION fanout.role_of(number oid) RETURNS fanout.role IMMUTABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_of';
COMMENT ON FUNCTION fanout.role_of IS 'The role with that number';
CREATE FUNCTION fanout.role_number(role fanout.role) RETURNS oid IMMUTABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_number';
COMMENT ON FUNCTION fanout.role_number IS 'The number of a role, also of a dropped one; 0 of one that is missing here, which no role has';
CREATE CAST (oid AS fanout.role) WITH FUNCTION fanout.role_of(oid) AS ASSIGNMENT;
CREATE CAST (regrole AS fanout.role) WITH FUNCTION fanout.role_of(oid) AS IMPLICIT;
CREATE CAST (fanout.role AS oid) WITH FUNCTION fanout.role_number(fanout.role) AS IMPLICIT;

-- By its bytes, in an order that means nothing: for keys and indexes. These operators are found by OPERATOR(fanout.=) only; elsewhere
-- a role is compared by its number, as a regrole is.
DO $$
DECLARE
    name text;
    symbol text;
BEGIN
    FOR name, symbol IN VALUES ('eq', '='), ('lt', '<'), ('le', '<='), ('gt', '>'), ('ge', '>=') LOOP
        EXECUTE pg_catalog.format(
            'CREATE FUNCTION fanout.role_%1$s(fanout.role, fanout.role) RETURNS boolean IMMUTABLE STRICT PARALLEL SAFE
                 LANGUAGE internal AS ''bytea%1$s'';
             COMMENT ON FUNCTION fanout.role_%1$s IS ''For fanout.role: %2$s'';
             CREATE OPERATOR fanout.%2$s (LEFTARG = fanout.role, RIGHTARG = fanout.role, FUNCTION = fanout.role_%1$s);', name, symbol);
    END LOOP;
END
$$;
CREATE FUNCTION fanout.role_cmp(fanout.role, fanout.role) RETURNS int IMMUTABLE STRICT PARALLEL SAFE LANGUAGE internal AS 'byteacmp';
COMMENT ON FUNCTION fanout.role_cmp IS 'For fanout.role: which comes first in an index';
CREATE OPERATOR CLASS fanout.role_ops DEFAULT FOR TYPE fanout.role USING btree AS
    OPERATOR 1 fanout.<, OPERATOR 2 fanout.<=, OPERATOR 3 fanout.=, OPERATOR 4 fanout.>=, OPERATOR 5 fanout.>,
    FUNCTION 1 fanout.role_cmp(fanout.role, fanout.role);
-- Where this installation lives: what tells a copy of the database from the database.

-- Without a key: a database made with a TEMPLATE has the template's rows, and so has a dump that is loaded into it of another one
-- that was made so.
CREATE TABLE fanout.homes (
    installation uuid NOT NULL,
    made_from uuid CONSTRAINT homes_is_not_made_from_itself CHECK (made_from <> installation),
    database oid NOT NULL
);
COMMENT ON TABLE fanout.homes IS
    'Which CREATE EXTENSION made these tables, in which database, and which databases were made from that with a TEMPLATE, one from the other: a chain of installations. With a dump come rows that are not of the chain, with a TEMPLATE those of another database: then this is a copy. pg_upgrade and a standby change nothing';
INSERT INTO fanout.homes (installation, database)
SELECT pg_catalog.gen_random_uuid(), d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database();

-- Backends keep what they have found out.
CREATE FUNCTION fanout.forget_home()
RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_forget_home';
COMMENT ON FUNCTION fanout.forget_home IS 'For the engine: has all backends find out anew whether the database is a copy';
CREATE TRIGGER home_is_forgotten AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON fanout.homes
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_home();
-- Definitions: flows are graphs of steps. A version of which there is a run does not change. No foreign keys: pg_dump copies these
-- tables after their constraints are there, and a parallel restore in whatever order. drop_flow and drop_step remove what belongs.

CREATE TABLE fanout.flows (
    flow_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT flows_pkey PRIMARY KEY,
    flow_slug text COLLATE "C" NOT NULL
        CONSTRAINT flows_slug_is_valid CHECK (flow_slug ~ '^[A-Za-z][A-Za-z0-9_-]*$' AND octet_length(flow_slug) <= 63),
    version int NOT NULL CONSTRAINT flows_version_is_positive CHECK (version >= 1),
    owner fanout.role NOT NULL,
    max_attempts int NOT NULL CONSTRAINT flows_max_attempts_is_in_range CHECK (max_attempts BETWEEN 1 AND 1000),
    base_delay interval NOT NULL CONSTRAINT flows_base_delay_is_not_negative CHECK (base_delay >= '0'),
    max_delay interval NOT NULL,
    timeout interval NOT NULL CONSTRAINT flows_timeout_is_positive CHECK (timeout > '0'),
    run_timeout interval CONSTRAINT flows_run_timeout_is_positive CHECK (run_timeout > '0'),
    -- Of all versions alike; null: the setting's; -1 second: for ever.
    retention interval CONSTRAINT flows_retention_is_a_minute_or_for_ever CHECK (retention >= '1 min' OR retention = '-1'),
    retention_failed interval
        CONSTRAINT flows_retention_failed_is_a_minute_or_for_ever CHECK (retention_failed >= '1 min' OR retention_failed = '-1'),
    -- Of all versions alike, too.
    notify boolean NOT NULL DEFAULT false,
    description text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT flows_version_is_unique UNIQUE (flow_slug, version),
    CONSTRAINT flows_max_delay_is_not_below_base_delay CHECK (max_delay >= base_delay)
);
COMMENT ON TABLE fanout.flows IS 'One row a version of a flow; the highest version is the current one';

CREATE TABLE fanout.steps (
    step_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT steps_pkey PRIMARY KEY,
    flow_id bigint NOT NULL,
    step_slug text COLLATE "C" NOT NULL
        CONSTRAINT steps_slug_is_valid CHECK (step_slug ~ '^[A-Za-z][A-Za-z0-9_-]*$' AND octet_length(step_slug) <= 63),
    position int NOT NULL,
    step_type text COLLATE "C" NOT NULL CONSTRAINT steps_type_is_known CHECK (step_type IN ('single', 'fanout')),
    handler text COLLATE "C" NOT NULL CONSTRAINT steps_handler_is_a_name CHECK (octet_length(handler) BETWEEN 1 AND 255),
    sql_function text COLLATE "C",
    sql_search_path text COLLATE "C",
    max_attempts int CONSTRAINT steps_max_attempts_is_in_range CHECK (max_attempts BETWEEN 1 AND 1000),
    base_delay interval CONSTRAINT steps_base_delay_is_not_negative CHECK (base_delay >= '0'),
    max_delay interval,
    timeout interval CONSTRAINT steps_timeout_is_positive CHECK (timeout > '0'),
    queue text COLLATE "C" NOT NULL CONSTRAINT steps_queue_is_a_name CHECK (octet_length(queue) BETWEEN 1 AND 255),
    priority int NOT NULL CONSTRAINT steps_priority_is_in_range CHECK (abs(priority::bigint) <= 1000000000),
    fanout_from text COLLATE "C" CONSTRAINT steps_source_belongs_to_a_fanout CHECK (fanout_from IS NULL OR step_type = 'fanout'),
    source_function text COLLATE "C",
    source_search_path text COLLATE "C",
    fanout_path text COLLATE "C" CONSTRAINT steps_path_belongs_to_a_fanout CHECK (fanout_path IS NULL OR step_type = 'fanout'),
    context text[] COLLATE "C" CONSTRAINT steps_context_belongs_to_a_fanout CHECK (context IS NULL OR step_type = 'fanout'),
    batch_size int NOT NULL DEFAULT 1 CONSTRAINT steps_batch_size_is_positive CHECK (batch_size >= 1),
    max_concurrency int CONSTRAINT steps_max_concurrency_is_positive CHECK (max_concurrency >= 1),
    limits text[] COLLATE "C" NOT NULL DEFAULT '{}',
    start_delay interval CONSTRAINT steps_start_delay_is_not_negative CHECK (start_delay >= '0'),
    schedule_timeout interval CONSTRAINT steps_schedule_timeout_is_positive CHECK (schedule_timeout > '0'),
    heartbeat_timeout interval CONSTRAINT steps_heartbeat_timeout_is_positive CHECK (heartbeat_timeout > '0'),
    on_failure text COLLATE "C" NOT NULL DEFAULT 'fail_fast'
        CONSTRAINT steps_on_failure_is_known CHECK (on_failure IN ('fail_fast', 'collect')),
    tolerated_failures int CONSTRAINT steps_tolerated_failures_is_not_negative CHECK (tolerated_failures >= 0),
    tolerated_failure_percentage numeric
        CONSTRAINT steps_tolerated_failure_percentage_is_in_range CHECK (tolerated_failure_percentage BETWEEN 0 AND 100),
    retry_budget int CONSTRAINT steps_retry_budget_is_not_negative CHECK (retry_budget >= 0),
    output_mode text COLLATE "C" NOT NULL DEFAULT 'array'
        CONSTRAINT steps_output_mode_is_known CHECK (output_mode IN ('array', 'counts')),
    max_buffered int NOT NULL DEFAULT 1000 CONSTRAINT steps_max_buffered_is_positive CHECK (max_buffered >= 1),
    -- Of a batch of chained runs: what becomes of a source run's output on its way to the target.
    is_chain boolean NOT NULL DEFAULT false,
    chain_source_step text COLLATE "C",
    chain_transform text COLLATE "C",
    chain_search_path text COLLATE "C",
    chain_name_prefix text COLLATE "C",
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
-- Whose child runs a flow's are.
CREATE INDEX steps_of_child_runs ON fanout.steps (handler) WHERE handler LIKE 'flow:%';
COMMENT ON TABLE fanout.steps IS
    'Steps of a version of a flow; position is a topological order; pipelined_step_id is the fan-out whose task i must be done for task i of this one; an array that no step needs is not built';

CREATE TABLE fanout.slug_key (
    key uuid CONSTRAINT slug_key_pkey PRIMARY KEY
);
COMMENT ON TABLE fanout.slug_key IS 'One row, which nobody is granted: what makes slugs of flows that are defined for a role, by execute_many and chain_runs, hard to guess';
INSERT INTO fanout.slug_key VALUES (pg_catalog.gen_random_uuid());

CREATE TABLE fanout.deps (
    step_id bigint NOT NULL,
    dep_step_id bigint NOT NULL,
    CONSTRAINT deps_pkey PRIMARY KEY (step_id, dep_step_id),
    CONSTRAINT deps_not_on_itself CHECK (step_id <> dep_step_id)
);
CREATE INDEX deps_dependents ON fanout.deps (dep_step_id);
COMMENT ON TABLE fanout.deps IS 'What each step depends on';

-- Backends keep the definitions that they have read.
CREATE FUNCTION fanout.forget_definitions()
RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_forget_definitions';
COMMENT ON FUNCTION fanout.forget_definitions IS
    'For the engine: has all backends read the definition of a flow that has changed anew; for a statement, those of all flows';
CREATE TRIGGER definition_is_forgotten AFTER INSERT OR UPDATE OR DELETE ON fanout.flows
    FOR EACH ROW EXECUTE FUNCTION fanout.forget_definitions();
CREATE TRIGGER definition_is_forgotten AFTER INSERT OR UPDATE OR DELETE ON fanout.steps
    FOR EACH ROW EXECUTE FUNCTION fanout.forget_definitions();
CREATE TRIGGER definition_is_forgotten AFTER INSERT OR UPDATE OR DELETE ON fanout.deps
    FOR EACH ROW EXECUTE FUNCTION fanout.forget_definitions();
CREATE TRIGGER definitions_are_forgotten AFTER TRUNCATE ON fanout.flows
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_definitions();
CREATE TRIGGER definitions_are_forgotten AFTER TRUNCATE ON fanout.steps
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_definitions();
CREATE TRIGGER definitions_are_forgotten AFTER TRUNCATE ON fanout.deps
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_definitions();
-- Runs and the states of their steps. No foreign keys: each start would lock its flow's row, and each state its run's.

CREATE TABLE fanout.runs (
    run_id uuid CONSTRAINT runs_pkey PRIMARY KEY,
    flow_id bigint NOT NULL,
    generation smallint NOT NULL CONSTRAINT runs_generation_is_in_the_ring CHECK (generation BETWEEN 0 AND 15),
    status text COLLATE "C" NOT NULL DEFAULT 'started'
        CONSTRAINT runs_status_is_known CHECK (status IN ('started', 'completed', 'failed', 'cancelled')),
    name text COLLATE "C" CONSTRAINT runs_name_is_not_too_long CHECK (octet_length(name) <= 255),
    priority int NOT NULL DEFAULT 0 CONSTRAINT runs_priority_is_in_range CHECK (abs(priority::bigint) <= 1000000000),
    fair_key text COLLATE "C" CONSTRAINT runs_fair_key_is_not_too_long CHECK (octet_length(fair_key) <= 255),
    owner fanout.role NOT NULL,
    input jsonb NOT NULL,
    parent_state_id bigint,
    parent_index int,
    parent_attempt smallint,
    depth int NOT NULL DEFAULT 0 CONSTRAINT runs_depth_is_not_negative CHECK (depth >= 0),
    error text CONSTRAINT runs_error_is_not_too_long CHECK (octet_length(error) <= 8192),
    error_is_final boolean,
    failed_step text COLLATE "C",
    started_at timestamptz NOT NULL,
    deadline timestamptz,
    completed_at timestamptz,
    follows_current boolean,
    CONSTRAINT runs_error_when_failed CHECK (status <> 'failed' OR error IS NOT NULL),
    CONSTRAINT runs_error_is_final_or_not_when_failed CHECK ((status = 'failed') = (error_is_final IS NOT NULL)),
    CONSTRAINT runs_end_has_a_time CHECK ((status = 'started') = (completed_at IS NULL)),
    CONSTRAINT runs_child_belongs_to_a_task CHECK (num_nulls(parent_state_id, parent_index, parent_attempt) IN (0, 3)),
    CONSTRAINT runs_child_is_below_its_parent CHECK (parent_state_id IS NULL OR depth > 0)
);
-- A child run a task, and no second one.
CREATE UNIQUE INDEX runs_by_parent ON fanout.runs (parent_state_id, parent_index) WHERE parent_state_id IS NOT NULL;
CREATE INDEX runs_started_children ON fanout.runs (parent_state_id) WHERE parent_state_id IS NOT NULL AND status = 'started';
-- What fanout.max_open_runs counts: those that somebody has started or resumed.
CREATE INDEX runs_open ON fanout.runs (owner) WHERE status = 'started' AND parent_state_id IS NULL;
CREATE INDEX runs_by_flow ON fanout.runs (flow_id, started_at);
CREATE INDEX runs_by_start ON fanout.runs (started_at);
CREATE INDEX runs_by_name ON fanout.runs (name, started_at) WHERE name IS NOT NULL;
-- The oldest of those that are to be removed.
CREATE INDEX runs_ended ON fanout.runs (flow_id, status, completed_at) WHERE status <> 'started';
CREATE INDEX runs_by_deadline ON fanout.runs (deadline) WHERE status = 'started' AND deadline IS NOT NULL;
-- Those that go on, also by generation, and the few that went wrong: fanout.metrics counts them.
CREATE INDEX runs_not_completed ON fanout.runs (status, generation) WHERE status <> 'completed';
-- What keeps a generation that nobody works on any more.
CREATE INDEX runs_kept ON fanout.runs (generation) WHERE status <> 'started';
COMMENT ON TABLE fanout.runs IS 'One execution of a flow on one input; its output is that of its leaf steps, kept only there. error_is_final: what failed said that it is not to be retried, so the task of a parent isn''t. follows_current: was resumed by the current version of its flow, and so are the child runs that it takes up';

CREATE TABLE fanout.stored_bytes (
    owner regrole CONSTRAINT stored_bytes_pkey PRIMARY KEY,
    bytes bigint NOT NULL CONSTRAINT stored_bytes_is_not_negative CHECK (bytes >= 0),
    measured_at timestamptz NOT NULL
);
COMMENT ON TABLE fanout.stored_bytes IS
    'How much the runs of each owner have stored (inputs, items, outputs, errors), as maintain has estimated it from a sample: for fanout.max_stored_bytes';

-- The generation that new runs start in.
CREATE SEQUENCE fanout.generation_seq MINVALUE 0 MAXVALUE 15 START 0 CYCLE;

-- state_id rises along the graph within a run, so that locking states by id never goes against the arrows.
CREATE TABLE fanout.step_states (
    state_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT step_states_pkey PRIMARY KEY,
    run_id uuid NOT NULL,
    step_id bigint NOT NULL,
    status text COLLATE "C" NOT NULL DEFAULT 'created'
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
    next_index int CONSTRAINT step_states_next_index_is_not_negative CHECK (next_index >= 0),
    has_bad_source boolean,
    has_own_input boolean,
    retries_alone boolean,
    first_attempt smallint CONSTRAINT step_states_first_attempt_is_positive CHECK (first_attempt > 0),
    output jsonb,
    error text CONSTRAINT step_states_error_is_not_too_long CHECK (octet_length(error) <= 8192),
    started_at timestamptz,
    completed_at timestamptz,
    CONSTRAINT step_states_step_is_unique UNIQUE (run_id, step_id),
    CONSTRAINT step_states_dependencies_come_first CHECK (status <> 'started' OR remaining_deps = 0),
    CONSTRAINT step_states_total_when_started CHECK (status <> 'started' OR total_tasks IS NOT NULL),
    CONSTRAINT step_states_output_only_when_started_or_completed CHECK (status IN ('completed', 'started') OR output IS NULL),
    CONSTRAINT step_states_bad_source_only_when_failed CHECK (status = 'failed' OR has_bad_source IS NOT TRUE),
    CONSTRAINT step_states_retries_alone_only_when_started CHECK (status = 'started' OR retries_alone IS NOT TRUE),
    CONSTRAINT step_states_items_come_with_tasks CHECK ((total_items IS NULL) = (total_tasks IS NULL)),
    CONSTRAINT step_states_closed_when_completed CHECK (status <> 'completed' OR NOT is_open),
    CONSTRAINT step_states_error_when_failed CHECK ((status = 'failed') = (error IS NOT NULL)),
    CONSTRAINT step_states_nothing_open_when_completed CHECK (status <> 'completed' OR open_stripes = 0)
);
COMMENT ON TABLE fanout.step_states IS
    'One step of one run: its counters and its output; items differ from tasks where a task is a batch; open is a stream that more may be pushed to. next_index: of a pipelined step or stream whose tasks go in order, the first that hasn''t entered the queue; has_bad_source: what its source gave can''t be fanned out over, so a resume runs that again, whose output stays meanwhile; has_own_input: a retry has given the task of a single step another input; retries_alone: of a run that had failed tasks were retried, and no others run, since there are other failures: its stripes count these alone, until a resume counts them anew; false where the step has failed since, or a task was settled after the run''s end; first_attempt: of a step that begins anew, the number of its tasks'' first attempts, after all that there were before';

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
-- Tasks and what became of them. These tables are only ever inserted into, but where results are taken back: no dead rows,
-- nothing for vacuum. They are partitioned into a ring of generations; a run keeps the generation it started in. What a run that
-- was removed has left stays, as garbage of states that are gone, until no run is in its generation and that is truncated. The
-- unique key of a partition needs no generation column.
--
-- A row of tasks or results is a range of a step's tasks one after the other, with their values in one array. By the range's
-- last index the row of a task is the first one at or behind it.

CREATE TABLE fanout.tasks (
    state_id bigint NOT NULL,
    first_index int NOT NULL,
    last_index int NOT NULL,
    generation smallint NOT NULL,
    items jsonb,
    CONSTRAINT tasks_range_is_not_empty CHECK (first_index >= 0 AND first_index <= last_index),
    CONSTRAINT tasks_have_an_item_each CHECK (
        CASE WHEN items IS NULL THEN last_index = 0 ELSE pg_catalog.jsonb_array_length(items) = last_index - first_index + 1 END)
) PARTITION BY LIST (generation);
COMMENT ON TABLE fanout.tasks IS
    'Units of work, a row a range of them; items has an element each, that of a fan-out''s array; it is null for a single step, but where a retry has given its task another input';

-- Columns ordered without padding; where all have succeeded a row has no nulls, so no null bitmap.
CREATE TABLE fanout.results (
    state_id bigint NOT NULL,
    claimed_at timestamptz NOT NULL,
    completed_at timestamptz NOT NULL,
    worker_id bigint NOT NULL,
    first_index int NOT NULL,
    last_index int NOT NULL,
    generation smallint NOT NULL,
    attempt smallint NOT NULL CONSTRAINT results_attempt_is_positive CHECK (attempt >= 1),
    outputs jsonb,
    CONSTRAINT results_range_is_not_empty CHECK (first_index >= 0 AND first_index <= last_index),
    CONSTRAINT results_have_an_output_each_or_are_of_one_task CHECK (
        CASE WHEN outputs IS NULL THEN last_index = first_index
             ELSE pg_catalog.jsonb_array_length(outputs) = last_index - first_index + 1 END)
) PARTITION BY LIST (generation);
COMMENT ON TABLE fanout.results IS
    'The end of tasks that ended together, a row a range of them: their outputs, or null where one failed for good (fanout.failures has the error); worker_id is 0 where nobody had claimed it';

CREATE TABLE fanout.failures (
    state_id bigint NOT NULL,
    claimed_at timestamptz,
    failed_at timestamptz NOT NULL,
    worker_id bigint,
    task_index int NOT NULL CONSTRAINT failures_index_is_a_tasks_or_the_sources CHECK (task_index >= -1),
    generation smallint NOT NULL,
    attempt smallint NOT NULL CONSTRAINT failures_attempt_is_positive CHECK (attempt >= 1),
    final boolean NOT NULL,
    said_final boolean NOT NULL DEFAULT false,
    error text NOT NULL CONSTRAINT failures_error_is_not_too_long CHECK (octet_length(error) <= 8192),
    CONSTRAINT failures_said_final_is_final CHECK (final OR NOT said_final),
    CONSTRAINT failures_of_a_source_have_no_claim CHECK (task_index >= 0 OR (claimed_at IS NULL AND worker_id IS NULL))
) PARTITION BY LIST (generation);
COMMENT ON TABLE fanout.failures IS 'One row a failed attempt at a task, or with task_index -1 at the source of its step''s items; final: it was the last; said_final: whoever failed it said so';

CREATE TABLE fanout.generations (
    generation smallint CONSTRAINT generations_pkey PRIMARY KEY
        CONSTRAINT generations_generation_is_in_the_ring CHECK (generation BETWEEN 0 AND 15),
    began_at timestamptz NOT NULL
);
COMMENT ON TABLE fanout.generations IS 'Since when runs start, or started, in a generation of the ring; one that is blank has no row';

DO $$
DECLARE
    suffix text;
BEGIN
    FOR generation IN 0..15 LOOP
        suffix := pg_catalog.lpad(generation::text, 2, '0');
        EXECUTE pg_catalog.format(
            -- A row of several values takes up to a page as it is; only one that is larger alone is compressed.
            'CREATE TABLE fanout.tasks_%1$s PARTITION OF fanout.tasks
                 (CONSTRAINT tasks_%1$s_pkey PRIMARY KEY (state_id, last_index)) FOR VALUES IN (%2$s) WITH (toast_tuple_target = 8160);
             CREATE TABLE fanout.results_%1$s PARTITION OF fanout.results
                 (CONSTRAINT results_%1$s_pkey PRIMARY KEY (state_id, last_index)) FOR VALUES IN (%2$s) WITH (toast_tuple_target = 8160);
             CREATE TABLE fanout.failures_%1$s PARTITION OF fanout.failures
                 (CONSTRAINT failures_%1$s_pkey PRIMARY KEY (state_id, task_index, attempt)) FOR VALUES IN (%2$s);',
            suffix, generation);
    END LOOP;
END
$$;
-- The queue and those who work on it.

CREATE TABLE fanout.workers (
    worker_id bigint CONSTRAINT workers_pkey PRIMARY KEY
        CONSTRAINT workers_id_is_a_whole_number_in_javascript CHECK (worker_id BETWEEN 1 AND 9007199254740991),
    name text COLLATE "C" NOT NULL CONSTRAINT workers_name_is_not_too_long CHECK (octet_length(name) <= 255),
    owner regrole NOT NULL,
    handlers text[] COLLATE "C" NOT NULL,
    queues text[] COLLATE "C" NOT NULL CONSTRAINT workers_serve_a_queue CHECK (cardinality(queues) > 0),
    slots int NOT NULL CONSTRAINT workers_slots_is_positive CHECK (slots > 0),
    protocol int NOT NULL CONSTRAINT workers_protocol_is_positive CHECK (protocol > 0),
    version text COLLATE "C" CONSTRAINT workers_version_is_not_too_long CHECK (octet_length(version) <= 255),
    registered_at timestamptz NOT NULL
);
COMMENT ON TABLE fanout.workers IS 'One row a worker: what it serves. Its id is random, so that it never comes again';

-- A row that is updated with each call. The sequence is part of its key, and the newest is looked for: by the worker alone a
-- look would visit all versions that an old snapshot keeps.
CREATE TABLE fanout.exchanges (
    worker_id bigint NOT NULL,
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
    worker_id bigint CONSTRAINT heartbeats_pkey PRIMARY KEY,
    seen_at timestamptz NOT NULL,
    leased_until timestamptz NOT NULL,
    suspect_since timestamptz,
    gone_claims bigint[] NOT NULL DEFAULT '{}',
    CONSTRAINT heartbeats_lease_is_not_over_before_it_began CHECK (leased_until >= seen_at)
) WITH (fillfactor = 50);
COMMENT ON TABLE fanout.heartbeats IS 'When each worker was last heard of, until when it then had its lease, and which of its claims were taken from it since';

-- Of what is served alike only the last one stays.
CREATE TABLE fanout.past_workers (
    worker_id bigint CONSTRAINT past_workers_pkey PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    handlers text[] COLLATE "C" NOT NULL,
    queues text[] COLLATE "C" NOT NULL,
    gone_at timestamptz NOT NULL
);
CREATE INDEX past_workers_by_handlers ON fanout.past_workers USING hash (handlers);
CREATE INDEX past_workers_by_time ON fanout.past_workers (gone_at);
COMMENT ON TABLE fanout.past_workers IS 'Who served what before it left, or was lost: for fanout.why, where nobody serves it any more';

-- A worker that is not live is silent: maintenance has noticed so, or its lease is over and nobody maintains.
CREATE VIEW fanout.known_workers AS
SELECT w.worker_id, w.name, w.handlers, w.queues, h.seen_at, h.leased_until,
       h.suspect_since IS NULL AND h.leased_until > statement_timestamp() AS is_live
  FROM fanout.workers w
  JOIN fanout.heartbeats h ON h.worker_id = w.worker_id;
COMMENT ON VIEW fanout.known_workers IS 'For the engine: what each worker serves, and whether it is heard of: what a silent one has waits for it until its lease ends, and nothing else does';

-- A queue_id is a value of this sequence and 20 random bits (fanout.next_queue_id): it never comes again, even where the
-- sequence has gone back.
CREATE SEQUENCE fanout.queue_id_seq MAXVALUE 8796093022207;

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
    worker_id bigint,
    stripe int NOT NULL,
    width int NOT NULL CONSTRAINT queue_width_is_positive CHECK (width > 0),
    virtual_step int NOT NULL CONSTRAINT queue_virtual_step_is_positive CHECK (virtual_step > 0),
    priority int NOT NULL,
    generation smallint NOT NULL,
    attempt smallint NOT NULL CONSTRAINT queue_attempt_is_positive CHECK (attempt >= 1),
    crashed boolean NOT NULL DEFAULT false,
    has_progress boolean NOT NULL DEFAULT false,
    kind text COLLATE "C" NOT NULL CONSTRAINT queue_kind_is_known CHECK (kind IN ('task', 'child', 'start', 'finish', 'count', 'retry', 'fail')),
    queue text COLLATE "C" NOT NULL,
    handler text COLLATE "C" NOT NULL,
    fair_key text COLLATE "C",
    -- Whose line it is. No right comes of it, so a number will do; adopt_copy writes it anew.
    fair_owner oid,
    expires_at timestamptz,
    narrowed_at timestamptz,
    parked_on bigint,
    errors smallint CONSTRAINT queue_errors_is_positive CHECK (errors >= 1),
    reason text CONSTRAINT queue_reason_is_not_too_long CHECK (octet_length(reason) <= 8192),
    reason_is_final boolean,
    -- True: put aside because its run's owner is missing, until it has another.
    unowned boolean,
    indexes int4multirange NOT NULL CONSTRAINT queue_indexes_are_not_empty CHECK (NOT isempty(indexes)),
    -- They stand in indexes, and the handler in a notification.
    CONSTRAINT queue_names_are_not_too_long
        CHECK (octet_length(queue) <= 255 AND octet_length(handler) <= 255 AND octet_length(fair_key) <= 255),
    CONSTRAINT queue_fair_key_has_an_owner CHECK ((fair_key IS NULL) = (fair_owner IS NULL)),
    CONSTRAINT queue_claim_has_a_time CHECK ((worker_id IS NULL) = (claimed_at IS NULL)),
    CONSTRAINT queue_claim_is_not_delayed CHECK (worker_id IS NULL OR available_at IS NULL),
    CONSTRAINT queue_parked_row_has_no_time CHECK (parked_on IS NULL OR available_at = 'infinity'),
    CONSTRAINT queue_unowned_row_has_no_time
        CHECK (unowned IS NULL OR unowned AND available_at IS NOT DISTINCT FROM 'infinity' AND expires_at IS NULL),
    CONSTRAINT queue_errors_have_a_reason CHECK (errors IS NULL OR reason IS NOT NULL),
    CONSTRAINT queue_fail_has_a_reason CHECK (kind <> 'fail' OR reason IS NOT NULL),
    CONSTRAINT queue_fail_alone_is_final CHECK ((kind = 'fail') = (reason_is_final IS NOT NULL))
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
COMMENT ON TABLE fanout.queue IS
    'A row is a set of task indexes of one step state: waiting (worker_id null), or claimed; its id is the fencing token';

-- What could run now. Delayed rows are outside, so a claim never walks over them.
CREATE INDEX queue_claimable ON fanout.queue (queue, handler, priority DESC, virtual_time)
    WHERE worker_id IS NULL AND available_at IS NULL;
CREATE INDEX queue_delayed ON fanout.queue (available_at) WHERE available_at IS NOT NULL;
CREATE INDEX queue_parked ON fanout.queue (parked_on, queue, handler, priority DESC, virtual_time) WHERE parked_on IS NOT NULL;
CREATE INDEX queue_expiring ON fanout.queue (expires_at) WHERE expires_at IS NOT NULL AND worker_id IS NULL;
CREATE INDEX queue_unowned ON fanout.queue (state_id) WHERE unowned;
CREATE INDEX queue_fair ON fanout.queue (fair_owner, fair_key, queue, handler, virtual_time) WHERE fair_key IS NOT NULL AND worker_id IS NULL;
CREATE INDEX queue_children ON fanout.queue (state_id) WHERE kind = 'child';
CREATE INDEX queue_claims ON fanout.queue (worker_id, queue_id) WHERE worker_id IS NOT NULL;
-- By the time, too: so a retry finds the row that it can share.
CREATE INDEX queue_by_state ON fanout.queue (state_id, available_at);

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
    name text COLLATE "C" CONSTRAINT limits_name_is_unique UNIQUE CONSTRAINT limits_name_is_a_name CHECK (octet_length(name) BETWEEN 1 AND 255),
    state_id bigint CONSTRAINT limits_state_is_unique UNIQUE,
    owner fanout.role,
    max_concurrency int CONSTRAINT limits_max_concurrency_is_not_negative CHECK (max_concurrency >= 0),
    in_flight int NOT NULL DEFAULT 0 CONSTRAINT limits_in_flight_is_not_negative CHECK (in_flight >= 0),
    rate int CONSTRAINT limits_rate_is_positive CHECK (rate >= 1),
    per interval CONSTRAINT limits_per_is_positive CHECK (per > '0'),
    burst int CONSTRAINT limits_burst_is_positive CHECK (burst >= 1),
    tokens double precision CONSTRAINT limits_tokens_are_not_negative CHECK (tokens >= 0),
    refilled_at timestamptz,
    wake_at timestamptz,
    CONSTRAINT limits_is_named_or_of_a_step CHECK ((name IS NULL) <> (state_id IS NULL)),
    CONSTRAINT limits_named_has_an_owner CHECK ((name IS NULL) = (owner IS NULL)),
    CONSTRAINT limits_none_at_all_has_a_name CHECK (max_concurrency > 0 OR max_concurrency IS NULL OR name IS NOT NULL),
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

CREATE TABLE fanout.limit_grants (
    limit_id bigint NOT NULL,
    role fanout.role NOT NULL,
    CONSTRAINT limit_grants_pkey PRIMARY KEY (limit_id, role)
);
COMMENT ON TABLE fanout.limit_grants IS 'Which roles besides its owner may name a limit in the steps of their flows';

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
-- Steering what goes on: holding it back, hurrying it up.

-- Queues, flows and runs that are paused.

-- Its ids are of one sequence with those of limits: fanout.queue.parked_on is one or the other.
CREATE TABLE fanout.pauses (
    pause_id bigint NOT NULL DEFAULT pg_catalog.nextval('fanout.limits_limit_id_seq') CONSTRAINT pauses_pkey PRIMARY KEY,
    queue text COLLATE "C" CONSTRAINT pauses_queue_is_unique UNIQUE CONSTRAINT pauses_queue_is_a_name CHECK (octet_length(queue) BETWEEN 1 AND 255),
    flow_slug text COLLATE "C" CONSTRAINT pauses_flow_is_unique UNIQUE,
    run_id uuid CONSTRAINT pauses_run_is_unique UNIQUE,
    reason text CONSTRAINT pauses_reason_is_not_too_long CHECK (octet_length(reason) <= 8192),
    paused_by fanout.role NOT NULL,
    paused_at timestamptz NOT NULL,
    CONSTRAINT pauses_are_of_one_thing CHECK (num_nonnulls(queue, flow_slug, run_id) = 1)
);
COMMENT ON TABLE fanout.pauses IS
    'One row a queue, flow or run of which nothing is claimed, until it is continued: since when, and who gave which reason last';

-- Backends keep what is paused.
CREATE FUNCTION fanout.forget_pauses()
RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_forget_pauses';
COMMENT ON FUNCTION fanout.forget_pauses IS 'For the engine: has all backends read anew what is paused';
CREATE TRIGGER pauses_are_forgotten AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON fanout.pauses
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_pauses();
-- Whoever writes, be it a replica's apply: what a backend keeps wrongly would hold back a queue.
ALTER TABLE fanout.pauses ENABLE ALWAYS TRIGGER pauses_are_forgotten;

CREATE FUNCTION fanout.pause_of_run(run_id uuid)
RETURNS bigint STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_pause_of_run';
COMMENT ON FUNCTION fanout.pause_of_run IS
    'For views: a pause for which nothing of the run is claimed: its own, its flow''s, or one of a run above it; null without one';

CREATE FUNCTION fanout.pause_queue(queue text, reason text DEFAULT NULL)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_pause_queue';
COMMENT ON FUNCTION fanout.pause_queue IS
    'For operators: nothing that waits in the queue is claimed any more; what runs may finish, and its steps and runs end. Returns whether it was not paused before; where it was, the reason is the new one';

CREATE FUNCTION fanout.continue_queue(queue text)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_continue_queue';
COMMENT ON FUNCTION fanout.continue_queue IS 'For operators: ends what pause_queue began. Returns whether the queue was paused';

CREATE FUNCTION fanout.pause_flow(flow_slug text, reason text DEFAULT NULL)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_pause_flow';
COMMENT ON FUNCTION fanout.pause_flow IS
    'Nothing of the flow''s runs, nor of the child runs below them, is claimed any more; runs may be started, and wait. What runs may finish, and a run_timeout goes on. Returns whether it was not paused before; where it was, the reason is the new one';

CREATE FUNCTION fanout.continue_flow(flow_slug text)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_continue_flow';
COMMENT ON FUNCTION fanout.continue_flow IS 'Ends what pause_flow began. Returns whether the flow was paused';

CREATE FUNCTION fanout.pause_run(run_id uuid, reason text DEFAULT NULL)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_pause_run';
COMMENT ON FUNCTION fanout.pause_run IS
    'Nothing of the run, nor of the child runs below it, is claimed any more. What runs may finish, and its run_timeout goes on. Returns whether it was not paused before; where it was, the reason is the new one';

CREATE FUNCTION fanout.continue_run(run_id uuid)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_continue_run';
COMMENT ON FUNCTION fanout.continue_run IS 'Ends what pause_run began. Returns whether the run was paused';

CREATE FUNCTION fanout.set_priority(run_id uuid, priority int)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_set_priority';
COMMENT ON FUNCTION fanout.set_priority IS
    'Changes what start_run has added to the priorities of the run''s steps, also of what waits, and of the child runs below it';

-- Single tasks.

CREATE TABLE fanout.settlements (
    state_id bigint NOT NULL,
    task_index int NOT NULL,
    settled_by fanout.role NOT NULL,
    reason text CONSTRAINT settlements_reason_is_not_too_long CHECK (octet_length(reason) <= 8192),
    settled_at timestamptz NOT NULL,
    CONSTRAINT settlements_pkey PRIMARY KEY (state_id, task_index)
);
COMMENT ON TABLE fanout.settlements IS 'One row a task that was completed by hand: by whom, and why';

CREATE FUNCTION fanout.settle_task(run_id uuid, step_slug text, task_index int, output jsonb DEFAULT 'null', reason text DEFAULT NULL)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_settle_task';
COMMENT ON FUNCTION fanout.settle_task IS
    'Completes a task by hand, whatever it did: it waited, ran, or had failed for good. A claim of it is stale from then on, and its child run is cancelled. Of a batch output is an array of one element for each item. Refused once its step has ended with it. step_tasks shows by whom and why';

CREATE FUNCTION fanout.retry_task(run_id uuid, step_slug text, task_index int, input jsonb DEFAULT NULL)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_retry_task';
COMMENT ON FUNCTION fanout.retry_task IS
    'Lets a task that waits for its retry go now, and one that failed for good run again, with another input where one is given, as step_tasks shows it. A run that has failed is started until it ends: then it goes on where no failure is left, else fails again';
-- Functions. Those in C run as the extension's owner and check who called them; what they may be called with is
-- checked in the C++ code, so none of them is STRICT.

-- Defining

CREATE FUNCTION fanout.create_flow(
    flow_slug text, max_attempts int DEFAULT 3, base_delay interval DEFAULT '1 s', max_delay interval DEFAULT '5 min',
    timeout interval DEFAULT '60 s', run_timeout interval DEFAULT NULL, description text DEFAULT NULL,
    retention interval DEFAULT NULL, retention_failed interval DEFAULT NULL, notify boolean DEFAULT false)
RETURNS int LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_create_flow';
COMMENT ON FUNCTION fanout.create_flow IS
    'Creates a flow, or changes it; returns its current version. Steps inherit attempts, delays (backoff doubles from base_delay to max_delay, with jitter) and timeout. retention: how long completed and cancelled runs are kept, of all versions, retention_failed failed ones; null: as fanout.retention and fanout.retention_failed say, -1: for ever. notify: NOTIFY fanout_runs at each run''s end, of all versions. The same definition twice changes nothing';

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
    'Creates a limit, which steps of any flow may name, or changes it, at once for all that wait and run. max_concurrency: so many tasks in flight, over all runs and workers; 0: none starts until it is raised. rate per interval: so many may start, burst of them at once. What exceeds it waits. Its owner changes it, or an operator';

CREATE FUNCTION fanout.drop_limit(name text)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_drop_limit';
COMMENT ON FUNCTION fanout.drop_limit IS
    'Removes a limit that no step of a current version names. Runs of earlier versions that do are not held back by it any more';

CREATE FUNCTION fanout.own_flow_slug(prefix text, options text)
RETURNS text STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_own_flow_slug';
COMMENT ON FUNCTION fanout.own_flow_slug IS
    'For execute_many: the slug of the flow that is defined for the caller and these options, which nobody else can find out and define before';

CREATE FUNCTION fanout.reassign_flows(old fanout.role, new regrole)
RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_reassign_flows';
COMMENT ON FUNCTION fanout.reassign_flows IS
    'Gives all flows of a role, with their runs and its limits, to another role, as whom their SQL handlers run from then on; returns how many flows. The old role may be one that was dropped, (dropped: 16405), or that is missing here, (missing: name), as its flows show it. For superusers';

CREATE FUNCTION fanout.grant_limit(name text, role regrole)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_grant_limit';
COMMENT ON FUNCTION fanout.grant_limit IS
    'Lets a role, and its members, name the limit in the steps of their flows, and see it. Its owner shares it, or an operator';

CREATE FUNCTION fanout.revoke_limit(name text, role regrole)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_revoke_limit';
COMMENT ON FUNCTION fanout.revoke_limit IS
    'Takes back what grant_limit gave. Steps that name the limit keep it until they are defined anew';

-- Running

CREATE FUNCTION fanout.start_run(
    flow_slug text, input jsonb DEFAULT '{}', name text DEFAULT NULL, run_id uuid DEFAULT NULL, priority int DEFAULT 0,
    fair_key text DEFAULT NULL)
RETURNS uuid LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_start_run';
COMMENT ON FUNCTION fanout.start_run IS
    'Starts a run of the flow''s current version and returns its id. The same run_id twice is the same run, once. priority: added to the steps''; higher goes first. fair_key: runs of one owner with the same one (a tenant, say) share what one run would get';

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
RETURN CASE pg_catalog.jsonb_typeof(element -> '$error')
       WHEN 'string' THEN CASE WHEN element - '$error' = '{}' THEN element ->> '$error' END END;
COMMENT ON FUNCTION fanout.item_error IS
    'The message where an element of a batch''s output says that its item failed: {"$error": "message"}, and no other key; else null';

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

CREATE FUNCTION fanout.tasks_without_result(state_id bigint)
RETURNS bigint STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_tasks_without_result';
COMMENT ON FUNCTION fanout.tasks_without_result IS
    'How many tasks of a step of a run have no result, counted by the results that there are: for fanout.unfinished_tasks, where no counter says it';

CREATE FUNCTION fanout.step_context(state_id bigint)
RETURNS jsonb STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_step_context';
COMMENT ON FUNCTION fanout.step_context IS
    'What the tasks of a step of a run get besides their items, for fanout.step_contexts and fanout.step_tasks; null where that is nothing';

CREATE FUNCTION fanout.task_item(state_id bigint, task_index int)
RETURNS jsonb STABLE STRICT LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_task_item';
COMMENT ON FUNCTION fanout.task_item IS
    'The item of a task of a step of a run, of a pipelined one what its source gave, of a batch the array, for the views of failures; null where there is none that the current user may see';

CREATE FUNCTION fanout.state_output(state_id bigint)
RETURNS jsonb STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_state_output';
COMMENT ON FUNCTION fanout.state_output IS
    'For the engine: what a completed step of a run gave; an array that no step needed, and that was not stored, is put together now';

CREATE FUNCTION fanout.cancel_run(run_id uuid, reason text DEFAULT NULL)
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_cancel_run';
COMMENT ON FUNCTION fanout.cancel_run IS
    'Cancels a run: nothing of it starts any more. Returns whether it was still going on. Results that come in are kept';

CREATE FUNCTION fanout.resume_run(run_id uuid, failed_items boolean DEFAULT false, definition text DEFAULT 'own')
RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_resume_run';
COMMENT ON FUNCTION fanout.resume_run IS
    'Lets a failed or cancelled run go on, with a new run_timeout: what failed or never ran runs, accepted results stay, attempts go on counting. failed_items: of a completed run, too, what its steps collected as failed runs again, and what follows from that. definition: ''own'', the version of the flow that the run holds to, or ''current'', the current one, whose steps must be the same and may have other options and handlers. Returns whether it had to: false where it goes on already';

CREATE FUNCTION fanout.prune(older_than interval, flow_slug text DEFAULT NULL, status text[] DEFAULT NULL, dry_run boolean DEFAULT false)
RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_prune';
COMMENT ON FUNCTION fanout.prune IS
    'Removes runs that ended longer ago than that, of one flow where it is named, in these statuses (null: completed, failed and cancelled), each with its child runs; returns how many. A developer''s own, an operator''s all. What goes on, is claimed, locked, or needed by a live batch of chained runs stays. dry_run: only counts them';

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
    'Waits until the run ends, whose commit wakes it, or the time is up, holding no snapshot, and gives its status then';

-- The right to execute it is what makes an operator: no predefined role of PostgreSQL has it.
CREATE FUNCTION fanout.is_operator() RETURNS boolean STABLE LANGUAGE sql
RETURN pg_catalog.has_function_privilege(current_user, 'fanout.is_operator()', 'EXECUTE');
COMMENT ON FUNCTION fanout.is_operator IS 'Whether the current user may see and cancel all runs: who may call it is an operator';

CREATE FUNCTION fanout.may_see(owner fanout.role) RETURNS boolean STABLE LANGUAGE sql
RETURN pg_catalog.pg_has_role(current_user, owner, 'USAGE')
    OR pg_catalog.has_function_privilege(current_user, 'fanout.is_operator()', 'EXECUTE');
COMMENT ON FUNCTION fanout.may_see IS 'Whether the current user may see what this role owns: its own, or an operator''s';

-- Copies of a database

CREATE FUNCTION fanout.is_copy() RETURNS boolean STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_is_copy';
COMMENT ON FUNCTION fanout.is_copy IS
    'Whether this database is a copy of another (restored from a dump, or made with TEMPLATE), with what was under way there, that nobody has adopted: no worker is served until fanout.adopt_copy()';

CREATE FUNCTION fanout.adopt_copy() RETURNS boolean LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_adopt_copy';
COMMENT ON FUNCTION fanout.adopt_copy IS
    'Lets a copy of a database go on with what was under way when it was made, as if all tasks had been given back. Only where the original does not go on: else both execute them. Returns whether it was a copy. For superusers, and whom they grant it';

-- Working

CREATE FUNCTION fanout.next_queue_id() RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_next_queue_id';
COMMENT ON FUNCTION fanout.next_queue_id IS
    'For the engine: the id of a new row of the queue: the next value of queue_id_seq, and behind it 20 random bits';

CREATE FUNCTION fanout.protocols() RETURNS TABLE (oldest int, newest int) IMMUTABLE LANGUAGE sql
BEGIN ATOMIC
    SELECT 1, 2;
END;
COMMENT ON FUNCTION fanout.protocols IS
    'Which protocols workers may speak: 1, in which a call whose claims somebody else has locked is an error to be repeated; 2, in which exchange then answers with rows of kind busy';

CREATE FUNCTION fanout.register_worker(
    name text, handlers text[], queues text[] DEFAULT '{default}', slots int DEFAULT 1, version text DEFAULT NULL, protocol int DEFAULT 1)
RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_register_worker';
COMMENT ON FUNCTION fanout.register_worker IS
    'Registers a worker and returns its id. handlers: names that it serves; sql: for SQL handlers, fanout: for the engine''s own large work, flow: for child runs. slots: how many tasks it runs at once. version: of its program, for fanout.health. protocol: which of fanout.protocols it speaks';

CREATE FUNCTION fanout.unregister_worker(worker_id bigint)
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_unregister_worker';
COMMENT ON FUNCTION fanout.unregister_worker IS 'Gives the worker''s claims back without using up an attempt, and forgets it. Where another transaction has locked one of them: 55P03, to be tried again';

CREATE FUNCTION fanout.exchange(
    worker_id bigint, sequence bigint, max_tasks int, claim_ids bigint[] DEFAULT '{}', task_indexes int[] DEFAULT '{}',
    outputs text[] DEFAULT '{}', errors text[] DEFAULT '{}', final boolean[] DEFAULT '{}', brief boolean DEFAULT false,
    retry_after interval[] DEFAULT '{}', queue_order text[] DEFAULT '{}', max_limited int DEFAULT NULL, recorded bigint DEFAULT NULL)
RETURNS TABLE (kind text, claim_id bigint, run_id uuid, flow_slug text, step_slug text, task_index int, attempt int,
               handler text, input json, timeout interval, progress jsonb, heartbeat_timeout interval, context json)
LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_exchange';
COMMENT ON FUNCTION fanout.exchange IS
    'Completes, fails and claims in one call. The arrays have one element a task: an output, or an error, or neither for a task that was not done, or with a null index for all that the claim holds: it goes back, its attempt not used up; where nothing has failed errors and final may be left out. sequence counts up from 1; the same number again is the same call and gets the same answer. Rows: task (tasks, where brief), sql (a claim for run_sql_tasks), internal (for run_internal), stale, busy (somebody else has locked the claim: hand in its outcomes again later; in protocol 1 the call is 55P03 instead), stop, again (ask after timeout, or where that is null in a few ms). input is null where it can''t be given as text, above a gigabyte: fail that task. brief: rows of kind tasks, each of consecutive tasks, from task_index on, input the array of their inputs, a line each, and as JSON they have no other line feeds; one that has progress, or whose input is null, is of a single task; of each claim only the first row has what its rows share (run_id, flow_slug, step_slug, attempt, handler, timeout, heartbeat_timeout), and the inputs are without the context, an object whose members belong to each of them: that stands in context, in the first row. Of a step with a heartbeat_timeout no more tasks are claimed than the worker has free slots. retry_after: a failed attempt is not made again before, or not before its backoff where that is longer; one a task, null for none, a day at most. queue_order: takes what it can from the first of these queues, then from the next, of those that the worker serves; empty: from all of them in turn. max_limited: of the worker''s own tasks that a limit counts, or that are to report, no more than this, so that none holds a slot, or is silent, before it can run. recorded: the worker''s last call that was answered and handed in an outcome or got a claim; a server that doesn''t know of it has forgotten: PFWRK';

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
    worker_id bigint, claim_id bigint DEFAULT NULL, max_tasks int DEFAULT NULL, others bigint[] DEFAULT '{}',
    OUT done int, OUT remaining int, OUT next_max int, OUT finished bigint[])
RETURNS SETOF record LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_run_sql_tasks';
COMMENT ON FUNCTION fanout.run_sql_tasks IS
    'Runs tasks of an SQL claim (null: the worker''s oldest) for about 100 ms, as their flow''s owner, and records them in the same transaction. Call it again with max_tasks => next_max until remaining is 0. others: claims of the worker that go along, in this order, as far as max_tasks and the time allow; one that is of another step or version, whose run has ended, that took a worker down before, that another transaction has locked, or that is not the worker''s is left as it is. finished: the claims that hold nothing any more. done counts the tasks of all; where an error has taken them back it is 0';

CREATE FUNCTION fanout.current_task() RETURNS TABLE (run_id uuid, step_slug text, task_index int, attempt int) STABLE
LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_current_task';
COMMENT ON FUNCTION fanout.current_task IS 'For an SQL handler: which task it is called for, at which attempt. Elsewhere no row';

CREATE FUNCTION fanout.run_internal(worker_id bigint, claim_id bigint)
RETURNS int LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_run_internal';
COMMENT ON FUNCTION fanout.run_internal IS 'Does the engine''s own work of an internal claim: starts or finishes a large step, inserts a part of its tasks, does what was put off since somebody else had locked what it needs (counts tasks that have ended or are to be tried again, takes retries off their budget, fails a step, has one whose tasks go in order go on), or for about 100 ms starts child runs or records their ends. Returns 0 when that is done, else how much the claim still holds: call it again';

CREATE FUNCTION fanout.report_crash(
    worker_id bigint, claim_id bigint, reason text DEFAULT 'its connection was lost while it ran')
RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_report_crash';
COMMENT ON FUNCTION fanout.report_crash IS
    'For a worker whose connection was lost, or whose statement was cancelled, while it ran run_sql_tasks or run_internal: the claim goes back in halves, each to be claimed alone; only a task that stands alone uses up an attempt, with the reason as its error. A claim that finished before is PFSTL';

CREATE FUNCTION fanout.heartbeat(
    worker_id bigint, claim_ids bigint[] DEFAULT '{}', task_indexes int[] DEFAULT '{}', details text[] DEFAULT '{}')
RETURNS SETOF bigint LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_heartbeat';
COMMENT ON FUNCTION fanout.heartbeat IS
    'Renews the worker''s lease; returns the claims that are to be stopped: whose runs have ended, or that were taken from the worker. Call it every heartbeat_interval(). The arrays have one element a task that has something to report: details, JSON text of 64 KB at most, is kept until the task ends, and its next attempt gets it as progress. A report that is no JSON is passed over with a warning; one of a task that the worker doesn''t hold, or whose claim another call has locked at this moment, without';

CREATE FUNCTION fanout.heartbeats(
    worker_ids bigint[], recorded bigint[], holders bigint[] DEFAULT '{}', holding bigint[] DEFAULT '{}')
RETURNS TABLE (worker_id bigint, claim_id bigint) LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_heartbeats';
COMMENT ON FUNCTION fanout.heartbeats IS
    'For a program that is several workers: renews their leases; returns a row without a claim_id for each that is known, and a row for each claim that is to be stopped, as heartbeat does, and each of holding that is not the worker''s any more. One without a row has been given up, or the server has forgotten a call of it: it is to drop what it holds, and to register again. recorded: for each worker, as for exchange. holders and holding: the claims that these workers hold of their calls up to that one, and whose each is; others of those calls go back, unattempted, since the worker has ended them and the server has forgotten that';

CREATE FUNCTION fanout.heartbeat_interval()
RETURNS interval STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_heartbeat_interval';
COMMENT ON FUNCTION fanout.heartbeat_interval IS
    'How often a worker is to call heartbeat: every fanout.heartbeat_interval, but three times a fanout.lease at least, whatever is set';

CREATE FUNCTION fanout.maintain()
RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_maintain';
COMMENT ON FUNCTION fanout.maintain IS
    'Takes back the claims of silent workers; fails tasks that waited longer than their schedule_timeout, that reported nothing for their heartbeat_timeout, and that a client of claim_tasks holds for longer than their timeout, times the number of those under their claim, and one heartbeat_interval(); ends runs past their run_timeout. Returns how many. Any worker calls it every few seconds';

CREATE FUNCTION fanout.next_deadline() RETURNS timestamptz
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT least((SELECT min(r.deadline) FROM fanout.runs r WHERE r.status = 'started' AND r.deadline IS NOT NULL),
                 (SELECT min(q.expires_at) FROM fanout.queue q WHERE q.expires_at IS NOT NULL AND q.worker_id IS NULL),
                 (SELECT min(CASE WHEN h.suspect_since IS NULL THEN h.leased_until - i
                                  ELSE greatest(h.suspect_since + i, h.leased_until) END)
                    FROM fanout.heartbeats h, fanout.heartbeat_interval() i));
END;
COMMENT ON FUNCTION fanout.next_deadline IS
    'When the next run reaches its run_timeout, a waiting task its schedule_timeout, or a worker becomes suspect or has been so for long enough to be given up: maintain() is to be called then. Null: nothing does';

CREATE FUNCTION fanout.work_left(handlers text[], queues text[] DEFAULT '{default}') RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id)
         WHERE r.status = 'started' AND q.handler = ANY (work_left.handlers) AND q.queue = ANY (work_left.queues)
           -- Not what was put aside: nobody does it any more; nor what is paused.
           AND (q.available_at IS DISTINCT FROM 'infinity' OR q.parked_on IS NOT NULL)
           AND NOT EXISTS (SELECT FROM fanout.pauses p WHERE p.pause_id = q.parked_on
                              OR p.queue = q.queue AND q.worker_id IS NULL AND q.kind IN ('task', 'start')));
END;
COMMENT ON FUNCTION fanout.work_left IS
    'Whether anything is queued, claimed or waiting for a retry that a worker of these handlers and queues could take';
-- What the engine reads, and the views that people look at are made of: of all owners, so nobody is granted them.

-- Failures that stand: the task has ended with this one. The history of attempts, and of what a resume runs again, is
-- in fanout.failures only.
--
-- A run that ended otherwise may have failures that nothing counts any more.
--
-- OFFSET 0 keeps the order of the look-ups: from the state to its failures, and from each of them to its result.
CREATE VIEW fanout.failed_tasks AS
SELECT s.run_id, s.step_id, s.state_id, f.generation, f.task_index,
       -- A pipelined task's item is another task's output, which that one has not where it failed.
       CASE WHEN t.pipelined_step_id IS NULL THEN fanout.task_item(s.state_id, f.task_index)
            ELSE coalesce(fanout.task_item(s.state_id, f.task_index), 'null') END AS item,
       f.error, f.attempt - (f.claimed_at IS NULL)::int AS attempts, f.failed_at
  FROM fanout.step_states s
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (SELECT x.generation, x.task_index, x.error, x.attempt, x.claimed_at, x.failed_at FROM fanout.failures x
                      WHERE x.generation = r.generation AND x.state_id = s.state_id AND x.final OFFSET 0) f
 CROSS JOIN LATERAL (SELECT FROM fanout.results x
                      WHERE x.generation = f.generation AND x.state_id = s.state_id AND x.last_index = f.task_index
                        AND x.attempt = f.attempt AND x.outputs IS NULL OFFSET 0) x
 WHERE s.failed_items > 0 OR r.status IN ('failed', 'cancelled');
COMMENT ON VIEW fanout.failed_tasks IS 'A row a task that failed for good; item is a batch''s array';

-- A function, and strict, which keeps it one, so that the planner knows that there are few: by what it takes an array's elements for,
-- a hundred times a hundred a row, it took seconds to compile queries that find nothing.
CREATE FUNCTION fanout.errors_in_batches(outputs jsonb) RETURNS TABLE (batch int, "position" int, error text)
IMMUTABLE STRICT ROWS 1 LANGUAGE sql
BEGIN ATOMIC
    SELECT (o.number - 1)::int, (e.number - 1)::int, fanout.item_error(e.value)
      FROM pg_catalog.jsonb_array_elements(outputs) WITH ORDINALITY o (value, number)
     CROSS JOIN LATERAL pg_catalog.jsonb_array_elements(o.value) WITH ORDINALITY e (value, number)
     WHERE fanout.item_error(e.value) IS NOT NULL;
END;
COMMENT ON FUNCTION fanout.errors_in_batches IS
    'For fanout.items_failed_alone: of the outputs of batches the items that failed alone, by the place of the batch and theirs in it';

CREATE VIEW fanout.items_failed_alone AS
SELECT s.run_id, s.step_id, s.state_id, x.generation, x.task_index, x.position,
       fanout.task_item(s.state_id, x.task_index) -> x.position AS item,
       x.error, x.attempt::int AS attempts, x.completed_at AS failed_at
  FROM fanout.step_states s
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (
       SELECT x.generation, x.first_index + e.batch AS task_index, x.attempt, x.completed_at, e.position, e.error
         FROM fanout.results x CROSS JOIN LATERAL fanout.errors_in_batches(x.outputs) e
        WHERE t.batch_size > 1 AND x.generation = r.generation AND x.state_id = s.state_id OFFSET 0) x
 WHERE s.failed_items > 0 OR r.status IN ('failed', 'cancelled');
COMMENT ON VIEW fanout.items_failed_alone IS 'A row an item that failed in a batch that did not; position is its place there';

-- Only a stream has batches that are not full before its last one: where each of them begins is counted once a step, not
-- once an error: what reads the errors takes it along.
CREATE VIEW fanout.item_errors AS
SELECT s.state_id, coalesce(x.firsts[x.task_index + 1], x.task_index * t.batch_size) + x.position AS index,
       x.item, x.error, x.attempts, x.failed_at
  FROM fanout.step_states s
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (SELECT CASE WHEN t.batch_size > 1 AND t.fanout_from = 'stream' THEN
      (SELECT array_agg(c.before ORDER BY c.task_index)
         FROM (SELECT k.first_index + b.number AS task_index,
                      (sum(b.length) OVER (ORDER BY k.first_index, b.number) - b.length)::int AS before
                 FROM fanout.tasks k
                CROSS JOIN LATERAL (SELECT e.number, pg_catalog.jsonb_array_length(e.items) AS length
                                      FROM pg_catalog.jsonb_array_elements(k.items) WITH ORDINALITY e (items, number)) b
                WHERE k.generation = r.generation AND k.state_id = s.state_id) c)
       END AS firsts OFFSET 0) batches
 CROSS JOIN LATERAL (
       SELECT f.task_index, (e.number - 1)::int AS position, e.item, f.error, f.attempts, f.failed_at, batches.firsts
         FROM fanout.failed_tasks f
        CROSS JOIN LATERAL (SELECT 1, f.item WHERE t.batch_size = 1
                            UNION ALL
                            SELECT b.number, b.value
                              FROM pg_catalog.jsonb_array_elements(CASE WHEN t.batch_size > 1 THEN f.item END)
                                   WITH ORDINALITY b (value, number)) e (number, item)
        WHERE f.state_id = s.state_id
       UNION ALL
       SELECT a.task_index, a.position, a.item, a.error, a.attempts, a.failed_at, batches.firsts
         FROM fanout.items_failed_alone a WHERE a.state_id = s.state_id) x;
COMMENT ON VIEW fanout.item_errors IS
    'For the engine: a row an item that failed for good, by its index in the step''s array, however its tasks are cut';

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

-- A single step has no stripes: while it is started, it counts as an open one. So does a stream that is open.
CREATE VIEW fanout.unfinished_tasks AS
SELECT s.state_id, CASE WHEN s.retries_alone IS NULL THEN
           coalesce((SELECT sum(p.remaining) FROM fanout.stripes p WHERE p.state_id = s.state_id), s.open_stripes - s.is_open::int)
       ELSE fanout.tasks_without_result(s.state_id) END AS remaining,
       s.run_id, s.total_tasks, s.failed_items
  FROM fanout.step_states s;
COMMENT ON VIEW fanout.unfinished_tasks IS 'How many tasks of a step of a run are not done yet, of how many; and how many items have failed';

CREATE VIEW fanout.leaf_outputs AS
SELECT s.run_id, pg_catalog.jsonb_object_agg(t.step_slug, s.output) AS output
  FROM fanout.step_states s JOIN fanout.steps t ON t.step_id = s.step_id
 WHERE NOT EXISTS (SELECT FROM fanout.deps d WHERE d.dep_step_id = s.step_id) GROUP BY s.run_id;
COMMENT ON VIEW fanout.leaf_outputs IS 'The outputs of each run''s steps on which nothing depends: when it is completed, its output';
-- What members of pg_monitor see of everybody's: how much there is, and how it goes, but nothing that users have put in.

CREATE FUNCTION fanout.is_monitor() RETURNS boolean STABLE LANGUAGE sql
RETURN pg_catalog.pg_has_role(current_user, 'pg_monitor', 'USAGE');
COMMENT ON FUNCTION fanout.is_monitor IS 'Whether the current user is a member of pg_monitor, and so sees of others how much there is, and how it goes';
-- The times of tasks, for the views.

CREATE FUNCTION fanout.task_times(state_id bigint, only_task int DEFAULT NULL)
RETURNS TABLE (task_index int, attempt int, first_claimed_at timestamptz, claimed_at timestamptz, completed_at timestamptz, failed interval)
STABLE ROWS 10 LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_task_times';
COMMENT ON FUNCTION fanout.task_times IS
    'When tasks of a step of a run that have ended were claimed, for the first time and for their last attempt (a child run: started), when that ended, and how long attempts before it took: of all tasks up to 500, else of 500 that are evenly spread; or of one task, whether it has ended or not';

CREATE FUNCTION fanout.retries(state_id bigint) RETURNS bigint
STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_retries';
COMMENT ON FUNCTION fanout.retries IS
    'How many attempts at tasks of a step of a run have failed after which there was another one, or is to be; 10000: so many or more';
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
-- Looking at one run. These read the views, so each caller sees what is theirs. They are VOLATILE: programs decide by what they
-- say, some of them in the statement that calls start_run, and what balances load (Pgpool-II) asks a replica that lags for what is STABLE.

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

CREATE FUNCTION fanout.check_step(run_id uuid, step_slug text) RETURNS text LANGUAGE plpgsql
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
RETURNS TABLE (task_index int, status text, output jsonb, error text, attempts int) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    step text := fanout.check_step(run_id, step_slug);
    expected bigint := after_index + 1::bigint;
BEGIN
    IF after_index IS NULL OR after_index < -1 OR max_rows < 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'results: after_index is null or below -1, or max_rows is negative',
            HINT = 'after_index is the last index that you have read, -1 for none.';
    END IF;
    -- Read row by row, so that what has ended behind a gap costs nothing.
    FOR task_index, status, output, error, attempts IN
        SELECT r.task_index, CASE WHEN r.output IS NULL THEN 'failed' ELSE 'completed' END, r.output, r.error, r.attempt
          FROM fanout.task_results r
         WHERE r.run_id = results.run_id AND r.step_slug = step AND r.task_index > after_index
           AND r.task_index <= coalesce(after_index + max_rows::bigint, 2147483647)
         ORDER BY r.task_index
    LOOP
        EXIT WHEN task_index <> expected;
        RETURN NEXT;
        expected := expected + 1;
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.results IS
    'Results in index order while the fan-out runs, up to the first unfinished index: the last index read is the cursor (after_index). step_slug null: the only leaf';

-- In SQL, because PL/pgSQL takes no parameter and result column of one name.
CREATE FUNCTION fanout.errors(run_id uuid, step_slug text DEFAULT NULL)
RETURNS TABLE (step_slug text, task_index int, item jsonb, attempts int, error text, failed_at timestamptz)
LANGUAGE sql SET search_path = pg_catalog, pg_temp SET jit = off AS $$
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
RETURNS TABLE (index int, source_run uuid, run uuid, status text, error text) LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $$
    SELECT fanout.run_status($1);
    SELECT r.index, r.source_run, r.run, r.status, r.error FROM fanout.chained_runs r WHERE r.batch = $1 ORDER BY r.index;
$$;
COMMENT ON FUNCTION fanout.chain_results IS
    'What became of each source run of a batch that chain_runs has started, in order: run is null until one has started, and where none could';
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
-- How a flow is built and what it will take, and where a run's time went. VOLATILE, as what is in looking.sql, and for the same reason.
-- To plan the larger queries takes longer than to execute them: a session keeps their plans.

-- In PL/pgSQL, as what follows: SQL would be planned anew wherever it is called.
CREATE FUNCTION fanout.duration_text(duration interval) RETURNS text IMMUTABLE STRICT LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    seconds numeric := greatest(extract(epoch FROM duration), 0);
BEGIN
    RETURN CASE WHEN seconds = 0 THEN '0 s'
                WHEN round(seconds, 4) < 0.01 THEN trim_scale(round(seconds * 1000, 1)) || ' ms'
                WHEN round(seconds, 3) < 1 THEN round(seconds * 1000) || ' ms'
                WHEN round(seconds, 1) < 60 THEN trim_scale(round(seconds, 1)) || ' s'
                WHEN round(seconds) < 3600 THEN div(round(seconds), 60) || ' min' || coalesce(' ' || nullif(round(seconds) % 60, 0) || ' s', '')
                WHEN round(seconds / 60) < 1440
                THEN div(round(seconds / 60), 60) || ' h' || coalesce(' ' || nullif(round(seconds / 60) % 60, 0) || ' min', '')
                ELSE div(round(seconds / 3600), 24) || ' d' || coalesce(' ' || nullif(round(seconds / 3600) % 24, 0) || ' h', '') END;
END
$$;
COMMENT ON FUNCTION fanout.duration_text IS 'A duration for people: 12 ms, 1.2 s, 3 min 4 s, 2 h 5 min, 3 d 4 h';

-- Names of runs, handlers, queues and limits may have any characters.
CREATE FUNCTION fanout.printable(value text, width int) RETURNS text IMMUTABLE STRICT LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    value := regexp_replace(value, '[\u0001-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]', '?', 'g');
    RETURN CASE WHEN length(value) > width THEN left(value, width - 1) || '…' ELSE value END;
END
$$;
COMMENT ON FUNCTION fanout.printable IS
    'A text of so many characters at most, on one line: ? for what would break or turn it';

CREATE FUNCTION fanout.predicted(past interval[]) RETURNS text IMMUTABLE LANGUAGE sql
RETURN (SELECT fanout.duration_text(percentile_disc(0.5) WITHIN GROUP (ORDER BY p.duration))
               || CASE WHEN min(p.duration) < max(p.duration)
                       THEN format(' (%s to %s)', fanout.duration_text(min(p.duration)), fanout.duration_text(max(p.duration))) ELSE '' END
          FROM unnest(past) p (duration));
COMMENT ON FUNCTION fanout.predicted IS 'For fanout.explain_flow: the median of past durations, and their range';

CREATE FUNCTION fanout.filled_lines(words text[], indent text) RETURNS SETOF text IMMUTABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    line text;
    word text;
BEGIN
    FOREACH word IN ARRAY words LOOP
        word := fanout.printable(word, 116 - length(indent));
        IF length(line) + length(word) > 114 THEN
            RETURN NEXT line || ',';
            line := NULL;
        END IF;
        line := coalesce(line || ', ', indent) || word;
    END LOOP;
    IF line IS NOT NULL THEN
        RETURN NEXT line;
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.filled_lines IS 'Texts one after the other, with commas, in indented lines that a terminal of 120 columns holds';

CREATE FUNCTION fanout.labelled(label text, value text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN coalesce(fanout.printable(label, 114 - length(value)) || '  ' || value, fanout.printable(label, 116));
COMMENT ON FUNCTION fanout.labelled IS 'A label and what is said of it, in a line that a terminal of 120 columns holds: the label gives way';

CREATE FUNCTION fanout.check_flow(flow_slug text) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_version int;
BEGIN
    SELECT f.version INTO found_version FROM fanout.flows_overview f WHERE f.flow = flow_slug AND f.is_current;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFFLO', MESSAGE = format('flow "%s" does not exist', coalesce(flow_slug, 'null')),
            HINT = 'fanout.flows_overview lists the flows that you may see.';
    END IF;
    RETURN found_version;
END
$$;
COMMENT ON FUNCTION fanout.check_flow IS 'The flow''s current version; an error where there is no such flow';

-- A step stands below the last of those it depends on.
CREATE FUNCTION fanout.flow_tree(flow_slug text, version int)
RETURNS TABLE (place bigint, step_slug text, branch text, stem text) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE children AS (
        SELECT t.step_slug, t.place, t.depends_on[cardinality(t.depends_on)] AS parent,
               row_number() OVER (PARTITION BY t.depends_on[cardinality(t.depends_on)] ORDER BY t.place DESC) = 1 AS is_last
          FROM fanout.flow_steps t WHERE t.flow = $1 AND t.version = $2
    ), tree AS (
        SELECT c.step_slug, ARRAY[c.place] AS path, '' AS branch, '' AS stem FROM children c WHERE c.parent IS NULL
         UNION ALL
        SELECT c.step_slug, t.path || c.place, t.stem || CASE WHEN c.is_last THEN '└─ ' ELSE '├─ ' END,
               t.stem || CASE WHEN c.is_last THEN '   ' ELSE '│  ' END
          FROM tree t JOIN children c ON c.parent = t.step_slug
    )
    SELECT row_number() OVER (ORDER BY t.path), t.step_slug,
           CASE WHEN length(t.branch) > 45 THEN '… ' ELSE t.branch END, CASE WHEN length(t.branch) > 45 THEN '  ' ELSE t.stem END
      FROM tree t ORDER BY t.path;
END
$$;
COMMENT ON FUNCTION fanout.flow_tree IS
    'The steps of a version of a flow as a tree, in its order: what to draw before each of them, and before the lines below it';

-- Each step's time from the run's start to its end, as it was for the task that ended last: that is the one that the step waited for. The
-- points in time are put in order, each between the one before and the end, so the parts between them add up.
CREATE VIEW fanout.step_times WITH (security_barrier) AS
SELECT r.run_id, t.step_slug, t.position, e.status, b.step_slug AS after_step, k.task_index,
       e.ended_at - r.started_at AS elapsed, y.ready_at - r.started_at AS dependencies, p.started_at - y.ready_at AS starting,
       d.due_at - p.started_at AS delay,
       CASE WHEN w.is_limited THEN '0' ELSE c.claimed_at - d.due_at END + CASE WHEN e.is_whole THEN '0' ELSE e.ended_at - l.ended_at END AS queue,
       CASE WHEN w.is_limited THEN c.claimed_at - d.due_at ELSE '0' END AS limits,
       x.execution, l.ended_at - c.claimed_at - x.execution AS pauses, CASE WHEN e.is_whole THEN e.ended_at - l.ended_at ELSE '0' END AS gathering,
       y.ready_at, least(k.began_at, u.claimed_at,
                         CASE e.status WHEN 'started' THEN (SELECT min(m.first_claimed_at) FROM fanout.task_times(s.state_id) m) END) AS began_at,
       e.ended_at
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (
       SELECT CASE WHEN r.status <> 'started' AND s.status IN ('created', 'started') THEN 'cancelled' ELSE s.status END AS status,
              greatest(coalesce(s.completed_at, r.completed_at, pg_catalog.statement_timestamp()), r.started_at) AS ended_at,
              s.completed_at IS NOT NULL AS is_whole) e
 -- What is under way, or else waits: the next of it.
  LEFT JOIN LATERAL (
       SELECT lower(q.indexes) AS task_index, q.claimed_at, q.parked_on IS NOT NULL AS is_parked,
              q.parked_on IS NULL AND q.available_at > pg_catalog.statement_timestamp() AS is_delayed
         FROM fanout.queue q
        WHERE q.state_id = s.state_id AND q.kind IN ('task', 'child') AND e.status = 'started'
        ORDER BY q.claimed_at, q.available_at NULLS FIRST, q.queue_id LIMIT 1) u ON true
  LEFT JOIN LATERAL (
       SELECT m.task_index, m.first_claimed_at, coalesce(m.claimed_at, u.claimed_at) AS claimed_at, m.completed_at, m.failed,
              min(m.first_claimed_at) OVER () AS began_at
         FROM fanout.task_times(s.state_id, u.task_index) m
        WHERE e.status <> 'created' AND (e.status <> 'started' OR u.task_index IS NOT NULL)
        ORDER BY m.completed_at DESC, m.task_index DESC LIMIT 1) k ON true
 -- What it waited for last, and until when: a step whose items come one by one until this one is done.
  LEFT JOIN LATERAL (
       SELECT b.step_slug,
              CASE WHEN b.step_id = t.pipelined_step_id AND k.task_index IS NOT NULL
                   THEN (SELECT m.completed_at FROM fanout.task_times(g.state_id, k.task_index) m)
                   ELSE g.completed_at END AS done_at
         FROM fanout.deps a
        -- Not all states of the run, to look among them for those that it depends on.
        CROSS JOIN LATERAL (SELECT g.state_id, g.completed_at FROM fanout.step_states g WHERE g.run_id = s.run_id AND g.step_id = a.dep_step_id OFFSET 0) g
         JOIN fanout.steps b ON b.step_id = a.dep_step_id
        WHERE a.step_id = s.step_id
        ORDER BY done_at DESC NULLS FIRST, b.position LIMIT 1) b ON true
 CROSS JOIN LATERAL (SELECT e.status = 'completed' AND k.task_index IS NULL AS is_empty) z
 CROSS JOIN LATERAL (
       SELECT CASE WHEN b.step_slug IS NULL THEN r.started_at ELSE greatest(least(b.done_at, e.ended_at), r.started_at) END AS ready_at) y
 CROSS JOIN LATERAL (SELECT greatest(least(s.started_at, e.ended_at), y.ready_at) AS started_at) p
 CROSS JOIN LATERAL (
       SELECT CASE WHEN z.is_empty THEN p.started_at
                   ELSE greatest(least(coalesce(k.first_claimed_at, k.claimed_at), e.ended_at), p.started_at) END AS claimed_at) c
 CROSS JOIN LATERAL (
       SELECT CASE WHEN u.is_delayed AND k.first_claimed_at IS NULL THEN c.claimed_at
                   ELSE least(p.started_at + coalesce(t.start_delay, '0'), c.claimed_at) END AS due_at) d
 CROSS JOIN LATERAL (
       SELECT CASE WHEN z.is_empty THEN c.claimed_at ELSE greatest(least(k.completed_at, e.ended_at), c.claimed_at) END AS ended_at) l
 CROSS JOIN LATERAL (
       SELECT least(coalesce(k.failed, '0') + coalesce(greatest(l.ended_at - k.claimed_at, '0'), '0'), l.ended_at - c.claimed_at) AS execution) x
 -- Behind a limit: what waits there now; and what had to wait for a slot of the step's own, where nine tenths of them were taken from
 -- the first claim to the last.
 CROSS JOIN LATERAL (
       SELECT CASE WHEN u.is_parked THEN true
                   WHEN t.max_concurrency IS NOT NULL THEN
              (SELECT extract(epoch FROM sum(least(m.completed_at, m.last_claim) - m.claimed_at)) * s.total_tasks / count(*)
                      >= 0.9 * t.max_concurrency * extract(epoch FROM max(m.last_claim) - min(m.claimed_at))
                 FROM (SELECT n.claimed_at, n.completed_at, max(n.claimed_at) OVER () AS last_claim
                         FROM fanout.task_times(s.state_id) n) m)
              END IS TRUE AS is_limited) w
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.step_times IS
    'A row a step of a run: how its time from the run''s start to its end was spent, in parts that add up to elapsed, those of the task that ended last, of those that fanout.task_times looks at: waiting for dependencies, the last one of them being after_step; starting: until its tasks were there; delay: its start_delay; the queue; limits, where it can be told; execution, of all attempts; pauses before retries; gathering: putting its output together. began_at: the first claim of a task of its';

-- From the step that ended last back to the run's start, each step until the next one had what it waited for; that can be before its own
-- end, where items go on one by one.
CREATE FUNCTION fanout.critical_path(run_id uuid)
RETURNS TABLE (place bigint, step_slug text, elapsed interval, starting interval, delay interval, queue interval, limits interval,
               execution interval, pauses interval, gathering interval) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    PERFORM fanout.run_status($1);
    RETURN QUERY
    WITH RECURSIVE times AS MATERIALIZED (
        SELECT t.step_slug, t.position, t.status, t.after_step, t.ready_at, t.ended_at, t.elapsed, t.dependencies, t.starting, t.delay, t.queue,
               t.limits, t.execution, t.gathering
          FROM fanout.step_times t WHERE t.run_id = $1
    ), path AS (
        (SELECT 1 AS steps_back, t.step_slug, t.after_step, t.ready_at, greatest(r.completed_at, t.ended_at) AS until
           FROM times t JOIN fanout.runs_overview r ON r.run_id = $1 WHERE t.status <> 'created' ORDER BY t.status = 'failed' DESC, t.ended_at DESC, t.position DESC LIMIT 1)
         UNION ALL
        SELECT p.steps_back + 1, t.step_slug, t.after_step, t.ready_at, p.ready_at FROM path p JOIN times t ON t.step_slug = p.after_step
    )
    SELECT row_number() OVER (ORDER BY p.steps_back DESC), p.step_slug, u.until - e.ready, least(e.started, u.until) - e.ready,
           least(e.due, u.until) - least(e.started, u.until), least(e.queued, u.until) - least(e.due, u.until),
           least(e.limited, u.until) - least(e.queued, u.until), least(e.executed, u.until) - least(e.limited, u.until),
           least(e.ended, u.until) - least(e.executed, u.until), u.until - least(e.ended, u.until)
      FROM path p
      JOIN times t ON t.step_slug = p.step_slug
     CROSS JOIN LATERAL (SELECT p.until - t.ended_at + t.elapsed AS until) u
     CROSS JOIN LATERAL (
           SELECT t.dependencies AS ready, t.dependencies + t.starting AS started, t.dependencies + t.starting + t.delay AS due,
                  t.dependencies + t.starting + t.delay + t.queue AS queued, t.dependencies + t.starting + t.delay + t.queue + t.limits AS limited,
                  t.dependencies + t.starting + t.delay + t.queue + t.limits + t.execution AS executed, t.elapsed - t.gathering AS ended) e
     WHERE u.until > e.ready ORDER BY p.steps_back DESC;
END
$$;
COMMENT ON FUNCTION fanout.critical_path IS
    'Which steps a run''s time was spent in, one after the other: how long the run waited for each, in parts that add up to that, as in fanout.step_times';

CREATE FUNCTION fanout.parts_of_time(dependencies interval, starting interval, delay interval, queue interval, limits interval,
                                     execution interval, pauses interval, gathering interval) RETURNS text[] IMMUTABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN array_remove(ARRAY['dependencies ' || fanout.duration_text(nullif(dependencies, '0')), 'starting ' || fanout.duration_text(nullif(starting, '0')),
                              'delay ' || fanout.duration_text(nullif(delay, '0')), 'queue ' || fanout.duration_text(nullif(queue, '0')),
                              'limits ' || fanout.duration_text(nullif(limits, '0')), 'execution ' || fanout.duration_text(nullif(execution, '0')),
                              'pauses ' || fanout.duration_text(nullif(pauses, '0')), 'gathering ' || fanout.duration_text(nullif(gathering, '0'))], NULL);
END
$$;
COMMENT ON FUNCTION fanout.parts_of_time IS 'For fanout.explain_run: the parts of a step''s time that are more than nothing, as texts';

CREATE FUNCTION fanout.describe_run(run_id uuid) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    PERFORM fanout.run_status(run_id);
    RETURN (SELECT format('Run %s of %s, version %s: %s %s', coalesce('"' || fanout.printable(r.name, 30) || '"', r.run_id::text),
                          fanout.printable(r.flow, 40), r.version, CASE r.status WHEN 'started' THEN 'goes on since' WHEN 'completed' THEN 'completed in'
                                                   ELSE r.status || ' after' END, fanout.duration_text(r.elapsed))
              FROM fanout.runs_overview r WHERE r.run_id = describe_run.run_id);
END
$$;
COMMENT ON FUNCTION fanout.describe_run IS 'A line about a run: its name, else its id, its flow, and what became of it';

CREATE FUNCTION fanout.explain_run(run_id uuid) RETURNS SETOF text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    critical text[];
    path text;
    s record;
BEGIN
    RETURN NEXT fanout.describe_run(run_id);
    SELECT array_agg(p.step_slug), string_agg(l.lines, E'\n' ORDER BY p.place) INTO critical, path
      FROM fanout.critical_path(explain_run.run_id) p
     CROSS JOIN LATERAL (
           SELECT string_agg(f.line, E'\n') AS lines
             FROM fanout.filled_lines(ARRAY[p.step_slug || '  ' || fanout.duration_text(p.elapsed)] || fanout.parts_of_time(
                      NULL, p.starting, p.delay, p.queue, p.limits, p.execution, p.pauses, p.gathering), '    ') f (line)) l;
    FOR s IN
        -- The views are read once each, not once a pair of steps.
        WITH times AS MATERIALIZED (
            SELECT t.step_slug, t.status, t.elapsed, t.dependencies, t.starting, t.delay, t.queue, t.limits, t.execution, t.pauses, t.gathering
              FROM fanout.step_times t WHERE t.run_id = explain_run.run_id
        ), counts AS MATERIALIZED (
            SELECT o.step_slug, o.total, o.done, o.failed, o.retries FROM fanout.steps_overview o WHERE o.run_id = explain_run.run_id
        )
        SELECT b.branch, b.stem, b.step_slug, t.status, t.elapsed, o.total, o.done, o.failed, o.retries,
               fanout.parts_of_time(t.dependencies, t.starting, t.delay, t.queue, t.limits, t.execution, t.pauses, t.gathering) AS parts
          FROM fanout.runs_overview r
         CROSS JOIN LATERAL fanout.flow_tree(r.flow, r.version) b
          JOIN times t ON t.step_slug = b.step_slug
          JOIN counts o ON o.step_slug = b.step_slug
         WHERE r.run_id = explain_run.run_id
         ORDER BY b.place
    LOOP
        RETURN NEXT CASE WHEN s.step_slug = ANY (critical) THEN '* ' ELSE '  ' END || fanout.labelled(s.branch || s.step_slug,
            fanout.duration_text(s.elapsed) || format('  (%s)', array_to_string(ARRAY[
                CASE WHEN s.done < s.total THEN format('%s of %s tasks', s.done, s.total) WHEN s.total = 1 THEN '1 task' ELSE s.total || ' tasks' END,
                nullif(s.failed, 0) || ' failed', CASE s.retries WHEN 0 THEN NULL WHEN 1 THEN '1 retry' ELSE s.retries || ' retries' END,
                nullif(s.status, 'completed')], ', ')));
        RETURN QUERY SELECT fanout.filled_lines(s.parts, '  ' || s.stem || '     ');
    END LOOP;
    RETURN NEXT '* Critical path:';
    RETURN QUERY SELECT string_to_table(path, E'\n');
END
$$;
COMMENT ON FUNCTION fanout.explain_run IS
    'Where a run''s time went, as EXPLAIN ANALYZE says it of a query: the tree of its steps, each with its time from the run''s start to its end in parts that add up to it (fanout.step_times), and the critical path, marked *';

CREATE FUNCTION fanout.step_options(flow_slug text, version int, step_slug text) RETURNS text[] LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN (
        SELECT array_remove(ARRAY[
                   t.handler, CASE WHEN t.source IS NOT NULL THEN 'fanout over ' || t.source || coalesce(' ' || t.fanout_path, '') END,
                   CASE WHEN t.is_pipelined THEN 'item by item' END,
                   CASE WHEN cardinality(t.depends_on) > 1 THEN 'after ' || array_to_string(t.depends_on, ' and ') END,
                   'context ' || array_to_string(nullif(t.context, '{}'), ' and '), 'batch_size ' || nullif(t.batch_size, 1),
                   'max_concurrency ' || t.max_concurrency, 'limits ' || array_to_string(nullif(t.limits, '{}'), ' and '),
                   'on_failure ' || nullif(t.on_failure, 'fail_fast'), 'tolerated_failures ' || t.tolerated_failures,
                   'tolerated_failure_percentage ' || t.tolerated_failure_percentage, 'max_attempts ' || t.max_attempts,
                   'retry_budget ' || t.retry_budget, 'timeout ' || fanout.duration_text(t.timeout),
                   'schedule_timeout ' || fanout.duration_text(t.schedule_timeout),
                   'heartbeat_timeout ' || fanout.duration_text(t.heartbeat_timeout), 'start_delay ' || fanout.duration_text(t.start_delay),
                   'queue ' || nullif(t.queue, 'default'), 'priority ' || nullif(t.priority, 0), 'output_mode ' || nullif(t.output_mode, 'array'),
                   'max_buffered ' || t.max_buffered], NULL)
          FROM fanout.flow_steps t WHERE t.flow = $1 AND t.version = $2 AND t.step_slug = $3);
END
$$;
COMMENT ON FUNCTION fanout.step_options IS 'For fanout.explain_flow: the options of a step that aren''t everybody''s, as texts';

-- What is predicted of a step is what was of steps of that name, type and handler, in whatever version.
CREATE FUNCTION fanout.explain_flow(flow_slug text) RETURNS SETOF text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    current int := fanout.check_flow(flow_slug);
    past uuid[] := ARRAY(SELECT r.run_id FROM fanout.runs_overview r WHERE r.flow = flow_slug AND r.status = 'completed'
                          ORDER BY r.started_at DESC LIMIT 20);
    s record;
BEGIN
    RETURN NEXT (
        SELECT format('Flow %s, version %s: ', flow_slug, current)
               || CASE count(*) WHEN 0 THEN 'no completed run to predict from'
                                ELSE format('%s, by the last %s', fanout.predicted(array_agg(r.elapsed)),
                                            CASE count(*) WHEN 1 THEN 'completed run' ELSE count(*) || ' completed runs' END) END
          FROM fanout.runs_overview r WHERE r.run_id = ANY (past));
    FOR s IN
        SELECT b.branch, b.stem, b.step_slug, count(o.run_id) AS runs, fanout.predicted(array_agg(o.elapsed)) AS elapsed,
               percentile_disc(0.5) WITHIN GROUP (ORDER BY o.items) AS items
          FROM fanout.flow_tree(flow_slug, current) b
          JOIN fanout.flow_steps t ON t.step_slug = b.step_slug AND t.flow = flow_slug AND t.version = current
          LEFT JOIN fanout.steps_overview o ON o.run_id = ANY (past) AND o.step_slug = t.step_slug AND o.step_type = t.step_type
                    AND o.handler = t.handler AND o.status = 'completed'
         GROUP BY b.place, b.branch, b.stem, b.step_slug ORDER BY b.place
    LOOP
        RETURN NEXT fanout.labelled(s.branch || s.step_slug, CASE WHEN s.runs > 0 THEN format('(%s, %s%s)', CASE s.items WHEN 1 THEN '1 item' ELSE s.items || ' items' END, s.elapsed,
                        CASE WHEN s.runs < cardinality(past) THEN ', by ' || s.runs || CASE s.runs WHEN 1 THEN ' run' ELSE ' runs' END ELSE '' END) END);
        RETURN QUERY SELECT fanout.filled_lines(fanout.step_options(flow_slug, current, s.step_slug), s.stem || '     ');
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.explain_flow IS
    'How the current version of a flow is built, and what it will take, as EXPLAIN says it of a query: the tree of its steps with their options, and how many items and how much time they had in the last completed runs, 20 at most: the median, and the range';
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
-- Pictures of flows and runs, as text.

CREATE FUNCTION fanout.timeline(run_id uuid) RETURNS SETOF text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    PERFORM fanout.run_status($1);
    RETURN QUERY
    -- A step whose items come one by one may have begun before its last one was there.
    WITH times AS MATERIALIZED (
        SELECT t.step_slug, t.status, row_number() OVER (ORDER BY t.position, t.step_slug) AS place,
               max(t.elapsed) OVER () AS longest, t.ended_at - t.elapsed AS run_started_at, least(t.ready_at, t.began_at) AS ready_at,
               least(t.began_at, t.ended_at - t.gathering) AS began_at, t.ended_at - t.gathering AS gathered_at, t.ended_at
          FROM fanout.step_times t WHERE t.run_id = $1
    ), counts AS MATERIALIZED (
        SELECT o.step_slug, o.done, o.total FROM fanout.steps_overview o WHERE o.run_id = $1
    ), columns AS (
        SELECT t.*, o.done, o.total, c.columns[1] AS ready, c.columns[2] AS began, c.columns[3] AS gathered, c.columns[4] AS ended
          FROM times t
          JOIN counts o USING (step_slug)
         CROSS JOIN LATERAL (
               SELECT ARRAY(SELECT coalesce(56 * extract(epoch FROM a.at - t.run_started_at) / nullif(extract(epoch FROM t.longest), 0), 0)::int
                              FROM unnest(ARRAY[t.ready_at, coalesce(t.began_at, t.gathered_at), t.gathered_at, t.ended_at])
                                   WITH ORDINALITY a (at, place) ORDER BY a.place) AS columns) c
    ), lines AS (
        SELECT -1 AS place, fanout.describe_run($1) AS line
         UNION ALL
        SELECT 0, repeat(' ', 24) || rpad('0 s ', 55 - length(x.longest), '─') || ' ' || x.longest
          FROM (SELECT fanout.duration_text(max(t.longest)) AS longest FROM times t) x
         UNION ALL
        SELECT c.place,
               rpad(fanout.printable(c.step_slug, 23), 24) || CASE WHEN c.status = 'created' THEN '' ELSE
                   rpad(CASE WHEN c.ready = c.ended THEN repeat(' ', least(c.ready, 55)) || '█'
                             ELSE repeat(' ', c.ready) || repeat('░', c.began - c.ready) || repeat('█', c.gathered - c.began)
                                  || repeat('▒', c.ended - c.gathered) END, 57)
                   || fanout.duration_text(c.ended_at - c.ready_at) || coalesce(' ' || nullif(c.status, 'completed'), '')
                   || CASE WHEN c.done < c.total THEN pg_catalog.format(' %s/%s', c.done, c.total) ELSE '' END END
          FROM columns c)
    SELECT l.line FROM lines l ORDER BY l.place;
END
$$;
COMMENT ON FUNCTION fanout.timeline IS
    'A Gantt chart of a run in text: a line a step, from when all was there that it waited for: ░ nobody has claimed a task of its yet, █ its tasks, ▒ its output is put together; how long that was; and of what is unfinished, tasks done of all';

-- What an arrow of the pictures says: the arrow from its source to a fan-out.
CREATE FUNCTION fanout.graph_edges(flow_slug text, version int)
RETURNS TABLE (source bigint, target bigint, label text, is_pipelined boolean) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT s.place, t.place,
           CASE WHEN s.step_slug <> t.source OR t.source IS NULL THEN NULL WHEN t.is_pipelined THEN 'item by item' ELSE 'each' END,
           t.is_pipelined AND s.step_slug = t.source
      FROM fanout.flow_steps t
     CROSS JOIN LATERAL unnest(t.depends_on) d (step_slug)
      JOIN fanout.flow_steps s ON s.step_slug = d.step_slug
     WHERE t.flow = $1 AND t.version = $2 AND s.flow = $1 AND s.version = $2
     ORDER BY t.place, s.place;
END
$$;
COMMENT ON FUNCTION fanout.graph_edges IS 'For fanout.graph: which step depends on which, by their places, and what is written on the arrow';

CREATE FUNCTION fanout.mermaid_text(value text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN (SELECT pg_catalog.string_agg(CASE WHEN c ~ '[A-Za-z0-9_:. -]' OR pg_catalog.ascii(c) > 126 THEN c ELSE '#' || pg_catalog.ascii(c) || ';' END, '')
          FROM pg_catalog.regexp_split_to_table(fanout.printable(value, 60), '') c);
COMMENT ON FUNCTION fanout.mermaid_text IS 'For fanout.graph: a text as it may stand between quotation marks in Mermaid';

CREATE FUNCTION fanout.dot_text(value text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN pg_catalog.replace(pg_catalog.replace(fanout.printable(value, 60), '\', '\\'), '"', '\"');
COMMENT ON FUNCTION fanout.dot_text IS 'For fanout.graph: a text as it may stand between quotation marks in the language of Graphviz';

-- Steps are numbered in what others read: a slug may be a word of theirs. A handler's name may have any characters.
CREATE FUNCTION fanout.graph(flow_slug text, format text DEFAULT 'text') RETURNS SETOF text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
    current int := fanout.check_flow(flow_slug);
BEGIN
    CASE format
    WHEN 'text' THEN
        RETURN QUERY
            SELECT fanout.printable(b.branch || b.step_slug || coalesce(' × ' || t.source, '') || CASE WHEN cardinality(t.depends_on) > 1
                       THEN '  (after ' || array_to_string(t.depends_on, ' and ') || ')' ELSE '' END, 116)
              FROM fanout.flow_tree(flow_slug, current) b
              JOIN fanout.flow_steps t ON t.step_slug = b.step_slug
             WHERE t.flow = flow_slug AND t.version = current ORDER BY b.place;
    WHEN 'mermaid' THEN
        RETURN NEXT 'flowchart TD';
        RETURN QUERY
            SELECT '    s' || t.place || CASE t.step_type WHEN 'fanout' THEN '[["' ELSE '["' END || t.step_slug || '<br/>'
                   || fanout.mermaid_text(t.handler) || CASE t.step_type WHEN 'fanout' THEN '"]]' ELSE '"]' END
              FROM fanout.flow_steps t WHERE t.flow = flow_slug AND t.version = current ORDER BY t.place;
        RETURN QUERY
            SELECT '    s' || e.source || CASE WHEN e.is_pipelined THEN ' -.->' ELSE ' -->' END || coalesce('|' || e.label || '|', '') || ' s' || e.target
              FROM fanout.graph_edges(flow_slug, current) e;
    WHEN 'dot' THEN
        RETURN NEXT 'digraph "' || flow_slug || '" {';
        RETURN NEXT '    node [shape=box];';
        RETURN QUERY
            SELECT '    s' || t.place || ' [label="' || t.step_slug || '\n' || fanout.dot_text(t.handler) || '"'
                   || CASE t.step_type WHEN 'fanout' THEN ', peripheries=2];' ELSE '];' END
              FROM fanout.flow_steps t WHERE t.flow = flow_slug AND t.version = current ORDER BY t.place;
        RETURN QUERY
            SELECT '    s' || e.source || ' -> s' || e.target || coalesce(' [label="' || e.label || '"'
                   || CASE WHEN e.is_pipelined THEN ', style=dashed' ELSE '' END || ']', '') || ';'
              FROM fanout.graph_edges(flow_slug, current) e;
        RETURN NEXT '}';
    ELSE
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = pg_catalog.format('graph: there is no format %s', coalesce('"' || format || '"', 'null')),
            HINT = 'format is text, mermaid or dot.';
    END CASE;
END
$$;
COMMENT ON FUNCTION fanout.graph IS
    'The current version of a flow as a picture: text (a tree, × before a fan-out''s source), or what Mermaid or Graphviz (dot) draw it from';
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
-- It has the caller's search_path, by which add_step finds an SQL handler. So everything else is named with its schema.
DECLARE
    -- The same options of the same owner are the same flow.
    options pg_catalog.text := pg_catalog.jsonb_build_array(
        handler, CASE WHEN pg_catalog.starts_with(handler, 'sql:') THEN pg_catalog.current_setting('search_path') END,
        max_concurrency, max_attempts, base_delay, max_delay, timeout, run_timeout, queue, batch_size, limits, start_delay,
        schedule_timeout, heartbeat_timeout, on_failure, tolerated_failures, tolerated_failure_percentage, retry_budget,
        output_mode)::pg_catalog.text;
    flow pg_catalog.text := fanout.own_flow_slug('execute_many', options);
BEGIN
    IF handler IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'execute_many: handler is null',
            HINT = 'Name a handler of a worker, or sql:function, or flow:slug.';
    END IF;
    IF items IS NULL OR pg_catalog.jsonb_typeof(items) OPERATOR(pg_catalog.<>) 'array' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG',
            MESSAGE = pg_catalog.format('execute_many: items is no array but %s', coalesce(pg_catalog.jsonb_typeof(items), 'SQL NULL')),
            HINT = 'Give a JSON array; each element is a task''s item.';
    END IF;
    PERFORM fanout.create_flow(flow, max_attempts, base_delay, max_delay, timeout, run_timeout,
                               pg_catalog.concat('execute_many over ', handler));
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
RETURN fanout.grant_functions(role, ARRAY['protocols', 'register_worker', 'unregister_worker', 'exchange', 'claim_tasks',
    'complete_task', 'fail_task', 'run_sql_tasks', 'run_internal', 'report_crash',
    'heartbeat', 'heartbeats', 'heartbeat_interval', 'maintain', 'next_deadline', 'work_left', 'metrics', 'is_copy']);
COMMENT ON FUNCTION fanout.grant_worker IS 'Lets a role be a worker: the worker functions and nothing else';

CREATE FUNCTION fanout.grant_looking(role regrole) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM fanout.grant_functions(role, ARRAY['run_status', 'run_output', 'is_ready', 'results', 'errors', 'wait_for_run', 'chain_results',
        'check_step', 'may_see', 'progress_bar', 'item_error', 'errors_in_batches', 'step_context', 'task_item', 'source_error', 'states_with_tasks', 'is_copy',
        'role_of', 'role_number', 'usual_retention', 'is_monitor', 'pause_of_run', 'task_times', 'retries', 'tasks_without_result', 'duration_text', 'printable', 'labelled', 'filled_lines', 'predicted',
        'check_flow', 'flow_tree', 'step_options', 'parts_of_time', 'describe_run', 'critical_path', 'explain_flow', 'explain_run',
        'timeline', 'graph', 'graph_edges', 'mermaid_text', 'dot_text', 'why', 'reasons_of_end', 'reasons_to_wait', 'rank_of_place', 'detail_of_reason', 'end_of_task', 'some_of']);
    EXECUTE format('GRANT SELECT ON fanout.unfinished_work, fanout.flows_overview, fanout.flow_steps, fanout.step_times, fanout.runs_overview, fanout.steps_overview, fanout.step_tasks, fanout.task_states, fanout.step_contexts, fanout.task_failures,
        fanout.task_errors, fanout.step_errors, fanout.task_results, fanout.run_outputs, fanout.leaf_steps, fanout.chained_runs,
        fanout.queue_overview, fanout.workers_overview, fanout.limits_overview, fanout.pauses_overview, fanout.storage_overview TO %s', role);
END
$$;
COMMENT ON FUNCTION fanout.grant_looking IS 'Lets a role read the views; they show what is its own';

CREATE FUNCTION fanout.grant_developer(role regrole) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM fanout.grant_looking(role);
    PERFORM fanout.grant_functions(role, ARRAY['create_flow', 'drop_flow', 'add_step', 'drop_step', 'create_limit', 'drop_limit', 'grant_limit', 'revoke_limit',
        'start_run', 'execute_many', 'chain_runs', 'offset_limit', 'chunk', 'cancel_run', 'resume_run', 'set_max_concurrency', 'current_task',
        'prune', 'push_items', 'close_items', 'own_flow_slug', 'pause_flow', 'continue_flow', 'pause_run', 'continue_run', 'set_priority', 'retry_task', 'settle_task']);
END
$$;
COMMENT ON FUNCTION fanout.grant_developer IS 'Lets a role define and run flows of its own, and see their runs';

CREATE FUNCTION fanout.grant_operator(role regrole) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM fanout.grant_looking(role);
    PERFORM fanout.grant_functions(role, ARRAY['cancel_run', 'resume_run', 'create_limit', 'drop_limit', 'grant_limit', 'revoke_limit', 'set_max_concurrency',
        'prune', 'is_operator', 'metrics', 'health', 'pause_queue', 'continue_queue', 'pause_flow', 'continue_flow', 'pause_run', 'continue_run', 'set_priority', 'retry_task', 'settle_task']);
END
$$;
COMMENT ON FUNCTION fanout.grant_operator IS 'Lets a role see, cancel, resume and remove all runs';

REVOKE ALL ON ALL ROUTINES IN SCHEMA fanout FROM PUBLIC;

-- What monitors see: how much there is and how it goes, and nothing that users have put in.
SELECT fanout.grant_functions('pg_monitor', ARRAY['health', 'metrics', 'is_monitor', 'may_see', 'progress_bar', 'pause_of_run', 'tasks_without_result', 'role_of', 'role_number', 'usual_retention']);
GRANT SELECT ON fanout.queue_overview, fanout.workers_overview, fanout.limits_overview, fanout.storage_overview TO pg_monitor;
GRANT SELECT (run_id, flow, version, status, progress, done, total, failed, started_at, completed_at, elapsed, eta, priority, parent_run_id, paused)
    ON fanout.runs_overview TO pg_monitor;
GRANT SELECT (flow, version, is_current, owner, steps, max_attempts, base_delay, max_delay, timeout, run_timeout, retention, retention_failed, created_at, last_started_at)
    ON fanout.flows_overview TO pg_monitor;
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
-- Everything survives pg_dump: the rows of every table but what is measured or made anew and those of workers, who don't work on a copy;
-- and the sequences' values.
DO $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN SELECT c.oid FROM pg_catalog.pg_class c
                     WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('r', 'S')
                      AND c.relname NOT IN ('stored_bytes', 'workers', 'past_workers', 'exchanges', 'heartbeats', 'slug_key') LOOP
        PERFORM pg_catalog.pg_extension_config_dump(relation, '');
    END LOOP;
END
$$;
