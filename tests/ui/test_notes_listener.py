# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes while assistive technologies are on: what every program on their bus gets to know of a passphrase."""

import re

from listener import Listener, ask_for_text
from notes_case import PASSPHRASE, NotesCase

NEXT = "vier neue Wörter hier"


class Listening(NotesCase):
    def test_setting_up_and_what_is_shown_on_the_screen(self):
        app = self.start_notes()
        app.find("button", "Set Up…").click()
        dialog = app.window("Set Up Private Notes")
        heard = Listener(self, app)
        for name in ("New Passphrase", "Once More"):
            entry = dialog.find("entry", name).fill(PASSPHRASE)
            self.assertEqual(set(ask_for_text(entry)) & set("qXhbty"), set())
        heard.expect_dots(PASSPHRASE, PASSPHRASE)
        self.show_and_hide(app, dialog)
        dialog.find("entry", "New Passphrase").fill(PASSPHRASE)
        dialog.find("button", "Next").click()
        dialog.find("label", re.compile("^[0-9A-Z]{4}-"))

    def show_and_hide(self, app, dialog):
        entry = dialog.find("entry", "New Passphrase")
        eye = dialog.find("button", "Show or Hide What Is Typed", index=0).click()
        app.wait_until(lambda: entry.text == PASSPHRASE, "the passphrase to be shown")
        entry.click()
        app.key("End")
        app.type_text("s")
        app.wait_until(lambda: entry.text == f"{PASSPHRASE}s", "the passphrase to be shown")
        eye.click()
        app.wait_until(lambda: entry.text == "●" * (len(PASSPHRASE) + 1), "the passphrase to be hidden")
        self.assertEqual(set(ask_for_text(entry)) & set("qXhbty"), set())

    def test_what_is_typed_elsewhere_is_told_and_no_passphrase(self):
        app = self.start_open()
        self.write_while_heard(app)
        self.unlock_while_heard(app)
        self.export_while_heard(app)
        self.restore_while_heard(app)
        self.change_passphrase_while_heard(app)

    def write_while_heard(self, app):
        heard = Listener(self, app)
        app.find("button", "New Note").click()
        app.type_text("First talk")
        heard.wait_for_keys(10)
        self.assertEqual("".join(text for kind, text in heard.changes() if kind == "insert"), "First talk")
        self.assertIn("First talk", ask_for_text(app.find("entry", "Title")))

    def unlock_while_heard(self, app):
        app.key("Control+l")
        heard = Listener(self, app)
        entry = app.find("entry", "Passphrase").fill("wrong")
        self.assertEqual(set(ask_for_text(entry)) & set("wrong"), set())
        app.find("button", "Unlock").click()
        app.find("label", "This is not the right passphrase.")
        self.unlock(app)
        app.find("button", "New Note")
        # The note that was open is open again.
        heard.expect_dots("wrong", PASSPHRASE, shown="First talk")

    def export_while_heard(self, app):
        app.menu("Menu of the Notes", "Export as Text…")
        app.find("label", "Export the Notes?")
        heard = Listener(self, app)
        app.find("entry", "Passphrase").fill("wrong")
        app.find("button", "Export…").click()
        app.find("label", "This is not the right passphrase.")
        app.find("entry", "Passphrase").fill(PASSPHRASE)
        app.find("button", "Export…").click()
        app.window("Export the Notes")
        heard.expect_dots("wrong", PASSPHRASE)
        app.key("Escape")
        app.wait_until(lambda: len(app.children) == 1, "the file chooser to be closed")

    def restore_while_heard(self, app):
        path = self.make_folder() / "notes.vault"
        app.menu("Menu of the Notes", "Back Up the Notes…")
        app.choose_file("Back Up the Notes", path, "Save")
        app.wait_until(path.exists, "the backup")
        app.menu("Menu of the Notes", "Restore a Backup…")
        app.choose_file("Restore a Backup", path, "Open")
        dialog = app.window("Restore a Backup")
        heard = Listener(self, app)
        dialog.find("entry", "Passphrase or Recovery Code").fill(PASSPHRASE)
        dialog.find("button", "Restore").click()
        self.toast(app, "0 notes were added")
        heard.expect_dots(PASSPHRASE)

    def change_passphrase_while_heard(self, app):
        app.menu("Menu of the Notes", "Keys and Protection…")
        keys = app.window("Keys and Protection")
        keys.find("list item", "Change the Passphrase").click()
        dialog = app.window("Change Passphrase")
        heard = Listener(self, app)
        dialog.find("entry", "Present Passphrase").fill(PASSPHRASE)
        for name in ("New Passphrase", "Once More"):
            dialog.find("entry", name).fill(NEXT)
        dialog.find("button", "Change").click()
        app.find("label", "The new passphrase opens your notes.")
        heard.expect_dots(PASSPHRASE, NEXT, NEXT)
        keys.find("button", "Close").click()
        app.menu("Menu of the Notes", "Lock")
        self.unlock(app, NEXT)
        app.find("button", "New Note")
