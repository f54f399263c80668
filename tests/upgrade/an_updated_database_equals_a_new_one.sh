#!/usr/bin/env bash
# What an update has made is what CREATE EXTENSION makes: objects, comments, rights, and marks for pg_dump. What an administrator had
# granted is granted still, to whoever it was, and in dumps.
. "$(dirname "$0")/../e2e/lib.bash"
. "$root/tests/upgrade/lib.bash"

# What one object has been granted, in no order.
in_order() { perl -ne 'if (/^GRANT /) { push @grants, $_ } else { print sort(@grants), $_; @grants = () }'; }
# Everything that the extension has made, without the numbers that each database has of its own.
objects() {
    PGUSER=postgres pg_dump --binary-upgrade --schema-only | sed -E '/^\\(un)?restrict /d; /binary_upgrade_set_next|binary_upgrade_create_empty_extension/d; /^SET relfrozenxid/d; /^WHERE oid = /d; /pg_catalog.setval/d' | in_order
}
# As who restores it gets it: what isn't the extension's.
dump() {
    PGUSER=postgres pg_dump --schema-only | sed -E '/^\\(un)?restrict /d' | in_order
}
catalogue() {
    as_superuser "SELECT 'member', pg_describe_object(d.classid, d.objid, 0), d.refobjsubid::text FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
                   WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'pgfanout'
                  UNION ALL
                  SELECT 'marked', m.id::regclass::text, e.extcondition[m.n] FROM pg_extension e, unnest(e.extconfig) WITH ORDINALITY m (id, n) WHERE e.extname = 'pgfanout'
                  UNION ALL
                  SELECT 'given', pg_describe_object(p.classoid, p.objoid, p.objsubid), p.initprivs::text FROM pg_init_privs p
                   WHERE (pg_identify_object(p.classoid, p.objoid, 0)).schema = 'fanout' OR p.classoid = 'pg_namespace'::regclass AND p.objoid = 'fanout'::regnamespace
                  ORDER BY 1, 2, 3"
}
compare() { # compare COMMAND DESCRIPTION
    PGDATABASE=app "$1" >"$1.new"
    PGDATABASE=updated "$1" >"$1.updated"
    local status=0
    diff "$1.new" "$1.updated" >"$1.diff" || status=$?
    ok "$status" "$2"
    sed 's/^/# /' "$1.diff" | head -n 40
}

make_server_for_updates
as_superuser "CREATE ROLE looker_$$; CREATE ROLE operator_$$; CREATE ROLE hand_$$"
restore_old updated
granted="GRANT EXECUTE ON FUNCTION fanout.metrics() TO hand_$$; GRANT EXECUTE ON FUNCTION fanout.start_run TO hand_$$; GRANT SELECT ON fanout.runs TO hand_$$ WITH GRANT OPTION; GRANT SELECT (name, owner) ON fanout.limits TO hand_$$; GRANT USAGE ON SCHEMA fanout TO hand_$$;
    SELECT fanout.grant_looking('looker_$$'), fanout.grant_operator('operator_$$'); GRANT CREATE ON SCHEMA fanout TO operator_$$"
as_superuser "$granted" >/dev/null
is "$(version_there)" 0.1.0 "a database of 0.1.0"
is "$(update)" "" "is updated"
is "$(version_there)" "$("$fanoutd" --version)" "to this version"
as_superuser "DROP SCHEMA kept CASCADE; DROP FUNCTION public.doubled, public.total, public.three; REVOKE CREATE ON SCHEMA public FROM upgrade_author" 2>/dev/null

PGDATABASE=app
as_superuser "REVOKE ALL ON SCHEMA fanout FROM dev_$$; $granted;
    SELECT fanout.grant_developer('upgrade_author'), fanout.grant_developer('upgrade_other')" >/dev/null
# Who has what in the other database alone.
as_superuser "DROP OWNED BY dev_$$" >/dev/null
compare objects "its objects are those of a new database, with their comments and rights"
is "$(($(wc -l <objects.new) > 10000))" 1 "of which there are many"
compare catalogue "so are their marks for pg_dump, and what the extension has given from the start"
compare dump "a dump has what was granted since"
like "$(<dump.updated)" "GRANT SELECT ON TABLE fanout.runs TO hand_$$ WITH GRANT OPTION" "as it was granted"
