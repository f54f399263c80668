# Ten million tasks in one run, and a hundred thousand runs open at once, each with a crash in the middle: for tests/scale/run, which
# sources this.
# shellcheck shell=bash disable=SC2154

tasks_wanted=${TASKS:-10000000}
runs_wanted=${RUNS:-100000}

# Writes down the most memory of its own that a session of the server has had, in MiB, until it is stopped.
watch_sessions() { # watch_sessions POSTMASTER
    local most=0 now pid
    while true; do
        now=$(for pid in $(pgrep -P "$1"); do awk '/^RssAnon/ { print $2 }' "/proc/$pid/status" 2>/dev/null || :; done | sort -n | tail -n 1)
        if ((${now:-0} > most)); then
            most=$now
            echo $((most / 1024)) >"$work/most_memory"
        fi
        sleep 0.3
    done
}

start_watch() { # start_watch NAME
    start watch_sessions "$(postmaster "$1")"
    watch=$started
}

# The most is in $most_memory.
end_watch() {
    stop TERM "$watch"
    most_memory=$(<"$work/most_memory")
}

megabytes_of_wal() {
    sql -c "SELECT round(sum(size) / 1048576) FROM pg_ls_waldir()"
}

# Kills the server, and starts it; how long that took is in $recovery.
crash() { # crash NAME
    local began
    kill_server "$(postmaster "$1")"
    began=$(now)
    start_cluster "$1"
    recovery=$(seconds_since "$began")
}

start_large_cluster() { # start_large_cluster NAME
    make_cluster "$1" shared_buffers=1GB
    make_database
}

# -- ten million tasks ------------------------------------------------------------------------------------------------------

done_of() { sql -c "SELECT done FROM fanout.runs_overview WHERE run_id = '$1'"; }

measure_tasks() {
    local run began resumed
    start_large_cluster tasks
    start "$fanoutd" "host=$PGHOST dbname=app user=worker" 2>>"$work/tasks.log"
    daemon=$started
    start_watch tasks
    began=$(now)
    run=$(PGUSER=dev psql -XAtqc "SELECT fanout.start_run('many', '$tasks_wanted')")
    figure "seconds of start_run, of a run of $tasks_wanted tasks whose items are a function's rows" "$(seconds_since "$began")"
    wait_for "((\$(done_of $run) >= $tasks_wanted / 2))" 600 0.5
    figure "seconds until half of them were done" "$(seconds_since "$began")"
    figure "WAL since the last checkpoints, MB" "$(megabytes_of_wal)"
    end_watch
    figure "most memory of a session of the server, MiB" "$most_memory"
    crash tasks
    figure "seconds from the server's death until it was there again" "$recovery"
    start_watch tasks
    resumed=$(now)
    wait_for "[[ \$(sql -c \"SELECT fanout.run_status('$run')\") != started ]]" 900 0.5
    figure "seconds from there until the run was completed" "$(seconds_since "$resumed")"
    figure "seconds in all" "$(seconds_since "$began")"
    end_watch
    figure "most memory of a session of the server, MiB" "$most_memory"
    figure "memory of the daemon, at most, MiB" "$(awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$daemon/status")"
    figure "its status is completed" "$(sql -c "SELECT (fanout.run_status('$run') = 'completed')::int")" '==' 1
    figure "tasks that succeeded, by its output" "$(sql -c "SELECT fanout.run_output('$run') -> 'work' ->> 'succeeded'")" '==' "$tasks_wanted"
    figure "results that are stored" "$(sql -c "SELECT sum(last_index - first_index + 1) FROM fanout.results")" '==' "$tasks_wanted"
    figure "disk, MB" "$(sql -c "SELECT round(pg_database_size('app') / 1e6)")"
    began=$(now)
    sql -c "SELECT fanout.prune('0 s')" >/dev/null
    figure "seconds of prune" "$(seconds_since "$began")"
    stop TERM "$daemon"
    "$cluster" destroy "$work/tasks"
}

# -- a hundred thousand runs ------------------------------------------------------------------------------------------------

# Milliseconds of a query by a session that has made it before.
milliseconds_of() { # milliseconds_of QUERY
    psql -Xq -o /dev/null <<SQL | sed -n '$s/^Time: \([0-9.]*\) ms.*/\1/p'
\\timing on
$1;
$1;
SQL
}

measure_runs() {
    local began size
    start_large_cluster runs
    sql -c CHECKPOINT
    size=$(sql -c "SELECT pg_database_size('app')")
    began=$(now)
    start_watch runs
    echo "SELECT count(fanout.start_run('open', to_jsonb(n))) FROM generate_series(1, 100) n;" >"$work/open.sql"
    PGUSER=dev pgbench -n -c 4 -t $((runs_wanted / 400)) -f "$work/open.sql" >>"$work/pgbench.log" 2>&1
    figure "runs started a second, a hundred to a transaction, by four clients, $runs_wanted in all" "$(compute "int($runs_wanted / $(seconds_since "$began"))")"
    figure "bytes on disk of one that is open" "$(sql -c "SELECT (pg_database_size('app') - $size) / $runs_wanted")"
    echo '{"handlers": {"nothing": {"type": "exec", "argv": ["true"]}}}' >"$work/runs-1.json"
    start "$fanoutd" --config "$work/runs-1.json" "host=$PGHOST dbname=app user=worker" 2>>"$work/runs.log"
    daemon=$started
    wait_for "[[ \$(sql -c 'SELECT count(*) > 0 FROM fanout.workers_overview') == t ]]"
    cat >"$work/beside.sql" <<'SQL'
SELECT quote_literal(fanout.start_run('one', '1')) AS run \gset
CALL fanout.wait_for_run(:run, '1 min');
SQL
    PGUSER=dev pgbench -n -c 1 -t 100 -f "$work/beside.sql" >"$work/beside.log" 2>&1
    figure "another run of one step beside them, start to end, ms on average" "$(sed -n 's/^latency average = \([0-9.]*\).*/\1/p' "$work/beside.log")"
    figure "health(), ms" "$(milliseconds_of 'SELECT * FROM fanout.health()')"
    figure "the twenty newest in runs_overview, ms" "$(milliseconds_of 'SELECT * FROM fanout.runs_overview ORDER BY started_at DESC LIMIT 20')"
    figure "queue_overview, ms" "$(milliseconds_of 'SELECT * FROM fanout.queue_overview')"
    end_watch
    figure "most memory of a session of the server, MiB" "$most_memory"
    stop TERM "$daemon"
    work_off_open_runs
    "$cluster" destroy "$work/runs"
}

completed_runs() { sql -c "SELECT count(*) FROM fanout.runs WHERE status = 'completed'"; }

work_off_open_runs() {
    local began
    cat >"$work/later.pl" <<'PERL'
$| = 1;
while (<STDIN>) { print "{\"id\": \"$1\", \"output\": 1}\n" if /^\{"id": ?"([^"]*)"/ }
PERL
    echo "{\"handlers\": {\"later\": {\"type\": \"process\", \"argv\": [\"perl\", \"$work/later.pl\"], \"concurrency\": 2, \"pipeline\": 100, \"prefetch\": 1000}}}" >"$work/runs-2.json"
    start "$fanoutd" --config "$work/runs-2.json" "host=$PGHOST dbname=app user=worker" 2>>"$work/runs.log"
    daemon=$started
    began=$(now)
    wait_for "((\$(completed_runs) >= $runs_wanted / 2))" 600 0.5
    figure "seconds until half of the runs, of two steps, were completed" "$(seconds_since "$began")"
    crash runs
    figure "seconds from the server's death until it was there again" "$recovery"
    began=$(now)
    wait_for_runs 900 0.5
    figure "seconds from there until all had ended" "$(seconds_since "$began")"
    figure "runs completed" "$(sql -c "SELECT count(*) FROM fanout.runs_overview WHERE flow = 'open' AND status = 'completed'")" '==' "$runs_wanted"
    figure "memory of the daemon, at most, MiB" "$(awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$daemon/status")"
    stop TERM "$daemon"
}
