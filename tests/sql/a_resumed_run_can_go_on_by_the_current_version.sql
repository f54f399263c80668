BEGIN;
SELECT no_plan();

SELECT fanout.register_worker('w', ARRAY['wrong', 'right', 'fanout:']) AS w \gset
-- Claims everything and says which tasks that are, with their attempts and handlers.
CREATE FUNCTION pg_temp.claim() RETURNS text LANGUAGE sql AS
$$ SELECT string_agg(step_slug || ' ' || task_index || '/' || attempt || ' ' || handler, ', ' ORDER BY step_slug, task_index)
     FROM fanout.claim_tasks((SELECT worker_id FROM fanout.workers WHERE name = 'w'), 5000) $$;
CREATE FUNCTION pg_temp.version(run uuid) RETURNS int LANGUAGE sql AS
$$ SELECT version FROM fanout.runs JOIN fanout.flows USING (flow_id) WHERE run_id = run $$;

-- A handler that is wrong, and mended.
SELECT fanout.create_flow('f', max_attempts => 1, run_timeout => '1 h');
SELECT fanout.add_step('f', 'first', handler => 'right');
SELECT fanout.add_step('f', 'many', '{first}', 'fanout', 'wrong');
SELECT fanout.add_step('f', 'last', '{many}', handler => 'wrong');
SELECT fanout.start_run('f') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'first', 0, '["a", "b", "c"]');
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'many', 0, '"A"');
SELECT fanout.fail_task(:'run', 'many', 1, 'no such service');
SELECT is(fanout.run_status(:'run'), 'failed', 'a run fails by a handler that is wrong');
SELECT is(fanout.add_step('f', 'many', '{first}', 'fanout', 'right', max_attempts => 2, base_delay => '0', timeout => '7 s'), 2, 'which is mended in a version');
SELECT is(fanout.add_step('f', 'last', '{many}', handler => 'right'), 2, 'with all its steps');

SELECT ok(fanout.resume_run(:'run'), 'resumed as it is');
SELECT is(pg_temp.claim(), 'many 1/2 wrong, many 2/1 wrong', 'the run holds to its own version');
SELECT fanout.fail_task(:'run', 'many', 1, 'no such service');
SELECT throws_ok(format('SELECT fanout.resume_run(%L, definition => %L)', :'run', 'new'), 'PFARG', 'resume_run: definition is "new"', 'which version it is has two words');
SELECT throws_ok(format('SELECT fanout.resume_run(%L, definition => NULL)', :'run'), 'PFARG', NULL, 'and null is none');
SELECT ok(fanout.resume_run(:'run', definition => 'current'), 'resumed by the current version');
SELECT is(pg_temp.version(:'run'), 2, 'it is a run of that');
SELECT is(pg_temp.claim(), 'many 1/3 right, many 2/1 right', 'what has no result goes to the new handler; attempts go on counting');
SELECT is(fanout.resume_run(:'run', definition => 'current'), false, 'one that goes on stays as it is');
SELECT is((SELECT timeout FROM fanout.flow_steps WHERE flow = 'f' AND version = 2 AND step_slug = 'many'), '7 s'::interval, 'with its timeout');
SELECT fanout.fail_task(:'run', 'many', 2, 'hiccup');
SELECT is(pg_temp.claim(), 'many 2/2 right', 'and as many attempts as it gives');
SELECT fanout.complete_task(:'run', 'many', i, to_jsonb(i)) FROM generate_series(1, 2) i;
SELECT is(pg_temp.claim(), 'last 0/1 right', 'steps that had not begun follow it as well');
SELECT is((SELECT input FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'last'), '{"run": {}, "many": ["A", 1, 2]}', 'with old and new results');
SELECT fanout.complete_task(:'run', 'last', 0, '"end"');
SELECT is(fanout.run_output(:'run'), '{"last": "end"}', 'the run completes');
SELECT is((SELECT string_agg(step_slug || ' ' || status, ', ' ORDER BY step_slug) FROM fanout.steps_overview WHERE run_id = :'run'),
    'first completed, last completed, many completed', 'and shows as one of all its steps');

-- By a version that it is of already.
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.cancel_run(:'run');
SELECT ok(fanout.resume_run(:'run', definition => 'current'), 'where nothing has changed it goes on');
SELECT is(pg_temp.claim(), 'first 0/1 right', 'as it is');
-- The version is its own now, as of every run.
SELECT fanout.add_step('f', 'first', handler => 'wrong');
SELECT is(pg_temp.version(:'run'), 2, 'and its version does not change any more');
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT fanout.add_step('f', 'first', handler => 'right');
SELECT is(pg_temp.version(:'run') || ' of ' || (SELECT max(version) FROM fanout.flows WHERE flow_slug = 'f'), '3 of 4', 'nor does one that it has been given');
SELECT is(pg_temp.claim(), 'first 0/1 wrong', 'whatever comes after');

-- The flow's own options.
SELECT fanout.cancel_run(:'run');
SELECT fanout.create_flow('f', max_attempts => 1, run_timeout => '5 min');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is((SELECT deadline - clock_timestamp() < '6 min' FROM fanout.runs WHERE run_id = :'run'), true, 'the run''s timeout is that of the version');

-- What a completed run has collected as failed.
SELECT fanout.create_flow('collecting', max_attempts => 1);
SELECT fanout.add_step('collecting', 'many', step_type => 'fanout', fanout_from => 'run', handler => 'wrong', on_failure => 'collect');
SELECT fanout.start_run('collecting', '[1, 2]') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'many', 0, '"one"'), fanout.fail_task(:'run', 'many', 1, 'no');
SELECT is(fanout.run_status(:'run'), 'completed', 'a run that is completed with failures');
SELECT fanout.add_step('collecting', 'many', step_type => 'fanout', fanout_from => 'run', handler => 'right', on_failure => 'collect');
SELECT throws_ok(format('SELECT fanout.resume_run(%L, definition => %L)', :'run', 'current'), 'PFARG', format('run %s is completed: there is nothing to resume', :'run'), 'is not resumed by another version alone');
SELECT ok(fanout.resume_run(:'run', failed_items => true, definition => 'current'), 'but what has failed of it');
SELECT is(pg_temp.claim(), 'many 1/2 right', 'runs by the current one');
SELECT fanout.complete_task(:'run', 'many', 1, '"two"');
SELECT is(fanout.run_output(:'run'), '{"many": ["one", "two"]}', 'to the end');

-- Where a source was no array, whoever gave it runs again: by its new handler.
SELECT fanout.create_flow('source', max_attempts => 1);
SELECT fanout.add_step('source', 'list', handler => 'wrong');
SELECT fanout.add_step('source', 'many', '{list}', 'fanout', 'right');
SELECT fanout.start_run('source') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'list', 0, '"no array"');
SELECT is(fanout.run_status(:'run'), 'failed', 'a source that was no array');
SELECT fanout.add_step('source', 'list', handler => 'right');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), 'list 0/2 right', 'is made again by its new handler');

-- A path that found no array, of a step that has not begun.
SELECT fanout.create_flow('path', max_attempts => 1);
SELECT fanout.add_step('path', 'list', handler => 'right');
SELECT fanout.add_step('path', 'many', '{list}', 'fanout', 'right', fanout_path => 'strict $.orders[*]');
SELECT fanout.start_run('path') AS run \gset
SELECT pg_temp.claim();
SELECT fanout.complete_task(:'run', 'list', 0, '{"items": [1, 2]}');
SELECT fanout.spawn_fanout_tasks(:'run', 'many');
SELECT is(fanout.run_status(:'run'), 'failed', 'a path that does not fit');
SELECT fanout.add_step('path', 'many', '{list}', 'fanout', 'right', fanout_path => 'strict $.items[*]');
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is(pg_temp.claim(), 'list 0/2 right', 'is mended, too: what it was looked for in is made again');
SELECT fanout.complete_task(:'run', 'list', 0, '{"items": [1, 2]}');
SELECT fanout.spawn_fanout_tasks(:'run', 'many');
SELECT is(pg_temp.claim(), 'many 0/1 right, many 1/1 right', 'and found by the new one');

-- A fan-out of which only the first part was there when the run ended, and that goes one at a time, or later, by now.
SELECT fanout.create_flow('large', max_attempts => 1);
SELECT fanout.add_step('large', 'many', step_type => 'fanout', fanout_from => 'run', handler => 'right');
SELECT fanout.start_run('large', (SELECT jsonb_agg(i) FROM generate_series(0, 11999) i)) AS run \gset
SELECT fanout.cancel_run(:'run');
SELECT is((SELECT max(last_index) + 1 FROM fanout.tasks JOIN fanout.step_states USING (state_id) WHERE run_id = :'run') < 12000, true, 'a run that ended while a fan-out began');
SELECT fanout.add_step('large', 'many', step_type => 'fanout', fanout_from => 'run', handler => 'right', start_delay => '0.1 s', max_concurrency => 3);
SELECT fanout.resume_run(:'run', definition => 'current');
SELECT is((SELECT count(*) FROM fanout.queue WHERE kind = 'start'), 1::bigint, 'goes on beginning');
SET fanout.clock_offset = '1 s';
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 3::bigint, 'and holds to its new cap');
SELECT is((SELECT max(last_index) + 1 FROM fanout.tasks JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'), 12000, 'with all its tasks');

-- Whoever resumes it, what runs is its owner's code, as its owner.
CREATE ROLE version_owner;
CREATE ROLE version_operator;
CREATE ROLE version_stranger;
SELECT fanout.grant_developer('version_owner'), fanout.grant_operator('version_operator'), fanout.grant_developer('version_stranger');
CREATE SCHEMA of_version AUTHORIZATION version_owner;
SET ROLE version_owner;
CREATE FUNCTION of_version.wrong(input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$BEGIN RAISE 'wrong' USING ERRCODE = 'PFFIN'; END$$;
CREATE FUNCTION of_version.work(input jsonb) RETURNS jsonb LANGUAGE sql RETURN to_jsonb(current_user::text);
SELECT fanout.create_flow('owned');
SELECT fanout.add_step('owned', 'work', handler => 'sql:of_version.wrong');
SELECT fanout.start_run('owned') AS run \gset
RESET ROLE;
SELECT fanout.register_worker('sql', ARRAY['sql:']) AS sql \gset
SELECT count(*) FROM fanout.exchange(:sql, 1, 1);
SELECT done FROM fanout.run_sql_tasks(:sql);
SELECT is(fanout.run_status(:'run'), 'failed', 'a function that is wrong');
SET ROLE version_owner;
SELECT fanout.add_step('owned', 'work', handler => 'sql:of_version.work');
SET ROLE version_stranger;
SELECT throws_ok(format('SELECT fanout.resume_run(%L, definition => %L)', :'run', 'current'), 'PFOWN', NULL, 'another developer resumes nothing of hers');
SET ROLE version_operator;
SELECT ok(fanout.resume_run(:'run', definition => 'current'), 'an operator does');
RESET ROLE;
SELECT count(*) FROM fanout.exchange(:sql, 2, 1);
SELECT done FROM fanout.run_sql_tasks(:sql);
SELECT is(fanout.run_output(:'run'), '{"work": "version_owner"}', 'and the mended one runs as she');

SELECT * FROM finish();
ROLLBACK;
