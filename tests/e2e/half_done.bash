# Runs half done, for tests of what those are to survive. Source it after lib.bash.
# shellcheck shell=bash
half_done=$root/tests/e2e/half_done

# Leaves runs of every kind in the middle of something, and one that has ended in a generation before the current one.
begin_half_done() {
    local ended
    as_superuser "CREATE ROLE friend_$$; SELECT fanout.grant_worker('dev_$$'), fanout.grant_operator('dev_$$')" >/dev/null
    sql "SELECT fanout.create_flow('old'), fanout.add_step('old', 'all', step_type => 'fanout', fanout_from => 'run', handler => 'h')" >/dev/null
    ended=$(sql "SET client_min_messages = warning; SELECT fanout.start_run('old', '[1]') AS run \gset
        SELECT fanout.register_worker('old', '{h}') AS w \gset
        SELECT fanout.claim_tasks(:w, 1) \g /dev/null
        SELECT fanout.complete_task(:'run', 'all', 0, '10') \g /dev/null
        SELECT :'run'")
    # The ring turns when its generation is old enough.
    as_superuser "SELECT fanout.maintain()" >/dev/null
    as_superuser "UPDATE fanout.generations SET began_at = began_at - interval '30 days'"
    as_superuser "SELECT fanout.maintain()" >/dev/null
    sql "\\i $half_done/begin.sql" -v "ended=$ended" -v "friend=friend_$$" >/dev/null
}

# What of it is to be seen until somebody lets it go on.
check_half_done() { # check_half_done DESCRIPTION [WHO]: who has done it all is shown as WHO, dev_$$
    is "$(sql "SELECT concat_ws(' ', queue, flow, (SELECT name FROM fanout.runs_overview r WHERE r.run_id = p.run_id), reason) FROM fanout.pauses_overview p ORDER BY paused_at")" \
        $'held_queue work on the server\nheld_flow\nheld_run to be looked at' "$1: what was paused is"
    is "$(sql "SELECT settled_because FROM fanout.step_tasks WHERE flow_slug = 'settled' AND settled_by::text = '${2:-dev_$$}'")" "it was done already" \
        "$1: it is known who has settled a task, and why"
    is "$(sql "SELECT string_agg(progress::text, ' ') FROM fanout.step_tasks WHERE flow_slug = 'reports'")" '{"at": 5}' "$1: and what one has reported"
    is "$(sql "SELECT DISTINCT retention || ' ' || retention_failed FROM fanout.flows_overview WHERE flow = 'work'")$(as_superuser "SELECT DISTINCT notify FROM fanout.flows WHERE flow_slug = 'work'")" \
        "7 days -00:00:01t" "$1: how long a flow's runs are kept, and that their ends are told"
    is "$(as_superuser "SELECT string_agg(generation || ': ' || kept_by, ', ' ORDER BY generation) FROM fanout.storage_overview WHERE kept_by <> 'empty'" | sed 's/until .*, /until then, /')" \
        "0: ended runs, kept until then, 1: current: new runs start here" "$1: the ring is where it was"
}

# Lets it go on, by a daemon, and looks what comes of it.
finish_half_done() { # finish_half_done DESCRIPTION
    sql "\\i $half_done/finish.sql" >/dev/null
    cat >half_done.json <<'JSON'
{"queues": ["default", "retries", "held_queue", "held_flow", "held_run", "settled", "rated", "capped", "reports", "pushed", "child", "parent", "again", "failed",
            "cancelled", "collected", "large", "many"],
 "handlers": {"h": {"type": "exec", "argv": ["cat"]}}}
JSON
    status=0
    PGUSER=worker_$$ timeout 60 "$fanoutd" --config half_done.json --once >once.log 2>&1 || status=$?
    is "$status" 0 "$1: a daemon does what is left"
    is "$(sql "SELECT concat_ws(' ', r.name, r.status, CASE r.name WHEN 'large' THEN jsonb_array_length(o.output -> 'each')::text
                          WHEN 'work' THEN (o.output -> 'sum')::text || ' ' || (o.output -> 'flaky' = (SELECT jsonb_agg(i) FROM generate_series(1, 100) i))
                          ELSE o.output::text END)
                 FROM fanout.runs_overview r JOIN fanout.run_outputs o USING (run_id) WHERE r.name IS NOT NULL ORDER BY r.name")" "$(<"$half_done/outputs")" \
        "$1: every run comes to the right result"
    is "$(sql "SELECT string_agg(status, ' ') FROM fanout.runs_overview WHERE flow LIKE 'chain%'")" completed "$1: so does the batch of chained ones"
}
