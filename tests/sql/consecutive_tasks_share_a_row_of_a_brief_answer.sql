BEGIN;
SELECT plan(14);

SELECT fanout.create_flow('f', max_attempts => 5, base_delay => '0 s');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('1', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', jsonb_build_array('plain', E'two\nlines', E'{"key": [1,\n 2]}'::jsonb, E'a,\n]', NULL::jsonb, 5, 6)) AS run \gset

CREATE TEMP TABLE answer AS SELECT * FROM fanout.exchange(:w, 1, 100, brief => true) WITH ORDINALITY;
SELECT results_eq('SELECT kind, task_index, input::text FROM answer', $$VALUES ('tasks', 0,
    E'[{"item": "plain"},\n{"item": "two\\nlines"},\n{"item": {"key": [1, 2]}},\n{"item": "a,\\n]"},\n{"item": null},\n{"item": 5},\n{"item": 6}]')$$,
    'a row has consecutive tasks, their inputs as an array, a line each');
SELECT is((SELECT count(*) FROM answer, regexp_split_to_table(trim('[]' FROM input::text), E',\n')), 7::bigint, 'only between them there is a line feed');
SELECT results_eq(format('SELECT kind, task_index, attempt, input::text FROM fanout.exchange(%s, 1, 100, brief => true)', :w),
    'SELECT kind, task_index, attempt, input::text FROM answer', 'repeated, the exchange gives the same rows');
SELECT results_eq(format('SELECT kind, task_index, input::text FROM fanout.exchange(%s, 1, 2)', :w),
    $$VALUES ('task', 0, '{"item": "plain"}'), ('task', 1, E'{"item": "two\\nlines"}'), ('task', 2, '{"item": {"key": [1, 2]}}'),
             ('task', 3, E'{"item": "a,\\n]"}'), ('task', 4, '{"item": null}'), ('task', 5, '{"item": 5}'), ('task', 6, '{"item": 6}')$$,
    'who doesn''t ask for brief answers gets a row a task');

-- Some fail, and come again: one claim of several ranges.
SELECT claim_id AS claim FROM answer \gset
SELECT fanout.exchange(:w, 2, 0, ARRAY[:claim, :claim, :claim]::bigint[], ARRAY[1, 2, 5], ARRAY[NULL, NULL, NULL], ARRAY['no', 'no', 'no'], ARRAY[false, false, false]);
UPDATE fanout.queue SET available_at = NULL WHERE available_at IS NOT NULL AND worker_id IS NULL;
TRUNCATE answer;
INSERT INTO answer SELECT * FROM fanout.exchange(:w, 3, 100, brief => true) WITH ORDINALITY;
SELECT is((SELECT count(DISTINCT claim_id) FROM answer), 1::bigint, 'what failed comes again in one claim');
SELECT results_eq('SELECT kind, task_index, attempt, input::text FROM answer ORDER BY ordinality',
    $$VALUES ('tasks', 1, 2, E'[{"item": "two\\nlines"},\n{"item": {"key": [1, 2]}}]'), ('tasks', 5, NULL, '[{"item": 5}]')$$,
    'where an index is missing another row begins');
SELECT is((SELECT count(*) FROM answer WHERE run_id IS NULL), 1::bigint, 'which has no more of what the claim''s rows share');

-- A task's progress stands in a row that is its own.
SELECT claim_id AS claim FROM answer LIMIT 1 \gset
SELECT fanout.heartbeat(:w, ARRAY[:claim], ARRAY[2], ARRAY['{"at": 1}']);
SELECT fanout.exchange(:w, 4, 0, ARRAY[:claim, :claim]::bigint[], ARRAY[1, 2], ARRAY[NULL, NULL], ARRAY['no', 'no'], ARRAY[false, false]);
UPDATE fanout.queue SET available_at = NULL WHERE available_at IS NOT NULL AND worker_id IS NULL;
SELECT results_eq(format('SELECT task_index, input::text, progress FROM fanout.exchange(%s, 5, 100, brief => true)', :w),
    $$VALUES (1, E'[{"item": "two\\nlines"}]', NULL), (2, '[{"item": {"key": [1, 2]}}]', '{"at": 1}'::jsonb)$$, 'progress is one task''s');
SELECT fanout.unregister_worker(:w);
SELECT fanout.cancel_run(:'run');

-- Large inputs don't share a row of any size.
SELECT fanout.register_worker('2', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', (SELECT jsonb_agg(repeat('x', 400000)) FROM generate_series(1, 7))) AS run \gset
SELECT results_eq(format('SELECT task_index, json_array_length(input) FROM fanout.exchange(%s, 1, 100, brief => true)', :w),
    'VALUES (0, 3), (3, 3), (6, 1)', 'a row ends with the input that makes it a megabyte');
SELECT fanout.unregister_worker(:w);
SELECT fanout.cancel_run(:'run');

-- Inputs without a text stand alone, and their neighbours have theirs. A number takes half a byte a digit, and its text one.
SELECT fanout.register_worker('3', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', jsonb_build_array(1, 2, (SELECT jsonb_agg(('1e' || 130000)::jsonb) FROM generate_series(1, 8300)), 4, 5)) AS run \gset
TRUNCATE answer;
INSERT INTO answer SELECT * FROM fanout.exchange(:w, 1, 100, brief => true) WITH ORDINALITY;
SELECT results_eq('SELECT kind, task_index, input::text FROM answer ORDER BY ordinality',
    $$VALUES ('tasks', 0, '[{"item": 1}]'), ('tasks', 1, '[{"item": 2}]'), ('tasks', 2, NULL), ('tasks', 3, '[{"item": 4}]'), ('tasks', 4, '[{"item": 5}]')$$,
    'one that has no text takes no other''s');
SELECT is((SELECT count(*) FROM answer WHERE run_id IS NOT NULL), 1::bigint, 'all of them are of one claim');
SELECT fanout.unregister_worker(:w);
SELECT fanout.cancel_run(:'run');

-- Single steps have one row each, too.
SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 'only', handler => 'h');
SELECT fanout.register_worker('4', ARRAY['h']) AS w \gset
SELECT fanout.start_run('g', '"a"'), fanout.start_run('g', '"b"');
SELECT results_eq(format('SELECT kind, task_index, input::text FROM fanout.exchange(%s, 1, 100, brief => true)', :w),
    $$VALUES ('tasks', 0, '[{"run": "a"}]'), ('tasks', 0, '[{"run": "b"}]')$$, 'a single step''s task stands alone');

-- An answer's budget counts a row's tasks: what is too much goes back.
SELECT fanout.unregister_worker(:w);
SELECT fanout.register_worker('5', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', (SELECT jsonb_agg(repeat('x', 6000000)) FROM generate_series(1, 7))) AS run \gset
SELECT results_eq(format($$SELECT task_index, json_array_length(input) FROM fanout.exchange(%s, 1, 100, brief => true) WHERE step_slug = 'work' OR step_slug IS NULL$$, :w),
    'VALUES (0, 1), (1, 1), (2, 1)', 'an answer has 16 MB of inputs and one more');
SELECT results_eq(format($$SELECT array_agg(task_index ORDER BY task_index) FROM fanout.step_tasks WHERE run_id = '%s' AND status = 'queued'$$, :'run'),
    'VALUES (ARRAY[3, 4, 5, 6])', 'the others are still queued');

SELECT * FROM finish();
ROLLBACK;
