-- Temporary objects, cursors and deferred triggers: what one owner's handler leaves, another's never meets; what the
-- caller has is neither run as the owner nor taken away.
BEGIN;
SELECT plan(13);

CREATE ROLE alice;
CREATE ROLE bob;
CREATE ROLE laborer;
SELECT fanout.grant_developer('alice'), fanout.grant_developer('bob'), fanout.grant_worker('laborer');
CREATE SCHEMA alices AUTHORIZATION alice;
CREATE SCHEMA bobs AUTHORIZATION bob;
CREATE TABLE public.seen (who text, what text);
GRANT INSERT ON public.seen TO PUBLIC;

SET ROLE bob;
CREATE FUNCTION bobs.evil() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.seen VALUES (current_user, 'evil');
    RETURN 0;
END
$$;
GRANT USAGE ON SCHEMA bobs TO PUBLIC;
CREATE FUNCTION bobs.work(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    CREATE TEMP VIEW orders AS SELECT bobs.evil() AS id;
    GRANT SELECT ON orders TO PUBLIC;
    CREATE DOMAIN pg_temp.amount AS int CHECK (bobs.evil() = 0);
    CREATE TEMP SEQUENCE numbers;
    CREATE FUNCTION pg_temp.helper() RETURNS int LANGUAGE sql AS 'SELECT bobs.evil()';
    RETURN '"done"';
END
$$;
SELECT fanout.create_flow('bobs');
SELECT fanout.add_step('bobs', 'work', handler => 'sql:bobs.work');
SELECT fanout.start_run('bobs') AS bobs \gset
SET ROLE alice;
CREATE TABLE alices.orders AS SELECT 7 AS id;
CREATE FUNCTION alices.work(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT to_jsonb(id) FROM orders);
END
$$;
SET search_path = alices;
SELECT fanout.create_flow('alices', max_attempts => 1);
SELECT fanout.add_step('alices', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:alices.work');
RESET search_path;
RESET ROLE;

SELECT fanout.register_worker('w', ARRAY['sql:']) AS w \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.run_sql_tasks(:w);
SELECT is(fanout.run_output(:'bobs'), '{"work": "done"}', 'bob''s handler makes temporary objects');
SELECT is_empty($$SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relname IN ('orders', 'numbers')
    UNION ALL SELECT typname FROM pg_type WHERE typnamespace = pg_my_temp_schema() AND typname IN ('amount', 'orders')
    UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = pg_my_temp_schema() AND proname = 'helper'$$,
                'none of which outlives its batch');

-- The caller has made such a view herself.
CREATE TEMP VIEW orders AS SELECT bobs.evil() AS id;
GRANT SELECT ON orders TO PUBLIC;
CREATE TEMP TABLE staging AS SELECT 1 AS x;
DECLARE of_the_caller CURSOR FOR SELECT generate_series(1, 3);
SET ROLE alice;
SELECT fanout.start_run('alices', '[1]') AS run \gset
RESET ROLE;
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.run_sql_tasks(:w);
SELECT is(fanout.run_output(:'run'), '{"work": [7]}', 'a handler finds its own tables before temporary ones');
SELECT is_empty('SELECT * FROM public.seen', 'so nobody''s code has run as somebody else');
SELECT isnt(to_regclass('pg_temp.staging'), NULL, 'the caller''s temporary table is still there');
FETCH of_the_caller;
SELECT is((SELECT count(*) FROM pg_cursors WHERE name = 'of_the_caller'), 1::bigint, 'and her cursor');

-- In a loop over claims, whose cursor can't be closed.
SET ROLE alice;
SELECT fanout.start_run('alices', '[1, 2, 3]') AS run \gset
RESET ROLE;
DO $$
DECLARE
    w bigint := (SELECT max(worker_id) FROM fanout.workers);
    c record;
BEGIN
    FOR c IN SELECT claim_id FROM fanout.claim_tasks(w, 100) LOOP
        PERFORM fanout.run_sql_tasks(w, c.claim_id);
    END LOOP;
END
$$;
SELECT is(fanout.run_output(:'run'), '{"work": [7, 7, 7]}', 'a loop over claims runs them');

-- A deferred trigger of the caller's.
CREATE TEMP TABLE trap (x int);
CREATE FUNCTION pg_temp.spring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.seen VALUES (current_user, 'trap');
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER trap AFTER INSERT ON trap DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pg_temp.spring();
INSERT INTO trap VALUES (1);
SET ROLE alice;
SELECT fanout.start_run('alices', '[1]') AS run \gset
RESET ROLE;
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.run_sql_tasks(:w);
SELECT is(fanout.run_status(:'run'), 'completed', 'the run is none the worse');
SELECT is((SELECT string_agg(who, ' ') FROM public.seen), current_user::text, 'and the trigger ran as the caller');

-- Errors that look like a cancel request, but are the handler's.
SET ROLE alice;
CREATE FUNCTION alices.cancels(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF i -> 'item' = '2' THEN RAISE 'enough' USING ERRCODE = 'query_canceled'; END IF;
    RETURN i -> 'item';
END
$$;
SELECT fanout.create_flow('cancels', max_attempts => 1);
SELECT fanout.add_step('cancels', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:alices.cancels');
SELECT fanout.start_run('cancels', '[0, 1, 2, 3]') AS run \gset
RESET ROLE;
SELECT fanout.claim_tasks(:w, 4);
SELECT is((SELECT next_max FROM fanout.run_sql_tasks(:w)), 2, 'a batch with one is halved');
SELECT is((SELECT done FROM fanout.run_sql_tasks(:w, max_tasks => 2)), 2, 'its good half runs');
SELECT fanout.run_sql_tasks(:w, max_tasks => 1);
SELECT is((SELECT error FROM fanout.errors(:'run') WHERE task_index = 2), 'enough (SQLSTATE 57014)', 'and the task itself fails');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'nothing waits');

SELECT * FROM finish();
ROLLBACK;
