BEGIN;
SELECT plan(24);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'plain', handler => 'h');
SELECT fanout.add_step('f', 'elsewhere', handler => 'h', queue => 'gpu');
SELECT fanout.add_step('f', 'unlike', handler => 'other');
SELECT fanout.add_step('f', 'low', handler => 'ranked', priority => -5);
SELECT fanout.add_step('f', 'high', handler => 'ranked', priority => 5);
SELECT fanout.add_step('f', 'middle', handler => 'ranked');
SELECT fanout.start_run('f') AS run \gset

CREATE FUNCTION pg_temp.steps_for(w bigint, n int DEFAULT 100) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(step_slug, ' ' ORDER BY step_slug) FROM fanout.claim_tasks(w, n)
$$;
SELECT fanout.register_worker('nothing', '{}') AS nothing \gset
SELECT is(pg_temp.steps_for(:nothing), NULL, 'a worker without handlers gets nothing');
SELECT fanout.register_worker('wrong queue', ARRAY['h', 'other'], ARRAY['empty']) AS wrong \gset
SELECT is(pg_temp.steps_for(:wrong), NULL, 'nor one of another queue');
SELECT fanout.register_worker('plain', ARRAY['h', 'other']) AS plain \gset
SELECT is(pg_temp.steps_for(:plain), 'plain unlike', 'the default queue is served unless others are named');
SELECT fanout.register_worker('both', ARRAY['h', 'other'], ARRAY['gpu', 'default']) AS both \gset
SELECT is(pg_temp.steps_for(:both), 'elsewhere', 'what another holds is not claimed again');
SELECT fanout.register_worker('ranked', ARRAY['ranked']) AS ranked \gset
SELECT is(pg_temp.steps_for(:ranked, 1), 'high', 'the highest priority first');
SELECT fanout.start_run('f', priority => 3) AS urgent \gset
SELECT is((SELECT string_agg(step_slug || ' ' || (run_id = :'urgent'), ', ') FROM fanout.claim_tasks(:ranked, 1)), 'high true', 'a run''s priority is added to its steps''');
SELECT is((SELECT string_agg(step_slug || ' ' || (run_id = :'urgent'), ', ') FROM fanout.claim_tasks(:ranked, 1)), 'middle true', 'then the next');
SELECT is((SELECT string_agg(step_slug || ' ' || (run_id = :'urgent'), ', ') FROM fanout.claim_tasks(:ranked, 1)), 'middle false', 'over all runs');
SELECT is((SELECT string_agg(step_slug || ' ' || (run_id = :'urgent'), ', ' ORDER BY run_id = :'urgent') FROM fanout.claim_tasks(:ranked, 5)), 'low false, low true', 'the lowest last');

-- Never more than max_tasks, over several rows of the queue.
SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'wide');
SELECT fanout.start_run('g', (SELECT jsonb_agg(i) FROM generate_series(1, 3000) i)) AS run \gset
SELECT fanout.start_run('g', '[1, 2, 3]');
SELECT fanout.register_worker('wide', ARRAY['wide']) AS wide \gset
CREATE TEMP TABLE wide AS
    SELECT 1 AS call, * FROM fanout.claim_tasks(:wide, 2500) UNION ALL
    SELECT 2, * FROM fanout.claim_tasks(:wide, 400) UNION ALL
    SELECT 3, * FROM fanout.claim_tasks(:wide, 4000);
SELECT is((SELECT array_agg(n ORDER BY call) FROM (SELECT call, count(*) AS n FROM wide GROUP BY call) c), ARRAY[2500, 400, 103]::bigint[], 'a claim takes as many as are asked for');
SELECT is((SELECT count(DISTINCT (run_id, task_index)) FROM wide), 3003::bigint, 'each task once');
SELECT is((SELECT count(*) FROM (SELECT claim_id FROM wide GROUP BY claim_id HAVING count(DISTINCT call) > 1) c), 0::bigint, 'under ids that no other call has');
SELECT is((SELECT count(*) FROM wide w JOIN fanout.queue q ON q.queue_id = w.claim_id AND q.indexes @> w.task_index AND q.worker_id = :wide), 3003::bigint, 'which are the ids of rows of the queue');

-- Going away gives everything back.
SELECT results_eq('SELECT name, in_flight FROM fanout.workers_overview WHERE in_flight > 0 ORDER BY 1',
    $$VALUES ('both', 1::bigint), ('plain', 2), ('ranked', 6), ('wide', 3003)$$, 'workers_overview shows what each holds');
SELECT fanout.unregister_worker(:wide);
SELECT is((SELECT waiting || ' ' || claimed FROM fanout.queue_overview WHERE handler = 'wide'), '3003 0', 'unregistering gives all claims back');
SELECT throws_ok(format('SELECT fanout.heartbeat(%s)', :wide), 'PFWRK', NULL, 'and forgets the worker');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 1, 1)', :wide), 'PFWRK', NULL, 'for every call');
SELECT throws_ok(format('SELECT fanout.unregister_worker(%s)', :wide), 'PFWRK', NULL, 'also for the same one again');
SELECT fanout.register_worker('again', ARRAY['wide']) AS again \gset
CREATE TEMP TABLE again AS SELECT * FROM fanout.claim_tasks(:again, 4000);
SELECT is((SELECT count(DISTINCT (run_id, task_index)) || ' ' || max(attempt) FROM again), '3003 1', 'no attempt is used up');
SELECT is((SELECT count(*) FROM again JOIN wide USING (claim_id)), 0::bigint, 'and every claim has a fresh id');
SELECT is((SELECT count(*) FROM fanout.queue WHERE crashed), 0::bigint, 'nothing counts as crashed');

SELECT throws_ok($$SELECT fanout.register_worker('w', NULL)$$, 'PFARG', NULL, 'a worker without a list of handlers is refused');
SELECT throws_ok($$SELECT fanout.register_worker('w', ARRAY['h'], '{}')$$, 'PFARG', 'register_worker: worker "w" serves no queue', 'and one without a queue');
SELECT throws_ok($$SELECT fanout.register_worker('w', ARRAY['h'], slots => 0)$$, 'PFARG', 'register_worker: slots is 0', 'and one without a slot');

SELECT * FROM finish();
ROLLBACK;
