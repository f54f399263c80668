#!/usr/bin/env bash
# As process 1 of a container the daemon inherits what its handlers' processes leave behind. It reaps that, passes signals on, and
# ends with the daemon's status.
. "$(dirname "$0")/lib.bash"

container=(unshare --pid --fork --mount-proc)
"${container[@]}" true 2>/dev/null || container=(unshare --user --map-root-user --pid --fork --mount-proc)
"${container[@]}" true 2>/dev/null || { ok 0 "# SKIP no namespace can be made here"; exit; }

# Each leaves three processes behind, two of them beyond the reach of its process group.
cat >leave.sh <<'SH'
(sleep 0.01 &); (setsid sleep 0.01 &); (setsid sh -c 'exit 3' &)
SH
cat >work.pl <<'PERL'
$| = 1;
while (<STDIN>) {
    my ($id) = /"id":"([^"]*)"/;
    system "sh $ARGV[0]";
    print "{\"id\":\"$id\",\"output\":$?}\n";
}
PERL
cat >config.json <<JSON
{"poll_interval_ms": 100, "handlers": {
    "exec": {"type": "exec", "argv": ["sh", "-c", "cat >/dev/null; sh $work/leave.sh; sleep 1000 & echo 0"], "concurrency": 4},
    "process": {"type": "process", "argv": ["perl", "$work/work.pl", "$work/leave.sh"], "concurrency": 2},
    "late": {"type": "exec", "argv": ["sh", "-c", "sleep 1000"], "concurrency": 2}
}}
JSON

log=$work/daemon.log
PGUSER=worker_$$ "${container[@]}" sh -c "exec '$fanoutd' --config '$work/config.json'" >"$log" 2>&1 </dev/null &
outside=$!
daemons+=("$outside")
wait_for_log registered
init=$(pgrep -P "$outside")
daemon=$(pgrep -P "$init" fanoutd)
is "$(sed -n 's/^NSpid:.*[[:space:]]//p' "/proc/$init/status")" 1 "it is process 1"

of_init() { # of_init: its children but the daemon
    pgrep -P "$init" | grep -vx "$daemon" || true
}
nothing_is_left() {
    [[ -z $(of_init) ]]
}
runs=()
for handler in exec process; do
    runs+=("$(sql "SELECT fanout.execute_many('$handler', jsonb_agg(n), max_concurrency => null) FROM generate_series(1, 30) n")")
done
runs+=("$(sql "SELECT fanout.execute_many('late', '[1, 2]', timeout => '500 ms', max_attempts => 2, base_delay => '10 ms')")")
for run in "${runs[@]}"; do is "$(wait_for_run "$run")" completed "a run completes"; done
is "$(sql "SELECT count(*) FROM fanout.step_tasks WHERE output = '0'")" 60 "nobody loses the exit status of a child of their own"
wait_until_command nothing_is_left
is "$(of_init)" '' "all 180 processes that were left behind are reaped"
is "$(pgrep -P "$daemon" sleep || true)" '' "what an attempt left in its process group is killed with it"

kill -HUP "$init"
wait_for_log 'configuration reloaded'
ok 0 "process 1 passes signals on"
kill -TERM "$init"
wait_for_end "$outside"
is "$status" 0 "and ends with the daemon, and its status"

: >nothing.json
"${container[@]}" "$fanoutd" --config nothing.json >"$log" 2>&1 && status=0 || status=$?
is "$status" 2 "a configuration that can't be used is status 2 there, too"
timeout --signal=KILL 60 "${container[@]}" --kill-child perl -e '$SIG{CHLD} = "IGNORE"; exec @ARGV' \
    "$fanoutd" --config nothing.json >"$log" 2>&1 && status=0 || status=$?
is "$status" 2 "and where whoever started it ignores its children's ends"
