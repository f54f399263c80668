-- Claims of one step, of many runs, go along with the one that run_sql_tasks is asked for: each ends as it would alone.
BEGIN;
SELECT plan(29);

CREATE ROLE one_owner;
CREATE ROLE other_owner;
SELECT fanout.grant_developer('one_owner'), fanout.grant_developer('other_owner');
CREATE TABLE public.called (what text, run_id uuid);
GRANT INSERT ON public.called TO PUBLIC;
-- Says who it is called for, and does what its input says.
CREATE FUNCTION public.does(i jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    what text := coalesce(i ->> 'run', i ->> 'item');
BEGIN
    INSERT INTO public.called SELECT what, run_id FROM fanout.current_task();
    IF what = 'fails' THEN RAISE 'it does'; END IF;
    IF what = 'conflicts' THEN RAISE 'not now' USING ERRCODE = 'serialization_failure'; END IF;
    IF what = 'sleeps' THEN PERFORM pg_sleep(600); END IF;
    IF what ~ '^resumes ' THEN
        PERFORM fanout.cancel_run(split_part(what, ' ', 2)::uuid), fanout.resume_run(split_part(what, ' ', 2)::uuid);
    END IF;
    RETURN to_jsonb('did ' || what);
END
$$;
SET ROLE one_owner;
SELECT fanout.create_flow('f', max_attempts => 1, timeout => '2 s');
SELECT fanout.add_step('f', 'a', handler => 'sql:public.does');
SELECT fanout.create_flow('g');
SELECT fanout.add_step('g', 'a', handler => 'sql:public.does');
SELECT fanout.create_flow('twice', max_attempts => 2, base_delay => '1 s');
SELECT fanout.add_step('twice', 'a', handler => 'sql:public.does');
SELECT fanout.create_flow('many', max_attempts => 1);
SELECT fanout.add_step('many', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.does');
SET ROLE other_owner;
SELECT fanout.create_flow('h');
SELECT fanout.add_step('h', 'a', handler => 'sql:public.does');
RESET ROLE;
SELECT fanout.register_worker('w', ARRAY['sql:'], slots => 50) AS w \gset
SELECT fanout.register_worker('x', ARRAY['sql:'], slots => 50) AS x \gset

-- Starts runs with these inputs, and claims them for the worker. Their claims by their inputs.
CREATE TEMP TABLE claimed (claim_id bigint, run_id uuid, what text);
CREATE FUNCTION pg_temp.begin(flow text, inputs text[], worker bigint) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
    what text;
    run uuid;
BEGIN
    FOREACH what IN ARRAY inputs LOOP
        run := fanout.start_run(flow, CASE WHEN flow = 'many' THEN what::jsonb ELSE to_jsonb(what) END);
        INSERT INTO claimed SELECT claim_id, run, what FROM fanout.claim_tasks(worker, 50);
    END LOOP;
    RETURN (SELECT array_agg(c.claim_id ORDER BY p.position)
            FROM unnest(inputs) WITH ORDINALITY p (what, position)
            CROSS JOIN LATERAL (SELECT max(claim_id) AS claim_id FROM claimed c WHERE c.what = p.what) c);
END
$$;
CREATE FUNCTION pg_temp.names(claims bigint[]) RETURNS text LANGUAGE sql AS
    $$SELECT string_agg(c.what, ' ' ORDER BY p.position) FROM unnest(claims) WITH ORDINALITY p (claim_id, position) JOIN claimed c USING (claim_id)$$;
-- Runs claims together, the first of them with the others; what the call says.
CREATE FUNCTION pg_temp.run(worker bigint, claims bigint[], most int DEFAULT NULL) RETURNS text LANGUAGE sql AS
    $$SELECT concat_ws(', ', done, remaining, next_max, pg_temp.names(finished)) FROM fanout.run_sql_tasks(worker, claims[1], most, claims[2:])$$;
CREATE FUNCTION pg_temp.end_of(input text) RETURNS text LANGUAGE sql AS
    $$SELECT concat_ws(' ', r.status, r.output ->> 'a', r.error) FROM fanout.run_outputs r JOIN claimed c USING (run_id) WHERE c.what = $1 ORDER BY c.claim_id DESC LIMIT 1$$;

SELECT pg_temp.begin('f', '{one, two, three}', :w) AS c \gset
SELECT is(pg_temp.run(:w, :'c'), '3, 0, 6, one two three', 'claims of one step run together');
SELECT is(pg_temp.end_of(what), 'completed did ' || what, what || ' has its own output') FROM unnest('{one, two, three}'::text[]) what;
SELECT results_eq('SELECT what, run_id FROM public.called', 'SELECT what, run_id FROM claimed ORDER BY claim_id', 'each was called once, in the order given, and knew its run');
SELECT is((SELECT count(*) FROM fanout.queue), 0::bigint, 'and none is left');
TRUNCATE public.called;

SELECT pg_temp.begin('f', '{four, five, six}', :w) AS c \gset
SELECT is(pg_temp.run(:w, :'c', 2), '2, 0, 4, four five', 'no more than max_tasks run');
SELECT is(pg_temp.run(:w, (:'c'::bigint[])[3:3] || :'c'::bigint[]), '1, 0, 2, six', 'claims that have finished, and the claim itself, are passed over');

-- One that fails.
TRUNCATE public.called;
SELECT pg_temp.begin('f', '{first, second, fails, last}', :w) AS c \gset
SELECT is(pg_temp.run(:w, :'c'), '0, 1, 2', 'an error takes all of it back, and the next call has those before it');
SELECT is((SELECT count(*) FROM public.called), 0::bigint, 'with what was written');
SELECT is(pg_temp.run(:w, :'c', 2), '2, 0, 4, first second', 'they are none the worse');
SELECT is(pg_temp.run(:w, (:'c'::bigint[])[3:]), '1, 0, 2, fails', 'the error is its task''s');
SELECT is(pg_temp.end_of('fails'), 'failed step "a": it does (SQLSTATE P0001)', 'whose run fails');
SELECT is(pg_temp.run(:w, (:'c'::bigint[])[4:]), '1, 0, 2, last', 'and nobody else''s');
SELECT results_eq('SELECT what, count(*) FROM public.called GROUP BY 1 ORDER BY 1', $$VALUES ('first', 1::bigint), ('last', 1), ('second', 1)$$, 'what counts has been done once');

SELECT pg_temp.begin('twice', '{fails, seven}', :w) AS c \gset
SELECT is(pg_temp.run(:w, :'c'), '1, 0, 2, fails', 'a first attempt fails');
SELECT is(pg_temp.run(:w, (:'c'::bigint[])[2:]), '1, 0, 2, seven', 'its neighbour has its first, too');
SELECT results_eq('SELECT what, failures FROM claimed JOIN (SELECT run_id, count(*) AS failures FROM fanout.task_failures GROUP BY 1) f USING (run_id) ORDER BY 1, 2', $$VALUES ('fails', 1::bigint), ('fails', 1)$$, 'only what failed has used an attempt');
SELECT fanout.cancel_run(run_id) FROM fanout.runs WHERE status = 'started';

SELECT pg_temp.begin('f', '{conflicts, eight}', :w) AS c \gset
SELECT is(pg_temp.run(:w, :'c'), '1, 0, 2, conflicts', 'a conflict comes again and again before it counts');
SELECT fanout.run_sql_tasks(:w, (:'c'::bigint[])[2]);

-- One that takes too long.
SELECT pg_temp.begin('f', '{nine, sleeps, ten}', :w) AS c \gset
SELECT is(pg_temp.run(:w, :'c'), '0, 1, 1', 'one that takes too long takes all of it back');
SELECT is(pg_temp.run(:w, :'c', 1), '1, 0, 2, nine', 'what came before it is done');
SELECT is(pg_temp.run(:w, (:'c'::bigint[])[2:]), '1, 0, 2, sleeps', 'then it fails');
SELECT is(pg_temp.run(:w, (:'c'::bigint[])[3:]), '1, 0, 2, ten', 'alone');

-- Those that can't go along.
SELECT pg_temp.begin('g', '{elsewhere}', :w) AS g, pg_temp.begin('h', '{hers}', :w) AS h, pg_temp.begin('f', '{theirs}', :x) AS x,
       pg_temp.begin('f', '{first, cancelled, crashed, good}', :w) AS c \gset
SELECT fanout.cancel_run(run_id) FROM claimed WHERE what = 'cancelled';
UPDATE fanout.queue SET crashed = true WHERE queue_id = (:'c'::bigint[])[3];
SELECT is(pg_temp.run(:w, :'c'::bigint[] || 42::bigint || NULL::bigint || :'g'::bigint[] || :'h'::bigint[] || :'x'::bigint[]), '2, 0, 4, first good',
    'another step''s, another owner''s, another worker''s, a crashed one, and one of a run that has ended are passed over');
SELECT is((SELECT string_agg(what, ' ' ORDER BY what COLLATE "C") FROM claimed c JOIN fanout.queue q ON q.queue_id = c.claim_id), 'cancelled crashed elsewhere hers theirs', 'which stay as they are');
SELECT is((SELECT count(*) FROM fanout.queue WHERE queue_id = ANY (:'h'::bigint[]) AND xmax <> 0), 0::bigint, 'nothing of another owner''s was locked');
SELECT is(pg_temp.run(:w, (:'c'::bigint[])[3:3] || pg_temp.begin('f', '{careful}', :w)), '1, 0, 2, crashed', 'what took a worker down has no company');
SELECT fanout.cancel_run(run_id) FROM fanout.runs WHERE status = 'started';

-- Claims of several tasks.
SELECT pg_temp.begin('many', ARRAY['["a"]', '["b", "c"]'], :w) AS c \gset
SELECT is(pg_temp.run(:w, :'c', 2), '2, 0, 4, ["a"]', 'a claim that has only begun isn''t finished');
SELECT fanout.run_sql_tasks(:w);

-- What a function may not do to its own run, it may to another.
SELECT pg_temp.begin('f', '{other}', :w) AS o \gset
SELECT pg_temp.begin('f', ARRAY['resumes ' || run_id], :w) || claim_id AS c FROM claimed WHERE what = 'other' \gset
SELECT pg_temp.run(:w, :'c');
SELECT is((SELECT pg_temp.end_of(what) FROM claimed WHERE what ~ '^resumes'), (SELECT 'completed did ' || what FROM claimed WHERE what ~ '^resumes'), 'also where that would have gone along');

SELECT * FROM finish();
ROLLBACK;
