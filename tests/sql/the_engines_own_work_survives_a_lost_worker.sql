BEGIN;
SELECT plan(13);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('f', 'count', ARRAY['work'], handler => 'h');
SELECT fanout.register_worker('one', ARRAY['h', 'fanout:']) AS one \gset
SET fanout.inline_tasks = 20000;
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 10001) i)) AS run \gset
RESET fanout.inline_tasks;
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.exchange(:one, 1, 20000);
CREATE TEMP TABLE answer AS
    SELECT e.* FROM (SELECT array_agg(claim_id) c, array_agg(task_index) i, array_agg('1'::text) o, array_agg(NULL::text) x, array_agg(false) f FROM claimed) a,
    LATERAL fanout.exchange(:one, 2, 10, c, i, o, x, f) e;
SELECT results_eq('SELECT kind, step_slug, input::text FROM answer', $$VALUES ('internal', 'work', NULL)$$,
                  'finishing a step of 10,001 tasks is a claim like others');
SELECT claim_id AS claim FROM answer \gset
SELECT is((SELECT status FROM fanout.steps_overview WHERE step_slug = 'work'), 'started', 'until it is run the step goes on');
SELECT fanout.register_worker('two', ARRAY['fanout:']) AS two \gset
SELECT throws_ok(format('SELECT fanout.run_internal(%s, %s)', :two, :claim), 'PFSTL', NULL, 'another worker can''t run it');
SELECT throws_ok(format('SELECT fanout.run_sql_tasks(%s, %s)', :one, :claim), 'PFSTL', NULL, 'nor is it one of SQL tasks');
SELECT is_empty(format('SELECT * FROM fanout.exchange(%s, 1, 10)', :two), 'nor claim it');

SET fanout.clock_offset = '1h';
SELECT fanout.maintain();
SELECT fanout.heartbeat(:two);
SET fanout.clock_offset = '2h';
SELECT fanout.heartbeat(:two);
SELECT is(fanout.maintain(), 1::bigint, 'when its worker is lost it is taken back');
SELECT results_eq('SELECT kind, errors::int, crashed FROM fanout.queue WHERE worker_id IS NULL', $$VALUES ('finish', 1, false)$$, 'whole, and counted');
SELECT throws_ok(format('SELECT fanout.run_internal(%s, %s)', :one, :claim), 'PFWRK', NULL, 'the lost worker can''t run it any more');
SELECT claim_id AS claim2 FROM fanout.exchange(:two, 2, 10) \gset
SELECT isnt(:claim2::bigint, :claim::bigint, 'the next claim has another id');
SELECT lives_ok(format('SELECT fanout.run_internal(%s, %s)', :two, :claim2), 'and runs');
SELECT throws_ok(format('SELECT fanout.run_internal(%s, %s)', :two, :claim2), 'PFSTL', NULL, 'once');
SELECT results_eq('SELECT step_slug, status, jsonb_array_length(output) FROM fanout.steps_overview WHERE step_slug = ''work''',
                  $$VALUES ('work', 'completed', 10001)$$, 'the step is finished');
SELECT is((SELECT status FROM fanout.steps_overview WHERE step_slug = 'count'), 'started', 'and the next one started');

SELECT * FROM finish();
ROLLBACK;
