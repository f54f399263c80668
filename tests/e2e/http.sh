#!/usr/bin/env bash
# HTTP handlers, against a real service: every answer has its meaning, nothing secret is said, and no address is asked
# that isn't allowed.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/http/lib.bash"

define_handlers() {
    printf 'sesame/"open"\n' >secret
    export SERVICE_TOKEN=token-from-the-environment
    start_service other
    other_port=$port
    start_service plain
    local allow='"allow_addresses": ["127.0.0.0/8"]'
    cat >config.json <<JSON
{"handlers": {
  "service": {"type": "http", "url": "http://127.0.0.1:$port/tasks?key=hidden-query", "concurrency": 20, $allow,
              "max_output_bytes": 1000000,
              "headers": {"Authorization": {"env": "SERVICE_TOKEN", "prefix": "Bearer "},
                          "X-Api-Key": {"file": "$work/secret"}, "X-Plain": "plain"}},
  "put": {"type": "http", "url": "http://127.0.0.1:$port/put", "method": "PUT", $allow, "idempotency_key": "attempt"},
  "follows": {"type": "http", "url": "http://127.0.0.1:$port/follows", $allow, "follow_redirects": true,
              "headers": {"X-Api-Key": {"file": "$work/secret"}}},
  "closed": {"type": "http", "url": "http://127.0.0.1:1/", $allow},
  "unknown": {"type": "http", "url": "http://service.invalid/", $allow},
  "refused": {"type": "http", "url": "http://127.0.0.1:$port/refused"},
  "refused_name": {"type": "http", "url": "http://localhost:$port/refused", "allow_addresses": ["10.0.0.0/8"]}
}}
JSON
}

check_success() {
    succeeds service '{"do": "echo", "value": {"a": [1, "grüezi", null]}}' '{"a": [1, "grüezi", null]}' "a JSON body is the output"
    succeeds service '{"do": "nothing"}' null "no body is null"
    succeeds put '{"do": "echo", "value": 1}' 1 "another method"
    is "$(requests .method | tail -n 1)" PUT "the service has seen it"
}

check_statuses() {
    local status
    for status in 408 425 429 500 503; do
        retries service "{\"do\": \"status\", \"status\": $status}" "HTTP $status: a problem" "status $status is retried"
    done
    for status in 400 404 422; do
        fails service "{\"do\": \"status\", \"status\": $status}" 1 "HTTP $status: a problem" "status $status is final"
    done
    fails service '{"do": "move", "status": 302, "to": "http://127.0.0.1:1/elsewhere?key=1"}' 1 \
        'HTTP 302: a redirect to http://127.0.0.1:1/elsewhere; follow_redirects is off' "a redirect is not followed"
}

# follows DIRECTORY STATUS URL: a redirect; the last request that the folder's service has seen is in $request.
follows() {
    local run
    run=$(start follows "{\"do\": \"move\", \"status\": $2, \"to\": \"$3\", \"there\": \"echo\", \"value\": 7}")
    wait_for_run "$run" >/dev/null
    is "$(sql "SELECT coalesce(output::text, status) FROM fanout.step_tasks WHERE run_id = '$run'")" "$4" "$5"
    request=$(tail -n 1 "$1/requests")
}

check_redirects() {
    follows plain 307 "http://127.0.0.1:$port/there" 7 "a redirect is followed"
    is "$(jq_of "$request" method) $(jq_of "$request" path)" "POST /there" "with the method and the body"
    is "$(jq_of "$request" headers x-api-key)" 'sesame/"open"' "and with the secret, at the same service"
    follows other 307 "http://127.0.0.1:$other_port/there" 7 "one to another service"
    is "$(jq_of "$request" headers x-api-key)" '' "which does not get the secret"
    follows other 303 "http://127.0.0.1:$other_port/there" '"got"' "303 asks for the result"
    is "$(jq_of "$request" method)" GET "with GET"
    local before
    before=$(lines other/connections)
    fails follows "{\"do\": \"move\", \"status\": 307, \"to\": \"http://[::1]:$other_port/\"}" 1 'refused: ::1' \
        "a redirect to an address that isn't allowed is refused"
    fails follows "{\"do\": \"move\", \"status\": 307, \"to\": \"file:///etc/passwd\"}" 1 'no http or https URL' \
        "and one to a file"
    fails follows "{\"do\": \"move\", \"status\": 307, \"to\": \"/follows\"}" 1 'a redirect to .* not followed' \
        "and redirects without end"
    is "$(lines other/connections)" "$before" "nobody was connected to for those"
}

check_bad_answers() {
    fails service '{"do": "raw", "body": "{\"a\": }"}' 2 'no valid JSON' "a body that is no JSON"
    fails service '{"do": "raw", "body": "\"\u00ff\""}' 2 'UTF-8' "a body that is no UTF-8"
    fails service '{"do": "flood"}' 2 'max_output_bytes' "a body that is too long"
    fails service '{"do": "die"}' 2 'no answer' "a service that goes away in the middle of its answer"
    fails slow '{"do": "wait", "seconds": 30}' 2 'no answer within the timeout of 500 ms' "a service that is too slow"
    fails closed '{}' 2 'no answer: .*connect' "a service that isn't there"
    fails unknown '{}' 2 'no answer: .*resolve' "a name that isn't known"
}

check_encodings() {
    local how
    for how in gzip deflate br identity 'gzip, gzip'; do
        succeeds service "{\"do\": \"encoded\", \"how\": \"$how\"}" '{"well": "packed"}' "an answer that comes as $how, unasked"
    done
    is "$(jq_of "$(tail -n 1 plain/requests)" headers accept-encoding)" '' "no encoding is asked for"
    succeeds service '{"do": "encoded", "how": "gzip", "marked": true}' '{"well": "packed"}' "a byte order mark is passed over"
    fails service '{"do": "encoded", "how": "bomb"}' 2 'HTTP 200: .*max_output_bytes' "what is decoded may not be longer than what isn't"
    fails service '{"do": "encoded", "how": "broken"}' 2 "HTTP 200, but its body can't be decoded" "a body that can't be decoded"
    fails service '{"do": "encoded", "how": "cut"}' 2 'HTTP 200, but' "one that ends too early"
    fails service '{"do": "encoded", "how": "of its own"}' 2 "HTTP 200, but its body can't be decoded" "one in an encoding that nobody knows"
    fails service '{"do": "encoded", "how": "of its own", "status": 404}' 1 'HTTP 404' "and where the status is final, so is that"
}

check_retry_after() {
    fails service '{"do": "busy", "retry_after": "2026-12-01T00:00:00Z"}' 2 "HTTP 503: busy .its Retry-After can't be read: \"2026-12-01T" \
        "a Retry-After that is no date of HTTP is named, and the retry comes as if there were none"
}

check_refused_addresses() {
    local before
    before=$(grep -c . plain/connections)
    fails refused '{}' 1 'refused: 127.0.0.1' "an address that isn't allowed is refused"
    fails refused_name '{}' 1 'refused: .*127.0.0.1' "also behind a name"
    is "$(grep -c . plain/connections)" "$before" "the service was not even connected to, though the environment names it as proxy"
}

check_headers() {
    local run request
    run=$(start service '{"do": "echo", "value": 1}')
    wait_for_run "$run" >/dev/null
    request=$(tail -n 1 plain/requests)
    header() { jq_of "$request" headers "$1"; }
    is "$(header authorization)" "Bearer token-from-the-environment" "a secret from the environment, with its prefix"
    is "$(header x-api-key)" 'sesame/"open"' "a secret from a file"
    is "$(header x-plain)" plain "a plain header"
    is "$(header content-type)" application/json "what the body is"
    is "$(header idempotency-key)" "$run/service/0" "the idempotency key is the same for all attempts"
    is "$(header fanout-attempt-key)" "$run/service/0/1" "the attempt has a key of its own"
    is "$(header fanout-run-id) $(header fanout-flow) $(header fanout-step) $(header fanout-task-index) $(header fanout-attempt)" \
        "$run service service 0 1" "what the task is"
    is "$(jq_of "$request" body)" '{"item": {"do": "echo", "value": 1}}' "the body is the task's input"
}

# All that was logged and all that is in the database.
check_secrets() {
    local said
    said=$(cat "$work"/*.log; as_superuser "SELECT error FROM fanout.failures")
    like "$said" '\[secret\]' "a service's answer is shown without the secrets that it repeats"
    ok "$(grep -qF -e token-from-the-environment -e sesame -e hidden-query <<<"$said"; echo $((! $?)))" \
        "no secret is in the logs, even of debugging, or in an error"
}

check_reuse() {
    local before run
    before=$(grep -c . plain/connections)
    run=$(start_many service '{"do": "echo", "value": 1}' 500)
    is "$(wait_for_run "$run")" completed "many requests"
    local made=$(($(grep -c . plain/connections) - before))
    ok "$((made <= 20 ? 0 : 1))" "500 requests, 20 at once, went over connections that were there or $made new ones"
}

define_handlers
for handler in service put follows closed unknown refused refused_name; do define_flow "$handler"; done
define_flow slow service '500 ms'
http_proxy=http://127.0.0.1:$port start_daemon --config config.json --log-level debug
check_success
check_statuses
check_redirects
check_bad_answers
check_encodings
check_retry_after
check_refused_addresses
check_headers
check_reuse
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
check_secrets
