-- An exchange hands a task back with neither output nor error, or with a null index all that the claim holds.
BEGIN;
SELECT plan(14);

SELECT fanout.create_limit('two', max_concurrency => 2);
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{two}');
SELECT fanout.start_run('f', '[0, 1, 2]') AS run \gset
SELECT fanout.register_worker('one', ARRAY['h'], slots => 9) AS one \gset
SELECT claim_id AS claim FROM fanout.exchange(:one, 1, 2) WHERE kind = 'task' LIMIT 1 \gset

SELECT is((SELECT count(*) FROM fanout.exchange(:one, 2, 0, ARRAY[:claim, :claim], ARRAY[1, 0], ARRAY[NULL, '"done"'])), 0::bigint,
    'one task is done, the other goes back');
SELECT results_eq('SELECT task_index, status, attempts FROM fanout.step_tasks ORDER BY 1',
    $$VALUES (0, 'completed', 1), (1, 'queued', 0), (2, 'queued', 0)$$, 'with its attempt');
SELECT is((SELECT count(*) FROM fanout.task_failures), 0::bigint, 'nothing is recorded of it');
SELECT is((SELECT in_flight FROM fanout.limits_overview WHERE name = 'two'), 0, 'and its slot is free');

SELECT array_agg(DISTINCT claim_id) AS claims FROM fanout.exchange(:one, 3, 2) WHERE kind = 'task' \gset
SELECT format('SELECT count(*) FROM fanout.exchange(%s, 4, 0, %L::bigint[], array_fill(NULL::int, ARRAY[2]), array_fill(NULL::text, ARRAY[2]))', :one, :'claims') AS all_back \gset
SELECT results_eq(:'all_back', 'VALUES (0::bigint)', 'whole claims go back');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NOT NULL), 0::bigint, 'with all of their tasks');
SELECT results_eq(:'all_back', 'VALUES (0::bigint)', 'once, however often it is said');

SELECT min(claim_id) FILTER (WHERE task_index = 1) AS claim, min(claim_id) FILTER (WHERE task_index = 2) AS kept
  FROM fanout.exchange(:one, 5, 2) WHERE kind = 'task' \gset
SELECT results_eq(format($$SELECT kind, claim_id FROM fanout.exchange(%s, 6, 0, ARRAY[%s, %s], ARRAY[1, 2], ARRAY[NULL, NULL], ARRAY[NULL, 'broken'], ARRAY[false, true])$$, :one, :claim, :claim - 1),
    format('VALUES (''stale''::text, %s::bigint)', :claim - 1), 'of a claim that is not the worker''s nothing goes back');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id = :one AND indexes = '{[2,3)}'), 1::bigint, 'what was not handed back is held');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 7, 0, ARRAY[%s], ARRAY[NULL::int], ARRAY[''1''])', :one, :kept), 'PFARG', NULL, 'an output needs its task');

-- Of a run that has ended.
SELECT fanout.cancel_run(:'run');
SELECT is((SELECT count(*) FROM fanout.exchange(:one, 7, 0, ARRAY[:kept], ARRAY[2], ARRAY[NULL])), 0::bigint, 'what a cancel stopped is handed back');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'and nothing of it is left');
SELECT is((SELECT in_flight FROM fanout.limits_overview WHERE name = 'two'), 0, 'nor a slot taken');
SELECT fanout.resume_run(:'run');
SELECT results_eq(format('SELECT task_index, attempt FROM fanout.exchange(%s, 8, 2) WHERE kind = ''task'' ORDER BY 1', :one), 'VALUES (1, 1), (2, 1)',
    'a resume finds its attempts unused, though there is but one');
SELECT * FROM finish();
ROLLBACK;
