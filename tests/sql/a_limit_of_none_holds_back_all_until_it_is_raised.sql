BEGIN;
SELECT plan(8);

SELECT fanout.create_limit('mail', max_concurrency => 0);
SELECT fanout.create_flow('f'), fanout.create_flow('g');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{mail}');
SELECT fanout.add_step('g', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2]') AS f \gset
SELECT fanout.start_run('g', '[0]') AS g \gset

SELECT is((SELECT array_agg(run_id) FROM fanout.claim_tasks(:w, 9)), ARRAY[:'g'::uuid], 'nothing goes through it');
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 0::bigint, 'nor does maintenance let anything in');
SELECT is((SELECT max_concurrency FROM fanout.limits_overview WHERE name = 'mail'), 0, 'the view shows it');
SELECT is(hint, 'Nothing of it starts until fanout.create_limit raises its max_concurrency.', 'and why says what to do') FROM fanout.why(:'f');
SELECT fanout.create_limit('mail', max_concurrency => 2);
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 2::bigint, 'raised it lets through what it says');
SELECT fanout.create_limit('mail', max_concurrency => 0);
SELECT lives_ok(format('SELECT fanout.complete_task(%L, ''work'', 0, ''0'')', :'f'), 'lowered again it keeps nothing from ending');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 0::bigint, 'but lets nothing more start');
SELECT fanout.create_limit('mail');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 1::bigint, 'without a cap it lets all through');

SELECT * FROM finish();
ROLLBACK;
