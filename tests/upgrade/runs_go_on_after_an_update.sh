#!/usr/bin/env bash
# Runs of 0.1.0 in every state, half done: after the update nothing of them is missing, those who hold claims end them, and a daemon
# that has waited for the update does the rest.
. "$(dirname "$0")/../e2e/lib.bash"
. "$root/tests/upgrade/lib.bash"

make_server_for_updates fanout.lease=3s fanout.heartbeat_interval=500ms
restore_old old
run() { sql "SELECT run_id FROM kept.runs WHERE name = '$1'"; }
export PGUSER=postgres

# -- a daemon that comes too early

cat >same.pl <<'PERL'
use JSON::PP;
$| = 1;
my $json = JSON::PP->new->allow_nonref;
while (<STDIN>) {
    my $task = $json->decode($_);
    my $input = $task->{input};
    print $json->encode({id => $task->{id}, output => exists $input->{item} ? $input->{item} : $input->{items} // "done"}), "\n";
}
PERL
queues=$(sql "SELECT string_agg(to_json(queue)::text, ', ') FROM (SELECT DISTINCT queue FROM fanout.steps) q")
cat >config.json <<JSON
{"queues": [$queues], "handlers": {"h": {"type": "process", "argv": ["perl", "$work/same.pl"], "concurrency": 4}}}
JSON
status=0
PGUSER=worker_$$ "$fanoutd" --once --config config.json >once.log 2>&1 || status=$?
is "$status" 3 "a daemon that is not to wait ends"
like "$(<once.log)" "version 0.1.0, which is to be updated.*ALTER EXTENSION pgfanout UPDATE" "saying what to do"
like "$(sql "SELECT fanout.start_run('wide')" 2>&1)" "of version 0.1.0, older than those that its library.*ALTER EXTENSION pgfanout UPDATE" "so does the library"

# -- the update

results_of_old() {
    sql "SELECT f.flow_slug, t.step_slug, s.run_id, r.task_index, r.attempt, r.output IS NULL, md5(r.output::text), r.claimed_at, r.completed_at
           FROM fanout.results r JOIN fanout.step_states s USING (state_id) JOIN fanout.steps t USING (step_id) JOIN fanout.flows f USING (flow_id)
          WHERE f.flow_slug <> 'batches' ORDER BY 1, 2, 3, 4"
}
results() {
    sql "SELECT f.flow_slug, t.step_slug, s.run_id, r.first_index + o.n, r.attempt, o.value IS NULL, md5(o.value::text), r.claimed_at, r.completed_at
           FROM fanout.results r JOIN fanout.step_states s USING (state_id) JOIN fanout.steps t USING (step_id) JOIN fanout.flows f USING (flow_id)
          CROSS JOIN LATERAL (SELECT n, r.outputs -> n FROM generate_series(0, r.last_index - r.first_index) n) o (n, value)
          WHERE f.flow_slug <> 'batches' ORDER BY 1, 2, 3, 4"
}
items_of_old() { sql "SELECT state_id, task_index, item FROM fanout.tasks ORDER BY 1, 2" | md5sum; }
items() {
    sql "SELECT x.state_id, x.first_index + n, x.items -> n FROM fanout.tasks x, generate_series(0, x.last_index - x.first_index) n ORDER BY 1, 2" | md5sum
}
queue() { sql "SELECT state_id, queue_id, worker_id, kind, attempt, indexes, available_at, parked_on, stripe, virtual_time, has_progress FROM fanout.queue ORDER BY 2"; }
failures() { sql "SELECT state_id, task_index, attempt, left(error, 100), failed_at, worker_id FROM fanout.failures ORDER BY 1, 2, 3"; }
runs() { sql "SELECT run_id, flow_id, generation, status, priority, owner, input, parent_state_id, parent_index, started_at, completed_at FROM fanout.runs ORDER BY 1"; }
counters() { sql "SELECT 's', state_id, stripe, remaining FROM fanout.stripes UNION ALL SELECT 'r', state_id, 0, remaining FROM fanout.retry_budgets UNION ALL
                  SELECT 'l', limit_id, max_concurrency, in_flight FROM fanout.limits ORDER BY 1, 2, 3"; }

# A handler whose body is bound to a function of ours.
sql "CREATE OR REPLACE FUNCTION public.doubled(task jsonb) RETURNS jsonb LANGUAGE sql
    RETURN (SELECT to_jsonb((task ->> 'item')::int * 2) FROM fanout.current_task() c WHERE c.step_slug = 'each')"
results_of_old >results.old
items_of_old >items.old
for what in queue failures runs counters; do "$what" >"$what.old"; done
PGUSER=worker_$$ start_daemon --config config.json --listen 127.0.0.1:0
wait_for_pages
wait_for 'page /readyz | grep -q "ALTER EXTENSION pgfanout UPDATE"'
ok $? "a daemon waits, and its page says for what"
# Before it registers, so that who held claims is the first to come back.
kill -STOP "$daemon"
is "$(update)" "" "the extension is updated"
results >results.new
items >items.new
for what in queue failures runs counters; do "$what" >"$what.new"; done
compare() { # compare NAME DESCRIPTION
    local status=0
    diff "$1.old" "$1.new" >"$1.diff" || status=$?
    ok "$status" "$2"
    sed 's/^/# /' "$1.diff" | head -n 20
}
compare results "every result is there"
compare items "every item"
compare failures "every failed attempt"
compare runs "every run"
compare counters "what counts what is left, and what is held"
# In order go tasks 1, 3 and 4 of the pipeline's last step, and 2 has no item yet.
sed -i 's/{\[1,2),\[3,5)}/{[1,2)}/' queue.old
compare queue "what waits, and every claim"
is "$(sql "SELECT count(*) FROM fanout.tasks WHERE pg_column_compression(items) IS NOT NULL AND last_index > first_index")" 0 "no row of several tasks is compressed"
is "$(sql "SELECT octet_length(name) || ' ' || (octet_length(error) BETWEEN 8189 AND 8192) || ' ' || error_is_final FROM fanout.runs WHERE run_id = '$(run failed)'")" "254 true false" \
    "names and errors are as long as they may be"
is "$(sql "SELECT string_agg(task_index || ' ' || error, ', ' ORDER BY task_index) FROM fanout.errors('$(run batches)')")" \
    "0 alone, 1 and more, 2 the batch failed" "items of batches have failed that had"
is "$(sql "SELECT progress FROM fanout.task_progress")" '{"done": 0.5}' "what a task has reported is kept"

# -- who held claims hands in what has ended, as 0.1.0's clients do

sql "SELECT kept.finish(h.queue, h.step_slug) FROM (SELECT DISTINCT queue, step_slug FROM kept.held WHERE queue <> 'wide') h;
     SELECT kept.finish('wide', 'each', ARRAY[19, 21, 23, 24, 25]);
     SELECT fanout.run_sql_tasks(worker_id) FROM kept.workers WHERE queue = 'server'" >/dev/null
is "$(sql "SELECT string_agg(format('%s %s', k.name, s.status), ', ' ORDER BY k.name) FROM kept.runs k JOIN fanout.step_tasks s USING (run_id)
            WHERE (k.name, s.step_slug, s.task_index) IN (('wide', 'each', 19), ('chain', 'second', 0), ('large', 'each', 2), ('pipeline', 'a', 2), ('in_order', 'pushed', 1), ('limited', 'each', 1))")" \
    "chain completed, in_order completed, large completed, limited completed, pipeline completed, wide completed" "claims of before hold"
is "$(sql "SELECT count(*) FROM fanout.task_progress")" 0 "what had reported has ended"

# -- what developers do

export PGUSER=upgrade_author
is "$(sql "SELECT fanout.create_flow('limited', base_delay => '0'), fanout.add_step('limited', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{few,steady}', retry_budget => 5, max_concurrency => 4, queue => 'limited')")" \
    "1|1" "a flow that is defined again as it was stays as it was"
is "$(PGUSER=upgrade_other sql "SELECT fanout.create_flow('others'), fanout.add_step('others', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{few}', queue => 'limited')")" \
    "1|1" "also where it names somebody else's limit"
like "$(sql "SELECT fanout.resume_run('$(PGUSER=postgres run failed)'), fanout.resume_run('$(PGUSER=postgres run cancelled)')" 2>&1)" '^t\|t$' "ended runs are resumed"
sql "SELECT fanout.push_items('$(PGUSER=postgres run streamed)', 'pushed', '[4, 5]'), fanout.close_items('$(PGUSER=postgres run streamed)', 'pushed');
     SELECT fanout.push_items('$(PGUSER=postgres run in_order)', 'pushed', '[4]'), fanout.close_items('$(PGUSER=postgres run in_order)', 'pushed')" >/dev/null
export PGUSER=postgres

# -- and the daemon

kill -CONT "$daemon"
wait_until "SELECT NOT EXISTS (SELECT FROM fanout.runs WHERE status = 'started')" 60
is "$(sql "SELECT string_agg(k.name || ' ' || status, ', ' ORDER BY k.name) FROM kept.runs k JOIN fanout.runs USING (run_id) WHERE status <> 'completed'")" "" "all runs complete"
page_has_status /readyz 200
ok $? "the daemon is ready"
is "$(sql "SELECT string_agg(format('%s.%s %s', k.name, s.step_slug, s.attempts), ', ' ORDER BY k.name, s.step_slug) FROM (
              SELECT DISTINCT run_id, step_slug, attempts FROM fanout.step_tasks WHERE attempts > 1) s LEFT JOIN kept.runs k USING (run_id)")" \
    "chain.second 2, failed.each 2, limited.each 2, wide.each 2" "no attempt is lost"
gives() { # gives NAME OUTPUT
    is "$(sql "SELECT fanout.run_output('$(run "$1")')")" "$(sql "SELECT jsonb '$2'")" "$1 has the right output"
}
numbers() { sql "SELECT jsonb_agg(i) FROM generate_series($1, $2) i"; }
gives wide '{"all": "done"}'
is "$(sql "SELECT jsonb_agg(output ORDER BY task_index) = '$(numbers 0 99)' FROM fanout.results('$(run wide)', 'each')")" t "its items are all there, in order"
gives chain '{"third": "done"}'
gives striped "{\"each\": $(numbers 0 2099)}"
is "$(sql "SELECT fanout.run_output(run_id) -> 'each' = input FROM fanout.runs WHERE run_id = '$(run large)'")" t "large has the right output"
gives collecting '{"all": "done"}'
gives batches '{"each": [0, null, null, 3, null, null, 6]}'
gives pipeline "{\"c\": $(numbers 0 6)}"
is "$(sql "SELECT array_agg(task_index ORDER BY started_at, task_index) FROM fanout.step_tasks WHERE run_id = '$(run pipeline)' AND step_slug = 'c'")" "{0,1,2,3,4,5,6}" \
    "those in order were done in order"
gives streamed "{\"after\": $(numbers 0 5)}"
gives in_order "{\"pushed\": $(numbers 0 4)}"
gives parent '{"children": [{"each": [1, 2]}, {"each": [3]}, {"each": [4, 5]}]}'
gives server '{"given": [1, 2, 3]}'
gives limited "{\"each\": $(numbers 0 7)}"
gives others '{"each": [0, 1]}'
gives waiting '{"each": [0, 1]}'
gives failed '{"each": [0, 1, 2]}'
gives cancelled '{"each": [0, 1, 2]}'
gives many '{"tasks": [1, 2, 3]}'
is "$(sql "SELECT string_agg(status, ' ') FROM fanout.chain_results('$(run chained)')")" completed "a batch of chained runs goes on"
is "$(sql "SELECT sum(in_flight) FROM fanout.limits")" 0 "no limit's slot is lost"
is "$(sql "SELECT count(*) FROM fanout.queue")" 0 "nothing is left in the queue"
is "$(sql "SELECT status FROM fanout.health() WHERE what IN ('limits', 'put_aside', 'owners', 'copy') AND status <> 'ok'")" "" "all is well"
sql "SELECT fanout.prune('0 s')" >/dev/null
is "$(sql "SELECT count(*) FROM fanout.runs")" 0 "runs of before can be removed"
end_daemon TERM
