#!/usr/bin/env bash
# An error of the server that comes again each time a task's result is to be recorded uses up that task's attempts: it holds no
# connection for ever, no neighbour loses an attempt, and everybody else's work goes on.
. "$(dirname "$0")/lib.bash"

as_superuser "ALTER TABLE fanout.results_00 ADD CONSTRAINT refused CHECK (NOT outputs @> '[\"poison\"]')"
sql "CREATE FUNCTION id(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item''';
     SELECT fanout.create_flow(f, max_attempts => 2, base_delay => '10 ms') FROM unnest('{refused,others}'::text[]) f;
     SELECT fanout.add_step(f, 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:id') FROM unnest('{refused,others}'::text[]) f" >/dev/null
runs=()
for i in 1 2 3; do
    runs+=("$(sql "SELECT fanout.start_run('refused', jsonb_agg(CASE n WHEN 5 THEN '\"poison\"' ELSE to_jsonb(n) END)) FROM generate_series(0, 15) n")")
done
start_daemon
wait_for_log 'running on the server failed' 2
other=$(sql "SELECT fanout.start_run('others', jsonb_agg(n)) FROM generate_series(0, 15) n")
is "$(wait_for_run "$other")" completed "more of them than there are connections stop nobody"
for run in "${runs[@]}"; do
    is "$(wait_for_run "$run")" failed "the run fails"
    like "$(sql "SELECT error FROM fanout.runs_overview WHERE run_id = '$run'")" \
        "^step \"work\": task 5: the server can't run it: .*\"refused\".* \(SQLSTATE 23514\) \(attempt 2\)$" "and says what the server said"
    is "$(sql "SELECT string_agg(task_index || ' ' || attempt, ', ' ORDER BY attempt) FROM fanout.task_failures WHERE run_id = '$run'")" \
        "5 1, 5 2" "its one task has used up its attempts"
done
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"

sql "SELECT fanout.start_run('refused', '[\"poison\", 1]')" >/dev/null
start_daemon --once
wait_for_end "$daemon"
is "$status" 0 "with --once it comes to an end"

# Not even the failure can be recorded: the claim isn't held for ever.
as_superuser "ALTER TABLE fanout.failures_00 ADD CONSTRAINT not_even_that CHECK (error NOT LIKE '%refused%') NOT VALID"
run=$(sql "SELECT fanout.start_run('refused', '[\"poison\"]')")
start_daemon
wait_for_log "a crash can't be reported" 2
other=$(sql "SELECT fanout.start_run('others', '[1, 2, 3]')")
is "$(wait_for_run "$other")" completed "a failure that can't be recorded stops nobody, either"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
