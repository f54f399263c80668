BEGIN;
SELECT plan(30);

CREATE ROLE author;
CREATE ROLE hand;
SELECT fanout.grant_developer('author'), fanout.grant_worker('hand');

-- This test's database is itself a copy of a template, in which nothing was under way.
SELECT is(fanout.is_copy(), false, 'a database made with a template that has the extension is no copy');
SET ROLE author;
SELECT fanout.create_flow('f', base_delay => '0'), fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{}');
SELECT fanout.start_run('f', '[1, 2, 3]', fair_key => 'k') AS run \gset
SET ROLE hand;
SELECT fanout.register_worker('w', ARRAY['h'], slots => 9) AS w \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 2)), 2::bigint, 'what starts there is its own');
SELECT fanout.complete_task(:'run', 'each', 0, '10');
RESET ROLE;
SELECT is((SELECT count(*) FROM fanout.homes WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())), 1::bigint, 'it is written down');

-- As a TEMPLATE leaves it.
SAVEPOINT before;
UPDATE fanout.homes SET database = 1;
SELECT is(fanout.is_copy(), true, 'a copy of a database with runs under way is told by the database''s number');
ROLLBACK TO before;
SELECT is(fanout.is_copy(), false, 'what was rolled back is not believed');

-- As a restore leaves it where both databases were made with one TEMPLATE.
SAVEPOINT before;
INSERT INTO fanout.homes SELECT * FROM fanout.homes WHERE made_from IS NULL;
SELECT is(fanout.is_copy(), false, 'the template''s row twice says nothing');
INSERT INTO fanout.homes (installation, made_from, database) SELECT gen_random_uuid(), installation, 1 FROM fanout.homes WHERE made_from IS NULL LIMIT 1;
SELECT is(fanout.is_copy(), true, 'but another database that was made with it is one');
ROLLBACK TO before;
INSERT INTO fanout.homes SELECT * FROM fanout.homes WHERE made_from IS NOT NULL;
SELECT is(fanout.is_copy(), false, 'two who wrote this one down at the same moment are no copy');
ROLLBACK TO before;

-- As a restore leaves it: the row that came with CREATE EXTENSION, and the one of the dump.
INSERT INTO fanout.homes (installation, database) SELECT gen_random_uuid(), database FROM fanout.homes LIMIT 1;
SELECT is(fanout.is_copy(), true, 'a restored dump is told by its second row, even if the databases'' numbers are the same');
SELECT is((SELECT status FROM fanout.health() WHERE what = 'copy'), 'bad', 'health says so');
SET ROLE hand;
SELECT throws_ok($$SELECT fanout.register_worker('other', '{h}')$$, 'PFCPY', format('database "%s" is a copy, with what was under way in the original: none of it is executed here', current_database()), 'no worker registers in a copy');
SELECT throws_ok(format('SELECT fanout.claim_tasks(%s, 1)', :w), 'PFCPY', NULL, 'nor claims who was registered in the original');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 1, 1)', :w), 'PFCPY', NULL, 'nor exchanges');
SELECT throws_ok(format('SELECT fanout.heartbeat(%s)', :w), 'PFCPY', NULL, 'nor beats');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, ''each'', 1, ''20'')', :'run'), 'PFCPY', NULL, 'nor completes');
SELECT throws_ok('SELECT fanout.maintain()', 'PFCPY', NULL, 'and nothing of it is ended');
SELECT is(fanout.is_copy(), true, 'a worker may ask');
SELECT throws_ok('SELECT fanout.adopt_copy()', '42501', NULL, 'but does not adopt it');
SET ROLE author;
SET LOCAL client_min_messages = error;
SELECT lives_ok($$SELECT fanout.start_run('f', '[]')$$, 'runs can be started');
RESET client_min_messages;
SELECT is((SELECT count(*) FROM fanout.runs_overview), 2::bigint, 'and looked at');
RESET ROLE;
UPDATE fanout.queue SET fair_owner = 1;

SELECT is(fanout.adopt_copy(), true, 'who may adopts it');
SELECT is(fanout.is_copy(), false, 'then it is no copy');
SELECT is((SELECT count(*) FROM fanout.homes), 1::bigint, 'and at home here');
SELECT is(fanout.adopt_copy(), false, 'once is enough');
SELECT is((SELECT count(*) FROM fanout.workers) + (SELECT count(*) FROM fanout.exchanges) + (SELECT count(*) FROM fanout.heartbeats), 0::bigint, 'the workers of the original are forgotten');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NOT NULL), 0::bigint, 'what they held waits again');
SELECT ok((SELECT bool_and(fair_owner = 'author'::regrole) FROM fanout.queue), 'in the line of its owner');
SET ROLE hand;
SELECT throws_ok(format('SELECT fanout.claim_tasks(%s, 1)', :w), 'PFWRK', NULL, 'who was registered in the original is not here');
SELECT fanout.register_worker('w', ARRAY['h'], slots => 9) AS w \gset
SELECT is((SELECT array_agg(attempt ORDER BY task_index) FROM fanout.claim_tasks(:w, 9)), ARRAY[1, 1], 'no attempt was used up');
SELECT fanout.complete_task(:'run', 'each', i, to_jsonb(10 + i)) FROM generate_series(1, 2) i;
RESET ROLE;
SELECT is(fanout.run_output(:'run'), '{"each": [10, 11, 12]}', 'and the run comes to its end');

SELECT * FROM finish();
ROLLBACK;
