#!/usr/bin/env bash
# fanoutd --once works until nothing is queued, claimed or waiting for a retry that it could take.
. "$(dirname "$0")/lib.bash"

cat >flaky.sh <<BASH
# Fails at the first attempt at each item, and leaves a mark.
item=\$(tr -dc '0-9')
if mkdir "$work/seen-\$item" 2>/dev/null; then echo "not yet" >&2; exit 1; fi
echo "\$item"
BASH
cat >config.json <<JSON
{"handlers": {"flaky": {"type": "exec", "argv": ["bash", "$work/flaky.sh"], "concurrency": 2}}}
JSON
sql "SELECT fanout.create_flow('flaky', base_delay => '300 ms');
     SELECT fanout.add_step('flaky', 'first', step_type => 'fanout', fanout_from => 'run', handler => 'flaky');
     SELECT fanout.create_flow('foreign');
     SELECT fanout.add_step('foreign', 'nobody_serves_this')" >/dev/null

began=$SECONDS
start_daemon --once --config config.json
wait_for_end "$daemon"
is "$status" 0 "with nothing to do it exits with 0"
ok "$((SECONDS - began < 5 ? 0 : 1))" "at once"

run=$(sql "SELECT fanout.start_run('flaky', '[1, 2, 3]')")
foreign=$(sql "SELECT fanout.start_run('foreign')")
start_daemon --once --config config.json
wait_for_end "$daemon"
is "$status" 0 "with work to do it exits with 0 in the end"
is "$(sql "SELECT fanout.run_output('$run')")" '{"first": [1, 2, 3]}' "having waited for the retries"
is "$(sql "SELECT fanout.run_status('$foreign')")" started "and left alone what it doesn't serve"
