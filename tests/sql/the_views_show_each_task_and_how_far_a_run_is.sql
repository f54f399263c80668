BEGIN;
SELECT plan(16);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '1 min');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('f', 'after', ARRAY['work'], handler => 'h');
SELECT fanout.register_worker('my worker', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '["a", "b", "c", "d"]', 'named') AS run \gset

CREATE VIEW pg_temp.tasks AS SELECT string_agg(task_index || ' ' || status || ' ' || attempts, ', ' ORDER BY task_index) AS now
  FROM fanout.step_tasks WHERE step_slug = 'work';
CREATE VIEW pg_temp.run AS SELECT concat_ws(' ', name, status, progress, done, total, failed) AS now FROM fanout.runs_overview;
SELECT is(now, '0 queued 0, 1 queued 0, 2 queued 0, 3 queued 0', 'tasks begin queued') FROM pg_temp.tasks;
SELECT is(now, 'named started ░░░░░░░░░░░░░░░░░░░░   0% 0 5 0', 'a step that waits counts as one task') FROM pg_temp.run;
SELECT is(eta, NULL, 'there is no estimate before anything is done') FROM fanout.runs_overview;
SELECT fanout.claim_tasks(:w, 3);
SELECT is(now, '0 started 1, 1 started 1, 2 started 1, 3 queued 0', 'claimed ones are started') FROM pg_temp.tasks;
SELECT is((SELECT worker || ' ' || (started_at >= queued_at) FROM fanout.step_tasks WHERE task_index = 0), 'my worker true', 'by a worker with a name');
SELECT fanout.complete_task(:'run', 'work', 0, '"A"');
SELECT fanout.fail_task(:'run', 'work', 1, 'hiccup');
SELECT is(now, '0 completed 1, 1 queued 1, 2 started 1, 3 queued 0', 'one is done, one waits for its retry') FROM pg_temp.tasks;
SELECT is(now, 'named started ████░░░░░░░░░░░░░░░░  20% 1 5 0', 'one of five') FROM pg_temp.run;
SELECT ok(eta > '0', 'now there is an estimate') FROM fanout.runs_overview;
SELECT is((SELECT delayed || ' ' || waiting || ' ' || claimed FROM fanout.queue_overview), '1 1 1', 'queue_overview counts them apart');
SET fanout.clock_offset = '5min';
SELECT fanout.heartbeat(:w);
SELECT fanout.claim_tasks(:w, 3);
SELECT is(now, '0 completed 1, 1 started 2, 2 started 1, 3 started 1', 'the second attempt') FROM pg_temp.tasks;
SELECT fanout.complete_task(:'run', 'work', i, '1') FROM generate_series(1, 3) i;
SELECT is(now, 'named started ████████████████░░░░  80% 4 5 0', 'four of five') FROM pg_temp.run;
SELECT fanout.claim_tasks(:w, 3);
SELECT fanout.complete_task(:'run', 'after', 0, 'true');
SELECT is(now, 'named completed ████████████████████ 100% 5 5 0', 'all of it') FROM pg_temp.run;
SELECT results_eq('SELECT task_index, input, output, error, worker FROM fanout.step_tasks WHERE step_slug = ''work'' AND task_index < 2 ORDER BY 1',
    $$VALUES (0, '{"item": "a"}'::jsonb, '"A"'::jsonb, NULL, 'my worker'), (1, '{"item": "b"}', '1', NULL, 'my worker')$$,
    'a completed task shows its input, output and worker, and no error');
SELECT ok(bool_and(completed_at >= started_at AND flow_slug = 'f'), 'and when') FROM fanout.step_tasks;
SELECT results_eq('SELECT step_slug, task_index, attempt, final, error, item FROM fanout.task_failures',
    $$VALUES ('work', 1, 1, false, 'hiccup', '"b"'::jsonb)$$, 'its failed attempt is kept');
SELECT fanout.unregister_worker(:w);
SELECT is((SELECT DISTINCT worker FROM fanout.step_tasks), :'w', 'of a worker that is gone the number remains');

SELECT * FROM finish();
ROLLBACK;
