-- The tables of ranges, as tests look at them: a row a task.
CREATE VIEW task_items AS
SELECT k.state_id, k.generation, k.first_index + coalesce(i.place - 1, 0)::int AS task_index, i.item
  FROM fanout.tasks k LEFT JOIN LATERAL jsonb_array_elements(k.items) WITH ORDINALITY i (item, place) ON true;
CREATE VIEW task_outputs AS
SELECT r.state_id, r.generation, r.claimed_at, r.completed_at, r.worker_id, r.attempt,
       r.first_index + coalesce(o.place - 1, 0)::int AS task_index, o.output
  FROM fanout.results r LEFT JOIN LATERAL jsonb_array_elements(r.outputs) WITH ORDINALITY o (output, place) ON true;
GRANT SELECT ON task_items, task_outputs TO public;

-- As if somebody had deleted these tasks' results, or items.
CREATE FUNCTION lose_outputs(state bigint, VARIADIC tasks int[]) RETURNS void LANGUAGE sql AS $$
    WITH gone AS (DELETE FROM fanout.results r WHERE r.state_id = state
                     AND EXISTS (SELECT FROM unnest(tasks) i WHERE i BETWEEN r.first_index AND r.last_index) RETURNING r.*)
    INSERT INTO fanout.results (state_id, claimed_at, completed_at, worker_id, first_index, last_index, generation, attempt, outputs)
    SELECT state, claimed_at, completed_at, worker_id, i, i, generation, attempt, jsonb_build_array(outputs -> (i - first_index))
      FROM gone, generate_series(first_index, last_index) i WHERE i <> ALL (tasks)
$$;
CREATE FUNCTION lose_items(state bigint, VARIADIC tasks int[]) RETURNS void LANGUAGE sql AS $$
    WITH gone AS (DELETE FROM fanout.tasks r WHERE r.state_id = state
                     AND EXISTS (SELECT FROM unnest(tasks) i WHERE i BETWEEN r.first_index AND r.last_index) RETURNING r.*)
    INSERT INTO fanout.tasks (state_id, first_index, last_index, generation, items)
    SELECT state, i, i, generation, jsonb_build_array(items -> (i - first_index))
      FROM gone, generate_series(first_index, last_index) i WHERE i <> ALL (tasks)
$$;
