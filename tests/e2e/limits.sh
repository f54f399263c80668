#!/usr/bin/env bash
# A named limit over four daemons: never more of two flows' tasks run at once, and as many whenever there are enough.
. "$(dirname "$0")/lib.bash"

# A task says when it began and when it ended, by the one clock of this machine.
cat >work.pl <<'PERL'
use Time::HiRes qw(time sleep);
$| = 1;
while (<STDIN>) {
    my ($id) = /"id": ?("[^"]*")/;
    my $began = time;
    sleep 0.02;
    printf qq({"id": %s, "output": [%.6f, %.6f]}\n), $id, $began, time;
}
PERL
cat >config.json <<JSON
{"handlers": {"work": {"type": "process", "argv": ["perl", "$work/work.pl"], "concurrency": 2}}}
JSON
sql "SELECT fanout.create_limit('three', max_concurrency => 3);
     SELECT fanout.create_flow('f'), fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'work', limits => '{three}');
     SELECT fanout.create_flow('g'), fanout.add_step('g', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'work', limits => '{three}')" >/dev/null

for ((i = 0; i < 4; i++)); do start_daemon --config config.json; done
items="(SELECT jsonb_agg(i) FROM generate_series(1, 100) i)"
f=$(sql "SELECT fanout.start_run('f', $items)")
g=$(sql "SELECT fanout.start_run('g', $items)")
is "$(wait_for_run "$f") $(wait_for_run "$g")" "completed completed" "both flows are done"

# The times of both runs: how many tasks ran when each of them began, itself included.
as_superuser "CREATE TABLE ran AS SELECT o.state_id, o.task_index, (o.output ->> 0)::float8 AS began, (o.output ->> 1)::float8 AS ended
                FROM task_outputs o JOIN fanout.step_states s USING (state_id) WHERE s.run_id IN ('$f', '$g')"
is "$(as_superuser "SELECT count(*) FROM ran")" 200 "every task has run once"
is "$(as_superuser "SELECT max(n) FROM (SELECT count(*) AS n FROM ran a JOIN ran b ON b.began <= a.began AND b.ended > a.began
                     GROUP BY a.state_id, a.task_index) x")" 3 "three ran at once, and never more"
echo "# in flight on average: $(as_superuser "SELECT round((sum(ended - began) / (max(ended) - min(began)))::numeric, 2) FROM ran")"
is "$(as_superuser "SELECT in_flight FROM fanout.limits")" 0 "in the end nothing is counted as in flight"

# A daemon that is killed: its slots come back with its lease.
f=$(sql "SELECT fanout.start_run('f', $items)")
wait_until "SELECT in_flight > 0 FROM fanout.limits_overview"
end_daemon KILL "${daemons[0]}"
end_daemon KILL "${daemons[1]}"
is "$(wait_for_run "$f")" completed "a run goes on after two daemons were killed"
is "$(as_superuser "SELECT in_flight FROM fanout.limits")" 0 "and nothing is counted as in flight after it"
