BEGIN;
SELECT plan(26);

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

CREATE TEMP TABLE bad (position int, what text, output text, error text);
INSERT INTO bad VALUES
    (1, 'a NUL escape', '"a\u0000b"', '%\\u0000%'),
    (2, 'a lone surrogate', '"\ud800"', '%surrogate%'),
    (3, 'a truncated object', '{"a": ', '%'),
    (4, 'an empty text', '', '%'),
    (5, 'no JSON at all', 'hello', '%"hello"%'),
    (6, 'two values', '1 2', '%"2"%'),
    (7, 'a deep array', repeat('[', 20000) || repeat(']', 20000), '%stack depth%'),
    (8, 'a number too large', '1e400000', '%numeric%');

SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, 9) i)) AS run \gset
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.exchange(:w, 1, 10);
SELECT lives_ok(format($$SELECT fanout.exchange(%s, 2, 0, array_agg(claim_id), array_agg(task_index),
        array_agg(coalesce(output, '{"fine": true}')), array_agg(NULL::text), array_agg(false))
    FROM claimed LEFT JOIN bad ON position = task_index$$, :w), 'bad outputs do not fail the exchange');
SELECT results_eq('SELECT task_index, output FROM fanout.task_results ORDER BY 1',
    $$VALUES (0, '{"fine": true}'::jsonb), (9, '{"fine": true}')$$, 'the good ones beside them are recorded');
SELECT alike(f.error, 'its output is not valid JSON: ' || b.error, b.what || ' is that task''s failure')
  FROM bad b LEFT JOIN fanout.task_failures f ON f.task_index = b.position ORDER BY b.position;
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM fanout.claim_tasks(:w, 100) WHERE attempt = 2), ARRAY[1, 2, 3, 4, 5, 6, 7, 8],
          'and they are retried');
SELECT fanout.complete_task(:'run', 'work', position, 'true') FROM bad;
SELECT is(fanout.run_status(:'run'), 'completed', 'to a good end');

SELECT fanout.start_run('f', '[1]') AS run \gset
SELECT claim_id AS claim FROM fanout.exchange(:w, 3, 1) \gset
SELECT fanout.exchange(:w, 4, 0, ARRAY[:claim], ARRAY[0], ARRAY['{'], ARRAY[NULL::text], ARRAY[false]);
SELECT claim_id AS claim FROM fanout.exchange(:w, 5, 1) \gset
SELECT fanout.exchange(:w, 6, 0, ARRAY[:claim], ARRAY[0], ARRAY['{'], ARRAY[NULL::text], ARRAY[false]);
SELECT alike((SELECT error FROM fanout.run_outputs WHERE run_id = :'run'), 'step "work": task 0: its output is not valid JSON: %(attempt 2)',
             'bad again, it fails the run');

-- What an exchange itself refuses.
CREATE FUNCTION pg_temp.refused(call text, message text) RETURNS text LANGUAGE sql AS $$
    SELECT throws_ok('SELECT * FROM fanout.exchange(' || call || ')', 'PFARG', message, 'exchange(' || call || ') is refused')
$$;
SELECT pg_temp.refused('NULL, 1, 1', 'exchange: worker_id, sequence or max_tasks is null');
SELECT pg_temp.refused('1, NULL, 1', 'exchange: worker_id, sequence or max_tasks is null');
SELECT pg_temp.refused('1, 1, NULL', 'exchange: worker_id, sequence or max_tasks is null');
SELECT pg_temp.refused('1, 1, 1, NULL', 'exchange: an array is null');
SELECT pg_temp.refused('1, 1, 1, ARRAY[NULL]::bigint[], ARRAY[1], ARRAY[''1''], ARRAY[NULL], ARRAY[false]',
                       'exchange: completion 1 has no claim or task');
SELECT pg_temp.refused('1, 1, 1, ARRAY[1::bigint], ARRAY[NULL]::int[], ARRAY[''1''], ARRAY[NULL], ARRAY[false]',
                       'exchange: completion 1 has no claim or task');
SELECT pg_temp.refused('1, 1, 1, ARRAY[1::bigint, 2], ARRAY[1, 2], ARRAY[''1''], ARRAY[NULL], ARRAY[false]',
                       'exchange: the arrays have 2 claim_ids, 2 task_indexes, 1 outputs, 1 errors, 1 final');
SELECT pg_temp.refused('1, 1, 1, ARRAY[NULL]::bigint[], ARRAY[1], ARRAY[''1'']',
                       'exchange: completion 1 has no claim or task');
SELECT pg_temp.refused('1, 1, 1, ARRAY[1::bigint], ARRAY[1], ARRAY[''1''], ARRAY[NULL]',
                       'exchange: the arrays have 1 claim_ids, 1 task_indexes, 1 outputs, 1 errors, 0 final');
-- Where nothing has failed, errors and final may be left out.
SELECT fanout.start_run('f', '[1, 2]') AS run \gset
SELECT array_agg(claim_id) AS claims, array_agg(task_index) AS indexes FROM fanout.exchange(:w, 7, 2) \gset
SELECT is_empty(format('SELECT * FROM fanout.exchange(%s, 8, 0, %L, %L, ARRAY[''"a"'', ''"b"''])', :w, :'claims', :'indexes'), 'outputs alone are taken');
SELECT is(fanout.run_output(:'run'), '{"work": ["a", "b"]}', 'and recorded');
SELECT throws_ok('SELECT * FROM fanout.claim_tasks(1, 0)', 'PFARG', NULL, 'claim_tasks of no tasks is refused');
SELECT throws_ok('SELECT * FROM fanout.claim_tasks(987654, 1)', 'PFWRK', 'worker 987654 is not registered', 'so is one by an unknown worker');

SELECT * FROM finish();
ROLLBACK;
