-- Whoever can create objects must not have them called by others through the extension. So what its script makes lies in its own
-- schema, refers to nothing but that and PostgreSQL's own, and finds both whatever the search_path is.
BEGIN;
SELECT plan(26);

CREATE TEMP TABLE made AS
WITH RECURSIVE made AS (
    SELECT classid, objid FROM pg_depend
     WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
       AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'pgfanout')
    UNION
    -- Also rules, constraints, indexes and triggers of these.
    SELECT d.classid, d.objid FROM pg_depend d JOIN made m ON (d.refclassid, d.refobjid) = (m.classid, m.objid)
     WHERE d.deptype IN ('a', 'i', 'P', 'S'))
SELECT classid, objid, schema, type, identity FROM made, pg_identify_object(classid, objid, 0);

SELECT cmp_ok((SELECT count(*) FROM made), '>', 500::bigint, 'there are objects to look at');
SELECT is_empty($$SELECT type, identity FROM made WHERE schema NOT IN ('fanout', 'pg_toast')$$, 'all that is in a schema is in the extension''s');
SELECT is_empty($$SELECT m.identity, r.identity FROM made m JOIN pg_depend d USING (classid, objid),
                         pg_identify_object(d.refclassid, d.refobjid, 0) r
                   WHERE (d.refclassid, d.refobjid) NOT IN (SELECT classid, objid FROM made)
                     AND r.schema IS DISTINCT FROM 'pg_catalog' AND r.type <> 'extension' AND (r.type, r.identity) <> ('language', 'plpgsql')$$,
    'and refers to nothing else but PostgreSQL''s own');
SELECT is_empty($$SELECT identity FROM made JOIN pg_class c ON classid = 'pg_class'::regclass AND c.oid = objid
                   WHERE relowner <> (SELECT extowner FROM pg_extension WHERE extname = 'pgfanout')
                   UNION ALL
                  SELECT identity FROM made JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid
                   WHERE proowner <> (SELECT extowner FROM pg_extension WHERE extname = 'pgfanout')$$,
    'it belongs to the extension''s owner');

-- A body that is a text is read when it is called, by the search_path of then.
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = prolang
                   WHERE pronamespace = 'fanout'::regnamespace AND lanname IN ('sql', 'plpgsql') AND prosqlbody IS NULL
                     AND p.proname <> 'execute_many' AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)$$,
    'a function whose body is a text has a search_path of its own, but for one that needs its caller''s');
SELECT is_empty($$SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'fanout'::regnamespace AND prosecdef
    AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)$$, 'so has what runs as its owner');
SELECT is_empty($$SELECT oid::regclass FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind = 'v'
    AND pg_get_viewdef(oid) ~ 'may_see|is_operator|pg_has_role' AND NOT coalesce('security_barrier=true' = ANY (reloptions), false)$$,
    'a view that shows each role its own gives no row to a function before that');

-- A schema that has everything that PostgreSQL has, before PostgreSQL's own: what is found there springs the trap.
CREATE SCHEMA trap;
GRANT USAGE ON SCHEMA trap TO PUBLIC;
CREATE FUNCTION trap.spring() RETURNS boolean LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'trapped'; END$$;
-- Neither bodies that are never called are worth checking, nor views without rows compiling.
SET LOCAL check_function_bodies = off;
SET LOCAL jit = off;
DO $$
DECLARE
    made text;
BEGIN
    FOR made IN
        SELECT format('CREATE FUNCTION trap.%I(%s) RETURNS %s%s LANGUAGE plpgsql AS ''BEGIN RAISE EXCEPTION ''''trapped''''; END''',
                      proname, oidvectortypes(proargtypes), CASE WHEN proretset THEN 'SETOF ' END, prorettype::regtype)
          FROM pg_proc p WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind = 'f' AND provariadic = 0
           AND EXISTS (SELECT FROM pg_proc f WHERE f.pronamespace = 'fanout'::regnamespace AND strpos(f.prosrc, p.proname || '(') > 0)
        UNION ALL
        SELECT format('CREATE FUNCTION trap.operator_%s(%s) RETURNS %s LANGUAGE plpgsql AS ''BEGIN RAISE EXCEPTION ''''trapped''''; END''',
                      oid, concat_ws(', ', nullif(oprleft, 0)::regtype, oprright::regtype), oprresult::regtype)
          FROM pg_operator WHERE oprnamespace = 'pg_catalog'::regnamespace
        UNION ALL
        SELECT format('CREATE OPERATOR trap.%s (FUNCTION = trap.operator_%s, %s RIGHTARG = %s)',
                      oprname, oid, 'LEFTARG = ' || nullif(oprleft, 0)::regtype || ',', oprright::regtype)
          FROM pg_operator WHERE oprnamespace = 'pg_catalog'::regnamespace
        UNION ALL
        SELECT format('CREATE DOMAIN trap.%I AS pg_catalog.%1$I CHECK (trap.spring())', typname)
          FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype = 'b' AND typcategory NOT IN ('A', 'Z')
        UNION ALL
        SELECT format('CREATE VIEW trap.%I AS SELECT trap.spring() AS spring', relname)
          FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind IN ('r', 'v')
    LOOP
        -- What PL/pgSQL can't take or return, and operators that aren't for everybody.
        BEGIN
            EXECUTE made;
        EXCEPTION WHEN invalid_function_definition OR feature_not_supported OR syntax_error OR undefined_function
                       OR datatype_mismatch OR undefined_object THEN
            NULL;
        END;
    END LOOP;
END
$$;

-- Runs statements while the trap stands before everything.
CREATE FUNCTION pg_temp.within(statements text) RETURNS text LANGUAGE sql AS $$
    SELECT format('DO %L', format('BEGIN PERFORM pg_catalog.set_config(''search_path'', ''trap, pg_catalog'', true); %s
        PERFORM pg_catalog.set_config(''search_path'', ''public'', true); END', statements))
$$;
SELECT throws_ok(pg_temp.within('PERFORM ' || expression || ';'), 'trapped', description)
  FROM (VALUES ('''a'' || current_user', 'an operator is trapped'), ('jsonb_typeof(''{}'')', 'a function is trapped'),
               ('1::text', 'a type is trapped'), ('spring FROM pg_class', 'a view is trapped')) t (expression, description);

CREATE ROLE prey;
SELECT fanout.grant_developer('prey'), fanout.grant_operator('prey'), fanout.grant_worker('prey');
CREATE SCHEMA prey AUTHORIZATION prey;
CREATE FUNCTION prey.twice(task jsonb) RETURNS jsonb LANGUAGE sql AS $$SELECT to_jsonb(2)$$ SET search_path = pg_catalog;
SET ROLE prey;

SELECT lives_ok(pg_temp.within($$
    PERFORM fanout.create_flow('f');
    PERFORM fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'sql:prey.twice');
    PERFORM fanout.add_step('f', 'last', '{each}');$$), 'a flow is defined');
SELECT lives_ok(pg_temp.within($$PERFORM fanout.create_limit('l', 5); PERFORM fanout.drop_limit('l');$$), 'so is a limit');
SELECT lives_ok(pg_temp.within($$PERFORM fanout.start_run('f', '[1, 2]', run_id => '01a22e4e-4164-7d0b-8281-b0d7759cc316');$$), 'a run is started');
SELECT lives_ok(pg_temp.within($$PERFORM fanout.execute_many('sql:prey.twice', '[1, 2]', run_id => '01a22e4e-4164-7d0b-8281-b0d7759cc317');$$),
    'also by the function that has its caller''s search_path');
SELECT lives_ok(pg_temp.within($$
    PERFORM fanout.run_sql_tasks(w, (e).claim_id), fanout.heartbeat(w), fanout.maintain()
       FROM (SELECT w, fanout.exchange(w, 1, 10) FROM (SELECT fanout.register_worker('w', '{sql:,last}', '{default}', 10)) v (w)) u (w, e);$$),
    'a worker works');
SELECT is((SELECT count(*)::int FROM fanout.step_tasks WHERE status = 'completed'), 4, 'at what there is to do');
SELECT lives_ok(pg_temp.within($$PERFORM fanout.run_status(r), fanout.run_output(r), fanout.is_ready(r), fanout.timeline(r), fanout.explain_run(r),
                                         fanout.graph('f'), fanout.graph('f', 'mermaid'), fanout.graph('f', 'dot'), fanout.explain_flow('f')
                                    FROM (VALUES ('01a22e4e-4164-7d0b-8281-b0d7759cc316'::pg_catalog.uuid)) v (r);$$), 'runs are explained');
SELECT lives_ok(pg_temp.within($$PERFORM FROM fanout.results('01a22e4e-4164-7d0b-8281-b0d7759cc316', 'each');
                                 PERFORM FROM fanout.errors('01a22e4e-4164-7d0b-8281-b0d7759cc316');
                                 PERFORM FROM fanout.why('01a22e4e-4164-7d0b-8281-b0d7759cc316');$$), 'results, errors and reasons are read');
SELECT lives_ok(pg_temp.within($$PERFORM FROM fanout.health(); PERFORM FROM fanout.metrics(); PERFORM fanout.next_deadline();$$), 'so is what monitors read');
SELECT lives_ok(pg_temp.within((SELECT string_agg(format('PERFORM v FROM fanout.%I v;', relname), ' ') FROM pg_class
    WHERE relnamespace = 'fanout'::regnamespace AND relkind = 'v' AND has_table_privilege(oid, 'SELECT'))), 'and every view');
SELECT lives_ok(pg_temp.within($$PERFORM fanout.chunk('[1, 2, 3]', 2), fanout.offset_limit(10, 3);$$), 'arrays are cut');
SELECT lives_ok(pg_temp.within($$PERFORM fanout.pause_flow('f'), fanout.continue_flow('f'), fanout.pause_queue('q'), fanout.continue_queue('q');$$),
    'flows and queues are paused');
SELECT lives_ok(pg_temp.within($$PERFORM fanout.cancel_run(r), fanout.resume_run(r) FROM (VALUES ('01a22e4e-4164-7d0b-8281-b0d7759cc316'::pg_catalog.uuid)) v (r);$$),
    'runs are cancelled and resumed');
SELECT lives_ok(pg_temp.within($$PERFORM fanout.prune('0 s'), fanout.drop_flow('f', true);$$), 'and removed');
RESET ROLE;
SELECT lives_ok(pg_temp.within($$PERFORM fanout.grant_developer('prey'), fanout.grant_operator('prey'), fanout.grant_worker('prey');$$), 'rights are given');

SELECT * FROM finish();
ROLLBACK;
