#!/usr/bin/env bash
# A plugin that can't be used is refused, before anything else happens, with its place in the configuration and the reason.
. "$(dirname "$0")/lib.bash"

export PKG_CONFIG_PATH=${PGFANOUT_INSTALLED:-/usr/local}/lib/pkgconfig PGHOST=/nowhere

# shellcheck disable=SC2046
build() {
    g++ -std=c++20 -fPIC -shared -o bad.so "$root/tests/e2e/cpp_handlers/bad_plugin.cpp" $(pkg-config --cflags fanoutworker)
    g++ -x c++ -fPIC -shared -o other.so - <<<'extern "C" int something() { return 1; }'
    g++ -x c++ -fPIC -shared -o half.so - <<<'extern "C" const char* fanout_plugin_version() { return "1-libstdc++"; }'
    g++ -x c++ -fPIC -shared -o old.so - <<<'extern "C" const char* fanout_plugin_version() { return "0-libstdc++"; }
        extern "C" void fanout_register() {}'
    g++ -x c++ -fPIC -shared -o unresolved.so - <<<'extern "C" int not_there(); extern "C" int f() { return not_there(); }'
    echo "no library" >text.so
}

check() { # check HANDLER: with the handler's JSON on a line of its own, the third
    printf '{"handlers": {\n\n    "a": %s\n}}\n' "$1" >config.json
    status=0
    said=$("$fanoutd" --check-config --config config.json 2>&1) || status=$?
}

refused() { # refused LIBRARY REASON DESCRIPTION
    check "{\"type\": \"plugin\", \"library\": \"$1\"}"
    is "$status" 2 "$3: refused"
    is "$said" "fanoutd: config.json: line 3: \"handlers.a.library\" $2" "$3: it says why"
}

refused_at_registration() { # refused_at_registration HOW REASON
    BAD_PLUGIN=$1 refused "$work/bad.so" "can't register its handlers: $2" "a plugin with this fault: $1"
}

build

BAD_PLUGIN='' check "{\"type\": \"plugin\", \"library\": \"$work/bad.so\", \"concurrency\": {\"min\": 1, \"max\": 4}}"
is "$status" 0 "a good plugin"
is "$said" "config.json: good, 1 handlers" "it says so"

refused "$work/none.so" "can't be loaded: $work/none.so: cannot open shared object file: No such file or directory" "no file"
refused "$work/text.so" "can't be loaded: $work/text.so: file too short" "a file that is no library"
refused "$work/unresolved.so" "can't be loaded: $work/unresolved.so: undefined symbol: not_there" "an undefined symbol"
refused none.so "is no path: it has no slash" "a name that the system would search for"
refused "$work/other.so" "is no plugin: it has no FANOUT_PLUGIN" "another library"
refused "$work/half.so" "is no plugin: it has no FANOUT_PLUGIN" "half a plugin"
refused "$work/old.so" "was built for another libfanoutworker: its version is 0-libstdc++, this daemon's 1-libstdc++" \
    "another version"
refused_at_registration throws "there is no GPU"
refused_at_registration "throws an int" "an exception that is no std::exception"
refused_at_registration "bad option" 'handler "a": concurrency is 0, not from 1 to 10000'
refused_at_registration "bad name" "handler \"sql:a\": that is no handler's name: it is empty or has a colon"
refused_at_registration twice 'handler "a": there is one of that name already'

export BAD_PLUGIN=''
check '{"type": "plugin"}'
is "$said" 'fanoutd: config.json: line 3: "handlers.a.library" is missing: the path of a shared object' "no library named"
check '{"type": "plugin", "library": "/x.so", "argv": ["a"]}'
like "$said" 'line 3: "handlers.a.argv" is an unknown key' "an unknown key"
check "{\"type\": \"plugin\", \"library\": \"$work/bad.so\", \"concurrency\": 0}"
like "$said" 'line 3: "handlers.a.concurrency" is not a whole number' "a bad concurrency"
printf '{"handlers": {"b": {"type": "plugin", "library": "%s"}}}\n' "$work/bad.so" >config.json
status=0
said=$("$fanoutd" --config config.json 2>&1) || status=$?
is "$status" 2 "a daemon doesn't start with a handler that its plugin hasn't"
is "$said" 'fanoutd: config.json: line 1: "handlers.b.library" has no handler of that name; it has a' "it says so"
