BEGIN;
SELECT plan(10);

CREATE ROLE caller_one;
SELECT fanout.grant_developer('caller_one');
CREATE SCHEMA shared;
GRANT USAGE ON SCHEMA shared TO caller_one;
CREATE FUNCTION shared.secret(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1';
REVOKE EXECUTE ON FUNCTION shared.secret FROM PUBLIC;
CREATE FUNCTION shared.open(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1';
CREATE PROCEDURE shared.proc(jsonb) LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE shared.total(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb);
CREATE FUNCTION shared.two(jsonb, jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1';
CREATE SCHEMA hidden;
CREATE FUNCTION hidden.inside(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1';

SET ROLE caller_one;
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT throws_ok($$SELECT fanout.add_step('f', 'a', handler => 'sql:shared.secret')$$, 'PFHDL',
    'step "a" of flow "f": handler "sql:shared.secret": permission denied for the function', 'a function that she may not call is refused');
SELECT throws_ok($$SELECT fanout.add_step('f', 'a', handler => 'sql:shared.proc')$$, 'PFHDL', NULL, 'a procedure is refused');
SELECT throws_ok($$SELECT fanout.add_step('f', 'a', handler => 'sql:shared.total')$$, 'PFHDL', NULL, 'an aggregate is refused');
SELECT throws_ok($$SELECT fanout.add_step('f', 'a', handler => 'sql:shared.two')$$, 'PFHDL', NULL, 'a function of two arguments is refused');
SELECT throws_ok($$SELECT fanout.add_step('f', 'a', handler => 'sql:open')$$, 'PFHDL', NULL, 'one outside of the search_path is not found');
SELECT throws_ok($$SELECT fanout.add_step('f', 'a', handler => 'sql:')$$, 'PFHDL', NULL, 'one without a name is refused');
SET search_path = shared, public;
SELECT lives_ok($$SELECT fanout.add_step('f', 'a', handler => 'sql:open')$$, 'one in the search_path is found');
SELECT fanout.start_run('f', '7') AS run \gset
RESET search_path;
RESET ROLE;
SELECT fanout.register_worker('w', ARRAY['sql:']) AS w \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.run_sql_tasks(:w);
SELECT is(fanout.run_output(:'run'), '{"a": {"run": 7}}', 'and runs');

-- Rights are looked at again when it runs.
REVOKE EXECUTE ON FUNCTION shared.open FROM PUBLIC;
SELECT fanout.start_run('f', '7') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.run_sql_tasks(:w);
SELECT is((SELECT error FROM fanout.errors(:'run')), 'step "a" of flow "f": handler "sql:shared.open": permission denied for the function (SQLSTATE PFHDL)', 'a right that was taken away is missed');
GRANT EXECUTE ON FUNCTION shared.open TO caller_one;
CREATE OR REPLACE FUNCTION shared.open(jsonb) RETURNS jsonb LANGUAGE sql AS $$SELECT '"new"'::jsonb$$;
SELECT fanout.start_run('f', '7') AS run \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.run_sql_tasks(:w);
SELECT is(fanout.run_output(:'run'), '{"a": "new"}', 'a function that was replaced is called as it is now');

SELECT * FROM finish();
ROLLBACK;
