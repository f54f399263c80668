#!/usr/bin/env bash
# A base backup is restored under living daemons: the first time it knows them, but not what they did since, and then it doesn't
# know them either, since they have registered anew.
. "$(dirname "$0")/lib.bash"

make_server a
start_daemons
begin_runs 2
"$cluster" backup "$work/a"
for ((round = 1; round <= $(rounds 2 5); round++)); do
    begin_runs 4
    "$cluster" restore "$work/a"
    start_runs 4
    check_runs "backup restored, $round"
done
ok "$(grep -q 'msg="registers anew".*had its call' ./*.log && echo 0 || echo 1)" "workers were known, but not what they had done"
ok "$(grep -q 'msg="registers anew".*is not registered' ./*.log && echo 0 || echo 1)" "and later not known"
end_daemons
