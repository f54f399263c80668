#!/usr/bin/env bash
# Random flows against the model, as TAP; main.cpp says what MODEL_SEED and MODEL_FLOWS do. In a database of its own.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[[ -n ${PGFANOUT_SQL_CLUSTER:-} ]] || {
    echo "Bail out! run this with: make test T=tests/model/run.sh, or make model"
    exit 1
}
eval "$("$root/tests/harness/cluster" env "$PGFANOUT_SQL_CLUSTER")"

database=model_$$
trap 'psql -Xqd postgres -c "DROP DATABASE $database WITH (FORCE)"' EXIT
psql -Xqd postgres -c "CREATE DATABASE $database TEMPLATE fanout_template"
# What looks at a run when it has ended is one large query, of which compiling would take seconds. A few rows are
# inserted by a statement, more of them past the executor, as in other tests all are. Some steps start in parts, and leave
# their ends to the engine's own work. Clients that meet at a counter don't wait for each other: what they count is put off.
export PGDATABASE=$database PGOPTIONS="-c jit=off -c fanout.row_bytes=40 -c fanout.inline_tasks=8 -c fanout.lock_patience=0"
psql -Xqv ON_ERROR_STOP=1 -f "$root/tests/model/setup.sql"
"$root/${BUILD:-build}/model_test"
