-- The tables of the report, each a line "## title" and rows with | between the columns, for tests/bench/run to lay out.
-- bench.measurements has been filled. Variable: items.
\set ON_ERROR_STOP on

CREATE TEMPORARY TABLE contestants AS
SELECT * FROM (VALUES
    (1, 'skip_locked', 'SKIP LOCKED table, claims by key', true),
    (2, 'skip_locked_tuned', 'SKIP LOCKED table, claims by ctid, fillfactor 50', true),
    (3, 'one_transaction', 'one SQL transaction', true),
    (4, 'one_transaction_tuned', 'one SQL transaction, fillfactor 50', true),
    (5, 'cpp', 'pgfanout, C++ handler', false),
    (6, 'sql', 'pgfanout, SQL handler (PL/pgSQL)', false),
    (7, 'process', 'pgfanout, process handler (Python)', false)) AS v (position, contestant, title, is_baseline);

CREATE TEMPORARY VIEW medians AS
SELECT contestant, metric, percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median,
       percentile_cont(0.99) WITHIN GROUP (ORDER BY value) AS p99, min(value) AS least, max(value) AS most,
       count(*) AS times
FROM bench.measurements GROUP BY contestant, metric;

-- How many times as fast, within each repetition.
CREATE TEMPORARY VIEW ratios AS
SELECT c.contestant, b.contestant AS baseline, percentile_cont(0.5) WITHIN GROUP (ORDER BY b.value / c.value) AS median,
       min(b.value / c.value) AS least, max(b.value / c.value) AS most
FROM bench.measurements c JOIN bench.measurements b USING (metric, repetition)
WHERE metric = 'seconds' GROUP BY c.contestant, b.contestant;

CREATE TEMPORARY VIEW figures AS
WITH against AS (
    SELECT 10 * c.position + b.position AS line, c.title || ', × ' || b.title AS figure, b.contestant AS baseline, r.median
    FROM ratios r JOIN contestants c USING (contestant) JOIN contestants b ON b.contestant = r.baseline
    WHERE NOT c.is_baseline AND b.is_baseline AND c.contestant <> 'process'
), single AS (
    SELECT c.position AS line, c.title, m.* FROM medians m JOIN contestants c USING (contestant) WHERE NOT c.is_baseline
)
SELECT 1 AS part, line, figure, '≥' AS relation, 1.5 AS target, median AS measured, 2 AS digits
FROM against WHERE baseline LIKE 'skip_locked%'
UNION ALL
SELECT 2, line, figure || ' (later)', '≥', 1.0, median, 2 FROM against WHERE baseline LIKE 'one_transaction%'
UNION ALL
SELECT 3, line, title || ', dead rows a task', '<', 0.05, most, 4 FROM single WHERE metric = 'dead'
UNION ALL
SELECT 4, line, title || ', WAL bytes a task', '<', 450, median, 0 FROM single WHERE metric = 'wal'
UNION ALL
SELECT 5, 1, 'claim cost, N = 1,000,000 × N = 1,000', '≤', 1.2, large.median / small.median, 2
FROM medians small, medians large
WHERE small.contestant = '1000' AND large.contestant = '1000000' AND small.metric = 'claim' AND large.metric = 'claim'
UNION ALL
SELECT 7, 1, 'HTTP handler, 1,000 requests in flight at 100 ms each, tasks/s', '≥', 9000, :items / median, 0
FROM medians WHERE contestant = 'http' AND metric = 'seconds'
UNION ALL
SELECT 7, 2, 'HTTP handler, the daemon''s memory at its largest, MiB', '<', 64, most, 1
FROM medians WHERE contestant = 'http' AND metric = 'memory'
UNION ALL
SELECT 8, 1, 'concurrency that adapts × the best fixed one', '≥', 0.8, adaptive.median / best.median, 2
FROM medians adaptive, (SELECT max(median) AS median FROM medians WHERE contestant = 'adaptive' AND metric <> 'range') best
WHERE adaptive.contestant = 'adaptive' AND adaptive.metric = 'range'
UNION ALL
SELECT 9, 1, 'C++ handler, the daemon''s memory at its largest in 10 × ' || :items || ' tasks, MiB', '<', 64, median, 1
FROM medians WHERE contestant = 'memory' AND metric = 'most'
UNION ALL
SELECT 9, 2, 'C++ handler, memory after 10 × ' || :items || ' tasks less that after the first, MiB', '<', 4, l.median - f.median, 1
FROM medians l, medians f
WHERE l.contestant = 'memory' AND l.metric = 'last' AND f.contestant = 'memory' AND f.metric = 'first'
UNION ALL
SELECT 6, 1, 'single-step run on an idle system, median ms', '<', 5, 1000 * median, 2
FROM medians WHERE contestant = 'single' AND metric = 'wall'
UNION ALL
SELECT 7, line, title || ', tasks/s', '≥', 20000, :items / median, 0
FROM single WHERE contestant = 'process' AND metric = 'seconds';

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

\qecho '## A single-step run on an idle system'
SELECT CASE metric WHEN 'wall' THEN 'start_run sent until seen completed' ELSE 'started_at to completed_at' END
           AS measured, times AS runs,
       to_char(1000 * median, 'FM990.00') AS "median, ms", to_char(1000 * p99, 'FM990.00') AS "p99, ms",
       to_char(1000 * most, 'FM990.00') AS "longest, ms"
FROM medians WHERE contestant = 'single' ORDER BY metric DESC;

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

\qecho '## Figures to reach'
SELECT figure, relation || ' ' || target AS target,
       round(measured::numeric, digits) AS measured,
       CASE WHEN CASE relation WHEN '≥' THEN measured >= target WHEN '≤' THEN measured <= target
                               ELSE measured < target END
            THEN 'yes' ELSE 'no' END AS reached
FROM figures ORDER BY part, line;
