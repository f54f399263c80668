-- The rows of 0.1.0's schema, which set_aside.sql has renamed; then it is dropped.

CREATE FUNCTION fanout_0_1_0.as_administrator(statement text) RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_as_administrator';

-- -- what is somebody else's

-- Functions are bound anew to what has the same names. Where that isn't possible they go on depending on what was set aside.
DO $$
DECLARE
    bound record;
BEGIN
    FOR bound IN SELECT f.definition FROM fanout_0_1_0.others_functions f LOOP
        BEGIN
            PERFORM fanout_0_1_0.as_administrator(bound.definition);
        EXCEPTION WHEN OTHERS THEN
            NULL;
        END;
    END LOOP;
END
$$;
DROP TABLE fanout_0_1_0.others_functions;

-- The rest would go with the old schema.
DO $$
DECLARE
    theirs text := (
        WITH parts AS (
            SELECT d.classid, d.objid FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
             WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'pgfanout'
        ), types AS (
            -- Rows of its tables and views are of types, too.
            SELECT t.oid, t.typarray FROM parts p JOIN pg_catalog.pg_type t ON t.oid = p.objid AND p.classid = 'pg_type'::regclass
                OR t.typrelid = p.objid AND p.classid = 'pg_class'::regclass
        ), members AS (
            SELECT p.classid, p.objid FROM parts p
            UNION SELECT 'pg_type'::regclass, t.oid FROM types t
            UNION SELECT 'pg_type'::regclass, t.typarray FROM types t WHERE t.typarray <> 0
        ), dependents AS (
            -- A rule, a default or a constraint stands for the relation that has it.
            SELECT CASE WHEN o.relation IS NULL THEN d.classid ELSE 'pg_class'::regclass END AS classid, coalesce(o.relation, d.objid) AS objid
              FROM members m CROSS JOIN LATERAL pg_catalog.pg_identify_object(m.classid, m.objid, 0) i
              JOIN pg_catalog.pg_depend d ON (d.refclassid, d.refobjid) = (m.classid, m.objid)
             CROSS JOIN LATERAL (SELECT CASE d.classid
                   WHEN 'pg_rewrite'::regclass THEN (SELECT r.ev_class FROM pg_catalog.pg_rewrite r WHERE r.oid = d.objid)
                   WHEN 'pg_attrdef'::regclass THEN (SELECT a.adrelid FROM pg_catalog.pg_attrdef a WHERE a.oid = d.objid)
                   WHEN 'pg_trigger'::regclass THEN (SELECT t.tgrelid FROM pg_catalog.pg_trigger t WHERE t.oid = d.objid)
                   WHEN 'pg_policy'::regclass THEN (SELECT p.polrelid FROM pg_catalog.pg_policy p WHERE p.oid = d.objid)
                   WHEN 'pg_constraint'::regclass THEN (SELECT nullif(c.conrelid, 0) FROM pg_catalog.pg_constraint c WHERE c.oid = d.objid)
                   WHEN 'pg_class'::regclass THEN (SELECT i.indrelid FROM pg_catalog.pg_index i WHERE i.indexrelid = d.objid) END) o (relation)
             WHERE d.deptype IN ('n', 'a') AND coalesce(i.schema, i.name) = 'fanout_0_1_0'
        ), attachments AS (
            SELECT n.nspname, pg_catalog.format('%s of fanout.%I', x.what, c.relname) AS what
              FROM members m JOIN pg_catalog.pg_class c ON m.classid = 'pg_class'::regclass AND c.oid = m.objid AND c.relkind IN ('r', 'p')
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             CROSS JOIN LATERAL (
                SELECT pg_catalog.format('column %I', a.attname) FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                UNION ALL
                SELECT pg_catalog.format('index %I', i.relname) FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = c.oid
                UNION ALL
                SELECT pg_catalog.format('constraint %I', k.conname) FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('c', 'f')
                UNION ALL
                SELECT pg_catalog.format('policy %I', p.polname) FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid
                UNION ALL
                SELECT pg_catalog.format('rule %I', r.rulename) FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid
                UNION ALL
                SELECT pg_catalog.format('trigger %I', t.tgname) FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal) x (what)
        )
        SELECT pg_catalog.string_agg(pg_catalog.regexp_replace(t.what, '\mfanout_0_1_0\M', 'fanout', 'g'), ', ' ORDER BY t.what) FROM (
            SELECT pg_catalog.pg_describe_object(d.classid, d.objid, 0) FROM dependents d
             WHERE (d.classid, d.objid) NOT IN (SELECT m.classid, m.objid FROM members m)
            UNION
            SELECT o.what FROM attachments o WHERE o.nspname = 'fanout_0_1_0'
               -- Columns of these names this version has, and 0.1.0 hadn't.
               AND (o.what NOT IN (SELECT k.what FROM attachments k WHERE k.nspname = 'fanout')
                    OR o.what ~ ('^column (said_final of fanout\.failures|(notify|retention|retention_failed) of fanout\.flows|leased_until of fanout\.heartbeats'
                                 '|(errors|fair_owner|reason|reason_is_final|unowned) of fanout\.queue|(first_index|last_index|outputs) of fanout\.results(_\d\d)?'
                                 '|(error_is_final|follows_current) of fanout\.runs|(first_attempt|has_bad_source|has_own_input|next_index|retries_alone) of fanout\.step_states'
                                 '|(first_index|last_index|items) of fanout\.tasks(_\d\d)?|(protocol|version) of fanout\.workers)$'))
               -- What 0.1.0 had itself, and this version hasn't.
               AND o.what !~ ('^(column used of fanout\.flows|column (task_index|item) of fanout\.tasks(_\d\d)?|column (task_index|output) of fanout\.results(_\d\d)?'
                              '|constraint (deps_dependency_exists|deps_step_exists|limits_max_concurrency_is_positive|limits_name_is_not_empty'
                              '|step_states_output_only_when_completed|steps_flow_exists|steps_handler_is_not_empty|steps_queue_is_not_empty'
                              '|tasks_index_is_not_negative) of .*)$')) t (what));
BEGIN
    IF theirs IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFUSE', MESSAGE = 'pgfanout''s tables, views and functions are made anew, and these would be lost: ' || theirs,
            HINT = 'Drop them, ALTER EXTENSION pgfanout UPDATE, and make them again.';
    END IF;
END
$$;

-- -- rows

SET LOCAL jit = off;

-- As much of a text as fits into so many bytes.
CREATE FUNCTION fanout_0_1_0.cut(words text, bytes int) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN
    WHILE octet_length(words) > bytes LOOP
        words := left(words, -greatest((octet_length(words) - bytes) / 4, 1));
    END LOOP;
    RETURN words;
END
$$;

-- The columns that a table has had before, but where an expression over the old row, o, says otherwise.
CREATE PROCEDURE fanout_0_1_0.take_over(name text, others jsonb DEFAULT '{}', joined text DEFAULT '') LANGUAGE plpgsql AS $$
DECLARE
    columns text;
    expressions text;
BEGIN
    SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum),
           pg_catalog.string_agg(coalesce(others ->> a.attname::text, pg_catalog.format('o.%I', a.attname)), ', ' ORDER BY a.attnum)
      INTO columns, expressions
      FROM pg_catalog.pg_attribute a
     WHERE a.attrelid = pg_catalog.format('fanout.%I', name)::regclass AND a.attnum > 0 AND NOT a.attisdropped
       AND (others ? a.attname::text OR EXISTS (
            SELECT FROM pg_catalog.pg_attribute b WHERE b.attrelid = pg_catalog.format('fanout_0_1_0.%I', name)::regclass AND b.attname = a.attname AND NOT b.attisdropped));
    EXECUTE pg_catalog.format('INSERT INTO fanout.%I (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM fanout_0_1_0.%I o %s', name, columns, expressions, name, joined);
END
$$;

DO $$
DECLARE
    too_long text := (
        SELECT pg_catalog.string_agg(DISTINCT x.what, ', ')
          FROM (SELECT pg_catalog.format('%s of flow "%s"', n.what, f.flow_slug), n.name
                  FROM fanout_0_1_0.steps s JOIN fanout_0_1_0.flows f USING (flow_id)
                 CROSS JOIN LATERAL (VALUES ('handler', s.handler), ('queue', s.queue)) n (what, name)
                UNION ALL
                SELECT 'queue or handler of what waits', n.name FROM fanout_0_1_0.queue q CROSS JOIN LATERAL (VALUES (q.queue), (q.handler)) n (name)
                UNION ALL
                SELECT pg_catalog.format('limit of role %s', l.owner), l.name FROM fanout_0_1_0.limits l) x (what, name)
         WHERE pg_catalog.octet_length(x.name) > 255);
BEGIN
    IF too_long IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = 'names of more than 255 bytes: ' || too_long,
            HINT = 'Drop these flows and limits before the update, with the version that was installed, or shorten the names in fanout.steps, fanout.queue and fanout.limits.';
    END IF;
END
$$;

CALL fanout_0_1_0.take_over('flows');
CALL fanout_0_1_0.take_over('steps');
CALL fanout_0_1_0.take_over('deps');
-- What failed is not known to have said that it is final.
CALL fanout_0_1_0.take_over('runs', '{"name": "fanout_0_1_0.cut(o.name, 255)", "fair_key": "fanout_0_1_0.cut(o.fair_key, 255)",
    "error": "fanout_0_1_0.cut(o.error, 8192)", "error_is_final": "CASE o.status WHEN ''failed'' THEN false END"}');
CALL fanout_0_1_0.take_over('step_states', '{"error": "fanout_0_1_0.cut(o.error, 8192)"}');
CALL fanout_0_1_0.take_over('stripes');
CALL fanout_0_1_0.take_over('failures', '{"error": "fanout_0_1_0.cut(o.error, 8192)"}', 'JOIN fanout_0_1_0.step_states s USING (state_id)');
CALL fanout_0_1_0.take_over('task_progress');
CALL fanout_0_1_0.take_over('retry_budgets');
CALL fanout_0_1_0.take_over('limits');
INSERT INTO fanout.generations (generation, began_at) SELECT r.generation, min(r.started_at) FROM fanout.runs r GROUP BY r.generation;

-- Any role could name a limit; who does may go on.
INSERT INTO fanout.limit_grants (limit_id, role)
SELECT DISTINCT l.limit_id, f.owner::oid::fanout.role
  FROM fanout_0_1_0.flows f JOIN fanout_0_1_0.steps s USING (flow_id) CROSS JOIN LATERAL unnest(s.limits) n (name) JOIN fanout_0_1_0.limits l USING (name)
 WHERE l.owner <> f.owner;

-- Ranges of tasks, none of which is larger than a page: of each step so many as would fit if all were as large as the largest.
-- What is compressed, or stored apart, goes alone. What runs have left that are gone stays behind.
CREATE FUNCTION fanout_0_1_0.size(item jsonb) RETURNS int IMMUTABLE LANGUAGE sql
RETURN CASE WHEN pg_catalog.pg_column_compression(item) IS NULL THEN pg_catalog.pg_column_size(item) ELSE 8000 END;

WITH widths AS MATERIALIZED (
    SELECT o.state_id, greatest(7500 / (max(fanout_0_1_0.size(o.item)) + 4), 1) AS width FROM fanout_0_1_0.tasks o GROUP BY o.state_id
)
INSERT INTO fanout.tasks (state_id, first_index, last_index, generation, items)
SELECT o.state_id, min(o.task_index), max(o.task_index), o.generation, CASE WHEN count(o.item) > 0 THEN fanout.array_of(o.item ORDER BY o.task_index) END
  FROM fanout_0_1_0.tasks o JOIN fanout_0_1_0.step_states s USING (state_id) JOIN widths w USING (state_id)
 GROUP BY o.state_id, o.generation, o.task_index / w.width;

-- An item of a batch has failed alone where its output is an error and nothing besides; there could be more.
CREATE FUNCTION fanout_0_1_0.with_bare_errors(output jsonb) RETURNS jsonb IMMUTABLE LANGUAGE sql
RETURN (SELECT pg_catalog.jsonb_agg(CASE pg_catalog.jsonb_typeof(e.value -> '$error') WHEN 'string' THEN pg_catalog.jsonb_build_object('$error', e.value -> '$error')
                                         ELSE e.value END ORDER BY e.position)
          FROM pg_catalog.jsonb_array_elements(output) WITH ORDINALITY e (value, position));

-- Of results those that one call has ended, and one after the other; what has failed stands alone.
WITH widths AS MATERIALIZED (
    SELECT o.state_id, greatest(7500 / (max(fanout_0_1_0.size(o.output)) + 4), 1) AS width FROM fanout_0_1_0.results o GROUP BY o.state_id
), ended AS (
    SELECT o.state_id, o.claimed_at, o.completed_at, o.worker_id, o.task_index, o.generation, o.attempt, w.width,
           CASE WHEN t.batch_size > 1 AND s.failed_items > 0 AND o.output IS NOT NULL THEN fanout_0_1_0.with_bare_errors(o.output) ELSE o.output END AS output,
           o.task_index - pg_catalog.row_number() OVER (
               PARTITION BY o.state_id, o.generation, o.claimed_at, o.completed_at, o.worker_id, o.attempt, o.output IS NULL ORDER BY o.task_index) AS island
      FROM fanout_0_1_0.results o JOIN widths w USING (state_id) JOIN fanout_0_1_0.step_states s USING (state_id) JOIN fanout_0_1_0.steps t USING (step_id)
)
INSERT INTO fanout.results (state_id, claimed_at, completed_at, worker_id, first_index, last_index, generation, attempt, outputs)
SELECT o.state_id, o.claimed_at, o.completed_at, o.worker_id, min(o.task_index), max(o.task_index), o.generation, o.attempt,
       CASE WHEN count(o.output) > 0 THEN fanout.array_of(o.output ORDER BY o.task_index) END
  FROM ended o
 GROUP BY o.state_id, o.generation, o.claimed_at, o.completed_at, o.worker_id, o.attempt, o.output IS NULL, o.island,
       CASE WHEN o.output IS NULL THEN o.task_index ELSE o.task_index / o.width END;

-- The queue with its claims: whoever holds them goes on.
CALL fanout_0_1_0.take_over('queue', '{"fair_key": "CASE WHEN r.owner IS NOT NULL THEN fanout_0_1_0.cut(o.fair_key, 255) END",
    "fair_owner": "CASE WHEN o.fair_key IS NOT NULL THEN r.owner::oid END"}',
    'LEFT JOIN fanout_0_1_0.step_states s USING (state_id) LEFT JOIN fanout_0_1_0.runs r USING (run_id)');
CALL fanout_0_1_0.take_over('workers', '{"name": "fanout_0_1_0.cut(o.name, 255)", "protocol": "1", "version": "''0.1.0''"}');
CALL fanout_0_1_0.take_over('exchanges');
-- As if all had been heard of now: they could say nothing meanwhile.
CALL fanout_0_1_0.take_over('heartbeats', '{"seen_at": "n.at", "suspect_since": "NULL", "leased_until": "n.at + pg_catalog.current_setting(''fanout.lease'')::interval"}',
    'CROSS JOIN (SELECT pg_catalog.clock_timestamp() AS at) n');

-- Where tasks go one at a time, in the order of their indexes, what is behind the first that has no item yet enters when that has ended.
WITH in_order AS (
    SELECT s.state_id FROM fanout.step_states s JOIN fanout.steps t USING (step_id)
     WHERE s.status = 'started' AND t.max_concurrency = 1 AND (t.pipelined_step_id IS NOT NULL OR t.fanout_from = 'stream')
), entered AS (
    SELECT e.state_id, pg_catalog.range_agg(e.indexes) AS indexes FROM (
        SELECT x.state_id, int4range(x.first_index, x.last_index + 1) FROM fanout.results x JOIN in_order USING (state_id)
        UNION ALL
        SELECT q.state_id, unnest(q.indexes) FROM fanout.queue q JOIN in_order USING (state_id) WHERE q.kind IN ('task', 'child')
        UNION ALL
        SELECT r.parent_state_id, int4range(r.parent_index, r.parent_index + 1)
          FROM fanout.runs r JOIN in_order i ON i.state_id = r.parent_state_id WHERE r.status = 'started') e (state_id, indexes)
     GROUP BY e.state_id
)
UPDATE fanout.step_states s
   SET next_index = coalesce((SELECT pg_catalog.upper(r) FROM entered e CROSS JOIN LATERAL unnest(e.indexes) r WHERE e.state_id = i.state_id AND r @> 0), 0)
  FROM in_order i WHERE i.state_id = s.state_id;
DELETE FROM fanout.queue q USING fanout.step_states s
 WHERE s.state_id = q.state_id AND s.next_index IS NOT NULL AND q.kind = 'task' AND q.indexes &> int4range(s.next_index, NULL);
UPDATE fanout.queue q SET indexes = n.indexes, width = (SELECT sum(pg_catalog.upper(r) - pg_catalog.lower(r)) FROM unnest(n.indexes) r)
  FROM fanout.step_states s, fanout.queue o CROSS JOIN LATERAL (SELECT o.indexes - int4multirange(int4range(s.next_index, NULL)) AS indexes) n
 WHERE s.state_id = o.state_id AND s.next_index IS NOT NULL AND o.queue_id = q.queue_id AND q.kind = 'task' AND n.indexes <> q.indexes;
-- Of claims that were ahead of their turn nothing is held any more.
UPDATE fanout.limits l SET in_flight = coalesce(h.held, 0)
  FROM fanout.limits o LEFT JOIN fanout.limit_holdings h USING (limit_id)
 WHERE o.limit_id = l.limit_id AND l.in_flight <> coalesce(h.held, 0);

-- -- sequences

DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_class o USING (relname)
                 WHERE c.relkind = 'S' AND c.relnamespace = 'fanout'::regnamespace AND o.relnamespace = 'fanout_0_1_0'::regnamespace LOOP
        EXECUTE pg_catalog.format('SELECT pg_catalog.setval(''fanout.%I'', last_value, is_called) FROM fanout_0_1_0.%I', name, name);
    END LOOP;
END
$$;

-- -- rights

-- What is granted in an extension's script is the extension's own, which pg_dump leaves out. These are an administrator's.

DO $$
DECLARE
    statement text;
BEGIN
    FOR statement IN
        WITH grants AS (
            SELECT a.privilege_type AS privilege, 'SCHEMA fanout' AS object, NULL AS routine, a.grantee, a.is_grantable
              FROM pg_catalog.pg_namespace n CROSS JOIN LATERAL pg_catalog.aclexplode(n.nspacl) a
             WHERE n.nspname = 'fanout_0_1_0' AND a.grantee <> n.nspowner
            UNION ALL
            SELECT a.privilege_type, 'ROUTINE ' || p.oid::regprocedure, p.proname, a.grantee, a.is_grantable
              FROM pg_catalog.pg_proc o JOIN pg_catalog.pg_proc p USING (proname) CROSS JOIN LATERAL pg_catalog.aclexplode(o.proacl) a
             WHERE o.pronamespace = 'fanout_0_1_0'::regnamespace AND p.pronamespace = 'fanout'::regnamespace AND a.grantee <> o.proowner
            UNION ALL
            SELECT a.privilege_type, CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || c.oid::regclass, NULL, a.grantee, a.is_grantable
              FROM pg_catalog.pg_class o JOIN pg_catalog.pg_class c USING (relname) CROSS JOIN LATERAL pg_catalog.aclexplode(o.relacl) a
             WHERE o.relnamespace = 'fanout_0_1_0'::regnamespace AND c.relnamespace = 'fanout'::regnamespace AND a.grantee <> o.relowner
            UNION ALL
            SELECT pg_catalog.format('%s (%I)', a.privilege_type, m.attname), 'TABLE ' || c.oid::regclass, NULL, a.grantee, a.is_grantable
              FROM pg_catalog.pg_class o JOIN pg_catalog.pg_class c USING (relname) JOIN pg_catalog.pg_attribute m ON m.attrelid = o.oid
              JOIN pg_catalog.pg_attribute n ON n.attrelid = c.oid AND n.attname = m.attname CROSS JOIN LATERAL pg_catalog.aclexplode(m.attacl) a
             WHERE o.relnamespace = 'fanout_0_1_0'::regnamespace AND c.relnamespace = 'fanout'::regnamespace
        )
        SELECT pg_catalog.format('GRANT %s ON %s TO %s%s', g.privilege, g.object, CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END,
                                 CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' END)
          FROM grants g
        UNION ALL
        -- What has come since to what these gave, for who has all of that: who has less was given it one by one.
        SELECT pg_catalog.format('SELECT fanout.%I(%L)', k.given_by, w.grantee::regrole)
          FROM (VALUES ('grant_worker', '{register_worker, unregister_worker, exchange, claim_tasks, complete_task, fail_task, run_sql_tasks, run_internal, report_crash,
                                          heartbeat, maintain, next_deadline, work_left, metrics}'::text[]),
                       ('grant_looking', '{run_status, run_output, is_ready, results, errors, wait_for_run, chain_results, check_step, may_see, progress_bar, item_error,
                                           step_context}'),
                       ('grant_developer', '{create_flow, drop_flow, add_step, drop_step, create_limit, drop_limit, start_run, execute_many, chain_runs, offset_limit, chunk,
                                             cancel_run, resume_run, set_max_concurrency, current_task, push_items, close_items}'),
                       ('grant_operator', '{cancel_run, resume_run, create_limit, drop_limit, set_max_concurrency, is_operator, metrics}')) k (given_by, routines)
          JOIN (SELECT g.grantee, pg_catalog.array_agg(g.routine::text) AS routines FROM grants g WHERE g.grantee <> 0 GROUP BY g.grantee) w
            ON w.routines @> (SELECT pg_catalog.array_agg(r) FROM unnest(k.routines) r JOIN pg_catalog.pg_proc p ON p.proname = r AND p.pronamespace = 'fanout'::regnamespace)
    LOOP
        PERFORM fanout_0_1_0.as_administrator(statement);
    END LOOP;
END
$$;

-- -- the old schema

DO $$
DECLARE
    marked regclass;
BEGIN
    FOR marked IN SELECT c.oid FROM pg_catalog.pg_extension e CROSS JOIN LATERAL unnest(e.extconfig) m (id) JOIN pg_catalog.pg_class c ON c.oid = m.id
                   WHERE e.extname = 'pgfanout' AND c.relnamespace = 'fanout_0_1_0'::regnamespace LOOP
        EXECUTE pg_catalog.format('ALTER EXTENSION pgfanout DROP %s %s',
            CASE (SELECT c.relkind FROM pg_catalog.pg_class c WHERE c.oid = marked) WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, marked);
    END LOOP;
END
$$;
DROP SCHEMA fanout_0_1_0 CASCADE;
