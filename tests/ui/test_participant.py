# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Somebody who is part of a tandem, from the invitation on."""

import re
import shutil
from pathlib import Path

from programme_case import ProgrammeCase

UID = "7kukuqrfedlm2f9t0vr42q4v8r@example.org"
BOTH = ("ATTENDEE;CN=Anna Beck;PARTSTAT=ACCEPTED:mailto:anna@example.org\n"
        "ATTENDEE;CN=Bo Chen;PARTSTAT=NEEDS-ACTION:mailto:bo@example.org\n")
SECOND = "RECURRENCE-ID;TZID=Europe/Berlin:20260908T120000\n"


class Participant(ProgrammeCase):
    def message(self, method="REQUEST", sequence=0, start="20260901T120000", people=BOTH, lines="", uid=UID):
        """A calendar file of the organizer: four Tuesdays, unless it says another thing."""
        repeats = "" if "RECURRENCE-ID" in lines or "RRULE" in lines else "RRULE:FREQ=WEEKLY;COUNT=4\n"
        path = self.make_folder() / f"{method.lower()}-{sequence}.ics"
        path.write_text(
            f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\nMETHOD:{method}\nBEGIN:VEVENT\nUID:{uid}\n"
            f"DTSTAMP:2026071{4 + sequence}T080000Z\nSEQUENCE:{sequence}\nORGANIZER;CN=Kim Vogt:mailto:kim@example.org\n"
            f"{people}DTSTART;TZID=Europe/Berlin:{start}\nDURATION:PT1H\nSUMMARY:Tandem Anna and Bo\nLOCATION:Room 3\n"
            f"{repeats}{lines}END:VEVENT\nEND:VCALENDAR\n")
        return path

    def programme(self):
        return Path(self.desktop.env["XDG_DATA_HOME"]) / "tandem/my-tandem.tandem"

    def open_message(self, app, path):
        app.key("Control+Shift+o")
        app.choose_file("Open Received Messages", path, "Open")

    def begin(self, **changes):
        """Bo, who learns from Anna, has opened the invitation."""
        app = self.start(self.message(), **changes)
        dialog = app.window("My Tandem")
        dialog.find("check box", "Bo Chen").click()
        dialog.find("check box", "Bo Chen learns from Anna Beck").scroll_into_view().click()
        dialog.find("button", "Begin").click()
        app.wait_until(lambda: "Bo Chen learns from Anna Beck" in app.labels(), "the page of the tandem")
        return app

    def meetings(self):
        return sorted(self.listed(self.programme(), "meetings"), key=lambda meeting: meeting["start"])

    def test_first_start(self):
        app = self.start()
        app.find("button", "I Am Part of a Tandem…").click()
        app.choose_file("Open Invitation", self.message(), "Open")
        dialog = app.window("My Tandem")
        self.assertIn("4 meetings from 1 September 2026, 12:00\nKim Vogt invites", dialog.labels())
        self.assertNotIn("sensitive", dialog.find("button", "Begin").states)
        dialog.find("check box", "Anna Beck").click()
        self.assertNotIn("sensitive", dialog.find("button", "Begin").states)
        dialog.find("check box", "Anna Beck learns from Bo Chen").scroll_into_view().click()
        dialog.find("button", "Begin").click()
        app.wait_until(lambda: "Anna Beck learns from Bo Chen" in app.labels(), "the page of the tandem")
        app.find("list item", re.compile("22 September 2026"), showing=False).scroll_into_view()
        self.assertEqual(len(self.meetings()), 4)
        pair, = self.listed(self.programme(), "pairs")
        self.assertEqual((pair["state"], pair["mentee"]["name"]), ("active", "Anna Beck"))

    def test_keyboard_only(self):
        app = self.start()
        app.key("Alt+p")
        app.choose_file("Open Invitation", self.message(), "Open")
        app.window("My Tandem")
        self.choose_by_key(app, "Bo Chen")
        self.choose_by_key(app, "Anna Beck learns from Bo Chen")
        app.key("Alt+b")
        app.wait_until(lambda: "Anna Beck learns from Bo Chen" in app.labels(), "the page of the tandem")

    def choose_by_key(self, app, name):
        """Go on with Tab and the arrows until the choice, or its row, has the focus."""
        def has_focus():
            return any("focused" in node.states for role in ("check box", "list item")
                       for node in app.find_all(role, name, showing=False))

        keys = iter(["Tab", "Down"] * 8)
        while not has_focus():
            app.key(next(keys))
        app.key("space")
        app.wait_until(lambda: "checked" in app.find("check box", name, showing=False).states, f"{name} to be chosen")

    def test_cancelling_leaves_nothing(self):
        app = self.start(self.message())
        app.window("My Tandem")
        app.key("Escape")
        app.find("button", "I Am Part of a Tandem…")
        self.assertFalse(self.programme().exists())

    def test_a_tandem_among_other_mail(self):
        app = self.begin()
        people = BOTH.replace("Anna Beck", "Carla Diaz").replace("anna@", "carla@")
        path = self.message(people=people, uid="another@example.org")
        moved = self.message(sequence=1, start="20260901T143000")
        body = moved.read_text().split("METHOD:REQUEST\n")[1]
        path.write_text(path.read_text().replace("END:VCALENDAR\n", "") + body)
        self.open_message(app, path)
        dialog = app.window("My Tandem")
        self.toast(app, "4 meetings moved")
        dialog.find("check box", "Carla Diaz learns from Bo Chen").click()
        dialog.find("button", "Begin").click()
        app.wait_until(lambda: "Carla Diaz learns from Bo Chen" in app.labels(), "the page of the tandem")

    def test_a_programme_came_to_be_meanwhile(self):
        app = self.start(self.message())
        dialog = app.window("My Tandem")
        dialog.find("check box", "Bo Chen").click()
        dialog.find("check box", "Bo Chen learns from Anna Beck").scroll_into_view().click()
        self.programme().parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.make_sample(), self.programme())
        pairs = self.listed(self.programme(), "pairs")
        dialog.find("button", "Begin").click()
        app.window("Received Messages")
        app.key("Escape")
        self.assertEqual(self.listed(self.programme(), "pairs"), pairs)

    def test_the_series_moves(self):
        app = self.begin()
        self.open_message(app, self.message(sequence=1, start="20260901T143000"))
        self.toast(app, "4 meetings moved")
        app.find("list item", re.compile("22 September 2026, 14:30"), showing=False).scroll_into_view()
        app.key("Control+z")
        self.toast(app, "Undone: 4 meetings moved")
        self.assertEqual(self.meetings()[0]["local_start"], "2026-09-01T12:00:00")

    def test_one_is_cancelled(self):
        app = self.begin()
        self.open_message(app, self.message("CANCEL", 1, "20260908T120000", lines=SECOND))
        self.toast(app, "1 meeting cancelled")
        self.assertEqual([meeting["state"] for meeting in self.meetings()], ["invited", "cancelled", "invited", "invited"])

    def test_an_old_message_says_so(self):
        app = self.begin()
        self.open_message(app, self.message(sequence=2, start="20260901T143000"))
        self.toast(app, "4 meetings moved")
        self.open_message(app, self.message(sequence=1, start="20260901T100000"))
        dialog = app.window("Received Messages")
        app.wait_until(lambda: any("A later message of Kim Vogt" in label for label in dialog.labels()), "what it is")
        app.key("Escape")

    def test_a_second_tandem(self):
        app = self.begin()
        people = BOTH.replace("Anna Beck", "Carla Diaz").replace("anna@", "carla@")
        self.open_message(app, self.message(people=people, uid="another@example.org"))
        dialog = app.window("My Tandem")
        self.assertEqual(dialog.find_all("check box", "Bo Chen"), [])
        dialog.find("check box", "Carla Diaz learns from Bo Chen").click()
        dialog.find("button", "Begin").click()
        app.wait_until(lambda: "Carla Diaz learns from Bo Chen" in app.labels(), "the page of the tandem")
        self.toast(app, "Tandem added")
        self.assertEqual(len(self.listed(self.programme(), "pairs")), 2)

    def save_answer(self, app):
        """Hand over what waits as a file, and return its lines."""
        folder = self.make_folder()
        app.find("button", "Messages…", showing=False).scroll_into_view().click()
        app.window("Messages to Send").find("button", "Save as Files…").click()
        app.choose_file("Folder for the Messages", folder, "Save")
        app.wait_until(lambda: list(folder.glob("*.ics")), "the file")
        path, = folder.glob("*.ics")
        return path.read_text().replace("\n ", "").splitlines()

    def test_the_answer_is_a_file(self):
        app = self.begin()
        app.find("button", "Accept", showing=False).scroll_into_view().click()
        self.toast(app, "Answer noted, not sent yet")
        app.wait_until(lambda: "1 message to Kim: You accept all meetings" in app.find("window").dump(), "the message")
        lines = self.save_answer(app)
        self.assertIn("METHOD:REPLY", lines)
        self.assertIn(f"UID:{UID}", lines)
        self.assertIn("ATTENDEE;PARTSTAT=ACCEPTED;CN=Bo Chen:mailto:bo@example.org", lines)
        self.assertEqual(len([line for line in lines if line.startswith("ATTENDEE")]), 1)
        app.find("button", "All Passed On").click()
        app.wait_until(lambda: "Nothing to Send" in app.labels(), "an empty outbox")
        app.key("Escape")
        app.wait_until(lambda: "Everyone has accepted" in app.find("window").dump(), "nothing to be left")

    def test_one_date_is_declined(self):
        app = self.begin()
        row = app.find("list item", re.compile("8 September 2026"), showing=False).scroll_into_view()
        row.find("button", "More About This Meeting").click()
        app.find("menu item", "Decline").click()
        self.toast(app, "Answer noted, not sent yet")
        lines = self.save_answer(app)
        self.assertIn("RECURRENCE-ID;TZID=Europe/Berlin:20260908T120000", lines)
        self.assertIn("ATTENDEE;PARTSTAT=DECLINED;CN=Bo Chen:mailto:bo@example.org", lines)
        app.key("Escape")

    def test_german(self):
        app = self.start(language="de")
        app.find("button", "Ich bin Teil eines Tandems …").click()
        app.choose_file("Einladung öffnen", self.message(), "Öffnen")
        dialog = app.window("Mein Tandem")
        dialog.find("check box", "Bo Chen").click()
        dialog.find("check box", "Bo Chen lernt von Anna Beck").scroll_into_view().click()
        dialog.find("button", "Beginnen").click()
        app.wait_until(lambda: "Bo Chen lernt von Anna Beck" in app.labels(), "the page of the tandem")
        self.assertIn("Passen die Treffen?", app.labels())
        app.find("button", "Zusagen").click()
        self.toast(app, "Antwort vermerkt, noch nicht versendet")
        app.wait_until(lambda: "Zusage für alle Treffen" in app.find("window").dump(), "the message")

    def test_narrow(self):
        app = self.begin(size=(360, 560))
        app.find("button", "Decline", showing=False).scroll_into_view()
