-- What members of pg_monitor see of everybody's: how much there is, and how it goes, but nothing that users have put in.

CREATE FUNCTION fanout.is_monitor() RETURNS boolean STABLE LANGUAGE sql
RETURN pg_catalog.pg_has_role(current_user, 'pg_monitor', 'USAGE');
COMMENT ON FUNCTION fanout.is_monitor IS 'Whether the current user is a member of pg_monitor, and so sees of others how much there is, and how it goes';
