#!/usr/bin/env bash
# SIGTERM: what runs is finished, nothing new is begun, what was claimed and not begun is given back without using up
# an attempt. A second SIGTERM stops at once.
. "$(dirname "$0")/lib.bash"

cat >slow.pl <<'PERL'
use JSON::PP;
$| = 1;
while (<STDIN>) {
    my $task = decode_json($_);
    open my $begun, '>>', 'begun';
    print $begun "$task->{id}\n";
    close $begun;
    select undef, undef, undef, $task->{input}{item};
    print encode_json({id => $task->{id}, output => $task->{input}{item}}), "\n";
}
PERL
cat >config.json <<JSON
{"handlers": {"slow": {"type": "process", "argv": ["perl", "$work/slow.pl"], "concurrency": 2}}}
JSON
sql "SELECT fanout.create_flow('slow');
     SELECT fanout.add_step('slow', 'slow', step_type => 'fanout', fanout_from => 'run')" >/dev/null

completed() {
    sql "SELECT count(*) FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'completed'"
}

run=$(sql "SELECT fanout.start_run('slow', jsonb_agg(0.2)) FROM generate_series(1, 60)")
start_daemon --config config.json
wait_until "SELECT count(*) >= 2 FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'completed'"
end_daemon TERM
is "$status" 0 "a drained daemon exits with 0"
is "$(completed)" "$(wc -l <begun)" "it finished what ran"
ok "$(($(completed) < 60 ? 0 : 1))" "and began nothing else"
is "$(sql "SELECT count(*) FROM fanout.step_tasks WHERE run_id = '$run' AND status = 'started'")" 0 "it holds nothing"
is "$(sql "SELECT count(*) FROM fanout.workers_overview")" 0 "it is no longer registered"

start_daemon --config config.json
is "$(wait_for_run "$run")" completed "another daemon goes on with it"
is "$(sql "SELECT max(attempts) FROM fanout.step_tasks WHERE run_id = '$run'")" 1 "no attempt was used up"
end_daemon TERM

run=$(sql "SELECT fanout.start_run('slow', '[30, 30]')")
rm begun
start_daemon --config config.json
# Claimed is not begun: what isn't would be given back.
for ((i = 0; i < 200; i++)); do
    [[ $(grep -c . begun 2>/dev/null) != 2 ]] || break
    sleep 0.05
done
began=$SECONDS
kill -TERM "$daemon"
sleep 0.5
ok "$(kill -0 "$daemon" && echo 0 || echo 1)" "a daemon waits for its long tasks"
kill -TERM "$daemon"
wait_for_end "$daemon"
ok "$((SECONDS - began < 10 ? 0 : 1))" "a second SIGTERM stops it at once"
sql "SELECT fanout.cancel_run('$run')" >/dev/null
