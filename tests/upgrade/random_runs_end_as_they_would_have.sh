#!/usr/bin/env bash
# Random runs, half done under 0.1.0: after the update they come to what they have come to under 0.1.0, each task by as many attempts.
. "$(dirname "$0")/../e2e/lib.bash"
. "$root/tests/upgrade/lib.bash"

# Whoever works the runs off says nothing else meanwhile.
make_server_for_updates fanout.inline_tasks=8 fanout.lease=1h
restore_old random random_dump.sql
export PGUSER=postgres
is "$(sql "SELECT count(*) > 30 FROM kept.ends")" t "there are runs whose ends are known"
is "$(sql "SELECT count(*) > 15 FROM fanout.runs WHERE status = 'started'")" t "of which many go on"
is "$(sql "SELECT string_agg(DISTINCT kind, ' ' ORDER BY kind) FROM fanout.queue")" "finish start task" "some with work of the engine's own"
is "$(update)" "" "the extension is updated"
is "$(sql "SELECT count(*) FROM fanout.limits l LEFT JOIN fanout.limit_holdings h USING (limit_id) WHERE l.in_flight <> coalesce(h.held, 0)")" 0 "limits count what is held"
sql "CALL kept.work(NULL, 25)"
is "$(sql "SELECT count(*) FROM fanout.runs WHERE status = 'started'")" 0 "all runs end"
is "$(sql "SELECT string_agg(format('%s: %s, not %s', run_id, n, e), E'\n') FROM kept.ends e LEFT JOIN kept.ends_now() n USING (run_id) WHERE n IS DISTINCT FROM e")" "" "as they would have under 0.1.0"
is "$(sql "SELECT (SELECT count(*) FROM fanout.queue) + (SELECT count(*) FROM fanout.limits WHERE in_flight <> 0)
               + (SELECT count(*) FROM fanout.stripes JOIN fanout.step_states USING (state_id) WHERE status = 'completed')")" 0 "and nothing is left of their work"
