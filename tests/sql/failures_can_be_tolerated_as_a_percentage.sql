BEGIN;
SELECT plan(11);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect',
                       tolerated_failure_percentage => 33.3);
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, 999) i)) AS run \gset
SELECT fanout.claim_tasks(:w, 1000);
SELECT fanout.fail_task(:'run', 'work', i, 'no') FROM generate_series(0, 332) i;
SELECT is(fanout.run_status(:'run'), 'started', '333 of 1,000 are 33.3 percent');
SELECT fanout.fail_task(:'run', 'work', 333, 'no');
SELECT results_eq('SELECT status, error FROM fanout.steps_overview',
    $$VALUES ('failed', '334 of 1000 items failed; tolerated_failure_percentage is 33.3')$$, '334 are more: it fails at once');

SELECT fanout.start_run('f', '[0, 1]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'work', 0, '0');
SELECT fanout.fail_task(:'run', 'work', 1, 'no');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "work": 1 of 2 items failed; tolerated_failure_percentage is 33.3',
    'one of two is more than a third, also as the last');

-- Whichever of the two comes first.
SELECT fanout.create_flow('both', max_attempts => 1);
SELECT fanout.add_step('both', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect',
                       tolerated_failures => 2, tolerated_failure_percentage => 50);
SELECT fanout.start_run('both', '[0, 1]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', 0, 'no');
SELECT is(fanout.run_status(:'run'), 'started', 'one of two is half');
SELECT fanout.fail_task(:'run', 'work', 1, 'no');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "work": 2 of 2 items failed; tolerated_failure_percentage is 50',
    'the percentage is passed before the count');
SELECT fanout.start_run('both', '[0, 1, 2, 3, 4, 5, 6]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', i, 'no') FROM generate_series(0, 2) i;
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "work": 3 of 7 items failed; tolerated_failures is 2',
    'the count before the percentage');

-- The bounds.
SELECT fanout.create_flow('all', max_attempts => 1);
SELECT fanout.add_step('all', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect',
                       tolerated_failure_percentage => 100);
SELECT fanout.start_run('all', '[0, 1]') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', i, 'no') FROM generate_series(0, 1) i;
SELECT is(fanout.run_output(:'run'), '{"work": [null, null]}', '100 percent tolerate everything');
SELECT fanout.start_run('all', '[]') AS run \gset
SELECT is(fanout.run_output(:'run'), '{"work": []}', 'no items are no failures');

-- Of a stream nobody knows how many items it will have before it is closed.
SELECT fanout.start_run('both', '[0, 1]') AS run \gset
UPDATE fanout.step_states SET is_open = true, open_stripes = open_stripes + 1 WHERE run_id = :'run';
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'work', i, 'no') FROM generate_series(0, 1) i;
SELECT is(fanout.run_status(:'run'), 'started', 'an open stream fails by no percentage');
UPDATE fanout.step_states SET is_open = false, open_stripes = open_stripes - 1 WHERE run_id = :'run';
SELECT fanout.register_worker('engine', ARRAY['fanout:']) AS e \gset
INSERT INTO fanout.queue (queue_id, state_id, virtual_time, stripe, width, virtual_step, priority, generation, attempt, kind, queue, handler, indexes)
SELECT fanout.next_queue_id(), state_id, 0, 0, 1, 1, 0, 0, 1, 'finish', 'default', 'fanout:', '{[0,1)}'
  FROM fanout.step_states WHERE run_id = :'run';
SELECT fanout.claim_tasks(:e, 1);
SELECT is(fanout.run_status(:'run'), 'failed', 'once it is closed it does');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "work": 2 of 2 items failed; tolerated_failure_percentage is 50',
    'with the same error');

SELECT * FROM finish();
ROLLBACK;
