BEGIN;
SELECT plan(8);

SELECT fanout.create_flow('f', base_delay => '1 h', max_delay => '1 h');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('f', 'other', step_type => 'fanout', fanout_from => 'run', handler => 'i');
SELECT fanout.register_worker('w', ARRAY['h'], slots => 1000) AS w \gset
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 3000) i)) AS run \gset

-- A row of the queue for each of many tasks, as many workers hold them, and a few retries.
SELECT count(*) FROM (SELECT fanout.exchange(:w, i, 1) FROM generate_series(1, 200) i) x;
SELECT count(*) FROM (SELECT fanout.fail_task(:'run', 'work', i, 'no luck') FROM generate_series(0, 9) i) x;
SELECT count(*) FROM (SELECT fanout.complete_task(:'run', 'work', i, to_jsonb(i)) FROM generate_series(10, 19) i) x;
SELECT cmp_ok((SELECT count(*)::int FROM fanout.queue), '>', 180, 'the tasks are in many rows of the queue');

CREATE FUNCTION pg_temp.queue_scans(run uuid, which text) RETURNS TABLE (loops int, buffers int) LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE format('EXPLAIN (ANALYZE, BUFFERS, TIMING off, FORMAT JSON) SELECT * FROM fanout.step_tasks WHERE run_id = %L ', run) || which INTO plan;
    RETURN QUERY SELECT (n ->> 'Actual Loops')::int, (n ->> 'Shared Hit Blocks')::int + (n ->> 'Shared Read Blocks')::int
      FROM jsonb_path_query(plan::jsonb, 'strict $.** ? (@."Relation Name" == "queue")') n;
END
$$;
-- Tables that were never analyzed, and ones that were.
SELECT results_eq(format($$SELECT loops <= 2, buffers < 400 FROM pg_temp.queue_scans(%L, 'AND step_slug = ''work''')$$, :'run'),
    'VALUES (true, true)', 'each step''s rows are read once, however many tasks there are');
ANALYZE fanout.queue, fanout.step_states, fanout.runs, fanout.steps, fanout.tasks_00, fanout.results_00;
SELECT results_eq(format($$SELECT loops, buffers < 400 FROM pg_temp.queue_scans(%L, '')$$, :'run'), 'VALUES (2, true)', 'so it is with statistics');
SELECT results_eq(format($$SELECT loops <= 2 FROM pg_temp.queue_scans(%L, 'AND step_slug = ''work'' ORDER BY task_index LIMIT 5')$$, :'run'),
    'VALUES (true)', 'for the first few');
SELECT results_eq(format($$SELECT loops <= 2 FROM pg_temp.queue_scans(%L, 'AND step_slug = ''work'' AND task_index = 2999')$$, :'run'),
    'VALUES (true)', 'and for one task');

SELECT results_eq(format($$SELECT status, attempts, count(*)::int, count(worker)::int, count(started_at)::int, count(error)::int
    FROM fanout.step_tasks WHERE run_id = %L AND step_slug = 'work' GROUP BY 1, 2 ORDER BY 1, 2$$, :'run'),
    $$VALUES ('completed', 1, 10, 10, 10, 0), ('queued', 0, 2800, 0, 0, 0), ('queued', 1, 10, 0, 0, 10), ('started', 1, 180, 180, 180, 0)$$,
    'what it says of each is right');
SELECT is((SELECT count(*)::int FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'other' AND status = 'queued'), 3000, 'and of the other step''s');
SELECT fanout.cancel_run(:'run');
SELECT results_eq(format($$SELECT DISTINCT status FROM fanout.step_tasks WHERE run_id = %L AND step_slug = 'other'$$, :'run'),
    $$VALUES ('cancelled')$$, 'also where nothing of it is in the queue any more');

SELECT * FROM finish();
ROLLBACK;
