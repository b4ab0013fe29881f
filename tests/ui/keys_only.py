# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Getting about by keyboard alone: what the program shows is read, and the pointer never used."""

import datetime
import re

from polling import wait_until
from tree import read_tree
from visibility import ask_states, only_mapped

STOPS = 40
"""So often is Tab pressed at most to reach something: more would be no way for a hand, either."""


class KeysOnly:
    """Somebody at the keyboard of a program."""

    def __init__(self, app):
        self.app = app
        self.window = self.row = None

    @property
    def top(self):
        """The dialog that is open, or the window"""
        return self.app.children[-1]

    def focused(self):
        """What has the focus: an AdwEntryRow does not tell, so it is the row next to what had it before."""
        node = self.told()
        if node or self.window != self.top.path:
            self.window, self.row = self.top.path, node
        return self.row or self.next_row()

    def told(self):
        """What the program says has the focus; nothing where an AdwEntryRow has it"""
        def look():
            nodes = [seen.node for seen in read_tree(self.top, only_near=True)]
            return [next((node for node, states in zip(nodes, ask_states(nodes)) if "focused" in states), None)]

        return wait_until(look, "the focus")[0]

    def next_row(self, back=False):
        """The next AdwEntryRow after what had the focus, in reading order or back; None without any"""
        def look():
            nodes = [seen.node for seen in read_tree(self.top)]
            at = next((at for at, node in enumerate(nodes) if self.row and node.path == self.row.path), -1)
            rows = reversed(nodes[:at]) if back else nodes[at + 1:]
            return [*(node for node in only_mapped(list(rows)) if node.role == "entry" and node.children), None]

        return wait_until(look, "the rows")[0]

    def step(self, key="Tab"):
        before = self.focused()
        self.app.key(key)
        node = self.told()
        self.row = before
        self.row = node or self.next_row(back=key != "Tab")
        return self.row

    def go_to(self, name, role=None, key="Tab"):
        """Press Tab, or Shift+Tab, until the widget of this name has the focus."""
        seen = [self.focused()]
        while not (seen[-1] and seen[-1].name == name and role in (None, seen[-1].role)):
            if len(seen) > STOPS:
                raise AssertionError(f"{key} does not lead to {name!r}; it passed {seen}")
            seen.append(self.step(key))
        return seen[-1]

    def press(self, name, role="button"):
        """Go to a button, and press it."""
        self.go_to(name, role)
        self.app.key("space")

    def write(self, name, text):
        """Type over what a row or entry holds."""
        row = self.go_to(name)
        self.app.key("Control+a")
        self.app.type_text(text)
        wait_until(lambda: text in row.text, f"{row!r} to read {text!r}, and not {row.text!r}")

    def count(self, name, number):
        """Type a number or a time into a row with a spin button."""
        self.go_to(name, "spin button")
        self.app.key("Control+a")
        self.app.type_text(number)

    def choose(self, name, item):
        """Pick an item of a combo row."""
        row = self.go_to(name)
        # GTK 4.8 lets Return choose the first item only once the focus was on another one.
        self.app.key("space", "Down", "Up")
        for _ in range(STOPS):
            if item in [node.text for node in self.top.find_all("list item") if "focused" in node.states]:
                break
            self.app.key("Down")
        else:
            raise AssertionError(f"{name!r} does not offer {item!r}")
        self.app.key("Return")
        wait_until(lambda: item in row.text, f"{item!r} to be chosen")

    def search(self, name, text):
        """Choose what is found first by this text, from a list that can be searched."""
        row = self.go_to(name)
        self.app.key("space")
        self.app.wait_until(lambda: getattr(self.told(), "role", "") == "entry", "the search")
        self.app.type_text(text)
        self.app.key("Return")
        self.app.wait_until(lambda: getattr(self.told(), "name", "") == name, "the focus to come back")
        assert text in row.text, f"{row!r} shows {row.text!r}, not {text!r}"

    def dialog(self, title):
        """The dialog with this title, once the keys go to it"""
        dialog = self.app.window(title)
        self.app.wait_until(lambda: any(window.title == title for window in self.app.windows.all())
                            and self.app.windows.have_keys(), f"{title!r} to have the keys")
        return dialog

    def open(self, title, keys):
        """Press what opens the dialog with this title."""
        self.app.key(keys)
        return self.dialog(title)

    def close(self, keys):
        """Press what closes the dialog."""
        dialog = self.top.path
        self.app.key(keys)
        self.app.wait_until(lambda: dialog not in [window.path for window in self.app.children], "the dialog to close")
        self.app.wait_idle()

    def menu(self, item, key="F10"):
        """Open the menu of the page, or what else the key opens, and go down to an item."""
        self.app.key(key)
        for _ in range(STOPS):
            if item in [node.name for node in self.top.find_all("menu item") if "focused" in node.states]:
                return self.app.key("Return")
            self.app.key("Down")
        raise AssertionError(f"{key} opens no menu with {item!r}")

    def pick(self, name, day):
        """Pick a day in the calendar of a row: first the one that is marked there, then the way from it."""
        row = self.go_to(name)
        self._open_calendar()
        self.app.key("space")
        chosen = shown_day(row, day)
        self._open_calendar()
        weeks, days = divmod((day - chosen).days, 7)
        self.app.key(*["Down" if weeks > 0 else "Up"] * abs(weeks), *["Right"] * days, "Return")
        assert shown_day(row, day) == day, f"{row!r} shows {row.text}, not {day}"

    def _open_calendar(self):
        self.app.key("space")
        wait_until(lambda: getattr(self.told(), "name", "") == "Calendar", "the calendar to have the focus")


def shown_day(row, near):
    """The day that a row shows: without the year, where it is this one."""
    number, month, year = re.search(r"(\d+) ([A-Z][a-z]{2})(?: (\d{4}))?", row.labels()[1]).groups()
    return datetime.datetime.strptime(f"{number} {month} {year or near.year}", "%d %b %Y").date()
