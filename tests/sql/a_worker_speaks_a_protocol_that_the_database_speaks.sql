BEGIN;
SELECT plan(8);

SELECT is((SELECT format('%s to %s', oldest, newest) FROM fanout.protocols()), '1 to 2', 'the protocols that there are');
SELECT fanout.register_worker('says nothing', '{h}') AS silent \gset
SELECT is((SELECT protocol FROM fanout.workers WHERE worker_id = :silent), 1, 'who says nothing speaks the first one');
SELECT fanout.register_worker('second', '{h}', protocol => 2) AS second \gset
SELECT is((SELECT protocol FROM fanout.workers WHERE worker_id = :second), 2, 'who says another speaks that');
SELECT throws_ok('SELECT fanout.register_worker(''old'', ''{h}'', protocol => 0)', 'PFPRO', 'register_worker: worker "old" speaks protocol 0, and this database 1 to 2',
    'one that the database speaks no more');
SELECT throws_ok('SELECT fanout.register_worker(''new'', ''{h}'', protocol => 3)', 'PFPRO', 'register_worker: worker "new" speaks protocol 3, and this database 1 to 2',
    'one that it doesn''t speak yet');
SELECT throws_ok('SELECT fanout.register_worker(''none'', ''{h}'', protocol => NULL)', 'PFARG', 'register_worker: protocol is null', 'none at all');

-- What it is to work with is for workers to find out.
CREATE ROLE hand;
SELECT fanout.grant_worker('hand');
SET ROLE hand;
SELECT lives_ok('SELECT * FROM fanout.protocols()', 'a worker may ask');
RESET ROLE;
CREATE ROLE developer;
SELECT fanout.grant_developer('developer');
SET ROLE developer;
SELECT throws_ok('SELECT * FROM fanout.protocols()', '42501', NULL, 'nobody else has a use for it');

SELECT * FROM finish();
ROLLBACK;
