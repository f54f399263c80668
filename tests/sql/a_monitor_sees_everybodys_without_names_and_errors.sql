BEGIN;
SELECT plan(24);

CREATE ROLE author;
CREATE ROLE watcher;
CREATE ROLE dual;
SELECT fanout.grant_developer('author'), fanout.grant_developer('dual');
GRANT pg_monitor TO watcher, dual;

SET ROLE author;
SELECT fanout.create_limit('gate', max_concurrency => 5);
SELECT fanout.create_flow('f', max_attempts => 1, description => 'secret'), fanout.add_step('f', 'work', handler => 'h', limits => '{gate}');
SELECT fanout.start_run('f', '"secret"', name => 'secret') AS failed \gset
RESET ROLE;
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.claim_tasks(:w, 1);
SELECT fanout.fail_task(:'failed', 'work', 0, 'secret');
SET ROLE author;
SELECT fanout.start_run('f', '"secret"', name => 'secret') AS run \gset
SET ROLE dual;
SELECT fanout.create_flow('own'), fanout.add_step('own', 'work', handler => 'h');
SELECT fanout.start_run('own', name => 'mine') AS mine \gset

SET ROLE watcher;
SELECT results_eq('SELECT flow, status, done, total FROM fanout.runs_overview ORDER BY flow, status', $$VALUES
    ('f' COLLATE "C", 'failed' COLLATE "C", 1::bigint, 1::bigint), ('f', 'started', 0, 1), ('own', 'started', 0, 1)$$, 'a monitor sees everybody''s runs');
SELECT throws_ok(format('SELECT %I FROM fanout.runs_overview', c), '42501', NULL, format('without any %s', c)) FROM unnest(ARRAY['name', 'error']) c;
SELECT results_eq('SELECT flow, steps FROM fanout.flows_overview ORDER BY flow', $$VALUES ('f' COLLATE "C", 1::bigint), ('own', 1)$$, 'and flows');
SELECT throws_ok('SELECT description FROM fanout.flows_overview', '42501', NULL, 'without what is said of them');
SELECT is((SELECT sum(waiting) FROM fanout.queue_overview), 2::numeric, 'and what waits');
SELECT is((SELECT name::text FROM fanout.limits_overview), 'gate', 'and limits');
SELECT is((SELECT count(*) FROM fanout.workers_overview), 1::bigint, 'and workers');
SELECT is((SELECT count(*) FROM fanout.storage_overview), 16::bigint, 'and how much is stored');
SELECT isnt_empty('SELECT * FROM fanout.health()', 'and how it all is');
SELECT is((SELECT value FROM fanout.metrics() WHERE name = 'fanout_runs' AND labels ->> 'status' = 'failed'), 1::float8, 'and the metrics');
SELECT throws_ok(format('SELECT * FROM fanout.%I', v), '42501', NULL, 'but not ' || v)
  FROM unnest(ARRAY['step_tasks', 'run_outputs', 'task_failures', 'steps_overview']) v;
SELECT throws_ok(format('SELECT fanout.cancel_run(%L)', :'run'), '42501', NULL, 'and steers nothing');

-- Who may read names and errors sees those of his own alone, whatever else he is.
SET ROLE dual;
SELECT results_eq('SELECT flow, name FROM fanout.runs_overview', $$VALUES ('own' COLLATE "C", 'mine' COLLATE "C")$$, 'a developer who is one sees his own runs');
SELECT is((SELECT string_agg(flow, ' ') FROM fanout.flows_overview), 'own', 'and flows');
SELECT is((SELECT count(*) FROM fanout.run_outputs), 1::bigint, 'and the inputs of his own');
SELECT is((SELECT sum(waiting) FROM fanout.queue_overview), 2::numeric, 'and of others what a monitor sees');
SET ROLE pg_monitor;
SELECT is((SELECT count(*) FROM fanout.runs_overview), 3::bigint, 'or as a monitor everybody''s, without names');

-- What no counter says is counted by the results that there are, for a monitor as well.
SET ROLE author;
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.start_run('f', '[0, 1, 2]') AS retried \gset
RESET ROLE;
SELECT count(*) FROM fanout.claim_tasks(:w, 5);
SELECT fanout.complete_task(:'retried', 'work', 0, '0'), fanout.fail_task(:'retried', 'work', 1, 'no'), fanout.fail_task(:'retried', 'work', 2, 'no');
SET ROLE author;
SELECT fanout.retry_task(:'retried', 'work', 1);
SET ROLE watcher;
SELECT results_eq(format('SELECT status, done, total FROM fanout.runs_overview WHERE run_id = %L', :'retried'), $$VALUES ('started' COLLATE "C", 2::bigint, 3::bigint)$$,
    'a monitor sees how far a run is of which only one task is tried again');

SET ROLE author;
SELECT is((SELECT count(*) FROM fanout.runs_overview WHERE name = 'secret'), 2::bigint, 'one who is none sees her own');
SELECT is((SELECT count(*) FROM fanout.queue_overview WHERE handler = 'h' AND waiting = 1), 1::bigint, 'and nothing else');

SELECT * FROM finish();
ROLLBACK;
