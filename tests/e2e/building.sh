#!/usr/bin/env bash
# What `make` does with a fresh copy of the sources, and what it leaves where: by its plans (`make -n`), and with a
# compiler that only copies an empty object.
. "$(dirname "$0")/lib.bash"

copy=$work/copy

# As a user's shell would: nothing of the make that runs the tests.
make_here() {
    env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS -u BUILD -u PG_CONFIG -u PGFANOUT_STAGE -u PGFANOUT_INSTALLED -u FANOUTD \
        make -C "$copy" "$@"
}

copy_sources() {
    mkdir "$copy"
    tar -C "$root" -c Makefile examples extension packaging sql tests/bench tests/harness worker tests/unit tests/model |
        tar -C "$copy" --no-same-owner -x
}

make_fake_compiler() {
    echo 'int pgfanout;' | cc -g -x c -c -o empty.o -
    cat >compiler <<SH
#!/bin/sh
while [ "\$1" != -o ]; do shift; done
exec cp "$work/empty.o" "\$2"
SH
    chmod +x compiler
}

build() { # build GOAL [NAME=VALUE]...
    make_here "$@" CXX="$work/compiler" CC="$work/compiler" >"$work/build.log" 2>&1 || { sed 's/^/# /' build.log && return 1; }
}

check_example() {
    local plan
    plan=$(make_here -n example NAME=number_flow 2>&1) || true
    like "$plan" 'examples/demo example number_flow' "the first thing in a fresh copy may be make example NAME=..."
}

# -- which server -----------------------------------------------------------------------------------------------------

# A pg_config that says it belongs to another server.
make_pg_config() { # make_pg_config BINDIR
    mkdir -p "$1"
    cat >"$1/pg_config" <<SH
#!/bin/sh
case \$1 in
--bindir) echo "$1" ;;
--includedir-server) echo "$1/include" ;;
*) exec "$(command -v "${PG_CONFIG:-pg_config}")" "\$@" ;;
esac
SH
    chmod +x "$1/pg_config"
}

# Whose headers an object is compiled with.
headers_with() { # headers_with [PG_CONFIG=...]
    make_here -n V=1 build/extension/postgres/guard.o "$@" | sed -n "s,.*-isystem $work/\([^/]*\)/include.*,\1,p"
}

check_named_server() {
    make_pg_config "$work/one"
    make_pg_config "$work/other"
    is "$(headers_with PG_CONFIG="$work/one/pg_config")" one "PG_CONFIG says which server it is for"
    is "$(headers_with PG_CONFIG="$work/other/pg_config")" other "also where it was built for another one before"
    is "$(headers_with)" other "without PG_CONFIG it is the one of the last build"
    make_here clean >/dev/null
    like "$(make_here all PG_CONFIG="$work/nowhere/pg_config" 2>&1)" "nowhere/pg_config --pgxs finds nothing" \
        "what was named and isn't there is not replaced by another one"
}

# What would be installed of a server, with Debian's pg_config in the path.
asked_for() { # asked_for [NAME=VALUE]...
    env -u PG_CONFIG "DEBIAN_SERVERS=$work/servers" PATH="$work/servers/99/bin:$PATH" MAKEFLAGS=n "$@" \
        "$root/tests/harness/deps" "$work/asked/deps.mk" all 2>&1 | grep -o 'postgresql-[0-9][0-9]*' | sort -u
}

check_without_deps() {
    local plan
    plan=$(make_here -n V=1 build/extension/postgres/guard.o WITHOUT_DEPS=1 PG_CONFIG="$work/other/pg_config" BUILD=build/package 2>&1 |
        grep -c 'tests/harness/deps\|apt-get') || true
    is "$plan" 0 "whoever builds a package has nothing looked for or installed"
}

check_servers_of_debian() {
    mkdir -p servers/97/bin servers/98/bin
    touch servers/97/bin/postgres servers/98/bin/postgres
    make_pg_config "$work/servers/99/bin"
    is "$(asked_for)" postgresql-98 "of several servers the newest is built for"
    is "$(asked_for PG_CONFIG="$work/servers/97/bin/pg_config")" postgresql-97 "the one that is named is asked for"
    rm -r servers/97 servers/98
    is "$(asked_for)" postgresql-99 "where there is no server, the one whose development files there are"
}

# Debian's package of the headers, and a Debian where all else is installed.
make_package_of_headers() {
    mkdir -p headers/DEBIAN headers/usr/include/postgresql/99/server debian
    printf '%s\n' 'Package: postgresql-server-dev-99' 'Version: 1' 'Architecture: all' 'Maintainer: nobody' 'Description: none' \
        >headers/DEBIAN/control
    touch headers/usr/include/postgresql/99/server/postgres.h
    dpkg-deb -b headers headers.deb >/dev/null
    printf '#!/bin/sh\ncase "$*" in *Status*) shift 3 && printf "ii  %%s\\n" "$@" ;; *) echo 99.3-1 ;; esac\n' >debian/dpkg-query
    make_archive "postgresql-server-dev-99=99.3-1"
    chmod +x debian/*
}

# It has one version of the headers.
make_archive() { # make_archive PACKAGE
    printf '#!/bin/sh\n[ "$*" = "download %s" ] && cp "%s" here.deb\n' "$1" "$work/headers.deb" >debian/apt-get
}

find_headers() {
    env -u PG_CONFIG -u MAKEFLAGS "DEBIAN_SERVERS=$work/servers" PATH="$work/debian:$work/servers/99/bin:$PATH" \
        "$root/tests/harness/deps" "$work/found/deps.mk" all 2>&1
}

check_headers_of_debian() {
    make_package_of_headers
    is "$(find_headers)" "Unpacking the headers of Debian's postgresql-server-dev-99" "headers that aren't installed are unpacked, of the server's own version"
    is "$(sed -n 's/^SERVER_HEADERS := //p' found/deps.mk) $(ls found/headers-99)" "$work/found/headers-99 postgres.h" \
        "the extension is compiled with these"
    is "$(find_headers)" "" "which is done once"
    rm -r found
    make_archive postgresql-server-dev-99
    is "$(find_headers)" "Unpacking the headers of Debian's postgresql-server-dev-99" \
        "the archive's newest where it has those of this server's minor version no longer"
}

# -- what is installed ------------------------------------------------------------------------------------------------

installed() {
    find "$work/there" ! -type d -printf '%f\n' | sort
}

# How many of the two that are installed can be debugged.
debuggable() {
    local file
    for file in $(find "$work/there" -name pgfanout.so -o -name fanoutd); do readelf -SW "$file"; done | grep -c ' \.debug_info '
}

check_install_and_uninstall() {
    local build_before
    build all && ok 0 "everything is built" || ok 1 "everything is built"
    build_before=$(find "$copy/build" -printf '%p %T@\n' | sort)
    build install DESTDIR="$work/there"
    is "$(find "$copy/build" -printf '%p %T@\n' | sort)" "$build_before" "installing what is built writes nothing below build/"
    is "$(installed | grep -cE '^(fanoutd|fanoutctl|pgfanout.so|pgfanout.control|worker.hpp|libfanoutworker.a|fanoutd.service|fanoutctl.1|fanoutd.8|fanoutd.json.5)$')" 10 \
        "extension, daemon, fanoutctl, library, unit and manual pages are installed"
    is "$(debuggable)" 0 "without what only a debugger asks"
    build install DESTDIR="$work/there" INSTALL_STRIP_FLAG=
    is "$(debuggable)" 2 "which INSTALL_STRIP_FLAG keeps"
    build uninstall DESTDIR="$work/there"
    is "$(installed)" "" "make uninstall removes all of them"
    is "$(find "$work/there" -type d -name 'fanout*')" "" "and the folders that were theirs"
}

# `sudo make install` while something isn't built yet.
check_what_root_builds() {
    chown -R nobody "$copy"
    rm -r "$copy"/build/{fanoutd,pgfanout.so,package}
    build install DESTDIR="$work/there"
    is "$(find "$copy/build" ! -user nobody)" "" "what root builds belongs to whoever has the sources"
}

copy_sources
make_fake_compiler
check_example
make_here clean >/dev/null
check_named_server
check_without_deps
if type dpkg-query >/dev/null 2>&1; then
    check_servers_of_debian
    check_headers_of_debian
fi
check_install_and_uninstall
if ((EUID == 0)); then check_what_root_builds; fi
