#!/usr/bin/env bash
# A handler with more lanes than are of use: where its tasks take time all of them work; where they take none, and the server is
# what is waited for, a few do.
. "$(dirname "$0")/lib.bash"

export PKG_CONFIG_PATH=${PGFANOUT_INSTALLED:-/usr/local}/lib/pkgconfig
LANES=$((4 * ($(nproc) > 2 ? 2 * $(nproc) : 4)))
export LANES

# How many lanes have worked on a fan-out of so many items.
lanes_of() { # lanes_of FLOW ITEMS
    local run
    run=$(sql "SELECT fanout.start_run('$1', (SELECT jsonb_agg(i) FROM generate_series(1, $2) i))")
    [[ $(wait_for_run "$run") == completed ]] || echo "# $1: its run is not completed" >&2
    as_superuser "SELECT count(DISTINCT r.worker_id) FROM task_outputs r JOIN fanout.step_states s USING (state_id) WHERE s.run_id = '$run'"
}

for flow in quick slow; do
    sql "SELECT fanout.create_flow('$flow');
         SELECT fanout.add_step('$flow', 'work', step_type => 'fanout', fanout_from => 'run', handler => '$flow')" >/dev/null
done
# shellcheck disable=SC2046
g++ -std=c++20 -O1 -Wall -Wextra -o program "$root/tests/e2e/many_lanes/program.cpp" $(pkg-config --cflags --libs fanoutworker)
fanoutd=./program
start_daemon
wait_until "SELECT count(*) > 2 * $LANES AND bool_and(idle) FROM fanout.workers_overview"

is "$(lanes_of slow $((LANES * 10)))" "$LANES" "each of $LANES lanes works where tasks take time"
# What a lane is like is known after its first claims; a machine that is busy with other things hides it.
for i in {1..20}; do
    quick=$(lanes_of quick 40000)
    echo "# fan-out $i of tasks that take no time: $quick of $LANES lanes"
    ((quick > LANES / 2)) || break
done
ok $((quick > LANES / 2)) "where they take none, few are enough"
is "$(lanes_of slow $((LANES * 10)))" "$LANES" "and still all work where they take time"
