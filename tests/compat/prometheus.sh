#!/usr/bin/env bash
# Prometheus takes what a daemon serves, and the alert rules and the dashboard's queries of examples/monitoring, and the rules do what
# their tests say.
. "$(dirname "$0")/../e2e/lib.bash"

folder=$root/examples/monitoring

passes() { # passes DESCRIPTION COMMAND ARGUMENT ...
    local result=0
    "${@:2}" >said 2>&1 || result=1
    ok "$result" "$1"
    ((result == 0)) || sed 's/^/# /' said
}

passes "the rules are well-formed" promtool check rules "$folder/pgfanout.rules.yml"
passes "they do what their tests say" promtool test rules "$folder/pgfanout.rules.test.yml"

# Grafana fills in its variables.
{
    echo "groups: [{name: dashboard, rules: ["
    jq -r '.panels[].targets[].expr' "$folder/dashboard.json" | sed 's/\$__rate_interval/5m/g; s/\$job/fanoutd/g' |
        jq -R '{record: "dashboard:query", expr: ., labels: {number: "\(input_line_number)"}}' | jq -s -r '.[] | tojson + ","'
    echo "]}]"
} >dashboard.rules.yml
is "$(promtool check rules dashboard.rules.yml | grep -o '[0-9]* rules')" "$(jq '[.panels[].targets[]] | length' "$folder/dashboard.json") rules" \
    "every query of the dashboard is well-formed"

start_daemon --listen 127.0.0.1:0
wait_for_pages
wait_until_command bash -c "curl -sS '$pages/metrics' | grep -q '^fanout_health'"
page /metrics >metrics
passes "promtool has nothing to say against what a daemon serves" promtool check metrics <metrics
end_daemon TERM
