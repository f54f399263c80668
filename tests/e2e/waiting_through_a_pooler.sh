#!/usr/bin/env bash
# wait_for_run behind pgbouncer in transaction mode: the run's end wakes all who wait, and nothing of theirs stays in the pool's
# sessions.
. "$(dirname "$0")/lib.bash"

waiters=5

sql "SELECT fanout.create_flow('f');
     SELECT fanout.add_step('f', 'work', handler => 'h')" >/dev/null
make_pool "default_pool_size = $waiters"
echo "\"$PGUSER\" \"\"" >>"$pool/users"
start_pgbouncer

# A statement of each session of the pool's.
in_each_session() { # in_each_session QUERY
    local i pids=()
    rm -f met-*
    for ((i = 1; i <= waiters; i++)); do
        PGHOST=$pool PGPORT=6432 psql -XAtq -v ON_ERROR_STOP=1 <<SQL &
BEGIN;
$1;
\! touch met-$i; until [ "\$(ls met-* | wc -l)" = $waiters ]; do sleep 0.05; done
COMMIT;
SQL
        pids+=($!)
    done
    wait "${pids[@]}"
}

until_waiters() { # until_waiters CONDITION
    PGUSER=postgres wait_until "SELECT count(*) $1 FROM pg_stat_activity a JOIN pg_locks l USING (pid)
        WHERE a.datname = current_database() AND l.classid = 'fanout.runs'::regclass AND a.wait_event_type = 'Extension'"
}

run=$(sql "SELECT fanout.start_run('f')")
pids=()
for ((i = 1; i <= waiters; i++)); do
    PGHOST=$pool PGPORT=6432 sql "CALL fanout.wait_for_run('$run', '60 s')" >"status-$i" &
    pids+=($!)
done
until_waiters "= $waiters"
ok $? "as many wait as the pool has sessions"
began=$SECONDS
is "$(sql "SELECT fanout.cancel_run('$run')")" t "the run is ended by a session beside the pool"
wait "${pids[@]}"
is "$(sort -u status-*)" cancelled "all of them see it"
ok "$((SECONDS - began < 9 ? 0 : 1))" "at once, not when they would have looked by themselves"
is "$(in_each_session "SELECT pg_listening_channels() UNION ALL SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'object'")" "" \
    "no channel and no lock of theirs stays in a session"

run=$(sql "SELECT fanout.start_run('f')")
PGHOST=$pool PGPORT=6432 sql "CALL fanout.wait_for_run('$run', '60 s')" >status &
waiter=$!
until_waiters '= 1'
kill -KILL "$waiter"
wait_for_end "$waiter"
PGHOST=$pool PGPORT=6432 sql "CALL fanout.wait_for_run('$run', '60 s')" >status &
waiter=$!
until_waiters '>= 1'
sql "SELECT fanout.cancel_run('$run')" >/dev/null
wait_for_end "$waiter"
is "$status $(<status)" "0 cancelled" "who comes after one that was killed is woken as well"
