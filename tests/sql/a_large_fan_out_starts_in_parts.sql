-- The first tasks are there with the step's start, so that they can be worked at while the engine inserts the others.
BEGIN;
SELECT plan(36);

SET fanout.inline_tasks = 10;
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.register_worker('engine', ARRAY['fanout:']) AS engine \gset
CREATE SEQUENCE calls;
CREATE VIEW there AS SELECT r.run_id, count(*)::int AS tasks, max(k.task_index) AS last
  FROM fanout.runs r JOIN fanout.step_states s USING (run_id) JOIN task_items k USING (state_id) GROUP BY 1;
CREATE FUNCTION pg_temp.engine_claim(w bigint) RETURNS bigint LANGUAGE sql AS
    $$SELECT e.claim_id FROM fanout.exchange(w, nextval('calls'), 1) e WHERE e.kind = 'internal'$$;
-- Completes what there is, each task with twice its item: as a daemon, and as a client that does the engine's work, too.
CREATE FUNCTION pg_temp.work(w bigint) RETURNS bigint LANGUAGE sql AS
    $$SELECT count(fanout.complete_task(run_id, step_slug, task_index, to_jsonb(2 * (input::jsonb -> 'item')::int), w)) FROM fanout.exchange(w, nextval('calls'), 1000) WHERE kind = 'task'$$;
CREATE FUNCTION pg_temp.work_alone(w bigint) RETURNS bigint LANGUAGE sql AS
    $$SELECT count(fanout.complete_task(run_id, step_slug, task_index, to_jsonb(2 * (input::jsonb -> 'item')::int), w)) FROM fanout.claim_tasks(w, 1000)$$;

SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 100) i)) AS run \gset
SELECT is((SELECT tasks FROM there WHERE run_id = :'run'), 5, 'half of what would be inserted at once comes first');
SELECT results_eq('SELECT kind, sum(width) FROM fanout.queue GROUP BY 1 ORDER BY 1', $$VALUES ('start', 1::bigint), ('task', 5)$$, 'a queue row stands for the others');
SELECT results_eq('SELECT status, done, total FROM fanout.steps_overview', $$VALUES ('started', 0::bigint, 100)$$, 'the step has started, and counts all of them');
SELECT is(pg_temp.work(:w), 5::bigint, 'the first ones can be done');
SELECT results_eq('SELECT status, done FROM fanout.steps_overview', $$VALUES ('started', 5::bigint)$$, 'which doesn''t complete the step');
SELECT pg_temp.engine_claim(:engine) AS claim \gset
SELECT is(fanout.run_internal(:engine, :claim), 1, 'run_internal inserts a part and says that there is more');
SELECT is((SELECT tasks FROM there), 20, 'three times as many as there were');
SELECT is((SELECT sum(width) FROM fanout.queue WHERE kind = 'task'), 15::bigint, 'into the queue, too');
SELECT is((SELECT virtual_step FROM fanout.queue WHERE kind = 'task'), 3, 'three parts share what one row would get');
SELECT is(pg_temp.engine_claim(:engine), NULL, 'the claim is still held');
SELECT is(fanout.run_internal(:engine, :claim), 0, 'the second part is the last: what is left would be less than it');
SELECT is((SELECT tasks FROM there), 100, 'now all are there');
SELECT is((SELECT count(*) FROM fanout.queue WHERE kind = 'start'), 0::bigint, 'and the claim is gone');
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM task_items), (SELECT array_agg(i) FROM generate_series(0, 99) i), 'each once');
SELECT is(pg_temp.work(:w), 95::bigint, 'they can be done');
SELECT fanout.run_internal(:engine, pg_temp.engine_claim(:engine));
SELECT is(fanout.run_output(:'run') -> 'work', (SELECT jsonb_agg(2 * i) FROM generate_series(1, 100) i), 'and give the same array in the same order');

-- claim_tasks does a part a call.
SELECT fanout.register_worker('both', ARRAY['h', 'fanout:']) AS both \gset
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 100) i)) AS run \gset
SELECT is(pg_temp.work_alone(:both), 20::bigint, 'claim_tasks inserts a part before it claims');
SELECT is(pg_temp.work_alone(:both), 80::bigint, 'and the next one with the next call');
SELECT is(pg_temp.work_alone(:both), 0::bigint, 'then it finishes the step');
SELECT is(fanout.run_output(:'run') -> 'work', (SELECT jsonb_agg(2 * i) FROM generate_series(1, 100) i), 'with all results');

-- In small rows.
SET fanout.row_bytes = 50;
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 100) i)) AS slow \gset
SELECT fanout.claim_tasks(:both, 1);
SELECT fanout.claim_tasks(:both, 1);
RESET fanout.row_bytes;
SELECT results_eq(format('SELECT task_index, item FROM task_items JOIN fanout.step_states USING (state_id) WHERE run_id = %L ORDER BY 1', :'slow'),
    'SELECT i - 1, to_jsonb(i) FROM generate_series(1, 100) i', 'these have the same');
SELECT fanout.cancel_run(:'slow');

-- Ended between two parts.
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 100) i)) AS run \gset
SELECT pg_temp.engine_claim(:engine) AS claim \gset
SELECT fanout.cancel_run(:'run');
SELECT is(fanout.run_internal(:engine, :claim), 0, 'of a run that was cancelled nothing more is inserted');
SELECT is((SELECT tasks FROM there WHERE run_id = :'run'), 5, 'nothing');
SELECT is((SELECT count(*) FROM fanout.queue WHERE kind = 'start'), 0::bigint, 'and the claim is gone');
SELECT fanout.resume_run(:'run');
SELECT is((SELECT count(*) FROM fanout.queue WHERE kind = 'start'), 1::bigint, 'a resume goes on with that');
SELECT is(pg_temp.work_alone(:both), 20::bigint, 'with what isn''t there');
SELECT pg_temp.work_alone(:both), pg_temp.work_alone(:both) \g /dev/null
SELECT is(fanout.run_output(:'run') -> 'work', (SELECT jsonb_agg(2 * i) FROM generate_series(1, 100) i), 'to the same end');

-- An error of a later part.
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 100) i)) AS run \gset
ALTER TABLE fanout.tasks_00 ADD CONSTRAINT nothing_beyond_fifty CHECK (last_index < 50) NOT VALID;
SELECT pg_temp.engine_claim(:engine) AS claim \gset
SELECT is(fanout.run_internal(:engine, :claim), 1, 'a part that fits');
SELECT is(fanout.run_internal(:engine, :claim), 0, 'and one that doesn''t');
SELECT matches((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), '^step "work": its start failed: .*nothing_beyond_fifty', 'fails the step and the run');
SELECT is((SELECT tasks FROM there WHERE run_id = :'run'), 20, 'and leaves nothing of itself');
ALTER TABLE fanout.tasks_00 DROP CONSTRAINT nothing_beyond_fifty;

-- What goes on with the items.
SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 'list', handler => 'h');
SELECT fanout.add_step('g', 'a', '{list}', 'fanout', 'h');
SELECT fanout.add_step('g', 'b', '{a}', 'fanout', 'h');
SELECT fanout.start_run('g') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.complete_task(:'run', 'list', 0, (SELECT jsonb_agg(i) FROM generate_series(1, 100) i));
SELECT pg_temp.work_alone(:both) FROM generate_series(1, 12) \g /dev/null
SELECT is(fanout.run_output(:'run') -> 'b', (SELECT jsonb_agg(4 * i) FROM generate_series(1, 100) i), 'a map over it goes on item by item');

-- What starts as a whole.
CREATE FUNCTION pg_temp.parts(VARIADIC options text[]) RETURNS int LANGUAGE plpgsql AS $$
DECLARE slug text := 'w' || nextval('calls'); run uuid;
BEGIN
    PERFORM fanout.create_flow(slug);
    EXECUTE format('SELECT fanout.add_step(%L, ''work'', step_type => ''fanout'', fanout_from => ''run'', handler => ''h'', %s)', slug, array_to_string(options, ', '));
    run := fanout.start_run(slug, (SELECT jsonb_agg(i) FROM generate_series(1, 100) i));
    -- What is evaluated is begun by a queue row.
    PERFORM fanout.spawn_fanout_tasks(run, 'work');
    RETURN (SELECT tasks FROM there WHERE run_id = run);
END
$$;
SELECT is(pg_temp.parts('max_concurrency => 1'), 100, 'tasks that go one by one');
SELECT is(pg_temp.parts('start_delay => ''1 hour'''), 100, 'those that wait anyway');
SELECT is(pg_temp.parts('fanout_path => ''$[*]'''), 100, 'what a path finds');
SELECT is(pg_temp.parts('batch_size => 2'), 50, 'and batches are inserted as a whole');

SELECT * FROM finish();
ROLLBACK;
