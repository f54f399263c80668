#!/usr/bin/env bash
# fanoutctl, the daemon's program under another name: what each command says, to people and as JSON, and how it ends.
. "$(dirname "$0")/lib.bash"

PATH=${PGFANOUT_INSTALLED:?}/bin:$PATH
unset TERM

# What a command says is in $said and $errors, its exit status in $status.
ctl() {
    status=0
    said=$(fanoutctl "$@" 2>errors) || status=$?
    errors=$(<errors)
}

# Its standard input, output and errors are a terminal of 24 lines and 100 columns; all that is shown goes into the file $1.
on_terminal() { # on_terminal FILE COMMAND
    TERM=xterm script --quiet --return --command "stty rows 24 cols 100; $2" "$1" </dev/null >/dev/null
}

define_flows() {
    sql "CREATE FUNCTION square(task jsonb) RETURNS jsonb LANGUAGE sql AS
         \$\$ SELECT to_jsonb((task ->> 'item')::int * (task ->> 'item')::int) \$\$;
         CREATE FUNCTION reciprocal(task jsonb) RETURNS jsonb LANGUAGE sql AS
         \$\$ SELECT to_jsonb(100 / (task ->> 'item')::int) \$\$;
         SELECT fanout.create_flow('squares'), fanout.add_step('squares', 'square', step_type => 'fanout', fanout_from => 'run',
                                                               handler => 'sql:square');
         SELECT fanout.create_flow('reciprocals', max_attempts => 1),
                fanout.add_step('reciprocals', 'divide', step_type => 'fanout', fanout_from => 'run', handler => 'sql:reciprocal');
         SELECT fanout.create_flow('status'), fanout.add_step('status', 'never', handler => 'nobody');" >/dev/null
}

check_help() {
    local command
    ctl --help
    is "$status" 0 "--help"
    like "$said" 'Exit status:' "says how it ends"
    # What is listed as a command has a help of its own.
    for command in $(sed -n '/^Subcommands:/I,/^$/s/^  \([a-z][a-z]*\) .*/\1/p' <<<"$said"); do
        ctl "$command" --help
        like "$status $said" "^0 .*fanoutctl $command" "$command --help"
    done
    ctl --version
    is "$status $said" "0 $("$fanoutd" --version)" "--version is the daemon's"
    is "$("$fanoutd" --help | head -n 1)" "Runs tasks of pgfanout's flows." "under its own name it is the daemon"
}

check_usage() {
    ctl
    is "$status" 2 "without a command: 2"
    ctl nonsense
    like "$status $errors" '^2 .*nonsense' "an unknown command: 2, and it is named"
    ctl run
    is "$status" 2 "a missing argument: 2"
    ctl run squares --timeout 3s
    is "$status" 2 "a timeout without --wait: 2"
    ctl run squares --input '[1'
    like "$status $errors" "^2 fanoutctl: --input: it ends too early" "input that is no JSON: 2"
    ctl -d 'host=/nowhere' runs
    like "$status $errors" "^2 fanoutctl: .*/nowhere" "no server: 2"
    ctl -d 'hots=x' runs
    like "$status $errors" "^2 fanoutctl: the connection string can't be used" "a bad connection string: 2"
    ctl run missing
    like "$status $errors" $'^2 fanoutctl: flow "missing" does not exist.*\nHINT:  ' "an error of the server's: 2, with its hint"
    is "$(grep -c CONTEXT errors || true)" 0 "and not where it was raised"
}

check_run() {
    local run
    ctl run squares --input '[1, 2, 3]' --name mine --wait
    like "$status $said" '^0 [0-9a-f-]{36}$' "a run that is waited for: its id, and 0"
    like "$errors" 'completed: 3 of 3 tasks' "what becomes of it goes to standard error"
    run=$said
    is "$(sql "SELECT name FROM fanout.runs_overview WHERE run_id = '$run'")" mine "its name"
    ctl run squares --input '[1]' --run-id "$run"
    is "$status $said" "0 $run" "the same id twice is the same run"
    echo '[4, 5]' >input.json
    ctl run squares --input @input.json --wait
    is "$(sql "SELECT fanout.run_output('$said')")" '{"square": [16, 25]}' "input from a file"
    ctl run squares --input - --wait <input.json
    is "$(sql "SELECT fanout.run_output('$said')")" '{"square": [16, 25]}' "input from standard input"
    ctl run squares --input '[3]' --wait --json
    is "$(tail -n 1 <<<"$said" | jq -r '[.flow, .status, .done, .total] | join(" ")')" "squares completed 1 1" "the end as JSON"
    is "$(head -n 1 <<<"$said" | jq -r .run_id)" "$(tail -n 1 <<<"$said" | jq -r .run_id)" "behind the id"
    ctl run reciprocals --input '[1, 0]' --wait
    is "$status" 1 "a run that fails: 1"
    like "$errors" 'the run failed: .*division by zero' "and why"
    failed_run=$said
    ctl run status --wait --timeout 10ms
    is "$status" 4 "a run that outlasts the time: 4"
    ctl cancel "$said" 'not needed'
    is "$status $said" "0 cancelled" "cancel"
    ctl run status --json
    like "$status $(jq -r .run_id <<<"$said") $errors" '^0 [0-9a-f-]{36} NOTICE:  handler "nobody" .*has no live worker.*HINT:  Start a fanoutd' \
        "what the server remarks goes to standard error"
    ctl cancel "$(jq -r .run_id <<<"$said")"
    is "$status $errors" "0 " "nothing where it remarks nothing"
}

# Until another session of fanoutctl's waits for a run than the one $1.
until_one_waits() { # until_one_waits PID
    PGUSER=postgres wait_until "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
        AND application_name = 'fanoutctl' AND wait_event_type = 'Extension' AND pid <> $1)"
}

# It is woken by the run's end, and goes on where its connection was lost.
check_wait() {
    local run waiter lost
    run=$(fanoutctl run status)
    fanoutctl wait "$run" 2>/dev/null &
    waiter=$!
    until_one_waits 0
    lost=$(as_superuser "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'fanoutctl'")
    as_superuser "SELECT pg_terminate_backend($lost)" >/dev/null
    until_one_waits "$lost"
    ok $? "a connection that is lost is made anew"
    ctl cancel "${run:0:13}" enough
    is "$status $said" "0 cancelled" "the beginning of an id will do"
    wait_for_end "$waiter"
    is "$status" 3 "a run that is cancelled while it is waited for: 3"
    ctl cancel "$run"
    is "$status $said" "0 it had ended already" "cancelled twice"
    ctl cancel "$run" --json
    is "$said" "{\"run_id\":\"$run\",\"changed\":false}" "as JSON"
    ctl wait 00000000
    like "$status $errors" "^2 fanoutctl: no run's id begins with 00000000" "the beginning of no id"
    ctl wait numbers
    like "$status $errors" '^2 fanoutctl: "numbers" is no run' "what is no id"
}

check_results() {
    local run follower
    run=$(fanoutctl run squares --input "$(seq 3000 | jq -sc .)" --wait 2>/dev/null)
    ctl results "$run"
    is "$(jq -sc 'map(.output) == [range(1; 3001) | . * .]' <<<"$said")" true "all results, in order, across pages"
    is "$(head -n 1 <<<"$said")" '{"task_index":0,"status":"completed","output":1,"error":null,"attempts":1}' "each is a line"
    ctl results "$run" square --after 2997
    is "$(jq -c .output <<<"$said" | paste -sd ' ')" "8994001 9000000" "those behind an index"
    ctl results "$run" nowhere
    like "$status $errors" '^2 .*has no step "nowhere"' "an unknown step: 2"
    is "$(set +o pipefail; fanoutctl results "$run" 2>errors | head -n 1 | jq .output; cat errors)" 1 "who reads no further hears nothing more"
    status=0
    fanoutctl results "$run" >/dev/full 2>errors || status=$?
    like "$status $(<errors)" "^2 fanoutctl: can't write" "a full disk: 2"
    # Its tasks are done one by one, by us.
    sql "SELECT fanout.create_flow('by_hand'), fanout.add_step('by_hand', 'do', step_type => 'fanout', fanout_from => 'run')" >/dev/null
    run=$(fanoutctl run by_hand --input '["a", "b"]')
    fanoutctl results "$run" --follow >followed &
    follower=$!
    local worker
    worker=$(PGUSER=worker_$$ sql "SELECT fanout.register_worker('hand', '{do}')")
    PGUSER=worker_$$ sql "SELECT fanout.claim_tasks($worker, 2)" >/dev/null
    PGUSER=worker_$$ sql "SELECT fanout.complete_task('$run', 'do', 0, '1')" >/dev/null
    wait_for '[[ -s followed ]]'
    is "$(jq -c .output followed)" 1 "a result is printed as it comes"
    PGUSER=worker_$$ sql "SELECT fanout.complete_task('$run', 'do', 1, '2')" >/dev/null
    wait_for_end "$follower"
    is "$status $(jq -c .output followed | paste -sd ' ')" "0 1 2" "until the run has ended"
}

check_looking() {
    ctl status "$failed_run"
    like "$said" 'status +failed' "status: of the run"
    like "$said" 'divide +sql:public.reciprocal +failed +' "and its steps"
    ctl status "$failed_run" --json
    is "$(jq -r '[.flow, .status, .steps[0].step_slug] | join(" ")' <<<"$said")" "reciprocals failed divide" "as JSON"
    ctl errors "$failed_run"
    like "$said" $'step_slug +task_index.*\ndivide +1 +1 +.*division by zero' "errors"
    ctl errors "$failed_run" divide --json
    is "$(jq -c '[.step_slug, .task_index, .item, .attempts]' <<<"$said")" '["divide",1,0,1]' "as JSON"
    ctl runs --flow reciprocals
    is "$status $(wc -l <<<"$said")" "0 2" "runs of a flow"
    ctl runs --status failed --json
    is "$(jq -r .run_id <<<"$said")" "$failed_run" "of a status, as JSON"
    ctl runs --limit 2 --json
    is "$(wc -l <<<"$said")" 2 "no more than so many"
    ctl runs --flow none
    is "$status $said" "0 no runs" "no runs"
    ctl graph squares
    like "$status $said" '^0 .*square' "graph"
    ctl graph squares --format dot
    like "$said" '^digraph' "in other formats"
    ctl graph status --json
    like "$(jq -r .line <<<"$said")" 'never' "of a flow that is called like a command, as JSON"
    ctl timeline "$failed_run"
    like "$status $said" '^0 .*divide' "timeline"
    ctl explain "$failed_run"
    like "$status $said" '^0 Run .*reciprocals' "explain a run"
    ctl explain squares
    like "$status $said" '^0 Flow squares' "explain a flow"
    ctl explain nothing
    like "$status $errors" '^2 .*"nothing"' "explain what isn't there: 2"
    ctl runs --limit 0
    like "$status $errors" '^2 --limit: 0 is not a number of 1 or more' "a limit that is none: 2"
}

# Names are users' and may have any characters.
check_odd_names() {
    sql "SELECT fanout.start_run('status', name => E'a\x1b[2Jb')" >/dev/null
    ctl runs --flow status --limit 1
    like "$said" 'a\?\[2Jb' "what would steer a terminal is shown as a question mark"
    ctl runs --flow status --limit 1 --json
    is "$(jq -r .name <<<"$said")" $'a\x1b[2Jb' "and is itself in JSON"
}

check_steering() {
    local run collected failed
    ctl resume "$failed_run"
    is "$status $said" "0 it goes on" "resume"
    ctl wait "$failed_run"
    is "$status" 1 "and fails again"
    ctl retry "$failed_run" divide 1 --input '{"item": 5}'
    is "$status $said" "0 it is tried again" "retry, with another input"
    ctl wait "$failed_run"
    is "$status" 0 "which does it"
    run=$(fanoutctl run status)
    ctl pause run "$run" later
    is "$status $said" "0 paused" "pause a run"
    ctl pause flow status
    is "$status $said" "0 paused" "pause a flow"
    ctl continue run "$run" --json
    is "$said" "{\"run\":\"$run\",\"changed\":true}" "continue a run, as JSON"
    ctl continue flow status
    is "$status $said" "0 it goes on" "continue a flow"
    ctl continue flow status
    is "$status $said" "0 it was not paused" "one that isn't paused"
    ctl pause queue bulk
    like "$status $errors" '^2 .*pause_queue.HINT:  SELECT fanout.grant_operator\(.*\) gives ' "a queue is an operator's to pause, and the hint says so"
    PGUSER=postgres ctl pause queue bulk 'too much'
    is "$status $said" "0 paused" "pause a queue"
    PGUSER=postgres ctl continue queue bulk
    is "$status $said" "0 it goes on" "continue a queue"
    ctl pause something "$run"
    is "$status" 2 "what can't be paused: 2"
    collected=$(sql "SELECT fanout.execute_many('sql:reciprocal', '[1, 0]', max_attempts => 1)")
    ctl wait "$collected"
    is "$status" 0 "a run that has collected a failure is completed"
    ctl resume "$collected"
    like "$status $errors" '^2 fanoutctl: .*is completed.*failed_items' "so there is nothing to resume"
    ctl resume "$collected" --failed-items --json
    is "$said" "{\"run_id\":\"$collected\",\"changed\":true}" "but its failures, if one says so"
    ctl wait "$collected"
    is "$(fanoutctl errors "$collected" --json | jq -c '[.task_index, .attempts]')" "[1,2]" "which runs them again"
    sql "SELECT fanout.create_flow('reciprocals', max_attempts => 2)" >/dev/null
    failed=$(fanoutctl run reciprocals --input '[0]' --wait 2>/dev/null) || true
    sql "SELECT fanout.create_flow('reciprocals', max_attempts => 1)" >/dev/null
    ctl resume "$failed" --definition current
    is "$status $said $(sql "SELECT version FROM fanout.runs_overview WHERE run_id = '$failed'")" "0 it goes on 3" "a run can go on by its flow's current version"
    ctl wait "$failed"
    ctl resume "$failed" --definition newest
    is "$status" 2 "of which there is no other word: 2"
    ctl resume "$(fanoutctl run squares --input '[1]' --wait 2>/dev/null)" --failed-items
    like "$status $errors" '^2 fanoutctl: .*nothing' "where nothing has failed it says so"
}

check_why() {
    local run
    run=$(fanoutctl run status)
    ctl why "$run"
    like "$status $said" $'^0 step_slug +tasks +reason.*\nnever +1 +no_worker' "why"
    ctl why "$run" never 0 --json
    is "$(jq -r .reason <<<"$said")" no_worker "as JSON"
    # An older extension may lack what fanoutctl asks for.
    as_superuser "ALTER FUNCTION fanout.why RENAME TO not_yet"
    ctl why "$run"
    like "$status $errors" "^2 fanoutctl: function fanout.why\\(.*does not exist.HINT:  The database's pgfanout, version" "without the function it says so"
    as_superuser "ALTER FUNCTION fanout.not_yet RENAME TO why"
}

check_health() {
    PGUSER=postgres ctl health --json
    is "$(jq -sc 'map(keys == ["detail", "hint", "status", "what"]) | all' <<<"$said")" true "health, as JSON"
    is "$status" "$(jq -s 'map({ok: 0, warning: 1, bad: 2}[.status]) | max' <<<"$said")" "its status is the worst one's"
    PGUSER=postgres ctl health --nagios
    like "$said" '^FANOUT (OK|WARNING|CRITICAL) - ' "with a line that sums it up"
    is "$(head -n 1 <<<"$said" | grep -c '|')" 0 "without measurements"
    as_superuser "CREATE ROLE monitor_$$ LOGIN IN ROLE pg_monitor"
    PGUSER=monitor_$$ ctl top --json
    is "$status $(jq -c '.runs | length > 0' <<<"$said")" "0 true" "a monitor sees in top what goes on"
    ctl health
    is "$status" 3 "a role that may not know: 3"
    like "$errors $said" 'permission denied.*grant_operator.*pg_monitor.*FANOUT UNKNOWN' "which says so"
    as_superuser "CREATE ROLE nobody_$$ LOGIN"
    PGUSER=nobody_$$ ctl health
    like "$errors" "grant_operator\('nobody_$$'\), or membership in pg_monitor" "one without any rights is told which it needs"
    ctl -d 'host=/nowhere' health
    is "$status" 3 "no server: 3"
    ctl health --nonsense
    like "$status $said" '^3 FANOUT UNKNOWN - .*--nonsense' "an unknown option: 3, with such a line"
    ctl health --json
    is "$status $(jq -c '[.status, keys]' <<<"$said")" '3 ["unknown",["detail","hint","status","what"]]' "what isn't known is JSON, too"
    ctl health --nagios --json
    is "$status" 3 "a line for Nagios is none: 3"
}

check_top() {
    ctl top
    like "$status $said" $'^0 fanoutctl top .*\nruns\n.*status.*\nqueues\n.*\nworkers\n' "top, once where there is no terminal"
    sql "SELECT fanout.create_limit('slow', rate => 5, per => '2 min')" >/dev/null
    ctl top --json
    is "$(jq -c keys <<<"$said")" '["limits","queues","runs","workers"]' "as JSON"
    is "$(jq -c '.limits[] | [.name, .per_seconds + 0]' <<<"$said")" '["slow",120]' "in which durations are seconds"
    check_live_top q '0 ' "the key q"
    check_live_top TERM 143 "a signal"
    check_live_top INT 130 "an interrupt"
}

# What top is ended by, a key or a signal; its exit status.
check_live_top() { # check_live_top END STATUS DESCRIPTION
    local terminal keys
    rm -f keys pid shown
    mkfifo keys
    TERM=xterm script --quiet --flush --command "stty rows 24 cols 60; sh -c 'echo \$\$ >pid; exec fanoutctl top'; echo \"status \$? \"; stty -a" \
        shown <keys >/dev/null &
    terminal=$!
    daemons+=("$terminal")
    exec {keys}>keys
    wait_for 'grep -qs workers shown'
    if [[ $1 == q ]]; then printf q >&"$keys"; else kill -s "$1" "$(<pid)"; fi
    wait_for 'grep -qs icanon shown'
    exec {keys}>&-
    wait_for_end "$terminal"
    is "$(grep -c $'\x1b\[?1049h' shown) $(grep -c $'\x1b\[?1049l' shown)" "1 1" "on a terminal top has a screen of its own, and gives it back at $3"
    like "$(tr '\r\n' '  ' <shown)" "status $2.* icanon .* echo " "$3 leaves the terminal as it was"
}

# With --json all that any command prints is JSON.
check_json() {
    local run held said_by command
    local -a commands
    run=$(fanoutctl run reciprocals --input '[1, 0]' --wait 2>/dev/null) || true
    held=$(fanoutctl run status 2>/dev/null)
    commands=("run squares --input [1]" "wait $run" "results $run" "status $run" "why $held" "errors $run" "runs" "graph squares" "timeline $run"
        "explain $run" "explain squares" "retry $run divide 1" "pause flow squares" "pause run $held" "continue flow squares" "continue run $held"
        "cancel $held" "resume $held" "top" "health")
    for command in "${commands[@]}"; do
        # shellcheck disable=SC2086
        PGUSER=postgres ctl $command --json
        is "$(jq -s 'length > 0' <<<"$said")" true "$command --json"
    done
    said_by=$(printf '%s\n' completion "${commands[@]}" | sed 's/ .*//' | sort -u)
    is "$said_by" "$(fanoutctl --help | sed -n '/^Subcommands:/I,/^$/s/^  \([a-z][a-z]*\) .*/\1/p' | sort)" "these are all commands, but for the scripts"
}

check_bar() {
    on_terminal shown 'fanoutctl run squares --input "[1, 2]" --wait'
    like "$(<shown)" '█.* 100%  2 of 2 tasks  completed after' "on a terminal a run has a bar"
}

check_completion() {
    ctl completion zsh
    like "$status $said" '^0 #compdef fanoutctl' "completion for zsh"
    ctl completion bash
    # shellcheck disable=SC1090
    source <(printf '%s' "$said")
    like "$(complete -p fanoutctl)" '_fanoutctl' "completion for bash"
    is "$(complete_words fanoutctl c)" "cancel completion continue" "of commands"
    is "$(complete_words fanoutctl run s)" "squares status" "of flows"
    is "$(complete_words fanoutctl -d "'dbname=$PGDATABASE'" explain sq)" "squares" "behind a connection string"
    is "$(complete_words fanoutctl status "${failed_run:0:16}")" "$failed_run" "of runs"
    is "$(complete_words fanoutctl pause '')" "flow queue run" "of words"
    is "$(complete_words fanoutctl graph --fo)" "--format" "of options"
    is "$(PGHOST=/nowhere complete_words fanoutctl run s)" "" "without a server there is nothing to choose from"
}

complete_words() { # complete_words WORD...: the last one is to be completed
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=10000
    COMPREPLY=()
    _fanoutctl
    echo "${COMPREPLY[*]}"
}

define_flows
start_daemon
check_help
check_usage
check_run
check_wait
check_results
check_looking
check_odd_names
check_steering
check_why
check_health
check_top
check_json
check_bar
check_completion
