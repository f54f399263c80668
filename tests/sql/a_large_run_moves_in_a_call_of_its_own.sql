-- What is kept of an old generation has more than 100,000 tasks: to copy it may take seconds, so no transaction does that which has written before, and
-- others may wait for. All of it is there afterwards, each task once.
-- Not in one transaction: what it has removed itself, it may yet see.
SELECT plan(10);

SELECT fanout.create_flow('f'), fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_attempts => 1);
\ir ../harness/days_go_by.sql
SET fanout.inline_tasks = 1000000;
-- A run of so many tasks, of which the last one fails.
CREATE FUNCTION failed_run(tasks int) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    w bigint := fanout.register_worker('w', ARRAY['h'], slots => 200000);
    run uuid := fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, tasks - 1) i));
BEGIN
    PERFORM fanout.exchange(w, 2, 0, array_agg(claim_id), array_agg(task_index), array_agg(CASE WHEN task_index < tasks - 1 THEN task_index::text END),
                            array_agg(CASE WHEN task_index = tasks - 1 THEN 'broken' END), array_agg(true))
       FROM fanout.exchange(w, 1, tasks) WHERE kind = 'task';
    PERFORM fanout.unregister_worker(w);
    RETURN run;
END $$;
CREATE FUNCTION place_of(run uuid) RETURNS text LANGUAGE sql AS $$
    SELECT CASE WHEN generation = (SELECT last_value FROM fanout.generation_seq WHERE is_called) THEN 'current' ELSE 'old' END FROM fanout.runs WHERE run_id = run $$;

CALL maintain_after('2 min');
SELECT failed_run(100001) AS large \gset
SELECT failed_run(10) AS small \gset
SELECT is((SELECT string_agg(status || ' ' || total_tasks, ', ' ORDER BY total_tasks) FROM fanout.step_states), 'failed 10, failed 100001', 'a large run and a small one have failed');
-- Thirty times as much is there of runs that are gone.
INSERT INTO fanout.tasks_00 (state_id, first_index, last_index, generation, items)
    SELECT -g, 0, 0, 0, (SELECT jsonb_build_array(string_agg(md5(i::text), '')) FROM generate_series(1, 240) i) FROM generate_series(1, 12000) g;

-- A transaction that has written.
BEGIN;
CREATE TABLE something (x int);
SET fanout.clock_offset = '4 d';
SELECT fanout.maintain();
COMMIT;
UPDATE clock SET now = '4 d';
SELECT is(place_of(:'small'), 'current', 'a call that has written before moves the small one');
SELECT is(place_of(:'large'), 'old', 'and leaves the large one');
SELECT is((SELECT count(*) FROM fanout.task_results WHERE run_id = :'small' AND output IS NOT NULL), 9::bigint, 'which is read where it is now');
CALL maintain_after('0');
SELECT is(place_of(:'large'), 'current', 'the next call, without a pause, moves that');
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'large'), 100001::bigint, 'all of its tasks are there');
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'large' AND status = 'completed' AND output = to_jsonb(task_index) AND input = jsonb_build_object('item', task_index)), 100000::bigint,
    'with their items and outputs, each once');
SELECT is((SELECT count(*) FROM fanout.errors(:'large')), 1::bigint, 'and the error');
CALL maintain_until('(SELECT kept_by = ''empty'' FROM fanout.storage_overview WHERE generation = 0)');
SELECT is((SELECT kept_by FROM fanout.storage_overview WHERE generation = 0), 'empty', 'the old generation is given back');
SELECT fanout.resume_run(:'large');
SELECT fanout.exchange(w, 2, 0, array_agg(claim_id), array_agg(task_index), array_agg(task_index::text))
  FROM fanout.register_worker('x', ARRAY['h'], slots => 10) w CROSS JOIN LATERAL fanout.exchange(w, 1, 10) WHERE kind = 'task' GROUP BY w;
SELECT is(fanout.run_output(:'large') -> 'work', (SELECT jsonb_agg(i) FROM generate_series(0, 100000) i), 'and the run goes on to its end');

SELECT * FROM finish();
