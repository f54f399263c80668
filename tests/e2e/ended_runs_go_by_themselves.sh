#!/usr/bin/env bash
# Where a daemon runs, ended runs go when the server's retention is over, without anyone asking. What is no retention is refused.
. "$(dirname "$0")/lib.bash"
make_own_server fsync=off fanout.retention=90min fanout.retention_failed=-1

refused() { # refused SETTING VALUE
    as_superuser "SELECT fanout.heartbeat_interval() IS NULL; ALTER SYSTEM SET fanout.$1 = '$2'" 2>&1 | tr '\n' ' ' || true
}
for setting in retention retention_failed; do
    like "$(refused $setting 0)" "Give a minute or more, or -1 for ever" "no $setting is shorter than a minute"
    like "$(refused $setting '20 s')" "Give a minute or more, or -1 for ever" "nor is one in seconds"
    like "$(refused $setting -2)" "outside the valid range .* \(-1 (min )?\.\." "of what is negative only -1 is one"
    like "$(refused $setting soon)" "invalid value for parameter" "nor is a word"
done
is "$(sql "SELECT fanout.usual_retention(false) || ' ' || (fanout.usual_retention(true) IS NULL)")" "01:30:00 true" "the server has what it was given"

sql "CREATE FUNCTION work(task jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT to_jsonb(1 / (task -> 'run')::int) \$\$;
    SELECT fanout.create_flow('f', max_attempts => 1); SELECT fanout.add_step('f', 'work', handler => 'sql:work')" >/dev/null
start_daemon
completed=$(sql "SELECT fanout.start_run('f', '1')")
young=$(sql "SELECT fanout.start_run('f', '1')")
broken=$(sql "SELECT fanout.start_run('f', '0')")
is "$(wait_for_run "$completed") $(wait_for_run "$young") $(wait_for_run "$broken")" "completed completed failed" "runs have ended"
end_daemon TERM
as_superuser "UPDATE fanout.runs SET completed_at = completed_at - interval '91 min' WHERE run_id <> '$young'"
start_daemon
wait_until "SELECT NOT EXISTS (SELECT FROM fanout.runs_overview WHERE run_id = '$completed')" || true
is "$(sql "SELECT count(*) FROM fanout.runs_overview WHERE run_id = '$completed'")" 0 "one goes when its time is up"
is "$(sql "SELECT count(*) FROM fanout.runs_overview WHERE run_id IN ('$young', '$broken')")" 2 "others are kept, a failed one for ever"
end_daemon TERM
is "$status" 0 "the daemon ended well"
