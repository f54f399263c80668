-- What looks at the tasks and results of completed fan-outs of 100,000 and of 1,000,000 items take, in a session that has looked before. Prints
-- lines for tests/bench/run: what, ms. No worker may run. Variable: looks. An earlier build is asked the same by tests/bench/pairs.
\set ON_ERROR_STOP on
VACUUM ANALYZE;

\ir look.sql
SELECT r.run_id AS small FROM fanout.runs r JOIN fanout.step_states s USING (run_id) WHERE s.total_tasks = 100000 LIMIT 1 \gset
SELECT r.run_id AS large FROM fanout.runs r JOIN fanout.step_states s USING (run_id) WHERE s.total_tasks = 1000000 LIMIT 1 \gset
SELECT format('CALL pg_temp.look(%L, %L, %s)', name, format('SELECT * FROM fanout.' || query, run), :looks)
  FROM (VALUES ('all_tasks_of_100,000', :'small', 'step_tasks WHERE run_id = %L'),
               ('one_by_run,_step_and_index,_of_100,000', :'small', 'step_tasks WHERE run_id = %L AND step_slug = ''work'' AND task_index = 77777'),
               ('one_by_run,_step_and_index,_of_1,000,000', :'large', 'step_tasks WHERE run_id = %L AND step_slug = ''work'' AND task_index = 777777'),
               ('the_first_100_results_of_1,000,000', :'large', 'results(%L, ''work'', -1, 100)'),
               ('100_results_in_the_middle', :'large', 'results(%L, ''work'', 555555, 100)'),
               ('the_last_100_results', :'large', 'results(%L, ''work'', 999899, 100)')) v (name, run, query) \gexec
