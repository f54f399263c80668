#!/usr/bin/env bash
# The daemon loses its connections, and its server, in mid-run: it comes back by itself, and nothing is lost or done
# twice. A daemon without rights says so.
. "$(dirname "$0")/lib.bash"

cluster=$root/tests/harness/cluster

cat >echo.pl <<'PERL'
use JSON::PP;
$| = 1;
while (<STDIN>) {
    my $task = decode_json($_);
    select undef, undef, undef, 0.004;
    print encode_json({id => $task->{id}, output => $task->{input}{item}}), "\n";
}
PERL
cat >config.json <<JSON
{"handlers": {"echo": {"type": "process", "argv": ["perl", "$work/echo.pl"], "concurrency": 2}}}
JSON

define_flows() {
    sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item'' FROM pg_sleep(0.002)';
         SELECT fanout.create_flow('same', base_delay => '100 ms');
         SELECT fanout.add_step('same', 'echo', step_type => 'fanout', fanout_from => 'run');
         SELECT fanout.add_step('same', 'same', step_type => 'fanout', depends_on => '{echo}', handler => 'sql:same')" >/dev/null
}

start_run() {
    sql "SELECT fanout.start_run('same', jsonb_agg(n)) FROM generate_series(1, 800) n"
}

check_run() {
    is "$(wait_for_run "$1")" completed "$2: the run completes"
    is "$(sql "SELECT fanout.run_output('$1') -> 'same' = (SELECT jsonb_agg(n) FROM generate_series(1, 800) n)")" t \
        "$2: every output is there, in order"
    is "$(sql "SELECT count(*) FROM fanout.task_results WHERE run_id = '$1'")" 1600 "$2: each task has one result"
}

check_lost_connections() {
    local run i
    run=$(start_run)
    for i in 1 2 3; do
        wait_until "SELECT done >= 300 * $i FROM fanout.runs_overview WHERE run_id = '$run'"
        as_superuser "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'worker_$$'" >/dev/null
    done
    check_run "$run" "connections lost"
}

# A server of its own, which can be crashed without disturbing the other tests.
own_server() {
    "$cluster" start "$work/server" fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
    eval "$("$cluster" env "$work/server")"
    as_superuser "CREATE ROLE dev_$$ LOGIN; CREATE ROLE worker_$$ LOGIN"
    as_superuser "CREATE DATABASE restarts OWNER dev_$$"
    export PGDATABASE=restarts PGUSER=dev_$$
    as_superuser "CREATE EXTENSION pgfanout; SELECT fanout.grant_developer('dev_$$'); SELECT fanout.grant_worker('worker_$$')" >/dev/null
}

check_crashed_server() {
    local run
    run=$(start_run)
    wait_until "SELECT done >= 300 FROM fanout.runs_overview WHERE run_id = '$run'"
    "$cluster" stop "$work/server" immediate
    sleep 1
    "$cluster" start "$work/server" fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
    check_run "$run" "server crashed"
}

check_rights() {
    as_superuser "CREATE ROLE nobody_$$ LOGIN"
    status=0
    local said
    said=$(PGUSER=nobody_$$ timeout 20 "$fanoutd" --once --config config.json 2>&1) || status=$?
    ok "$((status != 0 && status != 124 ? 0 : 1))" "a daemon without rights ends with an error ($status)"
    like "$said" 'permission denied|grant_worker' "and says why"
}

check_rights
define_flows
start_daemon --config config.json
check_lost_connections
ok "$(kill -0 "$daemon" && echo 0 || echo 1)" "the daemon is still the same"
end_daemon TERM
is "$status" 0 "and ends cleanly"

clusters+=("$work/server")
own_server
define_flows
start_daemon --config config.json
check_crashed_server
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
