# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Turning the wheel until a widget comes into view."""

from polling import wait_until
from visibility import ask_extents, centre, lies_in


def scroll_towards(widget):
    """One notch of the wheel over the scrolled part that hides the widget."""
    view, direction = unplaced_row(widget) or clipped(widget)
    _, x, y = wait_until(view.place_on_screen, f"the window of {view!r}")
    widget.app.desktop.pointer.scroll(x, y, direction)
    widget.app.wait_idle()


def unplaced_row(widget):
    """(list, direction) if it is in a row so far away that it has no place yet.

    Its list has all the rows in order, some of them placed: those tell the way.
    """
    above = widgets_from(widget)
    sizes = [extents[3] for extents in ask_extents(above)]
    unplaced = [node for node, height in zip(above, sizes) if not height]
    if not unplaced:
        return None
    row = unplaced[-1]
    rows = row.parent.children
    index = [other.path for other in rows].index(row.path)
    before = any(extents[3] for extents in ask_extents(rows[:index]))
    return row.parent, "down" if before else "up"


def clipped(widget):
    """(scrolled part, direction) for a widget whose place is outside of it."""
    place = widget.centre
    above = widgets_from(widget.parent)
    boundaries = ask_extents(above)
    outside = [(node, extents) for node, extents in zip(above, boundaries)
               if not lies_in(place, extents)]
    view, extents = outside[0] if outside else (above[-1], boundaries[-1])
    return view, direction_out_of(extents, place)


def widgets_from(node):
    """The node and what is above it, up to its window."""
    return [above for above in node.lineage() if above is not node.app]


def direction_out_of(extents, place):
    """Which way to scroll to bring a place outside of a rectangle into it."""
    x, y = centre(extents)
    if not extents[1] <= place[1] < extents[1] + extents[3]:
        return "down" if place[1] > y else "up"
    return "right" if place[0] > x else "left"
