# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The same window in another language, by keyboard, and on a file that cannot be written; see tests/app/test-looks.c."""

import fcntl

from programme_case import ProgrammeCase


class German(ProgrammeCase):
    def test_tick_and_undo(self):
        app = self.start_sample(language="de")
        self.open_tandem(app, "Bönisch", "Tandems suchen")
        box = [b for b in app.find_all("check box", showing=False) if "checked" not in b.states][0]
        box.scroll_into_view().click()
        app.wait_until(lambda: "checked" in box.states, "der Haken")
        app.key("Control+z")
        app.wait_until(lambda: "checked" not in box.states, "kein Haken")


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


class ReadOnly(ProgrammeCase):
    def test_a_file_that_another_program_writes(self):
        self.path = self.make_sample()
        with open(self.path, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            app = self.start(self.path)
            app.wait_until(lambda: any("only be read" in label for label in app.labels()), "why it is read-only")
            self.open_tandem(app, "Bönisch")
            boxes = app.find_all("check box", showing=False)
            self.assertTrue(boxes)
            self.assertFalse([b for b in boxes if "sensitive" in b.states])
            self.assertFalse(app.find_all("entry", "Add a goal", showing=True))
            self.assertFalse(app.find_all("button", "More", showing=False), "a menu in which nothing can be used")
