#!/usr/bin/env bash
# Runs of one SQL step each, which a daemon runs several to a transaction: each ends as it would alone, also where one of them takes the
# connection down, is cancelled, or fails.
. "$(dirname "$0")/lib.bash"

as_superuser "GRANT worker_$$ TO dev_$$"
# A sequence is not taken back.
sql "CREATE TABLE called (run_id uuid, transaction xid8);
     CREATE TABLE open_gates (name text);
     CREATE SEQUENCE poisonings;
     CREATE SEQUENCE calls_of_gates;
     CREATE FUNCTION work(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
     \$\$DECLARE
          what text := task ->> 'run';
      BEGIN
          INSERT INTO called SELECT run_id, pg_current_xact_id() FROM fanout.current_task();
          IF what = 'poison' THEN
              PERFORM nextval('poisonings'), pg_terminate_backend(pg_backend_pid()), pg_sleep(10);
          END IF;
          IF what = 'fails' THEN RAISE 'it does'; END IF;
          IF what ~ '^gate' THEN
              PERFORM nextval('calls_of_gates');
              LOOP
                  EXIT WHEN EXISTS (SELECT FROM open_gates WHERE name = what);
                  PERFORM pg_sleep(0.01);
              END LOOP;
          END IF;
          RETURN to_jsonb('did ' || what);
      END\$\$;
     SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '10 ms');
     SELECT fanout.add_step('f', 'work', handler => 'sql:work')" >/dev/null
echo '{"sql_connections": 1}' >config.json

start_runs() { # start_runs INPUT ...: prints their ids
    local input
    for input in "$@"; do echo "SELECT fanout.start_run('f', '\"$input\"');"; done | sql "$(cat)"
}
open_gate() { sql "INSERT INTO open_gates VALUES ('$1')"; }
calls_of_gates=0
wait_for_gate() { # until it has been called for, once more
    calls_of_gates=$((calls_of_gates + 1))
    wait_until "SELECT is_called AND last_value = $calls_of_gates FROM calls_of_gates"
}
# Starts runs behind one that keeps the daemon's only connection busy until all of them are held: ids are in $runs.
start_together() { # start_together GATE INPUT ...
    start_runs "$1" >/dev/null
    wait_for_gate
    runs=$(start_runs "${@:2}")
    wait_until "SELECT sum(in_flight) = $# FROM fanout.workers_overview"
    open_gate "$1"
}
all_have_ended() { wait_until "SELECT NOT EXISTS (SELECT FROM fanout.runs_overview WHERE status = 'started')" 60; }
# How many runs have each status and attempts that failed.
ends() {
    sql "SELECT string_agg(n || ' ' || status || ' ' || failures, ', ' ORDER BY status, failures) FROM (
             SELECT status, failures, count(*) AS n
               FROM (SELECT r.status, (SELECT count(*) FROM fanout.task_failures f WHERE f.run_id = r.run_id) AS failures
                       FROM fanout.runs_overview r WHERE r.run_id = ANY (ARRAY['$(echo $runs | sed "s/ /','/g")']::uuid[])) x
              GROUP BY 1, 2) y"
}

runs=$(sql "SELECT fanout.start_run('f', to_jsonb(n::text)) FROM generate_series(1, 1000) n")
start_daemon --config config.json
all_have_ended
is "$(ends)" "1000 completed 0" "many runs complete"
is "$(sql "SELECT count(*) FROM fanout.run_outputs WHERE output ->> 'work' = 'did ' || (input #>> '{}')")" 1000 "each with its own output"
is "$(sql "SELECT count(*) FROM called")" 1000 "each was called for once"
transactions=$(sql "SELECT count(DISTINCT transaction) FROM called")
ok $((transactions > 500)) "several share a transaction (1000 in $transactions)"

start_together gate1 $(seq 1 10) fails $(seq 11 20)
all_have_ended
is "$(ends)" "20 completed 0, 1 failed 2" "one that fails fails alone"

start_together gate2 $(seq 1 10) poison $(seq 11 20)
all_have_ended
is "$(ends)" "20 completed 0, 1 failed 2" "one that takes its connection down fails alone, and the others lose no attempt"
is "$(sql "SELECT last_value FROM poisonings")" 3 "in company it uses up none"

start_together gate3 gate4 $(seq 1 20)
wait_for_gate
cancelled=$(sed -n 5p <<<"$runs")
sql "SELECT fanout.cancel_run('$cancelled')" >/dev/null
wait_for_gate
open_gate gate4
all_have_ended
is "$(ends)" "1 cancelled 0, 20 completed 0" "of several that run together one can be cancelled"

start_together gate5 gate6 $(seq 1 20)
wait_for_gate
sql "SELECT fanout.cancel_run('$(head -n 1 <<<"$runs")')" >/dev/null
all_have_ended
is "$(ends)" "1 cancelled 0, 20 completed 0" "also the one that is being called for"

start_together gate7 gate8 $(seq 1 20)
wait_for_gate
kill -s TERM "$daemon"
open_gate gate8
wait_for_end "$daemon"
is "$status" 0 "the daemon ends cleanly while several run"
start_daemon --config config.json
all_have_ended
is "$(ends)" "21 completed 0" "nothing is lost"
end_daemon TERM
