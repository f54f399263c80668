#!/usr/bin/env bash
# One daemon serves many databases, each with lanes, reconnects and maintenance of its own: one that is down, or that refuses it, costs the others
# nothing and is served when it lets it; a reload adds one and takes one away.
. "$(dirname "$0")/lib.bash"

database() { echo "e2e_${name}_$1_$$"; }

make_one() { # make_one NAME
    as_superuser "CREATE DATABASE $(database "$1") TEMPLATE fanout_template OWNER dev_$$" -d postgres
    as_superuser "SELECT fanout.grant_developer('dev_$$')" -d "$(database "$1")" >/dev/null
    sql "CREATE FUNCTION upper(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT to_jsonb(upper(task ->> ''item''))'" -d "$(database "$1")"
}

let_in() { as_superuser "SELECT fanout.grant_worker('worker_$$')" -d "$(database "$1")" >/dev/null; }

# The end of a new run in a database: works NAME [HANDLER]
works() {
    local run
    run=$(sql "SET client_min_messages = error; SELECT fanout.execute_many('${2:-sql:public.upper}', '[\"a\"]')" -d "$(database "$1")")
    sql "CALL fanout.wait_for_run('$run', '30 s')" -d "$(database "$1")"
}

configure() { # configure DATABASE ...
    local d list=
    for d in "$@"; do list+="${list:+, }\"dbname=$d\""; done
    cat >config.json <<JSON
{"databases": [$list], "listen": "127.0.0.1:0", "sql_connections": 1, "poll_interval_ms": 200,
 "handlers": {"echo": {"type": "exec", "argv": ["cat"], "concurrency": 1}}}
JSON
}

for d in one two refuses later; do make_one "$d"; done
for d in one two later; do let_in "$d"; done
configure "$(database one)" "$(database two)" "$(database refuses)" "$(database is_not_there)"

start_daemon --check-config --config config.json
wait_for_end "$daemon"
is "$status" 0 "the configuration is good"
start_daemon --config config.json dbname=app
wait_for_end "$daemon"
is "$status" 2 "databases and a connection string on the command line are too much"

start_daemon --config config.json
wait_for_pages
is "$(works one) $(works two)" "completed completed" "one daemon serves both databases"
is "$(works one echo) $(works two echo)" "completed completed" "with programs, too"
wait_until_command page_has_status /readyz 200
ok 0 "it is ready, though two others are not"
ready() { page /metrics | sed -n "s/^fanoutd_database_ready{database=\"dbname=$(database "$1")\"} //p"; }
is "$(ready one) $(ready refuses) $(ready is_not_there)" "1 0 0" "its metrics say which"
like "$(page /metrics)" "fanout_workers\\{database=\"dbname=$(database one)\"" "and have each database's values apart"
is "$(grep -c "can't work with this server" "$log")" "$(grep -c "grant_worker\|has no extension\|does not exist" "$log")" "the log says what is wrong with the others"
is "$(grep "can't work with this server" "$log" | grep -vc "database=")" 0 "and of which one each line is"
let_in refuses
wait_until_command eval '[[ $(ready refuses) == 1 ]]'
is "$(works refuses)" completed "one that refused it is served when it doesn't any more"

make_one is_not_there
let_in is_not_there
wait_until_command eval '[[ $(ready is_not_there) == 1 ]]'
is "$(works is_not_there)" completed "so is one that wasn't there"

configure "$(database one)" "$(database later)"
kill -s HUP "$daemon"
wait_for_log 'configuration reloaded'
is "$(works later)" completed "a reload adds a database"
wait_until "SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = '$(database two)' AND usename = 'worker_$$'" 20
ok $? "and leaves one that is gone"
is "$(works one)" completed "those that stay are served on"

# Down, and up again.
as_superuser "ALTER DATABASE $(database later) ALLOW_CONNECTIONS false" -d postgres
as_superuser "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '$(database later)'" -d postgres >/dev/null
wait_until_command eval '[[ $(ready later) == 0 ]]'
is "$(works one)" completed "when one goes down, the other is served on"
is "$(page_status /readyz)" 200 "and the daemon is ready"
as_superuser "ALTER DATABASE $(database later) ALLOW_CONNECTIONS true" -d postgres
wait_until_command eval '[[ $(ready later) == 1 ]]'
is "$(works later)" completed "which goes on by itself"
end_daemon TERM
is "$status" 0 "told to stop, it drains all of them"

run=$(sql "SET client_min_messages = error; SELECT fanout.execute_many('sql:public.upper', '[\"a\"]')" -d "$(database two)")
configure "$(database one)" "$(database two)"
start_daemon --once --config config.json
wait_for_end "$daemon"
is "$status" 0 "with --once it ends when nothing is left in any"
is "$(sql "SELECT fanout.run_status('$run')" -d "$(database two)")" completed "and that is so"
configure "$(database one)" "$(database nowhere)"
start_daemon --once --connect-timeout 1s --config config.json
wait_for_end "$daemon"
is "$status" 5 "one that stays out of reach is an error then"
