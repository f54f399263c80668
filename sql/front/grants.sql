-- Who may do what. PUBLIC has nothing. What a role may do on a shard is for the shard to say, to a role of the same name.

CREATE FUNCTION fanout.grant_front(role regrole, password text DEFAULT NULL) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    routine regprocedure;
    cluster text;
    role_name text := (SELECT r.rolname FROM pg_roles r WHERE r.oid = role);
BEGIN
    IF role IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'grant_front: role is null', HINT = 'Name the role.';
    END IF;
    IF NOT EXISTS (SELECT FROM fanout.shards) THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'grant_front: there is no shard yet', HINT = 'fanout.add_shard adds the first one.';
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA fanout TO %s', role);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA fanout TO %s', role);
    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON fanout.given_runs, fanout.spreads, fanout.spread_parts TO %s', role);
    FOR routine IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace
                      AND p.proname NOT IN ('add_shard', 'set_shard', 'grant_front', 'shard_connection', 'check_shard', 'write_server', 'write_servers', 'keep_user_mappings') LOOP
        EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO %s', routine, role);
    END LOOP;
    FOREACH cluster IN ARRAY ARRAY['fanout_calls', 'fanout_looks'] LOOP
        EXECUTE format('GRANT USAGE ON FOREIGN SERVER %I TO %s', cluster, role);
        IF EXISTS (SELECT FROM pg_user_mappings m WHERE m.umuser = role AND m.srvname = cluster) THEN
            EXECUTE format('DROP USER MAPPING FOR %s SERVER %I', role, cluster);
        END IF;
        EXECUTE format('CREATE USER MAPPING FOR %s SERVER %I OPTIONS (user %L%s)', role, cluster, role_name,
                       coalesce(', password ' || quote_literal(password), ''));
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.grant_front IS
    'Lets a role use the front: on each shard it acts as the role of its own name, with this password where one is given, and may do there what it has been granted there. Again: another password. For superusers';

REVOKE ALL ON ALL ROUTINES IN SCHEMA fanout FROM PUBLIC;

DO $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relnamespace = 'fanout'::regnamespace AND c.relkind = 'r' LOOP
        PERFORM pg_catalog.pg_extension_config_dump(relation, '');
    END LOOP;
END
$$;
