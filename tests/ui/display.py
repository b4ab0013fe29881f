# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A private X display: the server, its properties and its pictures."""

import os
import subprocess

from Xlib import X
from Xlib import display as xdisplay
from Xlib.protocol.event import ClientMessage

DOTS_PER_INCH = 96


def start_server(processes, screen, env):
    """Start Xvfb on a free display number, and return its name (":5")."""
    width, height = screen
    reading, writing = os.pipe()
    processes.start(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24",
         "-nolisten", "tcp", "-noreset", "-dpi", str(DOTS_PER_INCH)],
        env, pass_fds=[writing])
    os.close(writing)
    # Reads to the newline: closing the pipe any earlier kills the server.
    with os.fdopen(reading) as pipe:
        return ":" + pipe.readline().strip()


class Display:
    """A connection to the X server, beside the one of the program under test."""

    def __init__(self, name):
        self.name = name
        self.connection = xdisplay.Display(name)
        self.root = self.connection.screen().root

    def close(self):
        self.connection.close()

    def atom(self, name):
        return self.connection.get_atom(name)

    def property(self, window, name):
        """The value of a window's property, None if it has none."""
        answer = window.get_full_property(self.atom(name), X.AnyPropertyType)
        return answer.value if answer else None

    def set_text_scale(self, scale):
        """GTK takes the size of text from this resource when there is no settings daemon."""
        text = f"Xft.dpi:\t{round(DOTS_PER_INCH * scale)}\n".encode()
        self.root.change_property(
            self.atom("RESOURCE_MANAGER"), self.atom("STRING"), 8, text)
        self.connection.sync()

    def has_window_manager(self):
        return self.property(self.root, "_NET_SUPPORTING_WM_CHECK") is not None

    def send_input(self, kind, detail=0, x=0, y=0):
        """A key or pointer event, as if it came from the device (XTEST)."""
        self.connection.xtest_fake_input(kind, detail, x=round(x), y=round(y))
        self.connection.sync()

    def send_message(self, window, message):
        """One of the messages by which a window manager talks to a window."""
        data = [self.atom(message), X.CurrentTime, 0, 0, 0]
        window.send_event(ClientMessage(
            window=window, client_type=self.atom("WM_PROTOCOLS"), data=(32, data)))
        self.connection.sync()

    def save_picture(self, path, area, env):
        """Write the area (x, y, width, height) of the screen as a PNG file."""
        x, y, width, height = area
        subprocess.run(
            ["import", "-silent", "-window", "root",
             "-crop", f"{width}x{height}+{x}+{y}", "+repage", str(path)],
            env=env, check=True)
