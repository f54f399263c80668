BEGIN;
SELECT plan(17);

SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_concurrency => 3);
SELECT fanout.add_step('f', 'free', step_type => 'fanout', fanout_from => 'run', handler => 'other');
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 20) i)) AS one \gset
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 2) i)) AS two \gset
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.register_worker('v', ARRAY['h']) AS v \gset

CREATE TEMP TABLE first AS SELECT * FROM fanout.claim_tasks(:w, 100);
SELECT is((SELECT count(*) FROM first WHERE run_id = :'one'), 3::bigint, 'a claim gets as many as the cap lets through');
SELECT is((SELECT count(*) FROM first WHERE run_id = :'two'), 2::bigint, 'each run has a cap of its own');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:v, 100)), 0::bigint, 'another worker gets none');
SELECT results_eq(format('SELECT in_flight, max_concurrency, waiting::int, name FROM fanout.limits_overview WHERE run_id = %L AND step_slug = %L', :'one', 'work'),
    'VALUES (3, 3, 17, NULL::text)', 'the overview shows it');
SELECT is((SELECT count(*) FROM fanout.queue WHERE parked_on IS NOT NULL), 1::bigint, 'what waits is parked');

SELECT fanout.complete_task(:'one', 'work', 1, '1');
SELECT is((SELECT array_agg(task_index) FROM fanout.claim_tasks(:v, 100)), ARRAY[3], 'one that ends makes room for one');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 0::bigint, 'and for no other');

SELECT fanout.set_max_concurrency(:'one', 'work', 7);
SELECT is((SELECT array_agg(task_index) FROM fanout.claim_tasks(:w, 100)), ARRAY[4, 5, 6, 7], 'a higher cap holds at once');
SELECT fanout.set_max_concurrency(:'one', 'work', 2);
SELECT fanout.complete_task(:'one', 'work', i, '1') FROM unnest(ARRAY[0, 2, 3, 4, 5]) i;
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 0::bigint, 'a lower one, too: what is in flight above it goes on');
SELECT fanout.complete_task(:'one', 'work', 6, '1');
SELECT is((SELECT array_agg(task_index) FROM fanout.claim_tasks(:w, 100)), ARRAY[8], 'until it is below');
SELECT fanout.set_max_concurrency(:'one', 'work', NULL);
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 11::bigint, 'without a cap all the rest goes');

SELECT fanout.register_worker('o', ARRAY['other']) AS o \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:o, 4)), 4::bigint, 'a step without a cap has none');
SELECT fanout.set_max_concurrency(:'one', 'free', 5);
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:o, 100) WHERE run_id = :'one'), 1::bigint, 'but can be given one, which counts what is in flight');
SELECT throws_like(format('SELECT fanout.set_max_concurrency(%L, %L, 0)', :'one', 'free'), '%n is 0%', 'a cap of nothing is refused');

SELECT fanout.complete_task(:'two', 'work', i, '1') FROM generate_series(0, 1) i;
SELECT throws_ok(format('SELECT fanout.set_max_concurrency(%L, %L, 2)', :'two', 'work'), 'PFRDY', NULL, 'and so is one for a step that has ended');
SELECT is((SELECT count(*) FROM fanout.limits_overview WHERE run_id = :'two' AND step_slug = 'work'), 0::bigint, 'whose own is gone from the overview');
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.limits), 2::bigint, 'and with the next maintenance removed');

SELECT * FROM finish();
ROLLBACK;
