# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The time of one meeting, planned by the clocks of London, in every view of somebody in Berlin."""

import datetime
import os
import re
import unittest.mock
import zoneinfo

from programme_case import NOW, ProgrammeCase

BERLIN, LONDON = zoneinfo.ZoneInfo("Europe/Berlin"), zoneinfo.ZoneInfo("Europe/London")


class Times(ProgrammeCase):
    def find_next(self):
        """The next meeting of a tandem in London, and what both clocks show then"""
        ahead = [m for m in self.listed(self.path, "meetings")
                 if m["zone"] == "Europe/London" and m["state"] in ("planned", "invited")
                 and m["start"] > "2026-07-14T09"]
        self.assertTrue(ahead, "the sample has no meeting in London")
        meeting = min(ahead, key=lambda m: m["start"])
        moment = datetime.datetime.fromisoformat(meeting["start"].replace("Z", "+00:00"))
        here = moment.astimezone(BERLIN)
        return meeting, here, f"{moment.astimezone(LONDON):%H:%M} London time"

    def mentee_of(self, meeting):
        pair = next(p for p in self.listed(self.path, "pairs") if p["uid"] == meeting["pair"])
        return pair["mentee"]["name"]

    def print_in_berlin(self):
        with unittest.mock.patch.dict(os.environ, {"TZ": "Europe/Berlin", "TANDEM_NOW": NOW}):
            return self.cli(self.path, "list", "meetings")

    def test_every_view_says_the_same(self):
        app = self.start_sample()
        meeting, here, there = self.find_next()
        time, day = f"{here:%H:%M}", f"{here:%A}, {here.day} {here:%B %Y}"
        mentee = self.mentee_of(meeting)
        self.assertNotEqual(time, there[:5])

        line = next(l for l in self.print_in_berlin().splitlines()
                    if mentee in l and f"{here:%Y-%m-%d}" in l)
        self.assertTrue(line.startswith(f"{here:%Y-%m-%d} {time}\t{there}\t"), line)

        app.key("Control+f")
        app.find("entry", "Search tandems")
        app.type_text(mentee)
        app.wait_until(lambda: len(self.cards(app)) == 1, "one tandem")
        self.cards(app)[0].find(name=re.compile(re.escape(f"{time} ({there})")), showing=False)
        app.key("Control+2")
        app.wait_until(lambda: "Next Meeting" in app.labels(), "the table")
        self.assertIn(f"{time} ({there})", " ".join(app.labels()), "the table")
        app.key("Control+1")
        app.wait_until(lambda: len(self.cards(app)) == 1, "the card again")
        self.cards(app)[0].click()
        row = app.find(name=re.compile(f"^{day}, {time} – .*{there}"), showing=False)
        self.assertIn(mentee, row.name, "the tandem")

        app.key("Alt+3")
        # GTK 4.18 keeps only the rows near those in view.
        app.key("Control+f")
        app.type_text(mentee)
        agenda = re.compile(f"^{day}, {time} – .*{re.escape(mentee)}.*{there}")
        app.find(name=agenda, showing=False)
        app.find("button", "Month").click()
        for _ in range(here.month - 7):
            app.find("button", "Next Month").click()
        app.find("button", re.compile(f"^{day}, {time} – .*{re.escape(mentee)}.*{there}"), showing=False)


class Midnight(ProgrammeCase):
    def test_a_window_left_open_over_night(self):
        """Forty seconds before midnight in Berlin; the clock runs."""
        app = self.start_sample(env={"TANDEM_NOW": "2026-07-14T21:59:20Z+"})
        app.key("Alt+3")
        of_today, of_tomorrow = re.compile("^Tuesday, 14 July 2026"), re.compile("^Wednesday, 15 July 2026")
        app.wait_until(lambda: app.find_all("panel", of_today), "the meetings of today")
        self.assertTrue(app.find_all("panel", of_tomorrow))
        self.assertIn("Tomorrow", app.labels())
        app.wait_until(lambda: not app.find_all("panel", of_today), "midnight", timeout=90)
        self.assertTrue(app.find_all("panel", of_tomorrow))
        app.wait_until(lambda: app.labels().count("Today") == 1, "tomorrow to be today")
        app.find("button", re.compile(r"^To Record")).click()
        app.find("panel", of_today)
