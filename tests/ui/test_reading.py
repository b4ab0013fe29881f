# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""That the driver sees what is there: what GTK tells in one answer is what the widgets say one by one."""

from unittest import mock

from programme_case import ProgrammeCase
from snapshot import Snapshot


class Reading(ProgrammeCase):
    @staticmethod
    def read(app):
        return [(seen.node.path, seen.role, seen.name, seen.depth) for seen in app.tree()]

    def expect_the_same(self, app):
        app.desktop.pointer.move(0, 0)               # no tooltip comes up in between
        app.wait_idle()
        self.read(app)                               # from now on GTK tells of all of them
        for _ in range(5):
            told = self.read(app)
            with mock.patch("tree.take_snapshot", lambda app: Snapshot()):
                asked = self.read(app)
            if told == self.read(app):               # GTK makes the buttons of a window anew as the focus comes late
                break
        self.assertGreater(len(told), 100)
        self.assertEqual(told, asked)

    def test_in_a_popover_on_a_page_and_in_a_dialog(self):
        app = self.start_sample()
        app.find("button", "Filter and Sort").click()
        app.find("combo box", "State")
        self.expect_the_same(app)
        app.key("Escape")
        self.expect_the_same(app)
        self.open_tandem(app, "Bönisch")
        app.key("Control+m")
        app.window("Plan Meetings").find("button", "Plan")
        self.expect_the_same(app)
