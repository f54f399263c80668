#!/usr/bin/env bash
# Once as many runs go as come, what is stored is as much from day to day: a short time of a few runs. `make days` is for long ones of many.
. "$(dirname "$0")/lib.bash"

status=0
BUILD=$work PGFANOUT_STAGE=${PGFANOUT_STAGE:-$root/build/stage} "$root/tests/bench/days" 18 60 3d 6d 1.25 >days.out 2>&1 || status=$?
ok "$status" "no more is stored as days go by"
sed 's/^/# /' days.out
