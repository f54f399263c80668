-- What balances load between a primary and replicas that lag (Pgpool-II) goes by how functions are marked: one that is VOLATILE is
-- called on the primary. So is each by whose answer a program decides what to do.
BEGIN;
SELECT plan(3);

SELECT results_eq($$SELECT p.proname::text COLLATE "default" FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace AND p.provolatile = 's' ORDER BY p.proname$$,
    ARRAY[
        'current_task',        -- of the session
        'detail_of_reason',    -- of what is read by why, in its snapshot
        'end_of_task',         -- of what is read by why, in its snapshot
        'heartbeat_interval',  -- of the server's configuration
        'is_copy',             -- of the database itself, once and for all; a worker asks again
        'is_monitor',          -- of the catalogue
        'is_operator',         -- of the catalogue
        'library_version',     -- of the session
        'may_see',             -- of the catalogue, and in each view, where the planner is to move it
        'own_flow_slug',       -- of a key that is written once and for all
        'pause_of_run',        -- of what is read by the view that it is part of
        'rank_of_place',       -- of what is read by why, in its snapshot
        'reasons_of_end',      -- of what is read by why, in its snapshot
        'reasons_to_wait',     -- likewise
        'retries',             -- of what is read by the view that it is part of
        'role_in',             -- of the catalogue
        'role_out',            -- of the catalogue
        'role_recv',           -- of the catalogue
        'role_send',           -- of the catalogue
        'source_error',        -- of what is read by the view that it is part of
        'state_output',        -- of what is read by the view that it is part of
        'states_with_tasks',   -- of what is read by the foreign table that it is part of
        'step_context',        -- of what is read by the view that it is part of
        'task_item',           -- of what is read by the view that it is part of
        'task_times',          -- of what is read by the view that it is part of
        'tasks_without_result', -- of what is read by the view that it is part of
        'usual_retention'      -- of the server's configuration
    ], 'STABLE is what reads no tables of its own accord');
SELECT results_eq($$SELECT p.proname::text COLLATE "default" FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace AND p.provolatile = 'i' ORDER BY p.proname$$,
    ARRAY['array_of', 'array_of_end', 'array_of_step', 'chunk', 'dot_text', 'duration_text', 'errors_in_batches', 'filled_lines', 'item_error',
          'labelled', 'mermaid_text', 'offset_limit', 'parts_of_time', 'predicted', 'printable', 'progress_bar', 'protocols', 'role_cmp', 'role_eq', 'role_ge', 'role_gt', 'role_le', 'role_lt', 'role_number', 'role_of', 'some_of'], 'IMMUTABLE is what depends on its arguments alone');
SELECT is_empty($$SELECT n.name FROM unnest(ARRAY['run_status', 'run_output', 'is_ready', 'results', 'errors', 'chain_results', 'check_step', 'work_left', 'explain_flow', 'explain_run', 'critical_path', 'timeline', 'graph',
        'next_deadline', 'metrics', 'health', 'why']) AS n (name)
     WHERE NOT EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace AND p.proname = n.name AND p.provolatile = 'v')$$,
    'what programs and daemons decide by is VOLATILE');

SELECT * FROM finish();
ROLLBACK;
