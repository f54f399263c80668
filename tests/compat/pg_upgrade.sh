#!/usr/bin/env bash
# pg_upgrade, copying and linking: the upgraded database is no copy, and runs that were in the middle of something go on. From each older
# server that is installed; where there is none, to the same version again, by which everything is carried over in the same way.
time_limit=1800
. "$(dirname "$0")/../e2e/lib.bash"
. "$root/tests/e2e/half_done.bash"

new=${PG_CONFIG:-pg_config}
major_of() { "$1" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/'; }

# The pg_configs of the servers to upgrade from.
older_servers() {
    local other found=
    for other in /usr/lib/postgresql/*/bin/pg_config; do
        if [[ -x ${other%/*}/initdb ]] && (($(major_of "$other") >= 15 && $(major_of "$other") < $(major_of "$new"))); then echo "$other" && found=yes; fi
    done
    [[ -n $found ]] || echo "$new"
}

# Where the extension is staged for a server.
stage_of() { # stage_of PG_CONFIG
    local build
    build=$root/build/compat/$(major_of "$1")
    [[ $1 != "$new" ]] || { echo "$PGFANOUT_STAGE" && return; }
    env -u MAKEFLAGS -u MAKELEVEL make -C "$root" PG_CONFIG="$1" BUILD="$build" WITHOUT_WORKER=1 stage >"$work/make.log" 2>&1
    echo "$build/stage"
}

base_of() { (. "$work/$1/cluster.conf" && echo "$base"); }
as_server() {
    (cd "$(base_of new)" && if ((EUID == 0)); then setpriv --reuid=postgres --regid=postgres --init-groups --reset-env -- "$@"; else "$@"; fi)
}

# A server with runs half done, flows of a role that was dropped, and a copy that nobody has adopted.
make_old_server() { # make_old_server PG_CONFIG
    clusters+=("$work/server")
    make_own_server fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
    begin_half_done
    as_superuser "CREATE ROLE dropped; CREATE DATABASE restored OWNER dev_$$; GRANT dropped TO dev_$$"
    as_superuser "SELECT fanout.grant_developer('dropped'); SET ROLE dropped; SELECT fanout.create_flow('late')" >/dev/null
    as_superuser "DROP OWNED BY dropped; DROP ROLE dropped"
    PGUSER=postgres pg_dump -Fc -f archive
    PGUSER=postgres pg_restore -d restored archive
    "$cluster" stop "$work/server"
}

upgrade() { # upgrade PG_CONFIG DESCRIPTION [OPTION]
    local bindir
    bindir=$("$new" --bindir)
    status=0
    clusters+=("$work/new")
    "$cluster" start "$work/new" fsync=off
    "$cluster" stop "$work/new"
    as_server "$bindir/pg_upgrade" "${@:3}" --old-datadir "$(base_of server)/data" --new-datadir "$(base_of new)/data" \
        --old-bindir "$("$1" --bindir)" --new-bindir "$bindir" --socketdir /tmp --username postgres >"$work/pg_upgrade.log" 2>&1 || status=$?
    is "$status" 0 "$2: it is done"
    "$cluster" start "$work/new" fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
    eval "$("$cluster" env "$work/new")"
    export PGDATABASE=app PGUSER=dev_$$
}

check() { # check DESCRIPTION
    is "$(sql "SELECT fanout.is_copy()")" f "$1: the upgraded database is no copy"
    is "$(PGDATABASE=restored sql "SELECT fanout.is_copy()")" t "$1: one that was a copy still is"
    like "$(as_superuser "SELECT string_agg(DISTINCT owner::text, ' ') FROM fanout.flows")" "^\(dropped: [0-9]+\) dev_$$$" "$1: flows have their owners"
    check_half_done "$1"
    finish_half_done "$1"
    "$cluster" destroy "$work/new"
}

for old in $(older_servers); do
    from="from $(major_of "$old") to $(major_of "$new")"
    old_stage=$(stage_of "$old")
    PG_CONFIG=$old PGFANOUT_STAGE=$old_stage make_old_server
    upgrade "$old" "$from"
    check "$from"
    upgrade "$old" "$from, linking" --link
    check "$from, linking"
    "$cluster" destroy "$work/server"
done
