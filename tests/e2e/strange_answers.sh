#!/usr/bin/env bash
# A server may be exchanged for another under a daemon, and a connection be used by somebody else: an answer that isn't one to a
# lane's call is refused, whatever it says. What it claims goes back, unattempted.
. "$(dirname "$0")/lib.bash"

cat >config.json <<'JSON'
{"poll_interval_ms": 100, "handlers": {"here": {"type": "exec", "argv": ["sh", "-c", "echo x >>ran; echo 1"]}}}
JSON

# An exchange whose answers are changed as the table says.
as_superuser "
    CREATE TABLE public.answers (change text);
    INSERT INTO public.answers VALUES ('none');
    ALTER FUNCTION fanout.exchange RENAME TO true_exchange;
    DO \$make\$ BEGIN
        EXECUTE (SELECT format(\$text\$
            CREATE FUNCTION fanout.exchange(%s) RETURNS %s LANGUAGE sql SECURITY DEFINER AS \$body\$
                SELECT CASE WHEN e.kind = 'tasks' AND a.change = 'sql' THEN 'sql' ELSE e.kind END,
                       CASE WHEN a.change <> 'nameless' THEN e.claim_id END,
                       CASE WHEN a.change <> 'headless' THEN e.run_id END, e.flow_slug, e.step_slug, e.task_index, e.attempt,
                       CASE WHEN a.change = 'other' THEN 'other' ELSE e.handler END,
                       e.input, e.timeout, e.progress, e.heartbeat_timeout, e.context
                  FROM public.answers a, fanout.true_exchange(%s) e \$body\$\$text\$,
            pg_get_function_arguments(oid), pg_get_function_result(oid),
            (SELECT string_agg('\$' || i, ', ') FROM generate_series(1, pronargs) i))
          FROM pg_proc WHERE proname = 'true_exchange');
    END \$make\$;
    GRANT EXECUTE ON FUNCTION fanout.exchange TO worker_$$" >/dev/null
sql "SELECT fanout.create_flow('f', max_attempts => 1);
     SELECT fanout.add_step('f', 'step', handler => 'here')" >/dev/null

change() { as_superuser "UPDATE public.answers SET change = '$1'"; }

start_daemon --config config.json
wait_for_log registered 2
for strange in other sql headless nameless; do
    change "$strange"
    before=$(grep -c 'msg="registers anew"' "$log" || true)
    rm -f ran
    run=$(sql "SELECT fanout.start_run('f')")
    wait_for_log 'msg="registers anew"' $((before + 2))
    ok "$([[ ! -e ran ]] && echo 0 || echo 1)" "$strange: the task is not executed"
    change none
    is "$(wait_for_run "$run")" completed "$strange: the run completes once the answer is right"
    is "$(sql "SELECT max(attempts) FROM fanout.step_tasks WHERE run_id = '$run'")" 1 "$strange: at the first attempt"
done
like "$(<"$log")" 'a claim of handler \\"other\\"' "the log says what was wrong"

# Somebody has made later calls in this worker's name: the daemon is on a copy of their machine.
as_superuser "UPDATE fanout.exchanges SET sequence = sequence + 1000"
run=$(sql "SELECT fanout.start_run('f')")
is "$(wait_for_run "$run")" completed "a copy of a daemon works in a name of its own"
like "$(<"$log")" 'msg="registers anew".*sent sequence' "and says so"
end_daemon TERM
is "$status" 0 "it is still the same daemon"
