# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Reading a whole tree of accessible widgets, a level at a time."""

from itertools import repeat
from typing import NamedTuple

from gi.repository import GLib

from bus import PROPERTIES
from roles import plain_name, role_name
from snapshot import Snapshot
from visibility import ACCESSIBLE, ask_all, only_mapped, scrolled_away

ROWS = {"list item", "table row", "tree item"}
BOXES = {"panel", "filler"}
ITEMS_PER_QUESTION = 4
"""How many widgets a snapshot tells of in the time that one question takes."""

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
    snapshot, below, roles, level = snapshot_for(root, only_near), {}, {}, [root]
    while level:
        for node, (children, number) in zip(level, ask_level(level, snapshot)):
            roles[node] = role_name(number)
            below[node] = node.make_children(children or [])
        if only_near:
            rows = [node for node in level if roles[node] in ROWS and below[node]]
            below.update((row, []) for row in scrolled_away(rows))
            below.update((page, []) for page in hidden_pages(level, below, roles, snapshot))
        level = [child for node in level for child in below[node]]
    root.app.nodes_read[root.path, only_near] = len(below)
    return list(in_reading_order(root, below, roles, ask_names(below, snapshot), 0))


def snapshot_for(root, only_near):
    """A snapshot to read with; an empty one if asking took less time when last read, as there is so much else."""
    app = root.app
    if app.items_told > 2 * ITEMS_PER_QUESTION * app.nodes_read.get((root.path, only_near), app.items_told):
        return Snapshot()
    return take_snapshot(app)


def take_snapshot(app):
    snapshot = Snapshot(app)
    app.kinship.catch_up()
    app.items_told = len(snapshot)
    return snapshot


def hidden_pages(level, below, roles, snapshot):
    """Those of the nodes of this level with all the hidden content of a stack or the like.

    A page of a stack cannot be asked itself; the only thing in it can.  Where
    the snapshot does not tell, it may be anything that is one of several.
    """
    def may_be_hidden(node):
        if node.path in snapshot:
            return snapshot.is_on_a_page(node.path)
        return len(below.get(node.parent, ())) > 1 or len(below.get(node.parent.parent, ())) > 1

    boxes = [node for node in level if roles[node] in BOXES and below[node] and may_be_hidden(node)]
    mapped = set(only_mapped(boxes))
    return [box for box in boxes if box not in mapped]


def ask_level(nodes, snapshot):
    """(children, role) of each of these nodes, asked for as far as it is not known."""
    app = nodes[0].app
    since = app.kinship.now
    new = [node for node in nodes if node.path not in snapshot]
    parents = [node for node in nodes if node.path not in snapshot or snapshot.child_count(node.path)]
    children = {node: known for node in parents
                if node.path in snapshot and (known := app.kinship.recall(node.path, snapshot)) is not None}
    parents = [node for node in parents if node not in children]
    answers = app.desktop.bus.call_all([
        *[(app.bus_name, node.path, ACCESSIBLE, "GetChildren", None) for node in parents],
        *[(app.bus_name, node.path, ACCESSIBLE, "GetRole", None) for node in new],
    ])
    roles = dict(zip(new, answers[len(parents):]))
    for node, answer in zip(parents, answers):
        children[node] = answer
        app.kinship.remember(node.path, answer or [], since)
    return [(children.get(node), roles[node] if node in roles else snapshot.role(node.path)) for node in nodes]


def ask_names(nodes, snapshot):
    """The names of these nodes, those that are new from another snapshot if there are many."""
    new = [node for node in nodes if node.path not in snapshot]
    if new and len(new) * ITEMS_PER_QUESTION > new[0].app.items_told + len(new):
        snapshot = take_snapshot(new[0].app)
        new = [node for node in nodes if node.path not in snapshot]
    answers = ask_all(new, PROPERTIES, "Get", repeat(NAME))
    names = {node: snapshot.name(node.path) for node in nodes if node.path in snapshot}
    return {**names, **{node: name or "" for node, name in zip(new, answers)}}


def in_reading_order(node, below, roles, names, depth):
    """The node, then what is below it, child by child."""
    yield Seen(node, roles[node], plain_name(names[node], roles[node]), depth)
    for child in below[node]:
        yield from in_reading_order(child, below, roles, names, depth + 1)
