-- The planner has an expression compiled where it believes that a query costs much. Of the partitions that the views look into, with hundreds
-- of expressions, that takes seconds, for queries that take milliseconds.
BEGIN;
SELECT plan(8);

SELECT fanout.create_flow('f'), fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 2, on_failure => 'collect');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[1, 2, 3]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 0, '[{"$error": "no 1"}, 2]');
SELECT state_id AS state FROM fanout.step_states WHERE run_id = :'run' \gset

CREATE FUNCTION pg_temp.cost(query text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan;
    RETURN plan #>> '{0,Plan,Total Cost}';
END $$;
SELECT cmp_ok(pg_temp.cost(format('SELECT * FROM fanout.%I WHERE %s', view, condition)), '<', current_setting('jit_above_cost')::numeric, view)
  FROM (VALUES ('task_errors', format('run_id = %L', :'run')), ('task_failures', format('run_id = %L', :'run')), ('task_results', format('run_id = %L', :'run')),
               ('step_tasks', format('run_id = %L', :'run')), ('chained_runs', format('batch = %L', :'run')), ('step_contexts', 'state_id = ' || :state)) v (view, condition);

-- Whoever may look may use what the views do.
CREATE ROLE fanout_looks;
SELECT fanout.grant_operator('fanout_looks');
SET ROLE fanout_looks;
SELECT is((SELECT count(*) FROM fanout.task_errors), 1::bigint, 'an operator sees an item that failed alone');
SELECT is((SELECT error FROM fanout.errors(:'run')), 'no 1', 'and its error');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
