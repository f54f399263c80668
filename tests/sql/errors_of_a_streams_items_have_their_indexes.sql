-- A stream's batches are as long as what was pushed allows. In $errors an item has the index that it has in the array, of whichever
-- batch it was; and to find that out each row of tasks is read once, not once an error.
BEGIN;
SELECT plan(5);

SELECT fanout.create_flow('f', base_delay => '0'),
       fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'stream', handler => 'h', batch_size => 3, on_failure => 'collect', max_buffered => 10000),
       fanout.add_step('f', 'end', depends_on => '{work}', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h'], slots => 10000) AS w \gset
CREATE SEQUENCE pg_temp.calls;

SELECT fanout.start_run('f') AS run \gset
SELECT state_id AS state FROM fanout.step_states JOIN fanout.steps USING (step_id) WHERE run_id = :'run' AND step_slug = 'work' \gset
-- An item is its index.
CREATE PROCEDURE pg_temp.push(run uuid, pieces int) LANGUAGE plpgsql AS $$
DECLARE
    pushed int := 0;
BEGIN
    FOR piece IN 0..pieces - 1 LOOP
        pushed := pushed + fanout.push_items(run, 'work', (SELECT jsonb_agg(i) FROM generate_series(pushed, pushed + piece * 5 % 7) i));
    END LOOP;
    PERFORM fanout.close_items(run, 'work');
END $$;
CALL pg_temp.push(:'run', 140);
SELECT cmp_ok((SELECT count(*) FROM task_items WHERE state_id = :state AND jsonb_array_length(item) < 3), '>=', 100::bigint, 'many batches are short');

-- Every fourth batch fails; of every fourth one the last item does.
CREATE TEMP TABLE held AS SELECT claim_id, task_index, (input::jsonb -> 'items') AS items FROM fanout.exchange(:w, nextval('pg_temp.calls'), 1000) WHERE kind = 'task';
SELECT count(*) FROM (SELECT fanout.exchange(:w, nextval('pg_temp.calls'), 0, array_agg(claim_id), array_agg(task_index),
    array_agg(CASE task_index % 4 WHEN 0 THEN NULL WHEN 1 THEN jsonb_set(items, '{-1}', '{"$error": "alone"}')::text ELSE items::text END),
    array_agg(CASE task_index % 4 WHEN 0 THEN 'batch' END), array_agg(true)) FROM held) x \g /dev/null

CREATE TEMP TABLE wanted AS SELECT i.value::int AS index, 'batch' AS error FROM held, jsonb_array_elements(items) i WHERE task_index % 4 = 0
     UNION ALL SELECT (items ->> -1)::int, 'alone' FROM held WHERE task_index % 4 = 1;
SELECT cmp_ok((SELECT count(*) FROM wanted), '>', 100::bigint, 'many items have failed');
SELECT results_eq(format('SELECT index, item, error FROM fanout.item_errors WHERE state_id = %s ORDER BY 1', :state),
    'SELECT index, to_jsonb(index), error FROM wanted ORDER BY 1', 'each with its index');
SELECT is((SELECT count(*) FROM fanout.exchange(:w, nextval('pg_temp.calls'), 1) c, jsonb_array_elements(c.input::jsonb #> '{$errors,work}') e
            WHERE c.kind = 'task' AND e ->> 'index' = e ->> 'item'), (SELECT count(*) FROM wanted), 'which the next step gets');

SELECT pg_stat_get_xact_tuples_fetched('fanout.tasks_00'::regclass) AS before \gset
SELECT count(*) FROM fanout.item_errors WHERE state_id = :state AND index >= 0 \g /dev/null
SELECT cmp_ok(pg_stat_get_xact_tuples_fetched('fanout.tasks_00'::regclass) - :before, '<=',
    (SELECT count(*) FROM wanted) + (SELECT count(*) FROM fanout.tasks WHERE state_id = :state), 'a row of tasks is read for each error, and each of them once');

SELECT * FROM finish();
ROLLBACK;
