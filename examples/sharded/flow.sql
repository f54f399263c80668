-- What is defined is each shard's own: `run` has this done on every one of them. Once more changes nothing.
CREATE SCHEMA IF NOT EXISTS sharded;

CREATE OR REPLACE FUNCTION sharded.square(task jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT to_jsonb((task ->> 'item')::bigint ^ 2)
$$;

SELECT fanout.create_flow('squares', description => 'Squares numbers');
SELECT fanout.add_step('squares', 'square', step_type => 'fanout', fanout_from => 'run', handler => 'sql:sharded.square');
