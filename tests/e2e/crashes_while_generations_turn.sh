#!/usr/bin/env bash
# The server crashes while a generation begins, while what is kept is moved, and while what is garbage is truncated: nothing is lost,
# and the next maintenance goes on with it.
. "$(dirname "$0")/lib.bash"
make_own_server fsync=off

minutes=0
# Maintenance so many minutes later.
maintain_after() { # maintain_after MINUTES
    minutes=$((minutes + $1))
    as_superuser "SET fanout.clock_offset = '$minutes min'; SELECT fanout.maintain()" >/dev/null
}

# The same, but the session is killed before it commits, and the server with it.
crash_after() { # crash_after MINUTES
    local pid
    minutes=$((minutes + $1))
    rm -f said
    mkfifo -m 600 say
    PGUSER=postgres psql -XAtq <say >said 2>&1 &
    exec 7>say
    echo "SET fanout.clock_offset = '$minutes min'; BEGIN; SELECT fanout.maintain() >= 0; SELECT 'state: ' || state() || ' ' || pg_backend_pid();" >&7
    wait_for "grep -q ^state: said"
    pid=$(sed -n 's/^state: .* //p' said)
    seen=$(sed -n 's/^state: \(.*\) .*/\1/p' said)
    kill -9 "$pid"
    exec 7>&-
    rm say
    wait_until_command as_superuser "SELECT pg_sleep(0)"
}

# How many rows of tasks there are, and where the run is that is kept.
state() {
    as_superuser "SELECT state()"
}

as_superuser "
    CREATE FUNCTION state() RETURNS text LANGUAGE sql AS \$\$
        SELECT format('%s rows, in %s', (SELECT coalesce(sum(last_index - first_index + 1), 0) FROM fanout.tasks),
                      CASE WHEN generation = (SELECT is_current * last_value FROM (SELECT is_called::int AS is_current, last_value FROM fanout.generation_seq) g)
                           THEN 'the current generation' ELSE 'an old one' END)
          FROM fanout.runs ORDER BY completed_at DESC LIMIT 1 \$\$;
    SELECT fanout.create_flow('f');
    SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
    CREATE PROCEDURE run_of(tasks int) LANGUAGE plpgsql AS \$\$
    BEGIN
        PERFORM fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, tasks) i));
        COMMIT;
        PERFORM fanout.complete_task(run_id, step_slug, task_index, to_jsonb(task_index))
           FROM fanout.claim_tasks(fanout.register_worker('w', ARRAY['h']), tasks);
    END \$\$;
    CALL run_of(10); CALL run_of(100);" >/dev/null
maintain_after 2
kept=$(as_superuser "SELECT run_id FROM fanout.step_states WHERE total_tasks = 10")
as_superuser "CREATE TABLE seen AS SELECT task_index, status, output, completed_at FROM fanout.step_tasks WHERE run_id = '$kept'"
differences() {
    as_superuser "SELECT count(*) FROM (TABLE seen EXCEPT SELECT task_index, status, output, completed_at FROM fanout.step_tasks WHERE run_id = '$kept') x"
}

crash_after 10000
is "$seen" "110 rows, in an old one" "another generation has begun"
maintain_after 2
is "$(state)" "110 rows, in an old one" "it has after a crash and the next maintenance, too"

as_superuser "UPDATE fanout.runs SET completed_at = completed_at - interval '1 day' WHERE run_id <> '$kept'; SELECT fanout.prune('1 hour')" >/dev/null
crash_after 2
is "$seen" "120 rows, in the current generation" "what is kept has been moved"
is "$(state)" "110 rows, in an old one" "a crash before that is committed takes it back"
is "$(differences)" 0 "nothing is lost"
maintain_after 2
is "$(state)" "120 rows, in the current generation" "it is moved by the next maintenance"
is "$(differences)" 0 "as it was"

crash_after 2
is "$seen" "10 rows, in the current generation" "the garbage has been truncated"
is "$(state)" "120 rows, in the current generation" "a crash before that is committed takes it back, too"
maintain_after 2
is "$(state)" "10 rows, in the current generation" "it is truncated by the next one"
is "$(differences)" 0 "and what is kept is as it was"
"$cluster" stop "$work/server" immediate
"$cluster" start "$work/server" fsync=off
is "$(state) $(differences)" "10 rows, in the current generation 0" "also after a crash that comes then"
