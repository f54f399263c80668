BEGIN;
SELECT plan(13);
SET LOCAL fanout.inline_tasks = 100000;

CREATE FUNCTION pg_temp.state(slug text) RETURNS bigint LANGUAGE sql AS
    $$ SELECT s.state_id FROM fanout.step_states s JOIN fanout.steps t USING (step_id) WHERE t.step_slug = slug $$;
SELECT fanout.create_flow('f', max_attempts => 5, base_delay => '0');
SELECT fanout.add_step('f', 'few', step_type => 'fanout', fanout_from => 'run', fanout_path => '$[0 to 99]', handler => 'h');
SELECT fanout.add_step('f', 'many', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('f', 'later', '{many}', handler => 'h');
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 60000) i)) AS run \gset
SELECT fanout.register_worker('w', '{fanout:}') AS w \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 1);

-- Task i waits for i seconds and takes i minutes; of the large step all tasks have a row, the last of which isn't there.
UPDATE fanout.step_states SET started_at = '2026-01-01' WHERE started_at IS NOT NULL;
INSERT INTO fanout.results (state_id, claimed_at, completed_at, worker_id, first_index, last_index, generation, attempt, outputs)
SELECT pg_temp.state('few'), '2026-01-01'::timestamptz + i * interval '1 s', '2026-01-01'::timestamptz + i * interval '61 s', 1, i - 1, i - 1, r.generation, 1, '[1]'
  FROM fanout.runs r, generate_series(1, 100) i;
INSERT INTO fanout.results (state_id, claimed_at, completed_at, worker_id, first_index, last_index, generation, attempt, outputs)
SELECT pg_temp.state('many'), '2026-01-01'::timestamptz + i * interval '1 s', '2026-01-01'::timestamptz + i * interval '61 s', 1, i - 1, i - 1, r.generation, 1, '[1]'
  FROM fanout.runs r, generate_series(1, 59999) i;
ANALYZE fanout.results;

SELECT results_eq($$SELECT timed, waiting_p50, waiting_p95, waiting_max, executing_p50, executing_p95, executing_max FROM fanout.steps_overview WHERE step_slug = 'few'$$,
    $$VALUES (100::bigint, '50 s'::interval, '95 s'::interval, '100 s'::interval, '50 min'::interval, '95 min'::interval, '100 min'::interval)$$, 'of few tasks all are looked at');
SELECT results_eq($$SELECT timed, waiting_p50, waiting_p95, waiting_max FROM fanout.steps_overview WHERE step_slug = 'many'$$,
    $$VALUES (499::bigint, 30000 * interval '1 s', 57000 * interval '1 s', 59880 * interval '1 s')$$, 'of many 500 that are evenly spread, as far as they have ended');
SELECT results_eq($$SELECT timed, waiting_p50, retries FROM fanout.steps_overview WHERE step_slug = 'later'$$, 'VALUES (0::bigint, NULL::interval, 0::bigint)',
    'of what has not begun none');
SELECT results_eq(format('SELECT min(task_index), max(task_index), count(*) FROM fanout.task_times(%s)', pg_temp.state('many')), 'VALUES (119, 59879, 499::bigint)',
    'from the first part to the last');
SELECT results_eq(format('SELECT task_index, attempt, claimed_at, completed_at, failed FROM fanout.task_times(%s, 77)', pg_temp.state('many')),
    $$VALUES (77, 1, '2026-01-01'::timestamptz + interval '78 s', '2026-01-01'::timestamptz + 78 * interval '61 s', '0'::interval)$$, 'and any one, by its index');
SELECT results_eq(format('SELECT task_index, attempt, first_claimed_at, claimed_at, completed_at, failed FROM fanout.task_times(%s, 59999)', pg_temp.state('many')),
    $$VALUES (59999, NULL::int, NULL::timestamptz, NULL::timestamptz, NULL::timestamptz, '0'::interval)$$, 'also before it has ended');
SELECT is_empty('SELECT * FROM fanout.task_times(-1)', 'a step that isn''t there has none');

-- Attempts before the last one, and those after which none came.
INSERT INTO fanout.failures (state_id, claimed_at, failed_at, worker_id, task_index, generation, attempt, final, error)
SELECT pg_temp.state('many'), '2026-01-02'::timestamptz + a * interval '1 min', '2026-01-02'::timestamptz + a * interval '1 min' + interval '20 s', 1, 59999, r.generation, a, a = 3, 'x'
  FROM fanout.runs r, generate_series(1, 3) a;
SELECT is((SELECT retries FROM fanout.steps_overview WHERE step_slug = 'many'), 2::bigint, 'a retry is an attempt that failed and was not the last');
SELECT results_eq(format('SELECT first_claimed_at, failed FROM fanout.task_times(%s, 59999)', pg_temp.state('many')),
    $$VALUES ('2026-01-02 00:01'::timestamptz, interval '60 s')$$, 'what failed attempts took is counted');
INSERT INTO fanout.failures (state_id, claimed_at, failed_at, worker_id, task_index, generation, attempt, final, error)
SELECT pg_temp.state('many'), '2026-01-02', '2026-01-02', 1, i, r.generation, 1, false, 'x' FROM fanout.runs r, generate_series(1, 10001) i;
SELECT is((SELECT retries FROM fanout.steps_overview WHERE step_slug = 'many'), 10000::bigint, 'of very many retries not all are counted');

-- What is read doesn't grow with the step.
CREATE FUNCTION pg_temp.buffers(query text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    FOR i IN 1..2 LOOP EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT JSON) ' || query INTO plan; END LOOP;
    RETURN (plan -> 0 -> 'Plan' ->> 'Shared Hit Blocks')::int + (plan -> 0 -> 'Plan' ->> 'Shared Read Blocks')::int;
END $$;
SELECT cmp_ok(pg_temp.buffers($$SELECT executing_p50 FROM fanout.steps_overview WHERE run_id = $$ || quote_literal(:'run')), '<', 3000, 'the times are those of few rows');
SELECT cmp_ok(pg_temp.buffers('SELECT * FROM fanout.step_times WHERE run_id = ' || quote_literal(:'run')), '<', 9000, 'so are the parts of a step''s time');
SELECT cmp_ok(pg_temp.buffers('SELECT status, done, total FROM fanout.steps_overview WHERE run_id = ' || quote_literal(:'run')), '<', 100, 'who doesn''t ask for times reads none');

SELECT * FROM finish();
ROLLBACK;
