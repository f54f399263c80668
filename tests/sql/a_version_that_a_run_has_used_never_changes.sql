BEGIN;
SELECT plan(11);

SELECT is(fanout.create_flow('f'), 1, 'a flow begins with version 1');
SELECT is(fanout.add_step('f', 'a', handler => 'h'), 1, 'a step goes into it');
SELECT is(fanout.add_step('f', 'a', handler => 'g'), 1, 'which can change freely before a run');
SELECT fanout.start_run('f') AS old_run \gset
SELECT is(fanout.create_flow('f'), 1, 'the same flow again changes nothing');
SELECT is(fanout.add_step('f', 'a', handler => 'g'), 1, 'nor does the same step');
SELECT is(fanout.add_step('f', 'b', ARRAY['a'], handler => 'h'), 2, 'the first change after a run makes a new version');
SELECT is(fanout.add_step('f', 'c', ARRAY['a'], handler => 'h'), 2, 'which is then changed freely');
SELECT is(fanout.create_flow('f', max_attempts => 9), 2, 'as are the flow''s options');
SELECT fanout.start_run('f') AS new_run \gset
SELECT results_eq(format('SELECT step_slug FROM fanout.steps_overview WHERE run_id = %L ORDER BY 1', :'old_run'), ARRAY['a'],
                  'the old run keeps its steps');
SELECT results_eq(format('SELECT step_slug FROM fanout.steps_overview WHERE run_id = %L ORDER BY 1', :'new_run'),
                  ARRAY['a', 'b', 'c'], 'a later run has the new ones');
SELECT is((SELECT max_attempts FROM fanout.flows WHERE version = 1), 3, 'the old version''s options are as they were');

SELECT * FROM finish();
ROLLBACK;
