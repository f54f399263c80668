-- They stand in indexes, which take 2,700 bytes, and a handler's in notifications, which take 8,000: one that is longer would
-- fail whoever claims, completes or maintains next.
BEGIN;
SELECT plan(24);

\set long 'repeat(''x'', 256)'
\set fits 'repeat(''x'', 255)'
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'a', handler => 'h');
CREATE FUNCTION pg_temp.refused(statement text, what text) RETURNS text LANGUAGE sql AS
    $$SELECT throws_like(statement, '%' || what || ' is 2__ bytes long', what || ' of 256 bytes')$$;

SELECT pg_temp.refused(format('SELECT fanout.add_step(''f'', ''b'', handler => %L)', :long), 'handler');
SELECT pg_temp.refused(format('SELECT fanout.add_step(''f'', ''b'', queue => %L)', :long), 'queue');
SELECT pg_temp.refused(format('SELECT fanout.add_step(''f'', ''b'', limits => ARRAY[%L])', :long), 'limit');
SELECT pg_temp.refused(format('SELECT fanout.start_run(''f'', name => %L)', :long), 'name');
SELECT pg_temp.refused(format('SELECT fanout.start_run(''f'', fair_key => %L)', :long), 'fair_key');
SELECT pg_temp.refused(format('SELECT fanout.create_limit(%L, 1)', :long), 'name');
SELECT pg_temp.refused(format('SELECT fanout.drop_limit(%L)', :long), 'name');
SELECT pg_temp.refused(format('SELECT fanout.register_worker(%L, ''{h}'')', :long), 'name');
SELECT pg_temp.refused(format('SELECT fanout.register_worker(''w'', ARRAY[%L])', :long), 'handler');
SELECT pg_temp.refused(format('SELECT fanout.register_worker(''w'', ''{h}'', queues => ARRAY[%L])', :long), 'queue');
SELECT pg_temp.refused(format('SELECT fanout.chain_runs(''f'', ''{}'', name_prefix => %L)', left(:long, 246)), 'name_prefix with an index behind it');
SELECT pg_temp.refused(format('SELECT fanout.execute_many(%L, ''[1]'')', :long), 'handler');
SELECT throws_ok(format('SELECT fanout.start_run(''f'', name => %L)', :long), 'PFARG', NULL, 'the error is PFARG');

-- Whatever writes them, and however well they can be compressed.
SELECT throws_ok(format('UPDATE fanout.steps SET handler = %L', :long), '23514', NULL, 'the tables take no longer handler');
SELECT throws_ok(format('UPDATE fanout.steps SET queue = %L', :long), '23514', NULL, 'nor queue');

SELECT lives_ok(format('SELECT fanout.create_limit(%L, 1)', :fits), 'a limit''s name of 255 bytes');
SELECT lives_ok(format('SELECT fanout.add_step(''f'', ''a'', handler => %L, queue => %1$L, limits => ARRAY[%1$L])', :fits), 'a handler''s and a queue''s');
SELECT fanout.register_worker(:fits, ARRAY[:fits], ARRAY[:fits]) AS w \gset
SELECT is((SELECT count(*) FROM fanout.exchange(:w, 1, 1)), 0::bigint, 'a worker''s');
SELECT fanout.start_run('f', name => :fits, fair_key => :fits) AS run \gset
SELECT is((SELECT handler FROM fanout.claim_tasks(:w, 1)), :fits, 'all of them work: the worker was notified, and gets the task');

-- Texts of errors may be as long as they like. 8 kB of them are kept.
SELECT lives_ok(format('SELECT fanout.fail_task(%L, ''a'', 0, repeat(''é'', 1000000), final => true)', :'run'), 'an error of 2 MB');
SELECT is((SELECT octet_length(error) BETWEEN 8000 AND 8192 AND error LIKE 'éé% [cut: 2000000 bytes]' FROM fanout.task_failures), true, 'is cut, and says so');
SELECT is((SELECT octet_length(error) BETWEEN 8000 AND 8192 FROM fanout.runs_overview WHERE run_id = :'run'), true, 'so is the run''s');
SELECT fanout.execute_many('nobody', '[1]') AS many \gset
SELECT fanout.cancel_run(:'many', reason => repeat('r', 1000000));
SELECT is((SELECT octet_length(error) BETWEEN 8000 AND 8192 FROM fanout.runs_overview WHERE run_id = :'many'), true, 'and a cancel''s reason');
CREATE FUNCTION loud(t jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN RAISE '%', repeat('x', 100000) USING ERRCODE = 'PFFIN'; END $$;
SELECT set_config('fanout.superuser_handlers', 'on', true);
SELECT fanout.execute_many('sql:loud', '[1]') AS loud \gset
SELECT fanout.register_worker('s', ARRAY['sql:']) AS s \gset
SELECT count(*) FROM fanout.claim_tasks(:s, 1);
SELECT count(*) FROM fanout.run_sql_tasks(:s);
SELECT is((SELECT error LIKE '% [cut: 100000 bytes] (SQLSTATE PFFIN)' FROM fanout.errors(:'loud')), true, 'an SQL handler''s ends with its SQLSTATE');

SELECT * FROM finish();
ROLLBACK;
