#!/usr/bin/env bash
# A handler whose program isn't there is reported once and not served: its tasks keep their attempts, for other workers
# or for later. When the program comes, it is served.
. "$(dirname "$0")/lib.bash"

cat >config.json <<JSON
{"handlers": {
    "here": {"type": "exec", "argv": ["cat"]},
    "late": {"type": "exec", "argv": ["$work/late", "argument"]},
    "nowhere": {"type": "process", "argv": ["no-such-program-$$"]}
}}
JSON
sql "SELECT fanout.create_flow('programs', max_attempts => 1);
     SELECT fanout.add_step('programs', 'here');
     SELECT fanout.add_step('programs', 'late');
     SELECT fanout.add_step('programs', 'nowhere')" >/dev/null

reports() { grep -c "handler is not served.*handler=$1 " "$log" || true; }

run=$(sql "SELECT fanout.start_run('programs')")
start_daemon --config config.json
wait_until "SELECT status = 'completed' FROM fanout.step_tasks WHERE run_id = '$run' AND step_slug = 'here'"
wait_for_log 'handler is not served.*handler=nowhere'
is "$(sql "SELECT string_agg(DISTINCT handlers::text, ' ' ORDER BY handlers::text) FROM fanout.workers_overview")" \
    '{fanout:,flow:,sql:} {here}' "only what can run is registered"

printf '#!/bin/sh\ncat\n' >late.new
chmod +x late.new
mv late.new late
wait_until "SELECT status = 'completed' FROM fanout.step_tasks WHERE run_id = '$run' AND step_slug = 'late'"
ok $? "a program that comes later is served"
is "$(sql "SELECT status || ' ' || attempts FROM fanout.step_tasks WHERE run_id = '$run' AND step_slug = 'nowhere'")" \
    'queued 0' "no attempt was used up by the one that isn't there"
is "$(reports late) $(reports nowhere)" "1 1" "each is reported once"

mkdir bin
printf '#!/bin/sh\nwhile read -r task; do id=${task#*\\"id\\":\\"}; echo "{\\"id\\": \\"${id%%%%\\"*}\\", \\"output\\": 1}"; done\n' >"bin/no-such-program-$$"
chmod +x "bin/no-such-program-$$"
PATH=$work/bin:$PATH start_daemon --config config.json
is "$(wait_for_run "$run")" completed "another worker, which has it, does its task"

end_daemon TERM
end_daemon TERM "${daemons[0]}"
is "$status" 0 "the daemon ends cleanly"
