-- 8,200 numbers of 131,072 digits take 80 kB as jsonb, and more than a gigabyte as text.
BEGIN;
SELECT plan(6);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', jsonb_build_array(0, (SELECT jsonb_agg('1e131071'::jsonb) FROM generate_series(1, 8200)), 2)) AS run \gset
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.exchange(:w, 1, 10);
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM claimed), ARRAY[0, 1, 2], 'all tasks are claimed');
SELECT is((SELECT array_agg(task_index) FROM claimed WHERE input IS NULL), ARRAY[1], 'the one whose input is too long comes without it');
SELECT is((SELECT DISTINCT handler || attempt FROM claimed), 'h1', 'but with all else');
SELECT lives_ok(format('SELECT fanout.complete_task(%L, ''work'', %s, ''1'')', :'run', i), 'its neighbours complete') FROM unnest(ARRAY[0, 2]) i;
SELECT fanout.fail_task(:'run', 'work', 1, 'too long', true);
SELECT is((SELECT error FROM fanout.runs_overview), 'step "work": task 1: too long', 'and it can be failed');

SELECT * FROM finish();
ROLLBACK;
