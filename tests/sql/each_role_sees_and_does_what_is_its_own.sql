BEGIN;
SELECT plan(22);

CREATE ROLE alice;
CREATE ROLE bob;
CREATE ROLE laborer;
CREATE ROLE watcher;
CREATE ROLE nobody;
SELECT fanout.grant_developer('alice'), fanout.grant_developer('bob'), fanout.grant_worker('laborer'), fanout.grant_operator('watcher');

SET ROLE alice;
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'a', handler => 'h');
SELECT fanout.start_run('f') AS run \gset
SELECT is((SELECT count(*) FROM fanout.runs_overview), 1::bigint, 'a developer sees her own runs');
SELECT is((SELECT input FROM fanout.step_tasks), '{"run": {}}', 'with their tasks'' inputs');
SELECT is(fanout.run_output(:'run'), NULL, 'and outputs, once there are');
SELECT is((SELECT count(*) FROM fanout.errors(:'run')) + (SELECT count(*) FROM fanout.results(:'run')), 0::bigint, 'and results and errors');
SELECT throws_ok('SELECT * FROM fanout.runs', '42501', NULL, 'and no table');
SELECT throws_ok('SELECT fanout.maintain()', '42501', NULL, 'and is no worker');

SET ROLE bob;
SELECT throws_ok(format('SELECT fanout.run_status(%L)', :'run'), 'PFRUN', NULL, 'another developer gets no status of hers');
SELECT throws_ok($$SELECT fanout.add_step('f', 'b')$$, 'PFOWN', NULL, 'can''t change her flow');
SELECT throws_ok($$SELECT fanout.create_flow('f', max_attempts => 7)$$, 'PFOWN', NULL, 'nor its options');
SELECT throws_ok($$SELECT fanout.start_run('f')$$, 'PFOWN', NULL, 'nor start it');
SELECT throws_ok(format('SELECT fanout.cancel_run(%L)', :'run'), 'PFOWN', NULL, 'nor cancel it');

RESET ROLE;
GRANT pg_read_all_data TO bob;
SET ROLE bob;
SELECT throws_ok(format('SELECT fanout.cancel_run(%L)', :'run'), 'PFOWN', NULL, 'not even as one who may read all data');

SET ROLE laborer;
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 1::bigint, 'a worker claims anybody''s tasks');
SELECT throws_ok('SELECT * FROM fanout.runs_overview', '42501', NULL, 'and sees no view');
SELECT throws_ok('SELECT * FROM fanout.queue', '42501', NULL, 'and no table');
SELECT throws_ok($$SELECT fanout.create_flow('g')$$, '42501', NULL, 'and defines nothing');

SET ROLE watcher;
SELECT is((SELECT count(*) FROM fanout.runs_overview), 1::bigint, 'an operator sees all runs');
SELECT is(fanout.cancel_run(:'run'), true, 'and cancels them');
SELECT throws_ok($$SELECT fanout.start_run('f')$$, '42501', NULL, 'but starts none');

SET ROLE nobody;
SELECT throws_ok('SELECT fanout.maintain()', '42501', NULL, 'nobody else has anything');
RESET ROLE;

SELECT is_empty($$SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace
    AND has_function_privilege('nobody', p.oid, 'EXECUTE')$$, 'PUBLIC may execute no function');
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('r', 'v', 'p')
    AND has_table_privilege('nobody', c.oid, 'SELECT, INSERT, UPDATE, DELETE')$$, 'nor touch a table or view');

SELECT * FROM finish();
ROLLBACK;
