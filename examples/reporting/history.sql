-- What the source removes stays here: its runs, steps, tasks and failed attempts, as the views of tables.sql had them last. For the
-- reporting database, once all tables are copied. Leave out what you don't report on: outputs, say.
\set ON_ERROR_STOP 1
CREATE SCHEMA history;
CREATE TABLE history.runs AS TABLE reporting.runs WITH NO DATA;
CREATE TABLE history.steps AS TABLE reporting.steps WITH NO DATA;
CREATE TABLE history.tasks AS TABLE reporting.tasks WITH NO DATA;
CREATE TABLE history.failures AS TABLE reporting.failures WITH NO DATA;
ALTER TABLE history.runs ADD PRIMARY KEY (run_id);
ALTER TABLE history.steps ADD PRIMARY KEY (run_id, step_slug);
ALTER TABLE history.tasks ADD PRIMARY KEY (run_id, step_slug, task_index);
CREATE INDEX ON history.failures (run_id);
CREATE INDEX ON history.runs (started_at);

-- A run goes with its child runs, the steps of all of them first. So with each step that goes its run is kept, and those whose task's child
-- runs they are: then all of them is still here, and so is whose child each is.
CREATE FUNCTION history.keep_runs() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    going uuid;
BEGIN
    FOR going IN SELECT OLD.run_id UNION ALL SELECT r.run_id FROM fanout.runs r WHERE r.parent_state_id = OLD.state_id LOOP
        INSERT INTO history.runs SELECT * FROM reporting.runs WHERE run_id = going ON CONFLICT (run_id) DO NOTHING;
        CONTINUE WHEN NOT FOUND;
        INSERT INTO history.steps SELECT * FROM reporting.steps WHERE run_id = going;
        INSERT INTO history.tasks SELECT * FROM reporting.tasks WHERE run_id = going;
        INSERT INTO history.failures SELECT * FROM reporting.failures WHERE run_id = going;
    END LOOP;
    RETURN OLD;
END
$$;
CREATE TRIGGER runs_are_kept BEFORE DELETE ON fanout.step_states FOR EACH ROW EXECUTE FUNCTION history.keep_runs();
-- For what comes from the source, and only for that.
ALTER TABLE fanout.step_states ENABLE REPLICA TRIGGER runs_are_kept;
