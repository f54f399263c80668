-- fanout_front: one database in front of many that have pgfanout, its *shards*. A run lives whole in one of them, so nothing here is a
-- distributed transaction: a call that concerns a run goes to its shard, by PL/Proxy, as the caller's own role; and a look at all of them
-- asks all at once. The functions have the names and parameters of pgfanout's own, so the schema has, too.
--
-- PL/Proxy commits on a shard whatever becomes of the transaction here. So a call writes to one shard, and what reaches several can be
-- repeated. Its timeouts see to nothing while a server is silent (2.10 looks at the clock only when something comes), and an error 57014
-- of a shard makes it wait until query_timeout; so what ends a statement is the shard's statement_timeout, query_timeout is a little less,
-- and a host that is gone is noticed by TCP. All of that stands in the shards' connection strings: see fanout.add_shard.

CREATE SCHEMA fanout;
COMMENT ON SCHEMA fanout IS 'fanout_front: runs in many databases with pgfanout';

CREATE TABLE fanout.shards (
    shard int CONSTRAINT shards_pkey PRIMARY KEY CONSTRAINT shards_number_fits_into_a_run_id CHECK (shard BETWEEN 0 AND 4095),
    connection text NOT NULL,
    is_open boolean NOT NULL DEFAULT true,
    added_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
    changed_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp()
);
COMMENT ON TABLE fanout.shards IS
    'A row a shard, numbered from 0 on without a gap, as PL/Proxy does: where it is, and whether new runs are started on it where nobody says on which. changed_at: when that last changed';

-- What a shard answers is read here by whatever settings the caller has, so it is written in one form; ISO 8601 is read the same way by all.
CREATE FUNCTION fanout.shard_connection(shard int, connection text, statement_timeout interval) RETURNS text IMMUTABLE LANGUAGE sql
RETURN pg_catalog.format('tcp_user_timeout=10000 keepalives_idle=10 keepalives_interval=5 keepalives_count=2 options=''-c statement_timeout=%sms -c datestyle=ISO -c intervalstyle=postgres'' %s application_name=fanout_front/%s',
                         (extract(epoch FROM statement_timeout) * 1000)::bigint, connection, shard);
COMMENT ON FUNCTION fanout.shard_connection IS
    'For fanout.write_server: the connection string, with what it leaves out of timeouts. By its application_name a shard can say which it is';

CREATE FUNCTION fanout.check_shard(what text, connection text, call_timeout interval, look_timeout interval) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF connection !~ '=' OR connection ~* '\m(user|password|passfile|service|options|application_name)\s*=' OR connection ~ '^\s*postgres(ql)?://' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG',
            MESSAGE = format('%s: connection is empty or a URI, or names a user, a password, a service, options or an application_name', what),
            HINT = 'Give host, port and dbname, as ''host=db1 dbname=app''. Whom each role is there, fanout.grant_front says.';
    END IF;
    IF least(call_timeout, look_timeout) < '2 s' OR greatest(call_timeout, look_timeout) >= '1 day' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('%s: call_timeout or look_timeout is below two seconds, or a day or more', what),
            HINT = 'PL/Proxy counts in seconds, and stops waiting one before the shard gives up.';
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.check_shard IS 'For fanout.add_shard and fanout.set_shard: an error where an argument is none of theirs; null passes';

-- Two PL/Proxy clusters over the same shards: fanout_calls, and fanout_looks for what asks all of them and is to take less time. PL/Proxy
-- can't have a call of a cluster inside of another one of the same, and to find a run's shard may take a look. Its options say how long a
-- statement may take, and nothing else does.
CREATE FUNCTION fanout.write_server(cluster text, timeout interval, usual_timeout interval) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    exists boolean := EXISTS (SELECT FROM pg_foreign_server f WHERE f.srvname = cluster);
    known text[] := ARRAY(SELECT o.option_name FROM pg_foreign_server f, pg_options_to_table(f.srvoptions) o WHERE f.srvname = cluster);
    present int := (SELECT o.option_value::int + 1 FROM pg_foreign_server f, pg_options_to_table(f.srvoptions) o
                     WHERE f.srvname = cluster AND o.option_name = 'query_timeout');
    seconds int := coalesce(ceil(extract(epoch FROM timeout))::int, present, extract(epoch FROM usual_timeout)::int);
    how text := CASE WHEN exists THEN 'ALTER SERVER %I OPTIONS (%s)' ELSE 'CREATE SERVER %I FOREIGN DATA WRAPPER plproxy OPTIONS (%s)' END;
BEGIN
    EXECUTE (SELECT format(how, cluster, string_agg(
                        format('%s %s %L', CASE WHEN w.name = ANY (known) THEN 'SET' WHEN exists THEN 'ADD' END, w.name, w.value), ', '))
               FROM (VALUES ('modular_mapping', '1'), ('query_timeout', (seconds - 1)::text)
                      UNION ALL
                     SELECT 'p' || s.shard, fanout.shard_connection(s.shard, s.connection, make_interval(secs => seconds)) FROM fanout.shards s) w (name, value));
    IF NOT exists THEN
        -- Where a role has no mapping PL/Proxy 2.10 fails once, and from then on connects as the role of that name, without a password.
        EXECUTE format('CREATE USER MAPPING FOR PUBLIC SERVER %I OPTIONS (user %L)', cluster, 'nobody: fanout.grant_front was not called for this role');
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.write_server IS 'For fanout.write_servers: tells a cluster of PL/Proxy''s of all shards, and how long to wait for them';

CREATE FUNCTION fanout.write_servers(call_timeout interval, look_timeout interval) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $$
    SELECT fanout.write_server('fanout_calls', $1, '60 s'), fanout.write_server('fanout_looks', $2, '10 s');
$$;
COMMENT ON FUNCTION fanout.write_servers IS
    'For fanout.add_shard and fanout.set_shard: tells PL/Proxy of all shards, and how long a statement may take there; null leaves what that is';

CREATE FUNCTION fanout.add_shard(connection text, call_timeout interval DEFAULT NULL, look_timeout interval DEFAULT NULL)
RETURNS int LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
    new_shard int;
BEGIN
    PERFORM fanout.check_shard('add_shard', coalesce(connection, ''), call_timeout, look_timeout);
    LOCK TABLE fanout.shards IN SHARE ROW EXCLUSIVE MODE;
    -- A script that sets the front up may be run again.
    SELECT s.shard INTO new_shard FROM fanout.shards s WHERE s.connection = add_shard.connection;
    IF FOUND THEN
        PERFORM fanout.write_servers(call_timeout, look_timeout);
        RETURN new_shard;
    END IF;
    IF NOT EXISTS (SELECT FROM fanout.shards) THEN
        -- There may be some that an extension which was dropped has left.
        DROP SERVER IF EXISTS fanout_calls, fanout_looks CASCADE;
    END IF;
    INSERT INTO fanout.shards (shard, connection) SELECT count(*), add_shard.connection FROM fanout.shards RETURNING shard INTO new_shard;
    PERFORM fanout.write_servers(call_timeout, look_timeout);
    RETURN new_shard;
END
$$;
COMMENT ON FUNCTION fanout.add_shard IS
    'Adds a shard, a database with pgfanout, and returns its number; one with that connection is there once. Nothing moves: runs that are there stay where they are. connection: host, port and dbname (several hosts, too), no user. call_timeout, look_timeout: how long a statement may take on any shard, of calls (60 s) and of looks at all shards (10 s); null leaves what they are. For superusers';

CREATE FUNCTION fanout.set_shard(shard int, is_open boolean DEFAULT NULL, connection text DEFAULT NULL,
                                 call_timeout interval DEFAULT NULL, look_timeout interval DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM fanout.check_shard('set_shard', connection, call_timeout, look_timeout);
    LOCK TABLE fanout.shards IN SHARE ROW EXCLUSIVE MODE;
    UPDATE fanout.shards s
       SET is_open = coalesce(set_shard.is_open, s.is_open), connection = coalesce(set_shard.connection, s.connection),
           changed_at = CASE WHEN set_shard.is_open <> s.is_open THEN clock_timestamp() ELSE s.changed_at END
     WHERE s.shard = set_shard.shard;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('set_shard: there is no shard %s', coalesce(shard::text, 'null')),
            HINT = 'fanout.shards_overview lists them.';
    END IF;
    PERFORM fanout.write_servers(call_timeout, look_timeout);
END
$$;
COMMENT ON FUNCTION fanout.set_shard IS
    'Says where a shard is, after it has moved, and whether new runs are started on it where nobody says on which; call_timeout, look_timeout: as of fanout.add_shard. Null leaves what it is. For superusers';

-- Who may use a server may say by a mapping of his own whom he is there, which is for grant_front alone to say.
CREATE FUNCTION fanout.keep_user_mappings() RETURNS event_trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() c JOIN pg_user_mappings m ON m.umid = c.objid JOIN pg_foreign_server f ON f.oid = m.srvid
                WHERE c.classid = 'pg_user_mapping'::regclass AND f.srvname IN ('fanout_calls', 'fanout_looks')
                  AND NOT pg_has_role(f.srvowner, 'USAGE')) THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'whom a role is on the shards is not for itself to say',
            HINT = 'A superuser gives it another password by fanout.grant_front.';
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.keep_user_mappings IS 'For the event trigger fanout_front_keeps_user_mappings: no role makes itself another one on the shards';

CREATE EVENT TRIGGER fanout_front_keeps_user_mappings ON ddl_command_end WHEN TAG IN ('CREATE USER MAPPING', 'ALTER USER MAPPING')
    EXECUTE FUNCTION fanout.keep_user_mappings();
COMMENT ON EVENT TRIGGER fanout_front_keeps_user_mappings IS 'Only who owns the servers fanout_calls and fanout_looks says whom a role is on the shards';
