-- A lease is the server's: with one that differs between sessions, workers would be given up that keep to theirs.
BEGIN;
SELECT plan(4);
SELECT fanout.heartbeat_interval();
SELECT throws_matching(format('ALTER DATABASE %I SET fanout.lease = ''5 s''', current_database()), 'cannot be changed now', 'a database has no lease of its own');
SELECT throws_matching('ALTER ROLE CURRENT_USER SET fanout.heartbeat_interval = ''5 s''', 'cannot be changed now', 'nor a role an interval');
SELECT throws_matching('SET fanout.lease = ''5 s''', 'cannot be changed now', 'nor a session');
SELECT throws_matching(format('ALTER DATABASE %I SET fanout.leese = ''5 s''', current_database()), 'fanout.leese', 'and a setting that there isn''t is none');
SELECT * FROM finish();
ROLLBACK;
