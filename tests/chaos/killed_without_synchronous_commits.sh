#!/usr/bin/env bash
# A server with synchronous_commit off is killed: what it has answered in the last seconds is gone, on the same timeline.
. "$(dirname "$0")/lib.bash"

make_server a synchronous_commit=off wal_writer_delay=10s wal_writer_flush_after=1GB
start_daemons
for ((round = 1; round <= $(rounds 2 20); round++)); do
    as_superuser "CHECKPOINT"
    begin_runs 2
    begin_runs 2
    "$cluster" stop "$work/a" immediate
    "$cluster" start "$work/a" "${settings[@]}"
    start_runs 2
    check_runs "kill $round"
done
end_daemons
