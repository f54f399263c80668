BEGIN;
SELECT plan(13);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'make', handler => 'h'), fanout.add_step('f', 'parts', depends_on => '{make}', step_type => 'fanout', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset
CREATE FUNCTION pg_temp.play(w bigint) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    run uuid := fanout.start_run('f');
    last bigint;
BEGIN
    FOR i IN 1..4 LOOP
        SELECT coalesce(max(x.sequence), 0) INTO last FROM fanout.exchanges x WHERE x.worker_id = w;
        CREATE TEMP TABLE held ON COMMIT DROP AS SELECT claim_id, task_index FROM fanout.exchange(w, last + 1, 10) WHERE kind = 'task';
        PERFORM fanout.exchange(w, last + 2, 0, array_agg(claim_id), array_agg(task_index), array_agg('[1, 2, 3]'::text)) FROM held HAVING count(*) > 0;
        DROP TABLE held;
    END LOOP;
    RETURN run;
END
$$;
-- This backend has written to all tables before.
SELECT is(fanout.run_status(pg_temp.play(:w)), 'completed', 'a run completes');

CREATE DOMAIN public.level AS text DEFAULT 'high' NOT NULL;
CREATE SEQUENCE public.numbers;
SELECT format('ALTER TABLE %1$s ADD team text DEFAULT ''x'' NOT NULL, ADD at timestamptz DEFAULT now() NOT NULL, ADD by name DEFAULT current_user,
                   ADD number bigint DEFAULT nextval(''public.numbers'') NOT NULL, ADD level public.level, ADD plain int', oid::regclass)
  FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
   AND relname IN ('runs', 'step_states', 'queue', 'stripes', 'tasks', 'results', 'failures') \gexec
ALTER TABLE fanout.runs ADD longest interval GENERATED ALWAYS AS (completed_at - started_at) STORED, ADD id bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE fanout.results ADD size int GENERATED ALWAYS AS (jsonb_array_length(outputs)) STORED;
SELECT pg_temp.play(:w) AS run \gset
SELECT is(fanout.run_status(:'run'), 'completed', 'so does one after columns were added');
SELECT is((SELECT count(*) FROM fanout.runs WHERE run_id = :'run' AND team = 'x' AND at = now() AND by = current_user AND level = 'high' AND plain IS NULL), 1::bigint,
    'a run has their defaults');
SELECT is((SELECT count(*) FROM fanout.step_states WHERE run_id = :'run' AND team = 'x' AND at = now() AND level = 'high'), 2::bigint, 'so have its steps');
SELECT is((SELECT count(*) > 2 AND bool_and(team = 'x' AND at = now() AND level = 'high') FROM fanout.tasks), true, 'all tasks');
SELECT is((SELECT count(*) > 2 AND bool_and(team = 'x' AND at = now() AND level = 'high') FROM fanout.results), true, 'and all results');
SELECT is((SELECT count(DISTINCT number) > 0 AND count(DISTINCT number) = count(*) FROM fanout.results), true, 'each row has a value of its own');
SELECT is((SELECT count(*) FROM fanout.runs WHERE run_id = :'run' AND longest = completed_at - started_at), 1::bigint, 'what is computed from others follows them');
SELECT is((SELECT sum(size) FROM fanout.results JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'), (SELECT sum(total_tasks) FROM fanout.step_states WHERE run_id = :'run'), 'also in rows that many are inserted of');
SELECT is((SELECT count(DISTINCT id) FROM fanout.runs), 2::bigint, 'and numbers of rows are made');

-- Constraints of theirs.
ALTER TABLE fanout.runs ADD CONSTRAINT short CHECK (longest < '-1 s') NOT VALID;
SELECT isnt(fanout.run_status(pg_temp.play(:w)), 'completed', 'a CHECK over what is computed is checked at the end of a run');
ALTER TABLE fanout.runs DROP CONSTRAINT short, ADD CONSTRAINT of_team CHECK (team <> 'x') NOT VALID;
SELECT throws_ok($$SELECT fanout.start_run('f')$$, '23514', NULL, 'and one over a default at its start');
ALTER TABLE fanout.runs DROP CONSTRAINT of_team, ALTER team DROP DEFAULT;
SELECT throws_ok($$SELECT fanout.start_run('f')$$, '23502', NULL, 'a column that has no value and wants one refuses it');

SELECT * FROM finish();
ROLLBACK;
