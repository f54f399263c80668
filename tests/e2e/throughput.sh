#!/usr/bin/env bash
# A fan-out is faster than a queue that one would write by hand, measured in turn in one run: a ratio, with room for a machine
# that does other things, too. It was 2.5 when this was written; what halves it is found.
. "$(dirname "$0")/lib.bash"

report=$(cd "$root" && env -u PGHOST -u PGPORT -u PGUSER -u PGDATABASE tests/bench/run --only skip_locked,cpp 50000 3 2>"$work/bench.log") || {
    sed 's/^/# /' "$work/bench.log"
    exit 1
}
ratio=$(awk '/C\+\+ handler × SKIP LOCKED table / { print $(NF - 1) }' <<<"$report")
echo "# $ratio times as fast as the hand-written queue"
ok "$(awk -v ratio="$ratio" 'BEGIN { print !(ratio >= 1.2) }')" "a C++ handler's fan-out is at least 1.2 times as fast as the hand-written queue"
