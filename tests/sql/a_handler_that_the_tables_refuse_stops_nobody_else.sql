-- A constraint that refuses the rows of one handler stands for whatever can go wrong with one owner's work only; a state that
-- is missing, for what the engine itself stumbles over.
BEGIN;
SELECT plan(34);

CREATE FUNCTION pg_temp.after(seconds int) RETURNS void LANGUAGE sql AS $$
    SELECT set_config('fanout.clock_offset', (seconds * 1000)::text, true)
$$;
-- Does the engine's own work, in which a second passes between attempts, until none is left.
CREATE FUNCTION pg_temp.work_off(server bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    claim bigint;
BEGIN
    FOR i IN 1..40 LOOP
        PERFORM pg_temp.after(extract(epoch FROM current_setting('fanout.clock_offset')::interval)::int + 2);
        SELECT e.claim_id INTO claim FROM fanout.exchange(server, (SELECT sequence + 1 FROM fanout.exchanges WHERE worker_id = server), 1) e
         WHERE e.kind = 'internal';
        CONTINUE WHEN claim IS NULL;
        PERFORM fanout.run_internal(server, claim);
    END LOOP;
END
$$;
-- One call completes task 0 of these runs' steps, and claims.
CREATE FUNCTION pg_temp.exchange(worker bigint, want int, output text DEFAULT '1', error text DEFAULT NULL) RETURNS SETOF text LANGUAGE sql AS $$
    WITH held AS (SELECT array_agg(q.queue_id) AS claims, count(*)::int AS n FROM fanout.queue q WHERE q.worker_id = worker)
    SELECT concat_ws(' ', e.kind, e.flow_slug, e.step_slug)
      FROM held h, fanout.exchange(worker, (SELECT sequence + 1 FROM fanout.exchanges WHERE worker_id = worker), want,
            coalesce(h.claims, '{}'), array_fill(0, ARRAY[h.n]), array_fill(output, ARRAY[h.n]), array_fill(error, ARRAY[h.n]),
            array_fill(false, ARRAY[h.n])) e ORDER BY 1
$$;

SELECT fanout.create_flow('good', base_delay => '10 s');
SELECT fanout.add_step('good', 'first', handler => 'h');
SELECT fanout.add_step('good', 'second', ARRAY['first'], handler => 'h');
SELECT fanout.create_flow('bad', base_delay => '10 s');
SELECT fanout.add_step('bad', 'first', handler => 'h');
SELECT fanout.add_step('bad', 'second', ARRAY['first'], handler => 'refused');
SELECT fanout.create_flow('late', base_delay => '10 s');
SELECT fanout.add_step('late', 'first', handler => 'refused');
SELECT fanout.create_flow('timed', run_timeout => '50 s');
SELECT fanout.add_step('timed', 'first', handler => 'refused', schedule_timeout => '40 s', start_delay => '1 h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.register_worker('r', ARRAY['refused']) AS r \gset
SELECT fanout.register_worker('server', ARRAY['fanout:']) AS server \gset
SELECT pg_temp.after(0);

-- Starting what comes next.
SELECT fanout.start_run('good') AS good \gset
SELECT fanout.start_run('bad') AS bad \gset
SELECT results_eq(format('SELECT pg_temp.exchange(%s, 9)', :w), ARRAY['task bad first', 'task good first'], 'a worker holds tasks of two runs');
SAVEPOINT held;
ALTER TABLE fanout.queue ADD CONSTRAINT fault CHECK (handler <> 'refused') NOT VALID;
SELECT results_eq(format('SELECT pg_temp.exchange(%s, 9)', :w), ARRAY[]::text[],
                  'the step of one of them can''t be started, and the call that completes both goes through');
SELECT is((SELECT count(*) FROM task_outputs), 2::bigint, 'both results are recorded');
SELECT pg_temp.work_off(:server);
SELECT results_eq(format('SELECT pg_temp.exchange(%s, 9)', :w), ARRAY['task good second'], 'the other run goes on');
SELECT is(fanout.run_status(:'bad'), 'failed', 'the one at fault fails');
SELECT matches((SELECT error FROM fanout.runs WHERE run_id = :'bad'), '^step "second": its start failed: .*violates check constraint "fault".*23514',
               'by the step that can''t be started, and says why');
SELECT is((SELECT status FROM fanout.step_states JOIN fanout.steps USING (step_id) WHERE run_id = :'bad' AND step_slug = 'first'), 'completed',
          'the step before it is completed');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'and nothing is left of it');
SELECT pg_temp.exchange(:w, 0);
SELECT is(fanout.run_status(:'good'), 'completed', 'the other run completes');
ROLLBACK TO held;

-- A state that isn't there, which the engine relies on.
DELETE FROM fanout.step_states WHERE run_id = :'bad' AND status = 'created';
SELECT lives_ok(format('SELECT pg_temp.exchange(%s, 0)', :w), 'a state that isn''t there doesn''t fail the call');
SELECT is((SELECT count(*) FROM task_outputs), 2::bigint, 'both results are recorded');
SELECT pg_temp.work_off(:server);
SELECT results_eq(format('SELECT pg_temp.exchange(%s, 9)', :w), ARRAY['task good second'], 'the other run goes on');
SELECT is(fanout.run_status(:'bad'), 'failed', 'the one at fault fails');
SELECT is((SELECT error FROM fanout.runs WHERE run_id = :'bad'), 'step "first": its count failed: pgfanout: map::at (SQLSTATE XX000)', 'and says what the engine met');
ROLLBACK TO held;

-- Failing with a retry.
SELECT fanout.start_run('late') AS late \gset
SELECT pg_temp.exchange(:r, 1);
ALTER TABLE fanout.queue ADD CONSTRAINT fault CHECK (handler <> 'refused') NOT VALID;
SELECT lives_ok(format('SELECT pg_temp.exchange(%s, 0, NULL, ''once'')', :r), 'a retry that can''t be queued doesn''t fail the call');
SELECT pg_temp.work_off(:server);
SELECT matches((SELECT error FROM fanout.runs WHERE run_id = :'late'), '"fault"', 'but its step');
ROLLBACK TO held;

-- Entering the queue after a delay.
SELECT fanout.start_run('late') AS late \gset
SELECT pg_temp.exchange(:r, 1);
SELECT pg_temp.exchange(:r, 0, NULL, 'once');
SELECT pg_temp.exchange(:w, 9, NULL, 'once');
ALTER TABLE fanout.queue ADD CONSTRAINT fault CHECK (handler <> 'refused') NOT VALID;
SELECT pg_temp.after(60);
SELECT results_eq(format('SELECT pg_temp.exchange(%s, 9)', :w), ARRAY['task bad first', 'task good first'],
                  'a row that can''t enter the queue holds up no other that is due');
SELECT pg_temp.work_off(:server);
SELECT matches((SELECT error FROM fanout.runs WHERE run_id = :'late'), 'its tasks can''t enter the queue: .*"fault"', 'and fails its step');
ROLLBACK TO held;

-- maintain.
SELECT fanout.start_run('late') AS late \gset
SELECT fanout.start_run('timed') AS timed \gset
SELECT pg_temp.exchange(:r, 1);
ALTER TABLE fanout.queue ADD CONSTRAINT fault CHECK (handler <> 'refused') NOT VALID;
SELECT pg_temp.after(25);
SELECT fanout.maintain();
SELECT pg_temp.after(60);
SELECT fanout.heartbeat(:server);
SELECT is(fanout.maintain(), 4::bigint, 'maintain takes back what lost workers held, and ends a run that is out of time');
SELECT is(fanout.run_status(:'timed'), 'failed', 'a run_timeout holds');
SELECT pg_temp.work_off(:server);
SELECT matches((SELECT error FROM fanout.runs WHERE run_id = :'late'), '"fault"', 'a claim that can''t come back fails its step');
SELECT is((SELECT count(*) FROM fanout.queue WHERE handler = 'h' AND worker_id IS NULL), 2::bigint, 'the others'' claims are back in the queue');
ROLLBACK TO held;

-- Being claimed.
SELECT fanout.register_worker('both', ARRAY['refused', 'other']) AS both \gset
SELECT fanout.create_flow('other');
SELECT fanout.add_step('other', 'first', handler => 'other');
SELECT fanout.start_run('late') AS late \gset
SELECT fanout.start_run('other') AS other \gset
ALTER TABLE fanout.queue ADD CONSTRAINT fault CHECK (handler <> 'refused') NOT VALID;
SELECT throws_ok(format('SELECT fanout.exchange(%s, 1, 9)', :both), '23514', NULL, 'what can''t be claimed fails a call');
SELECT results_eq(format('SELECT pg_temp.exchange(%s, 9)', :both), ARRAY['task other first'], 'but not the next one');
SELECT pg_temp.work_off(:server);
SELECT matches((SELECT error FROM fanout.runs WHERE run_id = :'late'), 'its tasks can''t be claimed: .*"fault"', 'and fails its step');
ROLLBACK TO held;

-- An error about values or limits is not taken for one about what was handed in.
SELECT fanout.start_run('late') AS late \gset
SELECT pg_temp.exchange(:r, 1);
ALTER TABLE fanout.results ADD CONSTRAINT fault CHECK (1 / (attempt - 1) = 0) NOT VALID;
SELECT throws_ok(format('SELECT pg_temp.exchange(%s, 0)', :r), 'PFENG', 'exchange: division by zero (SQLSTATE 22012)',
                 'an error of the engine''s own says so');
SELECT lives_ok(format('SELECT pg_temp.exchange(%s, 0, ''{'')', :w), 'a bad output is its own attempt''s failure');
ROLLBACK TO held;

-- Failing the step isn't possible either.
SELECT fanout.start_run('late') AS late \gset
SELECT pg_temp.exchange(:r, 1);
SELECT pg_temp.exchange(:r, 0, NULL, 'once');
ALTER TABLE fanout.queue ADD CONSTRAINT fault CHECK (handler <> 'refused') NOT VALID;
ALTER TABLE fanout.runs ADD CONSTRAINT fault CHECK (status <> 'failed') NOT VALID;
SELECT pg_temp.after(60);
SET LOCAL client_min_messages = error;
SELECT pg_temp.exchange(:w, 0);
SELECT pg_temp.work_off(:server);
RESET client_min_messages;
SELECT is((SELECT array_agg(kind) FROM fanout.queue JOIN fanout.step_states USING (state_id) WHERE run_id = :'late' AND available_at = 'infinity'), ARRAY['fail'], 'what can''t even be failed is put aside');
SELECT matches((SELECT reason FROM fanout.queue JOIN fanout.step_states USING (state_id) WHERE run_id = :'late'), 'can''t enter the queue.*"fault".*; its step can''t be failed: .*"fault"',
               'with all that was wrong');
SELECT ok(NOT fanout.work_left(ARRAY['fanout:']), 'and isn''t waited for');
SELECT is_empty(format('SELECT * FROM fanout.exchange(%s, 99, 9)', :server), 'nor claimed again');
ROLLBACK TO held;

-- Nor that of a step whose tasks wait behind a limit.
SELECT fanout.create_limit('narrow', max_concurrency => 1);
SELECT fanout.create_flow('limited');
SELECT fanout.add_step('limited', 'first', step_type => 'fanout', fanout_from => 'run', handler => 'refused', limits => '{narrow}', schedule_timeout => '1 min');
SELECT fanout.start_run('limited', '[0, 1]') AS limited \gset
SELECT pg_temp.exchange(:r, 1);
ALTER TABLE fanout.queue ADD CONSTRAINT fault CHECK (kind <> 'fail' AND (handler <> 'refused' OR available_at IS NOT NULL)) NOT VALID;
SET LOCAL client_min_messages = error;
SELECT pg_temp.exchange(:r, 0);
SELECT pg_temp.after(120);
SELECT fanout.heartbeat(:r);
SELECT fanout.maintain();
RESET client_min_messages;
SELECT results_eq('SELECT indexes::text, available_at, parked_on, expires_at FROM fanout.queue WHERE handler = ''refused''',
                  $$VALUES ('{[1,2)}', timestamptz 'infinity', NULL::bigint, NULL::timestamptz)$$, 'what was parked and is put aside waits for no limit and no time');
SELECT matches((SELECT reason FROM fanout.queue WHERE handler = 'refused'), 'can''t be let in.*"fault".*; its step can''t be failed: .*"fault"', 'and says why');
SELECT ok(NOT fanout.work_left(ARRAY['refused']), 'nor is it waited for');

SELECT * FROM finish();
ROLLBACK;
