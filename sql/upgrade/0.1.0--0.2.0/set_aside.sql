-- Complain when this file is run by psql instead of ALTER EXTENSION.
\echo Use "ALTER EXTENSION pgfanout UPDATE" to load this file. \quit

-- From 0.1.0, whose tasks and results were a row a task. Nearly every table has another form, so the old schema is set aside, the new
-- one is made as CREATE EXTENSION makes it (this file is followed by that), and the rows are taken over (take_over.sql). All of it is
-- one transaction.

-- Names are compared, and read by people.
SET LOCAL quote_all_identifiers = off;
SET LOCAL datestyle = 'ISO';

-- What is read has to be what there is once all is locked, and not what there was when the transaction began.
DO $$
BEGIN
    IF pg_catalog.current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFTXN',
            MESSAGE = pg_catalog.format('the update needs a transaction that is READ COMMITTED, and this one is %s', pg_catalog.upper(pg_catalog.current_setting('transaction_isolation'))),
            HINT = 'SET default_transaction_isolation = ''read committed''; ALTER EXTENSION pgfanout UPDATE';
    END IF;
END
$$;

-- What is made belongs to who makes it.
DO $$
DECLARE
    owner name := (SELECT pg_catalog.pg_get_userbyid(n.nspowner) FROM pg_catalog.pg_namespace n WHERE n.nspname = 'fanout');
BEGIN
    IF owner <> current_user THEN
        RAISE EXCEPTION USING ERRCODE = 'PFOWN', MESSAGE = pg_catalog.format('pgfanout belongs to role "%s", not to "%s"', owner, current_user),
            HINT = pg_catalog.format(CASE WHEN (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = owner) THEN 'SET ROLE %1$I; ALTER EXTENSION pgfanout UPDATE; RESET ROLE'
                                          ELSE 'ALTER ROLE %1$I SUPERUSER; SET ROLE %1$I; ALTER EXTENSION pgfanout UPDATE; RESET ROLE; ALTER ROLE %1$I NOSUPERUSER' END, owner);
    END IF;
END
$$;

-- 0.1.0's library doesn't ask for the schema's version, and on the new tables it would take down the server. So no session may have it
-- loaded; and none that is begun from now on loads it.
DO $$
BEGIN
    CREATE FUNCTION fanout.library_installed_at() RETURNS timestamptz LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_library_installed_at';
EXCEPTION WHEN undefined_function THEN
    RAISE EXCEPTION USING ERRCODE = 'PFVER', MESSAGE = 'this session has loaded an older library of pgfanout',
        HINT = 'Connect anew, or restart the server where shared_preload_libraries names it, and then: ALTER EXTENSION pgfanout UPDATE.';
END
$$;
DO $$
DECLARE
    installed_at timestamptz := fanout.library_installed_at();
    sessions text;
BEGIN
    -- Sessions that this transaction has ended, or has seen end.
    PERFORM pg_catalog.pg_stat_clear_snapshot();
    sessions := (SELECT pg_catalog.string_agg(pg_catalog.format('%s of role "%s"', a.pid, a.usename), ', ' ORDER BY a.pid)
                        FROM pg_catalog.pg_stat_activity a
                       WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid() AND a.usename IS NOT NULL
                         AND a.backend_start < installed_at);
    IF sessions IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFVER', MESSAGE = 'sessions may have loaded an older library of pgfanout, which can''t work with the new schema',
            DETAIL = 'They were begun before this version was installed: ' || sessions || '.',
            HINT = pg_catalog.format('Daemons and pools connect anew, and wait: SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity '
                       'WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_start < %L', installed_at);
    END IF;
END
$$;

-- Nobody reads or writes any more.
DO $$
BEGIN
    EXECUTE (SELECT 'LOCK TABLE ' || pg_catalog.string_agg(c.oid::regclass::text, ', ' ORDER BY c.oid)
               FROM pg_catalog.pg_class c WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind IN ('r', 'p'));
END
$$;

-- Functions of others that are bound to what is set aside: by BEGIN ATOMIC, RETURN or a parameter's default.
CREATE TABLE fanout.others_functions AS
SELECT p.oid AS id, pg_catalog.pg_get_functiondef(p.oid) AS definition
  FROM pg_catalog.pg_proc p
 WHERE p.prokind <> 'a'
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
   AND EXISTS (SELECT FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_depend m ON (m.classid, m.objid) = (d.refclassid, d.refobjid) AND m.deptype = 'e'
                 JOIN pg_catalog.pg_extension e ON m.refclassid = 'pg_extension'::regclass AND e.oid = m.refobjid
                WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND e.extname = 'pgfanout');

ALTER SCHEMA fanout RENAME TO fanout_0_1_0;
