#!/usr/bin/env bash
# health() names what holds back vacuum without a session to be seen: the replication slot of a standby that has gone, and a
# prepared transaction.
. "$(dirname "$0")/lib.bash"

make_own_server fsync=off full_page_writes=off
snapshots() { as_superuser "SELECT status || ': ' || detail FROM fanout.health(oldest_snapshot => '0') WHERE what = 'snapshots'"; }

is "$(as_superuser "SELECT status FROM fanout.health() WHERE what = 'snapshots'")" ok "there is nothing yet"
as_superuser "SELECT pg_create_physical_replication_slot('left')" >/dev/null
clusters+=("$work/standby")
"$cluster" standby "$work/standby" "$work/server"
(
    eval "$("$cluster" env "$work/standby")"
    PGDATABASE=postgres as_superuser "ALTER SYSTEM SET primary_slot_name = 'left'"
    PGDATABASE=postgres as_superuser "ALTER SYSTEM SET hot_standby_feedback = on"
    PGDATABASE=postgres as_superuser "SELECT pg_reload_conf()"
) >/dev/null
PGUSER=postgres wait_until "SELECT xmin IS NOT NULL FROM pg_replication_slots"
is "$(snapshots | grep -c left)" 0 "the slot of a standby that is there is none"
"$cluster" stop "$work/standby"
PGUSER=postgres wait_until "SELECT NOT active FROM pg_replication_slots"
like "$(snapshots)" "^warning: .*the replication slot \"left\", which nobody uses" "one of a standby that has gone is"
as_superuser "SELECT pg_drop_replication_slot('left')" >/dev/null
is "$(as_superuser "SELECT status FROM fanout.health() WHERE what = 'snapshots'")" ok "until it is dropped"

"$cluster" stop "$work/server"
"$cluster" start "$work/server" fsync=off full_page_writes=off max_prepared_transactions=2
sql "BEGIN; CREATE TABLE t (); PREPARE TRANSACTION 'forgotten'"
like "$(snapshots)" "^warning: .*the prepared transaction \"forgotten\" of role \"dev_$$\" since " "a prepared transaction"
sql "ROLLBACK PREPARED 'forgotten'"
is "$(as_superuser "SELECT status FROM fanout.health() WHERE what = 'snapshots'")" ok "until it has ended"
