#!/usr/bin/env bash
# SIGHUP: the configuration is read anew, and only what it changes is touched. Nothing is lost or run twice.
. "$(dirname "$0")/lib.bash"

# Each task leaves a line with its handler's generation and its item. An item above 0 waits for a file of that number.
cat >worker.pl <<'PERL'
use JSON::PP;
$| = 1;
my ($generation) = @ARGV;
while (<STDIN>) {
    my $task = decode_json($_);
    my $item = $task->{input}{item};
    open my $done, '>>', 'begun';
    syswrite $done, "$generation $item $$\n";
    select undef, undef, undef, 0.01 while $item > 0 && !-e "go-$item";
    print encode_json({id => $task->{id}, output => "$generation $item"}), "\n";
}
PERL

handler() { # handler NAME GENERATION [CONCURRENCY]
    echo "\"$1\": {\"type\": \"process\", \"argv\": [\"perl\", \"$work/worker.pl\", \"$2\"], \"concurrency\": ${3:-1}, \"prefetch\": 0}"
}

configure() { # configure [TOP-LEVEL KEYS,] HANDLER...
    local IFS=,
    echo "{$top \"handlers\": {$*}}" >config.new
    mv config.new config.json
}

reloads=0
reload() {
    reloads=$((reloads + 1))
    kill -HUP "$daemon"
    wait_for_log 'configuration reloaded' "$reloads"
}

last_reload() { grep 'configuration reloaded' "$log" | tail -n 1; }

worker_of() { sql "SELECT worker_id FROM fanout.workers_overview WHERE '$1' = ANY (handlers) ORDER BY registered_at DESC LIMIT 1"; }

start_run() { # start_run HANDLER ITEMS
    sql "SELECT fanout.start_run('$1', '$2')"
}

output() { sql "SELECT fanout.run_output('$1') -> 'it'"; }

begun() { wait_for "grep -q '^$1 ' begun"; }

for h in kept changed removed added; do
    sql "SELECT fanout.create_flow('$h', max_attempts => 1);
         SELECT fanout.add_step('$h', 'it', step_type => 'fanout', fanout_from => 'run', handler => '$h')" >/dev/null
done
: >begun
top=''
configure "$(handler kept k1)" "$(handler changed c1)" "$(handler removed r1)"
start_daemon --config config.json

# What runs when the signal comes: one task of each handler, and one of each that waits behind it.
kept=$(start_run kept '[1, 0]')
changed=$(start_run changed '[2, 0]')
removed=$(start_run removed '[3, 0]')
begun 'k1 1' && begun 'c1 2' && begun 'r1 3'
kept_worker=$(worker_of kept)

configure "$(handler kept k1)" "$(handler changed c2)" "$(handler added a1)"
reload
like "$(last_reload)" 'added=added changed=changed removed=removed unchanged=2' "the log says what was reloaded"
added=$(start_run added '[0]')
is "$(wait_for_run "$added")" completed "a new handler is served"
begun 'c2 0'
ok $? "a changed one's successor starts while it still drains"
is "$(grep -c . begun)" 5 "nothing else has begun"
touch go-1 go-2 go-3
is "$(wait_for_run "$kept") $(output "$kept")" 'completed ["k1 1", "k1 0"]' "an unchanged handler goes on"
is "$(worker_of kept)" "$kept_worker" "as the same worker"
is "$(awk '$1 == "k1" {print $3}' begun | sort -u | grep -c .)" 1 "with the same child"
is "$(wait_for_run "$changed") $(output "$changed")" 'completed ["c1 2", "c2 0"]' \
    "a changed one finishes what ran, and its successor does the rest"
wait_until "SELECT NOT EXISTS (SELECT FROM fanout.workers_overview WHERE 'removed' = ANY (handlers))"
is "$(sql "SELECT string_agg(status || attempts, ' ' ORDER BY task_index) FROM fanout.step_tasks WHERE run_id = '$removed'")" \
    'completed1 queued0' "a removed one finishes what ran, and leaves the rest"

echo '{"handlers": {"kept": {"type": "process", "argv": ["perl"], "oops": 1}}}' >config.json
kill -HUP "$daemon"
wait_for_log 'configuration not reloaded'
like "$(grep 'not reloaded' "$log")" 'config.json: line 1: .*handlers.kept.oops' "a bad configuration is named by file, line and key"
kept=$(start_run kept '[0]')
is "$(wait_for_run "$kept")" completed "and the old one holds"

top='"poll_interval_ms": 200, "sql_connections": 0, "queues": ["default", "more"], "log_level": "debug",'
configure "$(handler kept k1)" "$(handler changed c2)" "$(handler removed r2)"
reload
is "$(wait_for_run "$removed") $(output "$removed")" 'completed ["r1 3", "r2 0"]' "a handler that comes back goes on where it was left"
wait_until "SELECT bool_and(queues = '{default,more}') FROM fanout.workers_overview"
ok $? "other queues take effect"
is "$(sql "SELECT count(*) FROM fanout.workers_overview WHERE 'sql:' = ANY (handlers)")" 0 "and so does another number of SQL connections"

# A long series of tasks, under reloads that come one after the other.
top=''
configure "$(handler kept k1 2)"
reload
storm=$(sql "SELECT fanout.start_run('kept', jsonb_agg(-n)) FROM generate_series(1, 2000) n")
for ((i = 0; i < 12; i++)); do
    configure "$(handler kept "k$i" 2)"
    kill -HUP "$daemon"
    wait_until "SELECT done > $i * 100 FROM fanout.runs_overview WHERE run_id = '$storm'"
done
is "$(wait_for_run "$storm")" completed "a run goes through reloads one after the other"
is "$(awk '$2 < 0 {print $2}' begun | sort | uniq -d | grep -c .)" 0 "no task has begun twice"
is "$(awk '$2 < 0 {print $2}' begun | sort -u | grep -c .)" 2000 "each has begun"
ok "$(($(awk '$2 < 0 {print $1}' begun | sort -u | grep -c .) > 1 ? 0 : 1))" "under several configurations"

long=$(start_run kept '[4]')
wait_for "grep -q ' 4 ' begun"
kill -TERM "$daemon"
wait_for_log 'msg=draining'
kill -HUP "$daemon"
wait_for_log 'not reloaded.*draining'
ok $? "a reload while it drains is ignored, and the log says so"
touch go-4
wait_for_end "$daemon"
is "$status" 0 "it ends cleanly"
is "$(wait_for_run "$long")" completed "having finished what ran"
is "$(sql "SELECT count(*) FROM fanout.workers_overview")" 0 "and nothing of it is left"
