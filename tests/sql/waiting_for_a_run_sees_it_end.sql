-- Not in a transaction: what is waited for is committed by another session.
SELECT plan(20);

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
\setenv LOG `mktemp`
-- What another session, which waits, has and holds.
CREATE FUNCTION pg_temp.waiters() RETURNS SETOF pg_stat_activity LANGUAGE sql AS $$
    SELECT a.* FROM pg_stat_activity a JOIN pg_locks l USING (pid)
     WHERE a.datname = current_database() AND l.locktype = 'object' AND l.classid = 'fanout.runs'::regclass AND l.mode = 'AccessShareLock' AND a.wait_event_type = 'Extension' $$;
CREATE PROCEDURE pg_temp.until_waiters(n int) LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1 .. 3000 LOOP
        EXIT WHEN (SELECT count(*) FROM pg_temp.waiters()) = n;
        PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
    END LOOP;
END $$;
\! psql -XAtqc "CALL fanout.wait_for_run('$RUN', '1 min')" -c "SELECT 'after ' || extract(epoch FROM clock_timestamp())" >$LOG 2>&1 &
CALL pg_temp.until_waiters(1);
SELECT is((SELECT count(*) FROM pg_temp.waiters()), 1::bigint, 'while it waits');
SELECT is((SELECT wait_event FROM pg_temp.waiters()),
    CASE WHEN current_setting('server_version_num')::int >= 170000 THEN 'FanoutWaitForRun' ELSE 'Extension' END, 'which can be seen by its name from PostgreSQL 17 on');
SELECT is((SELECT count(backend_xmin) + count(backend_xid) FROM pg_temp.waiters()), 0::bigint, 'it has neither a snapshot nor a transaction of its own');
SELECT is_empty($$SELECT l.locktype, l.relation::regclass, l.mode FROM pg_locks l
    WHERE l.pid IN (SELECT pid FROM pg_temp.waiters()) AND l.locktype <> 'virtualxid' AND l.classid IS DISTINCT FROM 'fanout.runs'::regclass$$, 'and locks no table');
SELECT lives_ok('ALTER TABLE fanout.runs ALTER name SET STATISTICS 10', 'so that the tables can be altered');
SELECT fanout.complete_task(:'run', 'work', 0, '1');
SELECT clock_timestamp() AS ended \gset
CALL pg_temp.until_waiters(0);
\set said `until grep -q after $LOG; do sleep 0.01; done; head -n 1 $LOG`
SELECT is(:'said'::text, 'completed', 'it sees the run complete in another session');
\set after `sed -n 's/after //p' $LOG`
-- It would look by itself after ten seconds.
SELECT cmp_ok(:after - extract(epoch FROM :'ended'::timestamptz), '<', 9::numeric, 'as soon as that has committed');
CALL fanout.wait_for_run(timeout => '1 min', run_id => :'run') \gset
SELECT is(:'status'::text, 'completed', 'a run that has ended is not waited for');

-- The other ways to end, with several who wait, each with another isolation level. A run that is resumed while somebody waits is locked against other resumes, not against them.
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.cancel_run(:'run');
\setenv RUN :run
BEGIN;
SELECT fanout.resume_run(:'run');
COMMIT;
\! : >$LOG; for i in 'read committed' 'repeatable read' serializable; do psql -XAtqc "SET default_transaction_isolation = '$i'" -c "CALL fanout.wait_for_run('$RUN', '1 min')" >>$LOG 2>&1 & done
CALL pg_temp.until_waiters(3);
SELECT is((SELECT count(backend_xmin) FROM pg_temp.waiters()), 0::bigint, 'none of them holds a snapshot');
BEGIN;
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
COMMIT;
SELECT is((SELECT count(*) FROM pg_temp.waiters()), 3::bigint, 'an end that was taken back before its commit is none');
SELECT fanout.cancel_run(:'run');
\set said `until [ $(wc -l <$LOG) = 3 ]; do sleep 0.01; done; sort -u $LOG`
SELECT is(:'said'::text, 'cancelled', 'all who wait see it cancelled');

SELECT fanout.start_run('f') AS run \gset
\setenv RUN :run
\set said `psql -XAtq -v VERBOSITY=sqlstate -c "SET statement_timeout = '50ms'" -c "CALL fanout.wait_for_run('$RUN', '1 min')" -c "SELECT count(*) FROM pg_locks WHERE locktype = 'object' AND pid = pg_backend_pid()" 2>&1 | xargs`
SELECT is(:'said'::text, 'ERROR: 57014 0', 'a wait can be cancelled, and leaves nothing in its session');
\! : >$LOG; psql -XAtq -v VERBOSITY=sqlstate -c "CALL fanout.wait_for_run('$RUN', '1 min')" >>$LOG 2>&1 &
CALL pg_temp.until_waiters(1);
SELECT fanout.drop_flow('f', force => true);
\set said `until [ -s $LOG ]; do sleep 0.01; done; cat $LOG; rm $LOG`
SELECT is(:'said'::text, 'ERROR:  PFRUN', 'a run that is removed meanwhile is no more');
SELECT is((SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database AND datname = current_database()
            WHERE locktype = 'object' AND classid = 'fanout.runs'::regclass), 0::bigint, 'nothing is left of them');

SELECT throws_ok($$CALL fanout.wait_for_run('00000000-0000-0000-0000-000000000000', '1 s')$$, 'PFTXN', NULL,
                 'inside of a transaction it is refused: it would never see the end');
-- pgTAP's functions are such transactions, so these errors are caught outside.
\set answer `psql -Xq -v VERBOSITY=sqlstate -c "CALL fanout.wait_for_run('00000000-0000-0000-0000-000000000000', '1 s')" 2>&1`
SELECT is(:'answer'::text, 'ERROR:  PFRUN', 'an unknown run is refused');
\set answer `psql -Xq -v VERBOSITY=sqlstate -c "CALL fanout.wait_for_run('$RUN', NULL)" 2>&1`
SELECT is(:'answer'::text, 'ERROR:  PFARG', 'and a wait without a time');

SELECT * FROM finish();
