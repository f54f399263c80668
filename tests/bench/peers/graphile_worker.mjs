// graphile-worker with what it has for throughput: a local queue, batched completions, and many jobs at once, whose
// results are stored together.
import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import { connection, measure, pieces, pool, storeResults } from './shared.mjs';

const atOnce = 1000;

const logger = new Logger(() => () => {}); // a line a job otherwise
const utils = await makeWorkerUtils({ pgPool: pool, logger });
await utils.migrate();

/** Stores the results of the jobs that run at the moment, in one statement; each job waits for that. */
function makeStore(left, done) {
  let waiting = [];
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    try {
      await storeResults(batch.map((w) => w.n), batch.map((w) => JSON.stringify({ n: w.n })));
      for (const w of batch) w.resolve();
      left.count -= batch.length;
      if (left.count === 0) done();
    } catch (error) {
      for (const w of batch) w.reject(error);
    }
  };
  return (n) => new Promise((resolve, reject) => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push({ n, resolve, reject });
  });
}

await measure(async (items) => {
  for (const piece of pieces(items, 10000)) {
    await utils.addJobs(piece.map((item) => ({ identifier: 'work', payload: item })));
  }
  const left = { count: items.length };
  let done;
  const finished = new Promise((resolve) => { done = resolve; });
  const store = makeStore(left, done);
  const runner = await run({
    pgPool: pool,
    logger,
    noHandleSignals: true,
    taskList: { work: (payload) => store(payload.n) },
    preset: { worker: { concurrentJobs: atOnce, pollInterval: 100, localQueue: { size: 2 * atOnce },
      completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  await finished;
  await runner.stop();
});
await utils.release();
await pool.end();
