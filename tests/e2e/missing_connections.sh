#!/usr/bin/env bash
# A connection of the pool that can't be made holds no claim: the others do its work, and where there is none, other daemons do.
. "$(dirname "$0")/lib.bash"

sql "CREATE FUNCTION id(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item''';
     SELECT fanout.create_flow('f', max_attempts => 1);
     SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:id')" >/dev/null
start_run() {
    sql "SELECT fanout.start_run('f', jsonb_agg(n)) FROM generate_series(1, 200) n"
}
is_ready() {
    page_has_status /readyz 200
}
grep_page() {
    page /readyz | grep -q 'nothing to run'
}
limit_connections() {
    as_superuser "ALTER ROLE worker_$$ CONNECTION LIMIT $1"
}

lose_pool() {
    as_superuser "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                   WHERE usename = 'worker_$$' AND (query = '' OR query LIKE '%fanout.run\_%')" >/dev/null
}

start_daemon --listen 127.0.0.1:0
wait_for_pages
wait_until_command is_ready
is "$(wait_for_run "$(start_run)")" completed "with all of its connections it works"

# Heartbeats, maintenance and the lane have three of them.
limit_connections 4
lose_pool
for i in 1 2 3 4; do is "$(wait_for_run "$(start_run)")" completed "with one of two for SQL it works"; done
ok "$(wait_until_command is_ready >/dev/null && echo 0 || echo 1)" "and is ready"

# It claims them, for it doesn't know yet.
limit_connections 3
lose_pool
run=$(start_run)
wait_until_command grep_page
like "$(page /readyz)" 'lane "sql:": nothing to run its tasks on' "with none it is not ready, and says why"
PGUSER=postgres "$fanoutd" >other.log 2>&1 </dev/null &
other=$!
daemons+=("$other")
is "$(wait_for_run "$run")" completed "it leaves its work to another daemon, also what it had claimed"
end_daemon TERM "$other"
limit_connections -1
wait_until_command is_ready
is "$(wait_for_run "$(start_run)")" completed "and works again once it can"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
