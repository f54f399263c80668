# Ten million items spread over two shards, and read in order at the front: for tests/scale/run, which sources this.
# shellcheck shell=bash disable=SC2154

spread_wanted=${SPREAD:-10000000}
spread_part=100000
spread_page=1000000

make_shards_and_front() {
    local shard
    make_database
    for shard in shard0 shard1; do
        sql -d postgres -c "CREATE DATABASE $shard TEMPLATE app OWNER dev"
        sql -d "$shard" -c "SELECT fanout.adopt_copy()" >/dev/null
    done
    sql -d postgres -c 'CREATE DATABASE front OWNER dev'
    sql -d front -c 'CREATE EXTENSION fanout_front CASCADE' -c "SELECT fanout.add_shard('host=$PGHOST dbname=shard0'), fanout.add_shard('host=$PGHOST dbname=shard1')" \
        -c "SELECT fanout.grant_front('dev')" >/dev/null
}

measure_spread() {
    local spread began first rows=0 wrong=0 page
    make_cluster spread shared_buffers=1GB
    make_shards_and_front
    export PGDATABASE=front
    echo "{\"databases\": [\"host=$PGHOST dbname=shard0 user=worker\", \"host=$PGHOST dbname=shard1 user=worker\"]}" >"$work/spread.json"
    start "$fanoutd" --config "$work/spread.json" 2>>"$work/spread.log"
    daemon=$started
    start_watch spread
    began=$(now)
    spread=$(PGUSER=dev psql -XAtqc "CALL fanout.spread_run('squares', 'SELECT to_jsonb(n) FROM generate_series(\$1 + 1, least(\$1 + \$2, $spread_wanted)) n ORDER BY n', part_size => $spread_part)")
    figure "seconds until a spread of $spread_wanted items over two shards was started" "$(seconds_since "$began")"
    PGUSER=dev psql -XAtqc "CALL fanout.wait_for_spread('$spread', '30 min')" >/dev/null
    figure "until all of it was done" "$(seconds_since "$began")"
    figure "parts that are completed" "$(PGUSER=dev psql -XAtqc "SELECT sum(parts) FROM fanout.spread_overview('$spread') WHERE status = 'completed'")" \
        '==' $((spread_wanted / spread_part))
    began=$(now)
    for ((first = 0; first < spread_wanted; first += spread_page)); do
        page=$(PGUSER=dev psql -XAtqF ' ' -c "SELECT count(*), count(*) FILTER (WHERE output IS DISTINCT FROM to_jsonb((item_index + 1) ^ 2) OR item_index <> place) FROM (
            SELECT r.*, $first - 1 + row_number() OVER () AS place FROM fanout.spread_results('$spread', $first - 1, $spread_page) r) r")
        rows=$((rows + ${page% *})) wrong=$((wrong + ${page#* }))
    done
    figure "seconds to read the results at the front, $spread_page at a time" "$(seconds_since "$began")"
    figure "results" "$rows" '==' "$spread_wanted"
    figure "results that were wrong, or not in the order of the items" "$wrong" '==' 0
    end_watch
    figure "most memory of a session of the servers, MiB" "$most_memory"
    stop TERM "$daemon"
    "$cluster" destroy "$work/spread"
}
