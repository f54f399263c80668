-- An order is accepted when three checks, side by side, have nothing against it. One that has fails the run.
CREATE SCHEMA IF NOT EXISTS order_checks;

CREATE TABLE IF NOT EXISTS order_checks.stock (product text PRIMARY KEY, pieces int NOT NULL);
CREATE TABLE IF NOT EXISTS order_checks.customers (customer text PRIMARY KEY, credit numeric NOT NULL, address text);
CREATE TABLE IF NOT EXISTS order_checks.accepted (order_id int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());

-- A check's answer is no: there is no use in asking again, so SQLSTATE PFFIN.
CREATE OR REPLACE FUNCTION order_checks.refuse_unless(accepted boolean, reason text) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF accepted THEN RETURN 'true'; END IF;
    RAISE EXCEPTION '%', reason USING ERRCODE = 'PFFIN';
END $$;

CREATE OR REPLACE FUNCTION order_checks.check_stock(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT order_checks.refuse_unless(s.pieces >= (input -> 'run' ->> 'pieces')::int,
                                      format('only %s of %s are left', s.pieces, s.product))
      FROM order_checks.stock s WHERE s.product = input -> 'run' ->> 'product'
$$;

CREATE OR REPLACE FUNCTION order_checks.check_credit(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT order_checks.refuse_unless(c.credit >= (input -> 'run' ->> 'price')::numeric,
                                      format('%s may owe no more than %s', c.customer, c.credit))
      FROM order_checks.customers c WHERE c.customer = input -> 'run' ->> 'customer'
$$;

CREATE OR REPLACE FUNCTION order_checks.check_address(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT order_checks.refuse_unless(c.address IS NOT NULL, format('nobody knows where %s lives', c.customer))
      FROM order_checks.customers c WHERE c.customer = input -> 'run' ->> 'customer'
$$;

-- Runs once all three have completed, so never for an order that one of them refused. It happens exactly once: what an
-- SQL handler writes is committed together with its result.
CREATE OR REPLACE FUNCTION order_checks.accept(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    UPDATE order_checks.stock SET pieces = pieces - (input -> 'run' ->> 'pieces')::int
     WHERE product = input -> 'run' ->> 'product';
    INSERT INTO order_checks.accepted VALUES ((input -> 'run' ->> 'order')::int) RETURNING to_jsonb(order_id);
$$;

SELECT fanout.create_flow('order_checks', description => 'Accepts an order that three checks agree to');
SELECT fanout.add_step('order_checks', 'stock', handler => 'sql:order_checks.check_stock');
SELECT fanout.add_step('order_checks', 'credit', handler => 'sql:order_checks.check_credit');
SELECT fanout.add_step('order_checks', 'address', handler => 'sql:order_checks.check_address');
SELECT fanout.add_step('order_checks', 'accept', depends_on => '{stock, credit, address}',
                       handler => 'sql:order_checks.accept');
