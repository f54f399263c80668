BEGIN;
SELECT plan(5);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 30000) i)) AS large \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 1000)), 1000::bigint, 'a large run is under way');
SELECT fanout.start_run('f', '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]') AS small \gset
CREATE TEMP TABLE next AS
    SELECT 1 AS call, * FROM fanout.claim_tasks(:w, 100) UNION ALL SELECT 2, * FROM fanout.claim_tasks(:w, 1000)
    UNION ALL SELECT 3, * FROM fanout.claim_tasks(:w, 1000);
SELECT is((SELECT count(*) FROM next WHERE run_id = :'small'), 10::bigint, 'a small one that came later gets its turn soon');
SELECT cmp_ok((SELECT count(*) FROM next WHERE run_id = :'large'), '>', 1000::bigint, 'and the large one goes on');

SELECT fanout.start_run('f', '[1]', priority => 5) AS urgent \gset
SELECT is((SELECT run_id FROM fanout.claim_tasks(:w, 1)), :'urgent', 'a higher priority goes first');
SELECT is((SELECT count(DISTINCT queue_id) FROM fanout.queue WHERE worker_id = :w),
          (SELECT count(*) FROM fanout.queue WHERE worker_id = :w), 'every claim has an id of its own');

SELECT * FROM finish();
ROLLBACK;
