-- Not in a transaction: what is waited for is committed by another session.
SELECT plan(9);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.claim_tasks(:w, 1);

CALL fanout.wait_for_run(:'run', '0', NULL) \gset
SELECT is(:'status'::text, 'started', 'without time it gives the status now');
SELECT clock_timestamp() AS before \gset
CALL fanout.wait_for_run(:'run', '300 ms') \gset
SELECT is(:'status'::text, 'started', 'when the time is up, too');
SELECT cmp_ok(clock_timestamp() - :'before'::timestamptz, '>=', interval '300 ms', 'and not sooner');

\setenv RUN :run
\! (sleep 0.3; psql -Xqc "SELECT fanout.complete_task('$RUN', 'work', 0, '1')") >/dev/null 2>&1 &
SELECT clock_timestamp() AS before \gset
CALL fanout.wait_for_run(:'run', '1 min') \gset
SELECT is(:'status'::text, 'completed', 'it sees the run complete in another session');
SELECT cmp_ok(clock_timestamp() - :'before'::timestamptz, '<', interval '50 s', 'without waiting for the time to be up');
CALL fanout.wait_for_run(timeout => '1 min', run_id => :'run') \gset
SELECT is(:'status'::text, 'completed', 'a run that has ended is not waited for');

SELECT throws_ok($$CALL fanout.wait_for_run('00000000-0000-0000-0000-000000000000', '1 s')$$, 'PFTXN', NULL,
                 'inside of a transaction it is refused: it would never see the end');
-- pgTAP's functions are such transactions, so these errors are caught outside.
\set answer `psql -Xq -v VERBOSITY=sqlstate -c "CALL fanout.wait_for_run('00000000-0000-0000-0000-000000000000', '1 s')" 2>&1`
SELECT is(:'answer'::text, 'ERROR:  PFRUN', 'an unknown run is refused');
\set answer `psql -Xq -v VERBOSITY=sqlstate -c "CALL fanout.wait_for_run('$RUN', NULL)" 2>&1`
SELECT is(:'answer'::text, 'ERROR:  PFARG', 'and a wait without a time');

SELECT * FROM finish();
