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

CREATE FUNCTION pg_temp.queue_reads(OUT scans bigint, OUT read bigint) LANGUAGE sql AS $$
    SELECT seq_scan + idx_scan, seq_tup_read + idx_tup_fetch FROM pg_stat_xact_all_tables WHERE relid = 'fanout.queue'::regclass;
$$;
CREATE FUNCTION pg_temp.reads_of(run uuid, which text, OUT scans bigint, OUT read bigint) LANGUAGE plpgsql AS $$
DECLARE
    before record;
BEGIN
    SELECT * INTO before FROM pg_temp.queue_reads();
    EXECUTE format('EXPLAIN (ANALYZE, TIMING off) SELECT * FROM fanout.step_tasks WHERE run_id = %L ', run) || which;
    SELECT q.scans - before.scans, q.read - before.read INTO scans, read FROM pg_temp.queue_reads() q;
END
$$;
-- Tables that were never analyzed, and ones that were.
SELECT results_eq(format($$SELECT scans, read BETWEEN 180 AND 400 FROM pg_temp.reads_of(%L, 'AND step_slug = ''work''')$$, :'run'),
    'VALUES (1::bigint, true)', 'each step''s rows are read once, however many tasks there are');
ANALYZE fanout.queue, fanout.step_states, fanout.runs, fanout.steps, fanout.tasks_00, fanout.results_00;
SELECT results_eq(format($$SELECT scans, read BETWEEN 180 AND 400 FROM pg_temp.reads_of(%L, '')$$, :'run'), 'VALUES (2::bigint, true)', 'so it is with statistics');
SELECT results_eq(format($$SELECT scans FROM pg_temp.reads_of(%L, 'AND step_slug = ''work'' ORDER BY task_index LIMIT 5')$$, :'run'),
    'VALUES (1::bigint)', 'for the first few');
SELECT results_eq(format($$SELECT scans FROM pg_temp.reads_of(%L, 'AND step_slug = ''work'' AND task_index = 2999')$$, :'run'),
    'VALUES (1::bigint)', 'and for one task');

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
