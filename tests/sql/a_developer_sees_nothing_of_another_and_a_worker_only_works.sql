BEGIN;
SELECT plan(53);

CREATE ROLE author_one;
CREATE ROLE author_two;
CREATE ROLE hand_one;
CREATE ROLE hand_two;
CREATE ROLE overseer;
SELECT fanout.grant_developer('author_one'), fanout.grant_developer('author_two'), fanout.grant_worker('hand_one'),
       fanout.grant_worker('hand_two'), fanout.grant_operator('overseer');

-- Exactly these, so that a function added later is given to somebody on purpose.
CREATE FUNCTION pg_temp.functions_of(name) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(DISTINCT proname::text, ' ' ORDER BY proname::text) FROM pg_proc
     WHERE pronamespace = 'fanout'::regnamespace AND has_function_privilege($1, oid, 'EXECUTE')
$$;
SELECT is(pg_temp.functions_of('hand_one'), 'claim_tasks complete_task exchange fail_task heartbeat heartbeat_interval heartbeats is_copy maintain metrics next_deadline protocols register_worker report_crash run_internal run_sql_tasks unregister_worker work_left',
          'a worker has the worker functions');
SELECT is(pg_temp.functions_of('author_one'), 'add_step cancel_run chain_results chain_runs check_flow check_step chunk close_items continue_flow continue_run create_flow create_limit critical_path current_task describe_run detail_of_reason dot_text drop_flow drop_limit drop_step duration_text end_of_task errors errors_in_batches execute_many explain_flow explain_run filled_lines flow_tree grant_limit graph graph_edges is_copy is_monitor is_ready item_error labelled may_see mermaid_text offset_limit own_flow_slug parts_of_time pause_flow pause_of_run pause_run predicted printable progress_bar prune push_items rank_of_place reasons_of_end reasons_to_wait results resume_run retries retry_task revoke_limit role_number role_of run_output run_status set_max_concurrency set_priority settle_task some_of source_error start_run states_with_tasks step_context step_options task_item task_times tasks_without_result timeline usual_retention wait_for_run why',
          'a developer defines, runs and looks');
SELECT is(pg_temp.functions_of('overseer'), 'cancel_run chain_results check_flow check_step continue_flow continue_queue continue_run create_limit critical_path describe_run detail_of_reason dot_text drop_limit duration_text end_of_task errors errors_in_batches explain_flow explain_run filled_lines flow_tree grant_limit graph graph_edges health is_copy is_monitor is_operator is_ready item_error labelled may_see mermaid_text metrics parts_of_time pause_flow pause_of_run pause_queue pause_run predicted printable progress_bar prune rank_of_place reasons_of_end reasons_to_wait results resume_run retries retry_task revoke_limit role_number role_of run_output run_status set_max_concurrency set_priority settle_task some_of source_error states_with_tasks step_context step_options task_item task_times tasks_without_result timeline usual_retention wait_for_run why',
          'an operator looks, cancels and sets limits');
SELECT is_empty($$SELECT relname FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
    AND CASE relkind WHEN 'S' THEN has_sequence_privilege('hand_one', oid, 'USAGE, SELECT, UPDATE')
                     ELSE has_table_privilege('hand_one', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') END$$, 'a worker has no right on any table');
SELECT is_empty($$SELECT relname FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p')
    AND has_table_privilege('author_one', oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')$$, 'nor has a developer');

-- A run with a result, a failure and a task under way.
SET ROLE author_one;
SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'single', handler => 'h');
SELECT fanout.add_step('f', 'spread', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.start_run('f', '["secret"]') AS run \gset
SET ROLE hand_one;
SELECT fanout.register_worker('one', ARRAY['h']) AS one \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:one, 10)), 2::bigint, 'a worker that owns nothing claims');
SELECT lives_ok(format('SELECT fanout.fail_task(%L, ''spread'', 0, ''oops'')', :'run'), 'fails');
SELECT lives_ok(format('SELECT fanout.complete_task(%L, ''single'', 0, ''1'')', :'run'), 'completes');
SELECT lives_ok(format('SELECT fanout.heartbeat(%s)', :one), 'beats');
SELECT lives_ok('SELECT fanout.maintain()', 'and maintains');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:one, 10)), 1::bigint, 'the second attempt');

-- Another worker's role is not this worker.
SET ROLE hand_two;
SELECT throws_ok(format('SELECT fanout.heartbeat(%s)', :one), 'PFOWN', format('worker %s belongs to hand_one', :one), 'another role can''t beat for it');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 1, 1)', :one), 'PFOWN', NULL, 'nor exchange');
SELECT throws_ok(format('SELECT fanout.claim_tasks(%s, 1)', :one), 'PFOWN', NULL, 'nor claim');
SELECT throws_ok(format('SELECT fanout.unregister_worker(%s)', :one), 'PFOWN', NULL, 'nor unregister it');
SELECT throws_ok(format('SELECT fanout.run_sql_tasks(%s)', :one), 'PFOWN', NULL, 'nor run its SQL tasks');
SELECT throws_ok(format('SELECT fanout.run_internal(%s, 1)', :one), 'PFOWN', NULL, 'nor its internal ones');
SELECT throws_ok(format('SELECT fanout.report_crash(%s, 1)', :one), 'PFOWN', NULL, 'nor report a crash of it');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, ''spread'', 0, ''1'')', :'run'), 'PFOWN', NULL, 'nor complete its task');
SELECT throws_ok(format('SELECT fanout.fail_task(%L, ''spread'', 0, ''x'')', :'run'), 'PFOWN', NULL, 'nor fail it');

-- All columns of every view can be read, and show whose they are.
CREATE FUNCTION pg_temp.sees(view text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    n bigint;
BEGIN
    EXECUTE format('SELECT count(v::text) FROM fanout.%I v', view) INTO n;
    RETURN n;
END
$$;
CREATE FUNCTION pg_temp.views() RETURNS SETOF text LANGUAGE sql AS
    $$VALUES ('runs_overview'), ('steps_overview'), ('step_tasks'), ('task_failures'), ('task_results'), ('run_outputs'), ('leaf_steps'),
            ('flows_overview'), ('flow_steps'), ('step_times')$$;
RESET ROLE;
GRANT USAGE ON SCHEMA public TO author_one;
SET ROLE author_one;
SELECT ok(pg_temp.sees(v) > 0, 'the owner sees her rows of ' || v) FROM pg_temp.views() v;
SET ROLE overseer;
SELECT ok(pg_temp.sees(v) > 0, 'an operator sees them in ' || v) FROM pg_temp.views() v;
SET ROLE author_two;
SELECT is((SELECT string_agg(v || ' ' || pg_temp.sees(v), ', ') FROM pg_temp.views() v),
    'runs_overview 0, steps_overview 0, step_tasks 0, task_failures 0, task_results 0, run_outputs 0, leaf_steps 0, flows_overview 0, flow_steps 0, step_times 0', 'another developer sees none in any view');
SELECT throws_ok(format('SELECT fanout.run_output(%L)', :'run'), 'PFRUN', NULL, 'nor its output');
SELECT throws_ok(format('SELECT * FROM fanout.results(%L, ''spread'')', :'run'), 'PFRUN', NULL, 'nor results');
SELECT throws_ok(format('SELECT * FROM fanout.errors(%L)', :'run'), 'PFRUN', NULL, 'nor errors');
SELECT throws_ok(format('SELECT fanout.is_ready(%L)', :'run'), 'PFRUN', NULL, 'nor whether it is ready');
SELECT throws_ok(format('SELECT fanout.explain_run(%L)', :'run'), 'PFRUN', format('run %s does not exist', :'run'), 'nor where its time went');
SELECT throws_ok(format('SELECT fanout.critical_path(%L)', :'run'), 'PFRUN', NULL, 'nor by which path');
SELECT throws_ok(format('SELECT fanout.timeline(%L)', :'run'), 'PFRUN', NULL, 'nor its timeline');
SELECT throws_ok($$SELECT fanout.explain_flow('f')$$, 'PFFLO', 'flow "f" does not exist', 'nor how the flow is built');
SELECT throws_ok($$SELECT fanout.graph('f')$$, 'PFFLO', NULL, 'nor its graph');
RESET ROLE;
SELECT state_id AS state FROM fanout.step_states JOIN fanout.steps USING (step_id) WHERE step_slug = 'single' \gset
SET ROLE author_two;
SELECT is_empty(format('SELECT * FROM fanout.task_times(%s)', :state), 'nor when its tasks were claimed');
SELECT is(fanout.retries(:state), NULL, 'nor how many were tried again');
SET ROLE author_one;
SELECT isnt_empty(format('SELECT * FROM fanout.task_times(%s)', :state), 'as the owner does');

SELECT * FROM finish();
ROLLBACK;
