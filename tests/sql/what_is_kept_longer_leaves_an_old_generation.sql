-- Not in one transaction: what it has written itself is not to be read by others yet.
SELECT plan(17);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.create_flow('open');
SELECT fanout.add_step('open', 'work', handler => 'of nobody');
\ir ../harness/days_go_by.sql
CREATE FUNCTION run_of(tasks int, error text DEFAULT NULL) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    -- Days go by in between.
    w bigint := fanout.register_worker('w', ARRAY['h']);
    run uuid := fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, tasks) i));
BEGIN
    PERFORM fanout.complete_task(run_id, step_slug, task_index, to_jsonb(task_index)) FROM fanout.claim_tasks(w, tasks - 1);
    PERFORM CASE WHEN error IS NULL THEN fanout.complete_task(run_id, step_slug, task_index, to_jsonb(task_index))
                 ELSE fanout.fail_task(run_id, step_slug, task_index, error, true) END
       FROM fanout.claim_tasks(w, 1);
    RETURN run;
END $$;

CALL maintain_after('2 min');
SELECT run_of(20, 'broken') AS failed \gset
SELECT count(run_of(20)) FROM generate_series(1, 3);
SELECT fanout.start_run('open') AS open \gset
-- A column of an administrator's own goes with its row.
ALTER TABLE fanout.results ADD noted text;
UPDATE fanout.results SET noted = last_index::text;
CREATE TABLE seen AS SELECT s.task_index, s.status, s.input, s.output, s.error, s.attempts, s.completed_at FROM fanout.step_tasks s WHERE run_id = :'failed';
CREATE TABLE failures_seen AS SELECT s.* FROM fanout.task_failures s WHERE run_id = :'failed';
CALL maintain_after('4 days');
CALL maintain_after('2 min');
SELECT is((SELECT generation FROM fanout.runs WHERE run_id = :'failed'), 0::smallint, 'what is kept stays in its generation');
SELECT is(fanout.prune('0', status => '{completed}'), 3::bigint, 'others are removed');
CALL maintain_after('2 min');
SELECT is((SELECT generation FROM fanout.runs WHERE run_id = :'failed'), 0::smallint, 'as long as much is kept in it');
SELECT count(run_of(20)) FROM generate_series(1, 10);
UPDATE fanout.runs SET generation = 0 WHERE status = 'completed';
SELECT fanout.prune('0', status => '{completed}');
UPDATE fanout.tasks SET generation = 0 WHERE generation = 1;
UPDATE fanout.results SET generation = 0 WHERE generation = 1;
CALL maintain_after('2 min');
SELECT is((SELECT generation FROM fanout.runs WHERE run_id = :'failed'), 0::smallint, 'or a run goes on in it');
SELECT fanout.cancel_run(:'open');
CALL maintain_after('2 min');
SELECT isnt((SELECT generation FROM fanout.runs WHERE run_id = :'failed'), 0::smallint, 'what is kept moves to the current one when most of the other is garbage');
CALL maintain_until('(SELECT kept_by = ''empty'' FROM fanout.storage_overview WHERE generation = 0)');
SELECT is((SELECT kept_by FROM fanout.storage_overview WHERE generation = 0), 'empty', 'which is given back');
SELECT is((SELECT count(*) FROM fanout.tasks_00), 0::bigint, 'whole');
SELECT is((SELECT count(*) FROM (TABLE seen EXCEPT SELECT s.task_index, s.status, s.input, s.output, s.error, s.attempts, s.completed_at FROM fanout.step_tasks s WHERE run_id = :'failed') x), 0::bigint, 'the run''s tasks are what they were');
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'failed'), 20::bigint, 'each once');
SELECT is((SELECT count(*) FROM (TABLE failures_seen EXCEPT SELECT s.* FROM fanout.task_failures s WHERE run_id = :'failed') x), 0::bigint, 'and their failures');
SELECT is((SELECT count(*) FROM fanout.results x JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'failed' AND noted IS DISTINCT FROM last_index::text), 0::bigint, 'with all columns');
SELECT is(fanout.resume_run(:'failed'), true, 'it can be resumed');
SELECT is((SELECT fanout.complete_task(run_id, step_slug, task_index, to_jsonb(task_index))::text FROM fanout.claim_tasks(fanout.register_worker('w', ARRAY['h']), 10)), '', 'runs only what failed');
SELECT is((SELECT jsonb_array_length(fanout.run_output(:'failed') -> 'work')), 20, 'and has all of its results');

-- A third of each generation is kept, so none is moved for being mostly garbage; but one is needed that is empty.
SELECT fanout.prune('0');
CALL maintain_until('(SELECT bool_and(is_current OR kept_by = ''empty'') FROM fanout.storage_overview)');
SELECT count(setval('fanout.generation_seq', g)), count(run_of(20, 'broken')), count(run_of(20)), count(run_of(20)) FROM generate_series(0, 15) g;
SELECT fanout.prune('0', status => '{completed}');
CALL maintain_after('2 min');
SELECT is((SELECT count(DISTINCT generation) FROM fanout.runs), 16::bigint, 'where all generations are in use');
CALL maintain_after('4 days');
CALL maintain_until('(SELECT last_value <> 15 FROM fanout.generation_seq)');
SELECT is((SELECT last_value FROM fanout.generation_seq), 0::bigint, 'the oldest is emptied, so that the current one can end');
SELECT is((SELECT count(*) FROM fanout.step_tasks), 320::bigint, 'and nothing is lost');

SELECT * FROM finish();
