-- Five outputs of 60 MB fit one by one, but not in one jsonb (268,435,455 bytes).
BEGIN;
SELECT plan(7);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('f', 'after', ARRAY['work'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4]') AS run \gset
SELECT fanout.claim_tasks(:w, 5);
CREATE TEMP TABLE large AS SELECT to_jsonb(repeat('x', 60000000)) AS output;
SELECT fanout.complete_task(:'run', 'work', i, output) FROM large, generate_series(0, 3) i;
SELECT is(fanout.run_status(:'run'), 'started', 'four of five are done');
SELECT lives_ok(format('SELECT fanout.complete_task(%L, ''work'', 4, output) FROM large', :'run'), 'the last completion is accepted');
SELECT is(fanout.run_status(:'run'), 'failed', 'but the run fails');
SELECT alike((SELECT error FROM fanout.runs_overview), 'step "work": its results can''t be aggregated: %268435455 bytes (SQLSTATE 54000)', 'and says which step, and why');
SELECT is((SELECT count(*) FROM task_outputs), 5::bigint,
          'every result is kept');
SELECT is((SELECT count(*) FROM fanout.queue) + (SELECT count(*) FROM fanout.stripes), 0::bigint, 'nothing is left to do');
SELECT results_eq(format('SELECT step_slug, task_index FROM fanout.errors(%L)', :'run'), $$VALUES ('work', NULL::int)$$, 'errors() has the step as a whole');

SELECT * FROM finish();
ROLLBACK;
