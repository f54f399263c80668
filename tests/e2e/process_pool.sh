#!/usr/bin/env bash
# A process handler's pool: its minimum is started ahead, it grows and shrinks, children are recycled, and a
# broken program holds nobody else up. Nobody loses an attempt because a child was ended.
. "$(dirname "$0")/lib.bash"

# Leaves a file named by its pid, and answers with it.
cat >pid.pl <<'PERL'
$| = 1;
open my $file, '>', "pids/$$" or die; close $file;
while (<STDIN>) {
    my ($id) = /"id":"([^"]*)"/;
    print "{\"id\":\"$id\",\"output\":$$}\n";
}
PERL
cat >broken.pl <<'PERL'
print STDERR "this program is broken\n";
exit 7;
PERL
mkdir pids
cat >config.json <<JSON
{"handlers": {
    "pool": {"type": "process", "argv": ["perl", "pid.pl"], "directory": "$work", "idle_timeout_ms": 300,
             "concurrency": {"min": 2, "max": 6}},
    "recycled": {"type": "process", "argv": ["perl", "pid.pl"], "directory": "$work", "concurrency": 2,
                 "recycle_after": 10},
    "broken": {"type": "process", "argv": ["perl", "broken.pl"], "directory": "$work", "concurrency": 4}
}}
JSON
for handler in pool recycled broken; do
    sql "SELECT fanout.create_flow('$handler', max_attempts => 2, base_delay => '50 ms');
         SELECT fanout.add_step('$handler', 'work', step_type => 'fanout', handler => '$handler', fanout_from => 'run')" >/dev/null
done

start_run() { # start_run FLOW TASKS
    sql "SELECT fanout.start_run('$1', jsonb_agg(n)) FROM generate_series(1, $2) n"
}
alive() {
    local pid count=0
    for pid in pids/*; do
        if [[ -e $pid ]] && kill -0 "${pid#pids/}" 2>/dev/null; then count=$((count + 1)); fi
    done
    echo "$count"
}
wait_for_alive() { # wait_for_alive NUMBER
    local i
    for ((i = 0; i < 400; i++)); do
        [[ $(alive) != "$1" ]] || return 0
        sleep 0.05
    done
}

start_daemon --config config.json --log-level debug
wait_for_alive 4
is "$(alive)" 4 "the minimum of each pool is started ahead"

run=$(start_run pool 50)
is "$(wait_for_run "$run")" completed "a run completes"
wait_for_alive 4
is "$(alive)" 4 "what the pool has grown to is ended when there is nothing to do"

run=$(start_run recycled 100)
is "$(wait_for_run "$run")" completed "a run on children that are recycled completes"
is "$(sql "SELECT max(tasks) FROM (SELECT count(*) AS tasks FROM fanout.step_tasks WHERE run_id = '$run' GROUP BY output) AS c")" \
    10 "no child did more than its number of tasks"
is "$(sql "SELECT max(attempts) FROM fanout.step_tasks WHERE run_id = '$run'")" 1 "no attempt was lost by that"

# While it fails, the others go on.
broken=$(start_run broken 1)
run=$(start_run pool 500)
is "$(wait_for_run "$run")" completed "a broken program holds nobody else up"
is "$(wait_for_run "$broken")" failed "its run fails"
like "$(sql "SELECT error FROM fanout.errors('$broken') LIMIT 1")" 'perl exited with status 7 without an answer' "the error says why"
like "$(grep 'this program is broken' "$log" | head -n 1)" 'handler=broken pid=[0-9]+ .*line=' \
    "what it said at its start is in the log, with handler and process"

end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
is "$(alive)" 0 "no child is left"
