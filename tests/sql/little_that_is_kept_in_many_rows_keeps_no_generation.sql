-- What is kept of a generation is measured in bytes of all of its tables: a failed run of many small rows doesn't keep the large ones that are
-- garbage beside it.
-- Not in one transaction: what it has removed itself, it may yet see.
SELECT plan(4);

SELECT fanout.create_flow('large'), fanout.add_step('large', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_attempts => 1),
       fanout.create_flow('small'), fanout.add_step('small', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_attempts => 1,
           on_failure => 'collect', tolerated_failures => 199);
\ir ../harness/days_go_by.sql
CALL maintain_after('2 min');
-- A megabyte of items, a row a page; beside that two hundred failures, a hundred rows a page.
SELECT fanout.start_run('large', (SELECT jsonb_agg(repeat(md5(i::text), 120)) FROM generate_series(1, 300) i)) AS large \gset
SELECT fanout.complete_task(run_id, step_slug, task_index, '1') FROM fanout.claim_tasks(fanout.register_worker('w', ARRAY['h']), 1000) WHERE run_id = :'large';
SELECT fanout.start_run('small', (SELECT jsonb_agg(i) FROM generate_series(1, 200) i)) AS small \gset
SELECT fanout.fail_task(run_id, step_slug, task_index, 'broken') FROM fanout.claim_tasks(fanout.register_worker('w', ARRAY['h']), 1000) WHERE run_id = :'small';
SELECT is((SELECT string_agg(r.status, ' ' ORDER BY r.started_at) FROM fanout.runs r), 'completed failed', 'one has failed');
CALL maintain_after('4 days');
SELECT isnt((SELECT last_value FROM fanout.generation_seq WHERE is_called), NULL, 'another generation has begun');
SELECT is(fanout.prune('0', 'large'), 1::bigint, 'the large one is removed');
CALL maintain_after('2 min');
SELECT isnt((SELECT generation FROM fanout.runs WHERE run_id = :'small'), 0::smallint, 'and the small one makes room, however many rows it has');

SELECT * FROM finish();
