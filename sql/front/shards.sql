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
    is_open boolean NOT NULL DEFAULT true,
    added_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp()
);
COMMENT ON TABLE fanout.shards IS
    'A row a shard, numbered from 0 on without a gap, as PL/Proxy does; whether new runs are started on it where nobody says on which. Its connection string is an option of the servers fanout_calls and fanout_looks';

-- Two PL/Proxy clusters over the same shards: fanout_calls, and fanout_looks for what asks all of them and is to take less time. PL/Proxy
-- can't have a call of a cluster inside of another one of the same, and to find a run's shard may take a look.
CREATE FUNCTION fanout.shard_connection(shard int, connection text, statement_timeout interval) RETURNS text IMMUTABLE LANGUAGE sql
RETURN pg_catalog.format('tcp_user_timeout=10000 keepalives_idle=10 keepalives_interval=5 keepalives_count=2 options=''-c statement_timeout=%sms'' %s application_name=fanout_front/%s',
                         (extract(epoch FROM statement_timeout) * 1000)::bigint, connection, shard);
COMMENT ON FUNCTION fanout.shard_connection IS
    'For fanout.add_shard: the connection string, with what it leaves out of timeouts. By its application_name a shard can say which it is';

CREATE FUNCTION fanout.add_shard(
    connection text, call_timeout interval DEFAULT '60 s', look_timeout interval DEFAULT '10 s')
RETURNS int LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    new_shard int;
    cluster text;
    time_limit interval;
BEGIN
    IF connection IS NULL OR connection ~* '\m(user|password|application_name)\s*=' OR connection ~ '^\s*postgres(ql)?://' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'add_shard: connection is null or a URI, or names a user, a password or an application_name',
            HINT = 'Give host, port and dbname, as ''host=db1 dbname=app''. Whom each role is there, fanout.grant_front says.';
    END IF;
    IF call_timeout < '2 s' OR look_timeout < '2 s' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'add_shard: call_timeout or look_timeout is below two seconds',
            HINT = 'PL/Proxy counts in seconds, and stops waiting one before the shard gives up.';
    END IF;
    LOCK TABLE fanout.shards IN SHARE ROW EXCLUSIVE MODE;
    INSERT INTO fanout.shards (shard) SELECT count(*) FROM fanout.shards RETURNING shard INTO new_shard;
    FOR cluster, time_limit IN VALUES ('fanout_calls', call_timeout), ('fanout_looks', look_timeout) LOOP
        IF new_shard = 0 THEN
            EXECUTE format('CREATE SERVER %I FOREIGN DATA WRAPPER plproxy OPTIONS (modular_mapping ''1'', query_timeout %L, p0 %L)', cluster,
                           (extract(epoch FROM time_limit) - 1)::int, fanout.shard_connection(0, connection, time_limit));
        ELSE
            EXECUTE format('ALTER SERVER %I OPTIONS (ADD p%s %L)', cluster, new_shard,
                           fanout.shard_connection(new_shard, connection, time_limit));
        END IF;
    END LOOP;
    RETURN new_shard;
END
$$;
COMMENT ON FUNCTION fanout.add_shard IS
    'Adds a shard, a database with pgfanout, and returns its number. Nothing moves: runs that are there stay where they are. connection: host, port and dbname (several hosts, too), no user. call_timeout, look_timeout: how long a statement may take there, of calls and of looks at all shards; of the first shard''s PL/Proxy''s own timeouts are made. For superusers';

CREATE FUNCTION fanout.set_shard(shard int, is_open boolean DEFAULT NULL, connection text DEFAULT NULL,
                                 call_timeout interval DEFAULT '60 s', look_timeout interval DEFAULT '10 s')
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE fanout.shards s SET is_open = coalesce(set_shard.is_open, s.is_open) WHERE s.shard = set_shard.shard;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('set_shard: there is no shard %s', coalesce(shard::text, 'null')),
            HINT = 'fanout.shards_overview lists them.';
    END IF;
    IF connection IS NOT NULL THEN
        EXECUTE format('ALTER SERVER fanout_calls OPTIONS (SET p%s %L)', shard, fanout.shard_connection(shard, connection, call_timeout));
        EXECUTE format('ALTER SERVER fanout_looks OPTIONS (SET p%s %L)', shard, fanout.shard_connection(shard, connection, look_timeout));
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.set_shard IS
    'Says where a shard is, after it has moved, and whether new runs are started on it where nobody says on which. Null leaves what it is. For superusers';
