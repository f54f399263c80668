-- PostgreSQL's snapshots keep 64 ids of a session's subtransactions; past that every visibility check of every session gets
-- slower. How many ids a call took, what it has written shows.
BEGIN;
SELECT plan(10);

CREATE FUNCTION pg_temp.ids() RETURNS SETOF bigint LANGUAGE sql AS $$
    SELECT xmin::text::bigint FROM fanout.queue UNION SELECT xmin::text::bigint FROM fanout.limits
    UNION SELECT xmin::text::bigint FROM fanout.step_states UNION SELECT xmin::text::bigint FROM fanout.tasks
    UNION SELECT xmin::text::bigint FROM fanout.results UNION SELECT xmin::text::bigint FROM fanout.runs
    UNION SELECT xmin::text::bigint FROM fanout.stripes
$$;
-- Hands in a result for each task of the claims that the worker holds; how many new ids that took.
CREATE FUNCTION pg_temp.complete_all(w bigint, sequence int, output text DEFAULT '1') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    before bigint := (SELECT max(i) FROM pg_temp.ids() i);
BEGIN
    PERFORM FROM (SELECT array_agg(queue_id) AS ids, array_agg(i) AS indexes, count(*)::int AS n
                    FROM fanout.queue, LATERAL unnest(indexes) r, LATERAL generate_series(lower(r), upper(r) - 1) i WHERE worker_id = w) c,
        LATERAL fanout.exchange(w, sequence, 0, c.ids, c.indexes, array_fill(output, ARRAY[n]), array_fill(NULL::text, ARRAY[n]), array_fill(false, ARRAY[n]));
    RETURN (SELECT count(*) FROM pg_temp.ids() i WHERE i > before);
END
$$;
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'list', handler => 'h');
SELECT fanout.add_step('f', 'capped', ARRAY['list'], 'fanout', handler => 'h', max_concurrency => 1);
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:'], slots => 1000) AS w \gset
SELECT fanout.start_run('f') FROM generate_series(1, 100);

SELECT count(*) FROM fanout.exchange(:w, 1, 1000);
SELECT cmp_ok(pg_temp.complete_all(:w, 2, '[1, 2]'), '<', 64::bigint, 'a hundred fan-outs with a cap start');
SELECT is((SELECT count(*) FROM fanout.limits), 100::bigint, 'they have it');
SELECT is((SELECT count(*) FROM fanout.exchange(:w, 3, 1000)), 100::bigint, 'one task of each may run');
SELECT is((SELECT count(*) FROM fanout.queue WHERE parked_on IS NOT NULL), 100::bigint, 'the other is parked');
SELECT cmp_ok(pg_temp.complete_all(:w, 4), '<', 64::bigint, 'a hundred limits let in what is parked on them');
SELECT is((SELECT count(*) FROM fanout.exchange(:w, 5, 1000)), 100::bigint, 'that is the others');
SELECT cmp_ok(pg_temp.complete_all(:w, 6), '<', 64::bigint, 'a hundred arrays are put together');
SELECT is((SELECT count(*) FROM fanout.runs_overview WHERE status = 'completed'), 100::bigint, 'and the runs completed');

-- One in ten has a source that is no array.
CREATE TEMP TABLE mixed AS SELECT i, fanout.start_run('f') AS run FROM generate_series(1, 100) i;
SELECT count(*) FROM fanout.exchange(:w, 7, 1000);
CREATE FUNCTION pg_temp.complete_mixed(w bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    before bigint := (SELECT max(i) FROM pg_temp.ids() i);
BEGIN
    PERFORM FROM (SELECT array_agg(q.queue_id) AS ids, array_agg(CASE WHEN m.i % 10 = 0 THEN '7' ELSE '[1, 2]' END) AS outputs, count(*)::int AS n
                    FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN mixed m ON m.run = s.run_id WHERE q.worker_id = w) c,
        LATERAL fanout.exchange(w, 8, 0, c.ids, array_fill(0, ARRAY[n]), c.outputs, array_fill(NULL::text, ARRAY[n]), array_fill(false, ARRAY[n]));
    RETURN (SELECT count(*) FROM pg_temp.ids() i WHERE i > before);
END
$$;
SELECT cmp_ok(pg_temp.complete_mixed(:w), '<', 64::bigint, 'bad ones among them are found by halves, and what is left starts by rows of the queue');
DO $$
DECLARE
    w bigint := (SELECT worker_id FROM fanout.workers);
BEGIN
    FOR i IN 9..100 LOOP
        PERFORM fanout.run_internal(w, claim_id) FROM fanout.exchange(w, i, 100) WHERE kind = 'internal';
        EXIT WHEN NOT EXISTS (SELECT FROM fanout.queue WHERE kind = 'start');
    END LOOP;
END $$;
SELECT results_eq('SELECT r.status, count(*)::int, bool_and(m.i % 10 = 0) FROM mixed m JOIN fanout.runs r ON r.run_id = m.run GROUP BY 1 ORDER BY 1',
    $$VALUES ('failed', 10, true), ('started', 90, false)$$, 'only they fail');

SELECT * FROM finish();
ROLLBACK;
