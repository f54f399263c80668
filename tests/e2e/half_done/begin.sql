-- Runs of every kind, each in the middle of something, so that every table has rows. For a developer who is a worker and an operator, too;
-- :friend is another role. What daemons are to do later, an SQL function does, or h, which gives back what it gets.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql RETURN task -> 'item';
CREATE FUNCTION flaky(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN
    IF (SELECT attempt FROM fanout.current_task()) < 2 THEN RAISE 'not yet'; END IF;
    RETURN task -> 'item';
END $$;
CREATE FUNCTION sum(task jsonb) RETURNS jsonb LANGUAGE sql RETURN (SELECT to_jsonb(sum(i::int)) FROM jsonb_array_elements_text(task -> 'same') i);
-- A flow with one step; its queue has its name.
CREATE FUNCTION pg_temp.flow(flow text, handler text, step_type text = 'fanout', fanout_from text = 'run', limits text[] = '{}', on_failure text = 'fail_fast',
                             retry_budget int = NULL, max_concurrency int = NULL, base_delay interval = '10 ms') RETURNS void LANGUAGE sql AS $$
    SELECT fanout.create_flow(flow, base_delay => base_delay, max_delay => '1 h', max_attempts => 2);
    SELECT fanout.add_step(flow, 'each', step_type => step_type, fanout_from => fanout_from, handler => handler, queue => flow, limits => limits,
                           on_failure => on_failure, retry_budget => retry_budget, max_concurrency => max_concurrency) $$;
-- Claims tasks of a queue.
CREATE FUNCTION pg_temp.claim(queue text, tasks int) RETURNS SETOF bigint LANGUAGE sql AS $$
    SELECT c.claim_id FROM fanout.register_worker(queue, '{h,flow:,sql:}', ARRAY[queue], slots => 10) w, fanout.claim_tasks(w, tasks) c $$;

-- A fan-out behind a limit that others may name, one that is pipelined over it, and a sum: three tasks are done, of seven more somebody
-- has a claim that nobody will end.
SELECT fanout.create_limit('few', max_concurrency => 20), fanout.grant_limit('few', :'friend');
SELECT fanout.create_flow('work', base_delay => '10 ms', retention => '7 days', retention_failed => '-1', notify => true);
SELECT fanout.add_step('work', 'same', step_type => 'fanout', fanout_from => 'run', handler => 'sql:same', limits => '{few}'),
       fanout.add_step('work', 'flaky', step_type => 'fanout', depends_on => '{same}', handler => 'sql:flaky'),
       fanout.add_step('work', 'sum', depends_on => '{same}', handler => 'sql:sum');
SELECT fanout.start_run('work', (SELECT jsonb_agg(i) FROM generate_series(1, 100) i), 'work', fair_key => 'k');
SELECT fanout.register_worker('w', '{sql:}', slots => 10) AS w \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT fanout.run_sql_tasks(:w, max_tasks => 3);
-- Later runs are of another version.
SELECT fanout.add_step('work', 'sum', depends_on => '{same}', handler => 'sql:sum', priority => 1);

-- Retries that wait an hour, and take something off a budget.
SELECT pg_temp.flow('retries', 'h', retry_budget => 5, base_delay => '1 h');
SELECT fanout.start_run('retries', '[1, 2, 3]', 'retries') AS retries \gset
SELECT pg_temp.claim('retries', 3);
SELECT fanout.fail_task(:'retries', 'each', i, 'not yet') FROM generate_series(0, 2) i;

-- A queue, a flow and a run that are paused, with rows that a claim has met.
SELECT pg_temp.flow('held_queue', 'h'), pg_temp.flow('held_flow', 'h'), pg_temp.flow('held_run', 'h');
SELECT fanout.pause_queue('held_queue', 'work on the server'), fanout.pause_flow('held_flow');
SELECT fanout.start_run('held_queue', '[1, 2]', 'held_queue'), fanout.start_run('held_flow', '[1, 2]', 'held_flow'), fanout.start_run('held_run', '[1, 2]', 'held_run') AS held_run \gset
SELECT fanout.pause_run(:'held_run', 'to be looked at');
SELECT pg_temp.claim('held_queue', 2), pg_temp.claim('held_flow', 2), pg_temp.claim('held_run', 2);

-- A task that was settled by hand.
SELECT pg_temp.flow('settled', 'h');
SELECT fanout.start_run('settled', '[1, 2, 3]', 'settled') AS settled \gset
SELECT fanout.settle_task(:'settled', 'each', 1, '"by hand"', 'it was done already');

-- A rate of which the token is used up, a step with a cap of its own, and a run with a priority.
SELECT fanout.create_limit('rate', rate => 1, per => '1 day', burst => 1);
SELECT pg_temp.flow('rated', 'h', limits => '{rate}'), pg_temp.flow('capped', 'h', max_concurrency => 1);
SELECT fanout.start_run('rated', '[1, 2, 3]', 'rated') AS rated, fanout.start_run('capped', '[1, 2, 3]', 'capped') AS capped \gset
SELECT pg_temp.claim('rated', 3), pg_temp.claim('rated', 3), pg_temp.claim('capped', 3);
SELECT fanout.complete_task(:'rated', 'each', 0, '"before"');
SELECT fanout.set_priority(:'capped', 7);

-- A task that has reported how far it is.
SELECT pg_temp.flow('reports', 'h');
SELECT fanout.start_run('reports', '[1, 2]', 'reports') AS reports \gset
SELECT fanout.register_worker('reporter', '{h}', '{reports}', slots => 10) AS w \gset
SELECT claim_id FROM fanout.claim_tasks(:w, 1) \gset
SELECT fanout.heartbeat(:w, ARRAY[:claim_id], ARRAY[0], ARRAY['{"at": 5}']);

-- A stream that more is pushed to, child runs, one of which has ended, and a batch of chained runs.
SELECT pg_temp.flow('pushed', 'h', fanout_from => 'stream'), pg_temp.flow('child', 'h', 'single', NULL), pg_temp.flow('parent', 'flow:child');
SELECT fanout.start_run('pushed', name => 'pushed') AS pushed, fanout.start_run('parent', '[1, 2, 3]', 'parent') \gset
SELECT fanout.push_items(:'pushed', 'each', '[1, 2, 3]');
SELECT pg_temp.claim('pushed', 1);
SELECT fanout.complete_task(:'pushed', 'each', 0, '"before"');
SELECT pg_temp.claim('parent', 3);
SELECT fanout.register_worker('child', '{h}', '{child}', slots => 10) AS w \gset
SELECT fanout.complete_task(run_id, step_slug, task_index, '"before"') FROM fanout.claim_tasks(:w, 1);
SELECT fanout.chain_runs('child', ARRAY[:'ended'::uuid], max_concurrency => 1) AS batch \gset

-- A run that had failed, and of which a task is tried again with another item; one that has stayed failed; one that was cancelled; and
-- one that is completed all the same.
SELECT pg_temp.flow('again', 'h'), pg_temp.flow('failed', 'h'), pg_temp.flow('cancelled', 'h'), pg_temp.flow('collected', 'h', on_failure => 'collect');
SELECT fanout.start_run('again', '[1, 2]', 'again') AS again, fanout.start_run('failed', '[1, 2]', 'failed') AS failed,
       fanout.start_run('cancelled', '[1, 2]', 'cancelled') AS cancelled, fanout.start_run('collected', '[1, 2]', 'collected') AS collected \gset
SELECT pg_temp.claim(run, 2) FROM unnest(ARRAY['again', 'failed', 'cancelled', 'collected']) run;
SELECT fanout.fail_task(:'again', 'each', 0, 'wrong', final => true), fanout.complete_task(:'again', 'each', 1, '"before"');
SELECT fanout.retry_task(:'again', 'each', 0, '{"item": "right"}');
SELECT fanout.fail_task(:'failed', 'each', 0, 'wrong', final => true), fanout.complete_task(:'failed', 'each', 1, '"before"');
SELECT fanout.complete_task(:'cancelled', 'each', 0, '"before"'), fanout.cancel_run(:'cancelled', 'no more');
SELECT fanout.fail_task(:'collected', 'each', 0, 'wrong', final => true), fanout.complete_task(:'collected', 'each', 1, '"before"');

-- A step of which the engine has inserted only the first tasks, and one without a flow.
SELECT pg_temp.flow('large', 'sql:same');
SELECT fanout.start_run('large', (SELECT jsonb_agg(i) FROM generate_series(1, 12000) i), 'large');
SELECT fanout.execute_many('h', '[1, 2]', name => 'many', queue => 'many');
