BEGIN;
SELECT plan(6);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'source', handler => 'h');
SELECT fanout.add_step('f', 'work', ARRAY['source'], 'fanout', 'h', fanout_path => '$[*]');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.register_worker('server', ARRAY['fanout:']) AS server \gset
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.exchange(:w, 1, 1) \g /dev/null
-- What would come in parts has begun by then; what a path finds starts as a whole.
SELECT fanout.complete_task(:'run', 'source', 0, (SELECT jsonb_agg(n) FROM generate_series(1, 20000) n));
SELECT fanout.register_worker('both', ARRAY['h', 'fanout:']) AS both \gset
SAVEPOINT before;
SELECT claim_id AS claim FROM fanout.exchange(:both, 1, 1) WHERE kind = 'internal' \gset
SELECT throws_ok(format('SELECT fanout.exchange(%s, 2, 0, ARRAY[%s]::bigint[], ARRAY[0], ARRAY[''1''], ARRAY[NULL]::text[], ARRAY[false])', :both, :claim),
                 'PFTSK', format('exchange: claim %s is of child runs or the engine''s own work, which no worker completes or fails', :claim), 'it can''t be completed like a task');
ROLLBACK TO before;
SAVEPOINT before;
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:both, 1)), 1::bigint, 'nor does claim_tasks return it: it does it');
ROLLBACK TO before;
CREATE FUNCTION pg_temp.crash(server bigint, sequence bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    claim bigint;
BEGIN
    SELECT e.claim_id INTO STRICT claim FROM fanout.exchange(server, sequence, 1) e WHERE e.kind = 'internal';
    PERFORM fanout.report_crash(server, claim);
    RETURN claim;
END
$$;
SELECT pg_temp.crash(:server, 1) AS claim \gset
SELECT throws_ok(format('SELECT fanout.report_crash(%s, %s)', :server, :claim), 'PFSTL', NULL, 'a crash is reported once');
SELECT pg_temp.crash(:server, n) FROM generate_series(2, 4) n;
SELECT is(fanout.run_status(:'run'), 'started', 'four crashes may be somebody else''s');
SELECT pg_temp.crash(:server, 5);
SELECT is((SELECT error FROM fanout.runs_overview), 'step "work": its start was given up after 5 crashes: its connection was lost while it ran',
          'the fifth one fails the step and the run');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'and nothing is left to crash again');

SELECT * FROM finish();
ROLLBACK;
