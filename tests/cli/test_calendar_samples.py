#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""What calendar programs really send, and what has to become of it."""

import os
import sqlite3
import unittest
from pathlib import Path

from cli_case import DONE, FAILED, CliTest

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

    NINE_TO_MARCH = ["2026-12-08T09:00:00Z", "2027-01-12T09:00:00Z", "2027-02-09T09:00:00Z", "2027-03-09T09:00:00Z",
                     "2027-04-13T08:00:00Z", "2027-05-11T08:00:00Z"]
    TEN_TO_MARCH = ["2026-12-08T10:00:00Z", "2027-01-12T10:00:00Z", "2027-02-09T10:00:00Z", "2027-03-09T10:00:00Z",
                    "2027-04-13T09:00:00Z", "2027-05-11T09:00:00Z"]

    def test_an_organizer_among_the_attendees_is_no_third_person(self):
        self.assert_joined("organizer-is-attendee.ics", self.NINE_TO_MARCH)

    def test_a_rule_of_a_zone_with_hours(self):
        self.assert_joined("notes-series.ics", self.NINE_TO_MARCH)

    def test_a_zone_in_the_file_that_says_otherwise_than_its_name(self):
        self.assert_joined("gmt-with-summer-time.ics", self.TEN_TO_MARCH)

    def test_an_end_on_a_day_without_a_date(self):
        self.assert_joined("until-date-between.ics", self.NINE_TO_MARCH)

    def test_a_city_as_zone(self):
        self.assert_joined("city-as-zone.ics", self.NINE_TO_MARCH)
        self.assertEqual({meeting["zone"] for meeting in self.listed("meetings")}, {"Europe/Zurich"})

    def test_refusals_say_why(self):
        self.assert_refused("floating.ics", "The times have no time zone.")
        self.assert_refused("156-dates.ics", "The series has more than 120 dates.")
        self.assert_refused("eleven-hours.ics", "The meetings are longer than 10 hours.")

    def test_other_refusals_say_why(self):
        text = (SAMPLES / "city-as-zone.ics").read_text().replace("=Zurich", "=Europe/Zurich")
        for what, reason in ((("RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=6", "RRULE:FREQ=MONTHLY;BYDAY=2TU"), "never ends"),
                             (("SEQUENCE:0", "RDATE:20270105T090000Z\nSEQUENCE:0"), "RDATE"),
                             (("20261208", "19991214"), "before the year 2000")):
            with self.subTest(reason):
                changed = self.folder / "changed.ics"
                changed.write_text(text.replace(*what))
                self.assert_refused(changed, reason)

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


class Written(CliTest):
    """Links without a blank, at the lengths at which libical folds them apart from their line end"""

    def write_place(self, place):
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE meeting SET place = ?", (place,))
            db.execute("UPDATE series SET place = ?", (place,))
        self.run_cli(self.file, "invite", "--out", self.folder / "out", now="2026-11-23T09:00:00Z")
        return [path.read_bytes() for path in (self.folder / "out").glob("*.ics")]

    def test_every_line_ends_with_crlf(self):
        self.run_cli(self.file, "sample", "--date", "2026-11-22", "--language", "en", now="2026-11-22T09:00:00Z")
        broken = (SAMPLES / "fold-splits-crlf.ics").read_bytes()
        link = broken.split(b"LOCATION:")[1].split(b"STATUS:")[0].replace(b"\r\n ", b"").strip().decode()
        self.assertEqual(len(link), 79)
        for length in (79, 80, 153, 154, 227, 228):
            rest = length - len(link)
            # No place has more than 200 characters; of these some take two bytes.
            place = link + ("a" * rest if length <= 200 else "a" * (rest % 2) + "ä" * (rest // 2))
            self.assertEqual(len(place.encode()), length)
            files = self.write_place(place)
            self.assertGreater(len(files), 5)
            for file in files:
                lines = file.split(b"\r\n")
                self.assertEqual(lines.pop(), b"")
                self.assertTrue(all(line.strip() and len(line) <= 75 and b"\r" not in line and b"\n" not in line
                                    for line in lines), (length, lines))
            whole = b"".join(files).replace(b"\r\n ", b"")
            self.assertIn(f"LOCATION:{place}\r\n".encode(), whole)


class Answered(CliTest):
    """Answers of Caoimhe Adeyinka to a series of eight meetings"""

    INVITED = "2026-11-22T09:00:00Z"
    SERIES = "48b6f702-8ff3-44c9-a3a0-e9a3afd2b2ce"
    ALL = "+ Caoimhe Adeyinka accepts: all meetings of Caoimhe Adeyinka and Imke Jankowitz"

    def setUp(self):
        super().setUp()
        self.run_cli(self.file, "sample", "--date", "2026-11-22", "--language", "en", now=self.INVITED)
        self.run_cli(self.file, "invite", "--out", self.folder / "out", now=self.INVITED)

    def select(self, sql, *values):
        with sqlite3.connect(self.file) as db:
            return db.execute(sql, values).fetchall()

    def answers(self, only="meeting"):
        return self.select(
            f"SELECT reply FROM attendee JOIN person ON person.id = person LEFT JOIN meeting ON meeting.id = meeting"
            f" JOIN series ON series.id IN (attendee.series, meeting.series) WHERE series.uid = ?"
            f" AND person.email = 'c.adeyinka@albris.example' AND attendee.{only} IS NOT NULL", self.SERIES)

    def reply(self, name, expect=DONE):
        got = self.run_cli(self.file, "reply", SAMPLES / name, expect=expect, now="2026-11-24T09:00:00Z")
        return got.stdout.splitlines()

    def assert_accepts_all(self, lines, n_lines=1):
        self.assertIn(self.ALL, lines)
        self.assertEqual(len(lines), n_lines)
        self.assertEqual(self.answers("series"), [("accepted",)])
        self.assertEqual(self.answers("meeting"), [])

    def test_thunderbird_repeats_the_invited_dates(self):
        self.assert_accepts_all(self.reply("thunderbird-accept-all.eml"), 2)

    def test_notes_with_a_rule_by_hour(self):
        self.assert_accepts_all(self.reply("notes-reply.ics"))

    def test_a_zone_that_nobody_knows(self):
        """An answer to all dates needs no times."""
        self.assert_accepts_all(self.reply("reply-custom-zone.ics"))

    def test_the_method_stands_in_the_mail_alone(self):
        self.assert_accepts_all(self.reply("method-only-in-mime.eml"))

    def test_a_bad_answer_beside_a_good_one(self):
        lines = self.reply("one-bad-of-two.ics", FAILED)
        self.assert_accepts_all(lines, 2)
        self.assertTrue(any(line.startswith("! ") and "“Mars”" in line for line in lines))

    def test_a_moved_date_with_the_number_of_the_series(self):
        self.select("UPDATE meeting SET local_start = '2027-01-14T10:00:00',"
                    " start = strftime('%s', '2027-01-14T09:00:00')"
                    " WHERE recurrence_id = '2027-01-13T16:00:00'"
                    " AND series = (SELECT id FROM series WHERE uid = ?)", self.SERIES)
        pair, = self.select("SELECT pair.uid FROM pair JOIN series ON series.pair = pair.id WHERE series.uid = ?",
                            self.SERIES)
        self.run_cli(self.file, "invite", "--pair", pair[0], "--out", self.folder / "moved", now="2026-11-23T09:00:00Z")
        self.assertEqual(self.reply("nextcloud-date-with-series-sequence.ics"),
                         ["+ Caoimhe Adeyinka accepts: 14 January 2027, 10:00"])
        self.assertEqual(self.answers("meeting"), [("accepted",)])
        self.assertEqual(self.answers("series"), [("needs_action",)])


if __name__ == "__main__":
    unittest.main()
