BEGIN;
SELECT plan(19);

SELECT fanout.create_flow('f', max_attempts => 2);
SELECT fanout.add_step('f', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'first');
SELECT fanout.add_step('f', 'b', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'second', priority => 9);
SELECT fanout.add_step('f', 'c', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'third');
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 10) i)) AS run \gset
SELECT fanout.register_worker('w', ARRAY['h'], ARRAY['first', 'second']) AS w \gset

-- Which tasks of which steps an exchange claims; what it claimed is kept, to be given back.
CREATE FUNCTION pg_temp.take(sequence bigint, tasks int, queue_order text[]) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(step_slug || ' ' || n, ', ' ORDER BY step_slug)
      FROM (SELECT step_slug, count(*) AS n FROM fanout.exchange((SELECT worker_id FROM fanout.workers), sequence, tasks, queue_order => take.queue_order) WHERE kind = 'task' GROUP BY 1) t
$$;

SELECT is(pg_temp.take(1, 2, '{}'), 'b 2', 'without an order the highest priority of all queues goes first');
SELECT is(pg_temp.take(2, 2, NULL), 'b 2', 'null is none');
SELECT is(pg_temp.take(3, 3, '{first,second}'), 'a 3', 'with one, the first queue does');
SELECT is(pg_temp.take(3, 3, '{second,first}'), 'a 3', 'the same number again gives the same claim, whatever the order');
SELECT is((SELECT sum(width) FROM fanout.queue WHERE worker_id IS NOT NULL), 7::bigint, 'and claims nothing more');
SELECT is(pg_temp.take(4, 3, '{second,first}'), 'b 3', 'another order, another queue');
SELECT is(pg_temp.take(5, 9, '{first,second}'), 'a 7, b 2', 'what the first queue lacks comes from the next');
SELECT is(pg_temp.take(6, 9, '{first,second}'), 'b 1', 'an empty queue keeps nobody waiting');

SELECT fanout.start_run('f', '[1, 2, 3, 4]');
SELECT is(pg_temp.take(7, 9, '{third}'), NULL, 'a queue that it doesn''t serve gives nothing');
SELECT is(pg_temp.take(8, 1, '{third,first,first,second}'), 'a 1', 'nor does it stand in the way of those that it serves');
SELECT is(pg_temp.take(9, 9, '{second}'), 'b 4', 'what is not named is left alone');
SELECT is(pg_temp.take(10, 9, '{}'), 'a 3', 'until it is, or no order is given');
SELECT throws_ok('SELECT fanout.exchange(1, 11, 1, queue_order => ''{first,NULL}'')', 'PFARG', 'exchange: queue_order has a null element', 'a null is no queue');

-- Each queue has a low-water mark of its own: one that stands high in one hides nothing in the other.
SELECT fanout.start_run('f', (SELECT jsonb_agg(i) FROM generate_series(1, 10) i));
UPDATE fanout.queue SET virtual_time = CASE queue WHEN 'first' THEN 1000000 ELSE 1 END, priority = 0 WHERE worker_id IS NULL;
SELECT is(pg_temp.take(11, 1, '{first,second}') || ', ' || pg_temp.take(12, 1, '{second,first}') || ', ' || pg_temp.take(13, 1, '{first,second}'), 'a 1, b 1, a 1',
          'the marks of two queues are two');

-- A row that took a worker down waits for a worker that holds nothing: what stands behind it waits, in the other queues too.
UPDATE fanout.queue SET crashed = true, virtual_time = 0 WHERE worker_id IS NULL AND queue = 'first';
SELECT is(pg_temp.take(14, 9, '{first,second}'), NULL, 'a crashed row in the first queue makes the worker run dry');
DELETE FROM fanout.queue WHERE worker_id IS NOT NULL;
SELECT is(pg_temp.take(15, 9, '{first,second}'), 'a 8', 'then it gets that row, and nothing beside it');
SELECT is(pg_temp.take(16, 9, '{second,first}'), NULL, 'and nothing more until that is done');
DELETE FROM fanout.queue WHERE worker_id IS NOT NULL;
SELECT is(pg_temp.take(17, 9, '{second,first}'), 'b 9', 'then the rest');
SELECT is(pg_temp.take(18, 9, '{second,first}'), NULL, 'and nothing is left of what it serves');

SELECT * FROM finish();
ROLLBACK;
