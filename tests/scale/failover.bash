# A primary that is lost under load, again and again, for tests/scale/run, which sources this. Of a pair that pg_auto_failover keeps on ports
# of its own: its monitor promotes the standby, and the old primary, when it comes again, follows.
# shellcheck shell=bash disable=SC2154

failovers=${FAILOVERS:-20}
clients_in_load=4
most_seconds_without_work=5
declare -A node_group=() node_port=()

measure_failover() {
    local round
    rm -f "$work/failovers"
    PATH=$PATH:/usr/bin type -P pg_autoctl >/dev/null || die "there is no pg_autoctl: Debian's pg-auto-failover-cli and postgresql-15-auto-failover have it"
    make_pair
    start_load
    for ((round = 1; round <= failovers; round++)); do
        wait_for pair_is_whole 300
        wait_for_load 100
        lose_primary "$round"
    done
    wait_for pair_is_whole 300
    wait_for_load 100
    check_what_was_acknowledged
    stop TERM "${daemons[@]}"
    remove_pair
}

# -- the pair -----------------------------------------------------------------------------------------------------------

# In a subshell: it doesn't come back. PostgreSQL doesn't run as root.
exec_in_pair() {
    cd "$pair" || exit
    ((EUID != 0)) || set -- setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"
    exec env -i HOME="$pair" XDG_CONFIG_HOME="$pair/config" XDG_DATA_HOME="$pair/share" XDG_RUNTIME_DIR="$pair/run" LANG=C.UTF-8 \
        PATH="$("${PG_CONFIG:-pg_config}" --bindir):/usr/bin:/bin" "$@"
}

in_pair() { (exec_in_pair "$@" >>"$work/pair.log" 2>&1 </dev/null) || die "$* failed: $work/pair.log says why"; }

# All processes of a node are one group, but for its server's children.
start_node() { # start_node NAME
    exec_in_pair setsid pg_autoctl run --pgdata "$pair/$1" >>"$work/$1.log" 2>&1 </dev/null &
    node_group[$1]=$!
}

kill_node() { # kill_node NAME
    local pids=()
    [[ -n ${node_group[$1]:-} ]] || return 0
    mapfile -t pids < <(pgrep -P "$(head -n 1 "$pair/$1/postmaster.pid" 2>/dev/null || echo 0)")
    kill -KILL -- "-${node_group[$1]}" "${pids[@]}" 2>/dev/null || :
    wait "${node_group[$1]}" 2>/dev/null || :
    unset "node_group[$1]"
}

ask_node() { # ask_node NAME QUERY [DATABASE]
    PGCONNECT_TIMEOUT=2 psql -XAtq -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "${node_port[$1]}" -U postgres -d "${3:-app}" -c "$2"
}

free_ports() {
    perl -MIO::Socket::INET -e '@s = map { IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 1) or die } 1 .. 3; print join(" ", map { $_->sockport } @s), "\n"'
}

make_pair() {
    local monitor setting
    pair=$(mktemp -d /var/tmp/pgfanout.XXXXXX)
    folders+=("$pair")
    mkdir "$pair/run"
    ((EUID != 0)) || chown -R postgres: "$pair"
    read -r "node_port[monitor]" "node_port[a]" "node_port[b]" < <(free_ports)
    in_pair pg_autoctl create monitor --pgdata "$pair/monitor" --pgport "${node_port[monitor]}" --hostname 127.0.0.1 --auth trust --no-ssl
    start_node monitor
    wait_for "ask_node monitor 'SELECT 1' pg_auto_failover"
    # It looks every second, and is sure after three.
    for setting in health_check_period=1000 health_check_timeout=2000 health_check_max_retries=2 health_check_retry_delay=500 \
        node_considered_unhealthy_timeout=5000 primary_demote_timeout=1000; do
        ask_node monitor "ALTER SYSTEM SET pgautofailover.${setting%=*} = ${setting#*=}" pg_auto_failover
    done
    ask_node monitor 'SELECT pg_reload_conf()' pg_auto_failover >/dev/null
    monitor="postgresql://autoctl_node@127.0.0.1:${node_port[monitor]}/pg_auto_failover?sslmode=prefer"
    create_node a "$monitor"
    {
        "$cluster" extension "$pair/extension"
        printf '%s\n' "shared_buffers = '256MB'" "max_connections = 100" "jit = off"
    } >>"$pair/a/postgresql.conf"
    start_node a
    wait_for "ask_node a 'SELECT 1' postgres"
    PGHOST=127.0.0.1 PGPORT=${node_port[a]} make_database
    # Or else the copy waits for one that takes its time.
    ask_node a CHECKPOINT
    create_node b "$monitor"
    start_node b
}

create_node() { # create_node NAME MONITOR
    in_pair pg_autoctl create postgres --pgdata "$pair/$1" --pgport "${node_port[$1]}" --hostname 127.0.0.1 --listen 127.0.0.1 --name "$1" \
        --auth trust --no-ssl --monitor "$2"
}

remove_pair() {
    local node
    for node in "${!node_group[@]}"; do kill_node "$node"; done
}

# The standby follows, and commits wait for it.
pair_is_whole() {
    [[ $(ask_node monitor "SELECT count(*) FILTER (WHERE reportedstate = 'primary' AND goalstate = 'primary') = 1
                              AND count(*) FILTER (WHERE reportedstate = 'secondary' AND goalstate = 'secondary') = 1
                             FROM pgautofailover.node" pg_auto_failover) == t ]]
}

primary() { ask_node monitor "SELECT nodename FROM pgautofailover.node WHERE reportedstate = 'primary'" pg_auto_failover; }

# -- the load -----------------------------------------------------------------------------------------------------------

start_load() {
    local i hosts="host=127.0.0.1,127.0.0.1 port=${node_port[a]},${node_port[b]} dbname=app target_session_attrs=read-write"
    daemons=()
    cat >"$work/echo.pl" <<'PERL'
use JSON::PP;
$| = 1;
while (<STDIN>) {
    my $task = decode_json($_);
    next if $task->{cancel};
    select undef, undef, undef, 0.005;
    print encode_json({id => $task->{id}, output => $task->{input}{item}}), "\n";
}
PERL
    echo "{\"handlers\": {\"echo\": {\"type\": \"process\", \"argv\": [\"perl\", \"$work/echo.pl\"], \"concurrency\": 2}}}" >"$work/echo.json"
    for i in 1 2; do
        start "$fanoutd" --config "$work/echo.json" "$hosts user=worker" 2>"$work/fanoutd-$i.log"
        daemons+=("$started")
    done
    start "$root/tests/scale/acknowledged.py" "$hosts user=dev connect_timeout=2" "$clients_in_load" >"$work/acknowledged"
    load=$started
}

# wait_for_load LINES: more are acknowledged
wait_for_load() {
    local more=$(($(wc -l <"$work/acknowledged") + $1))
    wait_for "((\$(wc -l <'$work/acknowledged') >= $more))"
}

# -- a failover -----------------------------------------------------------------------------------------------------------

lose_primary() { # lose_primary ROUND
    local lost other killed promoted worked
    lost=$(primary)
    other=$([[ $lost == a ]] && echo b || echo a)
    killed=$(now)
    kill_node "$lost"
    wait_for "[[ \$(ask_node $other 'SHOW transaction_read_only') == off ]]"
    promoted=$(now)
    wait_for "[[ \$(ask_node $other \"SELECT count(*) > 0 FROM fanout.runs WHERE status = 'completed' AND completed_at > to_timestamp($promoted)\") == t ]]"
    worked=$(ask_node "$other" "SELECT round(min(extract(epoch FROM completed_at) - $promoted), 2) FROM fanout.runs
                                 WHERE status = 'completed' AND completed_at > to_timestamp($promoted)")
    echo "$1 $(compute "$promoted - $killed") $worked" | tee -a "$work/failovers" >&2
    start_node "$lost"
}

# The median and the most of a column of the failovers.
of_failovers() { # of_failovers COLUMN
    awk -v c="$1" '{ print $c }' "$work/failovers" | sort -n |
        awk '{ v[NR] = $1 } END { printf "%.2f %.2f\n", NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2, v[NR] }'
}

check_what_was_acknowledged() {
    local at median most alive=0 pid
    stop TERM "$load"
    at=$(primary)
    export PGHOST=127.0.0.1 PGPORT=${node_port[$at]} PGDATABASE=app
    sql -c 'CREATE TABLE acknowledged (what text, run_id uuid)' -c "\\copy acknowledged FROM '$work/acknowledged' (DELIMITER ' ')"
    wait_for "[[ \$(sql -c \"SELECT count(*) FROM fanout.runs_overview WHERE flow = 'both' AND status = 'started'\") == 0 ]]"
    figure "failovers, each by SIGKILL of all of the primary's processes" "$(wc -l <"$work/failovers")" '>=' "$failovers"
    read -r median most < <(of_failovers 2)
    figure "seconds until the standby was promoted: median" "$median"
    figure "most" "$most"
    read -r median most < <(of_failovers 3)
    figure "seconds from there until the next run was completed: median" "$median"
    figure "most" "$most" '<=' "$most_seconds_without_work"
    figure "starts, cancels and outputs that were acknowledged" "$(sql -c 'SELECT count(*) FROM acknowledged')"
    figure "of these lost" "$(sql -c "SELECT count(*) FROM acknowledged a LEFT JOIN fanout.runs r USING (run_id)
        WHERE r.run_id IS NULL OR (what <> 'started' AND r.status <> what)")" '==' 0
    figure "runs" "$(sql -c "SELECT count(*) FROM fanout.runs_overview WHERE flow = 'both'")"
    figure "of these not completed, or without the right output" "$(sql -c "SELECT count(*) FROM fanout.runs_overview r
        WHERE flow = 'both' AND (status <> 'completed' OR fanout.run_output(run_id) -> 'inside' <> '[1, 2, 3, 4, 5, 6]')")" '==' 0
    for pid in "${daemons[@]}"; do if kill -0 "$pid"; then alive=$((alive + 1)); fi; done
    figure "daemons that were there from beginning to end, of ${#daemons[@]}" "$alive" '==' "${#daemons[@]}"
}
