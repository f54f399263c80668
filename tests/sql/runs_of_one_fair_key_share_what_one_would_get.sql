BEGIN;
SELECT plan(9);

SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

CREATE FUNCTION pg_temp.tasks(n int) RETURNS jsonb LANGUAGE sql AS 'SELECT jsonb_agg(i) FROM generate_series(1, n) i';
-- Makes claims of so many tasks, one after the other, and counts those of each fair key.
CREATE TABLE claimed (n serial, fair_key text, run_id uuid);
CREATE FUNCTION pg_temp.claim(claims int, tasks int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1 .. claims LOOP
        INSERT INTO claimed (fair_key, run_id) SELECT r.fair_key, r.run_id
          FROM fanout.claim_tasks((SELECT worker_id FROM fanout.workers), tasks) c JOIN fanout.runs r USING (run_id);
    END LOOP;
END
$$;
CREATE FUNCTION pg_temp.share(key text) RETURNS numeric LANGUAGE sql AS
    'SELECT round(count(*) FILTER (WHERE fair_key = key)::numeric / count(*), 2) FROM claimed';

-- A has fifty runs, B has one that comes after them.
SELECT count(fanout.start_run('f', pg_temp.tasks(200), fair_key => 'A')) FROM generate_series(1, 50);
SELECT pg_temp.claim(30, 10);
TRUNCATE claimed;
SELECT fanout.start_run('f', pg_temp.tasks(200), fair_key => 'B');
SELECT pg_temp.claim(36, 10);
SELECT cmp_ok(pg_temp.share('B'), '>=', 0.4, 'one run gets about as many claims');
SELECT cmp_ok(pg_temp.share('B'), '<=', 0.6, 'as fifty of another key together');
SELECT pg_temp.claim(30, 10);
SELECT is((SELECT count(*) FROM claimed WHERE fair_key = 'B'), 200::bigint, 'it is done while those go on');

-- Runs that come at the same time, and those with several stripes.
SELECT fanout.cancel_run(run_id) FROM fanout.runs WHERE status = 'started';
TRUNCATE claimed;
SELECT fanout.start_run('f', pg_temp.tasks(200), fair_key => 'D');
SELECT count(fanout.start_run('f', pg_temp.tasks(5000), fair_key => 'C')) FROM generate_series(1, 3);
SELECT fanout.start_run('f', pg_temp.tasks(200));
SELECT pg_temp.claim(45, 10);
SELECT cmp_ok(pg_temp.share('C'), '<=', 0.45, 'wide runs of a key get a third, beside another key');
SELECT cmp_ok((SELECT count(*) FROM claimed WHERE fair_key IS NULL), '>=', 110::bigint, 'and a run without a key');
SELECT cmp_ok((SELECT count(*) FROM claimed WHERE fair_key = 'D'), '>=', 110::bigint, 'each of which gets as much');

-- Within a key the runs take turns.
SELECT fanout.cancel_run(run_id) FROM fanout.runs WHERE status = 'started';
TRUNCATE claimed;
SELECT fanout.start_run('f', pg_temp.tasks(20000), fair_key => 'E');
SELECT fanout.start_run('f', pg_temp.tasks(10), fair_key => 'E') AS small \gset
SELECT pg_temp.claim(20, 1000);
SELECT is((SELECT count(*) FROM claimed WHERE run_id = :'small'), 10::bigint, 'a small run doesn''t wait for a large one of its key');

-- Priority goes before fairness.
SELECT fanout.start_run('f', pg_temp.tasks(20000), fair_key => 'E');
SELECT fanout.start_run('f', '[1]', fair_key => 'E', priority => 1) AS urgent \gset
SELECT is((SELECT run_id FROM fanout.claim_tasks(:w, 1)), :'urgent', 'a run of higher priority goes first, whatever its key');
SELECT fanout.fail_task(:'urgent', 'work', 0, 'again');
SELECT is((SELECT run_id FROM fanout.claim_tasks(:w, 1)), :'urgent', 'and so does its retry');

SELECT * FROM finish();
ROLLBACK;
