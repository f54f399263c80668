#!/usr/bin/env bash
# A task of a step with a heartbeat_timeout that says nothing for so long is ended, whatever it is doing; its next attempt
# gets what it had reported. One that reports goes on.
. "$(dirname "$0")/lib.bash"

cat >work.py <<'PYTHON'
import os, sys, time
sys.path.insert(0, sys.argv[1])
import fanout_worker

def work(task):
    if task.attempt > 1:
        return {"attempt": task.attempt, "goes_on_from": task.progress}
    for n in range(12):
        task.heartbeat({"done": n + 1})
        time.sleep(0.3)
        if task.input["run"] == "silent" and n == 2:
            with open("silent.pid", "w") as file:
                file.write(str(os.getpid()))
            time.sleep(100)
    return "talked all the while"

fanout_worker.run(work)
PYTHON
cat >sleeper.pl <<'PERL'
open my $note, '>', "command.pid" or die;
print $note $$;
close $note;
sleep 100;
PERL
cat >config.json <<JSON
{"handlers": {
    "child": {"type": "process", "argv": ["python3", "work.py", "$root/examples/python"], "directory": "$work", "concurrency": 2},
    "command": {"type": "exec", "argv": ["perl", "sleeper.pl"], "directory": "$work", "concurrency": 1}
}}
JSON
for handler in child command; do
    sql "SELECT fanout.create_flow('$handler', max_attempts => 2, base_delay => '50 ms', timeout => '60 s');
         SELECT fanout.add_step('$handler', 'work', handler => '$handler', heartbeat_timeout => '2 s')" >/dev/null
done
sql "SELECT fanout.create_flow('once', max_attempts => 1, timeout => '60 s');
     SELECT fanout.add_step('once', 'work', handler => 'command', heartbeat_timeout => '1 s')" >/dev/null

is_gone() { ! kill -0 "$(<"$1")" 2>/dev/null; }

start_daemon --config config.json
talks=$(sql "SELECT fanout.start_run('child', '\"talks\"')")
silent=$(sql "SELECT fanout.start_run('child', '\"silent\"')")
is "$(wait_for_run "$silent")" completed "a task that fell silent is tried again"
is "$(sql "SELECT fanout.run_output('$silent') -> 'work'")" '{"attempt": 2, "goes_on_from": {"done": 3}}' "with what it had reported"
like "$(sql "SELECT error FROM fanout.task_failures WHERE run_id = '$silent'")" 'reported nothing for its heartbeat_timeout of (2000 ms|00:00:02)' \
    "its failure says why"
wait_until_command is_gone silent.pid
ok $? "its process is gone"
is "$(wait_for_run "$talks")" completed "a task that reports goes on for longer than that"
is "$(sql "SELECT fanout.run_output('$talks') -> 'work'")" '"talked all the while"' "in its first attempt"

run=$(sql "SELECT fanout.start_run('once')")
is "$(wait_for_run "$run" 20)" failed "a command can't report: it has that time in all"
like "$(sql "SELECT error FROM fanout.errors('$run')")" 'reported nothing for its heartbeat_timeout' "its error says so"
wait_until_command is_gone command.pid
ok $? "it is gone"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
