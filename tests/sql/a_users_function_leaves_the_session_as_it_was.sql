-- Not in a transaction: what is left behind does its harm at the commit and after it. Looked at with the eyes of who runs
-- the tasks, here a superuser, who has things of her own in the session.
SELECT plan(39);

CREATE ROLE leaver;
SELECT fanout.grant_developer('leaver');
CREATE SCHEMA leavers AUTHORIZATION leaver;
CREATE TABLE public.seen (who text);
GRANT INSERT ON public.seen TO PUBLIC;

SET ROLE leaver;
SET search_path = leavers;
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (id int REFERENCES parent DEFERRABLE);
-- Each row fires at the end of the transaction, and makes another.
CREATE FUNCTION spring() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.seen VALUES (current_user);
    IF NEW.x = 0 THEN RETURN NULL; END IF;
    EXECUTE NEW.before;
    EXECUTE format('INSERT INTO leavers.trap VALUES (%s, %L)', NEW.x - 1, NEW.before);
    RETURN NULL;
EXCEPTION
    WHEN insufficient_privilege THEN
        IF NEW.x > 9 THEN RETURN NULL; END IF;
        RAISE;
END
$$;
CREATE TABLE trap (x int, before text);
CREATE CONSTRAINT TRIGGER spring AFTER INSERT ON trap DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spring();
CREATE FUNCTION does(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE i ->> 'item';
    RETURN '"done"';
END
$$;
CREATE FUNCTION closes(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    hers refcursor := 'of_the_caller';
BEGIN
    CLOSE hers;
    RETURN '"done"';
END
$$;
CREATE FUNCTION in_sql(i jsonb) RETURNS jsonb LANGUAGE sql AS $$ UNLISTEN *; SELECT '"done"'::jsonb $$;
CREATE FUNCTION items(i jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_lock(21), pg_advisory_unlock_all();
    INSERT INTO leavers.trap VALUES (2, 'SELECT 1');
    EXECUTE i ->> 'run';
    RETURN QUERY SELECT i -> 'run';
END
$$;
CREATE FUNCTION reshape(output jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_lock(22), pg_advisory_unlock_all();
    INSERT INTO leavers.trap VALUES (2, 'SELECT 1');
    EXECUTE output -> 'x' ->> 0;
    RETURN output;
END
$$;
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'do', step_type => 'fanout', fanout_from => 'run', handler => 'sql:does', on_failure => 'collect');
SELECT fanout.add_step('f', 'close', handler => 'sql:closes', on_failure => 'collect');
SELECT fanout.add_step('f', 'sql', handler => 'sql:in_sql', on_failure => 'collect');
SELECT fanout.create_flow('from_function', max_attempts => 1);
SELECT fanout.add_step('from_function', 'x', step_type => 'fanout', fanout_from => 'sql:items', handler => 'h');
SELECT fanout.create_flow('after', max_attempts => 1);
SELECT fanout.add_step('after', 'x', handler => 'h');
SELECT fanout.create_flow('gives', max_attempts => 1);
SELECT fanout.add_step('gives', 'x', step_type => 'fanout', fanout_from => 'run', handler => 'giver');
RESET search_path;
RESET ROLE;

-- What the caller has.
PREPARE hers AS SELECT 'hers';
LISTEN hers;
DECLARE of_the_caller CURSOR WITH HOLD FOR SELECT generate_series(1, 3);
CREATE TEMP TABLE staging (x int);
SET work_mem = '5MB';
SELECT pg_advisory_lock(7), pg_advisory_lock(7), pg_advisory_lock_shared(1, 8);

CREATE FUNCTION public.session() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(what, E'\n' ORDER BY what)
      FROM (SELECT 'statement ' || name || ' ' || statement FROM pg_prepared_statements
            UNION ALL SELECT 'channel ' || pg_listening_channels()
            UNION ALL SELECT 'lock ' || classid || ' ' || objid || ' ' || mode FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
            UNION ALL SELECT 'cursor ' || name || ' ' || is_holdable || ' ' || statement FROM pg_cursors WHERE name <> ''
            UNION ALL SELECT 'temporary ' || relname FROM pg_class WHERE relnamespace = pg_my_temp_schema()
            UNION ALL SELECT 'setting ' || name || ' ' || setting FROM pg_settings WHERE name NOT LIKE 'transaction%'
            UNION ALL SELECT 'role ' || session_user || ' ' || current_user) w (what)
$$;
SELECT public.session() AS before \gset
SELECT alike(:'before'::text, '%channel hers%cursor of_the_caller true%lock 0 7 ExclusiveLock%lock 1 8 ShareLock%setting work_mem 5120%statement hers %temporary staging%', 'the caller has some of everything');

SELECT fanout.register_worker('w', ARRAY['sql:']) AS w \gset
SELECT fanout.register_worker('e', ARRAY['fanout:', 'flow:']) AS e \gset
SELECT fanout.start_run('f', jsonb_agg(s ORDER BY n)) AS run FROM (VALUES
    (0, 'PREPARE fanout_run_sql_tasks AS SELECT 1'), (1, 'EXECUTE hers'), (2, 'DEALLOCATE hers'), (3, 'DEALLOCATE ALL'),
    (4, 'DISCARD ALL'), (5, 'DISCARD TEMP'), (6, 'LISTEN other'), (7, 'UNLISTEN hers'), (8, 'LOAD ''plpgsql'''),
    (9, 'DECLARE kept CURSOR WITH HOLD FOR SELECT 1'), (10, 'DO $$BEGIN EXECUTE ''PREPARE nested AS SELECT 1''; END$$'),
    (11, 'CLOSE of_the_caller'), (12, 'FETCH of_the_caller'), (13, 'MOVE of_the_caller'),
    -- Refused or not, this leaves nothing.
    (14, 'SELECT pg_advisory_lock(1), pg_advisory_lock_shared(2), pg_advisory_xact_lock(3)'),
    (15, 'SELECT pg_advisory_unlock_all()'), (16, 'SELECT pg_advisory_unlock(7), pg_advisory_unlock(7), pg_advisory_unlock_shared(1, 8)'),
    (17, 'SELECT pg_advisory_lock(7), pg_advisory_lock(1, 8)'),
    (18, 'DO $$BEGIN PERFORM pg_advisory_unlock_all(), pg_advisory_lock(4); RAISE ''after a lock''; END$$'),
    (19, 'DO $$BEGIN PERFORM pg_advisory_lock(5); RAISE ''caught''; EXCEPTION WHEN raise_exception THEN NULL; END$$'),
    (20, 'DECLARE open CURSOR FOR SELECT 1'), (21, 'CREATE TEMP TABLE made (x int)'), (22, 'SET work_mem = ''6MB'''),
    (23, 'SELECT set_config(''search_path'', ''nowhere'', false)'), (24, 'RESET ALL'), (25, 'NOTIFY other'),
    -- Deferred triggers: one after the other; deferred again by their own check; the same, with its error caught.
    (26, 'INSERT INTO leavers.trap VALUES (2, ''SELECT 1'')'),
    (27, 'INSERT INTO leavers.trap VALUES (2, ''SET CONSTRAINTS ALL DEFERRED'')'),
    (28, 'INSERT INTO leavers.trap VALUES (2, ''SET CONSTRAINTS leavers.spring DEFERRED'')'),
    (29, 'INSERT INTO leavers.trap VALUES (10, ''SET CONSTRAINTS ALL DEFERRED'')'),
    -- Foreign keys that are checked at the end.
    (30, 'DO $$BEGIN SET CONSTRAINTS ALL DEFERRED; INSERT INTO leavers.child VALUES (1); INSERT INTO leavers.parent VALUES (1); END$$'),
    (31, 'DO $$BEGIN SET CONSTRAINTS ALL DEFERRED; INSERT INTO leavers.child VALUES (2); END$$')) s (n, s) \gset
SELECT fanout.claim_tasks(:w, 100);
-- Each in a transaction of its own.
SELECT format('SELECT fanout.run_sql_tasks(%s, %s, 1)', :w, queue_id) FROM fanout.queue, generate_series(1, width) WHERE worker_id = :w \gexec
SELECT is(fanout.run_status(:'run'), 'completed', 'all of it has run');
SELECT is(public.session(), :'before', 'the session is as it was');
SELECT ok(pg_advisory_unlock(7) AND pg_advisory_unlock(7) AND pg_advisory_unlock_shared(1, 8) AND public.session() NOT LIKE E'%\nlock %',
          'each of its locks is held as often as before');
SELECT pg_advisory_lock(7), pg_advisory_lock(7), pg_advisory_lock_shared(1, 8);
SELECT is(public.session(), :'before', 'taken again');
FETCH of_the_caller \gset
SELECT is(:generate_series, 1, 'nobody has read from its cursor');
SELECT results_eq('SELECT DISTINCT who FROM public.seen', $$VALUES ('leaver')$$, 'nothing ran as anybody but the owner');
SELECT is((SELECT count(*) FROM public.seen), 3::bigint, 'and what ran within what was rolled back isn''t seen');

CREATE FUNCTION pg_temp.error_of(task int) RETURNS text LANGUAGE sql AS
    $$ SELECT error FROM fanout.task_errors WHERE step_slug = 'do' AND task_index = task $$;
SELECT is(pg_temp.error_of(0), 'step "do" of flow "f": PREPARE is not allowed in its function: It would stay in the session, which runs the functions of others, too. (SQLSTATE PFSES)',
          'a prepared statement is refused, and the error says where and why');
SELECT alike(pg_temp.error_of(n), '%"f": ' || s || ' is not allowed%PFSES)', s || ' likewise')
  FROM (VALUES (1, 'EXECUTE'), (2, 'DEALLOCATE'), (3, 'DEALLOCATE ALL'), (4, 'DISCARD ALL'), (5, 'DISCARD TEMP'), (6, 'LISTEN'), (7, 'UNLISTEN'),
               (8, 'LOAD'), (9, 'DECLARE CURSOR'), (10, 'PREPARE')) refused (n, s) ORDER BY n;
SELECT alike((SELECT error FROM fanout.task_errors WHERE step_slug = 'sql'), '%"f": UNLISTEN is not allowed%PFSES)', 'in a function in SQL, too');
SELECT alike(pg_temp.error_of(n), '%portal "of_the_caller"%(SQLSTATE 55000)', s || ' of a cursor of the caller''s is refused')
  FROM (VALUES (12, 'FETCH'), (13, 'MOVE')) refused (n, s) ORDER BY n;
SELECT alike(pg_temp.error_of(11), 'cannot drop active portal "of_the_caller"%', 'so is CLOSE');
SELECT alike((SELECT error FROM fanout.task_errors WHERE step_slug = 'close'), 'cannot drop active portal "of_the_caller"%', 'and that of PL/pgSQL');
SELECT is(pg_temp.error_of(18), 'after a lock (SQLSTATE P0001)', 'an error after a lock is the task''s');
SELECT is((SELECT array_agg(n) FROM generate_series(14, 26) n WHERE pg_temp.error_of(n) IS NOT NULL), ARRAY[18], 'what is undone is not refused');
SELECT alike(pg_temp.error_of(n), 'cannot fire deferred trigger within security-restricted operation (SQLSTATE 42501)', 'a check can''t be put off by the check')
  FROM generate_series(27, 28) n;
SELECT is(pg_temp.error_of(29), NULL, 'one that gives up putting it off goes through');
SELECT is(pg_temp.error_of(30), NULL, 'foreign keys may be checked at the end');
SELECT alike(pg_temp.error_of(31), '%foreign key%', 'and are');

-- Sources.
TRUNCATE public.seen;
SELECT fanout.start_run('from_function', '"SELECT 1"') AS good, fanout.start_run('from_function', '"UNLISTEN *"') AS bad \gset
SELECT format('SELECT fanout.run_internal(%s, %s)', :e, claim_id) FROM fanout.exchange(:e, 1, 10) \gexec
SELECT is(fanout.run_status(:'good'), 'started', 'a source function runs');
SELECT alike((SELECT error FROM fanout.runs WHERE run_id = :'bad'), 'step "x": source "sql:leavers.items": %UNLISTEN is not allowed%PFSES)', 'under the same rules');
SELECT is(public.session(), :'before', 'and leaves the session as it was');
SELECT is((SELECT array_agg(who) FROM public.seen), ARRAY['leaver', 'leaver', 'leaver'], 'and nothing for others to run');

-- Transforms.
TRUNCATE public.seen;
SET ROLE leaver;
SELECT fanout.start_run('gives', '["SELECT 1"]') AS good, fanout.start_run('gives', '["UNLISTEN *"]') AS bad \gset
RESET ROLE;
SELECT fanout.register_worker('h', ARRAY['giver']) AS h \gset
SELECT fanout.exchange(:h, 1, 10);
SELECT fanout.exchange(:h, 2, 0, array_agg(queue_id), array_agg(0), array_agg(given::text), array_agg(NULL::text), array_agg(false))
  FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id), LATERAL (SELECT r.input -> 0) o (given)
 WHERE q.worker_id = :h;
SET ROLE leaver;
SET search_path = leavers;
SELECT fanout.chain_runs('after', ARRAY[:'good', :'bad']::uuid[], transform => 'sql:reshape', max_concurrency => 2) AS batch \gset
RESET search_path;
RESET ROLE;
SELECT format('SELECT fanout.run_internal(%s, %s)', :e, claim_id) FROM fanout.exchange(:e, 2, 10) \gexec
SELECT is((SELECT count(*) FROM fanout.runs WHERE parent_state_id IS NOT NULL), 1::bigint, 'a transform runs');
SELECT alike((SELECT error FROM fanout.errors(:'batch')), 'transform "sql:leavers.reshape": %UNLISTEN is not allowed%PFSES%', 'under the same rules');
SELECT is(public.session(), :'before', 'and leaves the session as it was');
SELECT is((SELECT array_agg(who) FROM public.seen), ARRAY['leaver', 'leaver', 'leaver'], 'and nothing for others to run');

SELECT * FROM finish();
DROP OWNED BY leaver CASCADE;
DROP ROLE leaver;
