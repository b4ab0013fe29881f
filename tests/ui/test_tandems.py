# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Finding tandems, and looking at one."""

import re

from programme_case import ProgrammeCase


class Tandems(ProgrammeCase):
    def shown(self, app):
        return [label for label in app.labels() if label.endswith((" tandem", " tandems"))][0]

    def test_search(self):
        app = self.start_sample()
        app.wait_until(lambda: self.shown(app) == "21 tandems", "all tandems")
        app.key("Control+f")
        app.type_text("gokta")
        app.wait_until(lambda: self.shown(app) == "2 tandems", "two tandems of one person")
        app.type_text(" klut")
        app.wait_until(lambda: self.shown(app) == "1 tandem", "one tandem of two people")
        app.type_text("xyz")
        app.wait_until(lambda: "Nothing Found" in app.labels(), "a page that says so")
        app.find("button", "Show All Tandems").click()
        app.wait_until(lambda: self.shown(app) == "21 tandems", "all tandems again")

    def test_filter_by_state(self):
        app = self.start_sample()
        app.find("button", "Filter and Sort").click()
        app.find("combo box", "State").choose("Paused")
        app.key("Escape")
        app.wait_until(lambda: self.shown(app) == "1 tandem", "the paused tandem")

    def test_table(self):
        app = self.start_sample()
        app.key("Control+2")
        app.wait_until(lambda: "Next Meeting" in app.labels(), "the table")
        self.assertIn("Asta Okonjoweze", app.labels())
        app.key("Control+1")
        app.wait_until(lambda: "Next Meeting" not in app.labels(), "the cards")

    def test_other_round(self):
        app = self.start_sample()
        app.find("combo box", "Round").choose("Round 1: pilot")
        app.wait_until(lambda: self.shown(app) == "1 tandem", "the test tandem")

    def test_pause_two_and_undo(self):
        app = self.start_sample()
        app.menu("Main Menu", "Select Tandems")
        self.cards(app)[1].click()
        self.cards(app)[2].click()
        app.wait_until(lambda: "2 selected" in app.labels(), "the selection")
        app.menu("Change…", "Pause")
        self.toast(app, "Tandem paused")
        self.assertEqual(len([p for p in self.listed(self.path, "pairs") if p["state"] == "paused"]), 3)
        app.key("Control+z")
        self.toast(app, "Undone: Tandem paused")
        self.assertEqual(len([p for p in self.listed(self.path, "pairs") if p["state"] == "paused"]), 1)

    def test_end_asks_why(self):
        app = self.start_sample()
        self.open_tandem(app, "Bönisch")
        app.menu("Menu of the Tandem", "End…")
        app.find("combo box", "Reason").choose("No time")
        app.find("button", "End").click()
        self.toast(app, "Tandem dissolved")
        ended = [(p["mentee"]["name"], p["state"], p["end_reason"]) for p in self.listed(self.path, "pairs")
                 if p["ended_on"] == "2026-07-14"]
        self.assertEqual(ended, [("Jörn Bönisch", "dissolved", "time")])

        of_tandem = re.compile("Jörn Bönisch · Vikram")
        app.key("Alt+3")
        app.wait_until(lambda: app.find_all("panel"), "the coming meetings")
        self.assertEqual(app.find_all("panel", of_tandem), [], "meetings of an ended tandem that are still to come")
        app.key("Control+z")
        app.wait_until(lambda: app.find_all("panel", of_tandem), "the meetings that are on again")


class Goals(ProgrammeCase):
    GOAL = "Goal: 100 % <b>clear</b> & \"quoted\""

    def add_goal(self, app):
        app.find("entry", "Add a goal", showing=False).scroll_into_view().click()
        app.type_text(self.GOAL + "\n")
        app.find("panel", self.GOAL, showing=False)

    def goal(self):
        return [g for g in self.listed(self.path, "goals") if g["title"] == self.GOAL]

    def test_add_by_typing_and_enter(self):
        app = self.start_sample()
        self.open_tandem(app, "Bönisch")
        self.add_goal(app)
        self.assertEqual(self.goal()[0]["side"], "mentee")
        app.key("Control+z")
        self.toast(app, "Undone: Goal added")
        self.assertEqual(self.goal(), [])

    def test_move_a_step_by_keyboard(self):
        app = self.start_sample()
        self.open_tandem(app, "Bönisch")
        boxes = [box.name for box in app.find_all("check box", showing=False)]
        second = app.find("check box", boxes[1], showing=False).scroll_into_view()
        second.click()
        app.wait_idle()
        app.key("Alt+Up")
        app.wait_until(lambda: [b.name for b in app.find_all("check box", showing=False)][:2] == [boxes[1], boxes[0]],
                       "the steps to change places")

    def test_drag_a_step(self):
        app = self.start_sample()
        self.open_tandem(app, "Bönisch")
        boxes = [box.name for box in app.find_all("check box", showing=False)]
        first = app.find("label", boxes[0], showing=False).scroll_into_view()
        third = app.find("label", boxes[2], showing=False).scroll_into_view()
        third.drag_to(first)
        app.wait_until(lambda: [b.name for b in app.find_all("check box", showing=False)][:3]
                       == [boxes[2], boxes[0], boxes[1]], "the third step to come first")
