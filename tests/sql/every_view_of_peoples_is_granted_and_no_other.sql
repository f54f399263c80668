-- What shows each user their own rows is for all who look; what the engine reads has the rows of all.
BEGIN;
SELECT plan(4);

CREATE ROLE author;
CREATE ROLE overseer;
SELECT fanout.grant_developer('author'), fanout.grant_operator('overseer');
CREATE FUNCTION pg_temp.views(role regrole, barrier boolean, granted boolean) RETURNS text[] LANGUAGE sql AS $$
    SELECT coalesce(array_agg(c.relname ORDER BY 1), '{}') FROM pg_class c
     WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind = 'v'
       AND ('security_barrier=true' = ANY (c.reloptions) OR c.relname = 'workers_overview') = barrier
       AND has_table_privilege(role, c.oid, 'SELECT') = granted $$;
SELECT is(pg_temp.views('author', true, false), '{}', 'a developer may look at every view that asks whose rows are whose');
SELECT is(pg_temp.views('overseer', true, false), '{}', 'so may an operator');
SELECT is(pg_temp.views('author', false, true), '{}', 'a developer may look at none that does not ask');
SELECT is(pg_temp.views('overseer', false, true), '{}', 'nor may an operator');

SELECT * FROM finish();
ROLLBACK;
