-- Advisory locks are numbers that every role can take. Locks of the engine on what is no row are on objects of its own
-- tables, which SQL has no statement for; pg_locks shows them like all others.
BEGIN;
SELECT plan(6);

CREATE FUNCTION id(t jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT t -> 'item' $$;
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'feed', step_type => 'fanout', fanout_from => 'stream', handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
CREATE VIEW locked AS SELECT DISTINCT l.classid::regclass::text AS of, l.mode FROM pg_locks l
 WHERE l.pid = pg_backend_pid() AND l.locktype = 'object' AND l.classid::regclass::text LIKE 'fanout.%';

SELECT fanout.start_run('f') AS run \gset
SELECT fanout.push_items(:'run', 'feed', '[1, 2]');
SELECT count(*) FROM fanout.exchange(:w, 1, 2);
SELECT fanout.cancel_run(:'run');
SELECT fanout.resume_run(:'run');
SELECT fanout.close_items(:'run', 'feed');
SELECT fanout.chain_runs('f', ARRAY[:'run']::uuid[]);
SELECT fanout.execute_many('h', '[1]');
SELECT is((SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'), 0::bigint, 'no call takes an advisory lock');
SELECT results_eq('SELECT * FROM locked ORDER BY 1, 2',
    $$VALUES ('fanout.flows', 'ExclusiveLock'), ('fanout.flows', 'RowExclusiveLock'), ('fanout.flows', 'ShareLock'), ('fanout.runs', 'ExclusiveLock'),
             ('fanout.step_states', 'ExclusiveLock'), ('fanout.workers', 'ExclusiveLock')$$,
    'definitions, starts, a resume, a stream and a worker''s calls have locks on objects');

SELECT fanout.cancel_run(:'run');
SELECT fanout.drop_flow('f', force => true);
SELECT fanout.unregister_worker(:w);
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'), 0::bigint, 'nor do those that remove something');
SELECT is((SELECT count(DISTINCT (l.objid, l.objsubid)) FROM pg_locks l WHERE l.pid = pg_backend_pid() AND l.classid = 'fanout.workers'::regclass), 1::bigint,
    'one worker is one object');
SELECT fanout.register_worker('v', ARRAY['h']) AS v \gset
SELECT fanout.unregister_worker(:v);
SELECT is((SELECT count(DISTINCT (l.objid, l.objsubid)) FROM pg_locks l WHERE l.pid = pg_backend_pid() AND l.classid = 'fanout.workers'::regclass), 2::bigint,
    'another is another');
SELECT is((SELECT count(*) FROM locked WHERE mode NOT IN ('ExclusiveLock', 'RowExclusiveLock', 'ShareLock')), 0::bigint, 'in no other mode');

SELECT * FROM finish();
ROLLBACK;
