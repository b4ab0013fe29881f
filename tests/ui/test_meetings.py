# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Meetings that are planned and moved, as other programs read them; see tests/app/test-meetings.c for the rest."""

import datetime
import re

import icalendar
import recurring_ical_events

from programme_case import ProgrammeCase


class Meetings(ProgrammeCase):
    MENTEE = "Lindqvister"

    def meetings_of(self, name):
        pairs = {p["uid"] for p in self.listed(self.path, "pairs") if name in p["mentee"]["name"]
                 and p["state"] == "active"}
        return [m for m in self.listed(self.path, "meetings") if m["pair"] in pairs]

    def planned(self):
        return [m for m in self.meetings_of(self.MENTEE) if m["start"] > "2026-07-14"]

    def test_plan_move_export_and_read(self):
        app = self.start_sample()
        self.open_tandem(app, self.MENTEE)
        app.key("Control+m")
        dialog = app.window("Plan Meetings")
        dialog.find("button", "Plan").click()
        self.toast(app, "Meetings planned")
        self.assertEqual(len(self.planned()), 8)     # once a month until the tandem is to end

        self.move_first(app)
        out = self.make_folder() / "invitation.ics"
        app.key("Control+e")
        app.choose_file("Export Invitation", out, "Export")
        self.toast(app, "Invitation exported")
        self.assertEqual(self.starts_in(out), sorted(m["start"] for m in self.planned()))

    def move_first(self, app):
        first = self.planned()[0]
        row = app.find("list item", re.compile("21 July 2026"), showing=False).scroll_into_view()
        row.find("button", "More About This Meeting").click()
        app.find("menu item", "Move…")
        app.key("Return")
        dialog = app.window("Move Meeting")
        dialog.find("spin button", "Start").fill("15:00")
        app.key("Tab")
        dialog.find("button", "Save").click()
        self.toast(app, "Meeting moved")
        moved = self.planned()[0]
        self.assertEqual(moved["recurrence_id"], first["local_start"])
        self.assertIn("T15:", moved["local_start"])

    @staticmethod
    def starts_in(path):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        events = recurring_ical_events.of(calendar).between((2026, 7, 14), (2028, 1, 1))
        utc = datetime.timezone.utc
        return sorted(e["DTSTART"].dt.astimezone(utc).strftime("%Y-%m-%dT%H:%M:%SZ") for e in events)
