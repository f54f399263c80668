#!/usr/bin/env bash
# The unit tests, as TAP. Catch2 names the test case before each of its checks: that is shown where one failed.
set -euo pipefail

"${BUILD:-build}/unit_tests" --reporter tap | awk '
    /^#/ { held = held $0 "\n"; next }
    /^ok/ { held = "" }
    { printf "%s%s\n", held, $0; held = ""; fflush() }
    END { printf "%s", held }'
