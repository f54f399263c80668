#!/usr/bin/env bash
# The status page in Chromium: with 10,000 runs, one of a million tasks, and names that would harm a page that took them for markup.
time_limit=900
. "$(dirname "$0")/../e2e/lib.bash"

here=$root/tests/compat
token=the-token-of-this-test

as_superuser "CREATE ROLE page_$$ LOGIN; SELECT fanout.grant_operator('page_$$')" >/dev/null
cat >config.json <<JSON
{"name": "<u>worker</u> 1", "listen": "127.0.0.1:0", "page": {"connection": "user=page_$$", "token": "$token", "steering": true}}
JSON
start_daemon --config config.json
wait_for_pages
sql "\\i $here/status_page_runs.sql" >/dev/null
wait_until "SELECT count(*) = 10001 FROM fanout.runs_overview WHERE status = 'completed'" 300
sql "\\i $here/status_page_names.sql" >/dev/null
wait_until "SELECT count(*) = 2 FROM fanout.runs_overview WHERE status = 'started'" 60
sql "SELECT flow, run_id FROM fanout.runs_overview WHERE flow <> 'small'" -F $'\t' >runs
while IFS=$'\t' read -r bad what found; do
    ok "$bad" "$what"
    [[ $bad == 0 ]] || echo "# found: $found"
done < <(timeout 300 node "$here/read_status_page.mjs" "$pages/" "$token" runs "$work/pictures" 2>reader.log ||
    printf '1\tthe reader came to its end\t%s\n' "$(tail -n 1 reader.log)")
is "$(grep -c 'level=\(warn\|error\)' "$log")" 0 "the daemon has nothing to complain of"
end_daemon TERM
is "$status" 0 "and ends cleanly"
