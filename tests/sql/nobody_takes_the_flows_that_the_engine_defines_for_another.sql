BEGIN;
SELECT plan(7);

CREATE ROLE engine_alice;
CREATE ROLE engine_mallory;
SELECT fanout.grant_developer('engine_alice'), fanout.grant_developer('engine_mallory');

SET ROLE engine_mallory;
SELECT fanout.own_flow_slug('execute_many', 'x') AS mallory_slug \gset
SELECT is(fanout.own_flow_slug('execute_many', 'x'), :'mallory_slug', 'the same options give the same slug');
SELECT isnt(fanout.own_flow_slug('execute_many', 'y'), :'mallory_slug', 'others another');
SET ROLE engine_alice;
SELECT isnt(fanout.own_flow_slug('execute_many', 'x'), :'mallory_slug', 'and so does another role');
SELECT is_empty($$SELECT FROM pg_class WHERE oid = 'fanout.slug_key'::regclass AND has_table_privilege(oid, 'SELECT')$$, 'what it is made with nobody can read');

SELECT fanout.execute_many('resize', '[1, 2]') AS run \gset
RESET ROLE;
SELECT flow AS alice_flow FROM fanout.runs_overview WHERE run_id = :'run' \gset
SELECT matches(:'alice_flow'::text, '^execute_many-[0-9a-f]{32}$', 'a flow of execute_many has such a slug');
SET ROLE engine_alice;
SELECT fanout.execute_many('resize', '[1, 2]') AS again \gset
RESET ROLE;
SELECT is((SELECT flow FROM fanout.runs_overview WHERE run_id = :'again'), :'alice_flow', 'the same call is of the same flow');
SET ROLE engine_alice;
SELECT fanout.create_flow('engine_target');
SELECT fanout.add_step('engine_target', 'x', handler => 'h');
SELECT fanout.start_run('engine_target') AS source \gset
SELECT fanout.chain_runs('engine_target', ARRAY[:'source']::uuid[]) AS batch \gset
RESET ROLE;
SELECT matches((SELECT flow FROM fanout.runs_overview WHERE run_id = :'batch')::text, '^chain-engine_target-[0-9a-f]{32}$', 'one of chain_runs, too');

SELECT * FROM finish();
ROLLBACK;
