# What the examples' `run` scripts share: define the flow, ask the database, say and check what came out. Source it
# first; the script then works in its example's folder. psql's variables (PGHOST, PGDATABASE, …) say which database.
# shellcheck shell=bash
set -euo pipefail
trap 'echo "This failed, in line $LINENO: $BASH_COMMAND" >&2' ERR
cd "$(dirname "${BASH_SOURCE[1]}")"
export PGOPTIONS="${PGOPTIONS:-} -c client_min_messages=warning"

define() {
    psql -Xqt -v ON_ERROR_STOP=1 -f flow.sql >/dev/null
}

# What a query says. :'run' in it stands for $run, and each :'NAME' for a value: ask QUERY [NAME=VALUE ...]
ask() {
    local variable variables=(-v "run=${run:-}")
    for variable in "${@:2}"; do variables+=(-v "$variable"); done
    psql -XAtq -F ' ' -v ON_ERROR_STOP=1 "${variables[@]}" <<<"$1"
}

# Shows a query, in which :'run' stands for $run, and what psql makes of it: show QUERY
show() {
    local query=${1//":'run'"/"'${run:-}'"}
    printf '\ndemo=> %s\n' "$query"
    psql -Xq -P footer=off -P pager=off -v ON_ERROR_STOP=1 <<<"$query"
}

# Says what came out, and ends the example as failed where it isn't what is expected: expect WHAT VALUE EXPECTED
expect() {
    echo "$1: $2"
    [[ $2 == "$3" ]] || {
        echo "It should be $3." >&2
        exit 1
    }
}

# Likewise for what a condition of the shell's arithmetic says: expect_that WHAT CONDITION
expect_that() {
    (($2)) || {
        echo "This is not so: $1 ($2)" >&2
        exit 1
    }
    echo "$1."
}
