#!/usr/bin/env bash
# postgres-range 1.1.4 reads a bound of infinity as no bound, and writes it back so. For the server the two differ: of
# [2020-01-01,infinity) upper() is infinity and upper_inf() is false, of [2020-01-01,) they are null and true. So a range that is only
# read and written back is another one, and no longer equal to itself. A multirange isn't read at all: an error.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages postgres-range@1.1.4
says '[2020-01-01,infinity) -> [2020-01-01,)
[-infinity,infinity] -> (,)
[1,5) -> [1,5)
{[1,3),[5,7)}: an error' <<'JS'
import range from 'postgres-range';
for (const text of ['[2020-01-01,infinity)', '[-infinity,infinity]', '[1,5)']) console.log(`${text} -> ${range.serialize(range.parse(text))}`);
try {
    console.log(range.parse('{[1,3),[5,7)}'));
} catch {
    console.log('{[1,3),[5,7)}: an error');
}
JS
