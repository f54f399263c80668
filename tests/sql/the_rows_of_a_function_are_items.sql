-- As the flow's owner, with the search_path of add_step, and nothing that the function leaves behind outlives it.
BEGIN;
SELECT plan(27);

CREATE ROLE alice;
CREATE ROLE laborer;
SELECT fanout.grant_developer('alice'), fanout.grant_worker('laborer');
CREATE SCHEMA hers AUTHORIZATION alice;
SET ROLE alice;
SET search_path = hers;
CREATE TABLE orders (id int);
INSERT INTO orders VALUES (1), (2), (3);
CREATE TABLE log (who text, path text, input jsonb);
CREATE FUNCTION order_rows(i jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$
    INSERT INTO log VALUES (current_user, current_setting('search_path'), i);
    SELECT to_jsonb(id) FROM orders ORDER BY id;
$$;
CREATE FUNCTION order_array(i jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_agg(id ORDER BY id) FROM orders WHERE id > (i -> 'run' ->> 'above')::int;
$$;
CREATE FUNCTION messy(i jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
BEGIN
    SET work_mem = '7MB';
    CREATE TEMP TABLE left_over (x int);
    EXECUTE 'DECLARE left_open CURSOR FOR SELECT 1';
    RETURN NEXT to_jsonb(current_setting('work_mem'));
    RETURN NEXT NULL;
END
$$;
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'rows', step_type => 'fanout', fanout_from => 'sql:order_rows', handler => 'h');
SELECT fanout.add_step('f', 'list', step_type => 'fanout', fanout_from => 'sql:order_array', handler => 'h', batch_size => 2);
SELECT fanout.add_step('f', 'mess', ARRAY['rows', 'list'], 'fanout', 'h', fanout_from => 'sql:messy');
SELECT fanout.start_run('f', '{"above": 0}') AS run \gset
RESET search_path;
RESET ROLE;

SELECT results_eq('SELECT kind, q.handler, step_slug FROM fanout.queue q JOIN fanout.step_states USING (state_id) JOIN fanout.steps USING (step_id) ORDER BY 3',
    $$VALUES ('start', 'fanout:', 'list'), ('start', 'fanout:', 'rows')$$, 'functions are called by work of the engine''s own');
SELECT is((SELECT count(*) FROM hers.log), 0::bigint, 'not by who starts the run');
SET ROLE laborer;
SELECT fanout.register_worker('e', ARRAY['fanout:']) AS e \gset
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.run_internal(:e, claim_id) FROM fanout.exchange(:e, 1, 10);
CREATE TEMP TABLE claimed AS SELECT step_slug, task_index, input::jsonb FROM fanout.claim_tasks(:w, 100);
RESET ROLE;
SELECT results_eq('SELECT * FROM claimed WHERE step_slug = ''rows''',
    $$VALUES ('rows', 0, '{"item": 1}'::jsonb), ('rows', 1, '{"item": 2}'), ('rows', 2, '{"item": 3}')$$, 'each row of setof jsonb is an item');
SELECT results_eq('SELECT * FROM claimed WHERE step_slug = ''list''',
    $$VALUES ('list', 0, '{"items": [1, 2]}'::jsonb), ('list', 1, '{"items": [3]}')$$, 'and so is each element of a jsonb array');
SELECT results_eq('SELECT * FROM hers.log', $$VALUES ('alice', 'hers, pg_temp', '{"run": {"above": 0}}'::jsonb)$$,
    'called once, as the owner, with the search_path of add_step, with what a single step would get');
SELECT is_empty('SELECT * FROM fanout.queue WHERE worker_id IS NULL', 'nothing else is in the queue');

SET ROLE laborer;
SELECT fanout.complete_task(:'run', step_slug, task_index, to_jsonb(step_slug || task_index)) FROM claimed WHERE step_slug = 'rows';
SELECT fanout.complete_task(:'run', 'list', 0, '["x", "y"]');
SELECT fanout.complete_task(:'run', 'list', 1, '["z"]');
SELECT results_eq(format('SELECT kind, step_slug FROM fanout.exchange(%s, 2, 10)', :e), $$VALUES ('internal', 'mess')$$, 'the one behind them is next');
RESET ROLE;
SELECT fanout.run_internal(:e, queue_id) FROM fanout.queue WHERE worker_id = :e;
SELECT results_eq(format('SELECT task_index, item FROM fanout.step_tasks JOIN task_items USING (task_index) WHERE run_id = %L AND step_slug = ''mess'' AND state_id = (SELECT max(state_id) FROM fanout.step_states)', :'run'),
    $$VALUES (0, '"7MB"'::jsonb), (1, 'null')$$, 'an SQL NULL is JSON''s null');
SELECT is((SELECT input -> 'rows' FROM fanout.step_tasks WHERE step_slug = 'mess' AND task_index = 0), '["rows0", "rows1", "rows2"]', 'dependencies are context');
SELECT isnt(current_setting('work_mem'), '7MB', 'settings are rolled back');
SELECT is(to_regclass('pg_temp.left_over'), NULL, 'temporary tables are gone');
SELECT is((SELECT count(*) FROM pg_cursors WHERE name = 'left_open'), 0::bigint, 'cursors are closed');
SELECT is((SELECT count(*) FROM pg_cursors), 0::bigint, 'and the engine''s own, too');

SELECT fanout.start_run('f', '{"above": 3}') AS run \gset
SELECT fanout.run_internal(:e, claim_id) FROM fanout.exchange(:e, 3, 10);
SELECT is((SELECT output FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'list'), '[]', 'null, as jsonb_agg gives over no rows, is no items');
SELECT is_empty(format('SELECT * FROM fanout.errors(%L)', :'run'), 'and no error');
SELECT fanout.cancel_run(:'run');
DELETE FROM hers.orders;
SET ROLE alice;
SET search_path = hers;
SELECT fanout.create_flow('g', max_attempts => 1);
SELECT fanout.add_step('g', 'rows', step_type => 'fanout', fanout_from => 'sql:order_rows', handler => 'h');
SELECT fanout.start_run('g') AS run \gset
RESET search_path;
RESET ROLE;
SELECT fanout.run_internal(:e, claim_id) FROM fanout.exchange(:e, 4, 10);
SELECT is(fanout.run_output(:'run'), '{"rows": []}', 'a function without rows completes the step at once');
SELECT results_eq(format('SELECT total_tasks, total_items FROM fanout.step_states WHERE run_id = %L', :'run'), 'VALUES (0, 0)', 'with no items');

-- Functions that fail.
SET ROLE alice;
SET search_path = hers;
CREATE FUNCTION late(i jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$ SELECT to_jsonb(10 / (200 - n)) FROM generate_series(1, 500) n $$;
CREATE FUNCTION raises(i jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
BEGIN
    RAISE 'no orders' USING ERRCODE = 'P0042', DETAIL = 'the shop is closed';
END
$$;
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
CREATE FUNCTION deferred(i jsonb) RETURNS jsonb LANGUAGE sql AS $$ INSERT INTO hers.child VALUES (1); SELECT '[1]'::jsonb $$;
CREATE FUNCTION steals(i jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$ SELECT to_jsonb(q) FROM fanout.queue q $$;
SELECT fanout.create_flow(f, max_attempts => 1), fanout.add_step(f, 'each', step_type => 'fanout', fanout_from => 'sql:' || f, handler => 'h')
  FROM unnest('{late, raises, deferred, steals}'::text[]) f;
CREATE TEMP TABLE failing AS SELECT f, fanout.start_run(f) AS run FROM unnest('{late, raises, deferred, steals}'::text[]) f;
GRANT SELECT ON failing TO PUBLIC;
RESET search_path;
RESET ROLE;
SELECT fanout.run_internal(:e, claim_id) FROM fanout.exchange(:e, 5, 10);
SELECT results_eq('SELECT f, error FROM failing JOIN fanout.runs_overview ON run_id = run ORDER BY f', $$VALUES
    ('deferred', 'step "each": source "sql:hers.deferred": insert or update on table "child" violates foreign key constraint "child_id_fkey": Key (id)=(1) is not present in table "parent". (SQLSTATE 23503)'),
    ('late', 'step "each": source "sql:hers.late": division by zero (SQLSTATE 22012)'),
    ('raises', 'step "each": source "sql:hers.raises": no orders: the shop is closed (SQLSTATE P0042)'),
    ('steals', 'step "each": source "sql:hers.steals": permission denied for table queue (SQLSTATE 42501)')$$,
    'an error of the function fails the step, with its SQLSTATE in the text');
SELECT is((SELECT count(*) FROM task_items JOIN fanout.step_states USING (state_id) JOIN failing ON run = run_id), 0::bigint, 'and of its rows none is left');
SELECT is(current_user::text, session_user::text, 'the session is whose it was');

-- A function that is not the owner's any more.
SET ROLE alice;
SET search_path = hers;
SELECT fanout.start_run('g') AS run \gset
RESET search_path;
RESET ROLE;
ALTER FUNCTION hers.order_rows(jsonb) OWNER TO CURRENT_USER;
REVOKE EXECUTE ON FUNCTION hers.order_rows(jsonb) FROM PUBLIC, alice;
SELECT count(*) AS calls FROM hers.log \gset
SELECT fanout.run_internal(:e, claim_id) FROM fanout.exchange(:e, 6, 10);
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'),
    'step "rows": step "rows" of flow "g": source "sql:hers.order_rows": permission denied for the function', 'the owner must still be allowed to call it');
SELECT is((SELECT count(*) FROM hers.log), :calls::bigint, 'it is not called');
SELECT throws_ok($$SET ROLE alice; SELECT fanout.add_step('g', 'more', step_type => 'fanout', fanout_from => 'sql:hers.order_rows', handler => 'h')$$,
    'PFHDL', NULL, 'and nobody makes a source of a function that is not for them');
RESET ROLE;
DROP FUNCTION hers.order_rows;
SET ROLE alice;
SELECT fanout.start_run('g') AS run \gset
RESET ROLE;
SELECT fanout.run_internal(:e, claim_id) FROM fanout.exchange(:e, 7, 10);
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'),
    'step "rows": step "rows" of flow "g": source "sql:hers.order_rows": there is no function hers.order_rows(jsonb)', 'nor is one that was dropped');

-- What the caller has deferred is not for the owner to run.
CREATE TABLE public.callers (x int);
CREATE TABLE public.ran_as (who text);
GRANT ALL ON public.ran_as, public.callers TO PUBLIC;
CREATE FUNCTION public.note_user() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.ran_as VALUES (current_user); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER t AFTER INSERT ON public.callers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.note_user();
SET ROLE alice;
SELECT fanout.create_flow('h', max_attempts => 1);
SELECT fanout.add_step('h', 'list', step_type => 'fanout', fanout_from => 'sql:hers.order_array', handler => 'h');
SELECT fanout.start_run('h', '{"above": 0}');
SET ROLE laborer;
SET CONSTRAINTS ALL DEFERRED;
INSERT INTO public.callers VALUES (1);
SELECT fanout.run_internal(:e, claim_id) FROM fanout.exchange(:e, 8, 10);
RESET ROLE;
SELECT results_eq('SELECT who FROM public.ran_as', $$VALUES ('laborer')$$, 'a caller''s deferred trigger runs as the caller');
SELECT is((SELECT count(*) FROM fanout.queue WHERE kind = 'start'), 0::bigint, 'no work of the engine''s is left');
SELECT is((SELECT count(*) FROM fanout.queue WHERE handler = 'fanout:'), 0::bigint, 'nor a claim of it');

SELECT * FROM finish();
ROLLBACK;
