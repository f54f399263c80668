BEGIN;
SELECT plan(9);

CREATE FUNCTION pg_temp.at(seconds float8) RETURNS timestamptz LANGUAGE sql RETURN '2026-01-01 00:00+00'::timestamptz + seconds * interval '1 s';
CREATE FUNCTION pg_temp.lines(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    result text;
BEGIN
    EXECUTE 'SELECT string_agg(line, E''\n'') FROM ' || query || ' WITH ORDINALITY x (line, place)' INTO result;
    RETURN result;
END $$;

SELECT fanout.create_flow('f', base_delay => '0');
SELECT fanout.add_step('f', 'read', handler => 'h');
SELECT fanout.add_step('f', 'resize', '{read}', 'fanout', handler => 'h', on_failure => 'collect');
SELECT fanout.add_step('f', 'aside', handler => 'h');
SELECT fanout.add_step('f', 'sum', '{aside,resize}', handler => 'h');
SELECT fanout.register_worker('w', '{h}', slots => 100) AS w \gset
SELECT fanout.start_run('f', name => 'nightly') AS run \gset
SELECT count(*) FROM fanout.claim_tasks(:w, 50);
SELECT fanout.complete_task(:'run', 'read', 0, '[1, 2, 3]'), fanout.complete_task(:'run', 'aside', 0, '1');
SELECT count(*) FROM fanout.claim_tasks(:w, 50);
SELECT fanout.fail_task(:'run', 'resize', 2, 'x', final => true), fanout.fail_task(:'run', 'resize', 0, 'x');
SELECT matches(pg_temp.lines(format('fanout.explain_run(%L)', :'run')), '^Run "nightly" of f, version 1: goes on since [0-9.]+ m?s\n', 'a run that goes on says so');
SELECT matches(pg_temp.lines(format('fanout.explain_run(%L)', :'run')), '\n\* └─ resize  [0-9.]+ m?s  \(1 of 3 tasks, 1 failed, 1 retry, started\)\n', 'with what is done of it');
SELECT matches(pg_temp.lines(format('fanout.timeline(%L)', :'run')), '\nresize +░*█+ +[0-9.]+ m?s started 1/3\nsum *$', 'so does its timeline');

SELECT count(*) FROM fanout.claim_tasks(:w, 50);
SELECT fanout.complete_task(:'run', 'resize', 0, '1'), fanout.complete_task(:'run', 'resize', 1, '1');
SELECT count(*) FROM fanout.claim_tasks(:w, 50);
SELECT fanout.complete_task(:'run', 'sum', 0, '1');

UPDATE fanout.runs SET started_at = pg_temp.at(0), completed_at = pg_temp.at(100);
UPDATE fanout.step_states s SET started_at = pg_temp.at(v.s), completed_at = pg_temp.at(v.e)
  FROM (VALUES ('read', 0, 10), ('aside', 0, 5), ('resize', 10, 95), ('sum', 95, 100)) v (slug, s, e) JOIN fanout.steps t ON t.step_slug = v.slug
 WHERE s.step_id = t.step_id;
UPDATE fanout.results x SET claimed_at = pg_temp.at(v.c), completed_at = pg_temp.at(v.e)
  FROM (VALUES ('read', 0, 1, 10), ('aside', 0, 0, 5), ('resize', 0, 40, 90), ('resize', 1, 20, 30), ('resize', 2, 20, 30), ('sum', 0, 95, 100)) v (slug, i, c, e)
  JOIN fanout.steps t ON t.step_slug = v.slug JOIN fanout.step_states s ON s.step_id = t.step_id
 WHERE x.state_id = s.state_id AND x.first_index = v.i;
UPDATE fanout.failures SET claimed_at = pg_temp.at(20), failed_at = pg_temp.at(35) WHERE NOT final;

SELECT is(pg_temp.lines(format('fanout.explain_run(%L)', :'run')), 'Run "nightly" of f, version 1: completed in 1 min 40 s
  aside  5 s  (1 task)
       execution 5 s
* read  10 s  (1 task)
       queue 1 s, execution 9 s
* └─ resize  1 min 35 s  (3 tasks, 1 failed, 1 retry)
          dependencies 10 s, queue 10 s, execution 1 min 5 s, pauses 5 s, gathering 5 s
*    └─ sum  1 min 40 s  (1 task)
             dependencies 1 min 35 s, execution 5 s
* Critical path:
    read  10 s, queue 1 s, execution 9 s
    resize  1 min 25 s, queue 10 s, execution 1 min 5 s, pauses 5 s, gathering 5 s
    sum  5 s, execution 5 s', 'where the time of a run went');
SELECT is(pg_temp.lines(format('fanout.timeline(%L)', :'run')), 'Run "nightly" of f, version 1: completed in 1 min 40 s
                        0 s ───────────────────────────────────────── 1 min 40 s
aside                   ███                                                      5 s
read                    ░█████                                                   10 s
resize                        ░░░░░███████████████████████████████████████▒▒▒    1 min 25 s
sum                                                                          ███ 5 s', 'and when each step had it');

SELECT fanout.start_run('f') AS other \gset
SELECT throws_ok(format('SELECT fanout.explain_run(%L)', gen_random_uuid()), 'PFRUN', NULL, 'an unknown run is an error');
SELECT throws_ok('SELECT fanout.explain_run(NULL)', 'PFRUN', 'run null does not exist', 'so is none');
SELECT throws_ok('SELECT fanout.timeline(NULL)', 'PFRUN', 'run null does not exist', 'of a timeline, too');
SELECT is(pg_temp.lines(format('fanout.timeline(%L)', :'other')) ~ :'other', true, 'a run without a name is shown by its id');

SELECT * FROM finish();
ROLLBACK;
