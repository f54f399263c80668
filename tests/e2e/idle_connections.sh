#!/usr/bin/env bash
# A connection that was closed while it was idle costs nothing: what could not be sent over it is not in doubt. So no restart of the
# server, no administrator and no timeout of idle sessions takes an attempt from a task that had not begun.
. "$(dirname "$0")/lib.bash"

settings=(fsync=off fanout.superuser_handlers=on)
make_own_server "${settings[@]}"
sql "CREATE FUNCTION id(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item''';
     CREATE FUNCTION ids(task jsonb) RETURNS SETOF jsonb LANGUAGE sql AS 'SELECT to_jsonb(n) FROM generate_series(1, 3) n';
     CREATE FUNCTION nap(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item'' FROM pg_sleep(0.3)';
     SELECT fanout.create_flow('n', max_attempts => 1), fanout.create_flow('f', max_attempts => 1), fanout.create_flow('s', max_attempts => 1);
     SELECT fanout.add_step('n', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:nap');
     SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:id');
     SELECT fanout.add_step('s', 'work', step_type => 'fanout', fanout_from => 'sql:ids', handler => 'sql:id')" >/dev/null

idle_sessions() {
    as_superuser "SELECT count(*) FROM pg_stat_activity WHERE usename = 'worker_$$' AND state = 'idle' AND query LIKE '%fanout.run\_%'"
}
no_session_is_idle() {
    [[ $(idle_sessions) == 0 ]]
}
# Both connections of the pool have run something, and are idle.
use_both() {
    local i runs=()
    for i in 1 2 3 4; do runs+=("$(sql "SELECT fanout.start_run('n', '[1]')")"); done
    for run in "${runs[@]}"; do wait_for_run "$run" >/dev/null; done
}
check() { # check DESCRIPTION
    local flow runs=()
    for flow in f s f s f s; do runs+=("$(sql "SELECT fanout.start_run('$flow', '[1, 2, 3]')")"); done
    for run in "${runs[@]}"; do wait_for_run "$run" >/dev/null; done
    is "$(sql "SELECT count(*) FROM fanout.runs_overview WHERE status <> 'completed'")" 0 "$1: all runs complete"
    is "$(sql "SELECT count(*) FROM fanout.task_failures")" 0 "$1: with no attempt lost"
    is "$(cat "$work"/fanoutd-*.log | grep -c 'in_doubt=true')" 0 "$1: nor the engine's own work in doubt"
}

start_daemon
use_both
as_superuser "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'worker_$$' AND state = 'idle' AND query LIKE '%fanout.run\_%'" >/dev/null
wait_until_command no_session_is_idle
check "after an administrator has closed them"
for stop in fast immediate; do
    use_both
    "$cluster" stop "$work/server" "$stop"
    "$cluster" start "$work/server" "${settings[@]}"
    wait_until_command sql "SELECT 1"
    check "after the server was stopped ($stop)"
done
end_daemon TERM
as_superuser "ALTER ROLE worker_$$ SET idle_session_timeout = '200 ms'"
start_daemon
for i in 1 2 3; do
    use_both
    wait_until_command no_session_is_idle
    check "with a timeout for idle sessions, the ${i}th time"
done
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
