#!/usr/bin/env bash
# parse-duration 1.1.2, beside PostgreSQL's output of intervals: "1 day 00:00:30" is read as meant, since the numbers without a unit take the units
# below the last one that was named; but where none was named, as in 00:05:00 (five minutes), they count from milliseconds down, and
# it makes 0.005 ms. "1 mon" is no duration, while "1 month" is.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages parse-duration@1.1.2
says '1 day 00:00:30: 86430000 ms
00:05:00: 0.005 ms
1 mon: null ms
1 month: 2629800000 ms' <<'JS'
import parse from 'parse-duration';
for (const text of ['1 day 00:00:30', '00:05:00', '1 mon', '1 month']) console.log(`${text}: ${parse(text)} ms`);
JS
