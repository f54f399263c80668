#!/usr/bin/env bash
# fanoutctl behind pgbouncer in transaction mode, as roles whose sessions have timeouts or another isolation level: it waits for
# runs as it does elsewhere, and no timeout breaks that off.
. "$(dirname "$0")/lib.bash"

PATH=${PGFANOUT_INSTALLED:?}/bin:$PATH
unset TERM

make_pool "default_pool_size = 2"
echo "\"$PGUSER\" \"\"" >>"$pool/users"
start_pgbouncer
sql "CREATE FUNCTION one(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT to_jsonb(1)';
     SELECT fanout.create_flow('quick'), fanout.add_step('quick', 'one', handler => 'sql:one');
     SELECT fanout.create_flow('long'), fanout.add_step('long', 'never', handler => 'nobody')" >/dev/null

pooled() {
    PGHOST=$pool PGPORT=6432 fanoutctl "$@"
}

# When one that waits has begun to, which it does anew each time that it has looked.
last_wait() {
    as_superuser "SELECT max(query_start) FROM pg_stat_activity WHERE usename = '$PGUSER' AND query LIKE '%CALL fanout.wait_for_run%'
        AND wait_event_type = 'Extension'"
}

begins_to_wait_after() { # begins_to_wait_after TIME
    local now
    now=$(last_wait)
    [[ -n $now && $now != "$1" ]]
}

check() { # check WHOSE SETTING
    local said run waiter follower first
    as_superuser "ALTER ROLE $PGUSER RESET ALL; ALTER ROLE $PGUSER SET $2;
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '$PGUSER'" >/dev/null
    status=0
    said=$(pooled run quick --wait 2>errors) || status=$?
    like "$status $said $(<errors)" '^0 [0-9a-f-]{36} .*completed: 1 of 1' "$1: a run is waited for"
    run=$(pooled run long 2>/dev/null)
    pooled results "$run" --follow >/dev/null 2>errors &
    follower=$!
    pooled wait "$run" 2>>errors &
    waiter=$!
    wait_for 'begins_to_wait_after ""'
    first=$(last_wait)
    [[ $2 != *timeout* ]] || wait_for "begins_to_wait_after '$first'"
    sql "SELECT fanout.cancel_run('$run')" >/dev/null
    wait_for_end "$waiter"
    is "$status" 3 "$1: until it has ended"
    wait_for_end "$follower"
    is "$status $(grep -v '^\(started\|cancelled\): ' errors)" "0 " "$1: and its results, to their end"
}

start_daemon
check "sessions with a statement_timeout" "statement_timeout = '2s'"
check "sessions that are serializable" "default_transaction_isolation = 'serializable'"
