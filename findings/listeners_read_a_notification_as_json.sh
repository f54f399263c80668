#!/usr/bin/env bash
# A NOTIFY's payload is text. pg-pubsub 0.8.1 gives what reads as JSON parsed, and all else as it is: of ids on one channel some come as strings, some as
# numbers, and 1e9 as 1000000000. pg-listen 1.7.0 takes JSON alone: what isn't goes to no listener, and is an error event, though an id of digits passes,
# as a number. Large whole numbers come rounded from both. postgres 3.4.9 gives the text.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages pg@8.23.1 pg-listen@1.7.0 pg-pubsub@0.8.1 postgres@3.4.9
start_server
says '7f3a: pg-listen -, pg-pubsub "7f3a", postgres "7f3a"
7310: pg-listen 7310, pg-pubsub 7310, postgres "7310"
1e9: pg-listen 1000000000, pg-pubsub 1000000000, postgres "1e9"
null: pg-listen null, pg-pubsub null, postgres "null"
9007199254740993: pg-listen 9007199254740992, pg-pubsub 9007199254740992, postgres "9007199254740993"
errors of pg-listen: 1' <<'JS'
import pg from 'pg';
import listen from 'pg-listen';
import PubSub from 'pg-pubsub';
import postgres from 'postgres';
const server = { host: process.env.PGHOST, user: 'postgres', database: 'postgres' };
const payloads = ['7f3a', '7310', '1e9', 'null', '9007199254740993'];
const heard = { 'pg-listen': [], 'pg-pubsub': [], postgres: [] };
let errors = 0;
const subscriber = listen.default(server);
subscriber.events.on('error', () => { errors += 1; heard['pg-listen'].push('-'); });
subscriber.notifications.on('ids', (payload) => heard['pg-listen'].push(JSON.stringify(payload)));
await subscriber.connect();
await subscriber.listenTo('ids');
console.info = () => {};
const pubsub = new PubSub(server, { log: () => {} });
await pubsub.addChannel('ids', (payload) => heard['pg-pubsub'].push(JSON.stringify(payload)));
const sql = postgres(server);
await sql.listen('ids', (payload) => heard.postgres.push(JSON.stringify(payload)));
const client = new pg.Client(server);
await client.connect();
for (const payload of payloads) await client.query('SELECT pg_notify($1, $2)', ['ids', payload]);
for (let i = 0; i < 500 && Object.values(heard).some((of) => of.length < payloads.length); i++) await new Promise((soon) => setTimeout(soon, 20));
payloads.forEach((payload, i) => console.log(`${payload}: ${Object.keys(heard).map((name) => `${name} ${heard[name][i]}`).join(', ')}`));
console.log(`errors of pg-listen: ${errors}`);
process.exit();
JS
