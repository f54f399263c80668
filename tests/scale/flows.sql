-- What the parts of tests/scale/run let run.
CREATE FUNCTION same(task jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN coalesce(task -> 'item', task -> 'run');
CREATE FUNCTION numbers(source jsonb) RETURNS SETOF jsonb LANGUAGE sql AS
    'SELECT to_jsonb(n) FROM generate_series(1, (source ->> ''run'')::int) n';

SELECT fanout.create_flow('one', max_attempts => 20, base_delay => '100 ms');
SELECT fanout.add_step('one', 'work', handler => 'sql:same');

-- By a process and by the server.
SELECT fanout.create_flow('both', max_attempts => 20, base_delay => '100 ms');
SELECT fanout.add_step('both', 'outside', step_type => 'fanout', fanout_from => 'run', handler => 'echo');
SELECT fanout.add_step('both', 'inside', step_type => 'fanout', depends_on => '{outside}', handler => 'sql:same');

-- For somebody to cancel.
SELECT fanout.create_flow('never');
SELECT fanout.add_step('never', 'work', handler => 'nobody');

SELECT fanout.create_flow('many', max_attempts => 20, timeout => '10 min');
SELECT fanout.add_step('many', 'work', step_type => 'fanout', handler => 'sql:same', fanout_from => 'sql:numbers', output_mode => 'counts');

-- In parts.
CREATE FUNCTION square(task jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN to_jsonb((task ->> 'item')::bigint ^ 2);
SELECT fanout.create_flow('squares', max_attempts => 20);
SELECT fanout.add_step('squares', 'square', step_type => 'fanout', fanout_from => 'run', handler => 'sql:square');

SELECT fanout.create_flow('open');
SELECT fanout.add_step('open', 'first', handler => 'later');
SELECT fanout.add_step('open', 'second', '{first}', handler => 'sql:same');
