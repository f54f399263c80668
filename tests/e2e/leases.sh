#!/usr/bin/env bash
# A living worker keeps its claims: when fanout.lease alone is lowered under it, and through outages of the server that are longer than
# the lease. One that has died loses them when its lease has ended.
. "$(dirname "$0")/lib.bash"

make_own_server fsync=off
cat >config.json <<JSON
{"handlers": {"waits": {"type": "exec", "argv": ["sh", "-c", "echo \$FANOUT_TASK_INDEX >>begun; until [ -e go ]; do sleep 0.1; done; echo 1"],
                        "directory": "$work", "concurrency": 4}}}
JSON
start_run() {
    rm -f go begun
    touch begun
    run=$(sql "SELECT fanout.execute_many('waits', '[1, 2, 3, 4, 5, 6, 7, 8]', max_concurrency => null, max_attempts => 1, timeout => '10 min')")
    wait_for '(($(wc -l <begun) == 8))'
}
check_run() { # check_run DESCRIPTION: each task was begun once
    touch go
    is "$(wait_for_run "$run")" completed "$1: the run completes"
    is "$(sort -n begun | tr '\n' ' ')" "0 1 2 3 4 5 6 7 " "$1: each task was executed once"
    is "$(sql "SELECT count(*) FROM fanout.task_failures WHERE run_id = '$run'")" 0 "$1: no attempt was lost"
    is "$(cat "$work"/fanoutd-*.log | grep -c 'msg=registered')" 4 "$1: nobody was given up"
}
oldest_lease() { # how many seconds the oldest lease that was given is long
    as_superuser "SELECT max(extract(epoch FROM leased_until - seen_at))::int FROM fanout.heartbeats"
}
all_leases_are_short() {
    [[ $(oldest_lease) == 3 ]]
}

start_daemon --config config.json
start_daemon --config config.json
start_run
"$cluster" start "$work/server" fsync=off fanout.lease=3s
wait_until_command all_leases_are_short
is "$(sql "SELECT fanout.heartbeat_interval()" -U "worker_$$")" "00:00:01" \
    "the interval is a third of the lease, whatever is set"
# They go on through several of these leases.
later=$(sql "SELECT clock_timestamp() + '9 s'")
wait_until "SELECT clock_timestamp() > '$later'"
check_run "the lease alone was lowered"

start_run
"$cluster" stop "$work/server" immediate
sleep 6
"$cluster" start "$work/server" fsync=off fanout.lease=3s
wait_until "SELECT count(*) = 4 AND bool_and(seen_at > pg_postmaster_start_time()) FROM fanout.workers_overview" || true
check_run "an outage longer than the lease"

start_run
kill -KILL "${daemons[0]}"
dead=$(sql "SELECT count(*) FROM fanout.workers_overview")
wait_until "SELECT count(*) = $dead - 2 FROM fanout.workers_overview"
touch go
wait_for_run "$run" >/dev/null
is "$(sql "SELECT count(*) FROM fanout.task_failures WHERE run_id = '$run' AND error <> 'its worker was lost'")" 0 "a dead worker's claims are taken back"
is "$(sql "SELECT count(*) FROM fanout.step_tasks WHERE run_id = '$run' AND status IN ('completed', 'failed')")" 8 "and its tasks end"
