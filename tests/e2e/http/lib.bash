# What the tests of HTTP handlers share: services and flows. Source it after tests/e2e/lib.bash.
# shellcheck shell=bash disable=SC2154,SC2034

# start_service DIRECTORY [CERTIFICATE KEY]: its port is in $port, what it has seen in the folder.
start_service() {
    mkdir "$1"
    python3 "$root/tests/e2e/http/service.py" "$@" >"$1.log" 2>&1 &
    daemons+=("$!")
    wait_for test -e "$1/port"
    port=$(<"$1/port")
}

# Two authorities, and a certificate of the first for localhost.
make_certificates() {
    local authority
    for authority in ours theirs; do
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=$authority" \
            -keyout "$authority.key" -out "$authority.pem"
    done
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -keyout service.key -out service.csr
    openssl x509 -req -in service.csr -CA ours.pem -CAkey ours.key -CAcreateserial -days 2 -out service.pem \
        -extfile <(echo 'subjectAltName = DNS:localhost')
}

# start_closing_service DIRECTORY [CERTIFICATE KEY [old]]: the same, of closing_service.js
start_closing_service() {
    mkdir "$1"
    node "$root/tests/e2e/http/closing_service.js" "$@" >"$1.log" 2>&1 &
    daemons+=("$!")
    wait_for test -e "$1/port"
    port=$(<"$1/port")
}

# Waits until a command succeeds.
wait_for() {
    local i
    for ((i = 0; i < 600; i++)); do
        ! "$@" || return 0
        sleep 0.05
    done
    echo "# this did not come true: $*"
    return 1
}

# How many lines a file has that may not be there yet.
lines() {
    if [[ -e $1 ]]; then grep -c . "$1"; else echo 0; fi
}

# jq_of JSON KEY...: a text within
jq_of() {
    perl -MJSON::PP -e 'my $v = decode_json(shift); $v = $v->{$_} for @ARGV; binmode STDOUT, ":utf8"; print $v' "$@"
}

# A field of all requests of a service: requests .method [DIRECTORY]
requests() {
    perl -MJSON::PP -ne 'BEGIN { $key = substr shift, 1 } print decode_json($_)->{$key}, "\n"' "$1" "${2:-plain}/requests"
}

# A flow with one step. The handler's name is the flow's unless given.
define_flow() { # define_flow FLOW [HANDLER TIMEOUT ATTEMPTS]
    sql "SELECT fanout.create_flow('$1', max_attempts => ${4:-2}, base_delay => '50 ms', timeout => '${3:-60 s}');
         SELECT fanout.add_step('$1', '$1', step_type => 'fanout', fanout_from => 'run', handler => '${2:-$1}')" >/dev/null
}

start() { # start FLOW ITEM
    start_many "$1" "$2" 1
}

start_many() { # start_many FLOW ITEM COUNT
    sql "SELECT fanout.start_run('$1', jsonb_agg(\$item\$$2\$item\$::jsonb)) FROM generate_series(1, $3)"
}

succeeds() { # succeeds FLOW ITEM OUTPUT DESCRIPTION
    local run
    run=$(start "$1" "$2")
    wait_for_run "$run" >/dev/null
    is "$(sql "SELECT status || ' ' || output FROM fanout.step_tasks WHERE run_id = '$run'")" "completed $3" "$4"
}

retries() { # retries FLOW ITEM ERROR DESCRIPTION
    local run
    run=$(start "$1" "$2")
    is "$(wait_for_run "$run")" completed "$4"
    like "$(as_superuser "SELECT f.error FROM fanout.failures f JOIN fanout.step_states USING (state_id) WHERE run_id = '$run'")" \
        "$3" "$4: the first attempt's error"
}

fails() { # fails FLOW ITEM ATTEMPTS ERROR DESCRIPTION
    local run
    run=$(start "$1" "$2")
    is "$(wait_for_run "$run")" failed "$5: the run fails"
    like "$(sql "SELECT attempts || ' ' || error FROM fanout.errors('$run')")" "^$3 .*$4" "$5: what its error says, after $3 attempts"
}
