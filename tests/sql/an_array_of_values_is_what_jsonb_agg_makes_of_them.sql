BEGIN;
SELECT plan(8);

-- Values of all kinds, drawn from a seed.
CREATE FUNCTION pg_temp.drawn(depth int) RETURNS jsonb VOLATILE LANGUAGE plpgsql AS $$
DECLARE
    kind int := floor(random() * CASE WHEN depth > 3 THEN 6 ELSE 9 END);
BEGIN
    RETURN CASE kind
        WHEN 0 THEN 'null'::jsonb
        WHEN 1 THEN to_jsonb(random() < 0.5)
        WHEN 2 THEN to_jsonb(left(repeat('"ü\ ' || chr(10), 20), floor(random() * 30)::int))
        WHEN 3 THEN to_jsonb(floor(random() * 100000)::bigint)
        WHEN 4 THEN to_jsonb((random() * 10 ^ floor(random() * 40 - 20))::numeric * CASE WHEN random() < 0.5 THEN -1 ELSE 1 END)
        WHEN 5 THEN CASE WHEN random() < 0.2 THEN to_jsonb(repeat('long ', 2000)) END
        WHEN 6 THEN (SELECT coalesce(jsonb_agg(pg_temp.drawn(depth + 1)), '[]') FROM generate_series(1, floor(random() * 70)::int * (random() < 0.3)::int))
        ELSE (SELECT coalesce(jsonb_object_agg(left(md5(i::text), 1 + i % 5), pg_temp.drawn(depth + 1)), '{}')
                FROM generate_series(1, floor(random() * 6)::int) i)
    END;
END
$$;
SELECT floor(random() * 1000000)::int AS seed \gset
\echo # seed :seed
SELECT setseed(:seed / 1000000.0);
CREATE TEMP TABLE drawn AS SELECT i, pg_temp.drawn(1) AS value FROM generate_series(1, 3000) i;

-- Arrays of 0 to 200 of them.
CREATE TEMP TABLE arrays AS
SELECT n, (SELECT fanout.array_of(value ORDER BY i) FROM drawn WHERE i BETWEEN 10 * n AND 11 * n - 1) AS built,
          (SELECT jsonb_agg(value ORDER BY i) FROM drawn WHERE i BETWEEN 10 * n AND 11 * n - 1) AS aggregated
  FROM generate_series(0, 200) n;
SELECT is((SELECT count(*) FROM arrays WHERE n > 0 AND jsonb_array_length(built) = n), 200::bigint, 'arrays of every length');
SELECT is((SELECT built FROM arrays WHERE n = 0), NULL, 'none of no rows');
SELECT is_empty('SELECT n FROM arrays WHERE built IS DISTINCT FROM aggregated', 'each is equal to what jsonb_agg makes');
SELECT is_empty('SELECT n FROM arrays WHERE built::text <> aggregated::text', 'and reads the same');
SELECT is_empty('SELECT n FROM arrays WHERE octet_length(built::text) > 1 AND pg_column_size(built || ''[]'') <> pg_column_size(aggregated || ''[]'')', 'and is as large');
SELECT is_empty($$SELECT n, i FROM arrays, generate_series(0, n - 1) i WHERE built -> i IS DISTINCT FROM aggregated -> i$$, 'each element is found by its index');
SELECT is_empty($$SELECT n FROM arrays WHERE jsonb_build_object('in', jsonb_build_array(built, n)) IS DISTINCT FROM jsonb_build_object('in', jsonb_build_array(aggregated, n))$$,
    'and as a part of another value');
SELECT is((SELECT fanout.array_of(v) FROM (VALUES ('1'::jsonb), (NULL), ('null')) x (v)), '[1, null, null]', 'a null value is JSON''s null');

SELECT * FROM finish();
ROLLBACK;
