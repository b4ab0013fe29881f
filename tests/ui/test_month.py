# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The meetings of a month by keyboard; see tests/app/test-month.c for the rest."""

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


class Keyboard(MonthCase):
    def test_from_day_to_day_and_to_the_meetings(self):
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

        app.key("Down", "Left", "Down")
        self.focus_is_on(app, "^Wednesday, 15 July 2026, 4 meetings$")
        app.key("Return")
        app.find("panel", re.compile("^Wednesday, 15 July 2026, 08:30 – 09:00"))
        app.key("Escape")
        self.focus_is_on(app, "^Wednesday, 15 July 2026, 4 meetings$")
        app.key("Down", "Tab")
        self.focus_is_on(app, "^Wednesday, 22 July 2026, 13:00")
        app.key("Return")
        self.shows(app, "Yasemin Mbekani learns from Hanne Ölschläger")

    def test_the_list_of_a_day_opens_a_meeting(self):
        app = self.open_month()
        self.tab_to_the_days(app)
        app.key("Right", "Return", "Down", "Return")
        self.shows(app, "Jörn Bönisch learns from Vikram Groß-Lüttmann")


class Narrow(MonthCase):
    def test_keyboard(self):
        app = self.open_month(size=(360, 560))
        self.tab_to_the_days(app)
        app.key("Right", "Return", "Down", "Return")
        self.shows(app, "Jörn Bönisch learns from Vikram Groß-Lüttmann")
