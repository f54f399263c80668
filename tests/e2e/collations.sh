#!/usr/bin/env bash
# In a database whose own order of texts is a dictionary's, flows run and everything can be looked at: names are compared by their bytes.
. "$(dirname "$0")/lib.bash"

database=e2e_${name}_icu_$$
as_superuser "CREATE DATABASE $database TEMPLATE template0 OWNER dev_$$ LOCALE_PROVIDER icu ICU_LOCALE 'de'"
export PGDATABASE=$database
as_superuser "CREATE EXTENSION pgfanout; SELECT fanout.grant_developer('dev_$$'), fanout.grant_worker('worker_$$')" >/dev/null
is "$(sql "SELECT string_agg(n, ' ' ORDER BY n) FROM unnest(ARRAY['B', 'a', 'Ä', 'z']) n")" "a Ä B z" "the database's order is a dictionary's"
sql "CREATE FUNCTION id(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT coalesce(task -> ''item'', ''0'')';
     SELECT fanout.create_flow(f) FROM unnest(ARRAY['B', 'a', 'Z']) f;
     SELECT fanout.create_limit(l, 2) FROM unnest(ARRAY['Ärger', 'b', 'C']) l;
     SELECT fanout.add_step('B', 'B', handler => 'sql:id', limits => '{Ärger,C}');
     SELECT fanout.add_step('B', 'a', handler => 'sql:id', depends_on => '{B}', queue => 'Über');
     SELECT fanout.add_step('B', 'Z', step_type => 'fanout', fanout_from => 'run', handler => 'sql:id', depends_on => '{a}', limits => '{b}', queue => 'uber');
     SELECT fanout.add_step('B', 'c', step_type => 'fanout', fanout_from => 'run', handler => 'flow:a', depends_on => '{Z}');
     SELECT fanout.add_step('a', 'x', handler => 'sql:id')" >/dev/null
run=$(sql "SELECT fanout.start_run('B', '[1, 2, 3]', name => 'Lauf', fair_key => k) FROM unnest(ARRAY['Kunde', 'kunde', 'ärger']) k" | tail -n 1)
echo '{"queues": ["default", "Über", "uber"]}' >config.json
start_daemon --config config.json --once
wait_for_end "$daemon"
is "$status" 0 "a daemon works off what there is"
is "$(sql "SELECT string_agg(DISTINCT status, ' ') FROM fanout.runs_overview WHERE parent_run_id IS NULL")" completed "the runs complete"
is "$(sql "SELECT string_agg(step_slug, ' ' ORDER BY step_slug) FROM fanout.steps_overview WHERE run_id = '$run'")" "B Z a c" "names come in the order of their bytes"
failing=$(as_superuser "SELECT format('SELECT count(*) FROM fanout.%I', relname) FROM pg_class
                          WHERE relnamespace = 'fanout'::regnamespace AND relkind = 'v' \\gexec" -v ON_ERROR_STOP=0 2>&1 >/dev/null)
is "$failing" "" "each view can be read"
is "$(as_superuser "SELECT count(*) > 0 FROM fanout.metrics()")" t "and so can the metrics"
sql "CREATE TABLE mine (flow text, name text); INSERT INTO mine VALUES ('B', 'Lauf')"
is "$(sql "SELECT count(*) FROM mine JOIN fanout.runs_overview USING (flow, name)")" 3 "a table of one's own is joined with them"
as_superuser "DROP DATABASE $database WITH (FORCE)" -d postgres
