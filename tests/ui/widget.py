# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A widget that a user does something with, by real pointer and keys.

Most widgets of GTK 4.8 offer no accessible action, none takes the focus on
request, and some actions never answer: so nothing here is done behind the
user interface.
"""

from accessible import Accessible
from polling import wait_until
from scrolling import scroll_towards
from visibility import is_showing
from windows import topmost_at

PASSWORD_SIGNS = set("●•*")
NOTCHES = 200
A_FRAME = 0.03


class Widget(Accessible):
    """An accessible that can be clicked, typed into, chosen from and dragged."""

    look_again = None
    """How find() found it; used when the widget has been rebuilt since."""

    def click(self, count=1, button=1):
        """Click it in the middle, as soon as it is shown, sensitive and uncovered."""
        place = self._come_to()
        self.app.desktop.pointer.click(*place, count, button)
        self.app.wait_idle()
        return self

    def double_click(self):
        return self.click(count=2)

    def right_click(self):
        return self.click(button=3)

    def drag_to(self, other):
        """Drag it onto the middle of another widget."""
        end, start = other._clickable_place(), self._come_to()
        self.app.desktop.pointer.drag(start, end)
        self.app.wait_idle()

    def type_text(self, text):
        """Type at the end of what it contains already."""
        self.click()
        self.app.key("Control+End")
        self.app.type_text(text)
        return self

    def fill(self, text):
        """Type in place of what it contains, and wait until it reads so."""
        self.click()
        self.app.key("Control+a", "BackSpace")
        self.app.type_text(text)
        wait_until(lambda: shows(self.text, text), f"{self!r} to read {text!r}")
        return self

    def choose(self, item):
        """Pick an item of a drop-down or combo row, and wait until it is shown."""
        self.click()
        wait_until(lambda: self._popover_row(item), f"item {item!r}").click()
        wait_until(lambda: item in self.text, f"{item!r} to be chosen")
        # Until then a click anywhere else would only close the choices.
        wait_until(lambda: not self._popover_row(item), f"the choices around {item!r} to close")
        return self

    def scroll_into_view(self):
        """Turn the wheel over the scrolled part until the widget is to be seen."""
        name = self.name
        for _ in range(NOTCHES):
            if self.name != name:      # a list has given the row to another item
                self._refresh()
            if is_showing(self):
                return self
            scroll_towards(self)
        raise AssertionError(f"{name!r} does not scroll into view")

    def find_in_list(self, role, name):
        """What is in a row of a list below, once the wheel has come to it: GTK 4.18 has only the rows near the view."""
        for direction in ["down"] * NOTCHES + ["up"] * NOTCHES:
            if self.find_all(role, name, showing=False):
                return self.find(role, name, showing=False).scroll_into_view()
            _, x, y = self.find(role).place_on_screen()
            self.app.desktop.pointer.scroll(x, y, direction)
            self.app.wait_idle()
        raise AssertionError(f"there is no {role} {name!r} in the list")

    def place_on_screen(self, windows=None):
        """(X window, x, y) of the widget's middle in pixels, None without a window there."""
        native = self.native
        place = self.app.windows.place_of(native, windows)
        if place is None:
            return None
        window, left, top = place
        x, y, width, height = self.extents
        native_x, native_y, *_ = native.extents
        return window, left + x - native_x + width / 2, top + y - native_y + height / 2

    def _come_to(self):
        """Where to click, once the pointer has come close to it.

        A hand gets there in many small movements.  A single one is not enough
        for GTK 4.8: at the first after a popover has closed, it lets that
        popover have the pointer again, and with it the click that follows.
        """
        place = None
        while place != (place := self._clickable_place()):        # it may have been on its way
            self.app.desktop.pointer.move(place[0] - 1, place[1])
            self.app.wait_idle(quiet=A_FRAME)
        return place

    def _clickable_place(self):
        return wait_until(self._find_clickable_place,
                          f"{self!r} to be clickable: shown, sensitive and uncovered")

    def _find_clickable_place(self):
        """Where to click; None while a user could not."""
        self.app.check_running()
        if not is_showing(self) or "sensitive" not in self.states:
            self._refresh()
            return None
        windows = self.app.windows.all()
        place = self.place_on_screen(windows)
        if place is None:
            return None
        window, x, y = place
        if topmost_at(windows, x, y) == window:
            return x, y
        # What lies over it may be the tooltip of what was clicked last; it goes with the pointer.
        self.app.desktop.pointer.move(x, y)
        return None

    def _refresh(self):
        """Become the widget that the search finds now: a row may have been rebuilt."""
        if self.look_again and (found := self.look_again()):
            self.path, self.parent, self._native = found.path, found.parent, None

    def _popover_row(self, item):
        rows = [row for row in self.find_all("list item") if row.native.is_popover]
        return next((row for row in rows if item in (row.name, row.text)), None)


def shows(shown, typed):
    """Does an entry show what was typed?  A password is only counted."""
    hidden = set(shown) <= PASSWORD_SIGNS and len(shown) == len(typed)
    return shown == typed or hidden
