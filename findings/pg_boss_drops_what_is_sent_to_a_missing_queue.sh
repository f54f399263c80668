#!/usr/bin/env bash
# pg-boss 10.3.2: a job for a queue that nobody has created is neither kept nor refused. send() resolves to null, as it also does for a second job
# within the time of a singleton, and insert() resolves to null as it always does, also where it inserts.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages pg-boss@10.3.2 pg@8.16.3
start_server
says 'send: null
insert: null
insert into a queue that is there: null
a second one within the time of a singleton: null
jobs kept: 2' <<'JS'
import PgBoss from 'pg-boss';
import pg from 'pg';
const boss = new PgBoss({ connectionString: process.env.DATABASE_URL, schedule: false, supervise: false });
await boss.start();
console.log('send:', await boss.send('nobodys', { a: 1 }));
console.log('insert:', await boss.insert([{ name: 'nobodys', data: { a: 2 } }]));
await boss.createQueue('work');
console.log('insert into a queue that is there:', await boss.insert([{ name: 'work', data: { a: 3 } }]));
const once = { singletonKey: 'k', singletonSeconds: 3600 };
await boss.send('work', { a: 4 }, once);
console.log('a second one within the time of a singleton:', await boss.send('work', { a: 5 }, once));
const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
console.log('jobs kept:', (await client.query("SELECT count(*)::int AS n FROM pgboss.job WHERE name IN ('nobodys', 'work')")).rows[0].n);
await client.end();
await boss.stop({ graceful: false, wait: false });
process.exit(0);
JS
