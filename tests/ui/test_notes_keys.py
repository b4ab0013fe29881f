# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes: a new recovery code by keyboard; see tests/app/test-notes-dialogs.c for the rest."""

import re

from notes_case import PASSPHRASE, NotesCase


class Keys(NotesCase):
    """The page that says what opens the notes and what protects them."""

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
