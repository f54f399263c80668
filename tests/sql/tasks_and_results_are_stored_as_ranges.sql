-- A row of tasks is a range of them, as many as fit into a page without being compressed; a row of results those that one claim
-- ended together.
BEGIN;
SELECT plan(25);

SELECT fanout.create_flow('f', base_delay => '0'), fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:'], slots => 1000) AS w \gset
CREATE SEQUENCE pg_temp.calls;
CREATE FUNCTION pg_temp.claim(w bigint, n int) RETURNS TABLE (claim_id bigint, task_index int, item jsonb) LANGUAGE sql AS $$
    SELECT e.claim_id, e.task_index, e.input::jsonb -> 'item' FROM fanout.exchange(w, nextval('pg_temp.calls'), n) e WHERE e.kind = 'task' $$;
CREATE FUNCTION pg_temp.complete(w bigint, claims bigint[], indexes int[], outputs text[]) RETURNS bigint LANGUAGE sql AS $$
    SELECT count(*) FROM fanout.exchange(w, nextval('pg_temp.calls'), 0, claims, indexes, outputs, '{}', '{}') $$;
CREATE FUNCTION pg_temp.ranges(state bigint) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(first_index || '-' || last_index, ' ' ORDER BY last_index) FROM fanout.results WHERE state_id = state $$;

-- How the tables are made.
SELECT is((SELECT count(*) FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relname ~ '^(tasks|results)_[0-9]{2}$'
             AND reloptions @> '{toast_tuple_target=8160}'), 32::bigint, 'each partition takes rows of a page as they are');

-- Items.
SELECT fanout.start_run('f', (SELECT jsonb_agg(jsonb_build_object('n', i, 'text', md5(i::text))) FROM generate_series(0, 999) i)) AS run \gset
SELECT state_id AS state FROM fanout.step_states WHERE run_id = :'run' \gset
SELECT cmp_ok((SELECT count(*) FROM fanout.tasks WHERE state_id = :state), '<', 12::bigint, 'a thousand items of 60 bytes are a few rows');
SELECT is((SELECT count(*) FROM (SELECT first_index, lag(last_index, 1, -1) OVER (ORDER BY last_index) AS before FROM fanout.tasks WHERE state_id = :state) k
            WHERE first_index <> before + 1), 0::bigint, 'without a gap');
SELECT is((SELECT count(*) FROM fanout.tasks WHERE state_id = :state AND (pg_column_size(items) > 8004 OR pg_column_compression(items) IS NOT NULL)), 0::bigint,
    'none is longer than a page has room for, or compressed');
SELECT is((SELECT count(*) FROM task_items WHERE state_id = :state AND item = jsonb_build_object('n', task_index, 'text', md5(task_index::text))), 1000::bigint, 'each item in its place');

-- What is large alone.
SELECT fanout.start_run('f', (SELECT jsonb_agg(CASE i WHEN 5 THEN to_jsonb(repeat('x', 20000)) ELSE to_jsonb(i) END) FROM generate_series(0, 9) i)) AS large \gset
SELECT results_eq(format('SELECT first_index, last_index, pg_column_compression(items) IS NOT NULL FROM fanout.tasks JOIN fanout.step_states USING (state_id) WHERE run_id = %L ORDER BY 1', :'large'),
    'VALUES (0, 4, false), (5, 5, true), (6, 9, false)', 'a large item has a row of its own, compressed');
SELECT is((SELECT input -> 'item' FROM fanout.step_tasks WHERE run_id = :'large' AND task_index = 5), to_jsonb(repeat('x', 20000)), 'and is read back');
SELECT fanout.cancel_run(:'large');

-- Results: those of a call that follow each other.
CREATE TEMP TABLE one AS SELECT * FROM pg_temp.claim(:w, 10);
CREATE TEMP TABLE two AS SELECT * FROM pg_temp.claim(:w, 10);
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM one), '{0,1,2,3,4,5,6,7,8,9}', 'ten tasks are claimed');
SELECT pg_temp.complete(:w, array_agg(claim_id), array_agg(task_index), array_agg(task_index::text)) FROM one WHERE task_index IN (1, 2, 3, 7);
SELECT is(pg_temp.ranges(:state), '1-3 7-7', 'what ends together and follows each other is a row');
SELECT pg_temp.complete(:w, array_agg(claim_id), array_agg(task_index), array_agg(task_index::text)) FROM (TABLE one UNION ALL TABLE two) h WHERE task_index IN (0, 8, 9, 10, 11);
SELECT is(pg_temp.ranges(:state), '0-0 1-3 7-7 8-9 10-11', 'not with those of another call, or of another claim');
SELECT fanout.fail_task(:'run', 'work', 4, 'broken', final => true);
SELECT is(pg_temp.ranges(:state), '0-0 1-3 4-4 7-7 8-9 10-11', 'a failure is a row alone');
SELECT is((SELECT count(*) FROM fanout.results WHERE state_id = :state AND outputs IS NULL), 1::bigint, 'without outputs');
SELECT results_eq(format('SELECT task_index, output, error FROM fanout.task_results WHERE run_id = %L', :'run'),
    $$VALUES (0, '0'::jsonb, NULL), (1, '1', NULL), (2, '2', NULL), (3, '3', NULL), (4, NULL, 'broken'), (7, '7', NULL), (8, '8', NULL), (9, '9', NULL), (10, '10', NULL), (11, '11', NULL)$$,
    'people see a row a task');
SELECT results_eq(format('SELECT task_index, output FROM fanout.task_results WHERE run_id = %L AND task_index BETWEEN 2 AND 8', :'run'),
    $$VALUES (2, '2'::jsonb), (3, '3'), (4, NULL), (7, '7'), (8, '8')$$, 'also from within a range to within another');

-- A resume takes back what failed.
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.ranges(:state), '0-0 1-3 7-7 8-9 10-11', 'a resume takes the failure back');

-- A task has one result, whoever has written another one.
INSERT INTO fanout.results (state_id, claimed_at, completed_at, worker_id, first_index, last_index, generation, attempt, outputs)
    SELECT :state, now(), now(), :w, 20, 22, generation, 1, '["before", "before", "before"]' FROM fanout.runs WHERE run_id = :'run';
CREATE TEMP TABLE three AS SELECT * FROM pg_temp.claim(:w, 1000);
SET client_min_messages = error;
SELECT pg_temp.complete(:w, array_agg(claim_id ORDER BY task_index), array_agg(task_index ORDER BY task_index), array_agg(task_index::text ORDER BY task_index)) FROM three WHERE task_index BETWEEN 18 AND 25;
RESET client_min_messages;
SELECT is(pg_temp.ranges(:state), '0-0 1-3 7-7 8-9 10-11 18-19 20-22 23-25', 'what is there already stays, and what is around it is recorded');
SELECT is((SELECT count(*) FROM fanout.failures WHERE state_id = :state), 1::bigint, 'nothing of that is a failure');
SELECT is((SELECT sum(remaining) FROM fanout.stripes WHERE state_id = :state), 1000::bigint - 9 - 5, 'and what was there isn''t counted');

-- The table's constraints hold.
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, 99) i)) AS run \gset
CREATE TEMP TABLE held AS SELECT h.* FROM pg_temp.claim(:w, 1000) h;
ALTER TABLE fanout.results ADD CONSTRAINT not_five CHECK (NOT outputs @> '[5]') NOT VALID;
SELECT throws_ok(format('SELECT pg_temp.complete(%s, array_agg(claim_id), array_agg(task_index), array_agg(item::text)) FROM held', :w),
    '23514', NULL, 'a row that a constraint refuses is refused');
SELECT is((SELECT count(*) FROM fanout.task_results WHERE run_id = :'run'), 0::bigint, 'with all others of the call');
ALTER TABLE fanout.results DROP CONSTRAINT not_five;
SELECT lives_ok(format('SELECT pg_temp.complete(%s, array_agg(claim_id), array_agg(task_index), array_agg(item::text)) FROM held', :w), 'which can be made again');
SELECT is(fanout.run_output(:'run') -> 'work', (SELECT jsonb_agg(i) FROM generate_series(0, 99) i), 'and gives the array');

-- Other sources: what is pushed into a stream, in two pieces, and the rows of a function.
CREATE FUNCTION rows_of(input jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$ SELECT jsonb_build_object('n', i) FROM generate_series(0, 249) i $$;
SELECT fanout.create_flow('s'), fanout.add_step('s', 'work', step_type => 'fanout', fanout_from => 'stream', handler => 'other');
SELECT fanout.create_flow('r'), fanout.add_step('r', 'work', step_type => 'fanout', fanout_from => 'sql:rows_of', handler => 'other');
SELECT fanout.start_run('s') AS run \gset
SELECT fanout.push_items(:'run', 'work', (SELECT jsonb_agg(i) FROM generate_series(0, 99) i)),
       fanout.push_items(:'run', 'work', (SELECT jsonb_agg(i) FROM generate_series(100, 299) i));
SELECT results_eq(format('SELECT first_index, last_index FROM fanout.tasks JOIN fanout.step_states USING (state_id) WHERE run_id = %L ORDER BY 1', :'run'),
    'VALUES (0, 99), (100, 299)', 'what is pushed together is a row');
SELECT fanout.start_run('r') AS run \gset
SELECT fanout.spawn_fanout_tasks(:'run', 'work');
SELECT is((SELECT jsonb_agg(item ORDER BY task_index) FROM task_items JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'),
    (SELECT jsonb_agg(jsonb_build_object('n', i)) FROM generate_series(0, 249) i), 'the rows of a function are in their order');

-- None at all.
SELECT fanout.start_run('f', '[]') AS run \gset
SELECT is(fanout.run_output(:'run'), '{"work": []}', 'no task');

SELECT * FROM finish();
ROLLBACK;
