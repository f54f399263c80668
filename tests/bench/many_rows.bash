# Fan-outs over millions of rows of a function, of which only counts are kept, and how they are removed: for tests/bench/run,
# which sources this.
# shellcheck shell=bash disable=SC2154

row_counts=(1000000 10000000)
pruned_beside=20  # fan-outs that go on meanwhile

measure_many_rows() {
    local rows run memory
    start_worker "$work/noop_worker"
    PGUSER=producer "$work/run_flow" numbers "'1000'" 1 5 0 >"$work/rows.out"
    for rows in "${row_counts[@]}"; do
        sql -c CHECKPOINT
        record_noise 1
        coproc watch_backends
        run=$(PGUSER=producer "$work/run_flow" numbers "'$rows'" 1 20 0)
        eval "exec ${COPROC[1]}>&-"
        read -r memory <&"${COPROC[0]}"
        [[ $(sql -c "SELECT fanout.run_output('${run%% *}') #>> '{work,succeeded}'") == "$rows" ]] || die "not all of $rows rows were counted"
        record many_rows "seconds_$rows" 1 "$(cut -d ' ' -f 2 <<<"$run")"
        record many_rows "backend_$rows" 1 "$memory"
        record many_rows "daemon_$rows" 1 "$(worker_memory VmHWM)"
        say "$rows rows: $(cut -d ' ' -f 2 <<<"$run") s"
    done
    measure_prune
    stop_worker
}

# fan_outs: seconds of some, one after the other
fan_outs() {
    PGUSER=producer "$work/run_flow" cpp '(SELECT items FROM bench.items)' "$pruned_beside" 5 0 | awk '{ s += $2 } END { print s }'
}

# The millions of tasks are removed while fan-outs go on, and as many fan-outs go on without, in turn; what is removed after the
# first time is less.
measure_prune() {
    local r which alone beside began
    fan_outs >"$work/rows.out"
    for ((r = 1; r <= repetitions; r++)); do
        ((r == 1)) || PGUSER=producer "$work/run_flow" numbers "'100000'" 1 20 0 >"$work/rows.out"
        while read -r which; do
            sql -c CHECKPOINT
            record_noise "$r" </dev/null
            if [[ $which == alone ]]; then
                alone=$(fan_outs </dev/null)
                continue
            fi
            coproc fan_outs
            began=$(date +%s%N)
            sql -c "SELECT fanout.prune('0 s', 'numbers')" >"$work/rows.out" </dev/null
            ((r > 1)) || record prune seconds "$r" "$(seconds_since "$began")"
            read -r beside <&"${COPROC[0]}"
        done < <(in_order_of "$r" alone beside)
        record prune throughput "$r" "$(awk "BEGIN { print $alone / $beside }")"
    done
    say "runs of millions of tasks: removed"
}
