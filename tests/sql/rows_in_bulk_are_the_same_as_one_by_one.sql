BEGIN;
SELECT plan(15);

SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset

-- What a run of 250 tasks writes, of which the second half is completed in one call; task 200 has a result already.
CREATE FUNCTION pg_temp.play(w bigint, sequence bigint, OUT tasks text, OUT results text, OUT left_to_do bigint, OUT status text)
LANGUAGE plpgsql AS $$
DECLARE
    run uuid := fanout.start_run('f', (SELECT jsonb_agg(jsonb_build_object('n', i, 'text', repeat('x', 5000 * (i % 50 / 49))))
                                       FROM generate_series(0, 249) i));
    state bigint := (SELECT state_id FROM fanout.step_states WHERE run_id = run);
BEGIN
    CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(w, sequence, 250);
    PERFORM fanout.exchange(w, sequence + 1, 0, array_agg(claim_id), array_agg(task_index), array_agg(input::text),
                            array_agg(NULL::text), array_agg(false)) FROM held WHERE task_index < 125;
    INSERT INTO fanout.results (state_id, claimed_at, completed_at, task_index, worker_id, generation, attempt, output)
    SELECT state, now(), now(), 200, w, generation, 1, '"before"' FROM fanout.runs WHERE run_id = run;
    PERFORM fanout.exchange(w, sequence + 2, 0, array_agg(claim_id), array_agg(task_index), array_agg(to_json(task_index)::text),
                            array_agg(NULL::text), array_agg(false)) FROM held WHERE task_index >= 125;
    SELECT md5(string_agg(concat_ws(' ', t.task_index, t.generation = r.generation, t.item), ',' ORDER BY t.task_index))
      INTO tasks FROM fanout.tasks t, fanout.runs r WHERE t.state_id = state AND r.run_id = run;
    SELECT md5(string_agg(concat_ws(' ', x.task_index, x.worker_id, x.attempt, x.output), ',' ORDER BY x.task_index))
      INTO results FROM fanout.results x WHERE x.state_id = state;
    SELECT sum(remaining) INTO left_to_do FROM fanout.stripes WHERE state_id = state;
    status := fanout.run_status(run);
    DROP TABLE held;
END
$$;

SET fanout.bulk_rows = 1000000;
CREATE TEMP TABLE one_by_one AS SELECT * FROM pg_temp.play(:w, 1);
SET fanout.bulk_rows = 1;
CREATE TEMP TABLE in_bulk AS SELECT * FROM pg_temp.play(:w, 4);
SELECT is(b.tasks, o.tasks, 'tasks are the same') FROM in_bulk b, one_by_one o;
SELECT is(b.results, o.results, 'and results') FROM in_bulk b, one_by_one o;
SELECT is((SELECT left_to_do FROM one_by_one), 1::bigint, 'a result that was there before is not counted');
SELECT is((SELECT left_to_do FROM in_bulk), 1::bigint, 'nor in bulk');
SELECT is((SELECT count(*) FROM fanout.tasks), 500::bigint, 'an index finds all of them')
  FROM (SELECT set_config('enable_seqscan', 'off', true)) s;
SELECT is((SELECT count(*) FROM generate_series(0, 249) i WHERE (SELECT item ->> 'n' FROM fanout.tasks
           WHERE state_id = (SELECT max(state_id) FROM fanout.step_states) AND task_index = i) = i::text), 250::bigint, 'each under its own key');
SELECT is((SELECT sum(pg_column_size(item)) < 100000 FROM fanout.tasks), true, 'large items are compressed');

-- The table's constraints hold.
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, 99) i)) AS run \gset
CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(:w, 7, 100);
ALTER TABLE fanout.results ADD CONSTRAINT not_five CHECK (output <> '5') NOT VALID;
SELECT throws_ok(format('SELECT fanout.exchange(%s, 8, 0, array_agg(claim_id), array_agg(task_index), array_agg(to_json(task_index)::text),
    array_agg(NULL::text), array_agg(false)) FROM held', :w), '23514', NULL, 'a row that a constraint refuses is refused');
SELECT is((SELECT count(*) FROM fanout.task_results WHERE run_id = :'run'), 0::bigint, 'with all others of the call');
ALTER TABLE fanout.results DROP CONSTRAINT not_five;
SELECT lives_ok(format('SELECT fanout.exchange(%s, 8, 0, array_agg(claim_id), array_agg(task_index), array_agg(to_json(task_index)::text),
    array_agg(NULL::text), array_agg(false)) FROM held', :w), 'which can be made again');
SELECT is(fanout.run_output(:'run') -> 'work', (SELECT jsonb_agg(i) FROM generate_series(0, 99) i), 'and gives the array');

-- Other sources: what is pushed into a stream, in two pieces, and the rows of a function.
CREATE FUNCTION rows_of(input jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$ SELECT jsonb_build_object('n', i) FROM generate_series(0, 249) i $$;
SELECT fanout.create_flow('s'), fanout.add_step('s', 'work', step_type => 'fanout', fanout_from => 'stream', handler => 'other');
SELECT fanout.create_flow('r'), fanout.add_step('r', 'work', step_type => 'fanout', fanout_from => 'sql:rows_of', handler => 'other');
CREATE FUNCTION pg_temp.spawn(bulk_rows int, OUT stream text, OUT rows text) LANGUAGE plpgsql AS $$
DECLARE
    run uuid := fanout.start_run('s');
BEGIN
    PERFORM set_config('fanout.bulk_rows', bulk_rows::text, true);
    PERFORM fanout.push_items(run, 'work', (SELECT jsonb_agg(i) FROM generate_series(0, 99) i)),
            fanout.push_items(run, 'work', (SELECT jsonb_agg(i) FROM generate_series(100, 299) i));
    SELECT md5(string_agg(task_index || ' ' || item, ',' ORDER BY task_index)) INTO stream
      FROM fanout.tasks JOIN fanout.step_states USING (state_id) WHERE run_id = run;
    run := fanout.start_run('r');
    PERFORM fanout.spawn_fanout_tasks(run, 'work');
    SELECT md5(string_agg(task_index || ' ' || item, ',' ORDER BY task_index)) INTO rows
      FROM fanout.tasks JOIN fanout.step_states USING (state_id) WHERE run_id = run;
END
$$;
SELECT results_eq('SELECT * FROM pg_temp.spawn(1)', 'SELECT * FROM pg_temp.spawn(1000000)', 'items that were pushed, and a function''s rows, are the same');
SELECT results_eq('SELECT (pg_temp.spawn(1)).*', $$SELECT
    (SELECT md5(string_agg(i || ' ' || i, ',' ORDER BY i)) FROM generate_series(0, 299) i),
    (SELECT md5(string_agg(i || ' ' || jsonb_build_object('n', i), ',' ORDER BY i)) FROM generate_series(0, 249) i)$$, 'in their order');

-- Fewer than fanout.bulk_rows, and none at all.
SET fanout.bulk_rows = 64;
SELECT fanout.start_run('f', '[1]') AS run \gset
SELECT is((SELECT count(*) FROM fanout.exchange(:w, 9, 10) WHERE kind = 'task'), 1::bigint, 'a single task');
SELECT fanout.start_run('f', '[]') AS run \gset
SELECT is(fanout.run_output(:'run'), '{"work": []}', 'no task');

SELECT * FROM finish();
ROLLBACK;
