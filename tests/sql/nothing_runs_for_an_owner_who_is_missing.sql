-- As after a restore where a role is missing.
BEGIN;
SELECT plan(28);

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
SELECT fanout.create_flow('timed'), fanout.add_step('timed', 'met', handler => 'h', schedule_timeout => '1 min'), fanout.add_step('timed', 'unmet', handler => 'other', schedule_timeout => '1 min');
SELECT fanout.start_run('timed') AS timed \gset
SELECT fanout.create_flow('failing'), fanout.add_step('failing', 'plain', handler => 'other');
SELECT fanout.start_run('failing') AS failing \gset
SET ROLE bob;
SELECT fanout.create_flow('his'), fanout.add_step('his', 'plain', handler => 'h');
SELECT fanout.start_run('his') AS his \gset
RESET ROLE;
SELECT fanout.create_limit('shared'), fanout.grant_limit('shared', 'alice');
-- What can't be claimed fails its step by a row that says why.
INSERT INTO fanout.queue (queue_id, state_id, virtual_time, stripe, width, virtual_step, priority, generation, attempt, kind, queue, handler, reason, reason_is_final, indexes)
SELECT fanout.next_queue_id(), state_id, 0, 0, 1, 1, 0, 0, 1, 'fail', 'default', 'fanout:', 'no way', false, '{[0,1)}' FROM fanout.step_states WHERE run_id = :'failing';
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
SELECT is((SELECT count(*) FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'timed' AND q.unowned), 1::bigint, 'a task that nobody has claimed waits in the queue');
SELECT fanout.complete_task(:'his', 'plain', 0, '1');
SET LOCAL fanout.clock_offset = '2 min';
SELECT fanout.heartbeat(:w);
SELECT is(fanout.maintain(), 0::bigint, 'what waits for its owner fails by no schedule_timeout');
SELECT is(fanout.run_status(:'timed'), 'started', 'claimed or not');
SELECT is((SELECT count(*) FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'timed' AND q.unowned), 2::bigint, 'but is put aside');
SELECT fanout.maintain();
SELECT is(fanout.next_deadline() < clock_timestamp() + interval '2 min', false, 'and no deadline of it is left');

SELECT is(fanout.reassign_flows('alice', 'heir'), 0::bigint, 'nor is it what a role of that name has');
SELECT is(fanout.reassign_flows('(missing: alice)', 'heir'), 3::bigint, 'it can be given to another role');
SELECT is((SELECT count(*) FROM fanout.limit_grants), 0::bigint, 'but not what the missing one was granted');
SELECT results_eq('SELECT DISTINCT fair_owner FROM fanout.queue WHERE fair_key IS NOT NULL', $$SELECT 'heir'::regrole::oid$$, 'what waits stands in the line of its new owner');
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.queue WHERE unowned), 0::bigint, 'maintain lets it in');
SELECT ok((SELECT count(*) = 2 AND bool_and(q.expires_at > clock_timestamp() + interval '2 min 30 s') FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'timed'),
    'where it waits anew for its schedule_timeout');
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.claim_tasks(:w, 9);
SELECT is((SELECT count(*) FROM claimed WHERE run_id IN (:'hers', :'timed')), 3::bigint, 'then it runs');
SELECT fanout.run_sql_tasks(:w);
SELECT fanout.complete_task(:'hers', 'plain', 0, '1'), fanout.complete_task(:'timed', 'met', 0, '1');
SELECT is(fanout.run_output(:'hers'), '{"who": "heir", "plain": 1}', 'as its new owner');
SELECT is((SELECT count(*) FROM fanout.queue WHERE fair_key IS NOT NULL), 0::bigint, 'and is done');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'failing'), 'step "plain": no way', 'and what was to fail has failed');
SET LOCAL fanout.clock_offset = '4 min';
SELECT fanout.heartbeat(:w);
SELECT fanout.maintain();
SELECT is(fanout.run_status(:'timed'), 'failed', 'from then on a schedule_timeout counts again');

-- What else is parked isn't read to find it.
INSERT INTO fanout.queue (queue_id, state_id, virtual_time, available_at, stripe, width, virtual_step, priority, generation, attempt, kind, queue, handler, reason, reason_is_final, indexes)
SELECT fanout.next_queue_id(), state_id, 0, 'infinity', 0, 1, 1, 0, 0, 1, 'fail', 'default', 'fanout:', 'put aside for ever', false, '{[0,1)}'
  FROM fanout.step_states, generate_series(1, 300) WHERE run_id = :'failing';
CREATE FUNCTION pg_temp.read_by_maintain() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    before bigint := pg_stat_get_xact_tuples_returned('fanout.queue_delayed'::regclass);
BEGIN
    PERFORM fanout.maintain();
    RETURN pg_stat_get_xact_tuples_returned('fanout.queue_delayed'::regclass) - before;
END
$$;
SELECT cmp_ok(pg_temp.read_by_maintain(), '<', 100::bigint, 'what waits for ever for another reason isn''t read');
SELECT throws_ok('UPDATE fanout.queue SET unowned = true WHERE queue_id = (SELECT min(queue_id) FROM fanout.queue WHERE parked_on IS NULL AND available_at IS NULL)', '23514', NULL, 'and a row that could run is not put aside')
  FROM fanout.start_run('hers');

SELECT * FROM finish();
ROLLBACK;
