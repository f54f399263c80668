-- One answer has about 16 MB of inputs; what it can't hold goes back into the queue, unattempted.
BEGIN;
SELECT plan(10);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'sql:']) AS w \gset
SELECT fanout.start_run('f', jsonb_agg(repeat('x', 1000000))) AS run FROM generate_series(1, 40) \gset
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.exchange(:w, 1, 40);
SELECT is((SELECT count(*) FROM claimed), 17::bigint, 'as many tasks as it takes to pass 16 MB');
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM claimed), ARRAY(SELECT generate_series(0, 16)), 'the first ones');
SELECT is((SELECT sum(width) FROM fanout.queue WHERE worker_id = :w), 17::bigint, 'the worker holds these');
SELECT is((SELECT sum(width) FROM fanout.queue WHERE worker_id IS NULL), 23::bigint, 'and the others wait');
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM fanout.exchange(:w, 1, 40)), ARRAY(SELECT generate_series(0, 16)),
          'the same call again gets the same tasks');
INSERT INTO claimed SELECT * FROM fanout.exchange(:w, 2, 40);
INSERT INTO claimed SELECT * FROM fanout.exchange(:w, 3, 40);
SELECT is((SELECT count(DISTINCT task_index) FROM claimed), 40::bigint, 'three calls get them all');
SELECT is((SELECT max(attempt) FROM claimed), 1, 'at their first attempt');
SELECT fanout.complete_task(:'run', 'work', task_index, to_jsonb(task_index)) FROM claimed;
SELECT is(fanout.run_output(:'run') -> 'work', (SELECT jsonb_agg(n) FROM generate_series(0, 39) n), 'and all count once');

CREATE ROLE owner;
SELECT fanout.grant_developer('owner');
CREATE FUNCTION public.size(i jsonb) RETURNS jsonb LANGUAGE sql AS $$SELECT to_jsonb(length(i ->> 'item'))$$;
SET ROLE owner;
SELECT fanout.create_flow('s');
SELECT fanout.add_step('s', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'sql:size');
SELECT fanout.start_run('s', jsonb_agg(repeat('x', 1000000))) AS run FROM generate_series(1, 40) \gset
RESET ROLE;
SELECT is((SELECT count(*) FROM fanout.exchange(:w, 4, 40) WHERE kind = 'sql'), 1::bigint, 'a claim of SQL tasks has no inputs');
-- Or fewer, where the machine is slow: a batch ends after 100 ms, too.
SELECT ok((SELECT done BETWEEN 1 AND 17 FROM fanout.run_sql_tasks(:w)), 'but a batch of them has a limit, too');

SELECT * FROM finish();
ROLLBACK;
