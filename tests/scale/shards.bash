# The same runs by one, two and four servers, for tests/scale/run, which sources this. Each server has a share of a processor, as a machine of
# its own has processors of its own: what a kernel's control group of that name gives its processes, and no more.
# shellcheck shell=bash disable=SC2154

share_percent=25
share_group=pgfanout-scale
shard_counts=(1 2 4)
clients_in_all=8
slots_in_all=4
shard_runs=${SHARD_RUNS:-6400}
shard_repetitions=${SHARD_REPETITIONS:-3}

measure_shards() {
    local i n r
    for ((i = 0; i < shard_counts[-1]; i++)); do
        make_cluster "shard$i"
        make_database
        limit_server "$i"
    done
    : >"$work/shards"
    echo "SELECT fanout.start_run('one', '1');" >"$work/one.sql"
    for ((r = 0; r <= shard_repetitions; r++)); do
        for n in "${shard_counts[@]}"; do run_on "$n" "$r"; done
    done
    for n in "${shard_counts[@]}"; do
        figure "runs a second of one step, $n servers with $share_percent % of a processor each: median of $shard_repetitions" "$(median_of "$n" 3)"
        figure "processors idle meanwhile, %" "$(median_of "$n" 4)"
    done
    figure "two servers × one" "$(compute "$(median_of 2 3) / $(median_of 1 3)")" '>=' 1.9
    figure "four servers × one" "$(compute "$(median_of 4 3) / $(median_of 1 3)")" '>=' 3.7
    for ((i = 0; i < shard_counts[-1]; i++)); do "$cluster" destroy "$work/shard$i"; done
    remove_share
}

median_of() { # median_of SERVERS COLUMN
    awk -v n="$1" -v c="$2" '$1 == n && $2 > 0 { print $c }' "$work/shards" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# -- a share of a processor ---------------------------------------------------------------------------------------------------

# Of the kernel's groups of version 1 or 2.
share_folder() {
    if [[ -d /sys/fs/cgroup/cpu ]]; then echo "/sys/fs/cgroup/cpu/$share_group"; else echo "/sys/fs/cgroup/$share_group"; fi
}

limit_server() { # limit_server NUMBER
    local folder period=100000 pid server
    folder=$(share_folder)-$1
    if [[ $folder != */cpu/* ]]; then echo +cpu >/sys/fs/cgroup/cgroup.subtree_control || die "no shares of processors can be given here"; fi
    mkdir -p "$folder" || die "no shares of processors can be given here"
    if [[ $folder == */cpu/* ]]; then
        echo "$period" >"$folder/cpu.cfs_period_us"
        echo $((period * share_percent / 100)) >"$folder/cpu.cfs_quota_us"
    else
        echo "$((period * share_percent / 100)) $period" >"$folder/cpu.max"
    fi
    server=$(postmaster "shard$1")
    for pid in "$server" $(pgrep -P "$server"); do { echo "$pid" >"$folder/cgroup.procs"; } 2>/dev/null || :; done
}

remove_share() {
    local folder
    for folder in "$(share_folder)"-*; do rmdir "$folder" 2>/dev/null || :; done
}

# -- runs ---------------------------------------------------------------------------------------------------------------------

# run_on SERVERS REPETITION: repetition 0 isn't counted.
run_on() {
    local i began idle_before idle rate databases=() clients=()
    for ((i = 0; i < $1; i++)); do
        use_cluster "shard$i"
        databases+=("\"host=$PGHOST dbname=app user=worker\"")
    done
    echo "{\"sql_connections\": $((slots_in_all / $1)), \"databases\": [$(IFS=, && echo "${databases[*]}")]}" >"$work/shards.json"
    start "$fanoutd" --config "$work/shards.json" 2>>"$work/shards.log"
    daemon=$started
    for ((i = 0; i < $1; i++)); do
        use_cluster "shard$i"
        wait_for "[[ \$(sql -c 'SELECT count(*) FROM fanout.workers_overview') == 1 ]]"
        sql -c CHECKPOINT
    done
    idle_before=$(idle_seconds)
    began=$(now)
    for ((i = 0; i < $1; i++)); do
        use_cluster "shard$i"
        PGUSER=dev start pgbench -n -M prepared -c $((clients_in_all / $1)) -t $((shard_runs / clients_in_all)) -f "$work/one.sql" >>"$work/pgbench.log" 2>&1
        clients+=("$started")
    done
    wait "${clients[@]}"
    for ((i = 0; i < $1; i++)); do
        use_cluster "shard$i"
        wait_for_runs
    done
    rate=$(for ((i = 0; i < $1; i++)); do
        use_cluster "shard$i" && sql -c "SELECT extract(epoch FROM max(completed_at)) - $began FROM fanout.runs WHERE status = 'completed'"
    done | sort -n | tail -n 1 | awk -v runs="$shard_runs" '{ printf "%d", runs / $1 }')
    idle=$(compute "100 * ($(idle_seconds) - $idle_before) / ($(seconds_since "$began") * $(nproc))")
    echo "$1 $2 $rate $idle" | tee -a "$work/shards" >&2
    stop TERM "$daemon"
}

# Of all processors.
idle_seconds() {
    awk -v ticks="$(getconf CLK_TCK)" '/^cpu / { print ($5 + $6) / ticks }' /proc/stat
}
