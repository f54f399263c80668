#!/usr/bin/env bash
# Connections to other databases that one owner's function leaves open (dblink's), or that an extension keeps for it (postgres_fdw's): the
# next owner's function in the same session, a daemon's or that of a client of run_sql_tasks, never gets them.
. "$(dirname "$0")/lib.bash"

as_superuser "CREATE ROLE other_$$ LOGIN" >/dev/null
as_superuser "SELECT fanout.grant_developer('other_$$')" >/dev/null
as_other() { PGUSER=other_$$ sql "$@"; }

# Both go here again, without a password: so the server lets these two roles do what else wants one.
as_superuser "CREATE EXTENSION dblink; CREATE EXTENSION postgres_fdw;
     GRANT CREATE ON SCHEMA public TO PUBLIC; GRANT EXECUTE ON FUNCTION dblink_connect_u(text), dblink_connect_u(text, text) TO dev_$$;
     CREATE VIEW whoami AS SELECT current_user::text AS who, pg_backend_pid() AS backend;
     GRANT SELECT ON whoami TO PUBLIC;
     CREATE SERVER here FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$PGHOST', port '$PGPORT', dbname '$PGDATABASE');
     CREATE USER MAPPING FOR dev_$$ SERVER here OPTIONS (user 'dev_$$', password_required 'false');
     CREATE USER MAPPING FOR other_$$ SERVER here OPTIONS (user 'other_$$', password_required 'false');
     CREATE FOREIGN TABLE there (who text, backend int) SERVER here OPTIONS (table_name 'whoami');
     GRANT SELECT ON there TO PUBLIC" >/dev/null 2>&1

there="host=$PGHOST port=$PGPORT dbname=$PGDATABASE user=dev_$$ application_name=of_dblink"
sql "CREATE FUNCTION opens(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
     'BEGIN
          IF task ->> ''item'' <> ''unnamed'' THEN PERFORM dblink_connect_u(task ->> ''item'', ''$there''); END IF;
          IF task ->> ''item'' <> ''named'' THEN PERFORM dblink_connect_u(''$there''); END IF;
          IF task ->> ''item'' = ''fails'' THEN RAISE ''no luck''; END IF;
          RETURN (SELECT to_jsonb(who) FROM there);
      END';
     SELECT fanout.create_flow('opens', max_attempts => 1);
     SELECT fanout.add_step('opens', 'open', step_type => 'fanout', fanout_from => 'run', handler => 'sql:opens', on_failure => 'collect')" >/dev/null
# It tries the first one's connections, and tells with which error.
as_other "CREATE FUNCTION says(statement text) RETURNS text LANGUAGE plpgsql AS
     'BEGIN
          EXECUTE statement;
          RETURN ''it worked'';
      EXCEPTION WHEN OTHERS THEN
          RETURN SQLSTATE;
      END';
     CREATE FUNCTION uses(task jsonb) RETURNS jsonb LANGUAGE sql AS
     'SELECT jsonb_build_object(
          ''names'', dblink_get_connections(),
          ''named'', says(''SELECT dblink_exec(''''named'''', ''''SET work_mem = 100'''')''), ''closes'', says(''SELECT dblink_disconnect(''''named'''')''),
          ''unnamed'', says(''SELECT dblink_exec(''''SET work_mem = 100'''')''),
          ''foreign'', (SELECT who = ''other_$$'' FROM there))';
     SELECT fanout.create_flow('uses', max_attempts => 1);
     SELECT fanout.add_step('uses', 'use', handler => 'sql:uses')" >/dev/null

# Of a name that isn't known dblink_exec makes a connection string, which has no password.
nothing='{"use": {"names": null, "named": "2F003", "closes": "08003", "unnamed": "08003", "foreign": true}}'
uses() { # uses DESCRIPTION
    local run
    run=$(as_other "SELECT fanout.start_run('uses')")
    serve
    PGUSER=other_$$ wait_for_run "$run" >/dev/null
    is "$(as_other "SELECT fanout.run_output('$run')")" "$(sql "SELECT '$nothing'::jsonb")" "$1"
}

opens() { # opens ITEM EXPECTED DESCRIPTION
    local run
    run=$(sql "SELECT fanout.start_run('opens', '[\"$1\"]')")
    serve
    wait_for_run "$run" >/dev/null
    is "$(sql "SELECT coalesce((SELECT error FROM fanout.errors('$run')), fanout.run_output('$run') #>> '{open,0}')")" "$2" "$3"
}

all() { # all WHERE
    opens named "dev_$$" "$1: a function opens a connection by a name, and reads a foreign table as its owner"
    uses "of which the next owner's function has nothing"
    opens unnamed "dev_$$" "it opens one without a name"
    uses "which isn't there either"
    opens both "dev_$$" "it opens both"
    PGUSER=postgres wait_until "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'of_dblink')"
    ok 0 "which end with the function"
    opens fails "no luck (SQLSTATE P0001)" "it opens both and fails"
    uses "and these are gone before the next owner's function runs"
}

echo '{"sql_connections": 1}' >config.json
start_daemon --config config.json
serve() { :; }
all "a daemon's one connection"
end_daemon TERM
is "$status" 0 "the daemon ends"

# One session, which claims and runs when it is told to.
coproc client { PGUSER=worker_$$ exec psql -XAtq -v ON_ERROR_STOP=1 2>&1; }
worker=
ask() { # ask STATEMENT: answers its last line
    local line
    echo "$1 \\echo over" >&"${client[1]}"
    answer=
    while read -r line <&"${client[0]}" && [[ $line != over ]]; do answer=$line; done
}
ask "SELECT fanout.register_worker('small', ARRAY['sql:']);"
worker=$answer
serve() { ask "SELECT fanout.claim_tasks($worker, 10); SELECT fanout.run_sql_tasks($worker);"; }
all "a session that calls run_sql_tasks"
like "$answer" '^\(1,0,' "which did"
ask "SELECT fanout.unregister_worker($worker);"
echo '\q' >&"${client[1]}"

as_superuser "DROP OWNED BY other_$$ CASCADE" >/dev/null 2>&1 && as_superuser "DROP ROLE other_$$"
