#!/usr/bin/env bash
# Queues with weights share a worker by their weights while both have tasks, and one that is empty leaves its share to the
# other.
. "$(dirname "$0")/lib.bash"

cat >echo.sh <<'BASH'
while IFS= read -r line; do
    [[ $line =~ \"id\":(\"[^\"]*\") ]]
    echo "{\"id\": ${BASH_REMATCH[1]}, \"output\": 1}"
done
BASH
# One task a claim, so that each is a draw; and no poll would come in time.
cat >config.json <<JSON
{"queues": {"often": 3, "rarely": 1}, "poll_interval_ms": 3600000,
 "handlers": {"echo": {"type": "process", "argv": ["bash", "$work/echo.sh"], "concurrency": 1, "prefetch": 0}}}
JSON
sql "SELECT fanout.create_flow('often'), fanout.create_flow('rarely');
     SELECT fanout.add_step('often', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'echo', queue => 'often'),
            fanout.add_step('rarely', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'echo', queue => 'rarely')" >/dev/null

start_fan_out() { # start_fan_out FLOW TASKS
    sql "SELECT fanout.start_run('$1', (SELECT jsonb_agg(i) FROM generate_series(1, $2) i))"
}

often=$(start_fan_out often 500)
rarely=$(start_fan_out rarely 300)
start_daemon --config config.json
is "$(wait_for_run "$often")" completed "the queue of the larger weight is done"
is "$(wait_for_run "$rarely")" completed "and so is the other: what waits alone gets all of the worker"

# Of 400 draws, three quarters: 300, and with a standard deviation of 8.7 by chance once in 500 million not from 248 to 352.
first=$(as_superuser "SELECT count(*) FROM (SELECT s.run_id FROM task_outputs JOIN fanout.step_states s USING (state_id)
                       ORDER BY task_outputs.completed_at LIMIT 400) r WHERE run_id = '$often'")
echo "# of the first 400 tasks, $first were of the queue with three quarters of the weight"
ok "$((first >= 248 && first <= 352 ? 0 : 1))" "while both had tasks, they were served three to one"

alone=$(start_fan_out rarely 20)
is "$(wait_for_run "$alone")" completed "a queue of small weight isn't kept waiting by an empty one"
end_daemon TERM
is "$status" 0 "the daemon ends"
