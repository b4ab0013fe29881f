# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Which widgets a user can see and reach with the pointer.

GTK 4.8 reports no SHOWING state and keeps the hidden pages of a stack in the
tree, so this goes by places and hit tests.  From GTK 4.10 on there is the
state, and the hit test is wrong.  Coordinates are those of the window: GTK
answers others with a warning or worse.
"""

from itertools import repeat

from gi.repository import GLib

from bus import PROPERTIES
from roles import state_names

ACCESSIBLE = "org.a11y.atspi.Accessible"
COMPONENT = "org.a11y.atspi.Component"
PARENT = GLib.Variant("(ss)", (ACCESSIBLE, "Parent"))
WINDOW_COORDINATES = 1
LAYER_POPUP = 5
STATE_SHOWING = (4, 10)


def is_showing(node):
    """Is the centre of this widget inside its window, and not covered there?"""
    return bool(only_showing([node]))


def only_showing(nodes):
    """Those of the nodes whose centre is inside their window, and not covered there."""
    widgets = [node for node in nodes if not node.is_window]
    learn_popovers(widgets)
    natives = list({node.native for node in widgets})
    extents = dict(zip([*natives, *widgets], ask_extents([*natives, *widgets])))
    inside = [node for node in widgets if lies_in(centre(extents[node]), extents[node.native])]
    if inside and inside[0].app.gtk_version >= STATE_SHOWING:
        showing = [node for node, states in zip(inside, ask_states(inside)) if "showing" in states]
    else:
        showing = only_hit({node: place_arguments(centre(extents[node])) for node in inside})
    return [node for node in nodes if node.is_window or node in showing]


def learn_popovers(nodes):
    """Find out which of these nodes, and of what is above them, are popovers, in one go.

    This never changes, and no path is given to another widget.
    """
    unknown = list({above for node in nodes if node._native is None for above in node.lineage()
                    if not above.is_window and above.path not in above.app.popovers})
    for node, layer in zip(unknown, ask_all(unknown, COMPONENT, "GetLayer")):
        if layer is not None:
            node.app.popovers[node.path] = layer == LAYER_POPUP


def lies_in(place, extents):
    """Is a place inside a rectangle (x, y, width, height)?"""
    x, y, width, height = extents
    return x <= place[0] < x + width and y <= place[1] < y + height


def only_hit(places):
    """Those of the nodes, given with a place each, that a hit test there finds, as a set.

    A widget that is not mapped does not contain the place.  The test looks
    through insensitive widgets at what is behind them, and finds nothing (a
    null path) on a part that is not accessible.
    """
    contained = ask_all(list(places), COMPONENT, "Contains", places.values())
    mapped = [node for node, contains in zip(places, contained) if contains]
    hits = ask_all([node.native for node in mapped], COMPONENT, "GetAccessibleAtPoint",
                   [places[node] for node in mapped])
    found = {node: hit[1] for node, hit in zip(mapped, hits) if hit}
    itself = {node for node, path in found.items() if path.endswith("/null") or path == node.path}
    others = [node for node in found if node not in itself]
    sensitive = {node for node, states in zip(others, ask_states(others)) if "sensitive" in states}
    behind = {node for node in others if node not in sensitive
              and found[node] in paths_above(node)}
    return itself | behind | only_around({node: found[node] for node in sensitive})


def only_around(places):
    """Those of the nodes, given with the path of another each, that this other one is in, as a set."""
    around = set()
    while places:
        parents = ask_paths(next(iter(places)).app, places.values(), PROPERTIES, "Get", repeat(PARENT))
        above = {node: parent[1] for node, parent in zip(places, parents) if parent}
        around |= {node for node, path in above.items() if path == node.path}
        places = {node: path for node, path in above.items()
                  if not path.endswith("/null") and path not in paths_above(node)}
    return around


def paths_above(node):
    """The paths of a node and all above it."""
    return {above.path for above in node.lineage()}


def place_arguments(place):
    return GLib.Variant("(iiu)", (*place, WINDOW_COORDINATES))


def only_mapped(nodes):
    """Those of the nodes that are not on a hidden page, scrolled away or not."""
    if not nodes:
        return []
    if nodes[0].app.gtk_version >= STATE_SHOWING:
        return [node for node, states in zip(nodes, ask_states(nodes)) if "showing" in states]
    centres = [place_arguments(centre(extents)) for extents in ask_extents(nodes)]
    inside = ask_all(nodes, COMPONENT, "Contains", centres)
    return [node for node, mapped in zip(nodes, inside) if mapped]


def scrolled_away(rows):
    """Those of the rows that have no size or lie outside of their window or popover."""
    if not rows:
        return []
    learn_popovers(rows)
    natives = list({row.native for row in rows})
    extents = dict(zip([*natives, *rows], ask_extents([*natives, *rows])))
    return [row for row in rows
            if not extents[row][3] or not lies_in(centre(extents[row]), extents[row.native])]


def ask_extents(nodes):
    """The extents of each of these nodes, zeros for those that have gone."""
    answers = ask_all(nodes, COMPONENT, "GetExtents", repeat(GLib.Variant("(u)", (WINDOW_COORDINATES,))))
    return [answer or (0, 0, 0, 0) for answer in answers]


def ask_states(nodes):
    """The set of states of each of these nodes, empty for those that have gone."""
    return [state_names(*words) if words else set() for words in ask_all(nodes, ACCESSIBLE, "GetState")]


def ask_all(nodes, interface, method, arguments=repeat(None)):
    """The answers of all these nodes to one question, with arguments for each."""
    return ask_paths(nodes[0].app, [node.path for node in nodes], interface, method, arguments) if nodes else []


def ask_paths(app, paths, interface, method, arguments=repeat(None)):
    """The answers of the objects with these paths in a program to one question, with arguments for each."""
    return app.desktop.bus.call_all(
        [(app.bus_name, path, interface, method, argument) for path, argument in zip(paths, arguments)])


def centre(extents):
    x, y, width, height = extents
    return x + width // 2, y + height // 2
