#!/usr/bin/env bash
# /metrics: after a known number of tasks its figures are theirs.
. "$(dirname "$0")/lib.bash"

# Says what became of a task as its item wants it: "retry" fails once.
cat >wishes.pl <<'PERL'
use JSON::PP;
$| = 1;
while (<STDIN>) {
    my $task = decode_json($_);
    my $wish = $task->{input}{item};
    my $answer = {id => $task->{id}};
    sleep 60 if $wish eq "sleep";
    if ($wish eq "final") { @$answer{"error", "final"} = ("no use", JSON::PP::true) }
    elsif ($wish eq "retry" && $task->{attempt} == 1) { $answer->{error} = "try again" }
    else { $answer->{output} = $wish }
    print encode_json($answer), "\n";
}
PERL
cat >config.json <<JSON
{"listen": "127.0.0.1:0", "sql_connections": 1,
 "handlers": {"wishes": {"type": "process", "argv": ["perl", "$work/wishes.pl"], "concurrency": 2}}}
JSON
sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item''';
     SELECT fanout.create_flow('wishes', base_delay => '10 ms');
     SELECT fanout.add_step('wishes', 'wishes', step_type => 'fanout', fanout_from => 'run');
     SELECT fanout.create_flow('hasty', max_attempts => 1, timeout => '1 s');
     SELECT fanout.add_step('hasty', 'wishes', step_type => 'fanout', fanout_from => 'run');
     SELECT fanout.create_flow('in_sql');
     SELECT fanout.add_step('in_sql', 'same', step_type => 'fanout', fanout_from => 'run', handler => 'sql:same');
     SELECT fanout.create_flow('unserved');
     SELECT fanout.add_step('unserved', 'nobody', step_type => 'fanout', fanout_from => 'run')" >/dev/null

# One or more sample's values, added up; what matches nothing is empty.
value_of() { # value_of REGEX
    awk -v sample="^($1)\$" '$1 ~ sample { sum += $2; found = 1 } END { if (found) printf "%.15g\n", sum }' metrics
}

run_flow() { # run_flow FLOW INPUT STATUS
    local run
    run=$(sql "SELECT fanout.start_run('$1', '$2')")
    is "$(wait_for_run "$run")" "$3" "a run of $1 is $3"
}

read_metrics() {
    page /metrics >metrics
}

# Reads until a sample has a value: what the daemon asks the server for may be of a moment ago.
has_value() { # has_value REGEX VALUE
    read_metrics
    [[ $(value_of "$1") == "$2" ]]
}

check_value() { # check_value REGEX VALUE DESCRIPTION
    wait_until_command has_value "$1" "$2" || true
    is "$(value_of "$1")" "$2" "$3"
}

holds() { # holds EXPRESSION DESCRIPTION
    local status=0
    awk "BEGIN { exit !($1) }" || status=1
    ok "$status" "$2"
}

tasks() {
    value_of "fanoutd_tasks_total[{]handler=\"$1\",outcome=\"$2\"[}]"
}

check_known_tasks() {
    run_flow wishes "$(sql "SELECT jsonb_agg(CASE WHEN n <= 7 THEN 'retry' ELSE 'ok' END) FROM generate_series(1, 200) n")" completed
    run_flow wishes '["final"]' failed
    run_flow hasty '["sleep"]' failed
    run_flow in_sql '[1, 2, 3, 4, 5]' completed
    read_metrics
    is "$(tasks wishes completed)" 200 "completed attempts"
    is "$(tasks wishes failed)" 7 "failed attempts"
    is "$(tasks wishes final)" 1 "an attempt that failed for good"
    is "$(tasks wishes timed_out)" 1 "an attempt that ran out of time"
    is "$(tasks wishes overload) $(tasks wishes stopped)" "0 0" "what didn't happen is there, too"
    is "$(value_of 'fanoutd_task_duration_seconds_count[{]handler="wishes"[}]')" 209 "every attempt's duration is there"
    holds "$(value_of 'fanoutd_task_duration_seconds_sum[{]handler="wishes"[}]') >= 1" "the one that ran out of time took its second"
    is "$(value_of 'fanoutd_claimed_tasks_sum[{]handler="wishes"[}]')" 209 "every attempt was claimed"
    # What follows is counted when the server has answered, which may be after the run's end was seen.
    check_value 'fanoutd_tasks_total[{]handler="sql:[^"]*same",outcome="recorded"[}]' 5 "SQL tasks"
    check_value 'fanoutd_completed_tasks_sum[{]handler="wishes"[}]' 209 "every attempt was handed in"
    holds "$(value_of 'fanoutd_exchange_duration_seconds_count[{]handler="wishes"[}]') > 1" "in exchanges"
    check_value 'fanoutd_tasks_in_flight[{]handler="wishes"[}]' 0 "nothing is in flight"
    is "$(value_of 'fanoutd_concurrency_limit[{]handler="wishes"[}]')" 2 "two may run at once"
}

check_queue() {
    local run age
    run=$(sql "SELECT fanout.start_run('unserved', '[1, 2, 3]')")
    check_value 'fanout_queue_tasks[{]handler="nobody",queue="default",state="waiting"[}]' 3 "tasks that nobody takes wait"
    age=$(value_of 'fanout_queue_oldest_seconds[{]handler="nobody",queue="default",reason="queued"[}]')
    holds "$age > 0 && $age < 300" "and their age is known"
    check_value 'fanout_runs[{]status="started"[}]' 1 "as is their run"
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
    check_value 'fanout_runs[{]status="started"[}]' 0 "until it ends"
}

check_process() {
    read_metrics
    local resident started
    resident=$(awk '/^VmRSS/ { print $2 * 1024 }' "/proc/$daemon/status")
    holds "$(value_of process_resident_memory_bytes) / $resident > 0.5 && $(value_of process_resident_memory_bytes) / $resident < 2" \
        "its memory"
    started=$(value_of process_start_time_seconds)
    holds "$started > $(date +%s) - 600 && $started <= $(date +%s) + 1" "when it was started"
    holds "$(value_of process_open_fds) > 3" "its open files"
    is "$(value_of 'fanoutd_build_info[{]version="[0-9.]+"[}]')" 1 "its version"
}

start_daemon --config config.json
wait_for_pages
check_known_tasks
check_queue
check_process
like "$(page /metrics -o /dev/null -w '%{content_type}')" '^text/plain; version=0.0.4' "the content's type"
is "$("$root/tests/e2e/check_prometheus_text" <metrics)" "" "the text is well-formed"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
