-- A handler, a source or a transform may call what its owner may. What the call around it goes on with stays: the engine's own
-- calls, under whose locks it runs, would find it gone.
BEGIN;
SELECT plan(17);

SELECT set_config('fanout.superuser_handlers', 'on', true);
CREATE TABLE sayings (statement text);
-- Does what its item says, and gives what came of that.
CREATE FUNCTION does(t jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    result text;
BEGIN
    EXECUTE coalesce(t ->> 'item', t ->> 'run', t #>> '{}') INTO result;
    RETURN to_jsonb(result);
END
$$;
CREATE FUNCTION gives_items(t jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN EXECUTE t ->> 'run'; RETURN '[1]'; END $$;
SELECT fanout.create_flow(f, max_attempts => 1) FROM unnest('{does, sources, parent, target}'::text[]) f;
SELECT fanout.add_step('does', 'a', handler => 'sql:does');
SELECT fanout.add_step('sources', 'a', handler => 'sql:does');
SELECT fanout.add_step('sources', 'm', ARRAY['a'], step_type => 'fanout', fanout_from => 'sql:gives_items', handler => 'h');
SELECT fanout.add_step('parent', 'k', handler => 'flow:does');
SELECT fanout.add_step('target', 'a', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['sql:', 'flow:', 'fanout:'], slots => 10) AS w \gset
-- Works until nothing is left for it.
CREATE FUNCTION pg_temp.work(w bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    n int;
BEGIN
    FOR i IN 1..20 LOOP
        PERFORM FROM fanout.claim_tasks(w, 10);
        LOOP
            SELECT remaining INTO n FROM fanout.run_sql_tasks(w);
            EXIT WHEN n = 0;
        END LOOP;
    END LOOP;
END
$$;
CREATE FUNCTION pg_temp.end_of(run uuid) RETURNS text LANGUAGE sql AS
    $$SELECT concat_ws(' ', r.status, substring(r.error FROM 'SQLSTATE \w+'), r.output -> 'a') FROM fanout.run_outputs r WHERE r.run_id = run$$;

SELECT fanout.start_run('does', '"SELECT fanout.drop_flow(''does'', force => true)"') AS run \gset
SELECT pg_temp.work(:w);
SELECT is(pg_temp.end_of(:'run'), 'failed SQLSTATE PFBSY', 'a handler can''t drop its own flow');
SELECT is((SELECT error FROM fanout.errors(:'run')), 'flow "does" can''t be dropped by a function that is called for it: the call goes on (SQLSTATE PFBSY)', 'the error says so');
SELECT fanout.start_run('does', '"SELECT fanout.drop_flow(''target'', force => true)"') AS run \gset
SELECT pg_temp.work(:w);
SELECT is(pg_temp.end_of(:'run'), 'completed ""', 'but another');
SELECT fanout.create_flow('target', max_attempts => 1);
SELECT fanout.add_step('target', 'a', handler => 'h');

-- Of its own run nothing is taken from under it.
SELECT fanout.start_run('does', to_jsonb('WITH c AS MATERIALIZED (SELECT fanout.cancel_run(r.run_id) FROM fanout.runs r WHERE status = ''started'') SELECT count(*) FROM c'::text)) AS run \gset
SELECT pg_temp.work(:w);
SELECT is(pg_temp.end_of(:'run'), 'cancelled', 'it can cancel its own run');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'of which nothing is left in the queue');
SELECT fanout.start_run('does', to_jsonb('SELECT fanout.cancel_run(run_id), fanout.resume_run(run_id) FROM fanout.current_task()'::text)) AS run \gset
SELECT pg_temp.work(:w);
SELECT is(pg_temp.end_of(:'run'), 'failed SQLSTATE PFBSY', 'but not resume it as well: its own claim would be removed');
SELECT fanout.start_run('does', to_jsonb('SELECT fanout.complete_task(run_id, step_slug, task_index, ''1'') FROM fanout.current_task()'::text)) AS run \gset
SELECT pg_temp.work(:w);
SELECT is(pg_temp.end_of(:'run'), 'failed SQLSTATE PFTSK', 'nor complete its own task');
SELECT fanout.start_run('does', to_jsonb(format('SELECT fanout.report_crash(%s, queue_id) FROM fanout.queue WHERE worker_id = %1$s', :w))) AS run \gset
SELECT pg_temp.work(:w);
SELECT is(pg_temp.end_of(:'run'), 'failed SQLSTATE PFSTL', 'or report that it crashed');
SELECT fanout.start_run('does', to_jsonb(format('SELECT done FROM fanout.run_sql_tasks(%s)', :w))) AS run \gset
SELECT pg_temp.work(:w);
SELECT is(pg_temp.end_of(:'run'), 'failed SQLSTATE PFSTL', 'or run itself again');
SELECT fanout.start_run('does', to_jsonb('SELECT fanout.maintain()'::text)) AS run \gset
SELECT fanout.register_worker('other', ARRAY['h']) AS other \gset
SELECT pg_temp.work(:w);
SELECT is(pg_temp.end_of(:'run'), 'completed "0"', 'maintain leaves it alone');
SELECT fanout.start_run('does', to_jsonb(format('SELECT fanout.unregister_worker(%s)', :w))) AS run \gset
SELECT lives_ok(format('SELECT FROM fanout.claim_tasks(%s, 1)', :w), 'a worker that the handler itself');
SELECT lives_ok(format('SELECT FROM fanout.run_sql_tasks(%s)', :w), 'unregisters');
SELECT is(pg_temp.end_of(:'run'), 'completed ""', 'has recorded its task');

-- Sources, children and transforms.
SELECT fanout.register_worker('w', ARRAY['sql:', 'flow:', 'fanout:'], slots => 10) AS w \gset
SELECT fanout.start_run('sources', '"SELECT fanout.drop_flow(''sources'', force => true)"') AS run \gset
SELECT pg_temp.work(:w);
SELECT is((SELECT status || ' ' || (error LIKE '%can''t be dropped by a function that is called for it%') FROM fanout.runs WHERE run_id = :'run'), 'failed true', 'a source can''t drop its flow');
SELECT fanout.start_run('parent', '"SELECT fanout.drop_flow(''parent'', force => true)"') AS run \gset
SELECT lives_ok(format('SELECT pg_temp.work(%s)', :w), 'a child may drop its parent''s');
SELECT is((SELECT count(*) FROM fanout.runs WHERE run_id = :'run'), 0::bigint, 'which is gone then');
SELECT fanout.start_run('does', '"SELECT ''SELECT fanout.drop_flow(''''target'''', force => true)''"') AS run \gset
SELECT pg_temp.work(:w);
CREATE FUNCTION transforms(t jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$ BEGIN EXECUTE t ->> 'a'; RETURN t; END $$;
SELECT fanout.chain_runs('target', ARRAY[:'run']::uuid[], transform => 'sql:transforms') AS batch \gset
SELECT pg_temp.work(:w);
SELECT is((SELECT error LIKE '%PFBSY%' FROM fanout.chain_results(:'batch')), true, 'nor a transform the flow of the runs that it is for');

SELECT * FROM finish();
ROLLBACK;
