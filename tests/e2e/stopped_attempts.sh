#!/usr/bin/env bash
# An attempt that a cancel stopped is as if it had not been made, whatever made it: nothing is recorded, and a resumed run has its
# attempts.
. "$(dirname "$0")/lib.bash"

cat >child.pl <<'PERL'
use IO::Handle;
STDOUT->autoflush(1);
while (<STDIN>) {
    my ($id) = /"id": ?"([^"]*)"/ or next;
    sleep 1 until -e 'go';
    print qq({"id": "$id", "output": 1}\n);
}
PERL
start_service '
    select undef, undef, undef, 0.1 until -e "go";
    print $client "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\n1";'
cat >config.json <<JSON
{"handlers": {
    "child": {"type": "process", "argv": ["perl", "child.pl"], "directory": "$work", "concurrency": 2},
    "command": {"type": "exec", "argv": ["sh", "-c", "until [ -e go ]; do sleep 0.1; done; echo 1"], "directory": "$work", "concurrency": 2},
    "request": {"type": "http", "url": "http://127.0.0.1:$port/", "allow_addresses": ["127.0.0.0/8"], "concurrency": 2}
}}
JSON
sql "CREATE FUNCTION nap(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT ''1''::jsonb FROM pg_sleep(100)'" >/dev/null
for flow in child command request nap; do
    handler=$flow
    [[ $flow != nap ]] || handler=sql:nap
    sql "SELECT fanout.create_flow('$flow', max_attempts => 1);
         SELECT fanout.add_step('$flow', 'work', step_type => 'fanout', fanout_from => 'run', handler => '$handler')" >/dev/null
done
start_daemon --config config.json
declare -A runs
for flow in child command request nap; do runs[$flow]=$(sql "SELECT fanout.start_run('$flow', '[1, 2, 3, 4]')"); done
for flow in child command request nap; do
    wait_until "SELECT count(*) >= 2 FROM fanout.step_tasks WHERE run_id = '${runs[$flow]}' AND status = 'started'"
    sql "SELECT fanout.cancel_run('${runs[$flow]}')" >/dev/null
done
wait_until "SELECT NOT EXISTS (SELECT FROM fanout.workers_overview WHERE in_flight > 0)"
for flow in child command request nap; do
    is "$(sql "SELECT count(*) FROM fanout.task_failures WHERE run_id = '${runs[$flow]}'")" 0 "$flow: nothing is recorded of what was stopped"
    is "$(as_superuser "SELECT count(*) FROM fanout.queue")" 0 "$flow: no claim is left"
done
touch go
sql "CREATE OR REPLACE FUNCTION nap(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT ''1''::jsonb'" >/dev/null
for flow in child command request nap; do
    sql "SELECT fanout.resume_run('${runs[$flow]}')" >/dev/null
    is "$(wait_for_run "${runs[$flow]}")" completed "$flow: the resumed run completes, though there is one attempt"
    is "$(sql "SELECT string_agg(DISTINCT attempts::text, ',') FROM fanout.step_tasks WHERE run_id = '${runs[$flow]}'")" 1 "$flow: with the first one"
done
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
