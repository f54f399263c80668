-- The start of a child may be lost with a server. What is started in its place is the same run, and its tasks have the same
-- idempotency keys.
BEGIN;
SELECT plan(8);

SELECT fanout.create_flow('child');
SELECT fanout.add_step('child', 'work', handler => 'h');
SELECT fanout.create_flow('parent');
SELECT fanout.add_step('parent', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child');
SELECT fanout.add_step('parent', 'other', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child');
SELECT fanout.start_run('parent', '["a", "b"]') AS run \gset
SELECT fanout.start_run('parent', '["a", "b"]') AS another \gset
SELECT fanout.register_worker('w', '{flow:}') AS w \gset

CREATE FUNCTION pg_temp.start_children(w bigint, sequence bigint) RETURNS void LANGUAGE sql AS $$
    SELECT fanout.run_internal(w, claim_id) FROM fanout.exchange(w, sequence, 100) WHERE kind = 'internal'
$$;
SELECT pg_temp.start_children(:w, 1);
CREATE TEMP TABLE first AS
    SELECT r.run_id, r.parent_index, p.run_id AS parent, t.step_slug FROM fanout.runs r JOIN fanout.step_states p ON p.state_id = r.parent_state_id
      JOIN fanout.steps t USING (step_id);
SELECT is((SELECT count(*) FROM first), 8::bigint, 'two runs with two steps of two tasks have eight children');
SELECT is((SELECT count(DISTINCT run_id) FROM first), 8::bigint, 'each of its own');
SELECT is((SELECT count(DISTINCT left(run_id::text, 13)) FROM first WHERE parent = :'run'), 1::bigint, 'the ids of one run''s children begin alike');
SELECT is((SELECT array_agg(DISTINCT substr(run_id::text, 15, 1)) FROM first), '{8}', 'they are uuids of version 8');

-- As a server that has none of these children: their tasks wait as before.
DELETE FROM fanout.queue WHERE handler = 'h';
DELETE FROM fanout.tasks WHERE state_id IN (SELECT state_id FROM fanout.step_states WHERE run_id IN (SELECT run_id FROM first));
DELETE FROM fanout.step_states WHERE run_id IN (SELECT run_id FROM first);
DELETE FROM fanout.runs WHERE run_id IN (SELECT run_id FROM first);
INSERT INTO fanout.queue (queue_id, state_id, virtual_time, stripe, width, virtual_step, priority, generation, attempt, kind, queue, handler, indexes)
SELECT fanout.next_queue_id(), state_id, 0, 0, 2, 1, 0, 0, 1, 'task', 'default', 'flow:', '{[0,2)}' FROM fanout.step_states;
SELECT pg_temp.start_children(:w, 2);
SELECT results_eq('SELECT r.run_id, r.parent_index FROM fanout.runs r WHERE parent_state_id IS NOT NULL ORDER BY 1', 'SELECT run_id, parent_index FROM first ORDER BY 1',
                  'started once more they have the same ids');
SELECT is((SELECT count(*) FROM fanout.queue WHERE handler = 'h'), 8::bigint, 'and their tasks wait');

-- A child that is there is found, also by the next attempt.
INSERT INTO fanout.queue (queue_id, state_id, virtual_time, stripe, width, virtual_step, priority, generation, attempt, kind, queue, handler, indexes)
SELECT fanout.next_queue_id(), parent_state_id, 0, 0, 1, 1, 0, 0, 2, 'task', 'default', 'flow:', '{[0,1)}' FROM fanout.runs WHERE parent_index = 0 LIMIT 1;
SELECT pg_temp.start_children(:w, 3);
SELECT is((SELECT count(*) FROM fanout.runs WHERE parent_state_id IS NOT NULL), 8::bigint, 'the next attempt starts none');
SELECT is((SELECT count(*) FROM fanout.runs WHERE parent_attempt = 2), 1::bigint, 'but takes it up');
SELECT * FROM finish();
ROLLBACK;
