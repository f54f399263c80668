#!/usr/bin/env bash
# libfanoutworker as others see it: installed anywhere, found by pkg-config and CMake, and as docs/worker.md prints it.
. "$(dirname "$0")/lib.bash"

cp -r "${PGFANOUT_INSTALLED:-/usr/local}" anywhere
prefix=$work/anywhere
example=$root/examples/cpp_worker
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig

# The example's flow, run by a program until nothing is left.
check_program() { # check_program PROGRAM HOW IT WAS BUILT
    local run
    fanoutd=$1
    run=$(sql "SELECT fanout.start_run('word_count', '[\"$work/a\", \"$work/b\"]')")
    start_daemon --once
    wait_for_end "$daemon"
    is "$status" 0 "a program built with $2 works and ends"
    is "$(sql "SELECT fanout.run_output('$run')")" '{"add_up": 5}' "its handlers' results are right"
}

# shellcheck disable=SC2046
with_pkg_config() {
    g++ -std=c++20 -Wall -Wextra -o with_pkg_config "$example/word_count.cpp" $(pkg-config --cflags --libs fanoutworker)
}

with_cmake() {
    cmake -S "$example" -B cmake -DCMAKE_PREFIX_PATH="$prefix" && cmake --build cmake
}

# The blocks of C++ in the documentation, one file each.
extract_code() {
    awk '/^```cpp/ { file = sprintf("printed-%d.cpp", ++n); next }
         /^```/ { file = "" }
         file != "" { print >file }' "$root/docs/worker.md"
}

check_documentation() {
    local file
    extract_code
    for file in printed-*.cpp; do
        # shellcheck disable=SC2046
        g++ -std=c++20 -Wall -Wextra -Werror -fsyntax-only "$file" $(pkg-config --cflags fanoutworker) && ok 0 "$file compiles" ||
            ok 1 "$file compiles"
    done
}

# Of the blocks the plugin, loaded by the configuration that is printed with it.
# shellcheck disable=SC2046
check_printed_plugin() {
    local run
    g++ -std=c++20 -shared -fPIC -o square.so "$(grep -l FANOUT_PLUGIN printed-*.cpp)" $(pkg-config --cflags fanoutworker)
    grep '"type": "plugin"' "$root/docs/worker.md" >config.json
    sql "SELECT fanout.create_flow('square');
         SELECT fanout.add_step('square', 'square', step_type => 'fanout', fanout_from => 'run')" >/dev/null
    run=$(sql "SELECT fanout.start_run('square', '[1, 2, 3]')")
    fanoutd=$prefix/bin/fanoutd
    start_daemon --once --config config.json
    wait_for_end "$daemon"
    is "$(sql "SELECT fanout.run_output('$run')")" '{"square": [1, 4, 9]}' "the plugin works as printed"
}

sql "$(<"$example/flow.sql")" >/dev/null
echo "one two  three" >a
printf 'four\n\nfive' >b

with_cmake >cmake.log 2>&1 &
with_cmake=$!
with_pkg_config
wait "$with_cmake" || cat cmake.log

check_program "$work/with_pkg_config" pkg-config
check_program "$work/cmake/worker" CMake

is "$(pkg-config --modversion fanoutworker)" "$("$FANOUTD" --version)" "the package has the daemon's version"
check_documentation
check_printed_plugin
