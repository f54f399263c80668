BEGIN;
SELECT plan(7);

SELECT fanout.create_flow('endless');
SELECT fanout.add_step('endless', 'again', handler => 'flow:endless');
SELECT fanout.register_worker('w', ARRAY['flow:', 'fanout:']) AS w \gset
CREATE FUNCTION pg_temp.work_off(worker bigint) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    rounds int := 0;
BEGIN
    WHILE fanout.work_left(ARRAY['flow:']) LOOP
        PERFORM fanout.claim_tasks(worker, 10);
        rounds := rounds + 1;
        IF rounds > 200 THEN RETURN NULL; END IF;
    END LOOP;
    RETURN rounds;
END $$;

SELECT fanout.start_run('endless') AS run \gset
SELECT isnt(pg_temp.work_off(:w), NULL, 'it comes to an end');
SELECT results_eq('SELECT max(depth), count(*), string_agg(DISTINCT status, '' '') FROM fanout.runs', $$VALUES (32, 33::bigint, 'failed')$$, 'at level 32');
SELECT is((SELECT error FROM fanout.runs WHERE depth = 32),
    'step "again": step "again" of flow "endless": flow "endless" would run 33 levels deep, and fanout.max_depth is 32 (SQLSTATE PFNST)',
    'with an error that says so');
SELECT is((SELECT count(*) FROM fanout.failures WHERE NOT final), 0::bigint, 'which is final at every level');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'nothing is left behind');

SET fanout.max_depth = 1;
SELECT fanout.start_run('endless') AS run \gset
SELECT pg_temp.work_off(:w);
SELECT is((SELECT count(*) FROM fanout.runs WHERE started_at >= (SELECT started_at FROM fanout.runs WHERE run_id = :'run')), 2::bigint, 'fanout.max_depth says how deep');
SELECT is(fanout.run_status(:'run'), 'failed', 'and the run fails');

SELECT * FROM finish();
ROLLBACK;
