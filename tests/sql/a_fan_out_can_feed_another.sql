BEGIN;
SELECT plan(14);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'list', handler => 'list');
SELECT fanout.add_step('f', 'outer', ARRAY['list'], 'fanout', 'outer');
SELECT fanout.add_step('f', 'inner', ARRAY['outer'], 'fanout', 'inner', fanout_from => 'outer');
SELECT fanout.add_step('f', 'sum', ARRAY['inner', 'list'], handler => 'sum');
SELECT fanout.register_worker('w', ARRAY['list', 'outer', 'inner', 'sum', 'fanout:']) AS w \gset

CREATE SEQUENCE calls;
-- Works until nothing is left: claims, and completes in random order. Returns the number of tasks.
CREATE FUNCTION pg_temp.drive(w bigint) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    n int;
    total int := 0;
BEGIN
    LOOP
        CREATE TEMP TABLE claimed AS
        SELECT c.claim_id, c.task_index, CASE c.handler
                   WHEN 'list' THEN (SELECT coalesce(jsonb_agg(i), '[]') FROM generate_series(1, (i -> 'run')::int) i)
                   WHEN 'outer' THEN jsonb_build_array(i -> 'item', i -> 'item')
                   WHEN 'inner' THEN jsonb_build_array(i -> 'item', NULL)
                   WHEN 'sum' THEN to_jsonb(jsonb_array_length(i -> 'inner')) END::text AS output
          FROM fanout.claim_tasks(w, 30000) c, LATERAL (SELECT c.input::jsonb AS i) x ORDER BY random();
        SELECT count(*) INTO n FROM claimed;
        PERFORM fanout.exchange(w, nextval('calls'), 0, array_agg(claim_id), array_agg(task_index), array_agg(output),
                                array_agg(NULL::text), array_agg(false)) FROM claimed HAVING count(*) > 0;
        DROP TABLE claimed;
        EXIT WHEN n = 0;
        total := total + n;
    END LOOP;
    RETURN total;
END
$$;

SELECT fanout.start_run('f', '3') AS run \gset
SELECT is(pg_temp.drive(:w), 8, 'one list, three outer and three inner tasks, one sum');
SELECT is((SELECT output FROM fanout.steps_overview WHERE step_slug = 'inner'),
          '[[[1, 1], null], [[2, 2], null], [[3, 3], null]]', 'arrays within arrays and nulls stay as they are');
SELECT is(fanout.run_output(:'run'), '{"sum": 3}', 'only the leaf is in the run''s output');
SELECT is((SELECT output FROM fanout.results(:'run', 'outer', 1, 1)), '[3, 3]', 'results() of a step in the middle');

SELECT fanout.start_run('f', '0') AS run \gset
SELECT is(pg_temp.drive(:w), 2, 'of an empty list nothing is fanned out');
SELECT results_eq(format('SELECT step_slug, status, done::int, total, output FROM fanout.steps_overview WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES ('inner', 'completed', 0, 0, '[]'::jsonb), ('list', 'completed', 1, 1, '[]'), ('outer', 'completed', 0, 0, '[]'),
             ('sum', 'completed', 1, 1, '0')$$, 'and both fan-outs are empty arrays');
SELECT is(fanout.run_status(:'run'), 'completed', 'the run completes');

SELECT fanout.start_run('f', '100') AS run \gset
SELECT is(pg_temp.drive(:w), 202, 'a hundred');
SELECT is((SELECT output -> 99 FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'inner'), '[[100, 100], null]', 'in order to the last');

-- Above 10,000 tasks the engine starts most of a step and finishes it as work of its own; claim_tasks does it itself.
SELECT fanout.start_run('f', '12000') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.complete_task(:'run', 'list', 0, (SELECT jsonb_agg(i) FROM generate_series(1, 12000) i));
SELECT results_eq('SELECT kind, handler, sum(width) FROM fanout.queue GROUP BY 1, 2 ORDER BY 1', $$VALUES ('start', 'fanout:', 2::bigint), ('task', 'outer', 5000)$$,
                  'what is more than 5,000 tasks of a large step is started by work of its own, and so is the map over it');
SELECT is((SELECT status || ' ' || total FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'outer'), 'started 12000', 'it has started by then');
SELECT is(pg_temp.drive(:w), 24001, 'claim_tasks does such work before it claims');
SELECT is(fanout.run_output(:'run'), '{"sum": 12000}', 'to the end');
SELECT is((SELECT output FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'inner'),
          (SELECT jsonb_agg(jsonb_build_array(jsonb_build_array(i, i), NULL)) FROM generate_series(1, 12000) i), 'in input order');

SELECT * FROM finish();
ROLLBACK;
