#!/usr/bin/env bash
# pg_dump, and pg_restore in whatever way: every row is there again, and a run that was under way goes on to the right result.
. "$(dirname "$0")/lib.bash"

source=$PGDATABASE
# All tables and sequences that a dump has, a line each with what is in it. Restored, homes has a row more.
digest() {
    as_superuser "DO \$\$
        DECLARE
            name text;
            kind text;
            digest text;
        BEGIN
            FOR name, kind IN SELECT c.oid::regclass::text, c.relkind FROM pg_extension e, pg_class c
                         WHERE e.extname = 'pgfanout' AND c.oid = ANY (e.extconfig) AND c.relname <> 'homes' ORDER BY 1 LOOP
                EXECUTE CASE kind WHEN 'S' THEN format('SELECT last_value || '' '' || is_called FROM %s', name) ELSE
                        format('SELECT count(*) || '' '' || coalesce(md5(string_agg(t::text, E''\n'' ORDER BY t::text)), '''') FROM %s t', name) END
                   INTO digest;
                RAISE INFO '% %', name, digest;
            END LOOP;
        END \$\$" 2>&1
}

sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql RETURN task -> 'item';
     CREATE FUNCTION flaky(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS \$\$ BEGIN
         IF (SELECT attempt FROM fanout.current_task()) < 2 THEN RAISE 'not yet'; END IF;
         RETURN task -> 'item';
     END \$\$;
     CREATE FUNCTION sum(task jsonb) RETURNS jsonb LANGUAGE sql RETURN (SELECT to_jsonb(sum(i::int)) FROM jsonb_array_elements_text(task -> 'same') i);
     SELECT fanout.create_limit('few', max_concurrency => 20);
     SELECT fanout.create_flow('work', base_delay => '10 ms');
     SELECT fanout.add_step('work', 'same', step_type => 'fanout', fanout_from => 'run', handler => 'sql:same', limits => '{few}');
     SELECT fanout.add_step('work', 'flaky', step_type => 'fanout', depends_on => '{same}', handler => 'sql:flaky');
     SELECT fanout.add_step('work', 'sum', depends_on => '{same}', handler => 'sql:sum')" >/dev/null
run=$(sql "SELECT fanout.start_run('work', (SELECT jsonb_agg(i) FROM generate_series(1, 100) i), fair_key => 'k')")
# Three of its tasks are done; a claim holds others, which nobody will complete.
PGUSER=worker_$$ sql "SELECT fanout.register_worker('w', '{sql:}', slots => 10) AS w \gset
    SELECT fanout.claim_tasks(:w, 10);
    SELECT fanout.run_sql_tasks(:w, max_tasks => 3)" >/dev/null
is "$(sql "SELECT count(*) FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'started'")" 7 "a run is under way"
before=$(digest)

PGUSER=postgres pg_dump -Fd -f folder
PGUSER=postgres pg_dump -f plain.sql
PGUSER=postgres pg_dump -Fc -f archive

# Restores into a database of its own and goes on there: check DESCRIPTION COMMAND...; the database is $target
check() {
    target=${source}_$tests
    as_superuser "CREATE DATABASE $target OWNER $PGUSER" -d postgres
    PGUSER=postgres "${@:2}" >restore.log 2>&1
    ok $? "$1: it is restored"
    export PGDATABASE=$target
    is "$(digest)" "$before" "$1: every row is there again"
    is "$(as_superuser "SELECT fanout.adopt_copy()")" t "$1: the copy is adopted"
    PGUSER=worker_$$ "$fanoutd" --once >once.log 2>&1
    is "$(sql "SELECT fanout.run_output('$run') = jsonb_build_object('sum', 5050, 'flaky', (SELECT jsonb_agg(i) FROM generate_series(1, 100) i))")" t \
        "$1: the run comes to the right result"
    is "$(sql "SELECT max(attempt) FROM fanout.task_results WHERE run_id = '$run' AND step_slug = 'same'")" 1 "$1: no attempt was lost"
    export PGDATABASE=$source
    as_superuser "DROP DATABASE $target" -d postgres
}

by_section() {
    pg_restore --section=pre-data -d "$target" folder &&
        pg_restore --section=data -j 4 -d "$target" folder &&
        pg_restore --section=post-data -d "$target" folder
}
restore() { pg_restore -e "$@" -d "$target"; }
run_script() { psql -Xq -v ON_ERROR_STOP=1 -d "$target" -f plain.sql; }

check "pg_restore" restore archive
check "pg_restore -j 4" restore -j 4 folder
check "plain SQL" run_script
check "by section" by_section

# A column that an administrator has added comes with the rows, and not with the extension.
as_superuser "ALTER TABLE fanout.runs ADD team text NOT NULL DEFAULT 'blue'"
before=$(digest)
PGUSER=postgres pg_dump -Fc -f archive
restore_into_own_columns() {
    psql -Xq -d "$target" -c 'CREATE EXTENSION pgfanout' -c "ALTER TABLE fanout.runs ADD team text NOT NULL DEFAULT 'blue'" && pg_restore -d "$target" archive
}
check "with a column of one's own" restore_into_own_columns
target=${source}_lost
as_superuser "CREATE DATABASE $target OWNER $PGUSER" -d postgres
status=0
PGUSER=postgres pg_restore -d "$target" archive 2>/dev/null || status=$?
is "$status" 1 "without it the runs can't be loaded"
like "$(as_superuser "SELECT fanout.adopt_copy()" -d "$target" 2>&1)" '3 steps are of runs that are not here' "which who adopts that hears"
as_superuser "DROP DATABASE $target" -d postgres
as_superuser "ALTER TABLE fanout.runs DROP team"

# What a dump is of.
as_superuser "CREATE ROLE reader_$$ LOGIN; GRANT pg_read_all_data TO reader_$$"
is "$(PGUSER=reader_$$ pg_dump | grep -v '^\\\(un\)\?restrict' | md5sum)" "$(grep -v '^\\\(un\)\?restrict' plain.sql | md5sum)" \
    "pg_read_all_data is enough for the same dump"
status=0
PGUSER=$PGUSER pg_dump >owner.sql 2>owner.log || status=$?
ok $((status == 0)) "the database's owner alone gets none"
like "$(<owner.log)" 'permission denied' "but an error"
as_superuser "DROP OWNED BY reader_$$; DROP ROLE reader_$$"
rows_of() { sed -n '/^COPY fanout\./,/^\\\.$/p' "$1" | grep -Evc '^(COPY|\\\.)' || true; }
PGUSER=postgres pg_dump -e pgfanout -f extension.sql
is "$(rows_of extension.sql)" "$(rows_of plain.sql)" "pg_dump -e pgfanout has all rows"
PGUSER=postgres pg_dump -n fanout -f schema.sql
is "$(rows_of schema.sql)" 0 "pg_dump -n fanout has none: what an extension made is the extension's"
