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
