BEGIN;
SELECT plan(6);

SELECT fanout.create_flow('source');
SELECT fanout.add_step('source', 'work', handler => 'h');
SELECT fanout.create_flow('target');
SELECT fanout.add_step('target', 'work', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:']) AS w \gset
SELECT fanout.start_run('source') AS needed \gset
SELECT fanout.start_run('source') AS other \gset
SELECT fanout.complete_task(run_id, 'work', 0, '1') FROM fanout.claim_tasks(:w, 2);
SELECT fanout.chain_runs('target', ARRAY[:'needed', :'needed']::uuid[]) AS batch \gset
-- Whoever starts a batch's flow by hand may give it anything.
SELECT fanout.start_run(f.flow_slug, '[7, "x", null, {}]') AS odd FROM fanout.flows f JOIN fanout.runs r USING (flow_id) WHERE r.run_id = :'batch' \gset
SELECT is(fanout.prune('0', dry_run => true), 1::bigint, 'the source of a batch that goes on is not counted');
SELECT is(fanout.prune('0'), 1::bigint, 'and stays');
SELECT is((SELECT string_agg(r.run_id::text, ' ') FROM fanout.runs r JOIN fanout.flows f USING (flow_id) WHERE f.flow_slug = 'source'), :'needed', 'the other is gone');
SELECT fanout.cancel_run(:'odd');
SELECT fanout.cancel_run(:'batch');
SELECT is(fanout.prune('0', dry_run => true), 3::bigint, 'nothing needs it once the batch has ended');
SELECT is(fanout.prune('0', 'source'), 1::bigint, 'it goes');
SELECT is(fanout.prune('0'), 2::bigint, 'and the batches');

SELECT * FROM finish();
ROLLBACK;
