BEGIN;
SELECT plan(14);

CREATE FUNCTION pg_temp.set_version(version text) RETURNS void LANGUAGE sql AS $$
    UPDATE pg_extension SET extversion = version WHERE extname = 'pgfanout';
    -- As an update of the extension does, which has all sessions look again.
    UPDATE fanout.homes SET database = database;
$$;
CREATE FUNCTION pg_temp.refuses(call text, description text) RETURNS text LANGUAGE sql AS $$
    SELECT throws_ok(call, 'PFVER', format('the extension pgfanout of this database is of version 0.0.9, older than those that its library, of version %s, serves',
        current_setting('tests.version')), description)
$$;
SELECT set_config('tests.version', fanout.library_version(), false);
SELECT is(fanout.library_version(), (SELECT extversion FROM pg_extension WHERE extname = 'pgfanout'), 'library and extension are of one version');

SELECT fanout.create_flow('f'), fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.start_run('f', '[1, 2, 3]') AS run \gset
SELECT fanout.register_worker('w', '{h}') AS w \gset
SELECT fanout.claim_tasks(:w, 2);
CREATE TEMP TABLE before AS SELECT queue_id, worker_id, attempt, indexes FROM fanout.queue;

SELECT pg_temp.set_version('0.0.9');
SELECT pg_temp.refuses('SELECT fanout.start_run(''f'', ''[1]'')', 'no run starts on a schema that is older than the library serves');
SELECT pg_temp.refuses('SELECT fanout.create_flow(''g'')', 'nothing is defined');
SELECT pg_temp.refuses('SELECT fanout.add_step(''f'', ''other'')', 'nor changed');
SELECT pg_temp.refuses('SELECT fanout.register_worker(''other'', ''{h}'')', 'no worker registers');
SELECT pg_temp.refuses(format('SELECT * FROM fanout.exchange(%s, 1, 1)', :w), 'nor exchanges');
SELECT pg_temp.refuses(format('SELECT fanout.complete_task(%L, ''each'', 0, ''1'', %s)', :'run', :w), 'nor completes');
SELECT pg_temp.refuses(format('SELECT fanout.heartbeat(%s)', :w), 'nor beats');
SELECT pg_temp.refuses('SELECT fanout.maintain()', 'nothing is maintained');
SELECT pg_temp.refuses('SELECT * FROM fanout.step_tasks', 'and no task is shown');

SELECT pg_temp.set_version(current_setting('tests.version'));
SELECT results_eq('SELECT * FROM before', 'SELECT queue_id, worker_id, attempt, indexes FROM fanout.queue', 'once it is updated all is as it was');
SELECT fanout.complete_task(:'run', 'each', 0, '1', :w);
SELECT fanout.complete_task(:'run', 'each', 1, '2', :w);
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.complete_task(:'run', 'each', 2, '3', :w);
SELECT is(fanout.run_output(:'run'), '{"each": [1, 2, 3]}', 'and goes on');
SELECT is((SELECT max(attempts) FROM fanout.step_tasks), 1, 'no attempt was lost');
SELECT lives_ok('SELECT fanout.maintain()', 'and the session needs no other library');

SELECT * FROM finish();
ROLLBACK;
