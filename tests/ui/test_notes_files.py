# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes as files: what is remembered of them, and by keyboard; see also tests/app/test-notes-elsewhere.c."""

import pathlib
import re

from notes_case import PASSPHRASE, NotesCase


class Files(NotesCase):
    def back_up(self, app):
        path = self.make_folder() / "notes.vault"
        app.menu("Menu of the Notes", "Back Up the Notes…")
        app.choose_file("Back Up the Notes", path, "Save")
        self.toast(app, "The notes were backed up. The copy opens with your passphrase.")
        return path

    def choose_backup(self, app, path, secret=PASSPHRASE):
        app.menu("Menu of the Notes", "Restore a Backup…")
        app.choose_file("Restore a Backup", path, "Open")
        dialog = app.window("Restore a Backup")
        dialog.find("entry", "Passphrase or Recovery Code").fill(secret)
        return dialog

    def open_with_backup(self):
        """One note in the backup, another one written later."""
        app = self.start_open()
        self.write(app, "First talk", "text")
        path = self.back_up(app)
        self.write(app, "Later talk", "text")
        return app, path

    def recent_files(self, app):
        path = pathlib.Path(app.desktop.env["XDG_DATA_HOME"]) / "recently-used.xbel"
        return path.read_text() if path.exists() else ""

    def test_backups_are_not_among_the_recent_files(self):
        """Something else is, so that it is known to be written."""
        app = self.start_open()
        self.write(app, "First talk", "text")
        path = self.back_up(app)
        self.choose_backup(app, path).find("button", "Cancel").click()
        self.row(app, "First talk").click()
        app.key("Control+o")
        app.choose_file("Open Programme", self.path, "Open")
        app.wait_until(lambda: self.path.name in self.recent_files(app), "the programme to be among the recent files")
        app.wait_until(lambda: path.name not in self.recent_files(app), "the backup to be forgotten")

    def test_a_code_that_is_printed_to_a_file_is_there_in_clear(self):
        app = self.start_notes()
        path = self.make_folder() / "code.pdf"
        app.find("button", "Set Up…").click()
        dialog = app.window("Set Up Private Notes")
        dialog.find("entry", "New Passphrase").fill(PASSPHRASE)
        dialog.find("entry", "Once More").fill(PASSPHRASE)
        dialog.find("button", "Next").click()
        dialog.find("button", "Print…").click()
        printing = app.window("Print")
        printing.find("label", "Print to File").click()
        printing.find("label", re.compile("output[.]pdf$")).click()
        app.choose_file("Select a filename", path, re.compile("^(Select|Save)$"))      # older and newer GTK
        printing.find("button", "Print").click()
        app.find("label", "The Code Is in a File Now")
        app.find("label", re.compile(f"^The code stands in clear in {path}"))
        self.assertTrue(path.read_bytes().startswith(b"%PDF"))
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        app.find("button", "Close", index=-1).click()
        app.wait_until(lambda: path.name not in self.recent_files(app), "the file to be forgotten")

    def test_exported_in_german_by_keyboard_alone(self):
        app = self.start_sample(language="de")
        app.key("Alt+4")
        self.set_up_in_german(app)
        app.key("Control+Alt+n")
        app.find("entry", "Titel")
        app.type_text("Unter uns")
        app.key("Return")
        app.type_text("Was wir sagten")
        path = self.make_folder() / "notizen.md"
        self.focus(app, "Menü der Notizen")
        app.key("space", "t")
        app.find("label", "Notizen exportieren?")
        app.type_text(PASSPHRASE)
        app.key("Return")
        app.choose_file("Notizen exportieren", path, "Speichern")
        self.toast(app, "Die Notizen wurden exportiert. Wer die Datei bekommt, kann sie lesen.")
        self.assertRegex(path.read_text(), "^# Unter uns\n\n[*]2026-07-14 11:00[*]\n\nWas wir sagten\n$")

    def test_restored_and_destroyed_by_keyboard_alone(self):
        app, path = self.open_with_backup()
        self.focus(app, "Menu of the Notes")
        app.key("space", "r")
        app.choose_file("Restore a Backup", path, "Open")
        app.window("Restore a Backup")
        app.type_text(PASSPHRASE)
        app.key("Return")
        self.toast(app, "0 notes were added")
        self.focus(app, "Menu of the Notes")
        app.key("space", "d")
        app.find("label", "Destroy All Notes?")
        app.type_text("destroy")
        app.key("Return")
        app.find("button", "Set Up…")
