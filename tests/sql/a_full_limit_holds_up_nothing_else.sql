BEGIN;
SELECT plan(7);

SELECT fanout.create_limit('narrow', max_concurrency => 1);
SELECT fanout.create_flow('f'), fanout.create_flow('g');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{narrow}', priority => 9);
SELECT fanout.add_step('g', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
-- Three hundred runs that wait for one slot, and all of them go first.
SELECT count(fanout.start_run('f', '[0, 1]')) FROM generate_series(1, 300);
SELECT fanout.start_run('g', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]') AS g \gset

CREATE TEMP TABLE first AS SELECT * FROM fanout.claim_tasks(:w, 8);
SELECT is((SELECT count(*) FROM first WHERE flow_slug = 'f'), 1::bigint, 'one goes through');
SELECT is((SELECT count(*) FROM first WHERE flow_slug = 'g'), 7::bigint, 'and the rest of the same claim is work without a limit');
SELECT cmp_ok((SELECT count(*) FROM fanout.queue WHERE parked_on IS NOT NULL), '>=', 299::bigint, 'what was met is parked');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 8)), 3::bigint, 'the next claim goes there at once');
SELECT fanout.complete_task((SELECT run_id FROM first WHERE flow_slug = 'f'), 'work', 0, '1');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL AND parked_on IS NULL), 1::bigint, 'one that ends lets one of them in');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 8)), 1::bigint, 'which is claimed');

-- A limit that is full of what nobody serves keeps no slot from the others: one of each queue and handler is let in.
SELECT fanout.create_limit('shared', max_concurrency => 1);
SELECT fanout.create_flow('x'), fanout.create_flow('y');
SELECT fanout.add_step('x', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'nobody', limits => '{shared}', priority => 9);
SELECT fanout.add_step('y', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'here', limits => '{shared}');
SELECT fanout.register_worker('here', ARRAY['here']) AS h \gset
SELECT fanout.register_worker('both', ARRAY['here', 'nobody']) AS b \gset
SELECT fanout.start_run('y', '[0, 1, 2]') AS y \gset
SELECT fanout.claim_tasks(:h, 1);
SELECT fanout.start_run('x', '[0, 1, 2]');
SELECT fanout.claim_tasks(:b, 1);
SELECT fanout.complete_task(:'y', 'work', 0, '1');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:h, 1)), 1::bigint, 'a free slot goes to whoever comes');

SELECT * FROM finish();
ROLLBACK;
