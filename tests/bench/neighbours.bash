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
