#!/usr/bin/env bash
# What a child reports with heartbeats is given to the next attempt, which goes on from there.
. "$(dirname "$0")/lib.bash"

cat >count.py <<'PYTHON'
import os, sys, time
sys.path.insert(0, sys.argv[1])
import fanout_worker

def count(task):
    begin = task.progress["done"] if task.progress else 0
    for n in range(begin, 10):
        task.heartbeat({"done": n + 1})
        if n == 4 and task.attempt == 1:
            # The next heartbeat of the daemon takes it along.
            while not os.path.exists("go"):
                time.sleep(0.02)
            os._exit(1)
    return {"began_at": begin, "attempt": task.attempt}

fanout_worker.run(count)
PYTHON
cat >config.json <<JSON
{"handlers": {"count": {"type": "process", "argv": ["python3", "count.py", "$root/examples/python"],
                        "directory": "$work", "concurrency": 1}}}
JSON
sql "SELECT fanout.create_flow('count', max_attempts => 2, base_delay => '50 ms', timeout => '60 s');
     SELECT fanout.add_step('count', 'count', handler => 'count')" >/dev/null

run=$(sql "SELECT fanout.start_run('count')")
start_daemon --config config.json --log-level debug
wait_until "SELECT progress = '{\"done\": 5}' FROM fanout.step_tasks WHERE run_id = '$run'"
ok 0 "what a task reports is seen while it runs"
touch go
is "$(wait_for_run "$run")" completed "a task whose child died goes on"
is "$(sql "SELECT fanout.run_output('$run')")" '{"count": {"attempt": 2, "began_at": 5}}' \
    "from where the attempt before had been"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
