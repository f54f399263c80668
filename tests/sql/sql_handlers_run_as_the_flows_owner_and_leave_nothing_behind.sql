BEGIN;
SELECT plan(16);

CREATE ROLE alice;
CREATE ROLE laborer;
SELECT fanout.grant_developer('alice'), fanout.grant_worker('laborer');
CREATE SCHEMA hers AUTHORIZATION alice;
SET ROLE alice;
SET search_path = hers;
CREATE TABLE log (who text, path text);
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
CREATE FUNCTION work(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO log VALUES (current_user, current_setting('search_path'));
    CASE i ->> 'item'
        WHEN 'set' THEN SET work_mem = '7MB'; SET search_path = pg_catalog;
        WHEN 'temp' THEN CREATE TEMP TABLE left_over (x int);
        WHEN 'cursor' THEN EXECUTE 'DECLARE left_open CURSOR FOR SELECT 1';
        WHEN 'raise' THEN RAISE 'it broke' USING DETAIL = 'in two';
        WHEN 'final' THEN RAISE 'no use' USING ERRCODE = 'PFFIN';
        WHEN 'deferred' THEN INSERT INTO hers.child VALUES (1);
        WHEN 'null' THEN RETURN NULL;
        WHEN 'rights' THEN PERFORM * FROM fanout.queue;
        ELSE NULL;
    END CASE;
    RETURN to_jsonb(upper(i ->> 'item'));
END
$$;
SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:work');
SELECT fanout.start_run('f', '["fine", "set", "temp", "cursor", "null"]') AS run \gset
RESET search_path;
SET ROLE laborer;
SELECT fanout.register_worker('w', ARRAY['sql:']) AS w \gset
SELECT is((SELECT array_agg(kind || ' ' || task_index) FROM fanout.exchange(:w, 1, 100)), ARRAY['sql 5'], 'an SQL claim is one row');
SELECT cmp_ok((SELECT done FROM fanout.run_sql_tasks(:w)), '>', 0, 'a call runs a batch of it');
SELECT fanout.run_sql_tasks(:w) FROM generate_series(1, 4);
SELECT throws_ok(format('SELECT * FROM fanout.run_sql_tasks(%s, 99)', :w), 'PFSTL', NULL, 'a claim that is gone is stale');
SELECT throws_ok('SELECT * FROM hers.log', '42501', NULL, 'the worker itself has no rights on the data');
RESET ROLE;
SELECT is(fanout.run_output(:'run'), '{"work": ["FINE", "SET", "TEMP", "CURSOR", null]}', 'SQL NULL is JSON''s null');
SELECT results_eq('SELECT DISTINCT who, path FROM hers.log', $$VALUES ('alice', 'hers, pg_temp')$$, 'as the owner, with the search_path of add_step');
SELECT isnt(current_setting('work_mem'), '7MB', 'settings are rolled back');
SELECT is(to_regclass('pg_temp.left_over'), NULL, 'temporary tables are gone');
SELECT is((SELECT count(*) FROM pg_cursors WHERE name = 'left_open'), 0::bigint, 'cursors are closed');

-- A failure among others: run as the daemon does, with next_max.
CREATE FUNCTION pg_temp.drive(w bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    how_many int := 100;
    rest int;
BEGIN
    FOR i IN 1..100 LOOP
        PERFORM fanout.claim_tasks(w, 100);
        SELECT remaining, next_max INTO rest, how_many FROM fanout.run_sql_tasks(w, max_tasks => how_many);
        EXIT WHEN rest = 0 AND NOT fanout.work_left(ARRAY['sql:']);
    END LOOP;
END
$$;
SELECT fanout.start_run('f', '["a", "b", "raise", "c", "d"]') AS run \gset
SELECT pg_temp.drive(:w);
SELECT is((SELECT array_agg(task_index || ' ' || attempts || ' ' || error) FROM fanout.errors(:'run')),
          ARRAY['2 2 it broke: in two (SQLSTATE P0001)'], 'one that fails is the only one that fails');
SELECT is((SELECT array_agg(attempts ORDER BY task_index) FROM fanout.step_tasks WHERE run_id = :'run' AND status = 'completed'),
          ARRAY[1, 1, 1, 1], 'and costs its neighbours no attempt');
SELECT fanout.start_run('f', '["final"]') AS run \gset
SELECT pg_temp.drive(:w);
SELECT is((SELECT attempts FROM fanout.errors(:'run')), 1, 'SQLSTATE PFFIN is not retried');
SELECT fanout.start_run('f', '["deferred"]') AS run \gset
SELECT pg_temp.drive(:w);
SELECT alike((SELECT error FROM fanout.errors(:'run')), '%foreign key%', 'deferred constraints are checked before the result counts');
SELECT fanout.start_run('f', '["rights"]') AS run \gset
SELECT pg_temp.drive(:w);
SELECT alike((SELECT error FROM fanout.errors(:'run')), '%permission denied%', 'a handler has its owner''s rights and no more');

SELECT fanout.start_run('f', '["gone"]') AS run \gset
DROP FUNCTION hers.work;
SELECT pg_temp.drive(:w);
SELECT alike((SELECT error FROM fanout.errors(:'run')), '%no function hers.work(jsonb)%', 'a dropped handler is a failure that says so');

SET fanout.superuser_handlers = off;
CREATE FUNCTION public.as_superuser(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1';
SELECT fanout.create_flow('g');
SELECT throws_ok($$SELECT fanout.add_step('g', 'x', handler => 'sql:as_superuser')$$, 'PFHDL', NULL,
                 'a superuser''s flow runs SQL only where the setting allows it');

SELECT * FROM finish();
ROLLBACK;
