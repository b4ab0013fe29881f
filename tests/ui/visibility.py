# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Which widgets a user can see and reach with the pointer.

GTK 4.8 reports no SHOWING state and keeps the hidden pages of a stack in the
tree, so this goes by places and hit tests.  From GTK 4.10 on there is the
state, and the hit test is wrong.  Coordinates are those of the window: GTK
answers others with a warning or worse.
"""

from gi.repository import GLib

COMPONENT = "org.a11y.atspi.Component"
WINDOW_COORDINATES = 1
STATE_SHOWING = (4, 10)


def is_showing(node):
    """Is the centre of this widget inside its window, and not covered there?"""
    try:
        if node.is_window:
            return True
        if not lies_in(node.centre, node.native.extents):
            return False
        if node.app.gtk_version >= STATE_SHOWING:
            return "showing" in node.states
        return contains(node, node.centre) and is_hit(node)
    except GLib.Error:
        return False


def lies_in(place, extents):
    """Is a place inside a rectangle (x, y, width, height)?"""
    x, y, width, height = extents
    return x <= place[0] < x + width and y <= place[1] < y + height


def contains(node, place):
    """Does the widget itself claim the place?  False while it is not mapped."""
    return node.ask(COMPONENT, "Contains", place_arguments(place))


def is_hit(node):
    """Does a hit test at the centre of the widget find it?

    The test looks through insensitive widgets at what is behind them, and
    finds nothing (a null path) on a part that is not accessible.
    """
    arguments = place_arguments(node.centre)
    _, found = node.native.ask(COMPONENT, "GetAccessibleAtPoint", arguments)
    if found.endswith("/null"):
        return True
    if "sensitive" in node.states:
        return found in {seen.node.path for seen in node.tree()}
    return found in {above.path for above in node.lineage()}


def place_arguments(place):
    return GLib.Variant("(iiu)", (*place, WINDOW_COORDINATES))


def only_mapped(nodes):
    """Those of the nodes that are not on a hidden page, scrolled away or not."""
    if not nodes:
        return []
    if nodes[0].app.gtk_version >= STATE_SHOWING:
        return [node for node in nodes if "showing" in node.states]
    centres = [place_arguments(centre(extents)) for extents in ask_extents(nodes)]
    inside = ask_all(nodes, "Contains", centres)
    return [node for node, mapped in zip(nodes, inside) if mapped]


def scrolled_away(rows):
    """Those of the rows that have no size or lie outside of their window or popover."""
    if not rows:
        return []
    bounds = {view: view.native.extents for view in {row.parent for row in rows}}
    return [row for row, extents in zip(rows, ask_extents(rows))
            if not extents[3] or not lies_in(centre(extents), bounds[row.parent])]


def ask_extents(nodes):
    """The extents of each of these nodes, zeros for those that have gone."""
    argument = GLib.Variant("(u)", (WINDOW_COORDINATES,))
    answers = ask_all(nodes, "GetExtents", [argument] * len(nodes))
    return [answer or (0, 0, 0, 0) for answer in answers]


def ask_all(nodes, method, arguments):
    """The answers of all these nodes to one question each."""
    return nodes[0].app.desktop.bus.call_all(
        [(node.app.bus_name, node.path, COMPONENT, method, argument)
         for node, argument in zip(nodes, arguments)])


def centre(extents):
    x, y, width, height = extents
    return x + width // 2, y + height // 2
