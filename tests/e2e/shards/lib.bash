# What the tests of fanout_front share: shards, a front, and asking it. Source it after lib.bash.
# shellcheck shell=bash

front=e2e_${name}_front_$$

# A shard on the server of psql's variables, by the name of its database, with a flow of the developer's: make_shard DATABASE
make_shard() {
    as_superuser "CREATE DATABASE $1 TEMPLATE fanout_template OWNER dev_$$" -d postgres
    as_superuser "SELECT fanout.grant_developer('dev_$$'), fanout.grant_worker('worker_$$')" -d "$1" >/dev/null
    define_flows "$1"
}

# What is defined is each shard's own: define_flows DATABASE
define_flows() {
    sql "CREATE FUNCTION twice(task jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT to_jsonb(2 * (task ->> ''item'')::int)';
         SELECT fanout.create_flow('twice'),
                fanout.add_step('twice', 'double', step_type => 'fanout', fanout_from => 'run', handler => 'sql:twice')" -d "$1" >/dev/null
}

# A front of these shards, given by their connection strings: make_front SHARD ...
make_front() {
    local shard
    as_superuser "CREATE DATABASE $front OWNER dev_$$" -d postgres
    as_superuser "SET client_min_messages = warning; CREATE EXTENSION fanout_front CASCADE" -d "$front"
    for shard in "$@"; do add_shard "$shard" >/dev/null; done
    as_superuser "SELECT fanout.grant_front('dev_$$'), fanout.grant_front('postgres')" -d "$front" >/dev/null
}

add_shard() { # add_shard CONNECTION
    as_superuser "SELECT fanout.add_shard('$1', '10 s', '5 s')" -d "$front"
}

# What a query says at the front, as the developer; what is said beside it is in the file `said`.
ask() {
    PGOPTIONS="-c client_min_messages=warning" sql "$1" -d "$front" "${@:2}" 2>said
}

# The SQLSTATE with which a query fails at the front, or `none`: sqlstate_of QUERY [PSQL'S ARGUMENTS]
sqlstate_of() {
    { ask "$1" -v VERBOSITY=sqlstate "${@:2}" >/dev/null && echo none; } || sed -n 's/.*ERROR:  *\([0-9A-Z]*\)$/\1/p' said
}
