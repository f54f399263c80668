#!/usr/bin/env bash
# The C++ sources are formatted as .clang-format says.

# Each version formats a little otherwise.
if ! clang-format --version 2>/dev/null | grep -q 'version 14\.'; then
    echo "1..0 # SKIP there is no clang-format 14"
    exit
fi
. "$(dirname "$0")/../e2e/lib.bash"

status=0
make -s -C "$root" check-format >out 2>&1 || status=$?
is "$status" 0 "nothing is left to format"
((status == 0)) || sed 's/^/# /' out | head -n 20

