BEGIN;
SELECT plan(8);

CREATE ROLE retrying_owner;
SELECT fanout.grant_developer('retrying_owner');
CREATE FUNCTION public.fails_once(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF (fanout.current_task()).attempt = 1 THEN RAISE 'not yet'; END IF;
    RETURN task -> 'item';
END
$$;
-- How long each task waits after its failure.
CREATE TEMP VIEW waiting AS
SELECT f.run_id, f.task_index, q.available_at - f.failed_at AS waits
  FROM fanout.task_failures f JOIN fanout.step_states s USING (run_id)
  JOIN fanout.queue q ON q.state_id = s.state_id AND q.indexes @> f.task_index;
SET ROLE retrying_owner;
SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '1 hour', max_delay => '1 hour');
SELECT fanout.add_step('f', 'sql', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.fails_once',
    schedule_timeout => '1 day');
SELECT fanout.create_flow('g', max_attempts => 2, base_delay => '10 s');
SELECT fanout.add_step('g', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
RESET ROLE;

-- An SQL task that fails does so alone, in a call of its own.
SELECT fanout.register_worker('w', ARRAY['sql:']) AS w \gset
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, 499) i)) AS run \gset
SELECT count(*) FROM fanout.exchange(:w, 1, 500);
SELECT count(done) FROM (SELECT (fanout.run_sql_tasks(:w, max_tasks => 1)).done FROM generate_series(1, 500)) x;
SELECT is((SELECT count(*)::int FROM fanout.task_failures), 500, 'each task has failed alone');
SELECT is((SELECT sum(width)::int FROM fanout.queue), 500, 'and waits for its retry');
SELECT cmp_ok((SELECT count(*)::int FROM fanout.queue), '<', 30, 'in few rows, all of one attempt');
SELECT cmp_ok((SELECT count(DISTINCT available_at)::int FROM fanout.queue), '>', 5, 'at different times');
SELECT ok((SELECT bool_and(waits BETWEEN '30 min' AND '1 hour') FROM waiting), 'each in the upper half of the delay');
SELECT ok((SELECT bool_and(expires_at = available_at + '1 day') FROM fanout.queue), 'each counts its schedule_timeout from when it can run');

SET fanout.clock_offset = '61 min';
SELECT count(*) FROM fanout.exchange(:w, 2, 500);
SELECT count(done) FROM (SELECT (fanout.run_sql_tasks(:w, max_tasks => 1)).done FROM generate_series(1, 500)) x;
SELECT is((SELECT fanout.run_output(:'run') -> 'sql'), (SELECT jsonb_agg(i) FROM generate_series(0, 499) i),
    'they come back, each once');
RESET fanout.clock_offset;

-- What one asks for is kept.
SELECT fanout.register_worker('h', ARRAY['h']) AS h \gset
SELECT fanout.start_run('g', '[0, 1, 2, 3]') AS run \gset
SELECT count(*) FROM fanout.claim_tasks(:h, 4);
SELECT fanout.fail_task(:'run', 'work', 0, 'busy', retry_after => '100 s');
SELECT fanout.fail_task(:'run', 'work', 1, 'busy', retry_after => '1000 s');
SELECT fanout.fail_task(:'run', 'work', 2, 'busy');
SELECT results_eq(format('SELECT task_index, waits BETWEEN least AND most FROM waiting
    JOIN (VALUES (0, interval ''100 s'', interval ''113 s''), (1, ''1000 s'', ''1125 s''), (2, ''5 s'', ''10 s'')) v (task_index, least, most)
    USING (task_index) WHERE run_id = %L ORDER BY 1', :'run'), 'VALUES (0, true), (1, true), (2, true)',
    'one that asks for more time gets it, beside one that does not');

SELECT * FROM finish();
ROLLBACK;
