#!/usr/bin/env bash
# A dump is restored where the owner of some flows is missing: it loads, the others' runs go on, and hers when they are given away.
# Of a role that was dropped the dump holds no number, which elsewhere could be somebody else's.
. "$(dirname "$0")/lib.bash"

source=$PGDATABASE target=${PGDATABASE}_restored
as_superuser "CREATE ROLE gone_$$; CREATE ROLE dropped_$$; CREATE ROLE heir_$$;
    SELECT fanout.grant_developer(r::regrole) FROM unnest(ARRAY['gone_$$', 'dropped_$$']) r;
    CREATE FUNCTION public.who(task jsonb) RETURNS jsonb LANGUAGE sql RETURN to_jsonb(current_user::text)" >/dev/null
start() { # start FLOW ROLE: prints the run
    as_superuser "SET ROLE $2; SELECT fanout.create_flow('$1') \g /dev/null
        SELECT fanout.add_step('$1', 'who', handler => 'sql:public.who') \g /dev/null
        SELECT fanout.start_run('$1')"
}
here=$(start here dev_$$) hers=$(start hers gone_$$) late=$(start late dropped_$$)
number=$(as_superuser "SELECT 'dropped_$$'::regrole::oid") her_number=$(as_superuser "SELECT 'gone_$$'::regrole::oid")
as_superuser "DROP OWNED BY dropped_$$; DROP ROLE dropped_$$"
PGUSER=postgres pg_dump -Fc -f archive
as_superuser "DROP OWNED BY gone_$$; DROP ROLE gone_$$"
pg_restore --data-only -f data.sql archive
is "$(grep -Ec "\b($her_number|$number)\b" <(grep -v "dropped: $number" data.sql) || true)" 0 "the dump has no number of a role"

as_superuser "CREATE DATABASE $target OWNER $PGUSER" -d postgres
export PGDATABASE=$target
# The grants to her fail, and nothing else.
PGUSER=postgres pg_restore -j 4 -d "$target" archive >restore.log 2>&1 || true
is "$(grep 'error:' restore.log | grep -Evc "role \"gone_$$\" does not exist|could not execute query" || true)" 0 "only what is granted to a missing role is an error"
# pg_restore executes the rights to one object together, so the others' are lost with hers.
as_superuser "SELECT fanout.grant_worker('worker_$$'), fanout.grant_developer('dev_$$')" >/dev/null
is "$(as_superuser "SELECT string_agg(owner::text, ' ' ORDER BY flow_slug COLLATE \"C\") FROM fanout.flows")" \
    "dev_$$ (missing: gone_$$) (dropped: $number)" "flows are there, and show whose they are"
like "$(as_superuser "SELECT fanout.adopt_copy()" 2>&1)" "missing: gone_$$.*reassign_flows" "who adopts the copy is told who is missing"
PGUSER=worker_$$ "$fanoutd" --once >once.log 2>&1
is "$(sql "SELECT fanout.run_output('$here')")" "{\"who\": \"dev_$$\"}" "the others' runs go on"
is "$(as_superuser "SELECT string_agg(status, ' ') FROM fanout.runs WHERE run_id IN ('$hers', '$late')")" "started started" "those of missing owners wait"
as_superuser "SELECT fanout.reassign_flows('(missing: gone_$$)', 'heir_$$'), fanout.reassign_flows('(dropped: $number)', 'heir_$$'), fanout.maintain()" >/dev/null
PGUSER=worker_$$ "$fanoutd" --once >once.log 2>&1
is "$(as_superuser "SELECT string_agg(fanout.run_output(run_id)::text, ' ') FROM fanout.runs WHERE run_id IN ('$hers', '$late')")" \
    "{\"who\": \"heir_$$\"} {\"who\": \"heir_$$\"}" "and go on when they are given to a role that is there"
as_superuser "DROP DATABASE $target" -d "$source"
