-- Four steps over the same items: each goes on with an item when the one before is done with it, not when that is done
-- with all of them.
CREATE SCHEMA IF NOT EXISTS pipeline;

CREATE TABLE IF NOT EXISTS pipeline.measurements (
    station text PRIMARY KEY, kelvin numeric NOT NULL, saved_at timestamptz NOT NULL DEFAULT clock_timestamp());

CREATE OR REPLACE FUNCTION pipeline.parse(task jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('station', field[1], 'celsius', field[2]::numeric)
      FROM string_to_array(task ->> 'item', ';') field
$$;

CREATE OR REPLACE FUNCTION pipeline.transform(task jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('station', station, 'kelvin', celsius + 273.15)
      FROM jsonb_to_record(task -> 'item') AS i (station text, celsius numeric)
$$;

CREATE OR REPLACE FUNCTION pipeline.save(task jsonb) RETURNS jsonb LANGUAGE sql AS $$
    INSERT INTO pipeline.measurements VALUES (task -> 'item' ->> 'station', (task -> 'item' ->> 'kelvin')::numeric)
    RETURNING to_jsonb(station)
$$;

SELECT fanout.create_flow('pipeline', base_delay => '100 ms', description => 'Fetches measurements and saves them');
SELECT fanout.add_step('pipeline', 'fetch', step_type => 'fanout', fanout_from => 'run');
SELECT fanout.add_step('pipeline', 'parse', depends_on => '{fetch}', step_type => 'fanout',
                       handler => 'sql:pipeline.parse');
SELECT fanout.add_step('pipeline', 'transform', depends_on => '{parse}', step_type => 'fanout',
                       handler => 'sql:pipeline.transform');
SELECT fanout.add_step('pipeline', 'save', depends_on => '{transform}', step_type => 'fanout',
                       handler => 'sql:pipeline.save');
