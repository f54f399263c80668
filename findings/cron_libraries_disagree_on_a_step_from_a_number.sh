#!/usr/bin/env bash
# "5/15" as minutes: croner 9.1.0, cron-parser 5.4.0 (which pg-boss uses) and cronstrue 3.3.0 read it as every 15 minutes from the 5th on, and
# cron-schedule 5.0.4 takes it too, drops the step, and runs once an hour. graphile-worker 0.16.6 refuses it.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages croner@9.1.0 cron-parser@5.4.0 cronstrue@3.3.0 cron-schedule@5.0.4 graphile-worker@0.16.6
says 'cronstrue: Every 15 minutes, starting at 5 minutes past the hour
croner: 00:05 00:20 00:35
cron-parser: 00:05 00:20 00:35
cron-schedule: 00:05 01:05 02:05
graphile-worker: an error' <<'JS'
import { Cron } from 'croner';
import parser from 'cron-parser';
import cronstrue from 'cronstrue';
import { parseCronExpression } from 'cron-schedule';
import worker from 'graphile-worker';
const text = '5/15 * * * *';
const from = new Date('2026-03-01T00:00:00Z');
const times = (dates) => dates.map((date) => new Date(date).toISOString().slice(11, 16)).join(' ');
console.log('cronstrue:', cronstrue.toString(text));
console.log('croner:', times(new Cron(text, { timezone: 'UTC' }).nextRuns(3, from)));
console.log('cron-parser:', times(parser.CronExpressionParser.parse(text, { tz: 'UTC', currentDate: from }).take(3).map((date) => date.toDate())));
process.env.TZ = 'UTC';
console.log('cron-schedule:', times(parseCronExpression(text).getNextDates(3, from)));
try {
    console.log('graphile-worker:', worker.parseCrontab(`${text} task`).length);
} catch {
    console.log('graphile-worker: an error');
}
JS
