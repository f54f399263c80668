#!/usr/bin/env bash
# Runs the isolation specs, or those named, each in a database of its own, and prints TAP. What a spec prints must be
# expected/NAME.out, or expected/NAME_1.out and so on where the sessions may take turns in more than one way.
#
# To accept what a new spec prints: cp build/isolation/NAME.out tests/isolation/expected/
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
isolationtester=$(dirname "$("${PG_CONFIG:-pg_config}" --pgxs)")/../test/isolation/isolationtester
results=../../build/isolation
# Calls wait as long as a busy machine takes to let them go on; specs where they don't say so.
# Specs have few workers, and of most the tasks are not worth a notice.
export PGOPTIONS="${PGOPTIONS:-} -c fanout.lock_patience=60s -c client_min_messages=warning"

run_spec() { # run_spec NAME DATABASE
    local database=$2
    psql -Xqc "CREATE DATABASE \"$database\" TEMPLATE fanout_template"
    "$isolationtester" "dbname=$database" <"specs/$1.spec" >"$results/$1.out" 2>&1 || true
    psql -Xqc "DROP DATABASE \"$database\" WITH (FORCE)"
}

matches() {
    local expected
    for expected in "expected/$1.out" "expected/$1"_[0-9].out; do
        [[ -e $expected ]] || continue
        if diff -q "$expected" "$results/$1.out" >/dev/null; then return; fi
    done
    return 1
}

main() {
    local names=("$@") spec number=0 failed=0
    ((${#names[@]} > 0)) || mapfile -t names < <(cd specs && for spec in *.spec; do echo "${spec%.spec}"; done)
    mkdir -p "$results"
    echo "1..${#names[@]}"
    for spec in "${names[@]}"; do
        number=$((number + 1))
        run_spec "$spec" "isolation_$$_$number"
        if matches "$spec"; then
            echo "ok $number - $spec"
        else
            echo "not ok $number - $spec"
            { diff -u "expected/$spec.out" "$results/$spec.out" || true; } | sed 's/^/# /'
            failed=1
        fi
    done
    return "$failed"
}

main "$@"
