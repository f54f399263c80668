-- Not in a transaction: rows are dead once the transaction that has deleted them has committed, and counted then.
SELECT plan(3);

CREATE FUNCTION pg_temp.dead_rows() RETURNS text LANGUAGE sql AS $$SELECT status || ': ' || detail FROM fanout.health() WHERE what = 'dead_rows'$$;
CREATE PROCEDURE pg_temp.until_alike(pattern text) LANGUAGE plpgsql AS $$
BEGIN
    FOR i IN 1 .. 3000 LOOP
        EXIT WHEN pg_temp.dead_rows() LIKE pattern;
        PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
    END LOOP;
END $$;
SELECT alike(pg_temp.dead_rows(), 'ok: % dead rows in all tables together', 'a few are no trouble');

ALTER TABLE fanout.queue SET (autovacuum_enabled = off);
INSERT INTO fanout.queue (queue_id, state_id, virtual_time, stripe, width, virtual_step, priority, generation, attempt, kind, queue, handler, indexes)
SELECT n, 0, 0, 0, 1, 1, 0, 0, 1, 'task', 'default', 'h', '{[0,1)}' FROM generate_series(1, 30000) n;
DELETE FROM fanout.queue;
SELECT pg_stat_force_next_flush();
CALL pg_temp.until_alike('warning: %');
SELECT alike(pg_temp.dead_rows(), 'warning: % dead rows in fanout.queue (0 alive)', 'thousands that nobody vacuums are');
VACUUM fanout.queue;
SELECT pg_stat_force_next_flush();
CALL pg_temp.until_alike('ok: %');
SELECT alike(pg_temp.dead_rows(), 'ok: %', 'until somebody does');

SELECT * FROM finish();
