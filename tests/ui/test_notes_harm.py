# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes whose file another program, or a bad disk, has changed."""

import fcntl
import hashlib
import os
import pathlib
import re
import sqlite3
import struct

from notes_case import PASSPHRASE, NotesCase

HEADER_OF_A_LEAF = 8


class Harm(NotesCase):
    """Three notes were written; then something happens to their file."""

    def write_three(self, app):
        for title in ("First talk", "Second talk", "Third talk"):
            self.write(app, title, "text")

    def restart_with(self, app, harm):
        """Do something to the closed file, and go back to the notes."""
        self.assertEqual(app.close(), 0)
        path, = pathlib.Path(app.desktop.env["HOME"]).rglob("notes.vault")
        harm(path)
        app.restart()
        app.key("Alt+4")

    @staticmethod
    def take_one_out(path):
        with sqlite3.connect(path) as database:
            taken = database.execute("DELETE FROM note WHERE id = (SELECT min(id) FROM note)").rowcount
        database.close()
        assert taken == 1

    @staticmethod
    def turn_order_round(path):
        """The places of the rows in their page: https://www.sqlite.org/fileformat.html#b_tree_pages"""
        database = sqlite3.connect(path)
        (root,), = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'note'")
        (size,), = database.execute("PRAGMA page_size")
        database.close()
        content = bytearray(path.read_bytes())
        start = (root - 1) * size
        count = int.from_bytes(content[start + 3:start + 5], "big")
        first = start + HEADER_OF_A_LEAF
        places = [bytes(content[at:at + 2]) for at in range(first, first + 2 * count, 2)]
        assert count == 3
        content[first:first + 2 * count] = b"".join(reversed(places))
        path.write_bytes(content)

    @staticmethod
    def spoil(path):
        path.write_bytes(b"x" * path.stat().st_size)

    def test_what_another_program_took_out_is_told(self):
        app = self.start_open()
        self.write_three(app)
        self.restart_with(app, self.take_one_out)
        self.unlock(app)
        app.find("label", re.compile("^Something was taken out of the file"))
        app.find("label", "2 notes")
        app.find("panel", re.compile("^(First|Second|Third) talk, ")).click()
        self.assertNotIn("editable", app.find("entry", "Text of the Note").states)
        self.assertNotIn("sensitive", app.find("button", "New Note").states)
        app.find("button", "Continue with What Is There").click()
        app.wait_gone("button", "Continue with What Is There")
        self.write(app, "Fourth talk", "text")

    def test_a_file_out_of_order_can_be_read_but_not_backed_up(self):
        app = self.start_open()
        self.write_three(app)
        self.restart_with(app, self.turn_order_round)
        self.unlock(app)
        app.find("label", re.compile("^The file with the notes is damaged. They can be read"))
        self.assertEqual(app.find_all("button", "Continue with What Is There"), [])
        self.open_note(app, "Second talk")
        self.assertEqual(self.text(app), "text")
        path = self.make_folder() / "notes.vault"
        app.menu("Menu of the Notes", "Back Up the Notes…")
        app.choose_file("Back Up the Notes", path, "Save")
        self.toast(app, "The file with the notes is damaged. It was left as it is; a backup can be restored.")
        self.assertFalse(path.exists())

    def test_an_empty_file_says_so(self):
        app = self.start_open()
        self.write_three(app)
        self.restart_with(app, lambda path: path.write_bytes(b""))
        app.find("label", re.compile("^The file with the notes is empty: nothing is left in it"))
        self.assertEqual(app.find_all("button", "Set Up…"), [])
        app.find("button", "Restore a Backup…")
        app.find("button", "Begin Anew…")

    def test_a_pipe_says_what_it_is_not(self):
        app = self.start_open()
        self.write_three(app)

        def replace(path):
            path.unlink()
            os.mkfifo(path)

        self.restart_with(app, replace)
        app.find("label", "This is not a file with private notes of Tandem.")
        self.assertEqual(app.find_all("button", "Begin Anew…"), [])

    def test_what_another_program_holds_can_only_be_read(self):
        app = self.start_open()
        self.write_three(app)

        def hold(path):
            held = open(path, "rb+")
            self.addCleanup(held.close)
            fcntl.flock(held, fcntl.LOCK_EX)

        self.restart_with(app, hold)
        self.unlock(app)
        app.find("label", "Another window or program has this file open, so it can only be read here.")
        self.open_note(app, "Second talk")
        self.assertNotIn("editable", app.find("entry", "Text of the Note").states)

    @staticmethod
    def make_costly(path):
        """The passphrase asks for far more work than Tandem ever sets; its derivation gives something else then."""
        database = sqlite3.connect(path)
        (number, record), = database.execute("SELECT id, record FROM slot ORDER BY id LIMIT 1")
        assert record[0] == 1
        costly = record[:2] + struct.pack("<HI", 16, 384 * 1024) + record[8:112]
        check = hashlib.blake2b(costly, digest_size=16).digest()[:8]
        database.execute("UPDATE slot SET record = ? WHERE id = ?", (costly + check, number))
        database.commit()
        database.close()

    def test_a_passphrase_that_takes_long_says_so(self):
        self.real_keys = True
        app = self.start_open()
        self.write_three(app)
        self.restart_with(app, self.make_costly)
        app.find("entry", "Passphrase").fill(PASSPHRASE)
        app.desktop.keyboard.press("Return")
        app.find("label", re.compile("^The passphrase is being tried[.]"))
        app.wait_until(lambda: "This is not the right passphrase." in app.labels(), "the answer", 120)
        self.assertEqual(app.find_all("label", re.compile("^The passphrase is being tried[.]")), [])

    def test_an_unreadable_file_can_be_destroyed(self):
        app = self.start_open()
        self.write_three(app)
        self.restart_with(app, self.spoil)
        app.find("button", "Try Again")
        app.find("button", "Restore a Backup…")
        app.menu("Menu of the Notes", "Destroy All Notes…")
        app.find("entry", "Type “destroy” to go on").fill("destroy")
        app.find("button", "Destroy").click()
        self.toast(app, "All notes are destroyed.")
        self.set_up(app)
        app.find("label", "No Notes Yet")
