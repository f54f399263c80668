-- Arrays to fan out over.

CREATE FUNCTION fanout.offset_limit(total bigint, chunk bigint) RETURNS jsonb IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF total IS NULL OR total < 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('offset_limit: total is %s', coalesce(total::text, 'null')),
            HINT = 'Give the number of rows there are, 0 or more.';
    END IF;
    IF chunk IS NULL OR chunk < 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('offset_limit: chunk is %s', coalesce(chunk::text, 'null')),
            HINT = 'Give the number of rows that a task is to take, 1 or more.';
    END IF;
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('offset', o, 'limit', least(chunk, total - o)) ORDER BY o), '[]')
              FROM generate_series(0, total - 1, chunk) o);
END
$$;
COMMENT ON FUNCTION fanout.offset_limit IS
    'An array of {"offset": …, "limit": …} that covers `total` rows, `chunk` at a time; the last one may be smaller';

CREATE FUNCTION fanout.chunk(items jsonb, size int) RETURNS jsonb IMMUTABLE PARALLEL SAFE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF items IS NULL OR jsonb_typeof(items) <> 'array' THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('chunk: items is no array but %s', coalesce(jsonb_typeof(items), 'SQL NULL')),
            HINT = 'Give a JSON array.';
    END IF;
    IF size IS NULL OR size < 1 THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = format('chunk: size is %s', coalesce(size::text, 'null')),
            HINT = 'Give the number of items that a chunk is to have, 1 or more.';
    END IF;
    RETURN (SELECT coalesce(jsonb_agg(c.elements ORDER BY c.number), '[]')
              FROM (SELECT (place - 1) / size AS number, jsonb_agg(element ORDER BY place) AS elements
                      FROM jsonb_array_elements(items) WITH ORDINALITY AS e (element, place) GROUP BY 1) c);
END
$$;
COMMENT ON FUNCTION fanout.chunk IS 'The items in arrays of `size`, in their order; the last one may be shorter';
