#!/usr/bin/env bash
# The C++ sources are formatted as .clang-format says.
. "$(dirname "$0")/../e2e/lib.bash"

status=0
make -s -C "$root" check-format >out 2>&1 || status=$?
is "$status" 0 "nothing is left to format"
((status == 0)) || sed 's/^/# /' out | head -n 20

