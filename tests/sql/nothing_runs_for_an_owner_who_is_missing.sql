-- As after a restore where a role is missing.
BEGIN;
SELECT plan(16);

CREATE ROLE alice;
CREATE ROLE bob;
CREATE ROLE heir;
SELECT fanout.grant_developer('alice'), fanout.grant_developer('bob');
CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO PUBLIC;
CREATE FUNCTION app.who(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb(current_user::text) $$;
SET ROLE alice;
SELECT fanout.create_limit('gate', max_concurrency => 1);
SELECT fanout.create_flow('hers'), fanout.add_step('hers', 'plain', handler => 'h', limits => '{gate}'), fanout.add_step('hers', 'who', handler => 'sql:app.who');
SELECT fanout.start_run('hers', fair_key => 'k') AS hers \gset
SET ROLE bob;
SELECT fanout.create_flow('his'), fanout.add_step('his', 'plain', handler => 'h');
SELECT fanout.start_run('his') AS his \gset
RESET ROLE;
SELECT fanout.create_limit('shared'), fanout.grant_limit('shared', 'alice');
UPDATE fanout.flows SET owner = '(missing: alice)' WHERE owner = 'alice'::regrole;
UPDATE fanout.runs SET owner = '(missing: alice)' WHERE owner = 'alice'::regrole;
UPDATE fanout.limits SET owner = '(missing: alice)' WHERE owner = 'alice'::regrole;
UPDATE fanout.limit_grants SET role = '(missing: alice)' WHERE role = 'alice'::regrole;

SELECT fanout.register_worker('w', ARRAY['h', 'sql:', 'fanout:'], slots => 9) AS w \gset
SELECT is((SELECT array_agg(run_id) FROM fanout.claim_tasks(:w, 9)), ARRAY[:'his'::uuid], 'what has an owner runs');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 0::bigint, 'what has none does not');
SELECT is(fanout.run_status(:'hers'), 'started', 'and nothing of it is lost');
SELECT is((SELECT count(*) FROM fanout.task_failures WHERE run_id = :'hers'), 0::bigint, 'nor an attempt used up');
SELECT is((SELECT in_flight FROM fanout.limits WHERE name = 'gate'), 0, 'nor a slot taken');
SELECT throws_ok($$SELECT fanout.start_run('hers')$$, 'PFOWN', 'flow "hers" belongs to a role that is missing here', 'no more of it is started');
SELECT is((SELECT owner::text FROM fanout.limits_overview WHERE name = 'gate'), '(missing: alice)', 'it is shown whose it was');
SET ROLE alice;
SELECT is((SELECT count(*) FROM fanout.runs_overview), 0::bigint, 'a role of that name has no right to it');
SELECT throws_ok(format('SELECT fanout.cancel_run(%L)', :'hers'), 'PFOWN', format('run %s belongs to a role that is missing here', :'hers'), 'nor changes it');
RESET ROLE;
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 0::bigint, 'maintain changes nothing of that');

SELECT is(fanout.reassign_flows('alice', 'heir'), 0::bigint, 'nor is it what a role of that name has');
SELECT is(fanout.reassign_flows('(missing: alice)', 'heir'), 1::bigint, 'it can be given to another role');
SELECT is((SELECT count(*) FROM fanout.limit_grants), 0::bigint, 'but not what the missing one was granted');
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9) WHERE run_id = :'hers'), 2::bigint, 'then it runs');
SELECT fanout.run_sql_tasks(:w);
SELECT fanout.complete_task(:'hers', 'plain', 0, '1');
SELECT is(fanout.run_output(:'hers'), '{"who": "heir", "plain": 1}', 'as its new owner');
SELECT is((SELECT fair_owner FROM fanout.queue WHERE fair_key IS NOT NULL), NULL, 'and is done');

SELECT * FROM finish();
ROLLBACK;
