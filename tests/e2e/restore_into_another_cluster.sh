#!/usr/bin/env bash
# A database moves to another cluster, where roles have other numbers: runs go on as those of the same names. Where the owner has
# another name there, they wait until they are given to that role.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/half_done.bash"

begin_half_done
# Whose numbers are not to be mistaken for those of roles here.
before=$(as_superuser "SELECT md5(string_agg(f::text, ' ' ORDER BY flow_id)) FROM fanout.flows f")
PGUSER=postgres pg_dump -f plain.sql
PGUSER=postgres pg_dump -Fd -f folder
PGUSER=postgres pg_dumpall --roles-only | grep "_$$\\>" >roles.sql
number=$(as_superuser "SELECT 'dev_$$'::regrole::oid")

cluster=$root/tests/harness/cluster
clusters+=("$work/server")
"$cluster" start "$work/server" fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
eval "$("$cluster" env "$work/server")"
export PGDATABASE=postgres
as_superuser "CREATE ROLE somebody"
psql -Xq -v ON_ERROR_STOP=1 -f roles.sql
is "$(sql "SELECT 'dev_$$'::regrole::oid <> $number")" t "the owner has another number there"

go_on_as() { # go_on_as ROLE DESCRIPTION: of the database $PGDATABASE
    PGUSER=$1 finish_half_done "$2"
    is "$(as_superuser "SELECT string_agg(DISTINCT owner::text, ' ') FROM fanout.runs_overview JOIN fanout.runs USING (run_id)")" "$1" "$2: as its owner's"
}

as_superuser "CREATE DATABASE named_alike"
PGDATABASE=named_alike
psql -Xq -v ON_ERROR_STOP=1 -f plain.sql >restore.log 2>&1
ok $? "plain SQL is restored without an error where all roles are there"
is "$(as_superuser "SELECT md5(string_agg(f::text, ' ' ORDER BY flow_id)) FROM fanout.flows f")" "$before" "flows are whose they were"
is "$(as_superuser "SELECT fanout.adopt_copy()" 2>&1)" t "there is nothing to warn of"
PGUSER=dev_$$ check_half_done "other numbers"
go_on_as dev_$$ "other numbers"
as_superuser "DROP DATABASE named_alike" -d postgres

as_superuser "ALTER ROLE dev_$$ RENAME TO author_$$; DROP ROLE friend_$$" -d postgres
as_superuser "CREATE DATABASE named_otherwise" -d postgres
PGDATABASE=named_otherwise
pg_restore -j 4 -d named_otherwise folder >restore.log 2>&1 || true
is "$(grep 'error:' restore.log | grep -Evc "role \"(dev|friend)_$$\" does not exist|could not execute query" || true)" 0 "only what names a missing role is an error"
like "$(as_superuser "SELECT fanout.adopt_copy()" 2>&1)" "missing: dev_$$.*reassign_flows" "who adopts the copy is told whose flows wait"
PGUSER=postgres check_half_done "another name" "(missing: dev_$$)"
as_superuser "SELECT fanout.grant_worker('worker_$$'), fanout.grant_worker('author_$$'), fanout.grant_developer('author_$$'), fanout.grant_operator('author_$$')" >/dev/null
is "$(as_superuser "SELECT fanout.reassign_flows('(missing: dev_$$)', 'author_$$') = (SELECT count(DISTINCT flow_slug) FROM fanout.flows)")" t "another name: the flows are given to who has it"
go_on_as "author_$$" "another name"
is "$(as_superuser "SELECT string_agg(DISTINCT owner::text, ' ') FROM fanout.limits WHERE owner IS NOT NULL")" "author_$$" "another name: so are limits"
