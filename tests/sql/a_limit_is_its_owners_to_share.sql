BEGIN;
SELECT plan(25);

CREATE ROLE author_one;
CREATE ROLE author_two;
CREATE ROLE author_three;
CREATE ROLE team;
CREATE ROLE overseer;
SELECT fanout.grant_developer(r::regrole) FROM unnest(ARRAY['author_one', 'author_two', 'author_three']) r;
SELECT fanout.grant_operator('overseer');

SET ROLE author_one;
SELECT fanout.create_limit('api', max_concurrency => 2);
SELECT fanout.create_flow('mine');
SELECT lives_ok($$SELECT fanout.add_step('mine', 'work', handler => 'h', limits => '{api}')$$, 'its owner names it');

SET ROLE author_two;
SELECT fanout.create_flow('hers');
CREATE FUNCTION pg_temp.why(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE statement;
    RETURN 'nothing';
EXCEPTION WHEN SQLSTATE 'PFLIM' THEN
    RETURN SQLERRM;
END
$$;
SELECT is(pg_temp.why($$SELECT fanout.add_step('hers', 'work', handler => 'h', limits => '{api}')$$),
    'step "work" of flow "hers": limit "api" does not exist, or is not yours to name', 'another role does not');
SELECT is(pg_temp.why($$SELECT fanout.add_step('hers', 'work', handler => 'h', limits => '{none}')$$),
    'step "work" of flow "hers": limit "none" does not exist, or is not yours to name', 'and is not told whether there is one');
SELECT throws_ok($$SELECT fanout.execute_many('h', '[1]', limits => '{api}')$$, 'PFLIM', NULL, 'nor by execute_many');
SELECT is_empty($$SELECT name FROM fanout.limits_overview$$, 'nor sees it');
SELECT throws_ok($$SELECT fanout.grant_limit('api', 'author_two')$$, 'PFOWN', NULL, 'she can''t grant it to herself');

SET ROLE author_one;
SELECT fanout.grant_limit('api', 'author_two');
SELECT lives_ok($$SELECT fanout.grant_limit('api', 'author_two')$$, 'granting twice is the same');
SELECT throws_ok($$SELECT fanout.grant_limit('api', 4294967290::oid)$$, 'PFARG', 'grant_limit: the role does not exist', 'there is nothing to grant to a number without a role');
SET ROLE author_two;
SELECT is(fanout.add_step('hers', 'work', handler => 'h', limits => '{api}'), 1, 'who was granted it names it');
SELECT is((SELECT name FROM fanout.limits_overview), 'api', 'and sees it');
SELECT throws_ok($$SELECT fanout.create_limit('api', max_concurrency => 9)$$, 'PFOWN', NULL, 'but does not change it');
SELECT throws_ok($$SELECT fanout.grant_limit('api', 'author_three')$$, 'PFOWN', NULL, 'or share it');
SELECT fanout.start_run('hers') AS run \gset

SET ROLE author_one;
SELECT fanout.revoke_limit('api', 'author_two');
SELECT lives_ok($$SELECT fanout.revoke_limit('api', 'author_two')$$, 'so is revoking');
SET ROLE author_two;
SELECT throws_ok($$SELECT fanout.add_step('hers', 'more', handler => 'h', limits => '{api}')$$, 'PFLIM', NULL, 'what was revoked is no right any more');
SELECT lives_ok($$SELECT fanout.start_run('hers')$$, 'steps that name it go on');
RESET ROLE;
SELECT fanout.register_worker('w', ARRAY['h'], slots => 9) AS w \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 2::bigint, 'and are claimed');
SELECT is((SELECT in_flight FROM fanout.limits_overview WHERE name = 'api'), 2, 'within the limit');

-- A role stands for its members.
SET ROLE author_one;
SELECT fanout.grant_limit('api', 'team');
RESET ROLE;
GRANT team TO author_three;
SET ROLE author_three;
SELECT fanout.create_flow('theirs');
SELECT lives_ok($$SELECT fanout.add_step('theirs', 'work', handler => 'h', limits => '{api}')$$, 'a member of a role that was granted it names it');

SET ROLE overseer;
SELECT lives_ok($$SELECT fanout.grant_limit('api', 'author_two')$$, 'an operator shares it, too');
RESET ROLE;
SELECT throws_ok($$SELECT fanout.grant_limit('nope', 'team')$$, 'PFLIM', 'limit "nope" does not exist', 'one that is not there');
SELECT throws_ok($$SELECT fanout.grant_limit('', 'team')$$, 'PFARG', 'grant_limit: name is null or empty', 'no name');
SELECT throws_ok($$SELECT fanout.revoke_limit('api', NULL)$$, 'PFARG', 'revoke_limit: role is null', 'no role');
SELECT throws_ok($$SELECT fanout.grant_limit('api', 'no_such_role')$$, '42704', NULL, 'one that is not there');

SELECT fanout.drop_step('mine', 'work');
SELECT fanout.drop_flow('hers', force => true), fanout.drop_flow('theirs', force => true);
SELECT lives_ok($$SELECT fanout.drop_limit('api')$$, 'it can be dropped when nobody names it');
SELECT is((SELECT count(*) FROM fanout.limit_grants), 0::bigint, 'with its grants');

SELECT * FROM finish();
ROLLBACK;
