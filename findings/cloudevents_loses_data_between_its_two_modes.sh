#!/usr/bin/env bash
# cloudevents 10.0.0, JSON data sent by HTTP and read back: structured mode writes 0, false and "" and then reads no data at all; binary mode reads null as
# the string "null", and a string that looks like JSON as what it looks like. A time's microseconds, which PostgreSQL has, are cut from either.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages cloudevents@10.0.0
says 'structured: 0 -> undefined, false -> undefined, "" -> undefined, null -> undefined, "{\"a\":1}" -> "{\"a\":1}"
binary: 0 -> 0, false -> false, "" -> "", null -> "null", "{\"a\":1}" -> {"a":1}
time: 2026-01-02T03:04:05.123456Z -> 2026-01-02T03:04:05.123Z' <<'JS'
import { CloudEvent, HTTP } from 'cloudevents';
const event = (data) =>
    new CloudEvent({ id: '1', source: '/', type: 't', datacontenttype: 'application/json', time: '2026-01-02T03:04:05.123456Z', data });
for (const mode of ['structured', 'binary'])
    console.log(`${mode}: ${[0, false, '', null, '{"a":1}'].map((data) => `${JSON.stringify(data)} -> ${JSON.stringify(HTTP.toEvent(HTTP[mode](event(data))).data)}`).join(', ')}`);
console.log(`time: 2026-01-02T03:04:05.123456Z -> ${HTTP.toEvent(HTTP.structured(event({}))).time}`);
JS
