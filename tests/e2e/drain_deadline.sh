#!/usr/bin/env bash
# What takes longer than the drain timeout is stopped, given back at once without using up an attempt, and the exit
# status says so.
. "$(dirname "$0")/lib.bash"

cat >config.json <<JSON
{"drain_timeout_ms": 300, "handlers": {"long": {"type": "exec", "argv": ["bash", "$work/long.sh"], "concurrency": 1}}}
JSON
cat >long.sh <<'BASH'
# Stays for as long as there is a file `stay`, and long beyond a SIGTERM.
trap '' TERM
echo "$$" >>begun
while [[ -e stay ]]; do sleep 0.05; done
echo 1
BASH
sql "CREATE FUNCTION long(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT ''1''::jsonb FROM pg_sleep(100)';
     SELECT fanout.create_flow('long', max_attempts => 1);
     SELECT fanout.add_step('long', 'long');
     SELECT fanout.create_flow('long_sql', max_attempts => 1);
     SELECT fanout.add_step('long_sql', 'long', handler => 'sql:long')" >/dev/null

stay() { touch stay && : >begun; }

wait_until_begun() { wait_for "grep -q . begun"; }

held() { as_superuser "SELECT count(*) FROM fanout.queue WHERE worker_id IS NOT NULL"; }

stay
run=$(sql "SELECT fanout.start_run('long')")
start_daemon --config config.json
wait_until_begun
end_daemon TERM
is "$status" 4 "the exit status says that the drain timeout was over"
like "$(<"$log")" 'drain timeout is over' "and so does the log"
is "$(held) $(sql "SELECT count(*) FROM fanout.workers_overview")" "0 0" "its claims were given back"
is "$(sql "SELECT status || ' ' || attempts FROM fanout.step_tasks WHERE run_id = '$run'")" "queued 0" "without using up an attempt"
ok "$(kill -0 "$(<begun)" 2>/dev/null && echo 1 || echo 0)" "the command is gone"

start_daemon --config config.json --drain-timeout 5min
: >begun
wait_until_begun
kill -TERM "$daemon"
wait_for_log draining
ok "$(kill -0 "$daemon" && echo 0 || echo 1)" "the command line goes before the file"
rm stay
wait_for_end "$daemon"
is "$status" 0 "what ends in time is finished"
is "$(wait_for_run "$run")" completed "and its result is recorded"

run=$(sql "SELECT fanout.start_run('long_sql')")
start_daemon --drain-timeout 200ms
PGUSER=postgres wait_until "SELECT count(*) > 0 FROM pg_stat_activity WHERE usename = 'worker_$$' AND query LIKE '%run_sql_tasks%' AND state = 'active'"
end_daemon TERM
is "$status" 4 "an SQL handler is stopped, too"
is "$(held)" 0 "and its claim given back"
is "$(sql "SELECT status || ' ' || attempts FROM fanout.step_tasks WHERE run_id = '$run'")" "queued 0" "without using up an attempt"
is "$(as_superuser "SELECT count(*) FROM pg_stat_activity WHERE usename = 'worker_$$' AND state = 'active'")" 0 "nothing of it still runs on the server"
sql "SELECT fanout.cancel_run('$run')" >/dev/null
