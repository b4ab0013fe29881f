# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What starting and typing cost: figures for the benchmark.

The X server says when a window is mapped and painted, so nothing is polled
until then.  For figures like a user's start, use a desktop without a window
manager, as that would compete for the processor:

    with Desktop(Settings(window_manager=None)) as desktop:
        start_times(desktop, ["./tandem", "sample.tandem"])
"""

import select
import subprocess
import time

from Xlib import X
from Xlib.error import XError
from Xlib.ext import damage

from idle import IdleWatch
from polling import PAUSE, wait_until
from processes import cpu_seconds, end_process

WINDOW_WITHIN = 30
PAINT_WITHIN = 5
QUIET, BUSY = 0.4, 0.004          # under 1 % of a processor for 0.4 s
QUIET_AFTER_KEY = 0.2             # no program waits as long before it looks at a key


def start_times(desktop, argv):
    """Start a program once, and return what it cost, from the moment of exec.

    map    ms until its first window is mapped
    map_cpu  ms of CPU of all threads until then
    paint  ms until that window is first drawn
    settled  ms until the last drawing before it is idle
    cpu    ms of CPU of all threads, until it is idle
    pss    MiB of memory then, shared pages divided among their users
    """
    events = XEvents(desktop.display)
    events.watch_windows()
    start = time.monotonic()
    process = subprocess.Popen(
        argv, env=desktop.env, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return observe_start(events, process, start)
    finally:
        end_process(process)


def observe_start(events, process, start):
    """The figures of start_times() for a process that was just started."""
    window, mapped = events.wait_mapped(process.pid, start + WINDOW_WITHIN)
    map_cpu = cpu_seconds(process.pid)
    events.watch_painting(window)
    painted = events.wait_painted(start + WINDOW_WITHIN)
    wait_quiet(process.pid)
    return {
        "map": (mapped - start) * 1000,
        "map_cpu": map_cpu * 1000,
        "paint": (painted - start) * 1000,
        "settled": milliseconds_until(events.last_painting(painted), start),
        "cpu": cpu_seconds(process.pid) * 1000,
        "pss": proportional_memory(process.pid),
    }


def keystroke_costs(app, keys):
    """What a key press costs until the program, which is idle, has painted and is idle again.

    keys is a combination as for app.key(); it must change what the window shows.

    cpu      ms of CPU of all threads
    settled  ms until the last drawing
    """
    events = XEvents(app.desktop.display)
    watch = events.watch_painting(app.windows.main.handle)
    before, start = app.cpu_seconds(), time.monotonic()
    app.desktop.keyboard.press(keys)
    painted = events.wait_painted(start + PAINT_WITHIN)
    wait_quiet(app.pid, QUIET_AFTER_KEY)
    costs = {
        "cpu": (app.cpu_seconds() - before) * 1000,
        "settled": milliseconds_until(events.last_painting(painted), start),
    }
    events.stop_watching(watch)
    return costs


def milliseconds_until(moment, start):
    return (moment - start) * 1000


def wait_quiet(pid, quiet=QUIET):
    """Wait until a process does nothing, without asking it anything meanwhile."""
    watch = IdleWatch(pid, quiet, BUSY)
    wait_until(watch.is_idle, "the program to be idle", WINDOW_WITHIN, longest_pause=PAUSE)


def proportional_memory(pid):
    """The proportional set size of a process in MiB."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as lines:
        kibibytes = next(line.split()[1] for line in lines if line.startswith("Pss:"))
    return int(kibibytes) / 1024


def server_time(stamp):
    """A time stamp of the X server, which counts the milliseconds of the same clock."""
    now = time.monotonic()
    return now - ((int(now * 1000) - stamp) % 2**32) / 1000


class XEvents:
    """The events of the X server that tell of windows and painting."""

    def __init__(self, display):
        self.display = display
        self.connection = display.connection
        self.connection.damage_query_version()
        self._drop_old()

    def watch_windows(self):
        self.display.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.connection.sync()

    def watch_painting(self, window):
        """Have the server tell when a window is drawn into."""
        watch = window.damage_create(damage.DamageReportRawRectangles)
        self.connection.sync()
        return watch

    def stop_watching(self, watch):
        self.connection.damage_destroy(watch)
        self._drop_old()

    def wait_mapped(self, pid, deadline):
        """(window, time) of the first window that a process maps."""
        for event, moment in self._until(deadline, "a window"):
            if event.type == X.MapNotify and self._is_first_window(event, pid):
                return event.window, moment

    def wait_painted(self, deadline):
        """The time of the first painting of what is watched."""
        for event, moment in self._until(deadline, "the window to be painted"):
            if type(event).__name__ == "DamageNotify":
                return moment

    def last_painting(self, otherwise):
        """The time of the last painting that was not asked for yet.

        As the server stamped it: it arrived while nobody listened.
        """
        self.connection.sync()
        last = otherwise
        while self.connection.pending_events():
            event = self.connection.next_event()
            if type(event).__name__ == "DamageNotify":
                last = max(last, server_time(event.timestamp))
        return last

    def _is_first_window(self, event, pid):
        if event.override:
            return False
        try:
            owner = self.display.property(event.window, "_NET_WM_PID")
            return bool(owner) and owner[0] == pid and event.window.get_geometry().width > 1
        except XError:
            return False          # it has gone already

    def _until(self, deadline, what):
        """Events with the time of their arrival; fails when the deadline passes."""
        while (left := deadline - time.monotonic()) > 0:
            if not self.connection.pending_events():
                select.select([self.connection.fileno()], [], [], left)
            while self.connection.pending_events():
                event = self.connection.next_event()
                yield event, time.monotonic()
        raise AssertionError(f"waited in vain for {what}")

    def _drop_old(self):
        self.connection.sync()
        while self.connection.pending_events():
            self.connection.next_event()
