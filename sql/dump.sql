-- Everything survives pg_dump: the rows of every table but what is measured or made anew and those of workers, who don't work on a copy;
-- and the sequences' values.
DO $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN SELECT c.oid FROM pg_catalog.pg_class c
                     WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('r', 'S')
                      AND c.relname NOT IN ('stored_bytes', 'workers', 'past_workers', 'exchanges', 'heartbeats', 'slug_key') LOOP
        PERFORM pg_catalog.pg_extension_config_dump(relation, '');
    END LOOP;
END
$$;
