#!/usr/bin/env bash
# The helper modules for Python and Node: outputs, errors, final errors, and output that isn't meant for the daemon.
. "$(dirname "$0")/lib.bash"

cat >work.py <<'PYTHON'
import os, sys
sys.path.insert(0, sys.argv[1])
import fanout_worker

def work(task):
    print("stray output")
    os.system("echo stray output of a command")
    what = task.input["item"]
    if what == "error":
        raise ValueError("it broke: ünïcode ✓")
    if what == "final":
        raise fanout_worker.FinalError("no use")
    if what == "no json":
        return object()
    if what == "infinity":
        return [float("inf")]
    if what == "nothing to say":
        raise ValueError()
    return what

fanout_worker.run(work)
PYTHON
cat >work.js <<JS
const { run, FinalError } = require("$root/examples/node/fanout-worker");
run(async (task) => {
    console.log("stray output");
    process.stdout.write("stray output\n");
    const what = task.input.item;
    if (what === "error") throw new Error("it broke: ünïcode ✓");
    if (what === "final") throw new FinalError("no use");
    if (what === "no json") return 1n;
    if (what === "infinity") return [Infinity];
    if (what === "nothing to say") throw "";
    return what;
});
JS
cat >config.json <<JSON
{"handlers": {
    "python": {"type": "process", "argv": ["python3", "work.py", "$root/examples/python"], "directory": "$work"},
    "node": {"type": "process", "argv": ["node", "work.js"], "directory": "$work"}
}}
JSON

check_error() { # check_error HANDLER ITEM REGEX ATTEMPTS
    local run
    run=$(sql "SELECT fanout.start_run('$1', '[\"$2\"]')")
    is "$(wait_for_run "$run")" failed "$1: $2 fails"
    like "$(sql "SELECT error FROM fanout.errors('$run')")" "$3" "$1: $2 says why"
    is "$(sql "SELECT attempts FROM fanout.errors('$run')")" "$4" "$1: $2 after $4 attempts"
}

start_daemon --config config.json
for handler in python node; do
    sql "SELECT fanout.create_flow('$handler', max_attempts => 2, base_delay => '50 ms');
         SELECT fanout.add_step('$handler', 'work', step_type => 'fanout', handler => '$handler', fanout_from => 'run')" >/dev/null
    items='[1.5, null, "ünïcode ✓ \n \" \\", {"a": [true, {}]}, ""]'
    run=$(sql "SELECT fanout.start_run('$handler', '$items')")
    is "$(wait_for_run "$run")" completed "$handler: a run completes, whatever is printed"
    is "$(sql "SELECT fanout.run_output('$run') -> 'work' = '$items'")" t "$handler: outputs of every kind come as they are"
    large=$(sql "SELECT fanout.start_run('$handler', jsonb_build_array(repeat('x', 5000000)))")
    is "$(wait_for_run "$large")" completed "$handler: a large input and output"
    check_error $handler error 'it broke: ünïcode ✓' 2
    check_error $handler final 'no use' 1
    check_error $handler "no json" 'JSON|BigInt' 2
    check_error $handler infinity 'JSON' 2
    check_error $handler "nothing to say" '^(ValueError|an error without a message)$' 2
done

# Python refuses to read so many digits, and any other number is another task's.
children=$(pgrep -f "work.py $root/examples/python" | sort | xargs)
run=$(sql "SELECT fanout.start_run('python', '[1e5000, 2]')")
is "$(wait_for_run "$run")" failed "python: an input that can't be read fails"
like "$(sql "SELECT error FROM fanout.errors('$run')")" '^ValueError: .*4300 digits' "python: and says why"
is "$(sql "SELECT string_agg(status, ' ' ORDER BY task_index) FROM fanout.step_tasks WHERE run_id = '$run'")" "failed completed" "python: alone"
is "$(pgrep -f "work.py $root/examples/python" | sort | xargs)" "$children" "python: and the children live on"
is "$(grep -c 'printed what is no answer' "$log" || true)" 0 "nothing of what was printed came between the answers"
like "$(grep 'stray output of a command' "$log" | head -n 1)" 'handler=python pid=[0-9]+ task=.*/work/[0-9]+/1 line=' \
    "what is printed is in the log, with the task"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
