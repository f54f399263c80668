-- What looks at one run of 1,000,000 tasks take, and listing 10,000 runs, in a session that has looked before, as psql's \watch does. Prints lines for
-- tests/bench/run: what, ms. No worker may run. Variable: looks.
--
-- The results of the large run have a row for each task, as those of slow tasks have: the most that there can be. Another one goes on: some of its
-- tasks run, some wait for their retry, some have failed.
\set ON_ERROR_STOP on
SET synchronous_commit = off;
SET fanout.inline_tasks = 1000000;

SELECT fanout.create_flow('looked_into');
SELECT fanout.add_step('looked_into', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'nobody', max_concurrency => 1000);
SELECT fanout.add_step('looked_into', 'last', '{work}', handler => 'nobody');
SELECT fanout.start_run('looked_into', (SELECT jsonb_agg(i) FROM generate_series(1, 1000000) i)) AS run \gset
INSERT INTO fanout.results (state_id, claimed_at, completed_at, worker_id, first_index, last_index, generation, attempt, outputs)
SELECT s.state_id, s.started_at + i * interval '1 ms', s.started_at + (i + 1000 + i % 77) * interval '1 ms', 1, i, i, r.generation, 1, '[1]'
  FROM fanout.runs r JOIN fanout.step_states s USING (run_id) CROSS JOIN generate_series(0, 999999) i WHERE s.total_tasks > 1;
UPDATE fanout.step_states SET started_at = clock_timestamp(), total_tasks = 1, total_items = 1 WHERE started_at IS NULL;
UPDATE fanout.step_states SET status = 'completed', remaining_deps = 0, open_stripes = 0, completed_at = started_at + interval '20 min';
UPDATE fanout.runs SET status = 'completed', completed_at = started_at + interval '20 min';
DELETE FROM fanout.queue;
DELETE FROM fanout.stripes;
SELECT fanout.create_flow('going', max_attempts => 2, base_delay => '1 h', max_delay => '1 h');
SELECT fanout.add_step('going', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'somebody', on_failure => 'collect'),
       fanout.add_step('going', 'last', '{work}', handler => 'somebody');
SELECT fanout.start_run('going', (SELECT jsonb_agg(i) FROM generate_series(1, 1000000) i)) AS going \gset
SELECT fanout.register_worker('w', ARRAY['somebody'], slots => 100000) AS w \gset
SELECT count(fanout.complete_task(run_id, step_slug, task_index, '1')) FROM fanout.claim_tasks(:w, 1000);
SELECT count(fanout.fail_task(run_id, step_slug, task_index, 'no', final => task_index % 2 = 0)) FROM fanout.claim_tasks(:w, 1000);
SELECT count(*) FROM fanout.claim_tasks(:w, 1000);
VACUUM ANALYZE;

\ir look.sql
SELECT format('CALL pg_temp.look(%L, %L, %s)', name, format('SELECT * FROM fanout.' || query, :'run', :'going'), :looks)
  FROM (VALUES ('explain_run', 'explain_run(%L)'), ('timeline', 'timeline(%L)'), ('critical_path', 'critical_path(%L)'),
               ('step_times', 'step_times WHERE run_id = %L'), ('steps_overview', 'steps_overview WHERE run_id = %L'),
               ('runs_overview', 'runs_overview WHERE run_id = %L'), ('explain_flow', 'explain_flow(''looked_into'')'),
               ('graph', 'graph(''looked_into'')'), ('graph as mermaid', 'graph(''looked_into'', ''mermaid'')'), ('graph as dot', 'graph(''looked_into'', ''dot'')'),
               ('flows_overview', 'flows_overview'), ('flow_steps', 'flow_steps'),
               ('why', 'why(%2$L)'), ('why of a step', 'why(%2$L, ''work'')'), ('why of a task', 'why(%2$L, ''work'', 500000)'),
               ('steps_overview of one that goes on', 'steps_overview WHERE run_id = %2$L'), ('runs_overview of one that goes on', 'runs_overview WHERE run_id = %2$L'),
               ('explain_run of one that goes on', 'explain_run(%2$L)'), ('timeline of one that goes on', 'timeline(%2$L)'), ('health', 'health()'), ('metrics', 'metrics()'),
               ('queue_overview', 'queue_overview'), ('workers_overview', 'workers_overview'), ('limits_overview', 'limits_overview'),
               ('pauses_overview', 'pauses_overview'), ('storage_overview', 'storage_overview')) v (name, query) \gexec

SELECT fanout.create_flow('listed');
SELECT fanout.add_step('listed', 'first', handler => 'nobody'), fanout.add_step('listed', 'second', '{first}', handler => 'nobody');
SELECT count(fanout.start_run('listed')) FROM generate_series(1, 10000);
VACUUM ANALYZE;
CALL pg_temp.look('list', 'SELECT * FROM fanout.runs_overview', :looks);
CALL pg_temp.look('list_health', 'SELECT * FROM fanout.health()', :looks);
