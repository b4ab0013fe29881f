# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Reading a whole tree of accessible widgets, a level at a time."""

from typing import NamedTuple

from gi.repository import GLib

from bus import PROPERTIES
from roles import plain_name, role_name
from snapshot import Snapshot
from visibility import ACCESSIBLE, only_mapped, scrolled_away

ROWS = {"list item", "table row", "tree item"}
BOXES = {"panel", "filler"}
ITEMS_PER_NODE = 8
"""How many widgets a snapshot tells of in the time that it takes to ask one."""

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
    snapshot, below, facts, level = snapshot_for(root, only_near), {}, {}, [root]
    while level:
        for node, (children, number, name) in zip(level, ask_level(level, snapshot)):
            role = role_name(number)
            below[node] = node.make_children(children or [])
            facts[node] = (role, plain_name(name or "", role))
        if only_near:
            rows = [node for node in level if facts[node][0] in ROWS and below[node]]
            below.update((row, []) for row in scrolled_away(rows))
            below.update((page, []) for page in hidden_pages(level, below, facts, snapshot))
        level = [child for node in level for child in below[node]]
    root.app.nodes_read[root.path, only_near] = len(below)
    return list(in_reading_order(root, below, facts, 0))


def snapshot_for(root, only_near):
    """A snapshot to read with, or None if it tells of so much else that asking took less time when last read."""
    app = root.app
    if app.items_told > ITEMS_PER_NODE * app.nodes_read.get((root.path, only_near), app.items_told):
        return None
    snapshot = Snapshot(app)
    app.items_told = len(snapshot)
    return snapshot


def hidden_pages(level, below, facts, snapshot):
    """Those of the nodes of this level with all the hidden content of a stack or the like.

    A page of a stack cannot be asked itself; the only thing in it can.  Where
    the snapshot does not tell, it may be anything that is one of several.
    """
    def may_be_hidden(node):
        if snapshot and node.path in snapshot:
            return snapshot.is_on_a_page(node.path)
        return len(below.get(node.parent, ())) > 1 or len(below.get(node.parent.parent, ())) > 1

    boxes = [node for node in level if facts[node][0] in BOXES and below[node] and may_be_hidden(node)]
    mapped = set(only_mapped(boxes))
    return [box for box in boxes if box not in mapped]


def ask_level(nodes, snapshot):
    """(children, role, name) of each of these nodes, asked for as far as a snapshot does not tell."""
    new = [node for node in nodes if not snapshot or node.path not in snapshot]
    parents = [*new, *(node for node in nodes if snapshot and node.path in snapshot
                       and snapshot.has_children(node.path))]
    questions = [
        *[(node, ACCESSIBLE, "GetChildren", None) for node in parents],
        *[(node, ACCESSIBLE, "GetRole", None) for node in new],
        *[(node, PROPERTIES, "Get", NAME) for node in new],
    ]
    app = nodes[0].app
    answers = app.desktop.bus.call_all(
        [(app.bus_name, node.path, *question) for node, *question in questions])
    children = dict(zip(parents, answers))
    told = dict(zip(new, zip(answers[len(parents):], answers[len(parents) + len(new):])))
    for node in nodes:
        role, name = told[node] if node in told else (snapshot.role(node.path), snapshot.name(node.path))
        yield children.get(node), role, name


def in_reading_order(node, below, facts, depth):
    """The node, then what is below it, child by child."""
    yield Seen(node, *facts[node], depth)
    for child in below[node]:
        yield from in_reading_order(child, below, facts, depth + 1)
