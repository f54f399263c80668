#!/usr/bin/env bash
# pg-minify 1.8.0, which pg-promise uses for its query files: "1 - -1" becomes "1--1" when compressed, which is 1 and a comment; two parts of one string
# on two lines become one with a quote in it. Without compression too, a string of several lines becomes E'…', and its backslashes, which were
# backslashes, now begin escapes.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages pg-minify@1.8.0 pg@8.16.3
start_server
says '"1 - -1": 2, minified 2, compressed 1
"'"'a'⏎'b'"'": ab, minified an error, compressed a'"'"'b
"'"'C:\temp⏎.'"'": 9 characters, minified 8 characters, compressed 8 characters' <<'JS'
import minify from 'pg-minify';
import pg from 'pg';
const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
const answer = async (sql) => {
    try {
        return Object.values((await client.query(sql)).rows[0])[0];
    } catch {
        return 'an error';
    }
};
for (const [shown, sql] of [
    ['1 - -1', 'SELECT 1 - -1 AS a'],
    ["'a'⏎'b'", "SELECT 'a'\n'b' AS a"],
    ["'C:\\temp⏎.'", "SELECT length('C:\\temp\n.') || ' characters' AS a"],
])
    console.log(`"${shown}": ${await answer(sql)}, minified ${await answer(minify(sql))}, compressed ${await answer(minify(sql, { compress: true }))}`);
await client.end();
JS
