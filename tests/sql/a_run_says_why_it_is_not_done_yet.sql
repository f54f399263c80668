BEGIN;
SELECT plan(57);

CREATE FUNCTION pg_temp.reasons(run uuid, step text DEFAULT NULL, task int DEFAULT NULL) RETURNS text LANGUAGE sql AS
    $$ SELECT string_agg(coalesce(step_slug || ' ', '') || tasks || ' ' || reason, ', ' ORDER BY step_slug, reason) FROM fanout.why(run, step, task) $$;
CREATE FUNCTION pg_temp.says(run uuid, of_reason text, pattern text, description text) RETURNS text LANGUAGE sql AS
    $$ SELECT alike((SELECT detail FROM fanout.why(run) WHERE reason = of_reason), pattern, description) $$;

SELECT fanout.create_flow('f', base_delay => '1 h', max_delay => '1 h'), fanout.create_flow('below');
SELECT fanout.add_step('f', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'h'),
       fanout.add_step('f', 'b', '{a}', step_type => 'fanout', handler => 'h'), fanout.add_step('f', 'c', '{b}', handler => 'h');
SELECT fanout.add_step('below', 'work', handler => 'other');

-- No worker, and who serves what.
SELECT fanout.start_run('f', '[0, 1, 2, 3]') AS run \gset
SELECT is(pg_temp.reasons(:'run'), 'a 4 no_worker, b 4 dependency, c 1 dependency', 'what nobody serves has no worker, and the rest waits for it');
SELECT pg_temp.says(:'run', 'no_worker', 'no live worker serves handler "h" of queue "default"', 'it says which handler of which queue');
SELECT fanout.register_worker('elsewhere', '{h}', '{bulk}') AS elsewhere \gset
SELECT pg_temp.says(:'run', 'no_worker', '%; from other queues it is served by worker "elsewhere"', 'and who serves it, but from other queues');
SELECT is((SELECT detail FROM fanout.why(:'run', 'b')), 'items of step "a"', 'an item by item dependency');
SELECT is((SELECT detail FROM fanout.why(:'run', 'c')), 'waits for step "b" (0 of 4 tasks done)', 'and one on all of a step');
SELECT is((SELECT count(*) FROM fanout.why(:'run') WHERE reason <> 'dependency' AND hint IS NULL OR since IS NULL), 0::bigint, 'each since when, and what to do');

-- Queued
SELECT fanout.register_worker('w', '{h,flow:,fanout:}', slots => 50) AS w \gset
SELECT is(pg_temp.reasons(:'run', 'a'), 'a 4 queued', 'with a worker it is queued');
SELECT pg_temp.says(:'run', 'queued', 'about 0 tasks of handler "h" in queue "default" are served before; the workers that serve them hold 0 and have 50 slots', 'nothing is before it');
SELECT alike((SELECT detail FROM fanout.why(:'run', 'a', 3)), 'about 3 tasks%', 'before its last task there are three');
SELECT fanout.start_run('f', '[0, 1]', priority => 1) AS urgent \gset
SELECT pg_temp.says(:'run', 'queued', 'about 2 tasks%', 'and what has a higher priority');
SELECT fanout.cancel_run(:'urgent');

-- Running
SELECT fanout.claim_tasks(:w, 2);
SELECT is(pg_temp.reasons(:'run', 'a'), 'a 2 queued, a 2 running', 'what is claimed runs');
SELECT pg_temp.says(:'run', 'running', 'worker "w" since 2%', 'where, and since when');
SELECT fanout.heartbeat(:w, (SELECT array_agg(queue_id) FROM fanout.queue WHERE worker_id = :w), '{1}', '{"{\"at\": 7}"}');
SELECT alike((SELECT detail FROM fanout.why(:'run', 'a', 1)), 'worker "w" since 2%; task 1 reported at 2%: {"at": 7}', 'and what it has said of itself');

-- Silent
UPDATE fanout.heartbeats SET suspect_since = clock_timestamp() WHERE worker_id = :w;
SELECT is(pg_temp.reasons(:'run', 'a'), 'a 2 no_worker, a 2 silent_worker', 'a worker that falls silent serves nobody');
SELECT pg_temp.says(:'run', 'silent_worker', 'worker "w" was last heard of at 2%; its lease ends at 2%', 'it says which, and until when it is waited for');
SELECT pg_temp.says(:'run', 'no_worker', '%; silent: worker "w"; %', 'also to what waits for it');
SELECT fanout.heartbeat(:w);
SELECT is(pg_temp.reasons(:'run', 'a'), 'a 2 queued, a 2 running', 'until it is heard of');
SET LOCAL fanout.clock_offset = '25s';
SELECT fanout.maintain();
SET LOCAL fanout.clock_offset = '0';
SELECT is(pg_temp.reasons(:'run', 'a'), 'a 2 no_worker, a 2 silent_worker', 'as maintenance finds it');
SELECT fanout.heartbeat(:w);

-- Ended, retry, dependency
SELECT fanout.complete_task(:'run', 'a', 0, '0'), fanout.fail_task(:'run', 'a', 1, 'no such host');
SELECT is(pg_temp.reasons(:'run'), 'a 2 queued, a 1 retry, b 3 dependency, b 1 queued, c 1 dependency', 'a failed attempt waits for its retry, and items go on one by one');
SELECT pg_temp.says(:'run', 'retry', 'tried again at 2%; task 1 failed: no such host', 'when, and what went wrong');
SELECT is(pg_temp.reasons(:'run', 'a', 0), 'a 0 ended', 'what is done holds nothing back');
SELECT alike((SELECT detail FROM fanout.why(:'run', 'a', 0)), 'task 0 completed at 2%, attempt 1', 'and says so');
SELECT is((SELECT string_agg(pg_temp.reasons(:'run', 'b', i), ', ') FROM generate_series(0, 3) i),
          'b 1 queued, b 1 dependency, b 1 dependency, b 1 dependency', 'a task whose item is there is queued, the others wait for theirs');

-- Paused
SELECT fanout.pause_queue('default', 'the disk is full');
SELECT is(pg_temp.reasons(:'run', 'a'), 'a 3 paused', 'whatever else it waits for, it is paused first of all');
SELECT is((SELECT detail FROM fanout.why(:'run', 'a')), format('queue "default" was paused by %s: the disk is full', current_user), 'what is, by whom, and why');
SELECT is((SELECT hint FROM fanout.why(:'run', 'a')), 'fanout.continue_queue lets it go on.', 'and how to go on');
SELECT fanout.continue_queue('default'), fanout.pause_flow('f');
SELECT alike((SELECT detail || hint FROM fanout.why(:'run', 'a')), 'flow "f" was paused by %, without a reason%continue_flow%', 'a flow likewise');
SELECT fanout.continue_flow('f'), fanout.pause_run(:'run', 'look at it');
SELECT alike((SELECT detail || hint FROM fanout.why(:'run', 'a')), 'the run was paused by %: look at it%continue_run%', 'and a run');
SELECT fanout.continue_run(:'run');

-- The end of a run
SELECT fanout.cancel_run(:'run', 'not wanted');
SELECT is(pg_temp.reasons(:'run'), '8 ended', 'a cancelled run has ended, with what it has not done');
SELECT is((SELECT detail FROM fanout.why(:'run')), 'the run was cancelled: not wanted', 'it says how');
SELECT is(pg_temp.reasons(:'run', 'a', 3), 'a 1 ended', 'for each task');

-- Delayed
SELECT fanout.create_flow('late'), fanout.add_step('late', 'work', handler => 'h', start_delay => '1 h');
SELECT fanout.start_run('late') AS late \gset
SELECT is(pg_temp.reasons(:'late'), 'work 1 delayed', 'a start_delay');
SELECT pg_temp.says(:'late', 'delayed', 'by start_delay, until 2%', 'until when');

-- Limits
SELECT fanout.create_limit('gate', max_concurrency => 1), fanout.create_limit('slow', rate => 1, per => '1 h');
SELECT fanout.create_flow('held'), fanout.add_step('held', 'named', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{gate}'),
       fanout.add_step('held', 'capped', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_concurrency => 2),
       fanout.add_step('held', 'rated', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{slow}');
SELECT fanout.start_run('held', '[0, 1, 2]') AS held \gset
SELECT fanout.claim_tasks(:w, 20);
SELECT is(pg_temp.reasons(:'held'), 'capped 1 limit, capped 2 running, named 2 limit, named 1 running, rated 2 limit, rated 1 running', 'what a limit holds back');
SELECT is((SELECT detail FROM fanout.why(:'held', 'named') WHERE reason = 'limit'), 'limit "gate": 1 of 1 in flight', 'a named one, and how full it is');
SAVEPOINT lost;
DELETE FROM fanout.heartbeats WHERE worker_id = :w;
SELECT is((SELECT detail FROM fanout.why(:'held', 'capped') WHERE reason = 'silent_worker'), format('worker %s is gone, and what it had is about to go back into the queue', :w), 'what a lost worker has left');
ROLLBACK TO lost;
SELECT is((SELECT detail FROM fanout.why(:'held', 'capped') WHERE reason = 'limit'), 'the max_concurrency of the step: 2 of 2 in flight', 'the step''s own');
SELECT alike((SELECT detail FROM fanout.why(:'held', 'rated') WHERE reason = 'limit'), 'limit "slow"; 1 per 1 h, next token at 2%', 'and a rate, with its next token');

-- Children
SELECT fanout.create_flow('above'), fanout.add_step('above', 'children', step_type => 'fanout', fanout_from => 'run', handler => 'flow:below');
SELECT fanout.start_run('above', '[0, 1]') AS above \gset
SELECT is(pg_temp.reasons(:'above'), 'children 2 queued', 'before its child run starts');
SELECT fanout.claim_tasks(:w, 2);
SELECT is(pg_temp.reasons(:'above'), 'children 2 child', 'a task waits for its child run');
SELECT run_id AS child FROM fanout.runs_overview WHERE parent_run_id = :'above' LIMIT 1 \gset
SELECT alike((SELECT detail FROM fanout.why(:'above', 'children', 0)), format('child run %% of flow "below", at 0 %%; SELECT * FROM fanout.why(%%)'), 'it names it, and how far it is');
SELECT is(pg_temp.reasons(:'child'), 'work 1 no_worker', 'of which the same can be asked');
SELECT fanout.pause_run(:'above', 'wait');
SELECT alike((SELECT detail FROM fanout.why(:'child')), format('run %s above it was paused by %%: wait', :'above'), 'a child is paused with its parent');

-- Large steps
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 20000) i)) AS large \gset
SELECT is(pg_temp.reasons(:'large', 'a'), 'a 15000 large_step, a 5000 queued', 'the rest of a large step is still to be started');
SELECT alike((SELECT detail FROM fanout.why(:'large', 'a', 19999)), 'the rest of its start waits for a worker to run it', 'and so is its last task');
SELECT fanout.cancel_run(:'large');

-- Streams
SELECT fanout.create_flow('flowing'), fanout.add_step('flowing', 'work', step_type => 'fanout', fanout_from => 'stream', handler => 'h');
SELECT fanout.start_run('flowing') AS flowing \gset
SELECT is(pg_temp.reasons(:'flowing'), 'work 0 dependency', 'an open stream waits for items');
SELECT fanout.push_items(:'flowing', 'work', '[1, 2]');
SELECT is(pg_temp.reasons(:'flowing'), 'work 0 dependency, work 2 queued', 'and so it does beside those that it has');

-- An owner who is missing
UPDATE fanout.runs SET owner = '(missing: alice)' WHERE run_id = :'flowing';
UPDATE fanout.flows SET owner = '(missing: alice)' WHERE flow_slug = 'flowing';
SELECT fanout.claim_tasks(:w, 1);
SELECT alike((SELECT detail FROM fanout.why(:'flowing') WHERE reason = 'paused'), 'the run''s owner is missing: (missing: alice)', 'nothing goes on for an owner who is missing');

-- What isn't there
SELECT throws_ok('SELECT fanout.why(null)', 'PFRUN', NULL, 'no run is an error');
SELECT throws_ok('SELECT fanout.why(''00000000-0000-0000-0000-000000000009'')', 'PFRUN', NULL, 'and so is one that is not there');
SELECT throws_ok(format('SELECT fanout.why(%L, ''x'')', :'held'), 'PFSTP', NULL, 'a step that is not there');
SELECT throws_ok(format('SELECT fanout.why(%L, ''named'', 3)', :'held'), 'PFARG', format('step "named" of run %s: task_index is 3, and it has 3 tasks', :'held'), 'an index beyond its tasks');
SELECT throws_ok(format('SELECT fanout.why(%L, ''named'', -1)', :'held'), 'PFARG', NULL, 'or before them');
SELECT throws_ok(format('SELECT fanout.why(%L, null, 1)', :'held'), 'PFARG', format('why: task_index is 1, and step_slug is null'), 'and an index of no step');

-- Whose it is
CREATE ROLE developer;
CREATE ROLE overseer;
SELECT fanout.grant_developer('developer'), fanout.grant_operator('overseer');
SET ROLE developer;
SELECT throws_ok(format('SELECT fanout.why(%L)', :'held'), 'PFRUN', NULL, 'another''s run is as if it were not there');
SELECT is((SELECT count(*) FROM fanout.unfinished_work), 0::bigint, 'nor is what it waits for');
SET ROLE overseer;
SELECT isnt_empty(format('SELECT fanout.why(%L)', :'held'), 'an operator may ask');

SELECT * FROM finish();
ROLLBACK;
