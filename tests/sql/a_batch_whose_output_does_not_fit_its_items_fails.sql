BEGIN;
SELECT plan(14);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 3, on_failure => 'collect');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

SELECT fanout.start_run('f', '["a", "b", "c", "d"]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 0, '["A", "B"]');
SELECT results_eq('SELECT task_index, attempt, final, error FROM fanout.task_failures',
    $$VALUES (0, 1, false, 'its output has 2 elements for a batch of 3 items')$$, 'too few elements fail the attempt');
SELECT is((SELECT status || ' ' || attempts FROM fanout.step_tasks WHERE task_index = 0), 'queued 1', 'which is retried');
SELECT fanout.complete_task(:'run', 'work', 1, '["D", "E"]');
SELECT is((SELECT error FROM fanout.task_failures WHERE task_index = 1), 'its output has 2 elements for a batch of 1 item', 'so do too many');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 1, '"D"');
SELECT is((SELECT error FROM fanout.task_failures WHERE task_index = 1 AND final), 'its output is no array, which it has to be for a batch of 1 item',
    'and what is no array');
SELECT fanout.complete_task(:'run', 'work', 0, '["A", "B", "C"]');
SELECT is(fanout.run_output(:'run'), '{"work": ["A", "B", "C", null]}', 'the one was mended, the other was out of attempts');
SELECT results_eq(format('SELECT task_index, attempts, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (1, 2, 'its output is no array, which it has to be for a batch of 1 item')$$, 'errors() says why');

-- Through exchange: good and bad ones in one call.
SELECT fanout.start_run('f', '[1, 2, 3, 4, 5, 6, 7]') AS run \gset
SELECT array_agg(claim_id ORDER BY task_index) AS claims FROM fanout.exchange(:w, 1, 9) \gset
SELECT fanout.exchange(:w, 2, 0, :'claims', '{0, 1, 2}', '{"[1, 2, 3]", "[4, 5, 6, 7]", "{\"7\": 7}"}', '{NULL, NULL, NULL}', '{false, false, false}');
SELECT results_eq(format('SELECT task_index, error FROM fanout.task_failures WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES (1, 'its output has 4 elements for a batch of 3 items'), (2, 'its output is no array, which it has to be for a batch of 1 item')$$,
    'each is judged for itself');
SELECT is((SELECT count(*) FROM fanout.results(:'run')), 1::bigint, 'the good one counts');

-- What an SQL handler wrote in such an attempt is gone.
CREATE TABLE public.seen (item int);
CREATE FUNCTION public.all_or_one(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.seen SELECT value::int FROM jsonb_array_elements_text(i -> 'items');
    RETURN CASE WHEN i -> 'items' @> '1' THEN i -> 'items' ELSE jsonb_build_array(i -> 'items' -> 0) END;
END
$$;
SELECT fanout.create_flow('s', max_attempts => 1);
SELECT fanout.add_step('s', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.all_or_one', batch_size => 2, on_failure => 'collect');
SELECT fanout.register_worker('w', ARRAY['sql:']) AS sw \gset
SELECT fanout.start_run('s', '[1, 2, 3, 4]') AS run \gset
SELECT fanout.claim_tasks(:sw, 9);
SELECT is((SELECT done || ' ' || next_max FROM fanout.run_sql_tasks(:sw)), '0 1', 'a batch of SQL tasks with one such is rolled back');
SELECT is((SELECT count(*) FROM public.seen), 0::bigint, 'with what it wrote');
SELECT fanout.run_sql_tasks(:sw, max_tasks => 1) FROM generate_series(1, 2);
SELECT results_eq(format('SELECT task_index, attempts, error FROM fanout.errors(%L)', :'run'),
    $$VALUES (1, 1, 'its output has 1 element for a batch of 2 items (SQLSTATE PFOUT)')$$, 'it fails alone');
SELECT is(fanout.run_output(:'run'), '{"work": [1, 2, null, null]}', 'its neighbour is done');
SELECT results_eq('SELECT item FROM public.seen ORDER BY 1', 'VALUES (1), (2)', 'and only that one has written');

-- An output of a step without batches may be anything.
SELECT fanout.create_flow('one');
SELECT fanout.add_step('one', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.start_run('one', '[1, 2]') AS run \gset
SELECT fanout.claim_tasks(:w, 9) ;
SELECT fanout.complete_task(:'run', 'work', 0, '[1, 2, 3]'), fanout.complete_task(:'run', 'work', 1, '[{"$error": "no"}]');
SELECT is(fanout.run_output(:'run'), '{"work": [[1, 2, 3], [{"$error": "no"}]]}', 'without batches nothing is looked into');

SELECT * FROM finish();
ROLLBACK;
