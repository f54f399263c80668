#!/usr/bin/env bash
# C++ handlers, in a program of their own and in a plugin: what they are told, what becomes of what they throw, how many
# run at once, and that they are told to stop.
. "$(dirname "$0")/lib.bash"

export PKG_CONFIG_PATH=${PGFANOUT_INSTALLED:-/usr/local}/lib/pkgconfig
source=$root/tests/e2e/cpp_handlers

# shellcheck disable=SC2046
build() {
    g++ -std=c++20 -Wall -Wextra -fPIC -shared -o plugin.so "$source/plugin.cpp" $(pkg-config --cflags fanoutworker) &
    local plugin=$!
    g++ -std=c++20 -Wall -Wextra -o program "$source/program.cpp" $(pkg-config --cflags --libs fanoutworker)
    wait "$plugin"
}

write_configuration() { # write_configuration CONCURRENCY OF THE CROWD
    local handler lines=()
    for handler in wait_for_stop fail_once retry_later go_on fail_finally milliseconds_left who raw; do
        lines+=("\"$handler\": {\"type\": \"plugin\", \"library\": \"$work/plugin.so\"}")
    done
    (
        IFS=,
        echo "{\"handlers\": {${lines[*]},
              \"crowd\": {\"type\": \"plugin\", \"library\": \"./plugin.so\", \"concurrency\": $1, \"prefetch\": 50}}}"
    )
}

start() { # start HANDLER ITEMS
    sql "SELECT fanout.start_run('$1', '$2')"
}

define_flows() {
    local handler
    for handler in crowd wait_for_stop fail_once retry_later go_on fail_finally milliseconds_left raw; do
        sql "SELECT fanout.create_flow('$handler', base_delay => '50 ms');
             SELECT fanout.add_step('$handler', '$handler', step_type => 'fanout', fanout_from => 'run')" >/dev/null
    done
    sql "SELECT fanout.create_flow('overdue', max_attempts => 1, timeout => '300 ms');
         SELECT fanout.add_step('overdue', 'overdue', step_type => 'fanout', fanout_from => 'run',
                                handler => 'wait_for_stop');
         SELECT fanout.create_flow('who');
         SELECT fanout.add_step('who', 'the_step', handler => 'who')" >/dev/null
}

# Prints what is in a file as soon as it is there.
wait_for_file() {
    local i
    for ((i = 0; i < 600; i++)); do
        [[ ! -s $1 ]] || break
        sleep 0.05
    done
    cat "$1" || echo "not there"
}

check_identity() {
    local run expected
    run=$(start who '{}')
    is "$(wait_for_run "$run")" completed "$1: a single step completes"
    expected="{\"run\": \"$run\", \"flow\": \"who\", \"step\": \"the_step\", \"key\": \"$run/the_step/0/1\"}"
    is "$(sql "SELECT fanout.run_output('$run') -> 'the_step' @> '$expected'")" t "$1: a handler is told whose task it has"
    run=$(start raw '[1, "é"]')
    wait_for_run "$run" >/dev/null
    is "$(sql "SELECT fanout.run_output('$run') -> 'raw'")" '[[{"item": 1}], [{"item": "é"}]]' "$1: text goes in and out"
}

check_errors() {
    local run
    run=$(start fail_once '["once"]')
    is "$(wait_for_run "$run")" completed "$1: what threw is tried again"
    is "$(sql "SELECT fanout.run_output('$run') -> 'fail_once'")" '[2]' "$1: the second attempt knows that it is"
    run=$(start retry_later '[1200]')
    is "$(wait_for_run "$run")" completed "$1: what asked for time is tried again"
    is "$(sql "SELECT (fanout.run_output('$run') -> 'retry_later' ->> 0)::int >= 1200")" t "$1: after that time"
    run=$(start go_on '[10000]')
    is "$(wait_for_run "$run")" completed "$1: what reported is tried again"
    is "$(sql "SELECT fanout.run_output('$run') -> 'go_on'")" '["from 5000"]' "$1: and knows how far it got"
    run=$(start fail_finally '["no use"]')
    is "$(wait_for_run "$run")" failed "$1: final_error fails the run"
    is "$(sql "SELECT error || attempts FROM fanout.errors('$run')")" 'no use1' "$1: at the first attempt"
    run=$(start fail_finally '[{"no": "text"}]')
    is "$(wait_for_run "$run")" failed "$1: an item that doesn't fit fails the run"
    is "$(sql "SELECT error || attempts FROM fanout.errors('$run')")" \
        'the item is not what the handler takes: type must be string, but is object, in {"no":"text"}1' \
        "$1: at the first attempt, and says why"
}

check_crowd() { # check_crowd WHERE EXPECTED
    local run
    run=$(sql "SELECT fanout.start_run('crowd', jsonb_agg($2)) FROM generate_series(1, 12)")
    is "$(wait_for_run "$run")" completed "$1: $2 calls at once are reached"
    is "$(sql "SELECT max(o::int) FROM jsonb_array_elements_text(fanout.run_output('$run') -> 'crowd') o")" "$2" \
        "$1: and not exceeded"
}

check_time() {
    local run left
    run=$(start milliseconds_left '[1]')
    wait_for_run "$run" >/dev/null
    left=$(sql "SELECT fanout.run_output('$run') -> 'milliseconds_left' ->> 0")
    ok "$((left > 30000 && left <= 60000 ? 0 : 1))" "$1: the deadline is what is left of the step's 60 s ($left ms)"
    run=$(start overdue "[\"$work/$1-overdue\"]")
    is "$(wait_for_run "$run")" failed "$1: an overdue handler fails its task"
    is "$(sql "SELECT error FROM fanout.errors('$run')")" 'did not return within its timeout of 300 ms' "$1: with this error"
    is "$(wait_for_file "$1-overdue.stopped")" here "$1: it is told to stop"
}

check_cancel() {
    local run
    run=$(start wait_for_stop "[\"$work/$1-cancel\"]")
    is "$(wait_for_file "$1-cancel.begun")" here "$1: a handler runs"
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
    is "$(wait_for_file "$1-cancel.stopped")" here "$1: cancel_run tells it to stop"
}

check_all() { # check_all WHERE CROWD
    check_identity "$1"
    check_errors "$1"
    check_crowd "$1" "$2"
    check_time "$1"
    check_cancel "$1"
    end_daemon TERM
    is "$status" 0 "$1: the daemon ends cleanly"
}

build
define_flows

fanoutd=$work/program
start_daemon
check_all program 3

fanoutd=$FANOUTD
write_configuration 2 >config.json
start_daemon --config config.json
check_all plugin 2

# Without a word from the configuration, the plugin's own wish counts.
write_configuration 2 | sed 's/"concurrency": 2, //' >config.json
start_daemon --config config.json
check_crowd "the plugin's option" 3
end_daemon TERM
