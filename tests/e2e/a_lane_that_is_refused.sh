#!/usr/bin/env bash
# The server lets the daemon in, and registers none of its workers, or not all: at the start that ends it, and says why; later, and where there
# are several databases, the lane tries on, and nobody takes the daemon for ready. With --once it is never taken for done.
. "$(dirname "$0")/lib.bash"

let_register() { as_superuser "GRANT EXECUTE ON ROUTINE fanout.register_worker TO worker_$$" "$@"; }
refuse() { as_superuser "REVOKE EXECUTE ON ROUTINE fanout.register_worker FROM worker_$$" "$@"; }
configure() { # configure HANDLERS
    echo "{\"sql_connections\": 1, \"listen\": \"127.0.0.1:0\", \"poll_interval_ms\": 200, \"handlers\": {$1}}" >config.json
}
a='"a": {"type": "exec", "argv": ["cat"]}' b='"b": {"type": "exec", "argv": ["cat"]}'

refuse
configure "$a"
start_daemon --config config.json
wait_for_end "$daemon"
is "$status" 3 "one that may register no worker ends"
like "$(<"$log")" "can't register.* sqlstate=42501" "and says why"

run=$(sql "SET client_min_messages = error; SELECT fanout.execute_many('a', '[1]')")
start_daemon --once --config config.json
wait_for_end "$daemon"
is "$status" 3 "with --once, too"
is "$(sql "SELECT fanout.run_status('$run')")" started "there is work left"

let_register
start_daemon --config config.json
wait_for_pages
is "$(wait_for_run "$run")" completed "let in, it works"
refuse
configure "$a, $b"
kill -s HUP "$daemon"
wait_for_log "can't register"
is "$(page_status /readyz)" 503 "a handler that a reload adds, and the server refuses: the daemon isn't ready"
like "$(page /readyz)" 'lane "b": .*permission denied for function register_worker' "which says why"
run=$(sql "SET client_min_messages = error; SELECT fanout.execute_many('a', '[1]')")
is "$(wait_for_run "$run")" completed "what it had works on"
let_register
wait_until_command page_has_status /readyz 200
run=$(sql "SET client_min_messages = error; SELECT fanout.execute_many('b', '[1]')")
is "$(wait_for_run "$run")" completed "and the new one as soon as it is let in"
refuse
configure "$a, $b"
sed -i 's/200/300/' config.json
kill -s HUP "$daemon"
wait_for_log 'changed=.*a,b'
wait_for_log "can't register" 4
run=$(sql "SET client_min_messages = error; SELECT fanout.execute_many('b', '[1]')")
let_register
is "$(wait_for_run "$run")" completed "where a reload has all of them begin anew, they wait for their right, too"
like "$(grep -c "can't register" "$log")" '^[4-7]$' "and say so once each"
as_superuser "REVOKE EXECUTE ON ROUTINE fanout.exchange FROM worker_$$"
wait_for_log 'exchange failed'
end_daemon TERM
is "$status" 0 "refused its calls, and with nothing to hand in, it ends at once all the same"
as_superuser "GRANT EXECUTE ON ROUTINE fanout.exchange TO worker_$$"

other=e2e_${name}_other_$$
as_superuser "CREATE DATABASE $other TEMPLATE fanout_template OWNER dev_$$" -d postgres
as_superuser "SELECT fanout.grant_developer('dev_$$'), fanout.grant_worker('worker_$$')" -d "$other" >/dev/null
refuse -d "$other"
echo "{\"databases\": [\"dbname=$PGDATABASE\", \"dbname=$other\"], \"listen\": \"127.0.0.1:0\", \"sql_connections\": 1, \"handlers\": {$a}}" >config.json
start_daemon --config config.json
wait_for_pages
ready() { page /metrics | sed -n "s/^fanoutd_database_ready{database=\"dbname=$1\"} //p"; }
wait_until_command eval '[[ "$(ready "$PGDATABASE") $(ready "$other")" == "1 0" ]]'
ok 0 "one of several that refuses isn't ready"
let_register -d "$other"
wait_until_command eval '[[ $(ready "$other") == 1 ]]'
run=$(sql "SET client_min_messages = error; SELECT fanout.execute_many('a', '[1]')" -d "$other")
is "$(sql "CALL fanout.wait_for_run('$run', '30 s')" -d "$other")" completed "and is served as soon as it doesn't"
end_daemon TERM

refuse -d "$other"
run=$(sql "SET client_min_messages = error; SELECT fanout.execute_many('a', '[1]')")
start_daemon --once --config config.json
wait_for_end "$daemon"
is "$status" 3 "with --once one that refuses is an error in the end"
is "$(sql "SELECT fanout.run_status('$run')")" completed "when the others have nothing left"
