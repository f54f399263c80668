#!/usr/bin/env bash
# Whatever becomes of the log's reader, the daemon works and ends: one that has ended, a full disk, one that stands still while
# children write to standard error.
. "$(dirname "$0")/lib.bash"

cat >config.json <<'JSON'
{"poll_interval_ms": 100, "handlers": {
    "noisy": {"type": "exec", "argv": ["sh", "-c", "yes 'a line of some length for the log of the daemon' | head -n 30000 >&2; echo 1"], "concurrency": 2},
    "calm": {"type": "exec", "argv": ["echo", "1"]}}}
JSON
check() { # check DESCRIPTION: of the daemon $daemon
    local noisy calm
    noisy=$(sql "SELECT fanout.execute_many('noisy', '[1, 2, 3, 4, 5, 6]', max_attempts => 1)")
    is "$(wait_for_run "$noisy" 120) $(sql "SELECT count(*) FROM fanout.errors('$noisy')")" "completed 0" "$1: a noisy handler's run completes"
    calm=$(sql "SELECT fanout.execute_many('calm', '[1, 2, 3]', max_attempts => 1)")
    is "$(wait_for_run "$calm")" completed "$1: and a calm one's"
    kill -TERM "$daemon"
    wait_until_command has_ended || true
    ok "$(has_ended && echo 0 || echo 1)" "$1: the daemon ends when it is told to"
    wait_for_end "$daemon"
    is "$status" 0 "$1: cleanly"
}
has_ended() {
    ! kill -0 "$daemon" 2>/dev/null
}
start_with_log() { # start_with_log FILE
    PGUSER=worker_$$ "$fanoutd" --config config.json >/dev/null 2>"$1" </dev/null &
    daemon=$!
    daemons+=("$daemon")
}

mkfifo ends stands_still slow
head -n 1 <ends >/dev/null &
daemons+=("$!")
start_with_log ends
check "the log's reader has ended"
start_with_log /dev/full
check "the log's disk is full"
perl -e 'sleep 1000' <stands_still &
daemons+=("$!")
start_with_log stands_still
check "the log's reader stands still"

# A reader that goes on gets what was kept, and is told of the rest.
mkfifo go
{ read -r _ <go; cat; } <slow >slow.log &
reader=$!
daemons+=("$reader")
start_with_log slow
noisy=$(sql "SELECT fanout.execute_many('noisy', '[1, 2, 3, 4, 5, 6]', max_attempts => 1)")
is "$(wait_for_run "$noisy" 120)" completed "a reader that goes on later: the run completes"
echo >go
wait_for "grep -q 'were dropped' slow.log"
end_daemon TERM
wait "$reader" || true
dropped=$(sed -n 's/.*were dropped.* lines=//p' slow.log | awk '{ n += $1 } END { print n + 0 }')
read_lines=$(grep -c 'msg=stderr' slow.log)
ok "$((dropped > 0 ? 0 : 1))" "it is told that lines were dropped"
is "$((dropped + read_lines >= 180000 ? 1 : 0))" 1 "and how many: $dropped, where it got $read_lines"
like "$(tail -n 5 slow.log)" "msg=ended" "and gets the last one"
