-- Maintenance turns the ring once a minute, so each time the engine's clock goes on by so much.
CREATE TABLE clock (now interval NOT NULL);
INSERT INTO clock VALUES ('0');
CREATE PROCEDURE maintain_after(pause interval) LANGUAGE plpgsql AS $$
BEGIN
    UPDATE clock SET now = now + pause;
    PERFORM set_config('fanout.clock_offset', (SELECT extract(epoch FROM now)::int FROM clock) || 's', false);
    COMMIT;
    PERFORM fanout.maintain();
END $$;
-- The same until it has done what it is to do: the tests beside this one have snapshots, too, which it waits out.
CREATE PROCEDURE maintain_until(condition text) LANGUAGE plpgsql AS $$
DECLARE
    is_done boolean := false;
BEGIN
    FOR i IN 1..2000 LOOP
        CALL maintain_after('2 min');
        EXECUTE 'SELECT ' || condition INTO is_done;
        EXIT WHEN is_done;
        COMMIT;
        PERFORM pg_sleep(0.05);
    END LOOP;
END $$;
