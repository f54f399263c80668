BEGIN;
SELECT plan(29);

SELECT fanout.create_flow('f', run_timeout => '1 hour'), fanout.create_flow('g'), fanout.create_flow('parent');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'slow');
SELECT fanout.add_step('g', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('parent', 'below', step_type => 'fanout', fanout_from => 'run', handler => 'flow:g');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:'], ARRAY['slow', 'default'], 100) AS w \gset
CREATE FUNCTION claimed(most int) RETURNS text LANGUAGE sql AS
    $$ SELECT string_agg(flow_slug || ' ' || task_index, ', ' ORDER BY flow_slug, task_index)
         FROM fanout.claim_tasks((SELECT worker_id FROM fanout.workers), most) $$;
CREATE FUNCTION put_back() RETURNS void LANGUAGE sql AS
    $$ SELECT fanout.unregister_worker(worker_id) FROM fanout.workers;
       SELECT fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:'], ARRAY['slow', 'default'], 100) $$;

-- A queue.
SELECT fanout.start_run('f', '[0, 1]') AS f \gset
SELECT is(claimed(1), 'f 0', 'one task runs');
SELECT is(fanout.pause_queue('slow', 'the disk is full'), true, 'its queue is paused');
SELECT is(claimed(9), NULL, 'and nothing of it is claimed');
SELECT lives_ok(format('SELECT fanout.complete_task(%L, ''work'', 0, ''0'')', :'f'), 'what runs finishes');
SELECT is(fanout.pause_queue('slow', 'the disk is being replaced'), false, 'paused again it has another reason');
SELECT results_eq($$ SELECT queue, flow, run_id, reason, paused_by::text FROM fanout.pauses_overview $$,
    $$ VALUES ('slow' COLLATE "C", NULL::text COLLATE "C", NULL::uuid, 'the disk is being replaced', current_user::text) $$, 'which the view shows, and whose it is');
SELECT is((SELECT paused FROM fanout.queue_overview WHERE queue = 'slow'), true, 'the view of queues says so, too');
SELECT is((SELECT paused FROM fanout.runs_overview WHERE run_id = :'f'), false, 'the run is not paused by itself');
SELECT is(fanout.work_left(ARRAY['h'], ARRAY['slow']), false, 'there is nothing to do for who works until nothing is left');
SELECT is(fanout.continue_queue('slow'), true, 'the queue goes on');
SELECT is(fanout.continue_queue('slow'), false, 'once');
SELECT is(claimed(9), 'f 1', 'and its tasks are claimed');
SELECT is(fanout.pause_queue('nobody knows it'), true, 'a queue that nobody has named can be paused');
SELECT put_back();

-- A run.
SELECT is(fanout.pause_run(:'f', 'who started this?'), true, 'a run is paused');
SELECT is(claimed(9), NULL, 'nothing of it is claimed');
SELECT is((SELECT paused FROM fanout.runs_overview WHERE run_id = :'f'), true, 'the view of runs says so');
SELECT is(fanout.work_left(ARRAY['h'], ARRAY['slow']), false, 'nor is that left to be done');
SELECT fanout.maintain();
SELECT is(claimed(9), NULL, 'maintenance lets nothing in');
SELECT throws_ok(format('SELECT fanout.resume_run(%L)', :'f'), 'PFBSY', 'run ' || :'f' || ' is paused', 'it can''t be resumed');
SELECT is(fanout.continue_run(:'f'), true, 'it goes on');
SELECT is(claimed(9), 'f 1', 'and its tasks are claimed');
SELECT fanout.complete_task(:'f', 'work', 1, '1');
SELECT throws_ok(format('SELECT fanout.pause_run(%L)', :'f'), 'PFRDY', NULL, 'what has ended can''t be paused');

-- A flow: children follow their parents, whose runs may be started meanwhile.
SELECT fanout.start_run('parent', '[[0], [1]]') AS p \gset
SELECT is(claimed(1), 'g 0', 'children start, and a task of one is claimed');
SELECT fanout.pause_flow('parent');
SELECT fanout.start_run('parent', '[[2]]') AS q \gset
SELECT fanout.start_run('g', '[3]');
SELECT is(claimed(9), 'g 0', 'then only what is not below the flow is claimed');
SELECT is((SELECT count(*) FROM fanout.runs_overview WHERE paused), 4::bigint, 'the two runs and the two children are paused');
SELECT fanout.continue_flow('parent');
SELECT is(claimed(9), 'g 0, g 0', 'then the others of the children are claimed, also of the run that was started meanwhile');

-- Whose they are.
SELECT throws_ok('SELECT fanout.pause_flow(''h'')', 'PFFLO', NULL, 'an unknown flow is an error');
SELECT throws_ok('SELECT fanout.continue_run(''00000000-0000-0000-0000-000000000009'')', 'PFRUN', NULL, 'and so is an unknown run');
CREATE ROLE developer;
SELECT fanout.grant_developer('developer');
SET ROLE developer;
SELECT throws_ok(format('SELECT fanout.pause_run(%L)', :'p'), 'PFOWN', NULL, 'others'' runs are not to be paused');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
