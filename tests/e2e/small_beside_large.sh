#!/usr/bin/env bash
# A run of 10 tasks is done within a second while a run of a million goes on.
. "$(dirname "$0")/lib.bash"

sql "CREATE FUNCTION echo(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT \$1';
     SELECT fanout.create_flow('f'), fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:echo')" >/dev/null
large=$(sql "SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 1000000) i))")
start_daemon
wait_until "SELECT done > 0 FROM fanout.runs_overview WHERE run_id = '$large'"

times=()
for ((i = 0; i < 5; i++)); do
    began=$(date +%s%N)
    small=$(sql "SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]')")
    [[ $(wait_for_run "$small") == completed ]]
    times+=($((($(date +%s%N) - began) / 1000000)))
done
mapfile -t times < <(printf '%s\n' "${times[@]}" | sort -n)
echo "# five small runs took ${times[*]} ms"
ok "$((times[2] < 1000 ? 0 : 1))" "a run of 10 tasks takes less than a second"
is "$(sql "SELECT fanout.run_status('$large')")" started "while the run of a million goes on"
end_daemon TERM
is "$status" 0 "the daemon ends"
