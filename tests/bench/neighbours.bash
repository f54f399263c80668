# What others' doings and failures cost, for tests/bench/run, which sources this.
# shellcheck shell=bash disable=SC2154

measure_large_flows() {
    local what which value i=0
    make_database large 1
    while IFS='|' read -r what which value; do
        i=$((i + 1))
        record "$what" "$which" "$i" "$value"
    done < <(PGDATABASE=large PGUSER=postgres psql -Xq -c 'SET fanout.superuser_handlers = on' -f tests/bench/large_flows.sql 2>&1 |
        sed -n 's/.*INFO:  //p')
    ((i == 76)) || die "$i of 76 figures of large flows were measured"
    say "large flows: done"
}

# Tasks that each update one of five rows: several at once, so that batches meet, and one at a time.
measure_hot_rows() {
    local r flow began other
    for ((r = 0; r <= repetitions; r++)); do
        for flow in hot hot_one; do
            sql -c 'UPDATE bench.hot SET n = 0'
            start_worker "$fanoutd"
            other=$worker
            start_worker "$fanoutd"
            record_noise "$r"
            began=$(date +%s%N)
            PGUSER=producer psql -XAtq -v flow="$flow" >"$work/hot.out" <<'SQL'
SELECT fanout.start_run(:'flow', (SELECT jsonb_agg(n * 7919 % 5) FROM generate_series(1, 2000) n)) AS run \gset
CALL fanout.wait_for_run(:'run', '5 min');
SQL
            record "$flow" seconds "$r" "$(seconds_since "$began")"
            [[ $(sql -c 'SELECT sum(n) FROM bench.hot') == 2000 ]] || die "$flow: not every update is there once"
            stop_worker
            worker=$other && stop_worker
        done
    done
    say "hot rows: done"
}

lease=5
doomed=()

kill_doomed() {
    ((${#doomed[@]} == 0)) || kill -KILL "${doomed[@]}" 2>/dev/null || true
    wait "${doomed[@]}" 2>/dev/null || true
    doomed=()
}

# Ten daemons with ten tasks each are killed at once, each at another time since it was heard of last; one that has come since takes
# the tasks over.
measure_takeover() {
    local r i run killed seconds
    # A session knows the setting after its first call.
    sql -c 'SELECT fanout.heartbeat_interval()' -c "ALTER SYSTEM SET fanout.lease = '${lease}s'" -c 'SELECT pg_reload_conf()' >"$work/lease.out"
    echo '{"handlers": {"holds": {"type": "exec", "argv": ["sleep", "120"], "concurrency": 10}}}' >"$work/holds.json"
    echo '{"handlers": {"holds": {"type": "exec", "argv": ["echo", "1"], "concurrency": 100}}}' >"$work/takes.json"
    for ((r = 0; r <= repetitions; r++)); do
        for ((i = 0; i < 10; i++)); do
            PGUSER=fanoutd "$fanoutd" --config "$work/holds.json" --log-level warn </dev/null >>"$work/worker.log" 2>&1 &
            doomed+=($!)
            sleep 0.2
        done
        run=$(sql -c "SELECT fanout.execute_many('holds', (SELECT jsonb_agg(n) FROM generate_series(1, 100) n), max_concurrency => null, timeout => '5 min')")
        until_true "SELECT count(*) = 100 FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'started'"
        PGUSER=fanoutd "$fanoutd" --config "$work/takes.json" --log-level warn </dev/null >>"$work/worker.log" 2>&1 &
        worker=$!
        until_true "SELECT bool_or('holds' = ANY (handlers) AND idle) FROM fanout.workers_overview"
        # All are heard of under this lease, and at different times.
        sleep "$lease"
        record_noise "$r"
        killed=$(sql -c 'SELECT clock_timestamp()')
        kill_doomed
        until_true "SELECT fanout.is_ready('$run')"
        sql -c "SELECT extract(epoch FROM started_at - '$killed') FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'completed'" >"$work/takeover"
        (($(wc -l <"$work/takeover") == 100)) || die "$(wc -l <"$work/takeover") of 100 tasks were taken over"
        while read -r seconds; do record takeover seconds "$r" "$seconds"; done <"$work/takeover"
        stop_worker
    done
    sql -c 'ALTER SYSTEM RESET fanout.lease' -c 'SELECT pg_reload_conf()' >"$work/lease.out"
    say "takeover: done"
}
