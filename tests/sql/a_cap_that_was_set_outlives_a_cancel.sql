BEGIN;
SELECT plan(7);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_concurrency => 2);
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[1, 2, 3, 4, 5]') AS run \gset
SELECT fanout.start_run('f', '[1, 2, 3, 4, 5]') AS other \gset
SELECT fanout.set_max_concurrency(:'run', 'work', 3);
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10) WHERE run_id = :'run'), 3::bigint, 'the cap that was set holds');
SELECT fanout.cancel_run(:'run'), fanout.cancel_run(:'other');
SELECT fanout.unregister_worker(:w);
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.limits), 1::bigint, 'maintain removes only what a resume makes again');
SELECT fanout.resume_run(:'run'), fanout.resume_run(:'other');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
CREATE TEMP TABLE claimed AS SELECT run_id, task_index FROM fanout.claim_tasks(:w, 10);
SELECT is((SELECT count(*) FROM claimed WHERE run_id = :'run'), 3::bigint, 'it holds after a resume');
SELECT is((SELECT count(*) FROM claimed WHERE run_id = :'other'), 2::bigint, 'where none was set, the definition''s does');

SELECT fanout.set_max_concurrency(:'other', 'work', NULL);
SELECT fanout.cancel_run(:'other');
SELECT fanout.unregister_worker(:w);
SELECT fanout.maintain();
SELECT fanout.resume_run(:'other');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
CREATE TEMP TABLE without AS SELECT run_id, task_index FROM fanout.claim_tasks(:w, 10);
SELECT is((SELECT count(*) FROM without WHERE run_id = :'other'), 5::bigint, 'a cap that was taken away stays away');
SELECT fanout.complete_task(run_id, 'work', task_index, '1') FROM without;
CREATE TEMP TABLE rest AS SELECT run_id, task_index FROM fanout.claim_tasks(:w, 10);
SELECT fanout.complete_task(run_id, 'work', task_index, '1') FROM rest;
SELECT is((SELECT count(*) FROM fanout.runs WHERE status = 'completed'), 2::bigint, 'both runs complete');
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.limits), 0::bigint, 'then nothing is kept');

SELECT * FROM finish();
ROLLBACK;
