BEGIN;
SELECT plan(28);

CREATE ROLE leaver;
CREATE ROLE heir;
SELECT fanout.grant_developer('leaver'), fanout.grant_developer('heir');
CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO PUBLIC;
CREATE FUNCTION app.who(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb(current_user::text) $$;
CREATE FUNCTION app.source(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT '[1]'::jsonb $$;

SET ROLE leaver;
SELECT fanout.create_limit('gate', max_concurrency => 7);
SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'ask', step_type => 'fanout', fanout_from => 'run', handler => 'sql:app.who', on_failure => 'collect', limits => '{gate}');
SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 'ask', step_type => 'fanout', fanout_from => 'sql:app.source', handler => 'h');
SELECT fanout.create_flow('plain'), fanout.add_step('plain', 'work', handler => 'h');
SELECT fanout.start_run('f', '[1, 2, 3]', fair_key => 'k') AS f \gset
SELECT fanout.start_run('g') AS g \gset
SELECT fanout.start_run('plain') AS plain \gset
RESET ROLE;
SELECT fanout.create_limit('shared');
SELECT fanout.grant_limit('shared', 'leaver');
SELECT 'leaver'::regrole::oid AS old \gset
DROP OWNED BY leaver;
SELECT lives_ok('DROP ROLE leaver', 'the owner of flows can be dropped');

SELECT fanout.register_worker('w', ARRAY['sql:', 'fanout:', 'h'], slots => 9) AS w \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT is((SELECT count(*) FROM fanout.run_sql_tasks(:w)), 1::bigint, 'tasks of theirs stop nobody');
SELECT is(fanout.run_status(:'f'), 'failed', 'but their run fails, although the step collects failures');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'f'),
    format('step "ask": its flow belongs to role %s, which was dropped: fanout.reassign_flows gives it to another (SQLSTATE PFOWN)', :'old'), 'and says so');
SELECT is((SELECT count(*) FROM fanout.task_failures WHERE run_id = :'f'), 0::bigint, 'no attempt is used up');
SELECT is((SELECT in_flight FROM fanout.limits WHERE name = 'gate'), 0, 'and no slot stays taken');
SELECT fanout.claim_tasks(:w, 9), fanout.claim_tasks(:w, 9);
SELECT is(fanout.run_status(:'g'), 'failed', 'a run whose source function is to be called fails');
SELECT alike((SELECT error FROM fanout.runs_overview WHERE run_id = :'g'), format('%%its flow belongs to role %s, which was dropped%%', :'old'), 'and says so');
SELECT is(fanout.run_status(:'plain'), 'started', 'what a worker does goes on: it runs as nobody in the database');

SET ROLE heir;
SELECT throws_ok(format('SELECT fanout.start_run(%L)', 'f'), 'PFOWN', 'flow "f" belongs to a dropped role', 'nobody else inherits the flows');
SELECT throws_ok(format('SELECT fanout.reassign_flows(%s::regrole, %L)', :'old', 'heir'), '42501', NULL, 'or takes them');
RESET ROLE;
GRANT EXECUTE ON FUNCTION fanout.reassign_flows TO heir;
SET ROLE heir;
SELECT throws_ok(format('SELECT fanout.reassign_flows(%s::regrole, %L)', :'old', 'heir'), 'PFOWN', 'reassign_flows: only a superuser gives flows to another role', 'whatever they were granted');
RESET ROLE;
SELECT throws_ok(format('SELECT fanout.reassign_flows(%s::regrole, %s::regrole)', :'old', :'old'), 'PFARG', NULL, 'nor does a role that is not there');
SELECT throws_ok($$SELECT fanout.reassign_flows(NULL, 'heir')$$, 'PFARG', NULL, 'the old owner is named');
SELECT throws_ok(format('SELECT fanout.reassign_flows(%s::regrole, NULL)', :'old'), 'PFARG', NULL, 'and the new one');

SELECT is(fanout.reassign_flows(:'old'::regrole, 'heir'), 3::bigint, 'a superuser gives all flows to another role');
SELECT is((SELECT count(*) FROM fanout.flows WHERE owner <> 'heir'::regrole), 0::bigint, 'every version of them');
SELECT is((SELECT string_agg(DISTINCT owner::text, ' ') FROM fanout.runs), 'heir', 'their runs');
SELECT is((SELECT owner::text FROM fanout.limits WHERE name = 'gate'), 'heir', 'and the limits');
SELECT is((SELECT count(*) FROM fanout.limit_grants), 0::bigint, 'what was granted to the old owner is gone');
SELECT throws_ok(format('SELECT fanout.reassign_flows(%s::regrole, ''heir'')', :'old'), 'PFARG', format('reassign_flows: old, (dropped: %s), is no role here and owns nothing', :'old'), 'there is nothing left');
SELECT throws_ok($$SELECT fanout.reassign_flows('hier', 'heir')$$, 'PFARG', 'reassign_flows: old, (missing: hier), is no role here and owns nothing', 'a name that was mistyped is noticed');

SET ROLE heir;
SELECT is((SELECT count(*) FROM fanout.runs_overview), 3::bigint, 'the new owner sees the runs');
SELECT fanout.resume_run(:'f');
RESET ROLE;
SELECT is((SELECT count(*) FROM fanout.queue WHERE fair_owner <> 'heir'::regrole), 0::bigint, 'in a line of their own');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.run_sql_tasks(:w);
SELECT is(fanout.run_output(:'f'), '{"ask": ["heir", "heir", "heir"]}', 'and what ran as nobody runs as the new owner');

-- Between roles that are there, too.
CREATE ROLE third;
SELECT fanout.grant_developer('third');
SET ROLE heir;
SELECT fanout.start_run('plain', fair_key => 'k') AS again \gset
RESET ROLE;
SELECT is(fanout.reassign_flows('heir', 'third'), 3::bigint, 'flows change hands between roles that are there');
SELECT is((SELECT fair_owner::regrole::text FROM fanout.queue WHERE fair_key IS NOT NULL), 'third', 'with what waits');
SET ROLE third;
SELECT is(fanout.create_flow('f', base_delay => '0'), 1, 'who has them can change them');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
