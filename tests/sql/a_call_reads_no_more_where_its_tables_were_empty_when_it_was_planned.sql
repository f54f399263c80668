BEGIN;
SELECT plan(3);

-- Tables as a vacuum leaves them that has found nothing in them.
UPDATE pg_class SET relpages = 1, reltuples = 0 WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'i');
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'first', handler => 'h');
SELECT fanout.add_step('f', 'second', ARRAY['first'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset

-- Lives through these runs, and returns how many rows it read meanwhile.
CREATE FUNCTION pg_temp.rows_read(w bigint, runs int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    sequence bigint := (SELECT sequence FROM fanout.exchanges);
    before bigint := (SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_xact_all_tables WHERE schemaname = 'fanout');
    claims bigint[] := '{}';
    n int;
BEGIN
    PERFORM fanout.start_run('f') FROM generate_series(1, runs);
    LOOP
        sequence := sequence + 1;
        n := cardinality(claims);
        SELECT coalesce(array_agg(claim_id), '{}') INTO claims
          FROM fanout.exchange(w, sequence, 5, claims, array_fill(0, ARRAY[n]), array_fill('1'::text, ARRAY[n]),
                               array_fill(NULL::text, ARRAY[n]), array_fill(false, ARRAY[n])) WHERE kind = 'task';
        EXIT WHEN claims = '{}';
    END LOOP;
    RETURN (SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_xact_all_tables WHERE schemaname = 'fanout') - before;
END
$$;
SELECT pg_temp.rows_read(:w, 50) AS first \gset
SELECT pg_temp.rows_read(:w, 50), pg_temp.rows_read(:w, 50), pg_temp.rows_read(:w, 50), pg_temp.rows_read(:w, 50) AS last \gset
SELECT is((SELECT count(*) FROM fanout.runs WHERE status = 'completed'), 250::bigint, 'all runs completed');
SELECT cmp_ok(:first::bigint / 100, '<', 100::bigint, format('a task reads a few rows: %s', :first / 100));
SELECT cmp_ok(:last::bigint, '<', :first::bigint * 5 / 4, format('and no more as the tables grow: %s to %s', :first, :last));

SELECT * FROM finish();
ROLLBACK;
