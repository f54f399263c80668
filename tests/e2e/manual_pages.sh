#!/usr/bin/env bash
# The manual pages have what the programs' own help, and the documentation of the configuration file, have.
. "$(dirname "$0")/lib.bash"

pages=${PGFANOUT_INSTALLED:?}/share/man
fanoutctl=${PGFANOUT_INSTALLED}/bin/fanoutctl

# The options of a page's source, where they are explained or stand in a synopsis: --name.
options_of_page() { # options_of_page FILE
    grep -oE 'Fl -[a-z][a-z0-9-]*' "$1" | sed 's/Fl -/--/' | sort -u
}

# From version 2.5 on, CLI11 writes its headings in capitals, and gives short and long names columns of their own.
options_of_help() { # options_of_help PROGRAM ARGUMENT...
    "$@" --help | sed -n '/^Options:/I,/^$/p' | grep -oE -- '^ {2,12}(-[a-z], *)?--[a-z][a-z0-9-]*' | grep -oE -- '--.*'
}

commands_of_help() {
    "$fanoutctl" --help | sed -n '/^Subcommands:/I,/^$/s/^  \([a-z][a-z]*\) .*/\1/p' | sort
}

options_of_fanoutctl() {
    local command
    options_of_help "$fanoutctl"
    for command in $(commands_of_help); do options_of_help "$fanoutctl" "$command"; done
}

# The keys of the configuration file, as docs/worker.md has them in its tables; of a handler's type it says more than a table could.
documented_keys() {
    {
        echo type
        awk '/^\| (key|keys)/ { keys = 1 } !/^\|/ { keys = 0 } keys' "$root/docs/worker.md" | sed -n 's/^| \(`[a-z0-9_`, ]*`\) |.*/\1/p' |
            grep -oE '[a-z0-9_]+'
    } | sort -u
}

keys_of_page() {
    grep -E '^\.It Ic ' "$pages/man5/fanoutd.json.5" | grep -oE '[a-z0-9_]{3,}' | sort -u
}

check_that_it_is_shown() { # check_that_it_is_shown FILE
    if ! type man >/dev/null 2>&1; then
        tests=$((tests + 1))
        echo "ok $tests # SKIP man isn't here: ${1##*/} was not shown"
        return
    fi
    is "$(man --warnings -l -P cat "$1" 2>&1 >shown)" "" "${1##*/} is shown without a warning"
}

is "$(options_of_page "$pages/man8/fanoutd.8")" "$(options_of_help "$fanoutd" | sort -u)" "fanoutd(8) has the options of fanoutd --help"
is "$(options_of_page "$pages/man1/fanoutctl.1")" "$(options_of_fanoutctl | sort -u)" "fanoutctl(1) has those of all commands"
is "$(sed -n 's/^\.It Cm \([a-z]*\).*/\1/p' "$pages/man1/fanoutctl.1" | sort)" "$(commands_of_help)" "and every command"
is "$(keys_of_page)" "$(documented_keys)" "fanoutd.json(5) has the keys that docs/worker.md has"
for page in "$pages"/man?/*; do check_that_it_is_shown "$page"; done
