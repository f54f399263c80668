BEGIN;
SELECT plan(15);

SELECT fanout.create_flow('f', max_attempts => 1);
SELECT fanout.add_step('f', 'source', handler => 'h');
SELECT fanout.add_step('f', 'spread', ARRAY['source'], 'fanout', 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

CREATE FUNCTION pg_temp.try(w bigint, output jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    run uuid := fanout.start_run('f');
BEGIN
    PERFORM fanout.claim_tasks(w, 1);
    PERFORM fanout.complete_task(run, 'source', 0, output);
    RETURN run;
END
$$;

CREATE TEMP TABLE tried AS
SELECT kind, pg_temp.try(:w, output) AS run
  FROM (VALUES ('an object', '{"a": []}'::jsonb), ('a string', '"[]"'), ('a number', '7'), ('a boolean', 'true'),
               ('null', 'null')) v (kind, output);
SELECT is(fanout.run_status(run), 'failed', kind || ' fails the run') FROM tried;
SELECT alike(error, 'step "spread"%the output of step "source" is not an array but ' || kind || '%',
            kind || ': the error names the step and what it got')
  FROM tried JOIN fanout.runs_overview ON run_id = run;
SELECT is(count(*) FILTER (WHERE error LIKE '%coalesce(jsonb_agg(...), ''[]'')%'), 1::bigint, 'of null it says what to write') FROM fanout.runs_overview;
SELECT is((SELECT count(*) FROM fanout.errors((SELECT run FROM tried LIMIT 1)) WHERE step_slug = 'spread' AND task_index IS NULL),
          1::bigint, 'errors() has the step, with no task');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'nothing is left in the queue');
SELECT is((SELECT count(*) FROM task_outputs), 5::bigint, 'the sources'' results are kept');

SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 'spread', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT is(fanout.run_status(fanout.start_run('g', '{}')), 'failed', 'nor is a run''s input that is an object');

SELECT * FROM finish();
ROLLBACK;
