#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""tandem-cli begins a participant's file with an invitation, and follows what the organizer says later."""

import re
import sqlite3
import unittest

from cli_case import FAILED, CliTest, dump


def make_invitation(method="REQUEST", uid="lunch-1", stamp="20261123T090000Z", sequence=0, start="20261208T100000",
                    end="20261208T110000", more="RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=6",
                    people=("ada@firm.example", "ben@firm.example")):
    lines = ["BEGIN:VCALENDAR", "PRODID:-//Example//Calendar//EN", "VERSION:2.0", f"METHOD:{method}", "BEGIN:VEVENT",
             f"UID:{uid}", f"DTSTAMP:{stamp}", f"SEQUENCE:{sequence}", f"DTSTART;TZID=Europe/Berlin:{start}",
             f"DTEND;TZID=Europe/Berlin:{end}", more, "ORGANIZER;CN=Cora Hub:mailto:cora@firm.example",
             *(f"ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{email}" for email in people),
             "SUMMARY:Tandem", "END:VEVENT", "END:VCALENDAR", ""]
    return "\r\n".join(line for line in lines[:-1] if line) + "\r\n"


class Join(CliTest):
    def write(self, name="invitation.ics", **words):
        path = self.folder / name
        path.write_text(make_invitation(**words))
        return path

    def own_address(self):
        with sqlite3.connect(self.file) as db:
            return db.execute("SELECT email FROM programme JOIN person ON programme.self = person.id").fetchone()[0]

    def emails(self):
        return [(pair["mentee"]["email"], pair["mentor"]["email"]) for pair in self.listed("pairs")]

    def test_an_invitation_begins_a_file(self):
        got = self.run_cli(self.file, "join", self.write())
        self.assertEqual(got.stdout, "+ Tandem: 6 meetings from 8 December 2026, 10:00\n")
        self.assertEqual(self.emails(), [("ada@firm.example", "ben@firm.example")])
        self.assertEqual(len(self.listed("meetings")), 6)
        self.assertEqual(self.own_address(), "ada@firm.example")
        self.run_cli(self.file, "check")

    def test_a_terminal_is_told_nothing_but_text(self):
        got = self.run_cli(self.file, "join", self.write(more="SUMMARY:\x1b[31mRed\x9b31m"))
        self.assertIn("Red", got.stdout)
        for name in "\x1b[31mred.ics", "red\x9b31m.ics":
            got = self.run_cli(self.file, "join", self.folder / name, expect=FAILED)
            self.assertIn("red", got.stdout + got.stderr)
            self.assertNotRegex(got.stdout + got.stderr, "[\x1b\x9b]")

    def test_a_mentor_says_so(self):
        self.run_cli(self.file, "join", self.write(), "--as", "mentor")
        self.assertEqual(self.emails(), [("ada@firm.example", "ben@firm.example")])
        self.assertEqual(self.own_address(), "ben@firm.example")

    def test_a_second_tandem_knows_whose_file_it_is(self):
        second = self.write("second.ics", uid="lunch-2", people=("ben@firm.example", "ada@firm.example"))
        third = self.write("third.ics", uid="lunch-3", people=("kim@firm.example", "ada@firm.example"))
        self.run_cli(self.file, "join", self.write(), "--as", "mentee")
        self.run_cli(self.file, "join", third, "--as", "mentee")
        self.assertEqual(self.emails()[-1], ("ada@firm.example", "kim@firm.example"))
        # The tandem of these two is here: more meetings of it
        self.run_cli(self.file, "join", second)
        self.assertEqual(len(self.emails()), 2)
        self.assertEqual(len(self.listed("meetings")), 18)

    def test_later_messages_of_the_organizer_are_followed(self):
        moved = self.write("moved.ics", stamp="20261124T090000Z", sequence=1, start="20270113T150000",
                           end="20270113T160000", more="RECURRENCE-ID;TZID=Europe/Berlin:20270112T100000")
        off = self.write("off.ics", method="CANCEL", stamp="20261125T090000Z", sequence=2,
                         more="RECURRENCE-ID;TZID=Europe/Berlin:20270209T100000")
        got = self.run_cli(self.file, "join", self.write(), moved, off)
        self.assertEqual([line[0] for line in got.stdout.splitlines()], ["+", "+", "+"])
        meetings = self.listed("meetings")
        self.assertEqual(meetings[1]["start"], "2027-01-13T14:00:00Z")
        self.assertEqual(meetings[2]["state"], "cancelled")
        self.assertRegex(self.run_cli(self.file, "join", off).stdout, "^= ")

    def in_utc(self, path):
        text = re.sub(r";TZID=Europe/Berlin:(\d+T\d+)", r":\1Z", path.read_text())
        path.write_text(text)
        return text

    def assert_here(self, starts, clocks):
        """Meetings in UTC, as the clocks in Berlin say it"""
        meetings = self.listed("meetings")
        self.assertEqual([meeting["start"] for meeting in meetings], starts)
        self.assertEqual([meeting["local_start"][11:16] for meeting in meetings], clocks)
        self.assertEqual({meeting["zone"] for meeting in meetings}, {"Europe/Berlin"})
        self.run_cli(self.file, "check")

    def test_a_single_meeting_in_utc_is_on_the_clocks_here(self):
        """Google gives the times of what does not repeat in UTC."""
        in_utc = {"start": "20270608T080000", "end": "20270608T090000", "more": ""}
        first = self.write(**in_utc)
        text = self.in_utc(first)
        later = self.folder / "later.ics"
        moved = text.replace("T080000Z", "T083000Z")
        later.write_text(moved.replace("SEQUENCE:0", "SEQUENCE:1").replace("1123T", "1124T"))
        got = self.run_cli(self.file, "join", first)
        self.assertEqual(got.stdout, "+ Tandem: 1 meeting on 8 June 2027, 10:00\n")
        self.assert_here(["2027-06-08T08:00:00Z"], ["10:00"])
        self.run_cli(self.file, "join", later)
        self.assert_here(["2027-06-08T08:30:00Z"], ["10:30"])

    def test_a_series_in_utc_is_on_the_clocks_here(self):
        series = self.write(start="20270309T090000", end="20270309T100000", more="RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=2")
        self.in_utc(series)
        got = self.run_cli(self.file, "join", series)
        self.assertEqual(got.stdout, "+ Tandem: 2 meetings from 9 March 2027, 10:00\n")
        self.assert_here(["2027-03-09T09:00:00Z", "2027-04-13T09:00:00Z"], ["10:00", "11:00"])

    def test_the_tandem_of_others(self):
        other = self.write("other.ics", uid="lunch-2", people=("kim@firm.example", "ben@firm.example"))
        self.run_cli(self.file, "join", self.write())
        before = dump(self.file)
        got = self.run_cli(self.file, "join", other, expect=FAILED)
        self.assertEqual(got.stderr, "tandem-cli: This invitation is for two other people.\n")
        self.assertEqual(before, dump(self.file))

    def test_without_an_invitation_there_is_no_file(self):
        got = self.run_cli(self.file, "join", self.folder / "nothing.ics", expect=FAILED)
        self.assertEqual(got.stderr.count("\n"), 1)
        three = self.write(people=("ada@firm.example", "ben@firm.example", "kim@firm.example"))
        got = self.run_cli(self.file, "join", three, expect=FAILED)
        self.assertIn("3 people", got.stderr)
        self.assertFalse(self.file.exists())

    def test_the_programme_of_a_coordinator(self):
        self.sample()
        before = dump(self.file)
        got = self.run_cli(self.file, "join", self.write(), expect=FAILED)
        self.assertIn("Somebody coordinates", got.stderr)
        self.assertEqual(before, dump(self.file))


if __name__ == "__main__":
    unittest.main()
