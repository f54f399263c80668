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
