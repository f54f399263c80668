BEGIN;
SELECT plan(14);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', fanout_path => '$.orders[*]', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset

SELECT fanout.start_run('f', '{"orders": [{"id": 1}, [2], null], "more": [4]}') AS run \gset
SELECT results_eq(format('SELECT task_index, input::jsonb FROM fanout.claim_tasks(%s, 10)', :w),
    $$VALUES (0, '{"item": {"id": 1}}'::jsonb), (1, '{"item": [2]}'), (2, '{"item": null}')$$, 'each match in the run''s input is one item');
SELECT results_eq('SELECT total_tasks, total_items FROM fanout.step_states', 'VALUES (3, 3)', 'and is counted');
SELECT fanout.cancel_run(:'run');

SELECT fanout.start_run('f', '{"orders": {"id": 5}}') AS run \gset
SELECT is((SELECT input::jsonb FROM fanout.claim_tasks(:w, 10)), '{"item": {"id": 5}}', 'a lax path takes what is no array for one element');
SELECT fanout.cancel_run(:'run');
CREATE FUNCTION pg_temp.output_of(input jsonb, w bigint) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    run uuid := fanout.start_run('f', input);
BEGIN
    PERFORM fanout.claim_tasks(w, 1);
    RETURN fanout.run_output(run);
END
$$;
SELECT is(pg_temp.output_of('{"orders": []}', :w), '{"each": []}', 'nothing matches: an empty array');
SELECT is(pg_temp.output_of('7', :w), '{"each": []}', 'in any value');
SELECT results_eq('SELECT DISTINCT total_tasks, total_items FROM fanout.step_states WHERE status = ''completed''', 'VALUES (0, 0)', 'of no items');

-- A step's output.
SELECT fanout.create_flow('g', max_attempts => 1);
SELECT fanout.add_step('g', 'list', handler => 'h');
SELECT fanout.add_step('g', 'each', ARRAY['list'], 'fanout', 'h', fanout_path => 'strict $.rows[*] ? (@ > 1)');
SELECT fanout.start_run('g') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.complete_task(:'run', 'list', 0, '{"rows": [1, 2, 1, 3]}');
SELECT results_eq(format('SELECT task_index, input::jsonb FROM fanout.claim_tasks(%s, 10)', :w),
    $$VALUES (0, '{"item": 2}'::jsonb), (1, '{"item": 3}')$$, 'a path may filter');
SELECT fanout.complete_task(:'run', 'each', i, to_jsonb(i)) FROM generate_series(0, 1) i;
SELECT is(fanout.run_output(:'run'), '{"each": [0, 1]}', 'the output has an element a match');

SELECT fanout.start_run('g') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.complete_task(:'run', 'list', 0, '{"lines": []}');
SELECT is(fanout.run_status(:'run'), 'started', 'whoever completes what comes before doesn''t look for the matches');
SELECT fanout.claim_tasks(:w, 1);
SELECT is(fanout.run_status(:'run'), 'failed', 'a path that fails fails the step');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'),
    'step "each": fanout_path "strict $.rows[*] ? (@ > 1)" into the output of step "list": JSON object does not contain key "rows" (SQLSTATE 2203A)',
    'and the error says which path, into what, and why');

-- As the engine's own work, however many there are.
SELECT fanout.start_run('g') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.complete_task(:'run', 'list', 0, jsonb_build_object('rows', (SELECT jsonb_agg(i) FROM generate_series(0, 12001) i)));
SELECT results_eq('SELECT kind FROM fanout.queue WHERE worker_id IS NULL', $$VALUES ('start')$$, 'many matches are work of the engine''s own');
SELECT results_eq(format('SELECT task_index, input::jsonb FROM fanout.claim_tasks(%s, 2)', :w),
    $$VALUES (0, '{"item": 2}'::jsonb), (1, '{"item": 3}')$$, 'which claim_tasks does');
SELECT results_eq(format('SELECT total_tasks, total_items FROM fanout.step_states WHERE run_id = %L AND total_items > 1', :'run'), 'VALUES (12000, 12000)', 'all of them');

SELECT * FROM finish();
ROLLBACK;
