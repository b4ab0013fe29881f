# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Somebody who is part of a tandem and begins with the invitation; see tests/app/test-participant.c for the rest."""

from programme_case import ProgrammeCase


class Participant(ProgrammeCase):
    def message(self):
        """The invitation of the organizer: four Tuesdays."""
        path = self.make_folder() / "request.ics"
        path.write_text(
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\n"
            "UID:7kukuqrfedlm2f9t0vr42q4v8r@example.org\nDTSTAMP:20260714T080000Z\nSEQUENCE:0\n"
            "ORGANIZER;CN=Kim Vogt:mailto:kim@example.org\n"
            "ATTENDEE;CN=Anna Beck;PARTSTAT=ACCEPTED:mailto:anna@example.org\n"
            "ATTENDEE;CN=Bo Chen;PARTSTAT=NEEDS-ACTION:mailto:bo@example.org\n"
            "DTSTART;TZID=Europe/Berlin:20260901T120000\nDURATION:PT1H\nSUMMARY:Tandem Anna and Bo\nLOCATION:Room 3\n"
            "RRULE:FREQ=WEEKLY;COUNT=4\nEND:VEVENT\nEND:VCALENDAR\n")
        return path

    def test_the_program_is_started_with_an_invitation(self):
        app = self.start(self.message())
        dialog = app.window("My Tandem")
        dialog.find("check box", "Bo Chen").click()
        dialog.find("check box", "Bo Chen learns from Anna Beck").scroll_into_view().click()
        dialog.find("button", "Begin").click()
        app.wait_until(lambda: "Bo Chen learns from Anna Beck" in app.labels(), "the page of the tandem")

    def test_keyboard_only(self):
        app = self.start()
        app.key("Alt+p")
        app.window("Part of a Tandem")
        app.key("Return")
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
