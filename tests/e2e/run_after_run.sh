#!/usr/bin/env bash
# A run that is started as soon as the last one has ended, while the daemon looks for more: it isn't idle yet, so nobody notifies it, and
# the start isn't committed yet, so it finds nothing. It begins at once all the same, and not with the next poll.
. "$(dirname "$0")/lib.bash"

# Commits wait for the disk: meanwhile the daemon has looked.
make_own_server
sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql RETURN task -> 'run';
     SELECT fanout.create_flow('one'), fanout.add_step('one', 'work', handler => 'sql:same')" >/dev/null
echo '{"poll_interval_ms": 60000}' >config.json
start_daemon --config config.json
wait_until "SELECT count(*) > 0 FROM fanout.workers_overview"
# By one session, so that nothing comes between an end and the next start.
statuses=$(for ((i = 0; i < 100; i++)); do
    printf '%s\n' "SELECT quote_literal(fanout.start_run('one', '1')) AS run \\gset" "CALL fanout.wait_for_run(:run, '5 s');"
done | psql -XAtq | sort | uniq -c | tr -s ' ')
is "$statuses" " 100 completed" "no run waits for the poll"
