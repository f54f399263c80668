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
     CREATE TABLE gate (is_open boolean);
     CREATE FUNCTION wait(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
     'BEGIN
          WHILE NOT EXISTS (SELECT FROM gate) LOOP PERFORM pg_sleep(0.05); END LOOP;
          RETURN ''1'';
      END';
     SELECT fanout.create_flow(flow, max_attempts => 1) FROM unnest(ARRAY['mine', 'theirs', 'served', 'waits', 'mine_served']) flow;
     SELECT fanout.add_step('waits', 'work', handler => 'sql:wait');
     SELECT fanout.add_step('mine_served', 'work', handler => 'sql:work');
     SELECT fanout.add_step(flow, 'work', step_type => 'fanout', fanout_from => 'run', handler => 'work')
       FROM unnest(ARRAY['mine', 'theirs']) flow;
     SELECT fanout.add_step('served', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:work')" >/dev/null

start_daemon --config config.json
mine=$(sql "SELECT fanout.start_run('mine', '[\"a\", \"b\"]')")
theirs=$(sql "SELECT fanout.start_run('theirs', '[\"c\", \"d\"]')")
wait_until "SELECT count(*) = 4 FROM fanout.step_tasks WHERE run_id IN ('$mine', '$theirs') AND status = 'started'"

# The one connection for SQL is at somebody's task, and hers is the next one there. (The lane takes some ahead once it has seen that
# they are fast.)
is "$(wait_for_run "$(sql "SELECT fanout.start_run('served', (SELECT jsonb_agg(n) FROM generate_series(1, 2000) n))")")" completed \
    "the lane for SQL has seen fast tasks"
waits=$(sql "SELECT fanout.start_run('waits')")
wait_until "SELECT count(*) = 1 FROM fanout.step_tasks WHERE run_id = '$waits' AND status = 'started'"
mine_served=$(sql "SELECT fanout.start_run('mine_served')")
wait_until "SELECT count(*) = 1 FROM fanout.step_tasks WHERE run_id = '$mine_served' AND status = 'started'"

# Her transaction stays open until its input ends.
mkfifo input
psql -XAtq -v ON_ERROR_STOP=1 <input >dropped 2>&1 &
developer=$!
exec 3>input
echo "BEGIN; SELECT fanout.drop_flow(flow, force => true) FROM unnest(ARRAY['mine', 'mine_served']) flow; SELECT 'it is dropped';" >&3
wait_for "grep -q 'it is dropped' dropped"

touch go
sql 'INSERT INTO gate VALUES (true)'
is "$(wait_for_run "$theirs")" completed "a run of others on that lane ends while the transaction is open"
more=$(sql "SELECT fanout.start_run('theirs', '[\"e\", \"f\"]')")
is "$(wait_for_run "$more")" completed "and so does one that starts meanwhile"
is "$(wait_for_run "$waits")" completed "also what has had the connection for SQL"
is "$(wait_for_run "$(sql "SELECT fanout.start_run('served', '[1, 2]')")")" completed "and what comes after hers there"
# Longer than the lease, and than it takes until a claim that the daemon didn't hold went back.
until=$(sql "SELECT clock_timestamp() + '5 s'")
wait_until "SELECT clock_timestamp() > '$until'"

echo "ROLLBACK;" >&3
exec 3>&-
wait "$developer"
is "$(wait_for_run "$mine") $(wait_for_run "$mine_served")" "completed completed" "her runs end when she has rolled back"
is "$(wc -l <executed)" 6 "each task was executed once"
is "$(sql "SELECT string_agg(DISTINCT attempt::text, ',') FROM fanout.task_results WHERE run_id IN ('$mine', '$mine_served', '$theirs', '$more')")" 1 \
    "at the first attempt"

end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
