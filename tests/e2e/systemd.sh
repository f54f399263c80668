#!/usr/bin/env bash
# What fanoutd tells systemd, on a socket of the kind that systemd has; and what systemd's own tools say of the unit.
. "$(dirname "$0")/lib.bash"

told=$work/told

# Writes every message that comes as a line, its own lines joined by blanks.
cat >receiver.pl <<'PERL'
use IO::Socket::UNIX;
use Socket;
my $socket = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => "\0$ARGV[0]") or die "no socket: $!";
$| = 1;
while (defined $socket->recv(my $message, 65536)) {
    print join(" ", split /\n/, $message), "\n";
}
PERL

# The socket has an abstract name: a path might be too long for one.
start_receiver() {
    export NOTIFY_SOCKET=@pgfanout-e2e-$$
    perl receiver.pl "${NOTIFY_SOCKET#@}" >>"$told" &
    daemons+=("$!")
    wait_until_command grep -q "$NOTIFY_SOCKET\$" /proc/net/unix
}

was_told() { # was_told REGEX [TIMES]
    (($(grep -cE "$1" "$told") >= ${2:-1}))
}

check_told() { # check_told REGEX TIMES DESCRIPTION
    local status=0
    wait_until_command was_told "$1" "$2" || status=1
    ok "$status" "$3"
}

check_start_and_end() {
    cat >config.json <<JSON
{"handlers": {"slow": {"type": "exec", "argv": ["sleep", "60"], "concurrency": 1}}}
JSON
    sql "SELECT fanout.create_flow('slow');
         SELECT fanout.add_step('slow', 'slow', step_type => 'fanout', fanout_from => 'run');
         SELECT fanout.start_run('slow', '[1]')" >/dev/null
    WATCHDOG_USEC=400000 start_daemon --config config.json
    check_told '^READY=1$' 1 "it says when it is ready"
    check_told '^STATUS=ready; 1 tasks in flight$' 1 "and what it does"
    is "$(grep -c '^READY=1$' "$told")" 1 "ready once"
    check_told '^WATCHDOG=1$' 5 "it feeds the watchdog"
    is "$(grep -c '^STOPPING=1$' "$told")" 0 "it doesn't stop"
    kill -HUP "$daemon"
    check_told '^RELOADING=1 MONOTONIC_USEC=[0-9]+$' 1 "it says when it reads its configuration anew"
    check_told '^READY=1$' 2 "and when it has"
    kill -TERM "$daemon"
    check_told '^STOPPING=1$' 1 "a drain is a stop"
    check_told '^STATUS=draining; 1 tasks in flight$' 1 "whose state is told"
    check_told '^EXTEND_TIMEOUT_USEC=[1-9][0-9]+$' 3 "and which takes more time, time and again"
    local fed
    fed=$(grep -c '^WATCHDOG=1$' "$told")
    check_told '^WATCHDOG=1$' $((fed + 3)) "the watchdog is fed until the end"
    end_daemon TERM
    is "$status" 1 "a second signal ends it"
}

check_without_database() {
    : >"$told"
    PGHOST=/nowhere WATCHDOG_USEC=400000 start_daemon
    check_told '^STATUS=.*not connected to the database: .*/nowhere.*; 0 tasks in flight$' 1 "without its database it says so, and why"
    check_told '^WATCHDOG=1$' 3 "it feeds the watchdog all the same"
    is "$(grep -c '^READY=1$' "$told")" 0 "but isn't ready"
    end_daemon TERM
    is "$status" 0 "it can be stopped"
}

# Half of WATCHDOG_USEC is between two of them: a daemon that is not asked for any sends none.
check_without_watchdog() {
    : >"$told"
    start_daemon
    check_told '^READY=1$' 1 "without a watchdog it is ready, too"
    end_daemon TERM
    is "$(grep -c '^WATCHDOG=1$' "$told")" 0 "and feeds none"
    : >"$told"
    WATCHDOG_USEC=400000 WATCHDOG_PID=1 start_daemon
    check_told '^READY=1$' 1 "nor where another process is watched"
    end_daemon TERM
    is "$(grep -c '^WATCHDOG=1$' "$told")" 0 "by the watchdog"
}

check_unit() {
    if ! type systemd-analyze >/dev/null 2>&1; then
        tests=$((tests + 1))
        echo "ok $tests # SKIP systemd-analyze isn't here: the unit file was not checked"
        return
    fi
    mkdir unit
    sed "s,/usr/local/bin/fanoutd,$fanoutd," "$root/worker/fanoutd.service" >unit/fanoutd.service
    status=0
    said=$(systemd-analyze verify "$work/unit/fanoutd.service" 2>&1) || status=$?
    is "$status $(grep fanoutd.service <<<"$said")" "0 " "the unit file has no faults"
    status=0
    said=$(systemd-analyze security --offline=true --threshold=15 "$work/unit/fanoutd.service" 2>&1) || status=$?
    is "$status" 0 "$(tail -n 1 <<<"$said" | sed 's/.*Overall/overall/; s/ [^ ]*$//'), 1.5 at most"
}

start_receiver
check_start_and_end
check_without_database
check_without_watchdog
check_unit
