# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A passphrase that takes long, because the file says so; see tests/app/test-notes-harm.c for other harm."""

import hashlib
import pathlib
import re
import sqlite3
import struct

from notes_case import PASSPHRASE, NotesCase


class Harm(NotesCase):
    real_keys = True

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
        app = self.start_open()
        self.assertEqual(app.close(), 0)
        path, = pathlib.Path(app.desktop.env["HOME"]).rglob("notes.vault")
        self.make_costly(path)
        app.restart()
        app.key("Alt+4")
        app.find("entry", "Passphrase").fill(PASSPHRASE)
        app.desktop.keyboard.press("Return")
        app.find("label", re.compile("^The passphrase is being tried[.]"))
        app.wait_until(lambda: "This is not the right passphrase." in app.labels(), "the answer", 120)
        self.assertEqual(app.find_all("label", re.compile("^The passphrase is being tried[.]")), [])
