# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The X windows of a program: where they are, how large, and what is on top.

GTK 4.8 tells no widget's place on the screen, and nothing of where a popover
is in relation to its window; X does.
"""

from typing import NamedTuple

from Xlib import X

from polling import wait_until

FRAME_DEPTH = 3           # a window manager may wrap a window in frames
NO_SHADOW = (0, 0, 0, 0)


class XWindow(NamedTuple):
    """A mapped X window on the screen, with the shadow drawn inside it."""

    handle: object
    x: int
    y: int
    width: int
    height: int
    is_popup: bool
    shadow: tuple         # left, right, top, bottom
    title: str

    def contains(self, x, y):
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    @property
    def content(self):
        """(x, y, width, height) without the shadow."""
        left, right, top, bottom = self.shadow
        return (self.x + left, self.y + top,
                self.width - left - right, self.height - top - bottom)


class ProcessWindows:
    """The X windows of one process."""

    def __init__(self, display, pid):
        self.display = display
        self.pid = pid

    def all(self):
        """The mapped windows, the topmost last; popups are above all others."""
        found = [self._describe(handle) for handle in self._descendants()
                 if self._is_mine(handle)]
        return sorted(found, key=lambda window: window.is_popup)

    @property
    def main(self):
        """The window at the bottom; dialogs come after it."""
        return self.all()[0]

    def have_keys(self):
        """Does the uppermost of these windows get the keys?  True where no window manager tells."""
        active = self.display.property(self.display.root, "_NET_ACTIVE_WINDOW")
        if active is None:
            return True
        stacked = self.display.property(self.display.root, "_NET_CLIENT_LIST_STACKING") or []
        mine = [window for window in stacked if self._has_pid(window)]
        return bool(mine) and active[0] == mine[-1]

    def _has_pid(self, window):
        pid = self.display.property(self.display.connection.create_resource_object("window", window), "_NET_WM_PID")
        return pid is not None and pid[0] == self.pid

    def place_of(self, native, windows=None):
        """(handle, x, y) of the widget of a window or popover among these, None while it has none."""
        width, height = native.extents[2:]
        window = match(windows or self.all(), native, width, height)
        if window is None:
            return None
        x, y, content_width, content_height = window.content
        # A popover's window is larger than the widget by a border all round.
        return (window.handle, x + (content_width - width) / 2,
                y + (content_height - height) / 2)

    def area(self):
        """(x, y, width, height) of the screen that covers all windows."""
        parts = [window.content for window in self.all()]
        left, top = min(p[0] for p in parts), min(p[1] for p in parts)
        right = max(p[0] + p[2] for p in parts)
        bottom = max(p[1] + p[3] for p in parts)
        return left, top, right - left, bottom - top

    def resize(self, width, height):
        """Ask for a size of the main window's content, and wait until it has it."""
        left, right, top, bottom = self.main.shadow
        self.main.handle.configure(
            width=width + left + right, height=height + top + bottom)
        self.display.connection.sync()
        try:
            wait_until(lambda: self.main.content[2:] == (width, height), "the size", 3)
        except AssertionError:
            least = "{2}×{3}".format(*self.main.content)
            raise AssertionError(f"the window became {least}, not {width}×{height}") from None

    def request_close(self):
        """What the close button of the main window does."""
        self.display.send_message(self.main.handle, "WM_DELETE_WINDOW")

    def _descendants(self):
        level = [self.display.root]
        for _ in range(FRAME_DEPTH):
            level = [child for window in level for child in window.query_tree().children]
            yield from level

    def _is_mine(self, handle):
        if handle.get_attributes().map_state != X.IsViewable:
            return False
        pid = self.display.property(handle, "_NET_WM_PID")
        return pid is not None and pid[0] == self.pid

    def _describe(self, handle):
        place = self.display.root.translate_coords(handle, 0, 0)
        size = handle.get_geometry()
        shadow = self.display.property(handle, "_GTK_FRAME_EXTENTS")
        title = self.display.property(handle, "_NET_WM_NAME") or b""
        return XWindow(
            handle, place.x, place.y, size.width, size.height,
            bool(handle.get_attributes().override_redirect),
            tuple(shadow) if shadow else NO_SHADOW, title.decode())


def topmost_at(windows, x, y):
    """The handle of the uppermost of these windows at this pixel of the screen."""
    there = [window for window in windows if window.contains(x, y)]
    return there[-1].handle if there else None


def match(windows, native, width, height):
    """The X window of a native widget, by kind, title, then nearest size."""
    def difference(window):
        content = window.content
        named = window.is_popup or window.title == native.name
        return not named, abs(content[2] - width) + abs(content[3] - height)

    kind = native.is_popover
    alike = [window for window in reversed(windows) if window.is_popup == kind]
    return min(alike, key=difference, default=None)
