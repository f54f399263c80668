-- What follows from one call is bounded, however many steps a flow has: a long chain of fan-outs that are empty ends in several
-- calls, and who completes one of many steps doesn't look at all the others.
BEGIN;
SELECT plan(12);

SELECT set_config('fanout.superuser_handlers', 'on', true);
CREATE FUNCTION id(t jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT t -> 'item' $$;
-- Chains of maps: pipelined, and with the whole array as context, which is not.
SELECT fanout.create_flow('pipelined'), fanout.create_flow('chained');
SELECT count(fanout.add_step(f, 's' || i, CASE WHEN i > 1 THEN ARRAY['s' || i - 1] ELSE '{}' END, step_type => 'fanout',
                       fanout_from => CASE WHEN i = 1 THEN 'run' END, handler => 'h', context => CASE WHEN f = 'chained' AND i > 1 THEN ARRAY['s' || i - 1] END))
  FROM unnest('{pipelined, chained}'::text[]) f, generate_series(1, 250) i;
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset
CREATE FUNCTION pg_temp.completed(run uuid) RETURNS bigint LANGUAGE sql AS
    $$SELECT count(*) FROM fanout.step_states WHERE run_id = run AND status = 'completed'$$;
-- Gives each task's item back, until there is none left or so many calls were made.
CREATE FUNCTION pg_temp.work(w bigint, calls int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    n int;
BEGIN
    FOR i IN 1..calls LOOP
        SELECT count(fanout.complete_task(run_id, step_slug, task_index, coalesce(input::jsonb -> 'item', '1'))) INTO n FROM fanout.claim_tasks(w, 10);
        IF n = 0 AND NOT EXISTS (SELECT FROM fanout.queue) THEN
            RETURN i;
        END IF;
    END LOOP;
    RETURN NULL;
END
$$;

SELECT fanout.start_run('chained', '[]') AS run \gset
SELECT cmp_ok(pg_temp.completed(:'run'), '<', 150::bigint, 'a start ends not all of a long chain of empty fan-outs');
SELECT cmp_ok(pg_temp.completed(:'run'), '>', 50::bigint, 'but some');
SELECT cmp_ok(pg_temp.work(:w, 20), '<', 20, 'the engine ends the others');
SELECT is((SELECT status || ' ' || pg_temp.completed(run_id) FROM fanout.runs WHERE run_id = :'run'), 'completed 250', 'all of them');
SELECT fanout.start_run('pipelined', '[]') AS run \gset
SELECT cmp_ok(pg_temp.work(:w, 1000), '<', 1000, 'likewise where each is pipelined over the one before');
SELECT is((SELECT status || ' ' || pg_temp.completed(run_id) FROM fanout.runs WHERE run_id = :'run'), 'completed 250', 'all of them');
SELECT fanout.start_run('pipelined', '[1, 2]') AS run \gset
SELECT pg_temp.work(:w, 1000);
SELECT is(fanout.run_output(:'run'), '{"s250": [1, 2]}', 'results go through the whole pipeline');
SELECT fanout.start_run('chained', '[1, 2]') AS run \gset
SELECT pg_temp.work(:w, 1000);
SELECT is(fanout.run_output(:'run'), '{"s250": [1, 2]}', 'and through the whole chain');

-- Steps side by side.
SELECT fanout.create_flow(f) FROM unnest('{few, many}'::text[]) f;
SELECT count(fanout.add_step('few', 's' || i, handler => 'few')) FROM generate_series(1, 20) i;
SELECT count(fanout.add_step('many', 's' || i, handler => 'many')) FROM generate_series(1, 400) i;
CREATE FUNCTION pg_temp.read_by_a_completion(flow text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    w bigint := fanout.register_worker(flow, ARRAY[flow]);
    before bigint;
BEGIN
    PERFORM fanout.start_run(flow);
    PERFORM fanout.complete_task(run_id, step_slug, task_index, '1') FROM fanout.claim_tasks(w, 1);
    before := (SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_xact_all_tables WHERE schemaname = 'fanout' AND relname = 'step_states');
    PERFORM fanout.complete_task(run_id, step_slug, task_index, '1') FROM fanout.claim_tasks(w, 1);
    RETURN (SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_xact_all_tables WHERE schemaname = 'fanout' AND relname = 'step_states') - before;
END
$$;
SELECT is(pg_temp.read_by_a_completion('many'), pg_temp.read_by_a_completion('few'), 'one of 400 steps is completed as one of 20');

-- A step before and one behind many fan-outs.
SELECT fanout.create_flow('wide');
SELECT fanout.add_step('wide', 'first', handler => 'h');
SELECT count(fanout.add_step('wide', 's' || i, ARRAY['first'], step_type => 'fanout', handler => 'h')) FROM generate_series(1, 300) i;
SELECT fanout.add_step('wide', 'last', array_agg('s' || i), handler => 'h') FROM generate_series(1, 300) i;
DELETE FROM fanout.queue;
SELECT fanout.start_run('wide') AS run \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 1);
SELECT fanout.complete_task(:'run', 'first', 0, '[]');
SELECT cmp_ok(pg_temp.work(:w, 400), '<', 400, 'empty fan-outs side by side end');
SELECT is((SELECT status || ' ' || pg_temp.completed(run_id) FROM fanout.runs WHERE run_id = :'run'), 'completed 302', 'and what is behind them');
SELECT is((SELECT count(*) FROM fanout.step_states WHERE run_id = :'run' AND status <> 'completed'), 0::bigint, 'all is done');

SELECT * FROM finish();
ROLLBACK;
