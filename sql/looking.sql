-- Looking at one run. These read the views, so each caller sees what is theirs. They are VOLATILE: programs decide by what they
-- say, some of them in the statement that calls start_run, and what balances load (Pgpool-II) asks a replica that lags for what is STABLE.

CREATE FUNCTION fanout.run_status(run_id uuid) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_status text;
BEGIN
    SELECT r.status INTO found_status FROM fanout.run_outputs r WHERE r.run_id = run_status.run_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFRUN', MESSAGE = format('run %s does not exist', coalesce(run_id::text, 'null')),
            HINT = 'fanout.runs_overview lists the runs that you may see.';
    END IF;
    RETURN found_status;
END
$$;
COMMENT ON FUNCTION fanout.run_status IS 'The run''s status: started, completed, failed or cancelled';

CREATE FUNCTION fanout.run_output(run_id uuid) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM fanout.run_status(run_id);
    RETURN (SELECT r.output FROM fanout.run_outputs r WHERE r.run_id = run_output.run_id);
END
$$;
COMMENT ON FUNCTION fanout.run_output IS 'The outputs of the run''s leaf steps as an object; null until it is completed';

CREATE FUNCTION fanout.check_step(run_id uuid, step_slug text) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    leaves text[];
BEGIN
    PERFORM fanout.run_status(run_id);
    IF step_slug IS NULL THEN
        SELECT array_agg(l.step_slug ORDER BY l.step_slug) INTO leaves
          FROM fanout.leaf_steps l WHERE l.run_id = check_step.run_id;
        IF cardinality(leaves) = 1 THEN
            RETURN leaves[1];
        END IF;
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('run %s has %s leaf steps', run_id, coalesce(cardinality(leaves), 0)),
            HINT = format('Name the step: one of %s.', coalesce(array_to_string(leaves, ', '), 'none'));
    END IF;
    PERFORM FROM fanout.steps_overview s WHERE s.run_id = check_step.run_id AND s.step_slug = check_step.step_slug;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFSTP', MESSAGE = format('run %s has no step "%s"', run_id, step_slug),
            HINT = 'fanout.steps_overview lists the steps of a run.';
    END IF;
    RETURN step_slug;
END
$$;
COMMENT ON FUNCTION fanout.check_step IS 'The step, or the run''s only leaf where it is null; an error where there is none';

CREATE FUNCTION fanout.is_ready(run_id uuid, step_slug text DEFAULT NULL) RETURNS boolean LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF step_slug IS NULL THEN
        RETURN fanout.run_status(run_id) <> 'started';
    END IF;
    PERFORM fanout.check_step(run_id, step_slug);
    RETURN (SELECT s.status IN ('completed', 'failed', 'cancelled') FROM fanout.steps_overview s
             WHERE s.run_id = is_ready.run_id AND s.step_slug = is_ready.step_slug);
END
$$;
COMMENT ON FUNCTION fanout.is_ready IS 'Whether the run, or the step, has finished, whichever way';

CREATE FUNCTION fanout.results(run_id uuid, step_slug text DEFAULT NULL, after_index int DEFAULT -1, max_rows int DEFAULT NULL)
RETURNS TABLE (task_index int, status text, output jsonb, error text, attempts int) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    step text := fanout.check_step(run_id, step_slug);
    expected bigint := after_index + 1::bigint;
BEGIN
    IF after_index IS NULL OR after_index < -1 OR max_rows < 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'results: after_index is null or below -1, or max_rows is negative',
            HINT = 'after_index is the last index that you have read, -1 for none.';
    END IF;
    -- Read row by row, so that what has ended behind a gap costs nothing.
    FOR task_index, status, output, error, attempts IN
        SELECT r.task_index, CASE WHEN r.output IS NULL THEN 'failed' ELSE 'completed' END, r.output, r.error, r.attempt
          FROM fanout.task_results r
         WHERE r.run_id = results.run_id AND r.step_slug = step AND r.task_index > after_index
           AND r.task_index <= coalesce(after_index + max_rows::bigint, 2147483647)
         ORDER BY r.task_index
    LOOP
        EXIT WHEN task_index <> expected;
        RETURN NEXT;
        expected := expected + 1;
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.results IS
    'Results in index order while the fan-out runs, up to the first unfinished index: the last index read is the cursor (after_index). step_slug null: the only leaf';

-- In SQL, because PL/pgSQL takes no parameter and result column of one name.
CREATE FUNCTION fanout.errors(run_id uuid, step_slug text DEFAULT NULL)
RETURNS TABLE (step_slug text, task_index int, item jsonb, attempts int, error text, failed_at timestamptz)
LANGUAGE sql SET search_path = pg_catalog, pg_temp SET jit = off AS $$
    SELECT fanout.run_status($1);
    SELECT CASE WHEN $2 IS NOT NULL THEN fanout.check_step($1, $2) END;
    SELECT x.step_slug, x.task_index, x.item, x.attempts, x.error, x.failed_at
      FROM (SELECT e.step_slug, e.task_index, e.position, e.item, e.attempts, e.error, e.failed_at
              FROM fanout.task_errors e WHERE e.run_id = $1
             UNION ALL
            SELECT s.step_slug, NULL, NULL, NULL, NULL, s.error, s.failed_at
              FROM fanout.step_errors s WHERE s.run_id = $1) x
     WHERE $2 IS NULL OR x.step_slug = $2
     ORDER BY x.step_slug, x.task_index, x.position;
$$;
COMMENT ON FUNCTION fanout.errors IS
    'Tasks that failed for good, items that failed alone in their batch (task_index counts batches), and with task_index null steps that failed as a whole';

CREATE FUNCTION fanout.chain_results(batch uuid)
RETURNS TABLE (index int, source_run uuid, run uuid, status text, error text) LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $$
    SELECT fanout.run_status($1);
    SELECT r.index, r.source_run, r.run, r.status, r.error FROM fanout.chained_runs r WHERE r.batch = $1 ORDER BY r.index;
$$;
COMMENT ON FUNCTION fanout.chain_results IS
    'What became of each source run of a batch that chain_runs has started, in order: run is null until one has started, and where none could';
