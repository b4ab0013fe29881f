# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Every shortcut and every menu item is used once, in both languages: none may stop the program.

What each of them does is the subject of other tests.  The names stand here in English; the German window is read with the
program's own translations.
"""

import gettext
import importlib.util
import os
import re
import sys
from pathlib import Path

from notes_case import NotesCase
from visibility import ask_states

TESTS = Path(__file__).resolve().parent.parent
LEAVING = {"app.quit", "window.close"}


def load_check():
    """check-names.py knows the table of shortcuts."""
    sys.path.insert(0, str(TESTS))
    spec = importlib.util.spec_from_file_location("check_names", TESTS / "check-names.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shortcuts():
    """{keys as the driver presses them: action}."""
    check = load_check()
    table = check.shortcut_keys(check.sources(TESTS.parent))
    return {re.sub("<(.*?)>", lambda held: held[1].title() + "+", key).replace("left", "Left").replace("f1", "F1"): action
            for key, action in table.items()}


class Everything:
    """The tests of one language."""

    def word(self, english):
        """What the window of this language says for it."""
        if self.language == "en":
            return english.replace("_", "")
        words = gettext.translation("tandem", os.environ["TANDEM_LOCALEDIR"], [self.language])
        translated = words.gettext(english)
        self.assertNotEqual(translated, english, "not translated")
        return translated.replace("_", "")

    def start_here(self):
        app = self.start_sample(self.language, size=(1100, 760))
        self.opened = set()
        return app

    # Going to places

    def go_to_tandem(self, app):
        app.key("Alt+1")
        cards = app.wait_until(lambda: self.cards(app), "tandems")
        if len(cards) > 1:
            self.open_tandem(app, "Bönisch", self.word("Search tandems"))
        else:
            cards[0].click()
        app.find("button", self.word("Menu of the Tandem"))

    def settle(self, app):
        """Close whatever has opened, and note what it was."""
        app.wait_idle()
        for _ in range(6):
            windows = app.children
            if len(windows) == 1 and not self.is_menu_open(app):
                return
            self.opened |= {window.name for window in windows[1:]}
            app.key("Escape")
            app.wait_idle()
        self.fail(f"still open: {[window.name for window in app.children]}")

    @staticmethod
    def is_menu_open(app):
        """A menu has an X window above all others; so has a tooltip."""
        return any(window.is_popup for window in app.windows.all()) and app.find_all("menu item")

    def items(self, app):
        items = app.find_all("menu item")
        return [item for item, states in zip(items, ask_states(items)) if "sensitive" in states]

    def press_all(self, app, go, name, index=0):
        """Click through a menu, coming anew to it for each item; returns how many there were."""
        pressed = set()
        while True:
            go(app)
            self.menu_button(app, name, index).click()
            items = app.wait_until(lambda: self.items(app), f"the menu of {name!r} after {pressed}")
            waiting = next((item for item in items if item.name not in pressed), None)
            if waiting is None:
                self.settle(app)
                return len(pressed)
            pressed.add(waiting.name)
            waiting.click()
            self.settle(app)
            app.key("Control+z")

    def menu_button(self, app, name, index):
        """The part of a menu button that takes the keyboard, and clicks."""
        def look(showing):
            buttons = app.find_all("button", self.word(name), showing=showing)
            return [button for button in buttons if "focusable" in button.states][index:]

        if found := look(True):
            return found[0]
        return look(False)[0].scroll_into_view()

    # The tests

    def test_shortcuts_on_every_page(self):
        app = self.start_here()
        self.go_to_tandem(app)
        self.press_shortcuts(app)
        for page in ("Alt+1", "Alt+2", "Alt+3", "Alt+4"):
            self.press_shortcuts(app, page)

    def test_shortcuts_on_the_first_page(self):
        app = self.start(language=self.language)
        self.opened = set()
        self.press_shortcuts(app)

    def press_shortcuts(self, app, *first):
        """All of them but those that leave the program, each after going to the page with other keys."""
        keys = [key for key, action in shortcuts().items() if action not in LEAVING]
        self.assertGreater(len(keys), 20)
        self.opened.clear()
        for key in keys:
            app.key(*first, key)
            self.settle(app)
        self.assertIn("GtkShortcutsWindow", self.opened)

    def test_shortcut_that_quits(self):
        app = self.start_here()
        app.desktop.keyboard.press("Control+q")
        self.assertEqual(app.process.wait(20), 0)

    def test_main_menu(self):
        """Every page with a main menu shows the same one; its items are about the window, not the page."""
        app = self.start_here()
        self.assertGreaterEqual(self.press_all(app, lambda app: app.key("Alt+1"), "Main Menu"), 10)
        for key in ("Alt+2", "Alt+3"):
            app.key(key)
            self.menu_button(app, "Main Menu", 0).click()
            app.find("menu item", self.word("_Keyboard Shortcuts")).click()
            self.settle(app)
        self.assertIn("GtkShortcutsWindow", self.opened)

    def test_menu_of_a_tandem(self):
        app = self.start_here()
        self.assertGreaterEqual(self.press_all(app, self.go_to_tandem, "Menu of the Tandem"), 6)

    def test_menus_of_goals_and_meetings(self):
        app = self.start_here()
        for index in range(2):
            self.assertGreaterEqual(self.press_all(app, self.go_to_tandem, "More", index), 3)
        self.assertGreaterEqual(self.press_all(app, self.go_to_tandem, "More About This Meeting"), 1)

    def test_what_cannot_be_used_is_not_offered(self):
        """But what is the same in all menus of a window"""
        app = self.start_here()
        self.go_to_tandem(app)
        always = {self.word("_Undo"), self.word("Re_do")}
        self.assertLessEqual(self.names_without_use(app, "Menu of the Tandem"), always)
        app.key("Escape")
        self.menu_button(app, "More About This Meeting", 0).click()
        app.find("menu item", self.word("_Not Recorded After All"))
        names = [item.name for item in app.find_all("menu item")]
        self.assertNotIn(self.word("Answer of the _Mentee"), names)
        self.assertNotIn(self.word("Answer of the M_entor"), names)

    def test_the_first_goal_cannot_be_moved_up(self):
        app = self.start_here()
        self.go_to_tandem(app)
        self.menu_button(app, "More", 0).click()
        app.find("menu item", self.word("Rename"))
        names = [item.name for item in app.find_all("menu item")]
        self.assertNotIn(self.word("Move Up"), names)

    def names_without_use(self, app, menu):
        self.menu_button(app, menu, 0).click()
        app.wait_until(lambda: app.find_all("menu item"), f"the menu of {menu!r}")
        return {item.name for item in app.find_all("menu item") if "sensitive" not in item.states}

    def test_shortcuts_begin_with_what_is_general(self):
        app = self.start_here()
        app.key("F1")
        app.wait_until(lambda: len(app.children) == 2, "the shortcuts")
        shown = app.children[1].labels()
        for group in ("Pages", "Meetings in the month"):
            self.assertLess(shown.index(self.word("General")), shown.index(self.word(group)))

    def test_menu_of_the_notes(self):
        app = self.start_here()
        app.key("Alt+4")
        if self.language == "en":
            self.set_up(app)
        else:
            self.set_up_in_german(app)
        self.assertGreaterEqual(self.press_all(app, lambda app: app.key("Alt+4"), "Menu of the Notes"), 4)


class English(Everything, NotesCase):
    language = "en"


class German(Everything, NotesCase):
    language = "de"
