BEGIN;
SELECT plan(19);

SELECT fanout.create_limit('l', max_concurrency => 100);
SELECT fanout.create_flow('f', max_attempts => 5, base_delay => '0'), fanout.create_flow('s', max_attempts => 1);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{l}', max_concurrency => 50);
CREATE FUNCTION public.echo(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1';
SELECT fanout.add_step('s', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.echo', limits => '{l}', max_concurrency => 50);
SELECT fanout.register_worker('w', ARRAY['h', 'sql:']) AS w \gset

-- Tasks in flight by the named limit and by the step's cap, and by a count of the claims.
CREATE FUNCTION pg_temp.in_flight() RETURNS int[] LANGUAGE sql AS $$
    SELECT ARRAY[(SELECT in_flight FROM fanout.limits WHERE name = 'l'), (SELECT sum(in_flight) FROM fanout.limits WHERE state_id IS NOT NULL),
                 (SELECT coalesce(sum(width), 0) FROM fanout.queue WHERE worker_id IS NOT NULL AND kind = 'task')]
$$;

SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]') AS run \gset
SELECT fanout.claim_tasks(:w, 4);
SELECT is(pg_temp.in_flight(), ARRAY[4, 4, 4], 'four are in flight');
SELECT fanout.complete_task(:'run', 'work', 0, '1');
SELECT is(pg_temp.in_flight(), ARRAY[3, 3, 3], 'completed');
SELECT fanout.fail_task(:'run', 'work', 1, 'again');
SELECT is(pg_temp.in_flight(), ARRAY[2, 2, 2], 'failed and to be retried');
SELECT claim_id AS claim FROM fanout.exchange(:w, 1, 2) LIMIT 1 \gset
SELECT is(pg_temp.in_flight(), ARRAY[4, 4, 4], 'claimed again');
SELECT fanout.report_crash(:w, (SELECT queue_id FROM fanout.queue WHERE worker_id = :w ORDER BY width DESC LIMIT 1));
SELECT is((pg_temp.in_flight())[1], (pg_temp.in_flight())[3], 'crashed, and back in halves');
SELECT fanout.unregister_worker(:w);
SELECT is(pg_temp.in_flight(), ARRAY[0, 0, 0], 'given back by a worker that leaves');

SELECT fanout.register_worker('lost', ARRAY['h']) AS w \gset
UPDATE fanout.queue SET crashed = false;
SELECT fanout.claim_tasks(:w, 1), fanout.claim_tasks(:w, 3);
SELECT cmp_ok((pg_temp.in_flight())[1], '>=', 2, 'a worker holds some');
SET fanout.clock_offset = '2h';
SELECT fanout.maintain();
SET fanout.clock_offset = '3h';
SELECT fanout.maintain();
SELECT is(pg_temp.in_flight(), ARRAY[0, 0, 0], 'and is lost');

UPDATE fanout.queue SET crashed = false;
SELECT fanout.register_worker('w', ARRAY['h', 'sql:']) AS w \gset
SELECT fanout.claim_tasks(:w, 3);
SELECT is((pg_temp.in_flight())[1], 3, 'three are in flight');
SELECT fanout.cancel_run(:'run');
SELECT is((pg_temp.in_flight())[1], 3, 'when the run is cancelled they still are');
SELECT fanout.fail_task(:'run', t.step_slug, t.task_index, 'stopped') FROM fanout.step_tasks t WHERE t.run_id = :'run' AND status = 'started' LIMIT 1;
SELECT is((pg_temp.in_flight())[1], 2, 'one that is reported isn''t');
SELECT fanout.unregister_worker(:w);
SELECT is((pg_temp.in_flight())[1], 0, 'nor are those that are given back');

-- Failed for good, with its run.
SELECT fanout.register_worker('w', ARRAY['h', 'sql:']) AS w \gset
SELECT fanout.start_run('f', '[0, 1]') AS run \gset
SELECT fanout.claim_tasks(:w, 2);
SELECT fanout.fail_task(:'run', 'work', 0, 'no', final => true);
SELECT is((pg_temp.in_flight())[1], 1, 'failed for good');
SELECT fanout.complete_task(:'run', 'work', 1, '1');
SELECT is((pg_temp.in_flight())[1], 0, 'completed after the run has failed');

-- On the server.
SELECT fanout.start_run('s', '[0, 1, 2, 3]') AS run \gset
SELECT fanout.claim_tasks(:w, 4);
SELECT is((pg_temp.in_flight())[1], 4, 'a claim of SQL tasks');
SELECT done FROM fanout.run_sql_tasks(:w, max_tasks => 3);
SELECT is((pg_temp.in_flight())[1], 1, 'of which three are run');
SELECT fanout.cancel_run(:'run');
SELECT remaining FROM fanout.run_sql_tasks(:w);
SELECT is((pg_temp.in_flight())[1], 0, 'and the last is dropped with its run');

-- More inputs than one answer holds: the rest goes back.
SELECT fanout.start_run('f', (SELECT jsonb_agg(repeat('x', 1000000)) FROM generate_series(1, 30))) AS run \gset
SELECT cmp_ok((SELECT count(*) FROM fanout.claim_tasks(:w, 30)), '<', 30::bigint, 'a claim is cut short');
SELECT is((pg_temp.in_flight())[1], (pg_temp.in_flight())[3], 'and what goes back has no slot');

SELECT * FROM finish();
ROLLBACK;
