#!/usr/bin/env bash
# pgsql-parser 18.2.8 with pgsql-deparser 18.3.8: some statements come back from the parser's tree as others that are no less valid. A channel of LISTEN
# or NOTIFY loses its quotes, so that it's another channel, and COMMIT AND CHAIN begins no transaction any more.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages pgsql-parser@18.2.8 pgsql-deparser@18.3.8
says 'LISTEN "Jobs" -> LISTEN Jobs
COMMIT AND CHAIN -> COMMIT
NOTIFY "Jobs" -> NOTIFY Jobs' <<'JS'
import { parse } from 'pgsql-parser';
import { deparse } from 'pgsql-deparser';
for (const sql of ['LISTEN "Jobs"', 'COMMIT AND CHAIN', 'NOTIFY "Jobs"'])
    console.log(`${sql} -> ${(await deparse(await parse(sql))).replace(/\s+/g, ' ')}`);
JS
