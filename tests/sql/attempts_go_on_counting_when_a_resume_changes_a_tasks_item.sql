BEGIN;
SELECT plan(5);

-- `second` is pipelined over what `first` collects.
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'first', step_type => 'fanout', handler => 'h', fanout_from => 'run', on_failure => 'collect');
SELECT fanout.add_step('f', 'second', '{first}', 'fanout', 'h', max_attempts => 5, base_delay => '0');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset

SELECT fanout.start_run('f', '["a", "b"]') AS run \gset
CREATE TEMP VIEW claimed AS SELECT step_slug, task_index, attempt, input::jsonb -> 'item' AS item, progress FROM fanout.claim_tasks(:w, 10);
SELECT count(*) FROM claimed;
SELECT fanout.fail_task(:'run', 'first', 0, 'bad');
SELECT results_eq('SELECT * FROM claimed', $$VALUES ('second', 0, 1, 'null'::jsonb, NULL::jsonb)$$, 'a task gets null for an item that failed');
SELECT count(*) FROM fanout.heartbeat(:w, ARRAY(SELECT max(queue_id) FROM fanout.queue), '{0}', ARRAY['"looked at null"']);
SELECT fanout.fail_task(:'run', 'second', 0, 'no item');
SELECT fanout.cancel_run(:'run');

SELECT fanout.resume_run(:'run');
SELECT results_eq('SELECT * FROM claimed', $$VALUES ('first', 0, 2, '"a"'::jsonb, NULL::jsonb), ('first', 1, 1, '"b"', NULL)$$, 'the failed item runs again');
SELECT fanout.complete_task(:'run', 'first', 0, '"A"');
SELECT results_eq('SELECT * FROM claimed', $$VALUES ('second', 0, 2, '"A"'::jsonb, NULL::jsonb)$$, 'and the task on what came of it, at its second attempt, with nothing reported of the item before');
SELECT fanout.complete_task(:'run', 'second', 0, '"AA"');
SELECT results_eq($$SELECT attempts, status, output FROM fanout.step_tasks WHERE step_slug = 'second' AND task_index = 0$$,
    $$VALUES (2, 'completed', '"AA"'::jsonb)$$, 'which is what its result says');
SELECT results_eq($$SELECT step_slug, attempt, error FROM fanout.task_failures ORDER BY 1$$,
    $$VALUES ('first', 1, 'bad'), ('second', 1, 'no item')$$, 'the history keeps the attempt on the item before');

SELECT * FROM finish();
ROLLBACK;
