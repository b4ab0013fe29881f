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

from memory import count_copies, find_keys
from notes_case import PASSPHRASE, NotesCase

MARKER = "Zwetschgenknödel"
NEXT_DAY = {"TANDEM_NOW": "2026-07-15T09:00:00Z"}
SESSIONS = int(os.environ.get("TANDEM_SESSIONS", "2"))
ACTIONS = 7


class MemoryCase(NotesCase):
    """What a test knows that looks for secrets: files whose keys are looked for, and texts."""

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
        app.find("label", "Your Notes Are Locked")
        app.wait_idle()
        self.assertEqual(find_keys(app.pid, sorted(self.states.iterdir())), [], story)
        self.assertEqual(count_copies(app.pid, *self.texts), dict.fromkeys(self.texts, 0), story)

    def start_with_note(self):
        app = self.start_open()
        self.write(app, MARKER, f"{MARKER} and what was said")
        return app


class Memory(MemoryCase):
    def body(self, app):
        return app.find("entry", "Text of the Note")

    def lock_and_look(self, app):
        self.keep_file(app)
        app.key("Control+l")
        self.assert_nothing_left(app, "")

    def test_while_notes_are_open_everything_is_found(self):
        app = self.start_with_note()
        self.keep_file(app)
        found = find_keys(app.pid, self.states.iterdir())
        for key in ("vault key", "note key", "manifest key"):
            self.assertIn(key, found)
        self.assertGreater(count_copies(app.pid, MARKER)[MARKER], 3)

    def test_copied_text(self):
        app = self.start_with_note()
        self.body(app).click()
        app.key("Control+a", "Control+c", "Control+End", "Control+v")
        self.assertEqual(self.text(app).count(MARKER), 2)
        self.lock_and_look(app)

    def test_cut_text(self):
        app = self.start_with_note()
        self.body(app).click()
        app.key("Control+a", "Control+x")
        self.assertEqual(self.text(app), "")
        app.key("Control+v")
        self.assertEqual(self.text(app).count(MARKER), 1)
        self.lock_and_look(app)

    def test_text_copied_from_the_menu(self):
        app = self.start_with_note()
        self.body(app).click()
        app.key("Control+a", "Shift+F10")
        app.find("menu item", "Copy").click()
        app.key("Control+End", "Control+v")
        self.assertEqual(self.text(app).count(MARKER), 2)
        self.lock_and_look(app)

    def test_selected_text_pasted_by_the_middle_button(self):
        app = self.start_with_note()
        body = self.body(app).click()
        app.key("Control+a")
        app.desktop.pointer.click(*body.place_on_screen()[1:], button=2)
        app.wait_until(lambda: self.text(app).count(MARKER) == 2, "the selection to be pasted")
        self.lock_and_look(app)

    def offer(self, app, selection):
        """Another program in which a text was copied or selected"""
        other = subprocess.Popen(["xclip", "-selection", selection, "-quiet"], stdin=subprocess.PIPE,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=app.desktop.env)
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        other.stdin.write(f" {MARKER} from elsewhere".encode())
        other.stdin.close()

    def test_text_copied_in_another_program(self):
        app = self.start_with_note()
        self.offer(app, "clipboard")
        self.body(app).click()
        app.key("Control+End")
        app.wait_until(lambda: app.key("Control+v") or "from elsewhere" in self.text(app), "the text of the other program")
        self.lock_and_look(app)

    def test_text_selected_in_another_program(self):
        app = self.start_with_note()
        self.offer(app, "primary")
        place = self.body(app).click().place_on_screen()[1:]
        app.wait_until(lambda: app.desktop.pointer.click(*place, button=2) or "from elsewhere" in self.text(app),
                       "the text of the other program")
        self.lock_and_look(app)

    def test_text_that_another_program_pastes(self):
        app = self.start_with_note()
        self.body(app).click()
        app.key("Control+a", "Control+c")
        pasted = subprocess.run(["xclip", "-o", "-selection", "clipboard"], env=app.desktop.env, timeout=10,
                                capture_output=True, check=True).stdout.decode()
        self.assertEqual(pasted, f"{MARKER} and what was said")
        self.lock_and_look(app)

    def test_dragged_text(self):
        app = self.start_with_note()
        self.drag_first_word(app)
        self.assertEqual(self.text(app).count(MARKER), 1)
        self.assertFalse(self.text(app).startswith(MARKER))
        self.lock_and_look(app)

    def test_a_copied_title(self):
        app = self.start_with_note()
        app.find("entry", "Title").click()
        app.key("Control+a", "Control+c", "Control+x", "Control+v")
        self.assertEqual(app.find("entry", "Title").text, MARKER)
        self.lock_and_look(app)

    def test_text_copied_from_an_earlier_version(self):
        app = self.start_with_note()
        self.assertEqual(app.close(), 0)
        app = self.start(self.path, env=NEXT_DAY)
        app.key("Alt+4")
        self.unlock(app)
        self.open_note(app, MARKER)
        app.find("entry", "Text of the Note").fill("nothing left of it")
        app.wait_until(lambda: "Saved 11:00" in app.labels(), "the note to be saved")
        app.find("button", "Earlier Versions").click()
        dialog = app.window("Earlier Versions")
        dialog.find("list item", re.compile("14 Jul")).click()
        dialog.find("entry", "Text of the Note").click()
        app.key("Control+a", "Control+c")
        self.lock_and_look(app)

    def drag_first_word(self, app):
        """Drag the first word of the text behind the others."""
        body = self.body(app)
        body.click()
        app.key("Control+Home", "Control+Shift+Right")
        window, x, y = body.place_on_screen()
        left, top = x - body.extents[2] / 2, y - body.extents[3] / 2
        app.desktop.pointer.drag((left + 30, top + 10), (left + 230, top + 10))
        app.wait_idle()
