#!/usr/bin/env bash
# pg-boss 10.3.2: jobs that were sent one after the other come back from fetch(…, {batchSize}) in no order, although the batch
# holds the oldest ones: they are chosen in order, updated, and returned as the update finds them. Whoever works a batch off from its first job to
# its last doesn't work in the order of sending.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages pg-boss@10.3.2
start_server
says 'the oldest 30 of 40: true
in the order in which they were sent: false' <<'JS'
import PgBoss from 'pg-boss';
const boss = new PgBoss({ connectionString: process.env.DATABASE_URL, schedule: false, supervise: false });
await boss.start();
await boss.createQueue('work');
for (let i = 0; i < 40; ++i) await boss.send('work', { i });
const got = (await boss.fetch('work', { batchSize: 30 })).map((job) => job.data.i);
const sorted = got.toSorted((a, b) => a - b);
console.log('the oldest 30 of 40:', sorted.every((i, at) => i === at));
console.log('in the order in which they were sent:', got.every((i, at) => i === sorted[at]));
await boss.stop({ graceful: false, wait: false });
process.exit(0);
JS
