#!/usr/bin/env bash
# pg-copy-streams-binary 2.2.0 writes null within an array as NULL, and doesn't read it back so: where a text[]'s last element is NULL, it comes as the
# empty string. Whoever copies results that way can't tell the two apart.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages pg@8.23.1 pg-copy-streams@7.0.0 pg-copy-streams-binary@2.2.0
start_server
says 'in the table: {a,NULL} {NULL} {a,""} {{a,b},{c,NULL}}
read: [["a",""],[""],["a",""],[["a","b"],["c",""]]]' <<'JS'
import pg from 'pg'
import copy from 'pg-copy-streams'
import binary from 'pg-copy-streams-binary'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const client = new pg.Client(process.env.DATABASE_URL)
await client.connect()
await client.query('CREATE TABLE t (n int, words text[])')
const words = [['a', null], [null], ['a', ''], [['a', 'b'], ['c', null]]]
const rows = words.map((w, n) => [{ type: 'int4', value: n }, { type: '_text', value: w }])
await pipeline(Readable.from(rows), binary.rowWriter(), client.query(copy.from('COPY t FROM STDIN BINARY')))
console.log('in the table: ' + (await client.query("SELECT string_agg(words::text, ' ' ORDER BY n) s FROM t")).rows[0].s)
const read = []
const reader = binary.rowReader({ mapping: [{ key: 'words', type: '_text' }] })
const collect = async (found) => { for await (const row of found) read.push(row.words) }
await pipeline(client.query(copy.to('COPY (SELECT words FROM t ORDER BY n) TO STDOUT BINARY')), reader, collect)
console.log('read: ' + JSON.stringify(read))
await client.end()
JS
