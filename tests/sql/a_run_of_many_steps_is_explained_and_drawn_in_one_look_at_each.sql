-- What is read to explain a run, or to draw it, grows with its steps, and not with the pairs of them.
BEGIN;
SELECT plan(4);

CREATE FUNCTION pg_temp.run_of(steps int) RETURNS uuid LANGUAGE plpgsql AS $$
BEGIN
    PERFORM fanout.create_flow('f' || steps);
    PERFORM fanout.add_step('f' || steps, 's' || i, CASE WHEN i > 5 THEN ARRAY['s' || i - 5] ELSE '{}' END, handler => 'h') FROM generate_series(1, steps) i;
    RETURN fanout.start_run('f' || steps);
END
$$;
CREATE FUNCTION pg_temp.scans(OUT scans bigint) LANGUAGE sql AS
    $$SELECT sum(coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::bigint FROM pg_stat_xact_all_tables WHERE schemaname = 'fanout'$$;
CREATE FUNCTION pg_temp.scans_of(call text, run uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    before bigint := pg_temp.scans();
BEGIN
    EXECUTE format('SELECT count(*) FROM fanout.%I(%L)', call, run);
    RETURN pg_temp.scans() - before;
END
$$;
SELECT pg_temp.run_of(20) AS some, pg_temp.run_of(80) AS many \gset
-- Plans that are made and kept are none of it.
SELECT pg_temp.scans_of(call, :'some') FROM unnest('{explain_run, timeline, critical_path, why}'::text[]) call;
SELECT cmp_ok(pg_temp.scans_of(call, :'many'), '<', 6 * pg_temp.scans_of(call, :'some'), call || ': four times as many steps are read in about four times as many scans')
  FROM unnest('{explain_run, timeline, critical_path, why}'::text[]) call;

SELECT * FROM finish();
ROLLBACK;
