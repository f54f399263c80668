-- Where this installation lives: what tells a copy of the database from the database.

-- Without a key: a database made with a TEMPLATE has the template's rows, and so has a dump that is loaded into it of another one
-- that was made so.
CREATE TABLE fanout.homes (
    installation uuid NOT NULL,
    made_from uuid CONSTRAINT homes_is_not_made_from_itself CHECK (made_from <> installation),
    database oid NOT NULL
);
COMMENT ON TABLE fanout.homes IS
    'Which CREATE EXTENSION made these tables, in which database, and which databases were made from that with a TEMPLATE, one from the other: a chain of installations. With a dump come rows that are not of the chain, with a TEMPLATE those of another database: then this is a copy. pg_upgrade and a standby change nothing';
INSERT INTO fanout.homes (installation, database)
SELECT pg_catalog.gen_random_uuid(), d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database();

-- Backends keep what they have found out.
CREATE FUNCTION fanout.forget_home()
RETURNS trigger LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_forget_home';
COMMENT ON FUNCTION fanout.forget_home IS 'For the engine: has all backends find out anew whether the database is a copy';
CREATE TRIGGER home_is_forgotten AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON fanout.homes
    FOR EACH STATEMENT EXECUTE FUNCTION fanout.forget_home();
