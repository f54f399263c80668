#!/usr/bin/env bash
# What fanout.graph says is read by those that draw it: Graphviz, and Mermaid's own parser, which npm brings. Steps are called what
# are words of theirs, and handlers what would end a text.
. "$(dirname "$0")/../e2e/lib.bash"

mermaid=11.17.2 jsdom=29.1.1
odd_handler=$'"a" \\ \\n b\'; -->|x| [c] {d} `e` <b>f</b> & #quot; %% g é 日本'
sql "SELECT fanout.create_flow('odd');
     SELECT fanout.add_step('odd', 'end', handler => \$odd\$$odd_handler\$odd\$);
     SELECT fanout.add_step('odd', 'subgraph', '{end}', 'fanout', handler => 'h');
     SELECT fanout.add_step('odd', 'node', '{subgraph}', 'fanout', handler => 'h');
     SELECT fanout.add_step('odd', 'style-1', '{end,node}', handler => 'strict');
     SELECT fanout.create_flow('empty')" >/dev/null

# Graphviz says again what it has read.
sql "SELECT fanout.graph('odd', 'dot')" >odd.dot
is "$(dot -Tplain odd.dot 2>&1 | awk '/^edge/ { print $2, $3 }' | sort | tr '\n' ' ')" "s1 s2 s1 s4 s2 s3 s3 s4 " "dot has read each arrow"
is "$(dot -Tjson odd.dot 2>/dev/null | jq -r '.objects[] | select(.name == "s1") | .label')" "end\\n$(sed 's/\\/&&/g' <<<"$odd_handler")" "and the odd text as it is"
is "$(sql "SELECT fanout.graph('empty', 'dot')" | dot -Tplain 2>&1 | tail -n 1)" stop "and a flow without steps"

if type npm >/dev/null; then
    (npm install --silent --no-audit --no-fund --ignore-scripts --prefix . "mermaid@$mermaid" "jsdom@$jsdom") >npm.log 2>&1 || cat npm.log >&2
    cp "$root/tests/compat/read_mermaid.mjs" .
    sql "SELECT fanout.graph('odd', 'mermaid')" | node read_mermaid.mjs >read.json
    is "$(jq -c .edges read.json)" '[["s1","s2","each"],["s2","s3","item by item"],["s1","s4",""],["s3","s4",""]]' "Mermaid has read each arrow"
    is "$(jq -r .steps.s1 read.json)" "end<br>$(sql "SELECT fanout.printable(\$odd\$$odd_handler\$odd\$, 60)")" "and the odd text as it is"
    is "$(sql "SELECT fanout.graph('empty', 'mermaid')" | node read_mermaid.mjs)" '{"steps":{},"edges":[]}' "and a flow without steps"
else
    echo "# npm is missing: nothing was read by Mermaid"
fi
