-- A flow for the orders of a day, and one that makes a bill. Chained, the second runs over what the first has left.
CREATE SCHEMA IF NOT EXISTS chained;

-- The orders of a day: {"day": 3} has three of them, over 30, 60 and 90.
CREATE OR REPLACE FUNCTION chained.list_orders(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('day', day, 'amounts', jsonb_agg(n * 10 * day ORDER BY n))
      FROM CAST(input -> 'run' ->> 'day' AS int) AS day, generate_series(1, 3) n GROUP BY day
$$;

CREATE OR REPLACE FUNCTION chained.close_day(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('day', input -> 'orders' -> 'day', 'amounts', jsonb_build_array(sum(amount::int)))
      FROM jsonb_array_elements(input -> 'orders' -> 'amounts') amount
$$;

SELECT fanout.create_flow('day', description => 'The orders of a day');
SELECT fanout.add_step('day', 'orders', handler => 'sql:chained.list_orders');
SELECT fanout.add_step('day', 'closing', depends_on => '{orders}', handler => 'sql:chained.close_day');

-- Its input is the output of a run of `day`, {"closing": {"day": …, "amounts": […]}}, or that of its step
-- `orders`, or whatever a function makes of it. A bill over 100 or more is refused where there is a limit.
CREATE OR REPLACE FUNCTION chained.bill(input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    day jsonb := coalesce(input -> 'run' -> 'closing', input -> 'run');
    sum int := (SELECT sum(amount::int) FROM jsonb_array_elements(day -> 'amounts') amount);
BEGIN
    IF sum > (day ->> 'limit')::int THEN
        RAISE EXCEPTION 'a bill over % is too much for day %', sum, day -> 'day' USING ERRCODE = 'PFFIN';
    END IF;
    RETURN jsonb_build_object('day', day -> 'day', 'lines', jsonb_array_length(day -> 'amounts'), 'sum', sum);
END $$;

SELECT fanout.create_flow('bill', description => 'A bill for a day');
SELECT fanout.add_step('bill', 'bill', handler => 'sql:chained.bill');

-- A transform: gets what the target's input would be, and returns what it is to be.
CREATE OR REPLACE FUNCTION chained.with_limit(output jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT output -> 'closing' || '{"limit": 200}'
$$;
