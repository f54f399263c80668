-- Deletes what is older than a year, 500 rows a transaction, so that nobody waits long for a lock, and it can be
-- cancelled at any time. The items come from a query; each task gets 500 of them.
CREATE SCHEMA IF NOT EXISTS deletions;

CREATE TABLE IF NOT EXISTS deletions.events (id bigint PRIMARY KEY, happened date NOT NULL);

CREATE OR REPLACE FUNCTION deletions.old_events(input jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$
    SELECT to_jsonb(id) FROM deletions.events WHERE happened < (input -> 'run' ->> 'before')::date ORDER BY id
$$;

-- Gets {"items": [500 ids]}, and returns an output for each of them: true, or false where it was gone already.
CREATE OR REPLACE FUNCTION deletions.delete_events(task jsonb) RETURNS jsonb LANGUAGE sql AS $$
    WITH deleted AS (
        DELETE FROM deletions.events WHERE id IN (SELECT i::bigint FROM jsonb_array_elements(task -> 'items') AS i)
        RETURNING id)
    SELECT jsonb_agg(d.id IS NOT NULL ORDER BY n)
      FROM jsonb_array_elements(task -> 'items') WITH ORDINALITY AS i (id, n) LEFT JOIN deleted d ON d.id = i.id::bigint
$$;

SELECT fanout.create_flow('deletions', description => 'Deletes old events');
SELECT fanout.add_step('deletions', 'delete', step_type => 'fanout', fanout_from => 'sql:deletions.old_events',
                       handler => 'sql:deletions.delete_events', batch_size => 500, output_mode => 'counts');
