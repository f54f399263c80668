-- A function of C that takes it for granted would end the server.
BEGIN;
SELECT plan(4);

SELECT throws_ok(format('SELECT fanout.%I()', p.proname), 'PFARG',
                 format('fanout.%I was called, and not by the trigger that it is for', p.proname))
  FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace AND p.prorettype = 'trigger'::regtype ORDER BY p.proname;
SELECT is(fanout.create_flow('f'), 1, 'the session goes on');

SELECT * FROM finish();
ROLLBACK;
