// A service whose connections end, for tests/e2e/http_connections.sh: when and how depends on the task's item, {"do": ...}.
//
//     closing_service.js DIRECTORY [CERTIFICATE KEY [old]]
//
// With a certificate it speaks HTTP/2, or HTTP/1.1 with who wants that, and an old one with all. It writes its port to DIRECTORY/port, a line for each
// request that it has read to DIRECTORY/requests (the item), one for each connection to DIRECTORY/opened and, at its end, to
// DIRECTORY/closed. At SIGUSR2 it ends all connections.
"use strict";
const fs = require("fs");
const http = require("http");
const http2 = require("http2");
const https = require("https");
const path = require("path");

const [directory, certificate, key, old] = process.argv.slice(2);
const { NGHTTP2_REFUSED_STREAM, NGHTTP2_HTTP_1_1_REQUIRED, NGHTTP2_NO_ERROR } = http2.constants;

const write = (name, line) => fs.appendFileSync(path.join(directory, name), line + "\n");
const succeed = (response) => response.end("1");

// The requests that have come for a name, and those that wait for others.
const count = {};
const waiting = {};

// What items ask for. A session is HTTP/2's, and null in HTTP/1.1.
const actions = {
    // Answers when so many are there, so that they are on as many connections, or streams of one.
    gather(item, request, response) {
        const all = (waiting[item.name] ??= []);
        all.push(response);
        if (all.length >= item.count) all.splice(0).forEach(succeed);
    },
    // Does the work, and doesn't live to tell it.
    die(item, request, response) {
        const { socket } = request;
        const { raw } = response.stream?.session ?? socket;
        if (item.how === "reset") raw.resetAndDestroy(); else raw.destroy();
    },
    // HTTP/2: refuses the first so many.
    refuse(item, request, response) {
        const n = (count[item.name] = (count[item.name] ?? 0) + 1);
        if (n <= item.count) response.stream.close(NGHTTP2_REFUSED_STREAM); else succeed(response);
    },
    // HTTP/2: refuses the first, and doesn't answer the second.
    keep(item, request, response) {
        const n = (count[item.name] = (count[item.name] ?? 0) + 1);
        if (n === 1) response.stream.close(NGHTTP2_REFUSED_STREAM);
    },
    // HTTP/2: of the first so many, which are on one connection, half are done, and the others have come too late.
    go_away(item, request, response) {
        const session = response.stream.session;
        const all = (waiting[item.name] ??= []);
        if (all.done) return succeed(response);
        all.push(response);
        if (all.length < item.count) return;
        all.done = true;
        const streams = all.splice(0).sort((a, b) => a.stream.id - b.stream.id);
        const half = streams.slice(0, item.count / 2);
        half.forEach((r) => write("done", r.stream.id));
        session.goaway(NGHTTP2_NO_ERROR, half[half.length - 1].stream.id);
        half.forEach(succeed);
    },
    // HTTP/2: closes the session after a few streams, as servers do to spread their clients anew.
    retire(item, request, response) {
        const session = response.stream.session;
        session.served = (session.served ?? 0) + 1;
        succeed(response);
        if (session.served === item.after) session.close();
    },
    // Wants HTTP/1.1.
    downgrade(item, request, response) {
        if (response.stream) response.stream.close(NGHTTP2_HTTP_1_1_REQUIRED); else succeed(response);
    },
};

const serve = (request, response) => {
    let body = "";
    request.on("error", () => {});
    response.on("error", () => {});
    request.on("data", (part) => (body += part));
    request.on("end", () => {
        const item = JSON.parse(body).item;
        write("requests", item.do);
        actions[item.do](item, request, response);
    });
};

const identity = () => ({ cert: fs.readFileSync(certificate), key: fs.readFileSync(key) });
const create = () => {
    if (!certificate) return http.createServer(serve);
    if (old) return https.createServer(identity(), serve);
    return http2.createSecureServer({ ...identity(), allowHTTP1: true }, serve);
};
const server = create();
server.keepAliveTimeout = 0;
// Below TLS. A session of HTTP/2 doesn't give its socket away.
server.on("connection", (socket) => (socket.raw = socket));
server.on("secureConnection", (secure) => (secure.raw = secure._parent));
server.on("session", (session) => (session.raw = session.socket._parent));
const open = new Set();
process.on("SIGUSR2", () => open.forEach((socket) => socket.end(() => socket.destroy())));
server.on(certificate ? "secureConnection" : "connection", (socket) => {
    write("opened", "1");
    open.add(socket);
    socket.on("close", () => open.delete(socket) && write("closed", "1"));
    socket.on("error", () => {});
});
server.on("sessionError", () => {});
server.listen(0, "127.0.0.1", () => {
    fs.writeFileSync(path.join(directory, "port.new"), String(server.address().port));
    fs.renameSync(path.join(directory, "port.new"), path.join(directory, "port"));
});
