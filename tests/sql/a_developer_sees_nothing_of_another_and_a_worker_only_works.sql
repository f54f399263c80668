BEGIN;
SELECT plan(39);

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
SELECT is(pg_temp.functions_of('hand_one'), 'claim_tasks complete_task exchange fail_task heartbeat heartbeat_interval is_copy maintain metrics next_deadline register_worker report_crash run_internal run_sql_tasks unregister_worker work_left',
          'a worker has the worker functions');
SELECT is(pg_temp.functions_of('author_one'), 'add_step cancel_run chain_results chain_runs check_step chunk close_items continue_flow continue_run create_flow create_limit current_task drop_flow drop_limit drop_step errors errors_in_batches execute_many grant_limit is_copy is_ready item_error may_see offset_limit own_flow_slug pause_flow pause_of_run pause_run progress_bar prune push_items results resume_run retry_task revoke_limit role_number role_of run_output run_status set_max_concurrency set_priority settle_task source_error start_run states_with_tasks step_context usual_retention wait_for_run',
          'a developer defines, runs and looks');
SELECT is(pg_temp.functions_of('overseer'), 'cancel_run chain_results check_step continue_flow continue_queue continue_run create_limit drop_limit errors errors_in_batches grant_limit is_copy is_operator is_ready item_error may_see metrics pause_flow pause_of_run pause_queue pause_run progress_bar prune results resume_run retry_task revoke_limit role_number role_of run_output run_status set_max_concurrency set_priority settle_task source_error states_with_tasks step_context usual_retention wait_for_run',
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
    $$VALUES ('runs_overview'), ('steps_overview'), ('step_tasks'), ('task_failures'), ('task_results'), ('run_outputs'), ('leaf_steps')$$;
RESET ROLE;
GRANT USAGE ON SCHEMA public TO author_one;
SET ROLE author_one;
SELECT ok(pg_temp.sees(v) > 0, 'the owner sees her rows of ' || v) FROM pg_temp.views() v;
SET ROLE overseer;
SELECT ok(pg_temp.sees(v) > 0, 'an operator sees them in ' || v) FROM pg_temp.views() v;
SET ROLE author_two;
SELECT is((SELECT string_agg(v || ' ' || pg_temp.sees(v), ', ') FROM pg_temp.views() v),
    'runs_overview 0, steps_overview 0, step_tasks 0, task_failures 0, task_results 0, run_outputs 0, leaf_steps 0', 'another developer sees none in any view');
SELECT throws_ok(format('SELECT fanout.run_output(%L)', :'run'), 'PFRUN', NULL, 'nor its output');
SELECT throws_ok(format('SELECT * FROM fanout.results(%L, ''spread'')', :'run'), 'PFRUN', NULL, 'nor results');
SELECT throws_ok(format('SELECT * FROM fanout.errors(%L)', :'run'), 'PFRUN', NULL, 'nor errors');
SELECT throws_ok(format('SELECT fanout.is_ready(%L)', :'run'), 'PFRUN', NULL, 'nor whether it is ready');

SELECT * FROM finish();
ROLLBACK;
