BEGIN;
SELECT plan(5);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4]') AS run \gset
SELECT fanout.claim_tasks(:w, 5);
-- Each result is well below jsonb's limit of 268,435,455 bytes; the five together are above it.
SELECT fanout.complete_task(:'run', 'work', i, to_jsonb(repeat('x', 60000000))) FROM generate_series(0, 3) i;
SELECT lives_ok(format('SELECT fanout.complete_task(%L, %L, 4, to_jsonb(repeat(%L, 60000000)))', :'run', 'work', 'x'),
                'the last completion is accepted');
SELECT is(fanout.run_status(:'run'), 'failed', 'and the run fails');
SELECT alike((SELECT error FROM fanout.runs_overview), 'step "work": its results can''t be aggregated: %exceeds the maximum%',
             'with an error that names the step and the limit');
SELECT is((SELECT count(*) FROM fanout.task_results WHERE output IS NOT NULL), 5::bigint, 'every result is kept');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'and nothing is stuck');

SELECT * FROM finish();
ROLLBACK;
