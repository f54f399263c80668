// pg-boss: jobs inserted 10,000 at a time; two loops each fetch 1,000, store their results, and complete them.
import { PgBoss } from 'pg-boss';
import { connection, measure, pieces, pool, storeResults } from './shared.mjs';

const queue = 'bench';
const batch = 1000;

const boss = new PgBoss({ ...connection, max: 4, supervise: false, schedule: false });
await boss.start();
await boss.createQueue(queue);

async function work(left) {
  for (let jobs; left.count > 0; ) {
    jobs = await boss.fetch(queue, { batchSize: batch });
    if (jobs.length === 0) return;
    left.count -= jobs.length;
    await storeResults(jobs.map((job) => job.data.n), jobs.map((job) => JSON.stringify({ n: job.data.n })));
    await boss.complete(queue, jobs.map((job) => job.id));
  }
}

await measure(async (items) => {
  for (const piece of pieces(items, 10000)) await boss.insert(queue, piece.map((item) => ({ data: item })));
  const left = { count: items.length };
  await Promise.all([work(left), work(left)]);
});
await boss.stop({ graceful: false });
await pool.end();
