-- Not in one transaction: what it has removed itself, it may yet see.
SELECT plan(30);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect');
\ir ../harness/days_go_by.sql
CREATE FUNCTION current_generation() RETURNS bigint LANGUAGE sql AS $$ SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM fanout.generation_seq $$;
CREATE FUNCTION pages(generation int) RETURNS bigint LANGUAGE sql AS $$
    SELECT sum(pg_relation_size(format('fanout.%s_%s', t, to_char(generation, 'FM00')))) / 8192 FROM unnest('{tasks,results,failures}'::text[]) t $$;
-- With a worker of its own, since days go by in between.
CREATE FUNCTION done(run uuid) RETURNS uuid LANGUAGE plpgsql AS $$
BEGIN
    PERFORM fanout.complete_task(run_id, step_slug, task_index, '1') FROM fanout.claim_tasks(fanout.register_worker('w', ARRAY['h']), 1000) WHERE run_id = run;
    RETURN run;
END $$;

CALL maintain_after('2 min');
SELECT is(current_generation(), 0::bigint, 'runs start in the first generation');
SELECT done(fanout.start_run('f', '[1, 2, 3]')) AS old \gset
CALL maintain_after('3 days');
SELECT is(current_generation(), 0::bigint, 'for some days');
CALL maintain_after('1 day');
SELECT is(current_generation(), 1::bigint, 'then in the next');
SELECT fanout.start_run('f', '[1, 2, 3]') AS young \gset
SELECT is((SELECT array_agg(generation ORDER BY started_at) FROM fanout.runs), '{0,1}', 'each keeps the one that it has started in');
SELECT is((SELECT last_index FROM fanout.tasks_01), 2, 'and so do its tasks');
SELECT is((SELECT kept_by FROM fanout.storage_overview WHERE generation = 1), 'current: new runs start here', 'the overview says which is the current one');
SELECT matches((SELECT kept_by FROM fanout.storage_overview WHERE generation = 0), '^ended runs, kept until ', 'and until when another is kept');
CALL maintain_after('2 min');
SELECT isnt(pages(0), 0::bigint, 'a run that is kept keeps its generation');
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'old' AND status = 'completed'), 3::bigint, 'and is read as before');

SELECT is(fanout.prune('0'), 1::bigint, 'it is removed');
SELECT isnt(pages(0), 0::bigint, 'its rows are there');
SELECT matches((SELECT kept_by FROM fanout.storage_overview WHERE generation = 0), '^nothing', 'though nothing keeps them');
CALL maintain_until('pages(0) = 0');
SELECT is(pages(0), 0::bigint, 'until the generation is truncated');
SELECT is((SELECT kept_by FROM fanout.storage_overview WHERE generation = 0), 'empty', 'then it is empty');
SELECT is((SELECT count(*) FROM fanout.generations WHERE generation = 0), 0::bigint, 'as if it had never begun');

-- A statement that names the partition, and what goes past the executor, find the table as it is now.
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'young'), 3::bigint, 'others are read as before');
SELECT done(:'young');
SELECT is(fanout.run_status(:'young'), 'completed', 'and go on');

-- An open run.
SELECT fanout.start_run('f', '[1, 2]') AS open \gset
CALL maintain_after('4 days');
SELECT is(current_generation(), 2::bigint, 'the ring turns while a run goes on');
SELECT matches((SELECT kept_by FROM fanout.storage_overview WHERE generation = 1), '^1 open runs, the oldest since ', 'which keeps its generation');
SELECT fanout.prune('0');
CALL maintain_after('2 min');
SELECT isnt(pages(1), 0::bigint, 'also where all others in it are gone');
SELECT done(:'open');
SELECT is(fanout.run_output(:'open'), '{"work": [1, 1]}', 'and ends well');
SELECT fanout.drop_flow('f');
CALL maintain_until('pages(1) = 0');
SELECT is(pages(1), 0::bigint, 'a flow that is dropped leaves nothing either');

-- Nothing is in the way of the ring.
SELECT is(current_generation(), 2::bigint, 'a generation in which nothing is does not end');
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT setval('fanout.generation_seq', 15);
SELECT done(fanout.start_run('f', '[1]')) AS last \gset
CALL maintain_after('2 min');
CALL maintain_after('4 days');
CALL maintain_until('current_generation() = 0');
SELECT is(current_generation(), 0::bigint, 'after the last comes the first');
SELECT done(fanout.start_run('f', '[1]'));
SELECT fanout.start_run('f', '[]', run_id => '00000000-0000-0000-0000-000000000001');
UPDATE fanout.runs SET generation = 1 WHERE run_id = '00000000-0000-0000-0000-000000000001';
CALL maintain_after('4 days');
SELECT is(current_generation(), 2::bigint, 'one in which a run is still is passed over');
SELECT done(fanout.start_run('f', '[1]'));
SELECT is(fanout.prune('0'), 4::bigint, 'all are removed');
CALL maintain_until('current_generation() = 3 AND pages(0) + pages(2) + pages(15) = 0');
SELECT is(current_generation(), 3::bigint, 'a current generation that has only garbage ends at once');
SELECT is(pages(0) + pages(2) + pages(15), 0::bigint, 'and what is left of it and the others is given back');
SELECT is((SELECT sum(bytes) > 0 FROM fanout.storage_overview), true, 'the sizes are shown');
CREATE ROLE developer_only;
SELECT fanout.grant_developer('developer_only');
SET ROLE developer_only;
SELECT is((SELECT count(*) FROM fanout.storage_overview), 0::bigint, 'to operators');
RESET ROLE;
DROP OWNED BY developer_only;
DROP ROLE developer_only;

SELECT * FROM finish();
