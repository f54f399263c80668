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
