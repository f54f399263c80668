#!/usr/bin/env bash
# Behind a pgbouncer with fewer connections than the daemon needs: a statement that pgbouncer gives up before a server has had it uses no
# attempt, and /readyz says what is missing.
. "$(dirname "$0")/lib.bash"

grep_page() { page /readyz | grep -q "$1"; }

sql "CREATE FUNCTION nap(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item'' FROM pg_sleep(1.5)';
     SELECT fanout.create_flow('naps', max_attempts => 1);
     SELECT fanout.add_step('naps', 'nap', step_type => 'fanout', fanout_from => 'run', handler => 'sql:nap')" >/dev/null
make_pool "default_pool_size = 1" "query_wait_timeout = 0.3"
start_pgbouncer
start_daemon --listen 127.0.0.1:0 "host=$pool port=6432"
wait_for_pages
wait_until_command page_has_status /readyz 200

# Both of the daemon's connections for SQL have one, and the server's is one.
runs=()
for i in 1 2 3; do runs+=("$(sql "SELECT fanout.start_run('naps', '[1]')")"); done
wait_until_command grep_page 'not connected to the database: FATAL:  query_wait_timeout'
ok 0 "while nothing gets through, it is not ready, and says why"
for run in "${runs[@]}"; do is "$(wait_for_run "$run")" completed "the run completes"; done
is "$(sql "SELECT count(*) FROM fanout.task_failures")" 0 "no attempt is used by what never ran"
is "$(grep -c 'in_doubt=true' "$log" || true)" 0 "nothing is in doubt"
wait_until_command page_has_status /readyz 200
ok 0 "it is ready again"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
