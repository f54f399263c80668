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
