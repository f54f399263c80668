#!/usr/bin/env bash
# What a task reports reaches the database while it runs, and its next attempt; a time to retry at is heeded.
. "$(dirname "$0")/lib.bash"

sql "SELECT fanout.create_flow('f', base_delay => '0', max_attempts => 3);
     SELECT fanout.add_step('f', 'work', handler => 'reporter');
     SELECT fanout.create_flow('left'), fanout.add_step('left', 'work', handler => 'leaver')" >/dev/null
run=$(sql "SELECT fanout.start_run('f')")
left=$(sql "SELECT fanout.start_run('left')")

# A task that reports and fails twice, then reports and waits for the file `seen`. Another, whose worker goes away.
PGUSER=worker_$$ "$(dirname "$fanoutd")/unit_tests" '[server]' >lane.log 2>&1 &
lane=$!
daemons+=("$lane")

wait_until "SELECT progress = '{\"at\": 3}' AND status = 'started' FROM fanout.step_tasks WHERE run_id = '$run'"
ok $? "what a task reports is seen while it runs"
touch seen
is "$(wait_for_run "$run")" completed "the task completes in its third attempt"
is "$(sql "SELECT fanout.run_output('$run')")" '{"work": [null, {"at": 2}, {"at": 2}]}' \
    "each attempt had the last good report of those before it"
is "$(wait_for_run "$left"): $(sql "SELECT fanout.run_output('$left')")" 'completed: {"work": [1, {"at": 7}]}' \
    "what an attempt reported that was broken off is known to the next worker, in the same attempt"
is "$(as_superuser "SELECT r.claimed_at - f.failed_at >= interval '1500 ms' FROM task_outputs r JOIN fanout.failures f USING (state_id)
                     WHERE f.attempt = 2")" t "the third attempt waited as long as the second one asked for"
is "$(as_superuser "SELECT count(*) FROM fanout.task_progress")" 0 "and nothing is left of the reports"
wait_for_end "$lane"
is "$status" 0 "the lane ends"
