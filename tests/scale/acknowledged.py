#!/usr/bin/python3
"""Starts runs, cancels some, waits for others, and says on standard output what the server has acknowledged.

usage: acknowledged.py CONNECTION CLIENTS

Each client goes on until SIGTERM. What has not been acknowledged is asked again, with the same run id, until it is. Lines:
started ID, cancelled ID, completed ID (its output was there, and right)."""
import signal
import sys
import threading
import time
import uuid

import psycopg2

ended = threading.Event()
output_lock = threading.Lock()
ITEMS = 6


def say(what, run_id):
    with output_lock:
        print(what, run_id, flush=True)


class Client(threading.Thread):
    def __init__(self, connection_string):
        super().__init__()
        self.connection_string = connection_string
        self.connection = None

    def ask(self, statement, values):
        """The value of a statement that may be made again; None where it is time to end."""
        while not ended.is_set():
            try:
                if self.connection is None:
                    self.connection = psycopg2.connect(self.connection_string)
                    self.connection.autocommit = True
                with self.connection.cursor() as cursor:
                    cursor.execute(statement, values)
                    return cursor.fetchone()[0]
            except (psycopg2.OperationalError, psycopg2.InterfaceError, psycopg2.errors.ReadOnlySqlTransaction):
                if self.connection is not None:
                    self.connection.close()
                self.connection = None
                ended.wait(0.1)
        return None

    def start_run(self, flow, count):
        run_id = str(uuid.uuid4())
        if self.ask("SELECT fanout.start_run(%s, (SELECT jsonb_agg(n) FROM generate_series(1, %s) n), run_id => %s)::text", (flow, count, run_id)) is None:
            return None
        say("started", run_id)
        return run_id

    def run(self):
        while not ended.is_set():
            run_id = self.start_run("both", ITEMS)
            given_up = self.start_run("never", 1)
            if run_id is None or given_up is None:
                return
            if self.ask("SELECT fanout.cancel_run(%s)::text", (given_up,)) is not None:
                say("cancelled", given_up)
            self.wait_for(run_id)

    def wait_for(self, run_id):
        until = time.monotonic() + 0.5
        while time.monotonic() < until and not ended.is_set():
            right = self.ask("SELECT fanout.run_status(%(id)s) = 'completed' AND fanout.run_output(%(id)s) -> 'inside' ="
                             " (SELECT jsonb_agg(n) FROM generate_series(1, %(items)s) n)", {"id": run_id, "items": ITEMS})
            if right:
                say("completed", run_id)
                return
            time.sleep(0.05)


signal.signal(signal.SIGTERM, lambda *_: ended.set())
clients = [Client(sys.argv[1]) for _ in range(int(sys.argv[2]))]
for client in clients:
    client.start()
for client in clients:
    client.join()
