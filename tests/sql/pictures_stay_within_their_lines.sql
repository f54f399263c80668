-- Whatever people call their runs and handlers, and however long and deep it is.
BEGIN;
SELECT plan(17);

SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'end', step_type => 'fanout', fanout_from => 'run', handler => E'a "b" \\ <c>\n#;`[x]');
SELECT fanout.add_step('f', 'each', '{end}', 'fanout', handler => 'h');
SELECT fanout.add_step('f', 'graph', '{end,each}', handler => 'h');
SELECT results_eq($$SELECT fanout.graph('f')$$, $$VALUES ('end × run'), ('└─ each × end'), ('   └─ graph  (after end and each)')$$, 'text');
SELECT results_eq($$SELECT fanout.graph('f', 'mermaid')$$, $$VALUES ('flowchart TD'),
    ('    s1[["end<br/>a #34;b#34; #92; #60;c#62;#63;#35;#59;#96;#91;x#93;"]]'), ('    s2[["each<br/>h"]]'), ('    s3["graph<br/>h"]'),
    ('    s1 -.->|item by item| s2'), ('    s1 --> s3'), ('    s2 --> s3')$$, 'what Mermaid reads, without words of its own');
SELECT results_eq($$SELECT fanout.graph('f', 'dot')$$, $$VALUES ('digraph "f" {'), ('    node [shape=box];'),
    ('    s1 [label="end\na \"b\" \\ <c>?#;`[x]", peripheries=2];'), ('    s2 [label="each\nh", peripheries=2];'), ('    s3 [label="graph\nh"];'),
    ('    s1 -> s2 [label="item by item", style=dashed];'), ('    s1 -> s3;'), ('    s2 -> s3;'), ('}')$$, 'what Graphviz reads');
SELECT throws_ok($$SELECT fanout.graph('f', 'svg')$$, 'PFARG', 'graph: there is no format "svg"', 'another format is refused');
SELECT throws_ok($$SELECT fanout.graph('f', NULL)$$, 'PFARG', 'graph: there is no format null', 'so is none');
SELECT throws_ok($$SELECT fanout.graph('g')$$, 'PFFLO', 'flow "g" does not exist', 'an unknown flow is named');
SELECT fanout.create_flow('empty');
SELECT results_eq($$SELECT fanout.graph('empty', 'dot')$$, $$VALUES ('digraph "empty" {'), ('    node [shape=box];'), ('}')$$, 'a flow without steps is a graph');

-- A deep flow with the longest names, and more of everything than is usual.
SELECT fanout.create_flow(repeat('f', 63));
SELECT fanout.add_step(repeat('f', 63), rpad('s' || i, 63, 'x'), CASE WHEN i > 1 THEN ARRAY[rpad('s' || i - 1, 63, 'x')] ELSE '{}' END,
                       handler => repeat('h', 255), queue => repeat('q', 255), schedule_timeout => '23 h 59 min', start_delay => '1 h 59 min', on_failure => 'collect')
  FROM generate_series(1, 30) i;
SELECT fanout.start_run(repeat('f', 63), name => E'\x1b[31m\u202e\r\n' || repeat('n', 240)) AS run \gset
UPDATE fanout.runs SET started_at = now() - interval '364 days 23 h 59 min';
UPDATE fanout.step_states SET started_at = now() - interval '364 days 23 h' WHERE status = 'started';
CREATE TEMP TABLE lines AS
SELECT 'explain_flow' AS what, fanout.explain_flow(repeat('f', 63)) AS line UNION ALL SELECT 'explain_run', fanout.explain_run(:'run')
 UNION ALL SELECT 'timeline', fanout.timeline(:'run') UNION ALL SELECT 'graph', fanout.graph(repeat('f', 63)) UNION ALL SELECT 'graph', fanout.graph('f');
SELECT ok(max(length(line)) <= 118, format('%s fits 120 columns: %s', what, max(length(line)))) FROM lines GROUP BY what ORDER BY what;
SELECT is_empty($$SELECT * FROM lines WHERE line ~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E]' OR line IS NULL$$, 'nothing breaks a line');

SELECT results_eq($$SELECT fanout.duration_text(d::interval) FROM unnest(ARRAY['0', '0.0004 s', '9.94 ms', '9.96 ms', '999.4 ms', '999.6 ms', '1.24 s', '59.94 s', '59.96 s',
                                                                           '3 min 4 s', '59 min 59.6 s', '2 h', '23 h 59 min 40 s', '3 days 4 h', '-1 s']) d$$,
    $$VALUES ('0 s'), ('0.4 ms'), ('9.9 ms'), ('10 ms'), ('999 ms'), ('1 s'), ('1.2 s'), ('59.9 s'), ('1 min'), ('3 min 4 s'), ('1 h'), ('2 h'), ('1 d'), ('3 d 4 h'), ('0 s')$$,
    'durations are for people');
SELECT is(fanout.duration_text(NULL), NULL, 'none is none');
SELECT results_eq($$SELECT fanout.filled_lines(ARRAY[repeat('a', 60), repeat('b', 54), 'c', repeat('d', 200)], '  ')$$,
    format('VALUES (%L), (%L), (%L)', '  ' || repeat('a', 60) || ',', '  ' || repeat('b', 54) || ', c,', '  ' || repeat('d', 113) || '…'), 'lines are filled');
SELECT is(fanout.printable(E'a\tb\u200b', 2), 'a…', 'a text is cut to its width');
SELECT is((SELECT count(*) FROM lines WHERE what = 'timeline'), 32::bigint, 'a line a step');

SELECT * FROM finish();
ROLLBACK;
