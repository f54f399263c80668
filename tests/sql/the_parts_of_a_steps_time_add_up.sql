-- The times of a run are set to known ones, so that each part is known as well.
BEGIN;
SELECT plan(19);

SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'first', handler => 'h');
SELECT fanout.add_step('f', 'many', '{first}', 'fanout', handler => 'h', start_delay => '2 s', on_failure => 'collect');
SELECT fanout.add_step('f', 'next', '{many}', 'fanout', handler => 'h');
SELECT fanout.add_step('f', 'last', '{first,next}', handler => 'h');
SELECT fanout.register_worker('w', '{h}', slots => 100) AS w \gset

CREATE FUNCTION pg_temp.at(seconds float8) RETURNS timestamptz LANGUAGE sql RETURN '2026-01-01 00:00+00'::timestamptz + seconds * interval '1 s';
CREATE FUNCTION pg_temp.state(slug text) RETURNS bigint LANGUAGE sql AS
    $$ SELECT s.state_id FROM fanout.step_states s JOIN fanout.steps t USING (step_id) WHERE t.step_slug = slug ORDER BY s.state_id DESC LIMIT 1 $$;
CREATE VIEW pg_temp.parts AS
SELECT run_id, step_slug, extract(epoch FROM dependencies)::float8 AS dependencies, extract(epoch FROM starting)::float8 AS starting,
       extract(epoch FROM delay)::float8 AS delay, extract(epoch FROM queue)::float8 AS queue, extract(epoch FROM limits)::float8 AS limits,
       extract(epoch FROM execution)::float8 AS execution, extract(epoch FROM pauses)::float8 AS pauses, extract(epoch FROM gathering)::float8 AS gathering
  FROM fanout.step_times;
-- What should be empty: steps whose parts don't add up, or are below nothing.
CREATE VIEW pg_temp.wrong AS
SELECT t.run_id, t.step_slug FROM fanout.step_times t JOIN fanout.runs r USING (run_id)
 WHERE t.elapsed <> t.dependencies + t.starting + t.delay + t.queue + t.limits + t.execution + t.pauses + t.gathering OR t.elapsed <> t.ended_at - r.started_at
    OR least(t.dependencies, t.starting, t.delay, t.queue, t.limits, t.execution, t.pauses, t.gathering) < '0'
    OR num_nulls(t.elapsed, t.dependencies, t.starting, t.delay, t.queue, t.limits, t.execution, t.pauses, t.gathering) > 0;
-- Likewise of the critical path.
CREATE FUNCTION pg_temp.wrong_path(run uuid) RETURNS boolean LANGUAGE sql AS $$
    SELECT bool_or(p.elapsed <> p.starting + p.delay + p.queue + p.limits + p.execution + p.pauses + p.gathering
                   OR least(p.starting, p.delay, p.queue, p.limits, p.execution, p.pauses, p.gathering) < '0')
           OR sum(p.elapsed) <> (SELECT coalesce(r.completed_at, statement_timestamp()) - r.started_at FROM fanout.runs_overview r WHERE r.run_id = run)
      FROM fanout.critical_path(run) p $$;
CREATE FUNCTION pg_temp.complete_all(w bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    done bigint := 1;
BEGIN
    UPDATE fanout.queue SET available_at = NULL WHERE available_at <> 'infinity';
    WHILE done > 0 LOOP
        SELECT count(*) INTO done FROM (SELECT fanout.complete_task(c.run_id, c.step_slug, c.task_index, '[1, 2, 3]') FROM fanout.claim_tasks(w, 50) c) x;
    END LOOP;
END $$;

SELECT fanout.start_run('f') AS run \gset
SELECT is_empty('TABLE pg_temp.wrong', 'nothing has been done yet: the parts add up');
SELECT is(pg_temp.wrong_path(:'run'), false, 'those of the critical path, too');
SELECT pg_temp.complete_all(:w);
SELECT fanout.maintain();
SELECT pg_temp.complete_all(:w);
SELECT is(fanout.run_status(:'run'), 'completed', 'a run that is completed');
SELECT is_empty('TABLE pg_temp.wrong', 'as it was: the parts add up');
SELECT is(pg_temp.wrong_path(:'run'), false, 'and those of the critical path');

UPDATE fanout.runs SET started_at = pg_temp.at(0), completed_at = pg_temp.at(31);
UPDATE fanout.step_states SET started_at = pg_temp.at(0.5), completed_at = pg_temp.at(5) WHERE state_id = pg_temp.state('first');
UPDATE fanout.results SET claimed_at = pg_temp.at(1), completed_at = pg_temp.at(4) WHERE state_id = pg_temp.state('first');
-- Task 1 ends last: at its second attempt.
UPDATE fanout.step_states SET started_at = pg_temp.at(6), completed_at = pg_temp.at(22) WHERE state_id = pg_temp.state('many');
DELETE FROM fanout.results WHERE state_id = pg_temp.state('many');
INSERT INTO fanout.results (state_id, claimed_at, completed_at, worker_id, first_index, last_index, generation, attempt, outputs)
SELECT pg_temp.state('many'), pg_temp.at(c), pg_temp.at(e), 1, i, i, r.generation, a, '[1]'
  FROM fanout.runs r, (VALUES (0, 9, 12, 1), (1, 18, 21, 2), (2, 9, 20, 1)) v (i, c, e, a);
INSERT INTO fanout.failures (state_id, claimed_at, failed_at, worker_id, task_index, generation, attempt, final, error)
SELECT pg_temp.state('many'), pg_temp.at(11), pg_temp.at(15), 1, 1, r.generation, 1, false, 'x' FROM fanout.runs r;
-- The item of its last task was there at 12.
UPDATE fanout.step_states SET started_at = pg_temp.at(6), completed_at = pg_temp.at(25) WHERE state_id = pg_temp.state('next');
DELETE FROM fanout.results WHERE state_id = pg_temp.state('next');
INSERT INTO fanout.results (state_id, claimed_at, completed_at, worker_id, first_index, last_index, generation, attempt, outputs)
SELECT pg_temp.state('next'), pg_temp.at(c), pg_temp.at(e), 1, i, i, r.generation, 1, '[1]'
  FROM fanout.runs r, (VALUES (0, 14, 24), (1, 21, 22), (2, 21, 23)) v (i, c, e);
UPDATE fanout.step_states SET started_at = pg_temp.at(25), completed_at = pg_temp.at(30) WHERE state_id = pg_temp.state('last');
UPDATE fanout.results SET claimed_at = pg_temp.at(26), completed_at = pg_temp.at(30) WHERE state_id = pg_temp.state('last');

SELECT results_eq('SELECT step_slug, dependencies, starting, delay, queue, limits, execution, pauses, gathering FROM pg_temp.parts ORDER BY dependencies', $$VALUES
    ('first' COLLATE "C", 0::float8, 0.5::float8, 0::float8, 0.5::float8, 0::float8, 3::float8, 0::float8, 1::float8),
    ('many', 5, 1, 2, 3, 0, 7, 3, 1),
    ('next', 12, 0, 0, 2, 0, 10, 0, 1),
    ('last', 25, 0, 0, 1, 0, 4, 0, 0)$$, 'each part is what it is called');
SELECT is_empty('TABLE pg_temp.wrong', 'which add up');
SELECT is((SELECT after_step || ' ' || task_index FROM fanout.step_times WHERE step_slug = 'next'), 'many 0', 'of the task that ended last, and of its item');
SELECT results_eq(format('SELECT step_slug, extract(epoch FROM elapsed)::int, extract(epoch FROM queue)::int, extract(epoch FROM execution)::int FROM fanout.critical_path(%L)', :'run'),
    $$VALUES ('first', 5, 1, 3), ('many', 7, 3, 1), ('next', 13, 2, 10), ('last', 6, 1, 4)$$, 'the critical path leaves a source when its item is done');

-- A clock that was set back breaks nothing.
UPDATE fanout.step_states SET completed_at = pg_temp.at(3) WHERE state_id = pg_temp.state('first');
UPDATE fanout.step_states SET started_at = pg_temp.at(-3) WHERE state_id = pg_temp.state('many');
SELECT is_empty('TABLE pg_temp.wrong', 'times out of their order add up, too');

-- What waits for a slot of its own step's.
SELECT fanout.create_flow('capped');
SELECT fanout.add_step('capped', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_concurrency => 2);
SELECT fanout.start_run('capped', '[1, 2, 3, 4, 5, 6]') AS capped \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 50) \gset
SELECT is(:count, 2, 'two are in flight');
SELECT fanout.complete_task(:'capped', 'work', 0, '1');
SELECT is_empty('TABLE pg_temp.wrong', 'while they run the parts add up');
SELECT pg_temp.complete_all(:w);
SELECT fanout.complete_task(:'capped', 'work', 1, '1');
SELECT pg_temp.complete_all(:w);
UPDATE fanout.runs SET started_at = pg_temp.at(0), completed_at = pg_temp.at(30) WHERE run_id = :'capped';
UPDATE fanout.step_states SET started_at = pg_temp.at(0), completed_at = pg_temp.at(30) WHERE run_id = :'capped';
DELETE FROM fanout.results WHERE state_id = pg_temp.state('work');
INSERT INTO fanout.results (state_id, claimed_at, completed_at, worker_id, first_index, last_index, generation, attempt, outputs)
SELECT pg_temp.state('work'), pg_temp.at(10 * (i / 2)), pg_temp.at(10 * (i / 2) + 10), 1, i, i, r.generation, 1, '[1]'
  FROM fanout.runs r, generate_series(0, 5) i WHERE r.run_id = :'capped';
SELECT results_eq($$SELECT queue, limits, execution FROM pg_temp.parts WHERE step_slug = 'work'$$, 'VALUES (0::float8, 20::float8, 10::float8)', 'slots that are all taken are what a step waits for');
UPDATE fanout.results SET completed_at = claimed_at + interval '4 s' WHERE state_id = pg_temp.state('work');
SELECT results_eq($$SELECT queue, limits, execution FROM pg_temp.parts WHERE step_slug = 'work'$$, 'VALUES (20::float8, 0::float8, 4::float8)', 'where some are free it is the queue');

-- Runs that end otherwise, or go on: an empty fan-out, a failure, a cancel, a child run, a retry to come.
SELECT fanout.create_flow('child');
SELECT fanout.add_step('child', 'c', handler => 'h');
SELECT fanout.create_flow('others', max_attempts => 1);
SELECT fanout.add_step('others', 'none', step_type => 'fanout', fanout_from => 'run', fanout_path => '$.none[*]', handler => 'h');
SELECT fanout.add_step('others', 'a', '{none}', handler => 'h');
SELECT fanout.add_step('others', 'below', '{a}', handler => 'flow:child');
SELECT fanout.add_step('others', 'b', '{below}', handler => 'h', max_attempts => 3, base_delay => '1 h', max_delay => '1 h');
SELECT fanout.register_worker('engine', '{fanout:,flow:}', slots => 100) AS engine \gset
SELECT fanout.start_run('others') AS failed, fanout.start_run('others') AS cancelled, fanout.start_run('others') AS retried \gset
SELECT count(*) FROM fanout.claim_tasks(:engine, 50) \; SELECT count(*) FROM fanout.claim_tasks(:engine, 50);
SELECT count(*) FROM fanout.claim_tasks(:w, 50);
SELECT is_empty('TABLE pg_temp.wrong', 'of what goes on the parts add up');
SELECT fanout.fail_task(:'failed', 'a', 0, 'broken'), fanout.cancel_run(:'cancelled'), fanout.complete_task(:'retried', 'a', 0, '1');
SELECT count(*) FROM fanout.claim_tasks(:engine, 50);
SELECT pg_temp.complete_all(:w) FROM (SELECT count(*) FROM fanout.step_times) x;
SELECT is_empty('TABLE pg_temp.wrong', 'of all that has ended and that waits for a child the parts add up');
SELECT is((SELECT count(*) FROM fanout.runs_overview r WHERE r.run_id <> :'run' AND pg_temp.wrong_path(r.run_id) IS DISTINCT FROM false), 0::bigint,
    'and those of all critical paths');
SELECT results_eq(format('SELECT step_slug, status FROM fanout.step_times WHERE run_id = %L ORDER BY position', :'failed'),
    $$VALUES ('none' COLLATE "C", 'completed' COLLATE "C"), ('a', 'failed'), ('below', 'cancelled'), ('b', 'cancelled')$$, 'statuses are those of steps_overview');
SELECT is((SELECT array_agg(step_slug ORDER BY place) FROM fanout.critical_path(:'failed')), '{none,a}', 'a failed run''s path ends at what failed');

SELECT * FROM finish();
ROLLBACK;
