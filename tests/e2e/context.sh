#!/usr/bin/env bash
# What a fan-out's tasks have in common reaches every one of them, whatever runs it.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/http/lib.bash"

export PKG_CONFIG_PATH=${PGFANOUT_INSTALLED:-/usr/local}/lib/pkgconfig

write_handlers() {
    cat >echo.pl <<'PERL'
$| = 1;
while (<STDIN>) {
    /^\{"id":("[^"]*").*?,"input":(.*)\}$/ or die "no task: $_";
    print "{\"id\":$1,\"output\":$2}\n";
}
PERL
    cat >plugin.cpp <<'CPP'
#include <fanout/plugin.hpp>
FANOUT_PLUGIN(registry) {
    registry.handle("function", [](fanout::task& t) -> std::string { return t.input; });
}
CPP
    # shellcheck disable=SC2046
    g++ -std=c++20 -fPIC -shared -o plugin.so plugin.cpp $(pkg-config --cflags fanoutworker)
    start_service plain
    cat >config.json <<JSON
{"handlers": {
  "process": {"type": "process", "argv": ["perl", "$work/echo.pl"], "concurrency": 2, "pipeline": 10},
  "exec": {"type": "exec", "argv": ["cat"], "concurrency": 2},
  "function": {"type": "plugin", "library": "$work/plugin.so"},
  "http": {"type": "http", "url": "http://127.0.0.1:$port/", "allow_addresses": ["127.0.0.0/8"]}
}}
JSON
}

define_flows() {
    sql "CREATE SCHEMA work;
         CREATE FUNCTION work.sql(i jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT i';
         CREATE FUNCTION work.numbers(i jsonb) RETURNS SETOF jsonb LANGUAGE sql AS
             'SELECT to_jsonb(n) FROM generate_series(1, (i -> ''run'' ->> ''n'')::int) n'" >/dev/null
    local handler
    for handler in process exec function sql:work.sql; do
        sql "SELECT fanout.create_flow('${handler%%:*}', max_attempts => 1);
             SELECT fanout.add_step('${handler%%:*}', 'rates', handler => 'sql:work.sql');
             SELECT fanout.add_step('${handler%%:*}', 'each', ARRAY['rates'], 'fanout', '$handler',
                                    fanout_from => 'sql:work.numbers', context => ARRAY['run', 'rates'])" >/dev/null
    done
}

check() { # check FLOW
    local run input='{"n": 300, "text": "}\"{"}'
    run=$(sql "SELECT fanout.start_run('$1', '$input')")
    is "$(wait_for_run "$run")" completed "$1: the run completes"
    is "$(sql "SELECT count(*) || ' ' || count(DISTINCT output) FROM fanout.results('$run', 'each')")" "300 300" \
        "$1: each row of the function is a task"
    is "$(sql "SELECT count(*) FROM fanout.results('$run', 'each')
                WHERE output = jsonb_build_object('item', task_index + 1, 'run', '$input'::jsonb,
                                                  'rates', '{\"run\": $input}'::jsonb)")" 300 \
        "$1: each task has its item and the context"
}

check_http() {
    sql "SELECT fanout.create_flow('http', max_attempts => 1);
         SELECT fanout.add_step('http', 'each', step_type => 'fanout', fanout_from => 'run', fanout_path => '\$.list[*]',
                                handler => 'http', context => ARRAY['run'])" >/dev/null
    local run
    run=$(sql "SELECT fanout.start_run('http', '{\"list\": [{\"do\": \"echo\", \"value\": 1}], \"b\": 2}')")
    is "$(wait_for_run "$run")" completed "http: the run completes"
    is "$(requests .body | tail -n 1)" '{"item": {"do": "echo", "value": 1}, "run": {"b": 2, "list": [{"do": "echo", "value": 1}]}}' \
        "http: the body has item and context"
}

write_handlers
define_flows
start_daemon --config config.json
for flow in process exec function sql; do check "$flow"; done
check_http
end_daemon TERM
is "$status" 0 "the daemon ends"
