-- Three steps in SQL alone: an array of numbers, each of them doubled by a task of its own, and their sum.
CREATE SCHEMA IF NOT EXISTS number_flow;

CREATE OR REPLACE FUNCTION number_flow.numbers(input jsonb) RETURNS jsonb LANGUAGE sql AS
$$ SELECT jsonb_agg(n ORDER BY n) FROM generate_series(1, (input -> 'run' ->> 'count')::int) n $$;

CREATE OR REPLACE FUNCTION number_flow.double(input jsonb) RETURNS jsonb LANGUAGE sql AS
$$ SELECT to_jsonb((input ->> 'item')::bigint * 2) $$;

CREATE OR REPLACE FUNCTION number_flow.total(input jsonb) RETURNS jsonb LANGUAGE sql AS
$$ SELECT to_jsonb(sum(value::bigint)) FROM jsonb_array_elements_text(input -> 'double') value $$;

SELECT fanout.create_flow('number_flow', description => 'The sum of numbers, each doubled');
SELECT fanout.add_step('number_flow', 'numbers', handler => 'sql:number_flow.numbers');
SELECT fanout.add_step('number_flow', 'double', depends_on => '{numbers}', step_type => 'fanout',
                       handler => 'sql:number_flow.double');
SELECT fanout.add_step('number_flow', 'total', depends_on => '{double}', handler => 'sql:number_flow.total');
