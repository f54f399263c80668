#!/usr/bin/env bash
# pg_upgrade, copying and linking: the upgraded database is no copy, and the run that was under way goes on. Where only one version of
# the server is installed it upgrades to that version again, by which everything is carried over in the same way.
time_limit=900
. "$(dirname "$0")/../e2e/lib.bash"

make_own_server fsync=off
sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql RETURN task -> 'item';
     SELECT fanout.create_flow('f'), fanout.add_step('f', 'same', step_type => 'fanout', fanout_from => 'run', handler => 'sql:same')" >/dev/null
run=$(sql "SELECT fanout.start_run('f', '[1, 2, 3, 4, 5, 6]')")
PGUSER=worker_$$ sql "SELECT fanout.register_worker('w', '{sql:}', slots => 4) AS w \gset
    SELECT fanout.claim_tasks(:w, 4); SELECT fanout.run_sql_tasks(:w, max_tasks => 2)" >/dev/null
as_superuser "CREATE ROLE dropped; CREATE DATABASE restored OWNER dev_$$; GRANT dropped TO dev_$$"
as_superuser "SELECT fanout.grant_developer('dropped'); SET ROLE dropped; SELECT fanout.create_flow('late')" >/dev/null
as_superuser "DROP OWNED BY dropped; DROP ROLE dropped"
# A copy that nobody has adopted stays one.
PGUSER=postgres pg_dump -Fc -f archive
PGUSER=postgres pg_restore -d restored archive

base_of() { (. "$work/$1/cluster.conf" && echo "$base"); }
as_server() {
    (cd "$(base_of new)" && if ((EUID == 0)); then setpriv --reuid=postgres --regid=postgres --init-groups --reset-env -- "$@"; else "$@"; fi)
}
bindir=$("${PG_CONFIG:-pg_config}" --bindir)
old=server
"$cluster" stop "$work/server"
for way in --copy --link; do
    clusters+=("$work/new")
    "$cluster" start "$work/new" fsync=off
    "$cluster" stop "$work/new"
    as_server "$bindir/pg_upgrade" ${way/--copy/} --old-datadir "$(base_of $old)/data" --new-datadir "$(base_of new)/data" \
        --old-bindir "$bindir" --new-bindir "$bindir" --socketdir /tmp --username postgres >"$work/pg_upgrade.log" 2>&1
    ok $? "pg_upgrade $way"
    "$cluster" start "$work/new" fsync=off
    eval "$("$cluster" env "$work/new")"
    export PGDATABASE=app PGUSER=dev_$$
    is "$(sql "SELECT fanout.is_copy()")" f "$way: the upgraded database is no copy"
    is "$(PGDATABASE=restored sql "SELECT fanout.is_copy()")" t "$way: one that was a copy still is"
    like "$(as_superuser "SELECT string_agg(owner::text, ' ' ORDER BY flow_slug COLLATE \"C\") FROM fanout.flows")" \
        "^dev_$$ \(dropped: [0-9]+\)$" "$way: flows have their owners"
    [[ $way == --copy ]] || break
    "$cluster" destroy "$work/new"
done
as_superuser "UPDATE fanout.heartbeats SET seen_at = '2000-01-01', leased_until = '2000-01-01', suspect_since = '2000-01-01'"
start_daemon
is "$(wait_for_run "$run" 120)" completed "the run that was under way goes on"
is "$(sql "SELECT fanout.run_output('$run')")" '{"same": [1, 2, 3, 4, 5, 6]}' "to the right result"
end_daemon TERM
