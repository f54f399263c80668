BEGIN;
SELECT plan(21);

CREATE ROLE slow_owner;
SELECT fanout.grant_developer('slow_owner');
CREATE TABLE public.done (item int);
GRANT ALL ON public.done TO slow_owner;
CREATE FUNCTION public.sleeps(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.done VALUES ((i ->> 'item')::int);
    PERFORM pg_sleep((i ->> 'item')::int / 1000.0);
    RETURN i -> 'item';
EXCEPTION WHEN OTHERS THEN
    RETURN '"caught"';
END
$$;
SET ROLE slow_owner;
SELECT fanout.create_flow('f', max_attempts => 1, timeout => '1 s');
SELECT fanout.add_step('f', 'sleeps', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.sleeps');
SELECT fanout.create_flow('patient', max_attempts => 1, timeout => '1 month');
SELECT fanout.add_step('patient', 'sleeps', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.sleeps');
RESET ROLE;
SELECT fanout.register_worker('w', ARRAY['sql:']) AS w \gset

SELECT fanout.start_run('f', '[1, 2, 60000, 3, 4]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
SELECT is((SELECT ARRAY[done, remaining, next_max] FROM fanout.run_sql_tasks(:w)), ARRAY[0, 5, 2],
    'a batch is broken off by a task that takes too long, and the next has the ones before it');
SELECT is((SELECT count(*) FROM public.done), 0::bigint, 'what the batch wrote is gone');
SELECT results_eq(format('SELECT (fanout.run_sql_tasks(%s, max_tasks => 1)).done FROM generate_series(1, 2)', :w), 'VALUES (1), (1)', 'those are done');
SELECT is((SELECT ARRAY[done, remaining] FROM fanout.run_sql_tasks(:w, max_tasks => 3)), ARRAY[1, 2], 'it fails alone, and is not run a third time to be sure');
SELECT is((SELECT error FROM fanout.errors(:'run')), 'did not return within its timeout of 1000 ms (SQLSTATE PFTIM)', 'its error says why');
SELECT results_eq('SELECT item FROM public.done ORDER BY 1', 'VALUES (1), (2)', 'its neighbours were run once');

SELECT is((SELECT status FROM fanout.runs_overview WHERE run_id = :'run'), 'failed', 'the run has failed');

-- Time is counted a task at a time, and a long one is no obstacle.
SELECT fanout.start_run('f', '[250, 250, 250, 250, 250]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
-- More calls than tasks: on a slow machine one may be broken off.
SELECT fanout.run_sql_tasks(:w) FROM generate_series(1, 10);
SELECT is((SELECT count(*)::int FROM fanout.results(:'run')), 5, 'each task has its own time');
SELECT fanout.start_run('patient', '[1, 2, 300]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
SELECT fanout.run_sql_tasks(:w) FROM generate_series(1, 3);
SELECT is((SELECT count(*)::int FROM fanout.results(:'run')), 3, 'a timeout may be longer than a timer can be');

-- What a function has deferred counts, too.
CREATE TABLE public.deferring (seconds int);
GRANT ALL ON public.deferring TO slow_owner;
CREATE FUNCTION public.sleep_at_the_end() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(NEW.seconds); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER sleep AFTER INSERT ON public.deferring DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.sleep_at_the_end();
CREATE FUNCTION public.defers(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    SET CONSTRAINTS ALL DEFERRED;
    INSERT INTO public.deferring VALUES (coalesce(i -> 'item', i)::int);
    RETURN '"returned"';
END
$$;
SET ROLE slow_owner;
SELECT fanout.create_flow('defers', max_attempts => 1, timeout => '200 ms');
SELECT fanout.add_step('defers', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.defers', on_failure => 'collect');
RESET ROLE;
SELECT fanout.start_run('defers', '[60]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
SELECT is((SELECT ARRAY[done, remaining] FROM fanout.run_sql_tasks(:w)), ARRAY[1, 0], 'a task whose deferred trigger takes too long ends');
SELECT is((SELECT error FROM fanout.errors(:'run')), 'did not return within its timeout of 200 ms (SQLSTATE PFTIM)', 'as if it had taken that time itself');
SELECT is((SELECT count(*) FROM public.deferring), 0::bigint, 'and leaves nothing');

SELECT fanout.start_run('defers', '[0, 0, 60, 0, 0]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
CREATE TEMP TABLE batches (call int, done int, remaining int, next_max int);
DO $$
DECLARE
    most int := 100;
BEGIN
    FOR i IN 1..20 LOOP
        INSERT INTO batches SELECT i, r.done, r.remaining, r.next_max FROM fanout.run_sql_tasks((SELECT worker_id FROM fanout.workers WHERE name = 'w'), max_tasks => most) r RETURNING next_max INTO most;
        EXIT WHEN (SELECT remaining FROM batches WHERE call = i) = 0;
    END LOOP;
END $$;
SELECT results_eq('SELECT done, remaining FROM batches ORDER BY call', 'VALUES (0, 5), (2, 3), (0, 3), (1, 2), (2, 0)', 'in a batch it is looked for by halves');
SELECT results_eq(format('SELECT task_index, status, output FROM fanout.step_tasks WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES (0, 'completed', '"returned"'::jsonb), (1, 'completed', '"returned"'), (2, 'failed', NULL), (3, 'completed', '"returned"'), (4, 'completed', '"returned"')$$,
    'it fails alone');
SELECT is((SELECT count(*) FROM public.deferring), 4::bigint, 'its neighbours are done, once');

-- A batch that its budget ends after one task was of that one.
SELECT fanout.start_run('defers', '[60, 0]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
SET fanout.call_budget = 0;
SELECT is((SELECT ARRAY[done, remaining] FROM fanout.run_sql_tasks(:w)), ARRAY[1, 1], 'after one task it is known whose it was');
RESET fanout.call_budget;
SELECT fanout.run_sql_tasks(:w);

-- A transform's.
CREATE FUNCTION public.number(i jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT i -> 'run' $$;
CREATE FUNCTION public.defers_output(o jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT public.defers(o -> 'a') $$;
SET ROLE slow_owner;
SELECT fanout.create_flow('source'), fanout.add_step('source', 'a', handler => 'sql:public.number');
SELECT fanout.create_flow('target'), fanout.add_step('target', 'a', handler => 'nobodys');
SELECT fanout.start_run('source', '60') AS source \gset
RESET ROLE;
SELECT fanout.claim_tasks(:w, 100);
SELECT fanout.run_sql_tasks(:w);
SET fanout.max_timeout = '200ms';
SET ROLE slow_owner;
SELECT fanout.chain_runs('target', ARRAY[:'source'::uuid], transform => 'sql:public.defers_output') AS batch \gset
RESET ROLE;
RESET fanout.max_timeout;
SELECT fanout.register_worker('starter', ARRAY['flow:']) AS starter \gset
SELECT fanout.claim_tasks(:starter, 100);
SELECT is((SELECT error FROM fanout.chain_results(:'batch')), 'transform "sql:public.defers_output": did not return within its timeout of 200 ms (SQLSTATE PFTIM) (SQLSTATE PFTIM)', 'a transform''s deferred trigger has its timeout, too');

-- Within another one's call: each has its own time.
SET ROLE slow_owner;
SELECT fanout.create_flow('outer', max_attempts => 1, timeout => '300 ms');
SELECT fanout.create_flow('hasty', max_attempts => 1, timeout => '100 ms');
SELECT fanout.create_flow('lazy', max_attempts => 1, timeout => '30 s');
RESET ROLE;
SELECT fanout.grant_worker('slow_owner');
CREATE FUNCTION public.calls_another(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    PERFORM fanout.run_sql_tasks((SELECT (i #>> '{run,worker}')::bigint));
    PERFORM pg_sleep((i #>> '{run,sleeps}')::float);
    RETURN to_jsonb((SELECT count(*) FROM public.done));
END
$$;
SET ROLE slow_owner;
SELECT fanout.add_step('outer', 'a', handler => 'sql:public.calls_another');
SELECT fanout.add_step('hasty', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.sleeps');
SELECT fanout.add_step('lazy', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.sleeps');
SELECT fanout.register_worker('inner', ARRAY['sql:']) AS inner \gset
-- Runs the inner flow's tasks within the outer one's; how both end.
CREATE FUNCTION pg_temp.ends(flow text, items jsonb, sleeps float, outer_worker bigint, inner_worker bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    inner_run uuid := fanout.start_run(flow, items);
    outer_run uuid;
    began timestamptz := clock_timestamp();
BEGIN
    PERFORM fanout.claim_tasks(inner_worker, 100);
    outer_run := fanout.start_run('outer', jsonb_build_object('worker', inner_worker, 'sleeps', sleeps));
    PERFORM fanout.claim_tasks(outer_worker, 100);
    PERFORM fanout.run_sql_tasks(outer_worker);
    RETURN format('%s, inner %s%s', coalesce(substring((SELECT error FROM fanout.errors(outer_run)) FROM 'timeout of .*'), fanout.run_status(outer_run)),
        coalesce(substring((SELECT min(error) FROM fanout.errors(inner_run)) FROM 'timeout of .*'), fanout.run_status(inner_run)),
        CASE WHEN clock_timestamp() > began + interval '20 s' THEN ', late' ELSE '' END);
END
$$;
SELECT fanout.register_worker('outer', ARRAY['sql:']) AS outer \gset
SELECT is(pg_temp.ends('lazy', '[1]', 60, :outer, :inner), 'timeout of 300 ms (SQLSTATE PFTIM), inner started', 'a call within a call, which takes not long, doesn''t end the outer one''s time');
SELECT fanout.run_sql_tasks(:inner);
SELECT is(pg_temp.ends('hasty', '[1]', 60, :outer, :inner), 'timeout of 300 ms (SQLSTATE PFTIM), inner started', 'nor does one with less time');
SELECT fanout.run_sql_tasks(:inner);
SELECT is(pg_temp.ends('hasty', '[60000]', 0, :outer, :inner), 'completed, inner timeout of 100 ms (SQLSTATE PFTIM)', 'the inner one''s time ends the inner one');
SELECT is(pg_temp.ends('lazy', '[60000]', 0, :outer, :inner), 'timeout of 300 ms (SQLSTATE PFTIM), inner started', 'the outer one''s ends both');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
