-- What a run has can be told by the run's or the state's key, and by nothing that another table would have to be asked for: so runs can be kept apart.
BEGIN;
SELECT plan(2);

SELECT is_empty($$
    SELECT c.relname FROM pg_class c
     WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname NOT IN ('flows', 'steps', 'deps', 'limits', 'limit_grants', 'pauses', 'workers', 'past_workers', 'exchanges', 'heartbeats', 'generations', 'homes',
                             'stored_bytes', 'slug_key')
       AND NOT EXISTS (SELECT FROM pg_attribute a
                        WHERE a.attrelid = c.oid AND a.attname IN ('run_id', 'state_id') AND a.attnotnull)
$$, 'each table of runs has the key of the run or of a state of it');

SELECT is_empty($$
    SELECT c.conname FROM pg_constraint c
     WHERE c.connamespace = 'fanout'::regnamespace AND c.contype = 'f'
       AND c.conrelid::regclass::text NOT IN ('fanout.steps', 'fanout.deps')
$$, 'and none of them refers to another by a foreign key');

SELECT * FROM finish();
ROLLBACK;
