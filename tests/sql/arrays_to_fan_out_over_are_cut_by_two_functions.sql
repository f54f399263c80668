BEGIN;
SELECT plan(18);

SELECT is(fanout.offset_limit(10, 4), '[{"offset": 0, "limit": 4}, {"offset": 4, "limit": 4}, {"offset": 8, "limit": 2}]', 'the last part is smaller');
SELECT is(fanout.offset_limit(8, 4), '[{"offset": 0, "limit": 4}, {"offset": 4, "limit": 4}]', 'or all are full');
SELECT is(fanout.offset_limit(3, 10), '[{"offset": 0, "limit": 3}]', 'or there is one');
SELECT is(fanout.offset_limit(0, 10), '[]', 'of nothing, nothing');
SELECT is(fanout.offset_limit(9000000000, 5000000000), '[{"offset": 0, "limit": 5000000000}, {"offset": 5000000000, "limit": 4000000000}]', 'bigint');
SELECT throws_ok('SELECT fanout.offset_limit(-1, 10)', 'PFARG', 'offset_limit: total is -1', 'a negative total is refused');
SELECT throws_ok('SELECT fanout.offset_limit(NULL, 10)', 'PFARG', 'offset_limit: total is null', 'and no total');
SELECT throws_ok('SELECT fanout.offset_limit(10, 0)', 'PFARG', 'offset_limit: chunk is 0', 'and parts of nothing');
SELECT throws_ok('SELECT fanout.offset_limit(10, NULL)', 'PFARG', 'offset_limit: chunk is null', 'and of no size');

SELECT is(fanout.chunk('[1, "b", null, [4], {"e": 5}]', 2), '[[1, "b"], [null, [4]], [{"e": 5}]]', 'items in arrays of two, in order');
SELECT is(fanout.chunk('[1, 2]', 2), '[[1, 2]]', 'one full one');
SELECT is(fanout.chunk('[1, 2]', 2147483647), '[[1, 2]]', 'one that is not');
SELECT is(fanout.chunk('[]', 5), '[]', 'of nothing, nothing');
SELECT is((SELECT count(*) || ' ' || min((c -> 0)::int) || ' ' || max((c -> -1)::int) FROM jsonb_array_elements(fanout.chunk((SELECT jsonb_agg(i) FROM generate_series(1, 100000) i), 1000)) c),
    '100 1 100000', 'of many');
SELECT throws_ok($$SELECT fanout.chunk('{}', 5)$$, 'PFARG', 'chunk: items is no array but object', 'other values are refused');
SELECT throws_ok($$SELECT fanout.chunk(NULL, 5)$$, 'PFARG', 'chunk: items is no array but SQL NULL', 'and none');
SELECT throws_ok($$SELECT fanout.chunk('[]', 0)$$, 'PFARG', 'chunk: size is 0', 'and chunks of nothing');
SELECT throws_ok($$SELECT fanout.chunk('[]', NULL)$$, 'PFARG', 'chunk: size is null', 'and of no size');

SELECT * FROM finish();
ROLLBACK;
