# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Which widgets are below which: remembered for as long as the program has not said that it changed."""

from gi.repository import Gio, GLib

EVENTS = "org.a11y.atspi.Event.Object"


class Kinship:
    """The children of the objects of a program, by their paths.

    GTK tells everybody on the bus when an object gets or loses a child, and a
    snapshot has the number of children and the place of each among them: what
    was asked before still holds if the one is silent and the other agrees.
    """

    def __init__(self, app):
        self.children, self.changes, self.now = {}, {}, 0     # the last two count what has changed
        app.desktop.bus.connection.signal_subscribe(
            app.bus_name, EVENTS, "ChildrenChanged", None, None, Gio.DBusSignalFlags.NONE, self._forget)

    def catch_up(self):
        """Take note of what the program said before its last answer."""
        while GLib.MainContext.default().iteration(False):
            pass

    def remember(self, path, children, since):
        """What an object answered, that was asked when so much had changed."""
        if self.changes.get(path, 0) <= since:
            self.children[path] = [child for _, child in children]

    def recall(self, path, snapshot):
        """References to the children of an object in the snapshot, None if it has to be asked."""
        children = self.children.get(path)
        if children is None or snapshot.child_count(path) != len(children):
            return None
        if any(child not in snapshot or snapshot.index(child) != place for place, child in enumerate(children)):
            return None
        return [(None, child) for child in children]

    def _forget(self, _connection, _sender, path, *_):
        self.now += 1
        self.changes[path] = self.now
        self.children.pop(path, None)
