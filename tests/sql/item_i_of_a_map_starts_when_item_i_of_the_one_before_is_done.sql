BEGIN;
SELECT no_plan();

SELECT fanout.create_flow('f', max_attempts => 2, base_delay => '0');
SELECT fanout.add_step('f', 'fetch', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('f', 'parse', '{fetch}', 'fanout', 'h');
SELECT fanout.add_step('f', 'save', '{parse}', 'fanout', 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset

-- Claims everything and says which tasks that are, with their items.
CREATE FUNCTION pg_temp.claim(worker bigint, most int DEFAULT 100) RETURNS text LANGUAGE sql AS
$$ SELECT string_agg(step_slug || ' ' || task_index || ' ' || (input ->> 'item'), ', ' ORDER BY step_slug, task_index)
     FROM fanout.claim_tasks(worker, most) $$;

SELECT fanout.start_run('f', '["a", "b", "c"]') AS run \gset
SELECT results_eq(format('SELECT step_slug, status, done, total FROM fanout.steps_overview WHERE run_id = %L ORDER BY step_slug', :'run'),
    $$VALUES ('fetch', 'started', 0::bigint, 3), ('parse', 'started', 0, 3), ('save', 'started', 0, 3)$$,
    'all three steps are started, with as many tasks');
SELECT is(pg_temp.claim(:w), 'fetch 0 a, fetch 1 b, fetch 2 c', 'only the first has tasks to do');
SELECT fanout.complete_task(:'run', 'fetch', 1, '"b1"');
SELECT is(pg_temp.claim(:w), 'parse 1 b1', 'one is done: the same one of the next step follows, with its output as item');
SELECT fanout.complete_task(:'run', 'parse', 1, '"b2"');
SELECT is(pg_temp.claim(:w), 'save 1 b2', 'and so on');
SELECT fanout.complete_task(:'run', 'save', 1, '"b3"');
SELECT is((SELECT count(*) FROM task_items WHERE state_id > (SELECT min(state_id) FROM fanout.step_states)), 0::bigint,
    'items in between are not stored twice');
SELECT results_eq(format('SELECT step_slug, task_index, status, input FROM fanout.step_tasks WHERE run_id = %L AND task_index < 2 ORDER BY 1, 2', :'run'),
    $$VALUES ('fetch', 0, 'started', '{"item": "a"}'::jsonb), ('fetch', 1, 'completed', '{"item": "b"}'),
             ('parse', 0, 'queued', '{"item": null}'), ('parse', 1, 'completed', '{"item": "b1"}'),
             ('save', 0, 'queued', '{"item": null}'), ('save', 1, 'completed', '{"item": "b2"}')$$, 'the view shows each task all the same');
SELECT fanout.complete_task(:'run', 'fetch', 2, '"c1"');
SELECT fanout.complete_task(:'run', 'fetch', 0, '"a1"');
SELECT is(pg_temp.claim(:w), 'parse 0 a1, parse 2 c1', 'several that are ready can be claimed together');
SELECT is((SELECT status FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'fetch'), 'completed', 'the first step is completed');
SELECT is((SELECT output FROM fanout.step_states s JOIN fanout.steps USING (step_id) WHERE run_id = :'run' AND step_slug = 'fetch'), NULL,
    'its array, which nobody needs, is not built');
SELECT fanout.complete_task(:'run', 'parse', 0, '"a2"');
SELECT fanout.fail_task(:'run', 'parse', 2, 'once');
SELECT is(pg_temp.claim(:w), 'parse 2 c1, save 0 a2', 'a retry gets the same item');
SELECT fanout.complete_task(:'run', 'save', 0, '"a3"');
SELECT fanout.complete_task(:'run', 'parse', 2, '"c2"');
SELECT is(pg_temp.claim(:w), 'save 2 c2', 'and goes on');
SELECT fanout.complete_task(:'run', 'save', 2, '"c3"');
SELECT is(fanout.run_output(:'run'), '{"save": ["a3", "b3", "c3"]}', 'the results are in input order');
SELECT is(fanout.run_status(:'run'), 'completed', 'and the run is completed');
SELECT is((SELECT count(*) FROM fanout.stripes) + (SELECT count(*) FROM fanout.queue), 0::bigint, 'nothing is left behind');
SELECT results_eq(format('SELECT task_index, output FROM fanout.results(%L, %L)', :'run', 'parse'),
    $$VALUES (0, '"a2"'::jsonb), (1, '"b2"'), (2, '"c2"')$$, 'results in between can be read as rows');

-- Nothing to do.
SELECT is(fanout.run_output(fanout.start_run('f', '[]')), '{"save": []}', 'no items are no items all the way');

-- A failure.
SELECT fanout.start_run('f', '[1, 2]') AS run \gset
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'fetch', 0, '10');
SELECT pg_temp.claim(:w);
SELECT fanout.fail_task(:'run', 'parse', 0, 'broken', final => true);
SELECT is((SELECT status || ': ' || error FROM fanout.runs_overview WHERE run_id = :'run'), 'failed: step "parse": task 0: broken', 'a failed task fails the run');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(:w), 'fetch 1 2, parse 0 10', 'a resume goes on in both steps, item by item');
SELECT fanout.complete_task(:'run', 'parse', 0, '11');
SELECT is(pg_temp.claim(:w), 'save 0 11', 'here the next step follows');
SELECT fanout.cancel_run(:'run');
SELECT fanout.complete_task(:'run', 'save', 0, '12');
SELECT fanout.complete_task(:'run', 'fetch', 1, '20');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(:w), 'parse 1 20', 'what came after the cancel counts in all steps');
SELECT fanout.complete_task(:'run', 'parse', 1, '21');
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'save', 1, '22');
SELECT is(fanout.run_output(:'run'), '{"save": [12, 22]}', 'and the run completes');

-- A step that waits for something else as well starts with what is ready by then.
SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 'rates', handler => 'h');
SELECT fanout.add_step('g', 'fetch', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('g', 'price', '{fetch,rates}', 'fanout', 'h', fanout_from => 'fetch');
SELECT fanout.add_step('g', 'print', '{price}', 'fanout', 'h');
SELECT fanout.start_run('g', '["x", "y", "z"]') AS run \gset
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'fetch', 2, '"z1"');
SELECT fanout.complete_task(:'run', 'fetch', 0, '"x1"');
SELECT is((SELECT string_agg(step_slug || ' ' || status, ', ' ORDER BY step_slug) FROM fanout.steps_overview WHERE run_id = :'run'),
    'fetch started, price created, print created, rates started', 'it waits');
SELECT fanout.cancel_run(:'run'), fanout.resume_run(:'run');
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'rates', 0, '2');
SELECT is(pg_temp.claim(:w), 'price 0 x1, price 2 z1', 'then starts with what is ready');
SELECT fanout.complete_task(:'run', 'fetch', 1, '"y1"');
SELECT is(pg_temp.claim(:w), 'price 1 y1', 'and goes on with what becomes ready');
SELECT fanout.complete_task(:'run', 'price', i, to_jsonb(i)) FROM generate_series(0, 2) i;
SELECT pg_temp.claim(:w);
SELECT fanout.complete_task(:'run', 'print', i, to_jsonb(i)) FROM generate_series(0, 2) i;
SELECT is(fanout.run_output(:'run'), '{"print": [0, 1, 2]}', 'to its end');

-- Ten maps deep, with more items than one stripe.
SELECT fanout.create_flow('deep');
SELECT fanout.add_step('deep', 'm0', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.add_step('deep', 'm' || i, ARRAY['m' || i - 1], 'fanout', 'h') FROM generate_series(1, 9) i;
SELECT fanout.start_run('deep', (SELECT jsonb_agg(i) FROM generate_series(0, 2499) i)) AS run \gset
CREATE FUNCTION pg_temp.work(worker bigint, INOUT sequence bigint) LANGUAGE plpgsql AS $$
DECLARE
    c bigint[] := '{}'; i int[] := '{}'; o text[] := '{}';
BEGIN
    LOOP
        sequence := sequence + 1;
        SELECT array_agg(e.claim_id), array_agg(e.task_index), array_agg(((e.input ->> 'item')::int + 1)::text) INTO c, i, o
          FROM fanout.exchange(worker, sequence, 700, coalesce(c, '{}'), coalesce(i, '{}'), coalesce(o, '{}'),
                   array_fill(NULL::text, ARRAY[coalesce(cardinality(c), 0)]), array_fill(false, ARRAY[coalesce(cardinality(c), 0)])) e
         WHERE e.kind = 'task';
        EXIT WHEN c IS NULL;
    END LOOP;
END
$$;
SELECT sequence FROM pg_temp.work(:w, 0) \gset
SELECT is(fanout.run_output(:'run') -> 'm9', (SELECT jsonb_agg(i + 10) FROM generate_series(0, 2499) i), 'ten maps deep each item has come through all');

SELECT * FROM finish();
ROLLBACK;
