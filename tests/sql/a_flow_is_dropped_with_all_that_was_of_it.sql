BEGIN;
SELECT plan(17);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.create_flow('other');
SELECT fanout.add_step('other', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[1]') AS done \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 1);
SELECT fanout.complete_task(:'done', 'work', 0, '1');
SELECT fanout.create_flow('f', max_attempts => 7);
SELECT fanout.start_run('f', '[1, 2, 3]') AS run \gset
SELECT fanout.start_run('other', '[1]') AS other \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 2);

SELECT throws_ok($$SELECT fanout.drop_flow('nope')$$, 'PFFLO', NULL, 'a flow that is not there');
SELECT throws_ok($$SELECT fanout.drop_flow(NULL)$$, 'PFARG', NULL, 'or has no name');
SELECT throws_ok($$SELECT fanout.drop_flow('f')$$, 'PFUSE', 'flow "f" can''t be dropped: 1 run of it goes on', 'one of which a run goes on stays');
SELECT is((SELECT count(*) FROM fanout.flows WHERE flow_slug = 'f'), 2::bigint, 'with all its versions');
SELECT lives_ok($$SELECT fanout.drop_flow('f', force => true)$$, 'unless it is forced');
SELECT is((SELECT count(*) FROM fanout.flows WHERE flow_slug = 'f'), 0::bigint, 'then it is gone');
SELECT is((SELECT string_agg(run_id::text, ' ') FROM fanout.runs), :'other', 'and its runs with it');
SELECT is((SELECT count(*) FROM fanout.step_states), 1::bigint, 'their states');
SELECT is((SELECT count(*) FROM fanout.step_tasks), 1::bigint, 'what was their tasks');
SELECT is(pg_stat_get_xact_tuples_deleted('fanout.tasks_00'::regclass) + pg_stat_get_xact_tuples_deleted('fanout.results_00'::regclass), 0::bigint, 'which leaves no dead rows');
SELECT is((SELECT count(*) FROM fanout.stripes), 1::bigint, 'counters');
SELECT is((SELECT count(*) FROM fanout.queue), 1::bigint, 'and what was queued or claimed');
SELECT throws_ok(format($$SELECT fanout.complete_task(%L, 'work', 0, '1')$$, :'run'), 'PFRUN', NULL, 'a worker that still has a task of it is told');
SELECT is((SELECT input ->> 'item' FROM fanout.claim_tasks(:w, 10)), '1', 'and can go on with others');
SELECT fanout.complete_task(:'other', 'work', 0, '1');
SELECT lives_ok($$SELECT fanout.drop_flow('other')$$, 'one whose runs have ended is dropped without force');
SELECT is((SELECT count(*) FROM fanout.runs), 0::bigint, 'with its runs');
SELECT is(fanout.create_flow('f'), 1, 'the name can be used again');

SELECT * FROM finish();
ROLLBACK;
