-- Where this installation lives: what tells a copy of the database from the database.

CREATE TABLE fanout.homes (
    home_id uuid CONSTRAINT homes_pkey PRIMARY KEY DEFAULT pg_catalog.gen_random_uuid(),
    installation uuid NOT NULL,
    database oid NOT NULL
);
COMMENT ON TABLE fanout.homes IS
    'Which CREATE EXTENSION made these tables, in which database. With a dump comes the row of another installation, with a TEMPLATE that of another database: then this is a copy. pg_upgrade and a standby change neither';
INSERT INTO fanout.homes (installation, database)
SELECT pg_catalog.gen_random_uuid(), d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database();

-- Backends keep what they have found out.
CREATE FUNCTION fanout.forget_home()
RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_forget_home';
COMMENT ON FUNCTION fanout.forget_home IS 'For the engine: has all backends find out anew whether the database is a copy';
CREATE TRIGGER home_is_forgotten AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON fanout.homes
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_home();
