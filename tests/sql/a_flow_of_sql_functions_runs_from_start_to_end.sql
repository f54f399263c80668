BEGIN;
SELECT plan(24);

-- Not a superuser's flow, and no temporary table of this session is its owner's.
CREATE ROLE numbers_owner;
SELECT fanout.grant_developer('numbers_owner');
CREATE FUNCTION public.numbers(i jsonb) RETURNS jsonb LANGUAGE sql AS
    $$SELECT jsonb_agg(n) FROM generate_series(1, (i -> 'run' ->> 'n')::int) n$$;
CREATE FUNCTION public.doubled(i jsonb) RETURNS jsonb LANGUAGE sql AS $$SELECT to_jsonb((i ->> 'item')::numeric * 2)$$;
CREATE FUNCTION public."Sum Of"(i jsonb) RETURNS jsonb LANGUAGE sql AS
    $$SELECT to_jsonb(sum(n::numeric)) FROM jsonb_array_elements_text(i -> 'doubled') n$$;
SET ROLE numbers_owner;
SELECT fanout.create_flow('numbers');
SELECT fanout.add_step('numbers', 'numbers', handler => 'sql:numbers');
SELECT fanout.add_step('numbers', 'doubled', ARRAY['numbers'], 'fanout', 'sql:public.doubled');
SELECT fanout.add_step('numbers', 'sum', ARRAY['doubled'], handler => 'sql:"Sum Of"(jsonb)');
RESET ROLE;
SELECT is((SELECT array_agg(handler ORDER BY position) FROM fanout.steps), ARRAY['sql:public.numbers', 'sql:public.doubled', 'sql:public."Sum Of"'],
          'a function''s name is kept qualified and quoted');
SELECT fanout.register_worker('w', ARRAY['sql:', 'fanout:']) AS w \gset

CREATE SEQUENCE calls;
-- What a worker does: exchange, run the SQL claims in batches, run internal claims, until there is nothing.
CREATE FUNCTION pg_temp.drive(w bigint, claim_size int, OUT tasks int, OUT internal int) LANGUAGE plpgsql AS $$
DECLARE
    claims text[];
    claim text;
    b record;
    next_max int;
BEGIN
    tasks := 0; internal := 0;
    FOR round IN 1..1000 LOOP
        claims := ARRAY(SELECT kind || ' ' || claim_id FROM fanout.exchange(w, nextval('calls'), claim_size));
        EXIT WHEN claims = '{}';
        FOREACH claim IN ARRAY claims LOOP
            IF split_part(claim, ' ', 1) = 'internal' THEN
                PERFORM fanout.run_internal(w, split_part(claim, ' ', 2)::bigint);
                internal := internal + 1;
                CONTINUE;
            END IF;
            next_max := NULL;
            LOOP
                b := fanout.run_sql_tasks(w, split_part(claim, ' ', 2)::bigint, next_max);
                next_max := b.next_max;
                tasks := tasks + b.done;
                EXIT WHEN b.remaining = 0;
            END LOOP;
        END LOOP;
    END LOOP;
END
$$;

SELECT fanout.start_run('numbers', '{"n": 4}') AS run \gset
SELECT is((SELECT tasks FROM pg_temp.drive(:w, 100)), 6, 'one, four and one task');
SELECT is(fanout.run_output(:'run'), '{"sum": 20}', 'a list, doubled item by item, summed');
SELECT is((SELECT output FROM fanout.steps_overview WHERE step_slug = 'doubled'), '[2, 4, 6, 8]', 'in order');
SELECT results_eq('SELECT DISTINCT worker, attempts, status FROM fanout.step_tasks', $$VALUES ('w', 1, 'completed')$$, 'every task is recorded');
SELECT is(fanout.work_left(ARRAY['sql:']), false, 'no work is left');
SELECT fanout.start_run('numbers', '{"n": 20000}') AS run \gset
SELECT is(fanout.work_left(ARRAY['sql:']), true, 'now there is');
SELECT is(fanout.work_left(ARRAY['sql:'], ARRAY['elsewhere']), false, 'but not in another queue');
SELECT is(fanout.work_left(ARRAY['h']), false, 'nor for another handler');
SELECT is((SELECT ARRAY[tasks, internal] FROM pg_temp.drive(:w, 6000)), ARRAY[20002, 2],
                  'a large step is started and finished by work of the engine''s own');
SELECT is(fanout.run_output(:'run'), '{"sum": 400020000}', 'and right');

-- A source that gives SQL NULL.
CREATE FUNCTION public.nothing(i jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT NULL::jsonb';
SET ROLE numbers_owner;
SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 'source', handler => 'sql:nothing');
SELECT fanout.add_step('g', 'spread', ARRAY['source'], 'fanout', 'sql:doubled');
RESET ROLE;
SELECT fanout.start_run('g') AS run \gset
SELECT pg_temp.drive(:w, 10);
SELECT alike((SELECT error FROM fanout.run_outputs WHERE run_id = :'run'), 'step "spread"%the output of step "source" is not an array but null; %coalesce%',
          'a source that returns SQL NULL fails the run');

-- A superuser's flow stops running SQL when the setting is turned off.
SELECT fanout.create_flow('h', max_attempts => 1);
SELECT fanout.add_step('h', 'powerful', handler => 'sql:nothing');
SELECT fanout.start_run('h') AS run \gset
SET fanout.superuser_handlers = off;
SELECT pg_temp.drive(:w, 10);
SELECT is((SELECT error FROM fanout.errors(:'run')), 'step "powerful" of flow "h": SQL handlers of a superuser''s flow do not run (SQLSTATE PFHDL)',
          'a superuser''s handlers do not run where the setting is off');
SELECT fanout.start_run('numbers', '{"n": 2}') AS run \gset
SELECT pg_temp.drive(:w, 10);
SELECT is(fanout.run_output(:'run'), '{"sum": 6}', 'while other people''s do');

-- Which claims run_sql_tasks takes.
SELECT is((SELECT done FROM fanout.run_sql_tasks(:w)), 0, 'without a claim there is nothing to run');
SELECT fanout.register_worker('other', ARRAY['sql:', 'h', 'fanout:']) AS other \gset
SELECT fanout.start_run('numbers', '{"n": 1}') AS run \gset
SELECT claim_id AS claim FROM fanout.claim_tasks(:w, 1) \gset
SELECT throws_ok(format('SELECT fanout.run_sql_tasks(%s, %s)', :other, :claim), 'PFSTL',
                 format('claim %s is not this worker''s SQL claim', :claim), 'another worker''s claim is stale');
SELECT throws_ok(format('SELECT fanout.run_internal(%s, %s)', :w, :claim), 'PFSTL',
                 format('claim %s is not this worker''s internal claim', :claim), 'an SQL claim is no internal claim');
SELECT throws_ok(format('SELECT fanout.run_sql_tasks(%s, %s)', 424242, :claim), 'PFWRK', 'worker 424242 is not registered', 'an unknown worker runs nothing');
SELECT throws_ok(format('SELECT fanout.complete_task(%L, step_slug, task_index, ''1'') FROM fanout.step_tasks WHERE run_id = %1$L AND status = ''started''', :'run'),
                 'PFTSK', format('complete_task: claim %s is of SQL tasks, which no worker completes or fails', :claim), 'no worker completes an SQL task');
SELECT throws_ok(format('SELECT fanout.fail_task(%L, step_slug, task_index, ''no'') FROM fanout.step_tasks WHERE run_id = %1$L AND status = ''started''', :'run'),
                 'PFTSK', NULL, 'or fails it');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 1000, 0, ARRAY[%s], ARRAY[0], ARRAY[''1''])', :w, :claim),
                 'PFTSK', format('exchange: claim %s is of SQL tasks, which no worker completes or fails', :claim), 'nor in an exchange');
SELECT is((SELECT done FROM fanout.run_sql_tasks(:w)), 1, 'without a claim_id it takes the oldest');
SELECT fanout.cancel_run(:'run');
SELECT fanout.start_run('numbers', '{"n": 1}') AS run \gset
SELECT claim_id AS claim FROM fanout.claim_tasks(:w, 1) \gset
SELECT fanout.cancel_run(:'run');
SELECT is((SELECT ARRAY[done, remaining] FROM fanout.run_sql_tasks(:w, :claim)), ARRAY[0, 0], 'a cancelled run''s tasks are not run');
SELECT is((SELECT count(*) FROM fanout.task_results WHERE run_id = :'run'), 0::bigint, 'and have no result');

SELECT * FROM finish();
ROLLBACK;
