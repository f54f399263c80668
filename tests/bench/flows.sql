-- The same items as flows of pgfanout, owned by an ordinary role.
\set ON_ERROR_STOP on

CREATE EXTENSION pgfanout;
SELECT fanout.grant_developer('producer');
SELECT fanout.grant_worker('fanoutd');
GRANT USAGE, CREATE ON SCHEMA bench TO producer;
GRANT SELECT ON bench.items, bench.sized TO producer;

SET ROLE producer;

SELECT fanout.create_flow('cpp');
SELECT fanout.add_step('cpp', 'work', step_type => 'fanout', handler => 'noop', fanout_from => 'run');

CREATE FUNCTION bench.double_number(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    RETURN jsonb_build_object('n', 2 * (task -> 'item' -> 'n')::bigint);
END
$$;
SELECT fanout.create_flow('sql');
SELECT fanout.add_step('sql', 'work', step_type => 'fanout', handler => 'sql:bench.double_number',
                       fanout_from => 'run');

CREATE TABLE bench.hot (id int PRIMARY KEY, n int NOT NULL);
INSERT INTO bench.hot SELECT id, 0 FROM generate_series(0, 4) id;
CREATE FUNCTION bench.hit(task jsonb) RETURNS jsonb LANGUAGE sql AS
    'UPDATE bench.hot SET n = n + 1 WHERE id = (task -> ''item'')::int RETURNING to_jsonb(id)';
SELECT fanout.create_flow(flow, max_attempts => 1) FROM unnest('{hot,hot_one}'::text[]) flow;
SELECT fanout.add_step('hot', 'work', step_type => 'fanout', handler => 'sql:bench.hit', fanout_from => 'run');
SELECT fanout.add_step('hot_one', 'work', step_type => 'fanout', handler => 'sql:bench.hit', fanout_from => 'run',
                       max_concurrency => 1);

SELECT fanout.create_flow('http');
SELECT fanout.add_step('http', 'work', step_type => 'fanout', handler => 'slow_service', fanout_from => 'run');
SELECT fanout.create_flow('adaptive');
SELECT fanout.add_step('adaptive', 'work', step_type => 'fanout', handler => 'eight_at_a_time', fanout_from => 'run');
SELECT fanout.create_flow('process');
SELECT fanout.add_step('process', 'work', step_type => 'fanout', handler => 'noop_process', fanout_from => 'run');

SELECT fanout.create_flow('single');
SELECT fanout.add_step('single', 'work', handler => 'noop');
SELECT fanout.create_flow('three_steps');
SELECT fanout.add_step('three_steps', 'first', handler => 'noop');
SELECT fanout.add_step('three_steps', 'second', '{first}', handler => 'noop');
SELECT fanout.add_step('three_steps', 'third', '{second}', handler => 'noop');

CREATE FUNCTION bench.nothing(task jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN task;
SELECT fanout.create_flow('sql_single');
SELECT fanout.add_step('sql_single', 'work', handler => 'sql:bench.nothing');

SELECT fanout.create_flow('millisecond');
SELECT fanout.add_step('millisecond', 'work', step_type => 'fanout', handler => 'millisecond', fanout_from => 'run');

CREATE FUNCTION bench.numbers(source jsonb) RETURNS SETOF jsonb LANGUAGE sql AS
    'SELECT to_jsonb(n) FROM generate_series(1, (source ->> ''run'')::int) n';
SELECT fanout.create_flow('numbers', timeout => '10 min');
SELECT fanout.add_step('numbers', 'work', step_type => 'fanout', handler => 'noop', fanout_from => 'sql:bench.numbers',
                       output_mode => 'counts');
