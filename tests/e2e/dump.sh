#!/usr/bin/env bash
# pg_dump, and pg_restore in whatever way: every row is there again, and runs that were in the middle of something go on to the right result.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/half_done.bash"

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

begin_half_done
before=$(digest)
is "$(sed -n 's/^INFO:  \(fanout\.[a-z_]*\(_01\)\?\) 0 $/\1/p' <<<"$before")" "" "no table of a dump is empty, but other generations"

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
    check_half_done "$1"
    finish_half_done "$1"
    is "$(sql "SELECT max(attempts) FROM fanout.step_tasks WHERE flow_slug IN ('capped', 'reports') OR flow_slug = 'work' AND step_slug = 'same'")" 1 "$1: no attempt was lost"
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
like "$(as_superuser "SELECT fanout.adopt_copy()" -d "$target" 2>&1)" '24 steps are of runs that are not here' "which who adopts that hears"
as_superuser "DROP DATABASE $target" -d postgres
as_superuser "ALTER TABLE fanout.runs DROP team"

# What a dump is of.
as_superuser "CREATE ROLE reader_$$ LOGIN; GRANT pg_read_all_data TO reader_$$"
is "$(PGUSER=reader_$$ pg_dump | grep -v '^\\\(un\)\?restrict' | md5sum)" "$(grep -v '^\\\(un\)\?restrict' plain.sql | md5sum)" \
    "pg_read_all_data is enough for the same dump"
status=0
PGUSER=$PGUSER pg_dump >owner.sql 2>owner.log || status=$?
ok $((status == 0)) "the database's owner alone gets none"
like "$(<owner.log)" 'permission denied|lack SELECT privilege' "but an error"
as_superuser "DROP OWNED BY reader_$$; DROP ROLE reader_$$"
rows_of() { sed -n '/^COPY fanout\./,/^\\\.$/p' "$1" | grep -Evc '^(COPY|\\\.)' || true; }
PGUSER=postgres pg_dump -e pgfanout -f extension.sql
is "$(rows_of extension.sql)" "$(rows_of plain.sql)" "pg_dump -e pgfanout has all rows"
PGUSER=postgres pg_dump -n fanout -f schema.sql
is "$(rows_of schema.sql)" 0 "pg_dump -n fanout has none: what an extension made is the extension's"
