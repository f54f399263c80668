#!/usr/bin/env bash
# A task whose run is cancelled, or whose time is up: its child gets a cancel message and stays if it answers; else it
# gets SIGTERM, then SIGKILL. What children say on standard error is in the log, with the task.
. "$(dirname "$0")/lib.bash"

cat >polite.py <<'PYTHON'
import os, sys, time
sys.path.insert(0, sys.argv[1])
import fanout_worker

def work(task):
    print("working on", task.input["run"])
    if task.input["run"] == "quick":
        return os.getpid()
    while not task.cancelled():
        time.sleep(0.02)
    os.write(2, b"cancelled\n")

fanout_worker.run(work)
PYTHON
cat >polite.js <<JS
const { run } = require("$root/examples/node/fanout-worker");
run(async (task) => {
    console.log("working on", task.input.run);
    if (task.input.run === "quick") return process.pid;
    await new Promise((resolve) => task.signal.addEventListener("abort", resolve));
    console.error("cancelled");
});
JS
cat >stubborn.pl <<'PERL'
$| = 1;
$SIG{TERM} = sub { print STDERR "asked to end\n"; exit 0 if $ARGV[0] eq 'ends' };
<STDIN>;
print STDERR "working\n";
1 while sleep 1;
PERL
cat >config.json <<JSON
{"handlers": {
    "python": {"type": "process", "argv": ["python3", "polite.py", "$root/examples/python"], "directory": "$work",
               "concurrency": 1, "cancel_grace_ms": 60000},
    "node": {"type": "process", "argv": ["node", "polite.js"], "directory": "$work", "concurrency": 1,
             "cancel_grace_ms": 60000},
    "ends": {"type": "process", "argv": ["perl", "stubborn.pl", "ends"], "directory": "$work", "concurrency": 1,
             "stop_grace_ms": 300},
    "stays": {"type": "process", "argv": ["perl", "stubborn.pl", "stays"], "directory": "$work", "concurrency": 1,
              "stop_grace_ms": 300},
    "exec": {"type": "exec", "argv": ["perl", "stubborn.pl", "stays"], "directory": "$work", "concurrency": 1,
             "stop_grace_ms": 300}
}}
JSON
for handler in python node ends stays exec; do
    sql "SELECT fanout.create_flow('$handler', max_attempts => 1, timeout => '60 s');
         SELECT fanout.add_step('$handler', 'work', handler => '$handler')" >/dev/null
    sql "SELECT fanout.create_flow('${handler}_late', max_attempts => 1, timeout => '1 s');
         SELECT fanout.add_step('${handler}_late', 'work', handler => '$handler')" >/dev/null
done

wait_for_line() { # wait_for_line REGEX
    local i
    for ((i = 0; i < 600; i++)); do
        ! grep -q -E "$1" "$log" || return 0
        sleep 0.05
    done
    echo "# the log has no line $1"
    return 1
}
pid_of_child() { # pid_of_child HANDLER
    local run
    run=$(sql "SELECT fanout.start_run('$1', '\"quick\"')")
    wait_for_run "$run" >/dev/null
    sql "SELECT fanout.run_output('$run') -> 'work'"
}

start_daemon --config config.json --log-level debug
for handler in python node; do
    pid=$(pid_of_child $handler)
    run=$(sql "SELECT fanout.start_run('$handler', '\"slow\"')")
    wait_for_line "handler=$handler pid=$pid task=$run/work/0/1 line=\"working on slow\""
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
    wait_for_line "handler=$handler pid=$pid task=$run/work/0/1 line=cancelled"
    ok 0 "$handler: a cancelled run's task is told, and what is printed is in the log with it"
    is "$(pid_of_child $handler)" "$pid" "$handler: its child goes on"
    run=$(sql "SELECT fanout.start_run('${handler}_late', '\"late\"')")
    is "$(wait_for_run "$run")" failed "$handler: a task whose time is up fails"
    like "$(sql "SELECT error FROM fanout.errors('$run')")" 'within its timeout of 1000 ms' "$handler: its error says so"
    is "$(pid_of_child $handler)" "$pid" "$handler: its child goes on after that, too"
done

for handler in ends stays exec; do
    run=$(sql "SELECT fanout.start_run('${handler}_late')")
    is "$(wait_for_run "$run")" failed "$handler: its task fails"
    like "$(sql "SELECT error FROM fanout.errors('$run')")" 'within its timeout of 1000 ms' "$handler: by its time"
    wait_for_line "handler=$handler pid=[0-9]+ task=$run/work/0/1 line=\"asked to end\""
    ok 0 "$handler: it gets SIGTERM"
    pid=$(sed -n "s,.*handler=$handler pid=\([0-9]*\) task=$run.*,\1,p" "$log" | head -n 1)
    ok "$(kill -0 "$pid" 2>/dev/null && echo 1 || echo 0)" "$handler: its process is gone"
done
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"

# Nothing that a daemon started outlives it, whatever the program does.
start_daemon --config config.json
runs=()
for handler in stays exec; do runs+=("$(sql "SELECT fanout.start_run('$handler')")"); done
pids=()
for run in "${runs[@]}"; do
    wait_for_line "task=$run/work/0/1 line=working"
    pids+=("$(sed -n "s,.*pid=\([0-9]*\) task=$run.*,\1,p" "$log" | head -n 1)")
done
end_daemon KILL
for ((i = 0; i < 200; i++)); do
    kill -0 "${pids[@]}" 2>/dev/null || break
    sleep 0.05
done
ok "$(kill -0 "${pids[0]}" 2>/dev/null && echo 1 || echo 0)" "a child ends with a daemon that is killed"
ok "$(kill -0 "${pids[1]}" 2>/dev/null && echo 1 || echo 0)" "and so does a command"
for run in "${runs[@]}"; do sql "SELECT fanout.cancel_run('$run')" >/dev/null; done
