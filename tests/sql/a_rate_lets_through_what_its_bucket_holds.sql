-- Ten in ten seconds: a token a second, three at once at most.
BEGIN;
SELECT plan(16);

SELECT fanout.create_limit('api', rate => 10, per => '10 s', burst => 3);
SELECT fanout.create_flow('f'), fanout.create_flow('g');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{api}');
SELECT fanout.add_step('g', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'other', limits => '{api}');
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 20) i)) AS f \gset
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.register_worker('o', ARRAY['other']) AS o \gset

CREATE TEMP TABLE answers (n serial, kind text, task_index int, timeout interval);
CREATE FUNCTION pg_temp.ask(sequence int) RETURNS void LANGUAGE sql AS $$
    TRUNCATE answers RESTART IDENTITY;
    INSERT INTO answers (kind, task_index, timeout) SELECT kind, task_index, timeout
      FROM fanout.exchange((SELECT worker_id FROM fanout.workers WHERE name = 'w'), sequence, 100)
$$;

SET fanout.clock_offset = '1 h';
SELECT pg_temp.ask(1);
SELECT is((SELECT count(*) FROM answers WHERE kind = 'task'), 3::bigint, 'at first there is the burst');
SELECT pg_temp.ask(2);
SELECT is((SELECT string_agg(kind, ' ') FROM answers), 'again', 'then nothing');
SELECT cmp_ok((SELECT timeout FROM answers), '>', '0 s'::interval, 'until a time to come');
SELECT cmp_ok((SELECT timeout FROM answers), '<=', '1 s'::interval, 'when the next token is there');
SELECT is((SELECT in_flight FROM fanout.limits), 3, 'tasks are counted as in flight, too');
SET fanout.clock_offset = '3600500 ms';
SELECT pg_temp.ask(3);
SELECT is((SELECT string_agg(kind, ' ') FROM answers), 'again', 'half a second later it is not');
SET fanout.clock_offset = '3601000 ms';
SELECT pg_temp.ask(4);
SELECT is((SELECT array_agg(task_index) FROM answers), ARRAY[3], 'a second later it is');
SET fanout.clock_offset = '3603100 ms';
SELECT pg_temp.ask(5);
SELECT is((SELECT array_agg(task_index) FROM answers), ARRAY[4, 5], 'two seconds make two');

SELECT fanout.start_run('g', '[0, 1, 2]') AS g \gset
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:o, 100)), 0::bigint, 'a step of another flow waits for the same tokens');
SET fanout.clock_offset = '3604200 ms';
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:o, 100)), 1::bigint, 'and gets one');
SELECT pg_temp.ask(6);
SELECT is((SELECT string_agg(kind, ' ') FROM answers), 'again', 'which the first does not');
SET fanout.clock_offset = '7200 s';
SELECT pg_temp.ask(7);
SELECT is((SELECT count(*) FROM answers WHERE kind = 'task'), 3::bigint, 'after a long time there is no more than the burst');
SELECT is((SELECT tokens FROM fanout.limits_overview), 0, 'the overview shows what is left');

SELECT fanout.create_limit('api', rate => 1000, per => '1 s', burst => 5);
SET fanout.clock_offset = '7201 s';
SELECT pg_temp.ask(8);
SELECT is((SELECT count(*) FROM answers WHERE kind = 'task'), 5::bigint, 'a higher rate holds at once');
SELECT fanout.create_limit('api', max_concurrency => 16);
SELECT pg_temp.ask(9);
SELECT is((SELECT count(*) FROM answers WHERE kind = 'task'), 1::bigint, 'without a rate the cap alone counts');
SELECT fanout.create_limit('api', max_concurrency => 17, rate => 1, per => '1 h');
SELECT fanout.cancel_run(:'f');
SELECT fanout.create_limit('api');
SELECT is((SELECT count(*) FROM fanout.claim_tasks(:o, 100)), 2::bigint, 'without either all goes');

SELECT * FROM finish();
ROLLBACK;
