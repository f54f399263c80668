#!/usr/bin/env bash
# Child runs with a real daemon: fan-outs three levels deep, a cancel that reaches the processes of grandchildren, and a
# batch of chained runs.
. "$(dirname "$0")/lib.bash"

sql "CREATE SCHEMA app;
     CREATE FUNCTION app.list(input jsonb) RETURNS jsonb LANGUAGE sql AS \$\$
         SELECT jsonb_agg(format('%s.%s', input ->> 'run', i)) FROM generate_series(1, 10) i \$\$;
     CREATE FUNCTION app.upper(input jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT to_jsonb(upper(input ->> 'item')) \$\$;
     SELECT fanout.create_flow('dataset');
     SELECT fanout.add_step('dataset', 'rows', handler => 'sql:app.list');
     SELECT fanout.add_step('dataset', 'convert', ARRAY['rows'], 'fanout', handler => 'sql:app.upper');
     SELECT fanout.create_flow('tenant');
     SELECT fanout.add_step('tenant', 'datasets', handler => 'sql:app.list');
     SELECT fanout.add_step('tenant', 'each', ARRAY['datasets'], 'fanout', handler => 'flow:dataset');
     SELECT fanout.create_flow('all');
     SELECT fanout.add_step('all', 'tenants', step_type => 'fanout', fanout_from => 'run', handler => 'flow:tenant')" >/dev/null
run=$(sql "SELECT fanout.start_run('all', '[\"x\", \"y\", \"z\"]')")
start_daemon --once
wait_for_end "$daemon"
is "$status" 0 "--once ends when all levels are done"
is "$(sql "SELECT fanout.run_status('$run')")" completed "three levels of fan-outs complete"
is "$(sql "SELECT fanout.run_output('$run') #> '{tenants,2,each,9,convert,4}'")" '"Z.10.5"' "every result is in its place"
is "$(sql "SELECT count(*) FROM fanout.runs_overview WHERE status = 'completed'")" 34 "a run each"

# A chain over them, in order.
batch=$(sql "SELECT fanout.chain_runs('tenant', ARRAY(SELECT run_id FROM fanout.runs_overview WHERE flow = 'dataset' ORDER BY started_at DESC LIMIT 3), source_step => 'rows', name_prefix => 'again ')")
start_daemon --once
wait_for_end "$daemon"
is "$(sql "SELECT string_agg(status, ' ') FROM fanout.chain_results('$batch')")" "completed completed completed" "a batch of chained runs completes"
is "$(sql "SELECT count(*) FROM fanout.runs_overview WHERE name LIKE 'again %'")" 3 "its runs have names"

# Processes of grandchildren.
cat >config.json <<JSON
{"handlers": {"sleep": {"type": "exec", "argv": ["sh", "-c", "exec sleep 1000.$$"], "concurrency": 4, "stop_grace_ms": 200}}}
JSON
sql "SELECT fanout.create_flow('leaf'); SELECT fanout.add_step('leaf', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sleep');
     SELECT fanout.create_flow('middle'); SELECT fanout.add_step('middle', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:leaf');
     SELECT fanout.create_flow('top'); SELECT fanout.add_step('top', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:middle')" >/dev/null
run=$(sql "SELECT fanout.start_run('top', '[[[1], [2]], [[3, 4]]]')")
start_daemon --config config.json
sleepers() { pgrep -f "^sleep 1000.$$\$" | wc -l; }
wait_for '(($(sleepers) == 4))'
is "$(sleepers)" 4 "the tasks of the lowest level run"
sql "SELECT fanout.cancel_run('$run')" >/dev/null
began=$SECONDS
wait_for '(($(sleepers) == 0))'
is "$(sleepers)" 0 "a cancel of the top ends their processes"
ok $((SECONDS - began > 3)) "soon"
is "$(sql "SELECT string_agg(DISTINCT status, ' ') FROM fanout.runs_overview WHERE flow IN ('top', 'middle', 'leaf')")" cancelled "and all runs between"
end_daemon TERM
