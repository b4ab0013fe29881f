# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A private D-Bus on which nothing but the accessibility bus can be activated."""

import subprocess

from gi.repository import Gio, GLib

SERVICES = "/usr/share/dbus-1/services"
PROPERTIES = "org.freedesktop.DBus.Properties"
ACCESSIBILITY = ("org.a11y.Bus", "/org/a11y/bus")
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ANSWER_WITHIN = 4000

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={runtime}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def start_bus(processes, folder, runtime, services, env):
    """Start a bus daemon that knows these service files, and return its address."""
    allowed = folder / "services"
    allowed.mkdir()
    for service in ("org.a11y.Bus.service", *services):
        (allowed / service).symlink_to(f"{SERVICES}/{service}")
    configuration = folder / "bus.conf"
    configuration.write_text(CONFIGURATION.format(runtime=runtime, services=allowed))
    daemon = processes.start(
        ["dbus-daemon", "--nofork", "--print-address=1", f"--config-file={configuration}"],
        env, stdout=subprocess.PIPE)
    return daemon.stdout.readline().decode().strip()


def open_accessibility_bus(address):
    """Switch accessibility on at the bus of this address, and connect to its own bus.

    Programs ask for IsEnabled as they start, so this comes before any of them.
    """
    ordinary = Bus(address)
    enabled = ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True))
    ordinary.call(*ACCESSIBILITY, PROPERTIES, "Set", GLib.Variant("(ssv)", enabled))
    private = ordinary.call(*ACCESSIBILITY, "org.a11y.Bus", "GetAddress")[0]
    ordinary.close()
    return Bus(private)


class Bus:
    """A connection to a message bus, with plain calls."""

    def __init__(self, address):
        self.address = address
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self.connection.set_exit_on_close(False)

    def close(self):
        self.connection.close_sync(None)

    def call(self, destination, path, interface, method, arguments=None):
        """Call a method and return its answers as a tuple."""
        return self.call_raw(destination, path, interface, method, arguments).unpack()

    def call_raw(self, destination, path, interface, method, arguments=None):
        """Call a method and return its answers as a GVariant, of which long ones take a while to unpack."""
        return self.connection.call_sync(
            destination, path, interface, method, arguments,
            None, Gio.DBusCallFlags.NONE, ANSWER_WITHIN, None)

    def call_all(self, calls):
        """Answers to many calls, each given as the arguments of call().

        All are sent before the first is awaited: one round trip instead of many.
        Gives the first value of each answer, None where there was an error.
        """
        answers = {}

        def done(connection, result, index):
            answers[index] = first_value(connection, result)

        for index, (destination, path, interface, method, arguments) in enumerate(calls):
            self.connection.call(
                destination, path, interface, method, arguments,
                None, Gio.DBusCallFlags.NONE, ANSWER_WITHIN, None, done, index)
        while len(answers) < len(calls):
            GLib.MainContext.default().iteration(True)
        return [answers[index] for index in range(len(calls))]

    def programs_of(self, pid):
        """The bus names under which a process has registered for accessibility.

        The registry is asked, not the bus: GLib logs a critical when a program
        is called before its connection is set up, and registering comes later.
        """
        programs = self.call(*REGISTRY, "org.a11y.atspi.Accessible", "GetChildren")[0]
        return [name for name, _ in programs if self._process_of(name) == pid]

    def _process_of(self, name):
        bus, argument = "org.freedesktop.DBus", GLib.Variant("(s)", (name,))
        return self.call(bus, "/", bus, "GetConnectionUnixProcessID", argument)[0]


def first_value(connection, result):
    """The first value of a call's answer; None if the widget asked has gone."""
    try:
        return connection.call_finish(result).unpack()[0]
    except GLib.Error:
        return None
