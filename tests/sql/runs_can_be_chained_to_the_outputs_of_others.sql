BEGIN;
SELECT plan(34);

CREATE SCHEMA app;
CREATE FUNCTION app.number(input jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT input -> 'run' $$;
CREATE FUNCTION app.twice(input jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb((input ->> 'number')::int * 2) $$;
CREATE FUNCTION app.list(input jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT jsonb_agg(i) FROM generate_series(1, (input ->> 'number')::int) i $$;
CREATE FUNCTION app.item(input jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT input -> 'item' $$;
CREATE FUNCTION app.pick(output jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF (output ->> 'twice')::int = 4 THEN RAISE EXCEPTION 'no fours'; END IF;
    RETURN output -> 'twice';
END $$;
SELECT fanout.create_flow('source');
SELECT fanout.add_step('source', 'number', handler => 'sql:app.number');
SELECT fanout.add_step('source', 'twice', ARRAY['number'], handler => 'sql:app.twice');
SELECT fanout.add_step('source', 'list', ARRAY['number'], handler => 'sql:app.list');
SELECT fanout.add_step('source', 'each', ARRAY['list'], 'fanout', handler => 'sql:app.item');
SELECT fanout.add_step('source', 'again', ARRAY['each'], 'fanout', handler => 'sql:app.item');
SELECT fanout.create_flow('target', max_attempts => 1);
SELECT fanout.add_step('target', 'work', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['sql:', 'flow:', 'fanout:']) AS w \gset
SELECT fanout.register_worker('h', ARRAY['h', 'flow:', 'fanout:']) AS h \gset
CREATE FUNCTION pg_temp.work_off(worker bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    WHILE EXISTS (SELECT FROM fanout.queue q WHERE q.handler IN ('sql:', 'flow:', 'fanout:')) LOOP
        PERFORM fanout.claim_tasks(worker, 1000);
        WHILE EXISTS (SELECT FROM fanout.queue q WHERE q.worker_id = worker) LOOP PERFORM fanout.run_sql_tasks(worker); END LOOP;
    END LOOP;
END $$;
CREATE TEMP TABLE sources AS SELECT i, fanout.start_run('source', to_jsonb(i), 'number ' || i) AS run FROM generate_series(1, 3) i;
SELECT pg_temp.work_off(:w);
SELECT is(count(*), 3::bigint, 'three runs are completed') FROM fanout.runs_overview WHERE flow = 'source' AND status = 'completed';

-- Plain: the input is the source's output.
SELECT fanout.chain_runs('target', ARRAY(SELECT run_id FROM fanout.runs_overview WHERE flow = 'source' ORDER BY started_at), max_concurrency => NULL, name_prefix => 'after ') AS batch \gset
SELECT is(fanout.run_status(:'batch'), 'started', 'a batch is a run');
SELECT results_eq(format('SELECT index, source_run, run, status, error FROM fanout.chain_results(%L)', :'batch'),
    'SELECT i - 1, run, NULL::uuid, ''queued'', NULL FROM sources ORDER BY i', 'before they start all are queued');
SELECT pg_temp.work_off(:w);
SELECT results_eq('SELECT name, input FROM fanout.runs r WHERE flow_id = (SELECT flow_id FROM fanout.flows WHERE flow_slug = ''target'') ORDER BY name',
    $$VALUES ('after 0', '{"again": [1], "twice": 2}'::jsonb), ('after 1', '{"again": [1, 2], "twice": 4}'), ('after 2', '{"again": [1, 2, 3], "twice": 6}')$$,
    'each run has a name, and its source''s output as its input');
SELECT is((SELECT string_agg(status, ' ') FROM fanout.chain_results(:'batch') WHERE run IS NOT NULL), 'started started started', 'they are started');
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.claim_tasks(:h, 10);
SELECT fanout.complete_task(run_id, 'work', 0, '1', :h) FROM claimed WHERE (input::jsonb -> 'run' ->> 'twice')::int <> 4;
SELECT fanout.fail_task(run_id, 'work', 0, 'no fours', worker_id => :h) FROM claimed WHERE (input::jsonb -> 'run' ->> 'twice')::int = 4;
SELECT pg_temp.work_off(:w);
SELECT results_eq(format('SELECT index, status, error FROM fanout.chain_results(%L)', :'batch'),
    $$VALUES (0, 'completed', NULL), (1, 'failed', 'step "work": no fours'), (2, 'completed', NULL)$$, 'one that fails does not stop the others');
SELECT is(fanout.run_status(:'batch'), 'completed', 'nor fail the batch');
SELECT is(fanout.run_output(:'batch'), '{"runs": {"total": 3, "failed": 1, "succeeded": 2}}', 'which counts them');
SELECT results_eq(format('SELECT output #>> ''{}'' FROM fanout.results(%L) WHERE task_index <> 1', :'batch'),
    format('SELECT run::text FROM fanout.chain_results(%L) WHERE index <> 1', :'batch'), 'and keeps their ids, not their outputs');

-- A step's output, also one that wasn't stored.
SELECT fanout.chain_runs('target', ARRAY(SELECT run FROM sources ORDER BY i), source_step => 'each', max_concurrency => NULL) AS batch \gset
SELECT pg_temp.work_off(:w);
SELECT results_eq(format('SELECT r.input FROM fanout.chain_results(%L) c JOIN fanout.runs r ON r.run_id = c.run ORDER BY index', :'batch'),
    $$VALUES ('[1]'::jsonb), ('[1, 2]'), ('[1, 2, 3]')$$, 'source_step: the output of that step');
SELECT fanout.cancel_run(:'batch');
SELECT is((SELECT string_agg(DISTINCT status, ' ') FROM fanout.chain_results(:'batch')), 'cancelled', 'a batch that is cancelled cancels its runs');
SELECT fanout.resume_run(:'batch');
SELECT pg_temp.work_off(:w);
SELECT is((SELECT string_agg(DISTINCT status, ' ') FROM fanout.chain_results(:'batch')), 'started', 'and resumed, resumes them');
SELECT fanout.cancel_run(:'batch');

-- Through a function, found with the caller's search_path and called as the batch's owner.
SET search_path = public, app;
SELECT fanout.chain_runs('target', ARRAY(SELECT run FROM sources ORDER BY i), transform => 'sql:pick', max_concurrency => NULL) AS batch \gset
RESET search_path;
SELECT pg_temp.work_off(:w);
SELECT results_eq(format('SELECT index, r.input, c.status, c.error FROM fanout.chain_results(%L) c LEFT JOIN fanout.runs r ON r.run_id = c.run ORDER BY index', :'batch'),
    $$VALUES (0, '2'::jsonb, 'started', NULL), (1, NULL, 'failed', 'transform "sql:app.pick": no fours (SQLSTATE P0001) (SQLSTATE P0001)'), (2, '6', 'started', NULL)$$,
    'an error of the function is that item''s');
SELECT fanout.cancel_run(:'batch');

-- A function that meets conflicts is tried again, a few times; then that is its item's error, and no other batch's.
CREATE SEQUENCE pg_temp.calls;
CREATE FUNCTION app.conflicts(output jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF output ->> 'twice' = '2' AND nextval('pg_temp.calls') > 2 THEN RETURN '"after two"'; END IF;
    IF output ->> 'twice' = '6' THEN RETURN '"at once"'; END IF;
    RAISE EXCEPTION 'always in conflict' USING ERRCODE = CASE output ->> 'twice' WHEN '2' THEN '40P01' ELSE '40001' END;
END $$;
SELECT fanout.chain_runs('target', ARRAY(SELECT run FROM sources ORDER BY i), transform => 'sql:app.conflicts', max_concurrency => NULL) AS batch \gset
SELECT fanout.chain_runs('target', ARRAY(SELECT run FROM sources ORDER BY i), max_concurrency => NULL) AS other \gset
SELECT lives_ok(format('SELECT pg_temp.work_off(%s)', :w), 'a function''s conflicts fail no call');
SELECT results_eq(format('SELECT index, r.input, c.status, c.error FROM fanout.chain_results(%L) c LEFT JOIN fanout.runs r ON r.run_id = c.run ORDER BY index', :'batch'),
    $$VALUES (0, '"after two"'::jsonb, 'started', NULL), (1, NULL, 'failed', 'transform "sql:app.conflicts": always in conflict (SQLSTATE 40001) (SQLSTATE 40001)'), (2, '"at once"', 'started', NULL)$$,
    'conflicts that don''t pass are that item''s failure');
SELECT is((SELECT array_agg(f.attempt || ' ' || f.final) FROM fanout.failures f JOIN fanout.step_states USING (state_id) WHERE run_id = :'batch'), ARRAY['1 true'], 'with its attempt');
SELECT is((SELECT string_agg(status, ' ') FROM fanout.chain_results(:'other')), 'started started started', 'another batch goes on');
SELECT fanout.cancel_run(:'batch'), fanout.cancel_run(:'other');

-- Sources that are no good.
SELECT fanout.start_run('source', '1') AS going \gset
SELECT fanout.chain_runs('target', ARRAY[:'going', '00000000-0000-0000-0000-00000000dead', (SELECT run FROM sources WHERE i = 1)]::uuid[], max_concurrency => NULL) AS batch \gset
CREATE VIEW pg_temp.results AS SELECT * FROM fanout.chain_results((SELECT run_id FROM fanout.runs_overview WHERE parent_run_id IS NULL AND flow LIKE 'chain-%' LIMIT 1));
SELECT fanout.claim_tasks(:h, 1);
SELECT is((SELECT error FROM pg_temp.results WHERE index = 0), format('source run %s is not completed but started (SQLSTATE PFRDY)', :'going'), 'one that is not completed');
SELECT is((SELECT error FROM pg_temp.results WHERE index = 1), 'source run 00000000-0000-0000-0000-00000000dead does not exist (SQLSTATE PFRUN)', 'one that is not there');
SELECT is((SELECT string_agg(status, ' ' ORDER BY index) FROM pg_temp.results), 'failed failed started', 'and the good one is started');
SELECT fanout.cancel_run(:'batch');
SELECT fanout.chain_runs('target', ARRAY[(SELECT run FROM sources WHERE i = 1)], source_step => 'nope', max_concurrency => NULL) AS batch \gset
SELECT fanout.claim_tasks(:h, 1);
SELECT matches((SELECT error FROM pg_temp.results), 'has no step "nope" \(SQLSTATE PFSTP\)$', 'one without that step');

-- Stop on the first error.
SELECT fanout.chain_runs('target', ARRAY['00000000-0000-0000-0000-00000000dead', (SELECT run FROM sources WHERE i = 1)]::uuid[], on_failure => 'fail_fast', max_concurrency => NULL) AS batch \gset
SELECT fanout.claim_tasks(:h, 1);
SELECT is(fanout.run_status(:'batch'), 'failed', 'fail_fast: the batch fails with the first error');
SELECT is((SELECT string_agg(status, ' ' ORDER BY index) FROM fanout.chain_results(:'batch')), 'failed cancelled', 'and stops');

SELECT fanout.chain_runs('target', '{}') AS batch \gset
SELECT is(fanout.run_status(:'batch'), 'completed', 'a batch of none is completed');
SELECT is((SELECT count(DISTINCT flow_slug) FROM fanout.flows WHERE flow_slug LIKE 'chain-%'), 8::bigint, 'batches with the same options are of one flow');
SELECT fanout.chain_runs('target', '{}');
SELECT is((SELECT count(DISTINCT flow_slug) FROM fanout.flows WHERE flow_slug LIKE 'chain-%'), 8::bigint, 'also the next time');

-- By hand, on what is no run.
SELECT flow_slug AS chain FROM fanout.flows WHERE flow_slug LIKE 'chain-%' LIMIT 1 \gset
SELECT fanout.start_run(:'chain', '["nonsense", 7, {"a": 1}, "0000000000000000000000000000DEAD"]') AS by_hand \gset
SELECT results_eq(format('SELECT index, source_run FROM fanout.chained_runs WHERE batch = %L ORDER BY index', :'by_hand'),
    $$VALUES (0, NULL), (1, NULL), (2, NULL), (3, '00000000-0000-0000-0000-00000000dead'::uuid)$$, 'a batch on items that are no ids can be looked at');
SELECT fanout.cancel_run(:'by_hand');

-- Bad arguments.
SELECT throws_ok($$SELECT fanout.chain_runs('nope', '{}')$$, 'PFFLO', 'flow "nope" does not exist');
SELECT throws_ok($$SELECT fanout.chain_runs('target', NULL)$$, 'PFARG', 'chain_runs: source_runs is null');
SELECT throws_ok($$SELECT fanout.chain_runs('target', ARRAY[NULL::uuid])$$, 'PFARG', 'chain_runs: source_runs has a null element');
SELECT throws_ok($$SELECT fanout.chain_runs('target', '{}', max_concurrency => 0)$$, 'PFARG', 'chain_runs: max_concurrency is 0');
SELECT throws_ok($$SELECT fanout.chain_runs('target', '{}', on_failure => 'stop')$$, 'PFARG', 'chain_runs: on_failure is "stop"');
SELECT throws_ok($$SELECT fanout.chain_runs('target', '{}', transform => 'pick')$$, 'PFARG', 'chain_runs: transform is "pick"');
SELECT throws_ok($$SELECT fanout.chain_runs('target', '{}', transform => 'sql:app.nope')$$, 'PFHDL', 'chain_runs: handler "sql:app.nope": there is no function app.nope(jsonb)');

SELECT * FROM finish();
ROLLBACK;
