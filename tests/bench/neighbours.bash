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
            record "$flow" seconds "$r" "$(awk -v from="$began" -v to="$(date +%s%N)" 'BEGIN { print (to - from) / 1e9 }')"
            [[ $(sql -c 'SELECT sum(n) FROM bench.hot') == 2000 ]] || die "$flow: not every update is there once"
            stop_worker
            worker=$other && stop_worker
        done
    done
    say "hot rows: done"
}

# Of two daemons the one that holds tasks is killed: how long after the end of its lease the other has them.
measure_takeover() {
    local r victim run workers began
    echo '{"handlers": {"slow": {"type": "exec", "argv": ["sleep", "10"], "concurrency": 8}}}' >"$work/slow.json"
    sql -c "ALTER SYSTEM SET fanout.lease = '3s'" -c 'SELECT pg_reload_conf()' >/dev/null
    start_worker "$fanoutd" --config "$work/slow.json"
    workers=$(sql -c 'SELECT count(*) FROM fanout.workers_overview')
    for ((r = 1; r <= takeovers; r++)); do
        victim=$worker
        run=$(PGUSER=producer psql -XAtqc "SELECT fanout.start_run('slow', '[1, 2, 3, 4, 5, 6, 7, 8]')")
        until_true "SELECT count(*) = 8 FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'started'"
        sql -c 'CREATE TABLE bench.held AS SELECT queue_id FROM fanout.queue WHERE worker_id IS NOT NULL'
        PGUSER=fanoutd "$fanoutd" --config "$work/slow.json" --log-level warn </dev/null >>"$work/worker.log" 2>&1 &
        worker=$!
        until_true "SELECT count(*) = 2 * $workers FROM fanout.workers_overview"
        kill -KILL "$victim"
        began=$(date +%s%N)
        wait "$victim" 2>/dev/null || true
        until_true "SELECT count(*) = 8 AND NOT EXISTS (SELECT FROM fanout.queue JOIN bench.held USING (queue_id))
                      FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'started'"
        record takeover seconds "$r" "$(awk -v from="$began" -v to="$(date +%s%N)" 'BEGIN { print (to - from) / 1e9 - 3 }')"
        sql -c 'DROP TABLE bench.held' -c "SELECT fanout.cancel_run('$run')" >/dev/null
        until_true 'SELECT count(*) = 0 FROM fanout.queue'
    done
    stop_worker
    sql -c 'ALTER SYSTEM RESET fanout.lease' -c 'SELECT pg_reload_conf()' >/dev/null
    say "takeover: done"
}

# Waits until a query says t.
until_true() {
    local i
    for ((i = 0; i < 3000; i++)); do
        [[ $(sql -c "$1") != t ]] || return 0
        sleep 0.02
    done
    die "this didn't become true: $1"
}
