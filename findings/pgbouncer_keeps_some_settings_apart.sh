#!/usr/bin/env bash
# PgBouncer 1.18.0 in transaction mode, two clients on one server connection: what one of them SETs is not simply lost or simply leaked. TimeZone and
# DateStyle stay with the client that set them; IntervalStyle, which the server reports to clients just so, and statement_timeout go to the other as
# well. And so does application_name, although it is looked after, where the other client has none of its own.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
debian pgbouncer=1.18.0-1+deb12u1
packages pg@8.16.3
start_server "timezone = 'UTC'"
start_pgbouncer
says 'who set them: Asia/Tokyo | German, DMY | iso_8601 | 12345ms | first
who has no name: UTC | ISO, MDY | iso_8601 | 12345ms | first
who has a name: UTC | ISO, MDY | iso_8601 | 12345ms | third' <<'JS'
import pg from 'pg';
const connected = async (application_name) => {
    const client = new pg.Client({ connectionString: process.env.POOL_URL, application_name });
    await client.connect();
    return client;
};
const clients = { 'who set them': await connected(), 'who has no name': await connected(), 'who has a name': await connected('third') };
for (const set of ["TimeZone = 'Asia/Tokyo'", 'DateStyle = German', 'IntervalStyle = iso_8601', 'statement_timeout = 12345', 'application_name = first'])
    await clients['who set them'].query(`SET ${set}`);
const settings = ['TimeZone', 'DateStyle', 'IntervalStyle', 'statement_timeout', 'application_name'].map((name) => `current_setting('${name}')`);
for (const [who, client] of Object.entries(clients)) console.log(`${who}: ${(await client.query(`SELECT concat_ws(' | ', ${settings}) AS a`)).rows[0].a}`);
for (const client of Object.values(clients)) await client.end();
JS
