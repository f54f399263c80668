#!/usr/bin/env bash
# /healthz and /readyz: a daemon without its database is healthy and not ready, and ready again by itself. And what else
# somebody may ask of its listener.
. "$(dirname "$0")/lib.bash"

cluster=$root/tests/harness/cluster
cat >config.json <<JSON
{"listen": "127.0.0.1:0", "handlers": {"slow": {"type": "exec", "argv": ["sleep", "60"], "concurrency": 1}}}
JSON

# A server of its own, which can be stopped without disturbing the other tests.
own_server() {
    "$cluster" start "$work/server" fsync=off
    eval "$("$cluster" env "$work/server")"
    as_superuser "CREATE ROLE dev_$$ LOGIN; CREATE ROLE worker_$$ LOGIN"
    as_superuser "CREATE DATABASE health OWNER dev_$$"
    export PGDATABASE=health PGUSER=dev_$$
    as_superuser "CREATE EXTENSION pgfanout; SELECT fanout.grant_developer('dev_$$'); SELECT fanout.grant_worker('worker_$$')" >/dev/null
}

metric() {
    page /metrics | sed -n "s/^$1 //p"
}

check_lost_database() {
    wait_until_command page_has_status /readyz 200 || true
    is "$(page /readyz)" ready "it is ready"
    is "$(page /healthz)" healthy "and healthy"
    is "$(metric fanoutd_ready)" 1 "which metrics say, too"
    "$cluster" stop "$work/server"
    wait_until_command page_has_status /readyz 503 || true
    is "$(page_status /readyz)" 503 "without its database it is not ready"
    wait_until_command grep_page /readyz '^keeper: not connected' || true
    wait_until_command grep_page /readyz '^lane "slow": not connected' || true
    like "$(page /readyz)" 'lane "slow": not connected to the database' "and says which lane isn't"
    is "$(page_status /healthz)" 200 "but it is healthy"
    is "$(metric fanoutd_ready) $(metric 'fanoutd_lanes_connected{handler="slow"}')" "0 0" "and still has metrics"
    like "$(metric 'fanout_runs{status="started"}')" '^0$' "those of the database as they were"
    "$cluster" start "$work/server" fsync=off
    wait_until_command page_has_status /readyz 200 || true
    is "$(page /readyz)" ready "when the database is back it is ready"
    ok "$(($(metric 'fanoutd_reconnects_total{loop="slow"}') >= 1 ? 0 : 1))" "and has connected again"
}

grep_page() { # grep_page PATH REGEX
    page "$1" | grep -q "$2"
}

check_requests() {
    local path method
    for path in / /healthz/ /metricss '/..%2f..%2fetc/passwd'; do
        is "$(page_status "$path" --path-as-is)" 404 "there is no $path"
    done
    for method in POST PUT DELETE OPTIONS; do
        is "$(page_status /metrics -X "$method")" 405 "$method is not allowed"
    done
    is "$(page_status /metrics --head)" 200 "HEAD is"
    like "$(page /healthz -X POST -i)" 'Allow: GET, HEAD' "a refusal says what is"
    head -c 5000000 /dev/zero >body
    is "$(page_status /healthz --data-binary @body)" 405 "a large body is not waited for"
    is "$(page_status /healthz -H "X: $(head -c 30000 /dev/zero | tr '\0' x)")" 431 "a header that is too long"
}

# Forty that connect and say nothing.
check_silent_clients() {
    local i fd fds=()
    for ((i = 0; i < 40; i++)); do
        exec {fd}<>"/dev/tcp/127.0.0.1/${pages##*:}"
        printf 'GET /hea' >&"$fd"
        fds+=("$fd")
    done
    is "$(page /healthz --max-time 4)" healthy "clients that say nothing keep nobody waiting"
    for fd in "${fds[@]}"; do exec {fd}>&-; done
}

check_bad_addresses() {
    status=0
    said=$("$fanoutd" --listen "${pages#http://}" 2>&1) || status=$?
    is "$status" 2 "a port that is taken is an error"
    like "$said" "can't listen on ${pages#http://}: Address already in use" "that says so"
    status=0
    said=$("$fanoutd" --listen nowhere 2>&1) || status=$?
    is "$status" 2 "so is what is no address"
    like "$said" 'nowhere is not an IP address and a port' "that says so, too"
}

check_reload() {
    local before=$pages
    sed 's/127\.0\.0\.1:0/127.0.0.2:0/' config.json >config.json.new
    mv config.json.new config.json
    kill -HUP "$daemon"
    wait_until_command grep -q 'msg=listening address=127.0.0.2' "$log" || true
    pages=$(sed -n 's,.*msg=listening address=127.0.0.2,http://127.0.0.2,p' "$log")
    is "$(page /healthz)" healthy "after a reload it listens at another address"
    ok "$(curl -s --max-time 5 "$before/healthz" >/dev/null && echo 1 || echo 0)" "and no longer at the first"
    # A port that is taken, by itself.
    sed "s/127\.0\.0\.2:0/${pages#http://}/" config.json >config.json.new
    mv config.json.new config.json
    kill -HUP "$daemon"
    wait_until_command grep -q 'Address already in use' "$log" || true
    like "$(grep 'Address already in use' "$log")" 'configuration not reloaded' "an address that is taken is refused"
    is "$(page /healthz)" healthy "and the daemon goes on as it was"
}

check_draining() {
    local run
    sql "SELECT fanout.create_flow('slow');
         SELECT fanout.add_step('slow', 'slow', step_type => 'fanout', fanout_from => 'run')" >/dev/null
    run=$(sql "SELECT fanout.start_run('slow', '[1]')")
    wait_until_command grep_page /metrics '^fanoutd_tasks_in_flight{handler="slow"} 1' || true
    kill -TERM "$daemon"
    wait_until_command grep_page /readyz draining || true
    like "$(page /readyz)" draining "a daemon that drains is not ready"
    is "$(page_status /healthz)" 200 "but healthy"
    kill -TERM "$daemon"
    wait_for_end "$daemon"
    is "$status" 1 "a second signal ends it"
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
}

clusters+=("$work/server")
own_server
start_daemon --config config.json
wait_for_pages
check_lost_database
check_requests
check_silent_clients
check_bad_addresses
check_reload
check_draining
