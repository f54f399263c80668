#!/usr/bin/env python3
"""Types into a shell on a terminal of its own: type_in_shell.py SETUP SHELL [ARGUMENT...] <LINES

SETUP is a line for the shell to begin with. Behind each of the LINES a tab is typed, as people do for completion. Printed is, a
line each, what stands there then, a tab, and what was shown below it, such as words to choose from.
"""
import fcntl
import os
import pty
import re
import select
import struct
import sys
import tempfile
import termios
import time

PATIENCE_SECONDS = 30
BEGINNING_OF_LINE = "\x01"
ESCAPE_SEQUENCES = re.compile(r"\x1b(\[[0-9;?]*[@-~]|[=>])|\x07")


class Shell:
    def __init__(self, command):
        self.typed = os.path.join(tempfile.mkdtemp(), "typed")
        pid, self.terminal = pty.fork()
        if pid == 0:
            os.execvp(command[0], command)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))

    def type_and_wait(self, keys):
        """Types these keys, and waits until the shell has called `typed`, which they are to make it do. Returns what was shown."""
        os.write(self.terminal, keys.encode())
        shown, end = b"", time.monotonic() + PATIENCE_SECONDS
        while not os.path.exists(self.typed):
            if time.monotonic() > end:
                raise TimeoutError(f"nothing came of {keys!r}; shown was {shown!r}")
            if select.select([self.terminal], [], [], 0.05)[0]:
                shown += os.read(self.terminal, 65536)
        return ESCAPE_SEQUENCES.sub("", shown.decode(errors="replace"))

    def set_up(self, line):
        """Defines `typed`, which writes its arguments into a file, and runs the line."""
        # The file appears whole.
        self.type_and_wait(f"typed() {{ printf '%s\\n' \"$*\" >{self.typed}+; mv {self.typed}+ {self.typed}; }}; {line}; typed\r")
        os.remove(self.typed)

    def complete(self, line):
        """What stands there after a tab, and what was shown below it."""
        shown = self.type_and_wait(f"{line}\t{BEGINNING_OF_LINE}typed \r")
        with open(self.typed, encoding="utf-8") as file:
            completed = file.read().rstrip("\n")
        os.remove(self.typed)
        below = [text for text in re.split(r"[\r\n]+", shown) if "fanoutctl" not in text]
        return completed, " ".join(" ".join(below).split())


shell = Shell(sys.argv[2:])
shell.set_up(sys.argv[1])
for typed_line in sys.stdin.read().splitlines():
    print(*shell.complete(typed_line), sep="\t")
