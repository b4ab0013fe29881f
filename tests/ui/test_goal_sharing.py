# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Goals that go to somebody else as a calendar file; see tests/app/test-goals-shared.c for how they come back."""

from programme_case import ProgrammeCase


class GoalSharing(ProgrammeCase):
    MENTEE = "Bönisch"

    def goals(self, path):
        """The goals of the tandem."""
        pair = next(p["uid"] for p in self.listed(path, "pairs") if self.MENTEE in p["mentee"]["name"]
                    and p["state"] == "active")
        return [goal for goal in self.listed(path, "goals") if goal["pair"] == pair]

    def share_first(self, app):
        """By keyboard alone: tick the first goal, and save it."""
        out = self.make_folder() / "goals.ics"
        app.menu("Menu of the Tandem", "Share Goals…")
        dialog = app.window("Share Goals")
        app.key("space")
        app.wait_until(lambda: "1 goal ticked" in dialog.labels(), "one goal to be ticked")
        app.key("Alt+s")
        app.choose_file("Save Goals", out, "Save")
        self.toast(app, "1 goal saved")
        return out

    def open_file(self, app, path):
        app.key("Control+Shift+o")
        app.choose_file("Open Received Messages", path, "Open")
        return app.window("Goals")

    def test_only_what_is_ticked_by_keyboard(self):
        app = self.start_sample()
        self.open_tandem(app, self.MENTEE)
        goals = self.goals(self.path)
        text = self.share_first(app).read_text().replace("\r\n ", "")
        shared = [goal for goal in goals if goal["uid"] in text]
        self.assertEqual(len(shared), 1)
        self.assertGreater(len(goals), 1)
        for goal in goals:
            title = goal["title"].replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
            self.assertEqual(f"SUMMARY:{title}" in text, goal in shared, title)
        uids = [line[4:] for line in text.splitlines() if line.startswith("UID:")]
        self.assertEqual(len(uids), text.count("BEGIN:VTODO"))
        self.assertEqual(text.count(f"RELATED-TO;RELTYPE=PARENT:{shared[0]['uid']}"), len(uids) - 1)

    def add_goal(self, app, title):
        app.find("entry", "Add a goal", showing=False).scroll_into_view().click()
        app.type_text(title + "\n")
        app.wait_until(lambda: title in [goal["title"] for goal in self.goals(self.path)], "the goal to be kept")

    def share(self, app, title):
        """Tick the goal with this title, and save it."""
        out = self.make_folder() / "goals.ics"
        app.menu("Menu of the Tandem", "Share Goals…")
        dialog = app.window("Share Goals")
        dialog.find("check box", title, showing=False).scroll_into_view().click()
        dialog.find("button", "Save…").click()
        app.choose_file("Save Goals", out, "Save")
        self.toast(app, "1 goal saved")
        return out

    def test_into_another_programme(self):
        other = self.make_sample()
        app = self.start_sample()
        self.open_tandem(app, self.MENTEE)
        self.add_goal(app, "Interview somebody & write")
        path = self.share(app, "Interview somebody & write")
        app.close()
        before = self.goals(other)
        app = self.start(other)
        dialog = self.open_file(app, path)
        self.assertIn("1 goal from Jörn Bönisch: 1 new", dialog.labels())
        dialog.find("button", "Take Over").click()
        app.wait_until(lambda: "Goals taken over" in dialog.labels(), "the goal to be taken over")
        added = [goal for goal in self.goals(other) if goal not in before]
        self.assertIn(added[0]["uid"], path.read_text())
        self.assertEqual([(goal["title"], goal["side"]) for goal in added], [("Interview somebody & write", "mentee")])
        app.key("Escape")
        app.wait_until(lambda: len(app.children) == 1, "the dialog to be closed")
        app.key("Control+z")
        self.toast(app, "Undone: Goals taken over")
        self.assertEqual(self.goals(other), before)
