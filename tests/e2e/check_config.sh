#!/usr/bin/env bash
# fanoutd --check-config reads a configuration, says what is wrong with it, and needs no database.
. "$(dirname "$0")/lib.bash"

export PGHOST=/nowhere

check() { # check CONFIGURATION
    echo "$1" >config.json
    status=0
    said=$("$fanoutd" --check-config --config config.json 2>&1) || status=$?
}

refused() { # refused CONFIGURATION REGEX DESCRIPTION
    check "$1"
    ok "$((status != 0 ? 0 : 1))" "$3: refused"
    like "$said" "$2" "$3: it says why"
}

check '{"handlers": {"a": {"type": "process", "argv": ["cat"], "concurrency": 2}, "b": {"type": "exec", "argv": ["true"]}}}'
is "$status" 0 "a good configuration"
refused '{"handlers": {' 'config.json|JSON|parse' "broken JSON"
refused '{"handlers": {"a": {"type": "process", "argv": ["cat"], "concurency": 2}}}' 'concurency' "an unknown key"
long=$(printf 'x%.0s' {1..256})
refused "{\"name\": \"$long\"}" '"name" is no name: it is empty, longer than 255 bytes, or has a zero byte' "a name that the server wouldn't take"
refused "{\"queues\": [\"a\", \"$long\"]}" '"queues" has what is no name' "a queue's"
refused '{"queues": ["a", ""]}' '"queues" has what is no name' "a queue without one"
refused "{\"queues\": {\"$long\": 1}}" 'is no name' "a queue's with a weight"
refused "{\"handlers\": {\"$long\": {\"type\": \"exec\", \"argv\": [\"true\"]}}}" 'is no name' "a handler's"
refused '{"handlers": {"a\u0000b": {"type": "exec", "argv": ["true"]}}}' 'line 1: "handlers.a' "a handler's with a zero byte"
refused '{"handlers": {"a:b": {"type": "exec", "argv": ["true"]}}}' 'it has a colon' "a handler's with a colon"
refused '{"handlers": {"a": {"type": "process", "argv": ["cat"], "concurrency": "many"}}}' 'concurrency' "a value of the wrong type"
refused '{"handlers": {"a": {"type": "process", "argv": ["cat"], "concurrency": 0}}}' 'concurrency' "a value out of range"
refused '{"handlers": {"a": {}}}' 'handlers.a' "a handler that is nothing"
refused '{"handlers": {"a": {"type": "magic", "argv": ["cat"]}}}' 'handlers.a.type' "an unknown type"
refused '{"handlers": {"a": {"type": "exec", "argv": []}}}' 'handlers.a.argv' "an empty command"
refused '{"listen": "localhost:9187"}' 'line 1: "listen" is not an IP address and a port' "an address to listen at that is none"
refused '{"listen": "localhost:9187"}' 'line 1: "listen" is not an IP address and a port' "an address to listen at that is none"

for name in '' "$long"; do
    status=0
    said=$("$fanoutd" --name "$name" --check-config 2>&1) || status=$?
    is "$status" 2 "the command line gives the worker a name of ${#name} bytes: refused"
    like "$said" 'is no name: it is empty, longer than 255 bytes, or has a zero byte' "it says why"
done

status=0
said=$("$fanoutd" --check-config --config not-there.json 2>&1) || status=$?
ok "$((status != 0 ? 0 : 1))" "a file that isn't there: refused"
like "$said" not-there.json "a file that isn't there: it says which"
