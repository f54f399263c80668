#!/usr/bin/env bash
# A server that doesn't answer, as a primary that waits for its synchronous standby: the log says so once, and once when it goes on,
# and not where its connections are lost.
. "$(dirname "$0")/lib.bash"

make_own_server fsync=off
sql "CREATE FUNCTION id(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item''';
     SELECT fanout.create_flow('f');
     SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'sql:id')" >/dev/null
start_daemon
wait_until "SELECT count(*) > 0 FROM fanout.workers_overview"
as_superuser "ALTER SYSTEM SET synchronous_standby_names = 'nobody'"
as_superuser "SELECT pg_reload_conf()" >/dev/null
run=$(sql "SET synchronous_commit = local; SELECT fanout.start_run('f', '[1, 2, 3]')")
wait_for_log 'level=warn(ing)? msg="the server does not answer" loops=.*waited_ms=.*hint=.*synchronous standby'
ok $? "while the server waits for a standby that isn't there the log says that it does not answer, and what may be"
as_worker() { PGUSER=worker_$$ sql "$@"; }
me=$(as_worker "SET synchronous_commit = local; SELECT fanout.register_worker('me', '{nobodys}', slots => 1)")
is "$(as_worker "SELECT fanout.heartbeat($me)" 2>&1)" "" "a heartbeat does not wait for it"
# Many versions of its row, which whoever reads it next prunes.
as_superuser "SET synchronous_commit = local; SELECT format('ALTER FUNCTION fanout.heartbeat COST %s', n) FROM generate_series(100, 200) n \gexec" -d app
is "$(as_worker "SELECT fanout.heartbeat($me)" 2>&1)" "" "nor where it comes upon a page to be pruned"
PGAPPNAME=beside as_worker "BEGIN; SELECT fanout.heartbeat($me); SELECT fanout.register_worker('other', '{nobodys}', slots => 1); COMMIT" >beside &
beside=$!
PGUSER=postgres wait_until "SELECT count(*) = 1 FROM pg_stat_activity WHERE application_name = 'beside' AND wait_event = 'SyncRep'"
ok $? "what else is written in its transaction does"
as_superuser "SET synchronous_commit = local; ALTER SYSTEM RESET synchronous_standby_names"
as_superuser "SELECT pg_reload_conf()" >/dev/null
is "$(wait_for_run "$run")" completed "then the run goes on to its end"
wait "$beside"
wait_for_log 'msg="the server answers again" waited_ms='
ok $? "and the log says that it answers again"
is "$(grep -c 'msg="the server does not answer"' "$log")" 1 "each is said once"

# Its sessions stand still, and are gone with it.
kill -STOP $(as_superuser "SELECT pid FROM pg_stat_activity WHERE usename = 'worker_$$'")
wait_for_log 'msg="the server does not answer"' 2
no_connection='msg="(connection lost|no connection)"'
before=$(grep -Ec "$no_connection" "$log" || true)
"$cluster" stop "$work/server" immediate
wait_for_log "$no_connection" $((before + 10))
is "$(grep -c 'msg="the server answers again"' "$log")" 1 "a connection that is lost is no answer"
"$cluster" start "$work/server" fsync=off
wait_for_log 'msg="the server answers again" waited_ms=' 2
ok $? "one that comes from a server that was started again is"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
