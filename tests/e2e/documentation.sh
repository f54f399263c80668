#!/usr/bin/env bash
# The documentation does what it says: every example of these pages runs, in order, in a database of its own with a
# daemon beside it; the reference has every public function with its parameters and defaults; every SQLSTATE is listed.
. "$(dirname "$0")/lib.bash"

here=$root/tests/e2e/documentation
docs=$root/docs

# A database like those of the other tests, whose developer is also a worker and an operator.
make_page_database() { # make_page_database PAGE
    local database=e2e_${name}_$1_$$
    as_superuser "CREATE DATABASE $database TEMPLATE fanout_template OWNER $PGUSER"
    export PGDATABASE=$database
    as_superuser "SELECT fanout.grant_developer('$PGUSER'); SELECT fanout.grant_worker('$PGUSER');
        SELECT fanout.grant_operator('$PGUSER'); SELECT fanout.grant_worker('worker_$$')" >/dev/null
}

check_page() { # check_page PAGE
    local failed example problem page=$docs/$1.md
    [[ $1 != README ]] || page=$root/README.md
    make_page_database "$(tr 'A-Z-' 'a-z_' <<<"$1")"
    start_daemon
    while IFS=$'\t' read -r failed example problem; do
        ok "$failed" "$1.md: $example"
        [[ -z $problem ]] || printf '%b\n' "$problem" | sed 's/^/# /'
    done < <("$here/run_examples" "$page")
    end_daemon TERM
    is "$status" 0 "$1.md: the daemon beside it ended well"
}

# The lines of a query's answer, none of which there should be.
none() { # none DESCRIPTION QUERY
    local lines
    lines=$(as_superuser "$2")
    is "$lines" "" "$1"
}

# The reference as the tables sections, arguments, returns and columns; what is public as the views functions and views.
load_reference() {
    local kind
    "$here/read_reference" "$docs/sql-api.md" >reference
    as_superuser "
        CREATE SCHEMA reference;
        CREATE TABLE reference.section (name text);
        CREATE TABLE reference.example (name text);
        CREATE TABLE reference.argument (name text, position int, mode text, argument text, type text, preset text);
        CREATE TABLE reference.returns (name text, type text);
        CREATE TABLE reference.\"column\" (name text, \"column\" text);"
    for kind in section example argument returns column; do
        sed -n "s/^$kind\t//p" reference | as_superuser_copy "reference.\"$kind\""
    done
    as_superuser "
        CREATE ROLE reader_$$;
        SELECT fanout.grant_developer('reader_$$'), fanout.grant_worker('reader_$$'), fanout.grant_operator('reader_$$');
        CREATE VIEW reference.routines AS
            SELECT p.* FROM pg_proc p WHERE pronamespace = 'fanout'::regnamespace
               AND has_function_privilege('reader_$$', p.oid, 'EXECUTE');
        CREATE VIEW reference.views AS
            SELECT c.* FROM pg_class c WHERE relnamespace = 'fanout'::regnamespace AND relkind = 'v'
               AND has_table_privilege('reader_$$', c.oid, 'SELECT');
        CREATE VIEW reference.real_arguments AS
            SELECT p.proname::text AS name, a.position::int, translate(a.mode, 't', 'o') AS mode, p.proargnames[a.position] AS argument,
                   a.type::oid::regtype AS type, pg_get_function_arg_default(p.oid, a.position::int) AS preset
              FROM reference.routines p,
                   unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]),
                          coalesce(p.proargmodes::text[], array_fill('i'::text, ARRAY[p.pronargs])))
                       WITH ORDINALITY AS a (type, mode, position);
        CREATE FUNCTION reference.same(type regtype, one text, other text) RETURNS boolean LANGUAGE plpgsql AS \$\$
        DECLARE
            result boolean;
        BEGIN
            EXECUTE format('SELECT (%s)::%s::text IS NOT DISTINCT FROM (%s)::%s::text', one, type, other, type) INTO result;
            RETURN result;
        END \$\$;" >/dev/null
}

as_superuser_copy() { # as_superuser_copy TABLE
    PGUSER=postgres psql -Xq -v ON_ERROR_STOP=1 -c "\\copy $1 FROM pstdin"
}

check_reference() {
    make_page_database reference
    load_reference
    is "$(as_superuser 'SELECT count(*) > 30 FROM reference.routines')" t "there are public functions to look for"
    none "sql-api.md has a section for every public function" \
        "SELECT DISTINCT proname FROM reference.routines WHERE proname NOT IN (SELECT name FROM reference.section)"
    none "sql-api.md has a section for every view" \
        "SELECT relname FROM reference.views WHERE relname NOT IN (SELECT name FROM reference.section)"
    none "and an example of each" \
        "SELECT proname FROM reference.routines WHERE proname NOT IN (SELECT name FROM reference.example)
          UNION SELECT relname FROM reference.views WHERE relname NOT IN (SELECT name FROM reference.example)"
    none "sql-api.md has sections only for what is there" \
        "SELECT name FROM reference.section WHERE NOT EXISTS (SELECT FROM pg_proc
            WHERE pronamespace = 'fanout'::regnamespace AND proname = name) AND to_regclass('fanout.' || name) IS NULL"
    none "it has the signature of every public function, as it is" \
        "SELECT name, argument, r.type, d.type, r.preset, d.preset
           FROM reference.real_arguments r FULL JOIN reference.argument d USING (name, position, mode, argument)
          WHERE EXISTS (SELECT FROM reference.routines WHERE proname = name)
            AND (d.type IS NULL OR r.type IS NULL OR r.type <> d.type::regtype
             OR (r.preset IS NULL) <> (d.preset IS NULL) OR NOT reference.same(r.type, coalesce(r.preset, 'null'), coalesce(d.preset, 'null')))
          ORDER BY name, position"
    none "and what it returns" \
        "SELECT p.proname, pg_get_function_result(p.oid), d.type FROM reference.routines p LEFT JOIN reference.returns d ON d.name = p.proname
          WHERE p.prokind = 'f' AND NOT coalesce(p.proargmodes::text[] && '{t,o}', false)
            AND (d.type IS NULL OR p.proretset <> (d.type LIKE 'setof %')
                 OR p.prorettype <> replace(d.type, 'setof ', '')::regtype)"
    none "and every column of every view" \
        "SELECT c.relname, a.attname FROM reference.views c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
          WHERE NOT EXISTS (SELECT FROM reference.column d WHERE d.name = c.relname AND d.\"column\" = a.attname)"
    as_superuser "DROP SCHEMA reference CASCADE; DROP OWNED BY reader_$$; DROP ROLE reader_$$" 2>/dev/null
}

# The settings' tables, whose lines have name, default, unit, bounds and context.
check_settings() {
    make_page_database settings
    sed -n 's/^| `\(fanout\.[a-z_]*\)` | *\([^|]*[^| ]\) *| *\([^|]*[^| ]\|\) *| *\([^|]*[^| ]\|\) *| *\([^|]*[^| ]\|\) *| *\([a-z]*\) |.*/\1 \2 \3 \4 \5 \6/p' \
        "$docs/sql-api.md" | tr -s ' ' | sort >documented
    as_superuser "SELECT fanout.library_version() \gset
        SELECT concat_ws(' ', name, boot_val, unit, min_val, max_val, context) FROM pg_settings WHERE name LIKE 'fanout.%'" | sort >defined
    is "$(diff documented defined)" "" "sql-api.md has every setting with its default, unit, bounds and context"
    is "$(as_superuser "SELECT fanout.library_version() \gset
        SELECT name FROM pg_settings WHERE name LIKE 'fanout.%' AND coalesce(short_desc, '') = ''")" "" "each says what it is"
}

check_sqlstates() {
    local state missing="" unknown=""
    for state in $(grep -o '"PF...";' "$root/extension/plain/sqlstates.hpp" | tr -d '";'); do
        grep -q "^| \`$state\` |" "$docs/sql-errors.md" || missing+="$state "
    done
    is "$missing" "" "sql-errors.md has every SQLSTATE of the extension"
    for state in $(grep -oh '\<PF[A-Z][A-Z][A-Z]\>' "$docs"/*.md | sort -u); do
        grep -q "\"$state\"" "$root/extension/plain/sqlstates.hpp" || unknown+="$state "
    done
    is "$unknown" "" "and no page names another"
}

for page in README sql-api concepts idioms; do check_page "$page"; done
check_reference
check_settings
check_sqlstates
