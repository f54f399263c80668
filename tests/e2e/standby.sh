#!/usr/bin/env bash
# On a standby everything can be looked at, and what would write says so, with the SQLSTATE for it. A daemon that is sent there waits.
. "$(dirname "$0")/lib.bash"

make_own_server fsync=off full_page_writes=off fanout.superuser_handlers=on
sql "CREATE FUNCTION id(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
         'BEGIN IF task -> ''item'' = ''2'' THEN RAISE ''no''; END IF; RETURN task -> ''item''; END';
     SELECT fanout.create_flow('f', max_attempts => 1);
     SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'sql:id', on_failure => 'collect');
     SELECT fanout.add_step('f', 'last', '{each}', handler => 'nobody');
     SELECT fanout.create_limit('limit', 3)" >/dev/null
run=$(sql "SELECT fanout.start_run('f', '[1, 2, 3]')")
start_daemon --once
wait_for_end "$daemon"
clusters+=("$work/standby")
"$cluster" standby "$work/standby" "$work/server"
eval "$("$cluster" env "$work/standby")"
export PGDATABASE=app PGUSER=dev_$$
is "$(sql "SELECT pg_is_in_recovery()")" t "there is a standby"

is "$(sql "SELECT fanout.run_status('$run'), fanout.run_output('$run') IS NULL, fanout.is_ready('$run'), fanout.is_ready('$run', 'each')")" \
    "started|t|f|t" "it says how a run is"
is "$(sql "SELECT string_agg(output::text, ' ' ORDER BY task_index) FROM fanout.results('$run', 'each')")" "1 3" "what its tasks gave"
is "$(sql "SELECT task_index FROM fanout.errors('$run')")" 1 "and which failed"
is "$(sql "SELECT input -> '\$errors' -> 'each' -> 0 -> 'index' FROM fanout.step_tasks WHERE run_id = '$run' AND step_slug = 'last'")" 1 \
    "also what is put together while it is looked at"
is "$(sql "CALL fanout.wait_for_run('$run', '100 ms')")" started "a run can be waited for"
failing=$(as_superuser "SELECT format('SELECT count(*) FROM fanout.%I', relname) FROM pg_class
                          WHERE relnamespace = 'fanout'::regnamespace AND relkind = 'v' \\gexec" -v ON_ERROR_STOP=0 2>&1 >/dev/null)
is "$failing" "" "each view can be read"
is "$(as_superuser "SELECT count(*) > 0 FROM fanout.metrics()")$(as_superuser "SELECT fanout.work_left('{nobody}')")$(as_superuser "SELECT fanout.next_deadline() IS NULL")" \
    ttt "and so can what a daemon asks"

refusal() { # refusal CALL
    sql "\\set ON_ERROR_STOP 0
         SELECT fanout.$1;
         \\echo :LAST_ERROR_SQLSTATE :LAST_ERROR_MESSAGE" 2>/dev/null
}
for call in "start_run('f')" "create_flow('g')" "add_step('f', 'more')" "cancel_run('$run')" "chain_runs('f', '{}')" "drop_limit('limit')" "execute_many('h', '[]')"; do
    like "$(refusal "$call")" "^25006 fanout\.[a-z_]+ writes, and this server is a standby" "${call%%(*} refuses"
done
export PGUSER=worker_$$
for call in "register_worker('w', '{h}')" "exchange(1, 1, 1)" "heartbeat(1)" "maintain()" "run_sql_tasks(1)"; do
    like "$(refusal "$call")" "^25006 fanout\.${call%%(*} writes, and this server is a standby" "${call%%(*} refuses"
done
export PGUSER=dev_$$

start_daemon
wait_for_log 'may only be read from'
ok $? "a daemon that is sent there says that it may only read"
"$cluster" promote "$work/standby"
wait_until "SELECT count(*) > 0 FROM fanout.workers_overview"
ok $? "and works there once it is the primary"
end_daemon TERM
is "$status" 0 "it ends cleanly"
