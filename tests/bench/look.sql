-- A procedure that makes a query so many times, after one that does not count, and tells each time: name|ms. Its rows are read, and not sent.
CREATE PROCEDURE pg_temp.look(name text, query text, looks int) LANGUAGE plpgsql AS $$
DECLARE
    began timestamptz;
    seen record;
BEGIN
    FOR i IN 0..looks LOOP
        began := clock_timestamp();
        FOR seen IN EXECUTE query LOOP END LOOP;
        IF i > 0 THEN RAISE INFO '%|%', name, 1000 * extract(epoch FROM clock_timestamp() - began); END IF;
    END LOOP;
END
$$;
