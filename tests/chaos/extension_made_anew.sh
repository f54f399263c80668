#!/usr/bin/env bash
# The extension is dropped and made anew under living daemons, with tasks under way: all its numbers begin anew.
. "$(dirname "$0")/lib.bash"

make_server a
start_daemons
for ((round = 1; round <= $(rounds 3 20); round++)); do
    begin_runs 4
    make_extension
    start_runs 4
    check_runs "extension $round"
done
ok "$(grep -q 'msg="registers anew"' ./*.log && echo 0 || echo 1)" "the log says that workers were forgotten"
end_daemons
