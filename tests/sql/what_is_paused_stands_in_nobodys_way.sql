BEGIN;
SELECT plan(6);

SELECT fanout.create_flow('f'), fanout.create_flow('g');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', priority => 9);
SELECT fanout.add_step('g', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
-- Three hundred runs that are paused, and all of them go first.
SELECT count(fanout.start_run('f', '[0, 1]')) FROM generate_series(1, 300);
SELECT fanout.pause_flow('f');
SELECT fanout.start_run('g', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]') AS g \gset

SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 8) WHERE flow_slug = 'g'), 8::bigint, 'a claim takes what is behind them');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL AND available_at IS NULL), 1::bigint, 'they stand aside');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 8)), 2::bigint, 'so the next claim meets none of them');
SELECT fanout.continue_flow('f');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 1000) WHERE flow_slug = 'f'), 600::bigint, 'then all are claimed');

-- A limit that they waited for is not kept from others.
SELECT fanout.create_limit('narrow', max_concurrency => 1);
SELECT fanout.create_flow('l'), fanout.add_step('l', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{narrow}');
SELECT fanout.start_run('l', '[0]', priority => 2) AS first \gset
SELECT fanout.start_run('l', '[0]', priority => 1) AS second \gset
SELECT fanout.start_run('l', '[0]') AS third \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT fanout.pause_run(:'second');
SELECT fanout.complete_task(:'first', 'work', 0, '0');
SELECT is((SELECT array_agg(run_id) FROM fanout.claim_tasks(:w, 10)), ARRAY[:'third'::uuid], 'a slot goes to the next that is not paused');
SELECT fanout.complete_task(:'third', 'work', 0, '0');
SELECT fanout.continue_run(:'second');
SELECT is((SELECT array_agg(run_id) FROM fanout.claim_tasks(:w, 10)), ARRAY[:'second'::uuid], 'and to that one in the end');

SELECT * FROM finish();
ROLLBACK;
