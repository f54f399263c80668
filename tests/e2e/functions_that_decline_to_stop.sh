#!/usr/bin/env bash
# An SQL handler that catches the request to stop: when its time is up, its run is cancelled or the daemon ends, its session is
# ended. It holds a connection no longer than that, and its neighbours lose nothing.
. "$(dirname "$0")/lib.bash"

sql "CREATE FUNCTION declines(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
     'BEGIN
          WHILE task -> ''item'' = ''3'' LOOP
              BEGIN
                  PERFORM pg_sleep(100);
              EXCEPTION WHEN query_canceled THEN
                  NULL;
              END;
          END LOOP;
          RETURN task -> ''item'';
      END';
     CREATE FUNCTION is_late(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
     'BEGIN
          PERFORM pg_sleep(100);
          RETURN ''\"not reached\"'';
      EXCEPTION WHEN query_canceled THEN
          RETURN ''\"too late\"'';
      END';
     CREATE FUNCTION quick(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item''';
     SELECT fanout.create_flow('timed', max_attempts => 1, timeout => '300 ms');
     SELECT fanout.add_step('timed', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:declines', on_failure => 'collect');
     SELECT fanout.create_flow('late', max_attempts => 1, timeout => '300 ms');
     SELECT fanout.add_step('late', 'work', handler => 'sql:is_late');
     SELECT fanout.create_flow('untimed', max_attempts => 1, timeout => '1 day');
     SELECT fanout.add_step('untimed', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:declines');
     SELECT fanout.create_flow('quick', max_attempts => 1);
     SELECT fanout.add_step('quick', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:quick')" >/dev/null

under_way="SELECT count(*) > 0 FROM pg_stat_activity WHERE usename = 'worker_$$' AND wait_event = 'PgSleep'"
nothing_under_way="SELECT count(*) = 0 FROM pg_stat_activity WHERE usename = 'worker_$$' AND state = 'active'"
other_work() { wait_for_run "$(sql "SELECT fanout.start_run('quick', '[1, 2, 3]')")"; }

echo '{"sql_connections": 1}' >config.json
start_daemon --config config.json
run=$(sql "SELECT fanout.start_run('late')")
is "$(wait_for_run "$run")" failed "what comes after the timeout is no result"
like "$(sql "SELECT error FROM fanout.errors('$run')")" 'did not return within its timeout of 300 ms' "and the error says why"

run=$(sql "SELECT fanout.start_run('timed', '[1, 2, 3, 4]')")
is "$(wait_for_run "$run")" completed "a function that catches each request to stop is ended"
like "$(sql "SELECT error FROM fanout.errors('$run')")" "its connection was lost while it ran: FATAL:  a flow's function did not return" "by the end of its session"
ok "$(grep -q "FATAL:  a flow's function did not return within its timeout of 300 ms, and caught the requests to stop" "$("$root/tests/harness/cluster" log "$PGFANOUT_E2E_CLUSTER")" && echo 0 || echo 1)" \
    "of which the server's log says why"
is "$(sql "SELECT string_agg(task_index || ' ' || attempt, ', ') FROM fanout.task_failures WHERE run_id = '$run'")" "2 1" "of its task; no other lost an attempt"
is "$(other_work)" completed "the connection works for others"

run=$(sql "SELECT fanout.start_run('untimed', '[3]')")
PGUSER=postgres wait_until "$under_way"
sql "SELECT fanout.cancel_run('$run')" >/dev/null
wait_for_log "a function declined to be stopped: its session was ended"
is "$(other_work)" completed "a cancelled one doesn't keep the connection either"
is "$(sql "SELECT count(*) FROM fanout.task_failures WHERE run_id = '$run'")" 0 "of a cancelled run nothing is recorded"

run=$(sql "SELECT fanout.start_run('untimed', '[3]')")
PGUSER=postgres wait_until "$under_way"
kill -TERM "$daemon"
wait_for_log draining
end_daemon TERM
is "$status" 1 "the daemon ends at a second signal"
ok "$(PGUSER=postgres wait_until "$nothing_under_way" && echo 0 || echo 1)" "and nothing of it still runs on the server"
is "$(sql "SELECT status || ' ' || attempts FROM fanout.step_tasks WHERE run_id = '$run'")" "queued 0" "its claim is given back, without using up an attempt"
sql "SELECT fanout.cancel_run('$run')" >/dev/null
