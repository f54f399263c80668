# What the chaos tests share: a server of their own that forgets, and daemons that live through it. Source it first.
#
# `make test` goes through each fault a few times, with short tasks; `make chaos`, which sets CHAOS, as often as it takes to
# believe in it, with long ones. An output says which handler made it from which item, so that no wrong one goes unseen.
# shellcheck shell=bash disable=SC2034
time_limit=${CHAOS:+7200}
. "$(dirname "${BASH_SOURCE[0]}")/../e2e/lib.bash"

cluster=$root/tests/harness/cluster
task_seconds=${CHAOS:+8}
task_seconds=${task_seconds:-1}
settings=(fsync=off full_page_writes=off fanout.lease=3s fanout.heartbeat_interval=500ms)
daemons_wanted=2

# How often a test goes through its fault.
rounds() { # rounds FEW MANY
    if [[ -n ${CHAOS:-} ]]; then echo "$2"; else echo "$1"; fi
}

# What the daemons connect to is the server that this link leads to.
folders+=("$(mktemp -d /tmp/pgfanout.XXXXXX)")
link=${folders[-1]}/primary

use_server() { # use_server NAME
    local socket_dir
    eval "$("$cluster" env "$work/$1")"
    socket_dir=$PGHOST
    ln -sfn "$socket_dir" "$link"
    export PGHOST=$link PGDATABASE=app PGUSER=dev
}

# Daemons at work hold locks on some of its tables while they wait for others, and the drop does, too: one of them has to
# give way. Whoever drops an extension that is in use says it again then.
make_extension() {
    wait_for try_to_make_extension
    sql "SELECT fanout.create_flow('child', max_attempts => 20, base_delay => '100 ms');
         SELECT fanout.add_step('child', 'leaf');
         SELECT fanout.create_flow('work', max_attempts => 20, base_delay => '100 ms');
         SELECT fanout.add_step('work', step, step_type => 'fanout', fanout_from => 'run', handler => handler)
           FROM (VALUES ('long', 'long'), ('short', 'short'), ('same', 'sql:same'), ('nested', 'flow:child')) s (step, handler)" >/dev/null
}

try_to_make_extension() {
    as_superuser "BEGIN; SET LOCAL client_min_messages = warning; DROP EXTENSION IF EXISTS pgfanout; CREATE EXTENSION pgfanout;
                  SELECT fanout.grant_developer('dev'), fanout.grant_worker('worker_$$'); COMMIT" >/dev/null
}

# The server NAME, with the settings, and the database that the test works in.
make_server() { # make_server NAME [SETTING ...]
    clusters+=("$work/$1")
    settings+=("${@:2}")
    "$cluster" start "$work/$1" "${settings[@]}"
    use_server "$1"
    as_superuser "CREATE ROLE dev LOGIN; CREATE ROLE worker_$$ LOGIN" -d postgres
    as_superuser "CREATE DATABASE app OWNER dev" -d postgres
    sql "CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql
         AS \$\$ SELECT jsonb_build_object('by', 'same', 'item', task -> 'item') FROM pg_sleep(0.02) \$\$"
    make_extension
}

start_daemons() {
    local i
    cat >echo.pl <<'PERL'
use JSON::PP;
$| = 1;
my ($by, $seconds) = @ARGV;
while (<STDIN>) {
    my $task = decode_json($_);
    next if $task->{cancel};
    select undef, undef, undef, $seconds;
    my $input = $task->{input};
    print encode_json({id => $task->{id}, output => {by => $by, item => $input->{item} // $input->{run}}}), "\n";
}
PERL
    cat >config.json <<JSON
{"handlers": {
    "long": {"type": "process", "argv": ["perl", "$work/echo.pl", "long", "$task_seconds"], "concurrency": 3},
    "short": {"type": "process", "argv": ["perl", "$work/echo.pl", "short", "0.01"], "concurrency": 2},
    "leaf": {"type": "process", "argv": ["perl", "$work/echo.pl", "leaf", "0.01"], "concurrency": 2}
}}
JSON
    for ((i = 0; i < daemons_wanted; i++)); do start_daemon --config config.json "host=$link dbname=app"; done
    wait_until "SELECT count(*) = 4 * $daemons_wanted FROM fanout.workers_overview"
}

# Starts runs, whose items no other run has.
start_runs() { # start_runs COUNT
    sql "SELECT fanout.start_run('work', (SELECT jsonb_agg(jsonb_build_object('of', gen_random_uuid(), 'n', n)) FROM generate_series(1, 6) n))
           FROM generate_series(1, $1)" >/dev/null
}

# Starts runs and waits until they are under way.
begin_runs() { # begin_runs COUNT
    local done_before
    done_before=$(sql "SELECT count(*) FROM fanout.task_results")
    start_runs "$1"
    wait_until "SELECT count(*) >= $done_before + 20 FROM fanout.task_results"
}

all_have_ended() { [[ $(sql "SELECT count(*) FROM fanout.runs_overview WHERE status = 'started'") == 0 ]]; }

# All runs that the server knows end well, and each output is what its own handler made of its own item.
check_runs() { # check_runs DESCRIPTION
    local began=$SECONDS
    wait_for all_have_ended 120 || true
    is "$(sql "SELECT count(*) FILTER (WHERE status <> 'completed') FROM fanout.runs_overview")" 0 "$1: every run completes"
    echo "# after $((SECONDS - began)) s"
    is "$(sql "SELECT count(*) FROM fanout.step_tasks t WHERE t.flow_slug = 'work' AND t.output IS DISTINCT FROM CASE t.step_slug
                 WHEN 'nested' THEN jsonb_build_object('leaf', jsonb_build_object('by', 'leaf', 'item', t.input -> 'item'))
                 ELSE jsonb_build_object('by', t.step_slug, 'item', t.input -> 'item') END")" 0 "$1: no output is another task's or handler's"
    is "$(as_superuser "SELECT count(*) FROM fanout.queue")" 0 "$1: nothing is left in the queue"
    ok "$(kill -0 "${daemons[@]}" && echo 0 || echo 1)" "$1: by the same daemons"
}

end_daemons() {
    local pid
    for pid in "${daemons[@]}"; do
        end_daemon TERM "$pid"
        is "$status" 0 "daemon $pid ends cleanly"
    done
}
