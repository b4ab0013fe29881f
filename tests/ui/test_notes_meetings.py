# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""A private question gets onto an agenda by keyboard; see tests/app/test-notes-elsewhere.c for the rest."""

import re

from notes_case import NotesCase


class Meetings(NotesCase):
    QUESTION = "What do you call success?"

    def open_next_meeting(self, app, item, name="More About This Meeting"):
        """Of the tandem that is open: a menu item of its meeting in July."""
        app.key("Alt+1", "Control+f", "Escape")
        self.open_tandem(app, "Bönisch")
        row = app.find("list item", re.compile("September 2026"), showing=False).scroll_into_view()
        row.find("button", name).click()
        app.find("menu item", item).click()

    def ask(self, app):
        """A question in the notes, about nothing in particular."""
        self.write(app, self.QUESTION, "In numbers, or otherwise?")
        app.find("button", "Question to Ask").click()
        app.wait_until(lambda: any(label.startswith("Saved") for label in app.labels()), "the question to be saved")

    def agenda(self):
        return [meeting["question"] for meeting in self.listed(self.path, "meetings") if meeting["question"]]

    def test_a_question_gets_onto_the_agenda_by_keyboard(self):
        app = self.start_open()
        self.ask(app)
        self.open_next_meeting(app, "Agenda…")
        dialog = app.window("Agenda")
        app.type_text("The budget")
        self.focus(app, self.QUESTION)
        app.key("space")
        self.focus(app, "Put on the Agenda")
        app.key("space")
        app.wait_until(lambda: self.QUESTION in dialog.find("entry", "Agenda").text, "the question on the agenda")
        self.focus(app, "Save")
        app.key("space")
        self.toast(app, "Agenda changed")
        self.assertIn(f"The budget\n• {self.QUESTION}\nIn numbers, or otherwise?", self.agenda())
