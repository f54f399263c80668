#!/usr/bin/env bash
# Handlers that misbehave: each fails its task with an error that says how, none takes anything else with it, and
# nothing is lost or stuck.
. "$(dirname "$0")/lib.bash"

# NAME | attempts it gets | what the error says | what it does on a task, in Perl ($answer is the start of its answer)
process_cases=$(cat <<'CASES'
process-invalid-utf8|2|UTF-8|print $answer, "\"output\": \"\xff\xfe\"}\n"
process-nul|2|NUL|print $answer, "\"output\": \"a\0b\"}\n"
process-nul-escape|2|u0000|print $answer, "\"output\": \"a\\u0000b\"}\n"
process-no-json|2|printed what is no answer: "hello"|print "hello\n"
process-no-number|2|NaN at byte [0-9]+, a number|print $answer, "\"output\": NaN}\n"
process-no-id|2|another task, or without its id|print "{\"output\": 1}\n"
process-other-task|2|another task|print "{\"id\": \"other\", \"output\": 1}\n"
process-no-output|2|neither output nor error|print $answer, "\"result\": 1}\n"
process-too-much|2|max_output_bytes|print $answer, "\"output\": \"", "x" x 20_000_000, "\"}\n"
process-exits|2|exited with status 3|exit 3
process-dies|2|killed by signal 9|kill 'KILL', $$
process-closes|2|closed its output|close STDOUT; sleep 60
process-silent|2|did not answer within its timeout.*perhaps it doesn't flush|$| = 0; print $answer, "\"output\": 1}\n"; sleep 60
process-error|2|it broke|print $answer, "\"error\": \"it broke\"}\n"
process-empty-error|2|an error without a message|print $answer, "\"error\": \"\"}\n"
process-final|1|no use|print $answer, "\"error\": \"no use\", \"final\": true}\n"
CASES
)
exec_cases=$(cat <<'CASES'
exec-invalid-utf8|2|UTF-8|print "\"\xff\xfe\""
exec-nul|2|NUL|print "\"a\0b\""
exec-nul-escape|2|u0000|print "\"a\\u0000b\""
exec-no-json|2|no valid JSON|print "hello"
exec-nothing|2|printed nothing|1
exec-too-much|2|max_output_bytes|print "\"", "x" x 20_000_000, "\""
exec-exits|2|exited with status 1|exit 1
exec-final|1|exited with status 100|exit 100
exec-dies|2|killed by signal 9|kill 'KILL', $$
exec-silent|2|did not answer within its timeout|sleep 60
CASES
)

fields() {
    IFS='|' read -r case_name attempts expected action <<<"$1"
}

write_handlers() {
    local line separator=''
    echo '{"handlers": {'
    while read -r line; do
        fields "$line"
        if [[ $case_name == process-* ]]; then
            echo "\$| = 1; while (<STDIN>) { my \$answer = /(\"id\":\"[^\"]*\",)/ ? \"{\$1\" : '?'; $action }" >"$case_name.pl"
        else
            echo "\$| = 1; my \$input = <STDIN>; $action" >"$case_name.pl"
        fi
        echo "$separator \"$case_name\": {\"type\": \"${case_name%%-*}\", \"argv\": [\"perl\", \"$work/$case_name.pl\"]}"
        separator=,
    done <<<"$process_cases"$'\n'"$exec_cases"
    cat <<JSON
, "good": {"type": "process", "argv": ["perl", "$work/good.pl"], "concurrency": 2}
}}
JSON
}

cat >good.pl <<'PERL'
use JSON::PP;
$| = 1;
while (<STDIN>) {
    my $task = decode_json($_);
    exit 1 if $task->{input}{item} eq 'die';
    print encode_json({id => $task->{id}, output => $task->{input}{item}}), "\n";
}
PERL

start_flow() { # start_flow HANDLER
    sql "SELECT fanout.create_flow('$1', max_attempts => 2, base_delay => '50 ms', timeout => '2 s');
         SELECT fanout.add_step('$1', 'the_step', handler => '$1')" >/dev/null
    sql "SELECT fanout.start_run('$1')"
}

check_failed() { # check_failed RUN NAME ATTEMPTS EXPECTED
    is "$(wait_for_run "$1")" failed "$2: the run fails"
    like "$(sql "SELECT error FROM fanout.runs_overview WHERE run_id = '$1'")" "the_step" "$2: its error names the step"
    like "$(sql "SELECT error FROM fanout.errors('$1')")" "$4" "$2: the task's error says what happened"
    is "$(sql "SELECT attempts FROM fanout.errors('$1')")" "$3" "$2: after $3 attempts"
}

# A neighbour of a task that takes its process down is none the worse for it.
check_neighbours() {
    sql "SELECT fanout.create_flow('neighbours', max_attempts => 2, base_delay => '2 s');
         SELECT fanout.add_step('neighbours', 'good', step_type => 'fanout', fanout_from => 'run')" >/dev/null
    local run
    run=$(sql "SELECT fanout.start_run('neighbours', '[\"a\", \"b\", \"die\", \"c\", \"d\"]')")
    wait_until "SELECT count(*) = 4 FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'completed'"
    is "$(sql "SELECT string_agg(output ->> 0 || attempts, ' ' ORDER BY task_index) FROM fanout.step_tasks
               WHERE run_id = '$run' AND status = 'completed'")" "a1 b1 c1 d1" "neighbours of a dead process complete at once"
    is "$(wait_for_run "$run")" failed "the run with the dying task fails"
}

write_handlers >config.json
start_daemon --config config.json

runs=()
while read -r line; do
    fields "$line"
    runs+=("$(start_flow "$case_name")")
done <<<"$process_cases"$'\n'"$exec_cases"

number=0
while read -r line; do
    fields "$line"
    check_failed "${runs[number]}" "$case_name" "$attempts" "$expected"
    number=$((number + 1))
done <<<"$process_cases"$'\n'"$exec_cases"
check_neighbours

is "$(as_superuser "SELECT count(*) FROM fanout.queue")" 0 "nothing is left in the queue"
end_daemon TERM
is "$status" 0 "the daemon is still there, and ends cleanly"
