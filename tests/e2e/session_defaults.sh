#!/usr/bin/env bash
# What a database sets for everybody's sessions is not for the daemon's: no isolation level that has its statements fail, and no timeout
# but the steps'. So on connections of its own, and behind a pooler, in whose sessions nothing is left. What its connection string sets holds.
. "$(dirname "$0")/lib.bash"

defaults=("default_transaction_isolation = serializable" "statement_timeout = '300ms'" "lock_timeout = '10ms'" "idle_in_transaction_session_timeout = '300ms'"
    "array_nulls = off")
for default in "${defaults[@]}"; do as_superuser "ALTER ROLE worker_$$ IN DATABASE $PGDATABASE SET $default"; done
settings="current_setting('transaction_isolation') || ' ' || current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') || ' ' || current_setting('array_nulls')"
sql "CREATE FUNCTION settings(task jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT to_jsonb($settings) FROM pg_sleep(0.5) \$\$;
     CREATE FUNCTION id(task jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT task -> 'item' FROM pg_sleep(0.001) \$\$;
     SELECT fanout.create_flow('f');
     SELECT fanout.add_step('f', 'settings', handler => 'sql:settings');
     SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'sql:id');
     SELECT fanout.add_step('f', 'own', step_type => 'fanout', fanout_from => 'run')" >/dev/null
cat >config.json <<JSON
{"poll_interval_ms": 100, "sql_connections": 3, "handlers": {"own": {"type": "exec", "argv": ["cat"], "concurrency": 4}}}
JSON

work_off() { # work_off DESCRIPTION SETTINGS
    local i runs=()
    for i in 1 2 3; do runs+=("$(sql "SELECT fanout.start_run('f', (SELECT jsonb_agg(n) FROM generate_series(1, 20) n))")"); done
    for run in "${runs[@]}"; do wait_for_run "$run" >/dev/null; done
    is "$(sql "SELECT string_agg(DISTINCT status, ' ') FROM fanout.runs_overview")" completed "$1: the runs complete"
    is "$(sql "SELECT DISTINCT fanout.run_output(run_id) ->> 'settings' FROM fanout.runs_overview WHERE run_id = '${runs[0]}'")" "$2" "$1: a handler runs with these settings"
    is "$(sql "SELECT count(*) FROM fanout.task_failures")" 0 "$1: no attempt is lost"
    is "$(grep -c 'sqlstate=' "$log")" 0 "$1: and no error is in the log"
    end_daemon TERM
    is "$status" 0 "$1: the daemon ends"
}

start_daemon --config config.json
work_off "on its own connections" "read committed 0 0 on"
start_daemon --config config.json "options='-c lock_timeout=7s'"
work_off "with options" "read committed 0 7s on"

make_pool "default_pool_size = 4"
start_pgbouncer
start_daemon --config config.json "host=$pool port=6432"
work_off "behind pgbouncer" "read committed 0 0 on"
is "$(PGHOST=$pool PGPORT=6432 PGUSER=worker_$$ sql "SELECT current_setting('default_transaction_isolation') || ' ' || current_setting('statement_timeout') || ' ' || current_setting('lock_timeout')")" \
    "serializable 300ms 10ms" "in the pool's sessions nothing is left of that"

# A cancel request, of this connection or of another that had the pooler's session before, may meet whatever is sent.
work_off_spoilt() { # work_off_spoilt DESCRIPTION WORDS...: which are spoilt once on each of its connections
    local words run
    start_daemon --config config.json "host=$pool port=6433"
    wait_for_log 'msg=registered' 2
    : >spoilt.log
    for words in "${@:2}"; do touch "spoilt/$words"; done
    run=$(sql "SELECT fanout.start_run('f', '[1, 2, 3]')")
    is "$(wait_for_run "$run" 30)" completed "$1: the run completes"
    for words in "${@:2}"; do ok "$(grep -q "^$words\$" spoilt.log; echo $?)" "$1: it was $words"; done
    rm spoilt/*
    end_daemon TERM
    is "$status" 0 "$1: the daemon ends"
}
mkdir spoilt
"$root/tests/e2e/spoil_statements" "$pool/.s.PGSQL.6433" "$pool/.s.PGSQL.6432" spoilt >>spoilt.log 2>&1 &
daemons+=("$!")
wait_for '[[ -S $pool/.s.PGSQL.6433 ]]'
work_off_spoilt "what begins a transaction fails" "LOCAL lock_timeout"
work_off_spoilt "what ends it fails, too" "LOCAL lock_timeout" ROLLBACK
