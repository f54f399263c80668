-- A lock that isn't given in time, a full disk, a lack of memory: what meets one of them is done again, and takes no attempt.
BEGIN;
SELECT plan(19);

CREATE SEQUENCE public.faults;
-- Raises an error while there are faults left.
CREATE FUNCTION public.fault(state text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('public.faults') <= current_setting('test.faults')::int THEN
        RAISE 'for the moment' USING ERRCODE = state;
    END IF;
    RETURN true;
END
$$;
CREATE FUNCTION pg_temp.faults(n int) RETURNS void LANGUAGE sql AS $$ SELECT setval('public.faults', 1, false), set_config('test.faults', $1::text, true) $$;
-- Works until nothing is left to do, a minute at a time; returns how many calls met an error.
CREATE FUNCTION pg_temp.work_off(worker bigint) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    t record;
    met int := 0;
BEGIN
    FOR i IN 1..7 LOOP
        PERFORM set_config('fanout.clock_offset', (i * 60000)::text, true);
        BEGIN
            FOR t IN SELECT * FROM fanout.claim_tasks(worker, 100) LOOP
                CONTINUE WHEN t.handler LIKE 'sql:%';
                PERFORM fanout.complete_task(t.run_id, t.step_slug, t.task_index, '1');
            END LOOP;
            PERFORM fanout.run_sql_tasks(worker);
        EXCEPTION WHEN lock_not_available OR disk_full OR out_of_memory OR too_many_connections THEN
            met := met + 1;
        END;
    END LOOP;
    RETURN met;
END
$$;
CREATE FUNCTION pg_temp.state_of(run uuid) RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', r.status, r.error, (SELECT count(*) FROM fanout.task_failures f WHERE f.run_id = run), 'attempts lost') FROM fanout.runs r WHERE r.run_id = run
$$;
CREATE FUNCTION three(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT '[1, 2, 3]'::jsonb $$;
CREATE FUNCTION rows(task jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$ SELECT to_jsonb(g) FROM generate_series(1, 3) g $$;
CREATE FUNCTION busy(task jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$ BEGIN PERFORM public.fault('55P03'); RETURN QUERY SELECT to_jsonb(g) FROM generate_series(1, 3) g; END $$;
CREATE SEQUENCE public.conflicts;
CREATE FUNCTION conflicting(task jsonb) RETURNS SETOF jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('public.conflicts') = 1 THEN
        RAISE 'could not serialize' USING ERRCODE = '40001';
    END IF;
    RETURN QUERY SELECT to_jsonb(g) FROM generate_series(1, 3) g;
END
$$;
SELECT fanout.create_flow(f, max_attempts => 1) FROM unnest(ARRAY['array', 'function', 'path', 'child', 'parent', 'own', 'conflicting']) f;
SELECT fanout.add_step('array', 'first', handler => 'h');
SELECT fanout.add_step('array', 'each', ARRAY['first'], 'fanout', 'h', fanout_from => 'run', context => '{}');
SELECT fanout.add_step('function', 'each', step_type => 'fanout', fanout_from => 'sql:rows', handler => 'h');
SELECT fanout.add_step('path', 'each', step_type => 'fanout', fanout_from => 'run', fanout_path => '$[*]', handler => 'h');
SELECT fanout.add_step('child', 'a', handler => 'h');
SELECT fanout.add_step('parent', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child');
SELECT fanout.add_step('own', 'each', step_type => 'fanout', fanout_from => 'sql:busy', handler => 'h');
SELECT fanout.add_step('conflicting', 'each', step_type => 'fanout', fanout_from => 'sql:conflicting', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h', 'sql:', 'flow:', 'fanout:']) AS w \gset

SELECT pg_temp.faults(0);
SELECT fanout.start_run('array', '[1, 2, 3]') AS run \gset
SAVEPOINT begun;

-- While the fan-out starts.
ALTER TABLE fanout.tasks ADD CONSTRAINT fault CHECK (fault('55P03')) NOT VALID;
SELECT pg_temp.faults(3);
SELECT cmp_ok(pg_temp.work_off(:w), '>', 0, 'a fan-out starts while its tasks can''t be inserted for the moment: the call meets the error');
SELECT is(pg_temp.state_of(:'run'), 'completed 0 attempts lost', 'and nothing fails');
ROLLBACK TO begun;

-- While it ends.
ALTER TABLE fanout.step_states ADD CONSTRAINT fault CHECK (status <> 'completed' OR fault('53100')) NOT VALID;
SELECT pg_temp.faults(3);
SELECT cmp_ok(pg_temp.work_off(:w), '>', 0, 'a step ends while the disk is full: the call meets the error');
SELECT is(pg_temp.state_of(:'run'), 'completed 0 attempts lost', 'and nothing fails');
ROLLBACK TO begun;

-- What a source gives, inserted.
SAVEPOINT source;
ALTER TABLE fanout.tasks ADD CONSTRAINT fault CHECK (items IS NULL OR fault('53200')) NOT VALID;
SELECT pg_temp.faults(3);
SELECT fanout.start_run('function') AS run \gset
SELECT pg_temp.work_off(:w);
SELECT is(pg_temp.state_of(:'run'), 'completed 0 attempts lost', 'the rows of a source can''t be inserted for a lack of memory: no attempt is lost');
SELECT cmp_ok((SELECT last_value FROM public.faults), '>', 3::bigint, 'it was tried again and again');
SELECT pg_temp.faults(3);
SELECT fanout.start_run('path', '[1, 2, 3]') AS run \gset
SELECT is(pg_temp.work_off(:w), 0, 'nor those that a path finds');
SELECT is(pg_temp.state_of(:'run'), 'completed 0 attempts lost', 'the same');
ROLLBACK TO source;

-- Child runs.
ALTER TABLE fanout.runs ADD CONSTRAINT fault CHECK (depth = 0 OR fault('53300')) NOT VALID;
SELECT pg_temp.faults(3);
SELECT fanout.start_run('parent', '[1, 2, 3]') AS run \gset
SELECT is(pg_temp.work_off(:w), 0, 'child runs can''t be started for the moment');
SELECT is(pg_temp.state_of(:'run'), 'completed 0 attempts lost', 'and their tasks lose nothing');
SELECT cmp_ok((SELECT last_value FROM public.faults), '>', 3::bigint, 'they were tried again and again');
ROLLBACK TO source;

-- What the source itself raises is its attempt's, as with a task.
SELECT pg_temp.faults(1);
SELECT fanout.start_run('own') AS run \gset
SELECT is(pg_temp.work_off(:w), 0, 'a source may raise such an error itself');
SELECT matches(pg_temp.state_of(:'run'), '^failed .*for the moment .SQLSTATE 55P03. 1 attempts lost', 'that is an attempt, as with a task');
ROLLBACK TO source;

-- What it has raised in a try before is not what ended the last one.
ALTER TABLE fanout.tasks ADD CONSTRAINT fault CHECK (items IS NULL OR fault('53100')) NOT VALID;
SELECT pg_temp.faults(1);
SELECT fanout.start_run('conflicting') AS run \gset
SELECT is(pg_temp.work_off(:w), 0, 'after a conflict in a source, which is called again at once, the disk is full');
SELECT cmp_ok((SELECT last_value FROM public.conflicts), '>', 2::bigint, 'it was called again and again');
SELECT is(pg_temp.state_of(:'run'), 'completed 0 attempts lost', 'and no attempt is lost');
ROLLBACK TO source;

-- What can't pass.
ALTER TABLE fanout.tasks ADD CONSTRAINT fault CHECK (items IS NULL OR fault('22000')) NOT VALID;
SELECT pg_temp.faults(100);
SELECT fanout.start_run('path', '[1, 2, 3]') AS run \gset
SELECT pg_temp.work_off(:w);
SELECT matches(pg_temp.state_of(:'run'), '^failed ', 'what can''t pass fails the step');
ROLLBACK TO begun;
SELECT fanout.start_run('array', '[1, 2, 3]') AS run \gset
SELECT pg_temp.work_off(:w);
SELECT is(pg_temp.state_of(:'run'), 'completed 0 attempts lost', 'without an error all is well');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'and nothing is left in the queue');

SELECT * FROM finish();
ROLLBACK;
