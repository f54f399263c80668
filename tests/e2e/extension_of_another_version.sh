#!/usr/bin/env bash
# Libraries and schemas that don't belong together, as between an installation and ALTER EXTENSION ... UPDATE: nothing is touched,
# daemons wait with what they hold, and afterwards all goes on without a lost attempt.
. "$(dirname "$0")/lib.bash"

version=$(as_superuser "SELECT fanout.library_version()")
# As an update does: the version, and something that has all sessions look.
set_version() {
    as_superuser "UPDATE pg_extension SET extversion = '$1' WHERE extname = 'pgfanout'; UPDATE fanout.homes SET database = database"
}

cat >work.sh <<'SH'
#!/bin/sh
cat >/dev/null
echo "$FANOUT_TASK_INDEX" >>"$1/begun"
while [ ! -e "$1/go" ]; do sleep 0.05; done
echo '"done"'
SH
chmod +x work.sh
cat >config.json <<JSON
{"handlers": {"work": {"type": "exec", "argv": ["$work/work.sh", "$work"], "concurrency": 4}}, "sql_connections": 2}
JSON
sql "CREATE FUNCTION wait_for_lock(task jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT pg_advisory_xact_lock_shared(4711); SELECT task -> 'item' \$\$;
     SELECT fanout.create_flow('f', max_attempts => 1);
     SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'work');
     SELECT fanout.add_step('f', 'sql', step_type => 'fanout', fanout_from => 'run', handler => 'sql:wait_for_lock')" >/dev/null

# Starts a run, and waits until tasks of it are under way: four in processes, and one in SQL, which waits for a lock as they for a file.
start() {
    rm -f go begun
    psql -Xq >lock.log 2>&1 < <(echo 'SELECT pg_advisory_lock(4711);' && until [[ -e go ]]; do sleep 0.05; done) &
    wait_until "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND granted)"
    run=$(sql "SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 40) i))")
    wait_for '(($(cat begun 2>/dev/null | wc -l) == 4))'
    wait_until "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted)"
}
goes_on() { # goes_on DESCRIPTION: what the run comes to
    is "$(wait_for_run "$run")" completed "$1: the run goes on"
    is "$(sql "SELECT count(*) || ' ' || max(attempts) FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'completed'")" "80 1" \
        "$1: no attempt is lost"
    is "$(sort begun | uniq -d | wc -l)" 0 "$1: nothing is executed twice"
}

start_daemon --config config.json --listen 127.0.0.1:0
wait_for_pages

# An installation whose library doesn't serve the schema any more.
start
set_version 0.0.1
wait_for 'page /readyz | grep -q "the database.s extension is older than its library: ALTER EXTENSION pgfanout UPDATE"'
ok $? "a daemon on an older schema is not ready, and says what to do"
like "$(sql "SELECT fanout.start_run('f')" 2>&1)" "version 0.0.1, older than those that its library.*ALTER EXTENSION pgfanout UPDATE" \
    "who starts a run is told"
touch go
wait_for_log 'exchange failed.*PFVER'
ok $? "what has ended meanwhile is handed in again"
is "$(page_status /healthz)" 200 "the daemon is healthy"
is "$(grep -c PFVER "$log")" "$(grep PFVER "$log" | sed 's/.*msg=//; s/ reason=.*//' | sort -u | wc -l)" "each part of it has said so once"
set_version "$version"
goes_on "after an update"
page_has_status /readyz 200
ok $? "the daemon is ready again"

# A schema that was updated under sessions that have an older library loaded.
start
set_version 99.0.0
like "$(sql "SELECT fanout.start_run('f')" 2>&1)" "FATAL: .*is older than the extension" \
    "a session with an older library is ended"
wait_for_log 'is older than the extension'
ok $? "a daemon's too"
touch go
set_version "$version"
goes_on "with new sessions"
is "$(grep -c 'crash' "$log")" 0 "no claim is taken for one that has crashed a session"
end_daemon TERM
is "$status" 0 "and it ends cleanly"
