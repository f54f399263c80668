"""Tasks of pgfanout in Python: a handler of the type "process" is a program that calls run().

    import fanout_worker
    fanout_worker.run(lambda task: {"doubled": task.input["item"] * 2})

The function gets a Task and returns the output, anything that json can write. An exception fails the attempt, a
FinalError the task: it isn't tried again. What is printed goes to the daemon's log. The lines that are exchanged are
described in docs/worker.md.
"""
import json
import os
import re
import select
import sys
import time
import traceback
from collections import deque

encode = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode


class FinalError(Exception):
    """The task has failed, and is not tried again."""


class Task:
    """One attempt: id (an idempotency key), run_id, flow, step, index, attempt, input, and what comes below."""

    progress = None  # the details of the last heartbeat that the attempt before sent

    def __init__(self, request, worker):
        self.__dict__ = request
        self.deadline = time.monotonic() + request["timeout_ms"] / 1000
        self._worker = worker

    def heartbeat(self, details=None):
        """Says how far it is; the next attempt finds this as its progress."""
        self._worker.say(encode({"id": self.id, "heartbeat": details}))

    def cancelled(self):
        """Whether the result is not wanted any more, or the time is up. Then return soon: what, doesn't matter."""
        return time.monotonic() > self.deadline or self._worker.cancelled(self.id)


class Worker:
    def __init__(self):
        self.requests, self.cancels, self.rest = deque(), set(), bytearray()
        # What anybody prints must not end up between the answers.
        self.output = os.dup(1)
        os.dup2(2, 1)
        sys.stdout = sys.stderr

    def say(self, text):
        data = text.encode() + b"\n"
        while data:
            data = data[os.write(self.output, data):]

    def read(self):
        """Takes in what has come, or waits for it. Returns False at the end."""
        data = os.read(0, 65536)
        self.rest += data
        if b"\n" in data:
            *lines, self.rest = self.rest.split(b"\n")
            for line in lines:
                if line.startswith(b'{"cancel":'):
                    self.cancels.add(json.loads(line)["cancel"])
                else:
                    self.requests.append(line)
        return data != b""

    def cancelled(self, id):
        while select.select([0], [], [], 0)[0] and self.read():
            pass
        return id in self.cancels

    def answer(self, function, request):
        # What Python can't read, as a number of more than 4,300 digits, is an error of the task. The id comes first.
        id = re.match(rb'\{"id":("[^"]*")', request)[1].decode()
        try:
            output = encode(function(Task(json.loads(request), self)))
            return f'{{"id":{id},"output":{output}}}'
        except Exception as e:
            traceback.print_exc()
            error = ": ".join(filter(None, (type(e).__name__, str(e))))
            return f'{{"id":{id},"error":{encode(error)},"final":{encode(isinstance(e, FinalError))}}}'


def run(function):
    """Calls the function for every task, until the daemon ends this program."""
    worker = Worker()
    while worker.requests or worker.read():
        while worker.requests:
            worker.say(worker.answer(function, worker.requests.popleft()))
            worker.cancels.clear()
