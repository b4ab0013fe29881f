# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What GTK tells in one answer of all the widgets that accessibility has been asked for so far.

Each snapshot is made anew, from the widgets as they are at that moment.  It
does not tell which widgets are below another: those that are hidden now are
in it, and those that are new are not.  See kinship.py for that.
"""

CACHE = "/org/a11y/atspi/cache"
COMPONENT = "org.a11y.atspi.Component"
PATH, PARENT, INDEX, CHILD_COUNT, INTERFACES, NAME, ROLE = 0, 2, 3, 4, 5, 6, 7


class Snapshot:
    """Roles and names by the paths of the objects of a program; empty without one."""

    def __init__(self, app=None):
        self.items = dict(items_by_path(app)) if app else {}

    def __len__(self):
        return len(self.items)

    def __contains__(self, path):
        return path in self.items

    def role(self, path):
        """Its AT-SPI number"""
        return self.items[path].get_child_value(ROLE).get_uint32()

    def name(self, path):
        return self.items[path].get_child_value(NAME).get_string()

    def child_count(self, path):
        return self.items[path].get_child_value(CHILD_COUNT).get_int32()

    def index(self, path):
        """Its place among what is below its parent"""
        return self.items[path].get_child_value(INDEX).get_int32()

    def is_on_a_page(self, path):
        """Whether it is all that a page of a stack holds: pages are no widgets, and have no place."""
        page = self.items.get(path_of(self.items[path], PARENT))
        return page is not None and COMPONENT not in page.get_child_value(INTERFACES).get_strv()


def path_of(item, what):
    return item.get_child_value(what).get_child_value(1).get_string()


def items_by_path(app):
    items = app.desktop.bus.call_raw(app.bus_name, CACHE, "org.a11y.atspi.Cache", "GetItems").get_child_value(0)
    for item in map(items.get_child_value, range(items.n_children())):
        path = path_of(item, PATH)
        if path != app.path:                       # of itself a program tells that it has no windows
            yield path, item
