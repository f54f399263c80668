#!/usr/bin/env bash
# undici 6.29.1, which is beneath Node.js's fetch: its RetryAgent takes a Retry-After of seconds, and passes over one that is a date, which HTTP allows
# as well: it comes back after half a second, as where there is none. got 14.6.6 and ky 1.14.3 wait until that date. So a service that names the time
# at which it is there again is asked until the retries are used up, long before.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages undici@6.29.1 got@14.6.6 ky@1.14.3
says 'in 2 seconds: undici waits, got waits, ky waits
at a date 4 seconds ahead: undici does not wait, got waits, ky waits' <<'JS'
import http from 'node:http';
import { Agent, request, RetryAgent } from 'undici';
import got from 'got';
import ky from 'ky';
const calls = {};
const server = http.createServer((asked, answer) => {
    (calls[asked.url] ??= []).push(Date.now());
    if (calls[asked.url].length > 1) return answer.end();
    const after = asked.url.endsWith('date') ? new Date(Date.now() + 4000).toUTCString() : '2';
    answer.writeHead(503, { 'retry-after': after }).end();
}).listen(0);
const agent = new RetryAgent(new Agent(), { maxRetries: 1 });
const clients = {
    undici: async (url) => (await request(url, { dispatcher: agent })).body.text(),
    got: (url) => got(url, { retry: { limit: 1 } }),
    ky: (url) => ky(url, { retry: { limit: 1 } }),
};
for (const [title, how] of [['in 2 seconds', 'seconds'], ['at a date 4 seconds ahead', 'date']]) {
    const said = await Promise.all(Object.entries(clients).map(async ([name, get]) => {
        const path = `/${name}/${how}`;
        await get(`http://localhost:${server.address().port}${path}`);
        return `${name} ${calls[path][1] - calls[path][0] > 1500 ? 'waits' : 'does not wait'}`;
    }));
    console.log(`${title}: ${said.join(', ')}`);
}
process.exit();
JS
