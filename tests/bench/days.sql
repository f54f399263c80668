-- For tests/bench/days. Variables: days, runs (a day), growth.
\set QUIET on
\pset footer off
CREATE EXTENSION pgfanout;
SELECT fanout.create_flow('order', max_attempts => 1),
       fanout.add_step('order', 'read', handler => 'h'),
       fanout.add_step('order', 'each', '{read}', step_type => 'fanout', handler => 'h'),
       fanout.add_step('order', 'sum', '{each}', handler => 'h') \g /dev/null

CREATE TABLE days (day int PRIMARY KEY, runs bigint, in_generations bigint, in_runs bigint, in_others bigint);

-- Starts runs, and works at what there is until nothing is left: as a worker that is there for that long.
CREATE PROCEDURE work(runs int) LANGUAGE plpgsql AS $$
DECLARE
    w bigint := fanout.register_worker('w', '{h}', slots => 1000);
    calls int := 0;
    claims bigint[] := '{}'; indexes int[] := '{}'; outputs text[] := '{}'; errors text[] := '{}'; final boolean[] := '{}';
BEGIN
    PERFORM fanout.start_run('order', (SELECT jsonb_agg(jsonb_build_object('n', n, 'text', repeat('x', 36))) FROM generate_series(1, 20) n)) FROM generate_series(1, runs);
    PERFORM fanout.cancel_run(run_id) FROM fanout.runs WHERE status = 'started' AND random() < 0.01;
    LOOP
        COMMIT;
        calls := calls + 1;
        SELECT array_agg(claim_id), array_agg(task_index), array_agg(CASE WHEN error IS NULL THEN output END), array_agg(error), array_agg(true)
          INTO claims, indexes, outputs, errors, final
          FROM (SELECT claim_id, task_index,
                       CASE step_slug WHEN 'read' THEN (input::jsonb -> 'run')::text WHEN 'each' THEN '{"ok": true}' ELSE '20' END AS output,
                       CASE WHEN step_slug = 'sum' AND random() < 0.02 THEN 'the bank has not answered' END AS error
                  FROM fanout.exchange(w, calls, 1000, claims, indexes, outputs, errors, final) WHERE kind = 'task') e;
        EXIT WHEN claims IS NULL;
    END LOOP;
    PERFORM fanout.unregister_worker(w);
END $$;

CREATE FUNCTION bytes(names text) RETURNS bigint LANGUAGE sql AS $$
    SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind = 'r' AND relname ~ names $$;

CREATE PROCEDURE pass(day int, runs int) LANGUAGE plpgsql AS $$
BEGIN
    FOR part IN 0..5 LOOP
        PERFORM set_config('fanout.clock_offset', day * 24 + part * 4 || ' h', false);
        COMMIT;
        CALL work(runs * (part + 1) / 6 - runs * part / 6);
        -- What a daemon does each second.
        FOR minute IN 1..3 LOOP
            PERFORM set_config('fanout.clock_offset', (day * 24 + part * 4) * 60 + minute * 2 || ' min', false);
            PERFORM fanout.maintain();
            COMMIT;
        END LOOP;
    END LOOP;
    INSERT INTO days SELECT day, (SELECT count(*) FROM fanout.runs), bytes('^(tasks|results|failures)_'), bytes('^(runs|step_states)$'),
                            bytes('.') - bytes('^(tasks|results|failures)_|^(runs|step_states)$');
END $$;

SELECT format('CALL pass(%s, %s)', day, :runs) FROM generate_series(1, :days) day \gexec

SELECT day, runs AS "runs kept", pg_size_pretty(in_generations + in_runs + in_others) AS size, pg_size_pretty(in_generations) AS "tasks, results, failures",
       pg_size_pretty(in_runs) AS "runs and states", pg_size_pretty(in_others) AS others
  FROM days WHERE day % greatest(:days / 24, 1) = 0 ORDER BY day;
-- Failed runs are kept longest. What comes and goes within an eighth of a retention is no growth.
WITH d AS (SELECT day, in_generations + in_runs + in_others AS bytes FROM days),
     flat AS (SELECT ceil(extract(epoch FROM fanout.usual_retention(true) * 9 / 8) / 86400)::int AS since),
     halves AS (SELECT max(bytes) FILTER (WHERE day < (since + :days) / 2) AS first, max(bytes) FILTER (WHERE day >= (since + :days) / 2) AS second FROM d, flat WHERE day >= since)
SELECT format('Since day %s: %s at most, then %s at most, %s times as much', since, pg_size_pretty(first), pg_size_pretty(second), round(second::numeric / first, 2)) AS verdict,
       coalesce(second <= first * :growth, false) AS is_flat FROM halves, flat \gset
\echo :verdict
\if :is_flat
\else
    DO $$ BEGIN RAISE EXCEPTION 'what is stored grows'; END $$;
\endif
