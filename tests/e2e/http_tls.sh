#!/usr/bin/env bash
# HTTP handlers over TLS: certificates are checked, clients' certificates are shown, and HTTP/2 carries many requests on
# one connection.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/http/lib.bash"

# A service that speaks HTTP/2 alone, and answers with what it was sent.
start_http2_service() {
    http2_port=$(perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1")->sockport')
    # In sbin, which is on nobody's path but root's.
    PATH=$PATH:/usr/sbin nghttpd --verbose --echo-upload --address=127.0.0.1 "$http2_port" service.key service.pem >http2.log 2>&1 &
    daemons+=("$!")
    wait_for is_listening "$http2_port"
}

is_listening() {
    perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new(PeerAddr => "127.0.0.1:$ARGV[0]")' "$1"
}

write_configuration() {
    local common='"type": "http", "concurrency": 20, "allow_addresses": ["127.0.0.1", "::1"]'
    cat >config.json <<JSON
{"handlers": {
  "trusted": {$common, "url": "https://localhost:$port/", "ca_file": "ours.pem"},
  "stranger": {$common, "url": "https://localhost:$port/", "ca_file": "theirs.pem"},
  "unknown": {$common, "url": "https://localhost:$port/"},
  "other_name": {$common, "url": "https://127.0.0.1:$port/", "ca_file": "ours.pem"},
  "unchecked": {$common, "url": "https://127.0.0.1:$port/", "verify_tls": false},
  "http2": {$common, "url": "https://localhost:$http2_port/", "ca_file": "ours.pem",
            "headers": {"X-Secret": {"file": "secret"}}},
  "only_1": {$common, "url": "https://localhost:$http2_port/", "ca_file": "ours.pem", "http2": false}
}}
JSON
}

check_certificates() {
    local before
    succeeds trusted '{"do": "echo", "value": 1}' 1 "a certificate of the configured authority"
    succeeds unchecked '{"do": "echo", "value": 2}' 2 "with verify_tls off, any certificate"
    before=$(grep -c . tls/requests)
    fails stranger '{"do": "echo", "value": 1}' 2 'certificate' "another authority's certificate is refused"
    fails unknown '{"do": "echo", "value": 1}' 2 'certificate' "one of an authority that the system doesn't know, too"
    fails other_name '{"do": "echo", "value": 1}' 2 'certificate|alternative' "and one for another name"
    is "$(grep -c . tls/requests)" "$before" "no request was sent to those"
}

check_http2() {
    local run
    run=$(start_many http2 '[1, "grüezi"]' 300)
    is "$(wait_for_run "$run")" completed "300 requests to a service that speaks HTTP/2 only"
    is "$(sql "SELECT count(*) FROM fanout.step_tasks WHERE run_id = '$run' AND output = '{\"item\": [1, \"grüezi\"]}'")" 300 \
        "every task has its own answer"
    like "$(grep -m 1 'negotiated protocol' http2.log || grep -m 1 h2 http2.log)" h2 "HTTP/2 was negotiated"
    is "$(grep -c 'idempotency-key: ' http2.log)" 300 "each with its idempotency key"
    local connections
    connections=$(grep -o '^\[id=[0-9]*\].* recv HEADERS' http2.log | cut -d ']' -f 1 | sort -u | grep -c .)
    is "$connections" 1 "all on one connection, 20 at once"
    run=$(start only_1 1)
    is "$(wait_for_run "$run")" failed "with http2 off it isn't spoken"
}

make_certificates >openssl.log 2>&1
echo the-secret >secret
start_service tls service.pem service.key
start_http2_service
write_configuration
for handler in trusted stranger unknown other_name unchecked http2 only_1; do define_flow "$handler"; done
start_daemon --config config.json --log-level debug
check_certificates
check_http2
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
ok "$(grep -q the-secret "$log"; echo $((! $?)))" "no secret is in the log"
