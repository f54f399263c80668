# A service that an example calls, while its `run` script runs. Source it after run.bash.
# shellcheck shell=bash

# Starts a program that says a line when it is ready, and ends with its standard input, so with this script at the
# latest: start_service PROGRAM [ARGUMENT ...]
start_service() {
    coproc service { exec "$@"; }
    service_pid=$! service_output=${service[0]} service_input=${service[1]}
    read -r -u "$service_output" _ || {
        echo "$* does not start" >&2
        exit 1
    }
}

# Ends it. The line that it leaves is in $report.
# shellcheck disable=SC2034
stop_service() {
    exec {service_input}>&-
    read -r -u "$service_output" report
    wait "$service_pid"
}
