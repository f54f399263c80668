BEGIN;
SELECT no_plan();

CREATE FUNCTION items(input jsonb) RETURNS jsonb LANGUAGE sql AS $$SELECT '[1, 2]'::jsonb$$;
CREATE FUNCTION more_items(input jsonb) RETURNS jsonb LANGUAGE sql AS $$SELECT '[1, 2, 3]'::jsonb$$;
SELECT fanout.register_worker('w', ARRAY['h', 'fanout:']) AS w \gset
CREATE TEMP TABLE known (run_id uuid);
-- What keeps the run from going on by the current version.
CREATE FUNCTION pg_temp.refused(OUT what text) LANGUAGE plpgsql AS $$
DECLARE
    sqlstate_of text;
BEGIN
    PERFORM fanout.resume_run(run_id, definition => 'current') FROM known;
    RAISE EXCEPTION 'back' USING ERRCODE = 'TTTTT';
EXCEPTION
    WHEN SQLSTATE 'TTTTT' THEN what := 'goes on';
    WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS sqlstate_of = RETURNED_SQLSTATE;
        what := sqlstate_of || ' ' || regexp_replace(SQLERRM, '^run .* can''t go on by the current version of its flow, whose steps are not the same: ', '');
END
$$;

CREATE FUNCTION pg_temp.define(flow text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM fanout.create_flow(flow, max_attempts => 1);
    PERFORM fanout.add_step(flow, 'list', handler => 'h');
    PERFORM fanout.add_step(flow, 'many', '{list}', 'fanout', 'h');
    PERFORM fanout.add_step(flow, 'parts', '{list}', 'fanout', 'h', fanout_path => '$[*]');
    PERFORM fanout.add_step(flow, 'made', '{list}', 'fanout', 'h', fanout_from => 'sql:items');
    PERFORM fanout.add_step(flow, 'later', '{many, parts}', 'fanout', 'h', fanout_from => 'parts', fanout_path => '$[*]');
    PERFORM fanout.add_step(flow, 'last', '{later}', handler => 'h');
END
$$;
SELECT pg_temp.define('f');
INSERT INTO known SELECT fanout.start_run('f');
SELECT run_id AS run FROM known \gset
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.complete_task(:'run', 'list', 0, '[1, 2]');
SELECT fanout.spawn_fanout_tasks(:'run', 'parts');
SELECT fanout.spawn_fanout_tasks(:'run', 'made');
SELECT fanout.claim_tasks(:w, 9);
SELECT fanout.fail_task(:'run', 'many', 0, 'no');
SELECT results_eq(format('SELECT step_slug, total FROM fanout.steps_overview WHERE run_id = %L ORDER BY 1', :'run'),
    $$VALUES ('last', NULL), ('later', NULL), ('list', 1), ('made', 2), ('many', 2), ('parts', 2)$$, 'some of a run''s steps had begun when it failed');

SELECT throws_ok(format($$SELECT fanout.add_step('f', 'many', '{list}', 'fanout', 'h', batch_size => 2), fanout.resume_run(%L, definition => 'current')$$, :'run'), 'PFARG',
    format('run %s can''t go on by the current version of its flow, whose steps are not the same: step "many" has another batch_size', :'run'), 'an error says which run, step and option that is');

-- What the tasks of steps that have begun are made of.
SAVEPOINT begun;
SELECT fanout.add_step('f', 'many', '{list}', 'fanout', 'h', fanout_path => '$[0]');
SELECT is(pg_temp.refused(), 'PFARG step "many" has another fanout_path', 'a path where there was none');
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'parts', '{list}', 'fanout', 'h', fanout_path => '$[0]');
SELECT is(pg_temp.refused(), 'PFARG step "parts" has another fanout_path', 'another path');
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'made', '{list}', 'fanout', 'h', fanout_from => 'sql:more_items');
SELECT is(pg_temp.refused(), 'PFARG step "made" has another fanout_from', 'another function');
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'many', '{list}', 'fanout', 'h', fanout_from => 'run');
SELECT is(pg_temp.refused(), 'PFARG step "many" has another fanout_from', 'another source');
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'many', '{list}', 'fanout', 'h', context => '{run}');
SELECT is(pg_temp.refused(), 'PFARG step "many" has another context', 'another context');
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'many', '{list}', 'fanout', 'h', output_mode => 'counts');
SELECT is(pg_temp.refused(), 'PFARG step "many" has another output_mode', 'an output of another kind');

-- The graph, and what follows from it, of the others, too.
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'last', '{later, made}', handler => 'h');
SELECT is(pg_temp.refused(), 'PFARG step "last" has another depends_on', 'another dependency');
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'last', '{later}', 'fanout', 'h');
SELECT is(pg_temp.refused(), 'PFARG step "last" has another step_type', 'another type');
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'later', '{many, parts}', 'fanout', 'h', fanout_from => 'parts');
SELECT is(pg_temp.refused(), 'PFARG step "later" has another fanout_path', 'no path where there was one: then its items would come one by one');
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'later', '{many, parts}', 'fanout', 'h', fanout_from => 'many', fanout_path => '$[0]', batch_size => 5);
SELECT is(pg_temp.refused(), 'PFARG step "later" has another fanout_from and another batch_size', 'all that differs of a step is named');
SELECT fanout.add_step('f', 'new', handler => 'h');
SELECT fanout.drop_step('f', 'last');
SELECT fanout.add_step('f', 'made', '{list}', 'fanout', 'h', fanout_from => 'sql:more_items');
SELECT is(pg_temp.refused(),
    'PFARG step "made" has another fanout_from, step "later" has another fanout_from and another batch_size, step "last" is not there any more, step "new" is new',
    'and all steps that aren''t the same, on either side');
SELECT ok(fanout.resume_run(:'run'), 'by its own version the run goes on, whatever the current one is');

-- What is said in other words, and what has not begun.
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'many', '{list}', 'fanout', 'h', fanout_from => 'list');
SELECT fanout.add_step('f', 'later', '{parts, many}', 'fanout', 'h', fanout_from => 'parts', fanout_path => '$[0]');
SELECT fanout.create_flow('f', max_attempts => 1, description => 'the same in other words');
SELECT is(pg_temp.refused(), 'goes on', 'a source that is named is the same, and of a step that has not begun another path will do');
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'later', '{many, parts}', 'fanout', 'h', fanout_from => 'sql:items');
SELECT is(pg_temp.refused(), 'PFARG step "later" has another fanout_from and another fanout_path', 'but not another kind of source');

-- Ceilings and owners.
ROLLBACK TO begun;
SELECT fanout.add_step('f', 'last', '{later}', handler => 'h', priority => 10);
SET fanout.max_priority = 5;
SELECT is(pg_temp.refused(), format('PFMAX run %s: priority is 10, with that of its steps, beyond fanout.max_priority (5)', :'run'), 'what would not be started is not resumed');
RESET fanout.max_priority;
CREATE ROLE version_other;
UPDATE fanout.flows SET owner = 'version_other' WHERE flow_slug = 'f' AND version = 2;
SELECT is(pg_temp.refused(), format('PFOWN run %s belongs to another role than flow "f" does by now', :'run'), 'nothing runs for another role than before');
ROLLBACK TO begun;
DELETE FROM fanout.flows WHERE flow_slug = 'f';
SELECT is(pg_temp.refused(), format('PFFLO the flow of run %s does not exist any more', :'run'), 'a flow that has gone has no version');

SELECT * FROM finish();
ROLLBACK;
