#!/usr/bin/env bash
# On a standby everything can be looked at, and what would write says so, with the SQLSTATE for it. A daemon that is sent there waits,
# and once the standby is promoted, runs of every kind go on from where they were.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/half_done.bash"

make_own_server fsync=off full_page_writes=off fanout.lease=3s fanout.heartbeat_interval=500ms
begin_half_done
sql "SELECT fanout.create_flow('f');
     SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'f', on_failure => 'collect');
     SELECT fanout.add_step('f', 'last', '{each}', handler => 'nobody');
     SELECT fanout.create_limit('limit', 3)" >/dev/null
run=$(sql "SET client_min_messages = warning; SELECT fanout.start_run('f', '[1, 2, 3]')")
sql "SELECT fanout.register_worker('f', '{f}', slots => 3) AS w \gset
     SELECT fanout.claim_tasks(:w, 3);
     SELECT fanout.complete_task('$run', 'each', 0, '1'), fanout.fail_task('$run', 'each', 1, 'no', final => true), fanout.complete_task('$run', 'each', 2, '3');
     SELECT fanout.unregister_worker(:w)" >/dev/null
# How many rows each view has, all of which are made; but of what is each server's own.
count_views() {
    as_superuser "SELECT format('SELECT %L, count(v::text) FROM fanout.%1\$I v', relname) FROM pg_class
                   WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('v', 'f') AND relname NOT IN ('old_snapshots', 'bad_settings') ORDER BY 1 \\gexec"
}
rows_of_views=$(count_views)
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
is "$(count_views)" "$rows_of_views" "each view has the rows that it has on the primary"

# The functions that look, with what they are called: all but those that compute alone, and those in C that write, which refuse by
# themselves (tests/sql/nothing_is_written_in_a_read_only_transaction.sql).
state=$(as_superuser "SELECT state_id FROM fanout.step_states WHERE run_id = '$run' ORDER BY 1 LIMIT 1")
reads=("run_status('$run')" "run_output('$run')" "is_ready('$run')" "results('$run', 'each')" "errors('$run')" "check_step('$run', 'each')"
    "chain_results((SELECT run_id FROM fanout.runs_overview WHERE flow LIKE 'chain%'))" "check_flow('f')" "flow_tree('f', 1)" "step_options('f', 1, 'each')" "graph_edges('f', 1)"
    "graph('f')" "explain_flow('f')" "explain_run('$run')" "describe_run('$run')" "critical_path('$run')" "timeline('$run')"
    "why('$run')" "reasons_to_wait('$run', 'each', 1)" "reasons_of_end('$run', 'each', 1)" "end_of_task('$run', 'each', 1)"
    "rank_of_place('$run', 'each', 1, 'item', 'each')" "detail_of_reason('$run', 'each', 1, 'running', 1, '{x}', now(), now(), NULL, 1, 0)"
    "is_operator()" "is_monitor()" "is_copy()" "may_see('dev_$$')" "pause_of_run('$run')" "own_flow_slug('f', 'f')" "current_task()" "library_version()"
    "usual_retention(true)" "heartbeat_interval()" "role_out('dev_$$')" "role_send('dev_$$')"
    "tasks_without_result($state)" "step_context($state)" "task_item($state, 0)" "state_output($state)" "task_times($state)" "retries($state)"
    "states_with_tasks('$run', 'each')" "source_error('$run', 'each', 1)"
    "health()" "health_of_installation()" "health_of_queue('1 min')" "health_of_workers()" "health_of_server('1 h')" "health_of_storage()"
    "metrics()" "next_deadline()" "work_left('{nobody}')")
is "$(as_superuser "$(printf 'SELECT fanout.%s;\n' "${reads[@]}")" -v ON_ERROR_STOP=0 2>&1 >/dev/null)" "" "each function that looks can be called"
writes=("execute_many('h', '[]')" "grant_functions('dev_$$', '{is_copy}')" "grant_worker('dev_$$')" "grant_looking('dev_$$')" "grant_developer('dev_$$')" "grant_operator('dev_$$')")
is "$(as_superuser "$(printf 'SELECT fanout.%s;\n' "${writes[@]}")" -v ON_ERROR_STOP=0 -v VERBOSITY=sqlstate 2>&1)" "$(printf 'ERROR:  25006\n%.0s' "${writes[@]}")" "each that writes refuses"
is "$(diff <(printf '%s\n' "${reads[@]%%(*}" "${writes[@]%%(*}" | sort) <(as_superuser "
    SELECT proname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
     WHERE p.pronamespace = 'fanout'::regnamespace AND p.prokind = 'f' AND p.provolatile <> 'i' AND NOT (l.lanname = 'c' AND p.provolatile = 'v')
       AND NOT coalesce(p.proargtypes[0] IN ('cstring'::regtype, 'internal'::regtype), false)" | sort))" "" "these are all functions"

refusal() { # refusal CALL
    sql "\\set ON_ERROR_STOP 0
         SELECT fanout.$1;
         \\echo :LAST_ERROR_SQLSTATE :LAST_ERROR_MESSAGE" 2>/dev/null
}
for call in "start_run('f')" "create_flow('g')" "add_step('f', 'more')" "cancel_run('$run')" "chain_runs('f', '{}')" "drop_limit('limit')" "execute_many('h', '[]')"; do
    like "$(refusal "$call")" "^25006 fanout\.[a-z_]+ writes, and this server is a standby" "${call%%(*} refuses"
done
export PGUSER=worker_$$
for call in "register_worker('w', '{h}')" "exchange(1, 1, 1)" "heartbeat(1)" "heartbeats('{1}', '{0}')" "maintain()" "run_sql_tasks(1)"; do
    like "$(refusal "$call")" "^25006 fanout\.${call%%(*} writes, and this server is a standby" "${call%%(*} refuses"
done
export PGUSER=dev_$$

start_daemon
wait_for_log 'may only be read from'
ok $? "a daemon that is sent there says that it may only read"
"$cluster" promote "$work/standby"
wait_until "SELECT count(*) > 0 FROM fanout.workers_overview WHERE name NOT IN ('old', 'w')"
ok $? "and works there once it is the primary"
end_daemon TERM
is "$status" 0 "it ends cleanly"
is "$(as_superuser "SELECT fanout.adopt_copy()")" f "a promoted standby is no copy"
check_half_done "promoted"
finish_half_done "promoted"
