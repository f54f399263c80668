#!/usr/bin/env bash
# Copies of a database in which a run is under way: made with TEMPLATE, and restored from a dump. Daemons on them execute nothing
# until somebody adopts the copy, and say so.
. "$(dirname "$0")/lib.bash"

source=$PGDATABASE
cat >work.sh <<'SH'
#!/bin/sh
cat >/dev/null
echo "$2 $FANOUT_TASK_INDEX" >>"$1/executed"
while [ ! -e "$1/go" ]; do sleep 0.05; done
echo '"done"'
SH
chmod +x work.sh
start_worker() { # start_worker ARGUMENT...: what it executes is written down with the name of its database
    cat >config.json <<JSON
{"handlers": {"work": {"type": "exec", "argv": ["$work/work.sh", "$work", "$PGDATABASE"], "concurrency": 4}}}
JSON
    start_daemon --config config.json "$@"
}
sql "SELECT fanout.create_flow('f', max_attempts => 1);
     SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'work')" >/dev/null
run=$(sql "SELECT fanout.start_run('f', '[1, 2, 3, 4, 5, 6, 7, 8]')")
start_worker
wait_for '(($(cat executed 2>/dev/null | wc -l) == 4))'
PGUSER=postgres pg_dump -Fc -f archive
end_daemon KILL
executed_in() { grep -c "^$1 " executed || true; }

# check_copy DESCRIPTION: of the database of PGDATABASE
check_copy() {
    rm -f go
    is "$(sql "SELECT fanout.is_copy()")" t "$1 is told"
    start_worker --listen 127.0.0.1:0
    wait_for_pages
    wait_for_log 'is a copy.*adopt_copy' 2
    ok $? "$1: the daemon's log says so"
    wait_for 'page /readyz | grep -q "the database is a copy that nobody has adopted"'
    ok $? "$1: so does /readyz"
    is "$(page_status /healthz)" 200 "$1: the daemon is healthy"
    status=0
    PGUSER=worker_$$ timeout 60 "$fanoutd" --once >once.log 2>&1 || status=$?
    is "$status" 3 "$1: with --once it ends"
    is "$(sql "SELECT fanout.run_status(fanout.start_run('f', '[1]'))" 2>/dev/null)" started "$1: a run can be started"
    is "$(executed_in "$PGDATABASE")" 0 "$1: nothing is executed"
    touch go
    as_superuser "SELECT fanout.adopt_copy()" >/dev/null
    is "$(wait_for_run "$run")" completed "$1, adopted: the run goes on"
    is "$(sql "SELECT count(*) || ' ' || max(attempts) FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'completed'")" "8 1" \
        "$1, adopted: no task has failed for the worker that is not here"
    page_has_status /readyz 200
    ok $? "$1, adopted: the daemon is ready"
    end_daemon TERM
}

as_superuser "CREATE DATABASE ${source}_template TEMPLATE $source OWNER $PGUSER; CREATE DATABASE ${source}_dump OWNER $PGUSER" -d postgres
PGUSER=postgres pg_restore -j 4 -d "${source}_dump" archive
is "$(sql "SELECT fanout.is_copy()")" f "the original is no copy"
export PGDATABASE=${source}_template

# That time, the pauses in which it looks again, is longer than the one that it tries to connect.
start_worker --connect-timeout 5s
wait_for_log 'is a copy' 8
as_superuser "ALTER DATABASE $PGDATABASE CONNECTION LIMIT 0; SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'worker_$$'" >/dev/null
wait_for_log "can't connect"
as_superuser "ALTER DATABASE $PGDATABASE CONNECTION LIMIT -1"
wait_for_log 'is a copy' 9
ok $? "the time that a daemon has waited in a copy doesn't count as one without a server"
end_daemon TERM

check_copy "a copy made with TEMPLATE"
PGDATABASE=${source}_dump
check_copy "a restored dump"

# A database is put in place of the one that a daemon serves.
rm -f go
PGDATABASE=$source
start_worker
wait_for '(($(executed_in "$source") == 8))'
kill -STOP "$daemon"
as_superuser "DROP DATABASE $source WITH (FORCE)" -d postgres
as_superuser "CREATE DATABASE $source OWNER $PGUSER" -d postgres
before=$(executed_in "$source")
PGUSER=postgres pg_restore -j 4 -d "$source" archive
kill -CONT "$daemon"
wait_for_log 'registers anew.*is a copy'
ok $? "a daemon whose database was replaced by its dump registers no more"
is "$(executed_in "$source")" "$before" "and executes nothing"
as_superuser "SELECT fanout.adopt_copy()" >/dev/null
touch go
is "$(wait_for_run "$run")" completed "until the copy is adopted"
as_superuser "DROP DATABASE ${source}_template WITH (FORCE); DROP DATABASE ${source}_dump WITH (FORCE)" -d postgres
