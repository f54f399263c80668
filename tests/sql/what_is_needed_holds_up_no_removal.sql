-- More runs whose time is up are needed by a batch of chained runs that goes on than one look finds: what is behind them goes.
BEGIN;
SELECT plan(3);

SELECT fanout.create_flow('source', retention => '1 h'), fanout.add_step('source', 'work', handler => 'h'),
       fanout.create_flow('target'), fanout.add_step('target', 'work', handler => 'h');
SELECT fanout.start_run('source') AS needed \gset
SELECT fanout.cancel_run(:'needed');
-- Runs without steps, as far as this goes.
INSERT INTO fanout.runs (run_id, flow_id, generation, status, owner, input, started_at, completed_at)
    SELECT gen_random_uuid(), flow_id, generation, status, owner, input, started_at, completed_at FROM fanout.runs, generate_series(1, 10000);
SELECT fanout.chain_runs('target', (SELECT array_agg(run_id) FROM fanout.runs)) AS batch \gset
SELECT fanout.start_run('source') AS other \gset
SELECT fanout.cancel_run(:'other');

-- However slow the machine is.
SET fanout.call_budget = '1 h';
SET fanout.clock_offset = '2 h';
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.runs WHERE run_id = :'other'), 0::bigint, 'one that nobody needs is removed');
SELECT is((SELECT count(*) FROM fanout.runs JOIN fanout.flows USING (flow_id) WHERE flow_slug = 'source'), 10001::bigint, 'all others stay');
SELECT fanout.cancel_run(:'batch');
SET fanout.clock_offset = '122 min';
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.runs JOIN fanout.flows USING (flow_id) WHERE flow_slug = 'source'), 1::bigint, 'and go once the batch has ended, as many as one look finds');

SELECT * FROM finish();
ROLLBACK;
