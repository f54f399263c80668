-- fanout.role: a role as a flow's owner. It is kept by its number, so that it may be renamed, and written by its name, so that a
-- dump has no numbers, which elsewhere are somebody else's. Unlike regrole it takes the name of a role that isn't there: one
-- missing owner would otherwise keep everybody's flows from being restored. Such a role stays missing when one of its name
-- is made, and a dropped one dropped: whose flows they are then is for fanout.reassign_flows.

CREATE TYPE fanout.role;
CREATE FUNCTION fanout.role_in(cstring) RETURNS fanout.role STABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_in';
COMMENT ON FUNCTION fanout.role_in IS 'For fanout.role: a role by its name; (missing: name) where there is none';
CREATE FUNCTION fanout.role_out(fanout.role) RETURNS cstring STABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_out';
COMMENT ON FUNCTION fanout.role_out IS 'For fanout.role: its present name; (missing: name), (dropped: number) where there is none';
CREATE FUNCTION fanout.role_recv(internal) RETURNS fanout.role STABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_recv';
COMMENT ON FUNCTION fanout.role_recv IS 'For fanout.role: as role_in, from what is sent in binary';
CREATE FUNCTION fanout.role_send(fanout.role) RETURNS bytea STABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_send';
COMMENT ON FUNCTION fanout.role_send IS 'For fanout.role: as role_out, for what is sent in binary';
CREATE TYPE fanout.role (INPUT = fanout.role_in, OUTPUT = fanout.role_out, RECEIVE = fanout.role_recv, SEND = fanout.role_send,
                         INTERNALLENGTH = VARIABLE, STORAGE = main);
COMMENT ON TYPE fanout.role IS 'A role by its name: one that is there, (missing: name) of another cluster, or (dropped: number)';

CREATE FUNCTION fanout.role_of(number oid) RETURNS fanout.role IMMUTABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_of';
COMMENT ON FUNCTION fanout.role_of IS 'The role with that number';
CREATE FUNCTION fanout.role_number(role fanout.role) RETURNS oid IMMUTABLE STRICT PARALLEL SAFE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_role_number';
COMMENT ON FUNCTION fanout.role_number IS 'The number of a role, also of a dropped one; 0 of one that is missing here, which no role has';
CREATE CAST (oid AS fanout.role) WITH FUNCTION fanout.role_of(oid) AS ASSIGNMENT;
CREATE CAST (regrole AS fanout.role) WITH FUNCTION fanout.role_of(oid) AS IMPLICIT;
CREATE CAST (fanout.role AS oid) WITH FUNCTION fanout.role_number(fanout.role) AS IMPLICIT;

-- By its bytes, in an order that means nothing: for keys and indexes. These operators are found by OPERATOR(fanout.=) only; elsewhere
-- a role is compared by its number, as a regrole is.
DO $$
DECLARE
    name text;
    symbol text;
BEGIN
    FOR name, symbol IN VALUES ('eq', '='), ('lt', '<'), ('le', '<='), ('gt', '>'), ('ge', '>=') LOOP
        EXECUTE pg_catalog.format(
            'CREATE FUNCTION fanout.role_%1$s(fanout.role, fanout.role) RETURNS boolean IMMUTABLE STRICT PARALLEL SAFE
                 LANGUAGE internal AS ''bytea%1$s'';
             COMMENT ON FUNCTION fanout.role_%1$s IS ''For fanout.role: %2$s'';
             CREATE OPERATOR fanout.%2$s (LEFTARG = fanout.role, RIGHTARG = fanout.role, FUNCTION = fanout.role_%1$s);', name, symbol);
    END LOOP;
END
$$;
CREATE FUNCTION fanout.role_cmp(fanout.role, fanout.role) RETURNS int IMMUTABLE STRICT PARALLEL SAFE LANGUAGE internal AS 'byteacmp';
COMMENT ON FUNCTION fanout.role_cmp IS 'For fanout.role: which comes first in an index';
CREATE OPERATOR CLASS fanout.role_ops DEFAULT FOR TYPE fanout.role USING btree AS
    OPERATOR 1 fanout.<, OPERATOR 2 fanout.<=, OPERATOR 3 fanout.=, OPERATOR 4 fanout.>=, OPERATOR 5 fanout.>,
    FUNCTION 1 fanout.role_cmp(fanout.role, fanout.role);
