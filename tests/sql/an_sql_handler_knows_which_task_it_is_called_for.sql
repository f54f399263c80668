BEGIN;
SELECT plan(6);

CREATE ROLE author;
SELECT fanout.grant_developer('author');
CREATE SCHEMA work AUTHORIZATION author;
SET ROLE author;
-- Fails at its first attempt, so that the second one can be seen; and runs another flow's start in between.
CREATE FUNCTION work.who(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    me record;
BEGIN
    SELECT * INTO me FROM fanout.current_task();
    IF me.task_index = 1 AND me.attempt = 1 THEN
        RAISE EXCEPTION 'not yet';
    END IF;
    PERFORM fanout.start_run('empty', '[]');
    RETURN to_jsonb(me) || jsonb_build_object('again', (SELECT to_jsonb(t) = to_jsonb(me) FROM fanout.current_task() t));
END
$$;
SELECT fanout.create_flow('empty'), fanout.add_step('empty', 'none', step_type => 'fanout', fanout_from => 'run');
SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'ask', step_type => 'fanout', fanout_from => 'run', handler => 'sql:work.who');
SELECT is_empty('SELECT * FROM fanout.current_task()', 'outside of a handler there is no task');
SELECT fanout.start_run('f', '["a", "b"]', run_id => '00000000-0000-4000-8000-000000000007') AS run \gset
RESET ROLE;
SELECT fanout.register_worker('w', ARRAY['sql:']) AS w \gset
DO $$
DECLARE
    w bigint := (SELECT max(worker_id) FROM fanout.workers);
    most int;
BEGIN
    FOR i IN 1..6 LOOP
        PERFORM fanout.claim_tasks(w, 10);
        SELECT next_max INTO most FROM fanout.run_sql_tasks(w, max_tasks => most);
    END LOOP;
END
$$;
SELECT is(fanout.run_status(:'run'), 'completed', 'all have run');
SELECT is((SELECT output FROM fanout.results(:'run') WHERE task_index = 0),
    '{"run_id": "00000000-0000-4000-8000-000000000007", "step_slug": "ask", "task_index": 0, "attempt": 1, "again": true}',
    'a handler knows run, step, index and attempt, and still does after it has called the engine');
SELECT is((SELECT output ->> 'task_index' FROM fanout.results(:'run') WHERE task_index = 1), '1', 'each knows its own index');
SELECT is((SELECT output ->> 'attempt' FROM fanout.results(:'run') WHERE task_index = 1), '2', 'and attempt');
SELECT is_empty('SELECT * FROM fanout.current_task()', 'afterwards there is none');

SELECT * FROM finish();
ROLLBACK;
