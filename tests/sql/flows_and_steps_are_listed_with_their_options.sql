BEGIN;
SELECT plan(11);

CREATE ROLE lister;
CREATE ROLE stranger;
CREATE ROLE overseer;
SELECT fanout.grant_developer('lister'), fanout.grant_developer('stranger'), fanout.grant_operator('overseer');
SET ROLE lister;
SELECT fanout.create_flow('f', max_attempts => 4, timeout => '5 min', description => 'two versions');
SELECT fanout.add_step('f', 'b', handler => 'h');
SELECT fanout.add_step('f', 'a', '{b}', 'fanout', handler => 'h', timeout => '10 s', batch_size => 10, max_concurrency => 3, on_failure => 'collect', context => '{run}');
SELECT fanout.add_step('f', 'p', '{a}', 'fanout', handler => 'h');
SELECT fanout.add_step('f', 's', step_type => 'fanout', fanout_from => 'stream', handler => 'h', max_buffered => 7);
SELECT results_eq('SELECT flow, version, is_current, steps, max_attempts, timeout, description, last_started_at IS NULL FROM fanout.flows_overview',
    $$VALUES ('f' COLLATE "C", 1, true, 4::bigint, 4, interval '5 min', 'two versions', true)$$, 'a row a flow');
SELECT results_eq('SELECT place, step_slug, step_type, depends_on, source, is_pipelined FROM fanout.flow_steps ORDER BY place', $$VALUES
    (1::bigint, 'b' COLLATE "C", 'single' COLLATE "C", '{}'::text[], NULL::text, false), (2, 's', 'fanout', '{}', 'stream', false),
    (3, 'a', 'fanout', '{b}', 'b', false), (4, 'p', 'fanout', '{a}', 'a', false)$$, 'a row a step, each behind what it depends on');
SELECT results_eq('SELECT step_slug, max_attempts, timeout, batch_size, max_concurrency, on_failure, context, max_buffered FROM fanout.flow_steps ORDER BY place', $$VALUES
    ('b' COLLATE "C", 4, interval '5 min', 1, NULL::int, 'fail_fast' COLLATE "C", NULL::text[], NULL::int), ('s', 4, '5 min', 1, NULL, 'fail_fast', NULL, 7),
    ('a', 4, '10 s', 10, 3, 'collect', '{run}', NULL), ('p', 4, '5 min', 1, NULL, 'fail_fast', NULL, NULL)$$, 'with its options, those of the flow where it has none of its own');

SELECT fanout.start_run('f');
SELECT fanout.add_step('f', 'c', '{a,b}', handler => 'h');
SELECT results_eq('SELECT version, is_current, steps, last_started_at IS NULL FROM fanout.flows_overview ORDER BY version',
    'VALUES (1, false, 4::bigint, false), (2, true, 5, true)', 'a row a version');
SELECT is((SELECT depends_on FROM fanout.flow_steps WHERE step_slug = 'c'), '{b,a}', 'what a step depends on is in its order');
SELECT results_eq('SELECT version, count(*) FROM fanout.flow_steps GROUP BY version ORDER BY version', 'VALUES (1, 4::bigint), (2, 5)', 'each version with its steps');

SET ROLE stranger;
SELECT is_empty('SELECT * FROM fanout.flows_overview', 'another developer sees no flow of hers');
SELECT is_empty('SELECT * FROM fanout.flow_steps', 'nor step');
SET ROLE overseer;
SELECT is((SELECT count(*) FROM fanout.flow_steps), 9::bigint, 'an operator sees all');
SELECT matches((SELECT string_agg(line, E'\n') FROM fanout.explain_flow('f') line), '^Flow f, version 2: ', 'and explains them');
SELECT is((SELECT count(*) FROM fanout.graph('f')), 5::bigint, 'and draws them');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
