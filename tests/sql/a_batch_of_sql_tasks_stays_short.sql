BEGIN;
SELECT plan(13);

CREATE ROLE batch_owner;
SELECT fanout.grant_developer('batch_owner');
CREATE SEQUENCE public.tries;
CREATE TABLE public.done (item int);
CREATE FUNCTION public.slow(i jsonb) RETURNS jsonb LANGUAGE sql AS $$SELECT to_jsonb(true) FROM pg_sleep(0.04)$$;
CREATE FUNCTION public.nested(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    BEGIN
        INSERT INTO public.done VALUES ((i ->> 'item')::int);
    EXCEPTION WHEN division_by_zero THEN NULL;
    END;
    RETURN i -> 'item';
END
$$;
CREATE FUNCTION public.conflicts(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    -- nextval is not rolled back.
    IF nextval('public.tries') % 1000 <= (i -> 'item')::int THEN
        RAISE 'not now' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN 'true';
END
$$;
CREATE FUNCTION public.breaks(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.done VALUES ((i ->> 'item')::int);
    RETURN to_jsonb(100 / (i ->> 'item')::int);
END
$$;
GRANT ALL ON public.tries, public.done TO batch_owner;
SET ROLE batch_owner;
SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'slow', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.slow');
SELECT fanout.create_flow('g', max_attempts => 1);
SELECT fanout.add_step('g', 'nested', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.nested');
SELECT fanout.create_flow('h', max_attempts => 1);
SELECT fanout.add_step('h', 'conflicts', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.conflicts');
SELECT fanout.create_flow('i', max_attempts => 1);
SELECT fanout.add_step('i', 'breaks', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.breaks');
RESET ROLE;
SELECT fanout.register_worker('w', ARRAY['sql:']) AS w \gset

SELECT fanout.start_run('f', '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
SET fanout.call_budget = '100ms';
CREATE TEMP TABLE batch AS SELECT * FROM fanout.run_sql_tasks(:w);
RESET fanout.call_budget;
SELECT cmp_ok((SELECT done FROM batch), '>=', 1, 'a batch of slow tasks runs at least one');
SELECT cmp_ok((SELECT done FROM batch), '<=', 3, 'and ends after about 100 ms');
SELECT is((SELECT done + remaining FROM batch), 10, 'the others remain');
SELECT is((SELECT count(*)::int FROM fanout.results(:'run')), (SELECT done FROM batch), 'what was done is recorded');
SELECT fanout.cancel_run(:'run');
SELECT fanout.run_sql_tasks(:w);

-- An error rolls back what the batch did; the caller asks for less.
SELECT fanout.start_run('i', '[5, 0, 10, 20]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
SELECT is((SELECT ARRAY[done, remaining, next_max] FROM fanout.run_sql_tasks(:w)), ARRAY[0, 4, 1], 'after an error the next batch has the tasks before the one that failed');
SELECT is((SELECT count(*) FROM public.done), 0::bigint, 'what the handlers of a batch that failed wrote is gone');
SELECT fanout.run_sql_tasks(:w, max_tasks => 1), fanout.run_sql_tasks(:w, max_tasks => 3);
SELECT results_eq(format('SELECT task_index, status, output FROM fanout.step_tasks WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES (0, 'completed', '20'::jsonb), (1, 'failed', NULL), (2, 'started', NULL), (3, 'started', NULL)$$, 'that one fails, and nothing that would come after it is in doubt');
SELECT fanout.run_sql_tasks(:w);
TRUNCATE public.done;

SELECT setval('public.tries', 1000);
SELECT fanout.start_run('h', '[3]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
SELECT is((SELECT done FROM fanout.run_sql_tasks(:w)), 1, 'a serialization failure is tried again at once');
SELECT is((SELECT count(*) FROM fanout.task_failures WHERE run_id = :'run'), 0::bigint, 'and uses no attempt');
SELECT fanout.start_run('h', '[900]') AS run \gset
SELECT fanout.claim_tasks(:w, 100);
SELECT is((SELECT done FROM fanout.run_sql_tasks(:w)), 1, 'but not for ever');
SELECT is((SELECT error FROM fanout.errors(:'run')), 'not now (SQLSTATE 40001)', 'then it is the task''s failure');

-- A transaction keeps its subtransactions' ids, and so many are told of at most: in one that has none yet.
COMMIT;
BEGIN;
SELECT fanout.start_run('g', (SELECT jsonb_agg(i) FROM generate_series(1, 100) i)) AS run \gset
SELECT fanout.claim_tasks(:w, 100);
CREATE TEMP TABLE nested AS SELECT * FROM fanout.run_sql_tasks(:w);
SELECT ok((SELECT done BETWEEN 1 AND 50 FROM nested), 'a batch ends before its subtransactions get too many');
SELECT is((SELECT count(*)::int FROM public.done), (SELECT done FROM nested), 'nothing of it is lost');

SELECT * FROM finish();
ROLLBACK;
DROP OWNED BY batch_owner;
DROP ROLE batch_owner;
