#!/usr/bin/env bash
# wal2json 2.5: in format version 1, which is the default, TRUNCATE is a transaction without changes, also where the option "actions" asks for it by
# name; version 2 has it. So whoever follows a table keeps all its rows. In either version NaN and infinity are null, as only NULL should be.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
debian postgresql-15-wal2json=2.5-1+b1
settings=('wal_level = logical')
# Later minor versions of PostgreSQL load only the output plugins that this names.
known=$("$("${PG_CONFIG:-pg_config}" --bindir)/postgres" --describe-config)
if grep -q ^output_plugin_libraries <<<"$known"; then settings+=("output_plugin_libraries = 'wal2json'"); fi
start_server "${settings[@]}"
psql_says 'version 1: {"change":[{"kind":"insert","schema":"public","table":"t","columnnames":["n","f"],"columnvalues":[null,null]}]}
version 1: {"change":[]}
version 1, truncate asked for: {"change":[]}
version 1, truncate asked for: {"change":[]}
version 2: {"action":"I","schema":"public","table":"t","columns":[{"name":"n","value":null},{"name":"f","value":null}]}
version 2: {"action":"T","schema":"public","table":"t"}' <<'SQL'
CREATE TABLE t (n numeric, f float8);
SELECT FROM pg_create_logical_replication_slot('s', 'wal2json') \g /dev/null
INSERT INTO t VALUES ('NaN', 'infinity');
TRUNCATE t;
SELECT 'version 1: ' || data FROM pg_logical_slot_peek_changes('s', NULL, NULL, 'include-types', 'false');
SELECT 'version 1, truncate asked for: ' || data FROM pg_logical_slot_peek_changes('s', NULL, NULL, 'actions', 'truncate');
SELECT 'version 2: ' || data FROM pg_logical_slot_peek_changes('s', NULL, NULL, 'format-version', '2', 'include-types', 'false', 'include-transaction', 'false');
SQL
