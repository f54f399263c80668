BEGIN;
SELECT plan(10);

-- What PostgreSQL would call a constraint that has no name.
SELECT is_empty($$SELECT conrelid::regclass, conname FROM pg_constraint
    WHERE connamespace = 'fanout'::regnamespace AND contype IN ('c', 'f', 'u', 'x')
      AND (conname ~ '_(check|fkey|key|excl)\d*$' OR conname !~ '_(is|are|has|have|when|come|not|exists?|belongs?|serve)_?')$$,
    'every constraint is named as a sentence');
SELECT is_empty($$SELECT conrelid::regclass, conname FROM pg_constraint WHERE connamespace = 'fanout'::regnamespace AND contype = 'f'$$,
    'nothing has a foreign key: pg_dump restores the tables in any order');
SELECT is_empty($$SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'fanout'::regnamespace
    AND coalesce(obj_description(oid, 'pg_proc'), '') = ''$$, 'every function has a comment');
SELECT is_empty($$SELECT oid::regclass FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p', 'v')
    AND NOT relispartition AND coalesce(obj_description(oid, 'pg_class'), '') = ''$$, 'every table and view has a comment');
SELECT cmp_ok((SELECT count(*) FROM pg_proc WHERE pronamespace = 'fanout'::regnamespace), '>', 25::bigint, 'there are functions to look at');
SELECT is_empty($$SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'fanout'::regnamespace
    AND EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee = 0)$$, 'PUBLIC may execute nothing');
SELECT is_empty($$SELECT oid::regclass FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
    AND EXISTS (SELECT FROM aclexplode(relacl) WHERE grantee = 0)$$, 'and has no right on any table, view or sequence');
SELECT is_empty($$SELECT nspname FROM pg_namespace WHERE nspname = 'fanout'
    AND EXISTS (SELECT FROM aclexplode(nspacl) WHERE grantee = 0)$$, 'nor on the schema');
SELECT is_empty($$SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'fanout'::regnamespace AND prosecdef
    AND coalesce(proconfig::text, '') !~ 'search_path=pg_catalog, ?pg_temp'$$, 'what runs as its owner has a search_path of its own');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'S')
    AND c.relname NOT IN ('stored_bytes', 'workers', 'past_workers', 'exchanges', 'heartbeats', 'slug_key') AND NOT c.oid = ANY (SELECT unnest(extconfig) FROM pg_extension WHERE extname = 'pgfanout')$$, 'pg_dump keeps every table and sequence, but for what is measured or made anew, and workers');

SELECT * FROM finish();
ROLLBACK;
