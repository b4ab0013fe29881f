#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""What calendar programs really send, and what has to become of it."""

import os
import unittest
from pathlib import Path

from cli_case import FAILED, CliTest

SAMPLES = Path(os.environ["G_TEST_SRCDIR"]) / "calendar" / "samples"

# The series that a later message moves a date of
WEEKLY = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:ab12cd34ef56@google.com",
    "DTSTAMP:20261123T090000Z", "SEQUENCE:0", "DTSTART;TZID=Europe/Berlin:20270314T100000",
    "DTEND;TZID=Europe/Berlin:20270314T110000", "RRULE:FREQ=WEEKLY;COUNT=4",
    "ORGANIZER;CN=Cora Hub:mailto:cora@firma.example", "ATTENDEE;CN=Ada Lind:mailto:ada@firma.example",
    "ATTENDEE;CN=Ben Oak:mailto:ben@firma.example", "SUMMARY:Tandem", "END:VEVENT", "END:VCALENDAR", ""])


class Joined(CliTest):
    def starts(self):
        return [meeting["start"] for meeting in self.listed("meetings")]

    def assert_joined(self, name, starts):
        self.run_cli(self.file, "join", SAMPLES / name)
        self.assertEqual(self.starts(), starts)
        pair, = self.listed("pairs")
        self.assertEqual({pair["mentee"]["email"], pair["mentor"]["email"]}, {"ada@firma.example", "ben@firma.example"})
        self.run_cli(self.file, "check")

    def assert_refused(self, name, reason):
        got = self.run_cli(self.file, "join", SAMPLES / name, expect=FAILED)
        self.assertIn(reason, got.stderr)
        self.assertFalse(self.file.exists())

    def test_a_date_in_the_hour_that_the_clocks_leave_out(self):
        """It has the offset from before (RFC 5545 3.3.5)."""
        self.assert_joined("hour-left-out.ics", ["2027-03-14T01:30:00Z", "2027-03-21T01:30:00Z",
                                                 "2027-03-28T01:30:00Z", "2027-04-04T00:30:00Z"])

    def test_a_date_moved_into_the_hour_that_the_clocks_leave_out(self):
        series = self.folder / "series.ics"
        series.write_text(WEEKLY)
        self.run_cli(self.file, "join", series, SAMPLES / "moved-into-hour-left-out.ics")
        self.assertEqual(self.starts(), ["2027-03-14T09:00:00Z", "2027-03-21T09:00:00Z", "2027-03-28T01:30:00Z",
                                         "2027-04-04T08:00:00Z"])
        self.run_cli(self.file, "check")

    def test_a_series_changed_into_the_hour_that_the_clocks_leave_out(self):
        series, update = self.folder / "series.ics", self.folder / "update.ics"
        series.write_text(WEEKLY)
        update.write_text(WEEKLY.replace("SEQUENCE:0", "SEQUENCE:1").replace("DTSTAMP:20261123", "DTSTAMP:20261124")
                          .replace("0314T100000", "0314T023000").replace("0314T110000", "0314T033000"))
        self.run_cli(self.file, "join", series, update)
        self.assertEqual(self.starts(), ["2027-03-14T01:30:00Z", "2027-03-21T01:30:00Z", "2027-03-28T01:30:00Z",
                                         "2027-04-04T00:30:00Z"])
        self.assertEqual({m["state"] for m in self.listed("meetings")}, {"invited"})


if __name__ == "__main__":
    unittest.main()
