#!/usr/bin/env bash
# Sixteen clients start, claim, complete, fail, cancel and maintain at once, and some are never heard of again: there is
# no deadlock, every run ends, and each task of a completed run has one result, in its place.
. "$(dirname "$0")/lib.bash"

scripts=$root/tests/e2e/many_clients
seed=${SEED:-$RANDOM}
echo "# SEED=$seed repeats its choices"

# A cluster of its own, whose log is this test's: with short leases and an impatient deadlock detector.
cluster=$root/tests/harness/cluster
clusters+=("$work/cluster")
"$cluster" start "$work/cluster" fsync=off max_connections=50 deadlock_timeout=20ms fanout.lease=6s \
    fanout.heartbeat_interval=1s fanout.superuser_handlers=on
eval "$("$cluster" env "$work/cluster")"
server_log=$("$cluster" log "$work/cluster")

sql "CREATE EXTENSION pgfanout;
     CREATE UNLOGGED TABLE held (worker_id bigint, claim_id bigint, task_index int);
     CREATE INDEX ON held (worker_id);
     SELECT fanout.create_flow('chain', max_attempts => 50, base_delay => '10 ms', max_delay => '50 ms');
     SELECT fanout.add_step('chain', 'one', step_type => 'fanout', fanout_from => 'run', handler => 'h');
     SELECT fanout.add_step('chain', 'two', ARRAY['one'], 'fanout', 'h');
     SELECT fanout.create_flow('diamond', max_attempts => 50, base_delay => '10 ms', max_delay => '50 ms');
     SELECT fanout.add_step('diamond', 'top', step_type => 'fanout', fanout_from => 'run', handler => 'h');
     SELECT fanout.add_step('diamond', 'left', ARRAY['top'], handler => 'h');
     SELECT fanout.add_step('diamond', 'right', ARRAY['top'], 'fanout', 'h');
     SELECT fanout.add_step('diamond', 'bottom', ARRAY['left', 'right'], handler => 'h');
     SELECT fanout.create_flow('fragile', max_attempts => 2, base_delay => '0');
     SELECT fanout.add_step('fragile', 'one', step_type => 'fanout', fanout_from => 'run', handler => 'h');
     SELECT fanout.add_step('fragile', 'two', ARRAY['one'], 'fanout', 'h')" >/dev/null

load() { # load SECONDS LIGHTNING OPTION...
    pgbench -n -c 16 -j 2 -T "$1" --random-seed="$seed" -D worker=0 -D sequence=0 -D lightning="$2" "${@:3}" \
        -f "$scripts/maintain.sql@2" >>pgbench.log 2>&1
}

status=0
load 8 10 -f "$scripts/work.sql@60" -f "$scripts/start.sql@6" -f "$scripts/cancel.sql@1" || status=$?
is "$status" 0 "sixteen clients work for a while, and none gets an error"
reaped=$(sql "SELECT count(*) FROM fanout.workers")
for ((i = 0; i < 40; i++)); do
    [[ $(sql "SELECT count(*) FROM fanout.runs WHERE status = 'started'") != 0 ]] || break
    load 3 0 -f "$scripts/work.sql@60" || status=$?
done
is "$status" 0 "nor do those that finish the rest"
echo "# $(sql "SELECT string_agg(n || ' runs ' || status, ', ') FROM (SELECT status, count(*) AS n FROM fanout.runs GROUP BY 1) s");" \
    "$(sql "SELECT sum(last_index - first_index + 1) || ' results, ' || (SELECT count(*) FROM fanout.failures) || ' failed attempts' FROM fanout.results"), $reaped workers to reap"

is "$(grep -E 'ERROR|PANIC|FATAL' "$server_log" | sort | uniq -c)" "" "the server's log has no error, so no deadlock"
is "$(sql "SELECT count(*) FROM fanout.runs WHERE status = 'started'")" 0 "every run ends"
is "$(sql "SELECT count(DISTINCT status) FROM fanout.runs")" 3 "completed, failed or cancelled, each of them happened"
is "$(sql "SELECT count(*) FROM fanout.failures WHERE error = 'its worker was lost'" | sed 's/^[1-9].*/some/')" some \
    "and workers were lost"
is "$(sql "SELECT count(*) FROM fanout.runs r JOIN fanout.step_states s USING (run_id) JOIN fanout.steps t USING (step_id)
            WHERE r.status = 'completed' AND (s.status <> 'completed' OR fanout.state_output(s.state_id) IS DISTINCT FROM
                  CASE t.step_type WHEN 'single' THEN '0' ELSE (SELECT coalesce(jsonb_agg(n), '[]')
                       FROM generate_series(0, jsonb_array_length(r.input) - 1) n) END)")" 0 \
    "a completed run has every output in its place"
is "$(sql "SELECT count(*) FROM fanout.runs r JOIN fanout.step_states s USING (run_id)
            WHERE r.status = 'completed' AND s.total_tasks IS DISTINCT FROM
                  (SELECT coalesce(sum(x.last_index - x.first_index + 1), 0) FROM fanout.results x WHERE x.state_id = s.state_id)")" 0 "and one result a task"
is "$(sql "SELECT fanout.maintain() >= 0; SELECT count(*) FROM fanout.task_progress WHERE state_id NOT IN (
            SELECT s.state_id FROM fanout.step_states s JOIN fanout.runs r USING (run_id) WHERE r.status IN ('failed', 'cancelled'))")" $'t\n0' \
    "nothing is left of what tasks reported, but of those that a resume would run again"
is "$(sql "SELECT count(*) FROM fanout.stripes JOIN fanout.step_states USING (state_id) JOIN fanout.runs r USING (run_id)
            WHERE r.status = 'completed'")" 0 "and no counter left"
