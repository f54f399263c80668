BEGIN;
SELECT plan(31);

SELECT fanout.create_flow('f', max_attempts => 3, base_delay => '0', timeout => '1 h');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', heartbeat_timeout => '30 s');
SELECT fanout.register_worker('one', ARRAY['h'], slots => 3) AS one \gset
SELECT fanout.register_worker('two', ARRAY['h']) AS two \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4]') AS run \gset

-- What is to report must not wait for its turn.
CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(:one, 1, 1000);
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM held), ARRAY[0, 1, 2], 'a worker gets as many tasks as it has slots');
SELECT results_eq('SELECT DISTINCT heartbeat_timeout, timeout FROM held', $$VALUES ('30 s'::interval, '1 h'::interval)$$, 'and is told how long they may be silent');
SELECT is((SELECT count(*) FROM fanout.exchange(:one, 2, 1000) WHERE kind = 'task'), 0::bigint, 'while they run it gets no more');
SELECT is((SELECT array_agg(heartbeat_timeout) FROM fanout.claim_tasks(:two, 1000)), ARRAY['30 s'::interval], 'claim_tasks tells it, too');
SELECT claim_id AS claim FROM held LIMIT 1 \gset

-- Who reports goes on.
SET fanout.clock_offset = '20s';
SELECT fanout.heartbeat(:one, ARRAY[:claim, :claim], ARRAY[0, 2], ARRAY['{"at": 10}', '{"at": 12}']);
SELECT fanout.heartbeat(:two);
SET fanout.clock_offset = '29s';
SELECT is(fanout.maintain(), 0::bigint, 'nobody has been silent for so long');
SET fanout.clock_offset = '31s';
SELECT is(fanout.maintain(), 2::bigint, 'then those are failed that have said nothing, whatever their workers say of themselves');
SELECT results_eq('SELECT task_index, error, final, worker_id IS NOT NULL FROM fanout.failures ORDER BY 1',
    $$VALUES (1, 'reported nothing for its heartbeat_timeout of 00:00:30', false, true), (3, 'reported nothing for its heartbeat_timeout of 00:00:30', false, true)$$, 'with an error that says so');
SELECT results_eq('SELECT task_index, status FROM fanout.step_tasks ORDER BY 1',
    $$VALUES (0, 'started'), (1, 'queued'), (2, 'started'), (3, 'queued'), (4, 'queued')$$, 'and wait for their next attempt');
SELECT is((SELECT indexes::text FROM fanout.queue WHERE queue_id = :claim), '{[0,1),[2,3)}', 'the claim of those that reported is narrowed');
SELECT is((SELECT count(*) FROM fanout.heartbeat(:one)), 0::bigint, 'and goes on');
SELECT is((SELECT count(*) FROM fanout.heartbeat(:two)), 1::bigint, 'a claim that is gone is to be stopped');
SELECT is((SELECT count(*) FROM fanout.heartbeat(:two)), 0::bigint, 'which is said once');

-- A late result.
SELECT fanout.exchange(:one, 3, 0, ARRAY[:claim], ARRAY[1], ARRAY['"late"'], ARRAY[NULL], ARRAY[false]);
SELECT is((SELECT count(*) FROM fanout.task_results), 0::bigint, 'what the silent one still says is of no use');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, ''work'', 3, ''1'', worker_id => %s)', :'run', :two), 'PFTSK', NULL, 'nor of a claim that is gone');

-- The next attempts, and those that have reported before.
SET fanout.clock_offset = '51s';
SELECT fanout.heartbeat(:one);
SELECT is(fanout.maintain(), 2::bigint, 'who has reported and then falls silent is failed, too');
SELECT is((SELECT array_agg(kind || claim_id) FROM fanout.exchange(:one, 4, 0)), ARRAY['stop' || :claim], 'an exchange says which claim is gone');
SELECT fanout.register_worker('four', ARRAY['h'], slots => 5) AS four \gset
SELECT results_eq(format('SELECT task_index, attempt, progress FROM fanout.exchange(%s, 1, 9) WHERE kind = ''task'' ORDER BY 1', :four),
    $$VALUES (0, 2, '{"at": 10}'::jsonb), (1, 2, NULL), (2, 2, '{"at": 12}'), (3, 2, NULL), (4, 1, NULL)$$, 'the next attempts get what was reported');
SELECT fanout.complete_task(:'run', 'work', i, '1') FROM unnest(ARRAY[1, 3, 4]) i;
SELECT is((SELECT sum(width) FROM fanout.queue WHERE worker_id = :four), 2::bigint, 'of which two go on');
SET fanout.clock_offset = '80s';
SELECT fanout.heartbeat(:four);
SELECT is(fanout.maintain(), 0::bigint, 'a report of the attempt before doesn''t count, the claim does');
SET fanout.clock_offset = '82s';
SELECT is(fanout.maintain(), 2::bigint, 'until it has been silent for so long');
SELECT fanout.heartbeat(:four);
SELECT is((SELECT count(*) FROM fanout.exchange(:four, 2, 9) WHERE kind = 'task'), 2::bigint, 'the third attempts');
SET fanout.clock_offset = '113s';
SELECT fanout.heartbeat(:four);
SELECT is(fanout.maintain(), 2::bigint, 'fall silent');
SELECT is(fanout.run_status(:'run'), 'failed', 'and there is no fourth');
SELECT alike((SELECT error FROM fanout.runs_overview), 'step "work": task 0: reported nothing for its heartbeat_timeout of 00:00:30 (attempt 3)', 'the run says why');
SELECT is((SELECT count(*) FROM fanout.task_progress), 0::bigint, 'what they had reported is forgotten');

-- Others that the worker holds count.
SELECT fanout.create_flow('other');
SELECT fanout.add_step('other', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'other', queue => 'other');
SELECT fanout.add_step('other', 'quiet', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'other', heartbeat_timeout => '30 s');
SELECT fanout.register_worker('three', ARRAY['h', 'other'], '{other}', slots => 4) AS three \gset
SELECT fanout.start_run('other', '[0, 1, 2, 3, 4, 5]') AS run \gset
UPDATE fanout.queue SET priority = 1 WHERE handler = 'other';
SELECT is((SELECT count(*) FROM fanout.exchange(:three, 1, 2) WHERE step_slug = 'work'), 2::bigint, 'two of four slots are taken by others');
UPDATE fanout.queue SET priority = -1 WHERE handler = 'other' AND worker_id IS NULL;
SELECT results_eq(format('SELECT step_slug, count(*) FROM fanout.exchange(%s, 2, 6) WHERE kind = ''task'' GROUP BY 1 ORDER BY 1', :three),
    $$VALUES ('quiet', 2::bigint)$$, 'so two come of a step whose tasks are to report');
SELECT results_eq(format('SELECT step_slug, count(*) FROM fanout.exchange(%s, 3, 6) WHERE kind = ''task'' GROUP BY 1', :three),
    $$VALUES ('work', 4::bigint)$$, 'and then none, but what others have');

-- A run that has ended.
SET fanout.clock_offset = '100s';
SELECT fanout.heartbeat(:three);
SELECT fanout.cancel_run(:'run');
SELECT is(fanout.maintain(), 0::bigint, 'tasks of a cancelled run are failed no more');
SELECT cmp_ok((SELECT count(*) FROM fanout.heartbeat(:three)), '>', 0::bigint, 'they are stopped');
SELECT is(fanout.maintain(), 0::bigint, 'and that is all');

SELECT * FROM finish();
ROLLBACK;
