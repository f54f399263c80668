BEGIN;
SELECT plan(19);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'rates', handler => 'first');
SELECT fanout.add_step('f', 'list', handler => 'first');
SELECT fanout.add_step('f', 'default', ARRAY['list', 'rates'], 'fanout', 'h', fanout_from => 'list');
SELECT fanout.add_step('f', 'named', ARRAY['list', 'rates'], 'fanout', 'h', fanout_from => 'list', context => ARRAY['list', 'run']);
SELECT fanout.add_step('f', 'nothing', ARRAY['list', 'rates'], 'fanout', 'h', fanout_from => 'list', context => '{}');
SELECT fanout.add_step('f', 'one_source', ARRAY['list'], 'fanout', 'h');
SELECT fanout.add_step('f', 'from_run', ARRAY['rates'], 'fanout', 'h', fanout_from => 'run', fanout_path => '$.n', batch_size => 2);
SELECT fanout.register_worker('first', ARRAY['first']) AS first \gset
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

SELECT fanout.start_run('f', '{"n": 3}') AS run \gset
SELECT fanout.claim_tasks(:first, 10);
SELECT fanout.complete_task(:'run', 'rates', 0, '{"eur": 1.10}');
SELECT fanout.complete_task(:'run', 'list', 0, '[10, 20]');
SELECT fanout.spawn_fanout_tasks(:'run', 'from_run');

CREATE TEMP TABLE answer AS SELECT * FROM fanout.exchange(:w, 1, 100, brief => true) WITH ORDINALITY;
CREATE FUNCTION pg_temp.answer_of(claim bigint) RETURNS TABLE (step_slug text, task_index int, input text, context text) LANGUAGE sql AS
    'SELECT step_slug, task_index, input::text, context::text FROM answer WHERE claim_id = claim ORDER BY ordinality';
CREATE FUNCTION pg_temp.answer(step text) RETURNS TABLE (step_slug text, task_index int, input text, context text) LANGUAGE sql AS
    'SELECT * FROM pg_temp.answer_of((SELECT a.claim_id FROM answer a WHERE a.step_slug = step))';
SELECT results_eq($$SELECT * FROM pg_temp.answer('default')$$,
    $$VALUES ('default', 0, E'[{"item": 10},\n{"item": 20}]', '{"rates": {"eur": 1.10}}')$$,
    'brief: the context stands apart, in the claim''s first row; by default it is the dependencies that are not the source');
SELECT results_eq($$SELECT * FROM pg_temp.answer('named')$$,
    $$VALUES ('named', 0, E'[{"item": 10},\n{"item": 20}]', '{"run": {"n": 3}, "list": [10, 20]}')$$, 'or what context names, the source itself and the run''s input, too');
SELECT results_eq($$SELECT * FROM pg_temp.answer('nothing')$$,
    $$VALUES ('nothing', 0, E'[{"item": 10},\n{"item": 20}]', NULL::text)$$, 'or nothing');
SELECT results_eq($$SELECT * FROM pg_temp.answer('one_source')$$,
    $$VALUES ('one_source', 0, E'[{"item": 10},\n{"item": 20}]', NULL::text)$$, 'where the source is the only dependency there is none');
SELECT results_eq($$SELECT * FROM pg_temp.answer('from_run')$$,
    $$VALUES ('from_run', 0, '[{"items": [3]}]', '{"rates": {"eur": 1.10}}')$$, 'batches have one, too');

-- The same call again gives the same answer.
SELECT results_eq(format('SELECT claim_id, task_index, input::text, context::text FROM fanout.exchange(%s, 1, 100, brief => true)', :w),
    'SELECT claim_id, task_index, input::text, context::text FROM answer ORDER BY ordinality', 'repeated, the exchange has the contexts again');

-- Whole inputs, for who doesn't ask for brief ones.
SELECT results_eq(format($$SELECT step_slug, task_index, input::text, context::text FROM fanout.exchange(%s, 1, 100) WHERE step_slug <> 'nothing' ORDER BY 1, 2$$, :w),
    $$VALUES ('default', 0, '{"item": 10, "rates": {"eur": 1.10}}', NULL), ('default', 1, '{"item": 20, "rates": {"eur": 1.10}}', NULL),
             ('from_run', 0, '{"items": [3], "rates": {"eur": 1.10}}', NULL),
             ('named', 0, '{"item": 10, "run": {"n": 3}, "list": [10, 20]}', NULL), ('named', 1, '{"item": 20, "run": {"n": 3}, "list": [10, 20]}', NULL),
             ('one_source', 0, '{"item": 10}', NULL), ('one_source', 1, '{"item": 20}', NULL)$$, 'otherwise each input has it');
SELECT results_eq($$SELECT step_slug, task_index, input FROM fanout.step_tasks WHERE step_slug IN ('default', 'named', 'from_run') ORDER BY 1, 2$$,
    $$VALUES ('default', 0, '{"item": 10, "rates": {"eur": 1.10}}'::jsonb), ('default', 1, '{"item": 20, "rates": {"eur": 1.10}}'),
             ('from_run', 0, '{"items": [3], "rates": {"eur": 1.10}}'),
             ('named', 0, '{"item": 10, "run": {"n": 3}, "list": [10, 20]}'), ('named', 1, '{"item": 20, "run": {"n": 3}, "list": [10, 20]}')$$, 'as in the view');
SELECT fanout.unregister_worker(:w), fanout.unregister_worker(:first);
SELECT fanout.cancel_run(:'run');

-- Claims of a step that several workers share have it each; a single step has no context apart.
SELECT fanout.create_flow('g', max_attempts => 1);
SELECT fanout.add_step('g', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'h', context => ARRAY['run'], priority => 1);
SELECT fanout.add_step('g', 'b', handler => 'h');
SELECT fanout.register_worker('1', ARRAY['h']) AS w1 \gset
SELECT fanout.register_worker('2', ARRAY['h']) AS w2 \gset
SELECT fanout.start_run('g', '[1, 2, 3]') AS run \gset
SELECT results_eq(format('SELECT task_index, input::text, context::text FROM fanout.exchange(%s, 1, 2, brief => true)', :w1),
    $$VALUES (0, E'[{"item": 1},\n{"item": 2}]', '{"run": [1, 2, 3]}')$$, 'one claim of a step has its context');
SELECT results_eq(format('SELECT task_index, input::text, context::text FROM fanout.exchange(%s, 1, 2, brief => true) ORDER BY context IS NULL', :w2),
    $$VALUES (2, '[{"item": 3}]', '{"run": [1, 2, 3]}'), (0, '[{"run": [1, 2, 3]}]', NULL)$$, 'and so has the next; a single step''s input is one');
SELECT fanout.unregister_worker(:w1), fanout.unregister_worker(:w2);
SELECT fanout.cancel_run(:'run');

-- An answer has some 16 MB at most. A context of 6 MB counts once a claim where it is sent apart, else with every task.
SELECT fanout.register_worker('3', ARRAY['h']) AS w3 \gset
SELECT fanout.create_flow('large', max_attempts => 1);
SELECT fanout.add_step('large', 'a', step_type => 'fanout', fanout_from => 'run', fanout_path => '$.items[*]', handler => 'h', context => ARRAY['run']);
SELECT fanout.start_run('large', jsonb_build_object('items', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]'::jsonb, 'text', repeat('x', 6000000))) AS run \gset
SELECT fanout.spawn_fanout_tasks(:'run', 'a');
SELECT is((SELECT sum(json_array_length(input)) || ' ' || sum(length(input::text)) || ' ' || sum(length(context::text)) FROM fanout.exchange(:w3, 1, 10, brief => true)),
    '10 130 6000062', 'sent apart it counts once');
SELECT fanout.unregister_worker(:w3);
SELECT fanout.register_worker('4', ARRAY['h']) AS w4 \gset
SELECT is((SELECT count(*) FROM fanout.exchange(:w4, 1, 10)), 3::bigint, 'whole inputs count each');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w4, 10)), 3::bigint, 'those of claim_tasks are whole');
SELECT fanout.unregister_worker(:w4);
SELECT fanout.cancel_run(:'run');

-- One of 20 MB is more than an answer should have; it has some tasks nevertheless, and no other claim.
SELECT fanout.register_worker('5', ARRAY['h']) AS w5 \gset
SELECT fanout.add_step('large', 'b', step_type => 'fanout', fanout_from => 'run', fanout_path => '$.items[*]', handler => 'h', context => ARRAY['run']);
SELECT fanout.start_run('large', jsonb_build_object('items', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]'::jsonb, 'text', repeat('x', 20000000))) AS run \gset
SELECT fanout.spawn_fanout_tasks(:'run', 'a'), fanout.spawn_fanout_tasks(:'run', 'b');
SELECT is((SELECT sum(json_array_length(input)) || ' ' || count(context) FROM fanout.exchange(:w5, 1, 20, brief => true)), '10 1', 'a larger one comes alone');
SELECT is((SELECT sum(json_array_length(input)) || ' ' || count(context) FROM fanout.exchange(:w5, 2, 20, brief => true)), '10 1', 'the next answer has the next');
SELECT fanout.unregister_worker(:w5);
SELECT fanout.cancel_run(:'run');

-- SQL handlers.
CREATE SCHEMA server;
CREATE FUNCTION server.h(i jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT jsonb_build_object(''got'', i)';
SELECT fanout.create_flow('s', max_attempts => 1);
SELECT fanout.add_step('s', 'a', handler => 'sql:server.h');
SELECT fanout.add_step('s', 'z', ARRAY['a'], 'fanout', 'sql:server.h', fanout_from => 'run');
CREATE FUNCTION server.each(i jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT jsonb_agg(i) FROM jsonb_array_elements(i -> ''items'')';
SELECT fanout.add_step('s', 'batches', ARRAY['a'], 'fanout', 'sql:server.each', fanout_from => 'run', context => ARRAY['a', 'run'], batch_size => 2, output_mode => 'counts');
SELECT fanout.register_worker('sql', ARRAY['sql:']) AS w \gset
CREATE FUNCTION pg_temp.drive(w bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1..10 LOOP
        PERFORM fanout.claim_tasks(w, 100);
        PERFORM fanout.run_sql_tasks(w);
        PERFORM fanout.run_sql_tasks(w);
    END LOOP;
END
$$;
SELECT fanout.start_run('s', '[true, {"z": 0, "a": 1}]') AS run \gset
SELECT pg_temp.drive(:w);
SELECT is((SELECT output FROM fanout.results(:'run', 'a')), '{"got": {"run": [true, {"z": 0, "a": 1}]}}', 'a single step''s function gets its whole input');
SELECT is((SELECT output FROM fanout.results(:'run', 'z', 0)), '{"got": {"item": {"z": 0, "a": 1}, "a": {"got": {"run": [true, {"z": 0, "a": 1}]}}}}', 'a task''s function gets item and context');
SELECT is((SELECT output FROM fanout.results(:'run', 'z', -1, 1)), '{"got": {"item": true, "a": {"got": {"run": [true, {"z": 0, "a": 1}]}}}}', 'each of them');

-- A context that can't be given as text fails the tasks, not the exchange.
SELECT fanout.create_flow('wide', max_attempts => 1);
SELECT fanout.add_step('wide', 'a', handler => 'first');
SELECT fanout.add_step('wide', 'b', ARRAY['a'], 'fanout', 'h', fanout_from => 'run');
SELECT fanout.register_worker('first', ARRAY['first']) AS first \gset
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('wide', '[1, 2]') AS run \gset
SELECT fanout.claim_tasks(:first, 1);
-- A number takes half a byte a digit, and its text one.
SELECT fanout.complete_task(:'run', 'a', 0, (SELECT jsonb_agg(('1e' || 130000)::jsonb) FROM generate_series(1, 8300)));
SELECT results_eq(format('SELECT task_index, input::text, context::text FROM fanout.exchange(%s, 1, 10, brief => true)', :w),
    $$VALUES (0, NULL, NULL), (1, NULL, NULL)$$, 'the tasks come without an input');

SELECT * FROM finish();
ROLLBACK;
