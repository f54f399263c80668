BEGIN;
SELECT plan(21);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0', timeout => '7 s');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]') AS run \gset

CREATE TEMP TABLE first AS SELECT * FROM fanout.exchange(:w, 1, 3);
SELECT is((SELECT array_agg(task_index) FROM first), ARRAY[0, 1, 2], 'three tasks are claimed');
SELECT results_eq(format('SELECT e::text FROM fanout.exchange(%s, 1, 3) e', :w), 'SELECT f::text FROM first f', 'the same call again gives the same rows');
SELECT is((SELECT sum(width) FROM fanout.queue WHERE worker_id IS NOT NULL), 3::bigint, 'and claims nothing more');
SELECT claim_id AS claim FROM first LIMIT 1 \gset

-- Completes part of the claim, fails another part, names a stale claim, and claims.
CREATE TEMP TABLE second AS SELECT * FROM fanout.exchange(:w, 2, 1, ARRAY[:claim, :claim, 999999], ARRAY[2, 0, 0],
    ARRAY['"two"', NULL, '1'], ARRAY[NULL, 'zero fails', NULL], ARRAY[false, true, false]);
SELECT results_eq('SELECT kind, claim_id FROM second WHERE kind = ''stale''', $$VALUES ('stale', 999999::bigint)$$, 'an unknown claim is stale');
SELECT results_eq('SELECT kind, claim_id FROM second WHERE kind = ''stop''', format('VALUES (''stop'', %s::bigint)', :claim),
                  'a final failure ends the run: the rest of the claim is to stop');
SELECT is((SELECT count(*) FROM second), 2::bigint, 'and nothing of it is claimed');
SELECT is((SELECT indexes::text FROM fanout.queue WHERE queue_id = :claim), '{[1,2)}', 'the claim keeps what is not completed');

-- Another run, so that there is something to claim.
SELECT fanout.start_run('f', '["a", "b", "c", "d"]') AS run \gset
CREATE TEMP TABLE third AS SELECT * FROM fanout.exchange(:w, 3, 4) WHERE kind = 'task';
SELECT results_eq('SELECT DISTINCT run_id, timeout, attempt, handler FROM third', format('VALUES (%L::uuid, interval ''7 s'', 1, ''h'')', :'run'),
                  'a task comes with its run, timeout, attempt and handler');
SELECT claim_id AS claim FROM third LIMIT 1 \gset
PREPARE fourth AS SELECT kind, claim_id FROM fanout.exchange(:w, 4, 0, ARRAY[:claim, :claim, 888888], ARRAY[1, 3, 1],
    ARRAY['"B"', NULL, '1'], ARRAY[NULL, 'try again', NULL], ARRAY[false, false, false]) WHERE kind <> 'stop';
SELECT results_eq('fourth', $$VALUES ('stale', 888888::bigint)$$, 'max_tasks 0 completes and claims nothing');
SELECT is((SELECT sum(remaining) FROM fanout.stripes JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'), 3::bigint, 'one is done');
SELECT results_eq('fourth', $$VALUES ('stale', 888888::bigint)$$, 'the same call again says the same is stale');
SELECT is((SELECT sum(remaining) FROM fanout.stripes JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'), 3::bigint, 'and counts nothing twice');
SELECT is((SELECT count(*) FROM fanout.task_failures WHERE error = 'try again'), 1::bigint, 'nor records the failure twice');
SELECT is((SELECT sum(width) FROM fanout.queue WHERE available_at IS NOT NULL), 1::bigint, 'nor retries twice');
-- What a repeated call carries is not looked at: its first arrival counted.
SELECT fanout.exchange(:w, 4, 0, ARRAY[:claim, :claim], ARRAY[0, 2], ARRAY['"A"', '"C"'], ARRAY[NULL, NULL]::text[], ARRAY[false, false]);
SELECT is((SELECT count(*) FROM fanout.task_results WHERE run_id = :'run'), 1::bigint, 'a repeated number records nothing new');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 3, 1)', :w), 'PFSEQ', format('exchange: worker %s sent sequence 3 after 4', :w), 'the number before is refused');
SELECT throws_ok(format('SELECT fanout.exchange(%s, -1, 1)', :w), 'PFSEQ', NULL, 'a negative number too');

SELECT is((SELECT array_agg(input::jsonb || jsonb_build_object('attempt', attempt)) FROM fanout.exchange(:w, 5, 9) WHERE kind = 'task'),
          ARRAY['{"item": "d", "attempt": 2}']::jsonb[], 'the failed one comes back as attempt 2');
SELECT fanout.exchange(:w, 6, 0, ARRAY[:claim, :claim], ARRAY[0, 2], ARRAY['"A"', '"C"'], ARRAY[NULL, NULL]::text[], ARRAY[false, false]);
SELECT is((SELECT count(*) FROM fanout.queue WHERE queue_id = :claim), 0::bigint, 'a claim that is all done is gone');
SELECT fanout.complete_task(:'run', 'work', 3, '"D"');
SELECT is(fanout.run_output(:'run'), '{"work": ["A", "B", "C", "D"]}', 'the run completes');
SELECT is((SELECT array_agg(attempts ORDER BY task_index) FROM fanout.results(:'run')), ARRAY[1, 1, 1, 2], 'results() tells the attempts');

SELECT * FROM finish();
ROLLBACK;
