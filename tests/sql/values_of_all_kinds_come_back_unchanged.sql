-- Strings of all lengths, numbers, objects and arrays, true, false and null, in rows of one and of many: what is copied from array to array
-- stays what it was, and aligned as PostgreSQL expects it; and a task's input is printed as PostgreSQL would.
BEGIN;
SELECT plan(4);

SELECT (random() * 1000000)::int AS seed \gset
\echo # seed :seed
SELECT setseed(:seed / 1000001.0) \g /dev/null
-- Of characters that are escaped, of those beside them in ASCII, and of others.
CREATE FUNCTION pg_temp.odd_string() RETURNS text LANGUAGE sql AS $$
    SELECT coalesce(string_agg(CASE (random() * 3)::int WHEN 0 THEN chr(1 + (random() * 126)::int) WHEN 1 THEN substr('"\/' || E'\b\f\n\r\t', 1 + (random() * 7)::int, 1)
                                    ELSE repeat('abcdé', (random() * 4)::int) END, ''), '') FROM generate_series(1, (random() * 12)::int) $$;
CREATE FUNCTION pg_temp.odd_number() RETURNS numeric LANGUAGE sql AS $$
    SELECT CASE (random() * 3)::int WHEN 0 THEN round(((random() - 0.5) * 1e12)::numeric, (random() * 9)::int) WHEN 1 THEN 10::numeric ^ (random() * 40 - 20)::int
                                    WHEN 2 THEN -(random() * 9)::int ELSE ('0.' || repeat('0', (random() * 30)::int))::numeric END $$;
CREATE FUNCTION pg_temp.value() RETURNS jsonb LANGUAGE sql AS $$
    SELECT CASE (random() * 12)::int
        WHEN 0 THEN 'null' WHEN 1 THEN 'true' WHEN 2 THEN to_jsonb(random() < 0.5)
        WHEN 3 THEN to_jsonb(repeat('ä', (random() * 9)::int)) WHEN 4 THEN to_jsonb(repeat('x', (random() * 300)::int))
        WHEN 5 THEN to_jsonb((random() * 1e9)::numeric) WHEN 6 THEN to_jsonb((random() * 9)::int)
        WHEN 7 THEN jsonb_build_object('n', (random() * 9)::int, repeat('k', (random() * 5)::int + 1), jsonb_build_array(repeat('y', (random() * 5)::int), NULL))
        WHEN 8 THEN to_jsonb(pg_temp.odd_string()) WHEN 9 THEN to_jsonb(pg_temp.odd_number())
        WHEN 10 THEN jsonb_build_object(pg_temp.odd_string(), jsonb_build_object('', '{}'::jsonb, pg_temp.odd_string(), jsonb_build_array(pg_temp.odd_number(), '[]'::jsonb)))
        WHEN 11 THEN (SELECT jsonb_object_agg(n, pg_temp.odd_number()) FROM generate_series(1, 1 + (random() * 70)::int) n)
        ELSE jsonb_build_array((random() * 99)::int, repeat('z', (random() * 3)::int)) END $$;
CREATE FUNCTION pg_temp.values(n int) RETURNS jsonb LANGUAGE sql AS $$ SELECT jsonb_agg(pg_temp.value()) FROM generate_series(1, n) $$;

SELECT fanout.create_flow('f'), fanout.add_step('f', 'one', step_type => 'fanout', fanout_from => 'run', handler => 'h'),
       fanout.add_step('f', 'two', depends_on => '{one}', step_type => 'fanout', handler => 'h', batch_size => 7);
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:'], slots => 1000) AS w \gset
CREATE SEQUENCE pg_temp.calls;
-- Gives each task's input back, in claims and calls of some tasks each.
CREATE PROCEDURE pg_temp.work(w bigint) LANGUAGE plpgsql AS $$
DECLARE
    claims bigint[]; indexes int[]; outputs text[]; internal bigint;
    otherwise text; idle int := 0;
BEGIN
    WHILE idle < 2 LOOP
        SELECT array_agg(e.claim_id) FILTER (WHERE e.kind = 'task'), array_agg(e.task_index) FILTER (WHERE e.kind = 'task'),
               array_agg(coalesce(e.input::jsonb -> 'item', e.input::jsonb -> 'items')::text) FILTER (WHERE e.kind = 'task'), min(e.claim_id) FILTER (WHERE e.kind = 'internal'),
               min(e.input::text) FILTER (WHERE e.kind = 'task' AND e.input::text <> e.input::jsonb::text)
          INTO claims, indexes, outputs, internal, otherwise
          FROM fanout.exchange(w, nextval('pg_temp.calls'), 1 + (random() * 60)::int, coalesce(claims, '{}'), coalesce(indexes, '{}'), coalesce(outputs, '{}'), '{}', '{}') e;
        WHILE internal IS NOT NULL AND fanout.run_internal(w, internal) > 0 LOOP END LOOP;
        IF otherwise IS NOT NULL THEN RAISE EXCEPTION 'not as PostgreSQL prints it: %', otherwise; END IF;
        idle := CASE WHEN claims IS NULL THEN idle + 1 ELSE 0 END;
    END LOOP;
END $$;
CREATE FUNCTION pg_temp.comes_back(w bigint, row_bytes int, n int) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    items jsonb := pg_temp.values(n);
    run uuid;
BEGIN
    PERFORM set_config('fanout.row_bytes', row_bytes::text, true);
    run := fanout.start_run('f', items);
    CALL pg_temp.work(w);
    RETURN fanout.run_output(run) -> 'two' = items
       AND (SELECT bool_and(item = items -> task_index) FROM task_items k JOIN fanout.step_states s USING (state_id) JOIN fanout.steps t USING (step_id)
             WHERE s.run_id = run AND t.step_slug = 'one')
       AND (SELECT bool_and(output = items -> task_index) FROM fanout.task_results WHERE run_id = run AND step_slug = 'one');
END $$;

SELECT ok(pg_temp.comes_back(:w, 8000, 2000), 'two thousand values');
SELECT ok(pg_temp.comes_back(:w, 200, 500), 'in rows of a few');
SELECT ok(pg_temp.comes_back(:w, 20, 200), 'in rows of one or two');
SELECT ok((SELECT bool_and(pg_temp.comes_back(:w, 20 + (random() * 3000)::int, 1 + (random() * 70)::int)) FROM generate_series(1, 15)), 'in rows of any size');

SELECT * FROM finish();
ROLLBACK;
