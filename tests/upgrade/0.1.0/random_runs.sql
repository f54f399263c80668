-- What make_dump lets 0.1.0 do, for random_dump.sql: random flows, whose runs are half done. What their tasks do is what the model's do (tests/model).
\set ON_ERROR_STOP on
SET client_min_messages = warning;
\ir ../../model/setup.sql
CREATE TABLE model.behaviours (flow_slug text, step_slug text, does jsonb, PRIMARY KEY (flow_slug, step_slug));
CREATE SCHEMA kept;
-- What each run comes to, and its tasks, where that doesn't depend on who comes first.
CREATE TABLE kept.ends (run_id uuid PRIMARY KEY, status text NOT NULL, output text, tasks text);

CREATE TYPE kept.outcome AS (claim_id bigint, task_index int, output text, error text, final boolean);
CREATE FUNCTION kept.perform(claim_id bigint, task_index int, does jsonb, input jsonb, attempt int) RETURNS kept.outcome LANGUAGE plpgsql AS $$
BEGIN
    RETURN (claim_id, task_index, model.attempt(does, input, attempt)::text, NULL, false)::kept.outcome;
EXCEPTION WHEN raise_exception OR SQLSTATE 'PFFIN' THEN
    RETURN (claim_id, task_index, NULL, SQLERRM, SQLSTATE = 'PFFIN')::kept.outcome;
END
$$;
-- A worker that makes so many calls, or goes on as long as there is anything to do, and claims so many tasks in each at most. Of what it has done it hands in some
-- at once, and the rest later. In the end it leaves, and what it has claimed is given back. Without fanout: it leaves the engine's own work to others.
CREATE PROCEDURE kept.work(calls int, most int, handlers text[] DEFAULT '{h,other,sql:,fanout:}') LANGUAGE plpgsql AS $$
DECLARE
    me bigint := fanout.register_worker('worker', handlers, slots => most);
    ended kept.outcome[] := '{}';
    now_in kept.outcome[];
    got record;
    rows_left int;
    next_max int;
    found boolean;
BEGIN
    FOR number IN 1..coalesce(calls, 1000000) LOOP
        now_in := ARRAY(SELECT e FROM unnest(ended) e WHERE calls IS NULL OR random() < 0.7);
        ended := ARRAY(SELECT e FROM unnest(ended) e WHERE e <> ALL (now_in));
        found := false;
        FOR got IN SELECT * FROM fanout.exchange(me, number, most, ARRAY(SELECT e.claim_id FROM unnest(now_in) e), ARRAY(SELECT e.task_index FROM unnest(now_in) e),
                ARRAY(SELECT e.output FROM unnest(now_in) e), ARRAY(SELECT e.error FROM unnest(now_in) e), ARRAY(SELECT e.final FROM unnest(now_in) e)) LOOP
            found := found OR got.kind IN ('task', 'sql', 'internal');
            IF got.kind = 'task' THEN
                ended := ended || kept.perform(got.claim_id, got.task_index, (SELECT b.does FROM model.behaviours b WHERE (b.flow_slug, b.step_slug) = (got.flow_slug, got.step_slug)),
                                               got.input::jsonb, got.attempt);
            ELSIF got.kind = 'internal' THEN
                WHILE fanout.run_internal(me, got.claim_id) > 0 LOOP NULL; END LOOP;
            ELSIF got.kind = 'sql' THEN
                next_max := NULL;
                LOOP
                    SELECT r.remaining, r.next_max INTO rows_left, next_max FROM fanout.run_sql_tasks(me, got.claim_id, next_max) r;
                    EXIT WHEN coalesce(rows_left, 0) = 0;
                END LOOP;
            END IF;
        END LOOP;
        COMMIT;
        EXIT WHEN calls IS NULL AND NOT found AND cardinality(now_in) = 0 AND NOT EXISTS (SELECT FROM fanout.queue);
        PERFORM fanout.maintain();
        COMMIT;
    END LOOP;
    PERFORM fanout.unregister_worker(me);
END
$$;
-- A budget of retries is for whoever comes first, and 0.1.0 didn't take what a single step has collected for an array.
CREATE FUNCTION kept.ends_now() RETURNS SETOF kept.ends LANGUAGE sql AS $$
SELECT r.run_id, r.status, CASE r.status WHEN 'completed' THEN md5(fanout.run_output(r.run_id)::text) END AS output,
       CASE r.status WHEN 'completed' THEN (
           SELECT md5(string_agg(concat_ws(' ', s.step_slug, x.task_index, x.status, x.output, x.error, x.attempts), chr(10) ORDER BY s.step_slug, x.task_index))
             FROM fanout.steps_overview s CROSS JOIN LATERAL fanout.results(s.run_id, s.step_slug) x WHERE s.run_id = r.run_id) END AS tasks
  FROM fanout.runs r
 WHERE NOT EXISTS (SELECT FROM fanout.steps t WHERE t.flow_id = r.flow_id AND t.retry_budget IS NOT NULL)
   AND coalesce(r.error NOT LIKE '%is not an array%', true)
$$;

\o /dev/null
SELECT setseed(0.5);
\i :flows
CALL kept.work(40, 30);
CALL kept.work(15, 5, '{h,other,sql:}');
SELECT fanout.cancel_run(r.run_id) FROM (SELECT run_id, row_number() OVER (ORDER BY started_at) AS number FROM fanout.runs WHERE status = 'started') r WHERE r.number % 9 = 0;
