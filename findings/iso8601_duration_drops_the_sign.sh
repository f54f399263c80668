#!/usr/bin/env bash
# iso8601-duration 2.1.3 takes the sign before a whole duration and drops it: -P1D is a day, not a day back. A sign before a part, which is what
# PostgreSQL sends with intervalstyle iso_8601 (PT-0.5S, P-1D), is an error.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages iso8601-duration@2.1.3
says 'P1D: 86400 s
-P1D: 86400 s
P-1D: an error
PT-0.5S: an error' <<'JS'
import duration from 'iso8601-duration';
for (const text of ['P1D', '-P1D', 'P-1D', 'PT-0.5S']) {
    try {
        console.log(`${text}: ${duration.toSeconds(duration.parse(text))} s`);
    } catch {
        console.log(`${text}: an error`);
    }
}
JS
