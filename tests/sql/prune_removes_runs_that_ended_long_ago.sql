BEGIN;
SELECT plan(31);

CREATE ROLE keeper;
CREATE ROLE neighbour;
CREATE ROLE overseer;
SELECT fanout.grant_developer('keeper'), fanout.grant_developer('neighbour'), fanout.grant_operator('overseer');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:']) AS w \gset
-- Runs whose status their name says, with two tasks each, that ended so long ago.
CREATE FUNCTION ended(flow text, status text, age interval) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    run uuid := fanout.start_run(flow, '[1, 2]', status);
BEGIN
    CASE status
    WHEN 'completed' THEN
        PERFORM fanout.claim_tasks((SELECT worker_id FROM fanout.workers), 2);
        PERFORM fanout.complete_task(run, 'work', i, '1') FROM generate_series(0, 1) i;
    WHEN 'failed' THEN
        PERFORM fanout.claim_tasks((SELECT worker_id FROM fanout.workers), 2);
        PERFORM fanout.complete_task(run, 'work', 0, '1');
        PERFORM fanout.fail_task(run, 'work', 1, 'broken', true);
    WHEN 'cancelled' THEN
        PERFORM fanout.cancel_run(run);
    END CASE;
    UPDATE fanout.runs SET completed_at = clock_timestamp() - age WHERE run_id = run;
    RETURN run;
END $$;
CREATE FUNCTION pg_temp.left_of(flow text) RETURNS text LANGUAGE sql AS
    $$ SELECT coalesce(string_agg(r.name, ' ' ORDER BY r.name), 'none') FROM fanout.runs r JOIN fanout.flows f USING (flow_id) WHERE f.flow_slug = flow $$;

SET ROLE keeper;
SELECT fanout.create_flow('mine');
SELECT fanout.add_step('mine', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
RESET ROLE;
SELECT ended('mine', status, '2 days') FROM unnest('{completed,failed,cancelled}'::text[]) status;
SET ROLE neighbour;
SELECT fanout.create_flow('theirs');
SELECT fanout.add_step('theirs', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
RESET ROLE;
SELECT ended('theirs', 'completed', '2 days');
SELECT fanout.start_run('mine', '[1, 2]', 'started') AS open \gset

-- What it may be asked.
SELECT throws_ok($$SELECT fanout.prune(NULL)$$, 'PFARG', 'prune: older_than is null', 'an age is needed');
SELECT throws_ok($$SELECT fanout.prune('-1 day')$$, 'PFARG', 'prune: older_than is negative', 'that lies in the past');
SELECT throws_ok($$SELECT fanout.prune('200 years')$$, 'PFARG', 'prune: older_than is longer than 100 years', 'of a length that a time can have');
SELECT throws_ok($$SELECT fanout.prune('1 day', 'nope')$$, 'PFFLO', NULL, 'a flow that is there');
SELECT throws_ok($$SELECT fanout.prune('1 day', status => '{started}')$$, 'PFARG', 'prune: status has "started"', 'statuses of runs that have ended');
SELECT throws_ok($$SELECT fanout.prune('1 day', status => '{done}')$$, 'PFARG', 'prune: status has "done"', 'and that exist');
SELECT throws_ok($$SELECT fanout.prune('1 day', status => '{NULL}')$$, 'PFARG', NULL, 'none of them null');
SELECT throws_ok($$SELECT fanout.prune('1 day', status => '{}')$$, 'PFARG', 'prune: status is empty', 'one at least');
SELECT throws_ok($$SELECT fanout.prune('1 day', dry_run => NULL)$$, 'PFARG', NULL, 'and whether it is meant');

-- Whose runs.
SET ROLE keeper;
SELECT throws_ok($$SELECT fanout.prune('1 day', 'theirs')$$, 'PFOWN', NULL, 'another''s runs are not one''s own');
SELECT is(fanout.prune('3 days'), 0::bigint, 'what ended later stays');
SELECT is(fanout.prune('1 day', dry_run => true), 3::bigint, 'a dry run counts');
RESET ROLE;
SELECT is(pg_temp.left_of('mine'), 'cancelled completed failed started', 'and removes nothing');
SELECT pg_stat_get_xact_tuples_deleted('fanout.tasks_00'::regclass) + pg_stat_get_xact_tuples_deleted('fanout.results_00'::regclass)
     + pg_stat_get_xact_tuples_deleted('fanout.failures_00'::regclass) AS deleted \gset
SET ROLE keeper;
SELECT is(fanout.prune('1 day', 'mine', '{cancelled, failed, failed}'), 2::bigint, 'of one flow, in some statuses');
RESET ROLE;
SELECT is(pg_temp.left_of('mine'), 'completed started', 'those go');
SET ROLE keeper;
SELECT is(fanout.prune('0'), 1::bigint, 'a developer''s are their own');
RESET ROLE;
SELECT is(pg_temp.left_of('mine') || ', ' || pg_temp.left_of('theirs'), 'started, completed', 'what goes on stays, and so does another''s');
SELECT is((SELECT count(*) FROM fanout.step_states s WHERE NOT EXISTS (SELECT FROM fanout.runs r WHERE r.run_id = s.run_id)), 0::bigint, 'states go with their runs');
SELECT is((SELECT count(*) FROM fanout.stripes p WHERE NOT EXISTS (SELECT FROM fanout.step_states s WHERE s.state_id = p.state_id)), 0::bigint, 'and their counters');
SELECT is((SELECT count(*) FROM fanout.queue q WHERE NOT EXISTS (SELECT FROM fanout.step_states s WHERE s.state_id = q.state_id)), 0::bigint, 'and what is queued of them');
SELECT is(pg_stat_get_xact_tuples_deleted('fanout.tasks_00'::regclass) + pg_stat_get_xact_tuples_deleted('fanout.results_00'::regclass)
        + pg_stat_get_xact_tuples_deleted('fanout.failures_00'::regclass), :deleted::bigint, 'tasks and what became of them leave no dead rows');
SELECT is((SELECT count(*) FROM fanout.step_tasks), 4::bigint, 'and are seen no more');
SET ROLE overseer;
SELECT is(fanout.prune('1 day'), 1::bigint, 'an operator''s are all');
RESET ROLE;

-- What is still held.
SELECT fanout.cancel_run(:'open');
SELECT fanout.start_run('mine', '[1, 2]', 'held') AS held \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 2);
SELECT fanout.cancel_run(:'held');
SELECT is(fanout.prune('0', dry_run => true), 1::bigint, 'a run of which a worker holds a task is not counted');
SELECT is(fanout.prune('0'), 1::bigint, 'and stays');
SELECT lives_ok(format($$SELECT fanout.complete_task(%L, 'work', 0, '1'), fanout.complete_task(%L, 'work', 1, '1')$$, :'held', :'held'), 'until that has ended it');
SELECT is(fanout.prune('0'), 1::bigint, 'then it goes');

-- Children.
SELECT fanout.create_flow('child');
SELECT fanout.add_step('child', 'only', handler => 'h');
SELECT fanout.create_flow('parent');
SELECT fanout.add_step('parent', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child');
SELECT fanout.start_run('parent', '[1, 2]', 'parent') AS parent \gset
SELECT fanout.run_internal(:w, claim_id) FROM fanout.exchange(:w, 1, 10) WHERE kind = 'internal';
SELECT fanout.complete_task(run_id, 'only', 0, '1') FROM fanout.claim_tasks(:w, 1);
SELECT is(fanout.prune('0'), 0::bigint, 'a child run doesn''t go before its parent');
UPDATE fanout.runs SET status = 'cancelled', completed_at = clock_timestamp() WHERE run_id = :'parent';
SELECT is(fanout.prune('0'), 0::bigint, 'nor a parent while a child goes on');
SELECT fanout.maintain();
SELECT is(fanout.prune('0', 'parent'), 3::bigint, 'they go together');
SELECT is((SELECT count(*) FROM fanout.runs), 0::bigint, 'all of them');

SELECT * FROM finish();
ROLLBACK;
