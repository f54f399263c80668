-- One transaction that inserts, updates and aggregates the rows: no queue, no workers, nothing durable before the end.
-- Variable: table. Prints the seconds it took.
\set ON_ERROR_STOP on
SELECT clock_timestamp() AS started \gset
BEGIN;
INSERT INTO :table SELECT number, 'queued', item
FROM bench.items, jsonb_array_elements(items) WITH ORDINALITY AS i (item, number);
UPDATE :table SET status = 'done', output = jsonb_build_object('n', id);
INSERT INTO bench.outputs SELECT jsonb_agg(output ORDER BY id) FROM :table;
COMMIT;
SELECT extract(epoch FROM clock_timestamp() - :'started'::timestamptz);
