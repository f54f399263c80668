-- A generation began when the clock was ahead: it lasts as long as any other from when that was set right, not until the time that it
-- was said to have begun at.
BEGIN;
SELECT plan(3);

SELECT fanout.create_flow('f'), fanout.add_step('f', 'work', handler => 'h');
SELECT fanout.start_run('f');
SET fanout.clock_offset = '20 d';
SELECT fanout.maintain();
RESET fanout.clock_offset;
SELECT fanout.maintain();
SELECT cmp_ok((SELECT began_at FROM fanout.generations), '<=', clock_timestamp(), 'it counts from now on');
SET fanout.clock_offset = '3 d';
SELECT fanout.maintain();
SELECT is((SELECT is_called FROM fanout.generation_seq), false, 'it lasts some days');
SET fanout.clock_offset = '4 d';
SELECT fanout.maintain();
SELECT is((SELECT last_value FROM fanout.generation_seq), 1::bigint, 'and then ends');

SELECT * FROM finish();
ROLLBACK;
