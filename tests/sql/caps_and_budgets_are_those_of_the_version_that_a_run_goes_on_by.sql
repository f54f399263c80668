-- What the tasks of a step may do in all is counted a run: where the version that the run goes on by says something else, that counts.
BEGIN;
SELECT no_plan();

SELECT fanout.register_worker('w', ARRAY['h', 'fanout:'], slots => 100) AS w \gset
CREATE FUNCTION pg_temp.claim() RETURNS text LANGUAGE sql AS
$$ SELECT string_agg(task_index || '/' || attempt, ' ' ORDER BY task_index)
     FROM fanout.claim_tasks((SELECT worker_id FROM fanout.workers WHERE name = 'w'), 100) $$;
CREATE FUNCTION pg_temp.define(cap int, budget int DEFAULT NULL, limits text[] DEFAULT '{}', queue text DEFAULT 'default') RETURNS void LANGUAGE sql AS
$$ SELECT fanout.add_step('f', 'many', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_concurrency => cap, retry_budget => budget,
                          limits => limits, queue => queue) $$;
SELECT fanout.create_flow('f', max_attempts => 3, base_delay => '0');

-- A cap that the step has.
SELECT pg_temp.define(2);
SELECT fanout.start_run('f', '[1, 2, 3, 4, 5, 6]') AS run \gset
SELECT is(pg_temp.claim(), '0/1 1/1', 'a step with a cap of two');
SELECT fanout.cancel_run(:'run');
SELECT pg_temp.define(4);
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(), '0/1 1/1', 'has it by its own version');
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), '0/1 1/1 2/1 3/1', 'and the other one by the current version');
SELECT is((SELECT max_concurrency FROM fanout.limits_overview WHERE run_id = :'run'), 4, 'that is its cap');
SELECT fanout.cancel_run(:'run');
SELECT pg_temp.define(NULL);
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), '0/1 1/1 2/1 3/1 4/1 5/1', 'none where that has none');
SELECT is((SELECT count(*) FROM fanout.limits), 0::bigint, 'whatever there was');
SELECT fanout.cancel_run(:'run');
SELECT pg_temp.define(1);
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), '0/1', 'one at a time');
SELECT fanout.complete_task(:'run', 'many', 0, '0');
SELECT is(pg_temp.claim(), '1/1', 'after the other');

-- One that was set for the run.
SELECT fanout.set_max_concurrency(:'run', 'many', 3);
SELECT fanout.cancel_run(:'run');
SELECT pg_temp.define(2);
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), '1/1 2/1 3/1', 'a cap that was set for the run stays');
SELECT fanout.cancel_run(:'run');

-- Limits and queues.
SELECT fanout.create_limit('api', max_concurrency => 1);
SELECT pg_temp.define(NULL, limits => '{api}', queue => 'other');
SELECT fanout.start_run('f', '[1, 2, 3]') AS run \gset
SELECT fanout.cancel_run(:'run');
SELECT pg_temp.define(NULL, limits => '{}');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), '0/1 1/1 2/1', 'what enters by the current version needs nothing of a limit that it does not name, and is in its queue');
SELECT fanout.cancel_run(:'run');
SELECT pg_temp.define(NULL, limits => '{api}');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), '0/1', 'and waits for one that it names');
SELECT is((SELECT in_flight FROM fanout.limits_overview WHERE name = 'api'), 1, 'whose slots are counted');
SELECT fanout.cancel_run(:'run');
SELECT fanout.heartbeat(:w);
SELECT fanout.maintain();
SELECT pg_temp.define(NULL);
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is((SELECT in_flight FROM fanout.limits_overview WHERE name = 'api'), 0, 'and free where it is not named any more');
SELECT fanout.cancel_run(:'run');

-- A budget of retries.
SELECT pg_temp.define(NULL, 1);
SELECT fanout.start_run('f', '[1, 2]') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.fail_task(:'run', 'many', 0, 'no'), fanout.fail_task(:'run', 'many', 1, 'no');
SELECT alike((SELECT error FROM fanout.runs WHERE run_id = :'run'), '%retry_budget of 1 is spent%', 'a run fails when its budget is spent');
SELECT fanout.resume_run(:'run');
SELECT pg_temp.claim();
SELECT fanout.fail_task(:'run', 'many', 0, 'no');
SELECT is(fanout.run_status(:'run'), 'failed', 'which stays so');
SELECT pg_temp.define(NULL, 2);
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), '0/3 1/2', 'resumed by a version with a larger one');
SELECT fanout.fail_task(:'run', 'many', 1, 'no');
SELECT is(fanout.run_status(:'run'), 'started', 'it has retries');
SELECT is((SELECT remaining FROM fanout.retry_budgets), 1, 'as many as that says, from the beginning');
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is((SELECT remaining FROM fanout.retry_budgets), 1, 'and no more where it says the same');

SELECT * FROM finish();
ROLLBACK;
