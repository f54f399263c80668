#!/usr/bin/env bash
# Behind Pgpool-II, which asks a standby that lags wherever it may: a daemon works everything off, and a program that goes by what
# our functions say is never told something old.
. "$(dirname "$0")/../e2e/lib.bash"

make_own_server fsync=off full_page_writes=off
primary=$PGHOST
sql "CREATE FUNCTION id(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item''';
     SELECT fanout.create_flow('f');
     SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'sql:id')" >/dev/null
clusters+=("$work/standby")
"$cluster" standby "$work/standby" "$work/server"
eval "$("$cluster" env "$work/standby")"
standby=$PGHOST
as_superuser "ALTER SYSTEM SET recovery_min_apply_delay = '30s'" -d postgres
as_superuser "SELECT pg_reload_conf()" -d postgres >/dev/null

pool=$(mktemp -d /tmp/pgfanout.XXXXXX)
folders+=("$pool")
cat >"$pool/pgpool.conf" <<CONF
backend_clustering_mode = 'streaming_replication'
load_balance_mode = on
listen_addresses = ''
port = 9999
socket_dir = '$pool'
pcp_listen_addresses = ''
pcp_socket_dir = '$pool'
pid_file_name = '$pool/pgpool.pid'
logdir = '$pool'
num_init_children = 64
backend_hostname0 = '$primary'
backend_port0 = 5432
backend_weight0 = 0
backend_flag0 = 'ALWAYS_PRIMARY|DISALLOW_TO_FAILOVER'
backend_hostname1 = '$standby'
backend_port1 = 5432
backend_weight1 = 1
backend_flag1 = 'DISALLOW_TO_FAILOVER'
sr_check_user = 'postgres'
sr_check_database = 'postgres'
sr_check_period = 0
health_check_period = 0
CONF
touch "$pool/pcp.conf" "$pool/pool_hba.conf"
as_server=()
if ((EUID == 0)); then
    chown -R postgres: "$pool"
    as_server=(setpriv --reuid=postgres --regid=postgres --init-groups --)
fi
"${as_server[@]}" "$(PATH=$PATH:/usr/sbin type -P pgpool)" -n -f "$pool/pgpool.conf" -F "$pool/pcp.conf" -a "$pool/pool_hba.conf" >"$work/pgpool.log" 2>&1 </dev/null &
pgpool=$!
daemons+=("$pgpool")
# Killed, it would leave its children.
trap 'ended=$?; set +e; kill -INT "$pgpool" && wait "$pgpool"; (exit "$ended"); clean_up' EXIT
export PGHOST=$pool PGPORT=9999 PGDATABASE=app PGUSER=dev_$$
wait_until_command sql "SELECT 1"

run=$(sql "SELECT fanout.start_run('f', '[1, 2, 3]')")
is "$(sql "SELECT count(*) FROM fanout.runs_overview")" 0 "a query is sent to the standby, which does not know of a run that was just started"
is "$(sql "SELECT fanout.run_status('$run')")" started "run_status knows of it"
is "$(sql "SELECT fanout.is_ready('$run')")" f "so does is_ready"
start_daemon --once
wait_for_end "$daemon"
is "$status" 0 "a daemon with --once ends"
is "$(sql "SELECT fanout.run_status('$run')")" completed "after the run"
is "$(sql "SELECT output FROM fanout.results('$run')" | xargs)" "1 2 3" "results gives what it has given"
is "$(sql "SELECT count(*) FROM fanout.errors('$run')")" 0 "errors answers"
is "$(sql "CALL fanout.wait_for_run('$run', '1 s')")" completed "wait_for_run sees its end"
is "$(sql "/*NO LOAD BALANCE*/ SELECT status FROM fanout.runs_overview")" completed "a view says so where the query asks for the primary"
start_daemon
run=$(sql "SELECT fanout.start_run('f', (SELECT jsonb_agg(n) FROM generate_series(1, 100) n))")
is "$(sql "CALL fanout.wait_for_run('$run', '60 s')")" completed "a daemon that stays works as well"
end_daemon TERM
is "$status" 0 "and ends cleanly"
