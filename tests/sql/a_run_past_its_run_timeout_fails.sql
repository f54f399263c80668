BEGIN;
SELECT plan(9);

SELECT fanout.create_flow('f', timeout => '1 h', run_timeout => '10 min');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.create_flow('patient');
SELECT fanout.add_step('patient', 'work', handler => 'other');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2]') AS run \gset
SELECT fanout.start_run('patient') AS patient \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.heartbeat(:w);

SET fanout.clock_offset = '9min';
SELECT fanout.heartbeat(:w);
SELECT is(fanout.maintain(), 0::bigint, 'nothing happens before the time is up');
SELECT is(fanout.run_status(:'run'), 'started', 'the run goes on');
SET fanout.clock_offset = '11min';
SELECT is((SELECT count(*) FROM fanout.heartbeat(:w)), 0::bigint, 'nor by itself');
SELECT is(fanout.maintain(), 1::bigint, 'maintain ends the run that is late');
SELECT results_eq('SELECT flow, status, error FROM fanout.runs_overview ORDER BY 1',
    $$VALUES ('f', 'failed', 'the run took longer than its flow''s run_timeout'), ('patient', 'started', NULL)$$, 'and says why');
SELECT is((SELECT count(*) FROM fanout.heartbeat(:w)), 1::bigint, 'its worker is to stop');
SELECT is((SELECT count(*) FROM fanout.queue WHERE handler = 'h' AND worker_id IS NULL), 0::bigint, 'nothing of it waits');
SELECT lives_ok(format('SELECT fanout.complete_task(%L, ''work'', 0, ''1'')', :'run'), 'what was under way is accepted');
SELECT is(fanout.maintain(), 0::bigint, 'once ended it is not ended again');

SELECT * FROM finish();
ROLLBACK;
