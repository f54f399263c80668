BEGIN;
SELECT plan(14);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'parse', step_type => 'fanout', fanout_from => 'run', handler => 'parse', on_failure => 'collect');
SELECT fanout.add_step('f', 'check', step_type => 'fanout', fanout_from => 'run', handler => 'parse', on_failure => 'collect', batch_size => 2);
SELECT fanout.add_step('f', 'report', ARRAY['parse', 'check'], handler => 'h');
SELECT fanout.add_step('f', 'store', ARRAY['parse'], 'fanout', 'h', context => ARRAY['parse']);
SELECT fanout.add_step('f', 'rows', ARRAY['parse', 'check'], 'fanout', 'h', fanout_from => 'run', context => '{}');
SELECT fanout.add_step('f', 'piped', ARRAY['parse'], 'fanout', 'piped');
SELECT fanout.register_worker('parse', ARRAY['parse']) AS parse \gset
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.register_worker('p', ARRAY['piped']) AS p \gset

SELECT fanout.start_run('f', '["a", "b", "c"]') AS run \gset
SELECT fanout.claim_tasks(:parse, 10);
SELECT fanout.complete_task(:'run', 'parse', 0, '1');
SELECT fanout.fail_task(:'run', 'parse', 2, 'no number');
SELECT fanout.fail_task(:'run', 'parse', 1, 'too long', true);
SELECT fanout.complete_task(:'run', 'check', 0, '[{"$error": "is odd"}, true]');
SELECT fanout.fail_task(:'run', 'check', 1, 'broke');

CREATE TEMP TABLE got AS SELECT step_slug, task_index, input::jsonb FROM fanout.claim_tasks(:w, 100);
SELECT is((SELECT input FROM got WHERE step_slug = 'report'),
    '{"run": ["a", "b", "c"], "parse": [1, null, null], "check": [null, true, null],
      "$errors": {"parse": [{"index": 1, "item": "b", "error": "too long", "attempts": 1},
                            {"index": 2, "item": "c", "error": "no number", "attempts": 1}],
                  "check": [{"index": 0, "item": "a", "error": "is odd", "attempts": 1},
                            {"index": 2, "item": "c", "error": "broke", "attempts": 1}]}}', 'a single step gets the errors of each dependency, by index');
SELECT is((SELECT input FROM got WHERE step_slug = 'store' AND task_index = 0),
    '{"item": 1, "parse": [1, null, null],
      "$errors": {"parse": [{"index": 1, "item": "b", "error": "too long", "attempts": 1},
                            {"index": 2, "item": "c", "error": "no number", "attempts": 1}]}}', 'each task of a fan-out does, beside its context');
SELECT is((SELECT input -> 'item' FROM got WHERE step_slug = 'store' AND task_index = 1), 'null', 'whose item is null where there is no result');
SELECT is((SELECT count(*) FROM got WHERE step_slug = 'rows' AND input - 'item' = (SELECT jsonb_build_object('$errors', input -> '$errors') FROM got WHERE step_slug = 'report')),
    3::bigint, 'also where the step asks for no context');
SELECT results_eq('SELECT step_slug, task_index, input FROM got ORDER BY 1, 2',
    $$SELECT step_slug, task_index, input FROM fanout.step_tasks WHERE step_slug IN ('report', 'store', 'rows') ORDER BY 1, 2$$, 'the view shows the same');

-- A pipelined step starts before all errors are known: each task gets that of its own item.
CREATE TEMP TABLE piped AS SELECT step_slug, task_index, input::jsonb FROM fanout.claim_tasks(:p, 100);
SELECT results_eq($$SELECT task_index, input FROM piped WHERE step_slug = 'piped' ORDER BY 1$$, $$VALUES
    (0, '{"item": 1}'::jsonb),
    (1, '{"item": null, "$errors": {"parse": [{"index": 1, "item": "b", "error": "too long", "attempts": 1}]}}'),
    (2, '{"item": null, "$errors": {"parse": [{"index": 2, "item": "c", "error": "no number", "attempts": 1}]}}')$$,
    'a pipelined task gets the error of its own item');
SELECT results_eq('SELECT task_index, input FROM piped ORDER BY step_slug, task_index',
    format($$SELECT task_index, input FROM fanout.step_tasks WHERE run_id = %L AND step_slug IN (SELECT step_slug FROM piped)
              ORDER BY step_slug, task_index$$, :'run'), 'and the view shows it');
SELECT fanout.unregister_worker(:p);
SELECT fanout.cancel_run(:'run');

-- Where nothing failed there is no $errors.
SELECT fanout.start_run('f', '["a"]') AS run \gset
SELECT fanout.claim_tasks(:parse, 10);
SELECT fanout.complete_task(:'run', 'parse', 0, '1');
SELECT fanout.complete_task(:'run', 'check', 0, '[2]');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 3::bigint, 'without failures') ;
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'run' AND input ? '$errors'), 0::bigint, 'there is no $errors');
SELECT fanout.cancel_run(:'run');

-- Both: errors of another dependency in the context, and a pipelined item's own.
SELECT fanout.create_flow('g', max_attempts => 1);
SELECT fanout.add_step('g', 'first', handler => 'parse', on_failure => 'collect');
SELECT fanout.add_step('g', 'parse', step_type => 'fanout', fanout_from => 'run', handler => 'parse', on_failure => 'collect');
SELECT fanout.add_step('g', 'more', ARRAY['parse'], 'fanout', 'parse', on_failure => 'collect');
SELECT fanout.add_step('g', 'store', ARRAY['more', 'first'], 'fanout', 'store', fanout_from => 'more');
SELECT fanout.register_worker('store', ARRAY['store']) AS s \gset
SELECT fanout.start_run('g', '["a", "b"]') AS run \gset
SELECT fanout.claim_tasks(:parse, 10);
SELECT fanout.fail_task(:'run', 'first', 0, 'away');
SELECT fanout.complete_task(:'run', 'parse', 0, '"A"');
SELECT fanout.complete_task(:'run', 'parse', 1, '"B"');
SELECT fanout.claim_tasks(:parse, 10);
SELECT fanout.complete_task(:'run', 'more', 0, '"AA"');
SELECT fanout.fail_task(:'run', 'more', 1, 'no more');
SELECT results_eq(format('SELECT task_index, input::jsonb, context::jsonb FROM fanout.exchange(%s, 1, 10, brief => true)', :s), $$VALUES
    (0, '[{"item": "AA", "first": null, "$errors": {"first": [{"index": 0, "item": null, "error": "away", "attempts": 1}]}}]'::jsonb, NULL::jsonb),
    (1, '[{"item": null, "first": null, "$errors": {"first": [{"index": 0, "item": null, "error": "away", "attempts": 1}],
                                                    "more": [{"index": 1, "item": "B", "error": "no more", "attempts": 1}]}}]', NULL)$$,
    'both stand in one object, and the item is the source''s');

-- SQL handlers get the same.
CREATE SCHEMA server;
CREATE FUNCTION server.h(i jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT i';
SELECT fanout.create_flow('s', max_attempts => 1);
SELECT fanout.add_step('s', 'first', handler => 'parse', on_failure => 'collect');
SELECT fanout.add_step('s', 'parse', step_type => 'fanout', fanout_from => 'run', handler => 'parse', on_failure => 'collect');
SELECT fanout.add_step('s', 'store', ARRAY['parse', 'first'], 'fanout', 'sql:server.h', fanout_from => 'parse');
SELECT fanout.add_step('s', 'report', ARRAY['parse'], handler => 'sql:server.h');
SELECT fanout.register_worker('sql', ARRAY['sql:']) AS sql \gset
SELECT fanout.start_run('s', '["a", "b"]') AS run \gset
SELECT fanout.claim_tasks(:parse, 10);
SELECT fanout.fail_task(:'run', 'first', 0, 'away');
SELECT fanout.complete_task(:'run', 'parse', 0, '"A"');
SELECT fanout.fail_task(:'run', 'parse', 1, 'no number');
CREATE FUNCTION pg_temp.drive(w bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1..6 LOOP
        PERFORM fanout.claim_tasks(w, 100);
        PERFORM fanout.run_sql_tasks(w);
    END LOOP;
END
$$;
SELECT pg_temp.drive(:sql);
SELECT results_eq(format('SELECT task_index, output FROM fanout.results(%L, ''store'')', :'run'), $$VALUES
    (0, '{"item": "A", "first": null, "$errors": {"first": [{"index": 0, "item": null, "error": "away", "attempts": 1}]}}'::jsonb),
    (1, '{"item": null, "first": null, "$errors": {"first": [{"index": 0, "item": null, "error": "away", "attempts": 1}],
                                                   "parse": [{"index": 1, "item": "b", "error": "no number", "attempts": 1}]}}')$$,
    'an SQL handler''s input is the same');
SELECT is((SELECT output FROM fanout.results(:'run', 'report')),
    '{"run": ["a", "b"], "parse": ["A", null], "$errors": {"parse": [{"index": 1, "item": "b", "error": "no number", "attempts": 1}]}}', 'and a single step''s');
SELECT is(fanout.run_status(:'run'), 'completed', 'the run completes');

-- And a source function gets what a single step would get.
CREATE FUNCTION server.again(i jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$ SELECT e -> 'item' FROM jsonb_array_elements(i -> '$errors' -> 'parse') e $$;
SELECT fanout.create_flow('again', max_attempts => 1);
SELECT fanout.add_step('again', 'parse', step_type => 'fanout', fanout_from => 'run', handler => 'parse', on_failure => 'collect');
SELECT fanout.add_step('again', 'retry', ARRAY['parse'], 'fanout', 'retry', fanout_from => 'sql:server.again', context => '{}');
SELECT fanout.register_worker('retry', ARRAY['retry', 'fanout:']) AS r \gset
SELECT fanout.start_run('again', '["a", "b", "c"]') AS run \gset
SELECT fanout.claim_tasks(:parse, 10);
SELECT fanout.complete_task(:'run', 'parse', 1, '"B"');
SELECT fanout.fail_task(:'run', 'parse', i, 'no number') FROM unnest('{0, 2}'::int[]) i;
SELECT results_eq(format('SELECT task_index, input::jsonb -> ''item'' FROM fanout.claim_tasks(%s, 10)', :r), $$VALUES (0, '"a"'::jsonb), (1, '"c"')$$,
    'so a step can run over what failed');

SELECT * FROM finish();
ROLLBACK;
