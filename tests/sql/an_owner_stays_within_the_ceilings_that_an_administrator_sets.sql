BEGIN;
SELECT plan(40);

CREATE ROLE author;
CREATE ROLE other;
SELECT fanout.grant_developer('author'), fanout.grant_developer('other');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:'], slots => 9) AS w \gset

SET ROLE author;
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'a', handler => 'h', priority => 5);
SELECT fanout.start_run('f', priority => 1000000000) AS early \gset
SELECT throws_ok('SET fanout.max_priority = 7', '42501', NULL, 'a ceiling is the administrator''s to set');

-- Priority: a step's, and a run's with its steps'.
RESET ROLE;
SET fanout.max_priority = 7;
SET ROLE author;
SELECT throws_ok($$SELECT fanout.add_step('f', 'b', handler => 'h', priority => 8)$$, 'PFMAX',
    'step "b" of flow "f": priority is 8, beyond fanout.max_priority (7)', 'a step''s priority has a ceiling');
SELECT lives_ok($$SELECT fanout.add_step('f', 'b', handler => 'h', priority => 7)$$, 'up to which it may go');
SELECT fanout.drop_step('f', 'b');
SELECT throws_ok($$SELECT fanout.start_run('f', priority => 3)$$, 'PFMAX',
    'run of flow "f": priority is 8, with that of its steps, beyond fanout.max_priority (7)', 'a run has it, together with its steps');
SELECT fanout.start_run('f', priority => 2) AS run \gset
SELECT is((SELECT max(priority) FROM fanout.runs_overview WHERE run_id = :'run'), 2, 'up to which it may go');
SELECT throws_ok($$SELECT fanout.execute_many('h', '[1]', priority => 8)$$, 'PFMAX', NULL, 'execute_many has it');
SELECT lives_ok($$SELECT fanout.start_run('f', priority => -1000000000)$$, 'below is allowed');
SELECT fanout.create_flow('parent');
SELECT fanout.add_step('parent', 'child', handler => 'flow:f');
SELECT fanout.start_run('parent', priority => 7) AS parent \gset
RESET ROLE;
SELECT fanout.claim_tasks(:w, 9), fanout.claim_tasks(:w, 9);
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'parent'),
    'step "child": step "child" of flow "parent": flow "f": priority is 12, with that of its steps, beyond fanout.max_priority (7) (SQLSTATE PFMAX)',
    'and so has a child');
SELECT isnt((SELECT count(*) FROM fanout.runs_overview WHERE run_id = :'early' AND status = 'started'), 0::bigint, 'what was started before goes on');
RESET fanout.max_priority;

-- Steps of a flow.
SET fanout.max_steps = 2;
SET ROLE author;
SELECT lives_ok($$SELECT fanout.add_step('f', 'b', handler => 'h')$$, 'as many steps as there may be');
SELECT throws_ok($$SELECT fanout.add_step('f', 'c', handler => 'h')$$, 'PFMAX', 'flow "f" would have 3 steps, beyond fanout.max_steps (2)', 'and no more');
SELECT lives_ok($$SELECT fanout.add_step('f', 'b', handler => 'h2')$$, 'one that is there can be changed');
RESET ROLE;
RESET fanout.max_steps;

-- Timeouts.
SET fanout.max_timeout = '1min';
SET ROLE author;
SELECT throws_ok($$SELECT fanout.create_flow('g', timeout => '61 s')$$, 'PFMAX', 'flow "g": timeout is too long, beyond fanout.max_timeout (1min)', 'a flow''s timeout has a ceiling');
SELECT throws_ok($$SELECT fanout.add_step('f', 'b', timeout => '1 year')$$, 'PFMAX', NULL, 'and a step''s');
SELECT throws_ok($$SELECT fanout.execute_many('h', '[1]', timeout => '61 s')$$, 'PFMAX', NULL, 'and that of execute_many');
SELECT lives_ok($$SELECT fanout.create_flow('g', timeout => '60 s', run_timeout => '1 year')$$, 'a run may take longer');
SELECT fanout.create_flow('chained'), fanout.add_step('chained', 'a', handler => 'h');
SELECT fanout.chain_runs('chained', '{}') AS batch \gset
RESET ROLE;
SELECT is((SELECT timeout FROM fanout.flows JOIN fanout.runs USING (flow_id) WHERE run_id = :'batch'), '1 min', 'the flow that chain_runs makes has a timeout of a minute');
SET fanout.max_timeout = '1s';
SET ROLE author;
SELECT fanout.chain_runs('chained', '{}') AS batch \gset
RESET ROLE;
SELECT is((SELECT timeout FROM fanout.flows JOIN fanout.runs USING (flow_id) WHERE run_id = :'batch'), '1 s', 'or the ceiling''s, where that is shorter');
RESET fanout.max_timeout;

-- Open runs of one owner; a child is part of another.
SELECT fanout.cancel_run(run_id) FROM fanout.runs WHERE status = 'started';
SET fanout.max_open_runs = 2;
SET ROLE author;
SELECT fanout.create_flow('child'), fanout.add_step('child', 'a', handler => 'h');
SELECT fanout.create_flow('three'), fanout.add_step('three', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child');
SELECT fanout.start_run('three', '[1, 2, 3]') AS three \gset
SELECT fanout.start_run('child', run_id => '00000000-0000-4000-8000-000000000001') AS one \gset
SELECT throws_ok($$SELECT fanout.start_run('child')$$, 'PFMAX', 'author would have 3 open runs, beyond fanout.max_open_runs (2)', 'an owner has no more open runs than the ceiling says');
SELECT throws_ok($$SELECT fanout.chain_runs('child', '{}')$$, 'PFMAX', NULL, 'a batch of chained runs is one');
SELECT is(fanout.start_run('child', run_id => :'one'), :'one', 'the same run again is no further one');
SELECT throws_ok(format('SELECT fanout.resume_run(%L)', :'run'), 'PFMAX', NULL, 'one that is resumed is');
RESET ROLE;
SELECT fanout.claim_tasks(:w, 9);
SELECT is((SELECT count(*) FROM fanout.runs WHERE status = 'started'), 5::bigint, 'children don''t count');
SET ROLE other;
SELECT fanout.create_flow('hers'), fanout.add_step('hers', 'a', handler => 'h');
SELECT lives_ok($$SELECT fanout.start_run('hers')$$, 'each owner has a ceiling of their own');
SET ROLE author;
SELECT fanout.cancel_run(:'one');
SELECT lives_ok($$SELECT fanout.start_run('child')$$, 'an end makes room');
RESET ROLE;
RESET fanout.max_open_runs;

-- Stored bytes of one owner.
SELECT fanout.cancel_run(run_id) FROM fanout.runs WHERE status = 'started' AND parent_state_id IS NULL;
SET fanout.max_stored_bytes = '1MB';
SET ROLE author;
-- Random, so that compression takes nothing off.
SELECT to_jsonb(string_agg(encode(sha256(random()::text::bytea), 'base64'), '')) AS large FROM generate_series(1, 9091) \gset
SELECT fanout.create_flow('large'), fanout.add_step('large', 'a', handler => 'h');
SELECT fanout.start_run('large', :'large') AS large_run \gset
SELECT lives_ok(format('SELECT fanout.start_run(%L, %L)', 'large', :'large'), 'inputs are stored, as long as there is room');
SELECT throws_ok(format('SELECT fanout.start_run(%L, %L)', 'large', :'large'), 'PFMAX', NULL, 'and then no more');
SELECT is(fanout.start_run('large', :'large', run_id => :'large_run'), :'large_run', 'the same run again stores nothing more');
SELECT lives_ok($$SELECT fanout.start_run('child')$$, 'small ones still fit');
SET ROLE other;
SELECT lives_ok(format('SELECT fanout.start_run(%L, %L)', 'hers', :'large'), 'another owner has room of her own');
RESET ROLE;
SELECT is((SELECT count(*) FROM fanout.stored_bytes), 0::bigint, 'until maintain has measured, each start does so itself');
SELECT fanout.maintain();
SELECT ok((SELECT bytes BETWEEN 800000 AND 830000 FROM fanout.stored_bytes WHERE owner = 'author'::regrole), 'maintain measures what each has');
SELECT ok((SELECT bytes BETWEEN 400000 AND 410000 FROM fanout.stored_bytes WHERE owner = 'other'::regrole), 'whoever it is');
SELECT measured_at FROM fanout.stored_bytes LIMIT 1 \gset
SELECT fanout.maintain();
SELECT is((SELECT max(measured_at) FROM fanout.stored_bytes), :'measured_at', 'not again at once');
UPDATE fanout.stored_bytes SET bytes = 1048577 WHERE owner = 'author'::regrole;
SET ROLE author;
SELECT throws_ok($$SELECT fanout.start_run('child')$$, 'PFMAX', NULL, 'and starts go by that');
RESET ROLE;
SET fanout.clock_offset = '2min';
SET ROLE author;
SELECT lives_ok($$SELECT fanout.start_run('child')$$, 'for a minute at most');
RESET ROLE;
RESET fanout.clock_offset;
DELETE FROM fanout.stored_bytes WHERE owner = 'author'::regrole;
SET ROLE author;
SELECT lives_ok(format('SELECT fanout.start_run(%L, %L)', 'large', :'large'), 'who has no row beside the others'' had nothing, and isn''t measured by each start');
RESET ROLE;
DELETE FROM fanout.stored_bytes;
SET ROLE author;
SELECT throws_ok(format('SELECT fanout.start_run(%L, %L)', 'large', :'large'), 'PFMAX', NULL, 'without anybody''s row it is');
RESET ROLE;
SET fanout.max_stored_bytes = '900kB';
SET ROLE author;
SELECT fanout.create_flow('pushed'), fanout.add_step('pushed', 'each', step_type => 'fanout', fanout_from => 'stream', handler => 'h');
SELECT fanout.drop_flow('large', force => true);
RESET ROLE;
DELETE FROM fanout.stored_bytes;
SET ROLE author;
SELECT fanout.start_run('pushed') AS stream \gset
SELECT is(fanout.push_items(:'stream', 'each', jsonb_build_array(:'large'::jsonb, :'large'::jsonb)), 2, 'items can be pushed while there is room, which a dropped flow makes');
SELECT throws_ok(format('SELECT fanout.push_items(%L, %L, %L)', :'stream', 'each', jsonb_build_array(:'large'::jsonb)), 'PFMAX', NULL, 'and then no more');
RESET ROLE;
RESET fanout.max_stored_bytes;

SELECT * FROM finish();
ROLLBACK;
