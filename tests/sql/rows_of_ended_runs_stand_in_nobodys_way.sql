-- What a call under way puts back for a run that is cancelled meanwhile waits like any other: whoever meets it removes it, and gets
-- live work.
BEGIN;
SELECT plan(3);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('one', ARRAY['h']) AS one \gset
SELECT fanout.register_worker('two', ARRAY['h']) AS two \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]') AS ended \gset
SELECT fanout.claim_tasks(:one, 2), fanout.claim_tasks(:one, 2), fanout.claim_tasks(:one, 6);
SELECT fanout.cancel_run(:'ended');
UPDATE fanout.queue SET worker_id = NULL, claimed_at = NULL, claim_sequence = NULL WHERE worker_id = :one;
SELECT cmp_ok((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), '>', 0::bigint, 'there are such rows');
SELECT fanout.start_run('f', '[0, 1]') AS live \gset
UPDATE fanout.queue q SET virtual_time = virtual_time + 1000 FROM fanout.step_states s WHERE s.state_id = q.state_id AND s.run_id = :'live';
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:two, 5) WHERE run_id = :'live'), 2::bigint, 'a claim gets what stands behind them');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'and removes them');

SELECT * FROM finish();
ROLLBACK;
