#!/usr/bin/env bash
# The status page: who may read it and steer with it, what it shows to whom, and what becomes of it without its database.
. "$(dirname "$0")/lib.bash"

token=the-token-of-this-test
bearer="Authorization: Bearer $token"
make_own_server fsync=off
as_superuser "CREATE ROLE other_$$ LOGIN; CREATE ROLE page_$$ LOGIN; CREATE ROLE nobody_$$ LOGIN;
    SELECT fanout.grant_developer('other_$$'), fanout.grant_operator('page_$$')" >/dev/null

configure() { # configure ROLE [MORE KEYS OF THE PAGE]
    cat >config.json <<JSON
{"listen": "127.0.0.1:0", "page": {"connection": "user=$1", "token": {"env": "PAGE_TOKEN"}, "timeout_ms": ${timeout_ms:-1500} ${2:+, $2}}}
JSON
}

reconfigure() {
    local reloads
    configure "$@"
    reloads=$(grep -c 'configuration reloaded' "$log" || true)
    kill -HUP "$daemon"
    wait_for_log 'configuration reloaded' $((reloads + 1))
}

api() { # api PATH [CURL'S ARGUMENTS]
    page "/api/$1" -H "$bearer" "${@:2}"
}

api_status() { # api_status PATH [CURL'S ARGUMENTS]
    page_status "/api/$1" -H "$bearer" "${@:2}"
}

header() { # header NAME PATH [CURL'S ARGUMENTS]
    page "$2" -o /dev/null -D - "${@:3}" | tr -d '\r' | sed -n "s/^$1: //Ip"
}

make_runs() {
    sql "CREATE FUNCTION half(task jsonb) RETURNS jsonb LANGUAGE sql AS
             \$\$ SELECT to_jsonb(1 / ((task ->> 'item')::int - 2)) \$\$;
         SELECT fanout.create_flow('numbers', max_attempts => 1);
         SELECT fanout.add_step('numbers', 'half', step_type => 'fanout', fanout_from => 'run', handler => 'sql:half', on_failure => 'collect');
         SELECT fanout.add_step('numbers', 'after', depends_on => '{half}', handler => 'nobody')" >/dev/null
    name=$'<script>alert("1")</script> \'; DROP TABLE runs; -- \x07\xe2\x80\xae\xe2\x81\xa6 two\nlines \\ {"a": 1}'
    run=$(psql -XAtq -v name="$name" <<<"SELECT fanout.start_run('numbers', '[1, 2, 3]', name => :'name')")
    others=$(PGUSER=other_$$ sql "SELECT fanout.create_flow('private');
        SELECT fanout.add_step('private', 'secret', handler => 'nobody');
        SELECT fanout.start_run('private', name => 'of another')" | tail -n 1)
    wait_until "SELECT done = 3 AND failed = 1 FROM fanout.steps_overview WHERE run_id = '$run' AND step_slug = 'half'"
}

check_readers() {
    local path
    for path in runs flows system health "runs/$run" "runs/$run/failures" "runs/$run/why" nothing; do
        is "$(page_status "/api/$path")" 401 "/api/$path is not read without the token"
        is "$(page_status "/api/$path" -H "Authorization: Bearer ${token}x")" 401 "nor with another"
    done
    is "$(page_status /)" 200 "the page itself is there to ask for it"
    is "$(page /api/session | jq -c .)" '{"has_token":true,"is_known":false,"may_act":false,"may_read":false}' "and learns that it has to"
    is "$(page_status /api/session -X POST)" 401 "nothing is no token"
    is "$(page_status /api/session -X POST -c jar -H "$bearer" -H "Origin: $pages")" 200 "the token begins a session"
    like "$(header Set-Cookie /api/session -X POST -H "$bearer")" 'fanoutd_page_[0-9]+=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict$' \
        "with a cookie that is no script's and no other site's"
    is "$(grep -c "$token" jar)" 0 "which is not the token"
    is "$(page_status /api/runs -b jar)" 200 "and opens the page"
    is "$(page_status /api/runs -b "$(sed 's/[0-9a-f]*$/0/' jar)")" 401 "no other one does"
    is "$(page_status /metrics) $(page_status /healthz)" "200 200" "metrics and health are there without"
}

check_strangers() {
    is "$(page_status / -H 'Host: evil.example')" 421 "a name that leads here is not the page's"
    is "$(api_status runs -H 'Host: evil.example')" 421 "not even with the token"
    is "$(api_status runs -H 'Host: status.example.com:443')" 200 "but those that the configuration names are"
    is "$(api_status runs -H 'Origin: http://evil.example')" 403 "another site's page is refused"
    is "$(api_status runs -H 'Origin: null')" 403 "a sandboxed one, too"
    is "$(api_status runs -H "Origin: $pages")" 200 "the page's own isn't"
    is "$(page_status /metrics -H 'Host: prometheus.example')" 200 "metrics go by any name"
}

check_headers() {
    local path
    for path in / /page.js /api/runs /api/session /nothing; do
        like "$(header Content-Security-Policy "$path")" "default-src 'none'; script-src 'self'.*frame-ancestors 'none'" "$path: nothing from elsewhere, nothing inline, in no frame"
        is "$(header X-Content-Type-Options "$path") $(header Cache-Control "$path") $(header Referrer-Policy "$path")" "nosniff no-store no-referrer" \
            "$path: no guessing, no keeping, no telling"
        is "$(header Access-Control-Allow-Origin "$path" -H 'Origin: http://evil.example')" "" "$path: for no other site"
    done
    is "$(header Content-Type /) | $(header Content-Type /page.js) | $(header Content-Type /page.css)" \
        "text/html; charset=utf-8 | text/javascript; charset=utf-8 | text/css; charset=utf-8" "types"
    is "$(page / | grep -cE 'style=|onclick=|<style|<script>|https?://')" 0 "there is nothing inline in the page, and no other host"
    is "$(header Allow /api/runs -X DELETE -H "$bearer")" "GET, HEAD" "what can only be read says so"
}

check_what_is_shown() {
    is "$(api runs | jq -r --arg id "$run" '.runs[] | select(.run_id == $id) | .name')" "$name" "a name is as it was given, whatever it is"
    is "$(api "runs/$run" | jq -c '[.flow, .status, .done, .total, .failed, (.steps | length), .steps[0].step, .steps[1].depends_on]')" \
        '["numbers","started",3,4,1,2,"half",["half"]]' "a run has its steps"
    is "$(api "runs/$run/failures" | jq -c '.tasks[] | [.step, .index, .item, (.error | test("division by zero"))]')" \
        '["half",1,"2",true]' "and its failures with their items"
    is "$(api "runs/$run/why" | jq -c '[.count, (.reasons[] | [.step, .tasks, .reason, .hint != null, .since != null])]')" \
        '[1,["after",1,"no_worker",true,true]]' "and why it isn't done yet"
    like "$(api "runs/$run/why" | jq -r '.reasons[].detail')" '^no live worker serves handler "nobody"' "in words"
    is "$(api_status runs/01234567-89ab-cdef-0123-456789abcdef/why)" 404 "of a run that is there"
    is "$(api runs | jq .more) $(api "runs?flow=numbers" | jq '.runs | length') $(api "runs?status=failed" | jq '.runs | length')" "false 1 0" "runs are found by flow and status"
    is "$(api 'runs?flow=%27%20OR%20true--' | jq '.runs | length')" 0 "a flow's name is a parameter"
    is "$(api_status 'runs?before=never&before_id=01234567-89ab-cdef-0123-456789abcdef')" 400 "what is no time is refused"
    is "$(api flows | jq -c .flows)" '["numbers","private"]' "the flows"
    is "$(api system | jq -c '[(.queues[] | select(.handler == "nobody") | .waiting), (.workers | length), .limits]')" '[2,1,[]]' "queues, workers and limits"
    is "$(api health | jq -r '.health[] | select(.what == "unserved") | .status')" warning "health"
    is "$(api_status runs/01234567-89ab-cdef-0123-456789abcdef)" 404 "a run that is not there"
    is "$(api_status runs/1)" 404 "what is no run's id"
    is "$(api_status "runs/$run%27")" 404 "nor is that"
    is "$(api runs/01234567-89ab-cdef-0123-456789abcdef | jq -r .error)" "There is no such run, or not for the role that the page has." "it says so"
}

check_pages_of_runs() {
    local seen=0 before='' answer
    sql "SELECT count(fanout.start_run('numbers', '[]', name => 'one of many')) FROM generate_series(1, 120)" >/dev/null
    while answer=$(api "runs?flow=numbers$before"); do
        seen=$((seen + $(jq '.runs | length' <<<"$answer")))
        [[ $(jq .more <<<"$answer") == true ]] || break
        before=$(jq -r '.runs[-1] | "&before=\(.started_at | @uri)&before_id=\(.run_id)"' <<<"$answer")
    done
    is "$seen" 121 "each run is on one of the pages of fifty"
}

# Joined as they are, what the views have of each step would be computed once a pair.
check_many_steps() {
    local wide
    sql "SELECT fanout.create_flow('wide')" >/dev/null
    sql "SELECT count(fanout.add_step('wide', 's' || i, CASE WHEN i > 10 THEN ARRAY['s' || i - 10] ELSE '{}' END, handler => 'nobody')) FROM generate_series(1, 200) i" >/dev/null
    wide=$(sql "SELECT fanout.start_run('wide')" 2>/dev/null)
    timeout_ms=20000 reconfigure "page_$$"
    is "$(api "runs/$wide" | jq -c '[(.steps | length), .steps[0].step, .steps[199].depends_on]')" '[200,"s1",["s190"]]' "a run of many steps has all of them"
    is "$(api "runs/$wide/why" | jq -c '[.count, (.reasons | length)]')" '[200,30]' "and the first reasons of so many"
    sql "SELECT fanout.cancel_run('$wide')" >/dev/null
    reconfigure "page_$$"
}

check_roles() {
    reconfigure "other_$$" '"public": true'
    is "$(page /api/runs | jq -r '.runs[].name')" "of another" "a developer's page shows their runs alone, and a public one to everybody"
    is "$(page_status "/api/runs/$run")" 404 "others' are as if they weren't there"
    is "$(page_status /api/health)" 403 "what only operators may see is refused"
    reconfigure "nobody_$$"
    is "$(api_status runs)" 403 "a role without rights sees nothing"
    reconfigure "missing_$$"
    is "$(api_status runs)" 503 "nor does one that isn't there"
    is "$(api runs | jq -r .error)" "The database can't be reached." "and nobody is told why"
    wait_for_log 'the status page has no answer.*missing_'
    like "$(<"$log")" 'the status page has no answer' "but the log"
}

# Who may not do anything does none of all that can be done.
check_who_steers() {
    local path paths=("runs/$others/cancel" "runs/$others/resume" "runs/$others/pause" "runs/$others/continue" "runs/$others/retry?step=secret&index=0"
        "queues/pause?queue=default" "queues/continue?queue=default")
    reconfigure "page_$$"
    for path in "${paths[@]}"; do
        is "$(api_status "$path" -X POST)" 403 "$path: nothing is steered unless the configuration says so"
    done
    reconfigure "page_$$" '"steering": true, "public": true'
    page /api/session -X POST -c jar -H "$bearer" -o /dev/null
    for path in "${paths[@]}"; do
        is "$(page_status "/api/$path" -X POST -H "Origin: $pages")" 403 "$path: a public page is steered with the token alone"
        is "$(page_status "/api/$path" -b jar)" 405 "by POST"
        is "$(page_status "/api/$path" -b jar -X POST)" 403 "with an origin"
        is "$(page_status "/api/$path" -b jar -X POST -H 'Origin: http://evil.example')" 403 "that is the page's"
        is "$(page_status "/api/$path" -b jar -X POST -H "Origin: $pages" -H 'Sec-Fetch-Site: cross-site')" 403 "and by the page itself"
        is "$(page_status "/api/$path" -b jar -X POST -H 'Host: evil.example' -H 'Origin: http://evil.example')" 421 "under its own name"
    done
    is "$(as_superuser "SELECT r.status, (SELECT count(*) FROM fanout.pauses) FROM fanout.runs r WHERE run_id = '$others'")" "started|0" "until then nothing has happened"
}

check_steering() {
    local reason=$'<b>mail</b> & "more" \\ \xe2\x80\xae?'
    is "$(page "/api/runs/$others/cancel" -b jar -X POST -H "Origin: $pages" | jq -c .)" '{"changed":true}' "then the run is cancelled"
    is "$(as_superuser "SELECT status, error FROM fanout.runs WHERE run_id = '$others'")" "cancelled|cancelled from the status page" "really"
    is "$(api "runs/$others/cancel" -X POST | jq -c .)" '{"changed":false}' "a program says it with the token"
    is "$(api "runs/$others/resume" -X POST | jq -c .)" '{"changed":true}' "it is resumed"
    is "$(api "runs/$others/pause" -X POST -G --data-urlencode "reason=$reason" | jq -c .)" '{"changed":true}' "it is paused"
    is "$(api "runs/$others" | jq -r '[.status, .paused, .pause.by, .pause.reason] | join(" ")')" "started true page_$$ $reason" "which says by whom, and why"
    is "$(api "runs/$others/pause" -X POST | jq -c .)" '{"changed":false}' "once"
    is "$(api "runs/$others/continue" -X POST | jq -c .)" '{"changed":true}' "it is continued"
    is "$(api "runs/$others" | jq -c '[.paused, .pause]')" '[false,null]' "and goes on"
    is "$(api "runs/$others/cancel" -X POST -G --data-urlencode "reason=$reason" | jq -c .)" '{"changed":true}' "it is cancelled for a reason"
    is "$(api "runs/$others" | jq -r .error)" "$reason" "that is kept"
    is "$(api_status runs/01234567-89ab-cdef-0123-456789abcdef/cancel -X POST)" 409 "what the engine refuses is said"
    api "runs/$others/resume" -X POST -o /dev/null
    like "$(<"$log")" 'asked for on the status page.* path=/api/runs/[-0-9a-f]*/pause with=.*mail.* status=200' "the daemon's log has each"
    reconfigure "other_$$" '"steering": true'
    is "$(api_status "runs/$run/cancel" -X POST)" 409 "nobody steers what is not theirs"
    is "$(as_superuser "SELECT status FROM fanout.runs WHERE run_id = '$run'")" started "so it goes on"
    reconfigure "page_$$" '"steering": true'
}

check_retries() {
    local failed collected
    failed=$(sql "SELECT fanout.execute_many('sql:half', '[1, 2]', max_attempts => 1, on_failure => 'fail_fast')")
    is "$(wait_for_run "$failed")" failed "a task has failed"
    is "$(api "runs/$failed/retry?step=tasks&index=1" -X POST | jq -c .)" '{"changed":true}' "it is tried again"
    is "$(wait_for_run "$failed") $(api "runs/$failed/failures" | jq -c '[.tasks[].attempts]')" "failed [2]" "and fails again"
    is "$(api_status "runs/$failed/retry?step=tasks&index=7" -X POST) $(api_status "runs/$failed/retry?step=nothing&index=1" -X POST)" "409 409" "of what isn't there it is said"
    is "$(api_status "runs/$failed/retry?step=tasks&index=one" -X POST) $(api_status "runs/$failed/retry?index=1" -X POST)" "400 409" "and of what is no task"
    collected=$(sql "SELECT fanout.execute_many('sql:half', '[1, 2]', max_attempts => 1)")
    is "$(wait_for_run "$collected")" completed "a failure that was collected"
    is "$(api_status "runs/$collected/resume" -X POST)" 409 "is nothing to resume"
    is "$(api "runs/$collected/resume?failed_items=true" -X POST | jq -c .)" '{"changed":true}' "unless one says so"
    is "$(wait_for_run "$collected") $(api "runs/$collected/failures" | jq -c '[.tasks[].attempts]')" "completed [2]" "and runs again"
    is "$(api_status "runs/$collected/resume?failed_items=perhaps" -X POST)" 400 "perhaps is no answer"
}

check_queues() {
    local queue=$'<i>bulk</i> & \'; DROP TABLE runs; -- \xe2\x80\xae'
    local pausing=(-X POST -G --data-urlencode "queue=$queue")
    is "$(api queues/pause "${pausing[@]}" --data-urlencode 'reason=<b>' | jq -c .)" '{"changed":true}' "a queue is paused, by whatever name"
    is "$(api system | jq -c --arg queue "$queue" '[.may_pause, (.paused[] | .queue == $queue, .reason, (.by | test("^page_")))]')" '[true,true,"<b>",true]' "and listed, also with nothing in it"
    is "$(api queues/pause -X POST -G -d queue=default | jq -c .)" '{"changed":true}' "one with something in it"
    is "$(api system | jq -c '[.queues[] | select(.handler == "nobody") | .paused] | unique')" '[true]' "says so there, too"
    is "$(api "runs/$run/why" | jq -r '.reasons[].reason')" paused "and its tasks are held back for that"
    is "$(api queues/continue "${pausing[@]}" | jq -c .) $(api queues/continue -X POST -G -d queue=default | jq -c .)" '{"changed":true} {"changed":true}' "both are continued"
    is "$(api system | jq -c .paused)" "[]" "so that none is paused"
    sql "SELECT fanout.execute_many('later', '[1]', start_delay => '1 hour')" >/dev/null 2>&1
    is "$(api system | jq -c '.queues[] | select(.handler == "later") | [.waiting, .delayed, .oldest]')" "[0,1,null]" "where nothing waits yet, nothing waits longest"
    is "$(api_status queues/pause -X POST) $(api_status queues/drop -X POST) $(api_status queues)" "409 404 404" "without a name it is no queue"
    reconfigure "other_$$" '"steering": true'
    is "$(api system | jq .may_pause) $(api_status queues/pause -X POST -G -d queue=default)" "false 403" "who is no operator pauses none"
    is "$(as_superuser "SELECT count(*) FROM fanout.pauses")" 0 "really"
}

# A backend that is stopped answers nothing at all, and keeps to no statement_timeout.
check_slow_database() {
    local pid i
    reconfigure "page_$$"
    is "$(api_status runs)" 200 "with its database"
    as_superuser "BEGIN; LOCK TABLE fanout.flows; SELECT pg_sleep(60)" >/dev/null 2>&1 &
    wait_until "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'fanout.flows'::regclass AND mode = 'AccessExclusiveLock' AND granted)"
    is "$(api_status runs)" 503 "what takes too long is 503"
    is "$(api runs | jq -r .error)" "The database takes too long to answer." "and says so"
    as_superuser "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'fanout.flows'::regclass AND mode = 'AccessExclusiveLock'" >/dev/null
    wait_until_command is_answered || true
    is "$(api_status runs)" 200 "afterwards it goes on"
    for pid in $(as_superuser "SELECT pid FROM pg_stat_activity WHERE application_name = 'fanoutd page' AND datname = current_database()"); do kill -STOP "$pid"; done
    for ((i = 0; i < 30; i++)); do api_status runs >>answers & done
    is "$(page_status /healthz --max-time 1)" 200 "a database that is stopped keeps nobody else waiting"
    wait_until_command has_lines answers 90 || true
    is "$(fold -w 3 answers | sort | uniq -c | awk '{ print $2 }' | grep -cv '^\(503\|200\)$')" 0 "those who ask the page are told so"
    for pid in $(as_superuser "SELECT pid FROM pg_stat_activity WHERE application_name = 'fanoutd page' AND datname = current_database()"); do kill -CONT "$pid"; done
    wait_until_command is_answered || true
    is "$(api_status runs)" 200 "until it goes on"
    is "$(as_superuser "SELECT count(*) <= 2 FROM pg_stat_activity WHERE application_name = 'fanoutd page' AND datname = current_database()")" t "on two connections"
}

has_lines() { # has_lines FILE BYTES
    (($(stat -c %s "$1") >= $2))
}

is_answered() {
    [[ $(api_status runs) == 200 ]]
}

check_lost_database() {
    "$cluster" stop "$work/server"
    is "$(api_status runs)" 503 "without its database it is 503"
    is "$(page_status /healthz)" 200 "and the daemon is healthy"
    "$cluster" start "$work/server" fsync=off
    wait_until_command is_answered || true
    is "$(api_status runs)" 200 "which comes back by itself"
}

check_no_page() {
    local reloads
    echo '{"listen": "127.0.0.1:0"}' >config.json
    reloads=$(grep -c 'configuration reloaded' "$log")
    kill -HUP "$daemon"
    wait_for_log 'configuration reloaded' $((reloads + 1))
    is "$(page_status /) $(api_status runs) $(page_status /page.js) $(page_status /metrics)" "404 404 404 200" "without the setting there is none"
}

check_secrets() {
    is "$(grep -c "$token" "$log")" 0 "the token is nowhere in the log"
    configure "page_$$"
    echo '{"page": {"connection": "host=/nowhere password=secret oops", "public": true}}' >bad.json
    status=0
    said=$("$fanoutd" --check-config --config bad.json 2>&1) || status=$?
    is "$status" 2 "a connection string that is none is an error"
    like "$said" '"page.connection" is no connection string' "that names it"
    is "$(grep -c secret <<<"$said")" 0 "and nothing of it"
}

export PAGE_TOKEN=$token
configure "page_$$" '"hosts": ["status.example.com"]'
start_daemon --config config.json
wait_for_pages
make_runs
check_readers
check_strangers
check_headers
check_what_is_shown
check_pages_of_runs
check_many_steps
check_roles
check_who_steers
check_steering
check_retries
check_queues
check_slow_database
check_lost_database
check_no_page
check_secrets
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
