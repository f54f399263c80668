#!/usr/bin/env bash
# Functions of two owners, one after the other on a daemon's one connection for SQL: what the first one would like to leave there is
# gone, and whatever it does runs as its owner or not at all.
. "$(dirname "$0")/lib.bash"

as_superuser "CREATE ROLE other_$$ LOGIN" >/dev/null
as_superuser "SELECT fanout.grant_developer('other_$$')" >/dev/null
as_superuser "CREATE TABLE seen (who text); GRANT INSERT ON seen TO PUBLIC; GRANT CREATE ON SCHEMA public TO PUBLIC"
as_other() { PGUSER=other_$$ sql "$@"; }

sql "CREATE TABLE trap (x int);
     CREATE FUNCTION spring() RETURNS trigger LANGUAGE plpgsql AS
     'BEGIN
          INSERT INTO public.seen VALUES (current_user);
          IF NEW.x > 0 THEN
              SET CONSTRAINTS ALL DEFERRED;
              INSERT INTO public.trap VALUES (NEW.x - 1);
          END IF;
          RETURN NULL;
      END';
     CREATE CONSTRAINT TRIGGER spring AFTER INSERT ON trap DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spring();
     CREATE FUNCTION evil() RETURNS int LANGUAGE sql AS 'INSERT INTO public.seen VALUES (current_user); SELECT 0';
     GRANT EXECUTE ON FUNCTION evil TO PUBLIC;
     CREATE FUNCTION tries(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS
     'BEGIN
          EXECUTE task ->> ''item'';
          RETURN ''1'';
      END';
     SELECT fanout.create_flow('tries', max_attempts => 1);
     SELECT fanout.add_step('tries', 'try', step_type => 'fanout', fanout_from => 'run', handler => 'sql:tries', on_failure => 'collect')" >/dev/null
as_other "CREATE FUNCTION looks(task jsonb) RETURNS jsonb LANGUAGE sql AS
     'SELECT jsonb_build_object(
          ''statements'', (SELECT count(*) FROM pg_prepared_statements), ''channels'', (SELECT count(*) FROM pg_listening_channels()),
          ''cursors'', (SELECT count(*) FROM pg_cursors WHERE name <> ''''), ''holdable'', (SELECT count(*) FROM pg_cursors WHERE is_holdable),
          ''locks'', (SELECT count(*) FROM pg_locks WHERE locktype = ''advisory'' AND pid = pg_backend_pid()),
          ''temporary'', (SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema()), ''work_mem'', current_setting(''work_mem''),
          ''who'', current_user = ''other_$$'')';
     SELECT fanout.create_flow('looks', max_attempts => 1);
     SELECT fanout.add_step('looks', 'look', handler => 'sql:looks')" >/dev/null

echo '{"sql_connections": 1}' >config.json
start_daemon --config config.json

look() { # look DESCRIPTION
    local run
    run=$(as_other "SELECT fanout.start_run('looks')")
    PGUSER=other_$$ wait_for_run "$run" >/dev/null
    is "$(as_other "SELECT fanout.run_output('$run')")" "$clean" "$1"
}

clean=$(as_other "SELECT jsonb_build_object('look', jsonb_build_object('statements', 0, 'channels', 0, 'cursors', 0, 'holdable', 0, 'locks', 0,
    'temporary', 0, 'work_mem', current_setting('work_mem'), 'who', true))")
look "a function finds nothing in the session before anybody's has run"

# One task a run, so that each commits.
attempt() { # attempt STATEMENT
    local run
    run=$(psql -XAtq -v ON_ERROR_STOP=1 -v s="$1" <<<"SELECT fanout.start_run('tries', jsonb_build_array(:'s'::text))")
    wait_for_run "$run" >/dev/null
    sql "SELECT coalesce((SELECT error FROM fanout.errors('$run')), 'no error')"
}

like "$(attempt 'DEALLOCATE fanout_run_sql_tasks')" 'DEALLOCATE is not allowed.*PFSES' "it can't forget what the daemon has prepared"
like "$(attempt 'PREPARE fanout_run_sql_tasks(bigint, bigint, int) AS SELECT public.evil(), 0, 0')" 'PREPARE is not allowed.*PFSES' \
    "nor prepare anything under the daemon's names"
like "$(attempt 'PREPARE fanout_run_internal(bigint, bigint) AS SELECT public.evil()')" 'PREPARE is not allowed.*PFSES' "whatever they are"
like "$(attempt 'DECLARE kept CURSOR WITH HOLD FOR SELECT public.evil()')" 'DECLARE CURSOR is not allowed.*PFSES' \
    "nor have a query run at the commit"
like "$(attempt 'LISTEN fanout_ended')" 'LISTEN is not allowed.*PFSES' "nor listen"
like "$(attempt 'INSERT INTO public.trap VALUES (5)')" 'cannot fire deferred trigger' "nor put a trigger off to the commit"
is "$(attempt "DO \$\$BEGIN PERFORM pg_advisory_lock(n), pg_advisory_lock_shared(n) FROM generate_series(1, 20) n; CREATE TEMP TABLE t (x int); SET work_mem = '9MB'; END\$\$")" \
    "no error" "locks, temporary tables and settings it may have"
look "of all that the next owner's function finds nothing"
like "$(attempt "DO \$\$BEGIN PERFORM pg_advisory_lock(77); RAISE 'no luck'; END\$\$")" 'no luck' "a failed attempt leaves"
look "nothing either"

run=$(sql "SELECT fanout.start_run('tries', '[\"SELECT pg_advisory_lock(78), pg_sleep(100)\"]')")
wait_until "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 78)"
sql "SELECT fanout.cancel_run('$run')" >/dev/null
look "nor one that was cancelled"
is "$(as_superuser "SELECT count(*) FROM seen WHERE who <> 'dev_$$'")" 0 "nothing has run as anybody but its owner"

end_daemon TERM
is "$status" 0 "the daemon ends"
as_superuser "DROP OWNED BY other_$$ CASCADE" && as_superuser "DROP ROLE other_$$"
