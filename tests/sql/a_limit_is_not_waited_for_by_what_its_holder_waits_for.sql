BEGIN;
SELECT plan(20);

SELECT fanout.create_limit('l', max_concurrency => 1);
SELECT fanout.create_limit('other', max_concurrency => 1);
SELECT fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:']) AS w \gset

-- The parent comes last.
SELECT fanout.create_flow('c');
SELECT fanout.add_step('c', 'x', handler => 'h', limits => '{l}');
SELECT fanout.create_flow('p');
SELECT throws_ok($$SELECT fanout.add_step('p', 'k', handler => 'flow:c', limits => '{other,l}')$$, 'PFCYC',
    'step "k" of flow "p": limit "l" would be waited for for ever: step "k" of flow "p" holds "l" while its child run goes on, in which step "x" of flow "c" waits for "l"',
    'a step of child runs can''t name a limit of theirs');
SELECT lives_ok($$SELECT fanout.add_step('p', 'k', handler => 'flow:c', limits => '{other}', max_concurrency => 1, step_type => 'fanout', fanout_from => 'run')$$, 'another limit, and a cap, it can');
-- The child comes last.
SELECT throws_ok($$SELECT fanout.add_step('c', 'y', handler => 'h', limits => '{other}')$$, 'PFCYC', NULL, 'nor a step of theirs one of its');
-- Something in between comes last.
SELECT fanout.create_flow('top');
SELECT fanout.create_flow('middle');
SELECT fanout.add_step('top', 't', handler => 'flow:middle', limits => '{l}');
SELECT throws_ok($$SELECT fanout.add_step('middle', 'm', handler => 'flow:c')$$, 'PFCYC', NULL, 'nor across a flow in between');
SELECT fanout.add_step('middle', 'm', handler => 'h');
-- A flow inside of itself.
SELECT fanout.create_flow('r');
SELECT throws_ok($$SELECT fanout.add_step('r', 'again', handler => 'flow:r', limits => '{other}')$$, 'PFCYC', NULL, 'nor in a flow inside of itself');
SELECT lives_ok($$SELECT fanout.add_step('r', 'work', handler => 'h', limits => '{other}')$$, 'whose work may name it');
SELECT lives_ok($$SELECT fanout.add_step('r', 'again', handler => 'flow:r')$$, 'where what waits does not');
-- Beside each other, and what was dropped.
SELECT lives_ok($$SELECT fanout.add_step('p', 'z', handler => 'h', limits => '{l}')$$, 'a step beside it may');
SELECT fanout.drop_step('top', 't');
SELECT lives_ok($$SELECT fanout.add_step('middle', 'm', handler => 'flow:c')$$, 'and whatever no flow holds any more');

-- Two limits that are waited for crosswise, whichever comes last.
SELECT fanout.create_limit('m', max_concurrency => 1), fanout.create_limit('n', max_concurrency => 1);
SELECT fanout.create_flow('down'), fanout.create_flow('up'), fanout.create_flow('takes_m'), fanout.create_flow('takes_l');
SELECT fanout.add_step('takes_m', 'x', handler => 'h', limits => '{m}');
SELECT fanout.add_step('takes_l', 'x', handler => 'h', limits => '{l}');
SELECT lives_ok($$SELECT fanout.add_step('down', 'd', handler => 'flow:takes_m', limits => '{l}')$$, 'l is held while m is waited for');
SELECT throws_ok($$SELECT fanout.add_step('up', 'u', handler => 'flow:takes_l', limits => '{m}')$$, 'PFCYC',
    'step "u" of flow "up": limit "l" would be waited for for ever: step "d" of flow "down" holds "l" while its child run goes on, in which step "x" of flow "takes_m" waits for "m"; step "u" of flow "up" holds "m" while its child run goes on, in which step "x" of flow "takes_l" waits for "l"',
    'so m can''t be held while l is waited for');
SELECT lives_ok($$SELECT fanout.add_step('up', 'u', handler => 'flow:takes_l', limits => '{other}')$$, 'another one can');
SELECT throws_ok($$SELECT fanout.add_step('takes_m', 'y', handler => 'flow:takes_l')$$, 'PFCYC', NULL, 'l is held above that already');
SELECT fanout.create_flow('takes_other');
SELECT fanout.add_step('takes_other', 'x', handler => 'h', limits => '{other}');
-- A ring of three, closed by a step that itself holds nothing.
SELECT fanout.create_flow('third'), fanout.create_flow('empty');
SELECT lives_ok($$SELECT fanout.add_step('third', 't', handler => 'flow:empty', limits => '{m,n}')$$, 'the child flow has no steps yet');
SELECT throws_ok($$SELECT fanout.add_step('empty', 'e', handler => 'flow:takes_other')$$, 'PFCYC', NULL,
    'm would wait for other, other for l, and l for m');
SELECT lives_ok($$SELECT fanout.add_step('empty', 'e', handler => 'h', limits => '{tail}')$$, 'in one order they may be named')
  FROM fanout.create_limit('tail', max_concurrency => 1);

-- A flow that is defined anew after a run of its parent began: the run keeps its version.
SELECT fanout.create_flow('old', max_attempts => 1);
SELECT fanout.create_flow('leaf');
SELECT fanout.add_step('leaf', 'x', handler => 'h');
SELECT fanout.add_step('old', 'first', handler => 'h');
SELECT fanout.add_step('old', 'k', ARRAY['first'], handler => 'flow:leaf', limits => '{l}');
SELECT fanout.start_run('old') AS run \gset
SELECT fanout.add_step('old', 'k', ARRAY['first'], handler => 'flow:leaf');
SELECT lives_ok($$SELECT fanout.add_step('leaf', 'x', handler => 'h', limits => '{l}')$$, 'no current version holds it');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'first', 0, '1');
SELECT fanout.claim_tasks(:w, 9), fanout.claim_tasks(:w, 9);
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'),
    'step "k": step "k" of flow "old": its child run would wait for ever for limit "l", which step "k" of flow "old" holds while it goes on (SQLSTATE PFCYC)',
    'an older version''s run says so instead of waiting');
SELECT is((SELECT in_flight FROM fanout.limits WHERE name = 'l'), 0, 'and gives its slot back');
SELECT fanout.start_run('old') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'first', 0, '1');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 1::bigint, 'the current one''s goes on');

SELECT * FROM finish();
ROLLBACK;
