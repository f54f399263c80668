// Tasks of pgfanout in Node: a handler of the type "process" is a program that calls run().
//
//     require("./fanout-worker").run(async (task) => ({ doubled: task.input.item * 2 }));
//
// The function gets a task and returns the output, or a promise of it: anything that JSON can carry. An exception fails
// the attempt, a FinalError the task: it isn't tried again. What is printed goes to the daemon's log. The lines that
// are exchanged are described in docs/worker.md.
"use strict";
const fs = require("node:fs");

class FinalError extends Error {}

// What anybody prints must not end up between the answers.
Object.defineProperty(process, "stdout", { get: () => process.stderr });

function say(text) {
    const data = Buffer.from(text + "\n");
    for (let at = 0; at < data.length; ) at += fs.writeSync(1, data, at);
}

// JSON.stringify would make nulls of them.
function refuseNonNumbers(key, value) {
    if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`JSON has no ${value}: "${key}"`);
    return value;
}

// A task has what the request has: id (an idempotency key), run_id, flow, step, index, attempt, timeout_ms, input, and
// progress, the details of the last heartbeat that the attempt before sent. heartbeat(details) says how far it is.
// signal is an AbortSignal: aborted when the result is not wanted any more, or the time is up.
async function answer(work, id, text, signal) {
    const heartbeat = (details = null) => say(JSON.stringify({ id, heartbeat: details }));
    try {
        const request = JSON.parse(text);
        const output = await work({ ...request, heartbeat, signal });
        return JSON.stringify({ id, output: output ?? null }, refuseNonNumbers);
    } catch (e) {
        console.error(e);
        return JSON.stringify({ id, error: String(e), final: e instanceof FinalError });
    }
}

// Calls the function for one task after the other, until the daemon ends this program.
async function run(work) {
    const requests = [];
    let current, abort, rest = "", ended = false, wake = () => {};
    process.stdin.setEncoding("utf8");
    process.stdin.on("data", (text) => {
        rest += text;
        if (!text.includes("\n")) return;
        const lines = rest.split("\n");
        rest = lines.pop();
        for (const line of lines) {
            if (!line.startsWith('{"cancel":')) requests.push(line);
            else if (JSON.parse(line).cancel === current) abort.abort();
        }
        wake();
    });
    process.stdin.on("end", () => wake((ended = true)));
    while (requests.length > 0 || !ended) {
        const request = requests.shift();
        if (request) {
            // First of all comes the id; what can't be read of the rest is an error of the task.
            current = /^\{"id":"([^"]*)"/.exec(request)[1];
            abort = new AbortController();
            say(await answer(work, current, request, abort.signal));
        } else {
            await new Promise((resolve) => (wake = resolve));
        }
    }
}

module.exports = { run, FinalError };
