# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Reading a whole tree of accessible widgets, a level at a time."""

from typing import NamedTuple

from gi.repository import GLib

from bus import PROPERTIES
from roles import plain_name, role_name
from visibility import only_mapped, scrolled_away

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROWS = {"list item", "table row", "tree item"}
BOXES = {"panel", "filler"}
NAME = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))


class Seen(NamedTuple):
    """A node with what it answered while the tree was read."""

    node: object
    role: str
    name: str
    depth: int


def read_tree(root, only_near=False):
    """A list of Seen for the root and all below it, in reading order.

    Asked by plain D-Bus with all questions of a level in flight: the usual
    client library caches, goes stale and costs a round trip for each question.
    only_near leaves out what is on hidden pages, and what is in rows that are
    scrolled away, of which a list keeps some 200: reading all that would take
    most of the time.
    """
    below, facts, level = {}, {}, [root]
    while level:
        for node, (children, number, name) in zip(level, ask_level(level)):
            role = role_name(number)
            below[node] = node.make_children(children or [])
            facts[node] = (role, plain_name(name or "", role))
        if only_near:
            rows = [node for node in level if facts[node][0] in ROWS and below[node]]
            below.update((row, []) for row in scrolled_away(rows))
            below.update((page, []) for page in hidden_pages(level, below, facts))
        level = [child for node in level for child in below[node]]
    return list(in_reading_order(root, below, facts, 0))


def hidden_pages(level, below, facts):
    """Those of the nodes of this level with all the hidden content of a stack or the like.

    A page of a stack is one of several and cannot be asked itself; the only
    thing in it can.
    """
    def is_one_of_several(node):
        return len(below.get(node.parent, ())) > 1

    boxes = [node for node in level if facts[node][0] in BOXES and below[node]
             and (is_one_of_several(node) or is_one_of_several(node.parent))]
    mapped = set(only_mapped(boxes))
    return [box for box in boxes if box not in mapped]


def ask_level(nodes):
    """(children, role, name) of each of these nodes."""
    questions = (
        (ACCESSIBLE, "GetChildren", None),
        (ACCESSIBLE, "GetRole", None),
        (PROPERTIES, "Get", NAME),
    )
    answers = nodes[0].app.desktop.bus.call_all(
        [(node.app.bus_name, node.path, *question) for question in questions for node in nodes])
    count = len(nodes)
    return zip(answers[:count], answers[count:2 * count], answers[2 * count:])


def in_reading_order(node, below, facts, depth):
    """The node, then what is below it, child by child."""
    yield Seen(node, *facts[node], depth)
    for child in below[node]:
        yield from in_reading_order(child, below, facts, depth + 1)
