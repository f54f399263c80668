#!/usr/bin/env bash
# Somebody's SQL tasks are quick at first, so that they are claimed by the thousand, and then slow. What a daemon holds of them goes
# back, and the tasks of others have their turn.
. "$(dirname "$0")/lib.bash"

sql "CREATE FUNCTION work(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
     'BEGIN PERFORM pg_sleep((task ->> ''item'')::float8); RETURN ''1''; END';
     CREATE FUNCTION quick(task jsonb) RETURNS jsonb LANGUAGE sql RETURN '1'::jsonb;
     SELECT fanout.create_flow(flow, max_attempts => 1) FROM unnest(ARRAY['slow', 'others']) flow;
     SELECT fanout.add_step('slow', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:work');
     SELECT fanout.add_step('others', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:quick')" >/dev/null
echo '{"sql_connections": 2}' >config.json
start_daemon --config config.json
quick=$(sql "SELECT fanout.start_run('slow', (SELECT jsonb_agg(0) FROM generate_series(1, 30000)))")
is "$(wait_for_run "$quick")" completed "the daemon has seen quick tasks"

slow=$(sql "SELECT fanout.start_run('slow', (SELECT jsonb_agg(CASE WHEN n <= 10000 THEN 0 ELSE 1 END) FROM generate_series(1, 14000) n))")
wait_until "SELECT done >= 10002 FROM fanout.runs_overview WHERE run_id = '$slow'" 60
for i in 1 2 3; do
    is "$(wait_for_run "$(sql "SELECT fanout.start_run('others', '[1, 2, 3]')")")" completed "a run of others ends beside slow tasks ($i)"
done
is "$(sql "SELECT status FROM fanout.runs_overview WHERE run_id = '$slow'")" started "while these go on"
held=$(sql "SELECT count(*) FROM fanout.step_tasks WHERE run_id = '$slow' AND status = 'started'")
ok "$((held > 100))" "few of them are held ($held)"
is "$(sql "SELECT count(*) FROM fanout.task_failures")" 0 "no attempt was lost"
sql "SELECT fanout.cancel_run('$slow')" >/dev/null
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
