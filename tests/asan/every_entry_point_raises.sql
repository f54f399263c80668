-- Every function in C is called with null arguments, with ids that don't exist, and with bad input, inside a PL/pgSQL block
-- that catches the error (so the backend goes on with whatever the error left behind) and outside of one.
\set QUIET on
SET client_min_messages = warning;
DROP EXTENSION IF EXISTS pgfanout;
CREATE EXTENSION pgfanout;

CREATE FUNCTION pg_temp.expect(state text, call text, with_detail boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    got text;
    message text;
    hint text;
    detail text;
BEGIN
    BEGIN
        EXECUTE 'SELECT fanout.' || call;
        got := 'no error';
    EXCEPTION WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS got = RETURNED_SQLSTATE, message = MESSAGE_TEXT, hint = PG_EXCEPTION_HINT, detail = PG_EXCEPTION_DETAIL;
    END;
    IF got <> state OR message = '' OR (state LIKE 'PF%' AND hint = '') OR (with_detail AND detail = '') THEN
        RAISE EXCEPTION '% gave % "%", hint "%", detail "%"', call, got, message, hint, detail;
    END IF;
END
$$;

CREATE FUNCTION public.ok(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1 -> ''item''';
CREATE FUNCTION public.breaks(jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken' USING DETAIL = 'in two', HINT = 'glue'; END $$;
SELECT fanout.create_flow('f', max_attempts => 1), fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'sql:', 'fanout:']) AS w \gset
SELECT fanout.start_run('f', '[1, 2, 3]') AS run \gset
\set nobody '00000000-0000-0000-0000-000000000000'
\o /dev/null

SELECT pg_temp.expect('PFARG', 'create_flow(NULL)'), pg_temp.expect('PFSLG', $$create_flow('a b')$$),
    pg_temp.expect('PFARG', $$create_flow('f', max_attempts => 0)$$), pg_temp.expect('PFARG', $$create_flow('f', timeout => '-1 s')$$),
    pg_temp.expect('PFARG', 'add_step(NULL, NULL)'), pg_temp.expect('PFFLO', $$add_step('g', 'a')$$),
    pg_temp.expect('PFDEP', $$add_step('f', 'a', ARRAY['b'])$$), pg_temp.expect('PFCYC', $$add_step('f', 'a', ARRAY['a'])$$),
    pg_temp.expect('PFHDL', $$add_step('f', 'a', handler => 'sql:no.such')$$), pg_temp.expect('PFHDL', $$add_step('f', 'a', handler => 'sql:((')$$),
    pg_temp.expect('PFARG', $$add_step('f', 'a', ARRAY[NULL])$$),
    pg_temp.expect('PFARG', 'start_run(NULL)'), pg_temp.expect('PFFLO', $$start_run('g')$$), pg_temp.expect('PFARG', $$start_run('f', NULL)$$),
    pg_temp.expect('PFRUN', format('start_ready_steps(%L)', :'nobody')), pg_temp.expect('PFARG', 'start_ready_steps(NULL)'),
    pg_temp.expect('PFRUN', format('maybe_complete_run(%L)', :'nobody')), pg_temp.expect('PFARG', 'maybe_complete_run(NULL)'),
    pg_temp.expect('PFRUN', format('cancel_run(%L)', :'nobody')), pg_temp.expect('PFARG', 'cancel_run(NULL)'),
    pg_temp.expect('PFARG', 'prune(NULL)'), pg_temp.expect('PFFLO', $$prune('1 day', 'nope')$$),
    pg_temp.expect('PFRUN', format('spawn_fanout_tasks(%L, %L)', :'nobody', 'a')),
    pg_temp.expect('PFSTP', format('spawn_fanout_tasks(%L, %L)', :'run', 'a')),
    pg_temp.expect('PFARG', 'register_worker(NULL, NULL)'), pg_temp.expect('PFARG', $$register_worker('w', ARRAY[NULL])$$),
    pg_temp.expect('PFARG', $$register_worker('w', '{h}', '{}')$$), pg_temp.expect('PFARG', $$register_worker('w', '{h}', slots => 0)$$),
    pg_temp.expect('PFWRK', 'unregister_worker(99)'), pg_temp.expect('PFWRK', 'heartbeat(99)'),
    pg_temp.expect('PFARG', 'exchange(NULL, NULL, NULL)'), pg_temp.expect('PFWRK', 'exchange(99, 1, 1)'),
    pg_temp.expect('PFSEQ', format('exchange(%s, -1, 1)', :w)), pg_temp.expect('PFARG', format('exchange(%s, 1, 1, NULL)', :w)),
    pg_temp.expect('PFARG', format('exchange(%s, 1, 1, ARRAY[1::bigint])', :w)),
    pg_temp.expect('PFARG', 'claim_tasks(NULL, 1)'), pg_temp.expect('PFWRK', 'claim_tasks(99, 1)'), pg_temp.expect('PFARG', format('claim_tasks(%s, 0)', :w)),
    pg_temp.expect('PFARG', 'complete_task(NULL, NULL, NULL, NULL)'), pg_temp.expect('PFRUN', format('complete_task(%L, %L, 0, %L)', :'nobody', 'a', '1')),
    pg_temp.expect('PFTSK', format('complete_task(%L, %L, 0, %L)', :'run', 'work', '1')),
    pg_temp.expect('PFARG', 'fail_task(NULL, NULL, NULL, NULL)'), pg_temp.expect('PFTSK', format('fail_task(%L, %L, 0, %L)', :'run', 'work', 'x')),
    pg_temp.expect('PFARG', 'heartbeats(NULL, NULL)'), pg_temp.expect('PFARG', 'heartbeats(''{1}'', ''{}'')'), pg_temp.expect('PFARG', 'heartbeats(''{NULL}'', ''{0}'')'),
    pg_temp.expect('PFARG', 'run_sql_tasks(NULL)'), pg_temp.expect('PFARG', 'heartbeat(NULL)'),
    pg_temp.expect('PFARG', format('heartbeat(%s, NULL)', :w)), pg_temp.expect('PFARG', format('heartbeat(%s, ARRAY[1::bigint])', :w)),
    pg_temp.expect('PFARG', format('heartbeat(%s, ARRAY[1::bigint], ARRAY[1], ARRAY[NULL])', :w)),
    pg_temp.expect('PFARG', format($$exchange(%s, 1, 1, retry_after => '{1 s}')$$, :w)),
    pg_temp.expect('PFARG', format($$exchange(%s, 1, 1, ARRAY[1::bigint], ARRAY[1], ARRAY[NULL], ARRAY['x'], ARRAY[false], retry_after => '{-1 s}')$$, :w)),
    pg_temp.expect('PFARG', format('exchange(%s, 1, 1, queue_order => ARRAY[NULL])', :w)),
    pg_temp.expect('PFARG', format('fail_task(%L, %L, 0, %L, retry_after => %L)', :'run', 'work', 'x', '-1 s')), pg_temp.expect('PFARG', 'unregister_worker(NULL)'),
    pg_temp.expect('PFARG', 'task_times(NULL)'), pg_temp.expect('PFARG', 'retries(NULL)'), pg_temp.expect('PFARG', 'tasks_without_result(NULL)'), pg_temp.expect('PFARG', 'run_internal(NULL, 1)'), pg_temp.expect('PFARG', 'report_crash(1, NULL)'), pg_temp.expect('PFARG', 'spawn_fanout_tasks(NULL, NULL)'), pg_temp.expect('PFWRK', 'run_sql_tasks(99)'), pg_temp.expect('PFSTL', format('run_sql_tasks(%s, 99)', :w)),
    pg_temp.expect('PFWRK', 'report_crash(99, 1)'), pg_temp.expect('PFSTL', format('report_crash(%s, 99)', :w)),
    pg_temp.expect('PFWRK', 'run_internal(99, 1)'), pg_temp.expect('PFSTL', format('run_internal(%s, 99)', :w));

SELECT pg_temp.expect('PFARG', 'forget_home()'), pg_temp.expect('PFARG', 'forget_definitions()');

-- Outside of a block that catches: the error ends the statement.
\set ON_ERROR_STOP off
SELECT fanout.create_flow('a b');
SELECT fanout.add_step('f', 'a', handler => 'sql:no.such');
SELECT fanout.exchange(99, 1, 1);
CALL fanout.wait_for_run(:'nobody', '1 s');
BEGIN;
CALL fanout.wait_for_run(:'run', '1 s');
ROLLBACK;
\set ON_ERROR_STOP on

-- Lives: a fan-out with bad outputs, SQL tasks that fail, a large step, a cancel, lost workers.
CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(:w, 1, 10, queue_order => '{default,other}');
SELECT fanout.heartbeat(:w, array_agg(claim_id), array_agg(task_index), array_agg(CASE task_index WHEN 1 THEN '"\u0000"' WHEN 2 THEN '[' ELSE '1' END)) FROM held;
SELECT * FROM fanout.metrics();
SELECT fanout.exchange(:w, 2, 0, array_agg(claim_id), array_agg(task_index), array_agg(CASE task_index WHEN 1 THEN '"\u0000"' WHEN 2 THEN '[' ELSE '1' END),
    array_agg(NULL::text), array_agg(false)) FROM held;
SELECT fanout.create_flow('s', max_attempts => 1), fanout.add_step('s', 'good', step_type => 'fanout', fanout_from => 'run', handler => 'sql:ok'),
    fanout.add_step('s', 'bad', ARRAY['good'], 'fanout', 'sql:breaks');
SELECT fanout.start_run('s', '[1, null, "x"]');
SELECT fanout.claim_tasks(:w, 10), fanout.run_sql_tasks(:w);
SELECT fanout.claim_tasks(:w, 10), fanout.run_sql_tasks(:w), fanout.run_sql_tasks(:w, max_tasks => 1);
SELECT fanout.start_run('s', (SELECT jsonb_agg(i) FROM generate_series(1, 12000) i));
SELECT fanout.claim_tasks(:w, 12000), fanout.run_sql_tasks(:w);
SELECT fanout.cancel_run(fanout.start_run('s', '[1]'));
SET fanout.clock_offset = '1h';
SELECT fanout.maintain();
SET fanout.clock_offset = '2h';
SELECT fanout.maintain();
\o
