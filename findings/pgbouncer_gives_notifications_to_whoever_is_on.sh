#!/usr/bin/env bash
# PgBouncer 1.18.0 in transaction mode takes LISTEN without an error, and the server connection goes on listening for all its clients: a notification
# goes to the client whose query is running on it, which may never have listened, and one that comes while none is running goes to nobody. So a
# listener seems to work in a test where one client does both, and hears nothing of what others send.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
debian pgbouncer=1.18.0-1+deb12u1
packages pg@8.16.3
start_server
start_pgbouncer
says 'from the listener itself: the listener
from another client of the pool: the other client
from outside the pool: nobody' <<'JS'
import pg from 'pg';
let heard;
const connected = async (connectionString, who) => {
    const client = new pg.Client(connectionString);
    client.on('notification', () => (heard = who));
    await client.connect();
    return client;
};
const listener = await connected(process.env.POOL_URL, 'the listener');
const other = await connected(process.env.POOL_URL, 'the other client');
const outside = await connected(process.env.DATABASE_URL, 'the one outside');
await listener.query('LISTEN jobs');
for (const [from, client] of [['the listener itself', listener], ['another client of the pool', other], ['outside the pool', outside]]) {
    heard = 'nobody';
    await client.query('NOTIFY jobs');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await listener.query('SELECT 1');
    console.log(`from ${from}: ${heard}`);
}
for (const client of [listener, other, outside]) await client.end();
JS
