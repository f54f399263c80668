-- What maintenance and prune read are the runs that they remove, not those that are kept or go on: also by plans that were made when there were
-- no statistics, or these knew of no run that had ended.
BEGIN;
SELECT plan(9);

SELECT fanout.create_flow('old', retention => '1 h'), fanout.add_step('old', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h'),
       fanout.create_flow('kept'), fanout.add_step('kept', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
CREATE FUNCTION pg_temp.rows_read() RETURNS bigint LANGUAGE sql AS $$
    SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_xact_all_tables
     WHERE schemaname = 'fanout' AND relname IN ('runs', 'step_states', 'stripes') $$;
CREATE FUNCTION pg_temp.starts(flow text, runs int) RETURNS bigint LANGUAGE sql AS $$ SELECT count(fanout.start_run(flow, '[1]')) FROM generate_series(1, runs) $$;
CREATE FUNCTION pg_temp.cancels() RETURNS bigint LANGUAGE sql AS $$ SELECT count(fanout.cancel_run(run_id)) FROM fanout.runs WHERE status = 'started' $$;
-- How many rows removals read, which are rolled back then: of maintenance, so many hours later, and of prune.
CREATE FUNCTION pg_temp.check_removals(hours int, plans text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    first bigint := pg_temp.rows_read(); second bigint; third bigint;
    pruned bigint;
BEGIN
    BEGIN
        PERFORM set_config('fanout.clock_offset', hours || ' h', true);
        PERFORM fanout.maintain();
        second := pg_temp.rows_read();
        pruned := (SELECT count(*) FROM fanout.runs JOIN fanout.flows USING (flow_id) WHERE flow_slug = 'old');
        RAISE division_by_zero;
    EXCEPTION WHEN division_by_zero THEN
        RETURN NEXT is(pruned, 0::bigint, 'maintenance removes ten runs');
    END;
    RETURN NEXT cmp_ok(second - first, '<', 500::bigint, format('and reads %s rows of runs and what belongs to them, by %s', second - first, plans));
    BEGIN
        third := pg_temp.rows_read();
        pruned := fanout.prune('0', 'old');
        third := pg_temp.rows_read() - third;
        RAISE division_by_zero;
    EXCEPTION WHEN division_by_zero THEN
        RETURN NEXT cmp_ok(third, '<', 500::bigint, format('so does prune, %s of %s runs', third, pruned));
    END;
END $$;

SELECT pg_temp.starts('old', 10), pg_temp.starts('kept', 500);
SELECT pg_temp.cancels();
SELECT pg_temp.starts('kept', 500);
SELECT pg_temp.check_removals(2, 'plans without statistics');
UPDATE fanout.runs SET status = 'started', completed_at = NULL;
ANALYZE fanout.runs, fanout.step_states, fanout.stripes, fanout.queue;
UPDATE fanout.runs SET status = 'cancelled', completed_at = started_at WHERE flow_id = (SELECT flow_id FROM fanout.flows WHERE flow_slug = 'old');
UPDATE fanout.runs SET status = 'cancelled', completed_at = started_at WHERE status = 'started' AND run_id IN (SELECT run_id FROM fanout.step_states WHERE state_id % 2 = 0);
SELECT pg_temp.check_removals(3, 'plans of a time when no run had ended');
ANALYZE fanout.runs, fanout.step_states, fanout.stripes, fanout.queue;
SELECT pg_temp.check_removals(4, 'plans with statistics');

SELECT * FROM finish();
ROLLBACK;
