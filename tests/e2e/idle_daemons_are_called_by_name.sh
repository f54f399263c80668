#!/usr/bin/env bash
# Daemons that would not look by themselves for a minute: few are told of what comes, and yet it begins at once, also where one of them has
# been killed, and much spreads over all of them.
. "$(dirname "$0")/lib.bash"

sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''run''';
     SELECT fanout.create_flow('one');
     SELECT fanout.add_step('one', 'work', handler => 'sql:same');
     SELECT fanout.create_flow('many');
     SELECT fanout.add_step('many', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'slow')" >/dev/null
cat >config.json <<JSON
{"poll_interval_ms": 60000, "sql_connections": 1, "handlers": {"slow": {"type": "exec", "argv": ["sh", "-c", "sleep 3; echo 1"], "concurrency": 1}}}
JSON
start_some() { # start_some COUNT
    local i
    for ((i = 0; i < $1; i++)); do start_daemon --config config.json; done
    wait_until "SELECT count(*) = 2 * $2 AND bool_and(idle) FROM fanout.workers_overview"
}

# -- a daemon that was killed is recorded as idle until its lease ends

start_some 3 3
kill -KILL "${daemons[0]}"
wait_for_end "${daemons[0]}"
late=0
for i in {1..20}; do
    run=$(sql "SELECT fanout.start_run('one', '$i')")
    [[ $(wait_for_run "$run" 5) == completed ]] || late=$((late + 1))
done
is "$late" 0 "where one of three has been killed, each run begins at once"
is "$(sql "SELECT count(*) FROM fanout.workers_overview WHERE idle")" 6 "though its workers still count as idle"

# -- who finds more than it takes calls the next

for daemon in "${daemons[@]:1}"; do end_daemon TERM "$daemon"; done
as_superuser "SELECT fanout.unregister_worker(worker_id) FROM fanout.workers" >/dev/null
start_some 5 5
run=$(sql "SELECT fanout.start_run('many', '[1, 2, 3, 4, 5]')")
is "$(wait_for_run "$run" 30)" completed "a fan-out of as many tasks as there are daemons ends"
is "$(sql "SELECT count(DISTINCT worker) FROM fanout.step_tasks WHERE run_id = '$run'")" 5 "each daemon has done one of them"
