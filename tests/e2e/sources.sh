#!/usr/bin/env bash
# What users write as sources, with a real daemon: it is tried again, and stopped when its time is up, and steps that
# take one item at a time take them by index while they come.
. "$(dirname "$0")/lib.bash"

sql "CREATE SCHEMA app;
     CREATE SEQUENCE app.calls;
     CREATE FUNCTION app.once(t jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql AS \$\$
     BEGIN
         IF nextval('app.calls') = 1 THEN RAISE 'no connection' USING ERRCODE = '08001'; END IF;
         RETURN NEXT '1';
     END \$\$;
     CREATE FUNCTION app.endless(t jsonb) RETURNS jsonb LANGUAGE plpgsql AS \$\$ BEGIN LOOP PERFORM pg_sleep(0.1); END LOOP; END \$\$;
     CREATE FUNCTION app.id(t jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT t -> 'item' \$\$;
     CREATE TABLE app.order (item jsonb, at int GENERATED ALWAYS AS IDENTITY);
     CREATE FUNCTION app.note(t jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ INSERT INTO app.order (item) VALUES (t -> 'item') RETURNING item \$\$;
     SELECT fanout.create_flow('once', base_delay => '50 ms');
     SELECT fanout.add_step('once', 'm', step_type => 'fanout', fanout_from => 'sql:app.once', handler => 'sql:app.id');
     SELECT fanout.create_flow('endless', max_attempts => 2, base_delay => '50 ms', timeout => '200 ms');
     SELECT fanout.add_step('endless', 'm', step_type => 'fanout', fanout_from => 'sql:app.endless', handler => 'sql:app.id');
     SELECT fanout.create_flow('path');
     SELECT fanout.add_step('path', 'm', step_type => 'fanout', fanout_from => 'run', fanout_path => '\$.a[*]', handler => 'sql:app.id');
     SELECT fanout.create_flow('in_order');
     SELECT fanout.add_step('in_order', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'late');
     SELECT fanout.add_step('in_order', 'b', ARRAY['a'], 'fanout', 'sql:app.note', max_concurrency => 1)" >/dev/null
cat >config.json <<'JSON'
{"handlers": {"late": {"type": "exec", "argv": ["bash", "-c", "sleep 0.0$((RANDOM % 10)); cat"], "concurrency": 8}}}
JSON
once=$(sql "SELECT fanout.start_run('once')")
endless=$(sql "SELECT fanout.start_run('endless')")
path=$(sql "SELECT fanout.start_run('path', '{\"a\": [1, 2, 3]}')")
order=$(sql "SELECT fanout.start_run('in_order', (SELECT jsonb_agg(i) FROM generate_series(0, 59) i))")
start_daemon --config config.json --once
wait_for_end "$daemon"
is "$(sql "SELECT fanout.run_output('$once')")" '{"m": [1]}' "a source that failed once is tried again"
is "$(sql "SELECT error FROM fanout.runs_overview WHERE run_id = '$endless'")" \
    'step "m": its source did not end within its timeout of 200 ms (attempt 2)' "one that doesn't end is stopped, each time"
is "$(sql "SELECT fanout.run_output('$path')")" '{"m": [1, 2, 3]}' "the daemon finds what a path matches"
is "$(sql "SELECT fanout.run_status('$order')")" completed "items that come in any order"
is "$(sql "SELECT count(*) FROM (SELECT (item ->> 'item')::int - lag((item ->> 'item')::int, 1, -1) OVER (ORDER BY at) AS step FROM app.order) x WHERE step <> 1")" 0 "are taken by index"
