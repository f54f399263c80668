BEGIN;
SELECT plan(4);

CREATE ROLE alice;
CREATE ROLE bob;
SELECT fanout.grant_developer('alice'), fanout.grant_developer('bob');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SET ROLE alice;
SELECT fanout.create_flow('hers', base_delay => '0'), fanout.add_step('hers', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SET ROLE bob;
SELECT fanout.create_flow('his', base_delay => '0'), fanout.add_step('his', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');

CREATE FUNCTION pg_temp.tasks(n int) RETURNS jsonb LANGUAGE sql AS 'SELECT jsonb_agg(i) FROM generate_series(1, n) i';
RESET ROLE;
CREATE TABLE claimed (flow text);
CREATE FUNCTION pg_temp.claim(claims int, tasks int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1 .. claims LOOP
        INSERT INTO claimed SELECT flow_slug FROM fanout.claim_tasks((SELECT max(worker_id) FROM fanout.workers), tasks);
    END LOOP;
END
$$;

-- Fifty runs of hers, and one of his that comes after them, with the same word as their keys.
SELECT count(fanout.start_run('hers', pg_temp.tasks(200), fair_key => 'tenant')) FROM generate_series(1, 50);
SELECT pg_temp.claim(30, 10);
TRUNCATE claimed;
SELECT fanout.start_run('his', pg_temp.tasks(200), fair_key => 'tenant');
SELECT pg_temp.claim(36, 10);
SELECT cmp_ok((SELECT count(*) FROM claimed WHERE flow = 'his'), '>=', 144::bigint, 'another owner''s key of the same name');
SELECT cmp_ok((SELECT count(*) FROM claimed WHERE flow = 'his'), '<=', 216::bigint, 'is another key');

-- What goes back stays in its owner's line.
SELECT run_id AS run FROM fanout.runs ORDER BY started_at LIMIT 1 \gset
SELECT fanout.fail_task(run_id, step_slug, task_index, 'again') FROM fanout.step_tasks WHERE run_id = :'run' AND status = 'started';
SELECT fanout.unregister_worker(:w);
SELECT is((SELECT count(*) FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.runs r USING (run_id)
            WHERE q.fair_key <> r.fair_key OR q.fair_owner <> r.owner), 0::bigint, 'rows that come back are in their owner''s line');
SELECT fanout.cancel_run(:'run'), fanout.resume_run(:'run');
SELECT is((SELECT count(DISTINCT (q.fair_key, q.fair_owner)) FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'run'),
          1::bigint, 'and so are those of a run that goes on');

SELECT * FROM finish();
ROLLBACK;
