# Sessions that wait for runs to end, for tests/bench/run, which sources this.
# shellcheck shell=bash disable=SC2154

waiters=100
awaited_runs=20

# Short runs while sessions wait for a run that doesn't end, and without them, in turn; and how soon all know of an end.
measure_waiters() {
    local r who seconds count
    start_worker "$work/noop_worker"
    for ((r = 0; r <= repetitions; r++)); do
        while read -r who; do
            [[ $who == without ]] || begin_waiting
            record_noise "$r" </dev/null
            start_runs three_steps "'{}'" "$short_runs" 8 </dev/null
            [[ $who == without ]] || end_waiting
            record "waiters_$who" seconds "$r" "$seconds"
        done < <(in_order_of "$r" without beside)
    done
    stop_worker
    for count in 1 "$waiters"; do
        record_noise 1
        while read -r seconds; do record "waiters_$count" woken 1 "$seconds"; done \
            < <(PGUSER=postgres "$work/waiters" "$count" "$awaited_runs")
    done
    say "sessions that wait: done"
}

begin_waiting() {
    coproc PGUSER=postgres "$work/waiters" "$waiters" 0
    read -r _ <&"${COPROC[0]}"
}

end_waiting() {
    local waiting=$COPROC_PID
    eval "exec ${COPROC[1]}>&-"
    wait "$waiting"
}
