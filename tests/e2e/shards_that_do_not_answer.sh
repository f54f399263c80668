#!/usr/bin/env bash
# One of two shards goes down: the other works on as before, all looks say which one doesn't answer, and what goes to it is an error and not a
# wait. When it is back, all goes on. One that is frozen, so that it neither answers nor refuses, is told from behind a pooler.
. "$(dirname "$0")/lib.bash"
. "$root/tests/e2e/shards/lib.bash"

first=e2e_${name}_0_$$
make_shard "$first"
start_daemon "dbname=$first"
here=$PGHOST
make_own_server fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
there=$PGHOST
define_flows app
start_daemon "dbname=app"
export PGHOST=$here PGDATABASE=$first
make_front "host=$here dbname=$first" "host=$there dbname=app"

start_on() { ask "SELECT fanout.start_run('twice', '[1, 2]', shard => $1)"; }

kept=$(start_on 1)
is "$(ask "CALL fanout.wait_for_run('$kept', '30 s')")" completed "both shards work"
spread=$(ask "CALL fanout.spread_run('twice', 'SELECT to_jsonb(n) FROM generate_series(1, 40) n ORDER BY n OFFSET \$1 LIMIT \$2', part_size => 10)")
is "$(ask "CALL fanout.wait_for_spread('$spread', '30 s')")" completed "together, too"

"$cluster" stop "$work/server" immediate

is "$(ask "SELECT shard, answers FROM fanout.shards_overview" | xargs)" "0|t 1|f" "an overview says which shard does not answer"
like "$(<said)" 'WARNING:  shard 1 does not answer: .*Is the server running' "and a warning why"
is "$(PGUSER=postgres ask "SELECT value FROM fanout.metrics() WHERE name = 'fanout_shard_answers' ORDER BY labels ->> 'shard'" | xargs)" "1 0" "so do the metrics"
is "$(PGUSER=postgres ask "SELECT DISTINCT shard FROM fanout.health() WHERE what = 'shard' AND status = 'bad'")" 1 "and health"
is "$(ask "SELECT count(*) > 0, bool_and(shard = 0) FROM fanout.latest_runs()")" "t|t" "looks show what the other one has"
is "$(ask "SELECT shard, status FROM fanout.spread_overview('$spread')" | xargs)" "0|completed 1|no answer" "a fan-out over both says what it doesn't know"
is "$(ask "CALL fanout.wait_for_spread('$spread', '200 ms')")" "no answer" "and is not taken for completed"
is "$(grep -c 'WARNING:  shard 1 does not answer' said)" 1 "and who waits for it is told once why"
is "$(ask "CALL fanout.wait_for_spread('$spread', '10 ms'); SELECT current_setting('client_min_messages')" | xargs)" "no answer warning" "and is told all else that there is to be told"
is "$(ask "SELECT count(DISTINCT fanout.shard_of(fanout.start_run('twice', '[1]'))) FROM generate_series(1, 20)")" 1 "new runs are started on the other one, without an error"
run=$(start_on 0)
is "$(ask "CALL fanout.wait_for_run('$run', '30 s')")" completed "which works as before"
is "$(sqlstate_of "SELECT fanout.run_status('$kept')")" XX000 "what goes to the one that is down is an error"
like "$(ask "SELECT fanout.run_status('$kept')"; cat said)" '\[app\] PQconnect' "which names it"
is "$(sqlstate_of "SELECT fanout.run_status(gen_random_uuid())")" 08006 "a run that may be there isn't said to be nowhere"

"$cluster" start "$work/server" fsync=off fanout.lease=3s fanout.heartbeat_interval=500ms
is "$(ask "SELECT bool_and(answers) FROM fanout.shards_overview")" t "it answers again"
is "$(ask "SELECT fanout.run_output('$kept')")" '{"double": [2, 4]}' "with what it had"
is "$(ask "CALL fanout.wait_for_spread('$spread', '10 s')")" completed "and the fan-out over both is whole"
run=$(start_on 1)
is "$(ask "CALL fanout.wait_for_run('$run', '30 s')")" completed "it goes on working"

# It answers, but not what it is asked.
as_superuser "ALTER VIEW fanout.runs_overview RENAME TO its_overview" -h "$there" -d app
is "$(ask "SELECT count(*) > 0, bool_and(shard = 0) FROM fanout.latest_runs()")" "t|t" "a look that fails on one shard shows what the other one has, too"
like "$(<said)" 'WARNING:  shard 1 does not answer: .*runs_overview' "and says of which shard the error is"
is "$(ask "SELECT shard, answers FROM fanout.shards_overview" | xargs)" "0|t 1|f" "as the overview does"
is "$(ask "CALL fanout.wait_for_spread('$spread', '10 ms')")" "no answer" "who waits for a fan-out over both waits for the shard"
as_superuser "ALTER VIEW fanout.its_overview RENAME TO runs_overview" -h "$there" -d app

# Its settings are others.
as_superuser "ALTER ROLE dev_$$ IN DATABASE app SET datestyle = 'SQL, DMY'; ALTER ROLE dev_$$ IN DATABASE app SET timezone = 'Asia/Kolkata'" -h "$there" -d app
run=$(start_on 1)
is "$(ask "SELECT count(*) FROM fanout.latest_runs() WHERE run_id = '$run' AND abs(extract(epoch FROM clock_timestamp() - started_at)) < 600")" 1 "times are right however a shard writes them"
as_superuser "ALTER ROLE dev_$$ IN DATABASE app RESET ALL" -h "$there" -d app

# A statement that takes too long.
as_superuser "ALTER FUNCTION fanout.run_output(uuid) RENAME TO its_output" -h "$there" -d app
as_superuser "CREATE FUNCTION fanout.run_output(run_id uuid) RETURNS jsonb LANGUAGE sql AS 'SELECT to_jsonb(1) FROM pg_sleep(60)'; GRANT EXECUTE ON FUNCTION fanout.run_output(uuid) TO dev_$$" -h "$there" -d app
as_superuser "SELECT fanout.set_shard(1, connection => 'host=$there dbname=app', call_timeout => '2 s', look_timeout => '2 s')" -d "$front" >/dev/null
is "$(sqlstate_of "SELECT fanout.run_output('$kept')")" XX000 "a call that takes longer than it may is ended"

# Frozen: the pooler in front of it gives up.
make_pool "server_connect_timeout = 2" "query_timeout = 2" "server_login_retry = 1" "ignore_startup_parameters = options"
sed -i "s,host=$here,host=$there," "$pool/pgbouncer.ini"
printf '"dev_%s" ""\n"postgres" ""\n' $$ $$ >>"$pool/users"
start_pgbouncer
as_superuser "SELECT fanout.set_shard(1, connection => 'host=$pool port=6432 dbname=app')" -d "$front" >/dev/null
is "$(ask "SELECT bool_and(answers) FROM fanout.shards_overview")" t "a shard may be behind a pooler"
postmaster=$(head -n 1 "$(. "$work/server/cluster.conf" && echo "$base")/data/postmaster.pid")
mapfile -t frozen < <(echo "$postmaster"; pgrep -P "$postmaster")
kill -STOP "${frozen[@]}"
is "$(ask "SELECT shard, answers FROM fanout.shards_overview" | xargs)" "0|t 1|f" "one that is frozen is one that doesn't answer"
run=$(start_on 0)
is "$(ask "CALL fanout.wait_for_run('$run', '30 s')")" completed "and the other one works as before"
kill -CONT "${frozen[@]}"
wait_until_command eval '[[ $(ask "SELECT bool_and(answers) FROM fanout.shards_overview") == t ]]'
ok 0 "until it goes on"

"$cluster" stop "$work/server" immediate
# What was on its way to a server then is in doubt.
is "$(ask "SELECT shard, answers FROM fanout.shards_overview" | xargs)" "0|t 1|f" "and one that the pooler can't reach"
is "$(ask "SELECT count(DISTINCT fanout.shard_of(fanout.start_run('twice', '[1]'))) FROM generate_series(1, 20)")" 1 \
    "where the pooler has no server to connect to, new runs are started on the other shard"
