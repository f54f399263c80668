BEGIN;
SELECT plan(9);

SELECT fanout.create_flow('source');
SELECT fanout.add_step('source', 'none', step_type => 'fanout', fanout_from => 'run');
SELECT fanout.create_flow('target', max_attempts => 1);
SELECT fanout.add_step('target', 'work', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:']) AS w \gset
CREATE TEMP TABLE sources AS SELECT i, fanout.start_run('source', '[]') AS run FROM generate_series(0, 3) i;
CREATE FUNCTION pg_temp.now(batch uuid) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(status, ' ' ORDER BY index) FROM fanout.chain_results(batch) $$;

SELECT fanout.chain_runs('target', ARRAY(SELECT run FROM sources ORDER BY i)) AS batch \gset
CREATE TEMP TABLE claimed AS SELECT run_id FROM fanout.claim_tasks(:w, 10);
SELECT is(pg_temp.now(:'batch'), 'started queued queued queued', 'one after the other, unless told otherwise');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 0::bigint, 'the next one waits');
SELECT fanout.complete_task(run_id, 'work', 0, '1') FROM claimed;
UPDATE claimed SET run_id = c.run_id FROM fanout.claim_tasks(:w, 10) c;
SELECT fanout.claim_tasks(:w, 10);
SELECT is(pg_temp.now(:'batch'), 'completed started queued queued', 'until the one before is over');
SELECT fanout.fail_task(run, 'work', 0, 'no') FROM fanout.chain_results(:'batch') WHERE status = 'started';
SELECT fanout.claim_tasks(:w, 10), fanout.claim_tasks(:w, 10);
SELECT is(pg_temp.now(:'batch'), 'completed failed started queued', 'a failure doesn''t stop them');

SELECT fanout.chain_runs('target', ARRAY(SELECT run FROM sources ORDER BY i), max_concurrency => 2, on_failure => 'fail_fast') AS batch \gset
SELECT fanout.claim_tasks(:w, 10), fanout.claim_tasks(:w, 10);
SELECT is(pg_temp.now(:'batch'), 'started started queued queued', 'two at a time');
SELECT is((SELECT in_flight FROM fanout.limits WHERE max_concurrency = 2), 2, 'each holds a slot while its child goes on');
SELECT fanout.maintain();
SELECT is((SELECT in_flight FROM fanout.limits WHERE max_concurrency = 2), 2, 'as maintain counts them, too');
SELECT fanout.complete_task(run, 'work', 0, '1') FROM fanout.chain_results(:'batch') WHERE index = 1;
SELECT fanout.claim_tasks(:w, 10), fanout.claim_tasks(:w, 10);
SELECT is(pg_temp.now(:'batch'), 'started completed started queued', 'and frees it for the next');
SELECT fanout.fail_task(run, 'work', 0, 'no') FROM fanout.chain_results(:'batch') WHERE index = 0;
SELECT fanout.claim_tasks(:w, 10);
SELECT is(pg_temp.now(:'batch'), 'failed completed cancelled cancelled', 'with fail_fast the first failure stops what goes on');

SELECT * FROM finish();
ROLLBACK;
