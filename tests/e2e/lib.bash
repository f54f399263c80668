# What the end-to-end tests share: a database of their own, daemons, and TAP. Source it first.
#
# Each test has a database of its own in the cluster `e2e`, owned by an ordinary role that may define flows; its daemons
# connect as a role that may do a worker's work and nothing else. Whatever was started is ended with the test.
# shellcheck shell=bash
set -euo pipefail

# A test that hangs is ended, after five minutes or its own time_limit.
[[ -n ${FANOUT_E2E_TIMED:-} ]] || FANOUT_E2E_TIMED=1 exec timeout --kill-after=30 "${time_limit:-300}" "$0" "$@"

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
name=$(basename "$0" .sh)
fanoutd=${FANOUTD:-$root/build/fanoutd}
export FANOUTD=$fanoutd
work=$root/${BUILD:-build}/e2e/$name
daemons=()
clusters=() # of its own, to be destroyed with the test
folders=()  # outside of $work, to be removed with the test
tests=0
failed=0

# -- TAP ------------------------------------------------------------------------------------------------------------

ok() { # ok STATUS DESCRIPTION
    tests=$((tests + 1))
    if (($1 == 0)); then
        echo "ok $tests - $2"
    else
        echo "not ok $tests - $2"
        failed=$((failed + 1))
    fi
}

is() { # is GOT EXPECTED DESCRIPTION
    if [[ $1 == "$2" ]]; then ok 0 "$3"; else ok 1 "$3"; printf 'got:      %s\nexpected: %s\n' "$1" "$2" | sed 's/^/# /'; fi
}

like() { # like GOT REGEX DESCRIPTION
    if [[ $1 =~ $2 ]]; then ok 0 "$3"; else ok 1 "$3"; printf 'got:      %s\nexpected: %s\n' "$1" "$2" | sed 's/^/# /'; fi
}

# -- the database -----------------------------------------------------------------------------------------------------

# The value of a query, as the developer.
sql() {
    psql -XAtq -v ON_ERROR_STOP=1 "${@:2}" <<<"$1"
}

as_superuser() {
    PGUSER=postgres sql "$@"
}

make_database() {
    eval "$("$root/tests/harness/cluster" env "$PGFANOUT_E2E_CLUSTER")"
    local database=e2e_${name}_$$
    as_superuser "CREATE ROLE dev_$$ LOGIN; CREATE ROLE worker_$$ LOGIN"
    as_superuser "CREATE DATABASE $database TEMPLATE fanout_template OWNER dev_$$"
    export PGDATABASE=$database PGUSER=dev_$$
    as_superuser "SELECT fanout.grant_developer('dev_$$'); SELECT fanout.grant_worker('worker_$$')" >/dev/null
}

# A server of the test's own, in $work/server, and a database there: make_own_server [SETTING ...]
make_own_server() {
    cluster=$root/tests/harness/cluster
    clusters+=("$work/server")
    "$cluster" start "$work/server" "$@"
    eval "$("$cluster" env "$work/server")"
    as_superuser "CREATE ROLE dev_$$ LOGIN; CREATE ROLE worker_$$ LOGIN" -d postgres
    as_superuser "CREATE DATABASE app OWNER dev_$$" -d postgres
    export PGDATABASE=app PGUSER=dev_$$
    as_superuser "CREATE EXTENSION pgfanout; SELECT fanout.grant_developer('dev_$$'), fanout.grant_worker('worker_$$')" >/dev/null
}

# Names that end with the test's process id are free again: ids come round, and a cluster lives as long as all tests.
drop_database() {
    eval "$("$root/tests/harness/cluster" env "$PGFANOUT_E2E_CLUSTER")"
    PGUSER=postgres psql -XAtq -d postgres >/dev/null 2>&1 <<SQL || :
SELECT format('DROP DATABASE %I WITH (FORCE)', datname) FROM pg_database WHERE datname LIKE 'e2e\_%\_$$' \gexec
SELECT format('DROP ROLE %I', rolname) FROM pg_roles WHERE rolname LIKE '%\_$$' \gexec
SQL
}

# -- daemons ----------------------------------------------------------------------------------------------------------

# Starts a fanoutd; its pid is in $daemon, what it says in $log.
start_daemon() {
    log=$work/fanoutd-${#daemons[@]}.log
    : >"$log"
    PGUSER=worker_$$ "$fanoutd" "$@" >"$log" 2>&1 </dev/null &
    daemon=$!
    daemons+=("$daemon")
}

# Sends a signal to a daemon and waits for its end; its exit status is in $status.
end_daemon() { # end_daemon SIGNAL [PID]
    kill -s "$1" "${2:-$daemon}"
    wait_for_end "${2:-$daemon}"
}

wait_for_end() {
    status=0
    wait "$1" 2>/dev/null || status=$?
}

# Waits until a command succeeds: wait_until_command COMMAND ARGUMENT ...
wait_until_command() {
    local i
    for ((i = 0; i < 600; i++)); do
        ! "$@" >/dev/null 2>&1 || return 0
        sleep 0.05
    done
    echo "# this did not succeed: $*"
    return 1
}

# Waits until a query says t: wait_until QUERY [SECONDS]
wait_until() {
    local i
    for ((i = 0; i < ${2:-30} * 20; i++)); do
        [[ $(sql "$1") != t ]] || return 0
        sleep 0.05
    done
    echo "# this did not become true: $1"
    return 1
}

# Waits until a command succeeds: wait_for COMMAND [SECONDS]
wait_for() {
    local i
    for ((i = 0; i < ${2:-30} * 20; i++)); do
        ! eval "$1" || return 0
        sleep 0.05
    done
    echo "# this did not succeed: $1"
    return 1
}

# Waits until the last daemon's log has a line like this one, so many times: wait_for_log REGEX [TIMES]
wait_for_log() {
    local regex
    printf -v regex '%q' "$1"
    wait_for "((\$(grep -Ec -- $regex '$log') >= ${2:-1}))"
}

# Waits for a run's end and prints its status.
wait_for_run() { # wait_for_run RUN [SECONDS]
    sql "CALL fanout.wait_for_run('$1', '${2:-60} s')"
}

# -- their pages ------------------------------------------------------------------------------------------------------

# Waits until the daemon serves them; it was started with --listen 127.0.0.1:0. The address is in $pages.
wait_for_pages() {
    wait_until_command grep -q 'msg=listening' "$log"
    pages=$(sed -n 's,.*msg=listening address=,http://,p' "$log")
}

page() { # page PATH [CURL'S ARGUMENTS]
    curl -sS --max-time 20 "$pages$1" "${@:2}"
}

# The status of a page.
page_status() { # page_status PATH [CURL'S ARGUMENTS]
    page "$1" -o /dev/null -w '%{http_code}' "${@:2}"
}

page_has_status() { # page_has_status PATH STATUS
    [[ $(page_status "$1") == "$2" ]]
}

# -- an HTTP service ------------------------------------------------------------------------------------------------

# For each request, once its head has come, a process of its own runs this Perl, which has the $client. The port is in $port.
start_service() { # start_service PERL
    cat >service.pl <<PERL
use IO::Socket::INET;
my \$listener = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => 0, Listen => 5) or die;
print \$listener->sockport, "\n";
close STDOUT;
while (my \$client = \$listener->accept) {
    next if fork;
    my \$request = '';
    sysread \$client, \$request, 4096, length \$request until \$request =~ /\r\n\r\n/;
    $1
    exit;
}
PERL
    perl service.pl >port 2>service.log &
    daemons+=("$!")
    wait_until_command test -s port
    port=$(<port)
}

# -- a pooler -------------------------------------------------------------------------------------------------------

# pgbouncer doesn't run as root, and the cluster's socket is open to its own user alone.
exec_as_server() {
    ((EUID != 0)) || exec setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"
    exec "$@"
}

# A pgbouncer in front of the database's server, for worker_$$; its socket is to be in the folder $pool, port 6432: make_pool [SETTING ...]
make_pool() {
    pool=$(mktemp -d /tmp/pgfanout.XXXXXX)
    folders+=("$pool")
    cat >"$pool/pgbouncer.ini" <<INI
[databases]
* = host=$PGHOST
[pgbouncer]
listen_addr =
listen_port = 6432
unix_socket_dir = $pool
pool_mode = transaction
auth_type = trust
auth_file = $pool/users
$(printf '%s\n' "$@")
INI
    echo "\"worker_$$\" \"\"" >"$pool/users"
    ((EUID != 0)) || chown -R postgres: "$pool"
}

start_pgbouncer() {
    exec_as_server "$(PATH=$PATH:/usr/sbin type -P pgbouncer)" "$pool/pgbouncer.ini" >>"$work/pgbouncer.log" 2>&1 </dev/null &
    pgbouncer=$!
    daemons+=("$pgbouncer")
    wait_for "[[ -S $pool/.s.PGSQL.6432 ]]"
}

# -- the whole --------------------------------------------------------------------------------------------------------

clean_up() {
    local status=$? pid dir
    for pid in "${daemons[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done
    for dir in "${clusters[@]}"; do "$root/tests/harness/cluster" destroy "$dir"; done
    ((${#folders[@]} == 0)) || rm -rf "${folders[@]}"
    drop_database
    if ((status != 0)); then
        echo "# the test stopped with status $status; its daemons' logs are in $work"
        for log in "$work"/*.log; do echo "# $log"; tail -n 5 "$log" | sed 's/^/#   /'; done
    else
        echo "1..$tests"
        ((failed == 0)) || status=1
    fi
    exit "$status"
}

[[ -n ${PGFANOUT_E2E_CLUSTER:-} ]] || {
    echo "Bail out! run this with: make test T=$(realpath --relative-to="$root" "$0")"
    exit 1
}
trap clean_up EXIT
rm -rf "$work"
mkdir -p "$work"
cd "$work"
make_database
