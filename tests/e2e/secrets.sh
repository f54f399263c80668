#!/usr/bin/env bash
# What the daemon knows its handlers don't: its password is neither among its arguments nor in its environment, as others see them.
. "$(dirname "$0")/lib.bash"

cat >looks.sh <<'SH'
tr '\0' '\n' <"/proc/$PPID/cmdline" >cmdline
: >environ
tr '\0' '\n' <"/proc/$PPID/environ" >environ
stat -c %u:%a "/proc/$PPID/environ" >owner
echo 1
SH
# The token is read anew with the configuration, so it must not be lost.
cat >config.json <<JSON
{"handlers": {"looks": {"type": "exec", "argv": ["sh", "looks.sh"], "directory": "$work", "environment": ["PATH"],
                        "variables": {"TOKEN": {"env": "DAEMONS_TOKEN"}}}}}
JSON
as_superuser "ALTER ROLE worker_$$ PASSWORD 'the-secret'"
look() {
    local run
    run=$(sql "SELECT fanout.execute_many('looks', '[1]', max_attempts => 1)")
    is "$(wait_for_run "$run")" completed "$1"
    is "$(grep -c . environ)" 0 "its environment can't be seen"
    is "$(grep -cE 'the-secret|the%2D' cmdline)" 0 "no password is among its arguments"
}
for connection in "dbname=$PGDATABASE password='the-secret'" "postgresql:///$PGDATABASE?password=the%2Dsecret"; do
    DAEMONS_TOKEN=token-secret PGPASSWORD=the-secret start_daemon --config config.json "$connection"
    look "a daemon with a password in ${connection%%:*} works"
    like "$(<cmdline)" "dbname='$PGDATABASE'" "what else was said can be seen"
    kill -HUP "$daemon"
    wait_for_log 'configuration reloaded'
    look "after a reload, too"
    end_daemon TERM
    is "$status" 0 "it ends cleanly"
done
# Of a user that isn't root, as the server's here, the kernel shows it not even to that user's other programs.
folder=$(mktemp -d /tmp/pgfanout.XXXXXX)
folders+=("$folder")
cp "$fanoutd" looks.sh "$folder"
sed "s,$work,$folder," config.json >"$folder/config.json"
chmod -R a+rwX "$folder"
cat >"$folder/unprivileged" <<SH
#!/bin/sh
cd "$folder"
[ "\$(id -u)" != 0 ] || exec setpriv --reuid=postgres --regid=postgres --init-groups ./fanoutd "\$@"
exec ./fanoutd "\$@"
SH
chmod a+rx "$folder/unprivileged"
fanoutd=$folder/unprivileged
DAEMONS_TOKEN=token-secret start_daemon --config "$folder/config.json"
cd "$folder"
look "a daemon that is told nothing works"
is "$(<owner)" "0:400" "its files in /proc are root's"
