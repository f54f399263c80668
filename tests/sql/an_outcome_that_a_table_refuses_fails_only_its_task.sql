-- Triggers and constraints of an administrator's, on outcomes that a worker hands in.
BEGIN;
SELECT plan(15);

SELECT fanout.create_flow('f', max_attempts => 1), fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect');
SELECT fanout.register_worker('w', '{h}', slots => 100, protocol => 2) AS w \gset
CREATE TEMP TABLE held (run_id uuid, claim_id bigint, task_index int, output text);
-- Starts a run, claims its tasks by the exchange of this number, and keeps what is to be handed in.
CREATE PROCEDURE pg_temp.claim(w bigint, sequence int, items jsonb) LANGUAGE plpgsql AS $$
DECLARE run uuid := fanout.start_run('f', items);
BEGIN
    INSERT INTO held SELECT run, e.claim_id, e.task_index, (e.input::jsonb -> 'item')::text FROM fanout.exchange(w, sequence, 100) e WHERE e.kind = 'task';
END $$;
CREATE FUNCTION pg_temp.hand_in(w bigint, sequence int) RETURNS TABLE (kind text, claim_id bigint) LANGUAGE sql AS $$
    SELECT x.kind, x.claim_id FROM (SELECT array_agg(h.claim_id) AS ids, array_agg(h.task_index) AS indexes, array_agg(h.output) AS outputs FROM held h) h,
        LATERAL fanout.exchange(w, sequence, 0, h.ids, h.indexes, h.outputs, '{}', '{}') x $$;
CREATE FUNCTION pg_temp.outcome() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(o.outcome, '; ' ORDER BY o.outcome COLLATE "C")
      FROM (SELECT DISTINCT run_id FROM held) r,
           LATERAL (SELECT fanout.run_status(r.run_id) || ' ' || coalesce(fanout.run_output(r.run_id) ->> 'each', 'nothing') AS outcome) o $$;

-- A CHECK, as the daemon meets it: it makes a call again that has failed.
ALTER TABLE fanout.results ADD CONSTRAINT no_poison CHECK (NOT outputs @> '["poison"]') NOT VALID;
CALL pg_temp.claim(:w, 1, '[1, "poison", 3]');
CALL pg_temp.claim(:w, 2, '[4, 5]');
SELECT throws_ok(format('SELECT pg_temp.hand_in(%s, 3)', :w), '23514', NULL, 'a row that a table refuses is an error of the first call');
SELECT is((SELECT count(*) FROM pg_temp.hand_in(:w, 3)), 0::bigint, 'of which the next one takes what is left');
SELECT is(pg_temp.outcome(), 'completed [1, null, 3]; completed [4, 5]', 'only the task that was refused has failed');
SELECT matches((SELECT error FROM fanout.task_failures WHERE task_index = 1), '^what came of it can''t be recorded: .*no_poison.*23514', 'and says why');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'nothing is left of the claims');
ALTER TABLE fanout.results DROP CONSTRAINT no_poison;
TRUNCATE held;

-- A trigger.
CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not this one'; END $$;
CREATE TRIGGER refuse AFTER INSERT ON fanout.results FOR EACH ROW WHEN (new.outputs @> '["poison"]') EXECUTE FUNCTION pg_temp.refuse();
CALL pg_temp.claim(:w, 4, '["poison"]');
CALL pg_temp.claim(:w, 5, '[4, 5]');
SELECT throws_ok(format('SELECT pg_temp.hand_in(%s, 6)', :w), 'P0001', NULL, 'a trigger''s error, too, is one of the first call');
SELECT is((SELECT count(*) FROM pg_temp.hand_in(:w, 6)), 0::bigint, 'and not of the next');
SELECT is(pg_temp.outcome(), 'completed [4, 5]; completed [null]', 'others are not kept by it');
DROP TRIGGER refuse ON fanout.results;
TRUNCATE held;

-- One that is deferred, which would be an error of the commit.
CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE OF status ON fanout.runs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (new.status = 'completed' AND new.input = '["never"]') EXECUTE FUNCTION pg_temp.refuse();
CALL pg_temp.claim(:w, 7, '["never"]');
CALL pg_temp.claim(:w, 8, '[4, 5]');
SELECT is((SELECT count(*) FROM pg_temp.hand_in(:w, 9)), 0::bigint, 'what is deferred is checked at once');
-- Each run by itself.
SELECT fanout.register_worker('own work', '{fanout:}') AS own \gset
SELECT count(fanout.run_internal(:own, claim_id)) FROM fanout.exchange(:own, 1, 100) WHERE kind = 'internal';
SELECT is(pg_temp.outcome(), 'completed [4, 5]; started nothing', 'a run whose end is refused goes on, and no other one');
SELECT lives_ok('SET CONSTRAINTS ALL IMMEDIATE', 'nothing is left for the commit');
DROP TRIGGER refuse ON fanout.runs;
TRUNCATE held;

-- Nor may the failure be recorded.
CREATE TRIGGER refuse AFTER INSERT ON fanout.results FOR EACH ROW WHEN (1 BETWEEN new.first_index AND new.last_index) EXECUTE FUNCTION pg_temp.refuse();
CALL pg_temp.claim(:w, 10, '[1, 2, 3]');
SELECT throws_ok(format('SELECT pg_temp.hand_in(%s, 11)', :w), 'P0001', NULL, 'where not even a failure can be recorded');
SELECT set_eq(format('SELECT * FROM pg_temp.hand_in(%s, 11)', :w), 'SELECT DISTINCT ''busy'', claim_id FROM held', 'the worker keeps what it has for later');
SELECT is((SELECT string_agg(task_index || ' ' || status, ', ' ORDER BY task_index) FROM fanout.step_tasks WHERE run_id = (SELECT run_id FROM held LIMIT 1)),
    '0 completed, 1 started, 2 completed', 'and the others are recorded');
DROP TRIGGER refuse ON fanout.results;
SELECT pg_temp.hand_in(:w, 12);
SELECT is(pg_temp.outcome(), 'completed [1, 2, 3]', 'then it ends');

SELECT * FROM finish();
ROLLBACK;
