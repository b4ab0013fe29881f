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

    def expect_choices(self, shown, *names):
        self.assertEqual([node.name for node in shown.find_all("combo box", showing=False)], list(names))

    def test_what_is_chosen_from_keeps_its_name(self):
        """GTK 4.18 would call it by what is chosen."""
        app = self.start_sample()
        app.find("button", "Round: Round 3: the board joins in, Running").click()
        app.find("list", "Rounds")
        app.key("Escape")
        app.find("button", "Filter and Sort").click()
        app.find("combo box", "State")
        self.expect_choices(app, "State", "Topic", "Department", "Sort By")
        app.key("Escape")
        self.open_tandem(app, "Bönisch")
        app.menu("Menu of the Tandem", "End…")
        question = app.window("End the Tandem?")
        question.find("combo box", "Reason")
        self.expect_choices(question, "Reason")
        app.key("Escape")
        app.wait_closed("End the Tandem?")
        app.key("Control+m")
        plan = app.window("Plan Meetings")
        plan.find("combo box", "Repeat")
        self.expect_choices(plan, "Repeat", "First Meeting", "Last Meeting", "Title of the Invitations")
