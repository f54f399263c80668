-- What a resume takes back may lie anywhere in rows of many tasks: single ones and stretches, at their beginnings and ends, in neighbouring
-- rows. Of each row the rest stays as it was, with its worker, attempt and times.
BEGIN;
SELECT plan(12);

SELECT fanout.create_flow('f', base_delay => '0', max_attempts => 1),
       fanout.add_step('f', 'first', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect'),
       fanout.add_step('f', 'second', depends_on => '{first}', step_type => 'fanout', handler => 'i', on_failure => 'collect'),
       fanout.add_step('f', 'third', depends_on => '{second}', step_type => 'fanout', handler => 'j', on_failure => 'collect');
SELECT fanout.register_worker('w', ARRAY['h', 'i', 'j', 'fanout:'], slots => 1000) AS w \gset
CREATE SEQUENCE pg_temp.calls;
-- Ends all tasks that are left: each gives its item back.
CREATE PROCEDURE pg_temp.work(w bigint, size int) LANGUAGE plpgsql AS $$
DECLARE
    claims bigint[]; indexes int[]; outputs text[];
BEGIN
    LOOP
        SELECT array_agg(claim_id), array_agg(task_index), array_agg((input::jsonb -> 'item')::text)
          INTO claims, indexes, outputs FROM fanout.exchange(w, nextval('pg_temp.calls'), size) WHERE kind = 'task';
        EXIT WHEN claims IS NULL;
        PERFORM fanout.exchange(w, nextval('pg_temp.calls'), 0, claims, indexes, outputs);
    END LOOP;
END $$;
CREATE FUNCTION pg_temp.ranges(state bigint) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(first_index || '-' || last_index, ' ' ORDER BY last_index) FROM fanout.results WHERE state_id = state $$;

SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(0, 39) i)) AS run \gset
SELECT min(state_id) AS one, min(state_id) + 1 AS two, min(state_id) + 2 AS three FROM fanout.step_states WHERE run_id = :'run' \gset
-- Each step's in one call: of the first all but one, of the second all that is there, of the third some.
CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(:w, nextval('pg_temp.calls'), 40) WHERE kind = 'task';
SELECT fanout.exchange(:w, nextval('pg_temp.calls'), 0, array_agg(claim_id), array_agg(task_index),
    array_agg(CASE WHEN task_index <> ALL ('{0,9,10,11,12,25,39}') THEN task_index::text END), array_agg(CASE WHEN task_index = ANY ('{0,9,10,11,12,25,39}') THEN 'bad' END), array_agg(true)) FROM held WHERE task_index <> 30;
SELECT is(pg_temp.ranges(:one), '0-0 1-8 9-9 10-10 11-11 12-12 13-24 25-25 26-29 31-38 39-39', 'some have failed, one is under way');
CREATE TEMP TABLE next AS SELECT * FROM fanout.exchange(:w, nextval('pg_temp.calls'), 40) WHERE kind = 'task';
SELECT fanout.exchange(:w, nextval('pg_temp.calls'), 0, array_agg(claim_id), array_agg(task_index), array_agg((task_index * 10)::text)) FROM next;
SELECT is(pg_temp.ranges(:two), '0-29 31-39', 'the next step has worked at all of them');
CREATE TEMP TABLE last AS SELECT * FROM fanout.exchange(:w, nextval('pg_temp.calls'), 40) WHERE kind = 'task';
SELECT fanout.exchange(:w, nextval('pg_temp.calls'), 0, array_agg(claim_id), array_agg(task_index), array_agg((task_index * 100)::text)) FROM last WHERE task_index < 12;
SELECT is(pg_temp.ranges(:three), '0-11', 'the last one at the first of them');
CREATE TEMP TABLE before AS SELECT o.* FROM task_outputs o;

SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT is(pg_temp.ranges(:one), '1-8 13-24 26-29 31-38', 'a resume takes back what failed');
SELECT is(pg_temp.ranges(:two), '1-8 13-24 26-29 31-38', 'what was made of it, out of its rows');
SELECT is(pg_temp.ranges(:three), '1-8', 'and what was made of that');
SELECT is((SELECT count(*) FROM (SELECT * FROM task_outputs EXCEPT TABLE before) x), 0::bigint, 'the others are as they were');
SELECT is((SELECT count(*) FROM task_outputs), 32::bigint + 32 + 8, 'all of them');
SELECT is((SELECT count(*) FROM fanout.results WHERE outputs IS NULL), 0::bigint, 'and none that failed');

CALL pg_temp.work(:w, 7);
SELECT is(fanout.run_status(:'run'), 'completed', 'the rest is done');
SELECT is((SELECT count(*) FROM fanout.task_results WHERE run_id = :'run'), 120::bigint, 'each task has one result');
SELECT is(fanout.run_output(:'run') -> 'third', (SELECT jsonb_agg(CASE WHEN i BETWEEN 1 AND 8 THEN i * 100 WHEN i IN (0, 9, 10, 11, 12, 25, 30, 39) THEN i ELSE i * 10 END)
    FROM generate_series(0, 39) i), 'and each its own');

SELECT * FROM finish();
ROLLBACK;
