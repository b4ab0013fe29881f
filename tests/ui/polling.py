# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Waiting without sleeping blindly: the only place of the driver that pauses."""

import os
import time

from gi.repository import GLib
from Xlib.error import XError

TIMEOUT = float(os.environ.get("TANDEM_UI_TIMEOUT", "40"))
PAUSE, LONGEST_PAUSE, GROWTH = 0.015, 0.2, 1.5
SHARE = 0.1          # of the time waited so far: what has taken long may be seen a little later

interruption = None


def wait_until(condition, what, timeout=None, longest_pause=None):
    """Call condition until it gives something true, and return that.

    An error of D-Bus or X counts as "not yet": what was asked has just gone.
    Pauses grow, as most conditions read what the program shows, and keep it
    from its work with that.
    Raises AssertionError naming what was waited for once the deadline passes.
    """
    seconds = TIMEOUT if timeout is None else timeout
    start, trouble, until_next = time.monotonic(), "", PAUSE
    while True:
        raise_interruption()
        try:
            if answer := condition():
                return answer
        except (GLib.Error, XError) as error:
            trouble = f" ({error})"
        waited = time.monotonic() - start
        if waited > seconds:
            raise AssertionError(f"waited {seconds:g} s in vain for {what}{trouble}")
        pause(until_next)
        until_next = min(until_next * GROWTH, longest_pause or max(LONGEST_PAUSE, waited * SHARE))


def pause(seconds):
    """For the few places where the speed of a hand matters, never for a condition."""
    time.sleep(seconds)


def interrupt(error):
    """Make the wait under way, or else the next one, fail with this error.

    For signal handlers: an error that they raise themselves may come up in a
    callback of GLib, where it is lost or ends the process without a clean-up.
    """
    global interruption
    interruption = error


def raise_interruption():
    """Raise what interrupt() was given, once."""
    global interruption
    error, interruption = interruption, None
    if error:
        raise error
