#!/usr/bin/env bash
# Many daemons behind a pool that is much smaller, whose server is gone for a while: all of them come back, as the workers that they were,
# and do what came meanwhile. (tests/scale/run has two hundred, and looks at the clock.)
. "$(dirname "$0")/lib.bash"

herd=20
pool_size=4

make_own_server fsync=off
make_pool "default_pool_size = $pool_size" "max_client_conn = 1000" "server_login_retry = 1"
start_pgbouncer
sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''run''';
     SELECT fanout.create_flow('one');
     SELECT fanout.add_step('one', 'work', handler => 'sql:same')" >/dev/null
echo '{"sql_connections": 1}' >config.json
logs=()
for ((i = 0; i < herd; i++)); do
    start_daemon --config config.json "host=$pool port=6432"
    logs+=("$log")
done
wait_until "SELECT count(*) = $herd FROM fanout.workers_overview"
workers() { as_superuser "SELECT string_agg(worker_id::text, ' ' ORDER BY worker_id) FROM fanout.workers"; }
before=$(workers)

start_runs() { sql "SELECT count(fanout.start_run('one', to_jsonb(n))) FROM generate_series(1, 300) n" >/dev/null; }
all_have_ended="SELECT NOT EXISTS (SELECT FROM fanout.runs_overview WHERE status = 'started')"

start_runs
wait_until "$all_have_ended"
ok $? "they work"
like "$(as_superuser "SELECT count(*) FROM pg_stat_activity WHERE usename = 'worker_$$'")" "^[1-$pool_size]\$" "on no more sessions of the server than the pool has"

start_runs
"$cluster" stop "$work/server" immediate
for log in "${logs[@]}"; do wait_for_log 'msg="(connection lost|no connection|no connection to run SQL on)"'; done
"$cluster" start "$work/server" fsync=off
back=$(as_superuser "SELECT clock_timestamp()")
start_runs
wait_until "$all_have_ended" 60
ok $? "when the server is there again, all that waited is done, and what is new"
is "$(sql "SELECT count(*) FROM fanout.runs_overview WHERE status = 'completed'")" 900 "each run once"
wait_until "SELECT count(*) FILTER (WHERE seen_at > '$back') = $herd FROM fanout.workers_overview" 60
ok $? "all of them are heard of"
is "$(workers)" "$before" "as the workers that they were"
for daemon in "${daemons[@]:1}"; do kill -TERM "$daemon"; done
for daemon in "${daemons[@]:1}"; do
    wait_for_end "$daemon"
    echo "$status"
done >statuses
is "$(sort statuses | uniq -c | xargs)" "$herd 0" "each ends cleanly"
