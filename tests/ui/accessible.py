# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A widget as assistive technology sees it: its facts, and what is below it."""

from gi.repository import GLib

from bus import PROPERTIES
from polling import wait_until
from roles import plain_name, role_name, state_names
from tree import read_tree
from visibility import (
    ACCESSIBLE, COMPONENT, WINDOW_COORDINATES, centre, learn_popovers, only_mapped, only_showing)

TEXT = "org.a11y.atspi.Text"
VALUE = "org.a11y.atspi.Value"
LABELLED_BY = 2
TO_THE_END = 0x7FFFFFFF          # GTK 4.8 takes the usual -1 for an empty range


class Accessible:
    """One widget.  Every attribute is asked of the program at access."""

    def __init__(self, app, path, parent=None):
        self.app = app
        self.path = path
        self.parent = parent
        self._native = None

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    # Facts

    @property
    def role(self):
        """What it is: "button", "entry", "list item", "check box" (a switch too)..."""
        return role_name(self.ask(ACCESSIBLE, "GetRole"))

    @property
    def name(self):
        """The label by which a user knows it."""
        role = self.role
        name = plain_name(self._property(ACCESSIBLE, "Name"), role)
        return name or role == "menu item" and self.label_elsewhere() or ""

    @property
    def text(self):
        """The content of an entry or text view; the labels inside anything else."""
        if TEXT in self.ask(ACCESSIBLE, "GetInterfaces"):
            return self.ask(TEXT, "GetText", GLib.Variant("(ii)", (0, TO_THE_END)))
        return " ".join(self.labels())

    @property
    def value(self):
        """The number of a range, spin button or progress bar."""
        return self._property(VALUE, "CurrentValue")

    @property
    def states(self):
        """A set such as {"sensitive", "focusable", "checked"}."""
        return state_names(*self.ask(ACCESSIBLE, "GetState"))

    @property
    def extents(self):
        """(x, y, width, height) in the coordinates of its window."""
        argument = GLib.Variant("(u)", (WINDOW_COORDINATES,))
        return self.ask(COMPONENT, "GetExtents", argument)

    @property
    def centre(self):
        return centre(self.extents)

    # Relatives

    @property
    def children(self):
        return self.make_children(self.ask(ACCESSIBLE, "GetChildren"))

    @property
    def is_window(self):
        return self.parent is None or self.parent is self.app

    @property
    def is_popover(self):
        learn_popovers([self])
        return not self.is_window and self.app.popovers.get(self.path, False)

    @property
    def native(self):
        """The window or popover that it is in: what X has a window for."""
        if self._native is None:      # none moves to another one
            own = self.is_window or self.is_popover
            self._native = self if own else self.parent.native
        return self._native

    def lineage(self):
        """This node and all above it, up to the application."""
        return [self, *(self.parent.lineage() if self.parent else [])]

    def tree(self):
        """Everything from here down, as a list of tree.Seen."""
        return read_tree(self)

    def labels(self):
        """The texts of all labels in here.

        Includes what is scrolled away, except for rows of lists; hidden pages not.
        """
        seen = [s for s in read_tree(self, only_near=True) if s.role == "label"]
        mapped = set(only_mapped([s.node for s in seen]))
        return [s.name for s in seen if s.node in mapped]

    def label_elsewhere(self):
        """The text of the widgets that label this one."""
        relations = self.ask(ACCESSIBLE, "GetRelationSet")
        labels = [target for kind, targets in relations if kind == LABELLED_BY
                  for target in targets]
        return " ".join(node.text for node in self.make_children(labels))

    def dump(self):
        """The tree as text, for finding out what a widget is called."""
        return "".join(f"{'  ' * s.depth}{s.role} {s.name!r}\n" for s in self.tree())

    # Finding

    def find_all(self, role=None, name=None, showing=True):
        """All below with this role and name (a string, or a compiled pattern)."""
        found = self._matching(role, name, only_near=showing)
        return only_showing(found) if showing else found

    def find(self, role=None, name=None, index=0, showing=True, timeout=None):
        """The first (or index-th; -1: last) match below, as soon as there is one.

        Where it need not be showing, the pages in view come before hidden ones.
        """
        def look():
            self.app.check_running()
            if not showing and index == 0 and (near := self._matching(role, name, only_near=True)):
                return near[0]
            return pick(self.find_all(role, name, showing), index)

        try:
            node = wait_until(look, describe(role, name), timeout)
        except AssertionError as error:
            raise AssertionError(f"{error}; {self._candidates(role)}") from None
        node.look_again = look
        return node

    def wait_gone(self, role=None, name=None):
        """Wait until nothing of this role and name is to be seen below."""
        def gone():
            self.app.check_running()
            return not self.find_all(role, name)

        wait_until(gone, f"{describe(role, name)} to go")

    def _matching(self, role, name, only_near):
        return [s.node for s in read_tree(self, only_near)[1:]
                if role in (None, s.role) and matches(name, visible_name(s))]

    def _candidates(self, role):
        if not self.app.is_running:
            return "the program has ended"
        names = [s.name for s in self.tree() if role in (None, s.role) and s.name]
        return f"there are, shown or not: {names}"

    # Questions

    def ask(self, interface, method, arguments=None):
        """The first value that a method of this object answers."""
        return self.app.desktop.bus.call(
            self.app.bus_name, self.path, interface, method, arguments)[0]

    def make_children(self, references):
        """Nodes for (bus name, path) pairs as GetChildren answers them."""
        return [self.app.make_widget(path, self)
                for _, path in references if not path.endswith("/null")]

    def _property(self, interface, name):
        return self.ask(PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name)))


def visible_name(seen):
    """The name, which menu items of newer GTK have only through their label."""
    if seen.name or seen.role != "menu item":
        return seen.name
    return seen.node.label_elsewhere()


def matches(wanted, name):
    """Is this the wanted name: None (any), a string or a compiled pattern?"""
    if wanted is None:
        return True
    return bool(wanted.search(name)) if hasattr(wanted, "search") else name == wanted


def pick(nodes, index):
    """The index-th node, None while there are too few."""
    enough = -len(nodes) <= index < len(nodes)
    return nodes[index] if enough else None


def describe(role, name):
    return f"{role or 'a widget'} {'' if name is None else repr(name)}".strip()
