BEGIN;
SELECT plan(9);

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
SELECT fanout.run_sql_tasks(:w) FROM generate_series(1, 5);
SELECT is((SELECT count(*)::int FROM fanout.results(:'run')), 5, 'each task has its own time');
SELECT fanout.start_run('patient', '[1, 2, 300]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
SELECT fanout.run_sql_tasks(:w) FROM generate_series(1, 3);
SELECT is((SELECT count(*)::int FROM fanout.results(:'run')), 3, 'a timeout may be longer than a timer can be');

SELECT * FROM finish();
ROLLBACK;
