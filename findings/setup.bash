# Sourced by the findings: a temporary folder with pinned packages, perhaps a private server, and a comparison.
set -euo pipefail

work=$(mktemp -d /tmp/finding.XXXXXX)
chmod 755 "$work"
trap clean_up EXIT

# As whom the server runs: it refuses root.
as_server() {
    if ((EUID == 0)); then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi
}

clean_up() {
    if [[ -d $work/server/data ]]; then (cd / && as_server "$bindir/pg_ctl" -s -D "$work/server/data" -m immediate stop); fi
    rm -rf "$work"
}

# packages NAME@VERSION...: into the folder where the finding's scripts run.
packages() {
    (cd "$work" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund "$@")
}

# A private server, on a Unix socket only: its URL is in $DATABASE_URL.
start_server() {
    bindir=$("${PG_CONFIG:-pg_config}" --bindir)
    mkdir "$work/server"
    ((EUID != 0)) || chown postgres: "$work/server"
    (
        cd /
        as_server "$bindir/initdb" -D "$work/server/data" -U postgres -A trust -E UTF8 --no-sync >/dev/null
        as_server "$bindir/pg_ctl" -s -w -D "$work/server/data" -l "$work/server/log" start \
            -o "-c listen_addresses='' -c unix_socket_directories=$work/server -c fsync=off" >/dev/null
    )
    export DATABASE_URL="postgres://postgres@localhost/postgres?host=$work/server"
}

# says EXPECTED: runs the module on standard input, and compares what it prints.
says() {
    local said
    cat >"$work/main.mjs"
    said=$(cd "$work" && node main.mjs)
    diff <(echo "$1") <(echo "$said") && echo "as stated"
}
