BEGIN;
SELECT no_plan();

CREATE FUNCTION public.good(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.many(jsonb) RETURNS SETOF jsonb LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.texts(jsonb) RETURNS SETOF text LANGUAGE sql AS 'SELECT $1::text';
SELECT fanout.create_flow('f');
SELECT fanout.create_flow('other');
SELECT fanout.add_step('f', 'a', handler => 'h');
SELECT fanout.add_step('f', 'counted', ARRAY['a'], 'fanout', handler => 'h', output_mode => 'counts');

-- Runs a statement that must fail; returns SQLSTATE, message and hint.
CREATE FUNCTION pg_temp.refusal(statement text, OUT state text, OUT message text, OUT hint text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE statement;
    state := 'none';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, hint = PG_EXCEPTION_HINT;
END
$$;

CREATE TEMP TABLE cases (what text, options text, state text, message text);
INSERT INTO cases VALUES
    ('a path on a single step', $$fanout_path => '$[*]'$$, 'PFARG', '%fanout_path%fanout%'),
    ('a context on a single step', $$context => '{a}'$$, 'PFARG', '%context%fanout%'),
    ('batches on a single step', $$batch_size => 2$$, 'PFARG', '%batch_size%fanout%'),
    ('max_concurrency on a single step', $$max_concurrency => 2$$, 'PFARG', '%max_concurrency%fanout%'),
    ('a retry budget on a single step', $$retry_budget => 2$$, 'PFARG', '%retry_budget%fanout%'),
    ('counts on a single step', $$output_mode => 'counts'$$, 'PFARG', '%counts%fanout%'),
    ('a path that is none', $$step_type => 'fanout', fanout_path => '$['$$, 'PFARG', '%fanout_path%jsonpath%'),
    ('a path into a stream', $$step_type => 'fanout', fanout_from => 'stream', fanout_path => '$[*]'$$, 'PFARG', '%fanout_path%array%'),
    ('a path into a function''s rows', $$step_type => 'fanout', fanout_from => 'sql:public.many', fanout_path => '$[*]'$$, 'PFARG', '%fanout_path%array%'),
    ('a source function that is not there', $$step_type => 'fanout', fanout_from => 'sql:nope'$$, 'PFHDL', '%source "sql:nope"%nope(jsonb)%'),
    ('a source function that returns text', $$step_type => 'fanout', fanout_from => 'sql:public.texts'$$, 'PFHDL', '%source%jsonb%'),
    ('a context that is no dependency', $$depends_on => '{a}', step_type => 'fanout', context => '{other}'$$, 'PFARG', '%context%"other"%'),
    ('no batch size', $$depends_on => '{a}', step_type => 'fanout', batch_size => 0$$, 'PFARG', '%batch_size is 0%'),
    ('no concurrency', $$depends_on => '{a}', step_type => 'fanout', max_concurrency => 0$$, 'PFARG', '%max_concurrency is 0%'),
    ('a negative tolerance', $$depends_on => '{a}', step_type => 'fanout', on_failure => 'collect', tolerated_failures => -1$$, 'PFARG', '%tolerated_failures is -1%'),
    ('more than all', $$depends_on => '{a}', step_type => 'fanout', on_failure => 'collect', tolerated_failure_percentage => 101$$, 'PFARG', '%tolerated_failure_percentage%'),
    ('a tolerance without collect', $$depends_on => '{a}', step_type => 'fanout', tolerated_failures => 1$$, 'PFARG', '%tolerated_failures%collect%'),
    ('a negative budget', $$depends_on => '{a}', step_type => 'fanout', retry_budget => -1$$, 'PFARG', '%retry_budget is -1%'),
    ('an unknown on_failure', $$on_failure => 'ignore'$$, 'PFARG', '%on_failure is "ignore"%'),
    ('an unknown output_mode', $$depends_on => '{a}', step_type => 'fanout', output_mode => 'none'$$, 'PFARG', '%output_mode is "none"%'),
    ('a fan-out over counts', $$depends_on => '{counted}', step_type => 'fanout'$$, 'PFARG', '%"counted"%counts%'),
    ('no buffer', $$step_type => 'fanout', fanout_from => 'stream', max_buffered => 0$$, 'PFARG', '%max_buffered is 0%'),
    ('a negative start_delay', $$start_delay => '-1 s'$$, 'PFARG', '%start_delay is negative%'),
    ('no schedule_timeout', $$schedule_timeout => '0'$$, 'PFARG', '%schedule_timeout%positive%'),
    ('a heartbeat_timeout of a century and more', $$heartbeat_timeout => '101 years'$$, 'PFARG', '%heartbeat_timeout%100 years%'),
    ('a heartbeat_timeout of SQL, which does not report', $$handler => 'sql:public.good', heartbeat_timeout => '1 s'$$, 'PFARG', '%heartbeat_timeout%reports%'),
    ('a limit that is not there', $$limits => '{nope}'$$, 'PFLIM', '%"nope"%'),
    ('a null limit', $$limits => NULL$$, 'PFARG', '%limits%'),
    ('batches of child runs, whose outputs are no arrays', $$depends_on => '{a}', step_type => 'fanout', handler => 'flow:f', batch_size => 2$$, 'PFARG', '%batch_size%child run%'),
    ('a child flow that is not there', $$handler => 'flow:nope'$$, 'PFFLO', '%"nope"%'),
    ('a child flow without a name', $$handler => 'flow:'$$, 'PFHDL', '%flow:%empty%');

CREATE TEMP TABLE refused AS SELECT c.*, r.state AS found, r.message AS said, r.hint
  FROM cases c, pg_temp.refusal('SELECT fanout.add_step(''f'', ''x'', ' || options
      || CASE WHEN options ~ 'handler =>' THEN '' ELSE ', handler => ''h''' END || ')') r;
SELECT is(found, state, what || ' is refused with ' || state) FROM refused;
SELECT alike(said, message, what || ': the message names it') FROM refused;
SELECT isnt(coalesce(hint, ''), '', what || ': the hint says what to do') FROM refused;
SELECT is((SELECT count(*) FROM fanout.steps), 2::bigint, 'nothing of it was stored');

SELECT is(fanout.add_step('f', 'x', '{a}', 'fanout', 'h', batch_size => 10, context => '{run}', on_failure => 'collect',
    tolerated_failure_percentage => 12.5, start_delay => '1 min', max_concurrency => 3), 1, 'options that fit are taken');
SELECT fanout.start_run('f');
SELECT is(fanout.add_step('f', 'x', '{a}', 'fanout', 'h', batch_size => 10, context => '{run}', on_failure => 'collect',
    tolerated_failure_percentage => 12.5, start_delay => '60 s', max_concurrency => 3), 1, 'the same options again change nothing');
SELECT is(fanout.add_step('f', 'x', '{a}', 'fanout', 'h', batch_size => 11, context => '{run}', on_failure => 'collect',
    tolerated_failure_percentage => 12.5, start_delay => '60 s', max_concurrency => 3), 2, 'another one makes a version');
SELECT is(fanout.create_flow('f', max_attempts => 5), 2, 'a flow that no run has used changes');
SELECT fanout.start_run('f');
SELECT is(fanout.create_flow('f', max_attempts => 6), 3, 'one that has is copied');
SELECT results_eq($$SELECT batch_size, context, on_failure, tolerated_failure_percentage, start_delay, max_concurrency
    FROM fanout.steps JOIN fanout.flows USING (flow_id) WHERE flow_slug = 'f' AND version = 3 AND step_slug = 'x'$$,
    $$VALUES (11, '{run}'::text[], 'collect', 12.5, '1 min'::interval, 3)$$, 'with all options of its steps');

SELECT throws_like($$SELECT fanout.drop_step('f', 'a')$$, '%"a"%depend%: counted, x%', 'a step that others need stays');
SELECT throws_like($$SELECT fanout.drop_step('f', 'nope')$$, '%"nope"%', 'one that is not there can not be dropped');
SELECT is(fanout.drop_step('f', 'x'), 3, 'a leaf is dropped');
SELECT is((SELECT count(*) FROM fanout.steps JOIN fanout.flows USING (flow_id) WHERE flow_slug = 'f' AND step_slug = 'x'),
    2::bigint, 'and stays in the versions that runs have used');

SELECT * FROM finish();
ROLLBACK;
