-- The items that every contestant works on, and the tables of the hand-written ones.
-- Variable: items, how many.
\set ON_ERROR_STOP on

CREATE SCHEMA bench;

-- About 75 bytes each, as jsonb.
CREATE TABLE bench.items (items jsonb NOT NULL);
INSERT INTO bench.items
SELECT jsonb_agg(jsonb_build_object('n', n, 'text', repeat('x', 36)) ORDER BY n) FROM generate_series(1, :items) AS n;

-- Other numbers of them, one at a time.
CREATE TABLE bench.sized (items jsonb NOT NULL);

CREATE TABLE bench.queue (
    id bigint PRIMARY KEY,
    status text NOT NULL,
    input jsonb NOT NULL,
    output jsonb
);
CREATE INDEX ON bench.queue (id) WHERE status = 'queued';

CREATE TABLE bench.queue_tuned (LIKE bench.queue INCLUDING ALL) WITH (fillfactor = 50);

CREATE TABLE bench.rows (LIKE bench.queue);
ALTER TABLE bench.rows ADD PRIMARY KEY (id);

CREATE TABLE bench.rows_tuned (LIKE bench.rows INCLUDING ALL) WITH (fillfactor = 50);

-- What the handlers of queues gave that keep no results of their own.
CREATE TABLE bench.results (
    number bigint PRIMARY KEY,
    output jsonb NOT NULL
);

CREATE TABLE bench.outputs (output jsonb NOT NULL);

-- Row versions that updates and deletions left behind, and those of them that nothing has cleared away since.
CREATE FUNCTION bench.row_versions(schema_name text, OUT made bigint, OUT dead bigint)
LANGUAGE sql AS $$
    SELECT sum(n_tup_upd + n_tup_del), sum(n_dead_tup)
    FROM pg_stat_all_tables
    WHERE relid IN (SELECT unnest(ARRAY[oid, reltoastrelid]) FROM pg_class
                    WHERE relnamespace = schema_name::regnamespace)
$$;
