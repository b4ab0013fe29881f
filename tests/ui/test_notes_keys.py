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

    def go_through(self, app, title, verb):
        """To a new code, for who knows the passphrase; returns the code."""
        dialog = app.window(title)
        dialog.find("entry", "Present Passphrase").fill("wrong")
        dialog.find("button", "Next").click()
        dialog.find("label", "This is not the right passphrase.")
        dialog.find("entry", "Present Passphrase").fill(PASSPHRASE)
        dialog.find("button", "Next").click()
        code = dialog.find("label", re.compile("^[0-9A-Z]{4}-")).name
        dialog.find("button", "Next").click()
        self.type_back(dialog, code)
        dialog.find("button", verb).click()
        return code

    def lock(self, app, keys):
        """Without a window manager nothing gives the keyboard back to the window below two dialogs."""
        keys.find("button", "Close").click()
        app.menu("Menu of the Notes", "Lock")

    def recover(self, app, code):
        app.find("button", "Use the Recovery Code…").click()
        app.find("entry", "Recovery code").fill(code)
        app.find("button", "Unlock").click()

    def test_another_passphrase(self):
        app = self.start_open()
        keys = self.open_keys(app)
        keys.find("list item", "Change the Passphrase").click()
        dialog = app.window("Change Passphrase")
        dialog.find("entry", "Present Passphrase").fill(PASSPHRASE)
        dialog.find("entry", "New Passphrase").fill("four new words here")
        dialog.find("entry", "Once More").fill("four new words here")
        dialog.find("button", "Change").click()
        app.find("label", "The new passphrase opens your notes.")
        self.lock(app, keys)
        self.unlock(app, "four new words here")
        app.find("button", "New Note")

    def enter_twice(self, dialog, passphrase):
        dialog.find("entry", "New Passphrase").fill(passphrase)
        dialog.find("entry", "Once More").fill(passphrase)

    def test_a_very_short_passphrase_asks_once_more(self):
        app = self.start_notes()
        app.find("button", "Set Up…").click()
        dialog = app.window("Set Up Private Notes")
        self.enter_twice(dialog, "anna")
        dialog.find("button", "Next").click()
        app.find("label", "Use Such a Short Passphrase?")
        app.find("button", "Choose Another").click()
        app.wait_gone("label", "Use Such a Short Passphrase?")
        self.assertEqual(dialog.find_all("button", "Print…"), [])
        dialog.find("button", "Next").click()
        app.find("button", "Use It Anyway").click()
        dialog.find("button", "Print…")

    def test_another_passphrase_that_is_very_short_asks_in_german(self):
        app = self.start_sample(language="de")
        app.key("Alt+4")
        self.set_up_in_german(app)
        app.menu("Menü der Notizen", "Schlüssel und Schutz …")
        app.window("Schlüssel und Schutz").find("list item", "Passphrase ändern").click()
        dialog = app.window("Passphrase ändern")
        dialog.find("entry", "Bisherige Passphrase").fill(PASSPHRASE)
        dialog.find("entry", "Neue Passphrase").fill("anna")
        dialog.find("entry", "Noch einmal").fill("anna")
        dialog.find("button", "Ändern").click()
        app.find("label", "Eine so kurze Passphrase verwenden?")
        app.find("button", "Trotzdem verwenden").click()
        app.find("label", "Die neue Passphrase öffnet jetzt die Notizen.")

    def test_a_new_recovery_code(self):
        app = self.start_notes()
        old = self.set_up(app)
        self.write(app, "First talk", "text")
        keys = self.open_keys(app)
        keys.find("list item", "New Recovery Code").click()
        new = self.go_through(app, "New Recovery Code", "Replace")
        keys.find("label", re.compile("^The new recovery code is set"))
        self.lock(app, keys)
        self.recover(app, old)
        app.find("label", "This is the recovery code of other notes, or an older one.")
        app.find("entry", "Recovery code").fill(new)
        app.find("button", "Unlock").click()
        app.window("Change Passphrase")

    def test_all_keys_are_renewed(self):
        app = self.start_open()
        self.write(app, "First talk", "text")
        keys = self.open_keys(app)
        keys.find("list item", "Renew All Keys").click()
        self.go_through(app, "Renew the Keys", "Renew")
        keys.find("label", "Every note is encrypted with new keys.")
        self.lock(app, keys)
        self.unlock(app)
        self.open_note(app, "First talk")
        self.assertEqual(self.text(app), "text")

    def test_without_a_keyring_the_switch_goes_back(self):
        app = self.start_open()
        keys = self.open_keys(app)
        self.push_keyring_switch(app, keys, PASSPHRASE)
        app.find("label", "This computer has no keyring to keep the key in.")
        app.wait_until(lambda: "checked" not in keys.find("check box", "Login Keyring").states, "the switch to be off")

    def test_the_keyring_asks_for_the_passphrase(self):
        app = self.start_open()
        keys = self.open_keys(app)
        self.push_keyring_switch(app, keys, "somebody passing by")
        app.find("label", "This is not the right passphrase.")
        app.key("Escape")
        app.wait_until(lambda: len(app.children) == 2, "the question to be closed")
        app.wait_until(lambda: "sensitive" in keys.find("check box", "Login Keyring").states, "the switch to be free")
        self.assertNotIn("checked", keys.find("check box", "Login Keyring").states)

    def test_the_question_about_the_keyring_in_german_at_360_pixels(self):
        app = self.start_sample(language="de")
        app.key("Alt+4")
        self.set_up_in_german(app)
        app.resize(360, 640)
        app.menu("Menü der Notizen", "Schlüssel und Schutz …")
        app.window("Schlüssel und Schutz").find("check box", "Schlüsselbund der Anmeldung").click()
        app.find("label", "Notizen mit dem Schlüsselbund der Anmeldung öffnen?")
        self.assertNotIn("sensitive", app.find("button", "Einschalten").states)

    def test_what_protects_the_notes(self):
        app = self.start_open()
        keys = self.open_keys(app)
        for title in ("The notes are encrypted", re.compile("disk|memory"), re.compile("^The folder"),
                      "Your login does not open the notes", re.compile("^While such aids are switched on"),
                      "What no program can prevent"):
            keys.find("label", title, showing=False)

    def test_what_protects_the_notes_in_german(self):
        app = self.start_sample(language="de", dark=True)
        app.key("Alt+4")
        self.set_up_in_german(app)
        app.menu("Menü der Notizen", "Schlüssel und Schutz …")
        keys = app.window("Schlüssel und Schutz")
        keys.find("label", "Vorleseprogramme und Ähnliches lesen, was zu sehen ist", showing=False)
        keys.find("label", "Was kein Programm verhindern kann", showing=False).scroll_into_view()

    def test_the_notes_lock_from_within_a_dialog(self):
        app = self.start_open()
        self.open_keys(app).find("list item", "New Recovery Code").click()
        app.window("New Recovery Code")
        app.key("Control+l")
        app.find("label", "Your Notes Are Locked")
        app.wait_until(lambda: len(app.children) == 1, "the dialogs to be closed")

    def test_the_notes_lock_from_within_a_question(self):
        app = self.start_open()
        keys = self.open_keys(app)
        keys.find("check box", "Login Keyring").click()
        app.find("label", "Open With the Login Keyring?")
        app.key("Control+l")
        app.find("label", "Your Notes Are Locked")
        app.wait_until(lambda: len(app.children) == 1, "the dialogs to be closed")

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
