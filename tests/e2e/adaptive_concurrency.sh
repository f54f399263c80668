#!/usr/bin/env bash
# A handler with a range for its concurrency finds the point where its service is saturated. (How near it comes to the
# best fixed setting: tests/unit/worker/concurrency_control.cpp in simulated time, and `make bench` in real time.)
. "$(dirname "$0")/lib.bash"

# A service for five at a time: each task needs one of five locks for 30 ms.
cat >service.pl <<'PERL'
use Fcntl ':flock';
$| = 1;
while (<STDIN>) {
    my ($id) = /"id":("[^"]*")/;
    my ($index) = /"index":(\d+)/;
    open(my $lock, '>', 'slot.' . $index % 5) or die;
    flock($lock, LOCK_EX);
    select(undef, undef, undef, 0.03);
    close($lock);
    print "{\"id\": $id, \"output\": $index}\n";
}
PERL

cat >config.json <<JSON
{"handlers": {"serve": {"type": "process", "argv": ["perl", "service.pl"], "concurrency": {"min": 1, "max": 40}}}}
JSON

sql "SELECT fanout.create_flow('f'); SELECT fanout.add_step('f', 'serve', step_type => 'fanout', fanout_from => 'run')" >/dev/null
start_daemon --config config.json --log-level debug
tasks=1500
run=$(sql "SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, $tasks - 1) i))")
is "$(wait_for_run "$run" 120)" completed "the run completes"
is "$(sql "SELECT (fanout.run_output('$run') -> 'serve') = (SELECT jsonb_agg(i) FROM generate_series(0, $tasks - 1) i)")" t "with every output in its place"

# The limits in the second half of the log, when it has found out.
limits() {
    sed -n 's/.*msg=concurrency .*tasks=\([0-9]*\).*/\1/p' "$log"
}
median=$(limits | tail -n "$(($(limits | wc -l) / 2 + 1))" | sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }')
echo "# limits: $(limits | tr '\n' ' ')"
is "$(limits | head -n 1)" 1 "it begins with the least"
# Whatever else the machine does is none of this test's business, but it is the daemon's.
if grep -q 'msg="the machine is busy"' "$log"; then
    echo "ok $((++tests)) # SKIP the machine is busy, and so the daemon holds back"
else
    ok "$((median >= 4 && median <= 12 ? 0 : 1))" "and comes to about as many as the service takes: $median"
fi
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
