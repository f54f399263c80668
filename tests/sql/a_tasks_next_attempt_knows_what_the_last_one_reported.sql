BEGIN;
SELECT plan(41);

SELECT fanout.create_flow('f', max_attempts => 5, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('one', ARRAY['h']) AS one \gset
SELECT fanout.register_worker('two', ARRAY['h']) AS two \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3]') AS run \gset
CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(:one, 1, 4);
SELECT is((SELECT count(*) FROM held WHERE progress IS NOT NULL), 0::bigint, 'a first attempt has no progress');
SELECT claim_id AS claim FROM held LIMIT 1 \gset

-- Reporting.
SELECT fanout.heartbeat(:one, ARRAY[:claim, :claim, :claim], ARRAY[0, 1, 2], ARRAY['{"at": 10}', '"half"', 'null']);
SELECT results_eq('SELECT task_index, status, progress FROM fanout.step_tasks ORDER BY 1',
    $$VALUES (0, 'started', '{"at": 10}'::jsonb), (1, 'started', '"half"'), (2, 'started', 'null'), (3, 'started', NULL)$$, 'step_tasks shows what each reported');
SELECT fanout.heartbeat(:one, ARRAY[:claim, :claim], ARRAY[0, 0], ARRAY['{"at": 20}', '{"at": 30}']);
SELECT is((SELECT progress FROM fanout.step_tasks WHERE task_index = 0), '{"at": 30}', 'the last report counts');
SELECT is((SELECT progress FROM fanout.step_tasks WHERE task_index = 1), '"half"', 'and stays until the next');
SELECT fanout.heartbeat(:one);
SELECT is((SELECT progress FROM fanout.step_tasks WHERE task_index = 1), '"half"', 'a heartbeat without reports changes none');
SET fanout.clock_offset = '10s';
SELECT fanout.heartbeat(:one, ARRAY[:claim], ARRAY[2], ARRAY['2']);
SELECT ok((SELECT max(reported_at) BETWEEN min(reported_at) + '10 s' AND clock_timestamp() + '10 s' FROM fanout.step_tasks WHERE task_index IN (1, 2)), 'and when it was made');
RESET fanout.clock_offset;

-- Who doesn't hold a task can't report for it.
SELECT fanout.heartbeat(:two, ARRAY[:claim], ARRAY[3], ARRAY['"not mine"']);
SELECT fanout.heartbeat(:one, ARRAY[:claim, 999999], ARRAY[7, 3], ARRAY['"no such task"', '"no such claim"']);
SELECT is((SELECT count(*) FROM fanout.task_progress), 3::bigint, 'a report by another worker, of another task or under another claim is ignored');

-- What a bad report costs.
SET client_min_messages = error;
CREATE TEMP TABLE bad (position int, details text);
INSERT INTO bad VALUES (1, 'oops'), (2, '"\u0000"'), (3, repeat('[', 20000) || repeat(']', 20000)), (4, to_json(repeat('x', 65537))::text), (5, '[' || repeat('1e1000,', 70) || '1]'), (6, '');
SELECT lives_ok(format('SELECT fanout.heartbeat(%s, ARRAY[%s, %2$s], ARRAY[0, 1], ARRAY[%L, ''"fine"''])', :one, :claim, details), 'a bad report fails no heartbeat: ' || left(details, 20))
  FROM bad ORDER BY position;
SELECT is((SELECT progress FROM fanout.step_tasks WHERE task_index = 0), '{"at": 30}', 'it is not stored');
SELECT is((SELECT progress FROM fanout.step_tasks WHERE task_index = 1), '"fine"', 'those beside it are');
SELECT fanout.heartbeat(:one, ARRAY[:claim], ARRAY[3], ARRAY[to_json(repeat('x', 65534))::text]);
SELECT is((SELECT length(progress::text) FROM fanout.step_tasks WHERE task_index = 3), 65536, 'as long as it may be it is');
RESET client_min_messages;
SELECT throws_ok(format('SELECT fanout.heartbeat(%s, ARRAY[1::bigint], ARRAY[1])', :one), 'PFARG', 'heartbeat: the arrays have 1 claim_ids, 1 task_indexes, 0 details', 'arrays of unequal length are refused');
SELECT throws_ok(format('SELECT fanout.heartbeat(%s, ARRAY[1::bigint], ARRAY[1], ARRAY[NULL])', :one), 'PFARG', 'heartbeat: report 1 has a null', 'so is a null');
SELECT throws_ok(format('SELECT fanout.heartbeat(%s, NULL)', :one), 'PFARG', 'heartbeat: claim_ids is null', 'and a null array');

-- A failed attempt.
SELECT fanout.fail_task(:'run', 'work', 0, 'broke');
SELECT is((SELECT progress FROM fanout.step_tasks WHERE task_index = 0), '{"at": 30}', 'a failure keeps it');
SELECT results_eq(format('SELECT task_index, attempt, progress FROM fanout.exchange(%s, 2, 4)', :one), $$VALUES (0, 2, '{"at": 30}'::jsonb)$$, 'the next attempt gets it');
SELECT results_eq(format('SELECT task_index, attempt, progress FROM fanout.exchange(%s, 2, 4)', :one), $$VALUES (0, 2, '{"at": 30}'::jsonb)$$, 'also when it asks again');
SELECT fanout.fail_task(:'run', 'work', 0, 'broke');
SELECT is((SELECT progress FROM fanout.claim_tasks(:one, 9)), '{"at": 30}', 'and the one after that, where it has reported nothing itself');
SELECT claim_id AS again FROM fanout.exchange(:one, 3, 0) RIGHT JOIN (SELECT max(queue_id) AS claim_id FROM fanout.queue) q USING (claim_id) \gset
SELECT fanout.heartbeat(:one, ARRAY[:claim, :again], ARRAY[0, 0], ARRAY['"late"', '{"at": 40}']);
SELECT is((SELECT progress FROM fanout.step_tasks WHERE task_index = 0), '{"at": 40}', 'under its first claim nothing more is reported');

-- A completion.
SELECT fanout.complete_task(:'run', 'work', 0, '1');
SELECT is((SELECT count(*) FROM fanout.task_progress WHERE task_index = 0), 0::bigint, 'its result removes it');
SELECT is((SELECT count(*) FROM fanout.task_progress), 3::bigint, 'and nobody else''s');
SELECT fanout.heartbeat(:one, ARRAY[:again, :claim], ARRAY[0, 0], ARRAY['"too late"', '"too late"']);
SELECT is((SELECT count(*) FROM fanout.task_progress WHERE task_index = 0), 0::bigint, 'after which nothing is reported');
SELECT fanout.exchange(:one, 4, 0, ARRAY[:claim], ARRAY[2], ARRAY['2'], ARRAY[NULL::text], ARRAY[false]);
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM fanout.task_progress), ARRAY[1, 3], 'so does one that comes with an exchange');

-- A lost worker: the attempt is the same, and knows what the lost one reported; halved and halved again.
SET fanout.clock_offset = '1h';
SELECT fanout.heartbeat(:two), fanout.maintain();
SET fanout.clock_offset = '2h';
SELECT fanout.heartbeat(:two), fanout.maintain();
SELECT fanout.heartbeat(:two);
SELECT results_eq('SELECT indexes::text, crashed, has_progress FROM fanout.queue ORDER BY 1', $$VALUES ('{[1,2)}', true, true), ('{[3,4)}', true, true)$$, 'the claim of a lost worker comes back');
CREATE TEMP TABLE found AS SELECT 1 AS call, * FROM fanout.exchange(:two, 1, 9);
SELECT results_eq('SELECT task_index, attempt, progress FROM found', $$VALUES (1, 1, '"fine"'::jsonb)$$, 'with its progress, though the attempt is the first still');
SELECT throws_ok(format('SELECT fanout.heartbeat(%s, ARRAY[%s], ARRAY[1], ARRAY[''"a ghost"''])', :one, :claim), 'PFWRK', NULL, 'the lost worker reports no more');
-- One that goes away.
SELECT claim_id AS claim FROM found \gset
SELECT fanout.heartbeat(:two, ARRAY[:claim], ARRAY[1], ARRAY['"finer"']), fanout.unregister_worker(:two);
RESET fanout.clock_offset;
SELECT fanout.register_worker('three', ARRAY['h']) AS three \gset
SELECT is((SELECT length(progress::text) FROM fanout.claim_tasks(:three, 1)), 65536, 'the other half of the lost claim has its own');
SELECT fanout.complete_task(:'run', 'work', 3, '3');
SELECT is((SELECT left(progress::text, 99) FROM fanout.claim_tasks(:three, 1)), '"finer"', 'what an unregistered worker gives back has it, too');
SELECT fanout.fail_task(:'run', 'work', 1, 'no use', final => true);
SELECT is((SELECT count(*) FROM fanout.task_progress WHERE task_index = 1), 0::bigint, 'a final failure removes it');

-- The end of a run.
SELECT is(fanout.run_status(:'run'), 'failed', 'the run has ended');
SELECT fanout.start_run('f', '[0, 1]') AS run \gset
SELECT fanout.start_run('f', '[0, 1]') AS other \gset
CREATE TEMP TABLE last AS SELECT * FROM fanout.exchange(:three, 1, 9);
SELECT fanout.heartbeat(:three, array_agg(claim_id), array_agg(task_index), array_agg('1'::text)) FROM last;
SELECT fanout.cancel_run(:'run');
SELECT fanout.heartbeat(:three, array_agg(claim_id), array_agg(task_index), array_agg('2'::text)) FROM last;
SELECT results_eq('SELECT progress, count(*) FROM fanout.task_progress GROUP BY 1 ORDER BY 1', $$VALUES ('1'::jsonb, 2::bigint), ('2', 2)$$, 'of a cancelled run nothing is reported any more');
SELECT fanout.complete_task(:'other', 'work', i, '1') FROM generate_series(0, 1) i;
INSERT INTO fanout.task_progress SELECT state_id, now(), 7, '1' FROM fanout.step_states WHERE run_id = :'other';
SELECT fanout.maintain(), fanout.resume_run(:'run');
SELECT is((SELECT count(*) FROM fanout.task_progress JOIN fanout.step_states USING (state_id) WHERE run_id = :'other'), 0::bigint, 'maintenance leaves nothing of a completed run');
SELECT results_eq(format('SELECT task_index, progress FROM fanout.claim_tasks(%s, 9) ORDER BY 1', :three), $$VALUES (0, '1'::jsonb), (1, '1')$$, 'but a resume goes on from what was');
SELECT fanout.cancel_run(:'run');
SELECT fanout.unregister_worker(:three);
SELECT fanout.prune('0 s');
SELECT is((SELECT count(*) FROM fanout.task_progress), 0::bigint, 'in the end nothing is left');
SELECT fanout.register_worker('three', ARRAY['h']) AS three \gset

-- A large answer: progress counts as the inputs do.
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 400) i)) AS run \gset
CREATE TEMP TABLE many AS SELECT * FROM fanout.exchange(:three, 1, 400) WHERE kind = 'task';
SELECT fanout.heartbeat(:three, array_agg(claim_id), array_agg(task_index), array_agg(to_json(repeat('x', 60000))::text)) FROM many;
SELECT fanout.unregister_worker(:three);
SELECT fanout.register_worker('four', ARRAY['h']) AS four \gset
SELECT ok((SELECT count(*) FROM fanout.claim_tasks(:four, 400)) BETWEEN 250 AND 300, 'a claim whose progress is much is given in parts');
SELECT is((SELECT sum(width) FROM fanout.queue), 400::bigint, 'and the rest waits');

SELECT * FROM finish();
ROLLBACK;
