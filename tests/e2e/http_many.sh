#!/usr/bin/env bash
# Many HTTP requests at once in one daemon; a cancelled run's are aborted, a drained daemon's are finished, and a service
# that says when to come again is heeded.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/http/lib.bash"

# How many requests the service has begun.
begun() {
    lines plain/requests
}
is_begun() {
    (($(begun) >= $1))
}

are_aborted() {
    (($(lines plain/aborted) >= $1))
}

check_many_at_once() {
    local run
    run=$(start_many service '{"do": "gather", "count": 500}' 500)
    is "$(wait_for_run "$run")" completed "500 requests were under way at once"
}

check_cancel() {
    local run before
    before=$(begun)
    run=$(start_many service '{"do": "wait", "seconds": 60}' 50)
    wait_for is_begun $((before + 50))
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
    local aborted=0
    wait_for are_aborted 50 || aborted=1
    ok $aborted "a cancelled run's requests are aborted long before they are answered"
    is "$(sql "SELECT count(*) FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'completed'")" 0 "none of them completes"
}

check_retry_after() {
    local how run
    for how in seconds date; do
        run=$(start service "{\"do\": \"later\", \"how\": \"$how\"}")
        is "$(wait_for_run "$run") $(attempts "$run")" "completed 1" "429 with Retry-After as $how costs no attempt"
        ok "$(perl -MJSON::PP -e '
            my @at = map { $_->{time} } grep { $_->{headers}{"fanout-run-id"} eq $ARGV[0] } map { decode_json($_) } <STDIN>;
            print "# seconds between: ", $at[1] - $at[0], "\n" if @at == 2;
            exit !(@at == 2 && $at[1] - $at[0] >= 1.9)' "$run" <plain/requests >&2; echo $?)" "the next request comes not before"
    done
    run=$(start service '{"do": "later", "how": "now"}')
    is "$(wait_for_run "$run") $(attempts "$run")" "completed 1" "nor does a Retry-After of nothing"
    run=$(start hasty '{"do": "later", "how": "seconds"}')
    is "$(wait_for_run "$run") $(attempts "$run")" "completed 2" "nor is it waited for beyond the attempt's time"
    run=$(start service '{"do": "later", "how": "seconds", "status": 500}')
    is "$(wait_for_run "$run") $(attempts "$run")" "completed 2" "an error that isn't about too many requests is one of the attempt"
}

# The most that a task of a run has needed.
attempts() {
    sql "SELECT max(attempts) FROM fanout.step_tasks WHERE run_id = '$1'"
}

# With the usual three attempts.
check_rate_limit() {
    local run before
    before=$(begun)
    run=$(sql "SELECT fanout.execute_many('service', (SELECT jsonb_agg('{\"do\": \"limited\"}'::jsonb) FROM generate_series(1, 60)), max_concurrency => null)")
    is "$(wait_for_run "$run") $(attempts "$run")" "completed 1" "a service that limits its rate does all, and refusals cost no attempt"
    ok "$(($(lines plain/refused) > 0 ? 0 : 1))" "it did refuse ($(lines plain/refused) times)"
    ok "$(($(begun) - before < 180 ? 0 : 1))" "$(($(begun) - before)) requests were enough for 60 tasks"
}

check_cancel_while_refused() {
    local run before began=$SECONDS
    before=$(begun)
    run=$(start_many service '{"do": "busy", "retry_after": "40"}' 5)
    wait_for is_begun $((before + 1))
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
    wait_until "SELECT count(*) = 5 FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'cancelled'"
    end_daemon TERM
    is "$status" 0 "a daemon that waits for a service ends when nobody wants what it waits for"
    ok "$((SECONDS - began < 30 ? 0 : 1))" "long before the service's time has come"
}

check_drain() {
    local run before
    before=$(begun)
    run=$(start_many service '{"do": "wait", "seconds": 2}' 20)
    wait_for is_begun $((before + 20))
    end_daemon TERM
    is "$status" 0 "a drained daemon ends cleanly"
    is "$(sql "SELECT count(*) FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'completed' AND attempts = 1")" 20 \
        "what was in flight was finished"
}

# What a daemon has claimed and not begun when it is told to wait for long goes to another, and it claims no more.
check_hold() {
    local run asked
    # It learns that it can take several ahead.
    run=$(start_many one_by_one '{"do": "nothing"}' 100)
    is "$(wait_for_run "$run")" completed "one request at a time"
    run=$(start_many one_by_one '{"do": "busy", "retry_after": "40"}' 6)
    wait_for grep -q 'handler=one_by_one for_ms=40000' "$log"
    asked=$daemon
    echo '{"handlers": {"one_by_one": {"type": "exec", "argv": ["cat"]}}}' >other.json
    start_daemon --config other.json
    wait_until "SELECT count(*) = 5 FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'completed'"
    ok $? "while a service wants to be left alone for long, another daemon does what has not begun"
    end_daemon TERM
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
    end_daemon TERM "$asked"
    is "$status" 0 "and the first ends cleanly"
}

start_service plain
cat >config.json <<JSON
{"handlers": {"service": {"type": "http", "url": "http://127.0.0.1:$port/", "concurrency": 600,
                          "allow_addresses": ["127.0.0.0/8"]}}}
JSON
cat >slow.json <<JSON
{"handlers": {"one_by_one": {"type": "http", "url": "http://127.0.0.1:$port/", "concurrency": 1, "prefetch": 20,
                             "allow_addresses": ["127.0.0.0/8"]}}}
JSON
define_flow service
define_flow one_by_one
define_flow hasty service '1 s'
start_daemon --config config.json
check_many_at_once
check_cancel
check_retry_after
check_rate_limit
check_drain
start_daemon --config config.json
check_cancel_while_refused
start_daemon --config slow.json
check_hold
