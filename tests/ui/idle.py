# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Noticing that a program has finished what it was asked to do."""

import time

from processes import cpu_seconds, wants_cpu

QUIET = 0.06
BUSY = 0.003


class IdleWatch:
    """Is a process using next to no CPU, all its threads together?

    Idle is less than 3 ms of CPU in the last 60 ms, and nothing waiting to be
    done: on a busy machine a program may not get to its work for as long.  A
    program that waits for a disk or a timer looks idle too: wait for what it
    shows in that case.
    """

    def __init__(self, pid, quiet=QUIET, busy=BUSY):
        self.pid, self.quiet, self.busy = pid, quiet, busy
        self.since, self.used = time.monotonic(), cpu_seconds(pid)

    def is_idle(self):
        """To be called again and again; each burst of work starts the wait anew."""
        now, used = time.monotonic(), cpu_seconds(self.pid)
        if used - self.used >= self.busy or wants_cpu(self.pid):
            self.since, self.used = now, used
        return now - self.since >= self.quiet
