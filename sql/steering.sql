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
