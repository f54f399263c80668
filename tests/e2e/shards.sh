#!/usr/bin/env bash
# A front of several databases: runs are started on one or another and found by their ids, a fan-out is spread over all of them and gathered in
# order, one more is added while they work, and each role is there whom it is here.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/shards/lib.bash"

PATH=${PGFANOUT_INSTALLED:?}/bin:$PATH

shard() { echo "e2e_${name}_$1_$$"; }

for n in 0 1 2; do
    make_shard "$(shard "$n")"
    start_daemon "dbname=$(shard "$n")"
done
make_front "host=$PGHOST dbname=$(shard 0)" "host=$PGHOST dbname=$(shard 1)"

timeouts() { as_superuser "SELECT srvname, option_value FROM pg_foreign_server, pg_options_to_table(srvoptions) WHERE option_name = 'query_timeout' ORDER BY 1" -d "$front" | xargs; }
is "$(timeouts)" "fanout_calls|9 fanout_looks|4" "PL/Proxy gives up a second before a shard does"
as_superuser "SELECT fanout.set_shard(1, look_timeout => '6 s')" -d "$front" >/dev/null
is "$(timeouts)" "fanout_calls|9 fanout_looks|5" "a timeout is that of all shards, and stays until another is said"
is "$(PGUSER=postgres sqlstate_of "SELECT fanout.set_shard(1, connection => 'dbname=app user=postgres')")" PFARG "a connection names no user"
is "$(add_shard "host=$PGHOST dbname=$(shard 1)"; as_superuser "SELECT count(*) FROM fanout.shards" -d "$front")" $'1\n2' "one that is there already keeps its number"

# -- runs -----------------------------------------------------------------------------------------------------------

ask "CREATE FUNCTION ms() RETURNS bigint VOLATILE LANGUAGE sql RETURN floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint;
     CREATE TABLE started AS
     SELECT n, ms() AS earliest, fanout.start_run('twice', '[1, 2, 3]') AS run_id, ms() AS latest FROM generate_series(1, 40) n"
is "$(ask "SELECT count(DISTINCT fanout.shard_of(run_id)) FROM started")" 2 "runs are started on all shards"
is "$(ask "SELECT bool_and(('x' || left(replace(run_id::text, '-', ''), 12))::bit(48)::bigint BETWEEN earliest AND latest) FROM started")" t \
    "their ids are in the order of time: each begins with the millisecond"
for run in $(ask "SELECT run_id FROM started"); do
    ask "CALL fanout.wait_for_run('$run', '30 s')" >>ends
done
is "$(sort ends | uniq -c | xargs)" "40 completed" "all of them complete"
is "$(ask "SELECT DISTINCT fanout.run_output(run_id) FROM started")" '{"double": [2, 4, 6]}' "each of them gives its output"
is "$(ask "SELECT string_agg(task_index || ' ' || output, ', ') FROM fanout.results('$run')")" "0 2, 1 4, 2 6" "and its results"
is "$(ask "SELECT count(*) FROM fanout.latest_runs(100)")" 40 "a look at the newest runs has those of all shards"
is "$(ask "SELECT count(*) FROM fanout.latest_runs(10)")" 10 "and as many as are asked for"
is "$(sqlstate_of "SELECT fanout.start_run('no_such_flow')")" PFFLO "an error of a shard keeps its SQLSTATE"
is "$(sqlstate_of "SELECT fanout.run_status(gen_random_uuid())")" PFRUN "a run that is nowhere does not exist"
is "$(ask "SELECT fanout.results('$run'), fanout.run_status('$run')" | xargs)" "(0,completed,2,,1)|completed (1,completed,4,,1)|completed (2,completed,6,,1)|completed" \
    "a call takes nothing away from another one in the same query"

run=$(ask "SELECT fanout.execute_many('sql:twice', '[5, 6]', shard => 1, run_timeout => '1 h')")
is "$(ask "SELECT fanout.shard_of('$run')")" 1 "a run can be started on the shard that is asked for"
is "$(ask "CALL fanout.wait_for_run('$run', '30 s')")" completed "one without a flow, too"
is "$(ask "SELECT count(*) FROM fanout.errors('$run')")" 0 "and it has no errors"

run=$(ask "SELECT fanout.execute_many('nobody', '[1]')")
is "$(ask "SELECT fanout.cancel_run('$run', 'enough'), fanout.cancel_run('$run'), fanout.run_status('$run')" | tr '|' ' ')" \
    "t f cancelled" "a run is cancelled on its shard"
is "$(ask "SELECT fanout.resume_run('$run'), fanout.run_status('$run')" | tr '|' ' ')" "t started" "and resumed there"
is "$(ask "SELECT reason FROM fanout.why('$run')")" no_worker "and says why it is not done"
is "$(ask "SELECT sum(waiting) FROM fanout.queue_overview")" 1 "its task waits in the queues of all shards"
is "$(ask "SELECT fanout.pause_run('$run'), fanout.continue_run('$run')" | tr '|' ' ')" "t t" "it is paused and goes on"
ask "SELECT fanout.settle_task('$run', 'tasks', 0, '7'), fanout.set_priority('$run', 1)" >/dev/null
is "$(ask "SELECT fanout.run_output('$run')")" '{"tasks": [7]}' "calls that give nothing are routed as well"

sql "SELECT fanout.create_flow('parent'), fanout.add_step('parent', 'child', handler => 'flow:twice')" -d "$(shard 1)" >/dev/null
run=$(ask "SELECT fanout.start_run('parent', '[8]', shard => 1)")
is "$(ask "CALL fanout.wait_for_run('$run', '30 s')")" completed "a run with a child run completes"
child=$(ask "SELECT run_id FROM fanout.latest_runs() WHERE parent_run_id = '$run'")
is "$(ask "SELECT fanout.shard_of('$child'), fanout.run_output('$child') -> 'double' -> 0" | tr '|' ' ')" "1 16" "a child run is found by asking all shards"

# -- ids that the caller brings ---------------------------------------------------------------------------------------

id() { printf '00000000-0000-4000-8000-%012d' "$1"; }

is "$(ask "SELECT fanout.start_run('twice', '[1]', run_id => '$(id 1)') = fanout.start_run('twice', '[1]', run_id => '$(id 1)')")" t \
    "the same run_id twice is the same run"
is "$(ask "SELECT count(*) FROM fanout.given_runs")" 1 "where it is is recorded"
ask "BEGIN; SELECT fanout.start_run('twice', '[1]', run_id => '$(id 2)'); ROLLBACK" >/dev/null
is "$(ask "SELECT fanout.shard_of('$(id 2)') = (fanout.homes_of('$(id 2)'))[1]")" t "a rollback here does not reach a shard: the run is there, and is found"

# Those two whose homes the third shard becomes.
moved=$(ask "SELECT string_agg(n::text, ' ') FROM (SELECT n FROM generate_series(100, 200) n, LATERAL (SELECT md5(('00000000-0000-4000-8000-' || lpad(n::text, 12, '0')) || s) h, s FROM generate_series(0, 2) s ORDER BY 1 DESC LIMIT 1) x WHERE s = 2 LIMIT 2) x")
read -r recorded rolled_back <<<"$moved"
first=$(ask "SELECT fanout.start_run('twice', '[1]', run_id => '$(id "$recorded")'); SELECT fanout.shard_of('$(id "$recorded")')" | tail -n 1)
second=$(ask "BEGIN; SELECT fanout.start_run('twice', '[1]', run_id => '$(id "$rolled_back")'); SELECT fanout.shard_of('$(id "$rolled_back")'); ROLLBACK" | tail -n 1)
slow=$(ask "SELECT fanout.execute_many('later', '[1]', run_id => '$(id 3)')")

is "$(add_shard "host=$PGHOST dbname=$(shard 2)")" 2 "a third shard is added while a run goes on"
is "$(ask "SELECT (fanout.homes_of('$(id "$recorded")'))[1], (fanout.homes_of('$(id "$rolled_back")'))[1]")" "2|2" "which is where the two ids would be now"
is "$(ask "SELECT fanout.start_run('twice', '[1]', run_id => '$(id "$recorded")'); SELECT fanout.shard_of('$(id "$recorded")')" | tail -n 1)" "$first" \
    "a run whose id is recorded stays where it is"
is "$(ask "SELECT fanout.start_run('twice', '[1]', run_id => '$(id "$rolled_back")'); SELECT fanout.shard_of('$(id "$rolled_back")')" | tail -n 1)" "$second" \
    "and so does one whose record was rolled back"
is "$(ask "SELECT count(*) FROM fanout.latest_runs(1000) WHERE run_id IN ('$(id "$recorded")', '$(id "$rolled_back")')")" 2 "each is one run"
is "$(ask "SELECT count(*) FROM started WHERE fanout.run_status(run_id) = 'completed'")" 40 "no other run has moved either"
is "$(ask "SELECT fanout.settle_task('$slow', 'tasks', 0, '1'); SELECT fanout.run_status('$slow')" | tail -n 1)" completed "and what goes on goes on"
is "$(ask "SELECT count(DISTINCT fanout.shard_of(fanout.start_run('twice', '[]'))) FROM generate_series(1, 60)")" 3 "new runs are started on the new shard, too"
as_superuser "SELECT fanout.set_shard(2, is_open => false)" -d "$front" >/dev/null
is "$(ask "SELECT count(DISTINCT fanout.shard_of(fanout.start_run('twice', '[]'))) FROM generate_series(1, 60)")" 2 "and not where it is closed to them"
as_superuser "SELECT fanout.set_shard(2, is_open => true)" -d "$front" >/dev/null
# Those of which the third shard is the home.
mapfile -t ids < <(ask "SELECT i FROM generate_series(300, 400) n, LATERAL (SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid AS i) x WHERE (fanout.homes_of(i))[1] = 2 LIMIT 2")
there=$(ask "BEGIN; SELECT fanout.start_run('twice', '[1]', run_id => '${ids[0]}'); SELECT fanout.shard_of('${ids[0]}'); ROLLBACK" | tail -n 1)
as_superuser "SELECT fanout.set_shard(2, is_open => false)" -d "$front" >/dev/null
is "$(ask "SELECT fanout.start_run('twice', '[1]', run_id => i) FROM unnest('{${ids[0]}, ${ids[1]}}'::uuid[]) i; SELECT $there = 2, fanout.shard_of('${ids[0]}'), fanout.shard_of('${ids[1]}') <> 2" | tail -n 1)" "t|2|t" \
    "a closed one gets no run of a caller's id either, but those that it had before"
as_superuser "SELECT fanout.set_shard(2, is_open => true)" -d "$front" >/dev/null

is "$(ask "SELECT fanout.forget_runs('0 s')")" 0 "what shards have isn't forgotten"
as_superuser "REVOKE SELECT ON fanout.run_outputs FROM dev_$$" -d "$(shard 0)"
is "$(ask "SELECT fanout.forget_runs('0 s')")" 0 "nor what one of them doesn't show"
like "$(<said)" 'WARNING:  shard 0 does not answer: .*permission denied' "which a warning says"
as_superuser "GRANT SELECT ON fanout.run_outputs TO dev_$$" -d "$(shard 0)"
for run in $(ask "SELECT run_id FROM fanout.given_runs"); do ask "CALL fanout.wait_for_run('$run', '30 s')" >/dev/null; done
for n in 0 1 2; do sql "SELECT fanout.prune('0 s')" -d "$(shard "$n")" >/dev/null; done
is "$(ask "SELECT fanout.forget_runs('0 s') > 0; SELECT count(*) FROM fanout.given_runs" | xargs)" "t 0" "what they have no longer is"

# -- a fan-out over all of them -------------------------------------------------------------------------------------------

spread=00000000-0000-4000-8000-aaaaaaaaaaaa
items="SELECT to_jsonb(n / (CASE WHEN n > 1234 AND current_setting(''t.broken'', true) = ''yes'' THEN 0 ELSE 1 END)) FROM generate_series(1, 2345) n ORDER BY n OFFSET \$1 LIMIT \$2"
is "$(sqlstate_of "SET t.broken = 'yes'; CALL fanout.spread_run('twice', '$items', '$spread', part_size => 100)")" 22012 "a fan-out over the shards is interrupted"
is "$(ask "CALL fanout.wait_for_spread('$spread', '30 s')")" missing "some of it is missing then"
is "$(ask "CALL fanout.spread_run('twice', '$items', '$spread', part_size => 100)")" "$spread" "the same call again goes on"
is "$(ask "CALL fanout.wait_for_spread('$spread', '60 s')")" completed "all parts complete"
is "$(ask "SELECT shard, status, items, done FROM fanout.spread_overview('$spread')" | xargs)" \
    "0|completed|800|800 1|completed|800|800 2|completed|745|745" "each shard has its share"
is "$(ask "SELECT array_agg(output::int ORDER BY n) = (SELECT array_agg(2 * i) FROM generate_series(1, 2345) i)
             FROM (SELECT output, row_number() OVER () AS n FROM fanout.spread_results('$spread')) r")" t "the results are gathered in the order of the items"
is "$(ask "SELECT string_agg(item_index || '=' || output, ' ') FROM fanout.spread_results('$spread', 298, 3)")" "299=600 300=602 301=604" \
    "they are read from an index on, over the seams"
spread_done=$spread
is "$(sqlstate_of "CALL fanout.spread_run('twice', '$items', '$spread', part_size => 99)")" PFDUP "another fan-out can't have its id"
gaps="SELECT to_jsonb(n) FROM generate_series(1, 100) n WHERE n NOT IN (7, 25) AND n > \$1 AND n <= \$1 + \$2 ORDER BY n"
is "$(sqlstate_of "CALL fanout.spread_run('twice', '$gaps', part_size => 10)")" PFARG "a query that leaves items out doesn't end a fan-out in its middle"
like "$(ask "CALL fanout.spread_run('twice', '$gaps', part_size => 10)"; cat said)" 'gives 9 items of 10 for part 0, and more for the next one' "but is an error, which says where"
is "$(sqlstate_of "CALL fanout.spread_run('twice', 'SELECT to_jsonb(n) FROM generate_series(1, 100) n', part_size => 10)")" PFARG \
    "and one without its parameters doesn't go on for ever"
is "$(sqlstate_of "CALL fanout.spread_run('twice', 'SELECT to_jsonb(n) FROM generate_series(1, 3) n OFFSET \$1 LIMIT \$2 -- all', part_size => 3);
    CALL fanout.spread_run('twice', 'SELECT to_jsonb(n) FROM generate_series(1, 3) n OFFSET \$1 LIMIT \$2;', part_size => 3)")" none "a query may end as one does"
for n in 0 1 2; do
    sql "SELECT fanout.create_flow('waits'), fanout.add_step('waits', 'x', step_type => 'fanout', fanout_from => 'run', handler => 'nobody')" -d "$(shard "$n")" >/dev/null
done
spread=$(ask "CALL fanout.spread_run('waits', 'SELECT to_jsonb(n) FROM generate_series(1, 30) n ORDER BY n OFFSET \$1 LIMIT \$2', part_size => 10)")
is "$(ask "SELECT fanout.cancel_spread('$spread'), fanout.cancel_spread('$spread'); CALL fanout.wait_for_spread('$spread', '1 s')" | xargs)" "3|0 cancelled" \
    "it is cancelled on all shards, and that can be repeated"
is "$(sqlstate_of "CALL fanout.spread_run('waits', 'SELECT to_jsonb(n) FROM generate_series(1, 30) n ORDER BY n OFFSET \$1 LIMIT \$2', '$spread', part_size => 10)")" none \
    "of one that was started whole nothing is left to start"
is "$(ask "SELECT fanout.resume_spread('$spread'), fanout.resume_spread('$spread'); CALL fanout.wait_for_spread('$spread', '10 ms')" | xargs)" "3|0 started" \
    "and resumed likewise"

# One after the other, so that it can be cancelled in the middle.
slow="SELECT to_jsonb(n) FROM generate_series(1, 30) n, pg_advisory_xact_lock_shared(CASE WHEN \$1 >= 10 THEN 77 ELSE 78 END) ORDER BY n OFFSET \$1 LIMIT \$2"
started=00000000-0000-4000-8000-bbbbbbbbbbbb
psql -Xq -d "$front" >gate.log 2>&1 < <(echo 'SELECT pg_advisory_lock(77);' && until [[ -e go ]]; do sleep 0.05; done) &
locks_of_gate() { ask "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND granted = $1"; }
wait_until_command eval '[[ $(locks_of_gate true) == 1 ]]'
ask "CALL fanout.spread_run('waits', '$slow', '$started', part_size => 10)" -v VERBOSITY=sqlstate >spread_ended 2>&1 &
spreading=$!
wait_until_command eval '[[ $(locks_of_gate false) == 1 ]]'
is "$(ask "SELECT fanout.cancel_spread('$started')")" 1 "while it is started, too"
touch go
wait "$spreading" || :
is "$(ask "SELECT count(*) FROM fanout.latest_runs(100, 'waits', 'started') r JOIN fanout.spread_parts p USING (run_id) WHERE p.spread_id = '$started'")" 0 "and nothing more of it is started then"
is "$(ask "CALL fanout.wait_for_spread('$started', '10 ms')")" cancelled "it is cancelled"
is "$(sqlstate_of "CALL fanout.spread_run('waits', '$slow', '$started', part_size => 10)")" PFRDY "the same call again doesn't go on with it"
is "$(ask "SELECT fanout.resume_spread('$started'); CALL fanout.spread_run('waits', '$slow', '$started', part_size => 10); SELECT sum(items) FROM fanout.spread_overview('$started') WHERE status = 'started'" | xargs)" \
    "1 $started 30" "until it is resumed"

is "$(ask "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT fanout.cancel_spread('$started')" -v VERBOSITY=sqlstate; cat said)" "ERROR:  PFTXN" "a transaction that wouldn't see all parts cancels none"
is "$(ask "SELECT fanout.cancel_spread('$started'); CALL fanout.wait_for_spread('$started', '1 s')" | xargs)" "3 cancelled" "one that would does"
is "$(ask "SELECT fanout.cancel_spread('$spread_done'); CALL fanout.wait_for_spread('$spread_done', '1 s')" | xargs)" "0 completed" "what is over stays what it is"
for n in 0 1 2; do
    sql "CREATE FUNCTION one(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT to_jsonb(1)'; SELECT fanout.create_flow('one'), fanout.add_step('one', 'x', handler => 'sql:one')" \
        -d "$(shard "$n")" >/dev/null
done
spread=$(ask "CALL fanout.spread_run('one', 'SELECT to_jsonb(n) FROM generate_series(1, 4) n ORDER BY n OFFSET \$1 LIMIT \$2', part_size => 2)")
ask "CALL fanout.wait_for_spread('$spread', '30 s')" >/dev/null
is "$(sqlstate_of "SELECT fanout.spread_results('$spread')")" PFMIS "a flow that gives no result for each item isn't taken for one that is under way"
is "$(ask "SELECT count(*) FROM fanout.spread_results('$spread', max_rows => 1)")" 1 "though what it gave can be read"
planned=00000000-0000-4000-8000-cccccccccccc
ask "CALL fanout.spread_run('twice', 'SELECT to_jsonb(n) FROM generate_series(1, 4) n ORDER BY n OFFSET \$1 LIMIT \$2', '$planned', part_size => 2);
     CALL fanout.wait_for_spread('$planned', '30 s')" >/dev/null
ask "UPDATE fanout.spreads SET is_complete = false WHERE spread_id = '$planned'; INSERT INTO fanout.spread_parts VALUES ('$planned', 2, fanout.new_run_id(0), 2)"
is "$(ask "SELECT count(*) FROM fanout.spread_results('$planned')")" 4 "results are there up to a part that is planned, and not started"
like "$(ask "SELECT fanout.forget_spread('$planned'); SELECT fanout.keep_going('$planned')"; cat said)" 'was forgotten meanwhile' "of one that was forgotten nothing more is started"

# -- whose they are ---------------------------------------------------------------------------------------------------------

as_superuser "CREATE ROLE other_$$ LOGIN; CREATE ROLE stranger_$$ LOGIN"
for n in 0 1 2; do as_superuser "SELECT fanout.grant_developer('other_$$')" -d "$(shard "$n")" >/dev/null; done
as_superuser "SELECT fanout.grant_front('other_$$')" -d "$front" >/dev/null
as_other() { PGUSER=other_$$ "$@"; }
run=$(ask "SELECT fanout.execute_many('nobody', '[1]', run_id => '$(id 900)')")
is "$(as_other sqlstate_of "SELECT fanout.cancel_run('$run')")" PFRUN "another role's run is as if it weren't there"
is "$(as_other ask "SELECT count(*) FROM fanout.latest_runs(1000)")" 0 "none of them is seen"
is "$(as_other ask "SELECT count(*) FROM fanout.given_runs")" 0 "nor that its id was recorded"
is "$(as_other sqlstate_of "SELECT fanout.spread_overview('$spread')")" PFRUN "nor a fan-out over the shards"
is "$(as_other sqlstate_of "CALL fanout.spread_run('waits', '$slow', '$spread')")" PFOWN "whose id is not for others"
is "$(as_other sqlstate_of "SELECT fanout.start_run('twice', '[1]')")" PFOWN "nobody starts another's flow"
is "$(as_other sqlstate_of "INSERT INTO fanout.given_runs (run_id, shard) SELECT '$(id 901)', 3")" 42501 \
    "nobody records a run where it would not be"
is "$(PGUSER=stranger_$$ sqlstate_of "SELECT fanout.start_run('twice')")" 42501 "who has no grant is refused"

# -- what a front is told that is set up wrong -------------------------------------------------------------------------------

as_superuser "SELECT fanout.set_shard(2, connection => 'dbname=$(shard 0) host=$PGHOST')" -d "$front" >/dev/null
is "$(PGUSER=postgres ask "SELECT shard, status, detail FROM fanout.health() WHERE what = 'shard'" | xargs -d '\n')" \
    "0|ok|it answers 1|ok|it answers 2|bad|it is the same database as shard 0" "health says which shard is another one's database"
as_superuser "SELECT fanout.set_shard(2, connection => 'host=$PGHOST dbname=$(shard 2)')" -d "$front" >/dev/null
is "$(PGUSER=postgres ask "SELECT DISTINCT status FROM fanout.health() WHERE what = 'shard'")" ok "and that each is one of its own"
like "$(PGUSER=postgres fanoutctl -d "dbname=$front" runs 2>&1)" 'has fanout_front, and no extension pgfanout: connect to a shard' "fanoutctl says that it is for a shard"
start_daemon "dbname=$front"
wait_for_end "$daemon"
like "$(<"$log")" 'has fanout_front, and no extension pgfanout.*remedy=.connect to a shard' "and so does the daemon"

as_superuser "CREATE ROLE member_$$ LOGIN IN ROLE dev_$$"
for n in 0 1 2; do as_superuser "SELECT fanout.grant_developer('member_$$')" -d "$(shard "$n")" >/dev/null; done
is "$(PGUSER=member_$$ ask "SELECT count(*) FROM fanout.latest_runs(); SELECT count(*) FROM fanout.latest_runs(); SELECT count(*) FROM fanout.shards_overview WHERE answers" | xargs)" "0 0 0" \
    "who has no mapping is nobody there, however often he asks"
is "$(PGUSER=member_$$ sqlstate_of "SELECT fanout.start_run('twice')")" XX000 "and starts nothing"
as_superuser "SET client_min_messages = warning; CREATE SCHEMA tricks; GRANT USAGE ON SCHEMA tricks TO dev_$$;
    CREATE FUNCTION tricks.taken(float8, numeric) RETURNS float8 LANGUAGE plpgsql AS 'BEGIN RAISE ''an operator of somebody else''; END';
    CREATE OPERATOR tricks.* (FUNCTION = tricks.taken, LEFTARG = float8, RIGHTARG = numeric)" -d "$front"
is "$(ask "SET search_path = tricks; CALL fanout.wait_for_run('$run', '20 ms')" | xargs)" started "a wait takes no operator of somebody else's"
for statement in "ALTER USER MAPPING FOR other_$$ SERVER fanout_calls OPTIONS (SET user 'dev_$$')" \
    "DROP USER MAPPING FOR other_$$ SERVER fanout_looks; CREATE USER MAPPING FOR other_$$ SERVER fanout_looks OPTIONS (user 'dev_$$')" \
    "ALTER USER MAPPING FOR other_$$ SERVER fanout_looks OPTIONS (DROP user)"; do
    is "$(as_other sqlstate_of "BEGIN; $statement; COMMIT")" 42501 "nobody makes himself another one on the shards: ${statement%% OPTIONS*}"
done
own=$(as_other ask "SELECT fanout.execute_many('nobody', '[1]')")
is "$(as_superuser "SET ROLE dev_$$; SELECT fanout.run_status('$run');
    SET ROLE other_$$; SELECT fanout.run_status('$own'); SELECT string_agg(run_id::text, ' ') FROM fanout.latest_runs(1000);
    RESET ROLE; SELECT string_agg(DISTINCT usename::text, ' ') FROM pg_stat_activity WHERE application_name LIKE 'fanout_front/%' AND datname IN ('$(shard 0)', '$(shard 1)', '$(shard 2)')" -d "$front" | xargs)" \
    "started started $own dev_$$ other_$$" "a session is on the shards whom it is here, at each moment, and nobody else"
is "$(as_superuser "SELECT count(*) FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace AND obj_description(p.oid) IS NULL" -d "$front")" 0 \
    "each function says what it is"
is "$(as_superuser "SELECT count(*) FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace AND has_function_privilege('stranger_$$', p.oid, 'EXECUTE')" -d "$front")" 0 \
    "none of them is everybody's"
arguments() { as_superuser "SELECT p.proname || '(' || pg_get_function_arguments(p.oid) || ')' FROM pg_proc p WHERE p.pronamespace = 'fanout'::regnamespace AND p.prokind IN ('f', 'p') ORDER BY 1" -d "$1"; }
arguments "$(shard 0)" >of_shard
# Those that start runs say on which shard; looks say of which shard each row is, and have a bound where pgfanout has a view.
is "$(arguments "$front" | sed 's/, shard integer DEFAULT NULL::integer)/)/' | grep "^\(start_run\|execute_many\|health\|metrics\|$(sed -n "s/^        ('\([a-z_]*\)', 'run_id.*/\1/p" "$root/sql/front/calls.sql" | paste -sd'|' | sed 's/|/\\|/g')\|wait_for_run\)(" | grep -vxF -f of_shard)" "" \
    "those that pgfanout has, too, have its parameters"
routed=$(sed -n "s/^        ('\([a-z_]*\)', 'run_id.*/\1/p" "$root/sql/front/calls.sql")
like "$routed" run_status "there are calls that are routed"
is "$(for function in $routed; do grep -q "\`$function\`" "$root/docs/scaling.md" || echo "$function"; done)" "" "the page about scaling names each of them"
