#!/usr/bin/env bash
# A daemon is killed with SIGKILL in mid-run, twice, and another one started: every output is there, in order, and each
# task has one result, whatever kind of handler it had.
. "$(dirname "$0")/lib.bash"

tasks=600

cat >triple.pl <<'PERL'
use JSON::PP;
$| = 1;
while (<STDIN>) {
    my $task = decode_json($_);
    select undef, undef, undef, 0.005;
    print encode_json({id => $task->{id}, output => $task->{input}{item} * 3}), "\n";
}
PERL
cat >triple.sh <<'BASH'
read -r input
n=${input//[^0-9]/}
sleep 0.005
echo $((n * 3))
BASH
cat >config.json <<JSON
{
  "handlers": {
    "triple_process": {"type": "process", "argv": ["perl", "$work/triple.pl"], "concurrency": 4},
    "triple_exec": {"type": "exec", "argv": ["bash", "$work/triple.sh"], "concurrency": 4}
  }
}
JSON

define_flows() {
    sql "CREATE FUNCTION triple_sql(task jsonb) RETURNS jsonb LANGUAGE sql AS
         'SELECT to_jsonb((task ->> ''item'')::int * 3) FROM pg_sleep(0.003)'"
    local kind
    for kind in triple_process triple_exec sql:triple_sql; do
        sql "SELECT fanout.create_flow('${kind#sql:}', base_delay => '100 ms');
             SELECT fanout.add_step('${kind#sql:}', 'triple', step_type => 'fanout', fanout_from => 'run',
                                    handler => '$kind')" >/dev/null
    done
}

start_runs() {
    local kind
    for kind in triple_process triple_exec triple_sql; do
        runs+=("$(sql "SELECT fanout.start_run('$kind', jsonb_agg(n)) FROM generate_series(1, $tasks) n")")
    done
}

done_tasks() {
    sql "SELECT sum(done) FROM fanout.runs_overview"
}

check_run() {
    local run=$1 kind=$2
    is "$(wait_for_run "$run")" completed "$kind: the run completes"
    is "$(sql "SELECT count(*) || ' ' || bool_and(output = to_jsonb((task_index + 1) * 3)) FROM fanout.step_tasks
               WHERE run_id = '$run' AND status = 'completed'")" "$tasks true" "$kind: every task has its output"
    is "$(sql "SELECT fanout.run_output('$run') -> 'triple' = (SELECT jsonb_agg(n * 3) FROM generate_series(1, $tasks) n)")" \
        t "$kind: the outputs are in order"
    is "$(sql "SELECT count(*) || ' ' || count(DISTINCT task_index) FROM fanout.task_results WHERE run_id = '$run'")" \
        "$tasks $tasks" "$kind: each task has one result"
}

runs=()
define_flows
start_runs
total=$((tasks * 3))

for part in 1 2; do
    start_daemon --config config.json
    wait_until "SELECT sum(done) > $total * $part / 5 FROM fanout.runs_overview"
    end_daemon KILL
    is "$status" 137 "daemon $part was killed"
    killed_at=$(done_tasks)
    ok "$((killed_at < total ? 0 : 1))" "daemon $part was killed in mid-run, at $killed_at of $total tasks"
done

start_daemon --config config.json
check_run "${runs[0]}" process
check_run "${runs[1]}" exec
check_run "${runs[2]}" sql
is "$(as_superuser "SELECT count(*) FROM fanout.queue")" 0 "nothing is left in the queue"
end_daemon TERM
is "$status" 0 "the last daemon ends cleanly"
