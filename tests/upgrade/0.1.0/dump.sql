
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE EXTENSION pgfanout VERSION '0.1.0';

COMMENT ON EXTENSION pgfanout IS 'Durable fan-out: flows, tasks and ordered results inside PostgreSQL';

CREATE SCHEMA kept;

ALTER SCHEMA kept OWNER TO postgres;

CREATE FUNCTION kept.claim(queue text, most integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    me kept.workers;
BEGIN
    INSERT INTO kept.workers SELECT claim.queue, fanout.register_worker('worker of ' || claim.queue, '{h,sql:,flow:,fanout:}', ARRAY[claim.queue], 100)
     WHERE NOT EXISTS (SELECT FROM kept.workers w WHERE w.queue = claim.queue);
    UPDATE kept.workers w SET calls = calls + 1 WHERE w.queue = claim.queue RETURNING * INTO me;
    INSERT INTO kept.held SELECT claim.queue, e.claim_id, e.run_id, e.step_slug, e.task_index, coalesce(e.input::jsonb -> 'item', '"done"')
      FROM fanout.exchange(me.worker_id, me.calls, most) e WHERE e.kind = 'task';
END
$$;

ALTER FUNCTION kept.claim(queue text, most integer) OWNER TO postgres;

CREATE FUNCTION kept.finish(queue text, step text, indexes integer[] DEFAULT NULL::integer[], error text DEFAULT NULL::text, final boolean DEFAULT false, outputs jsonb[] DEFAULT NULL::jsonb[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    me kept.workers;
    claims bigint[];
    tasks int[];
    items text[];
BEGIN
    UPDATE kept.workers w SET calls = calls + 1 WHERE w.queue = finish.queue RETURNING * INTO me;
    WITH ended AS (
        DELETE FROM kept.held h WHERE h.queue = finish.queue AND h.step_slug = step AND (indexes IS NULL OR h.task_index = ANY (indexes)) RETURNING *
    )
    SELECT array_agg(claim_id ORDER BY claim_id, task_index), array_agg(task_index ORDER BY claim_id, task_index),
           array_agg(coalesce(outputs[array_position(indexes, task_index)], item)::text ORDER BY claim_id, task_index) INTO claims, tasks, items FROM ended;
    PERFORM fanout.exchange(me.worker_id, me.calls, 0, claims, tasks, CASE WHEN error IS NULL THEN items ELSE array_fill(NULL::text, ARRAY[cardinality(tasks)]) END,
        array_fill(error, ARRAY[cardinality(tasks)]), array_fill(final, ARRAY[cardinality(tasks)]));
END
$$;

ALTER FUNCTION kept.finish(queue text, step text, indexes integer[], error text, final boolean, outputs jsonb[]) OWNER TO postgres;

CREATE FUNCTION kept.run(name text) RETURNS uuid
    LANGUAGE sql
    AS $$ SELECT run_id FROM kept.runs WHERE runs.name = run.name $$;

ALTER FUNCTION kept.run(name text) OWNER TO postgres;

CREATE FUNCTION kept.serve(queue text, most integer, calls integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    me kept.workers;
    claimed record;
BEGIN
    PERFORM kept.claim(queue, 0);
    FOR i IN 1..calls LOOP
        UPDATE kept.workers w SET calls = w.calls + 1 WHERE w.queue = serve.queue RETURNING * INTO me;
        FOR claimed IN SELECT * FROM fanout.exchange(me.worker_id, me.calls, most) e WHERE e.kind IN ('sql', 'internal') LOOP
            IF claimed.kind = 'sql' THEN PERFORM fanout.run_sql_tasks(me.worker_id, claimed.claim_id, 2);
            ELSE PERFORM fanout.run_internal(me.worker_id, claimed.claim_id); END IF;
        END LOOP;
    END LOOP;
END
$$;

ALTER FUNCTION kept.serve(queue text, most integer, calls integer) OWNER TO postgres;

CREATE FUNCTION kept.start(name text, flow text, input jsonb DEFAULT '{}'::jsonb, run_name text DEFAULT NULL::text, priority integer DEFAULT 0, fair_key text DEFAULT NULL::text) RETURNS void
    LANGUAGE sql
    AS $$ INSERT INTO kept.runs SELECT start.name, fanout.start_run(flow, input, run_name, priority => start.priority, fair_key => start.fair_key) $$;

ALTER FUNCTION kept.start(name text, flow text, input jsonb, run_name text, priority integer, fair_key text) OWNER TO postgres;

CREATE FUNCTION public.doubled(task jsonb) RETURNS jsonb
    LANGUAGE sql
    AS $$ SELECT to_jsonb((task ->> 'item')::int * 2) $$;

ALTER FUNCTION public.doubled(task jsonb) OWNER TO upgrade_author;

CREATE FUNCTION public.three(task jsonb) RETURNS jsonb
    LANGUAGE sql
    AS $$ SELECT '[1, 2, 3]'::jsonb $$;

ALTER FUNCTION public.three(task jsonb) OWNER TO upgrade_author;

CREATE FUNCTION public.total(task jsonb) RETURNS jsonb
    LANGUAGE sql
    AS $$ SELECT to_jsonb(sum(i::int)) FROM jsonb_array_elements_text(task -> 'each') i $$;

ALTER FUNCTION public.total(task jsonb) OWNER TO upgrade_author;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE kept.held (
    queue text,
    claim_id bigint,
    run_id uuid,
    step_slug text,
    task_index integer,
    item jsonb
);

ALTER TABLE kept.held OWNER TO postgres;

CREATE TABLE kept.runs (
    name text NOT NULL,
    run_id uuid NOT NULL
);

ALTER TABLE kept.runs OWNER TO postgres;

CREATE TABLE kept.workers (
    queue text NOT NULL,
    worker_id bigint NOT NULL,
    calls bigint DEFAULT 0 NOT NULL
);

ALTER TABLE kept.workers OWNER TO postgres;

COPY fanout.flows (flow_id, flow_slug, version, owner, used, max_attempts, base_delay, max_delay, timeout, run_timeout, description, created_at) FROM stdin;
1	chain	1	upgrade_author	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.31701+00
2	wide	1	upgrade_author	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.335109+00
3	large	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.344124+00
4	striped	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.350561+00
5	collecting	1	upgrade_author	t	1	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.361855+00
6	batches	1	upgrade_author	t	1	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.38603+00
7	pipeline	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.390466+00
8	streamed	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.402335+00
9	in_order	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.406954+00
11	parent	1	upgrade_author	t	1	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.413465+00
10	child	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.412276+00
12	server	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.419173+00
13	limited	1	upgrade_author	t	3	00:00:00	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.427564+00
14	others	1	upgrade_other	t	3	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.430061+00
15	waiting	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.435333+00
16	ended	1	upgrade_author	t	1	00:00:01	00:05:00	00:01:00	\N	\N	2026-12-01 03:34:04.437487+00
17	chain-child-8e168c5d67f57529ea4eb665f942351b	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	Runs of child, each on the output of another run	2026-12-01 03:34:04.44469+00
18	execute_many-9e1660c589ebf0f0457f52cbaf78da78	1	upgrade_author	t	3	00:00:01	00:05:00	00:01:00	\N	execute_many over h	2026-12-01 03:34:04.446671+00
\.

COPY fanout.steps (step_id, flow_id, step_slug, "position", step_type, handler, sql_function, sql_search_path, max_attempts, base_delay, max_delay, timeout, queue, priority, fanout_from, source_function, source_search_path, fanout_path, context, batch_size, max_concurrency, limits, start_delay, schedule_timeout, heartbeat_timeout, on_failure, tolerated_failures, tolerated_failure_percentage, retry_budget, output_mode, max_buffered, is_chain, chain_source_step, chain_transform, chain_search_path, chain_name_prefix, pipelined_step_id, builds_output, feeds_steps, has_context) FROM stdin;
24	15	each	1	fanout	h	\N	\N	\N	\N	\N	\N	waiting	0	run	\N	\N	\N	\N	1	\N	{}	00:00:01	100 years	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
11	7	a	1	fanout	h	\N	\N	\N	\N	\N	\N	pipeline	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	f	t	f
12	7	b	2	fanout	h	\N	\N	\N	\N	\N	\N	pipeline_b	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	11	f	t	f
13	7	c	3	fanout	h	\N	\N	\N	\N	\N	\N	pipeline_c	0	\N	\N	\N	\N	\N	1	1	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	12	t	f	f
1	1	first	1	single	h	\N	\N	\N	\N	\N	\N	chain	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
2	1	second	2	single	h	\N	\N	\N	\N	\N	\N	chain	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
3	1	third	3	single	h	\N	\N	\N	\N	\N	\N	chain	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
25	16	each	1	fanout	h	\N	\N	\N	\N	\N	\N	ended	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
5	2	all	2	single	h	\N	\N	\N	\N	\N	\N	wide	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
4	2	each	1	fanout	h	\N	\N	\N	\N	\N	\N	wide	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
26	17	runs	1	fanout	flow:child	\N	\N	\N	\N	\N	\N	default	0	run	\N	\N	\N	\N	1	1	{}	\N	\N	\N	collect	\N	\N	\N	counts	1000	t	each	\N	\N	\N	\N	t	f	f
6	3	each	1	fanout	h	\N	\N	\N	\N	\N	\N	large	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
15	8	after	2	fanout	h	\N	\N	\N	\N	\N	\N	streamed	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	14	t	f	f
14	8	pushed	1	fanout	h	\N	\N	\N	\N	\N	\N	streamed	0	stream	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	f	t	f
7	4	each	1	fanout	h	\N	\N	\N	\N	\N	\N	striped	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
19	12	each	1	fanout	sql:public.doubled	public.doubled	"$user", public	\N	\N	\N	\N	server	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
16	9	pushed	1	fanout	h	\N	\N	\N	\N	\N	\N	in_order	0	stream	\N	\N	\N	\N	1	1	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
21	12	given	3	fanout	h	\N	\N	\N	\N	\N	\N	server	0	sql:public.three	public.three	"$user", public	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
9	5	all	2	single	h	\N	\N	\N	\N	\N	\N	collecting	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
8	5	each	1	fanout	h	\N	\N	\N	\N	\N	\N	collecting	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
20	12	sum	2	single	sql:public.total	public.total	"$user", public	\N	\N	\N	\N	server	0	\N	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	t
17	10	each	1	fanout	h	\N	\N	\N	\N	\N	\N	child	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
10	6	each	1	fanout	h	\N	\N	\N	\N	\N	\N	batches	0	run	\N	\N	\N	\N	2	\N	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
22	13	each	1	fanout	h	\N	\N	\N	\N	\N	\N	limited	0	run	\N	\N	\N	\N	1	4	{few,steady}	\N	\N	\N	fail_fast	\N	\N	5	array	1000	f	\N	\N	\N	\N	\N	t	f	f
27	18	tasks	1	fanout	h	\N	\N	\N	\N	\N	\N	many	0	run	\N	\N	\N	\N	1	10	{}	\N	\N	\N	collect	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
18	11	children	1	fanout	flow:child	\N	\N	\N	\N	\N	\N	parent	0	run	\N	\N	\N	\N	1	\N	{}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
23	14	each	1	fanout	h	\N	\N	\N	\N	\N	\N	limited	0	run	\N	\N	\N	\N	1	\N	{few}	\N	\N	\N	fail_fast	\N	\N	\N	array	1000	f	\N	\N	\N	\N	\N	t	f	f
\.

COPY fanout.deps (step_id, dep_step_id) FROM stdin;
2	1
3	2
5	4
9	8
12	11
13	12
15	14
20	19
21	20
\.

COPY fanout.exchanges (worker_id, sequence, stale, idle) FROM stdin;
1	5	{}	f
2	9	{}	f
3	2	{}	f
4	2	{}	f
5	7	{}	f
6	3	{}	f
7	2	{}	f
8	2	{}	f
9	2	{}	f
10	2	{}	f
11	3	{}	f
12	2	{}	f
13	2	{}	f
14	2	{}	f
15	3	{}	f
16	5	{}	f
17	2	{}	f
18	2	{}	f
\.

COPY fanout.failures_00 (state_id, claimed_at, failed_at, task_index, worker_id, generation, attempt, final, error) FROM stdin;
2	2026-12-01 03:34:04.330699+00	2026-12-01 03:34:04.332717+00	0	1	0	1	f	not yet
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340119+00	3	2	0	1	f	not yet
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340119+00	5	2	0	1	f	not yet
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340119+00	8	2	0	1	f	not yet
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340119+00	9	2	0	1	f	not yet
11	2026-12-01 03:34:04.365123+00	2026-12-01 03:34:04.365679+00	1	5	0	1	t	it failed
13	2026-12-01 03:34:04.385031+00	2026-12-01 03:34:04.385478+00	0	5	0	1	t	it failed
13	2026-12-01 03:34:04.385031+00	2026-12-01 03:34:04.385478+00	2	5	0	1	t	it failed
15	2026-12-01 03:34:04.388706+00	2026-12-01 03:34:04.390047+00	2	6	0	1	t	the batch failed
28	2026-12-01 03:34:04.432393+00	2026-12-01 03:34:04.433095+00	0	15	0	1	f	not yet
31	2026-12-01 03:34:04.439559+00	2026-12-01 03:34:04.440591+00	1	16	0	1	t	ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää
\.

COPY fanout.heartbeats (worker_id, seen_at, suspect_since, gone_claims) FROM stdin;
1	2026-12-01 03:34:04.327628+00	\N	{}
2	2026-12-01 03:34:04.342791+00	\N	{}
3	2026-12-01 03:34:04.348062+00	\N	{}
4	2026-12-01 03:34:04.356533+00	\N	{}
5	2026-12-01 03:34:04.365014+00	\N	{}
6	2026-12-01 03:34:04.388599+00	\N	{}
7	2026-12-01 03:34:04.397429+00	\N	{}
8	2026-12-01 03:34:04.398737+00	\N	{}
9	2026-12-01 03:34:04.400202+00	\N	{}
10	2026-12-01 03:34:04.409704+00	\N	{}
11	2026-12-01 03:34:04.410836+00	\N	{}
12	2026-12-01 03:34:04.415242+00	\N	{}
13	2026-12-01 03:34:04.41697+00	\N	{}
14	2026-12-01 03:34:04.423758+00	\N	{}
15	2026-12-01 03:34:04.43227+00	\N	{}
16	2026-12-01 03:34:04.439445+00	\N	{}
17	2026-12-01 03:34:04.448326+00	\N	{}
18	2026-12-01 03:34:04.450205+00	\N	{}
\.

COPY fanout.limits (limit_id, name, state_id, owner, max_concurrency, in_flight, rate, per, burst, tokens, refilled_at, wake_at) FROM stdin;
1	\N	18	\N	1	0	\N	\N	\N	\N	\N	\N
2	\N	21	\N	1	1	\N	\N	\N	\N	\N	\N
5	\N	28	\N	4	2	\N	\N	\N	\N	\N	\N
3	few	\N	upgrade_author	3	3	\N	\N	\N	\N	\N	\N
4	steady	\N	upgrade_author	\N	2	1000	00:00:01	3	1.908	2026-12-01 03:34:04.434301+00	\N
6	\N	33	\N	1	1	\N	\N	\N	\N	\N	\N
7	\N	34	\N	10	0	\N	\N	\N	\N	\N	\N
\.

COPY fanout.queue (queue_id, state_id, virtual_time, available_at, claimed_at, claim_sequence, worker_id, stripe, width, virtual_step, priority, generation, attempt, crashed, has_progress, kind, queue, handler, fair_key, expires_at, narrowed_at, parked_on, indexes) FROM stdin;
7	2	0	\N	2026-12-01 03:34:04.3345+00	5	1	0	1	1	0	0	2	f	f	task	chain	h	\N	\N	\N	\N	{[0,1)}
8	4	3	\N	\N	\N	\N	0	1	1	0	0	1	f	f	task	chain	h	\N	\N	\N	\N	{[0,1)}
11	7	33	\N	\N	\N	\N	0	70	1	7	0	1	f	f	task	wide	h	\N	\N	\N	\N	{[30,100)}
27	13	11	\N	\N	\N	\N	0	1	1	0	0	1	f	f	task	collecting	h	\N	\N	\N	\N	{[3,4)}
10	7	0	\N	2026-12-01 03:34:04.339231+00	1	2	0	9	1	7	0	1	f	t	task	wide	h	\N	\N	2026-12-01 03:34:04.342444+00	\N	{[19,20),[21,22),[23,30)}
14	7	3	\N	\N	\N	\N	0	4	1	7	0	2	f	f	task	wide	h	\N	\N	\N	\N	{[3,4),[5,6),[8,10)}
16	9	8	\N	\N	\N	\N	0	2	1	0	0	1	f	f	task	large	h	\N	\N	\N	\N	{[4,6)}
15	9	0	\N	2026-12-01 03:34:04.348427+00	1	3	0	1	1	0	0	1	f	f	task	large	h	\N	\N	2026-12-01 03:34:04.350126+00	\N	{[2,3)}
18	10	6	\N	\N	\N	\N	1	1050	2	0	0	1	f	f	task	striped	h	\N	\N	\N	\N	{[1050,2100)}
20	10	1205	\N	\N	\N	\N	0	450	2	0	0	1	f	f	task	striped	h	\N	\N	\N	\N	{[600,1050)}
26	13	0	\N	2026-12-01 03:34:04.385031+00	6	5	0	1	1	0	0	1	f	f	task	collecting	h	\N	\N	2026-12-01 03:34:04.385558+00	\N	{[1,2)}
30	15	12	\N	\N	\N	\N	0	1	1	0	0	1	f	f	task	batches	h	\N	\N	\N	\N	{[3,4)}
33	16	15	\N	\N	\N	\N	0	2	1	0	0	1	f	f	task	pipeline	h	\N	\N	\N	\N	{[5,7)}
32	16	0	\N	2026-12-01 03:34:04.397551+00	1	7	0	1	1	0	0	1	f	f	task	pipeline	h	\N	\N	2026-12-01 03:34:04.398192+00	\N	{[2,3)}
39	18	13	\N	\N	\N	\N	0	3	1	0	0	1	f	f	task	pipeline_c	h	\N	\N	\N	\N	{[1,2),[3,5)}
42	21	15	\N	\N	\N	\N	0	2	1	0	0	1	f	f	task	in_order	h	\N	\N	\N	\N	{[2,4)}
44	19	16	\N	\N	\N	\N	0	1	1	0	0	1	f	f	task	streamed	h	\N	\N	\N	\N	{[3,4)}
43	19	0	\N	2026-12-01 03:34:04.40987+00	1	10	0	1	1	0	0	1	f	f	task	streamed	h	\N	\N	2026-12-01 03:34:04.410499+00	\N	{[1,2)}
45	20	14	\N	\N	\N	\N	0	2	1	0	0	1	f	f	task	streamed	h	\N	\N	\N	\N	{[0,1),[2,3)}
49	21	0	\N	2026-12-01 03:34:04.411727+00	3	11	0	1	1	0	0	1	f	f	task	in_order	h	\N	\N	\N	\N	{[1,2)}
52	22	17	\N	\N	\N	\N	0	1	1	0	0	1	f	f	task	parent	flow:	\N	\N	\N	\N	{[2,3)}
54	24	16	\N	\N	\N	\N	0	1	1	0	0	1	f	f	task	child	h	\N	\N	\N	\N	{[0,1)}
58	22	16	\N	\N	\N	\N	0	1	1	0	0	1	f	f	child	parent	flow:	\N	\N	\N	\N	{[0,1)}
60	25	20	\N	\N	\N	\N	0	2	1	0	0	1	f	f	task	server	sql:	\N	\N	\N	\N	{[3,5)}
59	25	0	\N	2026-12-01 03:34:04.424136+00	2	14	0	1	1	0	0	1	f	f	task	server	sql:	\N	\N	2026-12-01 03:34:04.424873+00	\N	{[2,3)}
63	28	0	\N	2026-12-01 03:34:04.432393+00	1	15	0	2	1	0	0	1	f	f	task	limited	h	\N	\N	2026-12-01 03:34:04.433797+00	\N	{[1,3)}
68	29	0	\N	2026-12-01 03:34:04.434301+00	3	15	0	1	1	0	0	1	f	f	task	limited	h	tenant	\N	\N	\N	{[0,1)}
69	29	19	infinity	\N	\N	\N	0	1	1	0	0	1	f	f	task	limited	h	tenant	\N	\N	3	{[1,2)}
70	28	18	infinity	\N	\N	\N	0	1	1	0	0	2	f	f	task	limited	h	\N	\N	\N	3	{[0,1)}
71	28	21	infinity	\N	\N	\N	0	5	1	0	0	1	f	f	task	limited	h	\N	\N	\N	3	{[3,8)}
72	30	19	2026-12-01 03:34:05.437005+00	\N	\N	\N	0	2	1	0	0	1	f	f	task	waiting	h	tenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenant	2126-12-02 03:34:05.437005+00	\N	\N	{[0,2)}
82	35	17	\N	\N	\N	\N	0	3	1	0	0	1	f	f	task	child	h	\N	\N	\N	\N	{[0,3)}
84	34	22	\N	\N	\N	\N	0	2	1	0	0	1	f	f	task	many	h	\N	\N	\N	\N	{[1,3)}
\.

COPY fanout.results_00 (state_id, claimed_at, completed_at, task_index, worker_id, generation, attempt, output) FROM stdin;
1	2026-12-01 03:34:04.32862+00	2026-12-01 03:34:04.330052+00	0	1	0	1	"done"
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340811+00	0	2	0	1	0
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340811+00	1	2	0	1	1
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340811+00	2	2	0	1	2
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340811+00	4	2	0	1	4
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340811+00	6	2	0	1	6
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340811+00	7	2	0	1	7
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340811+00	10	2	0	1	10
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340811+00	11	2	0	1	11
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.340811+00	12	2	0	1	12
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.341401+00	13	2	0	1	13
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.341662+00	14	2	0	1	14
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.341812+00	15	2	0	1	15
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.341943+00	16	2	0	1	16
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.342065+00	17	2	0	1	17
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.342414+00	18	2	0	1	18
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.342414+00	20	2	0	1	20
7	2026-12-01 03:34:04.339231+00	2026-12-01 03:34:04.342414+00	22	2	0	1	22
9	2026-12-01 03:34:04.348427+00	2026-12-01 03:34:04.349734+00	0	3	0	1	"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
9	2026-12-01 03:34:04.348427+00	2026-12-01 03:34:04.349734+00	1	3	0	1	"c4ca4238a0b923820dcc509a6f75849bc81e728d9d4c2f636f067f89cc14862ceccbc87e4b5ce2fe28308fd9f2a7baf3a87ff679a2f3e71d9181a67b7542122ce4da3b7fbbce2345d7772b0674a318d51679091c5a880faf6fb5e6087eb1b2dc8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d45c48cce2e2d7fbdea1afc51c7c6ad26d3d9446802a44259755d38e6d163e8206512bd43d9caa6e02c990b0a82652dcac20ad4d76fe97759aa27a0c99bff6710c51ce410c124a10e0db5e4b97fc2af39aab3238922bcc25a6f606eb525ffdc569bf31c7ff062936a96d3c8bd1f8f2ff3c74d97b01eae257e44aa9d5bade97baf70efdf2ec9b086079795c442636b55fb6f4922f45568161a8cdf4ad2299f6d231f0e3dad99908345f7439f8ffabdffc498f13708210194c475687be6106a3b843c59dc048e8850243be8079a5c74d079b6d767d2f8ed5d21a44b0e5886680cb937693cfc748049e45d87b8c7d8b9aacd1ff1de774005f8da13f42943881c655f8e296a067a37563370ded05f5a3bf3ec4e732ced3463d06de0ca9a15b615367702e74f10e0327ad868d138f2b4fdd6f033e75ff09dd601bbe69f3510391521896ea9ab1baa0efb9e19094440c317e21b34173cb38f07f89ddbebc2ac9128303fc16a5320fa475530d9583c34fd356ef56364d3f0f495b6ab9dcf8d3b5c6e0b01182be0c5cdcd5072bb1864cdee4d3d6ee369853df766fa44e1ed0ff613f563bd1c383cd30b7c298ab50293adfecb7b1819ca14e7ea6328a42e0eb13d585e4c22a5bfc9e07964f8dddeb95fc584cd965da5771bce93e200c36f7cd9dfd0e5deaad67d8ab4f4c10bf22aa353e27879133cd645920e395fedad7bbbed0eca3fe2e03416a75f4cea9109507cacd8e2f2aefca1d0c6e83f027327d8461063f4ac58a617e62166fc8586dfa4d1bc0e1742c08bf7177163c833dff4b38fc8d2872f1ec66c8349cc7260ae62e3b1396831a8398fd9d4f495e875a2e075a1a4a6e1b9770f67c6a1e7ce56d3d6fa748ab6d9af3fd7642e92efb79421734881b53e1e1b18b6f457c545a9ded88f18ecee47145a72c0c0c7c76d30bd3dcaefc96f40275bdc0a2838023a778dfaecdc212708f721b7889a1158154dfa42caddbd0694a4e9bdc8d82c8d1619ad8176d665453cfb2e55f0a684eceee76fc522773286a895bc8436b53b3a3d6ab90ce0268229151c9bde119f61408e3afb633e50cdf1b20de6f46672b32a1f754ba1c09b3695e0cb6cde7f66f041e16a60928b05a7e228a89c3799093f65e080a295f8076b1c5722a46aa2072b030ba126b2f4b2374f342be9ed447f39f8317fbdb1988ef4c628eba0259144f683a84163b3523afe57c2e008bc8c03afdbd66e7929b125f8597834fa83a4ea5d2f1c4608232e07d3aa3d998e5135fc490ca45c00b1249bbe3554a4fdf6fb3295c76acbf4caaed33c36b1b5fc2cb1735b90b4568125ed6c3f678819b6e058a3f390d88e4c41f2747bfa2f1b5f87db14bfa6bb14875e45bba028a21ed380467cbbc409ec990f19c78c75bd1e06f215e2c420d928d4bf8ce0ff2ec19b37151432bb90e8976aab5298d5da10fe66f21dd2ddea18f00665ce8623e36bd4e3c7c5ad61ab143223efbc24c7d2583be69251d09bf41544a3365a46c9077ebb5e35c3fbd7939d674997cdb4692d34de8633c428dd2c7955ce926456240b2ff0100bde35f4a8d465e6e1edc05f3d8ab658c551d1fe173d08e959397adf34b1d77e88d7f033ab37c30201f73f142449d037028d43ec517d68b6edd3015b3edc9a11367b9778d5d219c5080b9a6a17bef029331cfe9fc289c3ff0af142b6d3bead98a92368d30a9594728bc39aa24be94b319d213ef815416f775098fe977004015c619393db85ed909c13838ff95ccfa94cebd9c7e1249ffc03eb9ded908c236bd1996d2a38a4a9316c49e5a833517c45d310707647966b7343c29048673252e490f7368613985ec49eb8f757ae6439e879bb2a54229abfcfa5649e7003b83dd475529492cc227532d17e56e07902b254dfad1098dce83da57b0395e163467c9dae521bf4b9ec30ad9f68f89b29639786cb62ef812b4ba287f5ee0bc9d43bbf5bbe87fb26657d5ff9020d2abefe558796b99584e2ef524fbf3d9fe611d5a8e90fefdc9ced3d2c21991e3bef5e069713af9fa6caac627ab1ccbdb62ec96e702f07f6425bf899139df5e1059396431415e770c6dd38b3eff8baf56627478ec76a704e9b52ec8956637a99787bd197eacd77acce5e6974ce5ac660610b44d9b9fed0ff9548c9e1074f5b3f9fc8ea15d152add0729465b9eea6e1cc6bb9f0cd2a47751a186ff0935e4cd5920aa6c7c996a5ee53a70fa97da629b098b75c294dffdc3e463904a3c65c2974270fd093ee8a9bf8ae7d0b2723d092b63885e0d7c260cc007e8b9d5f93f983524def3dca464469d2cf9f3e698d51a19d8a121ce581499d7b7016687f6ffaa6bb0b408017b62254211691b573278a4a86960eeb576a8fd4c9ec69975fd0b37cd7dbbb00f97ba6ce92bf5add2b44928ae11fb9384c4cf38708677c48c45147dee729311ef5b5c3003946c48feb160de1de89d9058fcb0b968dbbbd685ef059938ba799aaa845e1c2e8a762bd07e1cd7dca89a1678042477183b7ac3fda4fb5c6e93e74d3df8527599fa626424c56ff4ce4aaf9573aa5dff913df997aa0a080f42e6f13b3a2df133f073095dd202cb962ac59075b964b07152d234b70c8ffe9a587b126f152ed3d89a146b4453def184ad8f4755ff269862ea77393dd069059b7ef840f0c74a814ec9237b6ecec5decca5ed3d6b8079e2e7e7bacc9f276dc611d6ebaafc66cc0879c71b5db5cd1f491a404d6854880943e5c3cd9ca259b8619251a19057cff70779273e95aa61afa34a7f984eeabdbb0a7d494132ee565ded5353c5ee48d0b7d48c591b8f4309fc3d7152ba9336a670e36d0ed79bc4302522a2b2726fb0a03bb19f2d8d9524d7f1de29e6da19d22b51c68001e7e0e5442a0e188f5033bc65bf8d78622277c4e3988c7f88ebcb58c6ce932b957b6f332013d407166ec4fa56eb1e1f8cbe183b9e00da03b685a0dd18fb6a08af0923de01385974ed5904a438616ff7bdb3f74390f28b5d49b3020afeecd95b4009adf4ca8baa56554f96369ab93e4f3bb068c22903ce9225fca3e988c2af215d4e544d30a09c8844ba8f0936c20bd791130d6b62b24d495052a8ce66358eb576b8912c8a5e00132373a7031000fd987a3c9f87b8d5e957f297893487bd98fa830fa641347d1e990583c9c67424d369f3414728ef2217062e9a397a1dca429e7d70bc6ca7ef605fc8dba5425d6965fbd4c8fbe1fa8f15eda80c50adb0e71943adc8015cf37a749d808e46495a8da1e5352d03caeb3e3e393c77e35a4a3f3cbd1e429b5dc1d7f7abc18fcb43975065399b0d1e48e2a79ea27c279e471f4d180b08d62b00a1c9ac0159c94d8d0cbedc973445af2da6c4b761a28b734fe93831e3fb400ce8706409663226af2f3114485aa4e0a23b4140f6969d5213fd0ece03148e62e461eb73ce398c39f506af761d2277d853a92bd4c9ab730f5513206b999ec0d90d1fb82aa4b0af34c2313a562076992e50aa30777d5c17d4066b82ab86dff8a46af6ffa7cdfad1a5aaf8370ebeda47a1ff1c39766527f2b5d3e95d4a733fcfb77bd7e7e7757b1e12abcb736ab9a754ffb617a5878a7ab84fb43402106c575658472fa006f52e9102a8d3be2fe5614f42ba9893636638817772e42b59d74cff571fbb3149e9677a5989fd342ae44213df68868a4a042cf4fd6bfb47701cbc8a1653ada1ff8a7b5dc7a7d1f0ed65aaa29c04b1ef7e6c85504ce6e82442c770f7c8606f0bf8229696f7a3bb4700cfddef19fa23f82161242827b703e6acf9c726942a1e438af86134b65d0f10fe33d30dd76442e96da2f590cd7246bbde0051047b0d6f78f85517967795eeef66c225f7883bdcb8f53295a73878494e9bc8dd6c3c7104f045117b0e0a11a242b9765e79cbf113ffc221309746013ac554571fbd180e1c84c5bde74a8f110656874902f07378009cedebb6e872f539bef8c3f919874e9d76cdd60ea0045eb7a6ec44c54d29ed402eecca5b6365d9607ee5a9d336962c5349872ed9fc22fc182d371c3e9ed31609431fefc0e570cb3860f2a6d4b38c6490d9dcb88e0137649590b755372b040afada2557a7b2e94197ff767970b67041697cfecdb276f634854f3ef915e2e980c310aa1883c6411f7873cb83dacb17b0afc58a2fc6ed39fd083f55d4182bf88826dbd686fd640be98efaae0091fa301e613a597e50502f5ff68e3e25b9114205d4a0336dcbab05b9d5ad24f4333c7658a0e084b6fbb10729ed4da8c3d3f5a3ae7c985d8ce590ad8981ca2c8286f79f599540e65972dce68dad4d52d063967f0a70584d9ee44e457ddef7f2c4f25dc8fa8653644a684f98ea8fe223c713b77189a77757b505cfd34c64c85ca5b5690ee5293854d6fae5ee42911677c739ee1734486e2c0be24560d78c5e599c2a9c9d0bbd2274ad4786c3abca69fa097b85867d9a4eae27d77ca20db309e056e3d2dcd7d697eabe3a1649ffa2b3ff8c02ebfd5659f69adc1e107f7f7d035d7baf04342e1ca091d584fced301b442654dd8c23b3fc9b1d10e7bafa4421218a51b1e1f1b0ba26f3ef77ac0e3619e98159e9b6febf557eb163727917cbba1eea208541a643e741534b76d325a8f591b52d302e7181331979d472a84804b9f647bc185a877a8b5ca46c1b9512a7a8315fa3c5a946e82653b8a614226a953a8cd9526fca6fe9ba545fbc6d3e05ebd93369ce542e8f2322d63dc7ed1010d3c3b8269faf0ba7491d4e96ed478dab8595a7dbda4cbcbee168fc0e190d8267e36708f955d7ab048990dec8ce6abb3e952a85b8551ba726a1227060ad92489947d410d897474079c1477bcbe3365e6ac95ea2c0343a2395834dd115f89503138416a242f40fb7d7f338e13fe9d84310e77f13a6d184dbf1232f3d1c38a09acc34845c6be3a127a5aacaf9cfdf10e8fc047a44b08ed031e1f0ed1705f2172834666788607efbfca35afb374db120f0a8e5646ef5a30154e9f6deb57aeee35c98205091e18d1140e9f38cf6da9003b743b65f4c0ccd295cc484e579b04d152845ec0a378394003c96da594be83ab3ecd0db773eb2dc1b0a17836a1e165421110ba03099a1c0393373c5b43289dff07669d7a23de0ef88d2f7129e7577ef1154f3240ad5b9b413aa7346a1e01161aaa0b6d1345dd8fe4e481144d84539fd53b59e3bb12d203f45a912eeaf2ac1dd209cbcc5e5d1c6e28598e8cbbe8555d6702c950ecb729a966504af0a635335f5352088d7d9bf74191e006d8e24cf340f1b1f65b6df5b5e3f94d95b11dafe4a6222cdb5b34375400904f03d8e6a5cb70ab375662576bd1ac5aaf16b3fca49188905e74c28e489b44e954ec0b9bca0266e33d3f546cb5436a10798e657d9738db3aed920cf82ab059bfccbd02be6a3cec07e9ba5f5bb252d13f5f431e4bbb621bf66ddb7c962aa0d22ac97d69b793077e29b11be80ab57e1a2ecabb7da3306c9882bbac1c7093bd2504188127765819f3cd308f1455b3fa09a282e0d496f403c6b06952c750899bb03d998e631860c24cd76e1ce41366a4bbe8a49b02a028c52f1bd66cc19d05628bd8bf27af3ad6fe131d7f5a6b38b23cc967316c13dae2f718499c1c8cef6730f9fd03c8125cabd96409bf894217686ba124d7356686c9502e4a16930e414107ee22b6198c578fcfa0860e83a4c3a763a7e62d825349f7a4f23670e1833f3fdb077ca70bbd5d66b1a59b315fc9a3002ce38bbe070ec3f536660e59856b4de58a219bcf4e27eba38c19f571e251e61cb8dd3612f26d5ecfd6baf65e0b240ce177cf70da146c8dc8e56954b4f6347e897f954495eab16a88f7664060cc52bc6f3d620bcedc94a4b6eda80a3d5b344bc40f3bc04f65b7a3578f121ce07d74717e0b1f21d122e0452106138bc5af6023646ede0e1f7c1eac7539059724f73a9969845dfe4146c5660e7f100b7b36092fb9b06dfb4fac3609317a614fd06c325499f1680b9896beedeb4734ba6f3de83d861c3176a6273cac6dd947bf06a885db0d477d707121934ff863923f49e5241343aa7acb6a06a751e7db8e1af0cb3aca1ae2d001862420452920f07591c6fcb220ffe637cda29bb3f607cdfd23373b17c6b337251c22b7ea57d395771085aab05244a4fb8fd91bf4ee92c8c96e4c37100777c7190b76d28233e3796ae838835da0b6f6ea37bcf8bcb76a9aeddfc689c1d0e3b9ccc3ab651bc50f49c89d1e7298bb9930789c8ed59d4846ba9f2a6976570b0353203ec44742170e01938fc48a2cfb5f2217fbfb00722d16a5cdae362b8d27a1d8f8c7b78b4330918317b57931b6b7a7d29490fe5ec9f948aedb8880cab8c45637abc7493ecddd839ab46820b524afda05122893c2fe8ef90f2aca5c640289d0a29417bcb63a379c838d2e45b2ad1094d42f4ef36764f61700002963a49da13542e0726b7bb75853c3bce66e43be4f209556518c2fcb546883966fd8f918a4aa29be29d2c386fb49182f81e6a13cf5eaa496d51fea6406d296c101daa88a51f6ca8cfc1ac79b509fd81843ad7f202f26c1a174c735758526e359e83860db1d11b6acca57d8ea88ef0d3930a7b6c95bd2b32ed45989c61f94f6d7e04a4d452035300f18b984988c"
9	2026-12-01 03:34:04.348427+00	2026-12-01 03:34:04.349734+00	3	3	0	1	null
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	0	4	0	1	0
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	1	4	0	1	1
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	2	4	0	1	2
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	3	4	0	1	3
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	4	4	0	1	4
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	5	4	0	1	5
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	6	4	0	1	6
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	7	4	0	1	7
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	8	4	0	1	8
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	9	4	0	1	9
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	10	4	0	1	10
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	11	4	0	1	11
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	12	4	0	1	12
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	13	4	0	1	13
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	14	4	0	1	14
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	15	4	0	1	15
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	16	4	0	1	16
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	17	4	0	1	17
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	18	4	0	1	18
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	19	4	0	1	19
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	20	4	0	1	20
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	21	4	0	1	21
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	22	4	0	1	22
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	23	4	0	1	23
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	24	4	0	1	24
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	25	4	0	1	25
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	26	4	0	1	26
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	27	4	0	1	27
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	28	4	0	1	28
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	29	4	0	1	29
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	30	4	0	1	30
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	31	4	0	1	31
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	32	4	0	1	32
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	33	4	0	1	33
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	34	4	0	1	34
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	35	4	0	1	35
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	36	4	0	1	36
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	37	4	0	1	37
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	38	4	0	1	38
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	39	4	0	1	39
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	40	4	0	1	40
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	41	4	0	1	41
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	42	4	0	1	42
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	43	4	0	1	43
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	44	4	0	1	44
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	45	4	0	1	45
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	46	4	0	1	46
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	47	4	0	1	47
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	48	4	0	1	48
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	49	4	0	1	49
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	50	4	0	1	50
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	51	4	0	1	51
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	52	4	0	1	52
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	53	4	0	1	53
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	54	4	0	1	54
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	55	4	0	1	55
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	56	4	0	1	56
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	57	4	0	1	57
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	58	4	0	1	58
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	59	4	0	1	59
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	60	4	0	1	60
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	61	4	0	1	61
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	62	4	0	1	62
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	63	4	0	1	63
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	64	4	0	1	64
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	65	4	0	1	65
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	66	4	0	1	66
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	67	4	0	1	67
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	68	4	0	1	68
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	69	4	0	1	69
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	70	4	0	1	70
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	71	4	0	1	71
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	72	4	0	1	72
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	73	4	0	1	73
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	74	4	0	1	74
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	75	4	0	1	75
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	76	4	0	1	76
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	77	4	0	1	77
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	78	4	0	1	78
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	79	4	0	1	79
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	80	4	0	1	80
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	81	4	0	1	81
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	82	4	0	1	82
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	83	4	0	1	83
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	84	4	0	1	84
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	85	4	0	1	85
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	86	4	0	1	86
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	87	4	0	1	87
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	88	4	0	1	88
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	89	4	0	1	89
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	90	4	0	1	90
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	91	4	0	1	91
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	92	4	0	1	92
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	93	4	0	1	93
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	94	4	0	1	94
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	95	4	0	1	95
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	96	4	0	1	96
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	97	4	0	1	97
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	98	4	0	1	98
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	99	4	0	1	99
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	100	4	0	1	100
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	101	4	0	1	101
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	102	4	0	1	102
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	103	4	0	1	103
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	104	4	0	1	104
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	105	4	0	1	105
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	106	4	0	1	106
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	107	4	0	1	107
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	108	4	0	1	108
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	109	4	0	1	109
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	110	4	0	1	110
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	111	4	0	1	111
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	112	4	0	1	112
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	113	4	0	1	113
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	114	4	0	1	114
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	115	4	0	1	115
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	116	4	0	1	116
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	117	4	0	1	117
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	118	4	0	1	118
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	119	4	0	1	119
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	120	4	0	1	120
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	121	4	0	1	121
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	122	4	0	1	122
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	123	4	0	1	123
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	124	4	0	1	124
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	125	4	0	1	125
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	126	4	0	1	126
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	127	4	0	1	127
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	128	4	0	1	128
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	129	4	0	1	129
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	130	4	0	1	130
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	131	4	0	1	131
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	132	4	0	1	132
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	133	4	0	1	133
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	134	4	0	1	134
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	135	4	0	1	135
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	136	4	0	1	136
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	137	4	0	1	137
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	138	4	0	1	138
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	139	4	0	1	139
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	140	4	0	1	140
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	141	4	0	1	141
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	142	4	0	1	142
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	143	4	0	1	143
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	144	4	0	1	144
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	145	4	0	1	145
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	146	4	0	1	146
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	147	4	0	1	147
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	148	4	0	1	148
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	149	4	0	1	149
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	150	4	0	1	150
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	151	4	0	1	151
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	152	4	0	1	152
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	153	4	0	1	153
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	154	4	0	1	154
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	155	4	0	1	155
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	156	4	0	1	156
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	157	4	0	1	157
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	158	4	0	1	158
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	159	4	0	1	159
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	160	4	0	1	160
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	161	4	0	1	161
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	162	4	0	1	162
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	163	4	0	1	163
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	164	4	0	1	164
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	165	4	0	1	165
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	166	4	0	1	166
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	167	4	0	1	167
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	168	4	0	1	168
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	169	4	0	1	169
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	170	4	0	1	170
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	171	4	0	1	171
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	172	4	0	1	172
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	173	4	0	1	173
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	174	4	0	1	174
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	175	4	0	1	175
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	176	4	0	1	176
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	177	4	0	1	177
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	178	4	0	1	178
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	179	4	0	1	179
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	180	4	0	1	180
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	181	4	0	1	181
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	182	4	0	1	182
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	183	4	0	1	183
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	184	4	0	1	184
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	185	4	0	1	185
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	186	4	0	1	186
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	187	4	0	1	187
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	188	4	0	1	188
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	189	4	0	1	189
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	190	4	0	1	190
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	191	4	0	1	191
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	192	4	0	1	192
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	193	4	0	1	193
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	194	4	0	1	194
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	195	4	0	1	195
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	196	4	0	1	196
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	197	4	0	1	197
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	198	4	0	1	198
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	199	4	0	1	199
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	200	4	0	1	200
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	201	4	0	1	201
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	202	4	0	1	202
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	203	4	0	1	203
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	204	4	0	1	204
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	205	4	0	1	205
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	206	4	0	1	206
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	207	4	0	1	207
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	208	4	0	1	208
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	209	4	0	1	209
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	210	4	0	1	210
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	211	4	0	1	211
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	212	4	0	1	212
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	213	4	0	1	213
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	214	4	0	1	214
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	215	4	0	1	215
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	216	4	0	1	216
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	217	4	0	1	217
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	218	4	0	1	218
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	219	4	0	1	219
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	220	4	0	1	220
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	221	4	0	1	221
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	222	4	0	1	222
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	223	4	0	1	223
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	224	4	0	1	224
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	225	4	0	1	225
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	226	4	0	1	226
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	227	4	0	1	227
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	228	4	0	1	228
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	229	4	0	1	229
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	230	4	0	1	230
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	231	4	0	1	231
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	232	4	0	1	232
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	233	4	0	1	233
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	234	4	0	1	234
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	235	4	0	1	235
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	236	4	0	1	236
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	237	4	0	1	237
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	238	4	0	1	238
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	239	4	0	1	239
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	240	4	0	1	240
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	241	4	0	1	241
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	242	4	0	1	242
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	243	4	0	1	243
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	244	4	0	1	244
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	245	4	0	1	245
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	246	4	0	1	246
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	247	4	0	1	247
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	248	4	0	1	248
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	249	4	0	1	249
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	250	4	0	1	250
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	251	4	0	1	251
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	252	4	0	1	252
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	253	4	0	1	253
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	254	4	0	1	254
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	255	4	0	1	255
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	256	4	0	1	256
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	257	4	0	1	257
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	258	4	0	1	258
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	259	4	0	1	259
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	260	4	0	1	260
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	261	4	0	1	261
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	262	4	0	1	262
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	263	4	0	1	263
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	264	4	0	1	264
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	265	4	0	1	265
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	266	4	0	1	266
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	267	4	0	1	267
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	268	4	0	1	268
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	269	4	0	1	269
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	270	4	0	1	270
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	271	4	0	1	271
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	272	4	0	1	272
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	273	4	0	1	273
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	274	4	0	1	274
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	275	4	0	1	275
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	276	4	0	1	276
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	277	4	0	1	277
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	278	4	0	1	278
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	279	4	0	1	279
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	280	4	0	1	280
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	281	4	0	1	281
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	282	4	0	1	282
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	283	4	0	1	283
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	284	4	0	1	284
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	285	4	0	1	285
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	286	4	0	1	286
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	287	4	0	1	287
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	288	4	0	1	288
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	289	4	0	1	289
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	290	4	0	1	290
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	291	4	0	1	291
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	292	4	0	1	292
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	293	4	0	1	293
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	294	4	0	1	294
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	295	4	0	1	295
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	296	4	0	1	296
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	297	4	0	1	297
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	298	4	0	1	298
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	299	4	0	1	299
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	300	4	0	1	300
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	301	4	0	1	301
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	302	4	0	1	302
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	303	4	0	1	303
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	304	4	0	1	304
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	305	4	0	1	305
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	306	4	0	1	306
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	307	4	0	1	307
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	308	4	0	1	308
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	309	4	0	1	309
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	310	4	0	1	310
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	311	4	0	1	311
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	312	4	0	1	312
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	313	4	0	1	313
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	314	4	0	1	314
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	315	4	0	1	315
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	316	4	0	1	316
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	317	4	0	1	317
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	318	4	0	1	318
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	319	4	0	1	319
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	320	4	0	1	320
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	321	4	0	1	321
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	322	4	0	1	322
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	323	4	0	1	323
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	324	4	0	1	324
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	325	4	0	1	325
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	326	4	0	1	326
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	327	4	0	1	327
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	328	4	0	1	328
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	329	4	0	1	329
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	330	4	0	1	330
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	331	4	0	1	331
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	332	4	0	1	332
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	333	4	0	1	333
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	334	4	0	1	334
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	335	4	0	1	335
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	336	4	0	1	336
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	337	4	0	1	337
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	338	4	0	1	338
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	339	4	0	1	339
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	340	4	0	1	340
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	341	4	0	1	341
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	342	4	0	1	342
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	343	4	0	1	343
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	344	4	0	1	344
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	345	4	0	1	345
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	346	4	0	1	346
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	347	4	0	1	347
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	348	4	0	1	348
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	349	4	0	1	349
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	350	4	0	1	350
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	351	4	0	1	351
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	352	4	0	1	352
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	353	4	0	1	353
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	354	4	0	1	354
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	355	4	0	1	355
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	356	4	0	1	356
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	357	4	0	1	357
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	358	4	0	1	358
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	359	4	0	1	359
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	360	4	0	1	360
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	361	4	0	1	361
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	362	4	0	1	362
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	363	4	0	1	363
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	364	4	0	1	364
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	365	4	0	1	365
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	366	4	0	1	366
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	367	4	0	1	367
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	368	4	0	1	368
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	369	4	0	1	369
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	370	4	0	1	370
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	371	4	0	1	371
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	372	4	0	1	372
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	373	4	0	1	373
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	374	4	0	1	374
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	375	4	0	1	375
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	376	4	0	1	376
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	377	4	0	1	377
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	378	4	0	1	378
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	379	4	0	1	379
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	380	4	0	1	380
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	381	4	0	1	381
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	382	4	0	1	382
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	383	4	0	1	383
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	384	4	0	1	384
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	385	4	0	1	385
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	386	4	0	1	386
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	387	4	0	1	387
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	388	4	0	1	388
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	389	4	0	1	389
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	390	4	0	1	390
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	391	4	0	1	391
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	392	4	0	1	392
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	393	4	0	1	393
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	394	4	0	1	394
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	395	4	0	1	395
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	396	4	0	1	396
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	397	4	0	1	397
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	398	4	0	1	398
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	399	4	0	1	399
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	400	4	0	1	400
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	401	4	0	1	401
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	402	4	0	1	402
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	403	4	0	1	403
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	404	4	0	1	404
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	405	4	0	1	405
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	406	4	0	1	406
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	407	4	0	1	407
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	408	4	0	1	408
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	409	4	0	1	409
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	410	4	0	1	410
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	411	4	0	1	411
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	412	4	0	1	412
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	413	4	0	1	413
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	414	4	0	1	414
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	415	4	0	1	415
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	416	4	0	1	416
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	417	4	0	1	417
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	418	4	0	1	418
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	419	4	0	1	419
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	420	4	0	1	420
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	421	4	0	1	421
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	422	4	0	1	422
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	423	4	0	1	423
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	424	4	0	1	424
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	425	4	0	1	425
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	426	4	0	1	426
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	427	4	0	1	427
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	428	4	0	1	428
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	429	4	0	1	429
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	430	4	0	1	430
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	431	4	0	1	431
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	432	4	0	1	432
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	433	4	0	1	433
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	434	4	0	1	434
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	435	4	0	1	435
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	436	4	0	1	436
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	437	4	0	1	437
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	438	4	0	1	438
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	439	4	0	1	439
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	440	4	0	1	440
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	441	4	0	1	441
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	442	4	0	1	442
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	443	4	0	1	443
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	444	4	0	1	444
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	445	4	0	1	445
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	446	4	0	1	446
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	447	4	0	1	447
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	448	4	0	1	448
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	449	4	0	1	449
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	450	4	0	1	450
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	451	4	0	1	451
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	452	4	0	1	452
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	453	4	0	1	453
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	454	4	0	1	454
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	455	4	0	1	455
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	456	4	0	1	456
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	457	4	0	1	457
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	458	4	0	1	458
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	459	4	0	1	459
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	460	4	0	1	460
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	461	4	0	1	461
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	462	4	0	1	462
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	463	4	0	1	463
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	464	4	0	1	464
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	465	4	0	1	465
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	466	4	0	1	466
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	467	4	0	1	467
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	468	4	0	1	468
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	469	4	0	1	469
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	470	4	0	1	470
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	471	4	0	1	471
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	472	4	0	1	472
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	473	4	0	1	473
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	474	4	0	1	474
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	475	4	0	1	475
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	476	4	0	1	476
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	477	4	0	1	477
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	478	4	0	1	478
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	479	4	0	1	479
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	480	4	0	1	480
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	481	4	0	1	481
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	482	4	0	1	482
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	483	4	0	1	483
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	484	4	0	1	484
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	485	4	0	1	485
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	486	4	0	1	486
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	487	4	0	1	487
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	488	4	0	1	488
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	489	4	0	1	489
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	490	4	0	1	490
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	491	4	0	1	491
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	492	4	0	1	492
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	493	4	0	1	493
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	494	4	0	1	494
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	495	4	0	1	495
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	496	4	0	1	496
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	497	4	0	1	497
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	498	4	0	1	498
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	499	4	0	1	499
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	500	4	0	1	500
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	501	4	0	1	501
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	502	4	0	1	502
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	503	4	0	1	503
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	504	4	0	1	504
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	505	4	0	1	505
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	506	4	0	1	506
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	507	4	0	1	507
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	508	4	0	1	508
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	509	4	0	1	509
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	510	4	0	1	510
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	511	4	0	1	511
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	512	4	0	1	512
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	513	4	0	1	513
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	514	4	0	1	514
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	515	4	0	1	515
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	516	4	0	1	516
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	517	4	0	1	517
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	518	4	0	1	518
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	519	4	0	1	519
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	520	4	0	1	520
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	521	4	0	1	521
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	522	4	0	1	522
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	523	4	0	1	523
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	524	4	0	1	524
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	525	4	0	1	525
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	526	4	0	1	526
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	527	4	0	1	527
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	528	4	0	1	528
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	529	4	0	1	529
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	530	4	0	1	530
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	531	4	0	1	531
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	532	4	0	1	532
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	533	4	0	1	533
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	534	4	0	1	534
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	535	4	0	1	535
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	536	4	0	1	536
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	537	4	0	1	537
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	538	4	0	1	538
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	539	4	0	1	539
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	540	4	0	1	540
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	541	4	0	1	541
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	542	4	0	1	542
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	543	4	0	1	543
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	544	4	0	1	544
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	545	4	0	1	545
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	546	4	0	1	546
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	547	4	0	1	547
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	548	4	0	1	548
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	549	4	0	1	549
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	550	4	0	1	550
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	551	4	0	1	551
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	552	4	0	1	552
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	553	4	0	1	553
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	554	4	0	1	554
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	555	4	0	1	555
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	556	4	0	1	556
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	557	4	0	1	557
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	558	4	0	1	558
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	559	4	0	1	559
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	560	4	0	1	560
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	561	4	0	1	561
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	562	4	0	1	562
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	563	4	0	1	563
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	564	4	0	1	564
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	565	4	0	1	565
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	566	4	0	1	566
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	567	4	0	1	567
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	568	4	0	1	568
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	569	4	0	1	569
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	570	4	0	1	570
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	571	4	0	1	571
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	572	4	0	1	572
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	573	4	0	1	573
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	574	4	0	1	574
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	575	4	0	1	575
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	576	4	0	1	576
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	577	4	0	1	577
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	578	4	0	1	578
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	579	4	0	1	579
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	580	4	0	1	580
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	581	4	0	1	581
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	582	4	0	1	582
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	583	4	0	1	583
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	584	4	0	1	584
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	585	4	0	1	585
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	586	4	0	1	586
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	587	4	0	1	587
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	588	4	0	1	588
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	589	4	0	1	589
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	590	4	0	1	590
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	591	4	0	1	591
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	592	4	0	1	592
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	593	4	0	1	593
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	594	4	0	1	594
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	595	4	0	1	595
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	596	4	0	1	596
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	597	4	0	1	597
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	598	4	0	1	598
10	2026-12-01 03:34:04.356711+00	2026-12-01 03:34:04.360276+00	599	4	0	1	599
11	2026-12-01 03:34:04.365123+00	2026-12-01 03:34:04.365679+00	1	5	0	1	\N
11	2026-12-01 03:34:04.365123+00	2026-12-01 03:34:04.366399+00	0	5	0	1	10
11	2026-12-01 03:34:04.365123+00	2026-12-01 03:34:04.366399+00	2	5	0	1	12
12	2026-12-01 03:34:04.366957+00	2026-12-01 03:34:04.383827+00	0	5	0	1	"done"
13	2026-12-01 03:34:04.385031+00	2026-12-01 03:34:04.385478+00	0	5	0	1	\N
13	2026-12-01 03:34:04.385031+00	2026-12-01 03:34:04.385478+00	2	5	0	1	\N
15	2026-12-01 03:34:04.388706+00	2026-12-01 03:34:04.389347+00	0	6	0	1	[0, {"$error": "alone"}]
15	2026-12-01 03:34:04.388706+00	2026-12-01 03:34:04.389347+00	1	6	0	1	[{"code": 7, "$error": "and more"}, 3]
15	2026-12-01 03:34:04.388706+00	2026-12-01 03:34:04.390047+00	2	6	0	1	\N
16	2026-12-01 03:34:04.397551+00	2026-12-01 03:34:04.398149+00	0	7	0	1	0
16	2026-12-01 03:34:04.397551+00	2026-12-01 03:34:04.398149+00	1	7	0	1	1
16	2026-12-01 03:34:04.397551+00	2026-12-01 03:34:04.398149+00	3	7	0	1	3
16	2026-12-01 03:34:04.397551+00	2026-12-01 03:34:04.398149+00	4	7	0	1	4
17	2026-12-01 03:34:04.398831+00	2026-12-01 03:34:04.399188+00	0	8	0	1	0
17	2026-12-01 03:34:04.398831+00	2026-12-01 03:34:04.399188+00	1	8	0	1	1
17	2026-12-01 03:34:04.398831+00	2026-12-01 03:34:04.399188+00	3	8	0	1	3
17	2026-12-01 03:34:04.398831+00	2026-12-01 03:34:04.399188+00	4	8	0	1	4
18	2026-12-01 03:34:04.400333+00	2026-12-01 03:34:04.401194+00	0	9	0	1	0
19	2026-12-01 03:34:04.40987+00	2026-12-01 03:34:04.41046+00	0	10	0	1	0
19	2026-12-01 03:34:04.40987+00	2026-12-01 03:34:04.41046+00	2	10	0	1	2
21	2026-12-01 03:34:04.410931+00	2026-12-01 03:34:04.411323+00	0	11	0	1	0
23	2026-12-01 03:34:04.417066+00	2026-12-01 03:34:04.417602+00	0	13	0	1	1
23	2026-12-01 03:34:04.417066+00	2026-12-01 03:34:04.417602+00	1	13	0	1	2
25	2026-12-01 03:34:04.424136+00	2026-12-01 03:34:04.424835+00	0	14	0	1	2
25	2026-12-01 03:34:04.424136+00	2026-12-01 03:34:04.424835+00	1	14	0	1	4
31	2026-12-01 03:34:04.439559+00	2026-12-01 03:34:04.440153+00	0	16	0	1	0
31	2026-12-01 03:34:04.439559+00	2026-12-01 03:34:04.440591+00	1	16	0	1	\N
32	2026-12-01 03:34:04.442951+00	2026-12-01 03:34:04.443391+00	0	16	0	1	0
34	2026-12-01 03:34:04.450308+00	2026-12-01 03:34:04.450818+00	0	18	0	1	1
\.

COPY fanout.retry_budgets (state_id, remaining) FROM stdin;
28	4
\.

COPY fanout.runs (run_id, flow_id, generation, status, name, priority, fair_key, owner, input, parent_state_id, parent_index, parent_attempt, depth, error, failed_step, started_at, deadline, completed_at) FROM stdin;
01a22faa-ad25-7db1-a8e4-653ca0981029	1	0	started	\N	0	\N	upgrade_author	{}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.325176+00	\N	\N
01a22faa-ad2e-7cb4-9af1-98cb8bcded72	1	0	started	\N	0	\N	upgrade_author	{}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.334884+00	\N	\N
01a22faa-ad31-7af8-9df2-57815b44cce0	2	0	started	by name	7	\N	upgrade_author	[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.337854+00	\N	\N
01a22faa-ad3a-7f4c-b551-b3b106cbe572	3	0	started	\N	0	\N	upgrade_author	["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "c4ca4238a0b923820dcc509a6f75849bc81e728d9d4c2f636f067f89cc14862ceccbc87e4b5ce2fe28308fd9f2a7baf3a87ff679a2f3e71d9181a67b7542122ce4da3b7fbbce2345d7772b0674a318d51679091c5a880faf6fb5e6087eb1b2dc8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d45c48cce2e2d7fbdea1afc51c7c6ad26d3d9446802a44259755d38e6d163e8206512bd43d9caa6e02c990b0a82652dcac20ad4d76fe97759aa27a0c99bff6710c51ce410c124a10e0db5e4b97fc2af39aab3238922bcc25a6f606eb525ffdc569bf31c7ff062936a96d3c8bd1f8f2ff3c74d97b01eae257e44aa9d5bade97baf70efdf2ec9b086079795c442636b55fb6f4922f45568161a8cdf4ad2299f6d231f0e3dad99908345f7439f8ffabdffc498f13708210194c475687be6106a3b843c59dc048e8850243be8079a5c74d079b6d767d2f8ed5d21a44b0e5886680cb937693cfc748049e45d87b8c7d8b9aacd1ff1de774005f8da13f42943881c655f8e296a067a37563370ded05f5a3bf3ec4e732ced3463d06de0ca9a15b615367702e74f10e0327ad868d138f2b4fdd6f033e75ff09dd601bbe69f3510391521896ea9ab1baa0efb9e19094440c317e21b34173cb38f07f89ddbebc2ac9128303fc16a5320fa475530d9583c34fd356ef56364d3f0f495b6ab9dcf8d3b5c6e0b01182be0c5cdcd5072bb1864cdee4d3d6ee369853df766fa44e1ed0ff613f563bd1c383cd30b7c298ab50293adfecb7b1819ca14e7ea6328a42e0eb13d585e4c22a5bfc9e07964f8dddeb95fc584cd965da5771bce93e200c36f7cd9dfd0e5deaad67d8ab4f4c10bf22aa353e27879133cd645920e395fedad7bbbed0eca3fe2e03416a75f4cea9109507cacd8e2f2aefca1d0c6e83f027327d8461063f4ac58a617e62166fc8586dfa4d1bc0e1742c08bf7177163c833dff4b38fc8d2872f1ec66c8349cc7260ae62e3b1396831a8398fd9d4f495e875a2e075a1a4a6e1b9770f67c6a1e7ce56d3d6fa748ab6d9af3fd7642e92efb79421734881b53e1e1b18b6f457c545a9ded88f18ecee47145a72c0c0c7c76d30bd3dcaefc96f40275bdc0a2838023a778dfaecdc212708f721b7889a1158154dfa42caddbd0694a4e9bdc8d82c8d1619ad8176d665453cfb2e55f0a684eceee76fc522773286a895bc8436b53b3a3d6ab90ce0268229151c9bde119f61408e3afb633e50cdf1b20de6f46672b32a1f754ba1c09b3695e0cb6cde7f66f041e16a60928b05a7e228a89c3799093f65e080a295f8076b1c5722a46aa2072b030ba126b2f4b2374f342be9ed447f39f8317fbdb1988ef4c628eba0259144f683a84163b3523afe57c2e008bc8c03afdbd66e7929b125f8597834fa83a4ea5d2f1c4608232e07d3aa3d998e5135fc490ca45c00b1249bbe3554a4fdf6fb3295c76acbf4caaed33c36b1b5fc2cb1735b90b4568125ed6c3f678819b6e058a3f390d88e4c41f2747bfa2f1b5f87db14bfa6bb14875e45bba028a21ed380467cbbc409ec990f19c78c75bd1e06f215e2c420d928d4bf8ce0ff2ec19b37151432bb90e8976aab5298d5da10fe66f21dd2ddea18f00665ce8623e36bd4e3c7c5ad61ab143223efbc24c7d2583be69251d09bf41544a3365a46c9077ebb5e35c3fbd7939d674997cdb4692d34de8633c428dd2c7955ce926456240b2ff0100bde35f4a8d465e6e1edc05f3d8ab658c551d1fe173d08e959397adf34b1d77e88d7f033ab37c30201f73f142449d037028d43ec517d68b6edd3015b3edc9a11367b9778d5d219c5080b9a6a17bef029331cfe9fc289c3ff0af142b6d3bead98a92368d30a9594728bc39aa24be94b319d213ef815416f775098fe977004015c619393db85ed909c13838ff95ccfa94cebd9c7e1249ffc03eb9ded908c236bd1996d2a38a4a9316c49e5a833517c45d310707647966b7343c29048673252e490f7368613985ec49eb8f757ae6439e879bb2a54229abfcfa5649e7003b83dd475529492cc227532d17e56e07902b254dfad1098dce83da57b0395e163467c9dae521bf4b9ec30ad9f68f89b29639786cb62ef812b4ba287f5ee0bc9d43bbf5bbe87fb26657d5ff9020d2abefe558796b99584e2ef524fbf3d9fe611d5a8e90fefdc9ced3d2c21991e3bef5e069713af9fa6caac627ab1ccbdb62ec96e702f07f6425bf899139df5e1059396431415e770c6dd38b3eff8baf56627478ec76a704e9b52ec8956637a99787bd197eacd77acce5e6974ce5ac660610b44d9b9fed0ff9548c9e1074f5b3f9fc8ea15d152add0729465b9eea6e1cc6bb9f0cd2a47751a186ff0935e4cd5920aa6c7c996a5ee53a70fa97da629b098b75c294dffdc3e463904a3c65c2974270fd093ee8a9bf8ae7d0b2723d092b63885e0d7c260cc007e8b9d5f93f983524def3dca464469d2cf9f3e698d51a19d8a121ce581499d7b7016687f6ffaa6bb0b408017b62254211691b573278a4a86960eeb576a8fd4c9ec69975fd0b37cd7dbbb00f97ba6ce92bf5add2b44928ae11fb9384c4cf38708677c48c45147dee729311ef5b5c3003946c48feb160de1de89d9058fcb0b968dbbbd685ef059938ba799aaa845e1c2e8a762bd07e1cd7dca89a1678042477183b7ac3fda4fb5c6e93e74d3df8527599fa626424c56ff4ce4aaf9573aa5dff913df997aa0a080f42e6f13b3a2df133f073095dd202cb962ac59075b964b07152d234b70c8ffe9a587b126f152ed3d89a146b4453def184ad8f4755ff269862ea77393dd069059b7ef840f0c74a814ec9237b6ecec5decca5ed3d6b8079e2e7e7bacc9f276dc611d6ebaafc66cc0879c71b5db5cd1f491a404d6854880943e5c3cd9ca259b8619251a19057cff70779273e95aa61afa34a7f984eeabdbb0a7d494132ee565ded5353c5ee48d0b7d48c591b8f4309fc3d7152ba9336a670e36d0ed79bc4302522a2b2726fb0a03bb19f2d8d9524d7f1de29e6da19d22b51c68001e7e0e5442a0e188f5033bc65bf8d78622277c4e3988c7f88ebcb58c6ce932b957b6f332013d407166ec4fa56eb1e1f8cbe183b9e00da03b685a0dd18fb6a08af0923de01385974ed5904a438616ff7bdb3f74390f28b5d49b3020afeecd95b4009adf4ca8baa56554f96369ab93e4f3bb068c22903ce9225fca3e988c2af215d4e544d30a09c8844ba8f0936c20bd791130d6b62b24d495052a8ce66358eb576b8912c8a5e00132373a7031000fd987a3c9f87b8d5e957f297893487bd98fa830fa641347d1e990583c9c67424d369f3414728ef2217062e9a397a1dca429e7d70bc6ca7ef605fc8dba5425d6965fbd4c8fbe1fa8f15eda80c50adb0e71943adc8015cf37a749d808e46495a8da1e5352d03caeb3e3e393c77e35a4a3f3cbd1e429b5dc1d7f7abc18fcb43975065399b0d1e48e2a79ea27c279e471f4d180b08d62b00a1c9ac0159c94d8d0cbedc973445af2da6c4b761a28b734fe93831e3fb400ce8706409663226af2f3114485aa4e0a23b4140f6969d5213fd0ece03148e62e461eb73ce398c39f506af761d2277d853a92bd4c9ab730f5513206b999ec0d90d1fb82aa4b0af34c2313a562076992e50aa30777d5c17d4066b82ab86dff8a46af6ffa7cdfad1a5aaf8370ebeda47a1ff1c39766527f2b5d3e95d4a733fcfb77bd7e7e7757b1e12abcb736ab9a754ffb617a5878a7ab84fb43402106c575658472fa006f52e9102a8d3be2fe5614f42ba9893636638817772e42b59d74cff571fbb3149e9677a5989fd342ae44213df68868a4a042cf4fd6bfb47701cbc8a1653ada1ff8a7b5dc7a7d1f0ed65aaa29c04b1ef7e6c85504ce6e82442c770f7c8606f0bf8229696f7a3bb4700cfddef19fa23f82161242827b703e6acf9c726942a1e438af86134b65d0f10fe33d30dd76442e96da2f590cd7246bbde0051047b0d6f78f85517967795eeef66c225f7883bdcb8f53295a73878494e9bc8dd6c3c7104f045117b0e0a11a242b9765e79cbf113ffc221309746013ac554571fbd180e1c84c5bde74a8f110656874902f07378009cedebb6e872f539bef8c3f919874e9d76cdd60ea0045eb7a6ec44c54d29ed402eecca5b6365d9607ee5a9d336962c5349872ed9fc22fc182d371c3e9ed31609431fefc0e570cb3860f2a6d4b38c6490d9dcb88e0137649590b755372b040afada2557a7b2e94197ff767970b67041697cfecdb276f634854f3ef915e2e980c310aa1883c6411f7873cb83dacb17b0afc58a2fc6ed39fd083f55d4182bf88826dbd686fd640be98efaae0091fa301e613a597e50502f5ff68e3e25b9114205d4a0336dcbab05b9d5ad24f4333c7658a0e084b6fbb10729ed4da8c3d3f5a3ae7c985d8ce590ad8981ca2c8286f79f599540e65972dce68dad4d52d063967f0a70584d9ee44e457ddef7f2c4f25dc8fa8653644a684f98ea8fe223c713b77189a77757b505cfd34c64c85ca5b5690ee5293854d6fae5ee42911677c739ee1734486e2c0be24560d78c5e599c2a9c9d0bbd2274ad4786c3abca69fa097b85867d9a4eae27d77ca20db309e056e3d2dcd7d697eabe3a1649ffa2b3ff8c02ebfd5659f69adc1e107f7f7d035d7baf04342e1ca091d584fced301b442654dd8c23b3fc9b1d10e7bafa4421218a51b1e1f1b0ba26f3ef77ac0e3619e98159e9b6febf557eb163727917cbba1eea208541a643e741534b76d325a8f591b52d302e7181331979d472a84804b9f647bc185a877a8b5ca46c1b9512a7a8315fa3c5a946e82653b8a614226a953a8cd9526fca6fe9ba545fbc6d3e05ebd93369ce542e8f2322d63dc7ed1010d3c3b8269faf0ba7491d4e96ed478dab8595a7dbda4cbcbee168fc0e190d8267e36708f955d7ab048990dec8ce6abb3e952a85b8551ba726a1227060ad92489947d410d897474079c1477bcbe3365e6ac95ea2c0343a2395834dd115f89503138416a242f40fb7d7f338e13fe9d84310e77f13a6d184dbf1232f3d1c38a09acc34845c6be3a127a5aacaf9cfdf10e8fc047a44b08ed031e1f0ed1705f2172834666788607efbfca35afb374db120f0a8e5646ef5a30154e9f6deb57aeee35c98205091e18d1140e9f38cf6da9003b743b65f4c0ccd295cc484e579b04d152845ec0a378394003c96da594be83ab3ecd0db773eb2dc1b0a17836a1e165421110ba03099a1c0393373c5b43289dff07669d7a23de0ef88d2f7129e7577ef1154f3240ad5b9b413aa7346a1e01161aaa0b6d1345dd8fe4e481144d84539fd53b59e3bb12d203f45a912eeaf2ac1dd209cbcc5e5d1c6e28598e8cbbe8555d6702c950ecb729a966504af0a635335f5352088d7d9bf74191e006d8e24cf340f1b1f65b6df5b5e3f94d95b11dafe4a6222cdb5b34375400904f03d8e6a5cb70ab375662576bd1ac5aaf16b3fca49188905e74c28e489b44e954ec0b9bca0266e33d3f546cb5436a10798e657d9738db3aed920cf82ab059bfccbd02be6a3cec07e9ba5f5bb252d13f5f431e4bbb621bf66ddb7c962aa0d22ac97d69b793077e29b11be80ab57e1a2ecabb7da3306c9882bbac1c7093bd2504188127765819f3cd308f1455b3fa09a282e0d496f403c6b06952c750899bb03d998e631860c24cd76e1ce41366a4bbe8a49b02a028c52f1bd66cc19d05628bd8bf27af3ad6fe131d7f5a6b38b23cc967316c13dae2f718499c1c8cef6730f9fd03c8125cabd96409bf894217686ba124d7356686c9502e4a16930e414107ee22b6198c578fcfa0860e83a4c3a763a7e62d825349f7a4f23670e1833f3fdb077ca70bbd5d66b1a59b315fc9a3002ce38bbe070ec3f536660e59856b4de58a219bcf4e27eba38c19f571e251e61cb8dd3612f26d5ecfd6baf65e0b240ce177cf70da146c8dc8e56954b4f6347e897f954495eab16a88f7664060cc52bc6f3d620bcedc94a4b6eda80a3d5b344bc40f3bc04f65b7a3578f121ce07d74717e0b1f21d122e0452106138bc5af6023646ede0e1f7c1eac7539059724f73a9969845dfe4146c5660e7f100b7b36092fb9b06dfb4fac3609317a614fd06c325499f1680b9896beedeb4734ba6f3de83d861c3176a6273cac6dd947bf06a885db0d477d707121934ff863923f49e5241343aa7acb6a06a751e7db8e1af0cb3aca1ae2d001862420452920f07591c6fcb220ffe637cda29bb3f607cdfd23373b17c6b337251c22b7ea57d395771085aab05244a4fb8fd91bf4ee92c8c96e4c37100777c7190b76d28233e3796ae838835da0b6f6ea37bcf8bcb76a9aeddfc689c1d0e3b9ccc3ab651bc50f49c89d1e7298bb9930789c8ed59d4846ba9f2a6976570b0353203ec44742170e01938fc48a2cfb5f2217fbfb00722d16a5cdae362b8d27a1d8f8c7b78b4330918317b57931b6b7a7d29490fe5ec9f948aedb8880cab8c45637abc7493ecddd839ab46820b524afda05122893c2fe8ef90f2aca5c640289d0a29417bcb63a379c838d2e45b2ad1094d42f4ef36764f61700002963a49da13542e0726b7bb75853c3bce66e43be4f209556518c2fcb546883966fd8f918a4aa29be29d2c386fb49182f81e6a13cf5eaa496d51fea6406d296c101daa88a51f6ca8cfc1ac79b509fd81843ad7f202f26c1a174c735758526e359e83860db1d11b6acca57d8ea88ef0d3930a7b6c95bd2b32ed45989c61f94f6d7e04a4d452035300f18b984988c", {"text": "c4ca4238a0b923820dcc509a6f75849bc81e728d9d4c2f636f067f89cc14862ceccbc87e4b5ce2fe28308fd9f2a7baf3a87ff679a2f3e71d9181a67b7542122ce4da3b7fbbce2345d7772b0674a318d51679091c5a880faf6fb5e6087eb1b2dc8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d45c48cce2e2d7fbdea1afc51c7c6ad26d3d9446802a44259755d38e6d163e8206512bd43d9caa6e02c990b0a82652dcac20ad4d76fe97759aa27a0c99bff6710c51ce410c124a10e0db5e4b97fc2af39aab3238922bcc25a6f606eb525ffdc569bf31c7ff062936a96d3c8bd1f8f2ff3c74d97b01eae257e44aa9d5bade97baf70efdf2ec9b086079795c442636b55fb6f4922f45568161a8cdf4ad2299f6d231f0e3dad99908345f7439f8ffabdffc498f13708210194c475687be6106a3b843c59dc048e8850243be8079a5c74d079b6d767d2f8ed5d21a44b0e5886680cb937693cfc748049e45d87b8c7d8b9aacd1ff1de774005f8da13f42943881c655f8e296a067a37563370ded05f5a3bf3ec4e732ced3463d06de0ca9a15b615367702e74f10e0327ad868d138f2b4fdd6f033e75ff09dd601bbe69f3510391521896ea9ab1baa0efb9e19094440c317e21b34173cb38f07f89ddbebc2ac9128303fc16a5320fa475530d9583c34fd356ef56364d3f0f495b6ab9dcf8d3b5c6e0b01182be0c5cdcd5072bb1864cdee4d3d6ee369853df766fa44e1ed0ff613f563bd1c383cd30b7c298ab50293adfecb7b1819ca14e7ea6328a42e0eb13d585e4c22a5bfc9e07964f8dddeb95fc584cd965da5771bce93e200c36f7cd9dfd0e5deaad67d8ab4f4c10bf22aa353e27879133cd645920e395fedad7bbbed0eca3fe2e03416a75f4cea9109507cacd8e2f2aefca1d0c6e83f027327d8461063f4ac58a617e62166fc8586dfa4d1bc0e1742c08bf7177163c833dff4b38fc8d2872f1ec66c8349cc7260ae62e3b1396831a8398fd9d4f495e875a2e075a1a4a6e1b9770f67c6a1e7ce56d3d6fa748ab6d9af3fd7642e92efb79421734881b53e1e1b18b6f457c545a9ded88f18ecee47145a72c0c0c7c76d30bd3dcaefc96f40275bdc0a"}, null, {"a": null}, []]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.34651+00	\N	\N
01a22faa-ad40-7d34-903b-110d9c7d9aaf	4	0	started	\N	0	\N	upgrade_author	[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255, 256, 257, 258, 259, 260, 261, 262, 263, 264, 265, 266, 267, 268, 269, 270, 271, 272, 273, 274, 275, 276, 277, 278, 279, 280, 281, 282, 283, 284, 285, 286, 287, 288, 289, 290, 291, 292, 293, 294, 295, 296, 297, 298, 299, 300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 322, 323, 324, 325, 326, 327, 328, 329, 330, 331, 332, 333, 334, 335, 336, 337, 338, 339, 340, 341, 342, 343, 344, 345, 346, 347, 348, 349, 350, 351, 352, 353, 354, 355, 356, 357, 358, 359, 360, 361, 362, 363, 364, 365, 366, 367, 368, 369, 370, 371, 372, 373, 374, 375, 376, 377, 378, 379, 380, 381, 382, 383, 384, 385, 386, 387, 388, 389, 390, 391, 392, 393, 394, 395, 396, 397, 398, 399, 400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 419, 420, 421, 422, 423, 424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 435, 436, 437, 438, 439, 440, 441, 442, 443, 444, 445, 446, 447, 448, 449, 450, 451, 452, 453, 454, 455, 456, 457, 458, 459, 460, 461, 462, 463, 464, 465, 466, 467, 468, 469, 470, 471, 472, 473, 474, 475, 476, 477, 478, 479, 480, 481, 482, 483, 484, 485, 486, 487, 488, 489, 490, 491, 492, 493, 494, 495, 496, 497, 498, 499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 512, 513, 514, 515, 516, 517, 518, 519, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529, 530, 531, 532, 533, 534, 535, 536, 537, 538, 539, 540, 541, 542, 543, 544, 545, 546, 547, 548, 549, 550, 551, 552, 553, 554, 555, 556, 557, 558, 559, 560, 561, 562, 563, 564, 565, 566, 567, 568, 569, 570, 571, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 590, 591, 592, 593, 594, 595, 596, 597, 598, 599, 600, 601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614, 615, 616, 617, 618, 619, 620, 621, 622, 623, 624, 625, 626, 627, 628, 629, 630, 631, 632, 633, 634, 635, 636, 637, 638, 639, 640, 641, 642, 643, 644, 645, 646, 647, 648, 649, 650, 651, 652, 653, 654, 655, 656, 657, 658, 659, 660, 661, 662, 663, 664, 665, 666, 667, 668, 669, 670, 671, 672, 673, 674, 675, 676, 677, 678, 679, 680, 681, 682, 683, 684, 685, 686, 687, 688, 689, 690, 691, 692, 693, 694, 695, 696, 697, 698, 699, 700, 701, 702, 703, 704, 705, 706, 707, 708, 709, 710, 711, 712, 713, 714, 715, 716, 717, 718, 719, 720, 721, 722, 723, 724, 725, 726, 727, 728, 729, 730, 731, 732, 733, 734, 735, 736, 737, 738, 739, 740, 741, 742, 743, 744, 745, 746, 747, 748, 749, 750, 751, 752, 753, 754, 755, 756, 757, 758, 759, 760, 761, 762, 763, 764, 765, 766, 767, 768, 769, 770, 771, 772, 773, 774, 775, 776, 777, 778, 779, 780, 781, 782, 783, 784, 785, 786, 787, 788, 789, 790, 791, 792, 793, 794, 795, 796, 797, 798, 799, 800, 801, 802, 803, 804, 805, 806, 807, 808, 809, 810, 811, 812, 813, 814, 815, 816, 817, 818, 819, 820, 821, 822, 823, 824, 825, 826, 827, 828, 829, 830, 831, 832, 833, 834, 835, 836, 837, 838, 839, 840, 841, 842, 843, 844, 845, 846, 847, 848, 849, 850, 851, 852, 853, 854, 855, 856, 857, 858, 859, 860, 861, 862, 863, 864, 865, 866, 867, 868, 869, 870, 871, 872, 873, 874, 875, 876, 877, 878, 879, 880, 881, 882, 883, 884, 885, 886, 887, 888, 889, 890, 891, 892, 893, 894, 895, 896, 897, 898, 899, 900, 901, 902, 903, 904, 905, 906, 907, 908, 909, 910, 911, 912, 913, 914, 915, 916, 917, 918, 919, 920, 921, 922, 923, 924, 925, 926, 927, 928, 929, 930, 931, 932, 933, 934, 935, 936, 937, 938, 939, 940, 941, 942, 943, 944, 945, 946, 947, 948, 949, 950, 951, 952, 953, 954, 955, 956, 957, 958, 959, 960, 961, 962, 963, 964, 965, 966, 967, 968, 969, 970, 971, 972, 973, 974, 975, 976, 977, 978, 979, 980, 981, 982, 983, 984, 985, 986, 987, 988, 989, 990, 991, 992, 993, 994, 995, 996, 997, 998, 999, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1029, 1030, 1031, 1032, 1033, 1034, 1035, 1036, 1037, 1038, 1039, 1040, 1041, 1042, 1043, 1044, 1045, 1046, 1047, 1048, 1049, 1050, 1051, 1052, 1053, 1054, 1055, 1056, 1057, 1058, 1059, 1060, 1061, 1062, 1063, 1064, 1065, 1066, 1067, 1068, 1069, 1070, 1071, 1072, 1073, 1074, 1075, 1076, 1077, 1078, 1079, 1080, 1081, 1082, 1083, 1084, 1085, 1086, 1087, 1088, 1089, 1090, 1091, 1092, 1093, 1094, 1095, 1096, 1097, 1098, 1099, 1100, 1101, 1102, 1103, 1104, 1105, 1106, 1107, 1108, 1109, 1110, 1111, 1112, 1113, 1114, 1115, 1116, 1117, 1118, 1119, 1120, 1121, 1122, 1123, 1124, 1125, 1126, 1127, 1128, 1129, 1130, 1131, 1132, 1133, 1134, 1135, 1136, 1137, 1138, 1139, 1140, 1141, 1142, 1143, 1144, 1145, 1146, 1147, 1148, 1149, 1150, 1151, 1152, 1153, 1154, 1155, 1156, 1157, 1158, 1159, 1160, 1161, 1162, 1163, 1164, 1165, 1166, 1167, 1168, 1169, 1170, 1171, 1172, 1173, 1174, 1175, 1176, 1177, 1178, 1179, 1180, 1181, 1182, 1183, 1184, 1185, 1186, 1187, 1188, 1189, 1190, 1191, 1192, 1193, 1194, 1195, 1196, 1197, 1198, 1199, 1200, 1201, 1202, 1203, 1204, 1205, 1206, 1207, 1208, 1209, 1210, 1211, 1212, 1213, 1214, 1215, 1216, 1217, 1218, 1219, 1220, 1221, 1222, 1223, 1224, 1225, 1226, 1227, 1228, 1229, 1230, 1231, 1232, 1233, 1234, 1235, 1236, 1237, 1238, 1239, 1240, 1241, 1242, 1243, 1244, 1245, 1246, 1247, 1248, 1249, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 1259, 1260, 1261, 1262, 1263, 1264, 1265, 1266, 1267, 1268, 1269, 1270, 1271, 1272, 1273, 1274, 1275, 1276, 1277, 1278, 1279, 1280, 1281, 1282, 1283, 1284, 1285, 1286, 1287, 1288, 1289, 1290, 1291, 1292, 1293, 1294, 1295, 1296, 1297, 1298, 1299, 1300, 1301, 1302, 1303, 1304, 1305, 1306, 1307, 1308, 1309, 1310, 1311, 1312, 1313, 1314, 1315, 1316, 1317, 1318, 1319, 1320, 1321, 1322, 1323, 1324, 1325, 1326, 1327, 1328, 1329, 1330, 1331, 1332, 1333, 1334, 1335, 1336, 1337, 1338, 1339, 1340, 1341, 1342, 1343, 1344, 1345, 1346, 1347, 1348, 1349, 1350, 1351, 1352, 1353, 1354, 1355, 1356, 1357, 1358, 1359, 1360, 1361, 1362, 1363, 1364, 1365, 1366, 1367, 1368, 1369, 1370, 1371, 1372, 1373, 1374, 1375, 1376, 1377, 1378, 1379, 1380, 1381, 1382, 1383, 1384, 1385, 1386, 1387, 1388, 1389, 1390, 1391, 1392, 1393, 1394, 1395, 1396, 1397, 1398, 1399, 1400, 1401, 1402, 1403, 1404, 1405, 1406, 1407, 1408, 1409, 1410, 1411, 1412, 1413, 1414, 1415, 1416, 1417, 1418, 1419, 1420, 1421, 1422, 1423, 1424, 1425, 1426, 1427, 1428, 1429, 1430, 1431, 1432, 1433, 1434, 1435, 1436, 1437, 1438, 1439, 1440, 1441, 1442, 1443, 1444, 1445, 1446, 1447, 1448, 1449, 1450, 1451, 1452, 1453, 1454, 1455, 1456, 1457, 1458, 1459, 1460, 1461, 1462, 1463, 1464, 1465, 1466, 1467, 1468, 1469, 1470, 1471, 1472, 1473, 1474, 1475, 1476, 1477, 1478, 1479, 1480, 1481, 1482, 1483, 1484, 1485, 1486, 1487, 1488, 1489, 1490, 1491, 1492, 1493, 1494, 1495, 1496, 1497, 1498, 1499, 1500, 1501, 1502, 1503, 1504, 1505, 1506, 1507, 1508, 1509, 1510, 1511, 1512, 1513, 1514, 1515, 1516, 1517, 1518, 1519, 1520, 1521, 1522, 1523, 1524, 1525, 1526, 1527, 1528, 1529, 1530, 1531, 1532, 1533, 1534, 1535, 1536, 1537, 1538, 1539, 1540, 1541, 1542, 1543, 1544, 1545, 1546, 1547, 1548, 1549, 1550, 1551, 1552, 1553, 1554, 1555, 1556, 1557, 1558, 1559, 1560, 1561, 1562, 1563, 1564, 1565, 1566, 1567, 1568, 1569, 1570, 1571, 1572, 1573, 1574, 1575, 1576, 1577, 1578, 1579, 1580, 1581, 1582, 1583, 1584, 1585, 1586, 1587, 1588, 1589, 1590, 1591, 1592, 1593, 1594, 1595, 1596, 1597, 1598, 1599, 1600, 1601, 1602, 1603, 1604, 1605, 1606, 1607, 1608, 1609, 1610, 1611, 1612, 1613, 1614, 1615, 1616, 1617, 1618, 1619, 1620, 1621, 1622, 1623, 1624, 1625, 1626, 1627, 1628, 1629, 1630, 1631, 1632, 1633, 1634, 1635, 1636, 1637, 1638, 1639, 1640, 1641, 1642, 1643, 1644, 1645, 1646, 1647, 1648, 1649, 1650, 1651, 1652, 1653, 1654, 1655, 1656, 1657, 1658, 1659, 1660, 1661, 1662, 1663, 1664, 1665, 1666, 1667, 1668, 1669, 1670, 1671, 1672, 1673, 1674, 1675, 1676, 1677, 1678, 1679, 1680, 1681, 1682, 1683, 1684, 1685, 1686, 1687, 1688, 1689, 1690, 1691, 1692, 1693, 1694, 1695, 1696, 1697, 1698, 1699, 1700, 1701, 1702, 1703, 1704, 1705, 1706, 1707, 1708, 1709, 1710, 1711, 1712, 1713, 1714, 1715, 1716, 1717, 1718, 1719, 1720, 1721, 1722, 1723, 1724, 1725, 1726, 1727, 1728, 1729, 1730, 1731, 1732, 1733, 1734, 1735, 1736, 1737, 1738, 1739, 1740, 1741, 1742, 1743, 1744, 1745, 1746, 1747, 1748, 1749, 1750, 1751, 1752, 1753, 1754, 1755, 1756, 1757, 1758, 1759, 1760, 1761, 1762, 1763, 1764, 1765, 1766, 1767, 1768, 1769, 1770, 1771, 1772, 1773, 1774, 1775, 1776, 1777, 1778, 1779, 1780, 1781, 1782, 1783, 1784, 1785, 1786, 1787, 1788, 1789, 1790, 1791, 1792, 1793, 1794, 1795, 1796, 1797, 1798, 1799, 1800, 1801, 1802, 1803, 1804, 1805, 1806, 1807, 1808, 1809, 1810, 1811, 1812, 1813, 1814, 1815, 1816, 1817, 1818, 1819, 1820, 1821, 1822, 1823, 1824, 1825, 1826, 1827, 1828, 1829, 1830, 1831, 1832, 1833, 1834, 1835, 1836, 1837, 1838, 1839, 1840, 1841, 1842, 1843, 1844, 1845, 1846, 1847, 1848, 1849, 1850, 1851, 1852, 1853, 1854, 1855, 1856, 1857, 1858, 1859, 1860, 1861, 1862, 1863, 1864, 1865, 1866, 1867, 1868, 1869, 1870, 1871, 1872, 1873, 1874, 1875, 1876, 1877, 1878, 1879, 1880, 1881, 1882, 1883, 1884, 1885, 1886, 1887, 1888, 1889, 1890, 1891, 1892, 1893, 1894, 1895, 1896, 1897, 1898, 1899, 1900, 1901, 1902, 1903, 1904, 1905, 1906, 1907, 1908, 1909, 1910, 1911, 1912, 1913, 1914, 1915, 1916, 1917, 1918, 1919, 1920, 1921, 1922, 1923, 1924, 1925, 1926, 1927, 1928, 1929, 1930, 1931, 1932, 1933, 1934, 1935, 1936, 1937, 1938, 1939, 1940, 1941, 1942, 1943, 1944, 1945, 1946, 1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962, 1963, 1964, 1965, 1966, 1967, 1968, 1969, 1970, 1971, 1972, 1973, 1974, 1975, 1976, 1977, 1978, 1979, 1980, 1981, 1982, 1983, 1984, 1985, 1986, 1987, 1988, 1989, 1990, 1991, 1992, 1993, 1994, 1995, 1996, 1997, 1998, 1999, 2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036, 2037, 2038, 2039, 2040, 2041, 2042, 2043, 2044, 2045, 2046, 2047, 2048, 2049, 2050, 2051, 2052, 2053, 2054, 2055, 2056, 2057, 2058, 2059, 2060, 2061, 2062, 2063, 2064, 2065, 2066, 2067, 2068, 2069, 2070, 2071, 2072, 2073, 2074, 2075, 2076, 2077, 2078, 2079, 2080, 2081, 2082, 2083, 2084, 2085, 2086, 2087, 2088, 2089, 2090, 2091, 2092, 2093, 2094, 2095, 2096, 2097, 2098, 2099]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.352906+00	\N	\N
01a22faa-ad4c-7dae-ad16-f3436403fb16	5	0	completed	\N	0	\N	upgrade_author	[10, 11, 12]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.3644+00	\N	2026-12-01 03:34:04.383928+00
01a22faa-ad60-7bcc-b6c6-0d132d9d13b6	5	0	started	\N	0	\N	upgrade_author	[20, 21, 22, 23]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.384425+00	\N	\N
01a22faa-ad63-7a61-873b-3ec39cfedd92	6	0	started	\N	0	\N	upgrade_author	[0, 1, 2, 3, 4, 5, 6]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.387689+00	\N	\N
01a22faa-ad6b-70ff-8177-2bb2c2a406c2	7	0	started	\N	0	\N	upgrade_author	[0, 1, 2, 3, 4, 5, 6]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.395596+00	\N	\N
01a22faa-ad74-7e77-899a-79d09cb27833	8	0	started	\N	0	\N	upgrade_author	{}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.404915+00	\N	\N
01a22faa-ad78-7da0-8666-de5a9182b7d2	9	0	started	\N	0	\N	upgrade_author	{}	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.408381+00	\N	\N
01a22faa-ad7e-749d-9f41-5cbcbe532f02	11	0	started	\N	0	\N	upgrade_author	[[1, 2], [3], [4, 5]]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.414625+00	\N	\N
01a22faa-ad80-7d6e-bc66-58b0bf20b21b	10	0	started	\N	0	\N	upgrade_author	[3]	22	1	1	1	\N	\N	2026-12-01 03:34:04.416213+00	\N	\N
01a22faa-ad80-7404-bace-b1511f494dd8	10	0	completed	\N	0	\N	upgrade_author	[1, 2]	22	0	1	1	\N	\N	2026-12-01 03:34:04.416213+00	\N	2026-12-01 03:34:04.417792+00
01a22faa-ad87-73ac-9bda-55cfd4155204	12	0	started	\N	0	\N	upgrade_author	[1, 2, 3, 4, 5]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.423086+00	\N	\N
01a22faa-ad8d-7208-86b1-c01e4595acae	13	0	started	\N	0	\N	upgrade_author	[0, 1, 2, 3, 4, 5, 6, 7]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.429358+00	\N	\N
01a22faa-ad8f-7796-94fe-f15d1a01bfc6	14	0	started	\N	0	tenant	upgrade_other	[0, 1]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.431479+00	\N	\N
01a22faa-ad94-7b0e-b254-4c967d90c009	15	0	started	\N	0	tenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenanttenant	upgrade_author	[0, 1]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.436856+00	\N	\N
01a22faa-ad96-747f-871f-0b5924be3a6d	16	0	failed	nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnä	0	\N	upgrade_author	[0, 1, 2]	\N	\N	\N	0	step "each": task 1: ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää	each	2026-12-01 03:34:04.438906+00	\N	2026-12-01 03:34:04.440994+00
01a22faa-ad9a-79e8-a434-f25013d07c9e	16	0	cancelled	\N	0	\N	upgrade_author	[0, 1, 2]	\N	\N	\N	0	nobody needs it	\N	2026-12-01 03:34:04.442413+00	\N	2026-12-01 03:34:04.443871+00
01a22faa-ad9d-7212-bae1-d52df7a0d02f	17	0	started	\N	0	\N	upgrade_author	["01a22faa-ad4c-7dae-ad16-f3436403fb16"]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.445748+00	\N	\N
01a22faa-ad9f-7eac-b8cb-8bf412295f62	18	0	started	\N	0	\N	upgrade_author	[1, 2, 3]	\N	\N	\N	0	\N	\N	2026-12-01 03:34:04.447734+00	\N	\N
01a22faa-ada1-7d49-ab18-1708a175b762	10	0	started	\N	0	\N	upgrade_author	[10, null, 12]	33	0	1	1	\N	\N	2026-12-01 03:34:04.449695+00	\N	\N
\.

COPY fanout.step_states (state_id, run_id, step_id, status, remaining_deps, open_stripes, stripe_width, total_tasks, total_items, failed_items, is_open, output, error, started_at, completed_at) FROM stdin;
3	01a22faa-ad25-7db1-a8e4-653ca0981029	3	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
1	01a22faa-ad25-7db1-a8e4-653ca0981029	1	completed	0	0	1	1	1	0	f	"done"	\N	2026-12-01 03:34:04.325568+00	2026-12-01 03:34:04.330297+00
2	01a22faa-ad25-7db1-a8e4-653ca0981029	2	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:04.330321+00	\N
4	01a22faa-ad2e-7cb4-9af1-98cb8bcded72	1	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:04.334911+00	\N
5	01a22faa-ad2e-7cb4-9af1-98cb8bcded72	2	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
6	01a22faa-ad2e-7cb4-9af1-98cb8bcded72	3	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
8	01a22faa-ad31-7af8-9df2-57815b44cce0	5	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
7	01a22faa-ad31-7af8-9df2-57815b44cce0	4	started	0	1	100	100	100	0	f	\N	\N	2026-12-01 03:34:04.338139+00	\N
9	01a22faa-ad3a-7f4c-b551-b3b106cbe572	6	started	0	1	6	6	6	0	f	\N	\N	2026-12-01 03:34:04.347167+00	\N
10	01a22faa-ad40-7d34-903b-110d9c7d9aaf	7	started	0	2	1050	2100	2100	0	f	\N	\N	2026-12-01 03:34:04.353136+00	\N
31	01a22faa-ad96-747f-871f-0b5924be3a6d	25	failed	0	1	3	3	3	1	f	\N	task 1: ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää	2026-12-01 03:34:04.439061+00	2026-12-01 03:34:04.440809+00
11	01a22faa-ad4c-7dae-ad16-f3436403fb16	8	completed	0	0	3	3	3	1	f	[10, null, 12]	\N	2026-12-01 03:34:04.364591+00	2026-12-01 03:34:04.366576+00
12	01a22faa-ad4c-7dae-ad16-f3436403fb16	9	completed	0	0	1	1	1	0	f	"done"	\N	2026-12-01 03:34:04.366647+00	2026-12-01 03:34:04.383894+00
14	01a22faa-ad60-7bcc-b6c6-0d132d9d13b6	9	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
32	01a22faa-ad9a-79e8-a434-f25013d07c9e	25	started	0	1	3	3	3	0	f	\N	\N	2026-12-01 03:34:04.442466+00	\N
13	01a22faa-ad60-7bcc-b6c6-0d132d9d13b6	8	started	0	1	4	4	4	2	f	\N	\N	2026-12-01 03:34:04.384512+00	\N
33	01a22faa-ad9d-7212-bae1-d52df7a0d02f	26	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:04.445945+00	\N
15	01a22faa-ad63-7a61-873b-3ec39cfedd92	10	started	0	1	4	4	7	4	f	\N	\N	2026-12-01 03:34:04.387855+00	\N
16	01a22faa-ad6b-70ff-8177-2bb2c2a406c2	11	started	0	1	7	7	7	0	f	\N	\N	2026-12-01 03:34:04.395814+00	\N
17	01a22faa-ad6b-70ff-8177-2bb2c2a406c2	12	started	0	1	7	7	7	0	f	\N	\N	2026-12-01 03:34:04.396498+00	\N
34	01a22faa-ad9f-7eac-b8cb-8bf412295f62	27	started	0	1	3	3	3	0	f	\N	\N	2026-12-01 03:34:04.447901+00	\N
18	01a22faa-ad6b-70ff-8177-2bb2c2a406c2	13	started	0	1	7	7	7	0	f	\N	\N	2026-12-01 03:34:04.397071+00	\N
35	01a22faa-ada1-7d49-ab18-1708a175b762	17	started	0	1	3	3	3	0	f	\N	\N	2026-12-01 03:34:04.449881+00	\N
19	01a22faa-ad74-7e77-899a-79d09cb27833	14	started	0	2	1024	4	4	0	t	\N	\N	2026-12-01 03:34:04.405114+00	\N
20	01a22faa-ad74-7e77-899a-79d09cb27833	15	started	0	2	1024	4	4	0	t	\N	\N	2026-12-01 03:34:04.405305+00	\N
21	01a22faa-ad78-7da0-8666-de5a9182b7d2	16	started	0	2	1024	4	4	0	t	\N	\N	2026-12-01 03:34:04.408563+00	\N
22	01a22faa-ad7e-749d-9f41-5cbcbe532f02	18	started	0	1	3	3	3	0	f	\N	\N	2026-12-01 03:34:04.414773+00	\N
24	01a22faa-ad80-7d6e-bc66-58b0bf20b21b	17	started	0	1	1	1	1	0	f	\N	\N	2026-12-01 03:34:04.416593+00	\N
23	01a22faa-ad80-7404-bace-b1511f494dd8	17	completed	0	0	2	2	2	0	f	[1, 2]	\N	2026-12-01 03:34:04.416495+00	2026-12-01 03:34:04.417752+00
26	01a22faa-ad87-73ac-9bda-55cfd4155204	20	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
27	01a22faa-ad87-73ac-9bda-55cfd4155204	21	created	1	0	\N	\N	\N	0	f	\N	\N	\N	\N
25	01a22faa-ad87-73ac-9bda-55cfd4155204	19	started	0	1	5	5	5	0	f	\N	\N	2026-12-01 03:34:04.423297+00	\N
28	01a22faa-ad8d-7208-86b1-c01e4595acae	22	started	0	1	8	8	8	0	f	\N	\N	2026-12-01 03:34:04.429598+00	\N
29	01a22faa-ad8f-7796-94fe-f15d1a01bfc6	23	started	0	1	2	2	2	0	f	\N	\N	2026-12-01 03:34:04.431627+00	\N
30	01a22faa-ad94-7b0e-b254-4c967d90c009	24	started	0	1	2	2	2	0	f	\N	\N	2026-12-01 03:34:04.437005+00	\N
\.

COPY fanout.stripes (state_id, stripe, remaining) FROM stdin;
7	0	83
9	0	3
10	1	1050
10	0	450
13	0	2
15	0	1
16	0	3
17	0	3
18	0	6
20	0	4
19	0	2
21	0	3
22	0	3
24	0	1
25	0	3
28	0	8
29	0	2
30	0	2
31	0	1
32	0	2
33	0	1
35	0	3
34	0	2
\.

COPY fanout.task_progress (state_id, reported_at, task_index, progress) FROM stdin;
7	2026-12-01 03:34:04.343269+00	19	{"done": 0.5}
\.

COPY fanout.tasks_00 (state_id, task_index, generation, item) FROM stdin;
1	0	0	\N
2	0	0	\N
4	0	0	\N
7	0	0	0
7	1	0	1
7	2	0	2
7	3	0	3
7	4	0	4
7	5	0	5
7	6	0	6
7	7	0	7
7	8	0	8
7	9	0	9
7	10	0	10
7	11	0	11
7	12	0	12
7	13	0	13
7	14	0	14
7	15	0	15
7	16	0	16
7	17	0	17
7	18	0	18
7	19	0	19
7	20	0	20
7	21	0	21
7	22	0	22
7	23	0	23
7	24	0	24
7	25	0	25
7	26	0	26
7	27	0	27
7	28	0	28
7	29	0	29
7	30	0	30
7	31	0	31
7	32	0	32
7	33	0	33
7	34	0	34
7	35	0	35
7	36	0	36
7	37	0	37
7	38	0	38
7	39	0	39
7	40	0	40
7	41	0	41
7	42	0	42
7	43	0	43
7	44	0	44
7	45	0	45
7	46	0	46
7	47	0	47
7	48	0	48
7	49	0	49
7	50	0	50
7	51	0	51
7	52	0	52
7	53	0	53
7	54	0	54
7	55	0	55
7	56	0	56
7	57	0	57
7	58	0	58
7	59	0	59
7	60	0	60
7	61	0	61
7	62	0	62
7	63	0	63
7	64	0	64
7	65	0	65
7	66	0	66
7	67	0	67
7	68	0	68
7	69	0	69
7	70	0	70
7	71	0	71
7	72	0	72
7	73	0	73
7	74	0	74
7	75	0	75
7	76	0	76
7	77	0	77
7	78	0	78
7	79	0	79
7	80	0	80
7	81	0	81
7	82	0	82
7	83	0	83
7	84	0	84
7	85	0	85
7	86	0	86
7	87	0	87
7	88	0	88
7	89	0	89
7	90	0	90
7	91	0	91
7	92	0	92
7	93	0	93
7	94	0	94
7	95	0	95
7	96	0	96
7	97	0	97
7	98	0	98
7	99	0	99
9	0	0	"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
9	1	0	"c4ca4238a0b923820dcc509a6f75849bc81e728d9d4c2f636f067f89cc14862ceccbc87e4b5ce2fe28308fd9f2a7baf3a87ff679a2f3e71d9181a67b7542122ce4da3b7fbbce2345d7772b0674a318d51679091c5a880faf6fb5e6087eb1b2dc8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d45c48cce2e2d7fbdea1afc51c7c6ad26d3d9446802a44259755d38e6d163e8206512bd43d9caa6e02c990b0a82652dcac20ad4d76fe97759aa27a0c99bff6710c51ce410c124a10e0db5e4b97fc2af39aab3238922bcc25a6f606eb525ffdc569bf31c7ff062936a96d3c8bd1f8f2ff3c74d97b01eae257e44aa9d5bade97baf70efdf2ec9b086079795c442636b55fb6f4922f45568161a8cdf4ad2299f6d231f0e3dad99908345f7439f8ffabdffc498f13708210194c475687be6106a3b843c59dc048e8850243be8079a5c74d079b6d767d2f8ed5d21a44b0e5886680cb937693cfc748049e45d87b8c7d8b9aacd1ff1de774005f8da13f42943881c655f8e296a067a37563370ded05f5a3bf3ec4e732ced3463d06de0ca9a15b615367702e74f10e0327ad868d138f2b4fdd6f033e75ff09dd601bbe69f3510391521896ea9ab1baa0efb9e19094440c317e21b34173cb38f07f89ddbebc2ac9128303fc16a5320fa475530d9583c34fd356ef56364d3f0f495b6ab9dcf8d3b5c6e0b01182be0c5cdcd5072bb1864cdee4d3d6ee369853df766fa44e1ed0ff613f563bd1c383cd30b7c298ab50293adfecb7b1819ca14e7ea6328a42e0eb13d585e4c22a5bfc9e07964f8dddeb95fc584cd965da5771bce93e200c36f7cd9dfd0e5deaad67d8ab4f4c10bf22aa353e27879133cd645920e395fedad7bbbed0eca3fe2e03416a75f4cea9109507cacd8e2f2aefca1d0c6e83f027327d8461063f4ac58a617e62166fc8586dfa4d1bc0e1742c08bf7177163c833dff4b38fc8d2872f1ec66c8349cc7260ae62e3b1396831a8398fd9d4f495e875a2e075a1a4a6e1b9770f67c6a1e7ce56d3d6fa748ab6d9af3fd7642e92efb79421734881b53e1e1b18b6f457c545a9ded88f18ecee47145a72c0c0c7c76d30bd3dcaefc96f40275bdc0a2838023a778dfaecdc212708f721b7889a1158154dfa42caddbd0694a4e9bdc8d82c8d1619ad8176d665453cfb2e55f0a684eceee76fc522773286a895bc8436b53b3a3d6ab90ce0268229151c9bde119f61408e3afb633e50cdf1b20de6f46672b32a1f754ba1c09b3695e0cb6cde7f66f041e16a60928b05a7e228a89c3799093f65e080a295f8076b1c5722a46aa2072b030ba126b2f4b2374f342be9ed447f39f8317fbdb1988ef4c628eba0259144f683a84163b3523afe57c2e008bc8c03afdbd66e7929b125f8597834fa83a4ea5d2f1c4608232e07d3aa3d998e5135fc490ca45c00b1249bbe3554a4fdf6fb3295c76acbf4caaed33c36b1b5fc2cb1735b90b4568125ed6c3f678819b6e058a3f390d88e4c41f2747bfa2f1b5f87db14bfa6bb14875e45bba028a21ed380467cbbc409ec990f19c78c75bd1e06f215e2c420d928d4bf8ce0ff2ec19b37151432bb90e8976aab5298d5da10fe66f21dd2ddea18f00665ce8623e36bd4e3c7c5ad61ab143223efbc24c7d2583be69251d09bf41544a3365a46c9077ebb5e35c3fbd7939d674997cdb4692d34de8633c428dd2c7955ce926456240b2ff0100bde35f4a8d465e6e1edc05f3d8ab658c551d1fe173d08e959397adf34b1d77e88d7f033ab37c30201f73f142449d037028d43ec517d68b6edd3015b3edc9a11367b9778d5d219c5080b9a6a17bef029331cfe9fc289c3ff0af142b6d3bead98a92368d30a9594728bc39aa24be94b319d213ef815416f775098fe977004015c619393db85ed909c13838ff95ccfa94cebd9c7e1249ffc03eb9ded908c236bd1996d2a38a4a9316c49e5a833517c45d310707647966b7343c29048673252e490f7368613985ec49eb8f757ae6439e879bb2a54229abfcfa5649e7003b83dd475529492cc227532d17e56e07902b254dfad1098dce83da57b0395e163467c9dae521bf4b9ec30ad9f68f89b29639786cb62ef812b4ba287f5ee0bc9d43bbf5bbe87fb26657d5ff9020d2abefe558796b99584e2ef524fbf3d9fe611d5a8e90fefdc9ced3d2c21991e3bef5e069713af9fa6caac627ab1ccbdb62ec96e702f07f6425bf899139df5e1059396431415e770c6dd38b3eff8baf56627478ec76a704e9b52ec8956637a99787bd197eacd77acce5e6974ce5ac660610b44d9b9fed0ff9548c9e1074f5b3f9fc8ea15d152add0729465b9eea6e1cc6bb9f0cd2a47751a186ff0935e4cd5920aa6c7c996a5ee53a70fa97da629b098b75c294dffdc3e463904a3c65c2974270fd093ee8a9bf8ae7d0b2723d092b63885e0d7c260cc007e8b9d5f93f983524def3dca464469d2cf9f3e698d51a19d8a121ce581499d7b7016687f6ffaa6bb0b408017b62254211691b573278a4a86960eeb576a8fd4c9ec69975fd0b37cd7dbbb00f97ba6ce92bf5add2b44928ae11fb9384c4cf38708677c48c45147dee729311ef5b5c3003946c48feb160de1de89d9058fcb0b968dbbbd685ef059938ba799aaa845e1c2e8a762bd07e1cd7dca89a1678042477183b7ac3fda4fb5c6e93e74d3df8527599fa626424c56ff4ce4aaf9573aa5dff913df997aa0a080f42e6f13b3a2df133f073095dd202cb962ac59075b964b07152d234b70c8ffe9a587b126f152ed3d89a146b4453def184ad8f4755ff269862ea77393dd069059b7ef840f0c74a814ec9237b6ecec5decca5ed3d6b8079e2e7e7bacc9f276dc611d6ebaafc66cc0879c71b5db5cd1f491a404d6854880943e5c3cd9ca259b8619251a19057cff70779273e95aa61afa34a7f984eeabdbb0a7d494132ee565ded5353c5ee48d0b7d48c591b8f4309fc3d7152ba9336a670e36d0ed79bc4302522a2b2726fb0a03bb19f2d8d9524d7f1de29e6da19d22b51c68001e7e0e5442a0e188f5033bc65bf8d78622277c4e3988c7f88ebcb58c6ce932b957b6f332013d407166ec4fa56eb1e1f8cbe183b9e00da03b685a0dd18fb6a08af0923de01385974ed5904a438616ff7bdb3f74390f28b5d49b3020afeecd95b4009adf4ca8baa56554f96369ab93e4f3bb068c22903ce9225fca3e988c2af215d4e544d30a09c8844ba8f0936c20bd791130d6b62b24d495052a8ce66358eb576b8912c8a5e00132373a7031000fd987a3c9f87b8d5e957f297893487bd98fa830fa641347d1e990583c9c67424d369f3414728ef2217062e9a397a1dca429e7d70bc6ca7ef605fc8dba5425d6965fbd4c8fbe1fa8f15eda80c50adb0e71943adc8015cf37a749d808e46495a8da1e5352d03caeb3e3e393c77e35a4a3f3cbd1e429b5dc1d7f7abc18fcb43975065399b0d1e48e2a79ea27c279e471f4d180b08d62b00a1c9ac0159c94d8d0cbedc973445af2da6c4b761a28b734fe93831e3fb400ce8706409663226af2f3114485aa4e0a23b4140f6969d5213fd0ece03148e62e461eb73ce398c39f506af761d2277d853a92bd4c9ab730f5513206b999ec0d90d1fb82aa4b0af34c2313a562076992e50aa30777d5c17d4066b82ab86dff8a46af6ffa7cdfad1a5aaf8370ebeda47a1ff1c39766527f2b5d3e95d4a733fcfb77bd7e7e7757b1e12abcb736ab9a754ffb617a5878a7ab84fb43402106c575658472fa006f52e9102a8d3be2fe5614f42ba9893636638817772e42b59d74cff571fbb3149e9677a5989fd342ae44213df68868a4a042cf4fd6bfb47701cbc8a1653ada1ff8a7b5dc7a7d1f0ed65aaa29c04b1ef7e6c85504ce6e82442c770f7c8606f0bf8229696f7a3bb4700cfddef19fa23f82161242827b703e6acf9c726942a1e438af86134b65d0f10fe33d30dd76442e96da2f590cd7246bbde0051047b0d6f78f85517967795eeef66c225f7883bdcb8f53295a73878494e9bc8dd6c3c7104f045117b0e0a11a242b9765e79cbf113ffc221309746013ac554571fbd180e1c84c5bde74a8f110656874902f07378009cedebb6e872f539bef8c3f919874e9d76cdd60ea0045eb7a6ec44c54d29ed402eecca5b6365d9607ee5a9d336962c5349872ed9fc22fc182d371c3e9ed31609431fefc0e570cb3860f2a6d4b38c6490d9dcb88e0137649590b755372b040afada2557a7b2e94197ff767970b67041697cfecdb276f634854f3ef915e2e980c310aa1883c6411f7873cb83dacb17b0afc58a2fc6ed39fd083f55d4182bf88826dbd686fd640be98efaae0091fa301e613a597e50502f5ff68e3e25b9114205d4a0336dcbab05b9d5ad24f4333c7658a0e084b6fbb10729ed4da8c3d3f5a3ae7c985d8ce590ad8981ca2c8286f79f599540e65972dce68dad4d52d063967f0a70584d9ee44e457ddef7f2c4f25dc8fa8653644a684f98ea8fe223c713b77189a77757b505cfd34c64c85ca5b5690ee5293854d6fae5ee42911677c739ee1734486e2c0be24560d78c5e599c2a9c9d0bbd2274ad4786c3abca69fa097b85867d9a4eae27d77ca20db309e056e3d2dcd7d697eabe3a1649ffa2b3ff8c02ebfd5659f69adc1e107f7f7d035d7baf04342e1ca091d584fced301b442654dd8c23b3fc9b1d10e7bafa4421218a51b1e1f1b0ba26f3ef77ac0e3619e98159e9b6febf557eb163727917cbba1eea208541a643e741534b76d325a8f591b52d302e7181331979d472a84804b9f647bc185a877a8b5ca46c1b9512a7a8315fa3c5a946e82653b8a614226a953a8cd9526fca6fe9ba545fbc6d3e05ebd93369ce542e8f2322d63dc7ed1010d3c3b8269faf0ba7491d4e96ed478dab8595a7dbda4cbcbee168fc0e190d8267e36708f955d7ab048990dec8ce6abb3e952a85b8551ba726a1227060ad92489947d410d897474079c1477bcbe3365e6ac95ea2c0343a2395834dd115f89503138416a242f40fb7d7f338e13fe9d84310e77f13a6d184dbf1232f3d1c38a09acc34845c6be3a127a5aacaf9cfdf10e8fc047a44b08ed031e1f0ed1705f2172834666788607efbfca35afb374db120f0a8e5646ef5a30154e9f6deb57aeee35c98205091e18d1140e9f38cf6da9003b743b65f4c0ccd295cc484e579b04d152845ec0a378394003c96da594be83ab3ecd0db773eb2dc1b0a17836a1e165421110ba03099a1c0393373c5b43289dff07669d7a23de0ef88d2f7129e7577ef1154f3240ad5b9b413aa7346a1e01161aaa0b6d1345dd8fe4e481144d84539fd53b59e3bb12d203f45a912eeaf2ac1dd209cbcc5e5d1c6e28598e8cbbe8555d6702c950ecb729a966504af0a635335f5352088d7d9bf74191e006d8e24cf340f1b1f65b6df5b5e3f94d95b11dafe4a6222cdb5b34375400904f03d8e6a5cb70ab375662576bd1ac5aaf16b3fca49188905e74c28e489b44e954ec0b9bca0266e33d3f546cb5436a10798e657d9738db3aed920cf82ab059bfccbd02be6a3cec07e9ba5f5bb252d13f5f431e4bbb621bf66ddb7c962aa0d22ac97d69b793077e29b11be80ab57e1a2ecabb7da3306c9882bbac1c7093bd2504188127765819f3cd308f1455b3fa09a282e0d496f403c6b06952c750899bb03d998e631860c24cd76e1ce41366a4bbe8a49b02a028c52f1bd66cc19d05628bd8bf27af3ad6fe131d7f5a6b38b23cc967316c13dae2f718499c1c8cef6730f9fd03c8125cabd96409bf894217686ba124d7356686c9502e4a16930e414107ee22b6198c578fcfa0860e83a4c3a763a7e62d825349f7a4f23670e1833f3fdb077ca70bbd5d66b1a59b315fc9a3002ce38bbe070ec3f536660e59856b4de58a219bcf4e27eba38c19f571e251e61cb8dd3612f26d5ecfd6baf65e0b240ce177cf70da146c8dc8e56954b4f6347e897f954495eab16a88f7664060cc52bc6f3d620bcedc94a4b6eda80a3d5b344bc40f3bc04f65b7a3578f121ce07d74717e0b1f21d122e0452106138bc5af6023646ede0e1f7c1eac7539059724f73a9969845dfe4146c5660e7f100b7b36092fb9b06dfb4fac3609317a614fd06c325499f1680b9896beedeb4734ba6f3de83d861c3176a6273cac6dd947bf06a885db0d477d707121934ff863923f49e5241343aa7acb6a06a751e7db8e1af0cb3aca1ae2d001862420452920f07591c6fcb220ffe637cda29bb3f607cdfd23373b17c6b337251c22b7ea57d395771085aab05244a4fb8fd91bf4ee92c8c96e4c37100777c7190b76d28233e3796ae838835da0b6f6ea37bcf8bcb76a9aeddfc689c1d0e3b9ccc3ab651bc50f49c89d1e7298bb9930789c8ed59d4846ba9f2a6976570b0353203ec44742170e01938fc48a2cfb5f2217fbfb00722d16a5cdae362b8d27a1d8f8c7b78b4330918317b57931b6b7a7d29490fe5ec9f948aedb8880cab8c45637abc7493ecddd839ab46820b524afda05122893c2fe8ef90f2aca5c640289d0a29417bcb63a379c838d2e45b2ad1094d42f4ef36764f61700002963a49da13542e0726b7bb75853c3bce66e43be4f209556518c2fcb546883966fd8f918a4aa29be29d2c386fb49182f81e6a13cf5eaa496d51fea6406d296c101daa88a51f6ca8cfc1ac79b509fd81843ad7f202f26c1a174c735758526e359e83860db1d11b6acca57d8ea88ef0d3930a7b6c95bd2b32ed45989c61f94f6d7e04a4d452035300f18b984988c"
9	2	0	{"text": "c4ca4238a0b923820dcc509a6f75849bc81e728d9d4c2f636f067f89cc14862ceccbc87e4b5ce2fe28308fd9f2a7baf3a87ff679a2f3e71d9181a67b7542122ce4da3b7fbbce2345d7772b0674a318d51679091c5a880faf6fb5e6087eb1b2dc8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d45c48cce2e2d7fbdea1afc51c7c6ad26d3d9446802a44259755d38e6d163e8206512bd43d9caa6e02c990b0a82652dcac20ad4d76fe97759aa27a0c99bff6710c51ce410c124a10e0db5e4b97fc2af39aab3238922bcc25a6f606eb525ffdc569bf31c7ff062936a96d3c8bd1f8f2ff3c74d97b01eae257e44aa9d5bade97baf70efdf2ec9b086079795c442636b55fb6f4922f45568161a8cdf4ad2299f6d231f0e3dad99908345f7439f8ffabdffc498f13708210194c475687be6106a3b843c59dc048e8850243be8079a5c74d079b6d767d2f8ed5d21a44b0e5886680cb937693cfc748049e45d87b8c7d8b9aacd1ff1de774005f8da13f42943881c655f8e296a067a37563370ded05f5a3bf3ec4e732ced3463d06de0ca9a15b615367702e74f10e0327ad868d138f2b4fdd6f033e75ff09dd601bbe69f3510391521896ea9ab1baa0efb9e19094440c317e21b34173cb38f07f89ddbebc2ac9128303fc16a5320fa475530d9583c34fd356ef56364d3f0f495b6ab9dcf8d3b5c6e0b01182be0c5cdcd5072bb1864cdee4d3d6ee369853df766fa44e1ed0ff613f563bd1c383cd30b7c298ab50293adfecb7b1819ca14e7ea6328a42e0eb13d585e4c22a5bfc9e07964f8dddeb95fc584cd965da5771bce93e200c36f7cd9dfd0e5deaad67d8ab4f4c10bf22aa353e27879133cd645920e395fedad7bbbed0eca3fe2e03416a75f4cea9109507cacd8e2f2aefca1d0c6e83f027327d8461063f4ac58a617e62166fc8586dfa4d1bc0e1742c08bf7177163c833dff4b38fc8d2872f1ec66c8349cc7260ae62e3b1396831a8398fd9d4f495e875a2e075a1a4a6e1b9770f67c6a1e7ce56d3d6fa748ab6d9af3fd7642e92efb79421734881b53e1e1b18b6f457c545a9ded88f18ecee47145a72c0c0c7c76d30bd3dcaefc96f40275bdc0a"}
9	3	0	null
9	4	0	{"a": null}
9	5	0	[]
10	0	0	0
10	1	0	1
10	2	0	2
10	3	0	3
10	4	0	4
10	5	0	5
10	6	0	6
10	7	0	7
10	8	0	8
10	9	0	9
10	10	0	10
10	11	0	11
10	12	0	12
10	13	0	13
10	14	0	14
10	15	0	15
10	16	0	16
10	17	0	17
10	18	0	18
10	19	0	19
10	20	0	20
10	21	0	21
10	22	0	22
10	23	0	23
10	24	0	24
10	25	0	25
10	26	0	26
10	27	0	27
10	28	0	28
10	29	0	29
10	30	0	30
10	31	0	31
10	32	0	32
10	33	0	33
10	34	0	34
10	35	0	35
10	36	0	36
10	37	0	37
10	38	0	38
10	39	0	39
10	40	0	40
10	41	0	41
10	42	0	42
10	43	0	43
10	44	0	44
10	45	0	45
10	46	0	46
10	47	0	47
10	48	0	48
10	49	0	49
10	50	0	50
10	51	0	51
10	52	0	52
10	53	0	53
10	54	0	54
10	55	0	55
10	56	0	56
10	57	0	57
10	58	0	58
10	59	0	59
10	60	0	60
10	61	0	61
10	62	0	62
10	63	0	63
10	64	0	64
10	65	0	65
10	66	0	66
10	67	0	67
10	68	0	68
10	69	0	69
10	70	0	70
10	71	0	71
10	72	0	72
10	73	0	73
10	74	0	74
10	75	0	75
10	76	0	76
10	77	0	77
10	78	0	78
10	79	0	79
10	80	0	80
10	81	0	81
10	82	0	82
10	83	0	83
10	84	0	84
10	85	0	85
10	86	0	86
10	87	0	87
10	88	0	88
10	89	0	89
10	90	0	90
10	91	0	91
10	92	0	92
10	93	0	93
10	94	0	94
10	95	0	95
10	96	0	96
10	97	0	97
10	98	0	98
10	99	0	99
10	100	0	100
10	101	0	101
10	102	0	102
10	103	0	103
10	104	0	104
10	105	0	105
10	106	0	106
10	107	0	107
10	108	0	108
10	109	0	109
10	110	0	110
10	111	0	111
10	112	0	112
10	113	0	113
10	114	0	114
10	115	0	115
10	116	0	116
10	117	0	117
10	118	0	118
10	119	0	119
10	120	0	120
10	121	0	121
10	122	0	122
10	123	0	123
10	124	0	124
10	125	0	125
10	126	0	126
10	127	0	127
10	128	0	128
10	129	0	129
10	130	0	130
10	131	0	131
10	132	0	132
10	133	0	133
10	134	0	134
10	135	0	135
10	136	0	136
10	137	0	137
10	138	0	138
10	139	0	139
10	140	0	140
10	141	0	141
10	142	0	142
10	143	0	143
10	144	0	144
10	145	0	145
10	146	0	146
10	147	0	147
10	148	0	148
10	149	0	149
10	150	0	150
10	151	0	151
10	152	0	152
10	153	0	153
10	154	0	154
10	155	0	155
10	156	0	156
10	157	0	157
10	158	0	158
10	159	0	159
10	160	0	160
10	161	0	161
10	162	0	162
10	163	0	163
10	164	0	164
10	165	0	165
10	166	0	166
10	167	0	167
10	168	0	168
10	169	0	169
10	170	0	170
10	171	0	171
10	172	0	172
10	173	0	173
10	174	0	174
10	175	0	175
10	176	0	176
10	177	0	177
10	178	0	178
10	179	0	179
10	180	0	180
10	181	0	181
10	182	0	182
10	183	0	183
10	184	0	184
10	185	0	185
10	186	0	186
10	187	0	187
10	188	0	188
10	189	0	189
10	190	0	190
10	191	0	191
10	192	0	192
10	193	0	193
10	194	0	194
10	195	0	195
10	196	0	196
10	197	0	197
10	198	0	198
10	199	0	199
10	200	0	200
10	201	0	201
10	202	0	202
10	203	0	203
10	204	0	204
10	205	0	205
10	206	0	206
10	207	0	207
10	208	0	208
10	209	0	209
10	210	0	210
10	211	0	211
10	212	0	212
10	213	0	213
10	214	0	214
10	215	0	215
10	216	0	216
10	217	0	217
10	218	0	218
10	219	0	219
10	220	0	220
10	221	0	221
10	222	0	222
10	223	0	223
10	224	0	224
10	225	0	225
10	226	0	226
10	227	0	227
10	228	0	228
10	229	0	229
10	230	0	230
10	231	0	231
10	232	0	232
10	233	0	233
10	234	0	234
10	235	0	235
10	236	0	236
10	237	0	237
10	238	0	238
10	239	0	239
10	240	0	240
10	241	0	241
10	242	0	242
10	243	0	243
10	244	0	244
10	245	0	245
10	246	0	246
10	247	0	247
10	248	0	248
10	249	0	249
10	250	0	250
10	251	0	251
10	252	0	252
10	253	0	253
10	254	0	254
10	255	0	255
10	256	0	256
10	257	0	257
10	258	0	258
10	259	0	259
10	260	0	260
10	261	0	261
10	262	0	262
10	263	0	263
10	264	0	264
10	265	0	265
10	266	0	266
10	267	0	267
10	268	0	268
10	269	0	269
10	270	0	270
10	271	0	271
10	272	0	272
10	273	0	273
10	274	0	274
10	275	0	275
10	276	0	276
10	277	0	277
10	278	0	278
10	279	0	279
10	280	0	280
10	281	0	281
10	282	0	282
10	283	0	283
10	284	0	284
10	285	0	285
10	286	0	286
10	287	0	287
10	288	0	288
10	289	0	289
10	290	0	290
10	291	0	291
10	292	0	292
10	293	0	293
10	294	0	294
10	295	0	295
10	296	0	296
10	297	0	297
10	298	0	298
10	299	0	299
10	300	0	300
10	301	0	301
10	302	0	302
10	303	0	303
10	304	0	304
10	305	0	305
10	306	0	306
10	307	0	307
10	308	0	308
10	309	0	309
10	310	0	310
10	311	0	311
10	312	0	312
10	313	0	313
10	314	0	314
10	315	0	315
10	316	0	316
10	317	0	317
10	318	0	318
10	319	0	319
10	320	0	320
10	321	0	321
10	322	0	322
10	323	0	323
10	324	0	324
10	325	0	325
10	326	0	326
10	327	0	327
10	328	0	328
10	329	0	329
10	330	0	330
10	331	0	331
10	332	0	332
10	333	0	333
10	334	0	334
10	335	0	335
10	336	0	336
10	337	0	337
10	338	0	338
10	339	0	339
10	340	0	340
10	341	0	341
10	342	0	342
10	343	0	343
10	344	0	344
10	345	0	345
10	346	0	346
10	347	0	347
10	348	0	348
10	349	0	349
10	350	0	350
10	351	0	351
10	352	0	352
10	353	0	353
10	354	0	354
10	355	0	355
10	356	0	356
10	357	0	357
10	358	0	358
10	359	0	359
10	360	0	360
10	361	0	361
10	362	0	362
10	363	0	363
10	364	0	364
10	365	0	365
10	366	0	366
10	367	0	367
10	368	0	368
10	369	0	369
10	370	0	370
10	371	0	371
10	372	0	372
10	373	0	373
10	374	0	374
10	375	0	375
10	376	0	376
10	377	0	377
10	378	0	378
10	379	0	379
10	380	0	380
10	381	0	381
10	382	0	382
10	383	0	383
10	384	0	384
10	385	0	385
10	386	0	386
10	387	0	387
10	388	0	388
10	389	0	389
10	390	0	390
10	391	0	391
10	392	0	392
10	393	0	393
10	394	0	394
10	395	0	395
10	396	0	396
10	397	0	397
10	398	0	398
10	399	0	399
10	400	0	400
10	401	0	401
10	402	0	402
10	403	0	403
10	404	0	404
10	405	0	405
10	406	0	406
10	407	0	407
10	408	0	408
10	409	0	409
10	410	0	410
10	411	0	411
10	412	0	412
10	413	0	413
10	414	0	414
10	415	0	415
10	416	0	416
10	417	0	417
10	418	0	418
10	419	0	419
10	420	0	420
10	421	0	421
10	422	0	422
10	423	0	423
10	424	0	424
10	425	0	425
10	426	0	426
10	427	0	427
10	428	0	428
10	429	0	429
10	430	0	430
10	431	0	431
10	432	0	432
10	433	0	433
10	434	0	434
10	435	0	435
10	436	0	436
10	437	0	437
10	438	0	438
10	439	0	439
10	440	0	440
10	441	0	441
10	442	0	442
10	443	0	443
10	444	0	444
10	445	0	445
10	446	0	446
10	447	0	447
10	448	0	448
10	449	0	449
10	450	0	450
10	451	0	451
10	452	0	452
10	453	0	453
10	454	0	454
10	455	0	455
10	456	0	456
10	457	0	457
10	458	0	458
10	459	0	459
10	460	0	460
10	461	0	461
10	462	0	462
10	463	0	463
10	464	0	464
10	465	0	465
10	466	0	466
10	467	0	467
10	468	0	468
10	469	0	469
10	470	0	470
10	471	0	471
10	472	0	472
10	473	0	473
10	474	0	474
10	475	0	475
10	476	0	476
10	477	0	477
10	478	0	478
10	479	0	479
10	480	0	480
10	481	0	481
10	482	0	482
10	483	0	483
10	484	0	484
10	485	0	485
10	486	0	486
10	487	0	487
10	488	0	488
10	489	0	489
10	490	0	490
10	491	0	491
10	492	0	492
10	493	0	493
10	494	0	494
10	495	0	495
10	496	0	496
10	497	0	497
10	498	0	498
10	499	0	499
10	500	0	500
10	501	0	501
10	502	0	502
10	503	0	503
10	504	0	504
10	505	0	505
10	506	0	506
10	507	0	507
10	508	0	508
10	509	0	509
10	510	0	510
10	511	0	511
10	512	0	512
10	513	0	513
10	514	0	514
10	515	0	515
10	516	0	516
10	517	0	517
10	518	0	518
10	519	0	519
10	520	0	520
10	521	0	521
10	522	0	522
10	523	0	523
10	524	0	524
10	525	0	525
10	526	0	526
10	527	0	527
10	528	0	528
10	529	0	529
10	530	0	530
10	531	0	531
10	532	0	532
10	533	0	533
10	534	0	534
10	535	0	535
10	536	0	536
10	537	0	537
10	538	0	538
10	539	0	539
10	540	0	540
10	541	0	541
10	542	0	542
10	543	0	543
10	544	0	544
10	545	0	545
10	546	0	546
10	547	0	547
10	548	0	548
10	549	0	549
10	550	0	550
10	551	0	551
10	552	0	552
10	553	0	553
10	554	0	554
10	555	0	555
10	556	0	556
10	557	0	557
10	558	0	558
10	559	0	559
10	560	0	560
10	561	0	561
10	562	0	562
10	563	0	563
10	564	0	564
10	565	0	565
10	566	0	566
10	567	0	567
10	568	0	568
10	569	0	569
10	570	0	570
10	571	0	571
10	572	0	572
10	573	0	573
10	574	0	574
10	575	0	575
10	576	0	576
10	577	0	577
10	578	0	578
10	579	0	579
10	580	0	580
10	581	0	581
10	582	0	582
10	583	0	583
10	584	0	584
10	585	0	585
10	586	0	586
10	587	0	587
10	588	0	588
10	589	0	589
10	590	0	590
10	591	0	591
10	592	0	592
10	593	0	593
10	594	0	594
10	595	0	595
10	596	0	596
10	597	0	597
10	598	0	598
10	599	0	599
10	600	0	600
10	601	0	601
10	602	0	602
10	603	0	603
10	604	0	604
10	605	0	605
10	606	0	606
10	607	0	607
10	608	0	608
10	609	0	609
10	610	0	610
10	611	0	611
10	612	0	612
10	613	0	613
10	614	0	614
10	615	0	615
10	616	0	616
10	617	0	617
10	618	0	618
10	619	0	619
10	620	0	620
10	621	0	621
10	622	0	622
10	623	0	623
10	624	0	624
10	625	0	625
10	626	0	626
10	627	0	627
10	628	0	628
10	629	0	629
10	630	0	630
10	631	0	631
10	632	0	632
10	633	0	633
10	634	0	634
10	635	0	635
10	636	0	636
10	637	0	637
10	638	0	638
10	639	0	639
10	640	0	640
10	641	0	641
10	642	0	642
10	643	0	643
10	644	0	644
10	645	0	645
10	646	0	646
10	647	0	647
10	648	0	648
10	649	0	649
10	650	0	650
10	651	0	651
10	652	0	652
10	653	0	653
10	654	0	654
10	655	0	655
10	656	0	656
10	657	0	657
10	658	0	658
10	659	0	659
10	660	0	660
10	661	0	661
10	662	0	662
10	663	0	663
10	664	0	664
10	665	0	665
10	666	0	666
10	667	0	667
10	668	0	668
10	669	0	669
10	670	0	670
10	671	0	671
10	672	0	672
10	673	0	673
10	674	0	674
10	675	0	675
10	676	0	676
10	677	0	677
10	678	0	678
10	679	0	679
10	680	0	680
10	681	0	681
10	682	0	682
10	683	0	683
10	684	0	684
10	685	0	685
10	686	0	686
10	687	0	687
10	688	0	688
10	689	0	689
10	690	0	690
10	691	0	691
10	692	0	692
10	693	0	693
10	694	0	694
10	695	0	695
10	696	0	696
10	697	0	697
10	698	0	698
10	699	0	699
10	700	0	700
10	701	0	701
10	702	0	702
10	703	0	703
10	704	0	704
10	705	0	705
10	706	0	706
10	707	0	707
10	708	0	708
10	709	0	709
10	710	0	710
10	711	0	711
10	712	0	712
10	713	0	713
10	714	0	714
10	715	0	715
10	716	0	716
10	717	0	717
10	718	0	718
10	719	0	719
10	720	0	720
10	721	0	721
10	722	0	722
10	723	0	723
10	724	0	724
10	725	0	725
10	726	0	726
10	727	0	727
10	728	0	728
10	729	0	729
10	730	0	730
10	731	0	731
10	732	0	732
10	733	0	733
10	734	0	734
10	735	0	735
10	736	0	736
10	737	0	737
10	738	0	738
10	739	0	739
10	740	0	740
10	741	0	741
10	742	0	742
10	743	0	743
10	744	0	744
10	745	0	745
10	746	0	746
10	747	0	747
10	748	0	748
10	749	0	749
10	750	0	750
10	751	0	751
10	752	0	752
10	753	0	753
10	754	0	754
10	755	0	755
10	756	0	756
10	757	0	757
10	758	0	758
10	759	0	759
10	760	0	760
10	761	0	761
10	762	0	762
10	763	0	763
10	764	0	764
10	765	0	765
10	766	0	766
10	767	0	767
10	768	0	768
10	769	0	769
10	770	0	770
10	771	0	771
10	772	0	772
10	773	0	773
10	774	0	774
10	775	0	775
10	776	0	776
10	777	0	777
10	778	0	778
10	779	0	779
10	780	0	780
10	781	0	781
10	782	0	782
10	783	0	783
10	784	0	784
10	785	0	785
10	786	0	786
10	787	0	787
10	788	0	788
10	789	0	789
10	790	0	790
10	791	0	791
10	792	0	792
10	793	0	793
10	794	0	794
10	795	0	795
10	796	0	796
10	797	0	797
10	798	0	798
10	799	0	799
10	800	0	800
10	801	0	801
10	802	0	802
10	803	0	803
10	804	0	804
10	805	0	805
10	806	0	806
10	807	0	807
10	808	0	808
10	809	0	809
10	810	0	810
10	811	0	811
10	812	0	812
10	813	0	813
10	814	0	814
10	815	0	815
10	816	0	816
10	817	0	817
10	818	0	818
10	819	0	819
10	820	0	820
10	821	0	821
10	822	0	822
10	823	0	823
10	824	0	824
10	825	0	825
10	826	0	826
10	827	0	827
10	828	0	828
10	829	0	829
10	830	0	830
10	831	0	831
10	832	0	832
10	833	0	833
10	834	0	834
10	835	0	835
10	836	0	836
10	837	0	837
10	838	0	838
10	839	0	839
10	840	0	840
10	841	0	841
10	842	0	842
10	843	0	843
10	844	0	844
10	845	0	845
10	846	0	846
10	847	0	847
10	848	0	848
10	849	0	849
10	850	0	850
10	851	0	851
10	852	0	852
10	853	0	853
10	854	0	854
10	855	0	855
10	856	0	856
10	857	0	857
10	858	0	858
10	859	0	859
10	860	0	860
10	861	0	861
10	862	0	862
10	863	0	863
10	864	0	864
10	865	0	865
10	866	0	866
10	867	0	867
10	868	0	868
10	869	0	869
10	870	0	870
10	871	0	871
10	872	0	872
10	873	0	873
10	874	0	874
10	875	0	875
10	876	0	876
10	877	0	877
10	878	0	878
10	879	0	879
10	880	0	880
10	881	0	881
10	882	0	882
10	883	0	883
10	884	0	884
10	885	0	885
10	886	0	886
10	887	0	887
10	888	0	888
10	889	0	889
10	890	0	890
10	891	0	891
10	892	0	892
10	893	0	893
10	894	0	894
10	895	0	895
10	896	0	896
10	897	0	897
10	898	0	898
10	899	0	899
10	900	0	900
10	901	0	901
10	902	0	902
10	903	0	903
10	904	0	904
10	905	0	905
10	906	0	906
10	907	0	907
10	908	0	908
10	909	0	909
10	910	0	910
10	911	0	911
10	912	0	912
10	913	0	913
10	914	0	914
10	915	0	915
10	916	0	916
10	917	0	917
10	918	0	918
10	919	0	919
10	920	0	920
10	921	0	921
10	922	0	922
10	923	0	923
10	924	0	924
10	925	0	925
10	926	0	926
10	927	0	927
10	928	0	928
10	929	0	929
10	930	0	930
10	931	0	931
10	932	0	932
10	933	0	933
10	934	0	934
10	935	0	935
10	936	0	936
10	937	0	937
10	938	0	938
10	939	0	939
10	940	0	940
10	941	0	941
10	942	0	942
10	943	0	943
10	944	0	944
10	945	0	945
10	946	0	946
10	947	0	947
10	948	0	948
10	949	0	949
10	950	0	950
10	951	0	951
10	952	0	952
10	953	0	953
10	954	0	954
10	955	0	955
10	956	0	956
10	957	0	957
10	958	0	958
10	959	0	959
10	960	0	960
10	961	0	961
10	962	0	962
10	963	0	963
10	964	0	964
10	965	0	965
10	966	0	966
10	967	0	967
10	968	0	968
10	969	0	969
10	970	0	970
10	971	0	971
10	972	0	972
10	973	0	973
10	974	0	974
10	975	0	975
10	976	0	976
10	977	0	977
10	978	0	978
10	979	0	979
10	980	0	980
10	981	0	981
10	982	0	982
10	983	0	983
10	984	0	984
10	985	0	985
10	986	0	986
10	987	0	987
10	988	0	988
10	989	0	989
10	990	0	990
10	991	0	991
10	992	0	992
10	993	0	993
10	994	0	994
10	995	0	995
10	996	0	996
10	997	0	997
10	998	0	998
10	999	0	999
10	1000	0	1000
10	1001	0	1001
10	1002	0	1002
10	1003	0	1003
10	1004	0	1004
10	1005	0	1005
10	1006	0	1006
10	1007	0	1007
10	1008	0	1008
10	1009	0	1009
10	1010	0	1010
10	1011	0	1011
10	1012	0	1012
10	1013	0	1013
10	1014	0	1014
10	1015	0	1015
10	1016	0	1016
10	1017	0	1017
10	1018	0	1018
10	1019	0	1019
10	1020	0	1020
10	1021	0	1021
10	1022	0	1022
10	1023	0	1023
10	1024	0	1024
10	1025	0	1025
10	1026	0	1026
10	1027	0	1027
10	1028	0	1028
10	1029	0	1029
10	1030	0	1030
10	1031	0	1031
10	1032	0	1032
10	1033	0	1033
10	1034	0	1034
10	1035	0	1035
10	1036	0	1036
10	1037	0	1037
10	1038	0	1038
10	1039	0	1039
10	1040	0	1040
10	1041	0	1041
10	1042	0	1042
10	1043	0	1043
10	1044	0	1044
10	1045	0	1045
10	1046	0	1046
10	1047	0	1047
10	1048	0	1048
10	1049	0	1049
10	1050	0	1050
10	1051	0	1051
10	1052	0	1052
10	1053	0	1053
10	1054	0	1054
10	1055	0	1055
10	1056	0	1056
10	1057	0	1057
10	1058	0	1058
10	1059	0	1059
10	1060	0	1060
10	1061	0	1061
10	1062	0	1062
10	1063	0	1063
10	1064	0	1064
10	1065	0	1065
10	1066	0	1066
10	1067	0	1067
10	1068	0	1068
10	1069	0	1069
10	1070	0	1070
10	1071	0	1071
10	1072	0	1072
10	1073	0	1073
10	1074	0	1074
10	1075	0	1075
10	1076	0	1076
10	1077	0	1077
10	1078	0	1078
10	1079	0	1079
10	1080	0	1080
10	1081	0	1081
10	1082	0	1082
10	1083	0	1083
10	1084	0	1084
10	1085	0	1085
10	1086	0	1086
10	1087	0	1087
10	1088	0	1088
10	1089	0	1089
10	1090	0	1090
10	1091	0	1091
10	1092	0	1092
10	1093	0	1093
10	1094	0	1094
10	1095	0	1095
10	1096	0	1096
10	1097	0	1097
10	1098	0	1098
10	1099	0	1099
10	1100	0	1100
10	1101	0	1101
10	1102	0	1102
10	1103	0	1103
10	1104	0	1104
10	1105	0	1105
10	1106	0	1106
10	1107	0	1107
10	1108	0	1108
10	1109	0	1109
10	1110	0	1110
10	1111	0	1111
10	1112	0	1112
10	1113	0	1113
10	1114	0	1114
10	1115	0	1115
10	1116	0	1116
10	1117	0	1117
10	1118	0	1118
10	1119	0	1119
10	1120	0	1120
10	1121	0	1121
10	1122	0	1122
10	1123	0	1123
10	1124	0	1124
10	1125	0	1125
10	1126	0	1126
10	1127	0	1127
10	1128	0	1128
10	1129	0	1129
10	1130	0	1130
10	1131	0	1131
10	1132	0	1132
10	1133	0	1133
10	1134	0	1134
10	1135	0	1135
10	1136	0	1136
10	1137	0	1137
10	1138	0	1138
10	1139	0	1139
10	1140	0	1140
10	1141	0	1141
10	1142	0	1142
10	1143	0	1143
10	1144	0	1144
10	1145	0	1145
10	1146	0	1146
10	1147	0	1147
10	1148	0	1148
10	1149	0	1149
10	1150	0	1150
10	1151	0	1151
10	1152	0	1152
10	1153	0	1153
10	1154	0	1154
10	1155	0	1155
10	1156	0	1156
10	1157	0	1157
10	1158	0	1158
10	1159	0	1159
10	1160	0	1160
10	1161	0	1161
10	1162	0	1162
10	1163	0	1163
10	1164	0	1164
10	1165	0	1165
10	1166	0	1166
10	1167	0	1167
10	1168	0	1168
10	1169	0	1169
10	1170	0	1170
10	1171	0	1171
10	1172	0	1172
10	1173	0	1173
10	1174	0	1174
10	1175	0	1175
10	1176	0	1176
10	1177	0	1177
10	1178	0	1178
10	1179	0	1179
10	1180	0	1180
10	1181	0	1181
10	1182	0	1182
10	1183	0	1183
10	1184	0	1184
10	1185	0	1185
10	1186	0	1186
10	1187	0	1187
10	1188	0	1188
10	1189	0	1189
10	1190	0	1190
10	1191	0	1191
10	1192	0	1192
10	1193	0	1193
10	1194	0	1194
10	1195	0	1195
10	1196	0	1196
10	1197	0	1197
10	1198	0	1198
10	1199	0	1199
10	1200	0	1200
10	1201	0	1201
10	1202	0	1202
10	1203	0	1203
10	1204	0	1204
10	1205	0	1205
10	1206	0	1206
10	1207	0	1207
10	1208	0	1208
10	1209	0	1209
10	1210	0	1210
10	1211	0	1211
10	1212	0	1212
10	1213	0	1213
10	1214	0	1214
10	1215	0	1215
10	1216	0	1216
10	1217	0	1217
10	1218	0	1218
10	1219	0	1219
10	1220	0	1220
10	1221	0	1221
10	1222	0	1222
10	1223	0	1223
10	1224	0	1224
10	1225	0	1225
10	1226	0	1226
10	1227	0	1227
10	1228	0	1228
10	1229	0	1229
10	1230	0	1230
10	1231	0	1231
10	1232	0	1232
10	1233	0	1233
10	1234	0	1234
10	1235	0	1235
10	1236	0	1236
10	1237	0	1237
10	1238	0	1238
10	1239	0	1239
10	1240	0	1240
10	1241	0	1241
10	1242	0	1242
10	1243	0	1243
10	1244	0	1244
10	1245	0	1245
10	1246	0	1246
10	1247	0	1247
10	1248	0	1248
10	1249	0	1249
10	1250	0	1250
10	1251	0	1251
10	1252	0	1252
10	1253	0	1253
10	1254	0	1254
10	1255	0	1255
10	1256	0	1256
10	1257	0	1257
10	1258	0	1258
10	1259	0	1259
10	1260	0	1260
10	1261	0	1261
10	1262	0	1262
10	1263	0	1263
10	1264	0	1264
10	1265	0	1265
10	1266	0	1266
10	1267	0	1267
10	1268	0	1268
10	1269	0	1269
10	1270	0	1270
10	1271	0	1271
10	1272	0	1272
10	1273	0	1273
10	1274	0	1274
10	1275	0	1275
10	1276	0	1276
10	1277	0	1277
10	1278	0	1278
10	1279	0	1279
10	1280	0	1280
10	1281	0	1281
10	1282	0	1282
10	1283	0	1283
10	1284	0	1284
10	1285	0	1285
10	1286	0	1286
10	1287	0	1287
10	1288	0	1288
10	1289	0	1289
10	1290	0	1290
10	1291	0	1291
10	1292	0	1292
10	1293	0	1293
10	1294	0	1294
10	1295	0	1295
10	1296	0	1296
10	1297	0	1297
10	1298	0	1298
10	1299	0	1299
10	1300	0	1300
10	1301	0	1301
10	1302	0	1302
10	1303	0	1303
10	1304	0	1304
10	1305	0	1305
10	1306	0	1306
10	1307	0	1307
10	1308	0	1308
10	1309	0	1309
10	1310	0	1310
10	1311	0	1311
10	1312	0	1312
10	1313	0	1313
10	1314	0	1314
10	1315	0	1315
10	1316	0	1316
10	1317	0	1317
10	1318	0	1318
10	1319	0	1319
10	1320	0	1320
10	1321	0	1321
10	1322	0	1322
10	1323	0	1323
10	1324	0	1324
10	1325	0	1325
10	1326	0	1326
10	1327	0	1327
10	1328	0	1328
10	1329	0	1329
10	1330	0	1330
10	1331	0	1331
10	1332	0	1332
10	1333	0	1333
10	1334	0	1334
10	1335	0	1335
10	1336	0	1336
10	1337	0	1337
10	1338	0	1338
10	1339	0	1339
10	1340	0	1340
10	1341	0	1341
10	1342	0	1342
10	1343	0	1343
10	1344	0	1344
10	1345	0	1345
10	1346	0	1346
10	1347	0	1347
10	1348	0	1348
10	1349	0	1349
10	1350	0	1350
10	1351	0	1351
10	1352	0	1352
10	1353	0	1353
10	1354	0	1354
10	1355	0	1355
10	1356	0	1356
10	1357	0	1357
10	1358	0	1358
10	1359	0	1359
10	1360	0	1360
10	1361	0	1361
10	1362	0	1362
10	1363	0	1363
10	1364	0	1364
10	1365	0	1365
10	1366	0	1366
10	1367	0	1367
10	1368	0	1368
10	1369	0	1369
10	1370	0	1370
10	1371	0	1371
10	1372	0	1372
10	1373	0	1373
10	1374	0	1374
10	1375	0	1375
10	1376	0	1376
10	1377	0	1377
10	1378	0	1378
10	1379	0	1379
10	1380	0	1380
10	1381	0	1381
10	1382	0	1382
10	1383	0	1383
10	1384	0	1384
10	1385	0	1385
10	1386	0	1386
10	1387	0	1387
10	1388	0	1388
10	1389	0	1389
10	1390	0	1390
10	1391	0	1391
10	1392	0	1392
10	1393	0	1393
10	1394	0	1394
10	1395	0	1395
10	1396	0	1396
10	1397	0	1397
10	1398	0	1398
10	1399	0	1399
10	1400	0	1400
10	1401	0	1401
10	1402	0	1402
10	1403	0	1403
10	1404	0	1404
10	1405	0	1405
10	1406	0	1406
10	1407	0	1407
10	1408	0	1408
10	1409	0	1409
10	1410	0	1410
10	1411	0	1411
10	1412	0	1412
10	1413	0	1413
10	1414	0	1414
10	1415	0	1415
10	1416	0	1416
10	1417	0	1417
10	1418	0	1418
10	1419	0	1419
10	1420	0	1420
10	1421	0	1421
10	1422	0	1422
10	1423	0	1423
10	1424	0	1424
10	1425	0	1425
10	1426	0	1426
10	1427	0	1427
10	1428	0	1428
10	1429	0	1429
10	1430	0	1430
10	1431	0	1431
10	1432	0	1432
10	1433	0	1433
10	1434	0	1434
10	1435	0	1435
10	1436	0	1436
10	1437	0	1437
10	1438	0	1438
10	1439	0	1439
10	1440	0	1440
10	1441	0	1441
10	1442	0	1442
10	1443	0	1443
10	1444	0	1444
10	1445	0	1445
10	1446	0	1446
10	1447	0	1447
10	1448	0	1448
10	1449	0	1449
10	1450	0	1450
10	1451	0	1451
10	1452	0	1452
10	1453	0	1453
10	1454	0	1454
10	1455	0	1455
10	1456	0	1456
10	1457	0	1457
10	1458	0	1458
10	1459	0	1459
10	1460	0	1460
10	1461	0	1461
10	1462	0	1462
10	1463	0	1463
10	1464	0	1464
10	1465	0	1465
10	1466	0	1466
10	1467	0	1467
10	1468	0	1468
10	1469	0	1469
10	1470	0	1470
10	1471	0	1471
10	1472	0	1472
10	1473	0	1473
10	1474	0	1474
10	1475	0	1475
10	1476	0	1476
10	1477	0	1477
10	1478	0	1478
10	1479	0	1479
10	1480	0	1480
10	1481	0	1481
10	1482	0	1482
10	1483	0	1483
10	1484	0	1484
10	1485	0	1485
10	1486	0	1486
10	1487	0	1487
10	1488	0	1488
10	1489	0	1489
10	1490	0	1490
10	1491	0	1491
10	1492	0	1492
10	1493	0	1493
10	1494	0	1494
10	1495	0	1495
10	1496	0	1496
10	1497	0	1497
10	1498	0	1498
10	1499	0	1499
10	1500	0	1500
10	1501	0	1501
10	1502	0	1502
10	1503	0	1503
10	1504	0	1504
10	1505	0	1505
10	1506	0	1506
10	1507	0	1507
10	1508	0	1508
10	1509	0	1509
10	1510	0	1510
10	1511	0	1511
10	1512	0	1512
10	1513	0	1513
10	1514	0	1514
10	1515	0	1515
10	1516	0	1516
10	1517	0	1517
10	1518	0	1518
10	1519	0	1519
10	1520	0	1520
10	1521	0	1521
10	1522	0	1522
10	1523	0	1523
10	1524	0	1524
10	1525	0	1525
10	1526	0	1526
10	1527	0	1527
10	1528	0	1528
10	1529	0	1529
10	1530	0	1530
10	1531	0	1531
10	1532	0	1532
10	1533	0	1533
10	1534	0	1534
10	1535	0	1535
10	1536	0	1536
10	1537	0	1537
10	1538	0	1538
10	1539	0	1539
10	1540	0	1540
10	1541	0	1541
10	1542	0	1542
10	1543	0	1543
10	1544	0	1544
10	1545	0	1545
10	1546	0	1546
10	1547	0	1547
10	1548	0	1548
10	1549	0	1549
10	1550	0	1550
10	1551	0	1551
10	1552	0	1552
10	1553	0	1553
10	1554	0	1554
10	1555	0	1555
10	1556	0	1556
10	1557	0	1557
10	1558	0	1558
10	1559	0	1559
10	1560	0	1560
10	1561	0	1561
10	1562	0	1562
10	1563	0	1563
10	1564	0	1564
10	1565	0	1565
10	1566	0	1566
10	1567	0	1567
10	1568	0	1568
10	1569	0	1569
10	1570	0	1570
10	1571	0	1571
10	1572	0	1572
10	1573	0	1573
10	1574	0	1574
10	1575	0	1575
10	1576	0	1576
10	1577	0	1577
10	1578	0	1578
10	1579	0	1579
10	1580	0	1580
10	1581	0	1581
10	1582	0	1582
10	1583	0	1583
10	1584	0	1584
10	1585	0	1585
10	1586	0	1586
10	1587	0	1587
10	1588	0	1588
10	1589	0	1589
10	1590	0	1590
10	1591	0	1591
10	1592	0	1592
10	1593	0	1593
10	1594	0	1594
10	1595	0	1595
10	1596	0	1596
10	1597	0	1597
10	1598	0	1598
10	1599	0	1599
10	1600	0	1600
10	1601	0	1601
10	1602	0	1602
10	1603	0	1603
10	1604	0	1604
10	1605	0	1605
10	1606	0	1606
10	1607	0	1607
10	1608	0	1608
10	1609	0	1609
10	1610	0	1610
10	1611	0	1611
10	1612	0	1612
10	1613	0	1613
10	1614	0	1614
10	1615	0	1615
10	1616	0	1616
10	1617	0	1617
10	1618	0	1618
10	1619	0	1619
10	1620	0	1620
10	1621	0	1621
10	1622	0	1622
10	1623	0	1623
10	1624	0	1624
10	1625	0	1625
10	1626	0	1626
10	1627	0	1627
10	1628	0	1628
10	1629	0	1629
10	1630	0	1630
10	1631	0	1631
10	1632	0	1632
10	1633	0	1633
10	1634	0	1634
10	1635	0	1635
10	1636	0	1636
10	1637	0	1637
10	1638	0	1638
10	1639	0	1639
10	1640	0	1640
10	1641	0	1641
10	1642	0	1642
10	1643	0	1643
10	1644	0	1644
10	1645	0	1645
10	1646	0	1646
10	1647	0	1647
10	1648	0	1648
10	1649	0	1649
10	1650	0	1650
10	1651	0	1651
10	1652	0	1652
10	1653	0	1653
10	1654	0	1654
10	1655	0	1655
10	1656	0	1656
10	1657	0	1657
10	1658	0	1658
10	1659	0	1659
10	1660	0	1660
10	1661	0	1661
10	1662	0	1662
10	1663	0	1663
10	1664	0	1664
10	1665	0	1665
10	1666	0	1666
10	1667	0	1667
10	1668	0	1668
10	1669	0	1669
10	1670	0	1670
10	1671	0	1671
10	1672	0	1672
10	1673	0	1673
10	1674	0	1674
10	1675	0	1675
10	1676	0	1676
10	1677	0	1677
10	1678	0	1678
10	1679	0	1679
10	1680	0	1680
10	1681	0	1681
10	1682	0	1682
10	1683	0	1683
10	1684	0	1684
10	1685	0	1685
10	1686	0	1686
10	1687	0	1687
10	1688	0	1688
10	1689	0	1689
10	1690	0	1690
10	1691	0	1691
10	1692	0	1692
10	1693	0	1693
10	1694	0	1694
10	1695	0	1695
10	1696	0	1696
10	1697	0	1697
10	1698	0	1698
10	1699	0	1699
10	1700	0	1700
10	1701	0	1701
10	1702	0	1702
10	1703	0	1703
10	1704	0	1704
10	1705	0	1705
10	1706	0	1706
10	1707	0	1707
10	1708	0	1708
10	1709	0	1709
10	1710	0	1710
10	1711	0	1711
10	1712	0	1712
10	1713	0	1713
10	1714	0	1714
10	1715	0	1715
10	1716	0	1716
10	1717	0	1717
10	1718	0	1718
10	1719	0	1719
10	1720	0	1720
10	1721	0	1721
10	1722	0	1722
10	1723	0	1723
10	1724	0	1724
10	1725	0	1725
10	1726	0	1726
10	1727	0	1727
10	1728	0	1728
10	1729	0	1729
10	1730	0	1730
10	1731	0	1731
10	1732	0	1732
10	1733	0	1733
10	1734	0	1734
10	1735	0	1735
10	1736	0	1736
10	1737	0	1737
10	1738	0	1738
10	1739	0	1739
10	1740	0	1740
10	1741	0	1741
10	1742	0	1742
10	1743	0	1743
10	1744	0	1744
10	1745	0	1745
10	1746	0	1746
10	1747	0	1747
10	1748	0	1748
10	1749	0	1749
10	1750	0	1750
10	1751	0	1751
10	1752	0	1752
10	1753	0	1753
10	1754	0	1754
10	1755	0	1755
10	1756	0	1756
10	1757	0	1757
10	1758	0	1758
10	1759	0	1759
10	1760	0	1760
10	1761	0	1761
10	1762	0	1762
10	1763	0	1763
10	1764	0	1764
10	1765	0	1765
10	1766	0	1766
10	1767	0	1767
10	1768	0	1768
10	1769	0	1769
10	1770	0	1770
10	1771	0	1771
10	1772	0	1772
10	1773	0	1773
10	1774	0	1774
10	1775	0	1775
10	1776	0	1776
10	1777	0	1777
10	1778	0	1778
10	1779	0	1779
10	1780	0	1780
10	1781	0	1781
10	1782	0	1782
10	1783	0	1783
10	1784	0	1784
10	1785	0	1785
10	1786	0	1786
10	1787	0	1787
10	1788	0	1788
10	1789	0	1789
10	1790	0	1790
10	1791	0	1791
10	1792	0	1792
10	1793	0	1793
10	1794	0	1794
10	1795	0	1795
10	1796	0	1796
10	1797	0	1797
10	1798	0	1798
10	1799	0	1799
10	1800	0	1800
10	1801	0	1801
10	1802	0	1802
10	1803	0	1803
10	1804	0	1804
10	1805	0	1805
10	1806	0	1806
10	1807	0	1807
10	1808	0	1808
10	1809	0	1809
10	1810	0	1810
10	1811	0	1811
10	1812	0	1812
10	1813	0	1813
10	1814	0	1814
10	1815	0	1815
10	1816	0	1816
10	1817	0	1817
10	1818	0	1818
10	1819	0	1819
10	1820	0	1820
10	1821	0	1821
10	1822	0	1822
10	1823	0	1823
10	1824	0	1824
10	1825	0	1825
10	1826	0	1826
10	1827	0	1827
10	1828	0	1828
10	1829	0	1829
10	1830	0	1830
10	1831	0	1831
10	1832	0	1832
10	1833	0	1833
10	1834	0	1834
10	1835	0	1835
10	1836	0	1836
10	1837	0	1837
10	1838	0	1838
10	1839	0	1839
10	1840	0	1840
10	1841	0	1841
10	1842	0	1842
10	1843	0	1843
10	1844	0	1844
10	1845	0	1845
10	1846	0	1846
10	1847	0	1847
10	1848	0	1848
10	1849	0	1849
10	1850	0	1850
10	1851	0	1851
10	1852	0	1852
10	1853	0	1853
10	1854	0	1854
10	1855	0	1855
10	1856	0	1856
10	1857	0	1857
10	1858	0	1858
10	1859	0	1859
10	1860	0	1860
10	1861	0	1861
10	1862	0	1862
10	1863	0	1863
10	1864	0	1864
10	1865	0	1865
10	1866	0	1866
10	1867	0	1867
10	1868	0	1868
10	1869	0	1869
10	1870	0	1870
10	1871	0	1871
10	1872	0	1872
10	1873	0	1873
10	1874	0	1874
10	1875	0	1875
10	1876	0	1876
10	1877	0	1877
10	1878	0	1878
10	1879	0	1879
10	1880	0	1880
10	1881	0	1881
10	1882	0	1882
10	1883	0	1883
10	1884	0	1884
10	1885	0	1885
10	1886	0	1886
10	1887	0	1887
10	1888	0	1888
10	1889	0	1889
10	1890	0	1890
10	1891	0	1891
10	1892	0	1892
10	1893	0	1893
10	1894	0	1894
10	1895	0	1895
10	1896	0	1896
10	1897	0	1897
10	1898	0	1898
10	1899	0	1899
10	1900	0	1900
10	1901	0	1901
10	1902	0	1902
10	1903	0	1903
10	1904	0	1904
10	1905	0	1905
10	1906	0	1906
10	1907	0	1907
10	1908	0	1908
10	1909	0	1909
10	1910	0	1910
10	1911	0	1911
10	1912	0	1912
10	1913	0	1913
10	1914	0	1914
10	1915	0	1915
10	1916	0	1916
10	1917	0	1917
10	1918	0	1918
10	1919	0	1919
10	1920	0	1920
10	1921	0	1921
10	1922	0	1922
10	1923	0	1923
10	1924	0	1924
10	1925	0	1925
10	1926	0	1926
10	1927	0	1927
10	1928	0	1928
10	1929	0	1929
10	1930	0	1930
10	1931	0	1931
10	1932	0	1932
10	1933	0	1933
10	1934	0	1934
10	1935	0	1935
10	1936	0	1936
10	1937	0	1937
10	1938	0	1938
10	1939	0	1939
10	1940	0	1940
10	1941	0	1941
10	1942	0	1942
10	1943	0	1943
10	1944	0	1944
10	1945	0	1945
10	1946	0	1946
10	1947	0	1947
10	1948	0	1948
10	1949	0	1949
10	1950	0	1950
10	1951	0	1951
10	1952	0	1952
10	1953	0	1953
10	1954	0	1954
10	1955	0	1955
10	1956	0	1956
10	1957	0	1957
10	1958	0	1958
10	1959	0	1959
10	1960	0	1960
10	1961	0	1961
10	1962	0	1962
10	1963	0	1963
10	1964	0	1964
10	1965	0	1965
10	1966	0	1966
10	1967	0	1967
10	1968	0	1968
10	1969	0	1969
10	1970	0	1970
10	1971	0	1971
10	1972	0	1972
10	1973	0	1973
10	1974	0	1974
10	1975	0	1975
10	1976	0	1976
10	1977	0	1977
10	1978	0	1978
10	1979	0	1979
10	1980	0	1980
10	1981	0	1981
10	1982	0	1982
10	1983	0	1983
10	1984	0	1984
10	1985	0	1985
10	1986	0	1986
10	1987	0	1987
10	1988	0	1988
10	1989	0	1989
10	1990	0	1990
10	1991	0	1991
10	1992	0	1992
10	1993	0	1993
10	1994	0	1994
10	1995	0	1995
10	1996	0	1996
10	1997	0	1997
10	1998	0	1998
10	1999	0	1999
10	2000	0	2000
10	2001	0	2001
10	2002	0	2002
10	2003	0	2003
10	2004	0	2004
10	2005	0	2005
10	2006	0	2006
10	2007	0	2007
10	2008	0	2008
10	2009	0	2009
10	2010	0	2010
10	2011	0	2011
10	2012	0	2012
10	2013	0	2013
10	2014	0	2014
10	2015	0	2015
10	2016	0	2016
10	2017	0	2017
10	2018	0	2018
10	2019	0	2019
10	2020	0	2020
10	2021	0	2021
10	2022	0	2022
10	2023	0	2023
10	2024	0	2024
10	2025	0	2025
10	2026	0	2026
10	2027	0	2027
10	2028	0	2028
10	2029	0	2029
10	2030	0	2030
10	2031	0	2031
10	2032	0	2032
10	2033	0	2033
10	2034	0	2034
10	2035	0	2035
10	2036	0	2036
10	2037	0	2037
10	2038	0	2038
10	2039	0	2039
10	2040	0	2040
10	2041	0	2041
10	2042	0	2042
10	2043	0	2043
10	2044	0	2044
10	2045	0	2045
10	2046	0	2046
10	2047	0	2047
10	2048	0	2048
10	2049	0	2049
10	2050	0	2050
10	2051	0	2051
10	2052	0	2052
10	2053	0	2053
10	2054	0	2054
10	2055	0	2055
10	2056	0	2056
10	2057	0	2057
10	2058	0	2058
10	2059	0	2059
10	2060	0	2060
10	2061	0	2061
10	2062	0	2062
10	2063	0	2063
10	2064	0	2064
10	2065	0	2065
10	2066	0	2066
10	2067	0	2067
10	2068	0	2068
10	2069	0	2069
10	2070	0	2070
10	2071	0	2071
10	2072	0	2072
10	2073	0	2073
10	2074	0	2074
10	2075	0	2075
10	2076	0	2076
10	2077	0	2077
10	2078	0	2078
10	2079	0	2079
10	2080	0	2080
10	2081	0	2081
10	2082	0	2082
10	2083	0	2083
10	2084	0	2084
10	2085	0	2085
10	2086	0	2086
10	2087	0	2087
10	2088	0	2088
10	2089	0	2089
10	2090	0	2090
10	2091	0	2091
10	2092	0	2092
10	2093	0	2093
10	2094	0	2094
10	2095	0	2095
10	2096	0	2096
10	2097	0	2097
10	2098	0	2098
10	2099	0	2099
11	0	0	10
11	1	0	11
11	2	0	12
12	0	0	\N
13	0	0	20
13	1	0	21
13	2	0	22
13	3	0	23
15	0	0	[0, 1]
15	1	0	[2, 3]
15	2	0	[4, 5]
15	3	0	[6]
16	0	0	0
16	1	0	1
16	2	0	2
16	3	0	3
16	4	0	4
16	5	0	5
16	6	0	6
19	0	0	0
19	1	0	1
19	2	0	2
19	3	0	3
21	0	0	0
21	1	0	1
21	2	0	2
21	3	0	3
22	0	0	[1, 2]
22	1	0	[3]
22	2	0	[4, 5]
23	0	0	1
23	1	0	2
24	0	0	3
25	0	0	1
25	1	0	2
25	2	0	3
25	3	0	4
25	4	0	5
28	0	0	0
28	1	0	1
28	2	0	2
28	3	0	3
28	4	0	4
28	5	0	5
28	6	0	6
28	7	0	7
29	0	0	0
29	1	0	1
30	0	0	0
30	1	0	1
31	0	0	0
31	1	0	1
31	2	0	2
32	0	0	0
32	1	0	1
32	2	0	2
33	0	0	"01a22faa-ad4c-7dae-ad16-f3436403fb16"
34	0	0	1
34	1	0	2
34	2	0	3
35	0	0	10
35	1	0	null
35	2	0	12
\.

COPY fanout.workers (worker_id, name, owner, handlers, queues, slots, registered_at) FROM stdin;
1	worker of chain	postgres	{h,sql:,flow:,fanout:}	{chain}	100	2026-12-01 03:34:04.327628+00
2	worker of wide	postgres	{h,sql:,flow:,fanout:}	{wide}	100	2026-12-01 03:34:04.339063+00
3	worker of large	postgres	{h,sql:,flow:,fanout:}	{large}	100	2026-12-01 03:34:04.348062+00
4	worker of striped	postgres	{h,sql:,flow:,fanout:}	{striped}	100	2026-12-01 03:34:04.356533+00
5	worker of collecting	postgres	{h,sql:,flow:,fanout:}	{collecting}	100	2026-12-01 03:34:04.365014+00
6	worker of batches	postgres	{h,sql:,flow:,fanout:}	{batches}	100	2026-12-01 03:34:04.388599+00
7	worker of pipeline	postgres	{h,sql:,flow:,fanout:}	{pipeline}	100	2026-12-01 03:34:04.397429+00
8	worker of pipeline_b	postgres	{h,sql:,flow:,fanout:}	{pipeline_b}	100	2026-12-01 03:34:04.398737+00
9	worker of pipeline_c	postgres	{h,sql:,flow:,fanout:}	{pipeline_c}	100	2026-12-01 03:34:04.400202+00
10	worker of streamed	postgres	{h,sql:,flow:,fanout:}	{streamed}	100	2026-12-01 03:34:04.409704+00
11	worker of in_order	postgres	{h,sql:,flow:,fanout:}	{in_order}	100	2026-12-01 03:34:04.410836+00
12	worker of parent	postgres	{h,sql:,flow:,fanout:}	{parent}	100	2026-12-01 03:34:04.415242+00
13	worker of child	postgres	{h,sql:,flow:,fanout:}	{child}	100	2026-12-01 03:34:04.41697+00
14	worker of server	postgres	{h,sql:,flow:,fanout:}	{server}	100	2026-12-01 03:34:04.423758+00
15	worker of limited	postgres	{h,sql:,flow:,fanout:}	{limited}	100	2026-12-01 03:34:04.43227+00
16	worker of ended	postgres	{h,sql:,flow:,fanout:}	{ended}	100	2026-12-01 03:34:04.439445+00
17	worker of default	postgres	{h,sql:,flow:,fanout:}	{default}	100	2026-12-01 03:34:04.448326+00
18	worker of many	postgres	{h,sql:,flow:,fanout:}	{many}	100	2026-12-01 03:34:04.450205+00
\.

COPY kept.held (queue, claim_id, run_id, step_slug, task_index, item) FROM stdin;
chain	7	01a22faa-ad25-7db1-a8e4-653ca0981029	second	0	"done"
wide	10	01a22faa-ad31-7af8-9df2-57815b44cce0	each	19	19
wide	10	01a22faa-ad31-7af8-9df2-57815b44cce0	each	21	21
wide	10	01a22faa-ad31-7af8-9df2-57815b44cce0	each	23	23
wide	10	01a22faa-ad31-7af8-9df2-57815b44cce0	each	24	24
wide	10	01a22faa-ad31-7af8-9df2-57815b44cce0	each	25	25
wide	10	01a22faa-ad31-7af8-9df2-57815b44cce0	each	26	26
wide	10	01a22faa-ad31-7af8-9df2-57815b44cce0	each	27	27
wide	10	01a22faa-ad31-7af8-9df2-57815b44cce0	each	28	28
wide	10	01a22faa-ad31-7af8-9df2-57815b44cce0	each	29	29
large	15	01a22faa-ad3a-7f4c-b551-b3b106cbe572	each	2	{"text": "c4ca4238a0b923820dcc509a6f75849bc81e728d9d4c2f636f067f89cc14862ceccbc87e4b5ce2fe28308fd9f2a7baf3a87ff679a2f3e71d9181a67b7542122ce4da3b7fbbce2345d7772b0674a318d51679091c5a880faf6fb5e6087eb1b2dc8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab9159f51fd0297e236d45c48cce2e2d7fbdea1afc51c7c6ad26d3d9446802a44259755d38e6d163e8206512bd43d9caa6e02c990b0a82652dcac20ad4d76fe97759aa27a0c99bff6710c51ce410c124a10e0db5e4b97fc2af39aab3238922bcc25a6f606eb525ffdc569bf31c7ff062936a96d3c8bd1f8f2ff3c74d97b01eae257e44aa9d5bade97baf70efdf2ec9b086079795c442636b55fb6f4922f45568161a8cdf4ad2299f6d231f0e3dad99908345f7439f8ffabdffc498f13708210194c475687be6106a3b843c59dc048e8850243be8079a5c74d079b6d767d2f8ed5d21a44b0e5886680cb937693cfc748049e45d87b8c7d8b9aacd1ff1de774005f8da13f42943881c655f8e296a067a37563370ded05f5a3bf3ec4e732ced3463d06de0ca9a15b615367702e74f10e0327ad868d138f2b4fdd6f033e75ff09dd601bbe69f3510391521896ea9ab1baa0efb9e19094440c317e21b34173cb38f07f89ddbebc2ac9128303fc16a5320fa475530d9583c34fd356ef56364d3f0f495b6ab9dcf8d3b5c6e0b01182be0c5cdcd5072bb1864cdee4d3d6ee369853df766fa44e1ed0ff613f563bd1c383cd30b7c298ab50293adfecb7b1819ca14e7ea6328a42e0eb13d585e4c22a5bfc9e07964f8dddeb95fc584cd965da5771bce93e200c36f7cd9dfd0e5deaad67d8ab4f4c10bf22aa353e27879133cd645920e395fedad7bbbed0eca3fe2e03416a75f4cea9109507cacd8e2f2aefca1d0c6e83f027327d8461063f4ac58a617e62166fc8586dfa4d1bc0e1742c08bf7177163c833dff4b38fc8d2872f1ec66c8349cc7260ae62e3b1396831a8398fd9d4f495e875a2e075a1a4a6e1b9770f67c6a1e7ce56d3d6fa748ab6d9af3fd7642e92efb79421734881b53e1e1b18b6f457c545a9ded88f18ecee47145a72c0c0c7c76d30bd3dcaefc96f40275bdc0a"}
collecting	26	01a22faa-ad60-7bcc-b6c6-0d132d9d13b6	each	1	21
pipeline	32	01a22faa-ad6b-70ff-8177-2bb2c2a406c2	a	2	2
streamed	43	01a22faa-ad74-7e77-899a-79d09cb27833	pushed	1	1
in_order	49	01a22faa-ad78-7da0-8666-de5a9182b7d2	pushed	1	1
limited	63	01a22faa-ad8d-7208-86b1-c01e4595acae	each	1	1
limited	63	01a22faa-ad8d-7208-86b1-c01e4595acae	each	2	2
limited	68	01a22faa-ad8f-7796-94fe-f15d1a01bfc6	each	0	0
\.

COPY kept.runs (name, run_id) FROM stdin;
chain	01a22faa-ad25-7db1-a8e4-653ca0981029
chain not begun	01a22faa-ad2e-7cb4-9af1-98cb8bcded72
wide	01a22faa-ad31-7af8-9df2-57815b44cce0
large	01a22faa-ad3a-7f4c-b551-b3b106cbe572
striped	01a22faa-ad40-7d34-903b-110d9c7d9aaf
collected	01a22faa-ad4c-7dae-ad16-f3436403fb16
collecting	01a22faa-ad60-7bcc-b6c6-0d132d9d13b6
batches	01a22faa-ad63-7a61-873b-3ec39cfedd92
pipeline	01a22faa-ad6b-70ff-8177-2bb2c2a406c2
streamed	01a22faa-ad74-7e77-899a-79d09cb27833
in_order	01a22faa-ad78-7da0-8666-de5a9182b7d2
parent	01a22faa-ad7e-749d-9f41-5cbcbe532f02
server	01a22faa-ad87-73ac-9bda-55cfd4155204
limited	01a22faa-ad8d-7208-86b1-c01e4595acae
others	01a22faa-ad8f-7796-94fe-f15d1a01bfc6
waiting	01a22faa-ad94-7b0e-b254-4c967d90c009
failed	01a22faa-ad96-747f-871f-0b5924be3a6d
cancelled	01a22faa-ad9a-79e8-a434-f25013d07c9e
chained	01a22faa-ad9d-7212-bae1-d52df7a0d02f
many	01a22faa-ad9f-7eac-b8cb-8bf412295f62
\.

COPY kept.workers (queue, worker_id, calls) FROM stdin;
chain	1	5
wide	2	9
large	3	2
striped	4	2
collecting	5	7
batches	6	3
pipeline	7	2
pipeline_b	8	2
pipeline_c	9	2
streamed	10	2
in_order	11	3
parent	12	2
child	13	2
server	14	2
limited	15	3
ended	16	5
default	17	2
many	18	2
\.

SELECT pg_catalog.setval('fanout.flows_flow_id_seq', 18, true);

SELECT pg_catalog.setval('fanout.generation_seq', 0, false);

SELECT pg_catalog.setval('fanout.limits_limit_id_seq', 7, true);

SELECT pg_catalog.setval('fanout.queue_id_seq', 84, true);

SELECT pg_catalog.setval('fanout.step_states_state_id_seq', 35, true);

SELECT pg_catalog.setval('fanout.steps_step_id_seq', 27, true);

SELECT pg_catalog.setval('fanout.virtual_time_seq', 21, true);

SELECT pg_catalog.setval('fanout.workers_worker_id_seq', 18, true);

ALTER TABLE ONLY kept.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (name);

ALTER TABLE ONLY kept.workers
    ADD CONSTRAINT workers_pkey PRIMARY KEY (queue);

