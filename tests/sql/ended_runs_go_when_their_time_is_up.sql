BEGIN;
SELECT plan(16);

-- A run of a flow that ended so long ago, in that status.
CREATE FUNCTION pg_temp.ended(flow text, status text, age interval) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    run uuid := fanout.start_run(flow);
    w bigint := fanout.register_worker('w', ARRAY['h']);
BEGIN
    PERFORM fanout.claim_tasks(w, 1);
    IF status = 'completed' THEN PERFORM fanout.complete_task(run, 'work', 0, '1'); END IF;
    IF status = 'failed' THEN PERFORM fanout.fail_task(run, 'work', 0, 'broken', true); END IF;
    IF status = 'cancelled' THEN PERFORM fanout.complete_task(run, 'work', 0, '1'); UPDATE fanout.runs r SET status = 'cancelled' WHERE run_id = run; END IF;
    UPDATE fanout.runs r SET completed_at = clock_timestamp() - age WHERE run_id = run;
    RETURN run;
END $$;
-- Maintenance looks once a minute.
CREATE SEQUENCE pg_temp.minutes;
CREATE FUNCTION pg_temp.maintain() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('fanout.clock_offset', (nextval('pg_temp.minutes') * 2)::text || 'min', true);
    PERFORM fanout.maintain();
    RETURN coalesce((SELECT string_agg(r.status || ' ' || f.flow_slug, ', ' ORDER BY f.flow_slug, r.completed_at DESC)
                       FROM fanout.runs r JOIN fanout.flows f USING (flow_id)), 'none');
END $$;

SELECT fanout.create_flow('usual');
SELECT fanout.add_step('usual', 'work', handler => 'h');
SELECT pg_temp.ended('usual', 'completed', '29 days'), pg_temp.ended('usual', 'failed', '30 days 1 hour'),
       pg_temp.ended('usual', 'completed', '30 days 2 hours'), pg_temp.ended('usual', 'cancelled', '30 days 3 hours');
SELECT is(pg_temp.maintain(), 'completed usual, failed usual', 'completed and cancelled runs are kept for thirty days');
UPDATE fanout.runs SET completed_at = clock_timestamp() - interval '89 days' WHERE status = 'failed';
SELECT is(pg_temp.maintain(), 'completed usual, failed usual', 'failed ones for ninety');
UPDATE fanout.runs SET completed_at = clock_timestamp() - interval '91 days' WHERE status = 'failed';
SELECT is(pg_temp.maintain(), 'completed usual', 'and no longer');
SELECT fanout.start_run('usual') AS open \gset
UPDATE fanout.runs SET started_at = clock_timestamp() - interval '1 year' WHERE run_id = :'open';
SELECT is(pg_temp.maintain(), 'started usual, completed usual', 'what goes on stays, however old it is');
SELECT fanout.complete_task(:'open', 'work', 0, '1') FROM fanout.claim_tasks(fanout.register_worker('w', ARRAY['h']), 1);

-- A flow's own.
SELECT is(fanout.create_flow('brief', retention => '1 hour', retention_failed => '2 hours'), 1, 'a flow may say otherwise');
SELECT fanout.add_step('brief', 'work', handler => 'h');
SELECT pg_temp.ended('brief', 'completed', '61 min'), pg_temp.ended('brief', 'failed', '62 min'), pg_temp.ended('brief', 'failed', '121 min');
SELECT is(pg_temp.maintain(), 'failed brief, completed usual, completed usual', 'its runs go when it says so');
SELECT is(fanout.create_flow('brief', retention => '-1', retention_failed => '-1000 ms'), 1, 'a change makes no new version, though there are runs');
UPDATE fanout.runs SET completed_at = completed_at - interval '10 years' WHERE status = 'failed';
SELECT is(pg_temp.maintain(), 'failed brief, completed usual, completed usual', 'they may be kept for ever');
SELECT is(fanout.create_flow('brief', max_attempts => 7, retention_failed => '-1'), 2, 'a new version');
SELECT is(pg_temp.maintain(), 'failed brief, completed usual, completed usual', 'keeps as long as the others');
SELECT is(fanout.create_flow('brief', max_attempts => 7), 2, 'said no more');
SELECT is(pg_temp.maintain(), 'completed usual, completed usual', 'the settings hold again, for runs of all versions');

SELECT throws_ok($$SELECT fanout.create_flow('g', retention => '59 s')$$, 'PFARG', 'flow "g": retention is shorter than a minute', 'a minute at least');
SELECT throws_ok($$SELECT fanout.create_flow('g', retention_failed => '-2')$$, 'PFARG', 'flow "g": retention_failed is shorter than a minute', 'of what is negative only what means for ever');
SELECT throws_ok($$SELECT fanout.create_flow('g', retention => '101 years')$$, 'PFARG', 'flow "g": retention is longer than 100 years', 'no longer than a time can be');
SELECT throws_matching('SET fanout.retention = ''1 day''', 'cannot be changed now', 'the settings are the server''s');

SELECT * FROM finish();
ROLLBACK;
