BEGIN;
SELECT plan(18);

-- `parent` starts a child run for each item, another one for what that gives, and one for all of it.
SELECT fanout.create_flow('child', max_attempts => 1);
SELECT fanout.add_step('child', 'easy', handler => 'h');
SELECT fanout.add_step('child', 'hard', handler => 'h');
SELECT fanout.create_flow('next', max_attempts => 1);
SELECT fanout.add_step('next', 'work', handler => 'h', on_failure => 'collect');
SELECT fanout.create_flow('parent', max_attempts => 1);
SELECT fanout.add_step('parent', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child', on_failure => 'collect');
SELECT fanout.add_step('parent', 'then', '{each}', 'fanout', handler => 'flow:next', on_failure => 'collect');
SELECT fanout.add_step('parent', 'all', '{each}', handler => 'flow:next');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:']) AS w \gset
-- Claims until nothing of the engine's own is left, and ends the tasks: those of hard as it is said.
CREATE FUNCTION pg_temp.work_off(hard_fails boolean, OUT done text) LANGUAGE plpgsql AS $$
DECLARE
    t record;
    ended text[] := '{}';
    rounds_without int := 0;
BEGIN
    WHILE rounds_without < 3 LOOP
        rounds_without := rounds_without + 1;
        FOR t IN SELECT * FROM fanout.claim_tasks((SELECT worker_id FROM fanout.workers), 100) LOOP
            rounds_without := 0;
            ended := ended || concat(t.step_slug, '/', t.attempt);
            IF t.step_slug = 'hard' AND hard_fails THEN
                PERFORM fanout.fail_task(t.run_id, t.step_slug, t.task_index, 'broken');
            ELSE
                PERFORM fanout.complete_task(t.run_id, t.step_slug, t.task_index, t.input::jsonb -> 'run');
            END IF;
        END LOOP;
    END LOOP;
    SELECT string_agg(e, ' ' ORDER BY e) INTO done FROM unnest(ended) e;
END $$;

SELECT fanout.start_run('parent', '[1]') AS run \gset
SELECT pg_temp.work_off(hard_fails => true);
SELECT is(fanout.run_status(:'run'), 'completed', 'a run is completed of whose children one has failed');
SELECT child_run_id AS child FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'each' \gset
SELECT child_run_id AS then_child FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'then' \gset
SELECT child_run_id AS all_child FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'all' \gset
SELECT is((SELECT input -> 'item' FROM fanout.runs WHERE run_id = :'then_child'), 'null', 'the next one went on with null');

SELECT fanout.resume_run(:'run', failed_items => true);
SELECT is(pg_temp.work_off(hard_fails => false), 'hard/2 work/1 work/1', 'only what failed runs again in the child, and what follows from it in other runs than before');
SELECT is(fanout.run_status(:'run'), 'completed', 'the run completes anew');
SELECT is((SELECT child_run_id FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'each'), :'child', 'the child that had failed is the same run');
SELECT is((SELECT status FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'each'), 'completed', 'and its task is completed');
SELECT isnt((SELECT child_run_id FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'then'), :'then_child', 'what was made of its item is another one');
SELECT is((SELECT r.input FROM fanout.runs r JOIN fanout.step_tasks t ON t.child_run_id = r.run_id WHERE t.run_id = :'run' AND t.step_slug = 'then'),
    '{"easy": 1, "hard": 1}', 'with what the child gave');
SELECT isnt((SELECT child_run_id FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'all'), :'all_child', 'and so is that of what follows from all');
SELECT results_eq(format('SELECT status, parent_state_id FROM fanout.runs WHERE run_id IN (%L, %L)', :'then_child', :'all_child'),
    $$VALUES ('completed', NULL::bigint), ('completed', NULL)$$, 'the runs before stay as they were, and belong to nobody');
SELECT results_eq(format('SELECT step_slug, attempts FROM fanout.step_tasks WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES ('all', 2), ('each', 2), ('then', 2)$$, 'attempts go on counting');

-- A child run's output is its parent's.
CREATE FUNCTION pg_temp.fail_work(OUT run_id uuid) LANGUAGE plpgsql AS $$
DECLARE
    t record;
BEGIN
    FOR i IN 1..4 LOOP
        FOR t IN SELECT * FROM fanout.claim_tasks((SELECT worker_id FROM fanout.workers), 100) LOOP
            PERFORM fanout.fail_task(t.run_id, t.step_slug, t.task_index, 'broken');
            fail_work.run_id := t.run_id;
        END LOOP;
    END LOOP;
END $$;
SELECT fanout.create_flow('above');
SELECT fanout.add_step('above', 'below', handler => 'flow:next');
SELECT fanout.start_run('above') AS above \gset
SELECT run_id AS below FROM pg_temp.fail_work() \gset
SELECT is(fanout.run_status(:'below'), 'completed', 'a child run is completed with a failure');
SELECT throws_ok(format('SELECT fanout.resume_run(%L, failed_items => true)', :'below'), 'PFARG',
    format('run %s, its parent, has what run %s gave', :'above', :'below'), 'its parent has its output');

-- A batch of chained runs has that of its sources, or is about to read it.
SELECT fanout.start_run('next') AS source \gset
SELECT pg_temp.fail_work();
SELECT fanout.chain_runs('next', ARRAY[:'source', :'below']::uuid[]) AS batch \gset
SELECT throws_ok(format('SELECT fanout.resume_run(%L, failed_items => true)', :'source'), 'PFARG',
    format('run %s, a batch of chained runs, reads what run %s gave', :'batch', :'source'), 'a batch that goes on is about to read it');
SELECT fanout.cancel_run(:'batch');
SAVEPOINT unread;
SELECT is(fanout.resume_run(:'source', failed_items => true), true, 'one that was cancelled before is not');
ROLLBACK TO unread;
SELECT fanout.resume_run(:'batch');
SELECT pg_temp.fail_work();
SELECT is(fanout.run_status(:'batch'), 'completed', 'the batch ends');
SELECT throws_ok(format('SELECT fanout.resume_run(%L, failed_items => true)', :'source'), 'PFARG', NULL, 'and has read it');
SELECT fanout.start_run('next') AS other \gset
SELECT pg_temp.fail_work();
SELECT is(fanout.resume_run(:'other', failed_items => true), true, 'that of another run it has not');

SELECT * FROM finish();
ROLLBACK;
