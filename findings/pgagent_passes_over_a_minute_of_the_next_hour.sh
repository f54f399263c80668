#!/usr/bin/env bash
# pgAgent 4.2.2: where a schedule's next hour isn't the present one, the minutes are looked for from the present minute up, not from 0. Asked at
# 09:20, a schedule of 10:00 and 10:30 runs next at 10:30, and one of Mondays at 00:00 and 00:30, asked on a Tuesday at 09:20, at 00:30. Asked
# at 09:00 or 09:40 it's 10:00. So, of 08:00, 08:30, 10:00 and 10:30, a run of 08:30 that ends at 09:20 costs the one of 10:00.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
debian pgagent=4.2.2-2
start_server
psql -Xq -c 'CREATE SCHEMA pgagent'
extension pgagent 4.2
psql_says 'asked at 09:00, 10:00 or 10:30: Mon 05 Jan 2099 10:00
asked at 09:20, 10:00 or 10:30: Mon 05 Jan 2099 10:30
asked at 09:40, 10:00 or 10:30: Mon 05 Jan 2099 10:00
asked at 09:20, 08:00, 08:30, 10:00 or 10:30: Mon 05 Jan 2099 10:30
asked on a Tuesday at 09:20, Mondays at 00:00 or 00:30: Mon 12 Jan 2099 00:30' <<'SQL'
CREATE FUNCTION flags(size int, VARIADIC at int[]) RETURNS bool[] LANGUAGE sql AS
$$SELECT array_agg(i = ANY (at) ORDER BY i) FROM generate_series(0, size - 1) i$$;
CREATE FUNCTION next_run(asked timestamptz, hours int[], VARIADIC weekdays int[]) RETURNS text LANGUAGE sql AS
$$SELECT to_char(pgagent.pga_next_schedule(1, asked, NULL, flags(60, 0, 30), flags(24, VARIADIC hours), flags(7, VARIADIC weekdays), flags(32, -1), flags(12, -1)),
                 'Dy DD Mon YYYY HH24:MI')$$;
SELECT 'asked at 09:00, 10:00 or 10:30: ' || next_run('2099-01-05 09:00', '{10}', -1);
SELECT 'asked at 09:20, 10:00 or 10:30: ' || next_run('2099-01-05 09:20', '{10}', -1);
SELECT 'asked at 09:40, 10:00 or 10:30: ' || next_run('2099-01-05 09:40', '{10}', -1);
SELECT 'asked at 09:20, 08:00, 08:30, 10:00 or 10:30: ' || next_run('2099-01-05 09:20', '{8,10}', -1);
SELECT 'asked on a Tuesday at 09:20, Mondays at 00:00 or 00:30: ' || next_run('2099-01-06 09:20', '{0}', 1);
SQL
