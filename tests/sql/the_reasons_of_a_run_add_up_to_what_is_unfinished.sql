-- Whatever happens to them in whatever order: of a run as a whole, and task by task.
BEGIN;
SELECT plan(4);

SELECT fanout.create_limit('gate', max_concurrency => 4), fanout.create_flow('f', max_attempts => 20, base_delay => '1 h', max_delay => '1 h'), fanout.create_flow('below');
SELECT fanout.add_step('below', 'work', handler => 'h');
SELECT fanout.add_step('f', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect'),
       fanout.add_step('f', 'b', '{a}', step_type => 'fanout', handler => 'h', limits => '{gate}'),
       fanout.add_step('f', 'ordered', '{b}', step_type => 'fanout', handler => 'h', max_concurrency => 1),
       fanout.add_step('f', 'batches', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 3, max_concurrency => 2),
       fanout.add_step('f', 'pushed', step_type => 'fanout', fanout_from => 'stream', handler => 'h'),
       fanout.add_step('f', 'pushed_in_order', step_type => 'fanout', fanout_from => 'stream', handler => 'h', max_concurrency => 1),
       fanout.add_step('f', 'children', step_type => 'fanout', fanout_from => 'run', handler => 'flow:below'),
       fanout.add_step('f', 'children_of_a', '{a}', step_type => 'fanout', handler => 'flow:below'),
       fanout.add_step('f', 'last', '{ordered,batches,pushed}', handler => 'h');
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5, 6]') AS run \gset
CREATE TEMP TABLE the AS SELECT :'run'::uuid AS run;

-- One of the things that can happen.
CREATE FUNCTION pg_temp.happens() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    run uuid := (SELECT the.run FROM the);
    worker bigint := (SELECT worker_id FROM fanout.workers ORDER BY random() LIMIT 1);
    task record;
BEGIN
    SELECT s.run_id, r.step_slug, s.task_index INTO task
      FROM fanout.queue q JOIN fanout.step_states t USING (state_id) JOIN fanout.steps r USING (step_id)
     CROSS JOIN LATERAL (SELECT t.run_id, lower(q.indexes) AS task_index) s
     WHERE q.worker_id IS NOT NULL AND q.kind = 'task' ORDER BY random() LIMIT 1;
    CASE floor(random() * 10)::int
        WHEN 0 THEN PERFORM fanout.register_worker('w', '{h,flow:,fanout:}', slots => 6);
        WHEN 1, 2, 3 THEN PERFORM fanout.claim_tasks(worker, 1 + floor(random() * 3)::int);
        WHEN 4, 5 THEN PERFORM fanout.complete_task(task.run_id, task.step_slug, task.task_index, CASE task.step_slug WHEN 'batches' THEN
                           (SELECT k.input -> 'items' FROM fanout.step_tasks k WHERE k.run_id = task.run_id AND k.step_slug = task.step_slug AND k.task_index = task.task_index)
                           ELSE '1' END);
        WHEN 6 THEN PERFORM fanout.fail_task(task.run_id, task.step_slug, task.task_index, 'oh', final => task.step_slug = 'a' AND random() < 0.3);
        WHEN 7 THEN PERFORM fanout.push_items(run, CASE WHEN random() < 0.5 THEN 'pushed' ELSE 'pushed_in_order' END, '[1, 2]');
        WHEN 8 THEN UPDATE fanout.queue SET available_at = clock_timestamp() WHERE available_at < 'infinity' AND random() < 0.5;
        ELSE CASE floor(random() * 7)::int
            WHEN 0 THEN PERFORM fanout.pause_run(run);
            WHEN 1, 2 THEN PERFORM fanout.continue_run(run);
            WHEN 3 THEN PERFORM fanout.unregister_worker(worker);
            WHEN 4 THEN UPDATE fanout.heartbeats SET suspect_since = CASE WHEN suspect_since IS NULL THEN clock_timestamp() END;
            WHEN 5 THEN PERFORM fanout.cancel_run(run), fanout.resume_run(run);
            ELSE PERFORM fanout.maintain();
        END CASE;
    END CASE;
EXCEPTION WHEN OTHERS THEN
    -- Nothing is claimed, say, or nobody is there. What can't happen changes nothing.
    IF sqlstate NOT LIKE 'PF%' THEN
        RAISE;
    END IF;
END
$$;

CREATE TEMP TABLE seen (reason text, whole bigint, unfinished bigint, whole_reasons jsonb, single_reasons jsonb);
CREATE FUNCTION pg_temp.look() RETURNS void LANGUAGE sql AS $$
    INSERT INTO seen
    SELECT w.reasons, w.tasks, r.total - r.done, w.by_step,
           (SELECT jsonb_object_agg(x.step_slug || ' ' || x.reason, x.tasks)
              FROM (SELECT k.step_slug, y.reason, sum(y.tasks) AS tasks
                      FROM fanout.steps_overview k CROSS JOIN LATERAL generate_series(0, k.total - 1) i CROSS JOIN LATERAL fanout.why(k.run_id, k.step_slug, i) y
                     WHERE k.run_id = the.run AND k.status = 'started' AND y.tasks > 0 GROUP BY 1, 2) x)
      FROM the JOIN fanout.runs_overview r ON r.run_id = the.run
     CROSS JOIN LATERAL (
           SELECT string_agg(DISTINCT x.reason, ' ') AS reasons, sum(x.tasks) AS tasks,
                  jsonb_object_agg(x.step_slug || ' ' || x.reason, x.tasks) FILTER (WHERE x.is_started AND x.tasks > 0) AS by_step
             FROM (SELECT y.step_slug, y.reason, sum(y.tasks) AS tasks, bool_and(k.status = 'started') AS is_started
                     FROM fanout.why(the.run) y JOIN fanout.steps_overview k ON k.run_id = the.run AND k.step_slug = y.step_slug GROUP BY 1, 2) x) w
     WHERE r.status = 'started' $$;

SELECT setseed(0.5);
DO $$
BEGIN
    FOR i IN 1..240 LOOP
        PERFORM pg_temp.happens();
        IF i % 12 = 0 THEN
            PERFORM pg_temp.look();
        END IF;
    END LOOP;
END
$$;
SELECT cmp_ok((SELECT count(*) FROM seen), '>', 10::bigint, 'the run was looked at in many states');
SELECT is((SELECT string_agg(DISTINCT x.reason, ' ' ORDER BY x.reason) FROM seen CROSS JOIN LATERAL string_to_table(reason, ' ') x (reason)),
          'child dependency limit no_worker paused queued retry running silent_worker', 'in which its tasks waited for all kinds of things');
SELECT is_empty('SELECT * FROM seen WHERE whole IS DISTINCT FROM unfinished', 'the reasons add up to what is unfinished');
SELECT is_empty('SELECT * FROM seen WHERE whole_reasons IS DISTINCT FROM single_reasons', 'each task has the reason that is said of it as one of all');

SELECT * FROM finish();
ROLLBACK;
