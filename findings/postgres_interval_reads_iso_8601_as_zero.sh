#!/usr/bin/env bash
# postgres-interval 4.0.2, which reads intervals for node-postgres, knows the server's output of intervalstyle "postgres" alone.
# With "SET intervalstyle = iso_8601" the server sends P1Y2M or PT30S, and these are read as an interval of nothing, without an
# error: a timeout of 30 seconds becomes 0. So does the infinity that PostgreSQL 17 has.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages postgres-interval@4.0.2
says '1 day 00:00:30: 1 day 30 seconds
P1Y2M: 0
PT30S: 0
infinity: 0' <<'JS'
import interval from 'postgres-interval';
const parse = interval.default ?? interval;
for (const text of ['1 day 00:00:30', 'P1Y2M', 'PT30S', 'infinity']) console.log(`${text}: ${parse(text).toPostgres()}`);
JS
