// What the peers have in common: the items, a table of results, and the ordered array at the end.
import pg from 'pg';

export const connection = {
  host: process.env.PGHOST,
  port: Number(process.env.PGPORT ?? 5432),
  user: process.env.PGUSER,
  database: process.env.PGDATABASE,
};

export const pool = new pg.Pool({ ...connection, max: 4 });

/** The items that every contestant works on. */
async function readItems() {
  const { rows } = await pool.query('SELECT items FROM bench.items');
  return rows[0].items;
}

/** Neither of them keeps what handlers return in a way that could be aggregated: a batch of results, in one statement. */
export async function storeResults(numbers, outputs) {
  await pool.query('INSERT INTO bench.results SELECT * FROM unnest($1::bigint[], $2::jsonb[])', [numbers, outputs]);
}

async function aggregate() {
  await pool.query('INSERT INTO bench.outputs SELECT jsonb_agg(output ORDER BY number) FROM bench.results');
}

/** Pieces of an array. */
export function* pieces(array, size) {
  for (let i = 0; i < array.length; i += size) yield array.slice(i, i + size);
}

/** Runs the contestant, and prints the seconds from its first statement until the array is stored. */
export async function measure(run) {
  const items = await readItems();
  const began = process.hrtime.bigint();
  await run(items);
  await aggregate();
  console.log((Number(process.hrtime.bigint() - began) / 1e9).toFixed(6));
}
