#!/usr/bin/env bash
# TLS against a real server with a certificate of its own authority: verify-full works, a wrong authority and a wrong name
# are refused and said, a client certificate is the daemon's proof of who it is. Over TCP, a silent peer is noticed.
. "$(dirname "$0")/lib.bash"

cluster=$root/tests/harness/cluster

make_authority() { # make_authority NAME
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$1" -keyout "$1.key" -out "$1.crt" 2>/dev/null
}

make_certificate() { # make_certificate NAME COMMON-NAME AUTHORITY
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$2" -keyout "$1.key" -out "$1.csr" 2>/dev/null
    openssl x509 -req -in "$1.csr" -CA "$3.crt" -CAkey "$3.key" -CAcreateserial -days 2 -out "$1.crt" \
        -extfile <(echo "subjectAltName=DNS:$2") 2>/dev/null
    chmod 600 "$1.key"
}

# Where the server's user can read it, and owned by that user, as the server wants its key to be.
give_to_server() {
    local base
    base=$(. "$work/server/cluster.conf" && echo "$base")
    install -m 600 server.key server.crt authority.crt hba "$base"
    ((EUID != 0)) || chown postgres: "$base"/{server.key,server.crt,authority.crt,hba}
    echo "$base"
}

free_port() { perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1")->sockport'; }

start_server() {
    local base
    clusters+=("$work/server")
    "$cluster" start "$work/server" fsync=off
    base=$(give_to_server)
    "$cluster" stop "$work/server"
    port=$(free_port)
    "$cluster" start "$work/server" fsync=off listen_addresses=127.0.0.1 "port=$port" ssl=on "ssl_key_file=$base/server.key" \
        "ssl_cert_file=$base/server.crt" "ssl_ca_file=$base/authority.crt" "hba_file=$base/hba"
    eval "$("$cluster" env "$work/server")"
    export PGPORT=$port
    as_superuser "CREATE ROLE dev LOGIN; CREATE ROLE worker_$$ LOGIN"
    as_superuser "CREATE DATABASE app OWNER dev"
    export PGDATABASE=app PGUSER=dev
    as_superuser "CREATE EXTENSION pgfanout; SELECT fanout.grant_developer('dev'), fanout.grant_worker('worker_$$')" >/dev/null
}

# Fails after a while in which it can't connect.
tries() { # tries CONNECTION
    start_daemon --once --connect-timeout 100ms "$1"
    wait_for_end "$daemon"
}

make_authority authority
make_authority stranger
make_certificate server localhost authority
make_certificate client "worker_$$" authority
make_certificate forged "worker_$$" stranger
cat >hba <<HBA
local   all all trust
hostssl all worker_$$ 127.0.0.1/32 cert
HBA
start_server
sql "SELECT fanout.create_flow('cat'); SELECT fanout.add_step('cat', 'cat', step_type => 'fanout', fanout_from => 'run')" >/dev/null
run=$(sql "SELECT fanout.start_run('cat', '[1, 2, 3]')")
echo '{"handlers": {"cat": {"type": "exec", "argv": ["cat"]}}}' >config.json

by_tcp="host=localhost hostaddr=127.0.0.1 port=$port dbname=app user=worker_$$ sslmode=verify-full"
as_client="sslcert=$work/client.crt sslkey=$work/client.key"

tries "$by_tcp sslrootcert=$work/stranger.crt $as_client"
is "$status" 5 "a server of another authority is not worked with"
like "$(<"$log")" 'no server.*certificate verify failed' "and the log says so"
tries "${by_tcp/host=localhost/host=elsewhere} sslrootcert=$work/authority.crt $as_client"
is "$status" 5 "a server of another name is not worked with"
like "$(<"$log")" 'no server.*does not match host name' "and the log says so"
tries "$by_tcp sslrootcert=$work/authority.crt sslcert=$work/forged.crt sslkey=$work/forged.key"
is "$status" 5 "a client certificate of another authority is refused"
like "$(<"$log")" 'no server.*(unknown ca|certificate)' "and the log says so"
tries "$by_tcp sslrootcert=$work/authority.crt sslcert= sslkey="
is "$status" 3 "so is a client without one"
like "$(<"$log")" 'certificate.*SQLSTATE 28000.*remedy' "and the log says so"
is "$(sql "SELECT fanout.run_status('$run')")" started "nothing was done meanwhile"

start_daemon --config config.json "$by_tcp sslrootcert=$work/authority.crt $as_client"
is "$(wait_for_run "$run")" completed "with the right certificates the run completes"
is "$(as_superuser "SELECT bool_and(ssl) AND count(*) > 0 FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = 'worker_$$'")" t \
    "over TLS"

# Of each idle connection to the server the kernel shows when it will ask the peer for a sign of life, in hundredths of a
# second. Its own default is two hours.
keepalive_timers() {
    perl -lane 'BEGIN { $peer = sprintf ":%04X", shift @ARGV }
        print hex +(split /:/, $F[5])[1] if $F[2] =~ /$peer$/ && $F[3] eq "01" && $F[5] =~ /^02:/' "$port" /proc/net/tcp
}
wait_for '[[ $(keepalive_timers) ]]'
most=$(keepalive_timers | sort -n | tail -n 1)
ok "$((most <= 3000 ? 0 : 1))" "a silent peer is asked for a sign of life, within $((most / 100)) s now"
end_daemon TERM
is "$status" 0 "the daemon ends cleanly"
