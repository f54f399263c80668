BEGIN;
SELECT plan(20);

SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('one', ARRAY['h']) AS one \gset
SELECT fanout.register_worker('two', ARRAY['h']) AS two \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4]') AS run \gset

SELECT throws_ok(format('SELECT fanout.complete_task(%L, %L, 0, %L)', :'run', 'work', '1'), 'PFTSK', NULL, 'a task that nobody claimed');
CREATE TEMP TABLE one_has AS SELECT * FROM fanout.claim_tasks(:one, 2);
SELECT throws_ok(format('SELECT fanout.complete_task(%L, %L, 0, %L, %s)', :'run', 'work', '1', :two), 'PFTSK', NULL,
                 'another worker''s task');
SELECT lives_ok(format('SELECT fanout.complete_task(%L, %L, 0, %L, %s)', :'run', 'work', '1', :one), 'its own task');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, %L, 0, %L)', :'run', 'work', '2'), 'PFTSK',
                 format('task 0 of step "work" of run %s is already completed', :'run'), 'the same task twice');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, %L, 99, %L)', :'run', 'work', '1'), 'PFTSK', NULL, 'a task that is not there');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, %L, 1, %L)', :'run', 'nope', '1'), 'PFSTP', NULL, 'an unknown step');
SELECT throws_ok($$SELECT fanout.complete_task('00000000-0000-0000-0000-000000000000', 'work', 1, '1')$$, 'PFRUN', NULL, 'an unknown run');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, %L, 1, NULL)', :'run', 'work'), 'PFARG', NULL, 'no output');

SELECT claim_id AS claim FROM one_has LIMIT 1 \gset
SELECT is((SELECT array_agg(kind || ' ' || claim_id) FROM fanout.exchange(:two, 1, 0, ARRAY[:claim], ARRAY[1], ARRAY['7'], ARRAY[NULL], ARRAY[false])),
          ARRAY['stale ' || :claim], 'under another''s claim a completion is stale');
SELECT is((SELECT count(*) FROM task_outputs), 1::bigint, 'and changes nothing');
SELECT is_empty(format('SELECT * FROM fanout.exchange(%s, 1, 0, ARRAY[%s, %2$s, %2$s], ARRAY[1, 1, 0], ARRAY[%L, %L, %L], ARRAY[NULL, NULL, NULL]::text[], ARRAY[false, false, false])',
    :one, :claim, '"first"', '"second"', '"late"'), 'one call may name a task twice, and one that is done');
SELECT is((SELECT array_agg(output ORDER BY task_index) FROM task_outputs), ARRAY['1', '"first"']::jsonb[], 'the first counts');
SELECT is((SELECT sum(remaining) FROM fanout.stripes), 3::bigint, 'and counts once');

SELECT throws_ok(format('SELECT fanout.exchange(%s, 0, 1)', :one), 'PFSEQ', NULL, 'a sequence that goes back');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 5, 1, ARRAY[1::bigint])', :one), 'PFARG', NULL, 'arrays of unequal length');
SELECT throws_ok('SELECT fanout.exchange(999, 1, 1)', 'PFWRK', NULL, 'an unknown worker');

-- Bad output fails its task and no other.
CREATE TEMP TABLE rest AS SELECT * FROM fanout.exchange(:one, 2, 9);
SELECT fanout.exchange(:one, 3, 0, array_agg(claim_id), array_agg(task_index),
    array_agg(CASE task_index WHEN 2 THEN '"\u0000"' WHEN 3 THEN repeat('[', 20000) ELSE '4' END), array_agg(NULL::text), array_agg(false)) FROM rest;
SELECT results_eq('SELECT task_index FROM task_outputs ORDER BY 1', ARRAY[0, 1, 4], 'a bad output is no result');
SELECT is((SELECT count(*) FROM fanout.task_failures WHERE error LIKE 'its output is not valid JSON%'), 2::bigint, 'but a failed attempt that says so');
CREATE TEMP TABLE again AS SELECT * FROM fanout.claim_tasks(:one, 9);
SELECT fanout.complete_task(run_id, step_slug, task_index, '"good"') FROM again;
SELECT is(fanout.run_output(:'run'), '{"work": [1, "first", "good", "good", 4]}', 'the retries complete the run');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, %L, 2, %L)', :'run', 'work', '1'), 'PFTSK', NULL, 'a finished run''s task');

SELECT * FROM finish();
ROLLBACK;
