#!/usr/bin/env bash
# A developer leaves a transaction open that drops her flow, whose tasks a daemon is at. The tasks of others on the same lane go on,
# and end; hers aren't executed again, and count when she rolls back.
. "$(dirname "$0")/lib.bash"

cat >work.sh <<'SH'
#!/bin/sh
id=$(cat)
while [ ! -e "$1/go" ]; do sleep 0.05; done
echo "$id" >>"$1/executed"
echo '"done"'
SH
chmod +x work.sh
cat >config.json <<JSON
{"sql_connections": 1, "handlers": {"work": {"type": "exec", "argv": ["$work/work.sh", "$work"], "concurrency": 4}}}
JSON
sql "CREATE FUNCTION work(task jsonb) RETURNS jsonb LANGUAGE sql RETURN '\"done\"'::jsonb;
     SELECT fanout.create_flow(flow, max_attempts => 1) FROM unnest(ARRAY['mine', 'theirs', 'served']) flow;
     SELECT fanout.add_step(flow, 'work', step_type => 'fanout', fanout_from => 'run', handler => 'work')
       FROM unnest(ARRAY['mine', 'theirs']) flow;
     SELECT fanout.add_step('served', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:work')" >/dev/null

start_daemon --config config.json
mine=$(sql "SELECT fanout.start_run('mine', '[\"a\", \"b\"]')")
theirs=$(sql "SELECT fanout.start_run('theirs', '[\"c\", \"d\"]')")
wait_until "SELECT count(*) = 4 FROM fanout.step_tasks WHERE run_id IN ('$mine', '$theirs') AND status = 'started'"

# Her transaction stays open until its input ends.
mkfifo input
psql -XAtq -v ON_ERROR_STOP=1 <input >dropped 2>&1 &
developer=$!
exec 3>input
echo "BEGIN; SELECT fanout.drop_flow('mine', force => true); SELECT 'it is dropped';" >&3
wait_for "grep -q 'it is dropped' dropped"

touch go
is "$(wait_for_run "$theirs")" completed "a run of others on that lane ends while the transaction is open"
more=$(sql "SELECT fanout.start_run('theirs', '[\"e\", \"f\"]')")
is "$(wait_for_run "$more")" completed "and so does one that starts meanwhile"
is "$(wait_for_run "$(sql "SELECT fanout.start_run('served', '[1, 2]')")")" completed "also of tasks on the server"
# Longer than the lease, and than it takes until a claim that the daemon didn't hold went back.
until=$(sql "SELECT clock_timestamp() + '5 s'")
wait_until "SELECT clock_timestamp() > '$until'"

echo "ROLLBACK;" >&3
exec 3>&-
wait "$developer"
is "$(wait_for_run "$mine")" completed "her run ends when she has rolled back"
is "$(wc -l <executed)" 6 "each task was executed once"
is "$(sql "SELECT string_agg(DISTINCT attempt::text, ',') FROM fanout.task_results WHERE run_id IN ('$mine', '$theirs', '$more')")" 1 \
    "at the first attempt"

end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
