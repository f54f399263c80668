
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE EXTENSION pgfanout VERSION '0.1.0';

COMMENT ON EXTENSION pgfanout IS 'Durable fan-out: flows, tasks and ordered results inside PostgreSQL';

CREATE SCHEMA kept;

ALTER SCHEMA kept OWNER TO postgres;

CREATE SCHEMA model;

ALTER SCHEMA model OWNER TO postgres;

CREATE TYPE kept.outcome AS (
	claim_id bigint,
	task_index integer,
	output text,
	error text,
	final boolean
);

ALTER TYPE kept.outcome OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE kept.ends (
    run_id uuid NOT NULL,
    status text NOT NULL,
    output text,
    tasks text
);

ALTER TABLE kept.ends OWNER TO postgres;

CREATE FUNCTION kept.ends_now() RETURNS SETOF kept.ends
    LANGUAGE sql
    AS $$
SELECT r.run_id, r.status, CASE r.status WHEN 'completed' THEN md5(fanout.run_output(r.run_id)::text) END AS output,
       CASE r.status WHEN 'completed' THEN (
           SELECT md5(string_agg(concat_ws(' ', s.step_slug, x.task_index, x.status, x.output, x.error, x.attempts), chr(10) ORDER BY s.step_slug, x.task_index))
             FROM fanout.steps_overview s CROSS JOIN LATERAL fanout.results(s.run_id, s.step_slug) x WHERE s.run_id = r.run_id) END AS tasks
  FROM fanout.runs r
 WHERE NOT EXISTS (SELECT FROM fanout.steps t WHERE t.flow_id = r.flow_id AND t.retry_budget IS NOT NULL)
   AND coalesce(r.error NOT LIKE '%is not an array%', true)
$$;

ALTER FUNCTION kept.ends_now() OWNER TO postgres;

CREATE FUNCTION kept.perform(claim_id bigint, task_index integer, does jsonb, input jsonb, attempt integer) RETURNS kept.outcome
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN (claim_id, task_index, model.attempt(does, input, attempt)::text, NULL, false)::kept.outcome;
EXCEPTION WHEN raise_exception OR SQLSTATE 'PFFIN' THEN
    RETURN (claim_id, task_index, NULL, SQLERRM, SQLSTATE = 'PFFIN')::kept.outcome;
END
$$;

ALTER FUNCTION kept.perform(claim_id bigint, task_index integer, does jsonb, input jsonb, attempt integer) OWNER TO postgres;

CREATE PROCEDURE kept.work(IN calls integer, IN most integer, IN handlers text[] DEFAULT '{h,other,sql:,fanout:}'::text[])
    LANGUAGE plpgsql
    AS $$
DECLARE
    me bigint := fanout.register_worker('worker', handlers, slots => most);
    ended kept.outcome[] := '{}';
    now_in kept.outcome[];
    got record;
    rows_left int;
    next_max int;
    found boolean;
BEGIN
    FOR number IN 1..coalesce(calls, 1000000) LOOP
        now_in := ARRAY(SELECT e FROM unnest(ended) e WHERE calls IS NULL OR random() < 0.7);
        ended := ARRAY(SELECT e FROM unnest(ended) e WHERE e <> ALL (now_in));
        found := false;
        FOR got IN SELECT * FROM fanout.exchange(me, number, most, ARRAY(SELECT e.claim_id FROM unnest(now_in) e), ARRAY(SELECT e.task_index FROM unnest(now_in) e),
                ARRAY(SELECT e.output FROM unnest(now_in) e), ARRAY(SELECT e.error FROM unnest(now_in) e), ARRAY(SELECT e.final FROM unnest(now_in) e)) LOOP
            found := found OR got.kind IN ('task', 'sql', 'internal');
            IF got.kind = 'task' THEN
                ended := ended || kept.perform(got.claim_id, got.task_index, (SELECT b.does FROM model.behaviours b WHERE (b.flow_slug, b.step_slug) = (got.flow_slug, got.step_slug)),
                                               got.input::jsonb, got.attempt);
            ELSIF got.kind = 'internal' THEN
                WHILE fanout.run_internal(me, got.claim_id) > 0 LOOP NULL; END LOOP;
            ELSIF got.kind = 'sql' THEN
                next_max := NULL;
                LOOP
                    SELECT r.remaining, r.next_max INTO rows_left, next_max FROM fanout.run_sql_tasks(me, got.claim_id, next_max) r;
                    EXIT WHEN coalesce(rows_left, 0) = 0;
                END LOOP;
            END IF;
        END LOOP;
        COMMIT;
        EXIT WHEN calls IS NULL AND NOT found AND cardinality(now_in) = 0 AND NOT EXISTS (SELECT FROM fanout.queue);
        PERFORM fanout.maintain();
        COMMIT;
    END LOOP;
    PERFORM fanout.unregister_worker(me);
END
$$;

ALTER PROCEDURE kept.work(IN calls integer, IN most integer, IN handlers text[]) OWNER TO postgres;

CREATE FUNCTION model.attempt(does jsonb, input jsonb, attempt integer) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    AS $$
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

ALTER FUNCTION model.attempt(does jsonb, input jsonb, attempt integer) OWNER TO postgres;

CREATE FUNCTION model.digest(value jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN "left"(md5((value)::text), 8);

ALTER FUNCTION model.digest(value jsonb) OWNER TO postgres;

CREATE FUNCTION model.hash(value text) RETURNS integer
    LANGUAGE sql IMMUTABLE
    RETURN (((('x'::text || "left"(md5(value), 6)))::bit(24))::integer % 1000000);

ALTER FUNCTION model.hash(value text) OWNER TO postgres;

CREATE FUNCTION model.items(origin text, width integer) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT COALESCE(jsonb_agg(jsonb_build_object('n', i.i, 'from', items.origin) ORDER BY i.i), '[]'::jsonb) AS "coalesce"
    FROM generate_series(0, (items.width - 1)) i(i);
END;

ALTER FUNCTION model.items(origin text, width integer) OWNER TO postgres;

CREATE FUNCTION model.output(does jsonb, origin text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    RETURN CASE (does ->> 'output'::text) WHEN 'value'::text THEN jsonb_build_object('by', (does -> 'step'::text), 'of', origin) WHEN 'list'::text THEN model.items(origin, ((does ->> 'width'::text))::integer) WHEN 'document'::text THEN jsonb_build_object('of', origin, 'orders', (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', i.i, 'lines', model.items((output.origin || i.i), (i.i % 3))) ORDER BY i.i), '[]'::jsonb) AS "coalesce" FROM generate_series(0, (((output.does ->> 'width'::text))::integer - 1)) i(i))) WHEN 'scalar'::text THEN to_jsonb(origin) ELSE NULL::jsonb END;

ALTER FUNCTION model.output(does jsonb, origin text) OWNER TO postgres;

CREATE FUNCTION model.batch_output(does jsonb, input jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    BEGIN ATOMIC
 SELECT jsonb_agg(
         CASE
             WHEN ((model.hash(concat((batch_output.does ->> 'seed'::text), ':', (batch_output.does ->> 'step'::text), ':item:', d.d)) % 100) < ((batch_output.does ->> 'bad_items'::text))::integer) THEN jsonb_build_object('$error', format('item %s is bad'::text, d.d))
             ELSE model.output(batch_output.does, d.d)
         END ORDER BY i.place) AS jsonb_agg
    FROM jsonb_array_elements((batch_output.input -> 'items'::text)) WITH ORDINALITY i(item, place),
     LATERAL model.digest(((batch_output.input - 'items'::text) || jsonb_build_object('item', i.item))) d(d);
END;

ALTER FUNCTION model.batch_output(does jsonb, input jsonb) OWNER TO postgres;

CREATE FUNCTION model.failing_attempts(does jsonb, origin text) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE
    AS $$
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

ALTER FUNCTION model.failing_attempts(does jsonb, origin text) OWNER TO postgres;

CREATE FUNCTION model.m11_c(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 11, "step": "c", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m11_c(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m11_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 11, "step": "d", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 5, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m11_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m12_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 12, "step": "a", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m12_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m12_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 12, "step": "b", "flaky": 10, "width": 3, "output": "document", "refused": 7, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m12_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m12_c(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 12, "step": "c", "flaky": 0, "width": 2, "output": "list", "refused": 5, "hopeless": 0, "bad_items": 10, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m12_c(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m12_c_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m12_c_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m13_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 13, "step": "b", "flaky": 40, "width": 0, "output": "document", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m13_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m13_c_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m13_c_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m13_e(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 13, "step": "e", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m13_e(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m14_b_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m14_b_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m14_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 14, "step": "d", "flaky": 0, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m14_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m14_e(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 14, "step": "e", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m14_e(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m14_g_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m14_g_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m15_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 15, "step": "b", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m15_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m15_d_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m15_d_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m16_b_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m16_b_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m17_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 17, "step": "b", "flaky": 0, "width": 1, "output": "document", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m17_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m17_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 17, "step": "d", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m17_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m17_d_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m17_d_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m17_e(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 17, "step": "e", "flaky": 40, "width": 2, "output": "list", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m17_e(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m18_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 18, "step": "a", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m18_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m20_d_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 3);

ALTER FUNCTION model.m20_d_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m20_e_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 7);

ALTER FUNCTION model.m20_e_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m21_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 21, "step": "a", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m21_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m22_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 22, "step": "d", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m22_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m22_g(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 22, "step": "g", "flaky": 0, "width": 1, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m22_g(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m23_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 23, "step": "b", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m23_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m23_c(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 23, "step": "c", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m23_c(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m23_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 23, "step": "d", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m23_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m23_e_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 6);

ALTER FUNCTION model.m23_e_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m23_f_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m23_f_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m24_b_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m24_b_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m27_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 27, "step": "b", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m27_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m27_c(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 27, "step": "c", "flaky": 0, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m27_c(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m29_e(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 29, "step": "e", "flaky": 0, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m29_e(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m2_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 2, "step": "a", "flaky": 0, "width": 1, "output": "list", "refused": 2, "hopeless": 1, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m2_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m30_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 30, "step": "d", "flaky": 40, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m30_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m32_c(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 32, "step": "c", "flaky": 40, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m32_c(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m32_e(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 32, "step": "e", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m32_e(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m32_f(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 32, "step": "f", "flaky": 10, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m32_f(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m32_g(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 32, "step": "g", "flaky": 10, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m32_g(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m34_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 34, "step": "a", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m34_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m35_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 35, "step": "b", "flaky": 10, "width": 2, "output": "list", "refused": 1, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m35_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m36_c_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 4);

ALTER FUNCTION model.m36_c_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m36_g(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 36, "step": "g", "flaky": 10, "width": 1, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m36_g(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m36_g_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m36_g_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m38_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 38, "step": "a", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m38_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m38_a_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m38_a_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m39_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 39, "step": "b", "flaky": 40, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m39_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m3_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 3, "step": "b", "flaky": 10, "width": 3, "output": "document", "refused": 1, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m3_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m40_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 40, "step": "a", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m40_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m41_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 41, "step": "a", "flaky": 40, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m41_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m42_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 42, "step": "a", "flaky": 40, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m42_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m42_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 42, "step": "d", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m42_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m42_f_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m42_f_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m43_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 43, "step": "a", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m43_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m43_f(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 43, "step": "f", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m43_f(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m44_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 44, "step": "b", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m44_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m46_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 46, "step": "a", "flaky": 10, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m46_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m48_c_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 0);

ALTER FUNCTION model.m48_c_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m49_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 49, "step": "a", "flaky": 10, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m49_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m49_c(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 49, "step": "c", "flaky": 40, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m49_c(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m49_e(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 49, "step": "e", "flaky": 0, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m49_e(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m4_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 4, "step": "a", "flaky": 10, "width": 2, "output": "list", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m4_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m4_e_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m4_e_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m50_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 50, "step": "a", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m50_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m50_e(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 50, "step": "e", "flaky": 40, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m50_e(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m51_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 51, "step": "a", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m51_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m51_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 51, "step": "d", "flaky": 40, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m51_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m52_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 52, "step": "a", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m52_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m53_a_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m53_a_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m54_f(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 54, "step": "f", "flaky": 10, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m54_f(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m56_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 56, "step": "a", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m56_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m56_a_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m56_a_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m56_f_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 6);

ALTER FUNCTION model.m56_f_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m58_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 58, "step": "a", "flaky": 40, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m58_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m58_b_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m58_b_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m59_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 59, "step": "d", "flaky": 0, "width": 1, "output": "list", "refused": 14, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m59_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m5_e(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 5, "step": "e", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m5_e(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m5_f_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m5_f_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m60_d(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 60, "step": "d", "flaky": 0, "width": 3, "output": "value", "refused": 10, "hopeless": 15, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m60_d(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m60_f_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m60_f_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m6_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 6, "step": "a", "flaky": 40, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m6_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m6_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 6, "step": "b", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m6_b(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m6_b_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 10);

ALTER FUNCTION model.m6_b_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m6_d_items(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.items(model.digest(input), 1);

ALTER FUNCTION model.m6_d_items(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m7_a(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 7, "step": "a", "flaky": 0, "width": 2, "output": "list", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 4}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m7_a(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m8_f(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 8, "step": "f", "flaky": 0, "width": 2, "output": "list", "refused": 12, "hopeless": 9, "bad_items": 0, "max_attempts": 3}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m8_f(input jsonb) OWNER TO postgres;

CREATE FUNCTION model.m9_b(input jsonb) RETURNS jsonb
    LANGUAGE sql
    RETURN model.attempt('{"seed": 9, "step": "b", "flaky": 40, "width": 3, "output": "scalar", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}'::jsonb, input, (fanout.current_task()).attempt);

ALTER FUNCTION model.m9_b(input jsonb) OWNER TO postgres;

CREATE TABLE model.behaviours (
    flow_slug text NOT NULL,
    step_slug text NOT NULL,
    does jsonb
);

ALTER TABLE model.behaviours OWNER TO postgres;

COPY fanout.flows (flow_id, flow_slug, version, owner, used, max_attempts, base_delay, max_delay, timeout, run_timeout, description, created_at) FROM stdin;
1	m1	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.767795+00
2	m2	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.77484+00
3	m3	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.777765+00
4	m4	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.784325+00
5	m5	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.792749+00
6	m6	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.802066+00
7	m7	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.810202+00
8	m8	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.81643+00
9	m9	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.829631+00
10	m10	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.835546+00
11	m11	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.846974+00
12	m12	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.85378+00
13	m13	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.859772+00
14	m14	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.871648+00
15	m15	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.88433+00
16	m16	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.891241+00
17	m17	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.895+00
18	m18	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.904723+00
19	m19	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.907349+00
20	m20	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.911259+00
21	m21	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.91926+00
22	m22	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.923674+00
23	m23	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.935128+00
24	m24	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.945345+00
25	m25	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.95426+00
26	m26	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.959121+00
27	m27	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.962498+00
28	m28	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.968285+00
29	m29	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.972906+00
30	m30	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.980846+00
31	m31	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.988151+00
32	m32	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.991337+00
33	m33	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.003398+00
34	m34	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.008074+00
35	m35	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.010872+00
36	m36	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.01824+00
37	m37	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.030751+00
38	m38	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.038015+00
39	m39	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.041348+00
40	m40	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.049189+00
41	m41	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.056326+00
42	m42	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.065448+00
43	m43	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.076517+00
44	m44	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.086744+00
45	m45	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.09076+00
46	m46	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.093304+00
47	m47	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.097457+00
48	m48	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.103685+00
49	m49	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.110745+00
50	m50	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.120532+00
51	m51	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.131458+00
52	m52	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.139106+00
53	m53	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.144447+00
54	m54	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.14981+00
55	m55	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.160309+00
56	m56	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.166215+00
57	m57	1	postgres	t	2	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.178651+00
58	m58	1	postgres	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.182394+00
59	m59	1	postgres	t	1	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.18827+00
60	m60	1	postgres	t	4	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:05.196323+00
\.

COPY fanout.steps (step_id, flow_id, step_slug, "position", step_type, handler, sql_function, sql_search_path, max_attempts, base_delay, max_delay, timeout, queue, priority, fanout_from, source_function, source_search_path, fanout_path, context, batch_size, max_concurrency, limits, start_delay, schedule_timeout, heartbeat_timeout, on_failure, tolerated_failures, tolerated_failure_percentage, retry_budget, output_mode, max_buffered, is_chain, chain_source_step, chain_transform, chain_search_path, chain_name_prefix, pipelined_step_id, builds_output, feeds_steps, has_context) FROM stdin;
12	5	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
13	5	b	2	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
1	1	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	-1	run	\N	\N	\N	{}	1	\N	{two}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
14	5	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	4	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
15	5	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
2	2	a	1	single	sql:model.m2_a	model.m2_a	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{fast}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
16	5	e	5	single	sql:model.m5_e	model.m5_e	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{five}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
17	5	f	6	fanout	other	\N	\N	\N	\N	\N	\N	default	0	sql:model.m5_f_items	model.m5_f_items	"$user", public	\N	\N	1	\N	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
18	6	a	1	single	sql:model.m6_a	model.m6_a	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
19	6	b	2	fanout	sql:model.m6_b	model.m6_b	"$user", public	\N	\N	\N	\N	default	0	sql:model.m6_b_items	model.m6_b_items	"$user", public	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
20	6	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
21	6	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m6_d_items	model.m6_d_items	"$user", public	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	5	array	1000	f	\N	\N	\N	\N	\N	t	f	t
22	6	e	5	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
3	3	a	1	single	h	\N	\N	\N	\N	\N	\N	default	-3	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
4	3	b	2	fanout	sql:model.m3_b	model.m3_b	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	11	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
5	3	c	3	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
6	3	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	{run}	2	\N	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
7	4	a	1	single	sql:model.m4_a	model.m4_a	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
8	4	b	2	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{fast}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
9	4	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
10	4	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	c	\N	\N	$.orders[*]	{b,run}	5	2	{}	\N	\N	\N	collect	\N	\N	\N	counts	1000	f	\N	\N	\N	\N	\N	t	f	t
11	4	e	5	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m4_e_items	model.m4_e_items	"$user", public	\N	{}	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
34	9	a	1	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
35	9	b	2	single	sql:model.m9_b	model.m9_b	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
36	9	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	a	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
23	7	a	1	single	sql:model.m7_a	model.m7_a	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
24	7	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*].lines[*]	{a,run}	1	5	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
25	7	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	3	\N	\N	\N	\N	{run}	5	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
26	7	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
27	8	a	1	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	t	f
28	8	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*]	\N	1	2	{five}	\N	\N	\N	fail_fast	\N	\N	4	array	1000	f	\N	\N	\N	\N	\N	t	f	f
29	8	c	3	fanout	other	\N	\N	\N	\N	\N	\N	default	2	run	\N	\N	\N	{b}	1	2	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
30	8	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	-3	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	27	t	f	f
31	8	e	5	fanout	other	\N	\N	\N	\N	\N	\N	default	-2	\N	\N	\N	$[*][*]	\N	1	2	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
32	8	f	6	fanout	sql:model.m8_f	model.m8_f	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	$[*].orders[*]	\N	1	2	{two}	\N	\N	\N	collect	\N	\N	\N	counts	1000	f	\N	\N	\N	\N	\N	t	f	f
33	8	g	7	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
37	10	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*]	\N	1	2	{}	\N	\N	\N	collect	\N	19	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
38	10	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	-1	a	\N	\N	$[*].orders[*].lines[*]	{run}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
39	10	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	3	\N	\N	\N	$[*].orders[*]	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
58	14	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
40	10	d	4	single	h	\N	\N	\N	\N	\N	\N	default	-2	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
41	10	e	5	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
42	10	f	6	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*][*]	{}	1	\N	{}	\N	\N	\N	collect	\N	\N	0	array	1000	f	\N	\N	\N	\N	\N	t	f	f
43	10	g	7	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
48	12	a	1	single	sql:model.m12_a	model.m12_a	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
49	12	b	2	fanout	sql:model.m12_b	model.m12_b	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	$[*]	\N	1	4	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
50	12	c	3	fanout	sql:model.m12_c	model.m12_c	"$user", public	\N	\N	\N	\N	default	0	sql:model.m12_c_items	model.m12_c_items	"$user", public	\N	{run}	7	\N	{}	\N	\N	\N	collect	\N	\N	5	array	1000	f	\N	\N	\N	\N	\N	t	f	t
59	14	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m14_b_items	model.m14_b_items	"$user", public	\N	\N	3	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
60	14	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
61	14	d	4	single	sql:model.m14_d	model.m14_d	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
62	14	e	5	fanout	sql:model.m14_e	model.m14_e	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	{c}	3	\N	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
92	22	f	6	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
93	22	g	7	single	sql:model.m22_g	model.m22_g	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
51	13	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	-1	run	\N	\N	\N	\N	1	5	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	t	f
44	11	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
45	11	b	2	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{fast}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
46	11	c	3	single	sql:model.m11_c	model.m11_c	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
47	11	d	4	fanout	sql:model.m11_d	model.m11_d	"$user", public	\N	\N	\N	\N	default	0	c	\N	\N	$[*]	\N	1	\N	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
52	13	b	2	fanout	sql:model.m13_b	model.m13_b	"$user", public	\N	\N	\N	\N	default	-1	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	51	t	f	f
53	13	c	3	fanout	other	\N	\N	\N	\N	\N	\N	default	2	sql:model.m13_c_items	model.m13_c_items	"$user", public	\N	{a,run}	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	t	t
54	13	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*]	{run}	1	4	{}	\N	\N	\N	fail_fast	\N	\N	8	array	1000	f	\N	\N	\N	\N	\N	t	f	t
55	13	e	5	fanout	sql:model.m13_e	model.m13_e	"$user", public	\N	\N	\N	\N	default	-3	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	2	array	1000	f	\N	\N	\N	\N	53	t	f	t
56	13	f	6	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*][*]	{}	1	\N	{}	\N	\N	\N	collect	\N	\N	6	counts	1000	f	\N	\N	\N	\N	\N	t	f	t
57	13	g	7	fanout	h	\N	\N	\N	\N	\N	\N	default	0	c	\N	\N	$[*]	\N	1	1	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
191	48	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
94	23	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
95	23	b	2	single	sql:model.m23_b	model.m23_b	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
96	23	c	3	fanout	sql:model.m23_c	model.m23_c	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	$.orders[*].lines[*]	{run}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
97	23	d	4	fanout	sql:model.m23_d	model.m23_d	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	{b,run}	1	\N	{five}	\N	\N	\N	collect	\N	\N	10	array	1000	f	\N	\N	\N	\N	\N	t	f	t
98	23	e	5	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m23_e_items	model.m23_e_items	"$user", public	\N	\N	1	5	{}	\N	\N	\N	collect	\N	2	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
99	23	f	6	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m23_f_items	model.m23_f_items	"$user", public	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
100	24	a	1	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
101	24	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m24_b_items	model.m24_b_items	"$user", public	\N	\N	1	4	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
111	27	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	counts	1000	f	\N	\N	\N	\N	\N	t	f	f
106	25	a	1	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
107	25	b	2	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
108	25	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
102	24	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	7	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
103	24	d	4	single	h	\N	\N	\N	\N	\N	\N	default	2	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
104	24	e	5	fanout	h	\N	\N	\N	\N	\N	\N	default	-1	run	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
105	24	f	6	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
109	26	a	1	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*].lines[*]	\N	2	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
110	26	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*]	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	counts	1000	f	\N	\N	\N	\N	\N	t	f	t
192	48	c	3	fanout	other	\N	\N	\N	\N	\N	\N	default	0	sql:model.m48_c_items	model.m48_c_items	"$user", public	\N	\N	3	4	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
193	48	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	-1	run	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
63	14	f	6	fanout	h	\N	\N	\N	\N	\N	\N	default	2	\N	\N	\N	$[*]	{run}	7	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
64	14	g	7	fanout	h	\N	\N	\N	\N	\N	\N	default	-3	sql:model.m14_g_items	model.m14_g_items	"$user", public	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
78	19	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
79	19	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$.orders[*]	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
85	21	a	1	single	sql:model.m21_a	model.m21_a	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
71	17	a	1	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
72	17	b	2	fanout	sql:model.m17_b	model.m17_b	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	3	array	1000	f	\N	\N	\N	\N	\N	t	f	t
73	17	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	b	\N	\N	$[*].orders[*]	{b,run}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	1	array	1000	f	\N	\N	\N	\N	\N	t	f	t
74	17	d	4	fanout	sql:model.m17_d	model.m17_d	"$user", public	\N	\N	\N	\N	default	0	sql:model.m17_d_items	model.m17_d_items	"$user", public	\N	\N	1	\N	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
75	17	e	5	single	sql:model.m17_e	model.m17_e	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
76	17	f	6	single	h	\N	\N	\N	\N	\N	\N	default	-3	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
86	21	b	2	fanout	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
65	15	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
66	15	b	2	fanout	sql:model.m15_b	model.m15_b	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	collect	\N	31	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
67	15	c	3	single	h	\N	\N	\N	\N	\N	\N	default	-1	\N	\N	\N	\N	\N	1	\N	{five}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
68	15	d	4	fanout	other	\N	\N	\N	\N	\N	\N	default	0	sql:model.m15_d_items	model.m15_d_items	"$user", public	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
80	20	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{fast}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
81	20	b	2	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
69	16	a	1	single	other	\N	\N	\N	\N	\N	\N	default	3	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
70	16	b	2	fanout	other	\N	\N	\N	\N	\N	\N	default	0	sql:model.m16_b_items	model.m16_b_items	"$user", public	\N	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	1	array	1000	f	\N	\N	\N	\N	\N	t	f	t
82	20	c	3	fanout	other	\N	\N	\N	\N	\N	\N	default	1	a	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
83	20	d	4	fanout	other	\N	\N	\N	\N	\N	\N	default	0	sql:model.m20_d_items	model.m20_d_items	"$user", public	\N	{b}	7	\N	{two}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
84	20	e	5	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m20_e_items	model.m20_e_items	"$user", public	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
77	18	a	1	fanout	sql:model.m18_a	model.m18_a	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	\N	7	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
87	22	a	1	single	h	\N	\N	\N	\N	\N	\N	default	3	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
88	22	b	2	fanout	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*]	{a}	1	1	{}	\N	\N	\N	collect	19	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
89	22	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
90	22	d	4	fanout	sql:model.m22_d	model.m22_d	"$user", public	\N	\N	\N	\N	default	0	a	\N	\N	\N	{c}	1	5	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
91	22	e	5	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
116	29	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
117	29	b	2	single	other	\N	\N	\N	\N	\N	\N	default	-3	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
118	29	c	3	fanout	other	\N	\N	\N	\N	\N	\N	default	0	a	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
112	27	b	2	fanout	sql:model.m27_b	model.m27_b	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
113	27	c	3	fanout	sql:model.m27_c	model.m27_c	"$user", public	\N	\N	\N	\N	default	-1	run	\N	\N	\N	{a,run}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
119	29	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*]	\N	6	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
120	29	e	5	fanout	sql:model.m29_e	model.m29_e	"$user", public	\N	\N	\N	\N	default	-3	\N	\N	\N	$.orders[*]	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	9	counts	1000	f	\N	\N	\N	\N	\N	t	f	t
114	28	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	2	run	\N	\N	$[*]	\N	1	\N	{fast}	\N	\N	\N	collect	\N	21	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
115	28	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	-1	\N	\N	\N	\N	{a,run}	4	\N	{two}	\N	\N	\N	collect	\N	15	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
175	43	a	1	fanout	sql:model.m43_a	model.m43_a	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	collect	\N	14	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
121	30	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
122	30	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*].lines[*]	{a,run}	1	3	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
123	30	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	-1	run	\N	\N	$.orders[*].lines[*]	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
124	30	d	4	fanout	sql:model.m30_d	model.m30_d	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*]	\N	1	\N	{five}	\N	\N	\N	collect	\N	1	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
125	30	e	5	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
176	43	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*][*]	\N	1	\N	{}	\N	\N	\N	collect	28	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
126	31	a	1	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	1	{fast}	\N	\N	\N	collect	\N	\N	7	array	1000	f	\N	\N	\N	\N	\N	t	f	f
177	43	c	3	single	other	\N	\N	\N	\N	\N	\N	default	-3	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
178	43	d	4	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
171	42	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*][*]	\N	1	\N	{}	\N	\N	\N	collect	\N	26	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
172	42	d	4	fanout	sql:model.m42_d	model.m42_d	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	$[*]	\N	1	3	{}	\N	\N	\N	collect	26	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
173	42	e	5	fanout	h	\N	\N	\N	\N	\N	\N	default	0	a	\N	\N	$[*][*]	\N	1	\N	{five}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
174	42	f	6	fanout	other	\N	\N	\N	\N	\N	\N	default	0	sql:model.m42_f_items	model.m42_f_items	"$user", public	\N	\N	1	\N	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
179	43	e	5	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
127	32	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
128	32	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	19	\N	2	counts	1000	f	\N	\N	\N	\N	\N	t	f	t
129	32	c	3	single	sql:model.m32_c	model.m32_c	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
181	44	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
182	44	b	2	fanout	sql:model.m44_b	model.m44_b	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*].lines[*]	\N	1	1	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
130	32	d	4	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
131	32	e	5	fanout	sql:model.m32_e	model.m32_e	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	\N	1	1	{five}	\N	\N	\N	fail_fast	\N	\N	1	array	1000	f	\N	\N	\N	\N	\N	t	f	t
132	32	f	6	single	sql:model.m32_f	model.m32_f	"$user", public	\N	\N	\N	\N	default	2	\N	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
180	43	f	6	fanout	sql:model.m43_f	model.m43_f	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	$[*][*]	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	4	array	1000	f	\N	\N	\N	\N	\N	t	f	t
183	45	a	1	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	{run}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
184	46	a	1	fanout	sql:model.m46_a	model.m46_a	"$user", public	\N	\N	\N	\N	default	-1	run	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	counts	1000	f	\N	\N	\N	\N	\N	t	f	f
185	46	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
186	47	a	1	single	h	\N	\N	\N	\N	\N	\N	default	1	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
187	47	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	3	run	\N	\N	\N	{run}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
188	47	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	b	\N	\N	$[*]	\N	1	1	{}	\N	\N	\N	collect	\N	26	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
189	47	d	4	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	\N	1	5	{}	\N	\N	\N	fail_fast	\N	\N	7	array	1000	f	\N	\N	\N	\N	\N	t	f	t
190	48	a	1	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	counts	1000	f	\N	\N	\N	\N	\N	t	f	f
133	32	g	7	fanout	sql:model.m32_g	model.m32_g	"$user", public	\N	\N	\N	\N	default	-1	run	\N	\N	\N	\N	7	\N	{two}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
149	37	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	5	1	{}	\N	\N	\N	collect	17	\N	2	array	1000	f	\N	\N	\N	\N	\N	t	f	f
150	37	b	2	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
151	37	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
152	37	d	4	fanout	other	\N	\N	\N	\N	\N	\N	default	0	c	\N	\N	$[*]	{a}	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
153	37	e	5	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
134	33	a	1	single	h	\N	\N	\N	\N	\N	\N	default	-1	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
135	33	b	2	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
136	33	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
155	39	a	1	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
137	34	a	1	single	sql:model.m34_a	model.m34_a	"$user", public	\N	\N	\N	\N	default	-2	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
154	38	a	1	fanout	sql:model.m38_a	model.m38_a	"$user", public	\N	\N	\N	\N	default	0	sql:model.m38_a_items	model.m38_a_items	"$user", public	\N	{run}	1	\N	{}	\N	\N	\N	collect	28	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
156	39	b	2	fanout	sql:model.m39_b	model.m39_b	"$user", public	\N	\N	\N	\N	default	3	\N	\N	\N	$[*][*]	\N	4	\N	{fast}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
157	39	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	-1	\N	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	9	array	1000	f	\N	\N	\N	\N	\N	t	f	t
158	39	d	4	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
159	39	e	5	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
142	36	a	1	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
143	36	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	1	a	\N	\N	$.orders[*].lines[*]	\N	1	\N	{two}	\N	\N	\N	fail_fast	\N	\N	9	array	1000	f	\N	\N	\N	\N	\N	t	f	t
144	36	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m36_c_items	model.m36_c_items	"$user", public	\N	\N	4	4	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
145	36	d	4	single	h	\N	\N	\N	\N	\N	\N	default	-1	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
146	36	e	5	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	2	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
147	36	f	6	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
138	35	a	1	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*].lines[*]	\N	1	\N	{fast}	\N	\N	\N	fail_fast	\N	\N	10	array	1000	f	\N	\N	\N	\N	\N	t	f	f
139	35	b	2	single	sql:model.m35_b	model.m35_b	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{five}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
140	35	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
141	35	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	b	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	7	array	1000	f	\N	\N	\N	\N	\N	t	f	t
148	36	g	7	fanout	sql:model.m36_g	model.m36_g	"$user", public	\N	\N	\N	\N	default	0	sql:model.m36_g_items	model.m36_g_items	"$user", public	\N	{e,run}	1	5	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
169	42	a	1	fanout	sql:model.m42_a	model.m42_a	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	$.orders[*]	\N	1	5	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	t	f
160	40	a	1	fanout	sql:model.m40_a	model.m40_a	"$user", public	\N	\N	\N	\N	default	3	run	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
161	40	b	2	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	4	{five}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
162	40	c	3	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	\N	1	2	{fast}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
163	40	d	4	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	2	2	{five}	\N	\N	\N	fail_fast	\N	\N	4	array	1000	f	\N	\N	\N	\N	\N	t	f	f
170	42	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	0	array	1000	f	\N	\N	\N	\N	169	t	f	t
164	41	a	1	fanout	sql:model.m41_a	model.m41_a	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	5	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
165	41	b	2	single	h	\N	\N	\N	\N	\N	\N	default	-2	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
166	41	c	3	fanout	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*].orders[*]	\N	7	5	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
167	41	d	4	fanout	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*].orders[*]	{a}	1	\N	{}	\N	\N	\N	collect	13	\N	6	array	1000	f	\N	\N	\N	\N	\N	t	f	t
168	41	e	5	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
199	50	a	1	single	sql:model.m50_a	model.m50_a	"$user", public	\N	\N	\N	\N	default	-2	\N	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
200	50	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	-2	run	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	1	array	1000	f	\N	\N	\N	\N	\N	t	f	f
201	50	c	3	single	h	\N	\N	\N	\N	\N	\N	default	-2	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
202	50	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	f	t	t
203	50	e	5	single	sql:model.m50_e	model.m50_e	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
204	50	f	6	fanout	other	\N	\N	\N	\N	\N	\N	default	0	d	\N	\N	\N	{c}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	202	t	f	t
205	51	a	1	fanout	sql:model.m51_a	model.m51_a	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	18	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
206	51	b	2	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
207	51	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	{}	6	\N	{fast}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
208	51	d	4	fanout	sql:model.m51_d	model.m51_d	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	$[*][*]	\N	1	\N	{}	\N	\N	\N	collect	35	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
194	49	a	1	single	sql:model.m49_a	model.m49_a	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
195	49	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	{run}	7	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
196	49	c	3	single	sql:model.m49_c	model.m49_c	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
197	49	d	4	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
198	49	e	5	fanout	sql:model.m49_e	model.m49_e	"$user", public	\N	\N	\N	\N	default	-2	run	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
212	53	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	0	sql:model.m53_a_items	model.m53_a_items	"$user", public	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	20	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
213	53	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	4	\N	{}	\N	\N	\N	collect	\N	\N	2	counts	1000	f	\N	\N	\N	\N	\N	t	f	t
214	53	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
209	52	a	1	fanout	sql:model.m52_a	model.m52_a	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	\N	1	3	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
210	52	b	2	single	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
211	52	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*][*]	\N	1	\N	{two}	\N	\N	\N	collect	14	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
221	55	a	1	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	f	t	f
215	54	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	counts	1000	f	\N	\N	\N	\N	\N	t	f	f
222	55	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	1	\N	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	221	t	f	f
223	55	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	1	\N	\N	\N	\N	{}	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	221	t	f	f
216	54	b	2	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	3	{}	\N	\N	\N	collect	13	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	t	f
217	54	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
218	54	d	4	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	{a,run}	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
219	54	e	5	fanout	h	\N	\N	\N	\N	\N	\N	default	0	b	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	10	array	1000	f	\N	\N	\N	\N	216	t	f	t
220	54	f	6	single	sql:model.m54_f	model.m54_f	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
224	56	a	1	fanout	sql:model.m56_a	model.m56_a	"$user", public	\N	\N	\N	\N	default	0	sql:model.m56_a_items	model.m56_a_items	"$user", public	\N	\N	1	5	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
225	56	b	2	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	1	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
226	56	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
227	56	d	4	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	3	\N	{two}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
228	56	e	5	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
229	56	f	6	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m56_f_items	model.m56_f_items	"$user", public	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	counts	1000	f	\N	\N	\N	\N	\N	t	f	t
230	56	g	7	fanout	other	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	$[*][*]	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
240	60	a	1	single	other	\N	\N	\N	\N	\N	\N	default	-3	\N	\N	\N	\N	\N	1	\N	{two}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
241	60	b	2	single	h	\N	\N	\N	\N	\N	\N	default	1	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
242	60	c	3	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
243	60	d	4	fanout	sql:model.m60_d	model.m60_d	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
244	60	e	5	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	$[*]	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	1	array	1000	f	\N	\N	\N	\N	\N	t	f	t
231	57	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	3	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
232	57	b	2	single	h	\N	\N	\N	\N	\N	\N	default	-3	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
236	59	a	1	fanout	other	\N	\N	\N	\N	\N	\N	default	-3	run	\N	\N	$[*]	\N	1	5	{fast}	\N	\N	\N	collect	7	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
237	59	b	2	fanout	other	\N	\N	\N	\N	\N	\N	default	0	a	\N	\N	\N	\N	2	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
238	59	c	3	single	h	\N	\N	\N	\N	\N	\N	default	0	\N	\N	\N	\N	\N	1	\N	{fast}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
239	59	d	4	fanout	sql:model.m59_d	model.m59_d	"$user", public	\N	\N	\N	\N	default	0	\N	\N	\N	$[*]	\N	1	\N	{five}	\N	\N	\N	fail_fast	\N	\N	9	array	1000	f	\N	\N	\N	\N	\N	t	f	t
245	60	f	6	fanout	other	\N	\N	\N	\N	\N	\N	default	0	sql:model.m60_f_items	model.m60_f_items	"$user", public	\N	\N	1	\N	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
246	60	g	7	fanout	h	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	6	3	{}	\N	\N	\N	collect	24	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
233	58	a	1	fanout	sql:model.m58_a	model.m58_a	"$user", public	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	8	\N	7	counts	1000	f	\N	\N	\N	\N	\N	t	f	f
234	58	b	2	fanout	h	\N	\N	\N	\N	\N	\N	default	0	sql:model.m58_b_items	model.m58_b_items	"$user", public	\N	\N	1	\N	{five}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
235	58	c	3	fanout	other	\N	\N	\N	\N	\N	\N	default	-2	run	\N	\N	\N	\N	4	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
\.

COPY fanout.deps (step_id, dep_step_id) FROM stdin;
4	3
5	3
6	5
9	7
9	8
10	8
10	9
11	7
11	10
14	12
15	12
16	12
16	14
16	15
19	18
21	18
21	20
22	18
22	19
24	23
25	23
26	25
28	27
29	27
29	28
30	27
31	30
32	29
33	31
33	32
35	34
36	34
36	35
38	37
39	37
40	38
41	37
42	39
43	42
45	44
46	44
47	44
47	46
49	48
50	48
52	51
53	51
53	52
54	51
55	53
56	53
57	53
57	54
57	55
59	58
61	59
62	60
63	60
64	61
66	65
67	65
67	66
68	65
68	67
70	69
72	71
73	71
73	72
74	71
75	72
75	73
76	73
79	78
81	80
82	80
82	81
83	81
84	81
84	82
86	85
88	87
90	87
90	89
91	88
91	90
92	88
92	90
93	90
93	91
95	94
96	94
97	95
98	94
98	95
98	96
99	98
101	100
103	100
103	102
105	103
105	104
107	106
108	106
110	109
112	111
113	111
115	114
117	116
118	116
118	117
119	116
120	117
122	121
128	127
129	127
130	129
131	128
136	134
139	138
140	138
141	139
141	140
143	142
144	142
145	142
147	145
148	146
152	149
152	151
153	150
156	155
157	155
159	157
165	164
166	164
167	164
168	167
170	169
171	169
172	169
173	169
173	170
176	175
178	175
178	176
180	176
182	181
185	184
187	186
188	186
188	187
189	186
192	190
196	194
197	196
198	195
198	197
202	199
203	199
203	200
204	201
204	202
206	205
208	207
210	209
211	209
213	212
214	212
217	215
218	215
219	216
219	217
220	216
222	221
223	221
225	224
227	224
229	225
229	226
230	227
232	231
234	233
237	236
238	236
239	236
241	240
242	240
243	240
244	241
245	243
\.

COPY fanout.exchanges (worker_id, sequence, stale, idle) FROM stdin;
\.

COPY fanout.failures_00 (state_id, claimed_at, failed_at, task_index, worker_id, generation, attempt, final, error) FROM stdin;
255	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.225407+00	2	1	0	1	f	attempt 1 at cb616ea6 fails (SQLSTATE P0001)
255	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.226045+00	3	1	0	1	f	attempt 1 at 36f71860 fails (SQLSTATE P0001)
168	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.235756+00	2	1	0	1	f	attempt 1 at 77ce818d fails
255	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.247883+00	6	1	0	1	f	attempt 1 at 26a6ade7 fails (SQLSTATE P0001)
168	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	2	1	0	2	f	attempt 2 at 77ce818d fails
33	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	0	1	0	1	f	attempt 1 at 7c960ae5 fails
168	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	9	1	0	1	f	attempt 1 at 45c75cbb fails
168	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.262381+00	7	1	0	1	f	attempt 1 at 6c4c879e fails
30	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	1	1	0	1	f	attempt 1 at 7a41bddd fails
30	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	1	1	0	2	f	attempt 2 at 7a41bddd fails
130	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.279454+00	0	1	0	1	f	attempt 1 at 1a8b8c3b fails (SQLSTATE P0001)
132	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.279681+00	0	1	0	1	f	attempt 1 at 62902b79 fails (SQLSTATE P0001)
260	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.281676+00	2	1	0	1	f	attempt 1 at cb616ea6 fails (SQLSTATE P0001)
348	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	1	1	0	1	t	attempt 1 at 8b6c687a fails
33	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.29559+00	2	1	0	1	f	attempt 1 at 0758ccb0 fails
168	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.29559+00	7	1	0	2	f	attempt 2 at 6c4c879e fails
292	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	0	1	0	1	t	attempt 1 at 73008323 fails
341	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	2	1	0	1	f	attempt 1 at baf88f3c fails
33	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	2	1	0	2	f	attempt 2 at 0758ccb0 fails
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	3	1	0	1	f	attempt 1 at be14e847 fails
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	4	1	0	1	f	attempt 1 at 4ba38789 fails
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	5	1	0	1	f	attempt 1 at 99a1bea3 fails
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	8	1	0	1	f	attempt 1 at 25c1f083 fails
171	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	2	1	0	1	f	attempt 1 at 77ce818d fails
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.327728+00	0	1	0	1	f	attempt 1 at 5d724a0b fails
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.327728+00	9	1	0	1	f	attempt 1 at cd7c2d4a fails
33	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	6	1	0	1	f	attempt 1 at 5814661c fails
254	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	0	1	0	1	f	attempt 1 at 33751b7a fails
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.333946+00	1	1	0	1	f	attempt 1 at 9970ebda fails (SQLSTATE P0001)
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.335245+00	3	1	0	1	f	attempt 1 at 02f2e2f1 fails (SQLSTATE P0001)
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.336589+00	5	1	0	1	f	attempt 1 at bf66ce67 fails (SQLSTATE P0001)
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.337032+00	6	1	0	1	f	attempt 1 at 7ce4909f fails (SQLSTATE P0001)
366	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.340622+00	3	1	0	1	f	attempt 1 at d4f44734 fails (SQLSTATE P0001)
366	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.341592+00	5	1	0	1	f	attempt 1 at e60c4aaf fails (SQLSTATE P0001)
33	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.343571+00	6	1	0	2	f	attempt 2 at 5814661c fails
169	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.347281+00	3	1	0	2	f	attempt 2 at 02f2e2f1 fails (SQLSTATE P0001)
169	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.347807+00	5	1	0	2	f	attempt 2 at bf66ce67 fails (SQLSTATE P0001)
130	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.350695+00	0	1	0	2	f	attempt 2 at 1a8b8c3b fails (SQLSTATE P0001)
132	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.350915+00	0	1	0	2	f	attempt 2 at 62902b79 fails (SQLSTATE P0001)
171	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.354882+00	2	1	0	2	f	attempt 2 at 77ce818d fails
254	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.354882+00	0	1	0	2	f	attempt 2 at 33751b7a fails
23	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	0	1	0	1	f	attempt 1 at 8984ef67 fails
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	0	1	0	1	f	attempt 1 at 1094b2d6 fails
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	3	1	0	1	f	attempt 1 at 1094b2d6 fails
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	4	1	0	1	f	attempt 1 at 15af5910 fails
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	6	1	0	1	f	attempt 1 at 377a7642 fails
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	10	1	0	1	f	attempt 1 at 1094b2d6 fails
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	12	1	0	1	f	attempt 1 at 77ce818d fails
33	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.384649+00	8	1	0	1	f	attempt 1 at e427c489 fails
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.384649+00	1	1	0	1	f	attempt 1 at 655344d7 fails
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.384649+00	7	1	0	1	f	attempt 1 at 1094b2d6 fails
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.384649+00	8	1	0	1	f	attempt 1 at 377a7642 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	3	1	0	1	f	attempt 1 at 1094b2d6 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	4	1	0	1	f	attempt 1 at 377a7642 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	6	1	0	1	f	attempt 1 at c00974b5 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	7	1	0	1	f	attempt 1 at 377a7642 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	11	1	0	1	f	attempt 1 at 1094b2d6 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	15	1	0	1	f	attempt 1 at 1094b2d6 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	17	1	0	1	f	attempt 1 at c00974b5 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	18	1	0	1	f	attempt 1 at 1094b2d6 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	19	1	0	1	f	attempt 1 at 377a7642 fails
285	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	0	1	0	1	f	attempt 1 at 756bd45f fails
23	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	0	1	0	2	f	attempt 2 at 8984ef67 fails
143	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.395912+00	0	1	0	1	f	attempt 1 at 7a2e9d17 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.395912+00	1	1	0	1	f	attempt 1 at 377a7642 fails
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.395912+00	9	1	0	1	t	attempt 1 at da97237e fails (no retry: the step's retry_budget of 10 is spent)
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.395912+00	16	1	0	1	t	attempt 1 at 377a7642 fails (no retry: the step's retry_budget of 10 is spent)
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	7	1	0	2	t	attempt 2 at 377a7642 fails (no retry: the step's retry_budget of 10 is spent)
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	17	1	0	2	t	attempt 2 at c00974b5 fails (no retry: the step's retry_budget of 10 is spent)
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	19	1	0	2	t	attempt 2 at 377a7642 fails (no retry: the step's retry_budget of 10 is spent)
221	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	1	1	0	2	f	attempt 2 at 655344d7 fails
221	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	8	1	0	2	t	attempt 2 at 377a7642 fails (no retry: the step's retry_budget of 10 is spent)
285	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	0	1	0	2	f	attempt 2 at 756bd45f fails
203	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	0	1	0	1	f	attempt 1 at 72ce059a fails
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.405621+00	4	1	0	2	f	attempt 2 at 377a7642 fails
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.405621+00	6	1	0	2	f	attempt 2 at c00974b5 fails
135	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	0	1	0	1	f	attempt 1 at 671a04fe fails
171	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	9	1	0	1	f	attempt 1 at 63ed70d8 fails
27	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	0	1	0	1	f	attempt 1 at 1730708d fails
27	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	1	1	0	1	f	attempt 1 at 8a3fd779 fails
130	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.411479+00	0	1	0	3	f	attempt 3 at 1a8b8c3b fails (SQLSTATE P0001)
132	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.411716+00	0	1	0	3	f	attempt 3 at 62902b79 fails (SQLSTATE P0001)
171	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.418022+00	6	1	0	1	f	attempt 1 at 3b33cbee fails
285	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.418022+00	0	1	0	3	f	attempt 3 at 756bd45f fails
171	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.426622+00	9	1	0	2	f	attempt 2 at 63ed70d8 fails
287	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	5	1	0	1	f	attempt 1 at c098cb9f fails
24	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	0	1	0	1	f	attempt 1 at 1730708d fails
24	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	1	1	0	1	f	attempt 1 at 8a3fd779 fails
42	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	0	1	0	1	f	attempt 1 at dad79061 fails
42	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	1	1	0	1	f	attempt 1 at 7e5cdba7 fails
24	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	0	1	0	2	f	attempt 2 at 1730708d fails
260	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.43892+00	4	1	0	1	f	attempt 1 at f4ddc220 fails (SQLSTATE P0001)
359	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.446093+00	0	1	0	1	f	attempt 1 at 7c1a1f7c fails
42	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.446093+00	0	1	0	2	f	attempt 2 at dad79061 fails
42	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.446093+00	1	1	0	2	f	attempt 2 at 7e5cdba7 fails
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	1	1	0	1	f	attempt 1 at 08f6e84d fails
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	3	1	0	1	f	attempt 1 at f370cc18 fails
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	6	1	0	1	f	attempt 1 at b9fb21da fails
204	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.461558+00	0	1	0	1	f	attempt 1 at 381bc1c4 fails (SQLSTATE P0001)
150	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.461914+00	0	1	0	1	f	attempt 1 at a4153550 fails (SQLSTATE P0001)
132	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.464066+00	0	1	0	4	t	attempt 4 at 62902b79 fails (SQLSTATE P0001)
287	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.467807+00	5	1	0	2	f	attempt 2 at c098cb9f fails
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.467807+00	9	1	0	1	f	attempt 1 at 8fd6e726 fails
332	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.467807+00	3	1	0	2	f	attempt 2 at f370cc18 fails
332	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.467807+00	6	1	0	2	f	attempt 2 at b9fb21da fails
60	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	3	1	0	1	t	attempt 1 at db36b9de fails
287	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	5	1	0	3	t	attempt 3 at c098cb9f fails
155	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.486384+00	2	1	0	1	t	attempt 1 at 2119506a fails
42	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	0	1	0	3	f	attempt 3 at dad79061 fails
359	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	0	1	0	2	f	attempt 2 at 7c1a1f7c fails
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	6	1	0	1	f	attempt 1 at 0121fc7c fails
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	7	1	0	1	t	attempt 1 at 2cd59af6 fails (no retry: the step's retry_budget of 1 is spent)
26	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.492676+00	0	1	0	1	f	attempt 1 at fa38d2a4 fails (SQLSTATE P0001)
150	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.494895+00	0	1	0	2	f	attempt 2 at a4153550 fails (SQLSTATE P0001)
27	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	3	1	0	1	f	attempt 1 at b326d697 fails
234	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	0	1	0	1	f	attempt 1 at c0d4a76e fails
191	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.509041+00	7	1	0	1	f	attempt 1 at fd1492dc fails (SQLSTATE P0001)
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.513198+00	3	1	0	1	f	attempt 1 at 736769f7 fails
229	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	4	1	0	1	f	attempt 1 at efb1a885 fails
229	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	5	1	0	1	f	attempt 1 at 627d5971 fails
60	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	5	1	0	1	f	attempt 1 at 91422b01 fails
16	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	0	1	0	1	f	attempt 1 at c99cc696 fails
265	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.519929+00	3	1	0	1	f	attempt 1 at 16798b14 fails (SQLSTATE P0001)
67	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.526351+00	5	1	0	1	t	attempt 1 at 175fcb42 fails
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	1	1	0	1	f	attempt 1 at 0bf60206 fails
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	2	1	0	1	f	attempt 1 at bc642c30 fails
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	4	1	0	1	f	attempt 1 at 4c5e2b10 fails
26	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.529801+00	0	1	0	2	f	attempt 2 at fa38d2a4 fails (SQLSTATE P0001)
191	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.530721+00	7	1	0	2	f	attempt 2 at fd1492dc fails (SQLSTATE P0001)
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.536791+00	5	1	0	1	f	attempt 1 at 7ce4909f fails (SQLSTATE P0001)
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.538076+00	7	1	0	1	f	attempt 1 at 7ce4909f fails (SQLSTATE P0001)
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.538534+00	8	1	0	1	f	attempt 1 at edb8f9e9 fails (SQLSTATE P0001)
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.538799+00	9	1	0	1	f	attempt 1 at ebe36256 fails (SQLSTATE P0001)
295	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.540308+00	2	1	0	1	f	attempt 1 at d20f4dbf fails
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.540308+00	9	1	0	1	f	attempt 1 at 35230dce fails
329	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.545461+00	5	1	0	1	f	attempt 1 at eaa11641 fails (SQLSTATE P0001)
329	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.546036+00	6	1	0	1	f	attempt 1 at f8b560c0 fails (SQLSTATE P0001)
27	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	4	1	0	1	f	attempt 1 at b6c9d226 fails
60	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	5	1	0	2	f	attempt 2 at 91422b01 fails
21	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	9	1	0	2	f	attempt 2 at 35230dce fails
295	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	2	1	0	2	f	attempt 2 at d20f4dbf fails
329	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.560742+00	5	1	0	2	f	attempt 2 at eaa11641 fails (SQLSTATE P0001)
329	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.56108+00	6	1	0	2	f	attempt 2 at f8b560c0 fails (SQLSTATE P0001)
60	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	5	1	0	3	t	attempt 3 at 91422b01 fails
270	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	7	1	0	1	f	attempt 1 at f736b1a7 fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	0	1	0	1	t	attempt 1 at 5d4c6ecf fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	1	1	0	1	t	attempt 1 at 5d4c6ecf fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	2	1	0	1	t	attempt 1 at 5d4c6ecf fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	3	1	0	1	t	attempt 1 at 5d4c6ecf fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	5	1	0	1	t	attempt 1 at 5d4c6ecf fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	6	1	0	1	t	attempt 1 at 5d4c6ecf fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	7	1	0	1	t	attempt 1 at 5d4c6ecf fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	8	1	0	1	t	attempt 1 at 5d4c6ecf fails
16	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	4	1	0	1	f	attempt 1 at 7be46287 fails
16	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	5	1	0	1	f	attempt 1 at d82e1d98 fails
238	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.584786+00	2	1	0	1	f	attempt 1 at 1a79814f fails (SQLSTATE P0001)
341	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.587974+00	7	1	0	1	f	attempt 1 at 67356dfc fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.587974+00	4	1	0	1	t	attempt 1 at 5d4c6ecf fails
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.587974+00	9	1	0	1	t	attempt 1 at 5d4c6ecf fails
16	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	5	1	0	2	f	attempt 2 at d82e1d98 fails
253	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	8	1	0	1	f	attempt 1 at 83cfc23c fails
260	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.594289+00	9	1	0	1	f	attempt 1 at 38962b00 fails (SQLSTATE P0001)
238	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.595552+00	2	1	0	2	f	attempt 2 at 1a79814f fails (SQLSTATE P0001)
253	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	8	1	0	2	f	attempt 2 at 83cfc23c fails
27	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.625924+00	7	1	0	1	f	attempt 1 at 59c33a25 fails
191	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.633786+00	9	1	0	1	f	attempt 1 at 1a1e682a fails (SQLSTATE P0001)
16	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.639679+00	9	1	0	1	f	attempt 1 at cc5743ff fails
27	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	4	1	0	2	f	attempt 2 at b6c9d226 fails
231	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.648803+00	4	1	0	1	f	attempt 1 at db5f585f fails (SQLSTATE P0001)
339	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.654618+00	0	1	0	1	f	attempt 1 at 907f92bf fails
231	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.657665+00	4	1	0	2	f	attempt 2 at db5f585f fails (SQLSTATE P0001)
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.665878+00	9	1	0	1	f	attempt 1 at 5b30dc54 fails
153	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	3	1	0	1	f	attempt 1 at 38dcd4db fails
153	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	8	1	0	1	f	attempt 1 at 270bc0cb fails
191	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.672853+00	9	1	0	2	f	attempt 2 at 1a1e682a fails (SQLSTATE P0001)
153	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.679909+00	1	1	0	1	f	attempt 1 at bb286a35 fails
153	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.679909+00	2	1	0	1	f	attempt 1 at 0efc71fb fails
345	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	1	1	0	1	f	attempt 1 at e5dd1102 fails
345	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	5	1	0	1	f	attempt 1 at 5d449079 fails
345	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	6	1	0	1	f	attempt 1 at 9116c1cb fails
190	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	0	1	0	1	f	attempt 1 at c00974b5 fails
83	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.68999+00	1	1	0	1	t	attempt 1 at 3a876c90 fails (SQLSTATE PFFIN)
69	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.692135+00	9	1	0	2	f	attempt 2 at 5b30dc54 fails
345	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.692135+00	0	1	0	1	f	attempt 1 at 2dbf99d2 fails
345	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.692135+00	7	1	0	1	f	attempt 1 at ddf29546 fails
153	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	1	1	0	2	f	attempt 2 at bb286a35 fails
153	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	2	1	0	2	f	attempt 2 at 0efc71fb fails
190	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	0	1	0	2	f	attempt 2 at c00974b5 fails
286	2026-12-01 03:34:05.707848+00	2026-12-01 03:34:05.710948+00	3	2	0	1	f	attempt 1 at 0d7647f6 fails (SQLSTATE P0001)
69	2026-12-01 03:34:05.707848+00	2026-12-01 03:34:05.713196+00	9	2	0	3	t	attempt 3 at 5b30dc54 fails
153	2026-12-01 03:34:05.707848+00	2026-12-01 03:34:05.713196+00	7	2	0	1	f	attempt 1 at a6b44165 fails
265	2026-12-01 03:34:05.71404+00	2026-12-01 03:34:05.717061+00	6	2	0	1	f	attempt 1 at 8557314e fails (SQLSTATE P0001)
211	2026-12-01 03:34:05.71404+00	2026-12-01 03:34:05.718471+00	0	2	0	1	t	attempt 1 at 15e7368d fails
286	2026-12-01 03:34:05.726996+00	2026-12-01 03:34:05.728009+00	4	2	0	1	f	attempt 1 at 0d7647f6 fails (SQLSTATE P0001)
86	2026-12-01 03:34:05.731+00	2026-12-01 03:34:05.733191+00	1	2	0	1	f	attempt 1 at dd256dd9 fails (SQLSTATE P0001)
27	2026-12-01 03:34:05.749672+00	2026-12-01 03:34:05.753279+00	9	2	0	1	f	attempt 1 at 820e5711 fails
265	2026-12-01 03:34:05.754204+00	2026-12-01 03:34:05.755355+00	9	2	0	1	f	attempt 1 at 94a665ca fails (SQLSTATE P0001)
212	2026-12-01 03:34:05.758382+00	2026-12-01 03:34:05.761395+00	0	2	0	1	t	attempt 1 at 7a4d6903 fails
286	2026-12-01 03:34:05.76243+00	2026-12-01 03:34:05.764296+00	8	2	0	1	f	attempt 1 at 48df80cc fails (SQLSTATE P0001)
286	2026-12-01 03:34:05.766678+00	2026-12-01 03:34:05.767661+00	8	2	0	2	f	attempt 2 at 48df80cc fails (SQLSTATE P0001)
\.

COPY fanout.heartbeats (worker_id, seen_at, suspect_since, gone_claims) FROM stdin;
\.

COPY fanout.limits (limit_id, name, state_id, owner, max_concurrency, in_flight, rate, per, burst, tokens, refilled_at, wake_at) FROM stdin;
32	\N	369	\N	5	0	\N	\N	\N	\N	\N	\N
33	\N	373	\N	5	0	\N	\N	\N	\N	\N	\N
34	\N	383	\N	3	0	\N	\N	\N	\N	\N	\N
14	\N	85	\N	5	0	\N	\N	\N	\N	\N	\N
65	\N	351	\N	1	0	\N	\N	\N	\N	\N	\N
67	\N	358	\N	1	0	\N	\N	\N	\N	\N	\N
25	\N	265	\N	5	0	\N	\N	\N	\N	\N	\N
16	\N	194	\N	1	0	\N	\N	\N	\N	\N	\N
1	two	\N	postgres	2	0	\N	\N	\N	\N	\N	\N
53	\N	286	\N	1	0	\N	\N	\N	\N	\N	\N
3	fast	\N	postgres	\N	0	5000	00:00:01	50	50	2026-12-01 03:34:05.743255+00	\N
2	five	\N	postgres	5	0	\N	\N	\N	\N	\N	\N
\.

COPY fanout.queue (queue_id, state_id, virtual_time, available_at, claimed_at, claim_sequence, worker_id, stripe, width, virtual_step, priority, generation, attempt, crashed, has_progress, kind, queue, handler, fair_key, expires_at, narrowed_at, parked_on, indexes) FROM stdin;
5	4	1	\N	\N	\N	\N	0	1	1	-5	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
6	8	1	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
20	49	1	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
21	56	1	\N	\N	\N	\N	0	1	1	-2	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
1479	85	3	\N	\N	\N	\N	0	1	1	-1	0	1	f	f	task	default	other	\N	\N	\N	\N	{[2,3)}
1649	1	3	\N	\N	\N	\N	0	4	2	-1	0	1	f	f	task	default	other	\N	\N	\N	\N	{[0,4)}
66	195	1	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
68	201	1	\N	\N	\N	\N	0	2	1	-4	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[0,2)}
76	215	1	\N	\N	\N	\N	0	1	1	-2	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[0,1)}
77	216	1	\N	\N	\N	\N	0	1	1	-2	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[0,1)}
88	245	1	\N	\N	\N	\N	0	1	1	-2	0	1	f	f	start	default	fanout:	\N	\N	\N	\N	{[0,1)}
1637	194	3	\N	\N	\N	\N	0	6	1	-1	0	1	f	f	task	default	h	\N	\N	\N	\N	{[2,8)}
1835	208	3	\N	\N	\N	\N	0	2	1	-1	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[0,2)}
1840	200	3	\N	\N	\N	\N	0	1	1	-1	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[0,1)}
103	273	1	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	other	\N	\N	\N	\N	{[0,1)}
106	279	1	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	other	\N	\N	\N	\N	{[0,1)}
108	283	1	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
127	309	1	\N	\N	\N	\N	0	1	1	-2	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[0,1)}
128	310	1	\N	\N	\N	\N	0	3	1	-2	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,3)}
1434	289	5	\N	\N	\N	\N	0	2	2	-1	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[2,4)}
1831	298	3	\N	\N	\N	\N	0	4	2	-1	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,4)}
129	311	1	\N	\N	\N	\N	0	1	1	-2	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
133	321	1	\N	\N	\N	\N	0	2	1	-3	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[0,2)}
134	323	1	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
156	368	1	\N	\N	\N	\N	0	2	1	-2	0	1	f	f	task	default	other	\N	\N	\N	\N	{[0,2)}
157	369	1	\N	\N	\N	\N	0	10	1	-3	0	1	f	f	task	default	other	\N	\N	\N	\N	{[0,10)}
159	377	1	\N	\N	\N	\N	0	1	1	-6	0	1	f	f	task	default	other	\N	\N	\N	\N	{[0,1)}
160	383	1	\N	\N	\N	\N	0	2	1	-3	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,2)}
1839	315	3	\N	\N	\N	\N	0	1	1	-1	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[0,1)}
161	384	1	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	other	\N	\N	\N	\N	{[0,1)}
1834	177	3	\N	\N	\N	\N	0	3	1	-1	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,3)}
1838	175	3	\N	\N	\N	\N	0	3	1	-1	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,3)}
618	184	2	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	other	\N	\N	\N	\N	{[0,1)}
694	179	2	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	other	\N	\N	\N	\N	{[0,1)}
1848	286	40	\N	\N	\N	\N	0	6	1	0	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[9,15)}
1442	365	2	\N	\N	\N	\N	0	1	1	-3	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
1443	261	2	\N	\N	\N	\N	0	1	1	-2	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
1446	84	2	\N	\N	\N	\N	0	1	1	-1	0	1	f	f	start	default	fanout:	\N	\N	\N	\N	{[0,1)}
1487	1	4	\N	\N	\N	\N	0	6	2	-1	0	1	f	f	task	default	other	\N	\N	\N	\N	{[4,10)}
1575	298	3	\N	\N	\N	\N	0	6	2	-1	0	1	f	f	task	default	h	\N	\N	\N	\N	{[4,10)}
1847	289	7	\N	\N	\N	\N	0	4	2	-1	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[6,10)}
1824	173	9	\N	\N	\N	\N	0	3	2	-1	0	1	f	f	task	default	sql:	\N	\N	\N	\N	{[7,10)}
1720	153	36	\N	\N	\N	\N	0	1	1	0	0	1	f	f	finish	default	fanout:	\N	\N	\N	\N	{[0,1)}
1734	363	36	\N	\N	\N	\N	0	1	1	0	0	1	f	f	start	default	fanout:	\N	\N	\N	\N	{[0,1)}
1760	102	37	\N	\N	\N	\N	0	1	1	0	0	1	f	f	start	default	fanout:	\N	\N	\N	\N	{[0,1)}
1788	167	3	\N	\N	\N	\N	0	7	1	-1	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,7)}
1806	351	37	\N	\N	\N	\N	0	1	1	0	0	1	f	f	finish	default	fanout:	\N	\N	\N	\N	{[0,1)}
1816	27	37	\N	\N	\N	\N	0	1	1	0	0	1	f	f	finish	default	fanout:	\N	\N	\N	\N	{[0,1)}
1817	358	37	\N	\N	\N	\N	0	1	1	0	0	1	f	f	finish	default	fanout:	\N	\N	\N	\N	{[0,1)}
1818	356	37	\N	\N	\N	\N	0	1	1	0	0	1	f	f	start	default	fanout:	\N	\N	\N	\N	{[0,1)}
1833	265	37	\N	\N	\N	\N	0	1	1	0	0	1	f	f	finish	default	fanout:	\N	\N	\N	\N	{[0,1)}
1850	286	40	\N	\N	\N	\N	0	1	1	0	0	3	f	f	task	default	sql:	\N	\N	\N	\N	{[8,9)}
1851	235	3	\N	\N	\N	\N	0	1	1	-1	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
1852	230	40	\N	\N	\N	\N	0	1	1	0	0	1	f	f	task	default	h	\N	\N	\N	\N	{[0,1)}
1853	266	40	\N	\N	\N	\N	0	1	1	0	0	1	f	f	task	default	h	\N	\N	\N	\N	{[9,10)}
\.

COPY fanout.results_00 (state_id, claimed_at, completed_at, task_index, worker_id, generation, attempt, output) FROM stdin;
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	0	1	0	1	[{"n": 0, "from": "3d348663"}]
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	1	1	0	1	[{"n": 0, "from": "f8d302d6"}]
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	2	1	0	1	[{"n": 0, "from": "cb616ea6"}]
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	3	1	0	1	[{"n": 0, "from": "d4f44734"}]
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	4	1	0	1	[{"n": 0, "from": "9b12bd4f"}]
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	5	1	0	1	[{"n": 0, "from": "3d348663"}]
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	6	1	0	1	[{"n": 0, "from": "ca54adcf"}]
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	7	1	0	1	[{"n": 0, "from": "f8d302d6"}]
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	8	1	0	1	[{"n": 0, "from": "83cfc23c"}]
251	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.223062+00	9	1	0	1	[{"n": 0, "from": "bd445669"}]
255	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.224622+00	0	1	0	1	{"of": "1094b2d6", "orders": []}
255	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.224622+00	1	1	0	1	{"of": "377a7642", "orders": []}
304	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.226825+00	0	1	0	1	[{"n": 0, "from": "b762b924"}, {"n": 1, "from": "b762b924"}]
103	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.235756+00	0	1	0	1	[]
107	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.235756+00	0	1	0	1	[]
134	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.235756+00	0	1	0	1	[{"n": 0, "from": "1c4162d4"}, {"n": 1, "from": "1c4162d4"}, {"n": 2, "from": "1c4162d4"}]
168	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.235756+00	0	1	0	1	[{"n": 0, "from": "f998b89b"}, {"n": 1, "from": "f998b89b"}]
168	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.235756+00	1	1	0	1	[{"n": 0, "from": "b0671f26"}, {"n": 1, "from": "b0671f26"}]
305	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.235756+00	0	1	0	1	[[{"n": 0, "from": "3555bbcc"}, {"n": 1, "from": "3555bbcc"}], [{"n": 0, "from": "cea6252c"}, {"n": 1, "from": "cea6252c"}], [{"n": 0, "from": "7e89b684"}, {"n": 1, "from": "7e89b684"}], [{"n": 0, "from": "981bb0e4"}, {"n": 1, "from": "981bb0e4"}], [{"n": 0, "from": "69abe5e5"}, {"n": 1, "from": "69abe5e5"}], [{"n": 0, "from": "2db9c183"}, {"n": 1, "from": "2db9c183"}], [{"n": 0, "from": "5d65d952"}, {"n": 1, "from": "5d65d952"}]]
255	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.2445+00	2	1	0	2	{"of": "cb616ea6", "orders": []}
255	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.2445+00	3	1	0	2	{"of": "36f71860", "orders": []}
255	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.24691+00	4	1	0	1	{"of": "f8d302d6", "orders": []}
255	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.247605+00	5	1	0	1	{"of": "eaa11641", "orders": []}
28	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.251556+00	0	1	0	1	[{"n": 0, "from": "ef8c94f9"}, {"n": 1, "from": "ef8c94f9"}, {"n": 2, "from": "ef8c94f9"}]
29	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.251556+00	0	1	0	1	{"by": "b", "of": "ef8c94f9"}
168	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.251556+00	3	1	0	1	[{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}]
347	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	0	1	0	1	{"by": "a", "of": "a3443cdb"}
347	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	3	1	0	1	{"by": "a", "of": "7a8d7b4f"}
168	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	5	1	0	1	[{"n": 0, "from": "eaa11641"}, {"n": 1, "from": "eaa11641"}]
168	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	6	1	0	1	[{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}]
168	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	8	1	0	1	[{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	1	1	0	1	[{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}, {"n": 2, "from": "f8d302d6"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	4	1	0	1	[{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}, {"n": 2, "from": "da97237e"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	5	1	0	1	[{"n": 0, "from": "eaa11641"}, {"n": 1, "from": "eaa11641"}, {"n": 2, "from": "eaa11641"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	6	1	0	1	[{"n": 0, "from": "f8b560c0"}, {"n": 1, "from": "f8b560c0"}, {"n": 2, "from": "f8b560c0"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	7	1	0	1	[{"n": 0, "from": "c28b4611"}, {"n": 1, "from": "c28b4611"}, {"n": 2, "from": "c28b4611"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.251556+00	9	1	0	1	[{"n": 0, "from": "63ed70d8"}, {"n": 1, "from": "63ed70d8"}, {"n": 2, "from": "63ed70d8"}]
255	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.255073+00	6	1	0	2	{"of": "26a6ade7", "orders": []}
306	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.256342+00	0	1	0	1	{"by": "c", "of": "8dbfabcc"}
255	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.259138+00	7	1	0	1	{"of": "3d348663", "orders": []}
255	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.259138+00	8	1	0	1	{"of": "c9023fad", "orders": []}
255	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.259138+00	9	1	0	1	{"of": "45c75cbb", "orders": []}
141	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.262381+00	0	1	0	1	[{"n": 0, "from": "7a2e9d17"}, {"n": 1, "from": "7a2e9d17"}, {"n": 2, "from": "7a2e9d17"}]
305	2026-12-01 03:34:05.210725+00	2026-12-01 03:34:05.262381+00	1	1	0	1	[[{"n": 0, "from": "a2f5342c"}, {"n": 1, "from": "a2f5342c"}], [{"n": 0, "from": "23e41e95"}, {"n": 1, "from": "23e41e95"}], [{"n": 0, "from": "981bb0e4"}, {"n": 1, "from": "981bb0e4"}]]
33	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.262381+00	1	1	0	1	{"by": "f", "of": "7a41bddd"}
168	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.262381+00	4	1	0	1	[{"n": 0, "from": "3cfa2306"}, {"n": 1, "from": "3cfa2306"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.262381+00	0	1	0	1	[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.262381+00	2	1	0	1	[{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.262381+00	3	1	0	1	[{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}, {"n": 2, "from": "c2e2fd44"}]
176	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.262381+00	8	1	0	1	[{"n": 0, "from": "83cfc23c"}, {"n": 1, "from": "83cfc23c"}, {"n": 2, "from": "83cfc23c"}]
348	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	0	1	0	1	{"by": "b", "of": "1e031d49"}
348	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	3	1	0	1	{"by": "b", "of": "ad2bf437"}
349	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	0	1	0	1	{"by": "c", "of": "1e031d49"}
168	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	2	1	0	3	[{"n": 0, "from": "77ce818d"}, {"n": 1, "from": "77ce818d"}]
347	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	4	1	0	1	{"by": "a", "of": "da97237e"}
347	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	6	1	0	1	{"by": "a", "of": "ca54adcf"}
347	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	7	1	0	1	{"by": "a", "of": "c28b4611"}
347	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	8	1	0	1	{"by": "a", "of": "3125696d"}
347	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	9	1	0	1	{"by": "a", "of": "38962b00"}
30	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	2	1	0	1	[]
31	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	0	1	0	1	[{"n": 0, "from": "7c960ae5"}, {"n": 1, "from": "7c960ae5"}]
31	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	1	1	0	1	[{"n": 0, "from": "7a41bddd"}, {"n": 1, "from": "7a41bddd"}]
31	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	2	1	0	1	[{"n": 0, "from": "0758ccb0"}, {"n": 1, "from": "0758ccb0"}]
174	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	0	1	0	1	[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}]
174	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	1	1	0	1	[{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}, {"n": 2, "from": "f8d302d6"}]
174	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	2	1	0	1	[{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}, {"n": 2, "from": "cb616ea6"}]
174	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	3	1	0	1	[{"n": 0, "from": "ac039408"}, {"n": 1, "from": "ac039408"}, {"n": 2, "from": "ac039408"}]
174	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	4	1	0	1	[{"n": 0, "from": "e499159c"}, {"n": 1, "from": "e499159c"}, {"n": 2, "from": "e499159c"}]
174	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.262381+00	5	1	0	1	[{"n": 0, "from": "9b861a29"}, {"n": 1, "from": "9b861a29"}, {"n": 2, "from": "9b861a29"}]
2	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.270651+00	0	1	0	1	[{"n": 0, "from": "be22de8e"}]
3	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.271205+00	0	1	0	1	[{"n": 0, "from": "ff927de2"}]
12	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.271729+00	0	1	0	1	[{"n": 0, "from": "dc7d50ef"}, {"n": 1, "from": "dc7d50ef"}]
17	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.272293+00	0	1	0	1	[{"n": 0, "from": "e4a34b6f"}, {"n": 1, "from": "e4a34b6f"}]
347	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.274644+00	1	1	0	1	{"by": "a", "of": "b0671f26"}
347	2026-12-01 03:34:05.236937+00	2026-12-01 03:34:05.274644+00	2	1	0	1	{"by": "a", "of": "baf88f3c"}
349	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.274644+00	3	1	0	1	{"by": "c", "of": "ad2bf437"}
168	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.274644+00	9	1	0	2	[{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}]
347	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.274644+00	5	1	0	1	{"by": "a", "of": "3d348663"}
30	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.274644+00	0	1	0	1	[]
174	2026-12-01 03:34:05.252999+00	2026-12-01 03:34:05.274644+00	6	1	0	1	[{"n": 0, "from": "3b33cbee"}, {"n": 1, "from": "3b33cbee"}, {"n": 2, "from": "3b33cbee"}]
348	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	6	1	0	1	{"by": "b", "of": "94a96383"}
348	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	7	1	0	1	{"by": "b", "of": "09417be9"}
348	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	8	1	0	1	{"by": "b", "of": "c55ca8b7"}
349	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	6	1	0	1	{"by": "c", "of": "94a96383"}
349	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	8	1	0	1	{"by": "c", "of": "c55ca8b7"}
349	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	9	1	0	1	{"by": "c", "of": "bcdfe723"}
307	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	0	1	0	1	{"by": "d", "of": "cd177934"}
174	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	7	1	0	1	[{"n": 0, "from": "c28b4611"}, {"n": 1, "from": "c28b4611"}, {"n": 2, "from": "c28b4611"}]
174	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	8	1	0	1	[{"n": 0, "from": "c9023fad"}, {"n": 1, "from": "c9023fad"}, {"n": 2, "from": "c9023fad"}]
249	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	0	1	0	1	[{"n": 0, "from": "52a4c6eb"}]
364	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.274644+00	1	1	0	1	[{"n": 0, "from": "377a7642"}, {"n": 1, "from": "377a7642"}, {"n": 2, "from": "377a7642"}]
308	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.278781+00	0	1	0	1	{"of": "1094b2d6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "1094b2d61"}]}]}
308	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.278781+00	1	1	0	1	{"of": "377a7642", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "377a76421"}]}]}
308	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.278781+00	2	1	0	1	{"of": "baf88f3c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "baf88f3c1"}]}]}
308	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.278781+00	3	1	0	1	{"of": "3d348663", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3d3486631"}]}]}
191	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.280388+00	0	1	0	1	{"of": "944a10bc", "orders": []}
191	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.280388+00	1	1	0	1	{"of": "224f2acd", "orders": []}
191	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.280388+00	2	1	0	1	{"of": "f3ee65ba", "orders": []}
191	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.280388+00	3	1	0	1	{"of": "da130c81", "orders": []}
260	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.281285+00	0	1	0	1	{"of": "1094b2d6", "orders": []}
260	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.281285+00	1	1	0	1	{"of": "b0671f26", "orders": []}
260	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.282123+00	3	1	0	1	{"of": "da97237e", "orders": []}
348	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.283957+00	9	1	0	1	{"by": "b", "of": "bcdfe723"}
349	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.283957+00	7	1	0	1	{"by": "c", "of": "09417be9"}
335	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	1	1	0	1	{"of": "655344d7", "orders": []}
246	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.395912+00	0	1	0	1	[]
174	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.283957+00	9	1	0	1	[{"n": 0, "from": "63ed70d8"}, {"n": 1, "from": "63ed70d8"}, {"n": 2, "from": "63ed70d8"}]
291	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.283957+00	0	1	0	1	"16ff2649"
364	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.283957+00	2	1	0	1	[{"n": 0, "from": "d20f4dbf"}, {"n": 1, "from": "d20f4dbf"}, {"n": 2, "from": "d20f4dbf"}]
348	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	2	1	0	1	{"by": "b", "of": "f78a2846"}
349	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	2	1	0	1	{"by": "c", "of": "f78a2846"}
349	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	5	1	0	1	{"by": "c", "of": "00267e44"}
30	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	1	1	0	3	[]
259	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	0	1	0	1	{"by": "e", "of": "7f85cb90"}
256	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	0	1	0	1	{"of": "c3dce878", "orders": []}
229	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	0	1	0	1	{"by": "e", "of": "1094b2d6"}
229	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	1	1	0	1	{"by": "e", "of": "15af5910"}
348	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.283957+00	1	1	0	1	\N
32	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.286936+00	0	1	0	1	[{"n": 0, "from": "e40bb268"}, {"n": 1, "from": "e40bb268"}, {"n": 2, "from": "e40bb268"}]
308	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.289166+00	4	1	0	1	{"of": "e499159c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "e499159c1"}]}]}
308	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.289166+00	5	1	0	1	{"of": "eaa11641", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "eaa116411"}]}]}
308	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.289166+00	6	1	0	1	{"of": "36a457f5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "36a457f51"}]}]}
308	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.289166+00	7	1	0	1	{"of": "21e4d8cb", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "21e4d8cb1"}]}]}
308	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.289166+00	8	1	0	1	{"of": "c9023fad", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c9023fad1"}]}]}
308	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.289166+00	9	1	0	1	{"of": "3d348663", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3d3486631"}]}]}
34	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.289651+00	0	1	0	1	{"by": "a", "of": "1b9ff23f"}
39	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.290249+00	0	1	0	1	[{"n": 0, "from": "3b728752"}, {"n": 1, "from": "3b728752"}]
115	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.291148+00	0	1	0	1	[{"by": "a", "of": "1094b2d6"}, {"by": "a", "of": "b0671f26"}, {"by": "a", "of": "cb616ea6"}, {"by": "a", "of": "7a8d7b4f"}]
271	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.291819+00	0	1	0	1	[]
271	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.291819+00	1	1	0	1	[]
271	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.291819+00	2	1	0	1	[]
260	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.292713+00	2	1	0	2	{"of": "cb616ea6", "orders": []}
348	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.29559+00	4	1	0	1	{"by": "b", "of": "9d592b6a"}
349	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.29559+00	4	1	0	1	{"by": "c", "of": "9d592b6a"}
33	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.29559+00	0	1	0	2	{"by": "f", "of": "7c960ae5"}
105	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.29559+00	0	1	0	1	[{"n": 0, "from": "d1f11d7e"}]
348	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.29559+00	5	1	0	1	{"by": "b", "of": "00267e44"}
22	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.29559+00	0	1	0	1	[{"n": 0, "from": "8984ef67"}, {"n": 1, "from": "8984ef67"}, {"n": 2, "from": "8984ef67"}]
292	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	1	1	0	1	[{"n": 0, "from": "84ff2495"}, {"n": 1, "from": "84ff2495"}]
292	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	2	1	0	1	[{"n": 0, "from": "70309d4e"}, {"n": 1, "from": "70309d4e"}]
213	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	0	1	0	1	[]
336	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	1	1	0	1	{"by": "b", "of": "655344d7"}
336	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	2	1	0	1	{"by": "b", "of": "cb616ea6"}
341	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	0	1	0	1	{"of": "1094b2d6", "orders": []}
341	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	1	1	0	1	{"of": "655344d7", "orders": []}
341	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	3	1	0	1	{"of": "c2e2fd44", "orders": []}
341	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	4	1	0	1	{"of": "9b12bd4f", "orders": []}
292	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.29559+00	0	1	0	1	\N
277	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.302397+00	0	1	0	1	[]
277	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.302397+00	1	1	0	1	[]
277	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.302397+00	2	1	0	1	[]
364	2026-12-01 03:34:05.264565+00	2026-12-01 03:34:05.30716+00	0	1	0	1	[{"n": 0, "from": "9e3229b3"}, {"n": 1, "from": "9e3229b3"}, {"n": 2, "from": "9e3229b3"}]
349	2026-12-01 03:34:05.275903+00	2026-12-01 03:34:05.30716+00	1	1	0	1	{"by": "c", "of": "8b6c687a"}
292	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.30716+00	3	1	0	1	[{"n": 0, "from": "1ef6c2d2"}, {"n": 1, "from": "1ef6c2d2"}]
336	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.30716+00	0	1	0	1	{"by": "b", "of": "a3443cdb"}
341	2026-12-01 03:34:05.285164+00	2026-12-01 03:34:05.30716+00	5	1	0	1	{"of": "e60c4aaf", "orders": []}
33	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	3	1	0	1	{"by": "f", "of": "d9636fee"}
33	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	4	1	0	1	{"by": "f", "of": "db8fb554"}
240	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	0	1	0	1	{"of": "a92859b2", "orders": [{"id": 0, "lines": []}]}
210	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	0	1	0	1	[]
275	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	0	1	0	1	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}]
275	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	1	1	0	1	[{"n": 0, "from": "655344d7"}, {"n": 1, "from": "655344d7"}, {"n": 2, "from": "655344d7"}]
275	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	2	1	0	1	[{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}, {"n": 2, "from": "cb616ea6"}]
281	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	0	1	0	1	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}]
335	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	0	1	0	1	{"of": "a3443cdb", "orders": []}
335	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	3	1	0	1	{"of": "c2e2fd44", "orders": []}
335	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	5	1	0	1	{"of": "e60c4aaf", "orders": []}
335	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.30716+00	7	1	0	1	{"of": "21e4d8cb", "orders": []}
168	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.315937+00	7	1	0	3	[{"n": 0, "from": "6c4c879e"}, {"n": 1, "from": "6c4c879e"}]
281	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.315937+00	1	1	0	1	[{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}, {"n": 2, "from": "da97237e"}]
281	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.315937+00	2	1	0	1	[{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}]
335	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.315937+00	2	1	0	1	{"of": "cb616ea6", "orders": []}
342	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.315937+00	1	1	0	1	{"by": "b", "of": "655344d7"}
342	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.315937+00	2	1	0	1	{"by": "b", "of": "baf88f3c"}
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	1	1	0	1	[{"n": 0, "from": "e840467f"}]
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	2	1	0	1	[{"n": 0, "from": "f71aa1d5"}]
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	6	1	0	1	[{"n": 0, "from": "b507e7d1"}]
106	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	7	1	0	1	[{"n": 0, "from": "f85022ff"}]
33	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	5	1	0	1	{"by": "f", "of": "bb1a6f57"}
252	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	0	1	0	1	[]
252	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	1	1	0	1	[]
252	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	3	1	0	1	[]
253	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	0	1	0	1	{"by": "c", "of": "3d348663"}
253	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	1	1	0	1	{"by": "c", "of": "f8d302d6"}
60	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	0	1	0	1	{"of": "cebb9dfb", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "cebb9dfb1"}]}]}
60	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	1	1	0	1	{"of": "a71edd53", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "a71edd531"}]}]}
171	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	0	1	0	1	[{"n": 0, "from": "f998b89b"}, {"n": 1, "from": "f998b89b"}]
171	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	1	1	0	1	[{"n": 0, "from": "377a7642"}, {"n": 1, "from": "377a7642"}]
192	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	0	1	0	1	{"of": "279c0290", "orders": []}
236	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	0	1	0	1	{"by": "e", "of": "1094b2d6"}
236	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.315937+00	1	1	0	1	{"by": "e", "of": "377a7642"}
170	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.321491+00	0	1	0	1	{"of": "3988ff09", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3988ff091"}]}]}
170	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.321491+00	1	1	0	1	{"of": "e1246a87", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "e1246a871"}]}]}
170	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.321491+00	2	1	0	1	{"of": "c58f2ed8", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c58f2ed81"}]}]}
170	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.321491+00	3	1	0	1	{"of": "96545717", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "965457171"}]}]}
41	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.327728+00	0	1	0	1	[[{"n": 0, "from": "4a4de6f0"}, {"n": 1, "from": "4a4de6f0"}], [{"n": 0, "from": "0e77a801"}, {"n": 1, "from": "0e77a801"}]]
335	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.327728+00	4	1	0	1	{"of": "3d348663", "orders": []}
335	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.327728+00	6	1	0	1	{"of": "3b33cbee", "orders": []}
252	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.327728+00	2	1	0	1	[]
171	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.327728+00	3	1	0	1	[{"n": 0, "from": "36f71860"}, {"n": 1, "from": "36f71860"}]
33	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	2	1	0	3	{"by": "f", "of": "0758ccb0"}
106	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	3	1	0	2	[{"n": 0, "from": "be14e847"}]
106	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	8	1	0	2	[{"n": 0, "from": "25c1f083"}]
254	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	1	1	0	1	[[{"n": 0, "from": "cb616ea6"}], [{"n": 0, "from": "d4f44734"}]]
327	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	0	1	0	1	[[{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}], [{"n": 0, "from": "15af5910"}, {"n": 1, "from": "15af5910"}, {"n": 2, "from": "15af5910"}]]
354	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	0	1	0	1	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}]
354	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	1	1	0	1	[{"n": 0, "from": "15af5910"}, {"n": 1, "from": "15af5910"}]
354	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	3	1	0	1	[{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}]
361	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	0	1	0	1	[{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}]
361	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	1	1	0	1	[{"n": 0, "from": "655344d7"}, {"n": 1, "from": "655344d7"}]
361	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	2	1	0	1	[{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}]
361	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	3	1	0	1	[{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}]
246	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.366398+00	4	1	0	1	[]
246	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.366398+00	7	1	0	1	[]
67	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	1	1	0	1	{"of": "a35d2e5b", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "a35d2e5b1"}]}]}
163	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	0	1	0	1	{"of": "36a2ec55", "orders": [{"id": 0, "lines": []}]}
171	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	2	1	0	3	[{"n": 0, "from": "77ce818d"}, {"n": 1, "from": "77ce818d"}]
254	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	0	1	0	3	[[{"n": 0, "from": "3d348663"}], [{"n": 0, "from": "f8d302d6"}]]
390	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	0	1	0	1	[[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}], [{"n": 0, "from": "655344d7"}, {"n": 1, "from": "655344d7"}, {"n": 2, "from": "655344d7"}], [{"n": 0, "from": "08da2518"}, {"n": 1, "from": "08da2518"}, {"n": 2, "from": "08da2518"}], [{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}, {"n": 2, "from": "c2e2fd44"}], [{"n": 0, "from": "e499159c"}, {"n": 1, "from": "e499159c"}, {"n": 2, "from": "e499159c"}], [{"n": 0, "from": "e60c4aaf"}, {"n": 1, "from": "e60c4aaf"}, {"n": 2, "from": "e60c4aaf"}]]
390	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	1	1	0	1	[[{"n": 0, "from": "f8b560c0"}, {"n": 1, "from": "f8b560c0"}, {"n": 2, "from": "f8b560c0"}], [{"n": 0, "from": "21e4d8cb"}, {"n": 1, "from": "21e4d8cb"}, {"n": 2, "from": "21e4d8cb"}], [{"n": 0, "from": "c9023fad"}, {"n": 1, "from": "c9023fad"}, {"n": 2, "from": "c9023fad"}], [{"n": 0, "from": "bd445669"}, {"n": 1, "from": "bd445669"}, {"n": 2, "from": "bd445669"}]]
341	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.327728+00	2	1	0	2	{"of": "baf88f3c", "orders": []}
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.333486+00	0	1	0	1	[]
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.334791+00	2	1	0	1	[]
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.336074+00	4	1	0	1	[]
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.337532+00	7	1	0	1	[]
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.337532+00	8	1	0	1	[]
169	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.337965+00	9	1	0	1	[]
170	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.339069+00	4	1	0	1	{"of": "7f8230b6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "7f8230b61"}]}]}
170	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.339069+00	5	1	0	1	{"of": "842322e5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "842322e51"}]}]}
170	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.339069+00	6	1	0	1	{"of": "aa6841dc", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "aa6841dc1"}]}]}
170	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.339069+00	7	1	0	1	{"of": "4e14d838", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4e14d8381"}]}]}
170	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.339069+00	8	1	0	1	{"of": "be12938b", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "be12938b1"}]}]}
170	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.339069+00	9	1	0	1	{"of": "f8581cca", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f8581cca1"}]}]}
366	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.340275+00	0	1	0	1	[{"n": 0, "from": "c00974b5"}]
366	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.340275+00	1	1	0	1	[{"n": 0, "from": "15af5910"}]
366	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.340275+00	2	1	0	1	[{"n": 0, "from": "d20f4dbf"}]
366	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.341394+00	4	1	0	1	[{"n": 0, "from": "e499159c"}]
239	2026-12-01 03:34:05.308184+00	2026-12-01 03:34:05.343571+00	0	1	0	1	[[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}], [{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}], [{"n": 0, "from": "d20f4dbf"}, {"n": 1, "from": "d20f4dbf"}, {"n": 2, "from": "d20f4dbf"}], [{"n": 0, "from": "7a8d7b4f"}, {"n": 1, "from": "7a8d7b4f"}, {"n": 2, "from": "7a8d7b4f"}], [{"n": 0, "from": "e499159c"}, {"n": 1, "from": "e499159c"}, {"n": 2, "from": "e499159c"}]]
354	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.343571+00	2	1	0	1	[{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}]
106	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.343571+00	0	1	0	2	[{"n": 0, "from": "5d724a0b"}]
106	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.343571+00	9	1	0	2	[{"n": 0, "from": "cd7c2d4a"}]
295	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.343571+00	0	1	0	1	[{"n": 0, "from": "c00974b5"}, {"n": 1, "from": "c00974b5"}, {"n": 2, "from": "c00974b5"}]
295	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.343571+00	1	1	0	1	[{"n": 0, "from": "377a7642"}, {"n": 1, "from": "377a7642"}, {"n": 2, "from": "377a7642"}]
169	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.346806+00	1	1	0	2	[]
169	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.348322+00	6	1	0	2	[]
325	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.349543+00	0	1	0	1	{"of": "3d348663", "orders": []}
325	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.349543+00	1	1	0	1	{"of": "15af5910", "orders": []}
329	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.35028+00	0	1	0	1	[]
329	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.35028+00	1	1	0	1	[]
329	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.35028+00	2	1	0	1	[]
366	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.351429+00	3	1	0	2	[{"n": 0, "from": "d4f44734"}]
366	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.351429+00	5	1	0	2	[{"n": 0, "from": "e60c4aaf"}]
106	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.354882+00	4	1	0	2	[{"n": 0, "from": "4ba38789"}]
106	2026-12-01 03:34:05.317813+00	2026-12-01 03:34:05.354882+00	5	1	0	2	[{"n": 0, "from": "99a1bea3"}]
33	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.354882+00	7	1	0	1	{"by": "f", "of": "9bc62991"}
154	2026-12-01 03:34:05.330118+00	2026-12-01 03:34:05.354882+00	0	1	0	1	{"by": "a", "of": "6d28a6a3"}
18	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.354882+00	0	1	0	1	{"by": "b", "of": "e4a34b6f"}
241	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.354882+00	0	1	0	1	[{"n": 0, "from": "a92859b2"}, {"n": 1, "from": "a92859b2"}, {"n": 2, "from": "a92859b2"}]
246	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.354882+00	1	1	0	1	[]
246	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.354882+00	5	1	0	1	[]
246	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.354882+00	6	1	0	1	[]
246	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.354882+00	8	1	0	1	[]
169	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.358158+00	3	1	0	3	[]
169	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.358158+00	5	1	0	3	[]
33	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.366398+00	6	1	0	3	{"by": "f", "of": "5814661c"}
246	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.366398+00	2	1	0	1	[]
246	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.366398+00	3	1	0	1	[]
36	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	0	1	0	1	{"of": "1b9ff23f", "orders": []}
288	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	0	1	0	1	"2f418d77"
288	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	1	1	0	1	"fe283676"
288	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	3	1	0	1	"ff39bb4c"
296	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	3	1	0	1	{"by": "b", "of": "c2e2fd44"}
300	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.366398+00	0	1	0	1	[[{"n": 0, "from": "1139c289"}, {"n": 1, "from": "1139c289"}], [{"n": 0, "from": "220021ef"}, {"n": 1, "from": "220021ef"}], [{"n": 0, "from": "c66e1fc4"}, {"n": 1, "from": "c66e1fc4"}], [{"n": 0, "from": "4101b11e"}, {"n": 1, "from": "4101b11e"}], [{"n": 0, "from": "0c6639e4"}, {"n": 1, "from": "0c6639e4"}], [{"n": 0, "from": "e1ba70eb"}, {"n": 1, "from": "e1ba70eb"}], [{"n": 0, "from": "b0b64b51"}, {"n": 1, "from": "b0b64b51"}]]
342	2026-12-01 03:34:05.298206+00	2026-12-01 03:34:05.376049+00	0	1	0	1	{"by": "b", "of": "1094b2d6"}
109	2026-12-01 03:34:05.344131+00	2026-12-01 03:34:05.376049+00	0	1	0	1	{"by": "a", "of": "dcdc4189"}
67	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.376049+00	0	1	0	1	{"of": "f6a8d56c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f6a8d56c1"}]}]}
160	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.376049+00	0	1	0	1	{"of": "15929cf3", "orders": [{"id": 0, "lines": []}]}
13	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.376049+00	0	1	0	1	{"by": "b", "of": "dc7d50ef"}
288	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.376049+00	2	1	0	1	"6a111efc"
296	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.376049+00	1	1	0	1	{"by": "b", "of": "377a7642"}
296	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.376049+00	2	1	0	1	{"by": "b", "of": "d20f4dbf"}
300	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.376049+00	1	1	0	1	[[{"n": 0, "from": "142dc6bf"}, {"n": 1, "from": "142dc6bf"}], [{"n": 0, "from": "e5e82174"}, {"n": 1, "from": "e5e82174"}], [{"n": 0, "from": "5cdea9aa"}, {"n": 1, "from": "5cdea9aa"}]]
78	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	0	1	0	1	[]
118	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	0	1	0	1	{"of": "7dd5a2a1", "orders": [{"id": 0, "lines": []}]}
125	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	0	1	0	1	[]
136	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	0	1	0	1	[{"n": 0, "from": "1c4162d4"}, {"n": 1, "from": "1c4162d4"}, {"n": 2, "from": "1c4162d4"}]
193	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	0	1	0	1	{"of": "a3443cdb", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "a3443cdb1"}]}, {"id": 2, "lines": [{"n": 0, "from": "a3443cdb2"}, {"n": 1, "from": "a3443cdb2"}]}]}
116	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	0	1	0	1	{"of": "4a949bd4", "orders": [{"id": 0, "lines": []}]}
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	2	1	0	1	[{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}]
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	5	1	0	1	[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}]
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	9	1	0	1	[{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}, {"n": 2, "from": "cb616ea6"}]
221	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.376049+00	11	1	0	1	[{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}]
296	2026-12-01 03:34:05.355953+00	2026-12-01 03:34:05.384649+00	0	1	0	1	{"by": "b", "of": "c00974b5"}
33	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.384649+00	9	1	0	1	{"by": "f", "of": "9f555610"}
120	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.384649+00	0	1	0	1	[]
148	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.384649+00	0	1	0	1	{"of": "e79c4d14", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "e79c4d141"}]}]}
183	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.384649+00	0	1	0	1	[]
202	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.384649+00	0	1	0	1	[{"n": 0, "from": "68f01ab4"}, {"n": 1, "from": "68f01ab4"}]
99	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.384649+00	0	1	0	1	[]
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	0	1	0	1	[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}]
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	2	1	0	1	[{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}, {"n": 2, "from": "cb616ea6"}]
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	5	1	0	1	[{"n": 0, "from": "d20f4dbf"}, {"n": 1, "from": "d20f4dbf"}, {"n": 2, "from": "d20f4dbf"}]
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	12	1	0	1	[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}]
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	14	1	0	1	[{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}, {"n": 2, "from": "cb616ea6"}]
225	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	0	1	0	1	{"of": "26492e78", "orders": []}
232	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	0	1	0	1	{"of": "de9c018a", "orders": []}
287	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	0	1	0	1	"5ebedd0d"
287	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	1	1	0	1	"b083b55a"
287	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	2	1	0	1	"7108a415"
287	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	3	1	0	1	"0509ed68"
221	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.384649+00	3	1	0	2	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}]
207	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.389503+00	0	1	0	1	{"by": "f", "of": "68f01ab4"}
328	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.393781+00	0	1	0	1	[{"n": 0, "from": "00ed984b"}]
328	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.393781+00	1	1	0	1	[{"n": 0, "from": "fd25f859"}]
328	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.393781+00	2	1	0	1	[{"n": 0, "from": "62b61ca4"}]
328	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.393781+00	3	1	0	1	[{"n": 0, "from": "2f27aea9"}]
328	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.393781+00	4	1	0	1	[{"n": 0, "from": "1357997d"}]
328	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.393781+00	5	1	0	1	[{"n": 0, "from": "27cedee6"}]
74	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.395912+00	0	1	0	1	[]
188	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.395912+00	0	1	0	1	{"by": "a", "of": "279c0290"}
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.395912+00	8	1	0	1	[{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}, {"n": 2, "from": "cb616ea6"}]
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.395912+00	10	1	0	1	[{"n": 0, "from": "b0671f26"}, {"n": 1, "from": "b0671f26"}, {"n": 2, "from": "b0671f26"}]
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.395912+00	13	1	0	1	[{"n": 0, "from": "0a54d575"}, {"n": 1, "from": "0a54d575"}, {"n": 2, "from": "0a54d575"}]
33	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	8	1	0	2	{"by": "f", "of": "e427c489"}
156	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	1	1	0	1	[[{"n": 0, "from": "9f95f603"}, {"n": 1, "from": "9f95f603"}], [{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}], [{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}]]
23	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	0	1	0	3	{"by": "b", "of": "8984ef67"}
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	3	1	0	2	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}]
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	11	1	0	2	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}]
221	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	7	1	0	2	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}]
117	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	0	1	0	1	{"of": "f6a8d56c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f6a8d56c1"}]}]}
119	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	0	1	0	1	{"of": "f6a8d56c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f6a8d56c1"}]}]}
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.395912+00	9	1	0	1	\N
217	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.395912+00	16	1	0	1	\N
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	7	1	0	2	\N
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	17	1	0	2	\N
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	19	1	0	2	\N
221	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.395912+00	8	1	0	2	\N
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	0	1	0	1	[{"n": 0, "from": "ce7990e0"}, {"n": 1, "from": "ce7990e0"}, {"n": 2, "from": "ce7990e0"}]
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	1	1	0	1	[{"n": 0, "from": "f121d25c"}, {"n": 1, "from": "f121d25c"}, {"n": 2, "from": "f121d25c"}]
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	2	1	0	1	[{"n": 0, "from": "c8d4b9c9"}, {"n": 1, "from": "c8d4b9c9"}, {"n": 2, "from": "c8d4b9c9"}]
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	3	1	0	1	[{"n": 0, "from": "3800eb0f"}, {"n": 1, "from": "3800eb0f"}, {"n": 2, "from": "3800eb0f"}]
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	4	1	0	1	[{"n": 0, "from": "8548aac0"}, {"n": 1, "from": "8548aac0"}, {"n": 2, "from": "8548aac0"}]
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	5	1	0	1	[{"n": 0, "from": "846b511c"}, {"n": 1, "from": "846b511c"}, {"n": 2, "from": "846b511c"}]
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	6	1	0	1	[{"n": 0, "from": "67e71403"}, {"n": 1, "from": "67e71403"}, {"n": 2, "from": "67e71403"}]
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	7	1	0	1	[{"n": 0, "from": "e6eaaf36"}, {"n": 1, "from": "e6eaaf36"}, {"n": 2, "from": "e6eaaf36"}]
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	8	1	0	1	[{"n": 0, "from": "95b9eaf3"}, {"n": 1, "from": "95b9eaf3"}, {"n": 2, "from": "95b9eaf3"}]
244	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.401783+00	9	1	0	1	[{"n": 0, "from": "1175e937"}, {"n": 1, "from": "1175e937"}, {"n": 2, "from": "1175e937"}]
178	2026-12-01 03:34:05.367507+00	2026-12-01 03:34:05.405621+00	0	1	0	1	[]
221	2026-12-01 03:34:05.378511+00	2026-12-01 03:34:05.405621+00	0	1	0	2	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}]
156	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.405621+00	0	1	0	1	[[{"n": 0, "from": "f998b89b"}, {"n": 1, "from": "f998b89b"}], [{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}], [{"n": 0, "from": "77ce818d"}, {"n": 1, "from": "77ce818d"}], [{"n": 0, "from": "d4f44734"}, {"n": 1, "from": "d4f44734"}], [{"n": 0, "from": "e499159c"}, {"n": 1, "from": "e499159c"}], [{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}], [{"n": 0, "from": "f8b560c0"}, {"n": 1, "from": "f8b560c0"}]]
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.405621+00	15	1	0	2	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}]
364	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.405621+00	4	1	0	1	[{"n": 0, "from": "3cfa2306"}, {"n": 1, "from": "3cfa2306"}, {"n": 2, "from": "3cfa2306"}]
364	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.405621+00	5	1	0	1	[{"n": 0, "from": "eaa11641"}, {"n": 1, "from": "eaa11641"}, {"n": 2, "from": "eaa11641"}]
171	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	4	1	0	1	[{"n": 0, "from": "f4ddc220"}, {"n": 1, "from": "f4ddc220"}]
171	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	5	1	0	1	[{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}]
171	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	8	1	0	1	[{"n": 0, "from": "3125696d"}, {"n": 1, "from": "3125696d"}]
161	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	0	1	0	1	[{"n": 0, "from": "f0315a4d"}, {"n": 1, "from": "f0315a4d"}]
162	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	0	1	0	1	{"by": "c", "of": "f0315a4d"}
186	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	0	1	0	1	[{"by": "d", "of": "a195c7b4"}]
143	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	0	1	0	2	[{"n": 0, "from": "7a2e9d17"}, {"n": 1, "from": "7a2e9d17"}, {"n": 2, "from": "7a2e9d17"}]
342	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	5	1	0	1	{"by": "b", "of": "e60c4aaf"}
203	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.405621+00	0	1	0	2	{"of": "72ce059a", "orders": [{"id": 0, "lines": []}]}
350	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.411051+00	0	1	0	1	[{"n": 0, "from": "7b9d6b7a"}]
350	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.411051+00	1	1	0	1	[{"n": 0, "from": "e7926d00"}]
350	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.411051+00	2	1	0	1	[{"n": 0, "from": "6948c5de"}]
350	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.411051+00	3	1	0	1	[{"n": 0, "from": "545e71e0"}]
350	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.411051+00	4	1	0	1	[{"n": 0, "from": "e6fef262"}]
265	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.412541+00	0	1	0	1	[{"n": 0, "from": "f6a8d56c"}, {"n": 1, "from": "f6a8d56c"}]
265	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.412541+00	1	1	0	1	[{"n": 0, "from": "2d6a81ca"}, {"n": 1, "from": "2d6a81ca"}]
217	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.418022+00	18	1	0	2	[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}]
142	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.418022+00	0	1	0	1	[]
171	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.418022+00	7	1	0	1	[{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}]
79	2026-12-01 03:34:05.398418+00	2026-12-01 03:34:05.418022+00	0	1	0	1	{"of": "926293e5", "orders": [{"id": 0, "lines": []}]}
157	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.418022+00	0	1	0	1	{"by": "d", "of": "46917910"}
252	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.418022+00	4	1	0	1	[]
252	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.418022+00	5	1	0	1	[]
252	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.418022+00	7	1	0	1	[]
296	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.418022+00	5	1	0	1	{"by": "b", "of": "da97237e"}
296	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.418022+00	8	1	0	1	{"by": "b", "of": "bac48e2d"}
14	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.418022+00	0	1	0	1	{"of": "4943326c", "orders": []}
364	2026-12-01 03:34:05.387265+00	2026-12-01 03:34:05.426622+00	6	1	0	1	[{"n": 0, "from": "ca54adcf"}, {"n": 1, "from": "ca54adcf"}, {"n": 2, "from": "ca54adcf"}]
193	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.426622+00	1	1	0	1	{"of": "377a7642", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "377a76421"}]}, {"id": 2, "lines": [{"n": 0, "from": "377a76422"}, {"n": 1, "from": "377a76422"}]}]}
239	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.426622+00	1	1	0	1	[[{"n": 0, "from": "e60c4aaf"}, {"n": 1, "from": "e60c4aaf"}, {"n": 2, "from": "e60c4aaf"}], [{"n": 0, "from": "36a457f5"}, {"n": 1, "from": "36a457f5"}, {"n": 2, "from": "36a457f5"}], [{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}], [{"n": 0, "from": "3125696d"}, {"n": 1, "from": "3125696d"}, {"n": 2, "from": "3125696d"}], [{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}, {"n": 2, "from": "45c75cbb"}]]
252	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.426622+00	6	1	0	1	[]
296	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.426622+00	4	1	0	1	{"by": "b", "of": "f8d302d6"}
296	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.426622+00	6	1	0	1	{"by": "b", "of": "da97237e"}
296	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.426622+00	9	1	0	1	{"by": "b", "of": "45c75cbb"}
164	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.426622+00	0	1	0	1	[{"n": 0, "from": "f9255558"}, {"n": 1, "from": "f9255558"}]
165	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.426622+00	0	1	0	1	{"by": "c", "of": "f9255558"}
337	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	0	1	0	1	{"by": "c", "of": "9389d765"}
337	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	1	1	0	1	{"by": "c", "of": "72b70938"}
337	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	2	1	0	1	{"by": "c", "of": "4c345fea"}
337	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	3	1	0	1	{"by": "c", "of": "f8e5f0c8"}
338	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	2	1	0	1	[{"n": 0, "from": "182bd15a"}, {"n": 1, "from": "182bd15a"}, {"n": 2, "from": "182bd15a"}]
338	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	4	1	0	1	[{"n": 0, "from": "eeaddf1f"}, {"n": 1, "from": "eeaddf1f"}, {"n": 2, "from": "eeaddf1f"}]
338	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	5	1	0	1	[{"n": 0, "from": "9592e537"}, {"n": 1, "from": "9592e537"}, {"n": 2, "from": "9592e537"}]
338	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	6	1	0	1	[{"n": 0, "from": "6ff9a395"}, {"n": 1, "from": "6ff9a395"}, {"n": 2, "from": "6ff9a395"}]
326	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	0	1	0	1	{"of": "bc932ebc", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "bc932ebc1"}]}]}
287	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	4	1	0	1	"866cfb72"
287	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	7	1	0	1	"eca3df84"
287	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	8	1	0	1	"d008e55a"
288	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	5	1	0	1	"df2f2adf"
288	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	8	1	0	1	"ee12691c"
288	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	9	1	0	1	"3146edbb"
352	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.426622+00	0	1	0	1	{"by": "c", "of": "7282a1f2"}
296	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.435276+00	7	1	0	1	{"by": "b", "of": "67356dfc"}
338	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.435276+00	0	1	0	1	[{"n": 0, "from": "892f400b"}, {"n": 1, "from": "892f400b"}, {"n": 2, "from": "892f400b"}]
338	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.435276+00	1	1	0	1	[{"n": 0, "from": "1f355e03"}, {"n": 1, "from": "1f355e03"}, {"n": 2, "from": "1f355e03"}]
338	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.435276+00	3	1	0	1	[{"n": 0, "from": "4a5b2b9c"}, {"n": 1, "from": "4a5b2b9c"}, {"n": 2, "from": "4a5b2b9c"}]
338	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.435276+00	7	1	0	1	[{"n": 0, "from": "b170933f"}, {"n": 1, "from": "b170933f"}, {"n": 2, "from": "b170933f"}]
19	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.435276+00	0	1	0	1	{"of": "218b8073", "orders": []}
288	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.435276+00	4	1	0	1	"2307f6b0"
288	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.435276+00	6	1	0	1	"b815cdb2"
288	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.435276+00	7	1	0	1	"b58689b4"
24	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.435276+00	2	1	0	1	[]
274	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	0	1	0	1	{"of": "b939afc4", "orders": []}
25	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	1	1	0	1	[{"n": 0, "from": "8a3fd779"}, {"n": 1, "from": "8a3fd779"}]
25	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	2	1	0	1	[{"n": 0, "from": "9a7d556f"}, {"n": 1, "from": "9a7d556f"}]
280	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	0	1	0	1	{"of": "0f3b45bb", "orders": []}
354	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	4	1	0	1	[{"n": 0, "from": "3cfa2306"}, {"n": 1, "from": "3cfa2306"}]
354	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	6	1	0	1	[{"n": 0, "from": "36a457f5"}, {"n": 1, "from": "36a457f5"}]
354	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	8	1	0	1	[{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}]
354	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	9	1	0	1	[{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}]
243	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	0	1	0	1	[{"n": 0, "from": "00658cca"}, {"n": 1, "from": "00658cca"}, {"n": 2, "from": "00658cca"}]
361	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	4	1	0	1	[{"n": 0, "from": "3cfa2306"}, {"n": 1, "from": "3cfa2306"}]
361	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	5	1	0	1	[{"n": 0, "from": "627d5971"}, {"n": 1, "from": "627d5971"}]
361	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	6	1	0	1	[{"n": 0, "from": "36a457f5"}, {"n": 1, "from": "36a457f5"}]
295	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	6	1	0	1	[{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}, {"n": 2, "from": "da97237e"}]
295	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	7	1	0	1	[{"n": 0, "from": "67356dfc"}, {"n": 1, "from": "67356dfc"}, {"n": 2, "from": "67356dfc"}]
295	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	8	1	0	1	[{"n": 0, "from": "bac48e2d"}, {"n": 1, "from": "bac48e2d"}, {"n": 2, "from": "bac48e2d"}]
295	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	9	1	0	1	[{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}, {"n": 2, "from": "45c75cbb"}]
285	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	0	1	0	4	{"by": "a", "of": "756bd45f"}
24	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.435276+00	1	1	0	2	[]
260	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.439538+00	5	1	0	1	{"of": "c0e729a5", "orders": []}
260	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.439538+00	6	1	0	1	{"of": "f8b560c0", "orders": []}
260	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.440079+00	7	1	0	1	{"of": "9f95f603", "orders": []}
260	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.440079+00	8	1	0	1	{"of": "3125696d", "orders": []}
357	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.440848+00	0	1	0	1	[{"n": 0, "from": "ace4d2ff"}]
357	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.440848+00	1	1	0	1	[{"n": 0, "from": "76edec4d"}]
357	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.440848+00	2	1	0	1	[{"n": 0, "from": "3a288bb1"}]
357	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.440848+00	3	1	0	1	[{"n": 0, "from": "4796102a"}]
357	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.440848+00	4	1	0	1	[{"n": 0, "from": "cbf594a5"}]
80	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.441491+00	0	1	0	1	[{"n": 0, "from": "926293e5"}]
110	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.442461+00	0	1	0	1	{"of": "1bb7e8cd", "orders": [{"id": 0, "lines": []}]}
110	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.442461+00	1	1	0	1	{"of": "a3138018", "orders": [{"id": 0, "lines": []}]}
110	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.442461+00	2	1	0	1	{"of": "1c0435c4", "orders": [{"id": 0, "lines": []}]}
110	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.442461+00	3	1	0	1	{"of": "bb7d2b2d", "orders": [{"id": 0, "lines": []}]}
299	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.443113+00	0	1	0	1	[{"n": 0, "from": "5b65902f"}, {"n": 1, "from": "5b65902f"}]
35	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.444711+00	0	1	0	1	[]
35	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.444711+00	1	1	0	1	[]
35	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.444711+00	2	1	0	1	[]
35	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.444711+00	3	1	0	1	[]
35	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.444711+00	4	1	0	1	[]
35	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.444711+00	5	1	0	1	[]
35	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.444711+00	6	1	0	1	[]
135	2026-12-01 03:34:05.407826+00	2026-12-01 03:34:05.446093+00	0	1	0	2	[]
287	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.446093+00	6	1	0	1	"bd4e424c"
25	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.446093+00	0	1	0	1	[{"n": 0, "from": "1730708d"}, {"n": 1, "from": "1730708d"}]
354	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.446093+00	7	1	0	1	[{"n": 0, "from": "67356dfc"}, {"n": 1, "from": "67356dfc"}]
361	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.446093+00	7	1	0	1	[{"n": 0, "from": "67356dfc"}, {"n": 1, "from": "67356dfc"}]
361	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.446093+00	8	1	0	1	[{"n": 0, "from": "c9023fad"}, {"n": 1, "from": "c9023fad"}]
295	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.446093+00	4	1	0	1	[{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}, {"n": 2, "from": "f8d302d6"}]
295	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.446093+00	5	1	0	1	[{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}, {"n": 2, "from": "da97237e"}]
24	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.446093+00	0	1	0	3	[]
121	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.446093+00	0	1	0	1	[{"n": 0, "from": "35000694"}, {"n": 1, "from": "35000694"}, {"n": 2, "from": "35000694"}]
144	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.451335+00	0	1	0	1	[]
144	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.451335+00	1	1	0	1	[]
144	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.451335+00	2	1	0	1	[]
287	2026-12-01 03:34:05.41914+00	2026-12-01 03:34:05.453898+00	9	1	0	1	"70c7ba71"
354	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.453898+00	5	1	0	1	[{"n": 0, "from": "e60c4aaf"}, {"n": 1, "from": "e60c4aaf"}]
361	2026-12-01 03:34:05.428457+00	2026-12-01 03:34:05.453898+00	9	1	0	1	[{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}]
171	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.453898+00	6	1	0	2	[{"n": 0, "from": "3b33cbee"}, {"n": 1, "from": "3b33cbee"}]
270	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	0	1	0	1	[]
270	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	1	1	0	1	[]
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	0	1	0	1	[]
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	2	1	0	1	[]
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	0	1	0	1	[{"n": 0, "from": "0a0dd723"}, {"n": 1, "from": "0a0dd723"}, {"n": 2, "from": "0a0dd723"}]
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	2	1	0	1	[{"n": 0, "from": "2df78ce0"}, {"n": 1, "from": "2df78ce0"}, {"n": 2, "from": "2df78ce0"}]
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	7	1	0	1	[{"n": 0, "from": "d0bfbde4"}, {"n": 1, "from": "d0bfbde4"}, {"n": 2, "from": "d0bfbde4"}]
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	8	1	0	1	[{"n": 0, "from": "3ae77e54"}, {"n": 1, "from": "3ae77e54"}, {"n": 2, "from": "3ae77e54"}]
126	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	0	1	0	1	[{"n": 0, "from": "d633cd8d"}, {"n": 1, "from": "d633cd8d"}, {"n": 2, "from": "d633cd8d"}]
135	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	1	1	0	1	[]
142	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	1	1	0	1	[]
27	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	0	1	0	2	{"by": "f", "of": "1730708d"}
27	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.453898+00	1	1	0	2	{"by": "f", "of": "8a3fd779"}
137	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.459547+00	0	1	0	1	[]
137	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.459547+00	1	1	0	1	[]
137	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.459547+00	2	1	0	1	[]
149	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.461011+00	0	1	0	1	[{"n": 0, "from": "74c57ab6"}]
76	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.463076+00	0	1	0	1	[{"n": 0, "from": "926293e5"}]
130	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.463685+00	0	1	0	4	[{"n": 0, "from": "1a8b8c3b"}, {"n": 1, "from": "1a8b8c3b"}, {"n": 2, "from": "1a8b8c3b"}]
132	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.464066+00	0	1	0	4	\N
260	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.464896+00	4	1	0	2	{"of": "f4ddc220", "orders": []}
171	2026-12-01 03:34:05.436735+00	2026-12-01 03:34:05.467807+00	9	1	0	3	[{"n": 0, "from": "63ed70d8"}, {"n": 1, "from": "63ed70d8"}]
270	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.467807+00	2	1	0	1	[]
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.467807+00	4	1	0	1	[{"n": 0, "from": "9391751c"}, {"n": 1, "from": "9391751c"}, {"n": 2, "from": "9391751c"}]
332	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.467807+00	5	1	0	1	[{"n": 0, "from": "d2a4cc73"}, {"n": 1, "from": "d2a4cc73"}, {"n": 2, "from": "d2a4cc73"}]
253	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.467807+00	2	1	0	1	{"by": "c", "of": "cb616ea6"}
253	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.467807+00	3	1	0	1	{"by": "c", "of": "d4f44734"}
236	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.467807+00	2	1	0	1	{"by": "e", "of": "baf88f3c"}
254	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.467807+00	3	1	0	1	[[{"n": 0, "from": "ca54adcf"}], [{"n": 0, "from": "f8d302d6"}]]
203	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.467807+00	1	1	0	1	{"of": "1fa19f32", "orders": [{"id": 0, "lines": []}]}
229	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.467807+00	3	1	0	1	{"by": "e", "of": "c2e2fd44"}
75	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.467807+00	0	1	0	1	{"of": "926293e5", "orders": [{"id": 0, "lines": []}]}
270	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.476121+00	3	1	0	1	[]
270	2026-12-01 03:34:05.447126+00	2026-12-01 03:34:05.476121+00	4	1	0	1	[]
236	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.476121+00	3	1	0	1	{"by": "e", "of": "c2e2fd44"}
254	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.476121+00	2	1	0	1	[[{"n": 0, "from": "9b12bd4f"}], [{"n": 0, "from": "3d348663"}]]
229	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.476121+00	2	1	0	1	{"by": "e", "of": "cb616ea6"}
67	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.476121+00	2	1	0	1	{"of": "f1a8c095", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f1a8c0951"}]}]}
57	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.476121+00	0	1	0	1	[{"n": 0, "from": "48d8f04d"}, {"n": 1, "from": "48d8f04d"}]
60	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	2	1	0	1	{"of": "8f8953a5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "8f8953a51"}]}]}
155	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	0	1	0	1	[{"n": 0, "from": "ef252f8d"}]
332	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	9	1	0	2	[{"n": 0, "from": "8fd6e726"}, {"n": 1, "from": "8fd6e726"}, {"n": 2, "from": "8fd6e726"}]
332	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	6	1	0	3	[{"n": 0, "from": "b9fb21da"}, {"n": 1, "from": "b9fb21da"}, {"n": 2, "from": "b9fb21da"}]
266	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	0	1	0	1	[]
40	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	1	1	0	1	[]
40	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	2	1	0	1	[]
40	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	3	1	0	1	[]
40	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	4	1	0	1	[]
60	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	3	1	0	1	\N
287	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.476121+00	5	1	0	3	\N
265	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.481539+00	2	1	0	1	[{"n": 0, "from": "69fe7e34"}, {"n": 1, "from": "69fe7e34"}]
332	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.486384+00	1	1	0	2	[{"n": 0, "from": "08f6e84d"}, {"n": 1, "from": "08f6e84d"}, {"n": 2, "from": "08f6e84d"}]
67	2026-12-01 03:34:05.455679+00	2026-12-01 03:34:05.486384+00	3	1	0	1	{"of": "da130c81", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "da130c811"}]}]}
155	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.486384+00	1	1	0	1	[{"n": 0, "from": "d07aa80d"}]
193	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.486384+00	2	1	0	1	{"of": "cb616ea6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "cb616ea61"}]}, {"id": 2, "lines": [{"n": 0, "from": "cb616ea62"}, {"n": 1, "from": "cb616ea62"}]}]}
332	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.486384+00	3	1	0	3	[{"n": 0, "from": "f370cc18"}, {"n": 1, "from": "f370cc18"}, {"n": 2, "from": "f370cc18"}]
40	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.486384+00	0	1	0	1	[]
367	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	0	1	0	1	[]
367	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	2	1	0	1	[]
367	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	3	1	0	1	[]
367	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	4	1	0	1	[]
336	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	3	1	0	1	{"by": "b", "of": "c2e2fd44"}
336	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	4	1	0	1	{"by": "b", "of": "3d348663"}
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	4	1	0	1	[]
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	5	1	0	1	[]
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	9	1	0	1	[]
155	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.486384+00	2	1	0	1	\N
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.486384+00	7	1	0	1	\N
81	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.491993+00	0	1	0	1	[]
204	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.495371+00	0	1	0	2	[{"n": 0, "from": "381bc1c4"}, {"n": 1, "from": "381bc1c4"}]
329	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.495896+00	3	1	0	1	[]
329	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.495896+00	4	1	0	1	[]
155	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.500622+00	3	1	0	1	[{"n": 0, "from": "e6944d97"}]
266	2026-12-01 03:34:05.469649+00	2026-12-01 03:34:05.500622+00	1	1	0	1	[]
181	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.500622+00	0	1	0	1	[{"by": "d", "of": "d518b04a"}]
336	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.500622+00	5	1	0	1	{"by": "b", "of": "e60c4aaf"}
342	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.500622+00	3	1	0	1	{"by": "b", "of": "c2e2fd44"}
342	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.500622+00	4	1	0	1	{"by": "b", "of": "9b12bd4f"}
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.500622+00	1	1	0	1	[]
27	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	2	1	0	1	{"by": "f", "of": "9a7d556f"}
242	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	0	1	0	1	[{"n": 0, "from": "e21431b1"}]
242	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	1	1	0	1	[{"n": 0, "from": "cab3f15a"}]
242	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	2	1	0	1	[{"n": 0, "from": "55821c5c"}]
131	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	1	1	0	1	{"of": "e833c915", "orders": [{"id": 0, "lines": []}]}
193	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	3	1	0	1	{"of": "ac039408", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "ac0394081"}]}, {"id": 2, "lines": [{"n": 0, "from": "ac0394082"}, {"n": 1, "from": "ac0394082"}]}]}
135	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	2	1	0	1	[]
189	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	0	1	0	1	[{"n": 0, "from": "15571d5f"}]
189	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.500622+00	1	1	0	1	[{"n": 0, "from": "7698d772"}]
286	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.506112+00	0	1	0	1	[]
150	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.506785+00	0	1	0	3	{"by": "c", "of": "a4153550"}
191	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.507748+00	4	1	0	1	{"of": "5df6b2e4", "orders": []}
191	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.507748+00	5	1	0	1	{"of": "4b60029a", "orders": []}
191	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.508662+00	6	1	0	1	{"of": "83f2fcfa", "orders": []}
110	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.510091+00	4	1	0	1	{"of": "3b0ad785", "orders": [{"id": 0, "lines": []}]}
110	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.510091+00	5	1	0	1	{"of": "46507e5f", "orders": [{"id": 0, "lines": []}]}
110	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.510091+00	6	1	0	1	{"of": "b432c22f", "orders": [{"id": 0, "lines": []}]}
110	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.510091+00	7	1	0	1	{"of": "7ecc4a70", "orders": [{"id": 0, "lines": []}]}
110	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.510091+00	8	1	0	1	{"of": "214e6ca3", "orders": [{"id": 0, "lines": []}]}
110	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.510091+00	9	1	0	1	{"of": "74026a19", "orders": [{"id": 0, "lines": []}]}
367	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.513198+00	1	1	0	1	[]
42	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.513198+00	1	1	0	3	{"by": "d", "of": "7e5cdba7"}
37	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.513198+00	0	1	0	1	{"by": "d", "of": "ffe2de63"}
131	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.513198+00	0	1	0	1	{"of": "7efa7673", "orders": [{"id": 0, "lines": []}]}
131	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.513198+00	2	1	0	1	{"of": "e061ef29", "orders": [{"id": 0, "lines": []}]}
142	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.513198+00	2	1	0	1	[]
227	2026-12-01 03:34:05.488441+00	2026-12-01 03:34:05.513198+00	0	1	0	1	[{"by": "c", "of": "eb8178cd"}, {"by": "c", "of": "aef5d11b"}, {"by": "c", "of": "63a07842"}, {"by": "c", "of": "2602c2d3"}]
42	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	0	1	0	4	{"by": "d", "of": "dad79061"}
234	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	0	1	0	2	[{"by": "c", "of": "d5a47fc3"}, {"by": "c", "of": "68ef59ea"}, {"by": "c", "of": "7d1bc843"}, {"by": "c", "of": "70c95ef5"}]
236	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	4	1	0	1	{"by": "e", "of": "f8d302d6"}
253	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	4	1	0	1	{"by": "c", "of": "9b12bd4f"}
253	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	5	1	0	1	{"by": "c", "of": "3d348663"}
60	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	4	1	0	1	{"of": "dc96e498", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "dc96e4981"}]}]}
67	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	4	1	0	1	{"of": "dc96e498", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "dc96e4981"}]}]}
193	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	4	1	0	1	{"of": "3cfa2306", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3cfa23061"}]}, {"id": 2, "lines": [{"n": 0, "from": "3cfa23062"}, {"n": 1, "from": "3cfa23062"}]}]}
266	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	2	1	0	1	[]
16	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.513198+00	1	1	0	1	{"of": "41125835", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "411258351"}]}]}
58	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.517923+00	0	1	0	1	"722127ae"
151	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.52081+00	0	1	0	1	[{"n": 0, "from": "e3200250"}, {"n": 1, "from": "e3200250"}, {"n": 2, "from": "e3200250"}]
77	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.521492+00	0	1	0	1	[]
206	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.52216+00	0	1	0	1	[{"n": 0, "from": "8976fd12"}, {"n": 1, "from": "8976fd12"}]
359	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.526351+00	0	1	0	3	{"by": "c", "of": "7c1a1f7c"}
236	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.526351+00	5	1	0	1	{"by": "e", "of": "e60c4aaf"}
295	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	3	1	0	1	[{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}, {"n": 2, "from": "c2e2fd44"}]
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	0	1	0	1	{"of": "22808436", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "228084361"}]}]}
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	3	1	0	1	{"of": "d814a72f", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "d814a72f1"}]}]}
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	6	1	0	1	{"of": "87a94c6e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "87a94c6e1"}]}]}
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	7	1	0	1	{"of": "4e8c7392", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4e8c73921"}]}]}
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	8	1	0	1	{"of": "c51b64e0", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c51b64e01"}]}]}
124	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	0	1	0	1	[{"n": 0, "from": "8ee49234"}, {"n": 1, "from": "8ee49234"}, {"n": 2, "from": "8ee49234"}]
124	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	2	1	0	1	[{"n": 0, "from": "c9da1fd3"}, {"n": 1, "from": "c9da1fd3"}, {"n": 2, "from": "c9da1fd3"}]
124	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	3	1	0	1	[{"n": 0, "from": "2a5496c8"}, {"n": 1, "from": "2a5496c8"}, {"n": 2, "from": "2a5496c8"}]
124	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	4	1	0	1	[{"n": 0, "from": "2c0da113"}, {"n": 1, "from": "2c0da113"}, {"n": 2, "from": "2c0da113"}]
124	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	5	1	0	1	[{"n": 0, "from": "195a2512"}, {"n": 1, "from": "195a2512"}, {"n": 2, "from": "195a2512"}]
205	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	0	1	0	1	{"by": "d", "of": "e93cfddd"}
129	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	0	1	0	1	[{"n": 0, "from": "8878c34e"}, {"n": 1, "from": "8878c34e"}, {"n": 2, "from": "8878c34e"}]
129	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	1	1	0	1	[{"n": 0, "from": "c1152ebd"}, {"n": 1, "from": "c1152ebd"}, {"n": 2, "from": "c1152ebd"}]
129	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	2	1	0	1	[{"n": 0, "from": "37f7add8"}, {"n": 1, "from": "37f7add8"}, {"n": 2, "from": "37f7add8"}]
129	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	3	1	0	1	[{"n": 0, "from": "ef67fe45"}, {"n": 1, "from": "ef67fe45"}, {"n": 2, "from": "ef67fe45"}]
129	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.526351+00	4	1	0	1	[{"n": 0, "from": "236fdf90"}, {"n": 1, "from": "236fdf90"}, {"n": 2, "from": "236fdf90"}]
67	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.526351+00	5	1	0	1	\N
301	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.53149+00	0	1	0	1	{"by": "c", "of": "abe57799"}
265	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.532118+00	3	1	0	2	[{"n": 0, "from": "16798b14"}, {"n": 1, "from": "16798b14"}]
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.53599+00	0	1	0	1	[]
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.53599+00	1	1	0	1	[]
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.53599+00	2	1	0	1	[]
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.53599+00	3	1	0	1	[]
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.53599+00	4	1	0	1	[]
172	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.537647+00	6	1	0	1	[]
16	2026-12-01 03:34:05.502099+00	2026-12-01 03:34:05.540308+00	2	1	0	1	{"of": "24c5bdfa", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "24c5bdfa1"}]}]}
21	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.540308+00	5	1	0	1	{"of": "026eb0e1", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "026eb0e11"}]}]}
124	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.540308+00	1	1	0	1	[{"n": 0, "from": "1c3139e7"}, {"n": 1, "from": "1c3139e7"}, {"n": 2, "from": "1c3139e7"}]
138	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	0	1	0	1	[{"n": 0, "from": "b65c73b0"}, {"n": 1, "from": "b65c73b0"}]
139	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	0	1	0	1	[]
16	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	0	1	0	2	{"of": "c99cc696", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c99cc6961"}]}]}
21	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	2	1	0	2	{"of": "bc642c30", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "bc642c301"}]}]}
21	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	4	1	0	2	{"of": "4c5e2b10", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4c5e2b101"}]}]}
337	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	4	1	0	1	{"by": "c", "of": "22e2aaa2"}
337	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	5	1	0	1	{"by": "c", "of": "b4d6d1fc"}
337	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	6	1	0	1	{"by": "c", "of": "a818c250"}
193	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	5	1	0	1	{"of": "627d5971", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "627d59711"}]}, {"id": 2, "lines": [{"n": 0, "from": "627d59712"}, {"n": 1, "from": "627d59712"}]}]}
59	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	1	1	0	1	[{"n": 0, "from": "9d467671"}, {"n": 1, "from": "9d467671"}, {"n": 2, "from": "9d467671"}]
189	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	3	1	0	1	[{"n": 0, "from": "6488e02a"}]
189	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.540308+00	4	1	0	1	[{"n": 0, "from": "bbe3dabc"}]
206	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.544843+00	1	1	0	1	[{"n": 0, "from": "37b8ff20"}, {"n": 1, "from": "37b8ff20"}]
329	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.546531+00	7	1	0	1	[]
172	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.548687+00	5	1	0	2	[]
172	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.548687+00	7	1	0	2	[]
172	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.548687+00	8	1	0	2	[]
172	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.548687+00	9	1	0	2	[]
350	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.549529+00	5	1	0	1	[{"n": 0, "from": "245736f6"}]
350	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.549529+00	6	1	0	1	[{"n": 0, "from": "49518721"}]
350	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.549529+00	7	1	0	1	[{"n": 0, "from": "3322e5e0"}]
350	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.549529+00	8	1	0	1	[{"n": 0, "from": "fad583de"}]
350	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.549529+00	9	1	0	1	[{"n": 0, "from": "cae8605a"}]
108	2026-12-01 03:34:05.478063+00	2026-12-01 03:34:05.551792+00	8	1	0	1	[]
124	2026-12-01 03:34:05.514904+00	2026-12-01 03:34:05.551792+00	6	1	0	1	[{"n": 0, "from": "2a03b31f"}, {"n": 1, "from": "2a03b31f"}, {"n": 2, "from": "2a03b31f"}]
21	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.551792+00	1	1	0	2	{"of": "0bf60206", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "0bf602061"}]}]}
59	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.551792+00	0	1	0	1	[{"n": 0, "from": "f1b25f3a"}, {"n": 1, "from": "f1b25f3a"}, {"n": 2, "from": "f1b25f3a"}]
27	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	5	1	0	1	{"by": "f", "of": "f912f09a"}
254	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	4	1	0	1	[[{"n": 0, "from": "83cfc23c"}], [{"n": 0, "from": "bd445669"}]]
145	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	0	1	0	1	[{"n": 0, "from": "87c9e58e"}, {"n": 1, "from": "87c9e58e"}]
229	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	4	1	0	2	{"by": "e", "of": "efb1a885"}
229	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	5	1	0	2	{"by": "e", "of": "627d5971"}
336	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	7	1	0	1	{"by": "b", "of": "21e4d8cb"}
342	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	6	1	0	1	{"by": "b", "of": "f8b560c0"}
342	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.551792+00	7	1	0	1	{"by": "b", "of": "67356dfc"}
140	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.558586+00	0	1	0	1	{"of": "77fe381e", "orders": [{"id": 0, "lines": []}]}
26	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.559137+00	0	1	0	3	[{"n": 0, "from": "fa38d2a4"}, {"n": 1, "from": "fa38d2a4"}, {"n": 2, "from": "fa38d2a4"}]
206	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.559672+00	2	1	0	1	[{"n": 0, "from": "ea64312e"}, {"n": 1, "from": "ea64312e"}]
191	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.560317+00	7	1	0	3	{"of": "fd1492dc", "orders": []}
238	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.564334+00	0	1	0	1	{"of": "1e1bb9fc", "orders": [{"id": 0, "lines": []}]}
238	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.564334+00	1	1	0	1	{"of": "207533c9", "orders": [{"id": 0, "lines": []}]}
146	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.565885+00	0	1	0	1	[]
336	2026-12-01 03:34:05.541242+00	2026-12-01 03:34:05.565885+00	6	1	0	1	{"by": "b", "of": "3b33cbee"}
253	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	6	1	0	1	{"by": "c", "of": "ca54adcf"}
253	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	7	1	0	1	{"by": "c", "of": "f8d302d6"}
333	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	2	1	0	1	[{"of": "71743126", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "717431261"}]}, {"id": 2, "lines": [{"n": 0, "from": "717431262"}, {"n": 1, "from": "717431262"}]}]}, {"of": "7e86bab8", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "7e86bab81"}]}, {"id": 2, "lines": [{"n": 0, "from": "7e86bab82"}, {"n": 1, "from": "7e86bab82"}]}]}]
193	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	6	1	0	1	{"of": "3b33cbee", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3b33cbee1"}]}, {"id": 2, "lines": [{"n": 0, "from": "3b33cbee2"}, {"n": 1, "from": "3b33cbee2"}]}]}
60	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	6	1	0	1	{"of": "398b1961", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "398b19611"}]}]}
67	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	6	1	0	1	{"of": "3d65776b", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3d65776b1"}]}]}
67	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	7	1	0	1	{"of": "fe7db7f0", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "fe7db7f01"}]}]}
302	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	0	1	0	1	{"by": "d", "of": "15f947fd"}
266	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	3	1	0	1	[]
364	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	7	1	0	1	[{"n": 0, "from": "c28b4611"}, {"n": 1, "from": "c28b4611"}, {"n": 2, "from": "c28b4611"}]
364	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	8	1	0	1	[{"n": 0, "from": "83cfc23c"}, {"n": 1, "from": "83cfc23c"}, {"n": 2, "from": "83cfc23c"}]
60	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.565885+00	5	1	0	3	\N
357	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.569586+00	5	1	0	1	[{"n": 0, "from": "53e73939"}]
357	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.569586+00	6	1	0	1	[{"n": 0, "from": "9bb410e9"}]
357	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.569586+00	7	1	0	1	[{"n": 0, "from": "6bd65587"}]
357	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.569586+00	8	1	0	1	[{"n": 0, "from": "bd98d00a"}]
357	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.569586+00	9	1	0	1	[{"n": 0, "from": "4b70c701"}]
147	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.572671+00	0	1	0	1	{"of": "0bbe8783", "orders": [{"id": 0, "lines": []}]}
189	2026-12-01 03:34:05.527485+00	2026-12-01 03:34:05.574583+00	2	1	0	1	[{"n": 0, "from": "03fc4b82"}]
341	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.574583+00	6	1	0	1	{"of": "f8b560c0", "orders": []}
333	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.574583+00	0	1	0	1	[{"of": "7a98ecaf", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "7a98ecaf1"}]}, {"id": 2, "lines": [{"n": 0, "from": "7a98ecaf2"}, {"n": 1, "from": "7a98ecaf2"}]}]}, {"of": "386d0a4a", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "386d0a4a1"}]}, {"id": 2, "lines": [{"n": 0, "from": "386d0a4a2"}, {"n": 1, "from": "386d0a4a2"}]}]}, {"of": "8ea374bb", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "8ea374bb1"}]}, {"id": 2, "lines": [{"n": 0, "from": "8ea374bb2"}, {"n": 1, "from": "8ea374bb2"}]}]}, {"of": "f4bfd2f4", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f4bfd2f41"}]}, {"id": 2, "lines": [{"n": 0, "from": "f4bfd2f42"}, {"n": 1, "from": "f4bfd2f42"}]}]}]
16	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	8	1	0	1	{"of": "4634629a", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4634629a1"}]}]}
333	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.574583+00	1	1	0	1	[{"of": "b50790b3", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "b50790b31"}]}, {"id": 2, "lines": [{"n": 0, "from": "b50790b32"}, {"n": 1, "from": "b50790b32"}]}]}, {"of": "4e7de96e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4e7de96e1"}]}, {"id": 2, "lines": [{"n": 0, "from": "4e7de96e2"}, {"n": 1, "from": "4e7de96e2"}]}]}, {"of": "cf655ee4", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "cf655ee41"}]}, {"id": 2, "lines": [{"n": 0, "from": "cf655ee42"}, {"n": 1, "from": "cf655ee42"}]}]}, {"of": "f3fbc25e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f3fbc25e1"}]}, {"id": 2, "lines": [{"n": 0, "from": "f3fbc25e2"}, {"n": 1, "from": "f3fbc25e2"}]}]}]
27	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.574583+00	3	1	0	2	{"by": "f", "of": "b326d697"}
123	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.574583+00	0	1	0	1	[{"by": "d", "of": "8ea0f5a5"}, {"by": "d", "of": "ad8a2f99"}, {"by": "d", "of": "1c5d39dd"}]
334	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.574583+00	0	1	0	1	[]
270	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	5	1	0	1	[]
270	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	6	1	0	1	[]
270	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	9	1	0	1	[]
40	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	6	1	0	1	[]
40	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	7	1	0	1	[]
40	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	8	1	0	1	[]
193	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	7	1	0	1	{"of": "6c4c879e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "6c4c879e1"}]}, {"id": 2, "lines": [{"n": 0, "from": "6c4c879e2"}, {"n": 1, "from": "6c4c879e2"}]}]}
16	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	3	1	0	1	{"of": "0d296084", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "0d2960841"}]}]}
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	0	1	0	1	\N
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	1	1	0	1	\N
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	2	1	0	1	\N
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	3	1	0	1	\N
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	5	1	0	1	\N
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	6	1	0	1	\N
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	7	1	0	1	\N
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.574583+00	8	1	0	1	\N
286	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.580675+00	1	1	0	1	[]
340	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.582711+00	0	1	0	1	[{"n": 0, "from": "1a6ceeb2"}, {"n": 1, "from": "1a6ceeb2"}]
35	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.583817+00	7	1	0	1	[]
35	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.583817+00	8	1	0	1	[]
35	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.583817+00	9	1	0	1	[]
238	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.585664+00	3	1	0	1	{"of": "18079531", "orders": [{"id": 0, "lines": []}]}
238	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.585664+00	4	1	0	1	{"of": "f3a7aef4", "orders": [{"id": 0, "lines": []}]}
238	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.586308+00	5	1	0	1	{"of": "e7d2204b", "orders": [{"id": 0, "lines": []}]}
238	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.586308+00	6	1	0	1	{"of": "af7b02eb", "orders": [{"id": 0, "lines": []}]}
364	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.587974+00	3	1	0	1	[{"n": 0, "from": "d4f44734"}, {"n": 1, "from": "d4f44734"}, {"n": 2, "from": "d4f44734"}]
270	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.587974+00	8	1	0	1	[]
40	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.587974+00	9	1	0	1	[]
367	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	5	1	0	1	[]
367	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	6	1	0	1	[]
367	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	7	1	0	1	[]
367	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	8	1	0	1	[]
152	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	0	1	0	1	{"by": "e", "of": "1c03dd04"}
152	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	1	1	0	1	{"by": "e", "of": "344ed8f1"}
152	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	2	1	0	1	{"by": "e", "of": "f9f3498f"}
152	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	4	1	0	1	{"by": "e", "of": "cd8b7da0"}
16	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	4	1	0	2	{"of": "7be46287", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "7be462871"}]}]}
189	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	5	1	0	1	[{"n": 0, "from": "481a1afb"}]
189	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	7	1	0	1	[{"n": 0, "from": "04cf46c8"}]
67	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	8	1	0	1	{"of": "c6cb4365", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c6cb43651"}]}]}
67	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	9	1	0	1	{"of": "27cbd1b4", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "27cbd1b41"}]}]}
253	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	9	1	0	1	{"by": "c", "of": "bd445669"}
246	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.587974+00	9	1	0	1	[]
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.587974+00	4	1	0	1	\N
111	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.587974+00	9	1	0	1	\N
238	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.596532+00	7	1	0	1	{"of": "b680b45b", "orders": [{"id": 0, "lines": []}]}
238	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.596532+00	8	1	0	1	{"of": "a62b1e78", "orders": [{"id": 0, "lines": []}]}
238	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.596532+00	9	1	0	1	{"of": "f9e82814", "orders": [{"id": 0, "lines": []}]}
21	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.598797+00	9	1	0	3	{"of": "35230dce", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "35230dce1"}]}]}
295	2026-12-01 03:34:05.553572+00	2026-12-01 03:34:05.598797+00	2	1	0	3	[{"n": 0, "from": "d20f4dbf"}, {"n": 1, "from": "d20f4dbf"}, {"n": 2, "from": "d20f4dbf"}]
40	2026-12-01 03:34:05.567633+00	2026-12-01 03:34:05.598797+00	5	1	0	1	[]
129	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.598797+00	5	1	0	1	[{"n": 0, "from": "2ceb928c"}, {"n": 1, "from": "2ceb928c"}, {"n": 2, "from": "2ceb928c"}]
129	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	6	1	0	1	[{"n": 0, "from": "abcf0bdf"}, {"n": 1, "from": "abcf0bdf"}, {"n": 2, "from": "abcf0bdf"}]
337	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	7	1	0	1	{"by": "c", "of": "3ebc62a7"}
16	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	5	1	0	3	{"of": "d82e1d98", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "d82e1d981"}]}]}
27	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	6	1	0	1	{"by": "f", "of": "0e86f277"}
367	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	9	1	0	1	[]
252	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	9	1	0	1	[]
189	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	8	1	0	1	[{"n": 0, "from": "7698d772"}]
189	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	9	1	0	1	[{"n": 0, "from": "9132e265"}]
341	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	7	1	0	2	{"of": "67356dfc", "orders": []}
40	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.598797+00	10	1	0	1	[]
260	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.622807+00	9	1	0	2	{"of": "38962b00", "orders": []}
265	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.623891+00	4	1	0	1	[{"n": 0, "from": "266704e6"}, {"n": 1, "from": "266704e6"}]
152	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.625924+00	3	1	0	1	{"by": "e", "of": "ca358bd8"}
189	2026-12-01 03:34:05.576545+00	2026-12-01 03:34:05.625924+00	6	1	0	1	[{"n": 0, "from": "029f6c8a"}]
16	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.625924+00	7	1	0	1	{"of": "78043bf1", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "78043bf11"}]}]}
364	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.625924+00	9	1	0	1	[{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}, {"n": 2, "from": "45c75cbb"}]
270	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.625924+00	7	1	0	2	[]
252	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.625924+00	8	1	0	1	[]
40	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.625924+00	12	1	0	1	[]
40	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.625924+00	13	1	0	1	[]
152	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.625924+00	5	1	0	1	{"by": "e", "of": "98e6e221"}
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	0	1	0	1	[{"n": 0, "from": "9c3df468"}, {"n": 1, "from": "9c3df468"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	1	1	0	1	[{"n": 0, "from": "b27b63e8"}, {"n": 1, "from": "b27b63e8"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	2	1	0	1	[{"n": 0, "from": "9c3df468"}, {"n": 1, "from": "9c3df468"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	4	1	0	1	[{"n": 0, "from": "9c3df468"}, {"n": 1, "from": "9c3df468"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	5	1	0	1	[{"n": 0, "from": "d6483a50"}, {"n": 1, "from": "d6483a50"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	6	1	0	1	[{"n": 0, "from": "9c3df468"}, {"n": 1, "from": "9c3df468"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	8	1	0	1	[{"n": 0, "from": "9c3df468"}, {"n": 1, "from": "9c3df468"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	11	1	0	1	[{"n": 0, "from": "336259f2"}, {"n": 1, "from": "336259f2"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	12	1	0	1	[{"n": 0, "from": "9c3df468"}, {"n": 1, "from": "9c3df468"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	13	1	0	1	[{"n": 0, "from": "07aab126"}, {"n": 1, "from": "07aab126"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	16	1	0	1	[{"n": 0, "from": "9c3df468"}, {"n": 1, "from": "9c3df468"}]
189	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.625924+00	11	1	0	1	[{"n": 0, "from": "7698d772"}]
238	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.630526+00	2	1	0	3	{"of": "1a79814f", "orders": [{"id": 0, "lines": []}]}
206	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.631646+00	3	1	0	1	[{"n": 0, "from": "37b8ff20"}, {"n": 1, "from": "37b8ff20"}]
329	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.632709+00	5	1	0	3	[]
329	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.632709+00	6	1	0	3	[]
191	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.633485+00	8	1	0	1	{"of": "8985f0cf", "orders": []}
16	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.639679+00	6	1	0	1	{"of": "b5396a21", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "b5396a211"}]}]}
40	2026-12-01 03:34:05.589403+00	2026-12-01 03:34:05.639679+00	11	1	0	1	[]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.639679+00	7	1	0	1	[{"n": 0, "from": "9b2212be"}, {"n": 1, "from": "9b2212be"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.639679+00	10	1	0	1	[{"n": 0, "from": "9c3df468"}, {"n": 1, "from": "9c3df468"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.639679+00	14	1	0	1	[{"n": 0, "from": "9c3df468"}, {"n": 1, "from": "9c3df468"}]
189	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.639679+00	10	1	0	1	[{"n": 0, "from": "41c8d98c"}]
128	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	0	1	0	1	[{"by": "d", "of": "4283073d"}, {"by": "d", "of": "4123eb1c"}, {"by": "d", "of": "1afc8bfd"}]
71	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	0	1	0	1	[{"n": 0, "from": "2f4e453f"}]
339	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	2	1	0	1	{"of": "d6a5410e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "d6a5410e1"}]}, {"id": 2, "lines": [{"n": 0, "from": "d6a5410e2"}, {"n": 1, "from": "d6a5410e2"}]}]}
339	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	4	1	0	1	{"of": "0f192704", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "0f1927041"}]}, {"id": 2, "lines": [{"n": 0, "from": "0f1927042"}, {"n": 1, "from": "0f1927042"}]}]}
339	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	5	1	0	1	{"of": "85253a04", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "85253a041"}]}, {"id": 2, "lines": [{"n": 0, "from": "85253a042"}, {"n": 1, "from": "85253a042"}]}]}
339	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	6	1	0	1	{"of": "6ec3dc75", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "6ec3dc751"}]}, {"id": 2, "lines": [{"n": 0, "from": "6ec3dc752"}, {"n": 1, "from": "6ec3dc752"}]}]}
351	2026-12-01 03:34:05.731+00	2026-12-01 03:34:05.738924+00	6	2	0	1	[{"n": 0, "from": "daa3ca8b"}]
339	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	7	1	0	1	{"of": "f7e56741", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f7e567411"}]}, {"id": 2, "lines": [{"n": 0, "from": "f7e567412"}, {"n": 1, "from": "f7e567412"}]}]}
344	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	0	1	0	1	[{"n": 0, "from": "93b31e69"}, {"n": 1, "from": "93b31e69"}, {"n": 2, "from": "93b31e69"}]
344	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	2	1	0	1	[{"n": 0, "from": "3a121f35"}, {"n": 1, "from": "3a121f35"}, {"n": 2, "from": "3a121f35"}]
344	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	3	1	0	1	[{"n": 0, "from": "51098e12"}, {"n": 1, "from": "51098e12"}, {"n": 2, "from": "51098e12"}]
344	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	5	1	0	1	[{"n": 0, "from": "9f7abf51"}, {"n": 1, "from": "9f7abf51"}, {"n": 2, "from": "9f7abf51"}]
344	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	6	1	0	1	[{"n": 0, "from": "3ce4356a"}, {"n": 1, "from": "3ce4356a"}, {"n": 2, "from": "3ce4356a"}]
344	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	7	1	0	1	[{"n": 0, "from": "128edb15"}, {"n": 1, "from": "128edb15"}, {"n": 2, "from": "128edb15"}]
351	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.639679+00	0	1	0	1	[{"n": 0, "from": "1f2e6d5a"}]
231	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.646148+00	0	1	0	1	{"of": "b812f35d", "orders": [{"id": 0, "lines": []}]}
231	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.646148+00	1	1	0	1	{"of": "96c6457d", "orders": [{"id": 0, "lines": []}]}
231	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.647373+00	2	1	0	1	{"of": "53b5272a", "orders": [{"id": 0, "lines": []}]}
231	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.648428+00	3	1	0	1	{"of": "a3c3f04e", "orders": [{"id": 0, "lines": []}]}
82	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.652495+00	0	1	0	1	[{"n": 0, "from": "d37fdccf"}, {"n": 1, "from": "d37fdccf"}, {"n": 2, "from": "d37fdccf"}]
289	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.653233+00	0	1	0	1	{"by": "a", "of": "c00974b5"}
289	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.653233+00	1	1	0	1	{"by": "a", "of": "0a54d575"}
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.654618+00	3	1	0	1	[{"n": 0, "from": "fe723bcd"}, {"n": 1, "from": "fe723bcd"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.654618+00	15	1	0	1	[{"n": 0, "from": "bc7424b9"}, {"n": 1, "from": "bc7424b9"}]
69	2026-12-01 03:34:05.600739+00	2026-12-01 03:34:05.654618+00	17	1	0	1	[{"n": 0, "from": "9e942407"}, {"n": 1, "from": "9e942407"}]
253	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.654618+00	8	1	0	3	{"by": "c", "of": "83cfc23c"}
339	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.654618+00	1	1	0	1	{"of": "9a862ce5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "9a862ce51"}]}, {"id": 2, "lines": [{"n": 0, "from": "9a862ce52"}, {"n": 1, "from": "9a862ce52"}]}]}
339	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.654618+00	3	1	0	1	{"of": "42d376b5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "42d376b51"}]}, {"id": 2, "lines": [{"n": 0, "from": "42d376b52"}, {"n": 1, "from": "42d376b52"}]}]}
344	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.654618+00	1	1	0	1	[{"n": 0, "from": "d26aa37d"}, {"n": 1, "from": "d26aa37d"}, {"n": 2, "from": "d26aa37d"}]
344	2026-12-01 03:34:05.627077+00	2026-12-01 03:34:05.654618+00	4	1	0	1	[{"n": 0, "from": "f6c33aa8"}, {"n": 1, "from": "f6c33aa8"}, {"n": 2, "from": "f6c33aa8"}]
353	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	0	1	0	1	[[{"n": 0, "from": "1f2e6d5a"}], [{"n": 0, "from": "0036924c"}], [{"n": 0, "from": "450cc70c"}]]
353	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	1	1	0	1	[[{"n": 0, "from": "1159a209"}], [{"n": 0, "from": "11be9ba5"}], [{"n": 0, "from": "a69ee373"}]]
358	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	0	1	0	1	[{"n": 0, "from": "b74c98b9"}]
343	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	0	1	0	1	{"by": "c", "of": "2e6fa211"}
343	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	1	1	0	1	{"by": "c", "of": "72b70938"}
343	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	3	1	0	1	{"by": "c", "of": "f8e5f0c8"}
343	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	4	1	0	1	{"by": "c", "of": "96e62577"}
16	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	9	1	0	2	{"of": "cc5743ff", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "cc5743ff1"}]}]}
189	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	12	1	0	1	[{"n": 0, "from": "70eb68a3"}]
189	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	13	1	0	1	[{"n": 0, "from": "bbe3dabc"}]
189	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	14	1	0	1	[{"n": 0, "from": "41c8d98c"}]
266	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.654618+00	4	1	0	1	[]
346	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.658365+00	0	1	0	1	[{"n": 0, "from": "0edd9209"}, {"n": 1, "from": "0edd9209"}]
206	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.659652+00	4	1	0	1	[{"n": 0, "from": "78ea17ce"}, {"n": 1, "from": "78ea17ce"}]
231	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.663081+00	5	1	0	1	{"of": "444be59c", "orders": [{"id": 0, "lines": []}]}
231	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.663081+00	6	1	0	1	{"of": "4e24bab6", "orders": [{"id": 0, "lines": []}]}
231	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.663081+00	7	1	0	1	{"of": "a26d4b4d", "orders": [{"id": 0, "lines": []}]}
231	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.663081+00	8	1	0	1	{"of": "636a9e5d", "orders": [{"id": 0, "lines": []}]}
343	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.665878+00	2	1	0	1	{"by": "c", "of": "123a7057"}
351	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.665878+00	1	1	0	1	[{"n": 0, "from": "0036924c"}]
38	2026-12-01 03:34:05.640982+00	2026-12-01 03:34:05.665878+00	0	1	0	1	{"of": "5b99c8fe", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "5b99c8fe1"}]}]}
358	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	1	1	0	1	[{"n": 0, "from": "b8272572"}]
265	2026-12-01 03:34:05.739489+00	2026-12-01 03:34:05.741104+00	7	2	0	1	[{"n": 0, "from": "d6643bdd"}, {"n": 1, "from": "d6643bdd"}]
339	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	0	1	0	2	{"of": "907f92bf", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "907f92bf1"}]}, {"id": 2, "lines": [{"n": 0, "from": "907f92bf2"}, {"n": 1, "from": "907f92bf2"}]}]}
153	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	0	1	0	1	[{"n": 0, "from": "30fa266a"}, {"n": 1, "from": "30fa266a"}, {"n": 2, "from": "30fa266a"}]
153	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	5	1	0	1	[{"n": 0, "from": "3380ad92"}, {"n": 1, "from": "3380ad92"}, {"n": 2, "from": "3380ad92"}]
153	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	9	1	0	1	[{"n": 0, "from": "7ed21b7a"}, {"n": 1, "from": "7ed21b7a"}, {"n": 2, "from": "7ed21b7a"}]
264	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	0	1	0	1	{"by": "e", "of": "dec841f6"}
189	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	15	1	0	1	[{"n": 0, "from": "7698d772"}]
343	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	5	1	0	1	{"by": "c", "of": "b4d6d1fc"}
343	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	6	1	0	1	{"by": "c", "of": "f07aab30"}
343	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	7	1	0	1	{"by": "c", "of": "92e8684a"}
85	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.665878+00	1	1	0	1	[{"n": 0, "from": "b0671f26"}, {"n": 1, "from": "b0671f26"}]
286	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.670344+00	2	1	0	1	[]
329	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.671061+00	8	1	0	1	[]
329	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.671061+00	9	1	0	1	[]
206	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.671832+00	5	1	0	1	[{"n": 0, "from": "829ff287"}, {"n": 1, "from": "829ff287"}]
231	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.672561+00	4	1	0	3	{"of": "db5f585f", "orders": [{"id": 0, "lines": []}]}
231	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.675287+00	9	1	0	1	{"of": "a5e52025", "orders": [{"id": 0, "lines": []}]}
153	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.679909+00	4	1	0	1	[{"n": 0, "from": "3f2ff53b"}, {"n": 1, "from": "3f2ff53b"}, {"n": 2, "from": "3f2ff53b"}]
85	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.679909+00	0	1	0	1	[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}]
358	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	2	1	0	1	[{"n": 0, "from": "b74c98b9"}]
153	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	3	1	0	2	[{"n": 0, "from": "38dcd4db"}, {"n": 1, "from": "38dcd4db"}, {"n": 2, "from": "38dcd4db"}]
153	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	8	1	0	2	[{"n": 0, "from": "270bc0cb"}, {"n": 1, "from": "270bc0cb"}, {"n": 2, "from": "270bc0cb"}]
351	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	2	1	0	1	[{"n": 0, "from": "450cc70c"}]
345	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	2	1	0	1	{"of": "86eb556f", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "86eb556f1"}]}, {"id": 2, "lines": [{"n": 0, "from": "86eb556f2"}, {"n": 1, "from": "86eb556f2"}]}]}
345	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	4	1	0	1	{"of": "4732c6af", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4732c6af1"}]}, {"id": 2, "lines": [{"n": 0, "from": "4732c6af2"}, {"n": 1, "from": "4732c6af2"}]}]}
166	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	2	1	0	1	[{"of": "c00974b5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c00974b51"}]}, {"id": 2, "lines": [{"n": 0, "from": "c00974b52"}, {"n": 1, "from": "c00974b52"}]}]}, {"of": "0a54d575", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "0a54d5751"}]}, {"id": 2, "lines": [{"n": 0, "from": "0a54d5752"}, {"n": 1, "from": "0a54d5752"}]}]}]
166	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	3	1	0	1	[{"of": "1094b2d6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "1094b2d61"}]}, {"id": 2, "lines": [{"n": 0, "from": "1094b2d62"}, {"n": 1, "from": "1094b2d62"}]}]}, {"of": "da97237e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "da97237e1"}]}, {"id": 2, "lines": [{"n": 0, "from": "da97237e2"}, {"n": 1, "from": "da97237e2"}]}]}]
190	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	1	1	0	1	[]
190	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.679909+00	4	1	0	1	[]
206	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.683388+00	6	1	0	1	[{"n": 0, "from": "aeb49baa"}, {"n": 1, "from": "aeb49baa"}]
191	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.683966+00	9	1	0	3	{"of": "1a1e682a", "orders": []}
173	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.688191+00	0	1	0	1	{"of": "6942c8ad", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "6942c8ad1"}]}]}
173	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.688191+00	1	1	0	1	{"of": "c167d975", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c167d9751"}]}]}
173	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.688191+00	2	1	0	1	{"of": "03e244e5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "03e244e51"}]}]}
173	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.688191+00	3	1	0	1	{"of": "cadc45e6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "cadc45e61"}]}]}
83	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.689396+00	0	1	0	1	{"of": "d6c77b37", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "d6c77b371"}]}, {"id": 2, "lines": [{"n": 0, "from": "d6c77b372"}, {"n": 1, "from": "d6c77b372"}]}]}
83	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.68999+00	1	1	0	1	\N
83	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.690634+00	2	1	0	1	{"of": "ddbbfae1", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "ddbbfae11"}]}, {"id": 2, "lines": [{"n": 0, "from": "ddbbfae12"}, {"n": 1, "from": "ddbbfae12"}]}]}
360	2026-12-01 03:34:05.655937+00	2026-12-01 03:34:05.692135+00	0	1	0	1	[[{"n": 0, "from": "b74c98b9"}], [{"n": 0, "from": "b8272572"}], [{"n": 0, "from": "b74c98b9"}]]
345	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.692135+00	3	1	0	1	{"of": "611623f7", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "611623f71"}]}, {"id": 2, "lines": [{"n": 0, "from": "611623f72"}, {"n": 1, "from": "611623f72"}]}]}
166	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.692135+00	0	1	0	1	[{"of": "1094b2d6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "1094b2d61"}]}, {"id": 2, "lines": [{"n": 0, "from": "1094b2d62"}, {"n": 1, "from": "1094b2d62"}]}]}, {"of": "377a7642", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "377a76421"}]}, {"id": 2, "lines": [{"n": 0, "from": "377a76422"}, {"n": 1, "from": "377a76422"}]}]}]
190	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.692135+00	2	1	0	1	[]
190	2026-12-01 03:34:05.667222+00	2026-12-01 03:34:05.692135+00	3	1	0	1	[]
27	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	4	1	0	3	{"by": "f", "of": "b6c9d226"}
345	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	1	1	0	2	{"of": "e5dd1102", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "e5dd11021"}]}, {"id": 2, "lines": [{"n": 0, "from": "e5dd11022"}, {"n": 1, "from": "e5dd11022"}]}]}
345	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	5	1	0	2	{"of": "5d449079", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "5d4490791"}]}, {"id": 2, "lines": [{"n": 0, "from": "5d4490792"}, {"n": 1, "from": "5d4490792"}]}]}
351	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	3	1	0	1	[{"n": 0, "from": "1159a209"}]
194	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	0	1	0	1	{"of": "9e3229b3", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "9e3229b31"}]}, {"id": 2, "lines": [{"n": 0, "from": "9e3229b32"}, {"n": 1, "from": "9e3229b32"}]}]}
316	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	0	1	0	1	{"by": "b", "of": "f998b89b"}
316	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	1	1	0	1	{"by": "b", "of": "b0671f26"}
316	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	2	1	0	1	{"by": "b", "of": "cb616ea6"}
209	2026-12-01 03:34:05.681016+00	2026-12-01 03:34:05.692135+00	0	1	0	1	[{"n": 0, "from": "0553fdb7"}, {"n": 1, "from": "0553fdb7"}, {"n": 2, "from": "0553fdb7"}]
206	2026-12-01 03:34:05.69362+00	2026-12-01 03:34:05.6979+00	7	1	0	1	[{"n": 0, "from": "bbd715d7"}, {"n": 1, "from": "bbd715d7"}]
153	2026-12-01 03:34:05.707848+00	2026-12-01 03:34:05.713196+00	6	2	0	1	[{"n": 0, "from": "648dd085"}, {"n": 1, "from": "648dd085"}, {"n": 2, "from": "648dd085"}]
153	2026-12-01 03:34:05.707848+00	2026-12-01 03:34:05.713196+00	1	2	0	3	[{"n": 0, "from": "bb286a35"}, {"n": 1, "from": "bb286a35"}, {"n": 2, "from": "bb286a35"}]
69	2026-12-01 03:34:05.707848+00	2026-12-01 03:34:05.713196+00	9	2	0	3	\N
265	2026-12-01 03:34:05.71404+00	2026-12-01 03:34:05.716433+00	5	2	0	1	[{"n": 0, "from": "519890ff"}, {"n": 1, "from": "519890ff"}]
345	2026-12-01 03:34:05.71404+00	2026-12-01 03:34:05.718471+00	7	2	0	2	{"of": "ddf29546", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "ddf295461"}]}, {"id": 2, "lines": [{"n": 0, "from": "ddf295462"}, {"n": 1, "from": "ddf295462"}]}]}
211	2026-12-01 03:34:05.71404+00	2026-12-01 03:34:05.718471+00	0	2	0	1	\N
286	2026-12-01 03:34:05.718982+00	2026-12-01 03:34:05.720734+00	3	2	0	2	[]
265	2026-12-01 03:34:05.718982+00	2026-12-01 03:34:05.721237+00	6	2	0	2	[{"n": 0, "from": "8557314e"}, {"n": 1, "from": "8557314e"}]
345	2026-12-01 03:34:05.71404+00	2026-12-01 03:34:05.722397+00	0	2	0	2	{"of": "2dbf99d2", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "2dbf99d21"}]}, {"id": 2, "lines": [{"n": 0, "from": "2dbf99d22"}, {"n": 1, "from": "2dbf99d22"}]}]}
330	2026-12-01 03:34:05.718982+00	2026-12-01 03:34:05.722397+00	0	2	0	1	[{"n": 0, "from": "44f2bd31"}, {"n": 1, "from": "44f2bd31"}, {"n": 2, "from": "44f2bd31"}]
351	2026-12-01 03:34:05.718982+00	2026-12-01 03:34:05.726365+00	4	2	0	1	[{"n": 0, "from": "11be9ba5"}]
153	2026-12-01 03:34:05.718982+00	2026-12-01 03:34:05.726365+00	7	2	0	2	[{"n": 0, "from": "a6b44165"}, {"n": 1, "from": "a6b44165"}, {"n": 2, "from": "a6b44165"}]
358	2026-12-01 03:34:05.722556+00	2026-12-01 03:34:05.726365+00	3	2	0	1	[{"n": 0, "from": "f9d02c22"}]
345	2026-12-01 03:34:05.722556+00	2026-12-01 03:34:05.726365+00	6	2	0	2	{"of": "9116c1cb", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "9116c1cb1"}]}, {"id": 2, "lines": [{"n": 0, "from": "9116c1cb2"}, {"n": 1, "from": "9116c1cb2"}]}]}
360	2026-12-01 03:34:05.722556+00	2026-12-01 03:34:05.726365+00	1	2	0	1	[[{"n": 0, "from": "f9d02c22"}], [{"n": 0, "from": "e2493a67"}], [{"n": 0, "from": "68b74f6f"}]]
360	2026-12-01 03:34:05.722556+00	2026-12-01 03:34:05.726365+00	2	2	0	1	[[{"n": 0, "from": "8d00cd57"}], [{"n": 0, "from": "78a1ca5a"}], [{"n": 0, "from": "c26595e0"}]]
266	2026-12-01 03:34:05.722556+00	2026-12-01 03:34:05.726365+00	5	2	0	1	[]
266	2026-12-01 03:34:05.726996+00	2026-12-01 03:34:05.730777+00	6	2	0	1	[]
351	2026-12-01 03:34:05.726996+00	2026-12-01 03:34:05.730777+00	5	2	0	1	[{"n": 0, "from": "a69ee373"}]
86	2026-12-01 03:34:05.731+00	2026-12-01 03:34:05.733596+00	0	2	0	1	{"of": "79efea23", "orders": []}
153	2026-12-01 03:34:05.726996+00	2026-12-01 03:34:05.734675+00	2	2	0	3	[{"n": 0, "from": "0efc71fb"}, {"n": 1, "from": "0efc71fb"}, {"n": 2, "from": "0efc71fb"}]
353	2026-12-01 03:34:05.726996+00	2026-12-01 03:34:05.734675+00	2	2	0	1	[[{"n": 0, "from": "daa3ca8b"}], [{"n": 0, "from": "5f326cac"}], [{"n": 0, "from": "f14c78cf"}]]
358	2026-12-01 03:34:05.731+00	2026-12-01 03:34:05.734675+00	4	2	0	1	[{"n": 0, "from": "e2493a67"}]
286	2026-12-01 03:34:05.735143+00	2026-12-01 03:34:05.736595+00	4	2	0	2	[]
86	2026-12-01 03:34:05.735143+00	2026-12-01 03:34:05.737863+00	1	2	0	2	{"of": "dd256dd9", "orders": []}
360	2026-12-01 03:34:05.731+00	2026-12-01 03:34:05.738924+00	3	2	0	1	[[{"n": 0, "from": "d9bc4cc6"}]]
265	2026-12-01 03:34:05.739489+00	2026-12-01 03:34:05.741104+00	8	2	0	1	[{"n": 0, "from": "35129c1f"}, {"n": 1, "from": "35129c1f"}]
358	2026-12-01 03:34:05.735143+00	2026-12-01 03:34:05.743158+00	5	2	0	1	[{"n": 0, "from": "68b74f6f"}]
194	2026-12-01 03:34:05.735143+00	2026-12-01 03:34:05.743158+00	1	2	0	1	{"of": "377a7642", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "377a76421"}]}, {"id": 2, "lines": [{"n": 0, "from": "377a76422"}, {"n": 1, "from": "377a76422"}]}]}
351	2026-12-01 03:34:05.739489+00	2026-12-01 03:34:05.743158+00	7	2	0	1	[{"n": 0, "from": "5f326cac"}]
248	2026-12-01 03:34:05.739489+00	2026-12-01 03:34:05.743158+00	0	2	0	1	{"by": "c", "of": "8ef32e93"}
286	2026-12-01 03:34:05.743583+00	2026-12-01 03:34:05.744493+00	5	2	0	1	[]
101	2026-12-01 03:34:05.735143+00	2026-12-01 03:34:05.745986+00	0	2	0	1	[{"n": 0, "from": "fcd7f744"}]
248	2026-12-01 03:34:05.739489+00	2026-12-01 03:34:05.745986+00	1	2	0	1	{"by": "c", "of": "8ef32e93"}
358	2026-12-01 03:34:05.743583+00	2026-12-01 03:34:05.745986+00	6	2	0	1	[{"n": 0, "from": "8d00cd57"}]
27	2026-12-01 03:34:05.743583+00	2026-12-01 03:34:05.749294+00	7	2	0	2	{"by": "f", "of": "59c33a25"}
27	2026-12-01 03:34:05.74636+00	2026-12-01 03:34:05.749294+00	8	2	0	1	{"by": "f", "of": "f9e1e7ce"}
266	2026-12-01 03:34:05.74636+00	2026-12-01 03:34:05.749294+00	7	2	0	1	[]
266	2026-12-01 03:34:05.74636+00	2026-12-01 03:34:05.749294+00	8	2	0	1	[]
358	2026-12-01 03:34:05.74636+00	2026-12-01 03:34:05.749294+00	7	2	0	1	[{"n": 0, "from": "78a1ca5a"}]
286	2026-12-01 03:34:05.749672+00	2026-12-01 03:34:05.751049+00	6	2	0	1	[]
351	2026-12-01 03:34:05.74636+00	2026-12-01 03:34:05.753279+00	8	2	0	1	[{"n": 0, "from": "f14c78cf"}]
166	2026-12-01 03:34:05.749672+00	2026-12-01 03:34:05.753279+00	1	2	0	1	[{"of": "1094b2d6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "1094b2d61"}]}, {"id": 2, "lines": [{"n": 0, "from": "1094b2d62"}, {"n": 1, "from": "1094b2d62"}]}]}, {"of": "377a7642", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "377a76421"}]}, {"id": 2, "lines": [{"n": 0, "from": "377a76422"}, {"n": 1, "from": "377a76422"}]}]}]
286	2026-12-01 03:34:05.754204+00	2026-12-01 03:34:05.756109+00	7	2	0	1	[]
358	2026-12-01 03:34:05.749672+00	2026-12-01 03:34:05.757991+00	8	2	0	1	[{"n": 0, "from": "c26595e0"}]
351	2026-12-01 03:34:05.754204+00	2026-12-01 03:34:05.757991+00	9	2	0	1	[{"n": 0, "from": "86ccf192"}]
190	2026-12-01 03:34:05.749672+00	2026-12-01 03:34:05.761395+00	0	2	0	3	[]
353	2026-12-01 03:34:05.758382+00	2026-12-01 03:34:05.761395+00	3	2	0	1	[[{"n": 0, "from": "86ccf192"}]]
27	2026-12-01 03:34:05.758382+00	2026-12-01 03:34:05.761395+00	9	2	0	2	{"by": "f", "of": "820e5711"}
358	2026-12-01 03:34:05.758382+00	2026-12-01 03:34:05.761395+00	9	2	0	1	[{"n": 0, "from": "d9bc4cc6"}]
317	2026-12-01 03:34:05.758382+00	2026-12-01 03:34:05.761395+00	0	2	0	1	[]
212	2026-12-01 03:34:05.758382+00	2026-12-01 03:34:05.761395+00	0	2	0	1	\N
265	2026-12-01 03:34:05.76243+00	2026-12-01 03:34:05.763511+00	9	2	0	2	[{"n": 0, "from": "94a665ca"}, {"n": 1, "from": "94a665ca"}]
173	2026-12-01 03:34:05.76243+00	2026-12-01 03:34:05.765257+00	4	2	0	1	{"of": "b0ccaf78", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "b0ccaf781"}]}]}
173	2026-12-01 03:34:05.76243+00	2026-12-01 03:34:05.765257+00	5	2	0	1	{"of": "7774870c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "7774870c1"}]}]}
173	2026-12-01 03:34:05.76243+00	2026-12-01 03:34:05.765257+00	6	2	0	1	{"of": "a2c93415", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "a2c934151"}]}]}
228	2026-12-01 03:34:05.754204+00	2026-12-01 03:34:05.766507+00	0	2	0	1	[{"n": 0, "from": "2a0f58c0"}, {"n": 1, "from": "2a0f58c0"}]
289	2026-12-01 03:34:05.766678+00	2026-12-01 03:34:05.769161+00	4	2	0	1	{"by": "a", "of": "f4ddc220"}
289	2026-12-01 03:34:05.766678+00	2026-12-01 03:34:05.769161+00	5	2	0	1	{"by": "a", "of": "9b861a29"}
\.

COPY fanout.retry_budgets (state_id, remaining) FROM stdin;
366	5
254	2
203	1
217	0
221	0
108	0
339	9
345	5
\.

COPY fanout.runs (run_id, flow_id, generation, status, name, priority, fair_key, owner, input, parent_state_id, parent_index, parent_attempt, depth, error, failed_step, started_at, deadline, completed_at) FROM stdin;
d9649f07-efac-4304-91a8-ec2e4dbee9db	1	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, true, {"id": 3, "é": "x", "a long key": {}}, [4, null, []], "item 5", "item 6", [7, null, []], "item 8", {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.77287+00	\N	\N
7a9718cb-8290-417a-beb9-f12c834ba743	3	0	started	\N	-2	\N	postgres	["item 0", 1, [2, null, []], {"id": 3, "é": "x", "a long key": {}}, 4, "item 5", {"id": 6, "é": "x", "a long key": {}}, 7, "\\"Zürich\\"\\n\\t\\\\8", "item 9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.783345+00	\N	\N
9b950fd2-b219-4225-9993-bcc7d7d70aba	3	0	started	\N	0	\N	postgres	[[0, null, []], [1, null, []], "\\"Zürich\\"\\n\\t\\\\2", 3, {"id": 4, "é": "x", "a long key": {}}, {"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}, {"id": 7, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\8", {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.783735+00	\N	\N
02de38b5-3f8e-4b41-b2ff-35da635473aa	5	0	started	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": []}, {"id": 2, "lines": [0, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 3, "lines": [{"id": 0, "é": "x", "a long key": {}}, [1, null, []]]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.800512+00	\N	\N
732d8df7-f0b4-4c9e-bff8-1786e06ad0d8	8	0	started	\N	-3	\N	postgres	[]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.825679+00	\N	\N
ab4afab7-48ec-431b-9aad-f855687ee18f	8	0	started	\N	-2	\N	postgres	[]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.827825+00	\N	\N
7e533ee0-8aed-4121-bcf2-715f3e3156bf	5	0	completed	\N	3	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 1, "lines": [0, "item 1"]}, {"id": 2, "lines": []}, {"id": 3, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.801105+00	\N	2026-12-01 03:34:05.399433+00
8075f067-c68f-40da-ac94-a450e5c7add8	20	0	completed	\N	0	\N	postgres	["item 0", "\\"Zürich\\"\\n\\t\\\\1", [2, null, []], "item 3", true, {"id": 5, "é": "x", "a long key": {}}, "item 6", 7, false, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.918116+00	\N	2026-12-01 03:34:05.576031+00
866ffd55-6b01-42e9-8e05-60ea66958758	31	0	completed	\N	0	\N	postgres	["\\"Zürich\\"\\n\\t\\\\0", {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}, 3, [4, null, []], "item 5", "\\"Zürich\\"\\n\\t\\\\6", "item 7"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.989468+00	\N	2026-12-01 03:34:05.576031+00
0a291c69-6572-48ff-bf90-4bd7a6ef370f	4	0	completed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [0, "item 1", null]}, {"id": 1, "lines": [[0, null, []], 1, null]}, {"id": 2, "lines": [0, "\\"Zürich\\"\\n\\t\\\\1", {"id": 2, "é": "x", "a long key": {}}]}, {"id": 3, "lines": []}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.791473+00	\N	2026-12-01 03:34:05.634411+00
83fbf287-a7be-4da7-80f2-15ff68f28cbe	7	0	completed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 1, "lines": [true, "item 1"]}, {"id": 2, "lines": [0, {"id": 1, "é": "x", "a long key": {}}, "item 2"]}, {"id": 3, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 4, "lines": []}, {"id": 5, "lines": ["\\"Zürich\\"\\n\\t\\\\0", {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 6, "lines": []}, {"id": 7, "lines": []}, {"id": 8, "lines": []}, {"id": 9, "lines": [{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1"]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.815233+00	\N	2026-12-01 03:34:05.649165+00
09d4cc4c-9e84-4c51-8ff0-ab36f219dee4	4	0	completed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": ["item 0", [1, null, []], [2, null, []]]}, {"id": 2, "lines": [null, null]}, {"id": 3, "lines": [0, {"id": 1, "é": "x", "a long key": {}}, [2, null, []]]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.790947+00	\N	2026-12-01 03:34:05.661979+00
c2c95d0b-c026-47e8-8fc6-2e389f6cc758	6	0	completed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [null, null]}, {"id": 1, "lines": []}, {"id": 2, "lines": [[0, null, []], {"id": 1, "é": "x", "a long key": {}}]}, {"id": 3, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 4, "lines": []}, {"id": 5, "lines": [0, 1]}, {"id": 6, "lines": []}, {"id": 7, "lines": [[0, null, []], "item 1", {"id": 2, "é": "x", "a long key": {}}]}, {"id": 8, "lines": [0, false]}, {"id": 9, "lines": ["\\"Zürich\\"\\n\\t\\\\0", true, "\\"Zürich\\"\\n\\t\\\\2"]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.809119+00	\N	2026-12-01 03:34:05.667031+00
5e194141-7142-40d5-b326-9b729350d9d8	12	0	started	\N	-1	\N	postgres	[0, {"id": 1, "é": "x", "a long key": {}}, 2, {"id": 3, "é": "x", "a long key": {}}, 4, {"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\7", {"id": 8, "é": "x", "a long key": {}}, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.858604+00	\N	\N
2137a547-45e7-4431-b0c1-471ef027f4e6	13	0	started	\N	0	\N	postgres	["\\"Zürich\\"\\n\\t\\\\0", 1, false]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.869381+00	\N	\N
a4a66ab3-43c8-45b0-aaec-0b016fc8c423	15	0	started	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, 1]}, {"id": 1, "lines": [{"id": 0, "é": "x", "a long key": {}}, false, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 2, "lines": []}, {"id": 3, "lines": [[0, null, []], {"id": 1, "é": "x", "a long key": {}}, false]}, {"id": 4, "lines": []}, {"id": 5, "lines": [{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1", true]}, {"id": 6, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, 2]}, {"id": 7, "lines": [0]}, {"id": 8, "lines": [true, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 9, "lines": []}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.890112+00	\N	\N
88d64c25-5290-4360-b66d-7679d67b590b	18	0	completed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, 1, {"id": 2, "é": "x", "a long key": {}}, "item 3"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.90632+00	\N	2026-12-01 03:34:05.291327+00
1dcd7456-a0c6-4fad-8acb-087aa765a000	19	0	completed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [false, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 1, "lines": [{"id": 0, "é": "x", "a long key": {}}, 1, "\\"Zürich\\"\\n\\t\\\\2"]}, {"id": 2, "lines": [{"id": 0, "é": "x", "a long key": {}}]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.910355+00	\N	2026-12-01 03:34:05.397345+00
5c6f162e-1fda-4752-af18-d68ae4cbdf33	19	0	completed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, 1]}, {"id": 1, "lines": []}, {"id": 2, "lines": [[0, null, []], {"id": 1, "é": "x", "a long key": {}}, null]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.909897+00	\N	2026-12-01 03:34:05.397345+00
6c4db854-ac1e-45d9-91eb-9e96f22b0186	16	0	failed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, "item 1"]}, {"id": 1, "lines": [0, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 2, "lines": [0, "item 1"]}, {"id": 3, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 4, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 5, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 6, "lines": []}, {"id": 7, "lines": []}, {"id": 8, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}, {"id": 9, "lines": [[0, null, []], {"id": 1, "é": "x", "a long key": {}}]}]}	\N	\N	\N	0	step "b": task 7: attempt 1 at 2cd59af6 fails (no retry: the step's retry_budget of 1 is spent)	b	2026-12-01 03:34:04.893965+00	\N	2026-12-01 03:34:05.487743+00
04e003c4-6a71-40f2-8416-631950fe1ad0	11	0	completed	\N	0	\N	postgres	[]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.85264+00	\N	2026-12-01 03:34:05.521692+00
81f1b85c-2ba0-457a-88ca-bae30d077883	17	0	failed	\N	0	\N	postgres	["item 0", [1, null, []], "item 2", [3, null, []], 4, {"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}, "item 7", {"id": 8, "é": "x", "a long key": {}}, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	step "c": task 0: attempt 1 at 5d4c6ecf fails	c	2026-12-01 03:34:04.903683+00	\N	2026-12-01 03:34:05.576071+00
1bdb4810-8f73-4aa3-8f61-457decd0bcda	10	0	failed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [[0, null, []], [1, null, []]]}, {"id": 2, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 3, "lines": []}, {"id": 4, "lines": []}, {"id": 5, "lines": []}, {"id": 6, "lines": []}, {"id": 7, "lines": [{"id": 0, "é": "x", "a long key": {}}, true, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 8, "lines": ["item 0", "item 1", 2]}, {"id": 9, "lines": [true, [1, null, []]]}]}	\N	\N	\N	0	step "c": task 9: attempt 3 at 5b30dc54 fails (attempt 3)	c	2026-12-01 03:34:04.845944+00	\N	2026-12-01 03:34:05.713486+00
005dd182-333c-47b9-b72f-db38e7a4607b	14	0	cancelled	\N	-3	\N	postgres	[]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.882951+00	\N	2026-12-01 03:34:05.771605+00
01a259d4-975d-4b27-bbd8-b7dab9663748	23	0	started	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, [1, null, []]]}, {"id": 1, "lines": []}, {"id": 2, "lines": [[0, null, []], "item 1"]}, {"id": 3, "lines": ["\\"Zürich\\"\\n\\t\\\\0", 1, 2]}, {"id": 4, "lines": ["item 0", {"id": 1, "é": "x", "a long key": {}}]}, {"id": 5, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, false]}, {"id": 6, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 7, "lines": [[0, null, []], 1]}, {"id": 8, "lines": [{"id": 0, "é": "x", "a long key": {}}, "item 1", [2, null, []]]}, {"id": 9, "lines": [{"id": 0, "é": "x", "a long key": {}}]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.944138+00	\N	\N
366e6f03-b695-44b5-b99e-694e1339adbb	26	0	started	\N	-1	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 1, "lines": []}, {"id": 2, "lines": []}, {"id": 3, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 4, "lines": [0, [1, null, []]]}, {"id": 5, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 6, "lines": [null]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.961601+00	\N	\N
9fb214fb-ef63-43ee-a712-a885325199b4	27	0	started	\N	0	\N	postgres	[[0, null, []], {"id": 1, "é": "x", "a long key": {}}, "item 2", "\\"Zürich\\"\\n\\t\\\\3", 4, true, "\\"Zürich\\"\\n\\t\\\\6", true, {"id": 8, "é": "x", "a long key": {}}, "item 9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.96752+00	\N	\N
e484e5f6-c068-4776-9a29-d052eec063f4	28	0	started	\N	0	\N	postgres	["\\"Zürich\\"\\n\\t\\\\0", false, {"id": 2, "é": "x", "a long key": {}}, 3, {"id": 4, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\5", "\\"Zürich\\"\\n\\t\\\\6", {"id": 7, "é": "x", "a long key": {}}, "item 8", "item 9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.970929+00	\N	\N
3d6699dd-1bec-44f4-8617-e9a6ccce58cc	28	0	started	\N	0	\N	postgres	["\\"Zürich\\"\\n\\t\\\\0", false, true, {"id": 3, "é": "x", "a long key": {}}, null, [5, null, []], [6, null, []], {"id": 7, "é": "x", "a long key": {}}, 8, "item 9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.971889+00	\N	\N
3712d20a-74d7-4b1a-a866-671e8b216744	29	0	started	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": ["\\"Zürich\\"\\n\\t\\\\0", "\\"Zürich\\"\\n\\t\\\\1", true]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.979396+00	\N	\N
985da235-9c8d-42cf-880a-01469184195b	29	0	started	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\2"]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.979874+00	\N	\N
3e545183-2b87-48b9-8f23-a1e128935066	25	0	completed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1", "item 2"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.958054+00	\N	2026-12-01 03:34:05.407581+00
8b40c1d1-cbf4-4dff-a0d3-62b6fbb8d9f8	25	0	completed	\N	0	\N	postgres	[[0, null, []], [1, null, []], "item 2"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.958501+00	\N	2026-12-01 03:34:05.42816+00
8a15c8f5-56db-477f-9f51-1b63d43ced21	24	0	failed	\N	0	\N	postgres	[[0, null, []], false, "item 2", [3, null, []], {"id": 4, "é": "x", "a long key": {}}, false, [6, null, []], "\\"Zürich\\"\\n\\t\\\\7", true, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	step "b": task 2: attempt 1 at 2119506a fails	b	2026-12-01 03:34:04.952927+00	\N	2026-12-01 03:34:05.488004+00
b7f08543-6ee5-4d4d-a217-cabd0ee0e483	21	0	completed	\N	0	\N	postgres	[true, {"id": 1, "é": "x", "a long key": {}}, false, {"id": 3, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\4", true, "\\"Zürich\\"\\n\\t\\\\6", {"id": 7, "é": "x", "a long key": {}}, {"id": 8, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.922117+00	\N	2026-12-01 03:34:05.514656+00
b66fe1ce-a9de-404b-b108-c4353300cecd	22	0	completed	\N	0	\N	postgres	["item 0", true, [2, null, []], "item 3", {"id": 4, "é": "x", "a long key": {}}, {"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.933455+00	\N	2026-12-01 03:34:05.558677+00
c816d0b8-bc3e-46ae-aca2-77f721235fcd	22	0	completed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, [2, null, []], "item 3", {"id": 4, "é": "x", "a long key": {}}, "item 5", true]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.934043+00	\N	2026-12-01 03:34:05.572765+00
1a6e7a85-af54-43a1-96b2-1cf755a703a8	20	0	completed	\N	0	\N	postgres	[true, {"id": 1, "é": "x", "a long key": {}}, 2, "\\"Zürich\\"\\n\\t\\\\3", [4, null, []], {"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}, {"id": 7, "é": "x", "a long key": {}}, {"id": 8, "é": "x", "a long key": {}}, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.918593+00	\N	2026-12-01 03:34:05.640797+00
031a81c1-18c7-43ad-b0f9-b26115c3c618	31	0	started	\N	-1	\N	postgres	["item 0", {"id": 1, "é": "x", "a long key": {}}, false, {"id": 3, "é": "x", "a long key": {}}, {"id": 4, "é": "x", "a long key": {}}, {"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}, {"id": 7, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.990075+00	\N	\N
0818aa71-b0a4-4f71-bbc7-fd37655017b8	32	0	started	\N	-3	\N	postgres	[0, "\\"Zürich\\"\\n\\t\\\\1", "\\"Zürich\\"\\n\\t\\\\2", {"id": 3, "é": "x", "a long key": {}}, "item 4", {"id": 5, "é": "x", "a long key": {}}, true, [7, null, []]]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.001617+00	\N	\N
7f100902-afce-4ecd-b3dd-9cdfe73e7b79	32	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, true, [2, null, []], true, "\\"Zürich\\"\\n\\t\\\\4", {"id": 5, "é": "x", "a long key": {}}, 6, {"id": 7, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.002353+00	\N	\N
f35f1c4c-aeca-4561-a069-da5b4e094bbd	34	0	started	\N	0	\N	postgres	[0, "item 1", "\\"Zürich\\"\\n\\t\\\\2", {"id": 3, "é": "x", "a long key": {}}, {"id": 4, "é": "x", "a long key": {}}, [5, null, []], "item 6", {"id": 7, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.00967+00	\N	\N
2a20e820-c2e5-46f8-9234-a117a0b5c94b	34	0	started	\N	0	\N	postgres	["item 0", 1, "item 2", "item 3", [4, null, []], [5, null, []], [6, null, []], {"id": 7, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.010095+00	\N	\N
a24a4af7-049e-4be8-818e-c8d113294c91	36	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1", {"id": 2, "é": "x", "a long key": {}}, {"id": 3, "é": "x", "a long key": {}}, "item 4", "item 5"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.02865+00	\N	\N
b6bbd04f-500b-4622-843f-fa4b25a41200	36	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, 2, {"id": 3, "é": "x", "a long key": {}}, false, {"id": 5, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.029501+00	\N	\N
3d9185ea-de9e-4ce7-bf1d-71641753d659	38	0	started	\N	-2	\N	postgres	[]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.040383+00	\N	\N
7c07f4ba-eee2-4d34-a1e0-2abc24412031	41	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, 1, {"id": 2, "é": "x", "a long key": {}}, null, 4, 5, [6, null, []], "\\"Zürich\\"\\n\\t\\\\7", {"id": 8, "é": "x", "a long key": {}}, 9]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.063983+00	\N	\N
0dbec9d8-262e-48f9-ba91-41987463545c	38	0	completed	\N	0	\N	postgres	[]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.039972+00	\N	2026-12-01 03:34:05.47192+00
bf99e4c7-e962-46ff-8b2d-e259bdb1a899	37	0	completed	\N	0	\N	postgres	["\\"Zürich\\"\\n\\t\\\\0", true, "\\"Zürich\\"\\n\\t\\\\2", "item 3", {"id": 4, "é": "x", "a long key": {}}, {"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}, true, {"id": 8, "é": "x", "a long key": {}}, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.037137+00	\N	2026-12-01 03:34:05.501904+00
b345023f-70eb-4d82-95d0-98b2c859e249	40	0	completed	\N	0	\N	postgres	[true, false, {"id": 2, "é": "x", "a long key": {}}, [3, null, []], "\\"Zürich\\"\\n\\t\\\\4", true, "item 6", false, 8, [9, null, []]]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.054666+00	\N	2026-12-01 03:34:05.66212+00
8a36ecae-fcbd-4bc9-8c2e-a175a474e5da	33	0	failed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, 1, "\\"Zürich\\"\\n\\t\\\\2", [3, null, []], "\\"Zürich\\"\\n\\t\\\\4", "\\"Zürich\\"\\n\\t\\\\5", null, [7, null, []], true, 9]	\N	\N	\N	0	step "c": attempt 1 at 15e7368d fails	c	2026-12-01 03:34:05.007048+00	\N	2026-12-01 03:34:05.718674+00
4fb7585c-7bd8-4e49-9c35-8462cd377a09	33	0	failed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, null, 2, "\\"Zürich\\"\\n\\t\\\\3", [4, null, []], [5, null, []], 6, [7, null, []], {"id": 8, "é": "x", "a long key": {}}, 9]	\N	\N	\N	0	step "a": attempt 1 at 7a4d6903 fails	a	2026-12-01 03:34:05.007506+00	\N	2026-12-01 03:34:05.762195+00
44421505-1874-4a4a-b683-75cd77d81ae2	39	0	cancelled	\N	0	\N	postgres	[0, [1, null, []], {"id": 2, "é": "x", "a long key": {}}, [3, null, []], false, 5, {"id": 6, "é": "x", "a long key": {}}, false, "item 8", "\\"Zürich\\"\\n\\t\\\\9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.048037+00	\N	2026-12-01 03:34:05.77209+00
fe123d4c-e696-4378-a19b-ae6a8fb585a5	42	0	started	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}, {"id": 2, "lines": [0, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 3, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}, {"id": 4, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 5, "lines": [null, [1, null, []], "\\"Zürich\\"\\n\\t\\\\2"]}, {"id": 6, "lines": [[0, null, []], {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 7, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}, {"id": 8, "lines": [[0, null, []], {"id": 1, "é": "x", "a long key": {}}, "item 2"]}, {"id": 9, "lines": [{"id": 0, "é": "x", "a long key": {}}, true]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.074783+00	\N	\N
134ef259-fd65-4932-8ded-1e29a027bd39	43	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, "item 1", {"id": 2, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.084984+00	\N	\N
52a83081-18bf-4433-83be-13bbfe02283b	43	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, null, true]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.085776+00	\N	\N
8e231bde-9321-43f6-a094-529e4c34a766	44	0	started	\N	-3	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, "item 2"]}, {"id": 2, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 3, "lines": [{"id": 0, "é": "x", "a long key": {}}, [1, null, []], [2, null, []]]}, {"id": 4, "lines": [{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1", [2, null, []]]}, {"id": 5, "lines": [[0, null, []], "item 1"]}, {"id": 6, "lines": []}, {"id": 7, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 8, "lines": [0, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 9, "lines": ["\\"Zürich\\"\\n\\t\\\\0", {"id": 1, "é": "x", "a long key": {}}]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.089728+00	\N	\N
c8ffa4c4-7355-4cfa-bc4a-81ee90ecad73	44	0	started	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": ["item 0", "\\"Zürich\\"\\n\\t\\\\1", 2]}, {"id": 1, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 2, "lines": []}, {"id": 3, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 4, "lines": [0]}, {"id": 5, "lines": [true, [1, null, []], 2]}, {"id": 6, "lines": []}, {"id": 7, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 8, "lines": [0, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 9, "lines": ["item 0", "item 1"]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.090225+00	\N	\N
9874d412-5cd8-4281-9345-64203b24734b	46	0	started	\N	0	\N	postgres	[0, [1, null, []], [2, null, []], {"id": 3, "é": "x", "a long key": {}}, 4, "\\"Zürich\\"\\n\\t\\\\5", "item 6", {"id": 7, "é": "x", "a long key": {}}, {"id": 8, "é": "x", "a long key": {}}, "item 9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.096372+00	\N	\N
5d3f61d2-efe0-4ed8-b07d-28c3b14d6538	48	0	started	\N	0	\N	postgres	[0, {"id": 1, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\2", {"id": 3, "é": "x", "a long key": {}}, false, null, null, 7, "\\"Zürich\\"\\n\\t\\\\8", {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.109289+00	\N	\N
3cfe990c-248e-4b22-ad73-a88a77cc599f	50	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1", 2]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.129512+00	\N	\N
db54e1cd-c81e-45b6-bf0d-8c86e41e883c	50	0	started	\N	1	\N	postgres	[[0, null, []], 1, {"id": 2, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.130356+00	\N	\N
9a7f814a-8dd2-4431-b412-534b2bbd338e	51	0	started	\N	-3	\N	postgres	[false, "item 1"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.137452+00	\N	\N
bbc881b5-a887-406a-82be-c109e940da7c	51	0	completed	\N	0	\N	postgres	[true, "\\"Zürich\\"\\n\\t\\\\1"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.138146+00	\N	2026-12-01 03:34:05.42816+00
4cdf2868-256a-4597-a977-dab7fad79881	45	0	failed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}, {"id": 3, "é": "x", "a long key": {}}, {"id": 4, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\5", {"id": 6, "é": "x", "a long key": {}}, 7, 8, true]	\N	\N	\N	0	step "a": task 5: attempt 3 at c098cb9f fails (attempt 3)	a	2026-12-01 03:34:05.092074+00	\N	2026-12-01 03:34:05.47771+00
5f7ffdc8-10f6-4e3d-84f5-d66ff5aca5bc	45	0	completed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\2", {"id": 3, "é": "x", "a long key": {}}, 4, 5, {"id": 6, "é": "x", "a long key": {}}, {"id": 7, "é": "x", "a long key": {}}, {"id": 8, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.092629+00	\N	2026-12-01 03:34:05.484924+00
4de30ec2-b641-4545-bbb8-09fd9c4f0858	49	0	cancelled	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, [2, null, []], {"id": 3, "é": "x", "a long key": {}}, "item 4", "item 5", "\\"Zürich\\"\\n\\t\\\\6", {"id": 7, "é": "x", "a long key": {}}, 8, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.118425+00	\N	2026-12-01 03:34:05.772317+00
1f805a30-29bd-4167-87db-1f718f5664bf	56	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1", {"id": 2, "é": "x", "a long key": {}}, {"id": 3, "é": "x", "a long key": {}}, [4, null, []], {"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}, 7, null, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.176749+00	\N	\N
4b34c2cd-e87b-4681-b2da-20bbc7f03864	56	0	started	\N	0	\N	postgres	[null, "item 1", null, {"id": 3, "é": "x", "a long key": {}}, [4, null, []], "item 5", {"id": 6, "é": "x", "a long key": {}}, 7, "item 8", {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.177555+00	\N	\N
a9aa12f8-7a10-4dd7-9fba-38678ac82b4a	57	0	started	\N	0	\N	postgres	["item 0", {"id": 1, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\2", [3, null, []], [4, null, []], [5, null, []], "item 6", {"id": 7, "é": "x", "a long key": {}}, 8, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.181444+00	\N	\N
0c5fc6de-414b-4328-b06a-cce70deab3cf	58	0	started	\N	0	\N	postgres	[0, "\\"Zürich\\"\\n\\t\\\\1", "\\"Zürich\\"\\n\\t\\\\2", [3, null, []], {"id": 4, "é": "x", "a long key": {}}, {"id": 5, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.187038+00	\N	\N
0605ba5b-33b9-4a63-b4a8-d736d07f0a46	59	0	started	\N	0	\N	postgres	["item 0", {"id": 1, "é": "x", "a long key": {}}, [2, null, []], 3, {"id": 4, "é": "x", "a long key": {}}, true, 6, {"id": 7, "é": "x", "a long key": {}}, null, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.194174+00	\N	\N
97fb378b-0514-4971-bb71-7a0d84c5420b	60	0	started	\N	-3	\N	postgres	[[0, null, []], false, {"id": 2, "é": "x", "a long key": {}}, {"id": 3, "é": "x", "a long key": {}}, 4, [5, null, []], "item 6", null, "item 8", {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.207421+00	\N	\N
6b5fc063-9b3a-4def-899c-f421d81fa159	60	0	started	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, "item 1", [2, null, []], {"id": 3, "é": "x", "a long key": {}}, {"id": 4, "é": "x", "a long key": {}}, {"id": 5, "é": "x", "a long key": {}}, [6, null, []], [7, null, []], "item 8", [9, null, []]]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.20831+00	\N	\N
32c2e0a3-2a17-4d86-ae15-deaa85b6afef	2	0	completed	\N	0	\N	postgres	["item 0", {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}, {"id": 3, "é": "x", "a long key": {}}, [4, null, []], "item 5", {"id": 6, "é": "x", "a long key": {}}, "item 7", "\\"Zürich\\"\\n\\t\\\\8", "item 9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.776989+00	\N	2026-12-01 03:34:05.270818+00
28414341-0e2b-49c5-aabc-92e74fc68722	2	0	completed	\N	0	\N	postgres	["item 0", "item 1", "\\"Zürich\\"\\n\\t\\\\2", true, 4, "item 5", {"id": 6, "é": "x", "a long key": {}}, "item 7", 8, "item 9"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.777324+00	\N	2026-12-01 03:34:05.271367+00
1696aa66-0eec-42ec-a0e3-0ef0c584cc43	41	0	completed	\N	3	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\3", false, [5, null, []], 6, true, "item 8", {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.063247+00	\N	2026-12-01 03:34:05.285094+00
d90d8f25-6341-432a-9bde-088406a6f6f1	47	0	failed	\N	0	\N	postgres	[[0, null, []], "item 1", false, {"id": 3, "é": "x", "a long key": {}}, [4, null, []], {"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}, {"id": 7, "é": "x", "a long key": {}}, "item 8", null]	\N	\N	\N	0	step "b": task 0: attempt 1 at 73008323 fails	b	2026-12-01 03:34:05.102756+00	\N	2026-12-01 03:34:05.296969+00
0a8bb4b9-1ec9-44b8-b069-a5c549fedb13	49	0	completed	\N	3	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, 2, true, {"id": 4, "é": "x", "a long key": {}}, [5, null, []], {"id": 6, "é": "x", "a long key": {}}, [7, null, []], "item 8", true]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.119148+00	\N	2026-12-01 03:34:05.301657+00
09e47caf-6aa0-4b63-b799-6cf548ea2383	55	0	completed	\N	3	\N	postgres	["\\"Zürich\\"\\n\\t\\\\0", 1, 2, "item 3", null, true, "item 6", {"id": 7, "é": "x", "a long key": {}}, {"id": 8, "é": "x", "a long key": {}}, 9]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.164582+00	\N	2026-12-01 03:34:05.309866+00
ea4cc1b3-8a73-4a13-981a-5f57c795b7dc	54	0	completed	\N	0	\N	postgres	["\\"Zürich\\"\\n\\t\\\\0", "item 1", {"id": 2, "é": "x", "a long key": {}}, {"id": 3, "é": "x", "a long key": {}}, true, {"id": 5, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\6", [7, null, []]]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.158139+00	\N	2026-12-01 03:34:05.667031+00
fb0f10cd-ab04-4212-a30c-2826cb6b51f2	52	0	completed	\N	0	\N	postgres	["\\"Zürich\\"\\n\\t\\\\0", [1, null, []], {"id": 2, "é": "x", "a long key": {}}, 3, "\\"Zürich\\"\\n\\t\\\\4", [5, null, []], [6, null, []], 7, {"id": 8, "é": "x", "a long key": {}}, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.143449+00	\N	2026-12-01 03:34:05.72251+00
281d1a35-10f9-4123-9a57-c71cb81cd997	54	0	completed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, "item 1", 2, {"id": 3, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\4", {"id": 5, "é": "x", "a long key": {}}, [6, null, []], 7]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.159043+00	\N	2026-12-01 03:34:05.726954+00
43c07de4-76eb-413b-8c18-26b8e9d3350b	59	0	cancelled	\N	0	\N	postgres	["\\"Zürich\\"\\n\\t\\\\0", null, {"id": 2, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\3", {"id": 4, "é": "x", "a long key": {}}, false, 6, true, {"id": 8, "é": "x", "a long key": {}}, true]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.194884+00	\N	2026-12-01 03:34:05.772497+00
ef1ec7de-69f2-4f0a-9b82-ad00602f88ba	15	0	completed	\N	3	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}, {"id": 1, "lines": []}, {"id": 2, "lines": ["item 0", false, true]}, {"id": 3, "lines": [0, {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 4, "lines": []}, {"id": 5, "lines": [[0, null, []], {"id": 1, "é": "x", "a long key": {}}]}, {"id": 6, "lines": ["item 0", {"id": 1, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\2"]}, {"id": 7, "lines": [true, null, "\\"Zürich\\"\\n\\t\\\\2"]}, {"id": 8, "lines": []}, {"id": 9, "lines": [null, "item 1", "item 2"]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.8906+00	\N	2026-12-01 03:34:05.358521+00
98e50bae-3dfa-40bc-afbc-c1a393007cba	27	0	completed	\N	3	\N	postgres	[[0, null, []], 1, "item 2", {"id": 3, "é": "x", "a long key": {}}, [4, null, []], [5, null, []], true, "item 7", false, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.966937+00	\N	2026-12-01 03:34:05.369617+00
3f7dffab-a8ad-43d6-9422-52c87e6ec981	35	0	failed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": ["\\"Zürich\\"\\n\\t\\\\0", {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 1, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\2"]}, {"id": 2, "lines": [0, {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 3, "lines": [null, 1]}, {"id": 4, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 5, "lines": []}, {"id": 6, "lines": ["\\"Zürich\\"\\n\\t\\\\0", [1, null, []], {"id": 2, "é": "x", "a long key": {}}]}, {"id": 7, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 8, "lines": [0]}, {"id": 9, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}]}	\N	\N	\N	0	step "a": task 9: attempt 1 at da97237e fails (no retry: the step's retry_budget of 10 is spent)	a	2026-12-01 03:34:05.016148+00	\N	2026-12-01 03:34:05.397378+00
ca49467a-649c-45cb-9180-0489830d04be	35	0	failed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, "item 1", true]}, {"id": 1, "lines": [{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1"]}, {"id": 2, "lines": []}, {"id": 3, "lines": ["\\"Zürich\\"\\n\\t\\\\0", {"id": 1, "é": "x", "a long key": {}}]}, {"id": 4, "lines": []}, {"id": 5, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 6, "lines": [{"id": 0, "é": "x", "a long key": {}}, true, "item 2"]}, {"id": 7, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}, {"id": 8, "lines": []}, {"id": 9, "lines": []}]}	\N	\N	\N	0	step "a": task 8: attempt 2 at 377a7642 fails (no retry: the step's retry_budget of 10 is spent) (attempt 2)	a	2026-12-01 03:34:05.016838+00	\N	2026-12-01 03:34:05.397838+00
3288c6e5-17a8-4656-9792-cb8fb51acb55	21	0	failed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1", {"id": 2, "é": "x", "a long key": {}}, [3, null, []], {"id": 4, "é": "x", "a long key": {}}, "item 5", {"id": 6, "é": "x", "a long key": {}}, {"id": 7, "é": "x", "a long key": {}}, {"id": 8, "é": "x", "a long key": {}}, {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	step "a": attempt 4 at 62902b79 fails (SQLSTATE P0001) (attempt 4)	a	2026-12-01 03:34:04.922546+00	\N	2026-12-01 03:34:05.464201+00
a2a998c7-28bb-44b3-b2e4-53458937e2b4	11	0	completed	\N	0	\N	postgres	[]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.853068+00	\N	2026-12-01 03:34:05.492345+00
be9a0059-ffd6-4b94-808d-8548c2ed90b9	9	0	completed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": ["\\"Zürich\\"\\n\\t\\\\0", "item 1", "\\"Zürich\\"\\n\\t\\\\2"]}, {"id": 1, "lines": []}, {"id": 2, "lines": []}, {"id": 3, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}]}, {"id": 4, "lines": [0, "\\"Zürich\\"\\n\\t\\\\1", {"id": 2, "é": "x", "a long key": {}}]}, {"id": 5, "lines": ["\\"Zürich\\"\\n\\t\\\\0", "item 1"]}, {"id": 6, "lines": ["\\"Zürich\\"\\n\\t\\\\0", [1, null, []]]}, {"id": 7, "lines": [0, {"id": 1, "é": "x", "a long key": {}}]}, {"id": 8, "lines": [0, true]}, {"id": 9, "lines": [0, "\\"Zürich\\"\\n\\t\\\\1"]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.834388+00	\N	2026-12-01 03:34:05.553354+00
cc4193f7-eaa1-460c-8551-6884bd33eb85	10	0	failed	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [[0, null, []]]}, {"id": 1, "lines": ["item 0", {"id": 1, "é": "x", "a long key": {}}]}, {"id": 2, "lines": [{"id": 0, "é": "x", "a long key": {}}]}, {"id": 3, "lines": ["item 0", 1]}, {"id": 4, "lines": []}, {"id": 5, "lines": [null, {"id": 1, "é": "x", "a long key": {}}, [2, null, []]]}, {"id": 6, "lines": ["item 0", {"id": 1, "é": "x", "a long key": {}}]}, {"id": 7, "lines": [0, "item 1", {"id": 2, "é": "x", "a long key": {}}]}, {"id": 8, "lines": ["item 0", "item 1", 2]}, {"id": 9, "lines": [{"id": 0, "é": "x", "a long key": {}}]}]}	\N	\N	\N	0	step "a": 2 of 10 items failed; tolerated_failure_percentage is 19	a	2026-12-01 03:34:04.844504+00	\N	2026-12-01 03:34:05.567282+00
5cc426a2-775c-4415-bb78-05bc1561d761	53	0	completed	\N	0	\N	postgres	[{"id": 0, "é": "x", "a long key": {}}, 1, {"id": 2, "é": "x", "a long key": {}}, {"id": 3, "é": "x", "a long key": {}}, [4, null, []], 5, {"id": 6, "é": "x", "a long key": {}}, {"id": 7, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\8", {"id": 9, "é": "x", "a long key": {}}]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:05.148688+00	\N	2026-12-01 03:34:05.576031+00
583f6291-1d9f-4c42-a26e-c8f5d9636899	30	0	cancelled	\N	0	\N	postgres	{"note": "ü", "orders": [{"id": 0, "lines": [0, {"id": 1, "é": "x", "a long key": {}}, 2]}, {"id": 1, "lines": ["item 0"]}, {"id": 2, "lines": [[0, null, []], "\\"Zürich\\"\\n\\t\\\\1", [2, null, []]]}, {"id": 3, "lines": []}, {"id": 4, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, "item 2"]}, {"id": 5, "lines": ["\\"Zürich\\"\\n\\t\\\\0", {"id": 1, "é": "x", "a long key": {}}, true]}, {"id": 6, "lines": [[0, null, []]]}, {"id": 7, "lines": []}, {"id": 8, "lines": []}, {"id": 9, "lines": ["\\"Zürich\\"\\n\\t\\\\0", {"id": 1, "é": "x", "a long key": {}}]}]}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.987246+00	\N	2026-12-01 03:34:05.77186+00
\.

COPY fanout.step_states (state_id, run_id, step_id, status, remaining_deps, open_stripes, stripe_width, total_tasks, total_items, failed_items, is_open, output, error, started_at, completed_at) FROM stdin;
1	d9649f07-efac-4304-91a8-ec2e4dbee9db	1	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:04.773679+00	\N
4	7a9718cb-8290-417a-beb9-f12c834ba743	3	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:04.783369+00	\N
5	7a9718cb-8290-417a-beb9-f12c834ba743	4	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
6	7a9718cb-8290-417a-beb9-f12c834ba743	5	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
7	7a9718cb-8290-417a-beb9-f12c834ba743	6	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
8	9b950fd2-b219-4225-9993-bcc7d7d70aba	3	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:04.783758+00	\N
9	9b950fd2-b219-4225-9993-bcc7d7d70aba	4	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
10	9b950fd2-b219-4225-9993-bcc7d7d70aba	5	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
11	9b950fd2-b219-4225-9993-bcc7d7d70aba	6	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
26	02de38b5-3f8e-4b41-b2ff-35da635473aa	16	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "fa38d2a4"}, {"n": 1, "from": "fa38d2a4"}, {"n": 2, "from": "fa38d2a4"}]	\N	2026-12-01 03:34:05.446842+00	2026-12-01 03:34:05.559252+00
22	02de38b5-3f8e-4b41-b2ff-35da635473aa	12	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "8984ef67"}, {"n": 1, "from": "8984ef67"}, {"n": 2, "from": "8984ef67"}]	\N	2026-12-01 03:34:04.800732+00	2026-12-01 03:34:05.296511+00
31	7e533ee0-8aed-4121-bcf2-715f3e3156bf	15	completed	0	0	3	3	3	0	f	[[{"n": 0, "from": "7c960ae5"}, {"n": 1, "from": "7c960ae5"}], [{"n": 0, "from": "7a41bddd"}, {"n": 1, "from": "7a41bddd"}], [{"n": 0, "from": "0758ccb0"}, {"n": 1, "from": "0758ccb0"}]]	\N	2026-12-01 03:34:05.252677+00	2026-12-01 03:34:05.263543+00
43	732d8df7-f0b4-4c9e-bff8-1786e06ad0d8	27	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.826228+00	2026-12-01 03:34:04.826228+00
50	ab4afab7-48ec-431b-9aad-f855687ee18f	27	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.828107+00	2026-12-01 03:34:04.828107+00
44	732d8df7-f0b4-4c9e-bff8-1786e06ad0d8	28	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.827077+00	2026-12-01 03:34:04.827077+00
38	c2c95d0b-c026-47e8-8fc6-2e389f6cc758	22	completed	0	0	1	1	1	0	f	{"of": "5b99c8fe", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "5b99c8fe1"}]}]}	\N	2026-12-01 03:34:05.622021+00	2026-12-01 03:34:05.666789+00
45	732d8df7-f0b4-4c9e-bff8-1786e06ad0d8	29	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.827231+00	2026-12-01 03:34:04.827231+00
51	ab4afab7-48ec-431b-9aad-f855687ee18f	28	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.828282+00	2026-12-01 03:34:04.828282+00
46	732d8df7-f0b4-4c9e-bff8-1786e06ad0d8	30	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.82729+00	2026-12-01 03:34:04.82729+00
15	09d4cc4c-9e84-4c51-8ff0-ab36f219dee4	10	completed	0	0	\N	0	0	0	f	{"total": 0, "failed": 0, "succeeded": 0}	\N	2026-12-01 03:34:05.418842+00	2026-12-01 03:34:05.418842+00
47	732d8df7-f0b4-4c9e-bff8-1786e06ad0d8	31	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.827377+00	2026-12-01 03:34:04.827377+00
52	ab4afab7-48ec-431b-9aad-f855687ee18f	29	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.828378+00	2026-12-01 03:34:04.828378+00
48	732d8df7-f0b4-4c9e-bff8-1786e06ad0d8	32	completed	0	0	\N	0	0	0	f	{"total": 0, "failed": 0, "succeeded": 0}	\N	2026-12-01 03:34:04.827453+00	2026-12-01 03:34:04.827453+00
49	732d8df7-f0b4-4c9e-bff8-1786e06ad0d8	33	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:04.827472+00	\N
28	7e533ee0-8aed-4121-bcf2-715f3e3156bf	12	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "ef8c94f9"}, {"n": 1, "from": "ef8c94f9"}, {"n": 2, "from": "ef8c94f9"}]	\N	2026-12-01 03:34:04.801296+00	2026-12-01 03:34:05.252469+00
53	ab4afab7-48ec-431b-9aad-f855687ee18f	30	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.828427+00	2026-12-01 03:34:04.828427+00
29	7e533ee0-8aed-4121-bcf2-715f3e3156bf	13	completed	0	0	1	1	1	0	f	{"by": "b", "of": "ef8c94f9"}	\N	2026-12-01 03:34:04.801296+00	2026-12-01 03:34:05.252469+00
54	ab4afab7-48ec-431b-9aad-f855687ee18f	31	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.828506+00	2026-12-01 03:34:04.828506+00
18	0a291c69-6572-48ff-bf90-4bd7a6ef370f	8	completed	0	0	1	1	1	0	f	{"by": "b", "of": "e4a34b6f"}	\N	2026-12-01 03:34:04.791501+00	2026-12-01 03:34:05.355579+00
55	ab4afab7-48ec-431b-9aad-f855687ee18f	32	completed	0	0	\N	0	0	0	f	{"total": 0, "failed": 0, "succeeded": 0}	\N	2026-12-01 03:34:04.82858+00	2026-12-01 03:34:04.82858+00
56	ab4afab7-48ec-431b-9aad-f855687ee18f	33	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:04.828597+00	\N
61	cc4193f7-eaa1-460c-8551-6884bd33eb85	38	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
62	cc4193f7-eaa1-460c-8551-6884bd33eb85	39	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
63	cc4193f7-eaa1-460c-8551-6884bd33eb85	40	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
64	cc4193f7-eaa1-460c-8551-6884bd33eb85	41	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
65	cc4193f7-eaa1-460c-8551-6884bd33eb85	42	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
35	c2c95d0b-c026-47e8-8fc6-2e389f6cc758	19	completed	0	0	10	10	10	0	f	[[], [], [], [], [], [], [], [], [], []]	\N	2026-12-01 03:34:05.402122+00	2026-12-01 03:34:05.621991+00
2	32c2e0a3-2a17-4d86-ae15-deaa85b6afef	2	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "be22de8e"}]	\N	2026-12-01 03:34:04.777017+00	2026-12-01 03:34:05.270796+00
30	7e533ee0-8aed-4121-bcf2-715f3e3156bf	14	completed	0	0	3	3	3	0	f	[[], [], []]	\N	2026-12-01 03:34:05.252546+00	2026-12-01 03:34:05.284752+00
60	cc4193f7-eaa1-460c-8551-6884bd33eb85	37	failed	0	1	10	10	10	2	f	\N	2 of 10 items failed; tolerated_failure_percentage is 19	2026-12-01 03:34:04.845384+00	2026-12-01 03:34:05.566944+00
32	7e533ee0-8aed-4121-bcf2-715f3e3156bf	16	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "e40bb268"}, {"n": 1, "from": "e40bb268"}, {"n": 2, "from": "e40bb268"}]	\N	2026-12-01 03:34:05.284834+00	2026-12-01 03:34:05.287052+00
34	c2c95d0b-c026-47e8-8fc6-2e389f6cc758	18	completed	0	0	1	1	1	0	f	{"by": "a", "of": "1b9ff23f"}	\N	2026-12-01 03:34:04.809149+00	2026-12-01 03:34:05.289714+00
20	0a291c69-6572-48ff-bf90-4bd7a6ef370f	10	completed	0	0	\N	0	0	0	f	{"total": 0, "failed": 0, "succeeded": 0}	\N	2026-12-01 03:34:05.436303+00	2026-12-01 03:34:05.436303+00
13	09d4cc4c-9e84-4c51-8ff0-ab36f219dee4	8	completed	0	0	1	1	1	0	f	{"by": "b", "of": "dc7d50ef"}	\N	2026-12-01 03:34:04.790975+00	2026-12-01 03:34:05.377282+00
27	02de38b5-3f8e-4b41-b2ff-35da635473aa	17	started	0	0	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.31124+00	\N
57	be9a0059-ffd6-4b94-808d-8548c2ed90b9	34	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "48d8f04d"}, {"n": 1, "from": "48d8f04d"}]	\N	2026-12-01 03:34:04.834418+00	2026-12-01 03:34:05.477215+00
24	02de38b5-3f8e-4b41-b2ff-35da635473aa	14	completed	0	0	3	3	3	0	f	[[], [], []]	\N	2026-12-01 03:34:05.296712+00	2026-12-01 03:34:05.446654+00
36	c2c95d0b-c026-47e8-8fc6-2e389f6cc758	20	completed	0	0	1	1	1	0	f	{"of": "1b9ff23f", "orders": []}	\N	2026-12-01 03:34:04.809149+00	2026-12-01 03:34:05.367189+00
23	02de38b5-3f8e-4b41-b2ff-35da635473aa	13	completed	0	0	1	1	1	0	f	{"by": "b", "of": "8984ef67"}	\N	2026-12-01 03:34:04.800732+00	2026-12-01 03:34:05.396995+00
37	c2c95d0b-c026-47e8-8fc6-2e389f6cc758	21	completed	0	0	1	1	1	0	f	[{"by": "d", "of": "ffe2de63"}]	\N	2026-12-01 03:34:05.458409+00	2026-12-01 03:34:05.514394+00
66	cc4193f7-eaa1-460c-8551-6884bd33eb85	43	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
70	1bdb4810-8f73-4aa3-8f61-457decd0bcda	40	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
72	1bdb4810-8f73-4aa3-8f61-457decd0bcda	42	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
73	1bdb4810-8f73-4aa3-8f61-457decd0bcda	43	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
113	81f1b85c-2ba0-457a-88ca-bae30d077883	75	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
87	2137a547-45e7-4431-b0c1-471ef027f4e6	53	created	2	0	\N	\N	\N	0	f	\N	\N	\N	\N
88	2137a547-45e7-4431-b0c1-471ef027f4e6	54	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
89	2137a547-45e7-4431-b0c1-471ef027f4e6	55	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
90	2137a547-45e7-4431-b0c1-471ef027f4e6	56	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
91	2137a547-45e7-4431-b0c1-471ef027f4e6	57	created	3	0	\N	\N	\N	0	f	\N	\N	\N	\N
85	2137a547-45e7-4431-b0c1-471ef027f4e6	51	started	0	1	3	3	3	0	f	\N	\N	2026-12-01 03:34:04.869707+00	\N
103	ef1ec7de-69f2-4f0a-9b82-ad00602f88ba	65	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:04.890629+00	2026-12-01 03:34:05.236156+00
86	2137a547-45e7-4431-b0c1-471ef027f4e6	52	started	0	1	3	3	3	0	f	\N	\N	2026-12-01 03:34:04.870469+00	\N
93	005dd182-333c-47b9-b72f-db38e7a4607b	59	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
95	005dd182-333c-47b9-b72f-db38e7a4607b	61	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
98	005dd182-333c-47b9-b72f-db38e7a4607b	64	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
92	005dd182-333c-47b9-b72f-db38e7a4607b	58	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:04.883222+00	\N
94	005dd182-333c-47b9-b72f-db38e7a4607b	60	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.883334+00	2026-12-01 03:34:04.883334+00
107	6c4db854-ac1e-45d9-91eb-9e96f22b0186	69	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:04.893991+00	2026-12-01 03:34:05.236156+00
96	005dd182-333c-47b9-b72f-db38e7a4607b	62	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.883427+00	2026-12-01 03:34:04.883427+00
134	b66fe1ce-a9de-404b-b108-c4353300cecd	87	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "1c4162d4"}, {"n": 1, "from": "1c4162d4"}, {"n": 2, "from": "1c4162d4"}]	\N	2026-12-01 03:34:04.933489+00	2026-12-01 03:34:05.236156+00
97	005dd182-333c-47b9-b72f-db38e7a4607b	63	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:04.88349+00	2026-12-01 03:34:04.88349+00
114	81f1b85c-2ba0-457a-88ca-bae30d077883	76	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
78	a2a998c7-28bb-44b3-b2e4-53458937e2b4	44	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:04.853092+00	2026-12-01 03:34:05.377282+00
133	3288c6e5-17a8-4656-9792-cb8fb51acb55	86	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
109	81f1b85c-2ba0-457a-88ca-bae30d077883	71	completed	0	0	1	1	1	0	f	{"by": "a", "of": "dcdc4189"}	\N	2026-12-01 03:34:04.903715+00	2026-12-01 03:34:05.377282+00
101	a4a66ab3-43c8-45b0-aaec-0b016fc8c423	67	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "fcd7f744"}]	\N	2026-12-01 03:34:05.386517+00	2026-12-01 03:34:05.74625+00
115	88d64c25-5290-4360-b66d-7679d67b590b	77	completed	0	0	1	1	4	0	f	[{"by": "a", "of": "1094b2d6"}, {"by": "a", "of": "b0671f26"}, {"by": "a", "of": "cb616ea6"}, {"by": "a", "of": "7a8d7b4f"}]	\N	2026-12-01 03:34:04.906495+00	2026-12-01 03:34:05.291272+00
104	ef1ec7de-69f2-4f0a-9b82-ad00602f88ba	66	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.236387+00	2026-12-01 03:34:05.236387+00
116	5c6f162e-1fda-4752-af18-d68ae4cbdf33	78	completed	0	0	1	1	1	0	f	{"of": "4a949bd4", "orders": [{"id": 0, "lines": []}]}	\N	2026-12-01 03:34:04.909927+00	2026-12-01 03:34:05.377282+00
118	1dcd7456-a0c6-4fad-8acb-087aa765a000	78	completed	0	0	1	1	1	0	f	{"of": "7dd5a2a1", "orders": [{"id": 0, "lines": []}]}	\N	2026-12-01 03:34:04.910381+00	2026-12-01 03:34:05.377282+00
125	1a6e7a85-af54-43a1-96b2-1cf755a703a8	80	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:04.918655+00	2026-12-01 03:34:05.377282+00
99	a4a66ab3-43c8-45b0-aaec-0b016fc8c423	65	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:04.890145+00	2026-12-01 03:34:05.385829+00
120	8075f067-c68f-40da-ac94-a450e5c7add8	80	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:04.918148+00	2026-12-01 03:34:05.385829+00
74	04e003c4-6a71-40f2-8416-631950fe1ad0	44	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:04.852668+00	2026-12-01 03:34:05.396995+00
131	b7f08543-6ee5-4d4d-a217-cabd0ee0e483	86	completed	0	0	3	3	3	0	f	[{"of": "7efa7673", "orders": [{"id": 0, "lines": []}]}, {"of": "e833c915", "orders": [{"id": 0, "lines": []}]}, {"of": "e061ef29", "orders": [{"id": 0, "lines": []}]}]	\N	2026-12-01 03:34:05.463793+00	2026-12-01 03:34:05.514443+00
100	a4a66ab3-43c8-45b0-aaec-0b016fc8c423	66	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.386213+00	2026-12-01 03:34:05.386213+00
76	04e003c4-6a71-40f2-8416-631950fe1ad0	46	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "926293e5"}]	\N	2026-12-01 03:34:05.39714+00	2026-12-01 03:34:05.463138+00
128	1a6e7a85-af54-43a1-96b2-1cf755a703a8	83	completed	0	0	1	1	3	0	f	[{"by": "d", "of": "4283073d"}, {"by": "d", "of": "4123eb1c"}, {"by": "d", "of": "1afc8bfd"}]	\N	2026-12-01 03:34:05.496964+00	2026-12-01 03:34:05.640726+00
75	04e003c4-6a71-40f2-8416-631950fe1ad0	45	completed	0	0	1	1	1	0	f	{"of": "926293e5", "orders": [{"id": 0, "lines": []}]}	\N	2026-12-01 03:34:05.39714+00	2026-12-01 03:34:05.469005+00
108	6c4db854-ac1e-45d9-91eb-9e96f22b0186	70	failed	0	1	10	10	10	1	f	\N	task 7: attempt 1 at 2cd59af6 fails (no retry: the step's retry_budget of 1 is spent)	2026-12-01 03:34:05.410041+00	2026-12-01 03:34:05.487679+00
123	8075f067-c68f-40da-ac94-a450e5c7add8	83	completed	0	0	1	1	3	0	f	[{"by": "d", "of": "8ea0f5a5"}, {"by": "d", "of": "ad8a2f99"}, {"by": "d", "of": "1c5d39dd"}]	\N	2026-12-01 03:34:05.492912+00	2026-12-01 03:34:05.575815+00
121	8075f067-c68f-40da-ac94-a450e5c7add8	81	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "35000694"}, {"n": 1, "from": "35000694"}, {"n": 2, "from": "35000694"}]	\N	2026-12-01 03:34:05.386002+00	2026-12-01 03:34:05.446637+00
122	8075f067-c68f-40da-ac94-a450e5c7add8	82	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.446799+00	2026-12-01 03:34:05.446799+00
82	5e194141-7142-40d5-b326-9b729350d9d8	48	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "d37fdccf"}, {"n": 1, "from": "d37fdccf"}, {"n": 2, "from": "d37fdccf"}]	\N	2026-12-01 03:34:04.858631+00	2026-12-01 03:34:05.652562+00
68	1bdb4810-8f73-4aa3-8f61-457decd0bcda	38	started	0	1	9	9	9	0	f	\N	\N	2026-12-01 03:34:05.597025+00	\N
102	a4a66ab3-43c8-45b0-aaec-0b016fc8c423	68	created	0	0	\N	\N	\N	0	f	\N	\N	\N	\N
130	b7f08543-6ee5-4d4d-a217-cabd0ee0e483	85	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "1a8b8c3b"}, {"n": 1, "from": "1a8b8c3b"}, {"n": 2, "from": "1a8b8c3b"}]	\N	2026-12-01 03:34:04.922144+00	2026-12-01 03:34:05.463743+00
163	8b40c1d1-cbf4-4dff-a0d3-62b6fbb8d9f8	106	completed	0	0	1	1	1	0	f	{"of": "36a2ec55", "orders": [{"id": 0, "lines": []}]}	\N	2026-12-01 03:34:04.958528+00	2026-12-01 03:34:05.367189+00
79	a2a998c7-28bb-44b3-b2e4-53458937e2b4	45	completed	0	0	1	1	1	0	f	{"of": "926293e5", "orders": [{"id": 0, "lines": []}]}	\N	2026-12-01 03:34:05.377503+00	2026-12-01 03:34:05.418673+00
158	8a15c8f5-56db-477f-9f51-1b63d43ced21	104	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:04.953598+00	\N
154	8a15c8f5-56db-477f-9f51-1b63d43ced21	100	completed	0	0	1	1	1	0	f	{"by": "a", "of": "6d28a6a3"}	\N	2026-12-01 03:34:04.953194+00	2026-12-01 03:34:05.355579+00
205	7f100902-afce-4ecd-b3dd-9cdfe73e7b79	130	completed	0	0	1	1	1	0	f	{"by": "d", "of": "e93cfddd"}	\N	2026-12-01 03:34:05.495446+00	2026-12-01 03:34:05.527084+00
210	8a36ecae-fcbd-4bc9-8c2e-a175a474e5da	135	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:05.007075+00	2026-12-01 03:34:05.307999+00
178	3712d20a-74d7-4b1a-a866-671e8b216744	116	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:04.979422+00	2026-12-01 03:34:05.406938+00
182	3712d20a-74d7-4b1a-a866-671e8b216744	120	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
187	985da235-9c8d-42cf-880a-01469184195b	120	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
164	8b40c1d1-cbf4-4dff-a0d3-62b6fbb8d9f8	107	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "f9255558"}, {"n": 1, "from": "f9255558"}]	\N	2026-12-01 03:34:05.367249+00	2026-12-01 03:34:05.427833+00
190	583f6291-1d9f-4c42-a26e-c8f5d9636899	123	started	0	1	16	16	16	0	f	\N	\N	2026-12-01 03:34:04.987546+00	\N
209	8a36ecae-fcbd-4bc9-8c2e-a175a474e5da	134	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "0553fdb7"}, {"n": 1, "from": "0553fdb7"}, {"n": 2, "from": "0553fdb7"}]	\N	2026-12-01 03:34:05.007075+00	2026-12-01 03:34:05.693308+00
157	8a15c8f5-56db-477f-9f51-1b63d43ced21	103	completed	0	0	1	1	1	0	f	{"by": "d", "of": "46917910"}	\N	2026-12-01 03:34:05.407156+00	2026-12-01 03:34:05.418673+00
153	01a259d4-975d-4b27-bbd8-b7dab9663748	99	started	0	0	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.649615+00	\N
194	031a81c1-18c7-43ad-b0f9-b26115c3c618	126	started	0	1	8	8	8	0	f	\N	\N	2026-12-01 03:34:04.990301+00	\N
196	0818aa71-b0a4-4f71-bbc7-fd37655017b8	128	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
197	0818aa71-b0a4-4f71-bbc7-fd37655017b8	129	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
198	0818aa71-b0a4-4f71-bbc7-fd37655017b8	130	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
199	0818aa71-b0a4-4f71-bbc7-fd37655017b8	131	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
195	0818aa71-b0a4-4f71-bbc7-fd37655017b8	127	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.001894+00	\N
200	0818aa71-b0a4-4f71-bbc7-fd37655017b8	132	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.001894+00	\N
201	0818aa71-b0a4-4f71-bbc7-fd37655017b8	133	started	0	1	2	2	8	0	f	\N	\N	2026-12-01 03:34:05.002001+00	\N
188	583f6291-1d9f-4c42-a26e-c8f5d9636899	121	completed	0	0	1	1	1	0	f	{"by": "a", "of": "279c0290"}	\N	2026-12-01 03:34:04.98747+00	2026-12-01 03:34:05.396995+00
155	8a15c8f5-56db-477f-9f51-1b63d43ced21	101	failed	0	1	10	10	10	1	f	\N	task 2: attempt 1 at 2119506a fails	2026-12-01 03:34:05.402602+00	2026-12-01 03:34:05.487698+00
208	7f100902-afce-4ecd-b3dd-9cdfe73e7b79	133	started	0	1	2	2	8	0	f	\N	\N	2026-12-01 03:34:05.002783+00	\N
148	01a259d4-975d-4b27-bbd8-b7dab9663748	94	completed	0	0	1	1	1	0	f	{"of": "e79c4d14", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "e79c4d141"}]}]}	\N	2026-12-01 03:34:04.94417+00	2026-12-01 03:34:05.385829+00
192	583f6291-1d9f-4c42-a26e-c8f5d9636899	125	completed	0	0	1	1	1	0	f	{"of": "279c0290", "orders": []}	\N	2026-12-01 03:34:04.987769+00	2026-12-01 03:34:05.317205+00
175	e484e5f6-c068-4776-9a29-d052eec063f4	115	started	0	1	3	3	10	0	f	\N	\N	2026-12-01 03:34:05.288106+00	\N
138	b66fe1ce-a9de-404b-b108-c4353300cecd	91	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "b65c73b0"}, {"n": 1, "from": "b65c73b0"}]	\N	2026-12-01 03:34:05.501805+00	2026-12-01 03:34:05.540995+00
168	98e50bae-3dfa-40bc-afbc-c1a393007cba	111	completed	0	0	10	10	10	0	f	{"total": 10, "failed": 0, "succeeded": 10}	\N	2026-12-01 03:34:04.967167+00	2026-12-01 03:34:05.317221+00
80	a2a998c7-28bb-44b3-b2e4-53458937e2b4	46	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "926293e5"}]	\N	2026-12-01 03:34:05.377503+00	2026-12-01 03:34:05.441559+00
139	b66fe1ce-a9de-404b-b108-c4353300cecd	92	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:05.501805+00	2026-12-01 03:34:05.540995+00
160	3e545183-2b87-48b9-8f23-a1e128935066	106	completed	0	0	1	1	1	0	f	{"of": "15929cf3", "orders": [{"id": 0, "lines": []}]}	\N	2026-12-01 03:34:04.958085+00	2026-12-01 03:34:05.377282+00
183	985da235-9c8d-42cf-880a-01469184195b	116	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:04.979899+00	2026-12-01 03:34:05.385829+00
181	3712d20a-74d7-4b1a-a866-671e8b216744	119	completed	0	0	1	1	1	0	f	[{"by": "d", "of": "d518b04a"}]	\N	2026-12-01 03:34:05.40744+00	2026-12-01 03:34:05.501742+00
159	8a15c8f5-56db-477f-9f51-1b63d43ced21	105	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
143	c816d0b8-bc3e-46ae-aca2-77f721235fcd	89	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "7a2e9d17"}, {"n": 1, "from": "7a2e9d17"}, {"n": 2, "from": "7a2e9d17"}]	\N	2026-12-01 03:34:04.934072+00	2026-12-01 03:34:05.406938+00
179	3712d20a-74d7-4b1a-a866-671e8b216744	117	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.407156+00	\N
180	3712d20a-74d7-4b1a-a866-671e8b216744	118	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
165	8b40c1d1-cbf4-4dff-a0d3-62b6fbb8d9f8	108	completed	0	0	1	1	1	0	f	{"by": "c", "of": "f9255558"}	\N	2026-12-01 03:34:05.367249+00	2026-12-01 03:34:05.427833+00
142	c816d0b8-bc3e-46ae-aca2-77f721235fcd	88	completed	0	0	3	3	3	0	f	[[], [], []]	\N	2026-12-01 03:34:05.264079+00	2026-12-01 03:34:05.514459+00
146	c816d0b8-bc3e-46ae-aca2-77f721235fcd	92	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:05.514553+00	2026-12-01 03:34:05.566898+00
147	c816d0b8-bc3e-46ae-aca2-77f721235fcd	93	completed	0	0	1	1	1	0	f	{"of": "0bbe8783", "orders": [{"id": 0, "lines": []}]}	\N	2026-12-01 03:34:05.553207+00	2026-12-01 03:34:05.572738+00
212	4fb7585c-7bd8-4e49-9c35-8462cd377a09	134	failed	0	0	1	1	1	1	f	\N	attempt 1 at 7a4d6903 fails	2026-12-01 03:34:05.007531+00	2026-12-01 03:34:05.761977+00
145	c816d0b8-bc3e-46ae-aca2-77f721235fcd	91	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "87c9e58e"}, {"n": 1, "from": "87c9e58e"}]	\N	2026-12-01 03:34:05.514553+00	2026-12-01 03:34:05.553007+00
211	8a36ecae-fcbd-4bc9-8c2e-a175a474e5da	136	failed	0	0	1	1	1	1	f	\N	attempt 1 at 15e7368d fails	2026-12-01 03:34:05.693377+00	2026-12-01 03:34:05.718654+00
167	366e6f03-b695-44b5-b99e-694e1339adbb	110	started	0	1	7	7	7	0	f	\N	\N	2026-12-01 03:34:05.753934+00	\N
171	9fb214fb-ef63-43ee-a712-a885325199b4	111	completed	0	0	10	10	10	0	f	{"total": 10, "failed": 0, "succeeded": 10}	\N	2026-12-01 03:34:04.967717+00	2026-12-01 03:34:05.469021+00
214	4fb7585c-7bd8-4e49-9c35-8462cd377a09	136	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
215	f35f1c4c-aeca-4561-a069-da5b4e094bbd	137	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.009692+00	\N
216	2a20e820-c2e5-46f8-9234-a117a0b5c94b	137	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.010117+00	\N
218	3f7dffab-a8ad-43d6-9422-52c87e6ec981	139	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
219	3f7dffab-a8ad-43d6-9422-52c87e6ec981	140	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
220	3f7dffab-a8ad-43d6-9422-52c87e6ec981	141	created	2	0	\N	\N	\N	0	f	\N	\N	\N	\N
265	fe123d4c-e696-4378-a19b-ae6a8fb585a5	169	started	0	0	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.075172+00	\N
222	ca49467a-649c-45cb-9180-0489830d04be	139	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
223	ca49467a-649c-45cb-9180-0489830d04be	140	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
224	ca49467a-649c-45cb-9180-0489830d04be	141	created	2	0	\N	\N	\N	0	f	\N	\N	\N	\N
243	bf99e4c7-e962-46ff-8b2d-e259bdb1a899	153	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "00658cca"}, {"n": 1, "from": "00658cca"}, {"n": 2, "from": "00658cca"}]	\N	2026-12-01 03:34:05.308086+00	2026-12-01 03:34:05.435882+00
285	c8ffa4c4-7355-4cfa-bc4a-81ee90ecad73	181	completed	0	0	1	1	1	0	f	{"by": "a", "of": "756bd45f"}	\N	2026-12-01 03:34:05.09025+00	2026-12-01 03:34:05.435882+00
230	a24a4af7-049e-4be8-818e-c8d113294c91	147	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.766605+00	\N
237	b6bbd04f-500b-4622-843f-fa4b25a41200	147	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
236	b6bbd04f-500b-4622-843f-fa4b25a41200	146	completed	0	0	6	6	6	0	f	[{"by": "e", "of": "1094b2d6"}, {"by": "e", "of": "377a7642"}, {"by": "e", "of": "baf88f3c"}, {"by": "e", "of": "c2e2fd44"}, {"by": "e", "of": "f8d302d6"}, {"by": "e", "of": "e60c4aaf"}]	\N	2026-12-01 03:34:05.029884+00	2026-12-01 03:34:05.527129+00
246	44421505-1874-4a4a-b683-75cd77d81ae2	155	completed	0	0	10	10	10	0	f	[[], [], [], [], [], [], [], [], [], []]	\N	2026-12-01 03:34:05.048348+00	2026-12-01 03:34:05.62217+00
252	b345023f-70eb-4d82-95d0-98b2c859e249	161	completed	0	0	10	10	10	0	f	[[], [], [], [], [], [], [], [], [], []]	\N	2026-12-01 03:34:05.055182+00	2026-12-01 03:34:05.64903+00
241	bf99e4c7-e962-46ff-8b2d-e259bdb1a899	151	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "a92859b2"}, {"n": 1, "from": "a92859b2"}, {"n": 2, "from": "a92859b2"}]	\N	2026-12-01 03:34:05.037595+00	2026-12-01 03:34:05.355579+00
225	a24a4af7-049e-4be8-818e-c8d113294c91	142	completed	0	0	1	1	1	0	f	{"of": "26492e78", "orders": []}	\N	2026-12-01 03:34:05.029043+00	2026-12-01 03:34:05.385829+00
245	3d9185ea-de9e-4ce7-bf1d-71641753d659	154	created	0	0	\N	\N	\N	0	f	\N	\N	\N	\N
250	44421505-1874-4a4a-b683-75cd77d81ae2	159	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
261	7c07f4ba-eee2-4d34-a1e0-2abc24412031	165	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.651476+00	\N
256	1696aa66-0eec-42ec-a0e3-0ef0c584cc43	165	completed	0	0	1	1	1	0	f	{"of": "c3dce878", "orders": []}	\N	2026-12-01 03:34:05.268013+00	2026-12-01 03:34:05.284728+00
249	44421505-1874-4a4a-b683-75cd77d81ae2	158	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "52a4c6eb"}]	\N	2026-12-01 03:34:05.048517+00	2026-12-01 03:34:05.275425+00
253	b345023f-70eb-4d82-95d0-98b2c859e249	162	completed	0	0	10	10	10	0	f	[{"by": "c", "of": "3d348663"}, {"by": "c", "of": "f8d302d6"}, {"by": "c", "of": "cb616ea6"}, {"by": "c", "of": "d4f44734"}, {"by": "c", "of": "9b12bd4f"}, {"by": "c", "of": "3d348663"}, {"by": "c", "of": "ca54adcf"}, {"by": "c", "of": "f8d302d6"}, {"by": "c", "of": "83cfc23c"}, {"by": "c", "of": "bd445669"}]	\N	2026-12-01 03:34:05.055286+00	2026-12-01 03:34:05.662079+00
247	44421505-1874-4a4a-b683-75cd77d81ae2	156	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.622286+00	2026-12-01 03:34:05.622286+00
213	4fb7585c-7bd8-4e49-9c35-8462cd377a09	135	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:05.007531+00	2026-12-01 03:34:05.296511+00
262	7c07f4ba-eee2-4d34-a1e0-2abc24412031	166	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.651658+00	2026-12-01 03:34:05.651658+00
267	fe123d4c-e696-4378-a19b-ae6a8fb585a5	171	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
268	fe123d4c-e696-4378-a19b-ae6a8fb585a5	172	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
269	fe123d4c-e696-4378-a19b-ae6a8fb585a5	173	created	2	0	\N	\N	\N	0	f	\N	\N	\N	\N
281	52a83081-18bf-4433-83be-13bbfe02283b	179	completed	0	0	3	3	3	0	f	[[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}], [{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}, {"n": 2, "from": "da97237e"}], [{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}]]	\N	2026-12-01 03:34:05.086248+00	2026-12-01 03:34:05.317338+00
266	fe123d4c-e696-4378-a19b-ae6a8fb585a5	170	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.075448+00	\N
240	bf99e4c7-e962-46ff-8b2d-e259bdb1a899	150	completed	0	0	1	1	1	0	f	{"of": "a92859b2", "orders": [{"id": 0, "lines": []}]}	\N	2026-12-01 03:34:05.037595+00	2026-12-01 03:34:05.307999+00
273	134ef259-fd65-4932-8ded-1e29a027bd39	177	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.085396+00	\N
232	b6bbd04f-500b-4622-843f-fa4b25a41200	142	completed	0	0	1	1	1	0	f	{"of": "de9c018a", "orders": []}	\N	2026-12-01 03:34:05.029785+00	2026-12-01 03:34:05.385829+00
279	52a83081-18bf-4433-83be-13bbfe02283b	177	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.086215+00	\N
217	3f7dffab-a8ad-43d6-9422-52c87e6ec981	138	failed	0	1	20	20	20	5	f	\N	task 9: attempt 1 at da97237e fails (no retry: the step's retry_budget of 10 is spent)	2026-12-01 03:34:05.016424+00	2026-12-01 03:34:05.39709+00
283	8e231bde-9321-43f6-a094-529e4c34a766	181	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.089786+00	\N
284	8e231bde-9321-43f6-a094-529e4c34a766	182	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
287	4cdf2868-256a-4597-a977-dab7fad79881	183	failed	0	0	10	10	10	1	f	\N	task 5: attempt 3 at c098cb9f fails (attempt 3)	2026-12-01 03:34:05.0923+00	2026-12-01 03:34:05.477581+00
290	9874d412-5cd8-4281-9345-64203b24734b	185	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
289	9874d412-5cd8-4281-9345-64203b24734b	184	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.096576+00	\N
277	52a83081-18bf-4433-83be-13bbfe02283b	175	completed	0	0	3	3	3	0	f	[[], [], []]	\N	2026-12-01 03:34:05.086038+00	2026-12-01 03:34:05.302531+00
271	134ef259-fd65-4932-8ded-1e29a027bd39	175	completed	0	0	3	3	3	0	f	[[], [], []]	\N	2026-12-01 03:34:05.08527+00	2026-12-01 03:34:05.291952+00
286	c8ffa4c4-7355-4cfa-bc4a-81ee90ecad73	182	started	0	1	15	15	15	0	f	\N	\N	2026-12-01 03:34:05.485027+00	\N
278	52a83081-18bf-4433-83be-13bbfe02283b	176	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.302646+00	2026-12-01 03:34:05.302646+00
221	ca49467a-649c-45cb-9180-0489830d04be	138	failed	0	1	14	14	14	1	f	\N	task 8: attempt 2 at 377a7642 fails (no retry: the step's retry_budget of 10 is spent) (attempt 2)	2026-12-01 03:34:05.017049+00	2026-12-01 03:34:05.397103+00
330	fb0f10cd-ab04-4212-a30c-2826cb6b51f2	210	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "44f2bd31"}, {"n": 1, "from": "44f2bd31"}, {"n": 2, "from": "44f2bd31"}]	\N	2026-12-01 03:34:05.68572+00	2026-12-01 03:34:05.722481+00
359	4b34c2cd-e87b-4681-b2da-20bbc7f03864	226	completed	0	0	1	1	1	0	f	{"by": "c", "of": "7c1a1f7c"}	\N	2026-12-01 03:34:05.178044+00	2026-12-01 03:34:05.527084+00
298	5d3f61d2-efe0-4ed8-b07d-28c3b14d6538	193	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.109877+00	\N
362	4b34c2cd-e87b-4681-b2da-20bbc7f03864	229	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
367	0c5fc6de-414b-4328-b06a-cce70deab3cf	234	completed	0	0	10	10	10	0	f	[[], [], [], [], [], [], [], [], [], []]	\N	2026-12-01 03:34:05.414706+00	2026-12-01 03:34:05.634508+00
297	5d3f61d2-efe0-4ed8-b07d-28c3b14d6538	192	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.634871+00	2026-12-01 03:34:05.634871+00
291	d90d8f25-6341-432a-9bde-088406a6f6f1	186	completed	0	0	1	1	1	0	f	"16ff2649"	\N	2026-12-01 03:34:05.102782+00	2026-12-01 03:34:05.284728+00
312	3cfe990c-248e-4b22-ad73-a88a77cc599f	202	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
313	3cfe990c-248e-4b22-ad73-a88a77cc599f	203	created	2	0	\N	\N	\N	0	f	\N	\N	\N	\N
314	3cfe990c-248e-4b22-ad73-a88a77cc599f	204	created	2	0	\N	\N	\N	0	f	\N	\N	\N	\N
309	3cfe990c-248e-4b22-ad73-a88a77cc599f	199	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.129856+00	\N
310	3cfe990c-248e-4b22-ad73-a88a77cc599f	200	started	0	1	3	3	3	0	f	\N	\N	2026-12-01 03:34:05.129946+00	\N
311	3cfe990c-248e-4b22-ad73-a88a77cc599f	201	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.130036+00	\N
318	db54e1cd-c81e-45b6-bf0d-8c86e41e883c	202	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
315	db54e1cd-c81e-45b6-bf0d-8c86e41e883c	199	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.130613+00	\N
363	4b34c2cd-e87b-4681-b2da-20bbc7f03864	230	created	0	0	\N	\N	\N	0	f	\N	\N	\N	\N
322	9a7f814a-8dd2-4431-b412-534b2bbd338e	206	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
324	9a7f814a-8dd2-4431-b412-534b2bbd338e	208	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
321	9a7f814a-8dd2-4431-b412-534b2bbd338e	205	started	0	1	2	2	2	0	f	\N	\N	2026-12-01 03:34:05.137714+00	\N
323	9a7f814a-8dd2-4431-b412-534b2bbd338e	207	started	0	1	1	1	2	0	f	\N	\N	2026-12-01 03:34:05.137828+00	\N
365	a9aa12f8-7a10-4dd7-9fba-38678ac82b4a	232	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.650305+00	\N
333	5cc426a2-775c-4415-bb78-05bc1561d761	213	completed	0	0	3	3	10	0	f	{"total": 10, "failed": 0, "succeeded": 10}	\N	2026-12-01 03:34:05.529247+00	2026-12-01 03:34:05.575965+00
345	281d1a35-10f9-4123-9a57-c71cb81cd997	219	completed	0	0	8	8	8	0	f	[{"of": "2dbf99d2", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "2dbf99d21"}]}, {"id": 2, "lines": [{"n": 0, "from": "2dbf99d22"}, {"n": 1, "from": "2dbf99d22"}]}]}, {"of": "e5dd1102", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "e5dd11021"}]}, {"id": 2, "lines": [{"n": 0, "from": "e5dd11022"}, {"n": 1, "from": "e5dd11022"}]}]}, {"of": "86eb556f", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "86eb556f1"}]}, {"id": 2, "lines": [{"n": 0, "from": "86eb556f2"}, {"n": 1, "from": "86eb556f2"}]}]}, {"of": "611623f7", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "611623f71"}]}, {"id": 2, "lines": [{"n": 0, "from": "611623f72"}, {"n": 1, "from": "611623f72"}]}]}, {"of": "4732c6af", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4732c6af1"}]}, {"id": 2, "lines": [{"n": 0, "from": "4732c6af2"}, {"n": 1, "from": "4732c6af2"}]}]}, {"of": "5d449079", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "5d4490791"}]}, {"id": 2, "lines": [{"n": 0, "from": "5d4490792"}, {"n": 1, "from": "5d4490792"}]}]}, {"of": "9116c1cb", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "9116c1cb1"}]}, {"id": 2, "lines": [{"n": 0, "from": "9116c1cb2"}, {"n": 1, "from": "9116c1cb2"}]}]}, {"of": "ddf29546", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "ddf295461"}]}, {"id": 2, "lines": [{"n": 0, "from": "ddf295462"}, {"n": 1, "from": "ddf295462"}]}]}]	\N	2026-12-01 03:34:05.666927+00	2026-12-01 03:34:05.7269+00
325	bbc881b5-a887-406a-82be-c109e940da7c	205	completed	0	0	2	2	2	0	f	[{"of": "3d348663", "orders": []}, {"of": "15af5910", "orders": []}]	\N	2026-12-01 03:34:05.138382+00	2026-12-01 03:34:05.349669+00
334	5cc426a2-775c-4415-bb78-05bc1561d761	214	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:05.529414+00	2026-12-01 03:34:05.575992+00
346	281d1a35-10f9-4123-9a57-c71cb81cd997	220	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "0edd9209"}, {"n": 1, "from": "0edd9209"}]	\N	2026-12-01 03:34:05.553301+00	2026-12-01 03:34:05.658584+00
316	db54e1cd-c81e-45b6-bf0d-8c86e41e883c	200	completed	0	0	3	3	3	0	f	[{"by": "b", "of": "f998b89b"}, {"by": "b", "of": "b0671f26"}, {"by": "b", "of": "cb616ea6"}]	\N	2026-12-01 03:34:05.130678+00	2026-12-01 03:34:05.693325+00
302	4de30ec2-b641-4545-bbb8-09fd9c4f0858	197	completed	0	0	1	1	1	0	f	{"by": "d", "of": "15f947fd"}	\N	2026-12-01 03:34:05.531731+00	2026-12-01 03:34:05.566898+00
331	fb0f10cd-ab04-4212-a30c-2826cb6b51f2	211	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.685881+00	2026-12-01 03:34:05.685881+00
349	09e47caf-6aa0-4b63-b799-6cf548ea2383	223	completed	0	0	10	10	10	0	f	[{"by": "c", "of": "1e031d49"}, {"by": "c", "of": "8b6c687a"}, {"by": "c", "of": "f78a2846"}, {"by": "c", "of": "ad2bf437"}, {"by": "c", "of": "9d592b6a"}, {"by": "c", "of": "00267e44"}, {"by": "c", "of": "94a96383"}, {"by": "c", "of": "09417be9"}, {"by": "c", "of": "c55ca8b7"}, {"by": "c", "of": "bcdfe723"}]	\N	2026-12-01 03:34:05.165145+00	2026-12-01 03:34:05.309813+00
342	281d1a35-10f9-4123-9a57-c71cb81cd997	216	completed	0	0	8	8	8	0	f	[{"by": "b", "of": "1094b2d6"}, {"by": "b", "of": "655344d7"}, {"by": "b", "of": "baf88f3c"}, {"by": "b", "of": "c2e2fd44"}, {"by": "b", "of": "9b12bd4f"}, {"by": "b", "of": "e60c4aaf"}, {"by": "b", "of": "f8b560c0"}, {"by": "b", "of": "67356dfc"}]	\N	2026-12-01 03:34:05.159465+00	2026-12-01 03:34:05.553157+00
299	4de30ec2-b641-4545-bbb8-09fd9c4f0858	194	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "5b65902f"}, {"n": 1, "from": "5b65902f"}]	\N	2026-12-01 03:34:05.118695+00	2026-12-01 03:34:05.443334+00
317	db54e1cd-c81e-45b6-bf0d-8c86e41e883c	201	completed	0	0	1	1	1	0	f	[]	\N	2026-12-01 03:34:05.130752+00	2026-12-01 03:34:05.761934+00
326	bbc881b5-a887-406a-82be-c109e940da7c	206	completed	0	0	1	1	1	0	f	{"of": "bc932ebc", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "bc932ebc1"}]}]}	\N	2026-12-01 03:34:05.349692+00	2026-12-01 03:34:05.427833+00
329	fb0f10cd-ab04-4212-a30c-2826cb6b51f2	209	completed	0	0	10	10	10	0	f	[[], [], [], [], [], [], [], [], [], []]	\N	2026-12-01 03:34:05.143755+00	2026-12-01 03:34:05.685691+00
319	db54e1cd-c81e-45b6-bf0d-8c86e41e883c	203	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
320	db54e1cd-c81e-45b6-bf0d-8c86e41e883c	204	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
304	0a8bb4b9-1ec9-44b8-b069-a5c549fedb13	194	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "b762b924"}, {"n": 1, "from": "b762b924"}]	\N	2026-12-01 03:34:05.11939+00	2026-12-01 03:34:05.22695+00
307	0a8bb4b9-1ec9-44b8-b069-a5c549fedb13	197	completed	0	0	1	1	1	0	f	{"by": "d", "of": "cd177934"}	\N	2026-12-01 03:34:05.256577+00	2026-12-01 03:34:05.275425+00
352	1f805a30-29bd-4167-87db-1f718f5664bf	226	completed	0	0	1	1	1	0	f	{"by": "c", "of": "7282a1f2"}	\N	2026-12-01 03:34:05.177173+00	2026-12-01 03:34:05.427833+00
292	d90d8f25-6341-432a-9bde-088406a6f6f1	187	failed	0	1	10	10	10	1	f	\N	task 0: attempt 1 at 73008323 fails	2026-12-01 03:34:05.28487+00	2026-12-01 03:34:05.296536+00
295	5d3f61d2-efe0-4ed8-b07d-28c3b14d6538	190	completed	0	0	10	10	10	0	f	{"total": 10, "failed": 0, "succeeded": 10}	\N	2026-12-01 03:34:05.109559+00	2026-12-01 03:34:05.599939+00
355	1f805a30-29bd-4167-87db-1f718f5664bf	229	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
356	1f805a30-29bd-4167-87db-1f718f5664bf	230	created	0	0	\N	\N	\N	0	f	\N	\N	\N	\N
368	0c5fc6de-414b-4328-b06a-cce70deab3cf	235	started	0	1	2	2	6	0	f	\N	\N	2026-12-01 03:34:05.187458+00	\N
370	0605ba5b-33b9-4a63-b4a8-d736d07f0a46	237	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
371	0605ba5b-33b9-4a63-b4a8-d736d07f0a46	238	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
372	0605ba5b-33b9-4a63-b4a8-d736d07f0a46	239	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
369	0605ba5b-33b9-4a63-b4a8-d736d07f0a46	236	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.194474+00	\N
374	43c07de4-76eb-413b-8c18-26b8e9d3350b	237	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
375	43c07de4-76eb-413b-8c18-26b8e9d3350b	238	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
376	43c07de4-76eb-413b-8c18-26b8e9d3350b	239	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
373	43c07de4-76eb-413b-8c18-26b8e9d3350b	236	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.195151+00	\N
378	97fb378b-0514-4971-bb71-7a0d84c5420b	241	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
379	97fb378b-0514-4971-bb71-7a0d84c5420b	242	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
380	97fb378b-0514-4971-bb71-7a0d84c5420b	243	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
381	97fb378b-0514-4971-bb71-7a0d84c5420b	244	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
382	97fb378b-0514-4971-bb71-7a0d84c5420b	245	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
377	97fb378b-0514-4971-bb71-7a0d84c5420b	240	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.207698+00	\N
383	97fb378b-0514-4971-bb71-7a0d84c5420b	246	started	0	1	2	2	10	0	f	\N	\N	2026-12-01 03:34:05.207827+00	\N
385	6b5fc063-9b3a-4def-899c-f421d81fa159	241	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
386	6b5fc063-9b3a-4def-899c-f421d81fa159	242	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
387	6b5fc063-9b3a-4def-899c-f421d81fa159	243	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
388	6b5fc063-9b3a-4def-899c-f421d81fa159	244	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
389	6b5fc063-9b3a-4def-899c-f421d81fa159	245	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
384	6b5fc063-9b3a-4def-899c-f421d81fa159	240	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.208551+00	\N
251	b345023f-70eb-4d82-95d0-98b2c859e249	160	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "3d348663"}], [{"n": 0, "from": "f8d302d6"}], [{"n": 0, "from": "cb616ea6"}], [{"n": 0, "from": "d4f44734"}], [{"n": 0, "from": "9b12bd4f"}], [{"n": 0, "from": "3d348663"}], [{"n": 0, "from": "ca54adcf"}], [{"n": 0, "from": "f8d302d6"}], [{"n": 0, "from": "83cfc23c"}], [{"n": 0, "from": "bd445669"}]]	\N	2026-12-01 03:34:05.054987+00	2026-12-01 03:34:05.246149+00
306	0a8bb4b9-1ec9-44b8-b069-a5c549fedb13	196	completed	0	0	1	1	1	0	f	{"by": "c", "of": "8dbfabcc"}	\N	2026-12-01 03:34:05.226977+00	2026-12-01 03:34:05.256561+00
141	c816d0b8-bc3e-46ae-aca2-77f721235fcd	87	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "7a2e9d17"}, {"n": 1, "from": "7a2e9d17"}, {"n": 2, "from": "7a2e9d17"}]	\N	2026-12-01 03:34:04.934072+00	2026-12-01 03:34:05.263519+00
305	0a8bb4b9-1ec9-44b8-b069-a5c549fedb13	195	completed	0	0	2	2	10	0	f	[[{"n": 0, "from": "3555bbcc"}, {"n": 1, "from": "3555bbcc"}], [{"n": 0, "from": "cea6252c"}, {"n": 1, "from": "cea6252c"}], [{"n": 0, "from": "7e89b684"}, {"n": 1, "from": "7e89b684"}], [{"n": 0, "from": "981bb0e4"}, {"n": 1, "from": "981bb0e4"}], [{"n": 0, "from": "69abe5e5"}, {"n": 1, "from": "69abe5e5"}], [{"n": 0, "from": "2db9c183"}, {"n": 1, "from": "2db9c183"}], [{"n": 0, "from": "5d65d952"}, {"n": 1, "from": "5d65d952"}], [{"n": 0, "from": "a2f5342c"}, {"n": 1, "from": "a2f5342c"}], [{"n": 0, "from": "23e41e95"}, {"n": 1, "from": "23e41e95"}], [{"n": 0, "from": "981bb0e4"}, {"n": 1, "from": "981bb0e4"}]]	\N	2026-12-01 03:34:05.119451+00	2026-12-01 03:34:05.263599+00
255	1696aa66-0eec-42ec-a0e3-0ef0c584cc43	164	completed	0	0	10	10	10	0	f	[{"of": "1094b2d6", "orders": []}, {"of": "377a7642", "orders": []}, {"of": "cb616ea6", "orders": []}, {"of": "36f71860", "orders": []}, {"of": "f8d302d6", "orders": []}, {"of": "eaa11641", "orders": []}, {"of": "26a6ade7", "orders": []}, {"of": "3d348663", "orders": []}, {"of": "c9023fad", "orders": []}, {"of": "45c75cbb", "orders": []}]	\N	2026-12-01 03:34:05.063557+00	2026-12-01 03:34:05.267966+00
257	1696aa66-0eec-42ec-a0e3-0ef0c584cc43	166	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.268181+00	2026-12-01 03:34:05.268181+00
258	1696aa66-0eec-42ec-a0e3-0ef0c584cc43	167	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.26831+00	2026-12-01 03:34:05.26831+00
259	1696aa66-0eec-42ec-a0e3-0ef0c584cc43	168	completed	0	0	1	1	1	0	f	{"by": "e", "of": "7f85cb90"}	\N	2026-12-01 03:34:05.268328+00	2026-12-01 03:34:05.284728+00
105	ef1ec7de-69f2-4f0a-9b82-ad00602f88ba	67	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "d1f11d7e"}]	\N	2026-12-01 03:34:05.236691+00	2026-12-01 03:34:05.296511+00
202	7f100902-afce-4ecd-b3dd-9cdfe73e7b79	127	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "68f01ab4"}, {"n": 1, "from": "68f01ab4"}]	\N	2026-12-01 03:34:05.002575+00	2026-12-01 03:34:05.385829+00
366	0c5fc6de-414b-4328-b06a-cce70deab3cf	233	completed	0	0	6	6	6	0	f	{"total": 6, "failed": 0, "succeeded": 6}	\N	2026-12-01 03:34:05.18729+00	2026-12-01 03:34:05.351557+00
106	ef1ec7de-69f2-4f0a-9b82-ad00602f88ba	68	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "5d724a0b"}], [{"n": 0, "from": "e840467f"}], [{"n": 0, "from": "f71aa1d5"}], [{"n": 0, "from": "be14e847"}], [{"n": 0, "from": "4ba38789"}], [{"n": 0, "from": "99a1bea3"}], [{"n": 0, "from": "b507e7d1"}], [{"n": 0, "from": "f85022ff"}], [{"n": 0, "from": "25c1f083"}], [{"n": 0, "from": "cd7c2d4a"}]]	\N	2026-12-01 03:34:05.301092+00	2026-12-01 03:34:05.358467+00
161	3e545183-2b87-48b9-8f23-a1e128935066	107	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "f0315a4d"}, {"n": 1, "from": "f0315a4d"}]	\N	2026-12-01 03:34:05.377503+00	2026-12-01 03:34:05.406938+00
126	1a6e7a85-af54-43a1-96b2-1cf755a703a8	81	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "d633cd8d"}, {"n": 1, "from": "d633cd8d"}, {"n": 2, "from": "d633cd8d"}]	\N	2026-12-01 03:34:05.377503+00	2026-12-01 03:34:05.454956+00
111	81f1b85c-2ba0-457a-88ca-bae30d077883	73	failed	0	0	10	10	10	10	f	\N	task 0: attempt 1 at 5d4c6ecf fails	2026-12-01 03:34:05.547385+00	2026-12-01 03:34:05.5758+00
135	b66fe1ce-a9de-404b-b108-c4353300cecd	88	completed	0	0	3	3	3	0	f	[[], [], []]	\N	2026-12-01 03:34:05.236516+00	2026-12-01 03:34:05.501716+00
81	a2a998c7-28bb-44b3-b2e4-53458937e2b4	47	completed	0	0	1	1	1	0	f	[[]]	\N	2026-12-01 03:34:05.44162+00	2026-12-01 03:34:05.492305+00
176	3d6699dd-1bec-44f4-8617-e9a6ccce58cc	114	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}], [{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}, {"n": 2, "from": "f8d302d6"}], [{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}], [{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}, {"n": 2, "from": "c2e2fd44"}], [{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}, {"n": 2, "from": "da97237e"}], [{"n": 0, "from": "eaa11641"}, {"n": 1, "from": "eaa11641"}, {"n": 2, "from": "eaa11641"}], [{"n": 0, "from": "f8b560c0"}, {"n": 1, "from": "f8b560c0"}, {"n": 2, "from": "f8b560c0"}], [{"n": 0, "from": "c28b4611"}, {"n": 1, "from": "c28b4611"}, {"n": 2, "from": "c28b4611"}], [{"n": 0, "from": "83cfc23c"}, {"n": 1, "from": "83cfc23c"}, {"n": 2, "from": "83cfc23c"}], [{"n": 0, "from": "63ed70d8"}, {"n": 1, "from": "63ed70d8"}, {"n": 2, "from": "63ed70d8"}]]	\N	2026-12-01 03:34:04.97208+00	2026-12-01 03:34:05.269345+00
177	3d6699dd-1bec-44f4-8617-e9a6ccce58cc	115	started	0	1	3	3	10	0	f	\N	\N	2026-12-01 03:34:05.269466+00	\N
3	28414341-0e2b-49c5-aabc-92e74fc68722	2	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "ff927de2"}]	\N	2026-12-01 03:34:04.777345+00	2026-12-01 03:34:05.271333+00
12	09d4cc4c-9e84-4c51-8ff0-ab36f219dee4	7	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "dc7d50ef"}, {"n": 1, "from": "dc7d50ef"}]	\N	2026-12-01 03:34:04.790975+00	2026-12-01 03:34:05.271787+00
17	0a291c69-6572-48ff-bf90-4bd7a6ef370f	7	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "e4a34b6f"}, {"n": 1, "from": "e4a34b6f"}]	\N	2026-12-01 03:34:04.791501+00	2026-12-01 03:34:05.272357+00
347	09e47caf-6aa0-4b63-b799-6cf548ea2383	221	completed	0	0	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.164834+00	2026-12-01 03:34:05.275445+00
19	0a291c69-6572-48ff-bf90-4bd7a6ef370f	9	completed	0	0	1	1	1	0	f	{"of": "218b8073", "orders": []}	\N	2026-12-01 03:34:05.355665+00	2026-12-01 03:34:05.435882+00
293	d90d8f25-6341-432a-9bde-088406a6f6f1	188	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
294	d90d8f25-6341-432a-9bde-088406a6f6f1	189	created	0	0	\N	\N	\N	0	f	\N	\N	\N	\N
174	e484e5f6-c068-4776-9a29-d052eec063f4	114	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}], [{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}, {"n": 2, "from": "f8d302d6"}], [{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}, {"n": 2, "from": "cb616ea6"}], [{"n": 0, "from": "ac039408"}, {"n": 1, "from": "ac039408"}, {"n": 2, "from": "ac039408"}], [{"n": 0, "from": "e499159c"}, {"n": 1, "from": "e499159c"}, {"n": 2, "from": "e499159c"}], [{"n": 0, "from": "9b861a29"}, {"n": 1, "from": "9b861a29"}, {"n": 2, "from": "9b861a29"}], [{"n": 0, "from": "3b33cbee"}, {"n": 1, "from": "3b33cbee"}, {"n": 2, "from": "3b33cbee"}], [{"n": 0, "from": "c28b4611"}, {"n": 1, "from": "c28b4611"}, {"n": 2, "from": "c28b4611"}], [{"n": 0, "from": "c9023fad"}, {"n": 1, "from": "c9023fad"}, {"n": 2, "from": "c9023fad"}], [{"n": 0, "from": "63ed70d8"}, {"n": 1, "from": "63ed70d8"}, {"n": 2, "from": "63ed70d8"}]]	\N	2026-12-01 03:34:04.971125+00	2026-12-01 03:34:05.288028+00
39	83fbf287-a7be-4da7-80f2-15ff68f28cbe	23	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "3b728752"}, {"n": 1, "from": "3b728752"}]	\N	2026-12-01 03:34:04.815263+00	2026-12-01 03:34:05.290311+00
272	134ef259-fd65-4932-8ded-1e29a027bd39	176	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.292063+00	2026-12-01 03:34:05.292063+00
276	134ef259-fd65-4932-8ded-1e29a027bd39	180	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.292212+00	2026-12-01 03:34:05.292212+00
348	09e47caf-6aa0-4b63-b799-6cf548ea2383	222	completed	0	0	10	10	10	1	f	[{"by": "b", "of": "1e031d49"}, null, {"by": "b", "of": "f78a2846"}, {"by": "b", "of": "ad2bf437"}, {"by": "b", "of": "9d592b6a"}, {"by": "b", "of": "00267e44"}, {"by": "b", "of": "94a96383"}, {"by": "b", "of": "09417be9"}, {"by": "b", "of": "c55ca8b7"}, {"by": "b", "of": "bcdfe723"}]	\N	2026-12-01 03:34:05.16508+00	2026-12-01 03:34:05.299727+00
41	83fbf287-a7be-4da7-80f2-15ff68f28cbe	25	completed	0	0	1	1	2	0	f	[[{"n": 0, "from": "4a4de6f0"}, {"n": 1, "from": "4a4de6f0"}], [{"n": 0, "from": "0e77a801"}, {"n": 1, "from": "0e77a801"}]]	\N	2026-12-01 03:34:05.290488+00	2026-12-01 03:34:05.329218+00
40	83fbf287-a7be-4da7-80f2-15ff68f28cbe	24	completed	0	0	14	14	14	0	f	[[], [], [], [], [], [], [], [], [], [], [], [], [], []]	\N	2026-12-01 03:34:05.413097+00	2026-12-01 03:34:05.64913+00
300	4de30ec2-b641-4545-bbb8-09fd9c4f0858	195	completed	0	0	2	2	10	0	f	[[{"n": 0, "from": "1139c289"}, {"n": 1, "from": "1139c289"}], [{"n": 0, "from": "220021ef"}, {"n": 1, "from": "220021ef"}], [{"n": 0, "from": "c66e1fc4"}, {"n": 1, "from": "c66e1fc4"}], [{"n": 0, "from": "4101b11e"}, {"n": 1, "from": "4101b11e"}], [{"n": 0, "from": "0c6639e4"}, {"n": 1, "from": "0c6639e4"}], [{"n": 0, "from": "e1ba70eb"}, {"n": 1, "from": "e1ba70eb"}], [{"n": 0, "from": "b0b64b51"}, {"n": 1, "from": "b0b64b51"}], [{"n": 0, "from": "142dc6bf"}, {"n": 1, "from": "142dc6bf"}], [{"n": 0, "from": "e5e82174"}, {"n": 1, "from": "e5e82174"}], [{"n": 0, "from": "5cdea9aa"}, {"n": 1, "from": "5cdea9aa"}]]	\N	2026-12-01 03:34:05.118779+00	2026-12-01 03:34:05.377343+00
14	09d4cc4c-9e84-4c51-8ff0-ab36f219dee4	9	completed	0	0	1	1	1	0	f	{"of": "4943326c", "orders": []}	\N	2026-12-01 03:34:05.377503+00	2026-12-01 03:34:05.418673+00
117	5c6f162e-1fda-4752-af18-d68ae4cbdf33	79	completed	0	0	1	1	1	0	f	[{"of": "f6a8d56c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f6a8d56c1"}]}]}]	\N	2026-12-01 03:34:05.377834+00	2026-12-01 03:34:05.397042+00
308	0a8bb4b9-1ec9-44b8-b069-a5c549fedb13	198	completed	0	0	10	10	10	0	f	[{"of": "1094b2d6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "1094b2d61"}]}]}, {"of": "377a7642", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "377a76421"}]}]}, {"of": "baf88f3c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "baf88f3c1"}]}]}, {"of": "3d348663", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3d3486631"}]}]}, {"of": "e499159c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "e499159c1"}]}]}, {"of": "eaa11641", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "eaa116411"}]}]}, {"of": "36a457f5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "36a457f51"}]}]}, {"of": "21e4d8cb", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "21e4d8cb1"}]}]}, {"of": "c9023fad", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c9023fad1"}]}]}, {"of": "3d348663", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3d3486631"}]}]}]	\N	2026-12-01 03:34:05.275608+00	2026-12-01 03:34:05.301557+00
282	52a83081-18bf-4433-83be-13bbfe02283b	180	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.302811+00	2026-12-01 03:34:05.302811+00
275	134ef259-fd65-4932-8ded-1e29a027bd39	179	completed	0	0	3	3	3	0	f	[[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}], [{"n": 0, "from": "655344d7"}, {"n": 1, "from": "655344d7"}, {"n": 2, "from": "655344d7"}], [{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}, {"n": 2, "from": "cb616ea6"}]]	\N	2026-12-01 03:34:05.085429+00	2026-12-01 03:34:05.308021+00
327	bbc881b5-a887-406a-82be-c109e940da7c	207	completed	0	0	1	1	2	0	f	[[{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}], [{"n": 0, "from": "15af5910"}, {"n": 1, "from": "15af5910"}, {"n": 2, "from": "15af5910"}]]	\N	2026-12-01 03:34:05.138479+00	2026-12-01 03:34:05.32927+00
335	ea4cc1b3-8a73-4a13-981a-5f57c795b7dc	215	completed	0	0	8	8	8	0	f	{"total": 8, "failed": 0, "succeeded": 8}	\N	2026-12-01 03:34:05.158438+00	2026-12-01 03:34:05.329304+00
390	6b5fc063-9b3a-4def-899c-f421d81fa159	246	completed	0	0	2	2	10	0	f	[[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}, {"n": 2, "from": "1094b2d6"}], [{"n": 0, "from": "655344d7"}, {"n": 1, "from": "655344d7"}, {"n": 2, "from": "655344d7"}], [{"n": 0, "from": "08da2518"}, {"n": 1, "from": "08da2518"}, {"n": 2, "from": "08da2518"}], [{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}, {"n": 2, "from": "c2e2fd44"}], [{"n": 0, "from": "e499159c"}, {"n": 1, "from": "e499159c"}, {"n": 2, "from": "e499159c"}], [{"n": 0, "from": "e60c4aaf"}, {"n": 1, "from": "e60c4aaf"}, {"n": 2, "from": "e60c4aaf"}], [{"n": 0, "from": "f8b560c0"}, {"n": 1, "from": "f8b560c0"}, {"n": 2, "from": "f8b560c0"}], [{"n": 0, "from": "21e4d8cb"}, {"n": 1, "from": "21e4d8cb"}, {"n": 2, "from": "21e4d8cb"}], [{"n": 0, "from": "c9023fad"}, {"n": 1, "from": "c9023fad"}, {"n": 2, "from": "c9023fad"}], [{"n": 0, "from": "bd445669"}, {"n": 1, "from": "bd445669"}, {"n": 2, "from": "bd445669"}]]	\N	2026-12-01 03:34:05.208687+00	2026-12-01 03:34:05.329327+00
270	fe123d4c-e696-4378-a19b-ae6a8fb585a5	174	completed	0	0	10	10	10	0	f	[[], [], [], [], [], [], [], [], [], []]	\N	2026-12-01 03:34:05.359578+00	2026-12-01 03:34:05.650416+00
170	98e50bae-3dfa-40bc-afbc-c1a393007cba	113	completed	0	0	10	10	10	0	f	[{"of": "3988ff09", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3988ff091"}]}]}, {"of": "e1246a87", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "e1246a871"}]}]}, {"of": "c58f2ed8", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c58f2ed81"}]}]}, {"of": "96545717", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "965457171"}]}]}, {"of": "7f8230b6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "7f8230b61"}]}]}, {"of": "842322e5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "842322e51"}]}]}, {"of": "aa6841dc", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "aa6841dc1"}]}]}, {"of": "4e14d838", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4e14d8381"}]}]}, {"of": "be12938b", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "be12938b1"}]}]}, {"of": "f8581cca", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f8581cca1"}]}]}]	\N	2026-12-01 03:34:05.31748+00	2026-12-01 03:34:05.348652+00
136	b66fe1ce-a9de-404b-b108-c4353300cecd	89	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "1c4162d4"}, {"n": 1, "from": "1c4162d4"}, {"n": 2, "from": "1c4162d4"}]	\N	2026-12-01 03:34:04.933489+00	2026-12-01 03:34:05.377282+00
169	98e50bae-3dfa-40bc-afbc-c1a393007cba	112	completed	0	0	10	10	10	0	f	[[], [], [], [], [], [], [], [], [], []]	\N	2026-12-01 03:34:05.320586+00	2026-12-01 03:34:05.369565+00
184	985da235-9c8d-42cf-880a-01469184195b	117	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.386002+00	\N
226	a24a4af7-049e-4be8-818e-c8d113294c91	143	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.386371+00	2026-12-01 03:34:05.386371+00
233	b6bbd04f-500b-4622-843f-fa4b25a41200	143	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.386431+00	2026-12-01 03:34:05.386431+00
185	985da235-9c8d-42cf-880a-01469184195b	118	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
228	a24a4af7-049e-4be8-818e-c8d113294c91	145	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "2a0f58c0"}, {"n": 1, "from": "2a0f58c0"}]	\N	2026-12-01 03:34:05.386814+00	2026-12-01 03:34:05.766587+00
235	b6bbd04f-500b-4622-843f-fa4b25a41200	145	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:05.386814+00	\N
149	01a259d4-975d-4b27-bbd8-b7dab9663748	95	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "74c57ab6"}]	\N	2026-12-01 03:34:05.386002+00	2026-12-01 03:34:05.461086+00
207	7f100902-afce-4ecd-b3dd-9cdfe73e7b79	132	completed	0	0	1	1	1	0	f	{"by": "f", "of": "68f01ab4"}	\N	2026-12-01 03:34:05.002575+00	2026-12-01 03:34:05.389843+00
328	bbc881b5-a887-406a-82be-c109e940da7c	208	completed	0	0	6	6	6	0	f	[[{"n": 0, "from": "00ed984b"}], [{"n": 0, "from": "fd25f859"}], [{"n": 0, "from": "62b61ca4"}], [{"n": 0, "from": "2f27aea9"}], [{"n": 0, "from": "1357997d"}], [{"n": 0, "from": "27cedee6"}]]	\N	2026-12-01 03:34:05.329554+00	2026-12-01 03:34:05.393933+00
119	1dcd7456-a0c6-4fad-8acb-087aa765a000	79	completed	0	0	1	1	1	0	f	[{"of": "f6a8d56c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f6a8d56c1"}]}]}]	\N	2026-12-01 03:34:05.37797+00	2026-12-01 03:34:05.397068+00
33	7e533ee0-8aed-4121-bcf2-715f3e3156bf	17	completed	0	0	10	10	10	0	f	[{"by": "f", "of": "7c960ae5"}, {"by": "f", "of": "7a41bddd"}, {"by": "f", "of": "0758ccb0"}, {"by": "f", "of": "d9636fee"}, {"by": "f", "of": "db8fb554"}, {"by": "f", "of": "bb1a6f57"}, {"by": "f", "of": "5814661c"}, {"by": "f", "of": "9bc62991"}, {"by": "f", "of": "e427c489"}, {"by": "f", "of": "9f555610"}]	\N	2026-12-01 03:34:05.216756+00	2026-12-01 03:34:05.399379+00
162	3e545183-2b87-48b9-8f23-a1e128935066	108	completed	0	0	1	1	1	0	f	{"by": "c", "of": "f0315a4d"}	\N	2026-12-01 03:34:05.377503+00	2026-12-01 03:34:05.406938+00
156	8a15c8f5-56db-477f-9f51-1b63d43ced21	102	completed	0	0	2	2	10	0	f	[[{"n": 0, "from": "f998b89b"}, {"n": 1, "from": "f998b89b"}], [{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}], [{"n": 0, "from": "77ce818d"}, {"n": 1, "from": "77ce818d"}], [{"n": 0, "from": "d4f44734"}, {"n": 1, "from": "d4f44734"}], [{"n": 0, "from": "e499159c"}, {"n": 1, "from": "e499159c"}], [{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}], [{"n": 0, "from": "f8b560c0"}, {"n": 1, "from": "f8b560c0"}], [{"n": 0, "from": "9f95f603"}, {"n": 1, "from": "9f95f603"}], [{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}], [{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}]]	\N	2026-12-01 03:34:04.953276+00	2026-12-01 03:34:05.407028+00
186	985da235-9c8d-42cf-880a-01469184195b	119	completed	0	0	1	1	1	0	f	[{"by": "d", "of": "a195c7b4"}]	\N	2026-12-01 03:34:05.38686+00	2026-12-01 03:34:05.407095+00
239	bf99e4c7-e962-46ff-8b2d-e259bdb1a899	149	completed	0	0	2	2	10	0	f	[[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}], [{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}], [{"n": 0, "from": "d20f4dbf"}, {"n": 1, "from": "d20f4dbf"}, {"n": 2, "from": "d20f4dbf"}], [{"n": 0, "from": "7a8d7b4f"}, {"n": 1, "from": "7a8d7b4f"}, {"n": 2, "from": "7a8d7b4f"}], [{"n": 0, "from": "e499159c"}, {"n": 1, "from": "e499159c"}, {"n": 2, "from": "e499159c"}], [{"n": 0, "from": "e60c4aaf"}, {"n": 1, "from": "e60c4aaf"}, {"n": 2, "from": "e60c4aaf"}], [{"n": 0, "from": "36a457f5"}, {"n": 1, "from": "36a457f5"}, {"n": 2, "from": "36a457f5"}], [{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}], [{"n": 0, "from": "3125696d"}, {"n": 1, "from": "3125696d"}, {"n": 2, "from": "3125696d"}], [{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}, {"n": 2, "from": "45c75cbb"}]]	\N	2026-12-01 03:34:05.037431+00	2026-12-01 03:34:05.427864+00
274	134ef259-fd65-4932-8ded-1e29a027bd39	178	completed	0	0	1	1	1	0	f	{"of": "b939afc4", "orders": []}	\N	2026-12-01 03:34:05.292084+00	2026-12-01 03:34:05.435882+00
280	52a83081-18bf-4433-83be-13bbfe02283b	178	completed	0	0	1	1	1	0	f	{"of": "0f3b45bb", "orders": []}	\N	2026-12-01 03:34:05.302667+00	2026-12-01 03:34:05.435882+00
144	c816d0b8-bc3e-46ae-aca2-77f721235fcd	90	completed	0	0	3	3	3	0	f	[[], [], []]	\N	2026-12-01 03:34:05.407256+00	2026-12-01 03:34:05.451571+00
204	7f100902-afce-4ecd-b3dd-9cdfe73e7b79	129	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "381bc1c4"}, {"n": 1, "from": "381bc1c4"}]	\N	2026-12-01 03:34:05.386517+00	2026-12-01 03:34:05.495429+00
203	7f100902-afce-4ecd-b3dd-9cdfe73e7b79	128	completed	0	0	2	2	2	0	f	{"total": 2, "failed": 0, "succeeded": 2}	\N	2026-12-01 03:34:05.386238+00	2026-12-01 03:34:05.469041+00
227	a24a4af7-049e-4be8-818e-c8d113294c91	144	completed	0	0	1	1	4	0	f	[{"by": "c", "of": "eb8178cd"}, {"by": "c", "of": "aef5d11b"}, {"by": "c", "of": "63a07842"}, {"by": "c", "of": "2602c2d3"}]	\N	2026-12-01 03:34:05.462081+00	2026-12-01 03:34:05.514475+00
242	bf99e4c7-e962-46ff-8b2d-e259bdb1a899	152	completed	0	0	3	3	3	0	f	[[{"n": 0, "from": "e21431b1"}], [{"n": 0, "from": "cab3f15a"}], [{"n": 0, "from": "55821c5c"}]]	\N	2026-12-01 03:34:05.427969+00	2026-12-01 03:34:05.501786+00
234	b6bbd04f-500b-4622-843f-fa4b25a41200	144	completed	0	0	1	1	4	0	f	[{"by": "c", "of": "d5a47fc3"}, {"by": "c", "of": "68ef59ea"}, {"by": "c", "of": "7d1bc843"}, {"by": "c", "of": "70c95ef5"}]	\N	2026-12-01 03:34:05.47114+00	2026-12-01 03:34:05.514525+00
150	01a259d4-975d-4b27-bbd8-b7dab9663748	96	completed	0	0	1	1	1	0	f	[{"by": "c", "of": "a4153550"}]	\N	2026-12-01 03:34:05.38658+00	2026-12-01 03:34:05.506909+00
338	ea4cc1b3-8a73-4a13-981a-5f57c795b7dc	218	completed	0	0	8	8	8	0	f	[[{"n": 0, "from": "892f400b"}, {"n": 1, "from": "892f400b"}, {"n": 2, "from": "892f400b"}], [{"n": 0, "from": "1f355e03"}, {"n": 1, "from": "1f355e03"}, {"n": 2, "from": "1f355e03"}], [{"n": 0, "from": "182bd15a"}, {"n": 1, "from": "182bd15a"}, {"n": 2, "from": "182bd15a"}], [{"n": 0, "from": "4a5b2b9c"}, {"n": 1, "from": "4a5b2b9c"}, {"n": 2, "from": "4a5b2b9c"}], [{"n": 0, "from": "eeaddf1f"}, {"n": 1, "from": "eeaddf1f"}, {"n": 2, "from": "eeaddf1f"}], [{"n": 0, "from": "9592e537"}, {"n": 1, "from": "9592e537"}, {"n": 2, "from": "9592e537"}], [{"n": 0, "from": "6ff9a395"}, {"n": 1, "from": "6ff9a395"}, {"n": 2, "from": "6ff9a395"}], [{"n": 0, "from": "b170933f"}, {"n": 1, "from": "b170933f"}, {"n": 2, "from": "b170933f"}]]	\N	2026-12-01 03:34:05.329819+00	2026-12-01 03:34:05.436014+00
25	02de38b5-3f8e-4b41-b2ff-35da635473aa	15	completed	0	0	3	3	3	0	f	[[{"n": 0, "from": "1730708d"}, {"n": 1, "from": "1730708d"}], [{"n": 0, "from": "8a3fd779"}, {"n": 1, "from": "8a3fd779"}], [{"n": 0, "from": "9a7d556f"}, {"n": 1, "from": "9a7d556f"}]]	\N	2026-12-01 03:34:05.296861+00	2026-12-01 03:34:05.446725+00
127	1a6e7a85-af54-43a1-96b2-1cf755a703a8	82	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.455096+00	2026-12-01 03:34:05.455096+00
137	b66fe1ce-a9de-404b-b108-c4353300cecd	90	completed	0	0	3	3	3	0	f	[[], [], []]	\N	2026-12-01 03:34:05.378091+00	2026-12-01 03:34:05.459832+00
112	81f1b85c-2ba0-457a-88ca-bae30d077883	74	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.460002+00	\N
132	3288c6e5-17a8-4656-9792-cb8fb51acb55	85	failed	0	0	1	1	1	1	f	\N	attempt 4 at 62902b79 fails (SQLSTATE P0001) (attempt 4)	2026-12-01 03:34:04.922571+00	2026-12-01 03:34:05.46418+00
173	9fb214fb-ef63-43ee-a712-a885325199b4	113	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.469325+00	\N
244	0dbec9d8-262e-48f9-ba91-41987463545c	154	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "ce7990e0"}, {"n": 1, "from": "ce7990e0"}, {"n": 2, "from": "ce7990e0"}], [{"n": 0, "from": "f121d25c"}, {"n": 1, "from": "f121d25c"}, {"n": 2, "from": "f121d25c"}], [{"n": 0, "from": "c8d4b9c9"}, {"n": 1, "from": "c8d4b9c9"}, {"n": 2, "from": "c8d4b9c9"}], [{"n": 0, "from": "3800eb0f"}, {"n": 1, "from": "3800eb0f"}, {"n": 2, "from": "3800eb0f"}], [{"n": 0, "from": "8548aac0"}, {"n": 1, "from": "8548aac0"}, {"n": 2, "from": "8548aac0"}], [{"n": 0, "from": "846b511c"}, {"n": 1, "from": "846b511c"}, {"n": 2, "from": "846b511c"}], [{"n": 0, "from": "67e71403"}, {"n": 1, "from": "67e71403"}, {"n": 2, "from": "67e71403"}], [{"n": 0, "from": "e6eaaf36"}, {"n": 1, "from": "e6eaaf36"}, {"n": 2, "from": "e6eaaf36"}], [{"n": 0, "from": "95b9eaf3"}, {"n": 1, "from": "95b9eaf3"}, {"n": 2, "from": "95b9eaf3"}], [{"n": 0, "from": "1175e937"}, {"n": 1, "from": "1175e937"}, {"n": 2, "from": "1175e937"}]]	\N	2026-12-01 03:34:05.322439+00	2026-12-01 03:34:05.47187+00
296	5d3f61d2-efe0-4ed8-b07d-28c3b14d6538	191	completed	0	0	10	10	10	0	f	[{"by": "b", "of": "c00974b5"}, {"by": "b", "of": "377a7642"}, {"by": "b", "of": "d20f4dbf"}, {"by": "b", "of": "c2e2fd44"}, {"by": "b", "of": "f8d302d6"}, {"by": "b", "of": "da97237e"}, {"by": "b", "of": "da97237e"}, {"by": "b", "of": "67356dfc"}, {"by": "b", "of": "bac48e2d"}, {"by": "b", "of": "45c75cbb"}]	\N	2026-12-01 03:34:05.109708+00	2026-12-01 03:34:05.481999+00
288	5f7ffdc8-10f6-4e3d-84f5-d66ff5aca5bc	183	completed	0	0	10	10	10	0	f	["2f418d77", "fe283676", "6a111efc", "ff39bb4c", "2307f6b0", "df2f2adf", "b815cdb2", "b58689b4", "ee12691c", "3146edbb"]	\N	2026-12-01 03:34:05.092789+00	2026-12-01 03:34:05.484874+00
354	1f805a30-29bd-4167-87db-1f718f5664bf	228	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "1094b2d6"}, {"n": 1, "from": "1094b2d6"}], [{"n": 0, "from": "15af5910"}, {"n": 1, "from": "15af5910"}], [{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}], [{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}], [{"n": 0, "from": "3cfa2306"}, {"n": 1, "from": "3cfa2306"}], [{"n": 0, "from": "e60c4aaf"}, {"n": 1, "from": "e60c4aaf"}], [{"n": 0, "from": "36a457f5"}, {"n": 1, "from": "36a457f5"}], [{"n": 0, "from": "67356dfc"}, {"n": 1, "from": "67356dfc"}], [{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}], [{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}]]	\N	2026-12-01 03:34:05.177222+00	2026-12-01 03:34:05.493736+00
361	4b34c2cd-e87b-4681-b2da-20bbc7f03864	228	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}], [{"n": 0, "from": "655344d7"}, {"n": 1, "from": "655344d7"}], [{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}], [{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}], [{"n": 0, "from": "3cfa2306"}, {"n": 1, "from": "3cfa2306"}], [{"n": 0, "from": "627d5971"}, {"n": 1, "from": "627d5971"}], [{"n": 0, "from": "36a457f5"}, {"n": 1, "from": "36a457f5"}], [{"n": 0, "from": "67356dfc"}, {"n": 1, "from": "67356dfc"}], [{"n": 0, "from": "c9023fad"}, {"n": 1, "from": "c9023fad"}], [{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}]]	\N	2026-12-01 03:34:05.178089+00	2026-12-01 03:34:05.496831+00
42	83fbf287-a7be-4da7-80f2-15ff68f28cbe	26	completed	0	0	2	2	2	0	f	[{"by": "d", "of": "dad79061"}, {"by": "d", "of": "7e5cdba7"}]	\N	2026-12-01 03:34:05.329407+00	2026-12-01 03:34:05.51442+00
58	be9a0059-ffd6-4b94-808d-8548c2ed90b9	35	completed	0	0	1	1	1	0	f	"722127ae"	\N	2026-12-01 03:34:05.477605+00	2026-12-01 03:34:05.517991+00
301	4de30ec2-b641-4545-bbb8-09fd9c4f0858	196	completed	0	0	1	1	1	0	f	{"by": "c", "of": "abe57799"}	\N	2026-12-01 03:34:05.443352+00	2026-12-01 03:34:05.531715+00
151	01a259d4-975d-4b27-bbd8-b7dab9663748	97	completed	0	0	1	1	1	0	f	[[{"n": 0, "from": "e3200250"}, {"n": 1, "from": "e3200250"}, {"n": 2, "from": "e3200250"}]]	\N	2026-12-01 03:34:05.461149+00	2026-12-01 03:34:05.521053+00
77	04e003c4-6a71-40f2-8416-631950fe1ad0	47	completed	0	0	1	1	1	0	f	[[]]	\N	2026-12-01 03:34:05.463193+00	2026-12-01 03:34:05.521655+00
332	5cc426a2-775c-4415-bb78-05bc1561d761	212	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "0a0dd723"}, {"n": 1, "from": "0a0dd723"}, {"n": 2, "from": "0a0dd723"}], [{"n": 0, "from": "08f6e84d"}, {"n": 1, "from": "08f6e84d"}, {"n": 2, "from": "08f6e84d"}], [{"n": 0, "from": "2df78ce0"}, {"n": 1, "from": "2df78ce0"}, {"n": 2, "from": "2df78ce0"}], [{"n": 0, "from": "f370cc18"}, {"n": 1, "from": "f370cc18"}, {"n": 2, "from": "f370cc18"}], [{"n": 0, "from": "9391751c"}, {"n": 1, "from": "9391751c"}, {"n": 2, "from": "9391751c"}], [{"n": 0, "from": "d2a4cc73"}, {"n": 1, "from": "d2a4cc73"}, {"n": 2, "from": "d2a4cc73"}], [{"n": 0, "from": "b9fb21da"}, {"n": 1, "from": "b9fb21da"}, {"n": 2, "from": "b9fb21da"}], [{"n": 0, "from": "d0bfbde4"}, {"n": 1, "from": "d0bfbde4"}, {"n": 2, "from": "d0bfbde4"}], [{"n": 0, "from": "3ae77e54"}, {"n": 1, "from": "3ae77e54"}, {"n": 2, "from": "3ae77e54"}], [{"n": 0, "from": "8fd6e726"}, {"n": 1, "from": "8fd6e726"}, {"n": 2, "from": "8fd6e726"}]]	\N	2026-12-01 03:34:05.360738+00	2026-12-01 03:34:05.529168+00
110	81f1b85c-2ba0-457a-88ca-bae30d077883	72	completed	0	0	10	10	10	0	f	[{"of": "1bb7e8cd", "orders": [{"id": 0, "lines": []}]}, {"of": "a3138018", "orders": [{"id": 0, "lines": []}]}, {"of": "1c0435c4", "orders": [{"id": 0, "lines": []}]}, {"of": "bb7d2b2d", "orders": [{"id": 0, "lines": []}]}, {"of": "3b0ad785", "orders": [{"id": 0, "lines": []}]}, {"of": "46507e5f", "orders": [{"id": 0, "lines": []}]}, {"of": "b432c22f", "orders": [{"id": 0, "lines": []}]}, {"of": "7ecc4a70", "orders": [{"id": 0, "lines": []}]}, {"of": "214e6ca3", "orders": [{"id": 0, "lines": []}]}, {"of": "74026a19", "orders": [{"id": 0, "lines": []}]}]	\N	2026-12-01 03:34:05.377743+00	2026-12-01 03:34:05.547298+00
59	be9a0059-ffd6-4b94-808d-8548c2ed90b9	36	completed	0	0	2	2	2	0	f	[[{"n": 0, "from": "f1b25f3a"}, {"n": 1, "from": "f1b25f3a"}, {"n": 2, "from": "f1b25f3a"}], [{"n": 0, "from": "9d467671"}, {"n": 1, "from": "9d467671"}, {"n": 2, "from": "9d467671"}]]	\N	2026-12-01 03:34:05.518062+00	2026-12-01 03:34:05.553024+00
124	8075f067-c68f-40da-ac94-a450e5c7add8	84	completed	0	0	7	7	7	0	f	[[{"n": 0, "from": "8ee49234"}, {"n": 1, "from": "8ee49234"}, {"n": 2, "from": "8ee49234"}], [{"n": 0, "from": "1c3139e7"}, {"n": 1, "from": "1c3139e7"}, {"n": 2, "from": "1c3139e7"}], [{"n": 0, "from": "c9da1fd3"}, {"n": 1, "from": "c9da1fd3"}, {"n": 2, "from": "c9da1fd3"}], [{"n": 0, "from": "2a5496c8"}, {"n": 1, "from": "2a5496c8"}, {"n": 2, "from": "2a5496c8"}], [{"n": 0, "from": "2c0da113"}, {"n": 1, "from": "2c0da113"}, {"n": 2, "from": "2c0da113"}], [{"n": 0, "from": "195a2512"}, {"n": 1, "from": "195a2512"}, {"n": 2, "from": "195a2512"}], [{"n": 0, "from": "2a03b31f"}, {"n": 1, "from": "2a03b31f"}, {"n": 2, "from": "2a03b31f"}]]	\N	2026-12-01 03:34:05.49335+00	2026-12-01 03:34:05.553051+00
229	a24a4af7-049e-4be8-818e-c8d113294c91	146	completed	0	0	6	6	6	0	f	[{"by": "e", "of": "1094b2d6"}, {"by": "e", "of": "15af5910"}, {"by": "e", "of": "cb616ea6"}, {"by": "e", "of": "c2e2fd44"}, {"by": "e", "of": "efb1a885"}, {"by": "e", "of": "627d5971"}]	\N	2026-12-01 03:34:05.029165+00	2026-12-01 03:34:05.553077+00
254	b345023f-70eb-4d82-95d0-98b2c859e249	163	completed	0	0	5	5	10	0	f	[[{"n": 0, "from": "3d348663"}], [{"n": 0, "from": "f8d302d6"}], [{"n": 0, "from": "cb616ea6"}], [{"n": 0, "from": "d4f44734"}], [{"n": 0, "from": "9b12bd4f"}], [{"n": 0, "from": "3d348663"}], [{"n": 0, "from": "ca54adcf"}], [{"n": 0, "from": "f8d302d6"}], [{"n": 0, "from": "83cfc23c"}], [{"n": 0, "from": "bd445669"}]]	\N	2026-12-01 03:34:05.055383+00	2026-12-01 03:34:05.553099+00
140	b66fe1ce-a9de-404b-b108-c4353300cecd	93	completed	0	0	1	1	1	0	f	{"of": "77fe381e", "orders": [{"id": 0, "lines": []}]}	\N	2026-12-01 03:34:05.541018+00	2026-12-01 03:34:05.558642+00
336	ea4cc1b3-8a73-4a13-981a-5f57c795b7dc	216	completed	0	0	8	8	8	0	f	[{"by": "b", "of": "a3443cdb"}, {"by": "b", "of": "655344d7"}, {"by": "b", "of": "cb616ea6"}, {"by": "b", "of": "c2e2fd44"}, {"by": "b", "of": "3d348663"}, {"by": "b", "of": "e60c4aaf"}, {"by": "b", "of": "3b33cbee"}, {"by": "b", "of": "21e4d8cb"}]	\N	2026-12-01 03:34:05.158608+00	2026-12-01 03:34:05.566962+00
303	4de30ec2-b641-4545-bbb8-09fd9c4f0858	198	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.567026+00	\N
193	866ffd55-6b01-42e9-8e05-60ea66958758	126	completed	0	0	8	8	8	0	f	[{"of": "a3443cdb", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "a3443cdb1"}]}, {"id": 2, "lines": [{"n": 0, "from": "a3443cdb2"}, {"n": 1, "from": "a3443cdb2"}]}]}, {"of": "377a7642", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "377a76421"}]}, {"id": 2, "lines": [{"n": 0, "from": "377a76422"}, {"n": 1, "from": "377a76422"}]}]}, {"of": "cb616ea6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "cb616ea61"}]}, {"id": 2, "lines": [{"n": 0, "from": "cb616ea62"}, {"n": 1, "from": "cb616ea62"}]}]}, {"of": "ac039408", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "ac0394081"}]}, {"id": 2, "lines": [{"n": 0, "from": "ac0394082"}, {"n": 1, "from": "ac0394082"}]}]}, {"of": "3cfa2306", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3cfa23061"}]}, {"id": 2, "lines": [{"n": 0, "from": "3cfa23062"}, {"n": 1, "from": "3cfa23062"}]}]}, {"of": "627d5971", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "627d59711"}]}, {"id": 2, "lines": [{"n": 0, "from": "627d59712"}, {"n": 1, "from": "627d59712"}]}]}, {"of": "3b33cbee", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3b33cbee1"}]}, {"id": 2, "lines": [{"n": 0, "from": "3b33cbee2"}, {"n": 1, "from": "3b33cbee2"}]}]}, {"of": "6c4c879e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "6c4c879e1"}]}, {"id": 2, "lines": [{"n": 0, "from": "6c4c879e2"}, {"n": 1, "from": "6c4c879e2"}]}]}]	\N	2026-12-01 03:34:04.989668+00	2026-12-01 03:34:05.575868+00
340	ea4cc1b3-8a73-4a13-981a-5f57c795b7dc	220	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "1a6ceeb2"}, {"n": 1, "from": "1a6ceeb2"}]	\N	2026-12-01 03:34:05.567136+00	2026-12-01 03:34:05.583025+00
172	9fb214fb-ef63-43ee-a712-a885325199b4	112	completed	0	0	10	10	10	0	f	[[], [], [], [], [], [], [], [], [], []]	\N	2026-12-01 03:34:05.498178+00	2026-12-01 03:34:05.596743+00
67	1bdb4810-8f73-4aa3-8f61-457decd0bcda	37	completed	0	0	10	10	10	1	f	[{"of": "f6a8d56c", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f6a8d56c1"}]}]}, {"of": "a35d2e5b", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "a35d2e5b1"}]}]}, {"of": "f1a8c095", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f1a8c0951"}]}]}, {"of": "da130c81", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "da130c811"}]}]}, {"of": "dc96e498", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "dc96e4981"}]}]}, null, {"of": "3d65776b", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "3d65776b1"}]}]}, {"of": "fe7db7f0", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "fe7db7f01"}]}]}, {"of": "c6cb4365", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c6cb43651"}]}]}, {"of": "27cbd1b4", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "27cbd1b41"}]}]}]	\N	2026-12-01 03:34:04.846215+00	2026-12-01 03:34:05.596901+00
129	1a6e7a85-af54-43a1-96b2-1cf755a703a8	84	completed	0	0	7	7	7	0	f	[[{"n": 0, "from": "8878c34e"}, {"n": 1, "from": "8878c34e"}, {"n": 2, "from": "8878c34e"}], [{"n": 0, "from": "c1152ebd"}, {"n": 1, "from": "c1152ebd"}, {"n": 2, "from": "c1152ebd"}], [{"n": 0, "from": "37f7add8"}, {"n": 1, "from": "37f7add8"}, {"n": 2, "from": "37f7add8"}], [{"n": 0, "from": "ef67fe45"}, {"n": 1, "from": "ef67fe45"}, {"n": 2, "from": "ef67fe45"}], [{"n": 0, "from": "236fdf90"}, {"n": 1, "from": "236fdf90"}, {"n": 2, "from": "236fdf90"}], [{"n": 0, "from": "2ceb928c"}, {"n": 1, "from": "2ceb928c"}, {"n": 2, "from": "2ceb928c"}], [{"n": 0, "from": "abcf0bdf"}, {"n": 1, "from": "abcf0bdf"}, {"n": 2, "from": "abcf0bdf"}]]	\N	2026-12-01 03:34:05.497371+00	2026-12-01 03:34:05.599901+00
337	ea4cc1b3-8a73-4a13-981a-5f57c795b7dc	217	completed	0	0	8	8	8	0	f	[{"by": "c", "of": "9389d765"}, {"by": "c", "of": "72b70938"}, {"by": "c", "of": "4c345fea"}, {"by": "c", "of": "f8e5f0c8"}, {"by": "c", "of": "22e2aaa2"}, {"by": "c", "of": "b4d6d1fc"}, {"by": "c", "of": "a818c250"}, {"by": "c", "of": "3ebc62a7"}]	\N	2026-12-01 03:34:05.329667+00	2026-12-01 03:34:05.599959+00
341	281d1a35-10f9-4123-9a57-c71cb81cd997	215	completed	0	0	8	8	8	0	f	{"total": 8, "failed": 0, "succeeded": 8}	\N	2026-12-01 03:34:05.159318+00	2026-12-01 03:34:05.600036+00
351	1f805a30-29bd-4167-87db-1f718f5664bf	225	started	0	0	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.620648+00	\N
69	1bdb4810-8f73-4aa3-8f61-457decd0bcda	39	failed	0	0	18	18	18	1	f	\N	task 9: attempt 3 at 5b30dc54 fails (attempt 3)	2026-12-01 03:34:05.597236+00	2026-12-01 03:34:05.713464+00
350	1f805a30-29bd-4167-87db-1f718f5664bf	224	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "7b9d6b7a"}], [{"n": 0, "from": "e7926d00"}], [{"n": 0, "from": "6948c5de"}], [{"n": 0, "from": "545e71e0"}], [{"n": 0, "from": "e6fef262"}], [{"n": 0, "from": "245736f6"}], [{"n": 0, "from": "49518721"}], [{"n": 0, "from": "3322e5e0"}], [{"n": 0, "from": "fad583de"}], [{"n": 0, "from": "cae8605a"}]]	\N	2026-12-01 03:34:05.321806+00	2026-12-01 03:34:05.620498+00
358	4b34c2cd-e87b-4681-b2da-20bbc7f03864	225	started	0	0	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.621707+00	\N
357	4b34c2cd-e87b-4681-b2da-20bbc7f03864	224	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "ace4d2ff"}], [{"n": 0, "from": "76edec4d"}], [{"n": 0, "from": "3a288bb1"}], [{"n": 0, "from": "4796102a"}], [{"n": 0, "from": "cbf594a5"}], [{"n": 0, "from": "53e73939"}], [{"n": 0, "from": "9bb410e9"}], [{"n": 0, "from": "6bd65587"}], [{"n": 0, "from": "bd98d00a"}], [{"n": 0, "from": "4b70c701"}]]	\N	2026-12-01 03:34:05.364698+00	2026-12-01 03:34:05.621602+00
248	44421505-1874-4a4a-b683-75cd77d81ae2	157	started	0	1	10	10	10	0	f	\N	\N	2026-12-01 03:34:05.622338+00	\N
152	01a259d4-975d-4b27-bbd8-b7dab9663748	98	completed	0	0	6	6	6	0	f	[{"by": "e", "of": "1c03dd04"}, {"by": "e", "of": "344ed8f1"}, {"by": "e", "of": "f9f3498f"}, {"by": "e", "of": "ca358bd8"}, {"by": "e", "of": "cd8b7da0"}, {"by": "e", "of": "98e6e221"}]	\N	2026-12-01 03:34:05.546763+00	2026-12-01 03:34:05.626785+00
71	1bdb4810-8f73-4aa3-8f61-457decd0bcda	41	completed	0	0	1	1	1	0	f	[{"n": 0, "from": "2f4e453f"}]	\N	2026-12-01 03:34:05.597367+00	2026-12-01 03:34:05.640684+00
260	7c07f4ba-eee2-4d34-a1e0-2abc24412031	164	completed	0	0	10	10	10	0	f	[{"of": "1094b2d6", "orders": []}, {"of": "b0671f26", "orders": []}, {"of": "cb616ea6", "orders": []}, {"of": "da97237e", "orders": []}, {"of": "f4ddc220", "orders": []}, {"of": "c0e729a5", "orders": []}, {"of": "f8b560c0", "orders": []}, {"of": "9f95f603", "orders": []}, {"of": "3125696d", "orders": []}, {"of": "38962b00", "orders": []}]	\N	2026-12-01 03:34:05.064304+00	2026-12-01 03:34:05.651434+00
339	ea4cc1b3-8a73-4a13-981a-5f57c795b7dc	219	completed	0	0	8	8	8	0	f	[{"of": "907f92bf", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "907f92bf1"}]}, {"id": 2, "lines": [{"n": 0, "from": "907f92bf2"}, {"n": 1, "from": "907f92bf2"}]}]}, {"of": "9a862ce5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "9a862ce51"}]}, {"id": 2, "lines": [{"n": 0, "from": "9a862ce52"}, {"n": 1, "from": "9a862ce52"}]}]}, {"of": "d6a5410e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "d6a5410e1"}]}, {"id": 2, "lines": [{"n": 0, "from": "d6a5410e2"}, {"n": 1, "from": "d6a5410e2"}]}]}, {"of": "42d376b5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "42d376b51"}]}, {"id": 2, "lines": [{"n": 0, "from": "42d376b52"}, {"n": 1, "from": "42d376b52"}]}]}, {"of": "0f192704", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "0f1927041"}]}, {"id": 2, "lines": [{"n": 0, "from": "0f1927042"}, {"n": 1, "from": "0f1927042"}]}]}, {"of": "85253a04", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "85253a041"}]}, {"id": 2, "lines": [{"n": 0, "from": "85253a042"}, {"n": 1, "from": "85253a042"}]}]}, {"of": "6ec3dc75", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "6ec3dc751"}]}, {"id": 2, "lines": [{"n": 0, "from": "6ec3dc752"}, {"n": 1, "from": "6ec3dc752"}]}]}, {"of": "f7e56741", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "f7e567411"}]}, {"id": 2, "lines": [{"n": 0, "from": "f7e567412"}, {"n": 1, "from": "f7e567412"}]}]}]	\N	2026-12-01 03:34:05.600165+00	2026-12-01 03:34:05.666833+00
21	0a291c69-6572-48ff-bf90-4bd7a6ef370f	11	completed	0	0	10	10	10	0	f	[{"of": "22808436", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "228084361"}]}]}, {"of": "0bf60206", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "0bf602061"}]}]}, {"of": "bc642c30", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "bc642c301"}]}]}, {"of": "d814a72f", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "d814a72f1"}]}]}, {"of": "4c5e2b10", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4c5e2b101"}]}]}, {"of": "026eb0e1", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "026eb0e11"}]}]}, {"of": "87a94c6e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "87a94c6e1"}]}]}, {"of": "4e8c7392", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4e8c73921"}]}]}, {"of": "c51b64e0", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c51b64e01"}]}]}, {"of": "35230dce", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "35230dce1"}]}]}]	\N	2026-12-01 03:34:05.491205+00	2026-12-01 03:34:05.634305+00
238	b6bbd04f-500b-4622-843f-fa4b25a41200	148	completed	0	0	10	10	10	0	f	[{"of": "1e1bb9fc", "orders": [{"id": 0, "lines": []}]}, {"of": "207533c9", "orders": [{"id": 0, "lines": []}]}, {"of": "1a79814f", "orders": [{"id": 0, "lines": []}]}, {"of": "18079531", "orders": [{"id": 0, "lines": []}]}, {"of": "f3a7aef4", "orders": [{"id": 0, "lines": []}]}, {"of": "e7d2204b", "orders": [{"id": 0, "lines": []}]}, {"of": "af7b02eb", "orders": [{"id": 0, "lines": []}]}, {"of": "b680b45b", "orders": [{"id": 0, "lines": []}]}, {"of": "a62b1e78", "orders": [{"id": 0, "lines": []}]}, {"of": "f9e82814", "orders": [{"id": 0, "lines": []}]}]	\N	2026-12-01 03:34:05.547649+00	2026-12-01 03:34:05.649501+00
364	a9aa12f8-7a10-4dd7-9fba-38678ac82b4a	231	completed	0	0	10	10	10	0	f	[[{"n": 0, "from": "9e3229b3"}, {"n": 1, "from": "9e3229b3"}, {"n": 2, "from": "9e3229b3"}], [{"n": 0, "from": "377a7642"}, {"n": 1, "from": "377a7642"}, {"n": 2, "from": "377a7642"}], [{"n": 0, "from": "d20f4dbf"}, {"n": 1, "from": "d20f4dbf"}, {"n": 2, "from": "d20f4dbf"}], [{"n": 0, "from": "d4f44734"}, {"n": 1, "from": "d4f44734"}, {"n": 2, "from": "d4f44734"}], [{"n": 0, "from": "3cfa2306"}, {"n": 1, "from": "3cfa2306"}, {"n": 2, "from": "3cfa2306"}], [{"n": 0, "from": "eaa11641"}, {"n": 1, "from": "eaa11641"}, {"n": 2, "from": "eaa11641"}], [{"n": 0, "from": "ca54adcf"}, {"n": 1, "from": "ca54adcf"}, {"n": 2, "from": "ca54adcf"}], [{"n": 0, "from": "c28b4611"}, {"n": 1, "from": "c28b4611"}, {"n": 2, "from": "c28b4611"}], [{"n": 0, "from": "83cfc23c"}, {"n": 1, "from": "83cfc23c"}, {"n": 2, "from": "83cfc23c"}], [{"n": 0, "from": "45c75cbb"}, {"n": 1, "from": "45c75cbb"}, {"n": 2, "from": "45c75cbb"}]]	\N	2026-12-01 03:34:05.181704+00	2026-12-01 03:34:05.6502+00
263	7c07f4ba-eee2-4d34-a1e0-2abc24412031	167	completed	0	0	\N	0	0	0	f	[]	\N	2026-12-01 03:34:05.651737+00	2026-12-01 03:34:05.651737+00
84	5e194141-7142-40d5-b326-9b729350d9d8	50	created	0	0	\N	\N	\N	0	f	\N	\N	\N	\N
344	281d1a35-10f9-4123-9a57-c71cb81cd997	218	completed	0	0	8	8	8	0	f	[[{"n": 0, "from": "93b31e69"}, {"n": 1, "from": "93b31e69"}, {"n": 2, "from": "93b31e69"}], [{"n": 0, "from": "d26aa37d"}, {"n": 1, "from": "d26aa37d"}, {"n": 2, "from": "d26aa37d"}], [{"n": 0, "from": "3a121f35"}, {"n": 1, "from": "3a121f35"}, {"n": 2, "from": "3a121f35"}], [{"n": 0, "from": "51098e12"}, {"n": 1, "from": "51098e12"}, {"n": 2, "from": "51098e12"}], [{"n": 0, "from": "f6c33aa8"}, {"n": 1, "from": "f6c33aa8"}, {"n": 2, "from": "f6c33aa8"}], [{"n": 0, "from": "9f7abf51"}, {"n": 1, "from": "9f7abf51"}, {"n": 2, "from": "9f7abf51"}], [{"n": 0, "from": "3ce4356a"}, {"n": 1, "from": "3ce4356a"}, {"n": 2, "from": "3ce4356a"}], [{"n": 0, "from": "128edb15"}, {"n": 1, "from": "128edb15"}, {"n": 2, "from": "128edb15"}]]	\N	2026-12-01 03:34:05.600449+00	2026-12-01 03:34:05.655754+00
264	7c07f4ba-eee2-4d34-a1e0-2abc24412031	168	completed	0	0	1	1	1	0	f	{"by": "e", "of": "dec841f6"}	\N	2026-12-01 03:34:05.651759+00	2026-12-01 03:34:05.666789+00
353	1f805a30-29bd-4167-87db-1f718f5664bf	227	completed	0	0	4	4	10	0	f	[[{"n": 0, "from": "1f2e6d5a"}], [{"n": 0, "from": "0036924c"}], [{"n": 0, "from": "450cc70c"}], [{"n": 0, "from": "1159a209"}], [{"n": 0, "from": "11be9ba5"}], [{"n": 0, "from": "a69ee373"}], [{"n": 0, "from": "daa3ca8b"}], [{"n": 0, "from": "5f326cac"}], [{"n": 0, "from": "f14c78cf"}], [{"n": 0, "from": "86ccf192"}]]	\N	2026-12-01 03:34:05.620816+00	2026-12-01 03:34:05.761996+00
16	09d4cc4c-9e84-4c51-8ff0-ab36f219dee4	11	completed	0	0	10	10	10	0	f	[{"of": "c99cc696", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c99cc6961"}]}]}, {"of": "41125835", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "411258351"}]}]}, {"of": "24c5bdfa", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "24c5bdfa1"}]}]}, {"of": "0d296084", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "0d2960841"}]}]}, {"of": "7be46287", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "7be462871"}]}]}, {"of": "d82e1d98", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "d82e1d981"}]}]}, {"of": "b5396a21", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "b5396a211"}]}]}, {"of": "78043bf1", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "78043bf11"}]}]}, {"of": "4634629a", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "4634629a1"}]}]}, {"of": "cc5743ff", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "cc5743ff1"}]}]}]	\N	2026-12-01 03:34:05.484404+00	2026-12-01 03:34:05.66187+00
343	281d1a35-10f9-4123-9a57-c71cb81cd997	217	completed	0	0	8	8	8	0	f	[{"by": "c", "of": "2e6fa211"}, {"by": "c", "of": "72b70938"}, {"by": "c", "of": "123a7057"}, {"by": "c", "of": "f8e5f0c8"}, {"by": "c", "of": "96e62577"}, {"by": "c", "of": "b4d6d1fc"}, {"by": "c", "of": "f07aab30"}, {"by": "c", "of": "92e8684a"}]	\N	2026-12-01 03:34:05.60033+00	2026-12-01 03:34:05.666875+00
189	583f6291-1d9f-4c42-a26e-c8f5d9636899	122	completed	0	0	16	16	16	0	f	[[{"n": 0, "from": "15571d5f"}], [{"n": 0, "from": "7698d772"}], [{"n": 0, "from": "03fc4b82"}], [{"n": 0, "from": "6488e02a"}], [{"n": 0, "from": "bbe3dabc"}], [{"n": 0, "from": "481a1afb"}], [{"n": 0, "from": "029f6c8a"}], [{"n": 0, "from": "04cf46c8"}], [{"n": 0, "from": "7698d772"}], [{"n": 0, "from": "9132e265"}], [{"n": 0, "from": "41c8d98c"}], [{"n": 0, "from": "7698d772"}], [{"n": 0, "from": "70eb68a3"}], [{"n": 0, "from": "bbe3dabc"}], [{"n": 0, "from": "41c8d98c"}], [{"n": 0, "from": "7698d772"}]]	\N	2026-12-01 03:34:05.471619+00	2026-12-01 03:34:05.67392+00
231	a24a4af7-049e-4be8-818e-c8d113294c91	148	completed	0	0	10	10	10	0	f	[{"of": "b812f35d", "orders": [{"id": 0, "lines": []}]}, {"of": "96c6457d", "orders": [{"id": 0, "lines": []}]}, {"of": "53b5272a", "orders": [{"id": 0, "lines": []}]}, {"of": "a3c3f04e", "orders": [{"id": 0, "lines": []}]}, {"of": "db5f585f", "orders": [{"id": 0, "lines": []}]}, {"of": "444be59c", "orders": [{"id": 0, "lines": []}]}, {"of": "4e24bab6", "orders": [{"id": 0, "lines": []}]}, {"of": "a26d4b4d", "orders": [{"id": 0, "lines": []}]}, {"of": "636a9e5d", "orders": [{"id": 0, "lines": []}]}, {"of": "a5e52025", "orders": [{"id": 0, "lines": []}]}]	\N	2026-12-01 03:34:05.621102+00	2026-12-01 03:34:05.68555+00
83	5e194141-7142-40d5-b326-9b729350d9d8	49	completed	0	0	3	3	3	1	f	[{"of": "d6c77b37", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "d6c77b371"}]}, {"id": 2, "lines": [{"n": 0, "from": "d6c77b372"}, {"n": 1, "from": "d6c77b372"}]}]}, null, {"of": "ddbbfae1", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "ddbbfae11"}]}, {"id": 2, "lines": [{"n": 0, "from": "ddbbfae12"}, {"n": 1, "from": "ddbbfae12"}]}]}]	\N	2026-12-01 03:34:05.652643+00	2026-12-01 03:34:05.690808+00
206	7f100902-afce-4ecd-b3dd-9cdfe73e7b79	131	completed	0	0	8	8	8	0	f	[[{"n": 0, "from": "8976fd12"}, {"n": 1, "from": "8976fd12"}], [{"n": 0, "from": "37b8ff20"}, {"n": 1, "from": "37b8ff20"}], [{"n": 0, "from": "ea64312e"}, {"n": 1, "from": "ea64312e"}], [{"n": 0, "from": "37b8ff20"}, {"n": 1, "from": "37b8ff20"}], [{"n": 0, "from": "78ea17ce"}, {"n": 1, "from": "78ea17ce"}], [{"n": 0, "from": "829ff287"}, {"n": 1, "from": "829ff287"}], [{"n": 0, "from": "aeb49baa"}, {"n": 1, "from": "aeb49baa"}], [{"n": 0, "from": "bbd715d7"}, {"n": 1, "from": "bbd715d7"}]]	\N	2026-12-01 03:34:05.469172+00	2026-12-01 03:34:05.698158+00
191	583f6291-1d9f-4c42-a26e-c8f5d9636899	124	completed	0	0	10	10	10	0	f	[{"of": "944a10bc", "orders": []}, {"of": "224f2acd", "orders": []}, {"of": "f3ee65ba", "orders": []}, {"of": "da130c81", "orders": []}, {"of": "5df6b2e4", "orders": []}, {"of": "4b60029a", "orders": []}, {"of": "83f2fcfa", "orders": []}, {"of": "fd1492dc", "orders": []}, {"of": "8985f0cf", "orders": []}, {"of": "1a1e682a", "orders": []}]	\N	2026-12-01 03:34:04.987687+00	2026-12-01 03:34:05.700592+00
360	4b34c2cd-e87b-4681-b2da-20bbc7f03864	227	completed	0	0	4	4	10	0	f	[[{"n": 0, "from": "b74c98b9"}], [{"n": 0, "from": "b8272572"}], [{"n": 0, "from": "b74c98b9"}], [{"n": 0, "from": "f9d02c22"}], [{"n": 0, "from": "e2493a67"}], [{"n": 0, "from": "68b74f6f"}], [{"n": 0, "from": "8d00cd57"}], [{"n": 0, "from": "78a1ca5a"}], [{"n": 0, "from": "c26595e0"}], [{"n": 0, "from": "d9bc4cc6"}]]	\N	2026-12-01 03:34:05.621819+00	2026-12-01 03:34:05.739277+00
166	366e6f03-b695-44b5-b99e-694e1339adbb	109	completed	0	0	4	4	8	0	f	[{"of": "1094b2d6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "1094b2d61"}]}, {"id": 2, "lines": [{"n": 0, "from": "1094b2d62"}, {"n": 1, "from": "1094b2d62"}]}]}, {"of": "377a7642", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "377a76421"}]}, {"id": 2, "lines": [{"n": 0, "from": "377a76422"}, {"n": 1, "from": "377a76422"}]}]}, {"of": "1094b2d6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "1094b2d61"}]}, {"id": 2, "lines": [{"n": 0, "from": "1094b2d62"}, {"n": 1, "from": "1094b2d62"}]}]}, {"of": "377a7642", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "377a76421"}]}, {"id": 2, "lines": [{"n": 0, "from": "377a76422"}, {"n": 1, "from": "377a76422"}]}]}, {"of": "c00974b5", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "c00974b51"}]}, {"id": 2, "lines": [{"n": 0, "from": "c00974b52"}, {"n": 1, "from": "c00974b52"}]}]}, {"of": "0a54d575", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "0a54d5751"}]}, {"id": 2, "lines": [{"n": 0, "from": "0a54d5752"}, {"n": 1, "from": "0a54d5752"}]}]}, {"of": "1094b2d6", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "1094b2d61"}]}, {"id": 2, "lines": [{"n": 0, "from": "1094b2d62"}, {"n": 1, "from": "1094b2d62"}]}]}, {"of": "da97237e", "orders": [{"id": 0, "lines": []}, {"id": 1, "lines": [{"n": 0, "from": "da97237e1"}]}, {"id": 2, "lines": [{"n": 0, "from": "da97237e2"}, {"n": 1, "from": "da97237e2"}]}]}]	\N	2026-12-01 03:34:04.961806+00	2026-12-01 03:34:05.753829+00
\.

COPY fanout.stripes (state_id, stripe, remaining) FROM stdin;
1	0	10
158	0	10
201	0	2
208	0	2
298	0	10
310	0	3
321	0	2
323	0	1
368	0	2
369	0	10
373	0	10
383	0	2
86	0	1
194	0	6
266	0	1
190	0	11
289	0	6
60	0	3
221	0	6
85	0	1
217	0	3
177	0	3
155	0	6
175	0	3
292	0	6
248	0	8
167	0	7
286	0	7
173	0	3
112	0	10
108	0	2
303	0	10
68	0	9
\.

COPY fanout.task_progress (state_id, reported_at, task_index, progress) FROM stdin;
\.

COPY fanout.tasks_00 (state_id, task_index, generation, item) FROM stdin;
1	0	0	{"id": 0, "é": "x", "a long key": {}}
1	1	0	{"id": 1, "é": "x", "a long key": {}}
1	2	0	true
1	3	0	{"id": 3, "é": "x", "a long key": {}}
2	0	0	\N
3	0	0	\N
4	0	0	\N
8	0	0	\N
12	0	0	\N
13	0	0	\N
17	0	0	\N
18	0	0	\N
22	0	0	\N
23	0	0	\N
28	0	0	\N
29	0	0	\N
34	0	0	\N
36	0	0	\N
39	0	0	\N
49	0	0	\N
56	0	0	\N
57	0	0	\N
60	0	0	{"id": 0, "lines": [[0, null, []]]}
60	1	0	{"id": 1, "lines": ["item 0", {"id": 1, "é": "x", "a long key": {}}]}
60	2	0	{"id": 2, "lines": [{"id": 0, "é": "x", "a long key": {}}]}
60	3	0	{"id": 3, "lines": ["item 0", 1]}
60	4	0	{"id": 4, "lines": []}
60	5	0	{"id": 5, "lines": [null, {"id": 1, "é": "x", "a long key": {}}, [2, null, []]]}
60	6	0	{"id": 6, "lines": ["item 0", {"id": 1, "é": "x", "a long key": {}}]}
60	7	0	{"id": 7, "lines": [0, "item 1", {"id": 2, "é": "x", "a long key": {}}]}
60	8	0	{"id": 8, "lines": ["item 0", "item 1", 2]}
60	9	0	{"id": 9, "lines": [{"id": 0, "é": "x", "a long key": {}}]}
67	0	0	{"id": 0, "lines": []}
67	1	0	{"id": 1, "lines": [[0, null, []], [1, null, []]]}
67	2	0	{"id": 2, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}
67	3	0	{"id": 3, "lines": []}
67	4	0	{"id": 4, "lines": []}
67	5	0	{"id": 5, "lines": []}
67	6	0	{"id": 6, "lines": []}
67	7	0	{"id": 7, "lines": [{"id": 0, "é": "x", "a long key": {}}, true, {"id": 2, "é": "x", "a long key": {}}]}
67	8	0	{"id": 8, "lines": ["item 0", "item 1", 2]}
67	9	0	{"id": 9, "lines": [true, [1, null, []]]}
74	0	0	\N
78	0	0	\N
82	0	0	\N
85	0	0	"\\"Zürich\\"\\n\\t\\\\0"
85	1	0	1
85	2	0	false
92	0	0	\N
99	0	0	\N
103	0	0	\N
107	0	0	\N
109	0	0	\N
115	0	0	[{"id": 0, "é": "x", "a long key": {}}, 1, {"id": 2, "é": "x", "a long key": {}}, "item 3"]
116	0	0	\N
118	0	0	\N
120	0	0	\N
125	0	0	\N
130	0	0	\N
132	0	0	\N
134	0	0	\N
136	0	0	\N
141	0	0	\N
143	0	0	\N
148	0	0	\N
154	0	0	\N
156	0	0	[[0, null, []], false, "item 2", [3, null, []], {"id": 4, "é": "x", "a long key": {}}, false, [6, null, []]]
156	1	0	["\\"Zürich\\"\\n\\t\\\\7", true, {"id": 9, "é": "x", "a long key": {}}]
158	0	0	[0, null, []]
158	1	0	false
158	2	0	"item 2"
158	3	0	[3, null, []]
158	4	0	{"id": 4, "é": "x", "a long key": {}}
158	5	0	false
158	6	0	[6, null, []]
158	7	0	"\\"Zürich\\"\\n\\t\\\\7"
158	8	0	true
158	9	0	{"id": 9, "é": "x", "a long key": {}}
160	0	0	\N
163	0	0	\N
166	0	0	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]
166	1	0	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]
166	2	0	[0, [1, null, []]]
166	3	0	[{"id": 0, "é": "x", "a long key": {}}, null]
168	0	0	[0, null, []]
168	1	0	1
168	2	0	"item 2"
168	3	0	{"id": 3, "é": "x", "a long key": {}}
171	0	0	[0, null, []]
171	1	0	{"id": 1, "é": "x", "a long key": {}}
171	2	0	"item 2"
171	3	0	"\\"Zürich\\"\\n\\t\\\\3"
174	0	0	"\\"Zürich\\"\\n\\t\\\\0"
174	1	0	false
174	2	0	{"id": 2, "é": "x", "a long key": {}}
174	3	0	3
174	4	0	{"id": 4, "é": "x", "a long key": {}}
174	5	0	"\\"Zürich\\"\\n\\t\\\\5"
174	6	0	"\\"Zürich\\"\\n\\t\\\\6"
174	7	0	{"id": 7, "é": "x", "a long key": {}}
174	8	0	"item 8"
174	9	0	"item 9"
176	0	0	"\\"Zürich\\"\\n\\t\\\\0"
176	1	0	false
176	2	0	true
176	3	0	{"id": 3, "é": "x", "a long key": {}}
176	4	0	null
176	5	0	[5, null, []]
176	6	0	[6, null, []]
176	7	0	{"id": 7, "é": "x", "a long key": {}}
176	8	0	8
176	9	0	"item 9"
178	0	0	\N
183	0	0	\N
188	0	0	\N
190	0	0	0
190	1	0	{"id": 1, "é": "x", "a long key": {}}
190	2	0	2
190	3	0	"item 0"
190	4	0	[0, null, []]
190	5	0	"\\"Zürich\\"\\n\\t\\\\1"
190	6	0	[2, null, []]
190	7	0	{"id": 0, "é": "x", "a long key": {}}
190	8	0	{"id": 1, "é": "x", "a long key": {}}
190	9	0	"item 2"
190	10	0	"\\"Zürich\\"\\n\\t\\\\0"
190	11	0	{"id": 1, "é": "x", "a long key": {}}
190	12	0	true
190	13	0	[0, null, []]
190	14	0	"\\"Zürich\\"\\n\\t\\\\0"
190	15	0	{"id": 1, "é": "x", "a long key": {}}
191	0	0	{"id": 0, "lines": [0, {"id": 1, "é": "x", "a long key": {}}, 2]}
191	1	0	{"id": 1, "lines": ["item 0"]}
191	2	0	{"id": 2, "lines": [[0, null, []], "\\"Zürich\\"\\n\\t\\\\1", [2, null, []]]}
191	3	0	{"id": 3, "lines": []}
191	4	0	{"id": 4, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, "item 2"]}
191	5	0	{"id": 5, "lines": ["\\"Zürich\\"\\n\\t\\\\0", {"id": 1, "é": "x", "a long key": {}}, true]}
191	6	0	{"id": 6, "lines": [[0, null, []]]}
191	7	0	{"id": 7, "lines": []}
191	8	0	{"id": 8, "lines": []}
191	9	0	{"id": 9, "lines": ["\\"Zürich\\"\\n\\t\\\\0", {"id": 1, "é": "x", "a long key": {}}]}
192	0	0	\N
193	0	0	"\\"Zürich\\"\\n\\t\\\\0"
193	1	0	{"id": 1, "é": "x", "a long key": {}}
193	2	0	{"id": 2, "é": "x", "a long key": {}}
193	3	0	3
193	4	0	[4, null, []]
193	5	0	"item 5"
193	6	0	"\\"Zürich\\"\\n\\t\\\\6"
193	7	0	"item 7"
194	0	0	"item 0"
194	1	0	{"id": 1, "é": "x", "a long key": {}}
194	2	0	false
194	3	0	{"id": 3, "é": "x", "a long key": {}}
194	4	0	{"id": 4, "é": "x", "a long key": {}}
194	5	0	{"id": 5, "é": "x", "a long key": {}}
194	6	0	{"id": 6, "é": "x", "a long key": {}}
194	7	0	{"id": 7, "é": "x", "a long key": {}}
195	0	0	\N
200	0	0	\N
201	0	0	[0, "\\"Zürich\\"\\n\\t\\\\1", "\\"Zürich\\"\\n\\t\\\\2", {"id": 3, "é": "x", "a long key": {}}, "item 4", {"id": 5, "é": "x", "a long key": {}}, true]
201	1	0	[[7, null, []]]
202	0	0	\N
207	0	0	\N
208	0	0	[{"id": 0, "é": "x", "a long key": {}}, true, [2, null, []], true, "\\"Zürich\\"\\n\\t\\\\4", {"id": 5, "é": "x", "a long key": {}}, 6]
208	1	0	[{"id": 7, "é": "x", "a long key": {}}]
209	0	0	\N
210	0	0	\N
212	0	0	\N
213	0	0	\N
215	0	0	\N
216	0	0	\N
217	0	0	"\\"Zürich\\"\\n\\t\\\\0"
217	1	0	{"id": 1, "é": "x", "a long key": {}}
217	2	0	{"id": 2, "é": "x", "a long key": {}}
217	3	0	{"id": 0, "é": "x", "a long key": {}}
217	4	0	{"id": 1, "é": "x", "a long key": {}}
217	5	0	"\\"Zürich\\"\\n\\t\\\\2"
217	6	0	0
217	7	0	{"id": 1, "é": "x", "a long key": {}}
217	8	0	{"id": 2, "é": "x", "a long key": {}}
217	9	0	null
217	10	0	1
217	11	0	{"id": 0, "é": "x", "a long key": {}}
217	12	0	"\\"Zürich\\"\\n\\t\\\\0"
217	13	0	[1, null, []]
217	14	0	{"id": 2, "é": "x", "a long key": {}}
217	15	0	{"id": 0, "é": "x", "a long key": {}}
217	16	0	{"id": 1, "é": "x", "a long key": {}}
217	17	0	0
217	18	0	{"id": 0, "é": "x", "a long key": {}}
217	19	0	{"id": 1, "é": "x", "a long key": {}}
221	0	0	{"id": 0, "é": "x", "a long key": {}}
221	1	0	"item 1"
221	2	0	true
179	0	0	\N
221	3	0	{"id": 0, "é": "x", "a long key": {}}
221	4	0	"\\"Zürich\\"\\n\\t\\\\1"
221	5	0	"\\"Zürich\\"\\n\\t\\\\0"
221	6	0	{"id": 1, "é": "x", "a long key": {}}
221	7	0	{"id": 0, "é": "x", "a long key": {}}
221	8	0	{"id": 1, "é": "x", "a long key": {}}
221	9	0	{"id": 2, "é": "x", "a long key": {}}
221	10	0	{"id": 0, "é": "x", "a long key": {}}
221	11	0	true
221	12	0	"item 2"
221	13	0	"\\"Zürich\\"\\n\\t\\\\0"
225	0	0	\N
229	0	0	{"id": 0, "é": "x", "a long key": {}}
229	1	0	"\\"Zürich\\"\\n\\t\\\\1"
229	2	0	{"id": 2, "é": "x", "a long key": {}}
229	3	0	{"id": 3, "é": "x", "a long key": {}}
229	4	0	"item 4"
229	5	0	"item 5"
232	0	0	\N
236	0	0	{"id": 0, "é": "x", "a long key": {}}
236	1	0	{"id": 1, "é": "x", "a long key": {}}
236	2	0	2
236	3	0	{"id": 3, "é": "x", "a long key": {}}
236	4	0	false
236	5	0	{"id": 5, "é": "x", "a long key": {}}
239	0	0	["\\"Zürich\\"\\n\\t\\\\0", true, "\\"Zürich\\"\\n\\t\\\\2", "item 3", {"id": 4, "é": "x", "a long key": {}}]
239	1	0	[{"id": 5, "é": "x", "a long key": {}}, {"id": 6, "é": "x", "a long key": {}}, true, {"id": 8, "é": "x", "a long key": {}}, {"id": 9, "é": "x", "a long key": {}}]
240	0	0	\N
241	0	0	\N
246	0	0	0
246	1	0	[1, null, []]
246	2	0	{"id": 2, "é": "x", "a long key": {}}
246	3	0	[3, null, []]
246	4	0	false
246	5	0	5
246	6	0	{"id": 6, "é": "x", "a long key": {}}
246	7	0	false
246	8	0	"item 8"
246	9	0	"\\"Zürich\\"\\n\\t\\\\9"
249	0	0	\N
251	0	0	true
251	1	0	false
251	2	0	{"id": 2, "é": "x", "a long key": {}}
251	3	0	[3, null, []]
251	4	0	"\\"Zürich\\"\\n\\t\\\\4"
251	5	0	true
251	6	0	"item 6"
251	7	0	false
251	8	0	8
251	9	0	[9, null, []]
252	0	0	true
252	1	0	false
252	2	0	{"id": 2, "é": "x", "a long key": {}}
252	3	0	[3, null, []]
253	0	0	true
253	1	0	false
253	2	0	{"id": 2, "é": "x", "a long key": {}}
253	3	0	[3, null, []]
253	4	0	"\\"Zürich\\"\\n\\t\\\\4"
253	5	0	true
253	6	0	"item 6"
253	7	0	false
253	8	0	8
253	9	0	[9, null, []]
254	0	0	[true, false]
254	1	0	[{"id": 2, "é": "x", "a long key": {}}, [3, null, []]]
254	2	0	["\\"Zürich\\"\\n\\t\\\\4", true]
254	3	0	["item 6", false]
254	4	0	[8, [9, null, []]]
255	0	0	{"id": 0, "é": "x", "a long key": {}}
255	1	0	{"id": 1, "é": "x", "a long key": {}}
255	2	0	{"id": 2, "é": "x", "a long key": {}}
255	3	0	"\\"Zürich\\"\\n\\t\\\\3"
260	0	0	{"id": 0, "é": "x", "a long key": {}}
260	1	0	1
260	2	0	{"id": 2, "é": "x", "a long key": {}}
260	3	0	null
265	0	0	{"id": 0, "lines": []}
265	1	0	{"id": 1, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}
265	2	0	{"id": 2, "lines": [0, {"id": 1, "é": "x", "a long key": {}}]}
265	3	0	{"id": 3, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}
265	4	0	{"id": 4, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}
265	5	0	{"id": 5, "lines": [null, [1, null, []], "\\"Zürich\\"\\n\\t\\\\2"]}
265	6	0	{"id": 6, "lines": [[0, null, []], {"id": 1, "é": "x", "a long key": {}}, {"id": 2, "é": "x", "a long key": {}}]}
265	7	0	{"id": 7, "lines": ["\\"Zürich\\"\\n\\t\\\\0"]}
265	8	0	{"id": 8, "lines": [[0, null, []], {"id": 1, "é": "x", "a long key": {}}, "item 2"]}
265	9	0	{"id": 9, "lines": [{"id": 0, "é": "x", "a long key": {}}, true]}
271	0	0	{"id": 0, "é": "x", "a long key": {}}
271	1	0	"item 1"
271	2	0	{"id": 2, "é": "x", "a long key": {}}
273	0	0	\N
275	0	0	{"id": 0, "é": "x", "a long key": {}}
275	1	0	"item 1"
275	2	0	{"id": 2, "é": "x", "a long key": {}}
277	0	0	{"id": 0, "é": "x", "a long key": {}}
277	1	0	null
277	2	0	true
279	0	0	\N
281	0	0	{"id": 0, "é": "x", "a long key": {}}
281	1	0	null
281	2	0	true
283	0	0	\N
285	0	0	\N
287	0	0	{"id": 0, "é": "x", "a long key": {}}
287	1	0	{"id": 1, "é": "x", "a long key": {}}
287	2	0	{"id": 2, "é": "x", "a long key": {}}
287	3	0	{"id": 3, "é": "x", "a long key": {}}
288	0	0	{"id": 0, "é": "x", "a long key": {}}
288	1	0	{"id": 1, "é": "x", "a long key": {}}
288	2	0	"\\"Zürich\\"\\n\\t\\\\2"
288	3	0	{"id": 3, "é": "x", "a long key": {}}
289	0	0	0
289	1	0	[1, null, []]
289	2	0	[2, null, []]
289	3	0	{"id": 3, "é": "x", "a long key": {}}
291	0	0	\N
295	0	0	0
295	1	0	{"id": 1, "é": "x", "a long key": {}}
295	2	0	"\\"Zürich\\"\\n\\t\\\\2"
295	3	0	{"id": 3, "é": "x", "a long key": {}}
296	0	0	0
296	1	0	{"id": 1, "é": "x", "a long key": {}}
296	2	0	"\\"Zürich\\"\\n\\t\\\\2"
296	3	0	{"id": 3, "é": "x", "a long key": {}}
298	0	0	0
298	1	0	{"id": 1, "é": "x", "a long key": {}}
298	2	0	"\\"Zürich\\"\\n\\t\\\\2"
298	3	0	{"id": 3, "é": "x", "a long key": {}}
299	0	0	\N
300	0	0	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, [2, null, []], {"id": 3, "é": "x", "a long key": {}}, "item 4", "item 5", "\\"Zürich\\"\\n\\t\\\\6"]
300	1	0	[{"id": 7, "é": "x", "a long key": {}}, 8, {"id": 9, "é": "x", "a long key": {}}]
304	0	0	\N
305	0	0	[{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, 2, true, {"id": 4, "é": "x", "a long key": {}}, [5, null, []], {"id": 6, "é": "x", "a long key": {}}]
305	1	0	[[7, null, []], "item 8", true]
309	0	0	\N
310	0	0	{"id": 0, "é": "x", "a long key": {}}
310	1	0	"\\"Zürich\\"\\n\\t\\\\1"
310	2	0	2
311	0	0	\N
315	0	0	\N
316	0	0	[0, null, []]
316	1	0	1
316	2	0	{"id": 2, "é": "x", "a long key": {}}
317	0	0	\N
321	0	0	false
321	1	0	"item 1"
323	0	0	[false, "item 1"]
325	0	0	true
325	1	0	"\\"Zürich\\"\\n\\t\\\\1"
327	0	0	[true, "\\"Zürich\\"\\n\\t\\\\1"]
329	0	0	"\\"Zürich\\"\\n\\t\\\\0"
329	1	0	[1, null, []]
329	2	0	{"id": 2, "é": "x", "a long key": {}}
329	3	0	3
329	4	0	"\\"Zürich\\"\\n\\t\\\\4"
329	5	0	[5, null, []]
329	6	0	[6, null, []]
329	7	0	7
329	8	0	{"id": 8, "é": "x", "a long key": {}}
329	9	0	{"id": 9, "é": "x", "a long key": {}}
335	0	0	"\\"Zürich\\"\\n\\t\\\\0"
335	1	0	"item 1"
335	2	0	{"id": 2, "é": "x", "a long key": {}}
335	3	0	{"id": 3, "é": "x", "a long key": {}}
335	4	0	true
335	5	0	{"id": 5, "é": "x", "a long key": {}}
335	6	0	"\\"Zürich\\"\\n\\t\\\\6"
335	7	0	[7, null, []]
336	0	0	"\\"Zürich\\"\\n\\t\\\\0"
336	1	0	"item 1"
336	2	0	{"id": 2, "é": "x", "a long key": {}}
336	3	0	{"id": 3, "é": "x", "a long key": {}}
336	4	0	true
336	5	0	{"id": 5, "é": "x", "a long key": {}}
336	6	0	"\\"Zürich\\"\\n\\t\\\\6"
336	7	0	[7, null, []]
341	0	0	{"id": 0, "é": "x", "a long key": {}}
341	1	0	"item 1"
341	2	0	2
341	3	0	{"id": 3, "é": "x", "a long key": {}}
341	4	0	"\\"Zürich\\"\\n\\t\\\\4"
341	5	0	{"id": 5, "é": "x", "a long key": {}}
341	6	0	[6, null, []]
341	7	0	7
342	0	0	{"id": 0, "é": "x", "a long key": {}}
342	1	0	"item 1"
342	2	0	2
342	3	0	{"id": 3, "é": "x", "a long key": {}}
342	4	0	"\\"Zürich\\"\\n\\t\\\\4"
142	1	0	{"n": 1, "from": "7a2e9d17"}
342	5	0	{"id": 5, "é": "x", "a long key": {}}
342	6	0	[6, null, []]
342	7	0	7
347	0	0	"\\"Zürich\\"\\n\\t\\\\0"
347	1	0	1
347	2	0	2
347	3	0	"item 3"
352	0	0	\N
354	0	0	{"id": 0, "é": "x", "a long key": {}}
354	1	0	"\\"Zürich\\"\\n\\t\\\\1"
354	2	0	{"id": 2, "é": "x", "a long key": {}}
354	3	0	{"id": 3, "é": "x", "a long key": {}}
359	0	0	\N
361	0	0	null
361	1	0	"item 1"
361	2	0	null
361	3	0	{"id": 3, "é": "x", "a long key": {}}
364	0	0	"item 0"
364	1	0	{"id": 1, "é": "x", "a long key": {}}
364	2	0	"\\"Zürich\\"\\n\\t\\\\2"
364	3	0	[3, null, []]
366	0	0	0
366	1	0	"\\"Zürich\\"\\n\\t\\\\1"
366	2	0	"\\"Zürich\\"\\n\\t\\\\2"
366	3	0	[3, null, []]
366	4	0	{"id": 4, "é": "x", "a long key": {}}
366	5	0	{"id": 5, "é": "x", "a long key": {}}
368	0	0	[0, "\\"Zürich\\"\\n\\t\\\\1", "\\"Zürich\\"\\n\\t\\\\2", [3, null, []]]
368	1	0	[{"id": 4, "é": "x", "a long key": {}}, {"id": 5, "é": "x", "a long key": {}}]
369	0	0	"item 0"
369	1	0	{"id": 1, "é": "x", "a long key": {}}
369	2	0	[2, null, []]
369	3	0	3
369	4	0	{"id": 4, "é": "x", "a long key": {}}
369	5	0	true
369	6	0	6
369	7	0	{"id": 7, "é": "x", "a long key": {}}
369	8	0	null
369	9	0	{"id": 9, "é": "x", "a long key": {}}
373	0	0	"\\"Zürich\\"\\n\\t\\\\0"
373	1	0	null
373	2	0	{"id": 2, "é": "x", "a long key": {}}
373	3	0	"\\"Zürich\\"\\n\\t\\\\3"
373	4	0	{"id": 4, "é": "x", "a long key": {}}
373	5	0	false
373	6	0	6
373	7	0	true
373	8	0	{"id": 8, "é": "x", "a long key": {}}
373	9	0	true
377	0	0	\N
383	0	0	[[0, null, []], false, {"id": 2, "é": "x", "a long key": {}}, {"id": 3, "é": "x", "a long key": {}}, 4, [5, null, []]]
383	1	0	["item 6", null, "item 8", {"id": 9, "é": "x", "a long key": {}}]
384	0	0	\N
390	0	0	[{"id": 0, "é": "x", "a long key": {}}, "item 1", [2, null, []], {"id": 3, "é": "x", "a long key": {}}, {"id": 4, "é": "x", "a long key": {}}, {"id": 5, "é": "x", "a long key": {}}]
390	1	0	[[6, null, []], [7, null, []], "item 8", [9, null, []]]
33	0	0	{"n": 0, "from": "ef8c94f9"}
33	1	0	{"n": 1, "from": "ef8c94f9"}
33	2	0	{"n": 2, "from": "ef8c94f9"}
33	3	0	{"n": 3, "from": "ef8c94f9"}
33	4	0	{"n": 4, "from": "ef8c94f9"}
33	5	0	{"n": 5, "from": "ef8c94f9"}
33	6	0	{"n": 6, "from": "ef8c94f9"}
33	7	0	{"n": 7, "from": "ef8c94f9"}
33	8	0	{"n": 8, "from": "ef8c94f9"}
33	9	0	{"n": 9, "from": "ef8c94f9"}
168	4	0	[4, null, []]
168	5	0	[5, null, []]
168	6	0	true
168	7	0	"item 7"
168	8	0	false
168	9	0	{"id": 9, "é": "x", "a long key": {}}
255	4	0	false
255	5	0	[5, null, []]
255	6	0	6
255	7	0	true
255	8	0	"item 8"
255	9	0	{"id": 9, "é": "x", "a long key": {}}
306	0	0	\N
135	0	0	{"n": 0, "from": "1c4162d4"}
135	1	0	{"n": 1, "from": "1c4162d4"}
135	2	0	{"n": 2, "from": "1c4162d4"}
105	0	0	\N
347	4	0	null
347	5	0	true
347	6	0	"item 6"
347	7	0	{"id": 7, "é": "x", "a long key": {}}
347	8	0	{"id": 8, "é": "x", "a long key": {}}
347	9	0	9
30	0	0	{"n": 0, "from": "ef8c94f9"}
30	1	0	{"n": 1, "from": "ef8c94f9"}
30	2	0	{"n": 2, "from": "ef8c94f9"}
31	0	0	{"n": 0, "from": "ef8c94f9"}
31	1	0	{"n": 1, "from": "ef8c94f9"}
31	2	0	{"n": 2, "from": "ef8c94f9"}
307	0	0	\N
142	0	0	{"n": 0, "from": "7a2e9d17"}
157	0	0	\N
142	2	0	{"n": 2, "from": "7a2e9d17"}
256	0	0	\N
259	0	0	\N
177	0	0	[[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}], [{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}, {"n": 2, "from": "f8d302d6"}], [{"n": 0, "from": "3d348663"}, {"n": 1, "from": "3d348663"}, {"n": 2, "from": "3d348663"}], [{"n": 0, "from": "c2e2fd44"}, {"n": 1, "from": "c2e2fd44"}, {"n": 2, "from": "c2e2fd44"}]]
177	1	0	[[{"n": 0, "from": "da97237e"}, {"n": 1, "from": "da97237e"}, {"n": 2, "from": "da97237e"}], [{"n": 0, "from": "eaa11641"}, {"n": 1, "from": "eaa11641"}, {"n": 2, "from": "eaa11641"}], [{"n": 0, "from": "f8b560c0"}, {"n": 1, "from": "f8b560c0"}, {"n": 2, "from": "f8b560c0"}], [{"n": 0, "from": "c28b4611"}, {"n": 1, "from": "c28b4611"}, {"n": 2, "from": "c28b4611"}]]
177	2	0	[[{"n": 0, "from": "83cfc23c"}, {"n": 1, "from": "83cfc23c"}, {"n": 2, "from": "83cfc23c"}], [{"n": 0, "from": "63ed70d8"}, {"n": 1, "from": "63ed70d8"}, {"n": 2, "from": "63ed70d8"}]]
308	0	0	{"id": 0, "é": "x", "a long key": {}}
308	1	0	{"id": 1, "é": "x", "a long key": {}}
308	2	0	2
308	3	0	true
308	4	0	{"id": 4, "é": "x", "a long key": {}}
308	5	0	[5, null, []]
308	6	0	{"id": 6, "é": "x", "a long key": {}}
308	7	0	[7, null, []]
308	8	0	"item 8"
308	9	0	true
171	4	0	4
171	5	0	true
171	6	0	"\\"Zürich\\"\\n\\t\\\\6"
171	7	0	true
171	8	0	{"id": 8, "é": "x", "a long key": {}}
171	9	0	"item 9"
32	0	0	\N
292	0	0	[0, null, []]
292	1	0	"item 1"
292	2	0	false
292	3	0	{"id": 3, "é": "x", "a long key": {}}
292	4	0	[4, null, []]
292	5	0	{"id": 5, "é": "x", "a long key": {}}
292	6	0	{"id": 6, "é": "x", "a long key": {}}
292	7	0	{"id": 7, "é": "x", "a long key": {}}
292	8	0	"item 8"
292	9	0	null
175	0	0	[[{"n": 0, "from": "a3443cdb"}, {"n": 1, "from": "a3443cdb"}, {"n": 2, "from": "a3443cdb"}], [{"n": 0, "from": "f8d302d6"}, {"n": 1, "from": "f8d302d6"}, {"n": 2, "from": "f8d302d6"}], [{"n": 0, "from": "cb616ea6"}, {"n": 1, "from": "cb616ea6"}, {"n": 2, "from": "cb616ea6"}], [{"n": 0, "from": "ac039408"}, {"n": 1, "from": "ac039408"}, {"n": 2, "from": "ac039408"}]]
175	1	0	[[{"n": 0, "from": "e499159c"}, {"n": 1, "from": "e499159c"}, {"n": 2, "from": "e499159c"}], [{"n": 0, "from": "9b861a29"}, {"n": 1, "from": "9b861a29"}, {"n": 2, "from": "9b861a29"}], [{"n": 0, "from": "3b33cbee"}, {"n": 1, "from": "3b33cbee"}, {"n": 2, "from": "3b33cbee"}], [{"n": 0, "from": "c28b4611"}, {"n": 1, "from": "c28b4611"}, {"n": 2, "from": "c28b4611"}]]
175	2	0	[[{"n": 0, "from": "c9023fad"}, {"n": 1, "from": "c9023fad"}, {"n": 2, "from": "c9023fad"}], [{"n": 0, "from": "63ed70d8"}, {"n": 1, "from": "63ed70d8"}, {"n": 2, "from": "63ed70d8"}]]
41	0	0	[{"n": 0, "from": "3b728752"}, {"n": 1, "from": "3b728752"}]
274	0	0	\N
24	0	0	{"n": 0, "from": "8984ef67"}
24	1	0	{"n": 1, "from": "8984ef67"}
24	2	0	{"n": 2, "from": "8984ef67"}
25	0	0	{"n": 0, "from": "8984ef67"}
25	1	0	{"n": 1, "from": "8984ef67"}
25	2	0	{"n": 2, "from": "8984ef67"}
106	0	0	{"n": 0, "from": "39a0919a"}
106	1	0	{"n": 1, "from": "39a0919a"}
106	2	0	{"n": 2, "from": "39a0919a"}
106	3	0	{"n": 3, "from": "39a0919a"}
106	4	0	{"n": 4, "from": "39a0919a"}
106	5	0	{"n": 5, "from": "39a0919a"}
106	6	0	{"n": 6, "from": "39a0919a"}
106	7	0	{"n": 7, "from": "39a0919a"}
106	8	0	{"n": 8, "from": "39a0919a"}
106	9	0	{"n": 9, "from": "39a0919a"}
280	0	0	\N
354	4	0	[4, null, []]
354	5	0	{"id": 5, "é": "x", "a long key": {}}
354	6	0	{"id": 6, "é": "x", "a long key": {}}
354	7	0	7
354	8	0	null
354	9	0	{"id": 9, "é": "x", "a long key": {}}
243	0	0	\N
27	0	0	{"n": 0, "from": "8984ef67"}
27	1	0	{"n": 1, "from": "8984ef67"}
27	2	0	{"n": 2, "from": "8984ef67"}
27	3	0	{"n": 3, "from": "8984ef67"}
27	4	0	{"n": 4, "from": "8984ef67"}
27	5	0	{"n": 5, "from": "8984ef67"}
27	6	0	{"n": 6, "from": "8984ef67"}
27	7	0	{"n": 7, "from": "8984ef67"}
27	8	0	{"n": 8, "from": "8984ef67"}
27	9	0	{"n": 9, "from": "8984ef67"}
170	0	0	[0, null, []]
170	1	0	1
170	2	0	"item 2"
170	3	0	{"id": 3, "é": "x", "a long key": {}}
169	0	0	[0, null, []]
169	1	0	1
169	2	0	"item 2"
169	3	0	{"id": 3, "é": "x", "a long key": {}}
169	4	0	[4, null, []]
169	5	0	[5, null, []]
169	6	0	true
169	7	0	"item 7"
169	8	0	false
169	9	0	{"id": 9, "é": "x", "a long key": {}}
170	4	0	[4, null, []]
170	5	0	[5, null, []]
170	6	0	true
170	7	0	"item 7"
170	8	0	false
170	9	0	{"id": 9, "é": "x", "a long key": {}}
350	0	0	{"n": 0, "from": "7282a1f2"}
350	1	0	{"n": 1, "from": "7282a1f2"}
350	2	0	{"n": 2, "from": "7282a1f2"}
350	3	0	{"n": 3, "from": "7282a1f2"}
350	4	0	{"n": 4, "from": "7282a1f2"}
350	5	0	{"n": 5, "from": "7282a1f2"}
350	6	0	{"n": 6, "from": "7282a1f2"}
350	7	0	{"n": 7, "from": "7282a1f2"}
350	8	0	{"n": 8, "from": "7282a1f2"}
350	9	0	{"n": 9, "from": "7282a1f2"}
361	4	0	[4, null, []]
361	5	0	"item 5"
361	6	0	{"id": 6, "é": "x", "a long key": {}}
361	7	0	7
361	8	0	"item 8"
361	9	0	{"id": 9, "é": "x", "a long key": {}}
364	4	0	[4, null, []]
364	5	0	[5, null, []]
364	6	0	"item 6"
364	7	0	{"id": 7, "é": "x", "a long key": {}}
364	8	0	8
364	9	0	{"id": 9, "é": "x", "a long key": {}}
244	0	0	{"n": 0, "from": "f2ddb53c"}
244	1	0	{"n": 1, "from": "f2ddb53c"}
244	2	0	{"n": 2, "from": "f2ddb53c"}
244	3	0	{"n": 3, "from": "f2ddb53c"}
244	4	0	{"n": 4, "from": "f2ddb53c"}
244	5	0	{"n": 5, "from": "f2ddb53c"}
244	6	0	{"n": 6, "from": "f2ddb53c"}
244	7	0	{"n": 7, "from": "f2ddb53c"}
244	8	0	{"n": 8, "from": "f2ddb53c"}
244	9	0	{"n": 9, "from": "f2ddb53c"}
42	0	0	[{"n": 0, "from": "4a4de6f0"}, {"n": 1, "from": "4a4de6f0"}]
42	1	0	[{"n": 0, "from": "0e77a801"}, {"n": 1, "from": "0e77a801"}]
328	0	0	{"n": 0, "from": "3d348663"}
328	1	0	{"n": 1, "from": "3d348663"}
328	2	0	{"n": 2, "from": "3d348663"}
328	3	0	{"n": 0, "from": "15af5910"}
328	4	0	{"n": 1, "from": "15af5910"}
328	5	0	{"n": 2, "from": "15af5910"}
337	0	0	"\\"Zürich\\"\\n\\t\\\\0"
337	1	0	"item 1"
337	2	0	{"id": 2, "é": "x", "a long key": {}}
337	3	0	{"id": 3, "é": "x", "a long key": {}}
337	4	0	true
337	5	0	{"id": 5, "é": "x", "a long key": {}}
337	6	0	"\\"Zürich\\"\\n\\t\\\\6"
337	7	0	[7, null, []]
338	0	0	"\\"Zürich\\"\\n\\t\\\\0"
338	1	0	"item 1"
338	2	0	{"id": 2, "é": "x", "a long key": {}}
338	3	0	{"id": 3, "é": "x", "a long key": {}}
338	4	0	true
338	5	0	{"id": 5, "é": "x", "a long key": {}}
338	6	0	"\\"Zürich\\"\\n\\t\\\\6"
338	7	0	[7, null, []]
252	4	0	"\\"Zürich\\"\\n\\t\\\\4"
252	5	0	true
252	6	0	"item 6"
252	7	0	false
252	8	0	8
252	9	0	[9, null, []]
260	4	0	4
260	5	0	5
260	6	0	[6, null, []]
260	7	0	"\\"Zürich\\"\\n\\t\\\\7"
260	8	0	{"id": 8, "é": "x", "a long key": {}}
260	9	0	9
326	0	0	\N
19	0	0	\N
270	0	0	{"n": 0, "from": "0a9a29b5"}
270	1	0	{"n": 1, "from": "0a9a29b5"}
270	2	0	{"n": 2, "from": "0a9a29b5"}
270	3	0	{"n": 3, "from": "0a9a29b5"}
270	4	0	{"n": 4, "from": "0a9a29b5"}
270	5	0	{"n": 5, "from": "0a9a29b5"}
270	6	0	{"n": 6, "from": "0a9a29b5"}
270	7	0	{"n": 7, "from": "0a9a29b5"}
270	8	0	{"n": 8, "from": "0a9a29b5"}
270	9	0	{"n": 9, "from": "0a9a29b5"}
287	4	0	{"id": 4, "é": "x", "a long key": {}}
287	5	0	"\\"Zürich\\"\\n\\t\\\\5"
287	6	0	{"id": 6, "é": "x", "a long key": {}}
287	7	0	7
287	8	0	8
287	9	0	true
288	4	0	4
288	5	0	5
288	6	0	{"id": 6, "é": "x", "a long key": {}}
288	7	0	{"id": 7, "é": "x", "a long key": {}}
288	8	0	{"id": 8, "é": "x", "a long key": {}}
288	9	0	"\\"Zürich\\"\\n\\t\\\\9"
295	4	0	false
295	5	0	null
295	6	0	null
295	7	0	7
295	8	0	"\\"Zürich\\"\\n\\t\\\\8"
295	9	0	{"id": 9, "é": "x", "a long key": {}}
296	4	0	false
296	5	0	null
296	6	0	null
296	7	0	7
296	8	0	"\\"Zürich\\"\\n\\t\\\\8"
296	9	0	{"id": 9, "é": "x", "a long key": {}}
332	0	0	{"n": 0, "from": "c7a04f21"}
332	1	0	{"n": 1, "from": "c7a04f21"}
332	2	0	{"n": 2, "from": "c7a04f21"}
332	3	0	{"n": 3, "from": "c7a04f21"}
332	4	0	{"n": 4, "from": "c7a04f21"}
332	5	0	{"n": 5, "from": "c7a04f21"}
332	6	0	{"n": 6, "from": "c7a04f21"}
332	7	0	{"n": 7, "from": "c7a04f21"}
332	8	0	{"n": 8, "from": "c7a04f21"}
332	9	0	{"n": 9, "from": "c7a04f21"}
357	0	0	{"n": 0, "from": "7c1a1f7c"}
357	1	0	{"n": 1, "from": "7c1a1f7c"}
357	2	0	{"n": 2, "from": "7c1a1f7c"}
357	3	0	{"n": 3, "from": "7c1a1f7c"}
357	4	0	{"n": 4, "from": "7c1a1f7c"}
357	5	0	{"n": 5, "from": "7c1a1f7c"}
357	6	0	{"n": 6, "from": "7c1a1f7c"}
357	7	0	{"n": 7, "from": "7c1a1f7c"}
357	8	0	{"n": 8, "from": "7c1a1f7c"}
357	9	0	{"n": 9, "from": "7c1a1f7c"}
164	0	0	\N
165	0	0	\N
14	0	0	\N
79	0	0	\N
80	0	0	\N
126	0	0	\N
161	0	0	\N
162	0	0	\N
110	0	0	"item 0"
110	1	0	[1, null, []]
110	2	0	"item 2"
110	3	0	[3, null, []]
117	0	0	{"id": 0, "lines": []}
119	0	0	{"id": 0, "lines": []}
137	0	0	{"n": 0, "from": "1c4162d4"}
137	1	0	{"n": 1, "from": "1c4162d4"}
137	2	0	{"n": 2, "from": "1c4162d4"}
121	0	0	\N
149	0	0	\N
184	0	0	\N
203	0	0	{"n": 0, "from": "68f01ab4"}
203	1	0	{"n": 1, "from": "68f01ab4"}
101	0	0	\N
204	0	0	\N
150	0	0	{"n": 0, "from": "e79c4d141"}
228	0	0	\N
235	0	0	\N
186	0	0	[{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\2"]}]
75	0	0	\N
76	0	0	\N
35	0	0	{"n": 0, "from": "0a49b2d0"}
35	1	0	{"n": 1, "from": "0a49b2d0"}
35	2	0	{"n": 2, "from": "0a49b2d0"}
35	3	0	{"n": 3, "from": "0a49b2d0"}
35	4	0	{"n": 4, "from": "0a49b2d0"}
35	5	0	{"n": 5, "from": "0a49b2d0"}
35	6	0	{"n": 6, "from": "0a49b2d0"}
35	7	0	{"n": 7, "from": "0a49b2d0"}
35	8	0	{"n": 8, "from": "0a49b2d0"}
35	9	0	{"n": 9, "from": "0a49b2d0"}
155	0	0	{"n": 0, "from": "00928059"}
155	1	0	{"n": 1, "from": "00928059"}
155	2	0	{"n": 2, "from": "00928059"}
155	3	0	{"n": 3, "from": "00928059"}
155	4	0	{"n": 4, "from": "00928059"}
155	5	0	{"n": 5, "from": "00928059"}
155	6	0	{"n": 6, "from": "00928059"}
155	7	0	{"n": 7, "from": "00928059"}
155	8	0	{"n": 8, "from": "00928059"}
155	9	0	{"n": 9, "from": "00928059"}
144	0	0	{"n": 0, "from": "7a2e9d17"}
144	1	0	{"n": 1, "from": "7a2e9d17"}
144	2	0	{"n": 2, "from": "7a2e9d17"}
181	0	0	[{"id": 0, "lines": ["\\"Zürich\\"\\n\\t\\\\0", "\\"Zürich\\"\\n\\t\\\\1", true]}]
108	0	0	{"n": 0, "from": "8a9c3bd3"}
108	1	0	{"n": 1, "from": "8a9c3bd3"}
108	2	0	{"n": 2, "from": "8a9c3bd3"}
108	3	0	{"n": 3, "from": "8a9c3bd3"}
108	4	0	{"n": 4, "from": "8a9c3bd3"}
108	5	0	{"n": 5, "from": "8a9c3bd3"}
108	6	0	{"n": 6, "from": "8a9c3bd3"}
108	7	0	{"n": 7, "from": "8a9c3bd3"}
108	8	0	{"n": 8, "from": "8a9c3bd3"}
108	9	0	{"n": 9, "from": "8a9c3bd3"}
40	0	0	{"id": 0, "é": "x", "a long key": {}}
40	1	0	{"id": 1, "é": "x", "a long key": {}}
40	2	0	true
40	3	0	"item 1"
40	4	0	0
40	5	0	{"id": 1, "é": "x", "a long key": {}}
40	6	0	"item 2"
40	7	0	{"id": 0, "é": "x", "a long key": {}}
40	8	0	{"id": 1, "é": "x", "a long key": {}}
40	9	0	"\\"Zürich\\"\\n\\t\\\\0"
40	10	0	{"id": 1, "é": "x", "a long key": {}}
40	11	0	{"id": 2, "é": "x", "a long key": {}}
40	12	0	{"id": 0, "é": "x", "a long key": {}}
40	13	0	"\\"Zürich\\"\\n\\t\\\\1"
367	0	0	{"n": 0, "from": "5304fbab"}
367	1	0	{"n": 1, "from": "5304fbab"}
367	2	0	{"n": 2, "from": "5304fbab"}
367	3	0	{"n": 3, "from": "5304fbab"}
367	4	0	{"n": 4, "from": "5304fbab"}
367	5	0	{"n": 5, "from": "5304fbab"}
367	6	0	{"n": 6, "from": "5304fbab"}
367	7	0	{"n": 7, "from": "5304fbab"}
367	8	0	{"n": 8, "from": "5304fbab"}
367	9	0	{"n": 9, "from": "5304fbab"}
242	0	0	{"n": 0, "from": "a92859b2"}
242	1	0	{"n": 1, "from": "a92859b2"}
242	2	0	{"n": 2, "from": "a92859b2"}
81	0	0	{"n": 0, "from": "926293e5"}
301	0	0	\N
26	0	0	\N
37	0	0	{"n": 0, "from": "e96e6064"}
110	4	0	4
110	5	0	{"id": 5, "é": "x", "a long key": {}}
110	6	0	{"id": 6, "é": "x", "a long key": {}}
110	7	0	"item 7"
110	8	0	{"id": 8, "é": "x", "a long key": {}}
110	9	0	{"id": 9, "é": "x", "a long key": {}}
112	0	0	{"n": 0, "from": "fc3af905"}
112	1	0	{"n": 1, "from": "fc3af905"}
112	2	0	{"n": 2, "from": "fc3af905"}
112	3	0	{"n": 3, "from": "fc3af905"}
112	4	0	{"n": 4, "from": "fc3af905"}
112	5	0	{"n": 5, "from": "fc3af905"}
112	6	0	{"n": 6, "from": "fc3af905"}
112	7	0	{"n": 7, "from": "fc3af905"}
112	8	0	{"n": 8, "from": "fc3af905"}
112	9	0	{"n": 9, "from": "fc3af905"}
151	0	0	{"n": 0, "from": "74c57ab6"}
227	0	0	[{"n": 0, "from": "2a0f58c0"}, {"n": 1, "from": "2a0f58c0"}, {"n": 2, "from": "2a0f58c0"}, {"n": 3, "from": "2a0f58c0"}]
77	0	0	{"n": 0, "from": "926293e5"}
131	0	0	{"n": 0, "from": "1a8b8c3b"}
131	1	0	{"n": 1, "from": "1a8b8c3b"}
131	2	0	{"n": 2, "from": "1a8b8c3b"}
206	0	0	{"id": 0, "é": "x", "a long key": {}}
206	1	0	true
206	2	0	[2, null, []]
206	3	0	true
206	4	0	"\\"Zürich\\"\\n\\t\\\\4"
206	5	0	{"id": 5, "é": "x", "a long key": {}}
206	6	0	6
206	7	0	{"id": 7, "é": "x", "a long key": {}}
173	0	0	[0, null, []]
173	1	0	{"id": 1, "é": "x", "a long key": {}}
173	2	0	"item 2"
173	3	0	"\\"Zürich\\"\\n\\t\\\\3"
234	0	0	[{"n": 0, "from": "ff4ae259"}, {"n": 1, "from": "ff4ae259"}, {"n": 2, "from": "ff4ae259"}, {"n": 3, "from": "ff4ae259"}]
189	0	0	0
189	1	0	{"id": 1, "é": "x", "a long key": {}}
189	2	0	2
189	3	0	"item 0"
189	4	0	[0, null, []]
189	5	0	"\\"Zürich\\"\\n\\t\\\\1"
189	6	0	[2, null, []]
189	7	0	{"id": 0, "é": "x", "a long key": {}}
189	8	0	{"id": 1, "é": "x", "a long key": {}}
189	9	0	"item 2"
189	10	0	"\\"Zürich\\"\\n\\t\\\\0"
189	11	0	{"id": 1, "é": "x", "a long key": {}}
189	12	0	true
189	13	0	[0, null, []]
189	14	0	"\\"Zürich\\"\\n\\t\\\\0"
189	15	0	{"id": 1, "é": "x", "a long key": {}}
58	0	0	\N
16	0	0	{"n": 0, "from": "36b2510b"}
16	1	0	{"n": 1, "from": "36b2510b"}
16	2	0	{"n": 2, "from": "36b2510b"}
16	3	0	{"n": 3, "from": "36b2510b"}
16	4	0	{"n": 4, "from": "36b2510b"}
16	5	0	{"n": 5, "from": "36b2510b"}
16	6	0	{"n": 6, "from": "36b2510b"}
16	7	0	{"n": 7, "from": "36b2510b"}
16	8	0	{"n": 8, "from": "36b2510b"}
16	9	0	{"n": 9, "from": "36b2510b"}
286	0	0	"item 0"
286	1	0	"\\"Zürich\\"\\n\\t\\\\1"
286	2	0	2
286	3	0	{"id": 0, "é": "x", "a long key": {}}
286	4	0	{"id": 0, "é": "x", "a long key": {}}
286	5	0	{"id": 1, "é": "x", "a long key": {}}
286	6	0	0
286	7	0	true
286	8	0	[1, null, []]
286	9	0	2
286	10	0	{"id": 0, "é": "x", "a long key": {}}
286	11	0	0
286	12	0	{"id": 1, "é": "x", "a long key": {}}
286	13	0	"item 0"
286	14	0	"item 1"
21	0	0	{"n": 0, "from": "20ea6b47"}
21	1	0	{"n": 1, "from": "20ea6b47"}
21	2	0	{"n": 2, "from": "20ea6b47"}
21	3	0	{"n": 3, "from": "20ea6b47"}
21	4	0	{"n": 4, "from": "20ea6b47"}
21	5	0	{"n": 5, "from": "20ea6b47"}
21	6	0	{"n": 6, "from": "20ea6b47"}
21	7	0	{"n": 7, "from": "20ea6b47"}
21	8	0	{"n": 8, "from": "20ea6b47"}
21	9	0	{"n": 9, "from": "20ea6b47"}
123	0	0	[{"n": 0, "from": "1a44b3c4"}, {"n": 1, "from": "1a44b3c4"}, {"n": 2, "from": "1a44b3c4"}]
124	0	0	{"n": 0, "from": "3f86e44d"}
124	1	0	{"n": 1, "from": "3f86e44d"}
124	2	0	{"n": 2, "from": "3f86e44d"}
124	3	0	{"n": 3, "from": "3f86e44d"}
124	4	0	{"n": 4, "from": "3f86e44d"}
124	5	0	{"n": 5, "from": "3f86e44d"}
124	6	0	{"n": 6, "from": "3f86e44d"}
205	0	0	\N
128	0	0	[{"n": 0, "from": "0306517b"}, {"n": 1, "from": "0306517b"}, {"n": 2, "from": "0306517b"}]
129	0	0	{"n": 0, "from": "40cc37f5"}
129	1	0	{"n": 1, "from": "40cc37f5"}
129	2	0	{"n": 2, "from": "40cc37f5"}
129	3	0	{"n": 3, "from": "40cc37f5"}
129	4	0	{"n": 4, "from": "40cc37f5"}
129	5	0	{"n": 5, "from": "40cc37f5"}
129	6	0	{"n": 6, "from": "40cc37f5"}
172	0	0	[0, null, []]
172	1	0	{"id": 1, "é": "x", "a long key": {}}
172	2	0	"item 2"
172	3	0	"\\"Zürich\\"\\n\\t\\\\3"
172	4	0	4
172	5	0	true
172	6	0	"\\"Zürich\\"\\n\\t\\\\6"
172	7	0	true
172	8	0	{"id": 8, "é": "x", "a long key": {}}
172	9	0	"item 9"
138	0	0	\N
139	0	0	\N
145	0	0	\N
146	0	0	\N
59	0	0	{"n": 0, "from": "48d8f04d"}
59	1	0	{"n": 1, "from": "48d8f04d"}
333	0	0	[[{"n": 0, "from": "0a0dd723"}, {"n": 1, "from": "0a0dd723"}, {"n": 2, "from": "0a0dd723"}], [{"n": 0, "from": "08f6e84d"}, {"n": 1, "from": "08f6e84d"}, {"n": 2, "from": "08f6e84d"}], [{"n": 0, "from": "2df78ce0"}, {"n": 1, "from": "2df78ce0"}, {"n": 2, "from": "2df78ce0"}], [{"n": 0, "from": "f370cc18"}, {"n": 1, "from": "f370cc18"}, {"n": 2, "from": "f370cc18"}]]
333	1	0	[[{"n": 0, "from": "9391751c"}, {"n": 1, "from": "9391751c"}, {"n": 2, "from": "9391751c"}], [{"n": 0, "from": "d2a4cc73"}, {"n": 1, "from": "d2a4cc73"}, {"n": 2, "from": "d2a4cc73"}], [{"n": 0, "from": "b9fb21da"}, {"n": 1, "from": "b9fb21da"}, {"n": 2, "from": "b9fb21da"}], [{"n": 0, "from": "d0bfbde4"}, {"n": 1, "from": "d0bfbde4"}, {"n": 2, "from": "d0bfbde4"}]]
333	2	0	[[{"n": 0, "from": "3ae77e54"}, {"n": 1, "from": "3ae77e54"}, {"n": 2, "from": "3ae77e54"}], [{"n": 0, "from": "8fd6e726"}, {"n": 1, "from": "8fd6e726"}, {"n": 2, "from": "8fd6e726"}]]
334	0	0	\N
302	0	0	\N
140	0	0	\N
152	0	0	{"n": 0, "from": "542af2d5"}
152	1	0	{"n": 1, "from": "542af2d5"}
152	2	0	{"n": 2, "from": "542af2d5"}
152	3	0	{"n": 3, "from": "542af2d5"}
152	4	0	{"n": 4, "from": "542af2d5"}
152	5	0	{"n": 5, "from": "542af2d5"}
111	0	0	{"id": 0, "lines": []}
111	1	0	{"id": 0, "lines": []}
111	2	0	{"id": 0, "lines": []}
111	3	0	{"id": 0, "lines": []}
111	4	0	{"id": 0, "lines": []}
111	5	0	{"id": 0, "lines": []}
111	6	0	{"id": 0, "lines": []}
111	7	0	{"id": 0, "lines": []}
111	8	0	{"id": 0, "lines": []}
111	9	0	{"id": 0, "lines": []}
238	0	0	{"n": 0, "from": "77d45f07"}
238	1	0	{"n": 1, "from": "77d45f07"}
238	2	0	{"n": 2, "from": "77d45f07"}
238	3	0	{"n": 3, "from": "77d45f07"}
238	4	0	{"n": 4, "from": "77d45f07"}
238	5	0	{"n": 5, "from": "77d45f07"}
238	6	0	{"n": 6, "from": "77d45f07"}
238	7	0	{"n": 7, "from": "77d45f07"}
238	8	0	{"n": 8, "from": "77d45f07"}
238	9	0	{"n": 9, "from": "77d45f07"}
147	0	0	\N
346	0	0	\N
303	0	0	{"id": 0, "é": "x", "a long key": {}}
303	1	0	{"id": 1, "é": "x", "a long key": {}}
303	2	0	[2, null, []]
303	3	0	{"id": 3, "é": "x", "a long key": {}}
340	0	0	\N
68	0	0	{"n": 0, "from": "f6a8d56c1"}
68	1	0	{"n": 0, "from": "a35d2e5b1"}
68	2	0	{"n": 0, "from": "f1a8c0951"}
68	3	0	{"n": 0, "from": "da130c811"}
68	4	0	{"n": 0, "from": "dc96e4981"}
68	5	0	{"n": 0, "from": "3d65776b1"}
68	6	0	{"n": 0, "from": "fe7db7f01"}
68	7	0	{"n": 0, "from": "c6cb43651"}
68	8	0	{"n": 0, "from": "27cbd1b41"}
69	0	0	{"id": 0, "lines": []}
69	1	0	{"id": 1, "lines": [{"n": 0, "from": "f6a8d56c1"}]}
69	2	0	{"id": 0, "lines": []}
69	3	0	{"id": 1, "lines": [{"n": 0, "from": "a35d2e5b1"}]}
69	4	0	{"id": 0, "lines": []}
69	5	0	{"id": 1, "lines": [{"n": 0, "from": "f1a8c0951"}]}
69	6	0	{"id": 0, "lines": []}
69	7	0	{"id": 1, "lines": [{"n": 0, "from": "da130c811"}]}
69	8	0	{"id": 0, "lines": []}
69	9	0	{"id": 1, "lines": [{"n": 0, "from": "dc96e4981"}]}
69	10	0	{"id": 0, "lines": []}
69	11	0	{"id": 1, "lines": [{"n": 0, "from": "3d65776b1"}]}
69	12	0	{"id": 0, "lines": []}
69	13	0	{"id": 1, "lines": [{"n": 0, "from": "fe7db7f01"}]}
69	14	0	{"id": 0, "lines": []}
69	15	0	{"id": 1, "lines": [{"n": 0, "from": "c6cb43651"}]}
69	16	0	{"id": 0, "lines": []}
69	17	0	{"id": 1, "lines": [{"n": 0, "from": "27cbd1b41"}]}
71	0	0	\N
343	0	0	{"id": 0, "é": "x", "a long key": {}}
343	1	0	"item 1"
343	2	0	2
343	3	0	{"id": 3, "é": "x", "a long key": {}}
343	4	0	"\\"Zürich\\"\\n\\t\\\\4"
343	5	0	{"id": 5, "é": "x", "a long key": {}}
343	6	0	[6, null, []]
343	7	0	7
344	0	0	{"id": 0, "é": "x", "a long key": {}}
344	1	0	"item 1"
344	2	0	2
344	3	0	{"id": 3, "é": "x", "a long key": {}}
344	4	0	"\\"Zürich\\"\\n\\t\\\\4"
344	5	0	{"id": 5, "é": "x", "a long key": {}}
344	6	0	[6, null, []]
344	7	0	7
351	0	0	{"id": 0, "é": "x", "a long key": {}}
351	1	0	"\\"Zürich\\"\\n\\t\\\\1"
351	2	0	{"id": 2, "é": "x", "a long key": {}}
351	3	0	{"id": 3, "é": "x", "a long key": {}}
351	4	0	[4, null, []]
351	5	0	{"id": 5, "é": "x", "a long key": {}}
351	6	0	{"id": 6, "é": "x", "a long key": {}}
351	7	0	7
351	8	0	null
351	9	0	{"id": 9, "é": "x", "a long key": {}}
353	0	0	[{"id": 0, "é": "x", "a long key": {}}, "\\"Zürich\\"\\n\\t\\\\1", {"id": 2, "é": "x", "a long key": {}}]
353	1	0	[{"id": 3, "é": "x", "a long key": {}}, [4, null, []], {"id": 5, "é": "x", "a long key": {}}]
353	2	0	[{"id": 6, "é": "x", "a long key": {}}, 7, null]
353	3	0	[{"id": 9, "é": "x", "a long key": {}}]
231	0	0	{"n": 0, "from": "a9d3491d"}
231	1	0	{"n": 1, "from": "a9d3491d"}
231	2	0	{"n": 2, "from": "a9d3491d"}
231	3	0	{"n": 3, "from": "a9d3491d"}
231	4	0	{"n": 4, "from": "a9d3491d"}
231	5	0	{"n": 5, "from": "a9d3491d"}
231	6	0	{"n": 6, "from": "a9d3491d"}
231	7	0	{"n": 7, "from": "a9d3491d"}
231	8	0	{"n": 8, "from": "a9d3491d"}
231	9	0	{"n": 9, "from": "a9d3491d"}
358	0	0	null
358	1	0	"item 1"
358	2	0	null
358	3	0	{"id": 3, "é": "x", "a long key": {}}
358	4	0	[4, null, []]
358	5	0	"item 5"
358	6	0	{"id": 6, "é": "x", "a long key": {}}
358	7	0	7
358	8	0	"item 8"
358	9	0	{"id": 9, "é": "x", "a long key": {}}
360	0	0	[null, "item 1", null]
360	1	0	[{"id": 3, "é": "x", "a long key": {}}, [4, null, []], "item 5"]
360	2	0	[{"id": 6, "é": "x", "a long key": {}}, 7, "item 8"]
360	3	0	[{"id": 9, "é": "x", "a long key": {}}]
38	0	0	\N
248	0	0	[]
248	1	0	[]
248	2	0	[]
248	3	0	[]
248	4	0	[]
248	5	0	[]
248	6	0	[]
248	7	0	[]
248	8	0	[]
248	9	0	[]
153	0	0	{"n": 0, "from": "76940467"}
153	1	0	{"n": 1, "from": "76940467"}
153	2	0	{"n": 2, "from": "76940467"}
153	3	0	{"n": 3, "from": "76940467"}
153	4	0	{"n": 4, "from": "76940467"}
153	5	0	{"n": 5, "from": "76940467"}
153	6	0	{"n": 6, "from": "76940467"}
153	7	0	{"n": 7, "from": "76940467"}
153	8	0	{"n": 8, "from": "76940467"}
153	9	0	{"n": 9, "from": "76940467"}
365	0	0	\N
261	0	0	\N
264	0	0	\N
83	0	0	{"n": 0, "from": "d37fdccf"}
83	1	0	{"n": 1, "from": "d37fdccf"}
83	2	0	{"n": 2, "from": "d37fdccf"}
1	4	0	[4, null, []]
1	5	0	"item 5"
1	6	0	"item 6"
1	7	0	[7, null, []]
1	8	0	"item 8"
1	9	0	{"id": 9, "é": "x", "a long key": {}}
330	0	0	\N
298	4	0	false
298	5	0	null
298	6	0	null
298	7	0	7
298	8	0	"\\"Zürich\\"\\n\\t\\\\8"
298	9	0	{"id": 9, "é": "x", "a long key": {}}
289	4	0	4
289	5	0	"\\"Zürich\\"\\n\\t\\\\5"
289	6	0	"item 6"
289	7	0	{"id": 7, "é": "x", "a long key": {}}
289	8	0	{"id": 8, "é": "x", "a long key": {}}
289	9	0	"item 9"
173	4	0	4
173	5	0	true
173	6	0	"\\"Zürich\\"\\n\\t\\\\6"
173	7	0	true
173	8	0	{"id": 8, "é": "x", "a long key": {}}
173	9	0	"item 9"
211	0	0	\N
167	0	0	{"id": 0, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}
167	1	0	{"id": 1, "lines": []}
167	2	0	{"id": 2, "lines": []}
167	3	0	{"id": 3, "lines": [{"id": 0, "é": "x", "a long key": {}}, {"id": 1, "é": "x", "a long key": {}}]}
167	4	0	{"id": 4, "lines": [0, [1, null, []]]}
167	5	0	{"id": 5, "lines": [{"id": 0, "é": "x", "a long key": {}}]}
167	6	0	{"id": 6, "lines": [null]}
230	0	0	\N
\.

COPY fanout.workers (worker_id, name, owner, handlers, queues, slots, registered_at) FROM stdin;
\.

COPY kept.ends (run_id, status, output, tasks) FROM stdin;
\.

COPY model.behaviours (flow_slug, step_slug, does) FROM stdin;
m1	a	{"seed": 1, "step": "a", "flaky": 40, "width": 2, "output": "document", "refused": 1, "hopeless": 5, "bad_items": 0, "max_attempts": 2}
m2	a	{"seed": 2, "step": "a", "flaky": 0, "width": 1, "output": "list", "refused": 2, "hopeless": 1, "bad_items": 0, "max_attempts": 3}
m3	a	{"seed": 3, "step": "a", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m3	b	{"seed": 3, "step": "b", "flaky": 10, "width": 3, "output": "document", "refused": 1, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m3	c	{"seed": 3, "step": "c", "flaky": 10, "width": 0, "output": "scalar", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m3	d	{"seed": 3, "step": "d", "flaky": 0, "width": 3, "output": "document", "refused": 0, "hopeless": 1, "bad_items": 10, "max_attempts": 2}
m4	a	{"seed": 4, "step": "a", "flaky": 10, "width": 2, "output": "list", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m4	b	{"seed": 4, "step": "b", "flaky": 10, "width": 3, "output": "value", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 3}
m4	c	{"seed": 4, "step": "c", "flaky": 10, "width": 0, "output": "document", "refused": 1, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m4	d	{"seed": 4, "step": "d", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 1, "max_attempts": 3}
m4	e	{"seed": 4, "step": "e", "flaky": 40, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m5	a	{"seed": 5, "step": "a", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 3}
m5	b	{"seed": 5, "step": "b", "flaky": 40, "width": 2, "output": "value", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m5	c	{"seed": 5, "step": "c", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 3}
m5	d	{"seed": 5, "step": "d", "flaky": 10, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m5	e	{"seed": 5, "step": "e", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m5	f	{"seed": 5, "step": "f", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m6	a	{"seed": 6, "step": "a", "flaky": 40, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m6	b	{"seed": 6, "step": "b", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m6	c	{"seed": 6, "step": "c", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m6	d	{"seed": 6, "step": "d", "flaky": 0, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m6	e	{"seed": 6, "step": "e", "flaky": 10, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m7	a	{"seed": 7, "step": "a", "flaky": 0, "width": 2, "output": "list", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m7	b	{"seed": 7, "step": "b", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m7	c	{"seed": 7, "step": "c", "flaky": 0, "width": 2, "output": "list", "refused": 1, "hopeless": 0, "bad_items": 2, "max_attempts": 4}
m7	d	{"seed": 7, "step": "d", "flaky": 40, "width": 1, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m8	a	{"seed": 8, "step": "a", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 11, "bad_items": 0, "max_attempts": 3}
m8	b	{"seed": 8, "step": "b", "flaky": 0, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m8	c	{"seed": 8, "step": "c", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 14, "bad_items": 0, "max_attempts": 3}
m8	d	{"seed": 8, "step": "d", "flaky": 0, "width": 3, "output": "list", "refused": 1, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m8	e	{"seed": 8, "step": "e", "flaky": 40, "width": 2, "output": "document", "refused": 6, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m8	f	{"seed": 8, "step": "f", "flaky": 0, "width": 2, "output": "list", "refused": 12, "hopeless": 9, "bad_items": 0, "max_attempts": 3}
m8	g	{"seed": 8, "step": "g", "flaky": 0, "width": 1, "output": "document", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 3}
m9	a	{"seed": 9, "step": "a", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m9	b	{"seed": 9, "step": "b", "flaky": 40, "width": 3, "output": "scalar", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m9	c	{"seed": 9, "step": "c", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m10	a	{"seed": 10, "step": "a", "flaky": 0, "width": 2, "output": "document", "refused": 6, "hopeless": 13, "bad_items": 0, "max_attempts": 3}
m10	b	{"seed": 10, "step": "b", "flaky": 40, "width": 3, "output": "document", "refused": 0, "hopeless": 3, "bad_items": 0, "max_attempts": 3}
m10	c	{"seed": 10, "step": "c", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 4, "bad_items": 0, "max_attempts": 3}
m10	d	{"seed": 10, "step": "d", "flaky": 0, "width": 1, "output": "document", "refused": 5, "hopeless": 2, "bad_items": 0, "max_attempts": 3}
m10	e	{"seed": 10, "step": "e", "flaky": 40, "width": 1, "output": "list", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m10	f	{"seed": 10, "step": "f", "flaky": 10, "width": 0, "output": "value", "refused": 0, "hopeless": 14, "bad_items": 0, "max_attempts": 3}
m10	g	{"seed": 10, "step": "g", "flaky": 10, "width": 2, "output": "list", "refused": 0, "hopeless": 6, "bad_items": 0, "max_attempts": 3}
m11	a	{"seed": 11, "step": "a", "flaky": 0, "width": 0, "output": "list", "refused": 1, "hopeless": 13, "bad_items": 0, "max_attempts": 2}
m11	b	{"seed": 11, "step": "b", "flaky": 10, "width": 1, "output": "document", "refused": 2, "hopeless": 2, "bad_items": 0, "max_attempts": 2}
m11	c	{"seed": 11, "step": "c", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m11	d	{"seed": 11, "step": "d", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 5, "bad_items": 0, "max_attempts": 2}
m12	a	{"seed": 12, "step": "a", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m12	b	{"seed": 12, "step": "b", "flaky": 10, "width": 3, "output": "document", "refused": 7, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m12	c	{"seed": 12, "step": "c", "flaky": 0, "width": 2, "output": "list", "refused": 5, "hopeless": 0, "bad_items": 10, "max_attempts": 4}
m13	a	{"seed": 13, "step": "a", "flaky": 0, "width": 2, "output": "list", "refused": 1, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m13	b	{"seed": 13, "step": "b", "flaky": 40, "width": 0, "output": "document", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m13	c	{"seed": 13, "step": "c", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m13	d	{"seed": 13, "step": "d", "flaky": 10, "width": 1, "output": "list", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}
m13	e	{"seed": 13, "step": "e", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}
m13	f	{"seed": 13, "step": "f", "flaky": 40, "width": 0, "output": "document", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}
m13	g	{"seed": 13, "step": "g", "flaky": 0, "width": 1, "output": "document", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 4}
m14	a	{"seed": 14, "step": "a", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m14	b	{"seed": 14, "step": "b", "flaky": 0, "width": 1, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m14	c	{"seed": 14, "step": "c", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m14	d	{"seed": 14, "step": "d", "flaky": 0, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m14	e	{"seed": 14, "step": "e", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m14	f	{"seed": 14, "step": "f", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m14	g	{"seed": 14, "step": "g", "flaky": 0, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m15	a	{"seed": 15, "step": "a", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m15	b	{"seed": 15, "step": "b", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m15	c	{"seed": 15, "step": "c", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m15	d	{"seed": 15, "step": "d", "flaky": 40, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m16	a	{"seed": 16, "step": "a", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m16	b	{"seed": 16, "step": "b", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m17	a	{"seed": 17, "step": "a", "flaky": 0, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m17	b	{"seed": 17, "step": "b", "flaky": 0, "width": 1, "output": "document", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 4}
m17	c	{"seed": 17, "step": "c", "flaky": 10, "width": 3, "output": "value", "refused": 1, "hopeless": 1, "bad_items": 0, "max_attempts": 4}
m17	d	{"seed": 17, "step": "d", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}
m17	e	{"seed": 17, "step": "e", "flaky": 40, "width": 2, "output": "list", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 4}
m17	f	{"seed": 17, "step": "f", "flaky": 10, "width": 1, "output": "document", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m18	a	{"seed": 18, "step": "a", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m19	a	{"seed": 19, "step": "a", "flaky": 0, "width": 1, "output": "document", "refused": 1, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m19	b	{"seed": 19, "step": "b", "flaky": 40, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m20	a	{"seed": 20, "step": "a", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m20	b	{"seed": 20, "step": "b", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m20	c	{"seed": 20, "step": "c", "flaky": 10, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m20	d	{"seed": 20, "step": "d", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m20	e	{"seed": 20, "step": "e", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m21	a	{"seed": 21, "step": "a", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}
m21	b	{"seed": 21, "step": "b", "flaky": 0, "width": 1, "output": "document", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}
m22	a	{"seed": 22, "step": "a", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m22	b	{"seed": 22, "step": "b", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m22	c	{"seed": 22, "step": "c", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m22	d	{"seed": 22, "step": "d", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m22	e	{"seed": 22, "step": "e", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m22	f	{"seed": 22, "step": "f", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m22	g	{"seed": 22, "step": "g", "flaky": 0, "width": 1, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m23	a	{"seed": 23, "step": "a", "flaky": 10, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m23	b	{"seed": 23, "step": "b", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m23	c	{"seed": 23, "step": "c", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m23	d	{"seed": 23, "step": "d", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m23	e	{"seed": 23, "step": "e", "flaky": 0, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m23	f	{"seed": 23, "step": "f", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m24	a	{"seed": 24, "step": "a", "flaky": 40, "width": 3, "output": "value", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 1}
m24	b	{"seed": 24, "step": "b", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 8, "bad_items": 0, "max_attempts": 1}
m24	c	{"seed": 24, "step": "c", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 2, "bad_items": 2, "max_attempts": 1}
m24	d	{"seed": 24, "step": "d", "flaky": 0, "width": 0, "output": "value", "refused": 7, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m24	e	{"seed": 24, "step": "e", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 3, "bad_items": 0, "max_attempts": 1}
m24	f	{"seed": 24, "step": "f", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 14, "bad_items": 0, "max_attempts": 1}
m25	a	{"seed": 25, "step": "a", "flaky": 0, "width": 1, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m25	b	{"seed": 25, "step": "b", "flaky": 10, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m25	c	{"seed": 25, "step": "c", "flaky": 40, "width": 3, "output": "value", "refused": 1, "hopeless": 2, "bad_items": 0, "max_attempts": 2}
m26	a	{"seed": 26, "step": "a", "flaky": 0, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m26	b	{"seed": 26, "step": "b", "flaky": 40, "width": 1, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m27	a	{"seed": 27, "step": "a", "flaky": 10, "width": 2, "output": "list", "refused": 1, "hopeless": 1, "bad_items": 0, "max_attempts": 3}
m27	b	{"seed": 27, "step": "b", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m27	c	{"seed": 27, "step": "c", "flaky": 0, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m28	a	{"seed": 28, "step": "a", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m28	b	{"seed": 28, "step": "b", "flaky": 0, "width": 1, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m29	a	{"seed": 29, "step": "a", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 1}
m29	b	{"seed": 29, "step": "b", "flaky": 0, "width": 2, "output": "document", "refused": 1, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m29	c	{"seed": 29, "step": "c", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 1}
m29	d	{"seed": 29, "step": "d", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 10, "max_attempts": 1}
m29	e	{"seed": 29, "step": "e", "flaky": 0, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m30	a	{"seed": 30, "step": "a", "flaky": 10, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m30	b	{"seed": 30, "step": "b", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m30	c	{"seed": 30, "step": "c", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m30	d	{"seed": 30, "step": "d", "flaky": 40, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m30	e	{"seed": 30, "step": "e", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m31	a	{"seed": 31, "step": "a", "flaky": 0, "width": 3, "output": "document", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 3}
m32	a	{"seed": 32, "step": "a", "flaky": 10, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m32	b	{"seed": 32, "step": "b", "flaky": 40, "width": 1, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m32	c	{"seed": 32, "step": "c", "flaky": 40, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m32	d	{"seed": 32, "step": "d", "flaky": 40, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m32	e	{"seed": 32, "step": "e", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m32	f	{"seed": 32, "step": "f", "flaky": 10, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m32	g	{"seed": 32, "step": "g", "flaky": 10, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m33	a	{"seed": 33, "step": "a", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 1}
m33	b	{"seed": 33, "step": "b", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m33	c	{"seed": 33, "step": "c", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 1}
m34	a	{"seed": 34, "step": "a", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m35	a	{"seed": 35, "step": "a", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 4}
m35	b	{"seed": 35, "step": "b", "flaky": 10, "width": 2, "output": "list", "refused": 1, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m35	c	{"seed": 35, "step": "c", "flaky": 0, "width": 3, "output": "value", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 4}
m35	d	{"seed": 35, "step": "d", "flaky": 0, "width": 3, "output": "list", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m36	a	{"seed": 36, "step": "a", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m36	b	{"seed": 36, "step": "b", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m36	c	{"seed": 36, "step": "c", "flaky": 10, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m36	d	{"seed": 36, "step": "d", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m36	e	{"seed": 36, "step": "e", "flaky": 40, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m36	f	{"seed": 36, "step": "f", "flaky": 0, "width": 1, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m36	g	{"seed": 36, "step": "g", "flaky": 10, "width": 1, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m37	a	{"seed": 37, "step": "a", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m37	b	{"seed": 37, "step": "b", "flaky": 10, "width": 1, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m37	c	{"seed": 37, "step": "c", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m37	d	{"seed": 37, "step": "d", "flaky": 10, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m37	e	{"seed": 37, "step": "e", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m38	a	{"seed": 38, "step": "a", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m39	a	{"seed": 39, "step": "a", "flaky": 0, "width": 0, "output": "list", "refused": 7, "hopeless": 5, "bad_items": 0, "max_attempts": 1}
m39	b	{"seed": 39, "step": "b", "flaky": 40, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m39	c	{"seed": 39, "step": "c", "flaky": 0, "width": 1, "output": "value", "refused": 3, "hopeless": 4, "bad_items": 0, "max_attempts": 1}
m39	d	{"seed": 39, "step": "d", "flaky": 40, "width": 1, "output": "list", "refused": 0, "hopeless": 10, "bad_items": 0, "max_attempts": 1}
m39	e	{"seed": 39, "step": "e", "flaky": 40, "width": 2, "output": "list", "refused": 12, "hopeless": 15, "bad_items": 0, "max_attempts": 1}
m40	a	{"seed": 40, "step": "a", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m40	b	{"seed": 40, "step": "b", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m40	c	{"seed": 40, "step": "c", "flaky": 10, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m40	d	{"seed": 40, "step": "d", "flaky": 10, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m41	a	{"seed": 41, "step": "a", "flaky": 40, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m41	b	{"seed": 41, "step": "b", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m41	c	{"seed": 41, "step": "c", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m41	d	{"seed": 41, "step": "d", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m41	e	{"seed": 41, "step": "e", "flaky": 0, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m42	a	{"seed": 42, "step": "a", "flaky": 40, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m42	b	{"seed": 42, "step": "b", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m42	c	{"seed": 42, "step": "c", "flaky": 40, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m42	d	{"seed": 42, "step": "d", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m42	e	{"seed": 42, "step": "e", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m42	f	{"seed": 42, "step": "f", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m43	a	{"seed": 43, "step": "a", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m43	b	{"seed": 43, "step": "b", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m43	c	{"seed": 43, "step": "c", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m43	d	{"seed": 43, "step": "d", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m43	e	{"seed": 43, "step": "e", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m43	f	{"seed": 43, "step": "f", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m44	a	{"seed": 44, "step": "a", "flaky": 10, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m44	b	{"seed": 44, "step": "b", "flaky": 40, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m45	a	{"seed": 45, "step": "a", "flaky": 0, "width": 3, "output": "scalar", "refused": 0, "hopeless": 1, "bad_items": 0, "max_attempts": 3}
m46	a	{"seed": 46, "step": "a", "flaky": 10, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m46	b	{"seed": 46, "step": "b", "flaky": 40, "width": 1, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m47	a	{"seed": 47, "step": "a", "flaky": 10, "width": 1, "output": "scalar", "refused": 0, "hopeless": 9, "bad_items": 0, "max_attempts": 2}
m47	b	{"seed": 47, "step": "b", "flaky": 0, "width": 2, "output": "list", "refused": 12, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m47	c	{"seed": 47, "step": "c", "flaky": 0, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m47	d	{"seed": 47, "step": "d", "flaky": 10, "width": 0, "output": "list", "refused": 10, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m48	a	{"seed": 48, "step": "a", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m48	b	{"seed": 48, "step": "b", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m48	c	{"seed": 48, "step": "c", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m48	d	{"seed": 48, "step": "d", "flaky": 10, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m49	a	{"seed": 49, "step": "a", "flaky": 10, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m49	b	{"seed": 49, "step": "b", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m49	c	{"seed": 49, "step": "c", "flaky": 40, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m49	d	{"seed": 49, "step": "d", "flaky": 0, "width": 1, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m49	e	{"seed": 49, "step": "e", "flaky": 0, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m50	a	{"seed": 50, "step": "a", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m50	b	{"seed": 50, "step": "b", "flaky": 0, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m50	c	{"seed": 50, "step": "c", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m50	d	{"seed": 50, "step": "d", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m50	e	{"seed": 50, "step": "e", "flaky": 40, "width": 0, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m50	f	{"seed": 50, "step": "f", "flaky": 10, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m51	a	{"seed": 51, "step": "a", "flaky": 0, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m51	b	{"seed": 51, "step": "b", "flaky": 40, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m51	c	{"seed": 51, "step": "c", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m51	d	{"seed": 51, "step": "d", "flaky": 40, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m52	a	{"seed": 52, "step": "a", "flaky": 10, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m52	b	{"seed": 52, "step": "b", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m52	c	{"seed": 52, "step": "c", "flaky": 40, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m53	a	{"seed": 53, "step": "a", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m53	b	{"seed": 53, "step": "b", "flaky": 0, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m53	c	{"seed": 53, "step": "c", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m54	a	{"seed": 54, "step": "a", "flaky": 10, "width": 0, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m54	b	{"seed": 54, "step": "b", "flaky": 0, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m54	c	{"seed": 54, "step": "c", "flaky": 0, "width": 3, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m54	d	{"seed": 54, "step": "d", "flaky": 0, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m54	e	{"seed": 54, "step": "e", "flaky": 40, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m54	f	{"seed": 54, "step": "f", "flaky": 10, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m55	a	{"seed": 55, "step": "a", "flaky": 10, "width": 1, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m55	b	{"seed": 55, "step": "b", "flaky": 0, "width": 0, "output": "value", "refused": 0, "hopeless": 2, "bad_items": 0, "max_attempts": 1}
m55	c	{"seed": 55, "step": "c", "flaky": 10, "width": 0, "output": "value", "refused": 2, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m56	a	{"seed": 56, "step": "a", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m56	b	{"seed": 56, "step": "b", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m56	c	{"seed": 56, "step": "c", "flaky": 40, "width": 1, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m56	d	{"seed": 56, "step": "d", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m56	e	{"seed": 56, "step": "e", "flaky": 0, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m56	f	{"seed": 56, "step": "f", "flaky": 10, "width": 1, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m56	g	{"seed": 56, "step": "g", "flaky": 10, "width": 3, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m57	a	{"seed": 57, "step": "a", "flaky": 10, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m57	b	{"seed": 57, "step": "b", "flaky": 40, "width": 2, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 2}
m58	a	{"seed": 58, "step": "a", "flaky": 40, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m58	b	{"seed": 58, "step": "b", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m58	c	{"seed": 58, "step": "c", "flaky": 0, "width": 2, "output": "document", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 3}
m59	a	{"seed": 59, "step": "a", "flaky": 40, "width": 0, "output": "list", "refused": 10, "hopeless": 8, "bad_items": 0, "max_attempts": 1}
m59	b	{"seed": 59, "step": "b", "flaky": 0, "width": 1, "output": "list", "refused": 0, "hopeless": 5, "bad_items": 6, "max_attempts": 1}
m59	c	{"seed": 59, "step": "c", "flaky": 0, "width": 0, "output": "list", "refused": 0, "hopeless": 12, "bad_items": 0, "max_attempts": 1}
m59	d	{"seed": 59, "step": "d", "flaky": 0, "width": 1, "output": "list", "refused": 14, "hopeless": 0, "bad_items": 0, "max_attempts": 1}
m60	a	{"seed": 60, "step": "a", "flaky": 0, "width": 1, "output": "list", "refused": 13, "hopeless": 5, "bad_items": 0, "max_attempts": 4}
m60	b	{"seed": 60, "step": "b", "flaky": 40, "width": 2, "output": "value", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m60	c	{"seed": 60, "step": "c", "flaky": 40, "width": 3, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m60	d	{"seed": 60, "step": "d", "flaky": 0, "width": 3, "output": "value", "refused": 10, "hopeless": 15, "bad_items": 0, "max_attempts": 4}
m60	e	{"seed": 60, "step": "e", "flaky": 0, "width": 3, "output": "value", "refused": 6, "hopeless": 2, "bad_items": 0, "max_attempts": 4}
m60	f	{"seed": 60, "step": "f", "flaky": 10, "width": 1, "output": "list", "refused": 0, "hopeless": 0, "bad_items": 0, "max_attempts": 4}
m60	g	{"seed": 60, "step": "g", "flaky": 0, "width": 3, "output": "list", "refused": 13, "hopeless": 0, "bad_items": 2, "max_attempts": 4}
\.

SELECT pg_catalog.setval('fanout.flows_flow_id_seq', 60, true);

SELECT pg_catalog.setval('fanout.generation_seq', 0, false);

SELECT pg_catalog.setval('fanout.limits_limit_id_seq', 70, true);

SELECT pg_catalog.setval('fanout.queue_id_seq', 1853, true);

SELECT pg_catalog.setval('fanout.step_states_state_id_seq', 390, true);

SELECT pg_catalog.setval('fanout.steps_step_id_seq', 246, true);

SELECT pg_catalog.setval('fanout.virtual_time_seq', 40, true);

SELECT pg_catalog.setval('fanout.workers_worker_id_seq', 2, true);

ALTER TABLE ONLY kept.ends
    ADD CONSTRAINT ends_pkey PRIMARY KEY (run_id);

ALTER TABLE ONLY model.behaviours
    ADD CONSTRAINT behaviours_pkey PRIMARY KEY (flow_slug, step_slug);


COPY kept.ends (run_id, status, output, tasks) FROM stdin;
7e533ee0-8aed-4121-bcf2-715f3e3156bf	completed	51fb376fb025d4c26a3b496ae2ac43e8	a4eb07bf00fc7ed53d5fa7e027f133b9
8075f067-c68f-40da-ac94-a450e5c7add8	completed	29ecdfe5352883f68d38d9f4157b700e	6c5ce859d9decd08ad4b01a8edd00b4e
0a291c69-6572-48ff-bf90-4bd7a6ef370f	completed	3a87b52cc453f9d0c86675e4b7c406f5	4833c9b32ac637e017ce9d281a250ae6
83fbf287-a7be-4da7-80f2-15ff68f28cbe	completed	a457ef5aa81c1bb5e4aa47a83c818b7a	604e54ef34bb0b5d4c59aedc246c611f
09d4cc4c-9e84-4c51-8ff0-ab36f219dee4	completed	6832a8f6a24f221f2881b0e0b543ce4f	27cea82dbbd9e9c423f44982d001fc9a
02de38b5-3f8e-4b41-b2ff-35da635473aa	completed	dfcffc57be93516069302bd11d7c005a	f388ded65b90e9c1bf60de4f85ed346b
9b950fd2-b219-4225-9993-bcc7d7d70aba	completed	e3ae68ef7f0011abf369be5f2a2febd9	b984543d711b896b75c63ae18fa116d0
d9649f07-efac-4304-91a8-ec2e4dbee9db	failed	\N	\N
7a9718cb-8290-417a-beb9-f12c834ba743	completed	b23c63ddec8740c5ff951c52cb93466b	a85ea80076c0536de4346ce4ad64a0aa
88d64c25-5290-4360-b66d-7679d67b590b	completed	d025c1726b372a2476a719760c7f9d08	354153b5eaaf1d8ace78dd7650c1f83e
1dcd7456-a0c6-4fad-8acb-087aa765a000	completed	2d7312532a154c5953b816bcbf128a2d	bd74f9f5dc82b72f2a16dc8ee4df309a
5c6f162e-1fda-4752-af18-d68ae4cbdf33	completed	2d7312532a154c5953b816bcbf128a2d	f130456ab283b11ec329cb9c1712bb18
04e003c4-6a71-40f2-8416-631950fe1ad0	completed	286cb543d5b34f0a20c2b04f8b037669	4c57c2d98afe49bfa1bdbbb7ad0448d9
005dd182-333c-47b9-b72f-db38e7a4607b	cancelled	\N	\N
3e545183-2b87-48b9-8f23-a1e128935066	completed	044f1eb0e576160dd5a67e0f92c770bf	edf795ddaf1b84d13920cadb9b007742
8b40c1d1-cbf4-4dff-a0d3-62b6fbb8d9f8	completed	a7022ca808d1f50913e7105c706a4836	3b13a2619519024cec9d365b72d45587
8a15c8f5-56db-477f-9f51-1b63d43ced21	failed	\N	\N
b7f08543-6ee5-4d4d-a217-cabd0ee0e483	completed	0edc593cc430fc246c3a39a53e862a0d	83f19b7e17ea3e4c7b204e0b74061663
b66fe1ce-a9de-404b-b108-c4353300cecd	completed	905a0332855be7816e8362376a04d98a	4c58a5d18f6b2d5b4e22c7d027c05f5f
c816d0b8-bc3e-46ae-aca2-77f721235fcd	completed	d825d2abab58d53e54aef1066fe5d5ff	81c4ed34d0f3f1d81e010c14c8fd964c
1a6e7a85-af54-43a1-96b2-1cf755a703a8	completed	ee76b724f2508e7eb319f4e4b8d10646	336ce691e8a4aab0ed971373fe70d35d
9fb214fb-ef63-43ee-a712-a885325199b4	completed	8dba8466e0e870caa602717b0c368e66	af93083dc9d8573e6e63f70907b25dca
366e6f03-b695-44b5-b99e-694e1339adbb	completed	d5c40ed780fcef0b24cb75d911e58bfe	d0a26d816c4577480593acb9327040fa
3d6699dd-1bec-44f4-8617-e9a6ccce58cc	completed	fddd043ba8c6aa256b6adbefef369508	4f7afd8acd1407e6e02c0881afdace7b
e484e5f6-c068-4776-9a29-d052eec063f4	completed	32d6478f9326c092d3d69388b10a5439	ff296f44dd2e1bcc3464af6734a175e0
0dbec9d8-262e-48f9-ba91-41987463545c	completed	881c24b95e0c4540a21c5f657e0deb75	456b830f753f2554b8cccc40465b1b7f
8a36ecae-fcbd-4bc9-8c2e-a175a474e5da	failed	\N	\N
4fb7585c-7bd8-4e49-9c35-8462cd377a09	failed	\N	\N
f35f1c4c-aeca-4561-a069-da5b4e094bbd	completed	577704605a15d43c806d494b496fea48	b9cbcd2cca98501b8bab77d5d2b2d0f2
2a20e820-c2e5-46f8-9234-a117a0b5c94b	completed	ace53dd4ed60550832394c7a10b252b5	fcaa61c5e6402d26d0fcbedb91af7e22
3d9185ea-de9e-4ce7-bf1d-71641753d659	completed	881c24b95e0c4540a21c5f657e0deb75	456b830f753f2554b8cccc40465b1b7f
bbc881b5-a887-406a-82be-c109e940da7c	completed	aa92854729f481a5d63fbdf9a99daf65	e4132ca472667db7213cffc1ce372809
4cdf2868-256a-4597-a977-dab7fad79881	failed	\N	\N
5f7ffdc8-10f6-4e3d-84f5-d66ff5aca5bc	completed	2dd598aba9bbe4aba788f616dd0695fa	5248bdc5fbc5773eb234389c018129f1
4de30ec2-b641-4545-bbb8-09fd9c4f0858	cancelled	\N	\N
c8ffa4c4-7355-4cfa-bc4a-81ee90ecad73	completed	3fba4756881821f6c8c937c109ec1843	916d02b25d42ccd1279b44ebb667c966
9874d412-5cd8-4281-9345-64203b24734b	completed	92463b68c15f3575d49daf10f340901d	58b37ee0633c497ad8ba907b5ba46e9c
5d3f61d2-efe0-4ed8-b07d-28c3b14d6538	completed	596de73dea1eb3d22783f7b6bcfc463e	b883226cda2048068f77f7ca377b1573
9a7f814a-8dd2-4431-b412-534b2bbd338e	completed	3313226267cee8f4d3d21b33048c2f20	d6b2826ea5ac41f1451ec11cad75765b
32c2e0a3-2a17-4d86-ae15-deaa85b6afef	completed	9a3daa5d261bd132da94360daa764673	930d7fefe9f0c04fc3ec80e828a36b96
28414341-0e2b-49c5-aabc-92e74fc68722	completed	d749da59b839b76bf90f37f7be4f1363	d595cec991eedc7624d9111573797bb6
0a8bb4b9-1ec9-44b8-b069-a5c549fedb13	completed	411efbb7d632ce06b59c978b67e30235	204b9a312e821f15ef1a048644ce3a05
09e47caf-6aa0-4b63-b799-6cf548ea2383	completed	f2bb21c7561f097c9378649af8575391	e1f399dfa26fda7adb7eb35e9fd96d3a
fb0f10cd-ab04-4212-a30c-2826cb6b51f2	completed	724bd759396b7ed83c450dd83696643d	c5e874f752475e24ff5cceb8cf501358
1f805a30-29bd-4167-87db-1f718f5664bf	completed	02539857026aaccfad7ab0608ac305d4	3285b096d6cf10bd9eb5a97199b70b75
4b34c2cd-e87b-4681-b2da-20bbc7f03864	completed	feaeb229084fdf852767b00a8da9ecb7	1597be45a4c51ddc0b12d242788d2ad0
a9aa12f8-7a10-4dd7-9fba-38678ac82b4a	completed	f2c254b55326565dda3c871e1c064b26	7e6da74c69dce8e00c110ec8a449b1b8
ef1ec7de-69f2-4f0a-9b82-ad00602f88ba	completed	dd6974f7ee605bb38c6ab2e60e6a7b16	5ae45b0904d512622a777a8b08a0455c
98e50bae-3dfa-40bc-afbc-c1a393007cba	completed	3569f831185e0db90852e7c6e133cffa	1b54f42b4dd9ee4ebea959ac5b669c70
3288c6e5-17a8-4656-9792-cb8fb51acb55	failed	\N	\N
a2a998c7-28bb-44b3-b2e4-53458937e2b4	completed	286cb543d5b34f0a20c2b04f8b037669	4c57c2d98afe49bfa1bdbbb7ad0448d9
be9a0059-ffd6-4b94-808d-8548c2ed90b9	completed	f9179a56d783fb7499a0983631e1459a	8fa7cc24da6ec51fe1ee853b65866be7
583f6291-1d9f-4c42-a26e-c8f5d9636899	cancelled	\N	\N
a4a66ab3-43c8-45b0-aaec-0b016fc8c423	completed	b7cf6c9fae484003205f27d172750e85	25508374a01db665e145be1eb7ec5611
8e231bde-9321-43f6-a094-529e4c34a766	completed	576cc91f828316bca4541926f94e4749	6103bc4a836aa667591a883d0dafe6fc
\.

