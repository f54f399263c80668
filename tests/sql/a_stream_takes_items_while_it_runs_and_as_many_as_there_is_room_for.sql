BEGIN;
SELECT no_plan();

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'stream', handler => 'h', max_buffered => 3);
SELECT fanout.add_step('f', 'sum', '{work}', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset
CREATE FUNCTION pg_temp.claim(worker bigint, most int DEFAULT 100) RETURNS text LANGUAGE sql AS
$$ SELECT string_agg(step_slug || ' ' || task_index || ' ' || coalesce(input ->> 'item', input ->> 'items', '-'), ', ' ORDER BY step_slug, task_index)
     FROM fanout.claim_tasks(worker, most) $$;

SELECT fanout.start_run('f') AS run \gset
SELECT is((SELECT status || ' ' || done || '/' || total FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'work'),
    'started 0/0', 'a stream starts with nothing');
SELECT is(pg_temp.claim(:w), NULL, 'and there is nothing to claim');
SELECT is(fanout.push_items(:'run', 'work', '["a", "b"]'), 2, 'items are pushed');
SELECT is(pg_temp.claim(:w), 'work 0 a, work 1 b', 'and can be claimed at once');
SELECT is(fanout.push_items(:'run', 'work', '["c", "d", "e"]'), 1, 'three may be unfinished: of three more one is taken');
SELECT is(fanout.push_items(:'run', 'work', '["d", "e"]'), 0, 'then none');
SELECT fanout.complete_task(:'run', 'work', 1, '"B"');
SELECT is(fanout.push_items(:'run', 'work', '["d", "e"]'), 1, 'one is finished: there is room for one');
SELECT is(pg_temp.claim(:w), 'work 2 c, work 3 d', 'indexes go on');
SELECT is((SELECT count(*) FROM fanout.results(:'run', 'work')), 0::bigint, 'results are read in order: the first is missing');
SELECT fanout.complete_task(:'run', 'work', 0, '"A"');
SELECT results_eq(format('SELECT task_index, output FROM fanout.results(%L, %L)', :'run', 'work'),
    $$VALUES (0, '"A"'::jsonb), (1, '"B"')$$, 'now there are two');
SELECT fanout.complete_task(:'run', 'work', 2, '"C"');
SELECT fanout.complete_task(:'run', 'work', 3, '"D"');
SELECT is((SELECT count(*) FROM fanout.stripes), 0::bigint, 'all that was pushed is done');
SELECT is((SELECT status FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'work'), 'started', 'but the stream is open');
SELECT is(fanout.push_items(:'run', 'work', '[]'), 0, 'an empty array is no item');
SELECT is(fanout.push_items(:'run', 'work', '["e"]'), 1, 'more may come');
SELECT fanout.close_items(:'run', 'work');
SELECT throws_ok(format($$SELECT fanout.push_items(%L, 'work', '[1]')$$, :'run'), 'PFOPN', NULL, 'until it is closed');
SELECT lives_ok(format($$SELECT fanout.close_items(%L, 'work')$$, :'run'), 'closing it again does nothing');
SELECT is(fanout.is_ready(:'run', 'work'), false, 'it is not done before its last item');
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'work', 4, '"E"');
SELECT is((SELECT output FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'work'), '["A", "B", "C", "D", "E"]', 'its output is in the order of pushing');
SELECT is(pg_temp.claim(:w), 'sum 0 -', 'and what depends on it starts');

-- Nothing was ever pushed; a run that ends; one that goes on.
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.close_items(:'run', 'work');
SELECT is((SELECT output FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'work'), '[]', 'a stream without items gives an empty array');
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.push_items(:'run', 'work', '[1, 2]');
SELECT fanout.cancel_run(:'run');
SELECT throws_ok(format($$SELECT fanout.push_items(%L, 'work', '[1]')$$, :'run'), 'PFOPN', NULL, 'a run that has ended takes no items');
SELECT fanout.resume_run(:'run');
SELECT is(fanout.push_items(:'run', 'work', '[3, 4]'), 1, 'one that was resumed does');

-- What is wrong.
SELECT fanout.create_flow('late');
SELECT fanout.add_step('late', 'before', handler => 'h');
SELECT fanout.add_step('late', 'work', '{before}', 'fanout', 'h', fanout_from => 'stream');
SELECT fanout.start_run('late') AS late \gset
SELECT throws_like(format($$SELECT fanout.push_items(%L, 'work', '[1]')$$, :'late'), '%"work"%not started%', 'a step that waits takes no items');
SELECT throws_ok(format($$SELECT fanout.push_items(%L, 'before', '[1]')$$, :'late'), 'PFOPN', NULL, 'nor does one that is no stream');
SELECT throws_ok(format($$SELECT fanout.push_items(%L, 'work', '{"a": 1}')$$, :'run'), 'PFARG', NULL, 'an object is no array');
SELECT throws_ok(format($$SELECT fanout.push_items(%L, 'work', '1')$$, :'run'), 'PFARG', NULL, 'nor is a number');
SELECT throws_ok(format($$SELECT fanout.push_items(%L, 'work', NULL)$$, :'run'), 'PFARG', NULL, 'nor is SQL NULL');
SELECT throws_ok(format($$SELECT fanout.push_items(%L, 'nope', '[1]')$$, :'run'), 'PFSTP', NULL, 'an unknown step');

-- More than a stripe, and a map over a stream.
SELECT fanout.create_flow('piped');
SELECT fanout.add_step('piped', 'a', step_type => 'fanout', fanout_from => 'stream', handler => 'h', max_buffered => 5000);
SELECT fanout.add_step('piped', 'b', '{a}', 'fanout', 'h');
SELECT fanout.add_step('piped', 'c', '{b}', 'fanout', 'h');
SELECT fanout.start_run('piped') AS run \gset
SELECT is(fanout.push_items(:'run', 'a', '["x", "y"]'), 2, 'two items');
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'a', 1, '"y1"');
SELECT is(pg_temp.claim(:w, 1), 'b 1 y1', 'a map over a stream follows item by item');
SELECT fanout.complete_task(:'run', 'b', 1, '"y2"');
SELECT results_eq(format('SELECT step_slug, done, total FROM fanout.steps_overview WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES ('a', 1::bigint, 2), ('b', 1, 2), ('c', 0, 2)$$, 'all know how many there are');
SELECT is(fanout.push_items(:'run', 'a', (SELECT jsonb_agg(i) FROM generate_series(2, 1299) i)), 1298, 'many more');
SELECT fanout.close_items(:'run', 'a');
SELECT results_eq(format('SELECT stripe, remaining FROM fanout.stripes JOIN fanout.step_states s USING (state_id) JOIN fanout.steps t USING (step_id) WHERE run_id = %L AND step_slug = %L ORDER BY 1', :'run', 'c'),
    'VALUES (0, 1024), (1, 276)', 'are in the counters of the last step, too');
SELECT fanout.complete_task(:'run', 'a', 0, '"x1"');
CREATE TEMP TABLE step AS SELECT * FROM fanout.claim_tasks(:w, 0 + 10000);
DO $$
DECLARE
    worker bigint := (SELECT max(worker_id) FROM fanout.workers);
BEGIN
    WHILE EXISTS (SELECT FROM step) LOOP
        PERFORM fanout.complete_task(run_id, step_slug, task_index, to_jsonb(step_slug || task_index)) FROM step;
        TRUNCATE step;
        INSERT INTO step SELECT * FROM fanout.claim_tasks(worker, 10000);
    END LOOP;
END
$$;
SELECT is(fanout.run_output(:'run') -> 'c', (SELECT jsonb_agg('c' || i) FROM generate_series(0, 1299) i), 'and come through all three');
SELECT is((SELECT count(*) FROM fanout.stripes JOIN fanout.step_states USING (state_id) WHERE run_id = :'run'), 0::bigint, 'nothing is left to be done');

SELECT * FROM finish();
ROLLBACK;
