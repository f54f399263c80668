BEGIN;
SELECT plan(27);

CREATE ROLE author_one;
CREATE ROLE author_two;
CREATE ROLE overseer;
SELECT fanout.grant_developer('author_one'), fanout.grant_developer('author_two'), fanout.grant_operator('overseer');

SET ROLE author_one;
SELECT fanout.create_limit('api', max_concurrency => 2);
SELECT fanout.grant_limit('api', 'author_two');
SET ROLE author_two;
SELECT fanout.create_flow('f');
SELECT is(fanout.add_step('f', 'work', handler => 'h', limits => '{api}'), 1, 'whom its owner lets may name it');
SELECT throws_ok($$SELECT fanout.create_limit('api', max_concurrency => 3)$$, 'PFOWN', NULL, 'but only its owner changes it');
SELECT throws_ok($$SELECT fanout.drop_limit('api')$$, 'PFOWN', NULL, 'or removes it');
SELECT is((SELECT max_concurrency FROM fanout.limits_overview WHERE name = 'api'), 2, 'and sees it');
SET ROLE overseer;
SELECT lives_ok($$SELECT fanout.create_limit('api', max_concurrency => 4)$$, 'an operator changes it, too');
SET ROLE author_one;
SELECT lives_ok($$SELECT fanout.create_limit('api', max_concurrency => 4)$$, 'the same again is the same');
SELECT is((SELECT owner::text FROM fanout.limits_overview WHERE name = 'api'), 'author_one', 'it stays its owner''s');

SELECT throws_ok($$SELECT fanout.drop_limit('api')$$, 'PFUSE', 'limit "api" is named by a step of role author_two', 'a limit that a step names stays');
SELECT throws_ok($$SELECT fanout.drop_limit('nope')$$, 'PFLIM', 'limit "nope" does not exist', 'one that is not there can not be dropped');
SET ROLE author_two;
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.start_run('f') AS other \gset
SELECT is(fanout.add_step('f', 'work', handler => 'h'), 2, 'a new version does without it');
RESET ROLE;
SELECT fanout.create_limit('api', max_concurrency => 1);
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 1::bigint, 'runs of the version before still wait for it');
SET ROLE author_one;
SELECT lives_ok($$SELECT fanout.drop_limit('api')$$, 'it can be dropped now');
RESET ROLE;
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 1::bigint, 'and then nothing waits for it any more');

SET ROLE author_two;
SELECT fanout.create_flow('g'), fanout.add_step('g', 'many', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_concurrency => 1);
SELECT fanout.start_run('g', '[1, 2]') AS run \gset
SELECT fanout.set_max_concurrency(:'run', 'many', 2);
SELECT is((SELECT max_concurrency FROM fanout.limits_overview WHERE step_slug = 'many'), 2, 'a step''s cap is for who may see the run');
SET ROLE author_one;
SELECT is((SELECT count(*) FROM fanout.limits_overview), 0::bigint, 'others don''t see it');
SELECT throws_ok(format('SELECT fanout.set_max_concurrency(%L, %L, 3)', :'run', 'many'), 'PFOWN', NULL, 'and don''t change it');
SET ROLE overseer;
SELECT lives_ok(format('SELECT fanout.set_max_concurrency(%L, %L, 3)', :'run', 'many'), 'an operator does');
RESET ROLE;
SELECT throws_ok($$SELECT fanout.set_max_concurrency('00000000-0000-0000-0000-000000000000', 'many', 3)$$, 'PFRUN', NULL, 'a run that is not there');
SELECT throws_ok(format('SELECT fanout.set_max_concurrency(%L, %L, 3)', :'run', 'nope'), 'PFSTP', NULL, 'a step that is not there');
SELECT throws_ok(format('SELECT fanout.set_max_concurrency(%L, NULL, 3)', :'run'), 'PFARG', NULL, 'no step');

SELECT throws_like($$SELECT fanout.create_limit(NULL, 1)$$, '%name is null or empty%', 'a limit has a name');
SELECT throws_like($$SELECT fanout.create_limit('', 1)$$, '%name is null or empty%', 'which isn''t empty');
SELECT throws_like($$SELECT fanout.create_limit('l', -1)$$, '%"l"%max_concurrency is -1%', 'a concurrency below none is refused');
SELECT throws_like($$SELECT fanout.create_limit('l', rate => 0)$$, '%"l"%rate is 0%', 'so is no rate');
SELECT throws_like($$SELECT fanout.create_limit('l', rate => 1, per => '0')$$, '%"l"%per is not positive%', 'no time');
SELECT throws_like($$SELECT fanout.create_limit('l', rate => 1, burst => 0)$$, '%"l"%burst is 0%', 'and no burst');
SELECT throws_like($$SELECT fanout.create_limit('l', rate => 1, per => NULL)$$, '%"l"%per or burst is null%', 'a rate needs a time');

SELECT * FROM finish();
ROLLBACK;
