# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Goals that go to somebody else as a calendar file, and come back."""

from programme_case import ProgrammeCase

FOREIGN = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Tasks//EN
BEGIN:VTODO
UID:task-1@example.com
SUMMARY:Podcasts & <b>radio</b>
STATUS:IN-PROCESS
END:VTODO
BEGIN:VTODO
UID:task-2@example.com
SUMMARY:Listen to one
RELATED-TO:task-1@example.com
STATUS:COMPLETED
END:VTODO
END:VCALENDAR
"""


class GoalSharing(ProgrammeCase):
    MENTEE = "Bönisch"

    def _check_application(self, app):
        """The picture is taken by now: what is open over the window closes first."""
        while app.is_running and len([child for child in app.children if child.name]) > 1:
            before = len(app.children)
            app.key("Escape")
            app.wait_until(lambda: len(app.children) < before, "the dialog to close")
        super()._check_application(app)

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

    def write(self, text):
        path = self.make_folder() / "tasks.ics"
        path.write_bytes(text.replace("\n", "\r\n").encode())
        return path

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

    def test_what_changes_is_shown_first(self):
        app = self.start_sample()
        self.open_tandem(app, self.MENTEE)
        path = self.share_first(app)
        goal = next(goal for goal in self.goals(self.path) if goal["uid"] in path.read_text())
        lines = path.read_bytes().decode().replace("\r\n ", "").split("\r\n")
        start = lines.index(f"UID:{goal['uid']}")
        title = next(i for i in range(start, len(lines)) if lines[i].startswith("SUMMARY:"))
        lines[title] = "SUMMARY:Better words"
        path.write_bytes("\r\n".join(lines).encode())
        dialog = self.open_file(app, path)
        self.assertIn("1 goal from Jörn Bönisch: 1 changed", dialog.labels())
        self.assertTrue(any("becomes “Better words”" in label for label in dialog.labels()), dialog.labels())
        self.assertIn(goal, self.goals(self.path))
        dialog.find("button", "Take Over").click()
        app.wait_until(lambda: "Goals taken over" in dialog.labels(), "the goal to be taken over")
        self.assertIn("Better words", [goal["title"] for goal in self.goals(self.path)])

    def test_nothing_new(self):
        app = self.start_sample()
        self.open_tandem(app, self.MENTEE)
        dialog = self.open_file(app, self.share_first(app))
        self.assertIn("1 goal from Jörn Bönisch: nothing new", dialog.labels())
        self.assertEqual(dialog.find_all("button", "Take Over"), [])

    def test_the_user_names_the_tandem(self):
        app = self.start_sample()
        before = self.goals(self.path)
        dialog = self.open_file(app, self.write(FOREIGN))
        self.assertIn("1 goal. For which tandem?", dialog.labels())
        self.assertEqual(dialog.find_all("button", "Take Over"), [])
        dialog.find("list item", "Tandem").click()
        app.find("entry", "Search")
        app.type_text("Bönisch")
        app.key("Return")
        app.wait_until(lambda: "1 goal: 1 new" in dialog.labels(), "what would change")
        dialog.find("button", "Take Over").click()
        app.wait_until(lambda: "Goals taken over" in dialog.labels(), "the goal to be taken over")
        added = [goal for goal in self.goals(self.path) if goal not in before]
        self.assertEqual([(goal["title"], goal["side"], goal["state"]) for goal in added],
                         [("Podcasts & <b>radio</b>", "joint", "in_progress")])
