#!/usr/bin/env bash
# An attempt is one request: where a connection ends before the answer, the service may have done the work, and is not asked
# again within the attempt. What it can't have begun costs no attempt: a connection that was closed while it was idle, and
# over HTTP/2 what was refused, or came after GOAWAY.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/http/lib.bash"

write_configuration() {
    local common='"type": "http", "concurrency": 20, "allow_addresses": ["127.0.0.1", "::1"]'
    cat >config.json <<JSON
{"handlers": {
  "plain": {$common, "url": "http://127.0.0.1:$plain_port/"},
  "tls": {$common, "url": "https://localhost:$tls_port/", "ca_file": "ours.pem", "http2": false},
  "http2": {$common, "url": "https://localhost:$tls_port/", "ca_file": "ours.pem"},
  "old": {$common, "url": "https://localhost:$old_port/", "ca_file": "ours.pem"},
  "one_by_one": {"type": "http", "concurrency": 1, "allow_addresses": ["127.0.0.1", "::1"], "url": "https://localhost:$tls_port/", "ca_file": "ours.pem"}
}}
JSON
}

# Tasks that have one attempt, and their errors where it fails.
complete() { # complete FLOW ITEM COUNT DESCRIPTION
    local run
    run=$(start_many "$1" "$2" "$3")
    is "$(wait_for_run "$run")" completed "$1: $4"
    sql "SELECT DISTINCT '# ' || error FROM fanout.errors('$run')"
}

# On connections or streams of their own.
gather() { # gather FLOW DESCRIPTION
    gathered=$((gathered + 1))
    complete "$1" "{\"do\": \"gather\", \"name\": \"$gathered\", \"count\": 20}" 20 "$2"
}
gathered=0

all_are_closed() { # all_are_closed SERVICE
    (($(lines "$1/opened") == $(lines "$1/closed")))
}

check_idle() { # check_idle FLOW SERVICE PID: all its connections are closed by the service while they are idle
    gather "$1" "requests over connections of their own"
    kill -USR2 "$3"
    wait_for all_are_closed "$2"
    gather "$1" "a connection that was closed while it was idle costs no attempt"
}

# How often a service was asked for something.
asked() { # asked SERVICE WHAT
    grep -cs "^$2\$" "$1/requests" || true
}

check_death() { # check_death FLOW SERVICE HOW
    local before
    before=$(asked "$2" die)
    gather "$1" "requests before a service goes away ($3)"
    fails "$1" "{\"do\": \"die\", \"how\": \"$3\"}" 1 'no answer' "$1: a service that goes away ($3)"
    is "$(($(asked "$2" die) - before))" 1 "$1: it was asked once"
}

# Stopped while it waits for the answer to what was sent again; what comes next may be sent again all the same.
check_stopped() {
    local before i run
    for i in 1 2 3 4 5; do
        before=$(asked secure keep)
        run=$(start one_by_one "{\"do\": \"keep\", \"name\": \"keep-$i\"}")
        wait_for is_asked_again "$before"
        sql "SELECT fanout.cancel_run('$run')" >/dev/null
    done
    complete one_by_one '{"do": "refuse", "name": "after", "count": 1}' 1 "a stream that is refused, after five that were stopped"
}
is_asked_again() {
    (($(asked secure keep) == $1 + 2))
}

make_certificates
start_closing_service http1
plain_port=$port plain_pid=${daemons[-1]}
start_closing_service secure service.pem service.key
tls_port=$port tls_pid=${daemons[-1]}
start_closing_service old service.pem service.key old
old_port=$port
write_configuration
for handler in plain tls http2 old one_by_one; do define_flow "$handler" "$handler" '60 s' 1; done
start_daemon --config config.json
check_idle plain http1 "$plain_pid"
check_idle tls secure "$tls_pid"
for how in closed reset; do
    check_death plain http1 "$how"
    check_death tls secure "$how"
    check_death http2 secure "$how"
    # It might have spoken HTTP/2.
    check_death old old "$how"
done
for i in 1 2 3 4 5 6 7; do
    complete http2 "{\"do\": \"refuse\", \"name\": \"refuse-$i\", \"count\": 1}" 1 "a stream that is refused, the ${i}th time"
done
check_stopped
complete http2 '{"do": "refuse", "name": "refuse many", "count": 10}' 20 "ten of twenty streams are refused"
complete http2 '{"do": "go_away", "name": "go away", "count": 20}' 20 "streams beyond the last one that GOAWAY names"
is "$(lines secure/done)" 10 "those that it names were done before"
complete http2 '{"do": "retire", "after": 50}' 400 "sessions that end after a few streams"
complete http2 '{"do": "downgrade"}' 5 "a service that wants HTTP/1.1"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
