-- Tasks and what became of them. These tables are only ever inserted into, but where results are taken back: no dead rows,
-- nothing for vacuum. They are partitioned into a ring of generations; a run keeps the generation it started in. What a run that
-- was removed has left stays, as garbage of states that are gone, until no run is in its generation and that is truncated. The
-- unique key of a partition needs no generation column.
--
-- A row of tasks or results is a range of a step's tasks one after the other, with their values in one array. By the range's
-- last index the row of a task is the first one at or behind it.

CREATE TABLE fanout.tasks (
    state_id bigint NOT NULL,
    first_index int NOT NULL,
    last_index int NOT NULL,
    generation smallint NOT NULL,
    items jsonb,
    CONSTRAINT tasks_range_is_not_empty CHECK (first_index >= 0 AND first_index <= last_index),
    CONSTRAINT tasks_have_an_item_each CHECK (
        CASE WHEN items IS NULL THEN last_index = 0 ELSE pg_catalog.jsonb_array_length(items) = last_index - first_index + 1 END)
) PARTITION BY LIST (generation);
COMMENT ON TABLE fanout.tasks IS
    'Units of work, a row a range of them; items has an element each, that of a fan-out''s array; it is null for a single step, but where a retry has given its task another input';

-- Columns ordered without padding; where all have succeeded a row has no nulls, so no null bitmap.
CREATE TABLE fanout.results (
    state_id bigint NOT NULL,
    claimed_at timestamptz NOT NULL,
    completed_at timestamptz NOT NULL,
    worker_id bigint NOT NULL,
    first_index int NOT NULL,
    last_index int NOT NULL,
    generation smallint NOT NULL,
    attempt smallint NOT NULL CONSTRAINT results_attempt_is_positive CHECK (attempt >= 1),
    outputs jsonb,
    CONSTRAINT results_range_is_not_empty CHECK (first_index >= 0 AND first_index <= last_index),
    CONSTRAINT results_have_an_output_each_or_are_of_one_task CHECK (
        CASE WHEN outputs IS NULL THEN last_index = first_index
             ELSE pg_catalog.jsonb_array_length(outputs) = last_index - first_index + 1 END)
) PARTITION BY LIST (generation);
COMMENT ON TABLE fanout.results IS
    'The end of tasks that ended together, a row a range of them: their outputs, or null where one failed for good (fanout.failures has the error); worker_id is 0 where nobody had claimed it';

CREATE TABLE fanout.failures (
    state_id bigint NOT NULL,
    claimed_at timestamptz,
    failed_at timestamptz NOT NULL,
    worker_id bigint,
    task_index int NOT NULL CONSTRAINT failures_index_is_a_tasks_or_the_sources CHECK (task_index >= -1),
    generation smallint NOT NULL,
    attempt smallint NOT NULL CONSTRAINT failures_attempt_is_positive CHECK (attempt >= 1),
    final boolean NOT NULL,
    said_final boolean NOT NULL DEFAULT false,
    error text NOT NULL CONSTRAINT failures_error_is_not_too_long CHECK (octet_length(error) <= 8192),
    CONSTRAINT failures_said_final_is_final CHECK (final OR NOT said_final),
    CONSTRAINT failures_of_a_source_have_no_claim CHECK (task_index >= 0 OR (claimed_at IS NULL AND worker_id IS NULL))
) PARTITION BY LIST (generation);
COMMENT ON TABLE fanout.failures IS 'One row a failed attempt at a task, or with task_index -1 at the source of its step''s items; final: it was the last; said_final: whoever failed it said so';

CREATE TABLE fanout.generations (
    generation smallint CONSTRAINT generations_pkey PRIMARY KEY
        CONSTRAINT generations_generation_is_in_the_ring CHECK (generation BETWEEN 0 AND 15),
    began_at timestamptz NOT NULL
);
COMMENT ON TABLE fanout.generations IS 'Since when runs start, or started, in a generation of the ring; one that is blank has no row';

DO $$
DECLARE
    suffix text;
BEGIN
    FOR generation IN 0..15 LOOP
        suffix := pg_catalog.lpad(generation::text, 2, '0');
        EXECUTE pg_catalog.format(
            -- A row of several values takes up to a page as it is; only one that is larger alone is compressed.
            'CREATE TABLE fanout.tasks_%1$s PARTITION OF fanout.tasks
                 (CONSTRAINT tasks_%1$s_pkey PRIMARY KEY (state_id, last_index)) FOR VALUES IN (%2$s) WITH (toast_tuple_target = 8160);
             CREATE TABLE fanout.results_%1$s PARTITION OF fanout.results
                 (CONSTRAINT results_%1$s_pkey PRIMARY KEY (state_id, last_index)) FOR VALUES IN (%2$s) WITH (toast_tuple_target = 8160);
             CREATE TABLE fanout.failures_%1$s PARTITION OF fanout.failures
                 (CONSTRAINT failures_%1$s_pkey PRIMARY KEY (state_id, task_index, attempt)) FOR VALUES IN (%2$s);',
            suffix, generation);
    END LOOP;
END
$$;
