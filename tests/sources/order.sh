#!/usr/bin/env bash
# The sources keep the order that docs/architecture.md describes, and tests/layers finds what breaks it.
. "$(dirname "$0")/../e2e/lib.bash"

copy=$work/copy

copy_sources() {
    mkdir "$copy"
    tar -C "$root" -c extension worker sql | tar -C "$copy" --no-same-owner -x
}

# What tests/layers says of the copy once this line stands at the end of a file of its, which is put back after.
finds() { # finds FILE LINE REGEX DESCRIPTION
    local file=$copy/$1 said
    mkdir -p "$(dirname "$file")"
    [[ ! -e $file ]] || cp "$file" original
    echo "$2" >>"$file"
    said=$("$root/tests/layers" "$copy") && said="nothing: $said"
    like "$said" "$3" "$4"
    if [[ -e original ]]; then mv original "$file"; else rm "$file"; fi
}

copy_sources
is "$("$root/tests/layers" 2>&1)" "" "the sources keep their order"
is "$("$root/tests/layers" "$copy" 2>&1)" "" "and so does a copy of them"

finds extension/queue/claim.cpp '#include "engine/advance.hpp"' \
    '^extension/queue/claim.cpp:[0-9]+: queue/ includes engine/advance.hpp, which lies above it$' "a file that includes one above it"
finds worker/tasks/task.hpp '#include "../lanes/lane.hpp"' \
    'worker/tasks/task.hpp:[0-9]+: tasks/ includes lanes/lane.hpp, which lies above it' "also by the way from its own folder"
finds extension/odd.cpp '' '^extension/odd.cpp: lies in none of the folders plain, postgres, ' "a file in no folder"
finds worker/other/odd.cpp '' '^worker/other/odd.cpp: lies in none of the folders base, tasks, ' "a file in a folder that is none"
echo '#include "flows/step_columns.hpp"' >"$copy/extension/flows/ring.hpp"
finds extension/flows/step_columns.hpp '#include "flows/ring.hpp"' \
    '^extension: these need each other: flows/ring flows/step_columns$' "units that need each other"
rm "$copy/extension/flows/ring.hpp"
finds extension/calls/maintain.cpp 'static statement remove("DELETE FROM "
    "fanout.queue WHERE queue_id = $1", {INT8OID});' \
    '^extension/calls/maintain.cpp:[0-9]+: writes fanout.queue, which belongs to queue/$' "a statement that writes another's table"
finds extension/queue/claim.cpp 'static statement add("INSERT INTO fanout.results_$g VALUES ($1)", {INT8OID});' \
    '^extension/queue/claim.cpp:[0-9]+: writes fanout.results, which belongs to runs/results$' "also one of its partitions"
finds extension/engine/crash.cpp 'static const locked_rows rows("heartbeats", "heartbeats_pkey", {});' \
    '^extension/engine/crash.cpp:[0-9]+: writes fanout.heartbeats, which belongs to queue/heartbeats$' "also past the executor"
finds extension/calls/maintain.cpp 'static statement find("SELECT output FROM fanout.results_$g", {});' \
    '^extension/calls/maintain.cpp:[0-9]+: reads fanout.results: runs/results do that$' "one that reads what its owner alone reads"
finds sql/queue.sql 'CREATE TABLE fanout.odd (id bigint);' '^sql: fanout.odd has no owner in tests/layers$' "a table without an owner"
is "$("$root/tests/layers" "$copy" 2>&1)" "" "afterwards nothing is left of that"

