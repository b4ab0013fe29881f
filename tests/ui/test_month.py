# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The meetings of a month, by mouse and by keyboard; see tests/app/test-month.c for its looks and conflicts."""

import re

from programme_case import ProgrammeCase


class MonthCase(ProgrammeCase):
    def open_month(self, **changes):
        app = self.start_sample(**changes)
        app.key("Alt+3")
        app.find("button", "Month").click()
        app.wait_until(lambda: self.days(app), "the days")
        app.desktop.pointer.move(0, 0)       # away from the tooltip
        app.wait_idle()
        return app

    @staticmethod
    def days(app, name=None):
        return app.find_all("table cell", name)

    @staticmethod
    def shows(app, *labels):
        app.wait_until(lambda: set(labels) <= set(app.labels()), f"{labels}")

    def focus_is_on(self, app, name):
        def has_focus():
            return any("focused" in node.states for node in app.find_all(name=re.compile(name)))

        app.wait_until(has_focus, f"the focus on {name!r}")

    def tab_to_the_days(self, app):
        for _ in range(20):
            app.key("Tab")
            if any("focused" in day.states for day in self.days(app)):
                return
        self.fail("no day can be reached with Tab")


class Mouse(MonthCase):
    def test_open_a_meeting(self):
        app = self.open_month()
        self.shows(app, "July 2026")
        self.assertEqual(len(self.days(app)), 42)
        app.find("button", re.compile("^Wednesday, 22 July 2026, 13:00")).click()
        app.wait_until(lambda: "Yasemin Mbekani learns from Hanne Ölschläger" in app.labels(), "the tandem")

    def test_the_choice_is_remembered(self):
        app = self.open_month()
        app.restart()
        app.key("Alt+3")
        app.wait_until(lambda: self.days(app), "the days")

    def test_a_large_programme(self):
        self.path = self.make_sample(scale=20)
        app = self.start(self.path)
        app.key("Alt+3")
        app.find("button", "Month").click()
        app.wait_until(lambda: app.find_all("button", re.compile(r"^\+\d+ more$")), "more than there is room for")


class Keyboard(MonthCase):
    def test_from_day_to_day(self):
        app = self.open_month()
        self.tab_to_the_days(app)
        self.focus_is_on(app, "^Today, Tuesday, 14 July 2026, 2 meetings$")
        app.key("Right", "Down")
        self.focus_is_on(app, "^Wednesday, 22 July 2026, 1 meeting$")
        app.key("Home")
        self.focus_is_on(app, "^Sunday, 19 July")
        app.key("End")
        self.focus_is_on(app, "^Saturday, 25 July")
        app.key("Next")
        self.focus_is_on(app, "^Tuesday, 25 August")
        app.key("Prior", "Prior")
        self.focus_is_on(app, "^Thursday, 25 June")
        app.key("Down")
        self.focus_is_on(app, "^Thursday, 2 July")
        self.shows(app, "July 2026")

    def test_a_meeting_of_the_day(self):
        app = self.open_month()
        self.tab_to_the_days(app)
        app.key("Down", "Right", "Tab")
        self.focus_is_on(app, "^Wednesday, 22 July 2026, 13:00")
        app.key("Return")
        self.shows(app, "Yasemin Mbekani learns from Hanne Ölschläger")

    def test_the_list_of_the_day(self):
        app = self.open_month()
        self.tab_to_the_days(app)
        app.key("Right", "Return")
        app.find("panel", re.compile("^Wednesday, 15 July 2026, 08:30 – 09:00"))
        app.key("Escape")
        self.focus_is_on(app, "^Wednesday, 15 July 2026, 4 meetings$")
        app.key("Return", "Down", "Return")
        self.shows(app, "Jörn Bönisch learns from Vikram Groß-Lüttmann")

    def test_a_change_and_its_undoing(self):
        app = self.open_month()
        app.find("button", "Next Month").click()
        self.cancel(app)
        app.key("Alt+3")
        app.wait_gone("button", re.compile("The room is taken"))
        app.key("Control+z")
        app.find("button", re.compile("The room is taken: Ágnes Sanogoré"))

    @staticmethod
    def cancel(app):
        app.find("button", re.compile("The room is taken: Ágnes Sanogoré")).click()
        row = app.find("list item", re.compile("4 August 2026"), showing=False).scroll_into_view()
        row.find("button", "More About This Meeting").click()
        app.find("menu item", re.compile("Cancel Meeting")).click()


class Narrow(MonthCase):
    def test_keyboard(self):
        app = self.open_month(size=(360, 560))
        self.tab_to_the_days(app)
        app.key("Right", "Return", "Down", "Return")
        self.shows(app, "Jörn Bönisch learns from Vikram Groß-Lüttmann")
