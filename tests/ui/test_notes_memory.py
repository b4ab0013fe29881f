# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes that are locked: what a program finds that reads the memory of Tandem.

    TANDEM_SESSIONS=30 tests/ui/run.py -k MadeUpSession

tries 30 orders of actions instead of a few.
"""

import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

from memory import count_copies, find_keys
from notes_case import PASSPHRASE, NotesCase

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "vault"))

from read_vault import recovery_bytes

CODE = re.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){6}")
MARKER = "Zwetschgenknödel"
NEXT_DAY = {"TANDEM_NOW": "2026-07-15T09:00:00Z"}
SESSIONS = int(os.environ.get("TANDEM_SESSIONS", "2"))
ACTIONS = 7


class MemoryCase(NotesCase):
    """What a test knows that looks for secrets: files whose keys are looked for, and texts."""

    real_keys = True

    def setUp(self):
        super().setUp()
        self.states = self.make_folder()
        self.texts = {MARKER, PASSPHRASE}
        self.passphrase = PASSPHRASE

    def keep_file(self, app):
        """From now on the keys that the file has at this moment are looked for too."""
        path, = pathlib.Path(app.desktop.env["HOME"]).rglob("notes.vault")
        number = len(list(self.states.iterdir()))
        shutil.copy(path, self.states / f"{number:03}.vault")

    def assert_nothing_left(self, app, story):
        self.assert_no_text_left(app, story)
        self.assertEqual(find_keys(app.pid, sorted(self.states.iterdir())), [], story)

    def assert_no_text_left(self, app, story):
        app.find("label", "Your Notes Are Locked")
        app.wait_idle()
        secrets = [*self.texts, *(recovery_bytes(text) for text in self.texts if CODE.fullmatch(text))]
        self.assertGreater(len(secrets), len(self.texts))
        self.assertEqual(count_copies(app.pid, *secrets), dict.fromkeys(secrets, 0), story)

    def start_with_note(self):
        app = self.start_notes()
        self.texts.add(self.set_up(app))
        self.write(app, MARKER, f"{MARKER} and what was said")
        return app

    def start_next_day(self):
        """What was written the day before is an earlier version as soon as anything is changed."""
        self.assertEqual(self.start_with_note().close(), 0)
        app = self.start(self.path, env=NEXT_DAY)
        app.key("Alt+4")
        self.unlock(app)
        self.open_note(app, MARKER)
        return app

    def body(self, app):
        return app.find("entry", "Text of the Note")

    def drag_first_word(self, app):
        """Drag the first word of the text behind the others."""
        body = self.body(app).click()
        app.key("Control+Home", "Control+Shift+Right")
        _, x, y = body.place_on_screen()
        left, top = x - body.extents[2] / 2, y - body.extents[3] / 2
        app.desktop.pointer.drag((left + 30, top + 10), (left + 230, top + 10))
        app.wait_idle()


class Copies(MemoryCase):
    """A text is copied in every way that there is; after each of them the notes are locked."""

    def lock_and_look_after(self, app, ways):
        """Each way begins with the note as it was at first; keys do not depend on it."""
        self.keep_file(app)
        for way in ways:
            if app.find_all("entry", "Passphrase"):
                self.unlock(app)
                self.open_note(app, MARKER)
            self.body(app).fill(f"{MARKER} and what was said")
            way(app)
            app.key("Control+l")
            self.assert_no_text_left(app, way.__name__)
        self.assert_nothing_left(app, "after all ways")

    def expect_markers(self, app, number):
        app.wait_until(lambda: self.text(app).count(MARKER) == number, f"{number} times what is copied")

    def test_within_the_window(self):
        app = self.start_next_day()
        self.keep_file(app)
        self.expect_everything_while_open(app)
        self.lock_and_look_after(app, (self.copy, self.cut, self.copy_from_the_menu, self.paste_by_the_middle_button,
                                       self.copy_the_title, self.copy_from_an_earlier_version, self.drag))

    def expect_everything_while_open(self, app):
        """What looks for keys and texts finds those that are there."""
        found = find_keys(app.pid, self.states.iterdir())
        for key in ("vault key", "note key", "manifest key"):
            self.assertIn(key, found)
        self.assertGreater(count_copies(app.pid, MARKER)[MARKER], 3)

    def copy(self, app):
        app.key("Control+a", "Control+c", "Control+End", "Control+v")
        self.expect_markers(app, 2)

    def cut(self, app):
        app.key("Control+a", "Control+x")
        self.assertEqual(self.text(app), "")
        app.key("Control+v")
        self.expect_markers(app, 1)

    def copy_from_the_menu(self, app):
        app.key("Control+a", "Shift+F10")
        app.find("menu item", "Copy").click()
        app.key("Control+End", "Control+v")
        self.expect_markers(app, 2)

    def paste_by_the_middle_button(self, app):
        app.key("Control+a")
        app.desktop.pointer.click(*self.body(app).place_on_screen()[1:], button=2)
        self.expect_markers(app, 2)

    def drag(self, app):
        self.drag_first_word(app)
        self.assertEqual(self.text(app).count(MARKER), 1)
        self.assertFalse(self.text(app).startswith(MARKER))

    def copy_the_title(self, app):
        app.find("entry", "Title").click()
        app.key("Control+a", "Control+c", "Control+x", "Control+v")
        self.assertEqual(app.find("entry", "Title").text, MARKER)

    def copy_from_an_earlier_version(self, app):
        app.wait_until(lambda: "Saved 11:00" in app.labels(), "the note to be saved")
        app.find("button", "Earlier Versions").click()
        dialog = app.window("Earlier Versions")
        dialog.find("list item", re.compile("14 Jul")).click()
        dialog.find("entry", "Text of the Note").click()
        app.key("Control+a", "Control+c")

    def test_from_and_to_another_program(self):
        app = self.start_with_note()
        self.lock_and_look_after(app, (self.paste_what_was_copied_elsewhere, self.paste_what_is_selected_elsewhere,
                                       self.paste_elsewhere))

    def offer(self, app, selection):
        """Another program in which a text was copied or selected"""
        other = subprocess.Popen(["xclip", "-selection", selection, "-quiet"], stdin=subprocess.PIPE,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=app.desktop.env)
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        other.stdin.write(f" {MARKER} from elsewhere".encode())
        other.stdin.close()

    def paste_what_was_copied_elsewhere(self, app):
        self.offer(app, "clipboard")
        app.key("Control+End")
        app.wait_until(lambda: app.key("Control+v") or "from elsewhere" in self.text(app),
                       "the text of the other program")

    def paste_what_is_selected_elsewhere(self, app):
        self.offer(app, "primary")
        place = self.body(app).place_on_screen()[1:]
        app.wait_until(lambda: app.desktop.pointer.click(*place, button=2) or "from elsewhere" in self.text(app),
                       "the text of the other program")

    def paste_elsewhere(self, app):
        app.key("Control+a", "Control+c")
        pasted = subprocess.run(["xclip", "-o", "-selection", "clipboard"], env=app.desktop.env, timeout=10,
                                capture_output=True, check=True).stdout.decode()
        self.assertEqual(pasted, f"{MARKER} and what was said")


class MadeUpSession(MemoryCase):
    """Somebody works with notes in an order that nobody thought of, then they are locked."""

    def play(self, seed):
        self.random = random.Random(seed)
        self.number, self.backup, self.keyring = 0, None, None
        app = self.start_next_day() if seed % 3 == 0 else self.start_with_note()
        lock = self.LOCKS[seed % len(self.LOCKS)]
        story = [f"session {seed}"]
        for action in [*self.random.choices(self.ACTIONS, k=ACTIONS), lock]:
            story.append(action.__name__)
            self.keep_file(app)
            action(self, app)
        self.keep_file(app)
        self.assert_nothing_left(app, ", ".join(story))

    def come_back(self, app):
        """Whoever has locked the notes goes on with them."""
        self.unlock(app, self.passphrase)
        app.find("button", "New Note")

    def fill_note(self, app):
        self.number += 1
        self.write(app, f"Talk {self.number}", f"more about {MARKER}")

    def search(self, app):
        app.key("Control+f")
        app.find("entry", "Search in all notes").fill(MARKER[:-2])
        app.wait_until(lambda: MARKER in app.find("window").dump(), "a note to be found")
        app.key("Escape", "Escape")

    def copy(self, app):
        self.open_note(app, MARKER)
        self.body(app).click()
        app.key("Control+a", "Control+c", "Control+End", "Control+v")

    def cut(self, app):
        self.open_note(app, MARKER)
        self.body(app).click()
        app.key("Control+a", "Control+x", "Control+v")

    def drag(self, app):
        self.open_note(app, MARKER)
        self.drag_first_word(app)

    def undo(self, app):
        self.open_note(app, MARKER)
        self.body(app).click()
        app.key("Control+End")
        app.type_text(f" {MARKER}")
        app.key("Control+z", "Control+Shift+z")

    def look_at_versions(self, app):
        self.open_note(app, MARKER)
        self.body(app).click()
        app.key("Control+End")
        app.type_text(".")
        app.wait_until(lambda: any(label.startswith("Saved") for label in app.labels()), "the note to be saved")
        app.find("button", "Earlier Versions").click()
        dialog = app.window("Earlier Versions")
        for row in dialog.find_all("list item", re.compile("14 Jul"))[:1]:
            row.click()
            dialog.find("entry", "Text of the Note").click()
            app.key("Control+a", "Control+c")
        app.key("Escape")
        app.wait_until(lambda: len(app.children) == 1, "the versions to be closed")

    def export(self, app):
        path = self.make_folder() / "notes.md"
        app.menu("Menu of the Notes", "Export as Text…")
        app.find("label", "Export the Notes?")
        app.find("entry", "Passphrase").fill(self.passphrase)
        app.find("button", "Export…").click()
        app.choose_file("Export the Notes", path, "Save")
        app.wait_until(path.exists, "the text")

    def back_up(self, app):
        path = self.make_folder() / "notes.vault"
        app.menu("Menu of the Notes", "Back Up the Notes…")
        app.choose_file("Back Up the Notes", path, "Save")
        self.toast(app, "The notes were backed up. The copy opens with your passphrase.")
        self.backup = path, self.passphrase

    def restore(self, app):
        if not self.backup:
            self.back_up(app)
        path, passphrase = self.backup
        app.menu("Menu of the Notes", "Restore a Backup…")
        app.choose_file("Restore a Backup", path, "Open")
        dialog = app.window("Restore a Backup")
        dialog.find("entry", "Passphrase or Recovery Code").fill(passphrase)
        if self.random.random() < 0.5:
            dialog.find("list item", "Only the Backup").click()
            self.passphrase = passphrase
        dialog.find("button", "Restore").click()
        app.wait_until(lambda: len(app.children) == 1, "the backup to be restored")

    def lock_by_key(self, app):
        app.key("Control+l")
        app.find("label", "Your Notes Are Locked")

    def lock_and_unlock(self, app):
        self.lock_by_key(app)
        self.come_back(app)

    def unlock_wrongly(self, app):
        self.lock_by_key(app)
        self.texts.add("battery horse")
        self.unlock(app, "battery horse")
        app.find("label", "This is not the right passphrase.")
        self.come_back(app)

    def open_keys(self, app, item):
        app.menu("Menu of the Notes", "Keys and Protection…")
        app.window("Keys and Protection").find("list item", item).click()

    def leave_keys(self, app, message):
        app.find("label", re.compile(message))
        app.window("Keys and Protection").find("button", "Close", index=-1).click()
        app.wait_until(lambda: len(app.children) == 1, "the dialogs to be closed")

    def choose_passphrase(self, dialog):
        self.number += 1
        self.passphrase = f"four new words here {self.number}"
        self.texts.add(self.passphrase)
        dialog.find("entry", "New Passphrase").fill(self.passphrase)
        dialog.find("entry", "Once More").fill(self.passphrase)
        dialog.find("button", "Change").click()

    def change_passphrase(self, app):
        self.open_keys(app, "Change the Passphrase")
        dialog = app.window("Change Passphrase")
        dialog.find("entry", "Present Passphrase").fill(self.passphrase)
        self.choose_passphrase(dialog)
        self.leave_keys(app, "^The new passphrase opens")

    def go_to_code(self, app, item, title, verb, message):
        """To a new recovery code; returns it."""
        self.open_keys(app, item)
        dialog = app.window(title)
        dialog.find("entry", "Present Passphrase").fill(self.passphrase)
        dialog.find("button", "Next").click()
        code = dialog.find("label", re.compile("^[0-9A-Z]{4}-")).name
        self.texts.add(code)
        dialog.find("button", "Next").click()
        self.type_back(dialog, code)
        dialog.find("button", verb).click()
        self.leave_keys(app, message)
        return code

    def renew_keys(self, app):
        self.go_to_code(app, "Renew All Keys", "Renew the Keys", "Renew", "^Every note is encrypted with new keys")

    def recover(self, app):
        """With a new recovery code, and a new passphrase after it"""
        code = self.go_to_code(app, "New Recovery Code", "New Recovery Code", "Replace",
                               "^The new recovery code is set")
        self.lock_by_key(app)
        app.find("button", "Use the Recovery Code…").click()
        app.find("entry", "Recovery code").fill(code)
        app.find("button", "Unlock").click()
        self.choose_passphrase(app.window("Change Passphrase"))
        self.toast(app, "The new passphrase opens your notes.")
        app.wait_until(lambda: len(app.children) == 1, "the dialog to be closed")

    def use_keyring(self, app):
        """Let the keyring open them, in a process of its own."""
        if not self.keyring:
            self.keyring = self.start_keyring(app) or True
        app.menu("Menu of the Notes", "Keys and Protection…")
        keys = app.window("Keys and Protection")
        if "checked" not in keys.find("check box", "Login Keyring").states:
            self.push_keyring_switch(app, keys, self.passphrase)
        keys.find("label", "Your login opens the notes", showing=False)
        keys.find("button", "Close", index=-1).click()
        app.restart()
        app.key("Alt+4")
        app.find("button", "New Note")

    def lock_by_menu(self, app):
        app.menu("Menu of the Notes", "Lock")

    def lock_by_screen(self, app):
        self.lock_screen(app)

    def lock_when_idle(self, app):
        app.menu("Menu of the Notes", "Keys and Protection…")
        keys = app.window("Keys and Protection")
        keys.find("spin button", "Minutes Without Typing or Pointing", showing=False).scroll_into_view().fill("1")
        app.key("Return", "Escape")
        app.wait_until(lambda: "Your Notes Are Locked" in app.labels(), "the notes to be locked", 90)

    def lock_with_the_last_window(self, app):
        """The process ends with it; the next one opens the notes, and has them to lock."""
        app.restart()
        app.key("Alt+4")
        if app.find_all("entry", "Passphrase"):
            self.come_back(app)
        app.find("button", "New Note")
        self.lock_by_key(app)

    ACTIONS = (fill_note, search, copy, cut, drag, undo, look_at_versions, export, back_up, restore, lock_and_unlock,
               unlock_wrongly, change_passphrase, renew_keys, recover, use_keyring)
    LOCKS = (lock_by_key, lock_by_menu, lock_by_screen, lock_when_idle, lock_with_the_last_window)


for number in range(1, SESSIONS + 1):
    setattr(MadeUpSession, f"test_{number:03}", lambda self, number=number: self.play(number))
