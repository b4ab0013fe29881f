# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The same window in another language, size, style, by keyboard, and on a file that cannot be written."""

import fcntl

from programme_case import ProgrammeCase


class German(ProgrammeCase):
    def test_pages(self):
        app = self.start_sample(language="de")
        app.wait_until(lambda: "21 Tandems" in app.labels(), "die Tandems")
        app.key("Alt+2")
        app.wait_until(lambda: "96 Personen" in app.labels(), "die Personen")
        app.key("Alt+3")
        app.wait_until(lambda: "Morgen" in app.labels(), "die Treffen")

    def test_tandem(self):
        app = self.start_sample(language="de")
        self.open_tandem(app, "Bönisch", "Tandems suchen")
        app.wait_until(lambda: "Jörn Bönisch lernt von Vikram Groß-Lüttmann" in app.labels(), "das Tandem")

    def test_tick_and_undo(self):
        app = self.start_sample(language="de")
        self.open_tandem(app, "Bönisch", "Tandems suchen")
        box = [b for b in app.find_all("check box", showing=False) if "checked" not in b.states][0]
        box.scroll_into_view().click()
        app.wait_until(lambda: "checked" in box.states, "der Haken")
        app.key("Control+z")
        app.wait_until(lambda: "checked" not in box.states, "kein Haken")

    def test_narrow_dark_large(self):
        app = self.start_sample(language="de", size=(360, 560), dark=True, text_scale=2)
        self.assertEqual(app.size, (360, 560))


class Narrow(ProgrammeCase):
    def test_tandems(self):
        app = self.start_sample(size=(360, 560))
        self.assertEqual(app.size, (360, 560))
        app.wait_until(lambda: len(self.cards(app)) >= 2, "the cards below one another")

    def test_sidebar_and_back(self):
        app = self.start_sample(size=(360, 560))
        app.find("button", "Overview").click()
        app.find("list item", "People").click()
        app.wait_until(lambda: "96 people" in app.labels(), "the people")
        self.assertEqual(app.size, (360, 560))

    def test_tandem(self):
        app = self.start_sample(size=(360, 560))
        self.cards(app)[0].click()
        app.find("button", "Back")
        self.assertEqual(app.size, (360, 560))

    def test_meetings(self):
        app = self.start_sample(size=(360, 560))
        app.key("Alt+3")
        app.wait_idle()
        self.assertEqual(app.size, (360, 560))


class Dark(ProgrammeCase):
    def test_tandems(self):
        app = self.start_sample(dark=True)
        app.wait_until(lambda: len(self.cards(app)) > 3, "the cards")

    def test_tandem(self):
        app = self.start_sample(dark=True)
        self.open_tandem(app, "Bönisch")
        app.wait_until(lambda: app.find_all("check box"), "the goals")


class LargeText(ProgrammeCase):
    def test_tandems(self):
        app = self.start_sample(text_scale=2)
        app.wait_until(lambda: len(self.cards(app)) > 1, "the cards")

    def test_tandem(self):
        app = self.start_sample(text_scale=2)
        self.open_tandem(app, "Bönisch")
        app.find("button", "Back")


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
