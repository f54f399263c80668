-- Not in a transaction: notifications come with a commit. \setenv has the shell see what the next statement is about.
SELECT plan(9);

SELECT fanout.create_flow('told', notify => true), fanout.add_step('told', 'work', handler => 'h');
SELECT fanout.create_flow('untold'), fanout.add_step('untold', 'work', handler => 'h');
SELECT fanout.create_flow('parent'), fanout.add_step('parent', 'child', handler => 'flow:told');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:']) AS w \gset

CREATE FUNCTION pg_temp.told(run text, status text) RETURNS text LANGUAGE sql AS $$SELECT format('"fanout_runs" with payload "{"run_id": "%s", "status": "%s"}', run, status)$$;

SELECT fanout.start_run('told') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
\setenv RUN :run
\set said `psql -XAtq -c 'LISTEN fanout_runs' -c "SELECT fanout.complete_task('$RUN', 'work', 0, '1')" | grep -o '"fanout_.*}'`
SELECT is(:'said'::text, pg_temp.told(:'run', 'completed'), 'who listens hears that a run has completed, and no name');
SELECT fanout.start_run('told') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
\setenv RUN :run
\set said `psql -XAtq -c 'LISTEN fanout_runs' -c "SELECT fanout.fail_task('$RUN', 'work', 0, 'no', final => true)" | grep -o '"fanout_.*}'`
SELECT is(:'said'::text, pg_temp.told(:'run', 'failed'), 'or that it has failed');
SELECT fanout.start_run('told') AS run \gset
\setenv RUN :run
\set said `psql -XAtq -c 'LISTEN fanout_runs' -c "SELECT fanout.cancel_run('$RUN')" | grep -o '"fanout_.*}'`
SELECT is(:'said'::text, pg_temp.told(:'run', 'cancelled'), 'or was cancelled');
\set said `psql -XAtq -c 'LISTEN fanout_runs' -c "BEGIN; SELECT fanout.resume_run('$RUN'), fanout.cancel_run('$RUN'); ROLLBACK" | grep -o '"fanout_.*}'`
SELECT is(:'said'::text, '', 'of an end that was rolled back nobody hears');

SELECT fanout.start_run('untold') AS run \gset
\setenv RUN :run
\set said `psql -XAtq -c 'LISTEN fanout_runs' -c "SELECT fanout.cancel_run('$RUN')" | grep -o '"fanout_.*}'`
SELECT is(:'said'::text, '', 'of runs of other flows nobody hears');

SELECT fanout.start_run('untold') AS run \gset
SELECT is(fanout.create_flow('untold', notify => true), 1, 'to have it told makes no new version');
\setenv RUN :run
\set said `psql -XAtq -c 'LISTEN fanout_runs' -c "SELECT fanout.cancel_run('$RUN')" | grep -o '"fanout_.*}'`
SELECT is(:'said'::text, pg_temp.told(:'run', 'cancelled'), 'and holds for the runs that go on');
SELECT throws_ok($$SELECT fanout.create_flow('untold', notify => NULL)$$, 'PFARG', NULL, 'it is or is not');

SELECT fanout.start_run('parent') AS run \gset
SELECT claim_id AS claim FROM fanout.exchange(:w, 1, 1) \gset
SELECT fanout.run_internal(:w, :claim);
SELECT run_id AS child FROM fanout.runs WHERE parent_state_id IS NOT NULL \gset
\setenv RUN :run
\set said `psql -XAtq -c 'LISTEN fanout_runs' -c "SELECT fanout.cancel_run('$RUN')" | grep -o '"fanout_.*}'`
SELECT is(:'said'::text, pg_temp.told(:'child', 'cancelled'), 'a child run that ends with its parent is told as well');

SELECT * FROM finish();
