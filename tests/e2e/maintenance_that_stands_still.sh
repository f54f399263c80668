#!/usr/bin/env bash
# An administrator locks a table that maintenance reads, for longer than a lease. Daemons go on saying that they are there, on a
# connection of their own, so none loses its claims when maintenance goes on.
. "$(dirname "$0")/lib.bash"

cat >config.json <<JSON
{"handlers": {"waits": {"type": "exec", "argv": ["sh", "-c", "echo begun >>begun; until [ -e go ]; do sleep 0.1; done; echo 1"],
                        "directory": "$work"}}}
JSON
start_daemon --config config.json
run=$(sql "SELECT fanout.execute_many('waits', '[1]', max_attempts => 1, timeout => '10 min')")
wait_for '[[ -e begun ]]'

mkfifo input
PGUSER=postgres psql -XAtq -v ON_ERROR_STOP=1 <input >locked 2>&1 &
administrator=$!
exec 3>input
echo "BEGIN; LOCK TABLE fanout.limits; SELECT 'it is locked';" >&3
wait_for "grep -q 'it is locked' locked"
maintenance_waits="SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~ 'fanout.maintain'"
wait_until_command eval '[[ $(as_superuser "$maintenance_waits") == t ]]'
is "$(as_superuser "$maintenance_waits")" t "maintenance waits for the table"
locked_at=$(sql "SELECT clock_timestamp()")
# The lease is 3 s here.
heard_of="SELECT min(seen_at) > '$locked_at'::timestamptz + '6 s' FROM fanout.workers_overview WHERE 'waits' = ANY (handlers)"
wait_until_command eval '[[ $(as_superuser "$heard_of") == t ]]'
is "$(as_superuser "$heard_of")" t "the daemon is heard of meanwhile"
is "$(as_superuser "$maintenance_waits")" t "while maintenance still waits"

echo "COMMIT;" >&3
exec 3>&-
wait "$administrator"
touch go
is "$(wait_for_run "$run")" completed "the run completes at its only attempt"
is "$(wc -l <begun)" 1 "its task was executed once"
is "$(grep -c 'msg=registered' "$log")" "$(sql "SELECT count(*) FROM fanout.workers_overview")" "nobody was given up"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
