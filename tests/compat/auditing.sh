#!/usr/bin/env bash
# What docs/operations.md says of tools that look on: logical decoding sees every row, pgaudit the calls.
. "$(dirname "$0")/../e2e/lib.bash"

make_own_server shared_preload_libraries=pgaudit pgaudit.log=read,write pgaudit.log_relation=on wal_level=logical fsync=off
as_superuser "CREATE EXTENSION pgaudit"
server_log=$("$cluster" log "$work/server")
sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT task -> ''item''';
     SELECT fanout.create_flow('f');
     SELECT fanout.add_step('f', 'parts', step_type => 'fanout', fanout_from => 'run', handler => 'sql:same')" >/dev/null

# What pgaudit says of a command is in audit, a line an event: class, command, relation, statement.
audit_of() { # audit_of COMMAND ARGUMENT ...
    local before
    before=$(wc -l <"$server_log")
    "$@"
    tail -n "+$((before + 1))" "$server_log" | sed -n 's/.*AUDIT: *SESSION,[0-9]*,[0-9]*,//p' >audit
}

run_twenty_tasks() {
    run=$(sql "SELECT fanout.start_run('f', (SELECT jsonb_agg(g) FROM generate_series(1, 20) g))")
    start_daemon --once
    wait_for_end "$daemon"
}

events() { # events REGEX
    grep -Ec "$1" audit || true
}

as_superuser "SELECT pg_create_logical_replication_slot('slot', 'test_decoding')" >/dev/null
audit_of run_twenty_tasks
is "$(sql "SELECT fanout.run_status('$run')")" completed "a run completes"
like "$(as_superuser "SELECT string_agg(format('%s %s', what, n), ', ' ORDER BY what)
                      FROM (SELECT substring(data from '^table fanout\.(\w+: \w+)') AS what, count(*) AS n
                              FROM pg_logical_slot_get_changes('slot', NULL, NULL) GROUP BY 1) changes
                     WHERE what ~ '^(runs|step_states: I|tasks|results)'")" \
    "^results_00: INSERT [0-9]+, runs: INSERT 1, runs: UPDATE 1, step_states: INSERT 1, tasks_00: INSERT 1$" "logical decoding sees its rows"
is "$(events '^READ,SELECT,.*fanout\.start_run')" 1 "pgaudit has the call that started it"
is "$(events '^WRITE,INSERT,TABLE,fanout\.(runs|tasks_00|results_00)')" 0 "but not the rows"

# Nor does a trigger help, for which statements write the rows: it logs none in a SECURITY DEFINER function of somebody else's.
as_superuser "CREATE FUNCTION public.nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
              CREATE TRIGGER audited AFTER INSERT ON fanout.runs FOR EACH ROW EXECUTE FUNCTION public.nothing()"
audit_of run_twenty_tasks
is "$(events '^READ,SELECT,.*fanout\.start_run')" 1 "it has the call where the table has a trigger"
is "$(events '^WRITE,')" 0 "and nothing that is written in it"
audit_of as_superuser "SELECT fanout.start_run('f', '[]')" >/dev/null
is "$(events '^WRITE,INSERT,TABLE,fanout\.runs')" 1 "of a superuser's call it has that, too"
