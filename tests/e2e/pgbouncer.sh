#!/usr/bin/env bash
# Behind pgbouncer in transaction mode, with fewer server connections than the daemon has of its own: runs go to their
# end exactly once, also where server connections are lost; nothing of the daemon stays in the pool's sessions.
. "$(dirname "$0")/lib.bash"

tasks=600
pool_size=3

cat >echo.pl <<'PERL'
use JSON::PP;
$| = 1;
while (<STDIN>) {
    my $task = decode_json($_);
    print encode_json({id => $task->{id}, output => $task->{input}{item}}), "\n";
}
PERL
cat >config.json <<JSON
{"poll_interval_ms": 100, "sql_connections": 2, "handlers": {
    "first": {"type": "process", "argv": ["perl", "$work/echo.pl"], "concurrency": 2},
    "second": {"type": "process", "argv": ["perl", "$work/echo.pl"], "concurrency": 2}}}
JSON

# What each of the pool's sessions listens to and has prepared: all are held at once.
kept_by_sessions() {
    local i pids=()
    for ((i = 1; i <= pool_size; i++)); do
        PGHOST=$pool PGPORT=6432 PGUSER=worker_$$ psql -XAtq -v ON_ERROR_STOP=1 <<SQL &
BEGIN;
SELECT pg_listening_channels();
SELECT name FROM pg_prepared_statements;
SELECT 'session';
\! touch session-$i; until [ -e session-1 ] && [ -e session-2 ] && [ -e session-3 ]; do sleep 0.05; done
COMMIT;
SQL
        pids+=($!)
    done
    wait "${pids[@]}"
}

start_run() { sql "SELECT fanout.start_run('pooled', jsonb_agg(n)) FROM generate_series(1, $tasks) n"; }

check_run() { # check_run RUN DESCRIPTION
    is "$(wait_for_run "$1")" completed "$2: the run completes"
    is "$(sql "SELECT fanout.run_output('$1') -> 'third' = (SELECT jsonb_agg(n) FROM generate_series(1, $tasks) n)")" t \
        "$2: every output is there, in order"
    is "$(sql "SELECT count(*) FROM fanout.task_results WHERE run_id = '$1'")" $((tasks * 3)) "$2: each task has one result"
}

sessions() { as_superuser "$1 FROM pg_stat_activity WHERE usename = 'worker_$$'"; }

sql "CREATE FUNCTION third(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item'' FROM pg_sleep(0.002)';
     CREATE FUNCTION long(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT ''1''::jsonb FROM pg_sleep(100)';
     SELECT fanout.create_flow('pooled', base_delay => '100 ms');
     SELECT fanout.add_step('pooled', 'first', step_type => 'fanout', fanout_from => 'run');
     SELECT fanout.add_step('pooled', 'second', step_type => 'fanout', depends_on => '{first}');
     SELECT fanout.add_step('pooled', 'third', step_type => 'fanout', depends_on => '{second}', handler => 'sql:third');
     SELECT fanout.create_flow('long');
     SELECT fanout.add_step('long', 'long', handler => 'sql:long')" >/dev/null

make_pool "default_pool_size = $pool_size"
start_pgbouncer
start_daemon --config config.json "host=$pool port=6432"

check_run "$(start_run)" "pooled"
like "$(<"$log")" 'behind a pooler' "the daemon sees that there is a pooler"
most=$(sessions "SELECT count(*)")
ok "$((most <= pool_size && most > 0 ? 0 : 1))" "by $most server connections, for six of the daemon's"
is "$(kept_by_sessions | xargs)" "session session session" "none of them listens to anything, or keeps a prepared statement"

run=$(start_run)
for i in 1 2 3; do
    wait_until "SELECT done > $tasks * $i / 2 FROM fanout.runs_overview WHERE run_id = '$run'"
    sessions "SELECT count(pg_terminate_backend(pid))" >/dev/null
done
check_run "$run" "server connections lost"

run=$(start_run)
wait_until "SELECT done > $tasks / 2 FROM fanout.runs_overview WHERE run_id = '$run'"
kill -KILL "$pgbouncer"
wait_for_end "$pgbouncer"
rm -f "$pool"/.s.PGSQL.6432*
start_pgbouncer
check_run "$run" "pgbouncer restarted"

run=$(sql "SELECT fanout.start_run('long')")
PGUSER=postgres wait_until "SELECT count(*) > 0 FROM pg_stat_activity WHERE usename = 'worker_$$' AND query LIKE '%run_sql_tasks%' AND state = 'active'"
kill -TERM "$daemon"
wait_for_log draining
end_daemon TERM
is "$status" 1 "a second SIGTERM stops at once"
PGUSER=postgres wait_until "SELECT count(*) = 0 FROM pg_stat_activity WHERE usename = 'worker_$$' AND state = 'active'" 10
ok $? "what ran on the server was cancelled through the pooler"
is "$(sql "SELECT status || attempts FROM fanout.step_tasks WHERE run_id = '$run'")" queued0 "and given back"
is "$(sql "SELECT count(*) FROM fanout.workers_overview")" 0 "nothing of the daemon is left"
sql "SELECT fanout.cancel_run('$run')" >/dev/null
