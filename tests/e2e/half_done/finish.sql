-- Lets all that begin.sql has left go on: what waits for somebody.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
SELECT run_id AS retries FROM fanout.runs_overview WHERE name = 'retries' \gset
SELECT run_id AS held_run FROM fanout.runs_overview WHERE name = 'held_run' \gset
SELECT run_id AS pushed FROM fanout.runs_overview WHERE name = 'pushed' \gset
SELECT run_id AS failed FROM fanout.runs_overview WHERE name = 'failed' \gset
SELECT run_id AS cancelled FROM fanout.runs_overview WHERE name = 'cancelled' \gset
SELECT run_id AS collected FROM fanout.runs_overview WHERE name = 'collected' \gset
SELECT fanout.retry_task(:'retries', 'each', i) FROM generate_series(0, 2) i;
SELECT fanout.continue_queue('held_queue'), fanout.continue_flow('held_flow'), fanout.continue_run(:'held_run');
SELECT fanout.create_limit('rate', rate => 1000, per => '1 s', burst => 1000);
SELECT fanout.push_items(:'pushed', 'each', '[4]'), fanout.close_items(:'pushed', 'each');
SELECT fanout.resume_run(:'failed'), fanout.resume_run(:'cancelled'), fanout.resume_run(:'collected', failed_items => true);
