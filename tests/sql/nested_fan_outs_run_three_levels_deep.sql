BEGIN;
SELECT plan(7);

-- Tenants, their datasets, and the rows of each: every level is fanned out.
CREATE SCHEMA app;
CREATE FUNCTION app.list(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_agg(format('%s.%s', input ->> 'run', i)) FROM generate_series(1, 3) i $$;
CREATE FUNCTION app.upper(input jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb(upper(input ->> 'item')) $$;
SELECT fanout.create_flow('dataset');
SELECT fanout.add_step('dataset', 'rows', handler => 'sql:app.list');
SELECT fanout.add_step('dataset', 'convert', ARRAY['rows'], 'fanout', handler => 'sql:app.upper');
SELECT fanout.create_flow('tenant');
SELECT fanout.add_step('tenant', 'datasets', handler => 'sql:app.list');
SELECT fanout.add_step('tenant', 'each', ARRAY['datasets'], 'fanout', handler => 'flow:dataset');
SELECT fanout.create_flow('all');
SELECT fanout.add_step('all', 'tenants', step_type => 'fanout', fanout_from => 'run', handler => 'flow:tenant');
SELECT fanout.register_worker('w', ARRAY['sql:', 'flow:', 'fanout:']) AS w \gset

CREATE FUNCTION pg_temp.work_off(worker bigint) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    rounds int := 0;
BEGIN
    WHILE fanout.work_left(ARRAY['sql:', 'flow:', 'fanout:']) LOOP
        PERFORM fanout.claim_tasks(worker, 1000);
        WHILE EXISTS (SELECT FROM fanout.queue q WHERE q.worker_id = worker) LOOP
            PERFORM fanout.run_sql_tasks(worker);
        END LOOP;
        rounds := rounds + 1;
        IF rounds > 100 THEN RETURN NULL; END IF;
    END LOOP;
    RETURN rounds;
END $$;

SELECT fanout.start_run('all', '["x", "y"]') AS run \gset
SELECT isnt(pg_temp.work_off(:w), NULL, 'it comes to an end');
SELECT is(fanout.run_status(:'run'), 'completed', 'all levels complete');
SELECT is(fanout.run_output(:'run') -> 'tenants' -> 1 -> 'each' -> 2, '{"convert": ["Y.3.1", "Y.3.2", "Y.3.3"]}', 'the third dataset of the second tenant is in its place');
SELECT is(jsonb_path_query_array(fanout.run_output(:'run'), '$.tenants[*].each[*].convert[*]'),
    (SELECT jsonb_agg(format('%s.%s.%s', t, d, r) ORDER BY t, d, r) FROM unnest(ARRAY['X', 'Y']) t, generate_series(1, 3) d, generate_series(1, 3) r),
    'every result of the lowest level is in the order of the items');
SELECT results_eq('SELECT depth, count(*) FROM fanout.runs GROUP BY 1 ORDER BY 1', 'VALUES (0, 1::bigint), (1, 2), (2, 6)', 'a run each');
SELECT results_eq('SELECT f.flow, c.flow, count(*) FROM fanout.runs_overview c JOIN fanout.runs_overview f ON f.run_id = c.parent_run_id GROUP BY 1, 2 ORDER BY 1',
    $$VALUES ('all', 'tenant', 2::bigint), ('tenant', 'dataset', 6)$$, 'that shows whose it is');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'nothing is left behind');

SELECT * FROM finish();
ROLLBACK;
