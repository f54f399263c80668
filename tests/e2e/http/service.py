"""A service for tests/e2e/http.sh: what it answers depends on the task's item, {"do": ...}.

    service.py DIRECTORY [CERTIFICATE KEY]

It writes its port to DIRECTORY/port, a line for each connection to DIRECTORY/connections, and a line of JSON for each
request, before it is answered, to DIRECTORY/requests; and one to DIRECTORY/aborted for a client that didn't wait.
"""

import email.utils
import gzip
import http.server
import json
import os
import select
import socketserver
import ssl
import sys
import threading
import time
import zlib

directory = sys.argv[1]
lock = threading.Lock()
under_way = most_at_once = 0
gathered = {}  # by how many are wanted at once: whether there were so many
times_asked = {}  # by what an item says of itself
tokens, tokens_at = 5, 0.0


def write(name, line):
    with lock, open(os.path.join(directory, name), "a") as file:
        file.write(line + "\n")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def setup(self):
        super().setup()
        write("connections", "%s:%d" % self.client_address)

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        global under_way, most_at_once
        body = self.rfile.read(int(self.headers["Content-Length"]))
        item = json.loads(body)["item"]
        headers = {name.lower(): value for name, value in self.headers.items()}
        with lock:
            under_way += 1
            most_at_once = max(most_at_once, under_way)
            for count, event in gathered.items():
                if most_at_once >= count:
                    event.set()
        write("requests", json.dumps({"method": self.command, "path": self.path, "body": body.decode(), "headers": headers,
                                      "time": time.time()}))
        try:
            action = item.get("there") if self.path == "/there" else item["do"]
            getattr(self, "do_" + action)(item, int(headers["fanout-attempt"]))
        except OSError:
            self.close_connection = True
        finally:
            with lock:
                under_way -= 1

    do_PUT = do_POST

    def do_GET(self):
        write("requests", json.dumps({"method": "GET", "path": self.path, "headers": dict(self.headers)}))
        self.answer(200, b'"got"')

    # -- what items ask for

    def do_echo(self, item, attempt):
        self.answer(200, json.dumps(item["value"], ensure_ascii=False).encode())

    def do_nothing(self, item, attempt):
        self.answer(204)

    def do_status(self, item, attempt):
        """The first attempt gets the status, the next ones go well."""
        if attempt > 1:
            return self.answer(200, b'"well"')
        self.answer(item["status"], b"a problem\n\xff with " + self.headers.get("X-Api-Key", "").encode())

    def do_later(self, item, attempt):
        """The first request is refused, for some seconds or for none, the next ones go well."""
        key = self.headers["Idempotency-Key"]
        with lock:
            times_asked[key] = times_asked.get(key, 0) + 1
        at = {"date": email.utils.formatdate(time.time() + 3, usegmt=True), "seconds": "2", "now": "0"}[item["how"]]
        self.answer(*((item.get("status", 429), b"busy") if times_asked[key] == 1 else (200, b'"later"')), Retry_After=at)

    def do_limited(self, item, attempt):
        """As often as a token bucket lets it: fifty times a second, and five at once; none comes in for the first second."""
        global tokens, tokens_at
        with lock:
            now = time.time()
            tokens_at = tokens_at or now + 1
            tokens, tokens_at = min(5, tokens + max(0, now - tokens_at) * 50), max(now, tokens_at)
            admitted = tokens >= 1
            tokens -= admitted
        if not admitted:
            write("refused", "1")
        self.answer(*((200, b"1") if admitted else (429, b"slow down")), Retry_After="1")

    def do_busy(self, item, attempt):
        self.answer(item.get("status", 503), b"busy", Retry_After=item["retry_after"])

    def do_encoded(self, item, attempt):
        """Asked for or not."""
        body = b'\xef\xbb\xbf{"well": "packed"}' if item.get("marked") else b'{"well": "packed"}'
        encoded = {
            "gzip": gzip.compress(body),
            "deflate": zlib.compress(body),
            "br": bytes.fromhex("8b08807b2277656c6c223a20227061636b6564227d03"),
            "identity": body,
            "of its own": body,
            "gzip, gzip": gzip.compress(gzip.compress(body)),
            "bomb": gzip.compress(b'"' + b"x" * 50_000_000 + b'"'),
            "broken": b"\x1f\x8b\x08 and no more of it",
            "cut": gzip.compress(body)[:-12],
        }[item["how"]]
        name = {"bomb": "gzip", "broken": "gzip", "cut": "gzip"}.get(item["how"], item["how"])
        self.answer(item.get("status", 200), encoded, Content_Encoding=name)

    def do_raw(self, item, attempt):
        self.answer(200, item["body"].encode("latin-1"))

    def do_flood(self, item, attempt):
        self.answer(200, b'"' + b"x" * 2_000_000 + b'"')

    def do_die(self, item, attempt):
        self.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"half": ')
        self.close_connection = True

    def do_wait(self, item, attempt):
        """Answers after a while, unless the client goes away."""
        watch = select.poll()
        watch.register(self.connection, select.POLLIN)
        if watch.poll(item["seconds"] * 1000):
            self.close_connection = True
            return write("aborted", "1")
        self.answer(200, b'"waited"')

    def do_gather(self, item, attempt):
        """Answers when so many requests are under way at once."""
        with lock:
            event = gathered.setdefault(item["count"], threading.Event())
            if most_at_once >= item["count"]:
                event.set()
        self.answer(200 if event.wait(50) else 400, b'"gathered"')

    def do_move(self, item, attempt):
        self.answer(item["status"], Location=item["to"])


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 1024

    def handle_error(self, *_):
        pass


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
with open(os.path.join(directory, "port.new"), "w") as file:
    file.write(str(server.server_port))
os.rename(os.path.join(directory, "port.new"), os.path.join(directory, "port"))
server.serve_forever()
