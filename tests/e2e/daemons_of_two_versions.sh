#!/usr/bin/env bash
# Daemons of different versions at one database: they work side by side where both speak a protocol of its, and are restarted one
# after the other under load. One that speaks none of them is refused.
. "$(dirname "$0")/lib.bash"
export PKG_CONFIG_PATH=$PGFANOUT_INSTALLED/lib/pkgconfig

# A daemon that says it is of another version, or speaks other protocols: what it is linked with is this build's.
build_daemon() { # build_daemon VERSION OLDEST NEWEST
    cat >"fanoutd-$1.cpp" <<CPP
#include <fanout/worker.hpp>

namespace fanout::worker_detail {
extern const char* const daemon_version;
const char* const daemon_version = "$1";
extern const struct protocol_range { int oldest, newest; } spoken_protocols;
const protocol_range spoken_protocols = {$2, $3};
}

int main(int argc, char** argv) { return fanout::worker(argc, argv).run(); }
CPP
    # shellcheck disable=SC2046
    g++ -std=c++20 -o "fanoutd-$1" "fanoutd-$1.cpp" $(pkg-config --cflags --libs fanoutworker)
}
build_daemon 0.99.0 1 2
build_daemon 99.0.0 98 99
build_daemon 0.0.1 0 0
own=$("$fanoutd" --version)
own_daemon=$fanoutd other_daemon=$work/fanoutd-0.99.0
is "$("$other_daemon" --version)" 0.99.0 "there is a daemon of another version"

# -- one that has no protocol in common with the database

ends() { # ends VERSION REGEX DESCRIPTION
    status=0
    said=$(PGUSER=worker_$$ timeout 60 "./fanoutd-$1" 2>&1 </dev/null) || status=$?
    is "$status" 3 "$3 is refused"
    like "$said" "$2" "$3 is told what to do"
}
ends 99.0.0 "speaks protocols 1 to 2, and this daemon, version 99.0.0, 98 to 99.*install pgfanout 99.0.0 on the server, then ALTER EXTENSION" \
    "a daemon that is too new"
ends 0.0.1 "speaks protocols 1 to 2, and this daemon, version 0.0.1, 0 to 0.*install a newer fanoutd, as of version $own" "one that is too old"

# -- side by side

cat >slow.pl <<'PERL'
use JSON::PP;
$| = 1;
while (<STDIN>) {
    my $task = decode_json($_);
    open my $begun, '>>', 'begun';
    syswrite $begun, "$task->{id}\n";
    close $begun;
    select undef, undef, undef, 0.02;
    print encode_json({id => $task->{id}, output => $task->{input}{item}}), "\n";
}
PERL
cat >config.json <<JSON
{"handlers": {"slow": {"type": "process", "argv": ["perl", "$work/slow.pl"], "concurrency": 2}}, "sql_connections": 1}
JSON
sql "CREATE FUNCTION nap(task jsonb) RETURNS jsonb LANGUAGE sql AS \$\$ SELECT pg_sleep(0.01); SELECT task -> 'item' \$\$;
     SELECT fanout.create_flow('load', max_attempts => 1);
     SELECT fanout.add_step('load', 'slow', step_type => 'fanout', fanout_from => 'run');
     SELECT fanout.add_step('load', 'nap', '{slow}', 'fanout', handler => 'sql:nap')" >/dev/null
start_load() { # start_load ITEMS
    rm -f begun
    run=$(sql "SELECT fanout.start_run('load', jsonb_agg(i)) FROM generate_series(1, $1) i")
}
is_done() { # is_done ITEMS DESCRIPTION
    is "$(wait_for_run "$run" 120)" completed "$2: the run ends"
    is "$(sql "SELECT fanout.run_output('$run') -> 'nap' = (SELECT jsonb_agg(i) FROM generate_series(1, $1) i)")" t "$2: with all of its results"
    is "$(sql "SELECT max(attempts) FROM fanout.step_tasks WHERE run_id = '$run'")" 1 "$2: no attempt is lost"
    is "$(sort begun | uniq -d)" "" "$2: nothing is done twice"
}
start_version() { # start_version DAEMON: its pid is in $daemon
    fanoutd=$1 start_daemon --config config.json
    wait_for_log registered 2
}

start_version "$own_daemon"
first=$daemon
start_version "$other_daemon"
second=$daemon
is "$(sql "SELECT string_agg(DISTINCT version, ' ' ORDER BY version) FROM fanout.workers_overview")" "$(printf '%s\n' "$own" 0.99.0 | sort | paste -sd' ')" \
    "two versions serve one database"
is "$(as_superuser "SELECT status FROM fanout.health() WHERE what = 'versions'")" ok "which is all right"
start_load 200
is_done 200 "side by side"
is "$(sql "SELECT count(DISTINCT worker) FROM fanout.step_tasks WHERE run_id = '$run' AND step_slug = 'slow'")" 2 "side by side: both have done some of it"

# -- restarted one after the other

completed() { sql "SELECT count(*) FROM fanout.task_results WHERE run_id = '$run'"; }
# What is left goes on meanwhile.
restart() { # restart PID DAEMON
    local before
    end_daemon TERM "$1"
    is "$status" 0 "a daemon drains under load"
    before=$(completed)
    wait_until "SELECT count(*) > $before + 10 FROM fanout.task_results WHERE run_id = '$run'"
    ok $? "the other one works meanwhile"
    start_version "$2"
}
start_load 1500
wait_until "SELECT count(*) > 50 FROM fanout.task_results WHERE run_id = '$run'"
restart "$first" "$other_daemon"
first=$daemon
restart "$second" "$own_daemon"
second=$daemon
restart "$first" "$own_daemon"
is "$(sql "SELECT fanout.run_status('$run')")" started "there was load all the while"
is_done 1500 "restarted"
read -r pause claim_time < <(sql "SELECT extract(epoch FROM max(pause)), extract(epoch FROM max(took)) FROM (
    SELECT completed_at - lag(completed_at) OVER (ORDER BY completed_at) AS pause, completed_at - started_at AS took
      FROM fanout.step_tasks WHERE run_id = '$run' AND step_slug = 'slow') t" | tr '|' ' ')
ok "$(awk "BEGIN { print !($pause <= $claim_time) }")" "at no time did all wait for longer than a claim takes"
echo "# at most $pause s between two ends, $claim_time s from a claim to its last end"
end_daemon TERM "$second"
end_daemon TERM
is "$(sql "SELECT count(*) FROM fanout.workers_overview")" 0 "and all daemons have ended"
