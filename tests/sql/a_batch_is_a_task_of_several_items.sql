BEGIN;
SELECT plan(11);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', batch_size => 3, handler => 'h', context => ARRAY['run']);
SELECT fanout.add_step('f', 'path', step_type => 'fanout', fanout_from => 'run', fanout_path => '$[*] ? (@ <> 4)', batch_size => 3, handler => 'p');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.register_worker('p', ARRAY['p']) AS p \gset

SELECT fanout.start_run('f', '[1, 2, 3, 4, 5, 6, 7]') AS run \gset
SELECT results_eq(format('SELECT task_index, input::jsonb -> ''items'' FROM fanout.claim_tasks(%s, 10)', :w),
    $$VALUES (0, '[1, 2, 3]'::jsonb), (1, '[4, 5, 6]'), (2, '[7]')$$, 'a task has batch_size items, the last one fewer');
SELECT results_eq(format('SELECT task_index, input::jsonb FROM fanout.claim_tasks(%s, 10)', :p),
    $$VALUES (0, '{"items": [1, 2, 3]}'::jsonb), (1, '{"items": [5, 6, 7]}')$$, 'so do the matches of a path');
SELECT results_eq('SELECT total_tasks, total_items FROM fanout.step_states ORDER BY state_id', 'VALUES (3, 7), (2, 6)', 'tasks are batches, and items are counted apart');
SELECT results_eq('SELECT task_index, input FROM fanout.step_tasks WHERE step_slug = ''path''',
    $$VALUES (0, '{"items": [1, 2, 3]}'::jsonb), (1, '{"items": [5, 6, 7]}')$$, 'the view shows the items');
SELECT fanout.cancel_run(:'run');

SELECT fanout.start_run('f', '[[1], null, {"a": 2}]') AS run \gset
SELECT is((SELECT input::jsonb FROM fanout.claim_tasks(:w, 10)),
    '{"items": [[1], null, {"a": 2}], "run": [[1], null, {"a": 2}]}', 'any values, and a context beside them');
SELECT results_eq(format('SELECT total_tasks, total_items FROM fanout.step_states WHERE run_id = %L ORDER BY state_id LIMIT 1', :'run'), 'VALUES (1, 3)', 'one full batch');
SELECT fanout.start_run('f', '[]') AS empty \gset
SELECT fanout.claim_tasks(:w, 10) \g /dev/null
SELECT is(fanout.run_output(:'empty'), '{"each": [], "path": []}', 'no items, no batches');

-- A thousand full ones, and one of a single item.
SELECT fanout.create_flow('g', max_attempts => 1);
SELECT fanout.add_step('g', 'each', step_type => 'fanout', fanout_from => 'run', batch_size => 100, handler => 'h');
SELECT fanout.start_run('g', (SELECT jsonb_agg(i) FROM generate_series(0, 100000) i)) AS run \gset
SELECT results_eq(format('SELECT total_tasks, total_items FROM fanout.step_states WHERE run_id = %L', :'run'), 'VALUES (1001, 100001)', 'many batches');
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'run'
           AND input -> 'items' = (SELECT jsonb_agg(i) FROM generate_series(100 * task_index, least(100 * task_index + 99, 100000)) i)),
          1001::bigint, 'each with its own items, in order');
SELECT results_eq(format('SELECT done::int, total FROM fanout.steps_overview WHERE run_id = %L', :'run'), 'VALUES (0, 1001)', 'progress is that of tasks');
SELECT is((SELECT sum(width) FROM fanout.queue q JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'), 1001::bigint, 'the queue holds a task a batch');

SELECT * FROM finish();
ROLLBACK;
