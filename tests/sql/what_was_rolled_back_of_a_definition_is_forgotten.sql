BEGIN;
SELECT plan(3);

SELECT fanout.register_worker('w', ARRAY['h', 'g']) AS w \gset
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'first', handler => 'h');

-- A run reads the definition, and uses up the version; neither has happened.
SAVEPOINT before_run;
SELECT fanout.start_run('f');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 10)), 1::bigint, 'a run of one step');
ROLLBACK TO before_run;
SELECT fanout.add_step('f', 'second', ARRAY['first'], handler => 'h');
SELECT fanout.start_run('f') AS run \gset
SELECT fanout.claim_tasks(:w, 10);
SELECT fanout.complete_task(:'run', 'first', 0, '1');
SELECT is((SELECT step_slug FROM fanout.claim_tasks(:w, 10)), 'second', 'a step that was added since follows');

-- The other way round.
SAVEPOINT before_change;
UPDATE fanout.steps SET handler = 'g';
SELECT fanout.start_run('f');
ROLLBACK TO before_change;
SELECT fanout.start_run('f') AS run \gset
SELECT is((SELECT handler FROM fanout.queue q JOIN fanout.step_states s USING (state_id) WHERE s.run_id = :'run'), 'h',
    'a change that was rolled back counts no more');

SELECT * FROM finish();
ROLLBACK;
