# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The window by keyboard alone; see tests/app/test-looks.c for how it looks."""

from programme_case import ProgrammeCase


class Keyboard(ProgrammeCase):
    def test_find_open_tick_and_go_back(self):
        app = self.start_sample()
        app.key("Control+f")
        app.type_text("Bönisch")
        app.wait_until(lambda: len(self.cards(app)) == 1, "the tandem")
        app.key("Down", "Return")
        app.wait_until(lambda: "Jörn Bönisch learns from Vikram Groß-Lüttmann" in app.labels(), "its page")
        box = self.tab_to_check_box(app)
        before = "checked" in box.states
        app.key("space")
        app.wait_until(lambda: ("checked" in box.states) != before, "the tick")
        app.key("Alt+Left")
        app.wait_until(lambda: len(self.cards(app)) == 1, "the list")

    def tab_to_check_box(self, app):
        for _ in range(30):
            app.key("Tab")
            focused = [b for b in app.find_all("check box") if "focused" in b.states]
            if focused:
                return focused[0]
        self.fail("no check box can be reached with Tab")
