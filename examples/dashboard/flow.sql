-- A page from three services, each of which has half a second to answer. What doesn't come in time is left out.
CREATE SCHEMA IF NOT EXISTS dashboard;

CREATE OR REPLACE FUNCTION dashboard.page(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
               'orders', input -> 'orders', 'visitors', input -> 'visitors', 'weather', input -> 'weather',
               'missing', (SELECT jsonb_object_agg(service, errors -> 0 ->> 'error')
                             FROM jsonb_each(input -> '$errors') AS e (service, errors))))
$$;

SELECT fanout.create_flow('dashboard', max_attempts => 1, timeout => '500 ms',
                          description => 'A page from three services');
SELECT fanout.add_step('dashboard', 'orders', on_failure => 'collect');
SELECT fanout.add_step('dashboard', 'visitors', on_failure => 'collect');
SELECT fanout.add_step('dashboard', 'weather', on_failure => 'collect');
SELECT fanout.add_step('dashboard', 'page', depends_on => '{orders, visitors, weather}',
                       handler => 'sql:dashboard.page', max_attempts => 3, timeout => '10 s');
