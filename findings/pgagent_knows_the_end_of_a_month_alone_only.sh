#!/usr/bin/env bash
# pgAgent 4.2.2: "last day" is a day of the month like any other in its schedules, but only alone: with the 15th beside it, the last day never comes.
# And a schedule of the 31st doesn't pass over a month without one: it can't be saved while that month is the next to run in.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
debian pgagent=4.2.2-2
start_server
psql -Xq -c 'CREATE SCHEMA pgagent'
extension pgagent 4.2
psql_says 'a job: 1
from 16 January, the last day: 31 Jan 2099
from 16 January, the 15th and the last day: 15 Feb 2099
from 5 March, the 31st: 31 Mar 2099
ERROR:  date/time field value out of range: "2099-4-31 0:0"
schedules of the job: 0' <<'SQL'
CREATE FUNCTION flags(size int, VARIADIC at int[]) RETURNS bool[] LANGUAGE sql AS
$$SELECT array_agg(i = ANY (at) ORDER BY i) FROM generate_series(1, size) i$$;
CREATE FUNCTION next_run(asked timestamptz, VARIADIC days int[]) RETURNS text LANGUAGE sql AS
$$SELECT to_char(pgagent.pga_next_schedule(1, asked, NULL, flags(60, 1), flags(24, 1), flags(7, 0), flags(32, VARIADIC days), flags(12, 0)), 'FMDD Mon YYYY')$$;
INSERT INTO pgagent.pga_job (jobjclid, jobname) VALUES (1, 'close the month') RETURNING 'a job: ' || jobid;
SELECT 'from 16 January, the last day: ' || next_run('2099-01-16', 32);
SELECT 'from 16 January, the 15th and the last day: ' || next_run('2099-01-16', 15, 32);
SELECT 'from 5 March, the 31st: ' || next_run('2099-03-05', 31);
INSERT INTO pgagent.pga_schedule (jscjobid, jscname, jscstart, jscminutes, jschours, jscmonthdays)
VALUES (1, 'the 31st from 5 April', '2099-04-05', flags(60, 1), flags(24, 1), flags(32, 31));
SELECT 'schedules of the job: ' || count(*) FROM pgagent.pga_schedule;
SQL
