# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes on a disk that is full: a limit on the size of files stands for it."""

import pathlib
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

    def make_room(self, app):
        self.set_room(app, resource.RLIM_INFINITY)

    def write_in_vain(self, app):
        """One note that is saved, and goes on with words that are not."""
        self.write(app, "First talk", "text")
        self.set_room(app, SMALL)
        app.type_text(" and more")
        app.find("label", NOT_SAVED)

    def forbid_drafts(self, app):
        """Nothing can be kept beside the file either."""
        state = pathlib.Path(app.desktop.env["XDG_STATE_HOME"]) / "tandem"
        state.mkdir(parents=True, exist_ok=True)
        (state / "drafts").write_text("")

    def test_it_is_saved_by_itself_once_there_is_room(self):
        app = self.start_open()
        self.write_in_vain(app)
        app.find("label", re.compile("^1 note is not saved[.]"))
        self.make_room(app)
        app.wait_until(lambda: any(label.startswith("Saved") for label in app.labels()), "the note to be saved")
        app.wait_gone("label", re.compile("^1 note is not saved[.]"))
        self.assertEqual(app.find_all("label", NOT_SAVED), [])
        app.key("Control+l")
        self.unlock(app)
        self.open_note(app, "First talk")
        self.assertEqual(self.text(app), "text and more")

    def test_another_note_can_be_read_meanwhile(self):
        app = self.start_open()
        self.write(app, "Second talk", "other")
        self.set_room(app, SMALL)
        app.find("button", "New Note").click()
        app.type_text("Third talk")
        app.find("label", NOT_SAVED)
        self.open_note(app, "Second talk")
        self.open_note(app, "Third talk")
        app.find("label", NOT_SAVED)
        self.open_note(app, "Second talk")
        self.assertEqual(app.find_all("label", NOT_SAVED), [])
        self.make_room(app)
        app.wait_gone("label", re.compile("^1 note is not saved[.]"))
        self.open_note(app, "Third talk")
        app.wait_until(lambda: any(label.startswith("Saved") for label in app.labels()), "the note to be saved")

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

    def test_nothing_is_asked_when_everything_is_saved(self):
        app = self.start_open()
        app.find("button", "New Note").click()
        app.type_text("Half a sen")
        app.key("Control+q")
        self.assertEqual(app.process.wait(20), 0)
        app.restart()
        app.key("Alt+4")
        self.unlock(app)
        self.row(app, "Half a sen")

    def test_a_lock_keeps_what_it_cannot_save(self):
        app = self.start_open()
        self.write_in_vain(app)
        app.key("Control+l")
        app.find("label", re.compile("^What you wrote last could not be saved[.] It is kept, encrypted, and is in"))
        self.make_room(app)
        self.unlock(app)
        app.find("label", RECOVERED)
        self.open_note(app, "First talk")
        self.assertEqual(self.text(app), "text and more")

    def test_with_no_room_anywhere_closing_says_that_it_is_lost(self):
        app = self.start_open()
        self.forbid_drafts(app)
        self.write_in_vain(app)
        app.key("Control+l")
        app.find("label", re.compile("only as long as Tandem stays open"))
        app.key("Control+q")
        app.find("label", re.compile("If you close Tandem now, what you wrote last is lost[.]$"))
        app.find("button", "Cancel").click()
        self.make_room(app)
        self.unlock(app)
        app.find("label", RECOVERED)

    def test_trying_again_closes_once_there_is_room_in_german(self):
        app = self.start_sample(language="de", size=(360, 560))
        app.key("Alt+4")
        self.set_up_in_german(app)
        self.set_room(app, SMALL)
        app.key("Control+Alt+n")
        app.find("entry", "Titel")
        app.type_text("Unter uns")
        app.find("label", re.compile("^Nicht gespeichert: "))
        app.key("Control+q")
        app.find("label", "1 Notiz ist nicht gespeichert")
        self.make_room(app)
        app.find("button", "Noch einmal versuchen").click()
        self.assertEqual(app.process.wait(20), 0)
