#!/usr/bin/env bash
# Whoever had made an object of an extension's name before would own what its script took over or left as it was. So the scripts
# make everything, and replace nothing.
. "$(dirname "$0")/../e2e/lib.bash"

# The scripts' statements, without comments and what is within quotation marks.
statements() {
    (cd "$root/sql" && xargs cat <order.txt && cat upgrade/*/*.sql && cd front && xargs cat <order.txt) | perl -0pe 's/--[^\n]*//g; s/(\$\w*\$).*?\1//gs; s/\x27(?:[^\x27]|\x27\x27)*\x27//g'
}

is "$(statements | grep -ciE '\bCREATE\b' | awk '{ print ($1 > 200) }')" 1 "there are statements to look at"
is "$(statements | grep -iE '\bOR[[:space:]]+REPLACE\b|\bIF[[:space:]]+(NOT[[:space:]]+)?EXISTS\b')" "" "nothing is replaced, and nothing only made where it is missing"
is "$(statements | grep -iE '\bSET[[:space:]]+(LOCAL[[:space:]]+)?search_path\b' | grep -v 'SET search_path = pg_catalog, pg_temp')" "" \
    "no other search_path is set than PostgreSQL's own"
