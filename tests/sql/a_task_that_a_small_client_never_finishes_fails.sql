BEGIN;
SELECT plan(17);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0', timeout => '1 min');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('small', ARRAY['h']) AS small \gset
SELECT fanout.start_run('f', '[0, 1, 2]') AS run \gset

SELECT is((SELECT task_index FROM fanout.claim_tasks(:small, 1)), 0, 'a client of claim_tasks holds one task');
SET fanout.clock_offset = '69s';
SELECT fanout.heartbeat(:small);
SELECT is(fanout.maintain(), 0::bigint, 'it may hand in the result a heartbeat interval after the timeout');
SET fanout.clock_offset = '71s';
SELECT is(fanout.maintain(), 1::bigint, 'later the attempt has failed, though the client lives');
SELECT results_eq('SELECT task_index, attempt::int, final, error FROM fanout.failures', $$VALUES (0, 1, false, 'did not finish within its timeout of 00:01:00')$$, 'with an error that says so');
SELECT is((SELECT count(*) FROM fanout.heartbeat(:small)), 1::bigint, 'the client learns it with its heartbeat');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, ''work'', 0, ''1'')', :'run'), 'PFTSK', NULL, 'and its result comes too late');

-- Several under one claim: it isn't known on which of them the client works.
SELECT is((SELECT array_agg(attempt) FROM fanout.claim_tasks(:small, 1)), ARRAY[2], 'the next attempt');
SELECT fanout.complete_task(:'run', 'work', 0, '1');
SELECT is((SELECT count(DISTINCT claim_id) FROM fanout.claim_tasks(:small, 2)), 1::bigint, 'a claim of two');
SET fanout.clock_offset = '191s';
SELECT fanout.heartbeat(:small);
SELECT is(fanout.maintain(), 0::bigint, 'which is left alone');
SELECT fanout.complete_task(:'run', 'work', 1, '1');
SELECT is(fanout.maintain(), 0::bigint, 'the last one of them has its time from the end of the one before');
SET fanout.clock_offset = '260s';
SELECT fanout.heartbeat(:small);
SELECT is(fanout.maintain(), 0::bigint, 'all of its time');
SET fanout.clock_offset = '262s';
SELECT is(fanout.maintain(), 1::bigint, 'and no more');

-- Exchanges are made by daemons, which see to it themselves and may begin a task long after it was claimed.
SELECT is((SELECT count(*) FROM fanout.exchange(:small, 1, 1) WHERE kind = 'task'), 1::bigint, 'a claim by exchange');
SET fanout.clock_offset = '1h';
SELECT fanout.heartbeat(:small);
SELECT is(fanout.maintain(), 0::bigint, 'is left to the daemon');

-- SQL tasks are timed while they run.
CREATE FUNCTION public.one(jsonb) RETURNS jsonb LANGUAGE sql RETURN '1'::jsonb;
SELECT fanout.create_flow('s', timeout => '1 min');
SELECT fanout.add_step('s', 'work', handler => 'sql:public.one');
SELECT fanout.register_worker('sql', ARRAY['sql:']) AS sql \gset
SELECT fanout.start_run('s') AS run \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:sql, 1)), 1::bigint, 'a claim of an SQL task');
SET fanout.clock_offset = '2h';
SELECT fanout.heartbeat(:sql), fanout.heartbeat(:small);
SELECT is(fanout.maintain(), 0::bigint, 'that nobody runs');
SELECT fanout.run_sql_tasks(:sql);
SELECT is(fanout.run_status(:'run'), 'completed', 'can still be run');

SELECT * FROM finish();
ROLLBACK;
