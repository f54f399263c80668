BEGIN;
SELECT plan(11);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', handler => 'h');
SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 'work', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
\set run '00000000-0000-7000-8000-00000000002a'

SELECT is(fanout.start_run('f', '{"n": 1}', run_id => :'run'), :'run', 'a run has the id that it is given');
SELECT is(fanout.start_run('f', '{"n": 1}', run_id => :'run'), :'run', 'the same call again gives the same id');
SELECT is(fanout.start_run('f', '{"n": 2}', 'other', :'run'), :'run', 'whatever else it says');
SELECT results_eq('SELECT name, input, total FROM fanout.runs_overview JOIN fanout.run_outputs USING (run_id)',
    $$VALUES (NULL, '{"n": 1}'::jsonb, 1::bigint)$$, 'but the run is as it was first started');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 1::bigint, 'and its task is there once');
SELECT throws_ok(format('SELECT fanout.start_run(''g'', run_id => %L)', :'run'), 'PFDUP', format('run %s exists already, as a run of another flow', :'run'),
                 'another flow can''t have it');

SELECT fanout.add_step('f', 'more', handler => 'h');
SELECT is(fanout.start_run('f', '{"n": 1}', run_id => :'run'), :'run', 'the same call after the flow has changed');
SELECT is((SELECT version FROM fanout.runs_overview), 1, 'leaves the run on its version');
SELECT fanout.complete_task(:'run', 'work', 0, '1');
SELECT is(fanout.start_run('f', '{"n": 1}', run_id => :'run'), :'run', 'the same call after the run has ended');
SELECT is(fanout.run_status(:'run'), 'completed', 'does not start it again');

SELECT ok((SELECT array_agg(id) = array_agg(id ORDER BY id) AND bool_and(substr(id::text, 15, 1) = '7')
             FROM (SELECT fanout.start_run('f') AS id, pg_sleep(0.003) FROM generate_series(1, 5)) s),
          'ids that the engine makes rise with time (version 7)');

SELECT * FROM finish();
ROLLBACK;
