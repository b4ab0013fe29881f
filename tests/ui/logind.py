# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What systemd-logind does for programs that must do something before the computer sleeps, on a bus of its own."""

import os
import select
import threading

from gi.repository import Gio, GLib

NAME = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"

INTERFACE = f"""<node><interface name="{MANAGER}">
  <method name="Inhibit">
    <arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="h" direction="out"/>
  </method>
  <signal name="PrepareForSleep"><arg type="b"/></signal>
</interface></node>"""


class Logind:
    """Answers in a thread; `asked` lists what programs wanted to hold up, in their words."""

    def __init__(self, address):
        self.asked = []
        self.held = []                                        # our ends of the pipes programs hold
        self._ready = threading.Event()
        self._context = GLib.MainContext()
        self._loop = GLib.MainLoop.new(self._context, False)
        self._thread = threading.Thread(target=self._serve, args=(address,), daemon=True)
        self._thread.start()
        if not self._ready.wait(10):
            raise AssertionError("the bus for logind does not answer")

    def _serve(self, address):
        self._context.push_thread_default()
        flags = Gio.DBusConnectionFlags
        self._connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self._connection.set_exit_on_close(False)
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self._connection.register_object(PATH, interface, self._called, None, None)
        self._connection.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                   "RequestName",
                                   GLib.Variant("(su)", (NAME, 0)), None, Gio.DBusCallFlags.NONE, 4000, None)
        self._ready.set()
        self._loop.run()
        self._context.pop_thread_default()

    def _called(self, connection, sender, path, interface, method, arguments, invocation):
        ours, theirs = os.pipe()
        fds = Gio.UnixFDList.new()
        handle = fds.append(theirs)
        os.close(theirs)
        self.held.append(ours)
        self.asked.append(arguments.unpack())
        invocation.return_value_with_unix_fd_list(GLib.Variant("(h)", (handle,)), fds)

    def prepare_for_sleep(self, begins):
        """Tell every program that the computer is about to sleep, or is awake again."""
        self._connection.emit_signal(None, PATH, MANAGER, "PrepareForSleep", GLib.Variant("(b)", (begins,)))
        self._connection.flush_sync(None)

    def may_sleep(self):
        """Whether nobody holds it up any more: the other end of every pipe is closed."""
        return all(select.select([ours], [], [], 0)[0] and os.read(ours, 1) == b"" for ours in self.held)

    def stop(self):
        self._loop.quit()
        self._thread.join(10)
        for ours in self.held:
            os.close(ours)
