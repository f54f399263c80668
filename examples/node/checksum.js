// A process handler: the SHA-256 of a text.
"use strict";
const { createHash } = require("node:crypto");
const { run, FinalError } = require("./fanout-worker");

run(async (task) => {
    const text = task.input.item;
    if (typeof text !== "string") throw new FinalError("the item is no text");
    return createHash("sha256").update(text).digest("hex");
});
