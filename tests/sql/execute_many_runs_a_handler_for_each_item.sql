BEGIN;
SELECT plan(24);

CREATE ROLE alice;
CREATE ROLE bob;
SELECT fanout.grant_developer('alice'), fanout.grant_developer('bob');
CREATE SCHEMA hers AUTHORIZATION alice;
SELECT fanout.register_worker('w', ARRAY['resize']) AS w \gset
SELECT fanout.register_worker('s', ARRAY['sql:']) AS s \gset
SET ROLE alice;

-- Progress, results.
SELECT fanout.execute_many('resize', '["a", "b", "c"]', name => 'thumbnails') AS run \gset
SELECT results_eq(format('SELECT name, status, done, total FROM fanout.runs_overview WHERE run_id = %L', :'run'),
    $$VALUES ('thumbnails', 'started', 0::bigint, 3::bigint)$$, 'a run with a task an item');
SELECT results_eq(format('SELECT step_slug, handler FROM fanout.steps_overview WHERE run_id = %L', :'run'), $$VALUES ('tasks', 'resize')$$, 'its step is tasks');
RESET ROLE;
SELECT is((SELECT array_agg(input::text ORDER BY task_index) FROM fanout.claim_tasks(:w, 10)), '{"{\"item\": \"a\"}","{\"item\": \"b\"}","{\"item\": \"c\"}"}', 'as any fan-out''s');
SELECT fanout.complete_task(:'run', 'tasks', 0, '"A"');
SET ROLE alice;
SELECT is((SELECT done || '/' || total FROM fanout.runs_overview WHERE run_id = :'run'), '1/3', 'progress');
SELECT results_eq(format('SELECT task_index, output FROM fanout.results(%L)', :'run'), $$VALUES (0, '"A"'::jsonb)$$, 'results while it runs');
RESET ROLE;
SELECT fanout.complete_task(:'run', 'tasks', i, to_jsonb(i)) FROM generate_series(1, 2) i;
SET ROLE alice;
SELECT is(fanout.run_output(:'run'), '{"tasks": ["A", 1, 2]}', 'the output has them in order');

-- The same options are the same flow.
SELECT fanout.execute_many('resize', '[4]') AS again \gset
SELECT is((SELECT count(DISTINCT (flow, version)) FROM fanout.runs_overview), 1::bigint, 'the same options are the same flow, in the same version');
SELECT fanout.execute_many('resize', '[4]', max_attempts => 7) AS other \gset
SELECT is((SELECT count(DISTINCT flow) FROM fanout.runs_overview), 2::bigint, 'others are another');
RESET ROLE;
SET ROLE bob;
SELECT lives_ok($$SELECT fanout.execute_many('resize', '[5]')$$, 'and so are another owner''s');
SELECT is((SELECT count(*) FROM fanout.runs_overview), 1::bigint, 'who sees only that');
RESET ROLE;
SELECT fanout.cancel_run(run_id) FROM fanout.runs WHERE status = 'started';

-- Options.
SET ROLE alice;
SELECT fanout.execute_many('resize', '[1, 2, 3, 4, 5]', NULL, run_id => '00000000-0000-4000-8000-000000000001', priority => 5, fair_key => 'tenant',
    queue => 'night', batch_size => 2, timeout => '7 s', max_delay => '1 min', base_delay => '2 s', max_attempts => 9, run_timeout => '1 hour',
    start_delay => '3 s', schedule_timeout => '1 day', on_failure => 'fail_fast', retry_budget => 4, output_mode => 'counts') AS run \gset
SELECT is(:'run'::text, '00000000-0000-4000-8000-000000000001', 'run_id');
SELECT is(fanout.execute_many('resize', '[1, 2, 3, 4, 5]', NULL, run_id => '00000000-0000-4000-8000-000000000001', priority => 5, fair_key => 'tenant',
    queue => 'night', batch_size => 2, timeout => '7 s', max_delay => '1 min', base_delay => '2 s', max_attempts => 9, run_timeout => '1 hour',
    start_delay => '3 s', schedule_timeout => '1 day', on_failure => 'fail_fast', retry_budget => 4, output_mode => 'counts'), :'run'::uuid, 'is the same run, once');
RESET ROLE;
SELECT results_eq(format($$SELECT r.priority, r.fair_key, t.queue, t.batch_size, f.timeout, f.max_delay, f.base_delay, f.max_attempts, f.run_timeout,
                           t.start_delay, t.schedule_timeout, t.on_failure, t.retry_budget, t.output_mode, t.max_concurrency, s.total_tasks
                      FROM fanout.runs r JOIN fanout.flows f USING (flow_id) JOIN fanout.steps t USING (flow_id) JOIN fanout.step_states s USING (run_id)
                     WHERE r.run_id = %L$$, :'run'),
    $$VALUES (5, 'tenant', 'night', 2, '7 s'::interval, '1 min'::interval, '2 s'::interval, 9, '1 hour'::interval,
              '3 s'::interval, '1 day'::interval, 'fail_fast', 4, 'counts', NULL::int, 3)$$, 'every option arrives');
SELECT is((SELECT max_concurrency || ' ' || on_failure FROM fanout.steps WHERE max_attempts IS NULL AND on_failure = 'collect' LIMIT 1), '10 collect', 'ten at once, and failures are collected, unless said otherwise');
SELECT fanout.cancel_run(:'run');

-- SQL handlers, as the caller finds them.
SET ROLE alice;
CREATE FUNCTION hers.halve(i jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb(100 / (i ->> 'item')::int) $$;
SELECT throws_ok($$SELECT fanout.execute_many('sql:halve', '[1]')$$, 'PFHDL', NULL, 'a function that the caller''s search_path does not find is refused');
SET search_path = hers;
SELECT fanout.execute_many('sql:halve', '[1, 2, 0, 4]', on_failure => 'fail_fast', max_concurrency => NULL, max_attempts => 1) AS run \gset
RESET search_path;
RESET ROLE;
SELECT is((SELECT handler FROM fanout.steps_overview WHERE run_id = :'run'), 'sql:hers.halve', 'one that it finds is taken');
CREATE FUNCTION pg_temp.drive(w bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    how_many int := 100;
    rest int;
BEGIN
    FOR i IN 1..20 LOOP
        PERFORM fanout.claim_tasks(w, 100);
        SELECT remaining, next_max INTO rest, how_many FROM fanout.run_sql_tasks(w, max_tasks => how_many);
    END LOOP;
END
$$;
SELECT pg_temp.drive(:s);
SET ROLE alice;
SELECT is(fanout.run_status(:'run'), 'failed', 'a failure fails it where it is to fail fast');
SELECT results_eq(format('SELECT step_slug, task_index, item, error FROM fanout.errors(%L)', :'run'),
    $$VALUES ('tasks', 2, '0'::jsonb, 'division by zero (SQLSTATE 22012)')$$, 'errors() says which');

-- Mistakes.
SELECT throws_ok($$SELECT fanout.execute_many('h', '{}')$$, 'PFARG', 'execute_many: items is no array but object', 'what is no array is refused');
SELECT throws_ok($$SELECT fanout.execute_many('h', NULL)$$, 'PFARG', 'execute_many: items is no array but SQL NULL', 'and nothing');
SELECT throws_ok($$SELECT fanout.execute_many(NULL, '[]')$$, 'PFARG', 'execute_many: handler is null', 'and no handler');
SELECT throws_ok($$SELECT fanout.execute_many('h', '[]', 0)$$, 'PFARG', NULL, 'and what add_step refuses');
SELECT is(fanout.run_output(fanout.execute_many('h', '[]')), '{"tasks": []}', 'of no items the run is complete at once');
RESET ROLE;
SELECT is((SELECT count(*) FROM fanout.flows WHERE flow_slug !~ '^execute_many-[0-9a-f]{32}$'), 0::bigint, 'the flows have names of their own');

SELECT * FROM finish();
ROLLBACK;
