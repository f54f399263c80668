BEGIN;
SELECT plan(16);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4]') AS run \gset
SELECT fanout.register_worker('one', ARRAY['h']) AS one \gset
SELECT fanout.claim_tasks(:one, 3);

SET fanout.clock_offset = '25s';
SELECT is(fanout.maintain(), 0::bigint, 'shortly before the lease ends the worker becomes suspect');
SELECT is((SELECT suspect FROM fanout.workers_overview), true, 'which the overview shows');
SELECT fanout.heartbeat(:one);
SELECT is((SELECT suspect FROM fanout.workers_overview), false, 'a heartbeat clears it');
SET fanout.clock_offset = '2h';
SELECT is(fanout.maintain(), 0::bigint, 'a long silence alone, as after a restart, costs nothing');
SET fanout.clock_offset = '7205s';
SELECT is(fanout.maintain(), 0::bigint, 'nor does a look within the heartbeat interval');
SET fanout.clock_offset = '7211s';
SELECT is(fanout.maintain(), 1::bigint, 'a later look takes its claim back');
SELECT throws_ok(format('SELECT fanout.heartbeat(%s)', :one), 'PFWRK', NULL, 'the worker learns of it');
SELECT is_empty('SELECT worker_id FROM fanout.workers UNION ALL SELECT worker_id FROM fanout.exchanges UNION ALL SELECT worker_id FROM fanout.heartbeats',
                'and no table keeps a row of it');
SELECT results_eq('SELECT indexes::text, attempt::int, crashed FROM fanout.queue WHERE worker_id IS NULL ORDER BY 1',
    $$VALUES ('{[0,2)}', 1, true), ('{[2,3)}', 1, true), ('{[3,5)}', 1, false)$$, 'in halves, with no attempt used up');

SELECT fanout.register_worker('two', ARRAY['h']) AS two \gset
SELECT is((SELECT array_agg(task_index) FROM fanout.claim_tasks(:two, 9)), ARRAY[0, 1], 'a worker that holds nothing gets a crashed half');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:two, 9)), 0::bigint, 'and nothing beside it');
SELECT fanout.register_worker('three', ARRAY['h']) AS three \gset
UPDATE fanout.queue SET virtual_time = -1 WHERE indexes = '{[3,5)}';
SELECT is((SELECT array_agg(task_index) FROM fanout.claim_tasks(:three, 9)), ARRAY[3, 4], 'a range that did not crash is not claimed together with one that did');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:three, 9)), 0::bigint, 'a worker that holds something gets no crashed range');
SELECT fanout.complete_task(:'run', 'work', i, '1') FROM generate_series(3, 4) i;
SELECT is((SELECT array_agg(task_index) FROM fanout.claim_tasks(:three, 9)), ARRAY[2], 'once it holds nothing it does');
SET fanout.clock_offset = '4h';
SELECT fanout.maintain();
SET fanout.clock_offset = '5h';
SELECT fanout.maintain();
SELECT is((SELECT error FROM fanout.task_failures), 'its worker was lost', 'a lost range of one task uses up an attempt');
SELECT results_eq('SELECT indexes::text, attempt::int FROM fanout.queue ORDER BY 1', $$VALUES ('{[0,1)}', 1), ('{[1,2)}', 1), ('{[2,3)}', 2)$$,
                  'of which it has a second; the others stand alone now');

SELECT * FROM finish();
ROLLBACK;
