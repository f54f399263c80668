BEGIN;
SELECT plan(22);

CREATE TEMP SEQUENCE calls;
CREATE SCHEMA source;
CREATE SEQUENCE source.calls;
-- Fails as often as the run's input says, with an SQLSTATE that it says.
CREATE FUNCTION source.rows(t jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('source.calls') <= (t #>> '{run,fails}')::int THEN
        RAISE 'no connection' USING ERRCODE = coalesce(t #>> '{run,state}', '08001');
    END IF;
    RETURN NEXT '1';
    RETURN NEXT '2';
END
$$;
CREATE FUNCTION source.slow(t jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
BEGIN
    RETURN NEXT '1';
    PERFORM pg_sleep(600);
END
$$;
CREATE FUNCTION source.none(t jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT jsonb_agg(i) FROM generate_series(1, 0) i $$;
CREATE FUNCTION source.json_null(t jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT 'null'::jsonb $$;
SELECT fanout.create_flow('f', max_attempts => 3, base_delay => '1 min', max_delay => '1 min');
SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'sql:source.rows', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset

SELECT fanout.start_run('f', '{"fails": 2}') AS run \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 0::bigint, 'a source that fails');
SELECT is(fanout.run_status(:'run'), 'started', 'doesn''t fail the run');
SELECT results_eq('SELECT kind, available_at > clock_timestamp() + interval ''20 s'' FROM fanout.queue', $$VALUES ('start', true)$$, 'but waits, as long as a task would');
SELECT results_eq(format('SELECT step_slug, task_index, attempt, final, error, item FROM fanout.task_failures WHERE run_id = %L', :'run'),
    $$VALUES ('each', NULL::int, 1, false, 'source "sql:source.rows": no connection (SQLSTATE 08001)', NULL::jsonb)$$, 'the attempt is recorded');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 0::bigint, 'it waits');
SET fanout.clock_offset = '2 min';
SELECT fanout.heartbeat(:w);
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 0::bigint, 'it fails again');
SET fanout.clock_offset = '4 min';
SELECT fanout.heartbeat(:w);
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 2::bigint, 'and the third attempt gives its items');
SELECT is((SELECT count(*) FROM fanout.errors(:'run')), 0::bigint, 'no error stands');
SELECT fanout.complete_task(:'run', 'each', i, '1') FROM generate_series(0, 1) i;
SELECT is(fanout.run_output(:'run'), '{"each": [1, 1]}', 'the run goes on');

SELECT setval('source.calls', 1, false);
SELECT fanout.start_run('f', '{"fails": 9, "state": "PFFIN"}') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT results_eq(format('SELECT status, error FROM fanout.runs_overview WHERE run_id = %L', :'run'),
    $$VALUES ('failed', 'step "each": source "sql:source.rows": no connection (SQLSTATE PFFIN)')$$, 'PFFIN is final');
SELECT is((SELECT error_is_final FROM fanout.runs WHERE run_id = :'run'), true, 'for a parent, too');
SELECT is(nextval('source.calls'), 2::bigint, 'it was called once');

SELECT fanout.create_flow('once', max_attempts => 1);
SELECT fanout.add_step('once', 'each', step_type => 'fanout', fanout_from => 'sql:source.rows', handler => 'h');
SELECT setval('source.calls', 1, false);
SELECT fanout.start_run('once', '{"fails": 2}') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT is(fanout.run_status(:'run'), 'failed', 'out of attempts the step fails');
SELECT fanout.resume_run(:'run');
SELECT fanout.claim_tasks(:w, 9);
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "each": source "sql:source.rows": no connection (SQLSTATE 08001) (attempt 2)',
    'a resume gives it another attempt, and goes on counting');
SELECT fanout.resume_run(:'run');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 9)), 2::bigint, 'which may help');
SELECT fanout.cancel_run(:'run');

-- The step's timeout bounds it; so it does a path.
SELECT fanout.create_flow('slow', max_attempts => 1);
SELECT fanout.add_step('slow', 'each', step_type => 'fanout', fanout_from => 'sql:source.slow', handler => 'h', timeout => '100 ms');
SELECT fanout.start_run('slow') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "each": its source did not end within its timeout of 100 ms', 'a source ends at its step''s timeout');
SELECT is((SELECT count(*) FROM task_items k JOIN fanout.step_states s USING (state_id) WHERE run_id = :'run'), 0::bigint, 'and leaves nothing behind');
SELECT fanout.create_flow('path', max_attempts => 1);
SELECT fanout.add_step('path', 'each', step_type => 'fanout', fanout_from => 'run', fanout_path => '$[*] ? (@ like_regex "^(([a-z])+.)+[A-Z]([a-z])+$")', handler => 'h', timeout => '1 ms');
SELECT fanout.start_run('path', (SELECT jsonb_agg(repeat('a', 2000) || i) FROM generate_series(1, 300) i)) AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "each": its source did not end within its timeout of 1 ms', 'and so does a path');

-- Null is what jsonb_agg gives over no rows.
SELECT fanout.create_flow('none', max_attempts => 1);
SELECT fanout.add_step('none', 'a', step_type => 'fanout', fanout_from => 'sql:source.none', handler => 'h');
SELECT fanout.add_step('none', 'b', step_type => 'fanout', fanout_from => 'sql:source.json_null', handler => 'h', batch_size => 2);
SELECT fanout.start_run('none') AS run \gset
SELECT fanout.claim_tasks(:w, 9), fanout.claim_tasks(:w, 9);
SELECT is(fanout.run_output(:'run'), '{"a": [], "b": []}', 'null from a source function is no items');

-- A single step that has collected its failure gives no items.
SELECT fanout.create_flow('collected', max_attempts => 1);
SELECT fanout.add_step('collected', 'list', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('collected', 'a', ARRAY['list'], 'fanout', 'h');
SELECT fanout.add_step('collected', 'b', ARRAY['list'], 'fanout', 'h', fanout_path => '$[*]');
SELECT fanout.add_step('collected', 'c', ARRAY['list'], 'fanout', 'h', batch_size => 3);
SELECT fanout.add_step('collected', 'end', ARRAY['a', 'b', 'c'], handler => 'h');
SELECT fanout.start_run('collected') AS run \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'list', 0, 'away');
SELECT fanout.claim_tasks(:w, 1) \g /dev/null
SELECT results_eq(format('SELECT step_slug, status, output FROM fanout.steps_overview WHERE run_id = %L AND step_type = ''fanout'' ORDER BY 1', :'run'),
    $$VALUES ('a', 'completed', '[]'::jsonb), ('b', 'completed', '[]'), ('c', 'completed', '[]')$$, 'what was collected as failed is no items');
SELECT is((SELECT input -> '$errors' FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'end'), NULL, 'the step behind gets arrays');
SELECT is((SELECT status FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'end'), 'started', 'and runs');

SELECT * FROM finish();
ROLLBACK;
