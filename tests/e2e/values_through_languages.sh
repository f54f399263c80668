#!/usr/bin/env bash
# The table "Values through languages" of docs/worker.md says what the languages themselves do.
. "$(dirname "$0")/lib.bash"

documented() {
    sed -n '/^## Values through languages/,/^## Handlers that are services/p' "$root/docs/worker.md" | grep '^| [`0-9]'
}
# A row begins with JSON in backticks, or says how many arrays there are in one another.
documented | sed 's/^| *//; s/ *|.*//' >names
while IFS= read -r name; do
    if [[ $name == *arrays* ]]; then
        perl -e '$n = shift; print "[" x $n, "]" x $n, "\n"' "${name%% *}"
    else
        printf '%s\n' "${name//\`/}"
    fi
done <names >values

# What a query says of a file's lines, which are in the table c, and another's in s: of_lines QUERY FILE [FILE]
of_lines() {
    local query=$1 name=c file text=''
    for file in "${@:2}"; do
        text+="CREATE TEMP TABLE $name (n int GENERATED ALWAYS AS IDENTITY, text text);
\\copy $name(text) FROM $file WITH (FORMAT csv, QUOTE e'\\x01', DELIMITER e'\\x02')
"
        name=s
    done
    sql "$text$query"
}
python3() {
    /usr/bin/python3 -c '
import json, sys
for line in sys.stdin:
    try: print(json.dumps(json.loads(line)))
    except Exception: print(json.dumps("error"))'
}
node() {
    command node -e '
for (const line of require("fs").readFileSync(0, "utf8").trimEnd().split("\n")) {
    try { console.log(JSON.stringify(JSON.parse(line))); } catch { console.log(JSON.stringify("error")); }
}'
}
jq() {
    local line
    while IFS= read -r line; do command jq -c . <<<"$line" 2>/dev/null || echo '"error"'; done
}
perl_json() {
    perl -MJSON::PP -ne 'BEGIN { $json = JSON::PP->new->canonical->allow_nonref }
                         chomp; print eval { $json->encode($json->decode($_)) } // "\"error\"", "\n"'
}

of_lines "SELECT text::jsonb FROM c ORDER BY n" values >stored

has_version() { # has_version LANGUAGE: whether it is the one that the table is about
    case $1 in
    python3) [[ $(/usr/bin/python3 --version) == "Python 3.11."* ]] ;;
    node) true ;;
    jq) [[ $(command jq --version) == jq-1.6* ]] ;;
    perl_json) [[ $(perl -MJSON::PP -e 'print $JSON::PP::VERSION') == 4.07 ]] ;;
    esac
}
# Each cell as the table has it.
cells() { # cells FILE COMPARED_WITH
    of_lines "SELECT CASE WHEN came = s.text THEN 'same' WHEN came = '\"error\"' THEN 'error'
                          WHEN length(came) > 30 THEN format('\`%s…\`, %s characters', left(came, 6), length(came))
                          ELSE format('\`%s\`', came) END
                FROM c JOIN s USING (n), LATERAL (SELECT c.text::jsonb::text AS came) AS j ORDER BY n" "$@"
}
documented_cells() { # documented_cells COLUMN
    documented | awk -F' *\\| *' -v column="$1" '{ print $column }'
}

is "$(cells stored values)" "$(documented_cells 3)" "the database"
column=4
for language in python3 node jq perl_json; do
    if has_version "$language"; then
        "$language" <stored >"$language.out"
        is "$(cells "$language.out" stored)" "$(documented_cells $column)" "$language"
    else
        ok 0 "$language # SKIP the table is about another version"
    fi
    column=$((column + 1))
done
