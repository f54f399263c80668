-- The scans below a look at tasks remember which entries of an index are dead, each in memory that outlives a row.
BEGIN;
SELECT plan(4);

SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 's', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.start_run('f', (SELECT jsonb_agg(n) FROM generate_series(0, 299) n)) AS run \gset
CREATE FUNCTION pg_temp.complete_all(worker bigint, run uuid) RETURNS void LANGUAGE sql AS $$
    SELECT fanout.claim_tasks(worker, 300);
    SELECT fanout.complete_task(run, 's', n, to_jsonb(n)) FROM generate_series(0, 299) n;
$$;

SAVEPOINT before;
SELECT pg_temp.complete_all(:w, :'run');
ROLLBACK TO before;
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'run' AND status = 'queued' AND input IS NOT NULL), 300::bigint,
    'results that were rolled back are not seen');
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'run' AND status = 'queued' AND input IS NOT NULL), 300::bigint, 'nor the next time');
SELECT pg_temp.complete_all(:w, :'run');
SELECT is((SELECT sum((output)::int) FROM fanout.step_tasks WHERE run_id = :'run'), 44850::bigint, 'and those behind them are');
SELECT is((SELECT count(*) FROM fanout.results(:'run')), 300::bigint, 'in order, too');

SELECT * FROM finish();
ROLLBACK;
