#!/usr/bin/env bash
# How a daemon ends that can't work: a status of its own for each reason, and one line of the log that says what to do.
. "$(dirname "$0")/lib.bash"

end_of() { # end_of ARGUMENT...: its status is in $status, what it said in $said
    status=0
    said=$(timeout 60 "$fanoutd" "$@" 2>&1 </dev/null) || status=$?
}

ends() { # ends STATUS REGEX DESCRIPTION
    is "$status" "$1" "$3: status $1"
    like "$said" "$2" "$3: the log says why"
}

errors() { grep -c 'level=error' <<<"$said" || true; }

export PGUSER=nobody_$$
as_superuser "CREATE ROLE nobody_$$ LOGIN"
end_of
ends 3 "permission denied.*grant_worker\('nobody_$$'\)" "a role without rights"
is "$(errors)" 1 "in one line"
PGUSER=is_not_there_$$ end_of
ends 3 'is_not_there.*SQLSTATE 28000.*remedy' "an unknown role"
is "$(errors)" 1 "in one line"
PGUSER=worker_$$ PGDATABASE=is_not_there_$$ end_of
ends 3 'is_not_there.*SQLSTATE 3D000.*remedy' "an unknown database"
PGUSER=worker_$$ PGDATABASE=postgres end_of
ends 3 'no extension pgfanout.*CREATE EXTENSION pgfanout' "a database without the extension"
as_superuser "UPDATE pg_extension SET extversion = '0.0.1' WHERE extname = 'pgfanout'"
PGUSER=worker_$$ end_of --once
ends 3 'version 0.0.1.*ALTER EXTENSION pgfanout UPDATE' "with --once, an extension that is to be updated"
as_superuser "UPDATE pg_extension SET extversion = '$("$fanoutd" --version)' WHERE extname = 'pgfanout'"

end_of --connect-timeout soon
ends 2 'connect-timeout' "a time that is none"
end_of --drain-timeout 5
ends 2 'drain-timeout' "a time without its unit"
end_of "host=a oops"
ends 2 'connection string.*oops' "a connection string that can't be read"
end_of --config is-not-there.json
ends 2 'is-not-there.json' "a configuration that isn't there"

PGHOST=$work/nowhere end_of --once --connect-timeout 300ms
ends 5 'no server.*nowhere' "with --once, a server that can't be reached"

# Without --once a daemon goes on trying; the server comes, and it works.
export PGUSER=worker_$$
mkdir socket
start_daemon "host=$work/socket"
wait_for_log "can't connect" 2
ln -s "$PGHOST/.s.PGSQL.5432" socket/
wait_for_log registered
ok $? "a daemon waits for its server"
end_daemon TERM
is "$status" 0 "and ends cleanly"
rm socket/.s.PGSQL.5432
start_daemon "host=$work/socket"
wait_for_log "can't connect"
end_daemon TERM
is "$status" 0 "so does one that never found its server"

# With --once, a server that goes away is waited for as long.
ln -s "$PGHOST/.s.PGSQL.5432" socket/
PGUSER=dev_$$
sql "SELECT fanout.create_flow('waits'); SELECT fanout.add_step('waits', 'cat')" >/dev/null
echo '{"handlers": {"cat": {"type": "exec", "argv": ["sleep", "60"]}}}' >config.json
run=$(sql "SELECT fanout.start_run('waits')")
start_daemon --once --connect-timeout 300ms --config config.json "host=$work/socket"
wait_until "SELECT status = 'started' FROM fanout.step_tasks WHERE run_id = '$run'"
rm socket/.s.PGSQL.5432
as_superuser "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'worker_$$'" >/dev/null
wait_for_end "$daemon"
is "$status" 5 "with --once, a server that goes away: status 5"
