-- Rows commit out of order: one may stand below where the last scan found its first row.
BEGIN;
SELECT plan(4);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5, 6, 7]') AS early \gset
SELECT fanout.claim_tasks(:w, 2);
SELECT fanout.claim_tasks(:w, 2);
SELECT cmp_ok((SELECT virtual_time FROM fanout.queue WHERE worker_id IS NULL), '>', 0::bigint, 'the first row has moved on');

SELECT fanout.start_run('f', '[0, 1]') AS late \gset
UPDATE fanout.queue SET virtual_time = 0 WHERE worker_id IS NULL AND width = 2;
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 6)), 6::bigint, 'a scan that doesn''t find enough finds it at once');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'and nothing is left');

SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5, 6, 7]');
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.start_run('f', '[0, 1, 2]') AS late \gset
UPDATE fanout.queue SET virtual_time = 0 WHERE worker_id IS NULL AND width = 3;
-- This scan finds enough, and may pass it over: how long, depends on what scans take, for a second at most.
SELECT fanout.claim_tasks(:w, 1);
SELECT pg_sleep(1.01);
SELECT is((SELECT run_id FROM fanout.claim_tasks(:w, 1)), :'late', 'a scan that finds enough finds it within a second');

SELECT * FROM finish();
ROLLBACK;
