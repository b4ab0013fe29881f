# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Server processes: started, remembered and ended one by one, by process id."""

import subprocess
import time
from pathlib import Path

GRACE = 3


class Processes:
    """The servers of one desktop; they end in the reverse order of their start."""

    def __init__(self, log):
        self.log = log
        self.running = []

    def start(self, argv, env, **options):
        """Start a server whose messages go to the log."""
        options.setdefault("stdout", self.log)
        process = subprocess.Popen(
            argv, env=env, stdin=subprocess.DEVNULL, stderr=self.log, **options)
        self.running.append(process)
        return process

    def end_all(self):
        """End what this object started, the youngest first."""
        while self.running:
            process = self.running.pop()
            end_process(process)
            if process.stdout:
                process.stdout.close()


def end_process(process):
    """Ask a process to end, and make it end if it does not listen."""
    process.terminate()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wants_cpu(pid):
    """Is a thread of a process at work, or ready for it and waiting for its turn?"""
    return any(is_ready(thread / "stat") for thread in Path(f"/proc/{pid}/task").iterdir())


def is_ready(stat):
    """Does /proc/PID/task/TID/stat say R, after the name in parentheses?"""
    try:
        return stat.read_text().rpartition(")")[2].split()[0] == "R"
    except OSError:
        return False                                  # the thread has ended


def cpu_seconds(pid):
    """CPU time of all threads of a process so far, those ended included.

    Reads the kernel's CPU clock of that process (see clock_getcpuclockid(3)),
    which is exact to the nanosecond, unlike the ticks in /proc/PID/stat.
    """
    return time.clock_gettime((~pid << 3) | 2)
