#!/usr/bin/env bash
# graphile-worker 0.16.6: add_job again with a key replaces the job, or adds to its payload where both are arrays. The same two jobs in one call of
# add_jobs are an error of PostgreSQL's about ON CONFLICT, and none of the batch is added. So who collects jobs to add them together has to keep one a
# key, and to merge arrays, itself.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages graphile-worker@0.16.6
start_server
(cd "$work" && npx graphile-worker -c "$DATABASE_URL" --schema-only >/dev/null)
psql_says "one by one: [1, 2]
ERROR:  ON CONFLICT DO UPDATE command cannot affect row a second time
jobs of the batch: 0" <<'SQL'
SELECT FROM graphile_worker.add_job('t', '[1]', job_key => 'apart');
SELECT FROM graphile_worker.add_job('t', '[2]', job_key => 'apart');
SELECT 'one by one: ' || payload FROM graphile_worker._private_jobs WHERE key = 'apart';
SELECT count(*) FROM graphile_worker.add_jobs(ARRAY[
    ('t', '[1]', null, null, null, 'together', null, null), ('t', '[2]', null, null, null, 'together', null, null),
    ('t', '[3]', null, null, null, 'another', null, null)]::graphile_worker.job_spec[]);
SELECT 'jobs of the batch: ' || count(*) FROM graphile_worker._private_jobs WHERE key IN ('together', 'another');
SQL
