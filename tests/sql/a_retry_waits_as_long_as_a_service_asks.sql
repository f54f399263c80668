BEGIN;
SELECT plan(20);

SELECT fanout.create_flow('f', max_attempts => 9, base_delay => '10 s', max_delay => '10 s');
SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5]') AS run \gset
CREATE TEMP TABLE held AS SELECT * FROM fanout.exchange(:w, 1, 6);

-- Completes task 0 and fails the others, each with another wish.
CREATE TEMP TABLE wish (task_index int, retry_after interval);
INSERT INTO wish VALUES (0, '100 s'), (1, NULL), (2, '1 ms'), (3, '100 s'), (4, '99.95 s'), (5, '1 year');
CREATE TEMP VIEW arrays AS
    SELECT array_agg(claim_id) AS claims, array_agg(task_index) AS indexes, array_agg(CASE task_index WHEN 0 THEN '1' END) AS outputs,
           array_agg(CASE WHEN task_index > 0 THEN 'busy' END) AS errors, array_agg(false) AS final, array_agg(retry_after) AS times
      FROM held JOIN wish USING (task_index);
SELECT fanout.exchange(:w, 2, 0, claims, indexes, outputs, errors, final, retry_after => times) FROM arrays;
SELECT is((SELECT count(*) FROM fanout.task_results), 1::bigint, 'what has an output is completed, whatever was to be waited for');
CREATE FUNCTION pg_temp.delay(task int) RETURNS interval LANGUAGE sql AS $$
    SELECT available_at - (SELECT max(failed_at) FROM fanout.failures WHERE task_index = task) FROM fanout.queue WHERE indexes @> task
$$;
SELECT ok(pg_temp.delay(1) BETWEEN interval '5 s' AND '10 s', 'without a wish the backoff counts');
SELECT ok(pg_temp.delay(2) BETWEEN interval '5 s' AND '10 s', 'and so it does where it is longer');
SELECT is(pg_temp.delay(3), interval '100 s', 'a longer wish counts');
SELECT is(pg_temp.delay(4), interval '100 s', 'in tenths of a second, never less');
SELECT is((SELECT indexes::text FROM fanout.queue WHERE indexes @> 3), '{[3,5)}', 'so that those of about one time are one row');
SELECT is(pg_temp.delay(5), interval '24 h', 'a day at most');

SET fanout.clock_offset = '50 s';
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM fanout.claim_tasks(:w, 9)), ARRAY[1, 2], 'none is attempted before');
SET fanout.clock_offset = '101 s';
SELECT is((SELECT array_agg(task_index ORDER BY task_index) FROM fanout.claim_tasks(:w, 9)), ARRAY[3, 4], 'but then');

-- The small clients' function.
SELECT fanout.fail_task(:'run', 'work', 3, 'busy', retry_after => '1 h');
SELECT is(pg_temp.delay(3), interval '1 h', 'fail_task takes one, too');
SELECT fanout.fail_task(:'run', 'work', 4, 'busy', retry_after => NULL);
SELECT ok(pg_temp.delay(4) BETWEEN interval '5 s' AND '10 s', 'null is none');
SELECT throws_ok(format('SELECT fanout.fail_task(%L, ''work'', 1, ''busy'', retry_after => ''-1 s'')', :'run'), 'PFARG', 'fail_task: retry_after is negative',
                 'a negative one is refused');
SELECT fanout.fail_task(:'run', 'work', 1, 'no use', final => true, retry_after => '1 h');
SELECT is(fanout.run_status(:'run'), 'failed', 'a final error is final');

-- What an exchange refuses, and takes for none.
SELECT fanout.start_run('f', '[0, 1, 2, 3, 4, 5]') AS run \gset
DELETE FROM held;
INSERT INTO held SELECT * FROM fanout.exchange(:w, 3, 6) WHERE kind = 'task';
SELECT throws_ok(format('SELECT fanout.exchange(%s, 4, 0, claims, indexes, outputs, errors, final, retry_after => times[1:2]) FROM arrays', :w),
                 'PFARG', 'exchange: retry_after has 2 elements for 6 tasks', 'one for some tasks only is refused');
SELECT throws_ok(format('SELECT fanout.exchange(%s, 4, 0, claims, indexes, outputs, errors, final, retry_after => array_replace(times, ''1 year'', ''1 month -40 days'')) FROM arrays', :w),
                 'PFARG', 'exchange: retry_after is negative', 'so is a negative one');
SELECT is((SELECT count(*) FROM fanout.task_results WHERE run_id = :'run'), 0::bigint, 'and nothing is recorded');
SELECT lives_ok(format('SELECT fanout.exchange(%s, 4, 0, claims[1:1], indexes[1:1], outputs[1:1], errors[1:1], final[1:1], retry_after => NULL) FROM arrays', :w),
                'null is none');
SELECT lives_ok(format('SELECT fanout.exchange(%s, 5, 0, claims[2:2], indexes[2:2], outputs[2:2], errors[2:2], final[2:2], retry_after => ''{NULL}'') FROM arrays', :w),
                'so is a null element');
SELECT fanout.exchange(:w, 6, 0, claims[4:6], indexes[4:6], outputs[4:6], errors[4:6], final[4:6], retry_after => times[4:6]) FROM arrays;
SELECT fanout.exchange(:w, 6, 0, claims[4:6], indexes[4:6], outputs[4:6], errors[4:6], final[4:6], retry_after => times[4:6]) FROM arrays;
SELECT is((SELECT count(*) FROM fanout.task_failures WHERE run_id = :'run'), 4::bigint, 'a repeated call fails nothing twice');
SELECT is((SELECT sum(width) FROM fanout.queue WHERE available_at IS NOT NULL), 4::bigint, 'nor does it retry twice');

SELECT * FROM finish();
ROLLBACK;
