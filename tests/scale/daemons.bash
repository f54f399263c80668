# Many workers, and many daemons, for tests/scale/run, which sources this.
# shellcheck shell=bash disable=SC2154

daemons_wanted=${DAEMONS:-200}
most_seconds_to_come_back=10

# -- what heartbeats take ---------------------------------------------------------------------------------------------------

heartbeating_workers=1000
lanes_a_daemon=4
sampled_seconds=40

# At the pace that is usual, each daemon's on a connection of its own, with the statement that it makes for all of its lanes. The first ones
# of a session are those that plan, so these come at once.
measure_heartbeats() {
    local server before
    make_cluster heartbeats max_connections=300
    make_database
    server=$(postmaster heartbeats)
    PGUSER=worker psql -XAtq -v ON_ERROR_STOP=1 -c "SELECT n, fanout.register_worker('w' || n, '{nobody}', slots => 1) FROM generate_series(0, $heartbeating_workers - 1) n" >"$work/workers"
    sql -c 'CREATE TABLE w (n int PRIMARY KEY, id bigint)' -c "\\copy w FROM '$work/workers' (DELIMITER '|')" -c 'GRANT SELECT ON w TO worker'
    sql -c 'VACUUM ANALYZE w'
    cat >"$work/heartbeats.sql" <<SQL
\\set beats :beats + 1
\\set pause random(1, 10000)
\\if :beats = 12
\\sleep :pause ms
\\elif :beats > 12
\\sleep 10 s
\\endif
\\if :beats = 1
SELECT array_agg(id) AS workers, array_fill(0, '{$lanes_a_daemon}') AS recorded FROM w WHERE n BETWEEN $lanes_a_daemon * :client_id AND $lanes_a_daemon * :client_id + $lanes_a_daemon - 1 \\gset
\\endif
SELECT worker_id, claim_id, (SELECT extract(epoch FROM fanout.heartbeat_interval())) FROM fanout.heartbeats(:workers, :recorded, '{}', '{}');
SQL
    PGUSER=worker start pgbench -n -M prepared -c $((heartbeating_workers / lanes_a_daemon)) -D beats=0 \
        -T $((sampled_seconds + 30)) -f "$work/heartbeats.sql" >"$work/heartbeats.log" 2>&1
    sleep 25
    before=$(server_seconds "$server")
    sleep "$sampled_seconds"
    figure "processor's time of a server with $heartbeating_workers workers' heartbeats, one each 10 s, of $((heartbeating_workers / lanes_a_daemon)) daemons: % of a core" \
        "$(compute "100 * ($(server_seconds "$server") - $before) / $sampled_seconds")" '<=' 1
    figure "workers that were heard of in the last 10 s" \
        "$(sql -c "SELECT count(*) FROM fanout.heartbeats WHERE seen_at > clock_timestamp() - interval '10.5 s'")" '==' "$heartbeating_workers"
    wait "$started"
    "$cluster" destroy "$work/heartbeats"
}

# -- two hundred daemons ------------------------------------------------------------------------------------------------------

measure_daemons() {
    make_cluster daemons max_connections=$((5 * daemons_wanted + 100))
    make_database
    start_daemons "host=$PGHOST dbname=app user=worker"
    watch_daemons "connected directly"
    come_back "connected directly, after the server was killed" database
    stop TERM "${daemons[@]}"
    "$cluster" destroy "$work/daemons"
}

measure_pooler() {
    make_cluster daemons
    make_database
    make_pool
    start_daemons "host=$pool port=6432 dbname=app user=worker"
    watch_daemons "by pgbouncer, a pool of 20"
    figure "sessions of theirs on the server" "$(sql -c "SELECT count(*) FROM pg_stat_activity WHERE usename = 'worker'")" '<=' 20
    come_back "by pgbouncer, after the server was killed" database
    come_back "by pgbouncer, after that was killed" pooler
    stop TERM "${daemons[@]}"
    stop TERM "$pgbouncer"
    "$cluster" destroy "$work/daemons"
}

make_pool() {
    # A file a connection.
    ulimit -Sn "$(ulimit -Hn)"
    pool=$(mktemp -d /tmp/pgfanout.XXXXXX)
    folders+=("$pool")
    cat >"$pool/pgbouncer.ini" <<INI
[databases]
* = host=$PGHOST
[pgbouncer]
listen_addr =
unix_socket_dir = $pool
pool_mode = transaction
default_pool_size = 20
max_client_conn = $((10 * daemons_wanted))
server_login_retry = 1
auth_type = trust
auth_file = $pool/users
INI
    echo '"worker" ""' >"$pool/users"
    ((EUID != 0)) || chown -R postgres: "$pool"
    start_pooler
}

start_pooler() {
    local as_server=()
    ((EUID != 0)) || as_server=(setpriv --reuid=postgres --regid=postgres --init-groups --)
    rm -f "$pool/.s.PGSQL.6432"*
    start "${as_server[@]}" "$(PATH=$PATH:/usr/sbin type -P pgbouncer)" "$pool/pgbouncer.ini" >>"$work/pgbouncer.log" 2>&1
    pgbouncer=$started
    wait_for "[[ -S $pool/.s.PGSQL.6432 ]]"
}

start_daemons() { # start_daemons CONNECTION
    local i
    daemons=()
    echo '{"sql_connections": 1}' >"$work/daemons.json"
    for ((i = 0; i < daemons_wanted; i++)); do
        start "$fanoutd" --config "$work/daemons.json" "$1" 2>>"$work/daemons.log"
        daemons+=("$started")
    done
    wait_for "[[ \$(sql -c 'SELECT count(*) FROM fanout.workers_overview') == $daemons_wanted ]]"
}

# What they take while there is nothing to do, and how soon much is done.
watch_daemons() { # watch_daemons HOW
    local server before began
    server=$(postmaster daemons)
    sleep 5
    before=$(server_seconds "$server")
    sleep 20
    figure "$daemons_wanted daemons, $1: processor's time of the idle server, % of a core" "$(compute "100 * ($(server_seconds "$server") - $before) / 20")"
    figure "memory of one, MiB" "$(for pid in "${daemons[@]}"; do awk '/^RssAnon/ { print $2 }' "/proc/$pid/status"; done | awk '{ s += $1 } END { printf "%.1f", s / NR / 1024 }')"
    began=$(now)
    start_ones 4000
    wait_for_runs
    figure "seconds of 4,000 runs of one step, from the first start on" "$(seconds_since "$began")"
}

start_ones() { # start_ones COUNT
    echo "SELECT fanout.start_run('one', '1');" >"$work/one.sql"
    PGUSER=dev pgbench -n -M prepared -c 8 -t $(($1 / 8)) -f "$work/one.sql" >>"$work/pgbench.log" 2>&1
}

# From the moment at which what was killed is started again: until each worker has been heard of, and until 1,000 new runs are done.
come_back() { # come_back HOW COMMAND
    local began
    "kill_$2"
    # Long enough for the daemons' pauses to have grown.
    sleep 20
    began=$(now)
    "start_$2"
    start_ones 1000
    wait_for "[[ \$(sql -c 'SELECT count(*) FROM fanout.heartbeats WHERE seen_at > to_timestamp($began)') == $daemons_wanted ]]"
    figure "seconds until all $daemons_wanted were heard of, $1" "$(seconds_since "$began")" '<=' "$most_seconds_to_come_back"
    wait_for_runs
    figure "until 1,000 runs that were started then were done" "$(sql -c "SELECT round(max(extract(epoch FROM completed_at)) - $began, 2) FROM fanout.runs")" \
        '<=' "$most_seconds_to_come_back"
}

kill_database() { kill_server "$(postmaster daemons)"; }
start_database() { start_cluster daemons; }
kill_pooler() { stop KILL "$pgbouncer"; }
