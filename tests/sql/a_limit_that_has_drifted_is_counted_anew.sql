BEGIN;
SELECT plan(8);

SELECT fanout.create_limit('l', max_concurrency => 2);
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{l}');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5]') AS run \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 2::bigint, 'two are in flight');
UPDATE fanout.limits SET in_flight = 7;
SELECT fanout.complete_task(:'run', 'work', 0, '1');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 0::bigint, 'a count that is too high keeps slots from everybody');
SELECT fanout.maintain();
SELECT is((SELECT in_flight FROM fanout.limits), 1, 'until it is counted anew');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 1::bigint, 'and lets in what has room');
UPDATE fanout.limits SET in_flight = 0;
SELECT fanout.complete_task(:'run', 'work', 1, '1');
SELECT is((SELECT in_flight FROM fanout.limits), 0, 'one that is too low doesn''t fall below zero');
SELECT fanout.maintain();
SELECT is((SELECT in_flight FROM fanout.limits), 1, 'and is counted anew, too');

-- A slot was offered to a row that is gone: what waits behind the limit is let in.
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.start_run('f', '[0]') AS other \gset
SELECT fanout.claim_tasks(:w, 9);
DELETE FROM fanout.queue WHERE worker_id IS NOT NULL;
SELECT is((SELECT count(*) FROM fanout.queue WHERE parked_on IS NOT NULL), 2::bigint, 'two rows are parked');
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 2::bigint, 'and are let in when the claims before them are lost');

SELECT * FROM finish();
ROLLBACK;
