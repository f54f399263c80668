# Runs that keep coming, and handlers that end one task at a time, for tests/bench/run, which sources this.
# shellcheck shell=bash disable=SC2154

# Runs a second: of one step, and fan-outs of 100 items.
single_rates=(1000 2000 3000 4000 5000 6000)
fanout_rates=(600 1500)
arrival_seconds=10

# measure_arrivals_of NAME FLOW INPUT RATE REPETITION: eight clients start runs at this rate on average, whatever becomes of those
# before; of each run the time from started_at to completed_at counts.
measure_arrivals_of() {
    local began median p99 rate
    sql -c CHECKPOINT
    record_noise "$5"
    began=$(sql -c 'SELECT clock_timestamp()')
    PGUSER=producer pgbench -n -M prepared -c 8 -R "$4" -T "$arrival_seconds" \
        -f <(echo "SELECT fanout.start_run('$2', $3);") bench >"$work/pgbench.log" 2>&1
    until_true "SELECT NOT EXISTS (SELECT FROM fanout.runs WHERE status = 'started')"
    IFS='|' read -r median p99 rate < <(sql -c "
        SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t), percentile_cont(0.99) WITHIN GROUP (ORDER BY t), count(*) / extract(epoch FROM max(e) - min(b))
          FROM (SELECT started_at AS b, completed_at AS e, extract(epoch FROM completed_at - started_at) AS t FROM fanout.runs WHERE started_at >= '$began') r")
    record "arrivals_$1" "median_$4" "$5" "$median"
    record "arrivals_$1" "p99_$4" "$5" "$p99"
    record "arrivals_$1" "rate_$4" "$5" "$rate"
}

# With a handler in SQL, by a daemon without a configuration.
measure_arrivals() {
    local r rate
    start_worker "$fanoutd"
    sql -c 'TRUNCATE bench.sized' -c "INSERT INTO bench.sized SELECT jsonb_agg(jsonb_build_object('n', n, 'text', repeat('x', 36)) ORDER BY n)
            FROM generate_series(1, 100) AS n"
    for ((r = 0; r <= repetitions; r++)); do
        for rate in "${single_rates[@]}"; do measure_arrivals_of single sql_single "'{}'" "$rate" "$r"; done
        for rate in "${fanout_rates[@]}"; do measure_arrivals_of fanout sql '(SELECT items FROM bench.sized)' "$rate" "$r"; done
        say "repetition $r: runs that keep coming"
    done
    stop_worker
}

# 16 slots of a handler that takes a millisecond: 16,000 tasks/s at most.
measure_one_by_one() {
    local r run
    start_worker "$work/noop_worker"
    for ((r = 0; r <= repetitions; r++)); do
        sql -c CHECKPOINT
        record_noise "$r"
        run=$(PGUSER=producer "$work/run_flow" millisecond '(SELECT items FROM bench.items)' 1 5 0)
        record one_by_one seconds "$r" "$(cut -d ' ' -f 2 <<<"$run")"
    done
    stop_worker
    say "tasks that end one at a time: done"
}
