#!/usr/bin/env bash
# fanoutctl's completion in bash and zsh as people have it: lines are typed on a terminal, and a tab behind them.
. "$(dirname "$0")/../e2e/lib.bash"

PATH=${PGFANOUT_INSTALLED:?}/bin:$PATH
export HOME=$work TERM=xterm

sql "SELECT fanout.create_flow('squares'), fanout.add_step('squares', 'square', handler => 'nobody');
     SELECT fanout.create_flow('status'), fanout.add_step('status', 'never', handler => 'nobody')" >/dev/null
run=$(sql "SELECT fanout.start_run('squares')" 2>/dev/null)

# What is typed, what stands there after a tab, and between what one may choose.
cat >here <<LINES
fanoutctl ca|fanoutctl cancel|
fanoutctl pause |fanoutctl pause|flow queue run
fanoutctl pause q|fanoutctl pause queue|
fanoutctl resume --fa|fanoutctl resume --failed-items|
fanoutctl graph --fo|fanoutctl graph --format|
fanoutctl graph squares --format m|fanoutctl graph squares --format mermaid|
fanoutctl run s|fanoutctl run s|squares status
fanoutctl run sq|fanoutctl run squares|
fanoutctl why ${run:0:8}|fanoutctl why $run|
fanoutctl nothing x|fanoutctl nothing x|
LINES
# With a connection string.
cat >elsewhere <<LINES
fanoutctl run sq|fanoutctl run sq|
fanoutctl -d dbname=$PGDATABASE run sq|fanoutctl -d dbname=$PGDATABASE run squares|
fanoutctl -d 'dbname=$PGDATABASE' run sq|fanoutctl -d dbname=$PGDATABASE run squares|
fanoutctl -d "dbname=$PGDATABASE user=$PGUSER" run sq|fanoutctl -d dbname=$PGDATABASE user=$PGUSER run squares|
fanoutctl --connection dbname=$PGDATABASE run sq|fanoutctl --connection dbname=$PGDATABASE run squares|
fanoutctl --connection=dbname=$PGDATABASE run sq|fanoutctl --connection=dbname=$PGDATABASE run squares|
LINES

check_lines() { # check_lines LINES SHELL SETUP ARGUMENT...
    local lines=$1 shell=$2 setup=$3 line completed listed expected choices
    shift 3
    cut -d '|' -f 1 "$lines" | timeout 120 "$root/tests/compat/type_in_shell.py" "$setup; source <(fanoutctl completion $shell)" "$shell" "$@" >said
    is "$(wc -l <said)" "$(wc -l <"$lines")" "$shell: every line"
    while IFS='|' read -r line expected choices && IFS=$'\t' read -r completed listed <&3; do
        is "$completed" "$expected" "$shell: $line"
        [[ -z $choices ]] || like " $listed " " $choices " "$shell: with a list"
    done <"$lines" 3<said
}

check() { # check SHELL SETUP ARGUMENT...
    check_lines here "$@"
    PGDATABASE=postgres check_lines elsewhere "$@"
}

check bash 'PS1=; bind "set show-all-if-ambiguous on"' --norc --noprofile -i
check zsh 'PS1=; setopt no_prompt_sp; bindkey -e; autoload -Uz compinit; compinit -D -u' -f -i
