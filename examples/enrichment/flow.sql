-- Products get their prices and stocks from two services, which don't know or don't answer everything.
CREATE SCHEMA IF NOT EXISTS enrichment;

CREATE OR REPLACE FUNCTION enrichment.list_products(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_agg(jsonb_build_object('id', n, 'name', 'lamp ' || n) ORDER BY n)
      FROM generate_series(1, (input -> 'run' ->> 'products')::int) n
$$;

-- What is known of each product. "price" and "stock" have a null where a task has failed; "$errors", which is there if
-- any has, says why: {"price": [{"index": 49, "item": {…}, "error": "…", "attempts": 1}, …], "stock": […]}
CREATE OR REPLACE FUNCTION enrichment.merge(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    WITH known AS (
        SELECT n, product || jsonb_build_object('price', input -> 'price' -> n, 'stock', input -> 'stock' -> n) AS product
          FROM jsonb_array_elements(input -> 'list_products') WITH ORDINALITY AS p (product, position),
               CAST(position - 1 AS int) AS n)
    SELECT jsonb_build_object('products', jsonb_agg(product ORDER BY n), 'unanswered', coalesce(input -> '$errors', '{}'))
      FROM known
$$;

SELECT fanout.create_flow('enrichment', base_delay => '100 ms', description => 'Adds prices and stocks to products');
SELECT fanout.add_step('enrichment', 'list_products', handler => 'sql:enrichment.list_products');
SELECT fanout.add_step('enrichment', 'price', depends_on => '{list_products}', step_type => 'fanout',
                       on_failure => 'collect');
SELECT fanout.add_step('enrichment', 'stock', depends_on => '{list_products}', step_type => 'fanout',
                       on_failure => 'collect', tolerated_failure_percentage => 5);
SELECT fanout.add_step('enrichment', 'merge', depends_on => '{list_products, price, stock}',
                       handler => 'sql:enrichment.merge');
