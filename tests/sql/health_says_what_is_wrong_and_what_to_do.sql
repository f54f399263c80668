BEGIN;
SELECT plan(40);

CREATE ROLE author;
CREATE ROLE hand;
CREATE ROLE overseer;
SELECT fanout.grant_developer('author'), fanout.grant_worker('hand'), fanout.grant_operator('overseer');
CREATE FUNCTION pg_temp.health(check_name text, longest_wait interval DEFAULT '15 min', oldest_snapshot interval DEFAULT '1 h') RETURNS text LANGUAGE sql AS
    $$SELECT status || ': ' || detail FROM fanout.health(longest_wait, oldest_snapshot) WHERE what = check_name$$;
CREATE FUNCTION pg_temp.looks(check_name text, pattern text, description text, longest_wait interval DEFAULT '15 min', oldest_snapshot interval DEFAULT '1 h') RETURNS text LANGUAGE sql AS
    $$SELECT alike(pg_temp.health(check_name, longest_wait, oldest_snapshot), pattern, description)$$;

-- The tests' own server has settings that nobody should have.
SELECT is((SELECT string_agg(what, ', ') FROM fanout.health() WHERE status <> 'ok' AND what <> 'settings'), NULL, 'where nothing is, all is well');
SELECT is((SELECT count(*) FROM fanout.health() WHERE detail IS NULL), 0::bigint, 'every check has figures');
SELECT is((SELECT count(*) FROM fanout.health() WHERE (status = 'ok') <> (hint IS NULL)), 0::bigint, 'and says what to do, where there is something');

-- Versions
SELECT pg_temp.looks('versions', 'ok: library 0.%, extension 0.%, daemons none', 'the versions that there are');
SELECT fanout.register_worker('old', ARRAY['other'], version => '0.0.1') AS old \gset
SELECT pg_temp.looks('versions', 'warning: %daemons 0.0.1', 'a daemon that speaks an older protocol');
SELECT fanout.unregister_worker(:old);
SELECT fanout.register_worker('new', ARRAY['other'], version => '99.0.0', protocol => 2) AS new \gset
SELECT pg_temp.looks('versions', 'ok: %daemons 99.0.0', 'a daemon of another version is none the worse for that');
SELECT fanout.unregister_worker(:new);
UPDATE pg_extension SET extversion = '0.0.9' WHERE extname = 'pgfanout';
SELECT pg_temp.looks('versions', 'bad: %extension 0.0.9%', 'an extension that was not updated with its library');
UPDATE pg_extension SET extversion = fanout.library_version() WHERE extname = 'pgfanout';

-- The queue
SET ROLE author;
SELECT fanout.create_limit('gate', max_concurrency => 5);
SELECT fanout.create_flow('f'), fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{gate}');
SELECT fanout.create_flow('g'), fanout.add_step('g', 'other', handler => 'other', queue => 'bulk');
SELECT fanout.start_run('f', '[0, 1, 2]') AS run \gset
SELECT fanout.start_run('g') AS bulk \gset
RESET ROLE;
SELECT pg_temp.looks('unserved', 'warning: no worker serves %handler "h" of queue "default": 3 tasks since %', 'work that no worker serves');
SELECT pg_temp.looks('unserved', '%handler "other" of queue "bulk": 1 tasks since %', 'of each queue and handler');
SELECT pg_temp.looks('unserved', 'bad: %', 'which is worse the longer it waits', longest_wait => '0');
SET ROLE hand;
SELECT fanout.register_worker('w', ARRAY['h', 'other'], '{default}', slots => 9) AS w \gset
RESET ROLE;
SELECT pg_temp.looks('unserved', 'warning: no worker serves handler "other" of queue "bulk"%', 'a worker of the handler that takes from another queue is none');
SELECT fanout.cancel_run(:'bulk');
SELECT pg_temp.looks('unserved', 'ok: %', 'nor is it work once its run has ended');
SELECT pg_temp.looks('oldest_wait', 'ok: handler "h" of queue "default" since %', 'what waits is no trouble for a while');
SELECT pg_temp.looks('oldest_wait', 'warning: handler "h" of queue "default" since %', 'longer than it may', longest_wait => '0');
SET ROLE hand;
SELECT fanout.claim_tasks(:w, 1);
RESET ROLE;
SELECT pg_temp.looks('oldest_wait', 'ok: nothing waits %', 'what somebody works at is not what stands still', longest_wait => '0');
UPDATE fanout.limits SET in_flight = 3;
SELECT pg_temp.looks('limits', 'warning: limit "gate" counts 3 slots, claims hold 1', 'a limit that has drifted');
SELECT fanout.maintain();
SELECT pg_temp.looks('limits', 'ok: %', 'until it was counted anew');
UPDATE fanout.queue SET available_at = 'infinity', errors = 2, reason = 'secret' WHERE worker_id IS NULL;
SELECT pg_temp.looks('put_aside', 'bad: 1 rows of the queue that could neither go on nor fail, of flow f', 'what was put aside');
UPDATE fanout.queue SET available_at = NULL, errors = NULL, reason = NULL WHERE worker_id IS NULL;
UPDATE fanout.runs SET owner = '(missing: alice)' WHERE run_id = :'run';
UPDATE fanout.flows SET owner = '(missing: alice)' WHERE flow_slug = 'f';
SET ROLE hand;
SELECT fanout.claim_tasks(:w, 1);
RESET ROLE;
SELECT pg_temp.looks('owners', 'bad: 1 rows of the queue wait for an owner: (missing: alice)', 'what waits for an owner');
UPDATE fanout.runs SET owner = 'author'::regrole WHERE run_id = :'run';
UPDATE fanout.flows SET owner = 'author'::regrole WHERE flow_slug = 'f';
SELECT fanout.maintain();
SELECT pg_temp.looks('owners', 'ok: 0 rows%', 'until it has one');

-- Workers
SELECT pg_temp.looks('workers', 'ok: 1 workers, 0 of them silent', 'workers that are heard of');
SET LOCAL fanout.clock_offset = '25s';
SELECT fanout.maintain();
SET LOCAL fanout.clock_offset = '0';
SELECT pg_temp.looks('workers', 'warning: 1 workers, 1 of them silent: "w" since %', 'a worker that is not');
SET ROLE hand;
SELECT fanout.heartbeat(:w);
RESET ROLE;
SELECT pg_temp.looks('workers', 'ok: %', 'until it is');
SELECT fanout.create_flow('short', run_timeout => '1 s'), fanout.add_step('short', 'work', handler => 'h');
SET LOCAL fanout.clock_offset = '-10 min';
SELECT fanout.start_run('short') AS short \gset
SET LOCAL fanout.clock_offset = '0';
SELECT pg_temp.looks('maintenance', 'bad: maintain() has been due since %', 'what nobody maintains');
SELECT fanout.maintain();
SELECT pg_temp.looks('maintenance', 'ok: %', 'until somebody does');
SET LOCAL fanout.clock_offset = '1 h';
SELECT fanout.start_run('g') AS ahead \gset
SET LOCAL fanout.clock_offset = '0';
SELECT pg_temp.looks('clock', 'warning: the newest time that was recorded is 00:59:5% ahead%', 'a clock that was set back');
SELECT fanout.cancel_run(:'ahead');
DELETE FROM fanout.runs WHERE run_id = :'ahead';
SELECT pg_temp.looks('clock', 'ok: %', 'and one that goes on');

-- The server
SELECT pg_temp.looks('snapshots', 'warning: process % of role % since %', 'a transaction that holds back vacuum', oldest_snapshot => '0');
SELECT pg_temp.looks('snapshots', 'ok: %', 'is none while it is young');
-- Tests' own servers have fsync off; one that was there before has it on.
SELECT pg_temp.looks('settings', CASE current_setting('fsync') WHEN 'off' THEN '%fsync = off for the server%' ELSE 'ok: %' END, 'what the server has no business with');
ALTER ROLE hand SET default_transaction_isolation = 'serializable';
SELECT pg_temp.looks('settings', 'warning: default_transaction_isolation = serializable for role "hand"%', 'what slows a worker''s role down');
ALTER ROLE author SET default_transaction_read_only = 'on';
SELECT unalike(pg_temp.health('settings'), '%author%', 'not what other roles have');
ALTER ROLE hand SET default_transaction_read_only = 'on';
SELECT pg_temp.looks('settings', 'bad: default_transaction_read_only = on for role "hand"%', 'what breaks the engine');
ALTER ROLE hand RESET ALL;
SELECT pg_temp.looks('connections', 'ok: %', 'connections that are left');
ALTER ROLE hand CONNECTION LIMIT 0;
SELECT pg_temp.looks('connections', 'warning: 0 of 0 of role "hand"%', 'a worker''s role that has none');

-- Generations
SELECT pg_temp.looks('generations', 'ok: 15 of 16 blank; the current one, 0, since %', 'the ring');
UPDATE fanout.generations SET began_at = clock_timestamp() - interval '20 days';
SELECT pg_temp.looks('generations', 'warning: 15 of 16 blank; the current one, 0, since %', 'that has not turned');
SELECT setval('fanout.generation_seq', n % 16), fanout.start_run('f', '[1]') FROM generate_series(1, 16) n;
SELECT pg_temp.looks('generations', 'warning: 0 of 16 blank; the current one, 0, %; of the others 15 are kept by runs that go on, 0 by ended runs, 0 by%', 'that is full');

SET ROLE overseer;
SELECT isnt_empty('SELECT * FROM fanout.health()', 'an operator may ask');
SET ROLE author;
SELECT throws_ok('SELECT * FROM fanout.health()', '42501', NULL, 'a developer may not: it is about everybody''s');

SELECT * FROM finish();
ROLLBACK;
