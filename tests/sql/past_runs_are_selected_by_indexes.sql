BEGIN;
SELECT plan(8);

CREATE ROLE past_dev;
CREATE ROLE past_other;
SELECT fanout.grant_developer('past_dev');
SELECT fanout.create_flow('f' || i) FROM generate_series(0, 19) i;
INSERT INTO fanout.runs (run_id, flow_id, generation, status, name, owner, input, started_at, completed_at, error, error_is_final)
SELECT gen_random_uuid(), f.flow_id, 0, CASE WHEN i % 200 = 0 THEN 'failed' ELSE 'completed' END, 'run ' || i % 1000,
       CASE WHEN i % 7 = 0 THEN 'past_other' ELSE 'past_dev' END::regrole, '{}', '2026-01-01'::timestamptz + i * interval '1 s', '2026-02-01',
       CASE WHEN i % 200 = 0 THEN 'x' END, CASE WHEN i % 200 = 0 THEN false END
  FROM generate_series(1, 100000) i JOIN fanout.flows f ON f.flow_slug = 'f' || i % 20;
ANALYZE fanout.runs, fanout.flows;

CREATE FUNCTION pg_temp.plan_of(columns text, condition text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE format('EXPLAIN (FORMAT JSON) SELECT %s FROM fanout.runs_overview %s', columns, condition) INTO plan;
    RETURN plan;
END $$;
-- Whether the plan of a query over runs_overview reads all runs.
CREATE FUNCTION pg_temp.reads_all(condition text) RETURNS boolean LANGUAGE sql RETURN
    jsonb_path_exists(pg_temp.plan_of('run_id', condition), '$.** ? (@."Node Type" == "Seq Scan" && @."Relation Name" == "runs")');
-- Whether all that it finds is sorted before the first is known, and so its sums are taken.
CREATE FUNCTION pg_temp.sorts(condition text) RETURNS boolean LANGUAGE sql RETURN
    jsonb_path_exists(pg_temp.plan_of('*', condition), '$.** ? (@."Node Type" == "Sort")');
GRANT USAGE ON SCHEMA fanout TO past_dev;
SET ROLE past_dev;
SELECT is(count(*), 4286::bigint, 'a developer sees their own runs of a flow') FROM fanout.runs_overview WHERE flow = 'f3';
SELECT is(pg_temp.reads_all('WHERE flow = ''f3'' AND status = ''completed'''), false, 'by flow and status');
SELECT is(pg_temp.reads_all('WHERE flow = ''f3'' AND started_at >= ''2026-01-01 12:00'' AND started_at < ''2026-01-01 13:00'' ORDER BY started_at'), false, 'by flow and time');
SELECT is(pg_temp.reads_all('WHERE name = ''run 7'''), false, 'by name');
SELECT is(pg_temp.reads_all('WHERE flow = ''f3'' ORDER BY started_at DESC LIMIT 10 OFFSET 20'), false, 'the newest of a flow, from an offset on');
SELECT is(pg_temp.reads_all('ORDER BY started_at DESC LIMIT 10 OFFSET 20'), false, 'the newest of all');
SELECT is(pg_temp.reads_all('WHERE status = ''failed'' ORDER BY started_at DESC LIMIT 10'), false, 'those that failed');
SELECT is(pg_temp.sorts('ORDER BY started_at DESC LIMIT 10'), false, 'the newest of all, and no more than those');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
