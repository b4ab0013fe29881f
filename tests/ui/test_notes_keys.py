# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes: what opens them, and what protects them."""

import re

from file_chooser import FileChooser
from notes_case import PASSPHRASE, NotesCase


class Keys(NotesCase):
    """The page that says what opens the notes and what protects them."""

    def open_keys(self, app):
        app.menu("Menu of the Notes", "Keys and Protection…")
        return app.window("Keys and Protection")

    def test_without_a_keyring_the_switch_goes_back(self):
        app = self.start_open()
        keys = self.open_keys(app)
        self.push_keyring_switch(app, keys, PASSPHRASE)
        app.find("label", "This computer has no keyring to keep the key in.")
        app.wait_until(lambda: "checked" not in keys.find("check box", "Login Keyring").states, "the switch to be off")

    def test_in_a_file_chooser_the_key_asks_for_a_path(self):
        app = self.start_open()
        app.menu("Menu of the Notes", "Restore a Backup…")
        FileChooser(app, "Restore a Backup").find_entry()
        app.key("Escape", "Escape")
        app.find("button", "New Note")

    def test_the_lock_comes_when_it_was_told(self):
        app = self.start_open()
        keys = self.open_keys(app)
        keys.find("spin button", "Minutes Without Typing or Pointing", showing=False).scroll_into_view()
        keys.find("spin button", "Minutes Without Typing or Pointing").fill("17")
        app.key("Return", "Escape")
        app.restart()
        app.key("Alt+4")
        self.unlock(app)
        app.find("button", "New Note")
        spin = self.open_keys(app).find("spin button", "Minutes Without Typing or Pointing", showing=False)
        self.assertEqual(spin.text, "17")

    def test_by_keyboard_alone(self):
        app = self.start_open()
        self.focus(app, "Menu of the Notes")
        app.key("space", "k")
        app.window("Keys and Protection")
        self.focus(app, "New Recovery Code")
        app.key("Return")
        dialog = app.window("New Recovery Code")
        app.type_text(PASSPHRASE)
        app.key("Return")
        code = dialog.find("label", re.compile("^[0-9A-Z]{4}-")).name.split("-")
        app.key("Return")
        first, second = dialog.find_all("entry", re.compile("^Group"))
        app.type_text(code[int(first.name.split()[1]) - 1])
        app.key("Tab")
        app.type_text(code[int(second.name.split()[1]) - 1])
        app.key("Return")
        app.find("label", re.compile("^The new recovery code is set"))
