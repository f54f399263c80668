#!/usr/bin/env bash
# The alert rules and the dashboard of examples/monitoring ask for nothing that a daemon doesn't serve.
. "$(dirname "$0")/lib.bash"

folder=$root/examples/monitoring

cat >config.json <<JSON
{"listen": "127.0.0.1:0", "sql_connections": 1, "handlers": {"echo": {"type": "exec", "argv": ["cat"]}}}
JSON
sql "SELECT fanout.create_flow('f');
     SELECT fanout.add_step('f', 'echo');
     SELECT fanout.create_flow('waits');
     SELECT fanout.add_step('waits', 'nobody');
     SELECT fanout.start_run('waits')" >/dev/null
start_daemon --config config.json
wait_for_pages
is "$(wait_for_run "$(sql "SELECT fanout.start_run('f')")")" completed "a task runs, and one waits, so that all figures are there"
wait_until_command bash -c "curl -sS '$pages/metrics' | grep -q '^fanout_queue_tasks.*nobody'"
page /metrics >metrics
sed -n 's/^\([a-z_]*\)[{ ].*/\1/p' metrics | sort -u >served

names_in() { grep -oE '\b(fanoutd?|process)_[a-z_]+' "$@" | sort -u; }

names_in -h "$folder/pgfanout.rules.yml" | grep -v '^fanoutd\?$' >asked_by_rules
is "$(comm -23 asked_by_rules served)" "" "the rules name only metrics that are served"
jq -r '.panels[].targets[].expr' "$folder/dashboard.json" >expressions
names_in expressions >asked_by_panels
is "$(comm -23 asked_by_panels served)" "" "so does the dashboard"
ok "$(($(wc -l <asked_by_panels) > 12 ? 0 : 1))" "which names many"
is "$(jq -r '.templating.list[].query' "$folder/dashboard.json" | grep -o 'fanoutd_[a-z]*')" fanoutd_ready "its variables are served as well"

# What a rule or panel says of a label must be one of those that are served.
labels_in() { grep -oE '(state|reason|status|outcome)(=|!=|=~)"[^"]*"' "$@" | sed 's/[=!~]*"/ /; s/"//' | while read -r label values; do
    for value in ${values//|/ }; do echo "$label=\"$value\""; done
done | sort -u; }
labels_in -h "$folder/pgfanout.rules.yml" expressions >labels
ok "$(($(wc -l <labels) > 3 ? 0 : 1))" "some choose by labels"
missing=
while read -r label; do grep -q "$label" metrics || missing+="$label "; done <labels
is "$missing" "" "whose values are served"

is "$(jq -r '[.panels[].id] | (length == (unique | length))' "$folder/dashboard.json")" true "every panel has an id of its own"
is "$(jq -r '[.panels[] | select((.title and .type and .gridPos and (.targets | length > 0)) | not)] | length' "$folder/dashboard.json")" 0 \
    "a title, a kind, a place and a query"
is "$(jq -r '[.panels[].gridPos | select(.x + .w > 24)] | length' "$folder/dashboard.json")" 0 "within the width of a page"
is "$(jq -r '[.. | objects | select(.type == "prometheus") | .uid] | unique | join(" ")' "$folder/dashboard.json")" "\${datasource}" \
    "and whichever Prometheus is chosen"

is "$(as_superuser "SELECT count(*) FROM fanout.health()")" "$(grep -c '^fanout_health{' metrics)" "every check of health() is served"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
