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
    if [[ -f $work/pool/pid ]]; then kill "$(<"$work/pool/pid")"; fi
    if [[ -d $work/server/data ]]; then (cd / && as_server "$bindir/pg_ctl" -s -D "$work/server/data" -m immediate stop); fi
    rm -rf "$work"
}

# packages NAME@VERSION...: into the folder where the finding's scripts run.
packages() {
    (cd "$work" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund "$@")
}

# debian NAME=VERSION...: Debian's packages, unpacked beside it all and not installed; the server finds their libraries.
debian() {
    (cd "$work" && apt-get -qq -o APT::Sandbox::User=root download "$@" && for package in *.deb; do dpkg-deb -x "$package" .; done)
}

# start_server [SETTING...]: a private one, on a Unix socket only. Its URL is in $DATABASE_URL, and psql goes there.
start_server() {
    bindir=$("${PG_CONFIG:-pg_config}" --bindir)
    mkdir "$work/server"
    ((EUID != 0)) || chown postgres: "$work/server"
    (
        cd /
        as_server "$bindir/initdb" -D "$work/server/data" -U postgres -A trust -E UTF8 --no-sync >/dev/null
        printf '%s\n' "listen_addresses = ''" "unix_socket_directories = '$work/server'" 'fsync = off' \
            "dynamic_library_path = '$work$("${PG_CONFIG:-pg_config}" --pkglibdir):\$libdir'" "$@" >>"$work/server/data/postgresql.conf"
        as_server "$bindir/pg_ctl" -s -w -D "$work/server/data" -l "$work/server/log" start >/dev/null
    )
    export DATABASE_URL="postgres://postgres@localhost/postgres?host=$work/server" PGHOST=$work/server PGUSER=postgres PGDATABASE=postgres
}

# start_pgbouncer: an unpacked one before that server, in transaction mode with one connection, on a Unix socket in $work/pool.
start_pgbouncer() {
    mkdir "$work/pool"
    ((EUID != 0)) || chown postgres: "$work/pool"
    printf '%s\n' '[databases]' "postgres = host=$work/server user=postgres" '[pgbouncer]' 'auth_type = any' 'pool_mode = transaction' \
        'default_pool_size = 1' "unix_socket_dir = $work/pool" "pidfile = $work/pool/pid" "logfile = $work/pool/log" >"$work/pool/ini"
    (cd / && as_server "$work/usr/sbin/pgbouncer" -q -d "$work/pool/ini")
    export POOL_URL="postgres://postgres@localhost:6432/postgres?host=$work/pool"
}

# extension NAME VERSION: runs the script of an unpacked extension, since CREATE EXTENSION looks into the server's own folder only.
extension() {
    sed -e '/^\\/d' -e '/pg_extension_config_dump/d' -e "s/MODULE_PATHNAME/$1/" -e 's/\$libdir.//' "$work$("${PG_CONFIG:-pg_config}" --sharedir)/extension/$1--$2.sql" |
        psql -XAtq1 -v ON_ERROR_STOP=1 -c 'SET client_min_messages = warning' -f - >/dev/null
}

# says EXPECTED: runs the module on standard input, and compares what it prints.
says() {
    local said
    cat >"$work/main.mjs"
    said=$(cd "$work" && node main.mjs)
    diff <(echo "$1") <(echo "$said") && echo "as stated"
}

# psql_says EXPECTED [SED]: runs the SQL on standard input, and compares what psql prints, with what differs from run to run edited out by SED.
psql_says() {
    diff <(echo "$1") <(psql -XAtq -v VERBOSITY=terse 2>&1 | sed -e "${2-}") && echo "as stated"
}
