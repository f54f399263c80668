BEGIN;
SELECT plan(12);

SELECT fanout.create_limit('api', max_concurrency => 4);
SELECT fanout.create_limit('disk', max_concurrency => 2);
SELECT fanout.create_flow('f'), fanout.create_flow('g');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{api}');
SELECT fanout.add_step('g', 'both', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{api,disk}');
SELECT fanout.add_step('g', 'single', handler => 'other', limits => '{disk}');
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]') AS f \gset
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.register_worker('o', ARRAY['other']) AS o \gset

SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 3)), 3::bigint, 'one flow takes three of four');
SELECT fanout.start_run('g', '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]') AS g \gset
SELECT is((SELECT string_agg(flow_slug, ' ') FROM fanout.claim_tasks(:w, 100)), 'g', 'and the other the last');
SELECT results_eq('SELECT name, in_flight, waiting::int FROM fanout.limits_overview ORDER BY name',
    $$VALUES ('api', 4, 16), ('disk', 1, 0)$$, 'both limits count');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:o, 1)), 1::bigint, 'a limit of several steps has room for another of them');
SELECT fanout.complete_task(:'f', 'work', i, '1') FROM generate_series(0, 2) i;
SELECT results_eq(format('SELECT flow_slug, count(*)::int FROM fanout.claim_tasks(%s, 100) GROUP BY 1 ORDER BY 1', :w), $$VALUES ('f', 3)$$,
    'a row that meets a second limit, which is full, leaves its place at the first to others');
SELECT is((SELECT string_agg(l.name, ' ') FROM fanout.queue q JOIN fanout.limits l ON l.limit_id = q.parked_on JOIN fanout.step_states s ON s.state_id = q.state_id
            WHERE s.run_id = :'g' AND q.handler = 'h'), 'disk', 'it waits for the second');
SELECT fanout.complete_task(:'f', 'work', 3, '1');
SELECT fanout.complete_task(:'g', 'single', 0, '1');
SELECT results_eq(format('SELECT flow_slug, count(*)::int FROM fanout.claim_tasks(%s, 100) GROUP BY 1 ORDER BY 1', :w), $$VALUES ('g', 1)$$,
    'until that has room');

SELECT fanout.create_limit('api', max_concurrency => 6);
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 2::bigint, 'a limit that is raised lets more in at once');
SELECT fanout.create_limit('api');
SELECT results_eq(format('SELECT flow_slug, count(*)::int FROM fanout.claim_tasks(%s, 100) GROUP BY 1 ORDER BY 1', :w), $$VALUES ('f', 2)$$,
    'one without a cap lets everything in that no other limit keeps');
SELECT results_eq($$SELECT in_flight, held FROM fanout.limits LEFT JOIN fanout.limit_holdings USING (limit_id) WHERE name = 'api'$$,
    'VALUES (8, 8)', 'it goes on counting');
SELECT fanout.create_limit('disk', max_concurrency => 100);
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:w, 100)), 8::bigint, 'and so does the other');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id IS NULL), 0::bigint, 'nothing waits any more');

SELECT * FROM finish();
ROLLBACK;
