#!/usr/bin/env bash
# An update that would break something says what that is, and what to do; nothing has changed then, and afterwards it succeeds.
. "$(dirname "$0")/../e2e/lib.bash"
. "$root/tests/upgrade/lib.bash"

make_server_for_updates
restore_old old
runs() { as_superuser "SELECT count(*) FROM fanout.runs WHERE status = 'started'"; }
before=$(runs)
refuses() { # refuses REGEX DESCRIPTION
    like "$(update)" "$1" "$2"
    is "$(version_there) $(runs)" "0.1.0 $before" "$2: nothing has changed"
}

# -- who runs it

as_superuser "CREATE ROLE other_$$ LOGIN SUPERUSER"
like "$(PGUSER=other_$$ sql "ALTER EXTENSION pgfanout UPDATE" 2>&1 | tr '\n' ' ')" \
    'pgfanout belongs to role "postgres", not to "other_[0-9]+" HINT:  SET ROLE postgres; ALTER EXTENSION pgfanout UPDATE; RESET ROLE' "another superuser"
# What a hint says is done as it is.
hint_of() { sed 's/.*HINT:  //; s/ CONTEXT:.*//' <<<"$1"; }
as_superuser "CREATE ROLE plain_$$ SUPERUSER; CREATE DATABASE plain; SET ROLE plain_$$" >/dev/null
PGDATABASE=plain as_superuser "SET ROLE plain_$$; CREATE EXTENSION pgfanout VERSION '0.1.0'; RESET ROLE; ALTER ROLE plain_$$ NOSUPERUSER"
said=$(PGDATABASE=plain update)
like "$said" "pgfanout belongs to role \"plain_$$\", not to \"postgres\"" "for an owner who is none any more"
is "$(PGDATABASE=plain as_superuser "$(hint_of "$said")")" "" "the hint makes him one for the time of the update"
is "$(PGDATABASE=plain as_superuser "SELECT extversion FROM pg_extension WHERE extname = 'pgfanout' UNION SELECT c.relowner::regrole::text FROM pg_class c WHERE c.relnamespace = 'fanout'::regnamespace
    UNION SELECT p.proowner::regrole::text FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace UNION SELECT rolsuper::text FROM pg_roles WHERE rolname = 'plain_$$' ORDER BY 1")" \
    "$("$fanoutd" --version)
false
plain_$$" "and all of it is his"

# -- sessions that may have the older library loaded

coproc session { PGUSER=upgrade_author psql -XAtq 2>session.log; }
# shellcheck disable=SC2154
echo "SELECT pg_backend_pid();" >&"${session[1]}"
read -r pid <&"${session[0]}"
# Installed anew: the library's file is another one.
sleep_until_next_second() { local now=$SECONDS; while ((SECONDS == now)); do sleep 0.05; done; }
sleep_until_next_second
"$cluster" start "$work/server" fsync=off fanout.superuser_handlers=on
refuses "sessions may have loaded an older library.*$pid of role \"upgrade_author\".*HINT:  Daemons and pools connect anew, and wait: SELECT pg_terminate_backend" \
    "a session that was begun before the installation"
hint=$(hint_of "$(update)")
is "$(as_superuser "${hint#*and wait: }")" t "which the hint ends"

# -- what is somebody else's

lost="pgfanout's tables, views and functions are made anew, and these would be lost:"
check() { # check MAKE DROP REGEX DESCRIPTION
    as_superuser "$1"
    refuses "$lost $3 HINT:  Drop them, ALTER EXTENSION pgfanout UPDATE, and make them again" "$4"
    as_superuser "$2"
}
check "CREATE VIEW public.report AS SELECT flow, status FROM fanout.runs_overview" "DROP VIEW public.report" "view public.report" "a view upon one of its"
check "CREATE FUNCTION public.items() RETURNS SETOF jsonb LANGUAGE sql BEGIN ATOMIC SELECT item FROM fanout.tasks; END" "DROP FUNCTION public.items" \
    'function public.items\(\)' "a function upon a column that has gone"
check "CREATE TABLE public.orders (run_id uuid REFERENCES fanout.runs)" "DROP TABLE public.orders" "table public.orders" "a foreign key"
check "CREATE TABLE public.kept (id int, run fanout.runs); CREATE TYPE public.pair AS (a int, several fanout.steps[]); CREATE DOMAIN public.day AS fanout.runs" \
    "DROP TABLE public.kept; DROP TYPE public.pair; DROP DOMAIN public.day" "composite type public.pair, table public.kept, type public.day" "what has rows of its tables"
check "CREATE FUNCTION public.my_runs() RETURNS SETOF fanout.runs LANGUAGE sql AS 'SELECT * FROM fanout.runs'; CREATE VIEW public.tv AS SELECT (jsonb_populate_record(NULL::fanout.runs, '{}')).name" \
    "DROP FUNCTION public.my_runs; DROP VIEW public.tv" 'function public.my_runs\(\), view public.tv' "a function and a view of the types of its tables"
check "ALTER TABLE fanout.flows ADD retention interval" "ALTER TABLE fanout.flows DROP retention" "column retention of fanout.flows" "a column that this version has, too"
check "ALTER TABLE fanout.runs ADD team text; CREATE INDEX runs_by_team ON fanout.runs (team)" "ALTER TABLE fanout.runs DROP team" \
    "column team of fanout.runs, index runs_by_team of fanout.runs" "a column and an index"
check "CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TRIGGER note AFTER UPDATE ON fanout.runs FOR EACH ROW EXECUTE FUNCTION public.note()" \
    "DROP TRIGGER note ON fanout.runs" "trigger note of fanout.runs" "a trigger"
check "ALTER TABLE fanout.runs ADD CONSTRAINT named CHECK (name <> '')" "ALTER TABLE fanout.runs DROP CONSTRAINT named" "constraint named of fanout.runs" "a constraint"
check "CREATE POLICY own ON fanout.runs USING (true); CREATE RULE quiet AS ON DELETE TO fanout.results_03 DO INSTEAD NOTHING" \
    "DROP POLICY own ON fanout.runs; DROP RULE quiet ON fanout.results_03" "policy own of fanout.runs, rule quiet of fanout.results_03" "a policy and a rule"
check "CREATE TABLE fanout.notes (note text)" "DROP TABLE fanout.notes" "table fanout.notes" "a table in its schema"
as_superuser "CREATE PUBLICATION ends FOR TABLE fanout.runs" 2>/dev/null
refuses "$lost publication of table fanout.runs in publication ends HINT" "a publication"
as_superuser "DROP PUBLICATION ends"

like "$(PGOPTIONS='-c quote_all_identifiers=on -c datestyle=SQL -c timezone=Asia/Kolkata -c default_transaction_isolation=serializable' update)" \
    "READ COMMITTED, and this one is SERIALIZABLE HINT:  SET default_transaction_isolation = 'read committed'; ALTER EXTENSION pgfanout UPDATE" "a transaction that would not see what others have committed"
as_superuser "CREATE TABLE public.kept (id int, run fanout.runs)"
like "$(PGOPTIONS='-c quote_all_identifiers=on -c datestyle=SQL -c timezone=Asia/Kolkata' update)" "would be lost: table public.kept HINT" "other settings change nothing"
as_superuser "DROP TABLE public.kept"

# -- what ends it

contents() {
    as_superuser "SELECT c.relname, (xpath('/row/md5/text()', query_to_xml(format('SELECT md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM (TABLE fanout.%I) t', c.relname), true, true, '')))[1]
                    FROM pg_class c WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('r', 'S') ORDER BY 1"
}
contents >contents.before
# At its last statement, which drops what was set aside, it waits for a lock that another session has.
as_superuser "CREATE FUNCTION public.wait() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(4711); END';
    CREATE EVENT TRIGGER wait ON ddl_command_end WHEN TAG IN ('DROP SCHEMA') EXECUTE FUNCTION public.wait()"
start_update() {
    rm -f go
    psql -Xq >lock.log 2>&1 < <(echo 'SELECT pg_advisory_lock(4711);' && until [[ -e go ]]; do sleep 0.05; done) &
    wait_until "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND granted)"
    psql -Xq -c "ALTER EXTENSION pgfanout UPDATE" >update.log 2>&1 &
    updating=$!
    wait_until "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted)"
}
is_unchanged() { # is_unchanged DESCRIPTION
    wait "$updating" || :
    contents >contents.after
    is "$(version_there) $(diff contents.before contents.after)" "0.1.0 " "$1: nothing has changed"
}
export PGUSER=postgres
start_update
as_superuser "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'ALTER EXTENSION%'" >/dev/null
is_unchanged "an update that is cancelled"
touch go
start_update
"$cluster" stop "$work/server" immediate
"$cluster" start "$work/server" fsync=off fanout.superuser_handlers=on
touch go
is_unchanged "a server that goes down"
as_superuser "DROP EVENT TRIGGER wait"

# -- names that are too long

as_superuser "UPDATE fanout.steps SET handler = repeat('h', 256) WHERE step_slug = 'third'"
refuses 'names of more than 255 bytes: handler of flow "chain" HINT' "a handler's name"
as_superuser "UPDATE fanout.steps SET handler = 'h' WHERE step_slug = 'third'"

is "$(update)" "" "then it is updated"
is "$(runs)" "$before" "with all that goes on"
