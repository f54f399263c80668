-- Rows that are written past the executor aren't stopped by it.
BEGIN;
SELECT plan(4);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'a', handler => 'h');
SELECT fanout.start_run('f') AS run \gset

-- Each of the engine's functions, called with nulls: what it answers.
CREATE FUNCTION pg_temp.answers() RETURNS TABLE (name text, state text, message text, hint text) LANGUAGE plpgsql AS $$
DECLARE
    f record;
BEGIN
    FOR f IN SELECT p.proname::text, (SELECT string_agg('NULL::' || format_type(t, NULL), ', ') FROM unnest(p.proargtypes) t) AS arguments
               FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
              WHERE p.pronamespace = 'fanout'::regnamespace AND l.lanname = 'c' AND p.prokind = 'f' AND p.provolatile = 'v'
                AND p.prorettype NOT IN ('trigger'::regtype, 'fdw_handler'::regtype) LOOP
        name := f.proname;
        state := 'no error';
        BEGIN
            EXECUTE format('SELECT fanout.%I(%s)', f.proname, f.arguments);
        EXCEPTION WHEN OTHERS THEN
            GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, hint = PG_EXCEPTION_HINT;
        END;
        RETURN NEXT;
    END LOOP;
END
$$;
CREATE TEMP TABLE answer (name text, state text, message text, hint text);
SET TRANSACTION READ ONLY;
INSERT INTO answer SELECT * FROM pg_temp.answers();
SELECT cmp_ok((SELECT count(*) FROM answer), '>', 25::bigint, 'there are functions to call');
SELECT is_empty('SELECT name, state, message FROM answer WHERE state <> ''25006''', 'all that write refuse to, with the SQLSTATE for it');
SELECT is_empty($$SELECT name, message, hint FROM answer WHERE name <> 'next_queue_id'
      AND (message <> 'fanout.' || name || ' writes, and this transaction is read-only' OR hint IS NULL)$$, 'and say why');
SELECT is(fanout.run_status(:'run') || fanout.is_ready(:'run')::text || (SELECT status FROM fanout.step_tasks WHERE run_id = :'run'), 'startedfalsequeued',
    'what only looks works');

SELECT * FROM finish();
ROLLBACK;
