BEGIN;
SELECT no_plan();

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0', run_timeout => '1 h');
SELECT fanout.add_step('f', 'first', handler => 'h');
SELECT fanout.add_step('f', 'many', '{first}', 'fanout', 'h');
SELECT fanout.add_step('f', 'last', '{many}', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset

-- Claims everything and says which tasks that are, with their attempts.
CREATE FUNCTION pg_temp.claim(worker bigint) RETURNS text LANGUAGE sql AS
$$ SELECT string_agg(step_slug || ' ' || task_index || '/' || attempt, ', ' ORDER BY step_slug, task_index)
     FROM fanout.claim_tasks(worker, 100) $$;

SELECT fanout.start_run('f') AS run \gset
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'first', 0, '["a", "b", "c", "d"]');
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'many', 1, '"B"');
SELECT fanout.fail_task(:'run', 'many', 2, 'broken', final => true);
SELECT is(fanout.run_status(:'run'), 'failed', 'a task fails for good, and the run with it');
-- Of a run that has failed a result is still accepted.
SELECT fanout.complete_task(:'run', 'many', 3, '"D"');

SELECT is(fanout.resume_run(:'run'), true, 'the run is resumed');
SELECT is(fanout.run_status(:'run'), 'started', 'and goes on');
SELECT results_eq(format('SELECT error, failed_step, completed_at FROM fanout.runs WHERE run_id = %L', :'run'),
    'VALUES (NULL::text, NULL::text, NULL::timestamptz)', 'with nothing left of its end');
SELECT is(fanout.resume_run(:'run'), false, 'a second call finds it started');
SELECT is((SELECT status || ' ' || done || '/' || total FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'many'),
    'started 2/4', 'two results were accepted, and stay');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NOT NULL), 0::bigint, 'what was claimed before is not any more');
SELECT throws_ok(format($$SELECT fanout.complete_task(%L, 'many', 0, '1')$$, :'run'), 'PFTSK', NULL, 'so its worker comes too late');
SELECT is(pg_temp.claim(:w), 'many 0/1, many 2/2', 'what never ended and what failed run again; attempts go on counting');
SELECT fanout.complete_task(:'run', 'many', 0, '"A"');
SELECT fanout.complete_task(:'run', 'many', 2, '"C"');
SELECT is(pg_temp.claim(:w), 'last 0/1', 'what depends on it follows');
SELECT is((SELECT input -> 'many' FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'last'), '["A", "B", "C", "D"]', 'and gets old and new results in order');
SELECT fanout.complete_task(:'run', 'last', 0, '"end"');
SELECT is(fanout.run_status(:'run'), 'completed', 'the run completes');
SELECT is((SELECT count(*) FROM fanout.failures), 1::bigint, 'the failed attempt stays in the history');
SELECT throws_ok(format('SELECT fanout.resume_run(%L)', :'run'), 'PFARG', NULL, 'a completed run can not be resumed');
SELECT throws_ok(format('SELECT fanout.resume_run(%L)', gen_random_uuid()), 'PFRUN', NULL, 'nor one that is not there');

-- Cancelled before anything has begun, in the middle, and with a step ahead of its end.
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(:w), 'first 0/1', 'a run that was cancelled at its start begins');
SELECT fanout.cancel_run(:'run');
SELECT fanout.complete_task(:'run', 'first', 0, '[1, 2]');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(:w), 'many 0/1, many 1/1', 'a result that came after the cancel counts: the run goes on behind it');
SELECT fanout.complete_task(:'run', 'many', 0, '1');
SELECT fanout.complete_task(:'run', 'many', 1, '2');
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(:w), 'last 0/1', 'cancelled between two steps it goes on with the next');
SELECT fanout.complete_task(:'run', 'last', 0, '3');
SELECT is(fanout.run_output(:'run'), '{"last": 3}', 'and completes');

-- A source that was no array: the step that gave it runs again. A deadline that has passed: it gets a new one.
SELECT fanout.start_run('f') AS run \gset
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'first', 0, '"no array"');
SELECT is(fanout.run_status(:'run'), 'failed', 'a source that is no array');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(:w), 'first 0/2', 'is made again');
SELECT fanout.complete_task(:'run', 'first', 0, '[]');
SELECT is(pg_temp.claim(:w), 'last 0/1', 'mended, the run goes on');
SET fanout.clock_offset = '2 h';
SELECT fanout.maintain();
SELECT is(fanout.run_status(:'run'), 'failed', 'it takes too long');
SELECT fanout.resume_run(:'run');
SELECT fanout.maintain();
SELECT is(fanout.run_status(:'run'), 'started', 'and gets as much time again');
RESET fanout.clock_offset;

-- A large one: the stripes are counted anew.
SELECT fanout.start_run('f') AS run \gset
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'first', 0, (SELECT jsonb_agg(i) FROM generate_series(1, 2100) i));
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.claim_tasks(:w, 2100);
SELECT count(fanout.complete_task(run_id, step_slug, task_index, to_jsonb(task_index))) FROM claimed WHERE task_index % 3 > 0;
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT results_eq(format('SELECT stripe, remaining FROM fanout.stripes JOIN fanout.step_states USING (state_id) WHERE run_id = %L ORDER BY stripe', :'run'),
    'VALUES (0, 350), (1, 350)', 'a third of each stripe is to be done');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 2100)), 700::bigint, 'and can be claimed');
SELECT count(fanout.complete_task(:'run', 'many', i, to_jsonb(i))) FROM generate_series(0, 2099, 3) i;
SELECT is((SELECT output FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'many'), (SELECT jsonb_agg(i) FROM generate_series(0, 2099) i), 'all results are in order');

SELECT * FROM finish();
ROLLBACK;
