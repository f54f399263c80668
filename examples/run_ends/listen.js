#!/usr/bin/env node
// Prints the status of each of these runs as it ends: listen.js RUN...
//
// libpq's variables (PGHOST, PGDATABASE, ...) say where they are.
const { Client } = require('pg');

const waitedFor = new Set(process.argv.slice(2));
const client = new Client();

function end(run, status) {
    if (waitedFor.delete(run)) console.log(run, status);
    if (waitedFor.size === 0) client.end();
}

async function main() {
    await client.connect();
    client.on('notification', (told) => {
        const { run_id, status } = JSON.parse(told.payload);
        end(run_id, status);
    });
    await client.query('LISTEN fanout_runs');
    // What has ended before that is told to nobody any more.
    const ended = await client.query(
        `SELECT run_id, status FROM fanout.runs_overview WHERE run_id = ANY ($1) AND status <> 'started'`,
        [[...waitedFor]]);
    for (const { run_id, status } of ended.rows) end(run_id, status);
}

main();
