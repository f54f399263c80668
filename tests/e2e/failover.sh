#!/usr/bin/env bash
# Two servers, a primary and its streaming standby, in one connection string with target_session_attrs=read-write: the
# daemon works on the primary, and goes on with the run where the standby has become it.
. "$(dirname "$0")/lib.bash"

cluster=$root/tests/harness/cluster
tasks=800

cat >echo.pl <<'PERL'
use JSON::PP;
$| = 1;
while (<STDIN>) {
    my $task = decode_json($_);
    select undef, undef, undef, 0.002;
    print encode_json({id => $task->{id}, output => $task->{input}{item}}), "\n";
}
PERL
cat >config.json <<JSON
{"handlers": {"echo": {"type": "process", "argv": ["perl", "$work/echo.pl"], "concurrency": 2}}}
JSON

use_server() { eval "$("$cluster" env "$work/$1")" && export PGDATABASE=app PGUSER=dev; }

socket_of() { (eval "$("$cluster" env "$work/$1")" && echo "$PGHOST"); }

start_run() {
    sql "SELECT fanout.start_run('copy', jsonb_agg(n)) FROM generate_series(1, $tasks) n"
}

check_run() {
    is "$(wait_for_run "$1")" completed "$2: the run completes"
    is "$(sql "SELECT fanout.run_output('$1') -> 'same' = (SELECT jsonb_agg(n) FROM generate_series(1, $tasks) n)")" t \
        "$2: every output is there, in order"
    is "$(sql "SELECT count(*) FROM fanout.task_results WHERE run_id = '$1'")" $((tasks * 2)) "$2: each task has one result"
}

clusters+=("$work/a" "$work/b")
"$cluster" start "$work/a" fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
use_server a
as_superuser "CREATE ROLE dev LOGIN; CREATE ROLE worker_$$ LOGIN" -d postgres
as_superuser "CREATE DATABASE app OWNER dev" -d postgres
as_superuser "CREATE EXTENSION pgfanout; SELECT fanout.grant_developer('dev'), fanout.grant_worker('worker_$$')" >/dev/null
sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item'' FROM pg_sleep(0.002)';
     SELECT fanout.create_flow('copy', base_delay => '100 ms');
     SELECT fanout.add_step('copy', 'echo', step_type => 'fanout', fanout_from => 'run');
     SELECT fanout.add_step('copy', 'same', step_type => 'fanout', depends_on => '{echo}', handler => 'sql:same')" >/dev/null
"$cluster" standby "$work/b" "$work/a"
"$cluster" start "$work/b" fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
hosts="$(socket_of b),$(socket_of a)"

# A standby alone is no server to work on, but might become one.
start_daemon --once --connect-timeout 300ms "host=$(socket_of b)"
wait_for_end "$daemon"
is "$status" 5 "a standby can't be worked on"
like "$(<"$log")" 'only be read from' "and the log says so"

start_daemon --config config.json "host=$hosts target_session_attrs=read-write"
check_run "$(start_run)" "on the primary"

run=$(start_run)
wait_until "SELECT done >= $tasks / 4 FROM fanout.runs_overview WHERE run_id = '$run'"
"$cluster" stop "$work/a"
"$cluster" promote "$work/b"
use_server b
check_run "$run" "standby promoted"
ok "$(kill -0 "$daemon" && echo 0 || echo 1)" "by the same daemon"

# A server that turns read-only under its connections, as one that is demoted.
set_read_only() {
    PGOPTIONS='-c default_transaction_read_only=off' as_superuser "ALTER SYSTEM SET default_transaction_read_only = $1" -d postgres
    as_superuser "SELECT pg_reload_conf()" >/dev/null
}

run=$(start_run)
wait_until "SELECT done >= $tasks / 4 FROM fanout.runs_overview WHERE run_id = '$run'"
before=$(grep -c 'session is read-only' "$log")
set_read_only on
wait_for_log 'this transaction is read-only'
wait_for_log 'session is read-only' $((before + 1))
set_read_only off
check_run "$run" "read-only for a while"
is "$(sql "SELECT max(attempts) FROM fanout.step_tasks WHERE run_id = '$run' AND step_slug = 'echo'")" 1 "no attempt was used up"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
