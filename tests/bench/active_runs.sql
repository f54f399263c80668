-- What an exchange that claims 100 tasks takes where one run is active and where 10,000 of mixed sizes are. Prints lines for
-- tests/bench/run: active runs, number, seconds. No worker may run. Variable: exchanges.
\set ON_ERROR_STOP on
SET synchronous_commit = off;
-- All tasks with the start: nobody does the engine's own work here.
SET fanout.inline_tasks = 1000000;

-- Sizes from 1 to 100.
CREATE FUNCTION pg_temp.start_runs(flow text, runs int, tasks int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM fanout.create_flow(flow), fanout.add_step(flow, 'work', step_type => 'fanout', fanout_from => 'run', handler => flow);
    PERFORM fanout.start_run(flow, (SELECT jsonb_agg(i) FROM generate_series(1, CASE WHEN runs = 1 THEN tasks ELSE 1 + r * 37 % 100 END) i))
       FROM generate_series(1, runs) r;
END
$$;

CREATE PROCEDURE pg_temp.claim(w bigint, runs int, sequence bigint) LANGUAGE plpgsql AS $$
DECLARE
    claims bigint[];
    indexes int[];
    began timestamptz := clock_timestamp();
BEGIN
    SELECT array_agg(claim_id), array_agg(task_index) INTO claims, indexes FROM fanout.exchange(w, sequence, 100);
    COMMIT;
    RAISE INFO '%|claim|%|%', runs, sequence / 2, extract(epoch FROM clock_timestamp() - began);
    IF cardinality(claims) <> 100 THEN RAISE '% tasks were claimed', cardinality(claims); END IF;
    PERFORM fanout.exchange(w, sequence + 1, 0, claims, indexes, array_fill('1'::text, ARRAY[100]),
                            array_fill(NULL::text, ARRAY[100]), array_fill(false, ARRAY[100]));
    COMMIT;
END
$$;

SELECT pg_temp.start_runs('one_run', 1, 500000), pg_temp.start_runs('many_runs', 10000, 0) \g /dev/null
SELECT fanout.register_worker('one', '{one_run}') AS one, fanout.register_worker('many', '{many_runs}') AS many \gset
VACUUM ANALYZE;
SELECT format('CALL pg_temp.claim(%s, 1, %s)', :one, 2 * n - 1), format('CALL pg_temp.claim(%s, 10000, %s)', :many, 2 * n - 1)
  FROM generate_series(1, :exchanges) n \gexec
