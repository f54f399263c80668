BEGIN;
SELECT plan(2);

SELECT is(attribute.compressed, server.has_lz4, format('%s.%s', attribute.relation, attribute.name))
  FROM (SELECT 'lz4' = ANY (enumvals) AS has_lz4 FROM pg_settings WHERE name = 'default_toast_compression') AS server,
       (SELECT attrelid::regclass AS relation, attname AS name, attcompression = 'l' AS compressed FROM pg_attribute
         WHERE (attrelid, attname) IN (('fanout.runs'::regclass, 'input'), ('fanout.step_states'::regclass, 'output'))) AS attribute;

SELECT * FROM finish();
ROLLBACK;
