-- The tables of the report, each a line "## title" and rows with | between the columns, for tests/bench/run to lay out.
-- bench.measurements has been filled. Variable: items.
\set ON_ERROR_STOP on

CREATE TEMPORARY TABLE contestants AS
SELECT * FROM (VALUES
    (1, 'skip_locked', 'SKIP LOCKED table, claims by key', true),
    (2, 'skip_locked_tuned', 'SKIP LOCKED table, claims by ctid, fillfactor 50', true),
    (3, 'one_transaction', 'one SQL transaction', true),
    (4, 'one_transaction_tuned', 'one SQL transaction, fillfactor 50', true),
    (5, 'pg_boss', 'pg-boss, batches of 1,000', true),
    (6, 'graphile_worker', 'graphile-worker, local queue, batched', true),
    (7, 'cpp', 'pgfanout, C++ handler', false),
    (8, 'cpp_snapshot', 'the same, while another session holds a snapshot', false),
    (9, 'sql', 'pgfanout, SQL handler (PL/pgSQL)', false),
    (10, 'process', 'pgfanout, process handler (Python)', false)) AS v (position, contestant, title, is_baseline);

CREATE VIEW bench.medians AS
SELECT contestant, metric, percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median,
       percentile_cont(0.99) WITHIN GROUP (ORDER BY value) AS p99, min(value) AS least, max(value) AS most,
       count(*) AS times
FROM bench.measurements GROUP BY contestant, metric;
SET search_path = public, bench;

-- How many times as fast, within each repetition.
CREATE TEMPORARY VIEW ratios AS
SELECT c.contestant, b.contestant AS baseline, percentile_cont(0.5) WITHIN GROUP (ORDER BY b.value / c.value) AS median,
       min(b.value / c.value) AS least, max(b.value / c.value) AS most
FROM bench.measurements c JOIN bench.measurements b USING (metric, repetition)
WHERE metric = 'seconds' GROUP BY c.contestant, b.contestant;

-- A measurement's median by what it is called; null where that part didn't run.
CREATE FUNCTION pg_temp.median(contestant text, metric text) RETURNS float8 LANGUAGE sql
RETURN (SELECT m.median FROM medians m WHERE m.contestant = median.contestant AND m.metric = median.metric);
CREATE FUNCTION pg_temp.p99(contestant text, metric text) RETURNS float8 LANGUAGE sql
RETURN (SELECT m.p99 FROM medians m WHERE m.contestant = p99.contestant AND m.metric = p99.metric);
CREATE FUNCTION pg_temp.most(contestant text, metric text) RETURNS float8 LANGUAGE sql
RETURN (SELECT m.most FROM medians m WHERE m.contestant = most.contestant AND m.metric = most.metric);
CREATE FUNCTION pg_temp.ratio(contestant text, baseline text) RETURNS float8 LANGUAGE sql
RETURN (SELECT r.median FROM ratios r WHERE r.contestant = ratio.contestant AND r.baseline = ratio.baseline);

-- Microseconds a task of a fan-out of so many: of one alone, and of many, none of which is waited for before the next is started.
CREATE TEMPORARY VIEW sizes AS
SELECT m.contestant::bigint AS items, m.times AS runs, 1e6 * m.median / m.contestant::bigint AS median,
       1e6 * m.least / m.contestant::bigint AS least, 1e6 * m.most / m.contestant::bigint AS most,
       1e6 * coalesce(s.median, m.median) / m.contestant::bigint AS streamed
FROM medians m LEFT JOIN medians s ON s.contestant = m.contestant AND s.metric = 'stream' WHERE m.metric = 'size';

CREATE TEMPORARY VIEW connections AS
SELECT metric::int AS connections, :items / median AS speed FROM medians WHERE contestant = 'connections' AND metric <> 'deadlocks';

CREATE TEMPORARY VIEW figures (line, figure, relation, target, measured, digits) AS
VALUES
    (1, 'C++ handler × one SQL transaction', '≥', 3.3, pg_temp.ratio('cpp', 'one_transaction'), 2),
    (2, 'C++ handler × SKIP LOCKED table', '≥', 6.5, pg_temp.ratio('cpp', 'skip_locked'), 2),
    (3, 'C++ handler × pg-boss', '≥', 32, pg_temp.ratio('cpp', 'pg_boss'), 1),
    (4, 'C++ handler × graphile-worker', '≥', 27, pg_temp.ratio('cpp', 'graphile_worker'), 1),
    (5, 'SQL handler × one SQL transaction', '≥', 3.3, pg_temp.ratio('sql', 'one_transaction'), 2),
    (6, 'cost a task, the dearest size × the cheapest', '≤', 1.2, (SELECT max(streamed) / min(streamed) FROM sizes), 2),
    (7, 'cost a task, 1,000,000 items × 100,000', '≤', 1.1,
        (SELECT l.median / s.median FROM sizes l, sizes s WHERE l.items = 1000000 AND s.items = 100000), 2),
    (8, 'spawn × plain INSERT … SELECT jsonb_array_elements', '≤', 1.2, pg_temp.median('pgfanout', 'spawn') / pg_temp.median('plain', 'spawn'), 2),
    (9, 'array × jsonb_agg', '≤', 1.2, pg_temp.median('pgfanout', 'array') / pg_temp.median('plain', 'array'), 2),
    (10, 'WAL bytes a task, C++ handler × two bare inserts', '≤', 1.15, pg_temp.median('cpp', 'wal') / pg_temp.median('plain', 'wal'), 2),
    (11, 'dead rows a task, C++ handler', '<', 0.02, pg_temp.most('cpp', 'dead'), 4),
    (12, 'dead rows a task, SQL handler', '<', 0.02, pg_temp.most('sql', 'dead'), 4),
    (13, 'throughput while another session holds a snapshot × without', '≥', 0.98, pg_temp.ratio('pair_snapshot', 'pair'), 2),
    (14, '64 connections × the best number of them', '≥', 0.9,
        (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY b.value / m.value) FROM measurements m JOIN measurements b USING (contestant, repetition)
         WHERE contestant = 'connections' AND m.metric = '64' AND b.metric = (SELECT connections::text FROM connections ORDER BY speed DESC LIMIT 1)), 2),
    (15, 'deadlocks in that', '≤', 0, pg_temp.median('connections', 'deadlocks'), 0),
    (16, 'claim p99, 10,000 runs active × one', '≤', 2, pg_temp.p99('active_10000', 'exchange') / pg_temp.p99('active_1', 'exchange'), 2),
    (17, 'claim, median, 1,000,000 items × 1,000', '≤', 1.2, pg_temp.median('1000000', 'claim') / pg_temp.median('1000', 'claim'), 2),
    (18, 'single-step run on an idle system, median ms', '≤', 2, 1000 * pg_temp.median('single', 'server'), 2),
    (19, 'single-step run on an idle system, p99 ms', '≤', 8, 1000 * pg_temp.p99('single', 'server'), 2),
    (20, 'each further step, median ms', '≤', 1, 500 * (pg_temp.median('three_steps', 'server') - pg_temp.median('single', 'server')), 2),
    (21, 'short runs (3 steps, 1 task each) a second', '≥', 3000, :short_runs / pg_temp.median('short_runs', 'seconds'), 0),
    (22, 'daemon''s memory while 1,000,000 tasks pass, MiB', '≤', 64, greatest(pg_temp.most('memory', 'most'), pg_temp.most('memory', 'million')), 1),
    (23, 'daemon''s memory after 10 fan-outs less that after the first, MiB', '≤', 4, pg_temp.median('memory', 'last') - pg_temp.median('memory', 'first'), 1),
    (24, 'a backend''s own memory at its largest × the array of 1,000,000 items', '≤', 4, pg_temp.median('sizes', 'backend') / pg_temp.median('sizes', 'bytes'), 1),
    (25, 'process handler (Python), tasks/s', '≥', 20000, :items / pg_temp.median('process', 'seconds'), 0),
    (26, 'HTTP handler, 1,000 requests in flight at 100 ms each, tasks/s', '≥', 9000, :items / pg_temp.median('http', 'seconds'), 0),
    (27, 'concurrency that adapts × the best fixed one', '≥', 0.8, pg_temp.median('adaptive', 'range')
        / (SELECT max(median) FROM medians WHERE contestant = 'adaptive' AND metric <> 'range'), 2),
    (28, 'adding a step, the last of 600 × the first of them', '≤', 1.5, pg_temp.median('add_step', '600') / pg_temp.median('add_step', '100'), 2),
    (29, 'an exchange, after a flow of 3,000 steps of somebody else''s has changed × before', '≤', 1.5,
        pg_temp.median('bystander', 'changed') / pg_temp.median('bystander', 'unchanged'), 2),
    (30, 'the first 20 tasks of 100,000 in step_tasks × of 1,000', '≤', 2, pg_temp.median('first_tasks', '100000') / pg_temp.median('first_tasks', '1000'), 2),
    (31, 'queue rows of 6,000 tasks that wait for their retry', '≤', 600, pg_temp.median('retries', 'rows_6000'), 0),
    (32, 'all of these in step_tasks × of 3,000', '≤', 2.5, pg_temp.median('retries', 'view_6000') / pg_temp.median('retries', 'view_3000'), 2),
    (33, 'tasks that meet at five rows × the same one at a time', '≤', 3, pg_temp.median('hot', 'seconds') / pg_temp.median('hot_one', 'seconds'), 2),
    (34, 'from a daemon''s death until its tasks are begun again, with a lease of 5 s, p99 s', '≤', 7, pg_temp.p99('takeover', 'seconds'), 2),
    (35, 'one-step runs at 1,000 a second, started_at to completed_at, p99 ms', '≤', 6, 1000 * pg_temp.median('arrivals_single', 'p99_1000'), 2),
    (36, 'one-step runs at 2,000 a second, p99 ms', '≤', 15, 1000 * pg_temp.median('arrivals_single', 'p99_2000'), 2),
    (37, 'the most one-step runs a second of those tried that are done as fast as they come', '≥', 5000,
        (SELECT max(substr(metric, 6)::int) FROM medians WHERE contestant = 'arrivals_single' AND metric LIKE 'rate%' AND median >= 0.95 * substr(metric, 6)::int), 0),
    (38, 'fan-outs of 100 at 600 a second, p99 ms', '≤', 10, 1000 * pg_temp.median('arrivals_fanout', 'p99_600'), 2),
    (39, 'fan-outs of 100 at 1,500 a second, p99 ms', '≤', 30, 1000 * pg_temp.median('arrivals_fanout', 'p99_1500'), 2),
    (40, '10,000,000 rows of a function, counts kept, s', '≤', 30, pg_temp.median('many_rows', 'seconds_10000000'), 1),
    (41, 'a backend''s own memory at its largest, 10,000,000 rows × 1,000,000', '≤', 1.1,
        pg_temp.median('many_rows', 'backend_10000000') / pg_temp.median('many_rows', 'backend_1000000'), 2),
    (42, 'removing these runs, s', '≤', 2, pg_temp.median('prune', 'seconds'), 2),
    (43, 'fan-outs beside that × without', '≥', 0.95, pg_temp.median('prune', 'throughput'), 2),
    (44, 'the slowest look at one run of 1,000,000 tasks, ms', '≤', 20,
        (SELECT max(median) FROM medians WHERE contestant = 'looking' AND metric NOT LIKE 'list%'), 1),
    (45, '10,000 runs in runs_overview, ms', '≤', 200, pg_temp.median('looking', 'list'), 0),
    (46, 'short runs while 100 sessions wait for another × without', '≥', 0.98, pg_temp.ratio('waiters_beside', 'waiters_without'), 2),
    (47, 'from a run''s end until the session that waits for it knows, ms', '≤', 5, 1000 * pg_temp.median('waiters_1', 'woken'), 2),
    (48, 'the same for 100 of them, ms', '≤', 5, 1000 * pg_temp.median('waiters_100', 'woken'), 2);

\pset format unaligned
\pset footer off

\qecho '## Throughput'
SELECT title AS contestant,
       to_char(:items / s.median, 'FM999,999,999') AS "tasks/s",
       to_char(:items / s.most, 'FM999,999,999') || ' – ' || to_char(:items / s.least, 'FM999,999,999')
           AS "lowest – highest",
       to_char(w.median, 'FM999,999') AS "WAL bytes a task",
       to_char(v.median, 'FM990.0000') AS "row versions made obsolete a task",
       to_char(d.median, 'FM990.0000') AS "dead rows left a task"
FROM contestants
JOIN medians s USING (contestant) JOIN medians w USING (contestant)
JOIN medians v USING (contestant) JOIN medians d USING (contestant)
WHERE s.metric = 'seconds' AND w.metric = 'wal' AND v.metric = 'versions' AND d.metric = 'dead'
ORDER BY position;

\qecho '## How many times as fast (median of the repetitions, lowest – highest)'
SELECT c.title AS contestant, b.title AS "compared with",
       to_char(r.median, 'FM990.00') AS ratio,
       to_char(r.least, 'FM990.00') || ' – ' || to_char(r.most, 'FM990.00') AS "lowest – highest"
FROM ratios r JOIN contestants c USING (contestant) JOIN contestants b ON b.contestant = r.baseline
WHERE NOT c.is_baseline AND b.is_baseline
ORDER BY c.position, b.position;

\qecho '## An exchange that claims 100 tasks'
SELECT to_char(contestant::bigint, 'FM999,999,999') AS "tasks in the fan-out", times AS exchanges,
       to_char(1000 * median, 'FM990.000') AS "median, ms", to_char(1000 * p99, 'FM990.000') AS "p99, ms"
FROM medians WHERE metric = 'claim' ORDER BY contestant::bigint;

\qecho '## An exchange that claims 100 tasks, by the number of active runs'
SELECT to_char(substr(contestant, 8)::int, 'FM999,999') AS "active runs", times AS exchanges,
       to_char(1000 * median, 'FM990.000') AS "median, ms", to_char(1000 * p99, 'FM990.000') AS "p99, ms"
FROM medians WHERE metric = 'exchange' ORDER BY substr(contestant, 8)::int;

\qecho '## A fan-out, C++ handler, by its size'
SELECT to_char(items, 'FM9,999,999') AS items, runs, to_char(median, 'FM990.00') AS "µs a task",
       to_char(least, 'FM990.00') || ' – ' || to_char(most, 'FM990.00') AS "lowest – highest",
       to_char(streamed, 'FM990.00') AS "µs a task, many runs" FROM sizes ORDER BY sizes.items;

\qecho '## One fan-out completed by so many connections'
SELECT connections, to_char(speed, 'FM999,999') AS "tasks/s" FROM connections ORDER BY connections;

\qecho '## The parts that plain SQL can do, too'
SELECT CASE metric WHEN 'spawn' THEN 'tasks from an array' ELSE 'the array of their outputs' END AS part,
       to_char(1e6 * p.median / :items, 'FM990.00') AS "pgfanout, µs a task", to_char(1e6 * q.median / :items, 'FM990.00') AS "plain SQL, µs a task"
FROM medians p JOIN medians q USING (metric) WHERE p.contestant = 'pgfanout' AND q.contestant = 'plain' AND metric IN ('spawn', 'array') ORDER BY metric DESC;

\qecho '## A run of tasks that do nothing, on an idle system'
SELECT CASE metric WHEN 'wall' THEN 'one step, start_run sent until seen completed'
                   ELSE CASE contestant WHEN 'single' THEN 'one step' ELSE 'three steps' END || ', started_at to completed_at' END
           AS measured, times AS runs,
       to_char(1000 * median, 'FM990.00') AS "median, ms", to_char(1000 * p99, 'FM990.00') AS "p99, ms",
       to_char(1000 * most, 'FM990.00') AS "longest, ms"
FROM medians WHERE contestant IN ('single', 'three_steps') ORDER BY metric DESC, contestant;

\qecho '## A service that takes 100 ms, 1,000 requests in flight'
SELECT to_char(:items / s.median, 'FM999,999,999') AS "tasks/s",
       to_char(:items / s.most, 'FM999,999,999') || ' – ' || to_char(:items / s.least, 'FM999,999,999')
           AS "lowest – highest",
       to_char(c.most, 'FM999,999') AS "connections, most", to_char(m.most, 'FM990.0') AS "daemon's memory, most, MiB"
FROM medians s, medians c, medians m
WHERE (s.contestant, s.metric) = ('http', 'seconds') AND (c.contestant, c.metric) = ('http', 'connections')
  AND (m.contestant, m.metric) = ('http', 'memory');

\qecho '## A service that takes eight at a time, 10 ms each'
SELECT CASE metric WHEN 'range' THEN 'from 1 to 64' ELSE metric END AS concurrency, to_char(median, 'FM999,999') AS "tasks/s"
FROM medians WHERE contestant = 'adaptive' ORDER BY metric = 'range', length(metric), metric;

\qecho '## Large flows, many retries, rows that tasks meet at'
SELECT CASE contestant || ' ' || metric
           WHEN 'add_step 100' THEN 'adding one of the first 100 steps, ms' WHEN 'add_step 600' THEN 'adding one of the steps 501 to 600, ms'
           WHEN 'bystander unchanged' THEN 'an exchange beside a flow of 3,000 steps, ms'
           WHEN 'bystander changed' THEN 'the same right after that flow has changed, ms'
           WHEN 'first_tasks 1000' THEN 'the first 20 tasks of 1,000 in step_tasks, ms' WHEN 'first_tasks 100000' THEN 'the first 20 tasks of 100,000, ms'
           WHEN 'retries rows_3000' THEN 'queue rows of 3,000 tasks that wait for their retry' WHEN 'retries rows_6000' THEN 'queue rows of 6,000 of them'
           WHEN 'retries view_3000' THEN 'all of 3,000 of them in step_tasks, ms' WHEN 'retries view_6000' THEN 'all of 6,000 of them, ms'
           WHEN 'hot seconds' THEN '2,000 tasks that each update one of five rows, two daemons, s'
           WHEN 'takeover seconds' THEN 'from a daemon''s death until its tasks are begun again, with a lease of 5 s, s' ELSE 'the same one at a time, s' END AS measured,
       times, to_char(median, 'FM999,990.00') AS median, to_char(most, 'FM999,990.00') AS most
FROM medians WHERE contestant IN ('add_step', 'bystander', 'first_tasks', 'retries', 'hot', 'hot_one', 'takeover') ORDER BY contestant, metric DESC;

\qecho '## Runs that keep coming, eight clients, SQL handler'
SELECT CASE m.contestant WHEN 'arrivals_single' THEN 'one step' ELSE 'fan-outs of 100' END AS runs, to_char(substr(m.metric, 8)::int, 'FM999,999') AS "started a second",
       to_char(r.median, 'FM999,999') AS "completed a second", to_char(1000 * m.median, 'FM999,990.00') AS "median, ms", to_char(1000 * p.median, 'FM999,990.00') AS "p99, ms"
FROM medians m JOIN medians p ON p.contestant = m.contestant AND p.metric = 'p99_' || substr(m.metric, 8)
JOIN medians r ON r.contestant = m.contestant AND r.metric = 'rate_' || substr(m.metric, 8)
WHERE m.metric LIKE 'median\_%' ORDER BY m.contestant DESC, substr(m.metric, 8)::int;

\qecho '## 16 slots, 1 ms a task'
SELECT to_char(:items / median, 'FM999,999') AS "tasks/s", to_char(:items / most, 'FM999,999') || ' – ' || to_char(:items / least, 'FM999,999') AS "lowest – highest"
FROM medians WHERE contestant = 'one_by_one';

\qecho '## Rows of a function, counts kept'
SELECT to_char(substr(s.metric, 9)::int, 'FM99,999,999') AS rows, to_char(s.median, 'FM990.0') AS seconds,
       to_char(b.median, 'FM990') AS "a backend's own memory, most, MiB", to_char(d.median, 'FM990') AS "daemon's memory, most, MiB"
FROM medians s JOIN medians b ON b.metric = 'backend_' || substr(s.metric, 9) AND b.contestant = 'many_rows' JOIN medians d ON d.metric = 'daemon_' || substr(s.metric, 9) AND d.contestant = 'many_rows'
WHERE s.contestant = 'many_rows' AND s.metric LIKE 'seconds%' ORDER BY substr(s.metric, 9)::int;

\qecho '## A look at one run of 1,000,000 tasks, whose results have a row for each'
SELECT CASE metric WHEN 'list' THEN '10,000 runs in runs_overview' WHEN 'list_health' THEN 'health beside these' ELSE metric END AS look, to_char(median, 'FM990.0') AS "median, ms", to_char(most, 'FM990.0') AS "longest, ms"
FROM medians WHERE contestant = 'looking' ORDER BY metric LIKE 'list%', metric;

\qecho '## From a run''s end until a session that waits for it knows'
SELECT substr(contestant, 9) AS "sessions that wait for it", times, to_char(1000 * median, 'FM990.00') AS "median, ms", to_char(1000 * p99, 'FM990.00') AS "p99, ms",
       to_char(1000 * most, 'FM990.00') AS "longest, ms"
FROM medians WHERE metric = 'woken' ORDER BY substr(contestant, 9)::int;

\qecho '## A look at tasks and results of fan-outs of 100,000 and of 1,000,000'
SELECT replace(substr(contestant, 6), '_', ' ') AS look, to_char(median, 'FM99,990.00') AS "median, ms", to_char(most, 'FM99,990.00') AS "longest, ms"
FROM medians WHERE metric = 'look' ORDER BY contestant;

\qecho '## Figures to reach'
SELECT figure, relation || ' ' || target AS target,
       round(measured::numeric, digits) AS measured,
       CASE WHEN CASE relation WHEN '≥' THEN measured >= target WHEN '≤' THEN measured <= target
                               ELSE measured < target END
            THEN 'yes' ELSE 'no' END AS reached
FROM figures WHERE measured IS NOT NULL ORDER BY line;
