BEGIN;
SELECT plan(12);

CREATE FUNCTION pg_temp.explained() RETURNS text LANGUAGE sql AS $$ SELECT string_agg(line, E'\n') FROM fanout.explain_flow('f') WITH ORDINALITY x (line, place) $$;
-- A run whose steps took so many seconds, the fan-out with as many items.
CREATE PROCEDURE pg_temp.past_run(w bigint, seconds int) LANGUAGE plpgsql AS $$
DECLARE
    run uuid := fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, seconds) i));
    done bigint := 1;
BEGIN
    WHILE done > 0 LOOP
        SELECT count(*) INTO done FROM (SELECT fanout.complete_task(c.run_id, c.step_slug, c.task_index, '1') FROM fanout.claim_tasks(w, 50) c) x;
    END LOOP;
    UPDATE fanout.runs r SET completed_at = started_at + 10 * seconds * interval '1 s' WHERE r.run_id = run;
    UPDATE fanout.step_states s SET completed_at = started_at + seconds * interval '1 s' WHERE s.run_id = run;
END $$;

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', max_concurrency => 5, batch_size => 1,
                       on_failure => 'collect', tolerated_failures => 3, timeout => '2 min 5 s', queue => 'gpu');
SELECT fanout.add_step('f', 'sum', '{each}', handler => 'h', limits => '{}', priority => 7);
SELECT fanout.add_step('f', 'aside', handler => 'h');
SELECT fanout.add_step('f', 'last', '{sum,aside}', handler => 'h');
SELECT fanout.register_worker('w', '{h}', '{default,gpu}', slots => 100) AS w \gset

SELECT is(pg_temp.explained(), 'Flow f, version 1: no completed run to predict from
aside
     h, max_attempts 3, timeout 1 min
each
     h, fanout over run, max_concurrency 5, on_failure collect, tolerated_failures 3, max_attempts 3,
     timeout 2 min 5 s, queue gpu
└─ sum
        h, max_attempts 3, timeout 1 min, priority 7
   └─ last
           h, after aside and sum, max_attempts 3, timeout 1 min', 'of a flow that has never run nothing is invented');

CALL pg_temp.past_run(:w, 4);
SELECT matches(pg_temp.explained(), '^Flow f, version 1: 40 s, by the last completed run\n', 'one run is a prediction');
SELECT matches(pg_temp.explained(), '\neach  \(4 items, 4 s\)\n', 'of how many items a step will have, and how long it will take');
CALL pg_temp.past_run(:w, 2);
CALL pg_temp.past_run(:w, 9);
SELECT matches(pg_temp.explained(), '^Flow f, version 1: 40 s \(20 s to 1 min 30 s\), by the last 3 completed runs\n', 'of several it is the median, with the range');
SELECT matches(pg_temp.explained(), '\neach  \(4 items, 4 s \(2 s to 9 s\)\)\n', 'also of each step');

-- A run that failed says nothing.
SELECT fanout.start_run('f', '[1]') AS failed \gset
SELECT fanout.cancel_run(:'failed');
SELECT matches(pg_temp.explained(), 'by the last 3 completed runs\n', 'only completed runs count');

SELECT fanout.add_step('f', 'sum', '{each}', handler => 'other', priority => 7);
SELECT fanout.add_step('f', 'new', handler => 'h');
SELECT matches(pg_temp.explained(), '^Flow f, version 2: 40 s .*\neach  \(4 items, 4 s \(2 s to 9 s\)\)\n', 'runs of an earlier version count');
SELECT matches(pg_temp.explained(), '\n└─ sum\n', 'but not for a step that something else executes now');
SELECT matches(pg_temp.explained(), '\nnew\n', 'nor for one that is new');
CALL pg_temp.past_run(fanout.register_worker('v', '{h,other}', '{default,gpu}', slots => 100), 1);
SELECT matches(pg_temp.explained(), '\n└─ sum  \(1 item, 1 s, by 1 run\)\n', 'what fewer runs say is marked');

SELECT throws_ok($$SELECT fanout.explain_flow('g')$$, 'PFFLO', 'flow "g" does not exist', 'an unknown flow is named');
SELECT throws_ok($$SELECT fanout.explain_flow(NULL)$$, 'PFFLO', 'flow "null" does not exist', 'so is none');

SELECT * FROM finish();
ROLLBACK;
