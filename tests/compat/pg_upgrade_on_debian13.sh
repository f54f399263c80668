#!/usr/bin/env bash
# pg_upgrade from Debian 12's server to Debian 13's, in that release, with the older server beside its own: tests/compat/pg_upgrade.sh, there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
log=$PWD/${BUILD:-build}/pg_upgrade_on_debian13.log

# What both releases have stays Debian 13's.
# shellcheck disable=SC2016
install_older_server='
    set -e
    export DEBIAN_FRONTEND=noninteractive
    echo "deb http://deb.debian.org/debian bookworm main" >/etc/apt/sources.list.d/bookworm.list
    printf "Package: *\nPin: release n=bookworm\nPin-Priority: 100\n" >/etc/apt/preferences.d/bookworm
    mkdir -p /etc/postgresql-common/createcluster.d
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.d/none.conf
    apt-get update
    apt-get install -y --no-install-recommends postgresql-15'

echo 1..1
if tests/harness/on-debian trixie sh -c "$install_older_server" >"$log" 2>&1 &&
    tests/harness/on-debian trixie env T=tests/compat/pg_upgrade.sh .ci/run >>"$log" 2>&1; then
    echo "ok 1 - from Debian 12's server to Debian 13's"
else
    echo "not ok 1 - from Debian 12's server to Debian 13's"
    tail -n 30 "$log" | sed 's/^/# /'
    exit 1
fi
