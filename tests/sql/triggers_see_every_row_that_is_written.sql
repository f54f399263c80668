-- Each table has a copy that row triggers keep, as tools do that rewrite a table while it is written to. After all ways of writing
-- the copies are what the tables are.
BEGIN;
SELECT plan(18);

CREATE TABLE public.copies (of name, content jsonb);
CREATE INDEX ON public.copies (md5(of || content::text));
CREATE FUNCTION public.copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM public.copies WHERE md5(of || content::text) = md5(TG_TABLE_NAME || to_jsonb(OLD)::text);
        IF NOT FOUND THEN RAISE '% of a row of % that did not come by a trigger', TG_OP, TG_TABLE_NAME; END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN INSERT INTO public.copies VALUES (TG_TABLE_NAME, to_jsonb(NEW)); END IF;
    RETURN NULL;
END
$$;
SELECT format('CREATE TRIGGER copies AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION public.copy()', oid::regclass)
  FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition \gexec
-- What CREATE EXTENSION has written.
SELECT format('INSERT INTO public.copies SELECT %L, to_jsonb(t) FROM %s t', relname, oid::regclass)
  FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind = 'r' \gexec

-- Rows that are in a table or in its copy, but not in both.
CREATE FUNCTION pg_temp.differences() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    leaf name;
    found bigint := 0;
    here bigint;
BEGIN
    FOR leaf IN SELECT relname FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format(
            'WITH a AS (SELECT to_jsonb(t) FROM fanout.%1$I t), b AS (SELECT content FROM public.copies WHERE of = %1$L)
             SELECT count(*) FROM ((TABLE a EXCEPT ALL TABLE b) UNION ALL (TABLE b EXCEPT ALL TABLE a)) d', leaf) INTO here;
        IF here > 0 THEN RAISE WARNING '% differs from its copy in % rows', leaf, here; END IF;
        found := found + here;
    END LOOP;
    RETURN found;
END
$$;

CREATE FUNCTION make(input jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT jsonb_agg(g) FROM generate_series(1, 60) g $$;
CREATE FUNCTION odd(input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF (input ->> 'item')::int % 7 = 0 AND (SELECT attempt FROM fanout.current_task()) = 1 OR (input ->> 'item')::int % 31 = 0 THEN RAISE 'odd'; END IF;
    RETURN input -> 'item';
END
$$;
CREATE FUNCTION same(input jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT coalesce(input -> 'items', input -> 'item', '0') $$;
SELECT fanout.create_limit('few', max_concurrency => 3);
SELECT fanout.create_flow('child'), fanout.add_step('child', 'only', handler => 'sql:same');
SELECT fanout.create_flow('f', base_delay => '0', max_attempts => 2);
SELECT fanout.add_step('f', 'make', handler => 'sql:make'),
       fanout.add_step('f', 'parts', depends_on => '{make}', step_type => 'fanout', handler => 'sql:odd', on_failure => 'collect'),
       fanout.add_step('f', 'more', depends_on => '{parts}', step_type => 'fanout', handler => 'sql:same', limits => '{few}'),
       fanout.add_step('f', 'counted', depends_on => '{make}', step_type => 'fanout', handler => 'sql:same', output_mode => 'counts'),
       fanout.add_step('f', 'batches', depends_on => '{make}', step_type => 'fanout', handler => 'sql:same', batch_size => 7),
       fanout.add_step('f', 'children', depends_on => '{batches}', step_type => 'fanout', handler => 'flow:child'),
       fanout.add_step('f', 'end', depends_on => '{more,counted,children}', handler => 'sql:same');
SELECT fanout.create_flow('s'), fanout.add_step('s', 'pushed', step_type => 'fanout', fanout_from => 'stream', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['sql:', 'flow:', 'fanout:']) AS w, fanout.register_worker('v', ARRAY['h']) AS v \gset
CREATE FUNCTION pg_temp.work_off(worker bigint) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    rounds int := 0;
    most int;
BEGIN
    WHILE fanout.work_left(ARRAY['sql:', 'flow:', 'fanout:']) LOOP
        PERFORM fanout.claim_tasks(worker, 20);
        WHILE EXISTS (SELECT FROM fanout.queue q WHERE q.worker_id = worker) LOOP
            SELECT next_max INTO most FROM fanout.run_sql_tasks(worker, max_tasks => most);
        END LOOP;
        rounds := rounds + 1;
        IF rounds > 1000 THEN RETURN NULL; END IF;
    END LOOP;
    RETURN rounds;
END
$$;

-- SQL tasks, retries, child runs, limits, fair keys; a run that is cancelled and goes on; then with steps that count as large.
SELECT fanout.start_run('f', fair_key => 'some') AS run, fanout.start_run('f') AS stopped \gset
SELECT fanout.claim_tasks(:w, 20), fanout.run_sql_tasks(:w);
SELECT fanout.cancel_run(:'stopped');
SELECT is(pg_temp.differences(), 0::bigint, 'the copies are what the tables are in the middle of a run');
SELECT isnt(pg_temp.work_off(:w), NULL, 'runs come to an end');
SELECT is(fanout.run_status(:'run'), 'completed', 'one completes');
SELECT fanout.resume_run(:'stopped');
SELECT isnt(pg_temp.work_off(:w), NULL, 'and one that was cancelled');
SELECT is(fanout.run_status(:'stopped'), 'completed', 'after it is resumed');
SELECT is(pg_temp.differences(), 0::bigint, 'the copies are what the tables are');
SET fanout.inline_tasks = 20;
SELECT fanout.start_run('f') AS large \gset
SELECT isnt(pg_temp.work_off(:w), NULL, 'so does one of large steps');
SELECT is(fanout.run_output(:'large'), fanout.run_output(:'run'), 'with the same output');
SELECT is(pg_temp.differences(), 0::bigint, 'and the copies are what the tables are');

-- A worker of the protocol; a part of a claim, and one after the other.
SELECT fanout.start_run('s') AS stream \gset
SELECT fanout.push_items(:'stream', 'pushed', (SELECT jsonb_agg(g) FROM generate_series(1, 10) g)), fanout.close_items(:'stream', 'pushed');
CREATE TEMP TABLE held AS SELECT claim_id, task_index FROM fanout.exchange(:v, 1, 10) WHERE kind = 'task';
SELECT count(*) FROM (SELECT fanout.exchange(:v, 2, 0, array_agg(claim_id), array_agg(task_index), array_agg('1'::text)) FROM held WHERE task_index < 5) done;
SELECT count(*) FROM (SELECT fanout.exchange(:v, 3, 0, array_agg(claim_id), array_agg(task_index), array_agg('1'::text)) FROM held WHERE task_index >= 5) done;
SELECT is(fanout.run_status(:'stream'), 'completed', 'a stream completes');
SELECT is(pg_temp.differences(), 0::bigint, 'and the copies are what the tables are');

-- Which triggers fire is the executor's to know.
CREATE TABLE public.told (what text);
CREATE FUNCTION public.tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.told VALUES (TG_ARGV[0] || ' ' || TG_OP); RETURN NEW; END $$;
SELECT format('DROP TRIGGER copies ON %s', oid::regclass)
  FROM pg_class WHERE relnamespace = 'fanout'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition \gexec
CREATE TRIGGER usual BEFORE INSERT OR UPDATE ON fanout.runs FOR EACH ROW EXECUTE FUNCTION public.tell('usual');
CREATE TRIGGER disabled BEFORE INSERT OR UPDATE ON fanout.runs FOR EACH ROW EXECUTE FUNCTION public.tell('disabled');
CREATE TRIGGER replica BEFORE INSERT OR UPDATE ON fanout.runs FOR EACH ROW EXECUTE FUNCTION public.tell('replica');
CREATE TRIGGER always BEFORE INSERT OR UPDATE ON fanout.runs FOR EACH ROW EXECUTE FUNCTION public.tell('always');
CREATE TRIGGER statement AFTER INSERT OR UPDATE ON fanout.runs FOR EACH STATEMENT EXECUTE FUNCTION public.tell('statement');
CREATE TRIGGER ends AFTER UPDATE OF status ON fanout.runs FOR EACH ROW WHEN (NEW.status = 'completed') EXECUTE FUNCTION public.tell('end');
ALTER TABLE fanout.runs DISABLE TRIGGER disabled, ENABLE REPLICA TRIGGER replica, ENABLE ALWAYS TRIGGER always;
SELECT fanout.start_run('child') AS run \gset
SELECT results_eq('SELECT what FROM public.told ORDER BY 1', $$VALUES ('always INSERT'), ('statement INSERT'), ('usual INSERT')$$, 'a run''s start fires those that are enabled');
DELETE FROM public.told;
SELECT isnt(pg_temp.work_off(:w), NULL, 'and it ends');
SELECT results_eq('SELECT what FROM public.told ORDER BY 1', $$VALUES ('always UPDATE'), ('end UPDATE'), ('statement UPDATE'), ('usual UPDATE')$$, 'so does its end');
DELETE FROM public.told;
SET session_replication_role = replica;
SELECT fanout.start_run('child') AS run \gset
SELECT results_eq('SELECT what FROM public.told ORDER BY 1', $$VALUES ('always INSERT'), ('replica INSERT')$$, 'in a session that applies a replica''s changes those for that');
RESET session_replication_role;

-- Who they are.
CREATE TABLE public.who (is_owner boolean, called_by name);
CREATE FUNCTION public.tell_who() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.who VALUES (current_user = (SELECT nspowner::regrole::name FROM pg_namespace WHERE nspname = 'fanout'), session_user);
    RETURN NULL;
END
$$;
CREATE TRIGGER who AFTER INSERT ON fanout.runs FOR EACH ROW EXECUTE FUNCTION public.tell_who();
CREATE ROLE dev_of_triggers;
SELECT fanout.grant_developer('dev_of_triggers');
GRANT CREATE ON SCHEMA public TO dev_of_triggers;
SET ROLE dev_of_triggers;
CREATE FUNCTION public.theirs(input jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT '1'::jsonb $$;
SELECT fanout.create_flow('theirs'), fanout.add_step('theirs', 'only', handler => 'sql:theirs');
SELECT lives_ok($$SELECT fanout.start_run('theirs')$$, 'a developer who may not touch what the trigger does starts a run');
SELECT throws_ok('CREATE TRIGGER mine AFTER INSERT ON fanout.runs FOR EACH ROW EXECUTE FUNCTION public.tell_who()', '42501', NULL, 'and can make no trigger on it');
RESET ROLE;
SELECT results_eq('SELECT DISTINCT is_owner FROM public.who', 'VALUES (true)', 'the trigger ran as the owner of the schema');

SELECT * FROM finish();
ROLLBACK;
