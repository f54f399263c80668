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
  "http2": {$common, "url": "https://localhost:$tls_port/", "ca_file": "ours.pem"}
}}
JSON
}

gather() { # gather FLOW NAME: 20 requests, all under way at once
    start_many "$1" "{\"do\": \"gather\", \"name\": \"$2\", \"count\": 20}" 20
}

all_are_closed() { # all_are_closed SERVICE
    (($(lines "$1/opened") == $(lines "$1/closed")))
}

check_idle() { # check_idle FLOW SERVICE: all its connections are closed by the service while they are idle
    is "$(wait_for_run "$(gather "$1" "$1-1")")" completed "$1: requests over connections of their own"
    wait_for all_are_closed "$2"
    is "$(wait_for_run "$(gather "$1" "$1-2")")" completed "$1: a connection that was closed while it was idle costs no attempt"
}

# How often a service was asked for something.
asked() { # asked SERVICE WHAT
    grep -c "^$2\$" "$1/requests" || true
}

check_death() { # check_death FLOW SERVICE HOW
    local run before
    before=$(asked "$2" die)
    run=$(gather "$1" "$1-$3")
    wait_for_run "$run" >/dev/null
    fails "$1" "{\"do\": \"die\", \"how\": \"$3\"}" 1 'no answer' "$1: a service that goes away ($3)"
    is "$(($(asked "$2" die) - before))" 1 "$1: it was asked once"
}

# Tasks over HTTP/2 that are done, each in one attempt and by one request that the service has begun.
check_done() { # check_done ITEM COUNT DESCRIPTION
    local run
    run=$(start_many http2 "$1" "$2")
    is "$(wait_for_run "$run")" completed "http2: $3"
    sql "SELECT DISTINCT '# ' || error FROM fanout.errors('$run')"
}

make_certificates
start_closing_service http1
plain_port=$port
start_closing_service secure service.pem service.key
tls_port=$port
write_configuration
for handler in plain tls http2; do define_flow "$handler" "$handler" '60 s' 1; done
start_daemon --config config.json
check_idle plain http1
check_idle tls secure
for how in closed reset; do
    check_death plain http1 "$how"
    check_death tls secure "$how"
    check_death http2 secure "$how"
done
for i in 1 2 3 4 5 6 7; do
    check_done "{\"do\": \"refuse\", \"name\": \"refuse-$i\", \"count\": 1}" 1 "a stream that is refused, the ${i}th time"
done
check_done '{"do": "refuse", "name": "refuse many", "count": 10}' 20 "ten of twenty streams are refused"
check_done '{"do": "go_away", "name": "go away", "count": 20}' 20 "streams beyond the last one that GOAWAY names"
is "$(lines secure/done)" 10 "those that it names were done before"
check_done '{"do": "retire", "after": 50}' 400 "sessions that end after a few streams"
check_done '{"do": "downgrade"}' 5 "a service that wants HTTP/1.1"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
