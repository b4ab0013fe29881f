# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes and meetings: what a note is about, and what leaves it for an agenda."""

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

    def test_a_question_gets_onto_the_agenda(self):
        app = self.start_open()
        before = self.agenda()
        self.ask(app)
        self.open_next_meeting(app, "Agenda…")
        dialog = app.window("Agenda")
        dialog.find("label", re.compile("^What is put on the agenda is not private any more"))
        dialog.find("list item", self.QUESTION).click()
        dialog.find("button", "Put on the Agenda").click()
        app.wait_until(lambda: self.QUESTION in dialog.find("entry", "Agenda").text, "the question on the agenda")
        self.assertEqual(self.agenda(), before)
        dialog.find("button", "Save").click()
        self.toast(app, "Agenda changed")
        added = [text for text in self.agenda() if text not in before]
        self.assertEqual(added, [f"• {self.QUESTION}\nIn numbers, or otherwise?"])
        app.find("label", re.compile("^• What do you call success"), showing=False)
        app.key("Alt+4")
        app.menu("Menu of the Notes", "Bin")
        app.find("panel", re.compile("^Question: What do you call success"))

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

    def test_a_note_about_a_meeting_shows_in_the_timeline_while_unlocked(self):
        app = self.start_open()
        self.open_next_meeting(app, "New Private Note…")
        app.find("entry", "Title")
        app.type_text("Before we meet")
        self.row(app, "Before we meet")
        app.find("label", re.compile("Jörn Bönisch and Vikram Groß-Lüttmann · Wed, 16 Sep"))
        self.back_to_tandem(app)
        app.find("button", "Private note: Before we meet", showing=False).scroll_into_view()
        app.key("Control+l")
        app.wait_until(lambda: not app.find_all("button", "Private note: Before we meet", showing=False),
                       "the note to be gone from the timeline")
        app.key("Alt+4")
        self.unlock(app)
        self.back_to_tandem(app)
        app.find("button", "Private note: Before we meet", showing=False).scroll_into_view().click()
        app.wait_until(lambda: app.find("entry", "Title").text == "Before we meet", "the note")
