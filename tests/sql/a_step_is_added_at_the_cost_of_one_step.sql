-- What add_step reads and writes depends on the step and those next to it, not on how many the flow has.
BEGIN;
SELECT plan(11);

CREATE TABLE cost (step int, read bigint, written bigint, left_dead bigint);
CREATE VIEW total AS SELECT sum(idx_tup_fetch + seq_tup_read) AS read, sum(n_tup_ins) AS written, sum(n_tup_upd + n_tup_del) AS left_dead
  FROM pg_stat_xact_all_tables WHERE schemaname = 'fanout' AND relname IN ('flows', 'steps', 'deps');
-- Adds a step to a chain, and notes what that costs.
CREATE FUNCTION pg_temp.add(i int, kind text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    before total;
BEGIN
    SELECT * INTO before FROM total;
    PERFORM fanout.add_step(kind, 's' || i, CASE WHEN i > 1 THEN ARRAY['s' || i - 1] ELSE '{}' END, step_type => kind,
                            fanout_from => CASE WHEN kind = 'fanout' AND i = 1 THEN 'run' END, handler => 'h');
    INSERT INTO cost SELECT i, t.read - before.read, t.written - before.written, t.left_dead - before.left_dead FROM total t;
END
$$;
SELECT fanout.create_flow('single'), fanout.create_flow('fanout');

SELECT count(pg_temp.add(i, 'single')) FROM generate_series(1, 150) i;
SELECT is((SELECT max(written) FROM cost), 2::bigint, 'a step is a row, and one for what it depends on');
SELECT is((SELECT max(left_dead) FROM cost), 0::bigint, 'a single step leaves no dead row');
SELECT cmp_ok((SELECT read FROM cost WHERE step = 150), '<=', (SELECT read FROM cost WHERE step = 15), 'the 150th reads no more than the 15th');
SELECT is(fanout.add_step('single', 's150', ARRAY['s149'], handler => 'h'), 1, 'the same step again');
SELECT cmp_ok((SELECT left_dead FROM total), '<=', (SELECT sum(left_dead) FROM cost), 'writes nothing');
TRUNCATE cost;
SELECT count(pg_temp.add(i, 'fanout')) FROM generate_series(1, 150) i;
SELECT cmp_ok((SELECT max(left_dead) FROM cost), '<=', 3::bigint, 'a map over a map leaves a few: it is pipelined, and feeds_steps of the one before changes');
SELECT cmp_ok((SELECT read FROM cost WHERE step = 150), '<=', (SELECT read FROM cost WHERE step = 15), 'the 150th reads no more than the 15th');
SELECT is((SELECT count(*) FROM fanout.steps t JOIN fanout.flows f USING (flow_id) WHERE f.flow_slug = 'fanout' AND t.pipelined_step_id IS NOT NULL), 149::bigint,
    'all but the first are pipelined');

-- What stands before changes: what depends on it goes behind it, and only that.
SELECT fanout.add_step('single', 'late', ARRAY['s150'], handler => 'h');
SELECT fanout.add_step('single', 'left', handler => 'h');
SELECT fanout.add_step('single', 'right', ARRAY['left'], handler => 'h');
SELECT fanout.add_step('single', 'left', ARRAY['late'], handler => 'h');
SELECT is((SELECT count(*) FROM fanout.deps d JOIN fanout.steps a ON a.step_id = d.dep_step_id JOIN fanout.steps b ON b.step_id = d.step_id
            WHERE a.position >= b.position), 0::bigint, 'every step stands behind what it depends on');
SELECT throws_ok($$SELECT fanout.add_step('single', 's1', ARRAY['right'], handler => 'h')$$, 'PFCYC', NULL, 'a cycle is found across the whole chain');
SELECT throws_ok($$SELECT fanout.add_step('single', 's7', ARRAY['s7'], handler => 'h')$$, 'PFCYC', NULL, 'and one of a single step');

SELECT * FROM finish();
ROLLBACK;
