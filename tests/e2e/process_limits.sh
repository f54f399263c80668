#!/usr/bin/env bash
# What a command or a child may use: memory, processor time, its folder, and the variables it gets. Whoever goes beyond
# fails a task of its own, and no other.
. "$(dirname "$0")/lib.bash"

mkdir folder
printf 'the token\n' >token
export MODE_OF_DAEMON=quiet LC_TEST=C NOT_LISTED=x
cat >look.py <<'PYTHON'
import json, os, sys
sys.path.insert(0, os.environ["MODULES"])
import fanout_worker

def look(task):
    if task.input["item"] == "memory":
        return len(bytearray(400_000_000))
    while task.input["item"] == "processor":
        pass
    if task.input["item"] == "folder":
        return os.getcwd()
    return os.getpid()

fanout_worker.run(look)
PYTHON
cat >variables.pl <<'PERL'
use JSON::PP;
delete @ENV{grep /^FANOUT_|^PATH$/, keys %ENV};
print JSON::PP->new->canonical->encode(\%ENV);
PERL
cat >config.json <<JSON
{"handlers": {
    "look": {"type": "process", "argv": ["python3", "../look.py"], "directory": "$work/folder", "concurrency": 1,
             "variables": {"MODULES": "$root/examples/python"},
             "memory_limit_bytes": 200000000, "cpu_limit_seconds": 1},
    "defaults": {"type": "exec", "argv": ["sh", "-c", "env | grep -c -e ^PG -e PASSWORD -e NOT_LISTED"]},
    "exec": {"type": "exec", "argv": ["perl", "../variables.pl"], "directory": "$work/folder",
             "environment": ["PATH", "LC_T*", "MODE_OF_DAEMON"],
             "variables": {"MODE": "x y", "TOKEN": {"file": "$work/token"}, "COPY": {"env": "MODE_OF_DAEMON"}}},
    "node": {"type": "process", "argv": ["node", "$work/memory.js"], "concurrency": 1,
             "memory_limit_bytes": 900000000}
}}
JSON
cat >memory.js <<JS
require("$root/examples/node/fanout-worker").run((task) => Buffer.alloc(task.input.item, 1).length);
JS
for handler in look defaults exec node; do
    sql "SELECT fanout.create_flow('$handler', max_attempts => 1, timeout => '60 s');
         SELECT fanout.add_step('$handler', 'work', step_type => 'fanout', handler => '$handler', fanout_from => 'run')" >/dev/null
done

output() { # output RUN INDEX
    sql "SELECT output FROM fanout.step_tasks WHERE run_id = '$1' AND task_index = $2"
}
error() { # error FLOW ITEMS
    local run
    run=$(sql "SELECT fanout.start_run('$1', '$2')")
    is "$(wait_for_run "$run")" failed "$1 $2: fails"
    error=$(sql "SELECT error FROM fanout.errors('$run')")
}

export PGPASSWORD=not-for-children
start_daemon --config config.json --log-level debug
unset PGPASSWORD

run=$(sql "SELECT fanout.start_run('look', '[\"folder\"]')")
is "$(wait_for_run "$run")" completed "a child with limits works"
is "$(output "$run" 0)" "\"$work/folder\"" "it works in its folder"
run=$(sql "SELECT fanout.start_run('exec', '[1]')")
is "$(wait_for_run "$run")" completed "a command has such settings, too"
is "$(output "$run" 0)" \
    '{"COPY": "quiet", "MODE": "x y", "TOKEN": "the token", "LC_TEST": "C", "MODE_OF_DAEMON": "quiet"}' \
    "it gets the variables that are listed, and no others"
run=$(sql "SELECT fanout.start_run('defaults', '[1]')")
is "$(wait_for_run "$run")" failed "what greps for others' variables finds none"
is "$(sql "SELECT error FROM fanout.errors('$run')")" "sh exited with status 1" "so by default no password is passed on"

run=$(sql "SELECT fanout.start_run('look', '[1]')")
wait_for_run "$run" >/dev/null
pid=$(output "$run" 0)
error look '["memory"]'
like "$error" "MemoryError" "a task that wants too much memory gets an error"
run=$(sql "SELECT fanout.start_run('look', '[1]')")
wait_for_run "$run" >/dev/null
is "$(output "$run" 0)" "$pid" "and its child survives that"
error look '["processor"]'
like "$error" "killed by signal 24 \(CPU time limit exceeded\)" "a task that computes too long is ended"
run=$(sql "SELECT fanout.start_run('look', '[1, 2]')")
is "$(wait_for_run "$run")" completed "the next has a child again"

run=$(sql "SELECT fanout.start_run('node', '[1000]')")
is "$(wait_for_run "$run")" completed "Node starts within a limit far below the addresses that it reserves"
error node '[2000000000]'
like "$error" "alloc|memory|without an answer" "and can't go beyond it"

is "$(grep -c -e 'the token' -e not-for-children "$log")" 0 "no secret is in the log"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
