#!/usr/bin/env bash
# The primary is lost, and a standby that lagged takes its place: it knows less than the daemons, whose lanes are full of tasks
# under way. Its sequences go back, and new runs begin at once.
. "$(dirname "$0")/lib.bash"

names=(a b)

# A copy of the primary that follows it until it's cut off.
make_standby() { # make_standby NAME PRIMARY
    "$cluster" destroy "$work/$1"
    "$cluster" standby "$work/$1" "$work/$2"
    "$cluster" start "$work/$1" "${settings[@]}"
}

cut_off() { # cut_off STANDBY
    (eval "$("$cluster" env "$work/$1")" && psql -XAtqc "ALTER SYSTEM SET primary_conninfo = ''" -c "SELECT pg_reload_conf()" >/dev/null)
    wait_for '[[ $(as_superuser "SELECT count(*) FROM pg_stat_replication") == 0 ]]'
}

clusters+=("$work/b")
make_server a
start_daemons
for ((round = 1; round <= $(rounds 1 5); round++)); do
    primary=${names[(round + 1) % 2]} standby=${names[round % 2]}
    make_standby "$standby" "$primary"
    begin_runs 4
    cut_off "$standby"
    begin_runs 4
    "$cluster" stop "$work/$primary" immediate
    "$cluster" promote "$work/$standby"
    use_server "$standby"
    as_superuser "ALTER SYSTEM RESET primary_conninfo"
    start_runs 6
    check_runs "failover $round"
done
ok "$(grep -q 'msg="registers anew"' ./*.log && echo 0 || echo 1)" "the log says that workers were forgotten"
end_daemons
