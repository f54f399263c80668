#!/usr/bin/env bash
# What the operations page says of symptoms, and of draining, is so: each symptom is made, asked about with the page's own SQL, and
# mended by it. All of these examples are run.
time_limit=600
. "$(dirname "$0")/lib.bash"

page=$root/docs/operations.md
chapters='Pausing and draining|Troubleshooting by symptom'

# The examples of these chapters: a file each in examples/, HEADING.NUMBER, and as HEADING.NUMBER.superuser those that are for one.
read_examples() {
    mkdir -p examples
    awk -v chapters="^## ($chapters)$" '
        /^```/ && fence { close(file); fence = 0; next }
        /^```sql/ { fence = wanted; if (wanted) { file = "examples/" heading "." ++count[heading] (/superuser/ ? ".superuser" : ""); printf "" >file }; next }
        fence { print >file; next }
        /^## / { wanted = $0 ~ chapters }
        /^##/ { heading = $0; sub(/^#+ /, "", heading) }' "$page"
}

# What the page's example answers, with psql's variables: answer HEADING NUMBER [NAME=VALUE ...]
answer() {
    local example=examples/$1.$2 user=operator_$$ variable options=()
    [[ ! -e $example.superuser ]] || { example+=.superuser user=postgres; }
    for variable in "${@:3}"; do options+=(-v "$variable"); done
    echo "${example#examples/}" >>used
    PGUSER=$user psql -XAtq -v ON_ERROR_STOP=1 "${options[@]}" -f "$example" 2>&1
}

# Waits until an answer is like this: wait_for_answer REGEX HEADING NUMBER [NAME=VALUE ...]
wait_for_answer() {
    wait_until_command answer_is_like "$@" || { answer "${@:2}" | sed 's/^/#   /' && return 1; }
}

answer_is_like() {
    [[ $(answer "${@:2}") =~ $1 ]]
}

# A daemon whose commands "gate" write down their process and wait for the file go: start_gate NAME CONCURRENCY
start_gate() {
    write_config "$1" "$2"
    start_daemon --config "$1.json"
}

write_config() {
    cat >"$1.json" <<JSON
{"name": "$1", "handlers": {"gate": {"type": "exec", "argv": ["sh", "-c", "echo \$\$ >>begun; until [ -e go ]; do sleep 0.05; done; cat >/dev/null; echo 1"],
                                     "directory": "$work", "concurrency": $2, "prefetch": 1}}}
JSON
}

close_gate() {
    rm -f go begun
}

start_many() { # start_many HANDLER ITEMS [OPTIONS]
    sql "SELECT fanout.execute_many('$1', '$2', max_concurrency => null, timeout => '10 min', ${3:-max_attempts => 1})"
}

check_draining() {
    local run
    like "$(answer 'Pausing and draining' 1 | tr '\n' ' ')" '^t t t $' "a queue is paused, has drained, and goes on"
    close_gate
    start_gate drained 1
    run=$(start_many gate '[1, 2, 3, 4, 5, 6, 7, 8]')
    wait_for '[[ -e begun ]]'
    is "$(answer 'Pausing and draining' 2)" t "draining: the queue that has work is paused"
    is "$(answer 'Pausing and draining' 3)" f "draining: it hasn't drained while something runs"
    touch go
    wait_for_answer '^t$' 'Pausing and draining' 3
    ok $? "draining: it has when that is done"
    end_daemon TERM
    is "$status" 0 "draining: the daemon ends"
    is "$(sql "SELECT fanout.run_status('$run'), count(*) FILTER (WHERE status = 'queued') > 0, max(attempts) FROM fanout.step_tasks WHERE run_id = '$run'")" \
        "started|t|1" "draining: the rest waits"
    start_gate afterwards 4
    is "$(answer 'Pausing and draining' 4)" t "draining: what was paused goes on"
    is "$(wait_for_run "$run")" completed "draining: to its end"
    end_daemon TERM
}

check_run_that_stands_still() {
    local symptom='My run stands still' run
    sql "SELECT fanout.create_limit('service', max_concurrency => 0);
         SELECT fanout.create_flow('still');
         SELECT fanout.add_step('still', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:same', queue => 'reports', limits => '{service}')" >/dev/null
    PGUSER=operator_$$ sql "SELECT fanout.pause_queue('reports', 'the service moves')" >/dev/null
    run=$(sql "SELECT fanout.start_run('still', '[1, 2]')")
    like "$(answer "$symptom" 1 run="$run")" "^work\|2\|paused\|queue \"reports\" was paused by operator_$$: the service moves\|" "$symptom: what is paused, by whom and why"
    is "$(answer "$symptom" 2 queue=reports)" t "$symptom: it is continued"
    like "$(answer "$symptom" 1 run="$run")" '^work\|2\|no_worker\|no live worker serves handler "sql:[^"]*" of queue "reports"\|' "$symptom: now a worker is missed"
    echo '{"queues": ["reports"]}' >reports.json
    start_daemon --config reports.json
    wait_for_answer '^work\|2\|limit\|' "$symptom" 1 run="$run"
    like "$(answer "$symptom" 1 run="$run")" '^work\|2\|limit\|limit "service": 0 of 0 in flight\|' "$symptom: with one the limit behind which it waits is left"
    answer "$symptom" 3 limit=service >/dev/null
    is "$(wait_for_run "$run")" completed "$symptom: once that is raised it completes"
    end_daemon TERM
}

check_growing_queue() {
    local symptom='The queue grows' run
    close_gate
    start_gate small 1
    run=$(start_many gate '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]')
    wait_for_answer '^default\|gate\|1[01]\|0\|[12]\|[0-9:.]+\|1$' "$symptom" 1
    ok $? "$symptom: tasks wait for a worker whose only slot is taken"
    write_config small 8
    kill -HUP "$daemon"
    wait_for_answer '^default\|gate\|[0-4]\|0\|([89]|1[0-2])\|' "$symptom" 1
    ok $? "$symptom: with a higher concurrency more are claimed at once"
    touch go
    is "$(wait_for_run "$run")" completed "$symptom: and all are done"
    end_daemon TERM
}

# A run one of whose tasks has failed: start_broken [ON_FAILURE]
start_broken() {
    run=$(start_many sql:reciprocal '[1, 0]' "max_attempts => 1, on_failure => '${1:-fail_fast}'")
    wait_for_run "$run" >/dev/null
    task=(run="$run" step=tasks task=1)
}

define_reciprocal() { # define_reciprocal DIVISOR
    sql "CREATE OR REPLACE FUNCTION reciprocal(task jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT to_jsonb(100 / $1) \$\$"
}

output_of() {
    sql "SELECT fanout.run_output('$run') -> 'tasks'"
}

check_failing_tasks() {
    local symptom='Tasks fail' run task
    define_reciprocal "(task ->> 'item')::int"
    start_daemon
    start_broken
    like "$(answer "$symptom" 1 "${task[@]}")" '^tasks\|division by zero \(SQLSTATE 22012\)\|1\|1\|t\|' "$symptom: the error, how often and where"
    is "$(answer "$symptom" 2 "${task[@]}")" 'failed|1|{"item": 0}|division by zero (SQLSTATE 22012)' "$symptom: what that task got"
    define_reciprocal "greatest((task ->> 'item')::int, 1)"
    is "$(answer "$symptom" 3 "${task[@]}")" t "$symptom: with a mended handler the run is resumed"
    is "$(wait_for_run "$run") $(output_of)" "completed [100, 100]" "$symptom: and completes"
    define_reciprocal "(task ->> 'item')::int"
    start_broken
    answer "$symptom" 4 "${task[@]}" 'input={"item": 4}' >/dev/null
    is "$(wait_for_run "$run") $(output_of)" "completed [100, 25]" "$symptom: with another item it does, too"
    start_broken
    is "$(answer "$symptom" 5 "${task[@]}" output=7 | tr -d '\n')" t "$symptom: a result is given by hand"
    is "$(wait_for_run "$run") $(output_of)" "completed [100, 7]" "$symptom: and the run completes with it"
    start_broken collect
    is "$(wait_for_run "$run") $(output_of)" "completed [100, null]" "$symptom: a run that collects failures is completed"
    define_reciprocal "greatest((task ->> 'item')::int, 1)"
    is "$(answer "$symptom" 6 "${task[@]}")" t "$symptom: it is resumed, too"
    is "$(wait_for_run "$run") $(output_of)" "completed [100, 100]" "$symptom: and has all"
    end_daemon TERM
}

check_lost_daemon() {
    local symptom='A daemon is gone' run
    close_gate
    start_gate lost 1
    run=$(start_many gate '[1]' 'max_attempts => 2')
    wait_for '[[ -e begun ]]'
    end_daemon KILL
    like "$(answer "$symptom" 1)" '(^|'$'\n'')lost\|\{gate\}\|1\|' "$symptom: what it holds is to be seen"
    wait_for_answer '(^|'$'\n'')workers\|warning\|[^|]*silent: "lost" since' "$symptom" 2
    ok $? "$symptom: so is that it is silent"
    touch go
    start_gate other 1
    is "$(wait_for_run "$run")" completed "$symptom: its task is done by another"
    is "$(sql "SELECT attempts FROM fanout.step_tasks WHERE run_id = '$run'")" 2 "$symptom: with the next attempt"
    wait_for_answer 'unserved\|ok.*workers\|ok.*maintenance\|ok' "$symptom" 2
    is "$(answer "$symptom" 2 | cut -d'|' -f1,2 | sort | tr '\n' ' ')" "maintenance|ok unserved|ok workers|ok " "$symptom: all is well again"
    is "$(answer "$symptom" 1 | grep -c '^lost' || true)" 0 "$symptom: and it is no longer there"
    end_daemon TERM
}

check_restored() {
    local symptom='After a restore nothing runs' run original=$PGDATABASE PGDATABASE=$PGDATABASE
    run=$(start_many sql:same '[1, 2]')
    is "$(answer "$symptom" 1)" f "$symptom: the original is no copy"
    as_superuser "CREATE DATABASE e2e_${name}_copy_$$ TEMPLATE $original OWNER $PGUSER" -d postgres
    export PGDATABASE=e2e_${name}_copy_$$
    is "$(answer "$symptom" 1)" t "$symptom: the other database is"
    start_daemon
    wait_for_log 'is a copy'
    is "$(sql "SELECT fanout.run_status('$run')")" started "$symptom: a daemon doesn't serve it"
    is "$(answer "$symptom" 2)" t "$symptom: it is adopted"
    is "$(wait_for_run "$run")" completed "$symptom: and the daemon goes on with it"
    end_daemon TERM
    PGDATABASE=$original
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
}

check_cancel() {
    local symptom="Cancel doesn't stop it" run process
    close_gate
    start_gate hangs 1
    run=$(start_many gate '[1]')
    wait_for '[[ -s begun ]]'
    process=$(<begun)
    kill -STOP "$daemon"
    PGUSER=operator_$$ sql "SELECT fanout.cancel_run('$run')" >/dev/null
    like "$(answer "$symptom" 1 run="$run")" '^hangs\|1\|' "$symptom: it is a daemon that hangs"
    ok "$(kill -0 "$process" && echo 0 || echo 1)" "$symptom: its command runs"
    end_daemon KILL
    wait_for "! kill -0 $process 2>/dev/null"
    ok $? "$symptom: until that daemon is killed"
    start_daemon
    wait_for_answer '^$' "$symptom" 1 run="$run"
    is "$(answer "$symptom" 1 run="$run")" "" "$symptom: and nobody holds anything of it any more"
    end_daemon TERM
}

check_missing_results() {
    local symptom='Results are missing' run
    sql "CREATE TABLE gate (is_open boolean);
         CREATE FUNCTION waits(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
         'BEGIN
              WHILE task -> ''item'' = ''2'' AND NOT EXISTS (SELECT FROM gate) LOOP PERFORM pg_sleep(0.05); END LOOP;
              RETURN task -> ''item'';
          END'"
    start_daemon
    run=$(start_many sql:waits '[1, 2]' "batch_size => 1, max_attempts => 1, on_failure => 'fail_fast'")
    wait_until "SELECT count(*) = 1 FROM fanout.results('$run')"
    is "$(answer "$symptom" 1 run="$run")" "" "$symptom: as long as the run goes on none is"
    as_superuser "DELETE FROM fanout.results WHERE state_id IN (SELECT state_id FROM fanout.step_states WHERE run_id = '$run')"
    sql "INSERT INTO gate VALUES (true)"
    is "$(wait_for_run "$run")" failed "$symptom: one that was deleted fails it"
    like "$(answer "$symptom" 1 run="$run")" '^tasks\|.*the results of 1 of its 2 tasks are missing: 0 \(SQLSTATE PFMIS\)$' "$symptom: which one"
    is "$(answer "$symptom" 2 run="$run")" t "$symptom: it is resumed"
    is "$(wait_for_run "$run") $(output_of)" "completed [1, 2]" "$symptom: and has them all"
    end_daemon TERM
}

check_put_aside() {
    local symptom='A run is put aside' run
    as_superuser "CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''not today''; END';
        CREATE TRIGGER refuse AFTER UPDATE OF status ON fanout.runs FOR EACH ROW WHEN (NEW.status IN ('completed', 'failed')) EXECUTE FUNCTION public.refuse()"
    start_daemon
    run=$(start_many sql:same '[1, 2]')
    wait_for_answer '^bad\|' "$symptom" 1
    like "$(answer "$symptom" 1)" '^bad\|[1-9][0-9]* rows of the queue' "$symptom: something could neither go on nor fail"
    is "$(sql "SELECT fanout.run_status('$run')")" started "$symptom: so the run goes on for ever"
    as_superuser "DROP TRIGGER refuse ON fanout.runs; DROP FUNCTION public.refuse()"
    is "$(answer "$symptom" 2 run="$run" | tr -d '\n')" tt "$symptom: with that mended it is cancelled and resumed"
    is "$(wait_for_run "$run")" completed "$symptom: and completes"
    like "$(answer "$symptom" 1)" '^ok\|' "$symptom: nothing is put aside any more"
    end_daemon TERM
}

stored_bytes() {
    PGUSER=operator_$$ sql "SELECT sum(bytes) FROM fanout.storage_overview"
}

check_full_disk() {
    local symptom='The disk fills up' run forgotten ended before
    start_daemon
    forgotten=$(start_many nobody_has_it '[1]')
    run=$(sql "SELECT fanout.execute_many('sql:same', (SELECT jsonb_agg(string_agg) FROM (
                SELECT (SELECT string_agg(md5(n || '-' || m), '') FROM generate_series(1, 100) m) FROM generate_series(1, 2000) n) s))")
    is "$(wait_for_run "$run")" completed "$symptom: a run with large items has ended"
    before=$(stored_bytes)
    ok "$((before > 5000000 ? 0 : 1))" "$symptom: it is stored"
    like "$(answer "$symptom" 1 | head -n 1)" '^[0-9]+\|[0-9]+ MB\|1\|[1-9][0-9]*\|' "$symptom: beside one that goes on"
    like "$(answer "$symptom" 2 | head -n 1)" "^$forgotten\|" "$symptom: which nobody has thought of"
    is "$(answer "$symptom" 3 run="$forgotten")" t "$symptom: it is cancelled"
    ended=$(sql "SELECT count(*) FROM fanout.runs_overview")
    is "$(answer "$symptom" 4 age=0)" "$ended" "$symptom: so many runs would go"
    is "$(answer "$symptom" 5 age=0)" "$ended" "$symptom: and go"
    PGUSER=operator_$$ wait_until "SELECT sum(bytes) < $before / 10 FROM fanout.storage_overview" 120
    ok $? "$symptom: and what they had is given back"
    end_daemon TERM
}

check_old_snapshot() {
    local symptom='Everything has been slow for a while' holder pid
    mkfifo input
    psql -XAtq -v ON_ERROR_STOP=1 <input >held 2>&1 &
    holder=$!
    exec 3>input
    echo "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 'process ' || pg_backend_pid();" >&3
    wait_for "grep -q process held"
    pid=$(sed -n 's/process //p' held)
    # The question itself is a younger one.
    wait_for_answer 'snapshots\|warning' "$symptom" 1 age='1 s'
    like "$(answer "$symptom" 1 age='1 s')" "snapshots\|warning\|process $pid of role \"dev_$$\" \(idle in transaction\)" "$symptom: somebody's transaction is open"
    like "$(answer "$symptom" 2 | head -n 1)" "^$pid\|dev_$$\|psql\|idle in transaction\|" "$symptom: whose"
    is "$(answer "$symptom" 3 pid="$pid")" t "$symptom: it is ended"
    wait_for_answer 'snapshots\|ok' "$symptom" 1 age='1 s'
    ok $? "$symptom: and nothing holds back vacuum"
    exec 3>&-
    wait "$holder" || true
}

read_examples
as_superuser "CREATE ROLE operator_$$ LOGIN; SELECT fanout.grant_operator('operator_$$')" >/dev/null
sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql RETURN task -> 'item'"
check_draining
check_run_that_stands_still
check_growing_queue
check_failing_tasks
check_lost_daemon
check_restored
check_cancel
check_missing_results
check_put_aside
check_full_disk
check_old_snapshot
is "$(diff <(cd examples && printf '%s\n' * | sort) <(sort -u used))" "" "there is no example in these chapters that was not run"
