#!/usr/bin/env bash
# What the server says when it ends a connection, or lets none be made, is in the log, on /readyz and in the error of what ran.
. "$(dirname "$0")/lib.bash"

end_sessions() { # end_sessions CONDITION
    as_superuser "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'worker_$$' AND ($1)" >/dev/null
}
grep_page() { page /readyz | grep -q "$1"; }

echo '{"sql_connections": 1, "handlers": {"echo": {"type": "exec", "argv": ["cat"]}}}' >config.json
start_daemon --config config.json --listen 127.0.0.1:0
wait_for_pages
wait_until_command page_has_status /readyz 200

PGUSER=postgres wait_until "SELECT count(*) >= 3 FROM pg_stat_activity WHERE usename = 'worker_$$' AND state = 'idle'"
end_sessions true
wait_for_log 'reason="(it was closed while it was idle: )?FATAL:  terminating connection due to administrator command"'
ok 0 "an idle connection that was closed: the log has the server's words"

sql "CREATE FUNCTION nap(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT ''1''::jsonb FROM pg_sleep(100)';
     SELECT fanout.create_flow('naps', max_attempts => 1);
     SELECT fanout.add_step('naps', 'nap', handler => 'sql:nap')" >/dev/null
run=$(sql "SELECT fanout.start_run('naps')")
PGUSER=postgres wait_until "SELECT count(*) > 0 FROM pg_stat_activity WHERE usename = 'worker_$$' AND query LIKE '%run_sql_tasks%' AND state = 'active'"
end_sessions "query LIKE '%run_sql_tasks%'"
is "$(wait_for_run "$run")" failed "a task whose connection is ended fails"
is "$(sql "SELECT error FROM fanout.errors('$run')")" \
    "its connection was lost while it ran: FATAL:  terminating connection due to administrator command" "with the server's words"

as_superuser "ALTER ROLE worker_$$ CONNECTION LIMIT 0"
end_sessions true
wait_until_command grep_page "lane \"echo\": not connected to the database: .*FATAL:  too many connections for role \"worker_$$\"\$"
ok 0 "while no connection can be made, /readyz has the server's words"
is "$(grep -c 'client encoding' "$log" || true)" 0 "and nowhere are a library's instead"
as_superuser "ALTER ROLE worker_$$ CONNECTION LIMIT -1"
wait_until_command page_has_status /readyz 200

as_superuser "REVOKE EXECUTE ON ROUTINE fanout.register_worker FROM worker_$$; DELETE FROM fanout.workers"
wait_until_command grep_page "lane \"echo\": not connected to the database: ERROR:  permission denied for function register_worker\$"
ok 0 "so it has where a lane can't register anew"
as_superuser "GRANT EXECUTE ON ROUTINE fanout.register_worker TO worker_$$"
wait_until_command page_has_status /readyz 200
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"

# One connection for all: whoever comes first has it.
as_superuser "ALTER ROLE worker_$$ CONNECTION LIMIT 1"
start_daemon --config config.json --listen 127.0.0.1:0
wait_for_pages
wait_until_command grep_page "lane .*: not connected to the database: .*FATAL:  too many connections for role \"worker_$$\"\$"
ok 0 "and where one has never registered"
as_superuser "ALTER ROLE worker_$$ CONNECTION LIMIT -1"
wait_until_command page_has_status /readyz 200
end_daemon TERM
