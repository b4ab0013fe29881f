# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Moving, clicking, dragging and scrolling with real pointer events."""

from Xlib import X

from polling import pause

BETWEEN_CLICKS = 0.01
WHEEL = {"up": 4, "down": 5, "left": 6, "right": 7}
DRAG_STEPS = 8
BETWEEN_STEPS = 0.05


class Pointer:
    """The pointer of a display; places are pixels of the screen."""

    def __init__(self, display):
        self.display = display

    def move(self, x, y):
        self.display.send_input(X.MotionNotify, 0, x, y)

    def click(self, x, y, count=1, button=1):
        self.move(x, y)
        for _ in range(count):
            self.display.send_input(X.ButtonPress, button)
            self.display.send_input(X.ButtonRelease, button)
            pause(BETWEEN_CLICKS)     # some window managers lose faster clicks

    def scroll(self, x, y, direction):
        """Turn the wheel by one notch over a place."""
        self.click(x, y, button=WHEEL[direction])

    def drag(self, start, end):
        """Press at the start, move in steps as a hand does, let go at the end."""
        self.move(*start)
        self.display.send_input(X.ButtonPress, 1)
        for step in range(1, DRAG_STEPS + 1):
            self.move(*between(start, end, step / DRAG_STEPS))
            pause(BETWEEN_STEPS)      # a drop target must see the pointer come
        self.move(*end)
        pause(BETWEEN_STEPS)          # GTK 4.18 asks the target anew for each place
        self.display.send_input(X.ButtonRelease, 1)


def between(start, end, part):
    """The place a part (0 to 1) of the way from start to end."""
    return tuple(a + (b - a) * part for a, b in zip(start, end))
