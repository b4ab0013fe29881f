# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes on a disk that is full, and the next start; see tests/app/test-notes-unsaved.c for the rest.

A limit on the size of files stands for the full disk.
"""

import re
import resource

from notes_case import NotesCase

SMALL = 4096                           # room for settings and a draft, not for the notes
NOT_SAVED = re.compile("^Not saved: The file could not be read or written[.]")
RECOVERED = re.compile("^1 text could not be saved before the notes were locked")


class Unsaved(NotesCase):
    """Somebody writes, and there is no room."""

    def set_room(self, app, room):
        resource.prlimit(app.pid, resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

    def write_in_vain(self, app):
        """One note that is saved, and goes on with words that are not."""
        self.write(app, "First talk", "text")
        self.set_room(app, SMALL)
        app.type_text(" and more")
        app.find("label", NOT_SAVED)

    def test_closing_asks_and_what_was_kept_comes_back(self):
        app = self.start_open()
        self.write_in_vain(app)
        app.key("Control+q")
        app.find("label", "1 Note Is Not Saved")
        app.find("label", re.compile("What is missing is kept encrypted on this computer"))
        app.find("button", "Cancel").click()
        app.wait_gone("label", "1 Note Is Not Saved")
        app.key("Control+q")
        app.find("button", "Close Anyway").click()
        self.assertEqual(app.process.wait(20), 0)
        app.restart()
        app.key("Alt+4")
        app.find("label", re.compile("^What you wrote last could not be saved[.] It is kept, encrypted, and is in"))
        self.unlock(app)
        app.find("label", RECOVERED)
        self.open_note(app, "First talk")
        self.assertEqual(self.text(app), "text and more")
        app.find("button", "Hide").click()
        app.wait_gone("label", RECOVERED)
