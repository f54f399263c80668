-- Backends keep definitions. A change of one flow has them forget that one, and no other.
BEGIN;
SELECT plan(8);

SELECT fanout.create_flow('kept'), fanout.create_flow('changed');
SELECT fanout.add_step('kept', 'a', handler => 'h'), fanout.add_step('changed', 'a', handler => 'h');
-- Starts a run of each, and returns how many rows of definitions the first of the two starts read.
CREATE FUNCTION pg_temp.read_at_start(flow text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    before bigint := (SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_xact_all_tables WHERE schemaname = 'fanout' AND relname IN ('flows', 'steps', 'deps'));
BEGIN
    PERFORM fanout.start_run(flow);
    RETURN (SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_xact_all_tables WHERE schemaname = 'fanout' AND relname IN ('flows', 'steps', 'deps')) - before;
END
$$;
SELECT pg_temp.read_at_start('kept'), pg_temp.read_at_start('changed');
SELECT is(pg_temp.read_at_start('kept'), 0::bigint, 'what was read once isn''t read again');

SELECT fanout.add_step('changed', 'b', handler => 'h');
SELECT is(pg_temp.read_at_start('kept'), 0::bigint, 'nor where another flow gets a step');
SELECT cmp_ok(pg_temp.read_at_start('changed'), '>', 0::bigint, 'which is read itself');
SELECT fanout.create_flow('changed', max_attempts => 5);
SELECT fanout.create_flow('new');
SELECT fanout.drop_step('changed', 'b');
SELECT fanout.execute_many('h', '[1]');
SELECT is(pg_temp.read_at_start('kept'), 0::bigint, 'or changes, or is made');
SELECT fanout.drop_flow('changed', force => true);
SELECT is(pg_temp.read_at_start('kept'), 0::bigint, 'or dropped');

-- By hand, as only a superuser can.
SELECT fanout.register_worker('w', ARRAY['h', 'g', 'k']) AS w \gset
UPDATE fanout.steps SET handler = 'g' FROM fanout.flows f WHERE f.flow_id = steps.flow_id AND f.flow_slug = 'kept';
SELECT cmp_ok(pg_temp.read_at_start('kept'), '>', 0::bigint, 'a change by hand is seen');
UPDATE fanout.flows SET max_attempts = 1 WHERE flow_slug = 'kept';
SELECT cmp_ok(pg_temp.read_at_start('kept'), '>', 0::bigint, 'so is one of the flow');
DELETE FROM fanout.deps;
SELECT is(pg_temp.read_at_start('kept'), 0::bigint, 'a change of nothing is none');

SELECT * FROM finish();
ROLLBACK;
