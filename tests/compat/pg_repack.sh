#!/usr/bin/env bash
# pg_repack rewrites the tables while runs go on: one of them in the middle of a fan-out, and then, as a cron job does, all of the
# database. It learns by row triggers what is written meanwhile; nothing is to get past them.
. "$(dirname "$0")/../e2e/lib.bash"

repack() {
    PGUSER=postgres pg_repack --no-kill-backend --dbname "$PGDATABASE" "$@" >>repack.log 2>&1
}

as_superuser "CREATE EXTENSION pg_repack"
sql "CREATE FUNCTION make(task jsonb) RETURNS jsonb LANGUAGE sql AS
     \$\$ SELECT jsonb_agg(g) FROM generate_series(0, (task -> 'run' ->> 'n')::int - 1) g \$\$;
     CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT task -> 'item' FROM pg_sleep(0.001) \$\$;
     CREATE FUNCTION pass(task jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT task -> 'parts' \$\$;
     SELECT fanout.create_flow('f', base_delay => '0');
     SELECT fanout.add_step('f', 'make', handler => 'sql:make'),
            fanout.add_step('f', 'parts', depends_on => '{make}', step_type => 'fanout', handler => 'sql:same'),
            fanout.add_step('f', 'more', depends_on => '{parts}', step_type => 'fanout', handler => 'sql:same', on_failure => 'collect'),
            fanout.add_step('f', 'pass', depends_on => '{parts,more}', handler => 'sql:pass')" >/dev/null
start_daemon

# What a run of so many items gave, or its status unless it is completed; a run that stands is waited for no longer.
outcome() { # outcome RUN ITEMS
    local status
    status=$(wait_for_run "$1" 60)
    [[ $status == completed ]] || { echo "$status: $(sql "SELECT error FROM fanout.runs_overview WHERE run_id = '$1'")" && return; }
    sql "SELECT CASE WHEN fanout.run_output('$1') -> 'pass' = (SELECT jsonb_agg(g) FROM generate_series(0, $2 - 1) g) THEN 'all items' ELSE 'others' END"
}

for table in results_00 tasks_00 queue step_states runs stripes; do
    run=$(sql "SELECT fanout.start_run('f', '{\"n\": 2000}')")
    wait_until "SELECT count(*) > 100 FROM fanout.task_results WHERE run_id = '$run'"
    repack --table "fanout.$table"
    repacked_in_time=$(sql "SELECT fanout.run_status('$run')")
    is "$(outcome "$run" 2000)" "all items" "a run gives all of its items while fanout.$table is rewritten"
    [[ $repacked_in_time == started ]] || echo "# it had ended before that was done"
done

# Runs come all the while.
repack &
repacking=$!
daemons+=("$repacking")
runs=()
while kill -0 "$repacking" 2>/dev/null && ((${#runs[@]} < 1000)); do
    runs+=("$(sql "SELECT fanout.start_run('f', '{\"n\": 20}')")")
done
wait_for_end "$repacking"
is "$status" 0 "pg_repack rewrites all of the database"
is "$(for run in "${runs[@]}"; do outcome "$run" 20; done | sort | uniq -c | sed 's/^ *//')" "${#runs[@]} all items" \
    "and each of ${#runs[@]} runs that went on gives all of its items"
is "$(as_superuser "SELECT count(*) FROM fanout.queue")" 0 "nothing is left in the queue"
end_daemon TERM
is "$(grep -cE 'level=(error|critical)' "$log" || true)" 0 "the daemon met no error"
