#!/usr/bin/env bash
# An SQL handler that takes its connection down with it, or is cancelled: that task fails within its attempts, and its neighbours lose none.
. "$(dirname "$0")/lib.bash"

as_superuser "GRANT worker_$$ TO dev_$$"
sql "CREATE FUNCTION poison(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
     'BEGIN
          IF (task -> ''item'') = ''13'' THEN PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(10); END IF;
          RETURN task -> ''item'';
      END';
     SELECT fanout.create_flow('poisoned', max_attempts => 2, base_delay => '10 ms');
     SELECT fanout.add_step('poisoned', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:poison')" >/dev/null
run=$(sql "SELECT fanout.start_run('poisoned', jsonb_agg(n)) FROM generate_series(0, 31) n")
start_daemon
is "$(wait_for_run "$run")" failed "the run fails"
is "$(sql "SELECT error FROM fanout.runs_overview WHERE run_id = '$run'")" \
    'step "work": task 13: its connection was lost while it ran: FATAL:  terminating connection due to administrator command (attempt 2)' "for its poisonous task"
is "$(sql "SELECT string_agg(DISTINCT task_index || ' ' || attempt, ', ' ORDER BY task_index || ' ' || attempt)
           FROM fanout.task_failures WHERE run_id = '$run'")" "13 1, 13 2" "which has used up its attempts; no other has lost one"
ok "$(kill -0 "$daemon" && echo 0 || echo 1)" "the daemon is still there"

# The same where a statement of the worker's is cancelled, as by a timeout that its own connection string sets.
end_daemon TERM
sql "CREATE FUNCTION slow(task jsonb) RETURNS jsonb LANGUAGE sql AS
     'SELECT task -> ''item'' FROM pg_sleep(CASE task ->> ''item'' WHEN ''5'' THEN 30 ELSE 0 END)';
     SELECT fanout.create_flow('slow', max_attempts => 1);
     SELECT fanout.add_step('slow', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:slow')" >/dev/null
run=$(sql "SELECT fanout.start_run('slow', jsonb_agg(n)) FROM generate_series(0, 7) n")
start_daemon "options='-c statement_timeout=400ms'"
is "$(wait_for_run "$run")" failed "a task that is always cancelled fails its run"
is "$(sql "SELECT string_agg(task_index || ' ' || attempt, ', ') FROM fanout.task_failures WHERE run_id = '$run'")" "5 1" \
    "and no other has lost an attempt"
