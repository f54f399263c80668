BEGIN;
SELECT no_plan();

CREATE FUNCTION public.good(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.returns_text(jsonb) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
CREATE FUNCTION public.returns_set(jsonb) RETURNS SETOF jsonb LANGUAGE sql AS 'SELECT $1';
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'a', handler => 'h');
SELECT fanout.add_step('f', 'b', ARRAY['a'], handler => 'h');

-- Runs a statement that must fail; returns SQLSTATE, message and hint.
CREATE FUNCTION pg_temp.refusal(statement text, OUT state text, OUT message text, OUT hint text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE statement;
    state := 'none';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, hint = PG_EXCEPTION_HINT;
END
$$;

CREATE TEMP TABLE cases (what text, call text, state text, message text);
INSERT INTO cases VALUES
    ('an unknown flow', $$add_step('nope', 'x')$$, 'PFFLO', '%"nope"%'),
    ('an unknown dependency', $$add_step('f', 'x', ARRAY['nope'])$$, 'PFDEP', '%"x"%"nope"%'),
    ('a step that depends on itself', $$add_step('f', 'x', ARRAY['x'])$$, 'PFCYC', '%"x"%itself%'),
    ('a cycle', $$add_step('f', 'a', ARRAY['b'], handler => 'h')$$, 'PFCYC', '%a -> b -> a%'),
    ('a priority that leaves no room for the run''s', $$add_step('f', 'x', priority => 2000000000)$$, 'PFARG', '%priority is 2000000000%'),
    ('a run''s priority likewise', $$start_run('f', priority => -2000000000)$$, 'PFARG', '%priority is -2000000000%'),
    ('a delay of a million years', $$add_step('f', 'x', max_delay => '1000000 years')$$, 'PFARG', '%max_delay is longer than 100 years%'),
    ('a run_timeout likewise', $$create_flow('f', run_timeout => '101 years')$$, 'PFARG', '%run_timeout is longer than 100 years%'),
    ('an unknown type', $$add_step('f', 'x', step_type => 'map')$$, 'PFARG', '%"map"%'),
    ('a fan-out without a source', $$add_step('f', 'x', step_type => 'fanout')$$, 'PFARG', '%exactly one source%'),
    ('a fan-out with two sources', $$add_step('f', 'x', ARRAY['a', 'b'], 'fanout')$$, 'PFARG', '%exactly one source%'),
    ('fanout_from on a single step', $$add_step('f', 'x', fanout_from => 'run')$$, 'PFARG', '%fanout_from%'),
    ('an unknown source', $$add_step('f', 'x', ARRAY['a'], 'fanout', fanout_from => 'b')$$, 'PFARG', '%"b"%'),
    ('a function that is not there', $$add_step('f', 'x', handler => 'sql:nope')$$, 'PFHDL', '%nope(jsonb)%'),
    ('a function that returns text', $$add_step('f', 'x', handler => 'sql:public.returns_text')$$, 'PFHDL', '%jsonb%'),
    ('a function that returns a set', $$add_step('f', 'x', handler => 'sql:public.returns_set')$$, 'PFHDL', '%jsonb%'),
    ('a function name that is no name', $$add_step('f', 'x', handler => 'sql:a b.c"')$$, 'PFHDL', '%a b.c%'),
    ('an unknown kind of handler', $$add_step('f', 'x', handler => 'soap:x')$$, 'PFHDL', '%soap:x%'),
    ('an empty handler', $$add_step('f', 'x', handler => '')$$, 'PFHDL', '%empty%'),
    ('no attempts', $$add_step('f', 'x', max_attempts => 0)$$, 'PFARG', '%max_attempts%'),
    ('a negative delay', $$add_step('f', 'x', base_delay => '-1 s')$$, 'PFARG', '%base_delay%'),
    ('a max_delay below base_delay', $$add_step('f', 'x', base_delay => '2 s', max_delay => '1 s')$$, 'PFARG', '%max_delay%'),
    ('a base_delay above the flow''s max_delay', $$add_step('f', 'x', base_delay => '1 h')$$, 'PFARG', '%max_delay%'),
    ('no timeout', $$add_step('f', 'x', timeout => '0')$$, 'PFARG', '%timeout%'),
    ('an empty queue', $$add_step('f', 'x', queue => '')$$, 'PFARG', '%queue%'),
    ('a null step', $$add_step('f', NULL)$$, 'PFARG', '%step_slug%'),
    ('a null flow', $$add_step(NULL, 'x')$$, 'PFARG', '%flow_slug%'),
    ('a null dependency', $$add_step('f', 'x', ARRAY[NULL])$$, 'PFARG', '%depends_on%'),
    ('a name with a quote', $$add_step('f', 'it''s')$$, 'PFSLG', '%it''s%'),
    ('a name with a space', $$add_step('f', 'a b')$$, 'PFSLG', '%a b%'),
    ('a multibyte name', $$add_step('f', 'schön')$$, 'PFSLG', '%schön%'),
    ('a name of 64 bytes', $$add_step('f', repeat('x', 64))$$, 'PFSLG', '%64 bytes%'),
    ('a name that begins with a digit', $$add_step('f', '1a')$$, 'PFSLG', '%letter%'),
    ('an empty name', $$add_step('f', '')$$, 'PFSLG', '%empty%'),
    ('a reserved name', $$add_step('f', 'run')$$, 'PFSLG', '%reserved%'),
    ('a flow with a bad name', $$create_flow('no good')$$, 'PFSLG', '%no good%'),
    ('a flow without a name', $$create_flow(NULL)$$, 'PFARG', '%flow_slug%'),
    ('a flow with a bad timeout', $$create_flow('g', timeout => '-1 s')$$, 'PFARG', '%timeout%'),
    ('a flow with a bad run_timeout', $$create_flow('g', run_timeout => '0')$$, 'PFARG', '%run_timeout%'),
    ('a run of an unknown flow', $$start_run('nope')$$, 'PFFLO', '%"nope"%'),
    ('a run without an input', $$start_run('f', NULL)$$, 'PFARG', '%input%');

SELECT is(r.state, c.state, c.what || ' is refused with ' || c.state) FROM cases c, pg_temp.refusal('SELECT fanout.' || call) r;
SELECT alike(r.message, c.message, c.what || ': the message names it') FROM cases c, pg_temp.refusal('SELECT fanout.' || call) r;
SELECT isnt(coalesce(r.hint, ''), '', c.what || ': the hint says what to do') FROM cases c, pg_temp.refusal('SELECT fanout.' || call) r;
SELECT is((SELECT count(*) FROM fanout.steps), 2::bigint, 'nothing of it was stored');
SELECT lives_ok($$SELECT fanout.add_step('f', repeat('x', 63), ARRAY['a', 'a', 'b'], handler => 'sql:good')$$,
                '63 bytes, a dependency named twice and a good function are fine');

SELECT * FROM finish();
ROLLBACK;
