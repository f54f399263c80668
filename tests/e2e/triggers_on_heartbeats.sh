#!/usr/bin/env bash
# A heartbeat alone waits for no standby: it says the same again soon. Where a trigger writes something with it, which doesn't come
# again, it does.
. "$(dirname "$0")/lib.bash"

make_own_server fsync=off
as_worker() { PGUSER=worker_$$ sql "$@"; }
locally() { as_superuser "SET synchronous_commit = local; $1" >/dev/null; }
me=$(as_worker "SELECT fanout.register_worker('me', '{nobodys}', slots => 1)")
locally "ALTER SYSTEM SET synchronous_standby_names = 'nobody'"
locally "SELECT pg_reload_conf()"
wait_until "SELECT current_setting('synchronous_standby_names') = 'nobody'"
is "$(as_worker "SELECT fanout.heartbeat($me)" 2>&1)" "" "a heartbeat waits for nobody"

locally "CREATE TABLE beats (at timestamptz);
         CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN INSERT INTO public.beats VALUES (now()); RETURN NULL; END';
         CREATE TRIGGER note AFTER UPDATE ON fanout.heartbeats FOR EACH ROW EXECUTE FUNCTION note()"
for call in "heartbeat($me)" "heartbeats(ARRAY[$me], '{0}')"; do
    PGAPPNAME=beside as_worker "SELECT fanout.$call" >/dev/null &
    beside=$!
    PGUSER=postgres wait_until "SELECT count(*) = 1 FROM pg_stat_activity WHERE application_name = 'beside' AND wait_event = 'SyncRep'"
    ok $? "$call waits for the standby, with what the trigger has written"
    as_superuser "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = 'beside'" >/dev/null
    wait "$beside" 2>/dev/null || true
done
is "$(as_superuser "SELECT count(*) FROM beats")" 2 "which is there"
