#!/usr/bin/env bash
# Each reason for which a task waits is made to happen by daemons that run, stop and die: why tells it.
. "$(dirname "$0")/lib.bash"

# Waits until a file of the task's name is there: what runs does so for as long as the test wants it.
cat >hold.py <<'PYTHON'
import os, sys, time
sys.path.insert(0, sys.argv[1])
import fanout_worker

def hold(task):
    task.heartbeat({"waits for": task.input["item"]})
    while not os.path.exists(task.input["item"]):
        time.sleep(0.05)
    return task.input["item"]

fanout_worker.run(hold)
PYTHON
cat >config.json <<JSON
{"handlers": {"hold": {"type": "process", "argv": ["python3", "hold.py", "$root/examples/python"], "directory": "$work", "concurrency": 2, "prefetch": 0},
              "fails": {"type": "exec", "argv": ["sh", "-c", "exit 1"]},
              "quick": {"type": "exec", "argv": ["cat"]}}}
JSON

# A flow of one fan-out: flow NAME HANDLER [OPTIONS]
flow() {
    sql "SELECT fanout.create_flow('$1', max_attempts => 2, base_delay => '1 h', max_delay => '1 h'),
                fanout.add_step('$1', 'work', step_type => 'fanout', fanout_from => 'run', handler => '$2'${3:+, $3})" >/dev/null
}

start() { # start FLOW INPUT
    sql "SELECT fanout.start_run('$1', '$2')" 2>/dev/null
}

# What why says of a run, once it has this reason, but without times and ids: until_reason REASON [RUN]
until_reason() {
    wait_until "SELECT EXISTS (SELECT FROM fanout.why('${2:-$run}') WHERE reason = '$1')" || return 0
    reasons "${2:-$run}"
}

reasons() { # reasons RUN
    sql "SELECT string_agg(concat_ws(' ', step_slug, tasks, reason) || ': ' || detail, E'\n' ORDER BY step_slug, reason) FROM fanout.why('$1')" |
        sed -E 's/20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:.]+\+[0-9:]*[0-9]/TIME/g; s/[0-9a-f]{8}-[0-9a-f-]{27}/RUN/g; s/worker "[^"]*"/worker W/g'
}

flow held hold
sql "SELECT fanout.add_step('held', 'after', '{work}', handler => 'quick')" >/dev/null
run=$(start held '["a", "b", "c", "d"]')
is "$(reasons "$run")" 'after 1 dependency: waits for step "work" (0 of 4 tasks done)
work 4 no_worker: no live worker serves handler "hold" of queue "default"' "without a daemon nobody serves a run, and what follows depends on that"

start_daemon --config config.json
until_reason running >/dev/null
wait_until "SELECT count(*) = 2 FROM fanout.step_tasks WHERE run_id = '$run' AND progress IS NOT NULL"
is "$(reasons "$run" | sed 's/task [01]/task N/; s/"[ab]"}/"X"}/')" 'after 1 dependency: waits for step "work" (0 of 4 tasks done)
work 2 queued: about 0 tasks of handler "hold" in queue "default" are served before; the workers that serve them hold 2 and have 2 slots
work 2 running: worker W since TIME; task N reported at TIME: {"waits for": "X"}' "with one as many run as it has slots, and the others are queued"
second=$(start held '["e"]')
like "$(until_reason queued "$second")" 'work 1 queued: about [0-9]+ tasks of handler "hold" .*; the workers that serve them hold 2 and have 2 slots$' "and so is what comes later"

flow failing fails
run=$(start failing '[1, 2]')
is "$(until_reason retry | sed 's/task [01]/task N/')" 'work 2 retry: tried again at TIME; task N failed: sh exited with status 1' "a failed attempt waits for its retry, and has its error"

flow late quick "start_delay => '1 h'"
run=$(start late '[1]')
is "$(reasons "$run")" 'work 1 delayed: by start_delay, until TIME' "what begins later says until when"

sql "SELECT fanout.create_limit('one', max_concurrency => 1), fanout.create_limit('rare', rate => 1, per => '1 h')" >/dev/null
flow limited hold "limits => '{one}', queue => 'limited'"
flow rated quick "limits => '{rare}', queue => 'limited'"
sed 's/"handlers"/"queues": ["limited"], "handlers"/' config.json >limited.json
start_daemon --config limited.json
limited=$daemon
run=$(start limited '["f", "g"]')
like "$(until_reason limit)" '^work 1 limit: limit "one": 1 of 1 in flight
work 1 running: ' "behind a limit it says which, and how full that is"
touch f g
wait_for_run "$run" >/dev/null
run=$(start rated '[1, 2]')
is "$(until_reason limit | grep limit)" 'work 1 limit: limit "rare"; 1 per 1 h, next token at TIME' "and behind a rate when the next token comes"

flow paused quick
sql "SELECT fanout.pause_flow('paused', 'look at it first')" >/dev/null
run=$(start paused '[1]')
is "$(until_reason paused)" "work 1 paused: flow \"paused\" was paused by dev_$$: look at it first" "paused it says by whom, and why"
sql "SELECT fanout.continue_flow('paused')" >/dev/null
is "$(wait_for_run "$run")" completed "continued it ends"
like "$(reasons "$run")" '^0 ended: the run is completed$' "and then there is nothing to wait for"

flow above flow:limited
run=$(start above '[["h"]]')
until_reason child >/dev/null
is "$(reasons "$run")" 'work 1 child: child run RUN of flow "limited", at 0 %; SELECT * FROM fanout.why('"'RUN'"')' "a task whose child run goes on says which"

# What a large start inserts has to wait for whoever has locked the table.
flow large nobody
large=$(start large "[$(seq -s, 20000)]")
wait_until "SELECT fanout.is_ready('$large') OR count(*) = 1 FROM fanout.why('$large')"
is "$(reasons "$large")" 'work 20000 no_worker: no live worker serves handler "nobody" of queue "default"' "a daemon starts what is large"
touch a b c d e h
end_daemon TERM "${daemons[0]}"
end_daemon TERM "$limited"
large=$(start large "[$(seq -s, 20000)]")
like "$(reasons "$large")" "^work 20000 no_worker: .*the engine's own work waits, and no live worker serves \"fanout:\" of queue \"default\"" "without one its start waits for that"
as_superuser "BEGIN;
    SELECT format('LOCK TABLE fanout.tasks_%s IN SHARE MODE', lpad(generation::text, 2, '0')) FROM fanout.runs WHERE run_id = '$large' \gexec
    \! touch locked; until [ -e unlock ]; do sleep 0.05; done
    COMMIT" >/dev/null &
locking=$!
wait_for '[[ -e locked ]]'
start_daemon --config config.json
wait_until "SELECT EXISTS (SELECT FROM fanout.why('$large') WHERE detail LIKE '%is under way%')"
like "$(reasons "$large")" '^work 15000 large_step: the rest of its start is under way at worker W' "with one that can't go on it says where it is under way"
touch unlock
wait "$locking"
wait_until "SELECT NOT EXISTS (SELECT FROM fanout.why('$large') WHERE reason = 'large_step')"

# A daemon that stands still is waited for until its lease ends; nobody else is there who would take its tasks back then.
run=$(start held '["i"]')
until_reason running >/dev/null
kill -STOP "$daemon"
is "$(until_reason silent_worker | grep -v after)" 'work 1 silent_worker: worker W was last heard of at TIME; its lease ends at TIME' "a daemon that is silent is named, with the end of its lease"
waiting=$(start held '["j"]')
is "$(reasons "$waiting" | grep -v after | sed 's/; worker W did until TIME//')" 'work 1 no_worker: no live worker serves handler "hold" of queue "default"; silent: worker W' "and serves nobody"
kill -CONT "$daemon"
like "$(until_reason running "$waiting")" 'running: worker W since TIME' "until it is heard of again"
touch i j
is "$(wait_for_run "$run") $(wait_for_run "$waiting")" "completed completed" "then all goes on"

end_daemon TERM
run=$(start held '["k"]')
is "$(reasons "$run" | grep -v after)" 'work 1 no_worker: no live worker serves handler "hold" of queue "default"; worker W did until TIME' "who served it last is told once the last one has gone"
