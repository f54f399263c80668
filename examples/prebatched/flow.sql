-- Readings of meters are stored, a batch a task; a task's item is an array, for the run's input is an array of arrays.
CREATE SCHEMA IF NOT EXISTS prebatched;

CREATE TABLE IF NOT EXISTS prebatched.readings (meter int, day date, value numeric NOT NULL, PRIMARY KEY (meter, day));

CREATE OR REPLACE FUNCTION prebatched.store(task jsonb) RETURNS jsonb LANGUAGE sql AS $$
    WITH stored AS (
        INSERT INTO prebatched.readings
        SELECT * FROM jsonb_to_recordset(task -> 'item') AS r (meter int, day date, value numeric)
        RETURNING value)
    SELECT jsonb_build_object('rows', count(*), 'sum', sum(value)) FROM stored
$$;

CREATE OR REPLACE FUNCTION prebatched.total(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('batches', count(*), 'rows', sum(rows), 'sum', sum(s.sum))
      FROM jsonb_to_recordset(input -> 'store') AS s (rows int, sum numeric)
$$;

SELECT fanout.create_flow('prebatched', description => 'Stores readings that come in batches');
SELECT fanout.add_step('prebatched', 'store', step_type => 'fanout', fanout_from => 'run',
                       handler => 'sql:prebatched.store');
SELECT fanout.add_step('prebatched', 'total', depends_on => '{store}', handler => 'sql:prebatched.total');
