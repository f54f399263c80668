#!/usr/bin/env bash
# A standby that is promoted, and a base backup that is started in place of its server, have the same installation in the same
# database: they are no copies, nobody has to adopt anything, and runs of every kind go on. So is a physical copy beside its server, which can't be told.
time_limit=600
. "$(dirname "$0")/../e2e/lib.bash"
. "$root/tests/e2e/half_done.bash"

make_own_server fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
begin_half_done
clusters+=("$work/standby")
"$cluster" standby "$work/standby" "$work/server"
"$cluster" backup "$work/server"

check() { # check SERVER DESCRIPTION
    eval "$("$cluster" env "$work/$1")"
    export PGDATABASE=app PGUSER=dev_$$
    is "$(sql "SELECT fanout.is_copy()")" f "$2 is no copy"
    is "$(as_superuser "SELECT fanout.adopt_copy()")" f "$2: there is nothing to adopt"
    check_half_done "$2"
    finish_half_done "$2"
}

"$cluster" stop "$work/server"
"$cluster" promote "$work/standby"
check standby "a promoted standby"
"$cluster" restore "$work/server"
check server "a server that was restored from its base backup"
