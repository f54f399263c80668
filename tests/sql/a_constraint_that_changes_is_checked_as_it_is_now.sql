BEGIN;
SELECT plan(7);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', handler => 'h');
SELECT fanout.create_flow('many');
SELECT fanout.add_step('many', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h');

CREATE FUNCTION pg_temp.start_many() RETURNS uuid LANGUAGE sql AS
$$ SELECT fanout.start_run('many', (SELECT jsonb_agg(i) FROM generate_series(1, 200) i)) $$;

-- This backend has compiled the tables' constraints then.
SELECT lives_ok($$ SELECT fanout.start_run('f'), pg_temp.start_many() $$, 'runs start');

ALTER TABLE fanout.queue ADD CONSTRAINT nothing_is_called_h CHECK (handler <> 'h') NOT VALID;
SELECT throws_ok($$ SELECT fanout.start_run('f') $$, '23514',
    'new row for relation "queue" violates check constraint "nothing_is_called_h"',
    'a constraint that is added is checked from then on');
ALTER TABLE fanout.queue DROP CONSTRAINT nothing_is_called_h;
SELECT lives_ok($$ SELECT fanout.start_run('f') $$, 'and isn''t any more once it is dropped');

-- Of a partition, into which many rows go past the executor.
SELECT format('ALTER TABLE fanout.tasks_%s ADD CONSTRAINT few_items CHECK (last_index < 150) NOT VALID',
              to_char(last_value, 'FM00')) AS add_constraint FROM fanout.generation_seq \gset
:add_constraint;
SELECT pg_temp.start_many() AS run \gset
SELECT is((SELECT error FROM fanout.runs WHERE run_id = :'run'),
    format('step "each": new row for relation "tasks_%s" violates check constraint "few_items"',
           (SELECT to_char(last_value, 'FM00') FROM fanout.generation_seq)), 'the same where rows are inserted in bulk');
SELECT lives_ok($$ SELECT fanout.start_run('f') $$, 'rows that it allows are inserted');

-- What is rolled back is forgotten, too.
SAVEPOINT before;
ALTER TABLE fanout.runs ADD CONSTRAINT no_runs CHECK (false) NOT VALID;
SELECT throws_like($$ SELECT fanout.start_run('f') $$, '%violates check constraint "no_runs"', 'a constraint that is rolled back later is checked');
ROLLBACK TO before;
SELECT lives_ok($$ SELECT fanout.start_run('f') $$, 'and then isn''t');

SELECT * FROM finish();
ROLLBACK;
