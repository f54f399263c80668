BEGIN;
SELECT plan(12);

CREATE ROLE handler_owner;
CREATE ROLE handler_runner;
SELECT fanout.grant_developer('handler_owner'), fanout.grant_worker('handler_runner');
CREATE SCHEMA handlers AUTHORIZATION handler_owner;
SET ROLE handler_owner;
SET search_path = handlers;
CREATE FUNCTION work(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE i ->> 'item';
    RETURN to_jsonb(current_user || ' ' || current_setting('is_superuser'));
END
$$;
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:work');
RESET ROLE;
RESET search_path;

-- One statement as a handler, run by a worker; gives the task's output or error.
CREATE FUNCTION pg_temp.as_handler(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    run uuid := fanout.start_run('f', jsonb_build_array(statement));
    w bigint;
BEGIN
    SET LOCAL ROLE handler_runner;
    w := fanout.register_worker('w', ARRAY['sql:']);
    PERFORM fanout.claim_tasks(w, 1);
    PERFORM fanout.run_sql_tasks(w, max_tasks => 1);
    RESET ROLE;
    RETURN (SELECT coalesce(r.output ->> 0, r.error) FROM (SELECT x.error, x.output -> 'work' AS output
              FROM fanout.run_outputs x WHERE x.run_id = run) r);
END
$$;

SELECT alike(pg_temp.as_handler('SELECT 1'), 'handler_owner %', 'it runs as the flow''s owner');
SELECT alike(pg_temp.as_handler('RESET ROLE'), '%cannot set parameter "role"%', 'it can''t go back to the worker''s role');
SELECT alike(pg_temp.as_handler('SET ROLE handler_runner'), '%cannot set parameter "role"%', 'nor take another');
SELECT alike(pg_temp.as_handler('SET LOCAL ROLE postgres'), '%cannot set parameter "role"%', 'whichever way');
SELECT alike(pg_temp.as_handler('SET SESSION AUTHORIZATION DEFAULT'), '%cannot set parameter "session_authorization"%', 'nor the session''s');
SELECT alike(pg_temp.as_handler('SET fanout.superuser_handlers = on'), '%permission denied%', 'nor change the settings of the engine');
SELECT alike(pg_temp.as_handler('SET fanout.clock_offset = 1'), '%permission denied%', 'any of them');
SELECT alike(pg_temp.as_handler('DO ''BEGIN COMMIT; END'''), '%invalid transaction termination%', 'it can''t commit');
SELECT alike(pg_temp.as_handler('DELETE FROM fanout.queue'), '%permission denied for table queue%', 'nor touch the engine''s tables');
SELECT alike(pg_temp.as_handler('SELECT fanout.maintain()'), '%permission denied for function maintain%', 'nor act as a worker');
SELECT is(current_user::text, 'postgres', 'the session is as it was');
SELECT is(current_setting('search_path'), '"$user", public', 'and so is its search_path');

SELECT * FROM finish();
ROLLBACK;
