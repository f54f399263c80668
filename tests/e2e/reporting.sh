#!/usr/bin/env bash
# docs/reporting.md: a reporting database that logical replication fills shows runs, steps, tasks and failures as the source does, whatever
# becomes of them there: retries, results that are taken back, runs that move to another generation, generations that are truncated and
# come again. What is pruned goes from the one as from the other, and stays in its history.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/half_done.bash"

recipe=$root/examples/reporting
# Room for as many copies of tables at a time as there are workers for it.
room=(max_replication_slots=20 max_wal_senders=20 max_worker_processes=20)
# How much one call moves is not to depend on how fast the machine is.
make_own_server fsync=off full_page_writes=off wal_level=logical "${room[@]}" fanout.lease=3s fanout.heartbeat_interval=500ms fanout.call_budget=1h
begin_half_done
as_superuser "\\i $recipe/publication.sql"
clusters+=("$work/reporting")
"$cluster" start "$work/reporting" fsync=off full_page_writes=off "${room[@]}" max_logical_replication_workers=12 max_sync_workers_per_subscription=8 \
    wal_receiver_status_interval=1s
# The value of a query in the reporting database.
report() { (eval "$("$cluster" env "$work/reporting")" && PGDATABASE=reports sql "$@"); }
(eval "$("$cluster" env "$work/reporting")" && createdb reports)
report "\\i $recipe/tables.sql"
subscribe() {
    report "CREATE SUBSCRIPTION fanout_reporting CONNECTION 'host=$PGHOST dbname=$PGDATABASE user=fanout_reporting' PUBLICATION fanout_reporting" 2>/dev/null
}
is_copied() { [[ $(report "SELECT bool_and(srsubstate = 'r') FROM pg_subscription_rel") == t ]]; }
subscribe
wait_for is_copied 60
ok $? "all tables are copied"
report "\\i $recipe/history.sql"

# What the source's views say, and the same of the reporting database: a file each, of runs, steps, tasks and failures.
write_source() {
    as_superuser "SELECT r.run_id, r.flow, r.version, r.name, r.status, r.failed, o.input, o.output, r.error, r.started_at, r.completed_at, r.parent_run_id
                    FROM fanout.runs_overview r JOIN fanout.run_outputs o USING (run_id) ORDER BY r.run_id" >source.runs
    as_superuser "SELECT run_id, step_slug, step_type, handler, status, total, items, failed, output, error, started_at
                    FROM fanout.steps_overview ORDER BY run_id, step_slug" >source.steps
    # Of tasks that have not ended, and may not be inserted yet, it says more.
    as_superuser "SELECT run_id, flow_slug, step_slug, task_index, status, attempts, nullif(input -> 'item', 'null'), output, CASE status WHEN 'failed' THEN error END,
                         CASE WHEN child_run_id IS NULL THEN started_at END, completed_at, settled_by, settled_because
                    FROM fanout.step_tasks WHERE completed_at IS NOT NULL ORDER BY run_id, step_slug, task_index" >source.tasks
    as_superuser "SELECT run_id, step_slug, task_index, attempt, final, error, claimed_at, failed_at
                    FROM fanout.task_failures ORDER BY run_id, step_slug, task_index, attempt" >source.failures
}
write_reports() { # write_reports SCHEMA: reporting or history
    report "SELECT run_id, flow, version, name, status, failed, input, output, error, started_at, completed_at, parent_run_id
              FROM $1.runs ORDER BY run_id" >"$1.runs"
    report "SELECT run_id, step_slug, step_type, handler, status, tasks, items, failed, output, error, started_at FROM $1.steps
             ORDER BY run_id, step_slug COLLATE \"C\"" >"$1.steps"
    report "SELECT t.run_id, t.flow, t.step_slug, t.task_index, t.status, t.attempts, nullif(t.item, 'null'), t.output, t.error,
                   CASE WHEN t.run_id NOT IN (SELECT parent_run_id FROM $1.runs WHERE parent_run_id IS NOT NULL) THEN t.started_at END, t.completed_at,
                   t.settled_by, t.settled_because FROM $1.tasks t WHERE t.completed_at IS NOT NULL ORDER BY t.run_id, t.step_slug COLLATE \"C\", t.task_index" >"$1.tasks"
    report "SELECT run_id, step_slug, task_index, attempt, final, error, claimed_at, failed_at FROM $1.failures
             ORDER BY run_id, step_slug COLLATE \"C\", task_index, attempt" >"$1.failures"
}
catch_up() {
    local end
    end=$(as_superuser "SELECT pg_current_wal_insert_lsn()")
    wait_for "[[ \$(as_superuser \"SELECT confirmed_flush_lsn >= '$end' FROM pg_replication_slots WHERE slot_name = 'fanout_reporting'\") == t ]]"
}
compare() { # compare DESCRIPTION
    local part
    catch_up
    write_source
    write_reports reporting
    for part in runs steps tasks failures; do
        is "$(diff "source.$part" "reporting.$part" | head -n 5)" "" "$1: $(wc -l <"source.$part") $part are as at the source"
    done
}

compare "copied"
finish_half_done "the source"
compare "replicated"

# A run that stays failed among much that is pruned: it moves to the next generation, and the one that it was in is truncated.
turn() {
    as_superuser "UPDATE fanout.generations SET began_at = began_at - interval '30 days'"
    as_superuser "SELECT fanout.maintain()" >/dev/null
}
generation_of() { as_superuser "SELECT generation FROM fanout.runs WHERE run_id = '$1'"; }
is_truncated() { # is_truncated GENERATION
    as_superuser "SELECT fanout.maintain()" >/dev/null
    [[ $(as_superuser "SELECT kept_by FROM fanout.storage_overview WHERE generation = $1") == empty ]]
}
make_garbage() { # a run of 2000 tasks that is pruned
    sql "SELECT fanout.register_worker('garbage', '{garbage}', slots => 3000) AS w \\gset
         SELECT fanout.create_flow('garbage'), fanout.add_step('garbage', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'garbage');
         SELECT fanout.start_run('garbage', (SELECT jsonb_agg(i) FROM generate_series(1, 2000) i));
         SELECT count(fanout.complete_task(run_id, step_slug, task_index, '1')) FROM fanout.claim_tasks(:w, 3000);
         SELECT fanout.unregister_worker(:w);
         SELECT fanout.prune('0', 'garbage')" >/dev/null
}
late=$(sql "SELECT fanout.register_worker('late', '{late}', slots => 10) AS w \\gset
    SELECT fanout.create_flow('late', max_attempts => 1) \\g /dev/null
    SELECT fanout.add_step('late', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'late') \\g /dev/null
    SELECT fanout.start_run('late', '[1, 2, 3, 4, 5]') AS late \\gset
    SELECT claim_id AS c FROM fanout.exchange(:w, 1, 5) WHERE kind = 'task' LIMIT 1 \\gset
    SELECT fanout.exchange(:w, 2, 0, array_fill(:c::bigint, '{5}'), '{0,1,2,3,4}', '{1,2,NULL,4,5}', '{NULL,NULL,no,NULL,NULL}', '{f,f,t,f,f}') \\g /dev/null
    SELECT fanout.unregister_worker(:w) \\g /dev/null
    SELECT :'late'")
compare "failed"
before=$(generation_of "$late")
cp reporting.runs kept.runs && cp reporting.tasks kept.tasks
as_superuser "SELECT fanout.prune('0', status => '{completed,cancelled}')" >/dev/null
turn
after=$(generation_of "$late")
is "$after" $((before + 1)) "a run that is kept moves to another generation"
compare "moved"
# What it has left is still there, under the same keys.
report "DROP SUBSCRIPTION fanout_reporting" 2>/dev/null
report "TRUNCATE fanout.flows, fanout.steps, fanout.deps, fanout.runs, fanout.step_states, fanout.settlements, fanout.tasks, fanout.results, fanout.failures"
subscribe
wait_for is_copied 60
is "$(report "SELECT count(*) > 1 FROM fanout.results WHERE state_id = (SELECT state_id FROM fanout.step_states WHERE run_id = '$late')
               GROUP BY last_index LIMIT 1")" t "all is copied anew, garbage included"
compare "begun anew"
wait_for "is_truncated $before"
compare "truncated"
is "$(report "SELECT count(*) FROM fanout.results_$(printf %02d "$before")")" 0 "a generation that is truncated is so there, too"
write_reports history
is "$(diff <(sort history.runs reporting.runs) <(sort kept.runs))$(diff <(sort history.tasks reporting.tasks) <(sort kept.tasks) | head -n 5)" "" \
    "what was pruned is in the history, with $(wc -l <history.tasks) tasks"

# Its failed task runs again, out of the middle of a range.
sql "SELECT fanout.register_worker('late', '{late}', slots => 10) AS w \\gset
     SELECT fanout.resume_run('$late');
     SELECT fanout.claim_tasks(:w, 5);
     SELECT fanout.complete_task('$late', 'each', 2, '3');
     SELECT fanout.unregister_worker(:w)" >/dev/null
compare "resumed"

# The ring comes round: the run moves to where it was before.
make_garbage
as_superuser "SELECT setval('fanout.generation_seq', $before)" >/dev/null
as_superuser "SELECT fanout.maintain()" >/dev/null
is "$(generation_of "$late")" "$before" "a run moves to where it has been before"
compare "come round"
is "$(report "SELECT subenabled FROM pg_subscription")$(report "SELECT sum(apply_error_count + sync_error_count) FROM pg_stat_subscription_stats")" t0 "nothing has stopped it"
