#!/usr/bin/env bash
# With the settings that a server has by itself, what runs on a live worker stops within a second after its run was cancelled,
# was removed with its flow, or has reached its run_timeout: processes that heed nothing but signals, commands, requests, and SQL.
. "$(dirname "$0")/lib.bash"

cat >sleeper.pl <<'PERL'
$| = 1;
<STDIN>;
open my $note, '>', "$ARGV[0].pid" or die;
print $note "$$\n";
close $note;
sleep 100;
PERL
# Says when the client has gone away.
start_service '
    open my $came, ">", "http.came"; close $came;
    while (sysread $client, my $more, 4096) { }
    open my $gone, ">", "http.gone"; close $gone;'
cat >config.json <<JSON
{"handlers": {
    "child": {"type": "process", "argv": ["perl", "sleeper.pl", "child"], "directory": "$work", "concurrency": 1},
    "command": {"type": "exec", "argv": ["perl", "sleeper.pl", "command"], "directory": "$work", "concurrency": 1},
    "request": {"type": "http", "url": "http://127.0.0.1:$port/", "allow_addresses": ["127.0.0.0/8"]}
}}
JSON

make_own_server fsync=off
is "$(sql "SELECT FROM fanout.create_flow('none'); SHOW fanout.heartbeat_interval" | tail -n 1)" 10s "the server's settings are the usual ones"
sql "CREATE FUNCTION nap(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT ''1''::jsonb FROM pg_sleep(100)'" >/dev/null
for handler in child command request sql:nap; do
    sql "SELECT fanout.create_flow('${handler#*:}', timeout => '60 s');
         SELECT fanout.add_step('${handler#*:}', 'work', handler => '$handler');
         SELECT fanout.create_flow('${handler#*:}_late', timeout => '60 s', run_timeout => '7 s');
         SELECT fanout.add_step('${handler#*:}_late', 'work', handler => '$handler')" >/dev/null
done

is_running() { # is_running FLOW
    case $1 in
    child | command) [[ -s $1.pid ]] && kill -0 "$(<"$1.pid")" 2>/dev/null ;;
    request) [[ -e http.came && ! -e http.gone ]] ;;
    nap) [[ $(as_superuser "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'") == 1 ]] ;;
    esac
}
start_run() { # start_run FLOW KIND: sets run once it is being worked on
    local i
    rm -f "$1.pid" http.came http.gone
    run=$(sql "SELECT fanout.start_run('$1$2')")
    for ((i = 0; i < 600; i++)); do
        ! is_running "$1" || return 0
        sleep 0.05
    done
    echo "# $1 did not begin"
    return 1
}
# How many milliseconds after a point in time (nanoseconds) it has stopped.
stopped_after() { # stopped_after FLOW SINCE
    local i
    for ((i = 0; i < 2000; i++)); do
        is_running "$1" || break
        sleep 0.01
    done
    echo $((($(date +%s%N) - $2) / 1000000))
}

start_daemon --config config.json
for flow in child command request nap; do
    start_run $flow ''
    began=$(date +%s%N)
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
    ms=$(stopped_after $flow "$began")
    echo "# $flow: $ms ms after the cancel"
    ok $((ms > 1000)) "$flow: a cancelled run's work stops within a second"
done
for flow in child command request nap; do
    start_run $flow _late
    deadline=$(sql "SELECT (extract(epoch FROM deadline) * 1000000)::bigint * 1000 FROM fanout.runs WHERE run_id = '$run'" -U postgres)
    ms=$(stopped_after $flow "$deadline")
    echo "# $flow: $ms ms after the deadline"
    ok $((ms < 0 || ms > 1000)) "$flow: a run's work stops within a second after its deadline"
    is "$(sql "SELECT fanout.run_status('$run')")" failed "$flow: the run has failed"
done
wait_until "SELECT NOT EXISTS (SELECT FROM fanout.workers_overview WHERE in_flight > 0)"
ok $? "nothing is in flight any more"
# A function that runs has its claim locked, so its flow can't be dropped.
for flow in child command request; do
    start_run $flow ''
    began=$(date +%s%N)
    sql "SELECT fanout.drop_flow('$flow', force => true)" >/dev/null
    ms=$(stopped_after $flow "$began")
    echo "# $flow: $ms ms after its flow was dropped"
    ok $((ms > 1000)) "$flow: the work of a flow that is dropped stops within a second"
done
start_run nap ''
sql "SELECT fanout.cancel_run('$run')" >/dev/null
sql "CREATE OR REPLACE FUNCTION nap(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT ''1''::jsonb'" >/dev/null
runs=$(sql "SELECT fanout.start_run('nap') FROM generate_series(1, 3)")
for run in $runs; do is "$(wait_for_run "$run")" completed "the worker goes on"; done
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
