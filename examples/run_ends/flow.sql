-- One step that halves a number, and fails for odd ones. Each end of a run is told to who listens.
CREATE SCHEMA IF NOT EXISTS run_ends;
CREATE OR REPLACE FUNCTION run_ends.half(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF (task ->> 'run')::int % 2 = 1 THEN
        RAISE EXCEPTION '% is odd', task ->> 'run';
    END IF;
    RETURN to_jsonb((task ->> 'run')::int / 2);
END
$$;
SELECT fanout.create_flow('half', max_attempts => 1, notify => true, description => 'Halves a number, and tells the end of each run');
SELECT fanout.add_step('half', 'half', handler => 'sql:run_ends.half');
