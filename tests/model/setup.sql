-- What behaviour.cpp says, again in SQL: for handlers that run on the server. A generated step has a function of its own,
-- which calls model.attempt with the step's parameters.

CREATE SCHEMA model;

CREATE FUNCTION model.digest(value jsonb) RETURNS text IMMUTABLE LANGUAGE sql
RETURN left(md5(value::text), 8);

CREATE FUNCTION model.hash(value text) RETURNS int IMMUTABLE LANGUAGE sql
RETURN ('x' || left(md5(value), 6))::bit(24)::int % 1000000;

CREATE FUNCTION model.items(origin text, width int) RETURNS jsonb IMMUTABLE LANGUAGE sql
BEGIN ATOMIC
    SELECT coalesce(jsonb_agg(jsonb_build_object('n', i, 'from', origin) ORDER BY i), '[]') FROM generate_series(0, width - 1) i;
END;

CREATE FUNCTION model.output(does jsonb, origin text) RETURNS jsonb IMMUTABLE LANGUAGE sql
RETURN CASE does ->> 'output'
    WHEN 'value' THEN jsonb_build_object('by', does -> 'step', 'of', origin)
    WHEN 'list' THEN model.items(origin, (does ->> 'width')::int)
    WHEN 'document' THEN jsonb_build_object('of', origin, 'orders',
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i, 'lines', model.items(origin || i, i % 3)) ORDER BY i), '[]')
           FROM generate_series(0, (does ->> 'width')::int - 1) i))
    WHEN 'scalar' THEN to_jsonb(origin)
END;

CREATE FUNCTION model.batch_output(does jsonb, input jsonb) RETURNS jsonb IMMUTABLE LANGUAGE sql
BEGIN ATOMIC
    SELECT jsonb_agg(
               CASE WHEN model.hash(concat(does ->> 'seed', ':', does ->> 'step', ':item:', d)) % 100 < (does ->> 'bad_items')::int
                    THEN jsonb_build_object('$error', format('item %s is bad', d))
                    ELSE model.output(does, d) END
               ORDER BY place)
      FROM jsonb_array_elements(input -> 'items') WITH ORDINALITY i (item, place),
           LATERAL model.digest((input - 'items') || jsonb_build_object('item', item)) d;
END;

-- How many attempts at a task fail; negative where the last of them is final.
CREATE FUNCTION model.failing_attempts(does jsonb, origin text) RETURNS int IMMUTABLE LANGUAGE plpgsql AS $$
DECLARE
    number int := model.hash(concat(does ->> 'seed', ':', does ->> 'step', ':', origin));
    refused int := does ->> 'refused';
    hopeless int := refused + (does ->> 'hopeless')::int;
    flaky int := hopeless + (does ->> 'flaky')::int;
    max_attempts int := does ->> 'max_attempts';
BEGIN
    IF number % 100 < refused THEN
        RETURN -1;
    ELSIF number % 100 < hopeless THEN
        RETURN max_attempts + number / 100 % 2;
    ELSIF number % 100 < flaky AND max_attempts > 1 THEN
        RETURN 1 + number / 100 % (max_attempts - 1);
    END IF;
    RETURN 0;
END
$$;

CREATE FUNCTION model.attempt(does jsonb, input jsonb, attempt int) RETURNS jsonb IMMUTABLE LANGUAGE plpgsql AS $$
DECLARE
    origin text := model.digest(input);
    failing int := model.failing_attempts(does, origin);
BEGIN
    IF attempt <= abs(failing) THEN
        RAISE EXCEPTION USING MESSAGE = format('attempt %s at %s fails', attempt, origin),
            ERRCODE = CASE WHEN failing < 0 THEN 'PFFIN' ELSE 'P0001' END;
    END IF;
    RETURN CASE WHEN input ? 'items' THEN model.batch_output(does, input) ELSE model.output(does, origin) END;
END
$$;
