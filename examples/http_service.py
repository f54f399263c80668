"""A small JSON service, for the examples that call one: serve(port, answer, report) until standard input ends.

answer is a coroutine function. It gets a Request, and returns what the answer's body is to be: anything that json can
write, or a Refusal. report is called at the end; the line that it returns is printed.
"""
import asyncio
import errno
import json
import sys
from dataclasses import dataclass


@dataclass
class Request:
    path: str
    headers: dict
    body: object

    @property
    def key(self):
        """The same for all attempts at a task."""
        return self.headers["idempotency-key"]

    @property
    def attempt(self):
        return int(self.headers["fanout-attempt"])


@dataclass
class Refusal:
    status: int
    reason: str


async def read_request(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    request, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(request.split(" ")[1], headers, json.loads(body or "null"))


def response(answer):
    refused = isinstance(answer, Refusal)
    body = (answer.reason if refused else json.dumps(answer)).encode()
    status = f"{answer.status} Refused" if refused else "200 OK"
    kind = "text/plain" if refused else "application/json"
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


async def listen(connected, port):
    """Waits while another service has the port, such as that of an example that runs in another clone."""
    for _ in range(600):
        try:
            return await asyncio.start_server(connected, "127.0.0.1", port)
        except OSError as e:
            if e.errno != errno.EADDRINUSE:
                raise
            await asyncio.sleep(0.1)
    raise SystemExit(f"port {port} is in use")


async def serve_until_end_of_input(port, answer):
    async def connected(reader, writer):
        try:
            while True:
                writer.write(response(await answer(await read_request(reader))))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            writer.close()  # who asks has gone, or the service ends

    await listen(connected, port)
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


def serve(port, answer, report=lambda: ""):
    asyncio.run(serve_until_end_of_input(port, answer))
    print(report())
