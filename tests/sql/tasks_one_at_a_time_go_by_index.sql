BEGIN;
SELECT plan(8);

SELECT fanout.create_flow('f', base_delay => '10 s', max_delay => '10 s', max_attempts => 5);
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_concurrency => 1);
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 5000) i)) AS run \gset
SELECT is((SELECT count(*) FROM fanout.stripes), 1::bigint, 'there is one line of tasks, however many they are');

-- Claims a task and ends it; returns its index.
CREATE FUNCTION pg_temp.next(error text DEFAULT NULL) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    t record;
BEGIN
    SELECT * INTO t FROM fanout.claim_tasks((SELECT worker_id FROM fanout.workers), 100);
    IF error IS NULL THEN
        PERFORM fanout.complete_task(t.run_id, t.step_slug, t.task_index, '1');
    ELSE
        PERFORM fanout.fail_task(t.run_id, t.step_slug, t.task_index, error);
    END IF;
    RETURN t.task_index;
END
$$;

SELECT is(ARRAY(SELECT pg_temp.next() FROM generate_series(1, 40)), ARRAY(SELECT generate_series(0, 39)), 'they go by index');
SELECT is(pg_temp.next('not yet'), 40, 'one that fails');
SELECT is(pg_temp.next(), 41, 'lets the next pass while it waits');
SELECT is(pg_temp.next('not yet either'), 42, 'so does another');
SELECT is(ARRAY(SELECT pg_temp.next() FROM generate_series(1, 3)), ARRAY[43, 44, 45], 'the others go on by index');
SET fanout.clock_offset = '20 s';
SELECT is(ARRAY(SELECT pg_temp.next() FROM generate_series(1, 2)), ARRAY[40, 42], 'when their time has come they go first');
SELECT is(ARRAY(SELECT pg_temp.next() FROM generate_series(1, 3)), ARRAY[46, 47, 48], 'and then the others again');

SELECT * FROM finish();
ROLLBACK;
