BEGIN;
SELECT plan(3);

-- One handler that has done much, and one that hasn't: the clock is that of the fast one.
SELECT fanout.create_flow('fast');
SELECT fanout.add_step('fast', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'fast');
SELECT fanout.create_flow('slow');
SELECT fanout.add_step('slow', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'slow');
SELECT fanout.register_worker('fast', ARRAY['fast']) AS fast \gset
SELECT fanout.register_worker('slow', ARRAY['slow']) AS slow \gset
SELECT fanout.start_run('slow', (SELECT jsonb_agg(i) FROM generate_series(1, 2000) i)) AS large \gset
SELECT fanout.start_run('fast', (SELECT jsonb_agg(i) FROM generate_series(1, 9000) i));
SELECT count(*) FROM fanout.claim_tasks(:slow, 10);
SELECT sum(c.count) FROM generate_series(1, 15) i, LATERAL (SELECT count(*) FROM fanout.claim_tasks(:fast, 500 + i)) c;
SELECT cmp_ok((SELECT last_value FROM fanout.virtual_time_seq), '>', 4000::bigint, 'the clock is far ahead of what waits at the slow handler');
SELECT fanout.start_run('slow', '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]') AS small \gset
SELECT count(*) FROM fanout.claim_tasks(:slow, 10);
CREATE TEMP TABLE next AS SELECT * FROM fanout.claim_tasks(:slow, 20);
SELECT is((SELECT count(*) FROM fanout.step_tasks WHERE run_id = :'small' AND status = 'started'), 10::bigint,
    'a small run that comes there now is served with the next claims');
SELECT cmp_ok((SELECT count(*) FROM next WHERE run_id = :'large'), '>', 0::bigint, 'and so is the large one');

SELECT * FROM finish();
ROLLBACK;
