-- A catalogue of all products, 1,000 a page. A task's item says where its page begins: {"offset": 3000, "limit": 1000}.
CREATE SCHEMA IF NOT EXISTS catalogue;

CREATE TABLE IF NOT EXISTS catalogue.products (name text PRIMARY KEY, price numeric NOT NULL);
CREATE TABLE IF NOT EXISTS catalogue.pages (page int PRIMARY KEY, text text NOT NULL);

CREATE OR REPLACE FUNCTION catalogue.list_pages(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT fanout.offset_limit(count(*), (input -> 'run' ->> 'per_page')::int) FROM catalogue.products
$$;

CREATE OR REPLACE FUNCTION catalogue.make_page(task jsonb) RETURNS jsonb LANGUAGE sql AS $$
    WITH products AS (
        SELECT * FROM catalogue.products ORDER BY name
        OFFSET (task -> 'item' ->> 'offset')::int LIMIT (task -> 'item' ->> 'limit')::int),
    page AS (
        INSERT INTO catalogue.pages
        SELECT (task -> 'item' ->> 'offset')::int / (task -> 'run' ->> 'per_page')::int + 1,
               string_agg(rpad(name, 20, ' .') || to_char(price, '9990.00'), E'\n' ORDER BY name) FROM products
        RETURNING page)
    SELECT jsonb_build_object('page', page, 'products', count(*), 'first', min(name), 'last', max(name))
      FROM page, products GROUP BY page
$$;

-- Gets what the tasks returned, as an array in the order of the pages.
CREATE OR REPLACE FUNCTION catalogue.contents(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('pages', count(*), 'products', sum((p ->> 'products')::int),
                              'contents', jsonb_agg(format('%s to %s: page %s', p ->> 'first', p ->> 'last',
                                                           p ->> 'page')))
      FROM jsonb_array_elements(input -> 'make_page') p
$$;

SELECT fanout.create_flow('catalogue', description => 'A catalogue of all products');
SELECT fanout.add_step('catalogue', 'make_page', step_type => 'fanout', fanout_from => 'sql:catalogue.list_pages',
                       context => '{run}', handler => 'sql:catalogue.make_page');
SELECT fanout.add_step('catalogue', 'contents', depends_on => '{make_page}', handler => 'sql:catalogue.contents');
