BEGIN;
SELECT plan(10);

SELECT fanout.register_worker('w', ARRAY['h', 'flow:']) AS w \gset
SELECT fanout.execute_many('h', '[1]') AS first \gset
SELECT fanout.execute_many('h', '[2]') AS second \gset
SELECT fanout.execute_many('h', '[3]', max_attempts => 7) AS other \gset
SELECT is((SELECT count(*) FROM fanout.flows), 2::bigint, 'calls with the same options are of one flow');
SELECT fanout.complete_task(run_id, step_slug, task_index, '1') FROM fanout.claim_tasks(:w, 3);
UPDATE fanout.runs SET completed_at = completed_at - interval '1 day' WHERE run_id <> :'second';
SELECT is(fanout.prune('1 hour', dry_run => true), 2::bigint, 'runs are counted');
SELECT is((SELECT count(*) FROM fanout.flows), 2::bigint, 'which drops no flow');
SELECT is(fanout.prune('1 hour'), 2::bigint, 'they are removed');
SELECT is((SELECT count(*) FROM fanout.flows), 1::bigint, 'one whose last run that was goes with it');
SELECT is((SELECT count(*) FROM fanout.steps), 1::bigint, 'and so do its steps');
SELECT lives_ok($$SELECT fanout.execute_many('h', '[3]', max_attempts => 7)$$, 'it is defined anew when it is needed');

SELECT fanout.create_flow('source');
SELECT fanout.add_step('source', 'work', handler => 'h');
SELECT fanout.chain_runs('source', '{}') AS batch \gset
UPDATE fanout.runs SET completed_at = clock_timestamp() - interval '1 year' WHERE status = 'completed';
SELECT is((SELECT count(*) FROM fanout.flows WHERE flow_slug LIKE 'chain-%'), 1::bigint, 'a batch of chained runs has a flow');
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.flows WHERE flow_slug LIKE 'chain-%'), 0::bigint, 'which goes when maintenance removes the last of them');
SELECT is((SELECT count(*) FROM fanout.flows WHERE flow_slug = 'source'), 1::bigint, 'a flow that somebody has defined stays without a run');

SELECT * FROM finish();
ROLLBACK;
