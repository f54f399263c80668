-- What the engine reads, and the views that people look at are made of: of all owners, so nobody is granted them.

-- Failures that stand: the task has ended with this one. The history of attempts, and of what a resume runs again, is
-- in fanout.failures only.
--
-- A run that ended otherwise may have failures that nothing counts any more.
--
-- OFFSET 0 keeps the order of the look-ups: from the state to its failures, and from each of them to its result.
CREATE VIEW fanout.failed_tasks AS
SELECT s.run_id, s.step_id, s.state_id, f.generation, f.task_index,
       -- A pipelined task's item is another task's output, which that one has not where it failed.
       CASE WHEN t.pipelined_step_id IS NULL THEN fanout.task_item(s.state_id, f.task_index)
            ELSE coalesce(fanout.task_item(s.state_id, f.task_index), 'null') END AS item,
       f.error, f.attempt - (f.claimed_at IS NULL)::int AS attempts, f.failed_at
  FROM fanout.step_states s
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (SELECT x.generation, x.task_index, x.error, x.attempt, x.claimed_at, x.failed_at FROM fanout.failures x
                      WHERE x.generation = r.generation AND x.state_id = s.state_id AND x.final OFFSET 0) f
 CROSS JOIN LATERAL (SELECT FROM fanout.results x
                      WHERE x.generation = f.generation AND x.state_id = s.state_id AND x.last_index = f.task_index
                        AND x.attempt = f.attempt AND x.outputs IS NULL OFFSET 0) x
 WHERE s.failed_items > 0 OR r.status IN ('failed', 'cancelled');
COMMENT ON VIEW fanout.failed_tasks IS 'A row a task that failed for good; item is a batch''s array';

-- A function, and strict, which keeps it one, so that the planner knows that there are few: by what it takes an array's elements for,
-- a hundred times a hundred a row, it took seconds to compile queries that find nothing.
CREATE FUNCTION fanout.errors_in_batches(outputs jsonb) RETURNS TABLE (batch int, "position" int, error text)
IMMUTABLE STRICT ROWS 1 LANGUAGE sql
BEGIN ATOMIC
    SELECT (o.number - 1)::int, (e.number - 1)::int, fanout.item_error(e.value)
      FROM pg_catalog.jsonb_array_elements(outputs) WITH ORDINALITY o (value, number)
     CROSS JOIN LATERAL pg_catalog.jsonb_array_elements(o.value) WITH ORDINALITY e (value, number)
     WHERE fanout.item_error(e.value) IS NOT NULL;
END;
COMMENT ON FUNCTION fanout.errors_in_batches IS
    'For fanout.items_failed_alone: of the outputs of batches the items that failed alone, by the place of the batch and theirs in it';

CREATE VIEW fanout.items_failed_alone AS
SELECT s.run_id, s.step_id, s.state_id, x.generation, x.task_index, x.position,
       fanout.task_item(s.state_id, x.task_index) -> x.position AS item,
       x.error, x.attempt::int AS attempts, x.completed_at AS failed_at
  FROM fanout.step_states s
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (
       SELECT x.generation, x.first_index + e.batch AS task_index, x.attempt, x.completed_at, e.position, e.error
         FROM fanout.results x CROSS JOIN LATERAL fanout.errors_in_batches(x.outputs) e
        WHERE t.batch_size > 1 AND x.generation = r.generation AND x.state_id = s.state_id OFFSET 0) x
 WHERE s.failed_items > 0 OR r.status IN ('failed', 'cancelled');
COMMENT ON VIEW fanout.items_failed_alone IS 'A row an item that failed in a batch that did not; position is its place there';

-- Only a stream has batches that are not full before its last one: where each of them begins is counted once a step, not
-- once an error: what reads the errors takes it along.
CREATE VIEW fanout.item_errors AS
SELECT s.state_id, coalesce(x.firsts[x.task_index + 1], x.task_index * t.batch_size) + x.position AS index,
       x.item, x.error, x.attempts, x.failed_at
  FROM fanout.step_states s
  JOIN fanout.runs r ON r.run_id = s.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (SELECT CASE WHEN t.batch_size > 1 AND t.fanout_from = 'stream' THEN
      (SELECT array_agg(c.before ORDER BY c.task_index)
         FROM (SELECT k.first_index + b.number AS task_index,
                      (sum(b.length) OVER (ORDER BY k.first_index, b.number) - b.length)::int AS before
                 FROM fanout.tasks k
                CROSS JOIN LATERAL (SELECT e.number, pg_catalog.jsonb_array_length(e.items) AS length
                                      FROM pg_catalog.jsonb_array_elements(k.items) WITH ORDINALITY e (items, number)) b
                WHERE k.generation = r.generation AND k.state_id = s.state_id) c)
       END AS firsts OFFSET 0) batches
 CROSS JOIN LATERAL (
       SELECT f.task_index, (e.number - 1)::int AS position, e.item, f.error, f.attempts, f.failed_at, batches.firsts
         FROM fanout.failed_tasks f
        CROSS JOIN LATERAL (SELECT 1, f.item WHERE t.batch_size = 1
                            UNION ALL
                            SELECT b.number, b.value
                              FROM pg_catalog.jsonb_array_elements(CASE WHEN t.batch_size > 1 THEN f.item END)
                                   WITH ORDINALITY b (value, number)) e (number, item)
        WHERE f.state_id = s.state_id
       UNION ALL
       SELECT a.task_index, a.position, a.item, a.error, a.attempts, a.failed_at, batches.firsts
         FROM fanout.items_failed_alone a WHERE a.state_id = s.state_id) x;
COMMENT ON VIEW fanout.item_errors IS
    'For the engine: a row an item that failed for good, by its index in the step''s array, however its tasks are cut';

CREATE VIEW fanout.collected_errors AS
SELECT s.state_id, pg_catalog.jsonb_object_agg(b.step_slug, (
           SELECT pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
                      'index', i.index, 'item', i.item, 'error', i.error, 'attempts', i.attempts) ORDER BY i.index)
             FROM fanout.item_errors i WHERE i.state_id = d.state_id)) AS errors
  FROM fanout.step_states s
  JOIN fanout.steps t ON t.step_id = s.step_id
  JOIN fanout.deps e ON e.step_id = s.step_id
  JOIN fanout.step_states d ON d.run_id = s.run_id AND d.step_id = e.dep_step_id
  JOIN fanout.steps b ON b.step_id = d.step_id
 WHERE d.failed_items > 0 AND b.step_id IS DISTINCT FROM t.pipelined_step_id
 GROUP BY s.state_id;
COMMENT ON VIEW fanout.collected_errors IS
    'The errors that the dependencies of each step have collected: $errors of what its tasks get';

-- A single step has no stripes: while it is started, it counts as an open one. So does a stream that is open.
CREATE VIEW fanout.unfinished_tasks AS
SELECT s.state_id, CASE WHEN s.retries_alone IS NULL THEN
           coalesce((SELECT sum(p.remaining) FROM fanout.stripes p WHERE p.state_id = s.state_id), s.open_stripes - s.is_open::int)
       ELSE fanout.tasks_without_result(s.state_id) END AS remaining,
       s.run_id, s.total_tasks, s.failed_items
  FROM fanout.step_states s;
COMMENT ON VIEW fanout.unfinished_tasks IS 'How many tasks of a step of a run are not done yet, of how many; and how many items have failed';

CREATE VIEW fanout.leaf_outputs AS
SELECT s.run_id, pg_catalog.jsonb_object_agg(t.step_slug, s.output) AS output
  FROM fanout.step_states s JOIN fanout.steps t ON t.step_id = s.step_id
 WHERE NOT EXISTS (SELECT FROM fanout.deps d WHERE d.dep_step_id = s.step_id) GROUP BY s.run_id;
COMMENT ON VIEW fanout.leaf_outputs IS 'The outputs of each run''s steps on which nothing depends: when it is completed, its output';
