BEGIN;
SELECT plan(7);

SELECT fanout.create_flow('leaf');
SELECT fanout.add_step('leaf', 'work', handler => 'h');
SELECT fanout.create_flow('top', max_attempts => 1);
SELECT fanout.add_step('top', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:leaf');
SELECT fanout.register_worker('w', ARRAY['h', 'flow:', 'fanout:']) AS w \gset

SELECT fanout.start_run('top', '["a", "b"]', 'first') AS first_run \gset
SELECT fanout.start_run('top', '["c"]', 'second') AS second_run \gset
SELECT fanout.start_run('top', '["d"]', 'third') AS third_run \gset
CREATE TEMP TABLE claimed AS SELECT * FROM fanout.claim_tasks(:w, 10);
SELECT is((SELECT count(*) FROM fanout.runs WHERE depth = 1), 4::bigint, 'one call starts the child runs of three runs');
SELECT is((SELECT count(*) FROM claimed), 4::bigint, 'and claims their tasks');

SELECT fanout.complete_task(run_id, step_slug, task_index, to_jsonb(input -> 'run')) FROM claimed;
SELECT is((SELECT count(*) FROM fanout.queue WHERE kind = 'child'), 4::bigint, 'the ends of the children wait');

-- One of them can't be recorded.
SELECT state_id AS second_state FROM fanout.step_states WHERE run_id = :'second_run' \gset
CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state_id = TG_ARGV[0]::bigint THEN
        RAISE EXCEPTION 'refused for good';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse BEFORE INSERT ON fanout.results FOR EACH ROW EXECUTE FUNCTION pg_temp.refuse(:second_state);
SELECT fanout.claim_tasks(:w, 10), fanout.claim_tasks(:w, 10), fanout.claim_tasks(:w, 10);
SELECT results_eq('SELECT name, status FROM fanout.runs WHERE depth = 0 ORDER BY started_at, name',
    $$VALUES ('first', 'completed'), ('second', 'started'), ('third', 'completed')$$, 'those of the others are recorded');
SELECT is((SELECT indexes::text FROM fanout.queue WHERE kind = 'child'), '{[0,1)}', 'that one waits');
SET fanout.clock_offset = '2s';
SELECT fanout.claim_tasks(:w, 10), fanout.claim_tasks(:w, 10);
SELECT is(fanout.run_status(:'second_run'), 'failed', 'and fails its step once the error lasts');
SELECT matches((SELECT error FROM fanout.runs WHERE run_id = :'second_run'), 'its child runs: refused for good', 'with its reason');

SELECT * FROM finish();
ROLLBACK;
