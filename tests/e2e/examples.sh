#!/usr/bin/env bash
# What `make demo` runs: a cluster, a daemon and every example, and what it says of them.
# They are many, and a busy machine takes its time for each.
# shellcheck disable=SC2034
time_limit=900
. "$(dirname "$0")/lib.bash"

# Fewer files than the demo takes by itself: it runs several times here.
export BUILD=build/e2e/$name/demo FOLDER=/usr/include/c++
demo() {
    (cd "$root" && env -u PGHOST -u PGUSER -u PGDATABASE -u PGPORT examples/demo "$@" 2>&1 </dev/null)
}
trap 'demo stop; (cd "$root" && tests/harness/cluster destroy "$BUILD/demo"); clean_up' EXIT

status=0
said=$(demo run) || status=$?
is "$status" 0 "the demo ends well"
like "$said" 'sha256sum -c agrees with all [0-9]{3,} lines' "sha256sum agrees with the manifest"
like "$said" '[0-9]{3,} headers below /usr/include/c\+\+, one task each, [0-9]+ tasks/s' "it says how many files, and how fast"
like "$said" 'add up to 100010000; it should be 100010000' "the number flow's sum is right"
((status == 0)) || echo "# ${said//$'\n'/$'\n'# }"

line=$(grep -o "psql 'host=.*'" <<<"$said")
is "$(bash -c "$line -XAtc 'SELECT count(*) FROM fanout.runs_overview'")" 2 "the line that it ends with connects"

status=0
said=$(demo run) || status=$?
is "$status" 0 "the demo can be run again"
is "$(bash -c "$line -XAtc 'SELECT count(*) FROM fanout.runs_overview'")" 4 "and keeps what ran before"

status=0
demo example no-such-example >/dev/null || status=$?
is "$status" 1 "an example that isn't there is refused"

# Names that a shell, a line or JSON might stumble over.
# shellcheck disable=SC2016
{
    mkdir -p 'tree/a folder' 'tree/quote"s'
    touch 'tree/a folder/it'\''s a file.h' 'tree/quote"s/back\slash.h' 'tree/ünïcode ✓.h' 'tree/$HOME `x`.h' \
        $'tree/new\nline.h' 'tree/-n.h' 'tree/no header.c'
}
eval "$("$root/tests/harness/cluster" env "$root/$BUILD/demo")"
export PGUSER=demo PGDATABASE=demo
said=$(timeout 60 "$root/examples/checksum_tree/run" tree odd.sha256 2>&1) || true
like "$said" '6 headers' "odd file names survive"
is "$(sha256sum -c --quiet odd.sha256 2>&1 && wc -l <odd.sha256)" 6 "and their manifest is right"

for example in "$root"/examples/*/run; do
    example=$(basename "$(dirname "$example")")
    status=0
    said=$(demo example "$example") || status=$?
    is "$status" 0 "make example NAME=$example"
    ((status == 0)) || echo "# ${said//$'\n'/$'\n'# }"
done
