-- Somebody with the right to has deleted rows of fanout.results. What comes after them is never taken for them.
BEGIN;
SELECT plan(27);

SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'parts', step_type => 'fanout', fanout_from => 'run', handler => 'h'),
       fanout.add_step('f', 'sum', depends_on => '{parts}', handler => 'later');
SELECT fanout.create_flow('b');
SELECT fanout.add_step('b', 'batches', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 2),
       fanout.add_step('b', 'sum', depends_on => '{batches}', handler => 'later');
SELECT fanout.create_flow('p', base_delay => '0', max_attempts => 1);
SELECT fanout.add_step('p', 'parts', step_type => 'fanout', fanout_from => 'run', handler => 'h'),
       fanout.add_step('p', 'more', depends_on => '{parts}', step_type => 'fanout', handler => 'later');
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w, fanout.register_worker('v', ARRAY['later', 'fanout:']) AS v \gset

CREATE FUNCTION pg_temp.next_call(w bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT coalesce(max(sequence), 0) + 1 FROM fanout.exchanges WHERE worker_id = w $$;
CREATE TEMP TABLE held (claim_id bigint, task_index int, output text);
CREATE FUNCTION pg_temp.claim(w bigint) RETURNS bigint LANGUAGE sql AS $$
    WITH claimed AS (
        INSERT INTO pg_temp.held SELECT claim_id, task_index, coalesce(input::jsonb -> 'items', input::jsonb -> 'item', '0')
                          FROM fanout.exchange(w, pg_temp.next_call(w), 100) WHERE kind = 'task' RETURNING 1)
    SELECT count(*) FROM claimed $$;
CREATE FUNCTION pg_temp.complete(w bigint, below int) RETURNS void LANGUAGE sql AS $$
    SELECT fanout.exchange(w, pg_temp.next_call(w), 0, array_agg(claim_id), array_agg(task_index), array_agg(output)) FROM pg_temp.held WHERE task_index < below;
    DELETE FROM pg_temp.held WHERE task_index < below $$;
CREATE FUNCTION pg_temp.items(n int) RETURNS jsonb LANGUAGE sql AS $$ SELECT jsonb_agg(g) FROM generate_series(0, n - 1) g $$;

-- An array.
SELECT fanout.start_run('f', pg_temp.items(50)) AS run \gset
SELECT is(pg_temp.claim(:w), 50::bigint, 'fifty tasks are claimed');
SELECT pg_temp.complete(:w, 30);
SELECT lose_outputs(min(state_id), 3, 17, 18, 19) FROM fanout.step_states;
SELECT pg_temp.complete(:w, 50);
SELECT is(fanout.run_status(:'run'), 'failed', 'a run of which four results are gone fails');
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'),
    'step "parts": its results can''t be aggregated: step "parts" of flow "f": the results of 4 of its 50 tasks are missing: 3, 17 to 19 (SQLSTATE PFMIS)',
    'and says which');
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'sum' AND status = 'completed'), 0::bigint, 'what depends on it gets nothing');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(:w), 4::bigint, 'a resume runs these tasks again');
SELECT pg_temp.complete(:w, 50);
SELECT is((SELECT output FROM fanout.step_states WHERE run_id = :'run' AND output IS NOT NULL), pg_temp.items(50), 'and the array is whole');
SELECT is(pg_temp.claim(:v), 1::bigint, 'for what depends on it');
SELECT pg_temp.complete(:v, 1);

-- Batches; a result of a batch, and the items of one that has failed.
SELECT fanout.start_run('b', pg_temp.items(9)) AS run \gset
SELECT is(pg_temp.claim(:w), 5::bigint, 'five batches');
SELECT pg_temp.complete(:w, 4);
SELECT lose_outputs(max(state_id) - 1, 1) FROM fanout.step_states;
SELECT pg_temp.complete(:w, 5);
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'),
    'step "batches": its results can''t be aggregated: step "batches" of flow "b": the results of 1 of its 5 tasks are missing: 1 (SQLSTATE PFMIS)',
    'a batch is missed, too');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(:w), 1::bigint, 'and runs again');
SELECT pg_temp.complete(:w, 5);
SELECT is((SELECT output FROM fanout.step_states WHERE run_id = :'run' AND output IS NOT NULL), pg_temp.items(9), 'for the whole array');
SELECT pg_temp.claim(:v);
SELECT pg_temp.complete(:v, 1);

-- A single step, in the transaction that would complete it: a trigger takes its result away.
SELECT fanout.create_flow('one');
SELECT fanout.add_step('one', 'only', handler => 'h'), fanout.add_step('one', 'next', depends_on => '{only}', handler => 'later');
CREATE FUNCTION public.nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER taken_away BEFORE INSERT ON fanout.results FOR EACH ROW EXECUTE FUNCTION public.nothing();
SELECT fanout.start_run('one') AS run \gset
SELECT is(pg_temp.claim(:w), 1::bigint, 'one task');
SELECT pg_temp.complete(:w, 1);
SELECT is((SELECT error FROM fanout.runs_overview WHERE run_id = :'run'), 'step "only": the result of its task is missing (SQLSTATE PFMIS)', 'without a result a single step fails');
DROP TRIGGER taken_away ON fanout.results;
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.claim(:w), 1::bigint, 'it runs again, too');
SELECT pg_temp.complete(:w, 1);
SELECT is(pg_temp.claim(:v), 1::bigint, 'and then what depends on it');
SELECT pg_temp.complete(:v, 1);
SELECT is(fanout.run_status(:'run'), 'completed', 'to the end');

-- The items of a pipelined step are results.
SELECT fanout.start_run('p', pg_temp.items(3)) AS run \gset
SELECT pg_temp.claim(:w);
SELECT pg_temp.complete(:w, 3);
SELECT lose_outputs(min(state_id), 1) FROM fanout.step_states WHERE run_id = :'run';
SELECT results_eq(format('SELECT task_index, input IS NULL FROM fanout.exchange(%s, pg_temp.next_call(%1$s), 10) WHERE kind = ''task'' ORDER BY 1', :v),
    'VALUES (0, false), (1, true), (2, false)', 'a task whose item is gone comes without input');
SELECT fanout.fail_task(:'run', 'more', 1, 'no input');
SELECT is((SELECT status FROM fanout.runs_overview WHERE run_id = :'run'), 'failed', 'and can be failed');
SELECT fanout.resume_run(:'run');
SELECT results_eq(format('SELECT task_index, input IS NULL FROM fanout.exchange(%s, pg_temp.next_call(%1$s), 10) WHERE kind = ''task'' ORDER BY 1', :v),
    'VALUES (0, false), (1, true), (2, false)', 'also after a resume, which waits for no item that nothing gives any more');
SELECT fanout.fail_task(:'run', 'more', 1, 'no input');
SELECT is((SELECT status FROM fanout.runs_overview WHERE run_id = :'run'), 'failed', 'and can be failed again');

-- Where they go in order, and where the step begins only when they are gone.
SELECT fanout.create_flow('q', base_delay => '0', max_attempts => 1);
SELECT fanout.add_step('q', 'parts', step_type => 'fanout', fanout_from => 'run', handler => 'h'),
       fanout.add_step('q', 'first', handler => 'h'),
       fanout.add_step('q', 'more', depends_on => '{parts}', step_type => 'fanout', handler => 'later', max_concurrency => 1),
       fanout.add_step('q', 'late', depends_on => '{parts, first}', fanout_from => 'parts', step_type => 'fanout', handler => 'later');
SELECT fanout.start_run('q', pg_temp.items(3)) AS run \gset
SELECT count(*) FROM fanout.exchange(:w, pg_temp.next_call(:w), 100);
CREATE TEMP TABLE first AS SELECT q.queue_id AS claim_id FROM fanout.queue q JOIN fanout.step_states s USING (state_id) JOIN fanout.steps t USING (step_id)
    WHERE q.worker_id = :w AND t.step_slug = 'first';
SELECT fanout.exchange(:w, pg_temp.next_call(:w), 0, array_agg(q.queue_id), array_agg(i), array_agg(i::text))
  FROM fanout.queue q CROSS JOIN LATERAL (SELECT generate_series(lower(r), upper(r) - 1) FROM unnest(q.indexes) r) x (i) WHERE q.worker_id = :w AND q.queue_id NOT IN (SELECT claim_id FROM first);
SELECT lose_outputs(min(state_id), 0, 1) FROM fanout.step_states WHERE run_id = :'run';
SELECT fanout.exchange(:w, pg_temp.next_call(:w), 0, array_agg(claim_id), '{0}', '{1}') FROM first;
SELECT is((SELECT status FROM fanout.steps_overview WHERE run_id = :'run' AND step_slug = 'parts'), 'completed', 'what gives the items is completed');
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'late' AND status = 'queued'), 3::bigint, 'all tasks of the later step come');
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM fanout.step_tasks WHERE run_id = :'run' AND step_slug = 'more' AND status = 'queued'), ARRAY[0, 1, 2], 'and of those that go in order, too');

-- So are a batch's, while it is worked at: nobody else's outcomes are kept by that.
SELECT fanout.create_flow('batches', max_attempts => 3), fanout.add_step('batches', 'pairs', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 2, on_failure => 'collect');
SELECT fanout.start_run('batches', pg_temp.items(6)) AS run \gset
CREATE TEMP TABLE held_batches AS SELECT claim_id, task_index, input::jsonb -> 'items' AS output FROM fanout.exchange(:w, pg_temp.next_call(:w), 10) WHERE kind = 'task';
SELECT lose_items(min(state_id), 1) FROM fanout.step_states WHERE run_id = :'run';
SELECT fanout.exchange(:w, pg_temp.next_call(:w), 0, array_agg(claim_id), array_agg(task_index), array_agg(output::text), '{}', '{}') FROM held_batches;
SELECT is((SELECT string_agg(error, '; ') FROM fanout.task_failures WHERE run_id = :'run'),
    'the items of its batch are missing (SQLSTATE PFMIS): something has removed rows of fanout.tasks', 'a batch whose items are gone fails, at once');
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM task_outputs r JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'run' AND r.output IS NOT NULL),
    '{0,2}', 'and the others are recorded');

-- An array that no step needs is put together when it is asked for, which may be long after.
CREATE FUNCTION pg_temp.refusal_of(state bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    state_code text;
    hint text;
BEGIN
    PERFORM fanout.state_output(state);
    RETURN 'none';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state_code = RETURNED_SQLSTATE, hint = PG_EXCEPTION_HINT;
    RETURN state_code || ': ' || hint;
END
$$;
SELECT fanout.start_run('p', pg_temp.items(3)) AS run \gset
SELECT pg_temp.claim(:w);
SELECT pg_temp.complete(:w, 3);
SELECT pg_temp.claim(:v);
SELECT pg_temp.complete(:v, 3);
SELECT is(fanout.run_status(:'run'), 'completed', 'a run completes');
SELECT lose_outputs(min(state_id), 1) FROM fanout.step_states WHERE run_id = :'run';
SELECT is((SELECT pg_temp.refusal_of(min(state_id)) FROM fanout.step_states WHERE run_id = :'run'),
    'PFMIS: Something has removed rows of fanout.results since the step has completed: start another run.', 'what is missed then is not for a resume');

SELECT * FROM finish();
ROLLBACK;
