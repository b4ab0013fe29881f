# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Reads our invitations with two calendar libraries that share no code with libical.

The TZID is renamed to one that nobody knows, so that the libraries must use the VTIMEZONE of the file."""

import datetime
import functools
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zoneinfo

import icalendar
import recurring_ical_events
import vobject

WRITER = sys.argv.pop()
FEWEST_FILES = 200
UTC = datetime.timezone.utc
FIRST_DAY, LAST_DAY = datetime.datetime(2025, 1, 1), datetime.datetime(2032, 1, 1)


class Expected:
    """A line of expected.tsv and the file that it is about."""

    def __init__(self, folder, line):
        fields = line.split("\t")
        self.name, self.zone, self.sequence = fields[0], fields[1], int(fields[2])
        self.addresses = {"mailto:" + address for address in fields[3:5]}
        meetings = [meeting.split("/") for meeting in fields[5:]]
        self.instants = sorted((int(start), int(end)) for start, end, _ in meetings)
        self.locals = [(int(start), local) for start, _, local in meetings]
        self.text = (folder / self.name).read_bytes().decode()

    def rename_zone(self):
        """The file with a TZID of its own, for vobject remembers every zone by its name."""
        return self.text.replace(self.zone, "Unknown-" + self.name.removesuffix(".ics"))


def span(start, end):
    return int(start.astimezone(UTC).timestamp()), int(end.astimezone(UTC).timestamp())


def expand_with_vobject(events):
    """vobject knows rules and exceptions, but leaves RECURRENCE-ID to its user."""
    master = next(event for event in events if not hasattr(event, "recurrence_id"))
    moved = {event.recurrence_id.value.timestamp(): event for event in events if event is not master}
    length = master.dtend.value - master.dtstart.value
    starts = list(master.getrruleset(addRDate=True)) if hasattr(master, "rrule") else [master.dtstart.value]
    spans = [span(start, start + length) for start in starts if start.timestamp() not in moved]
    unknown = set(moved) - {start.timestamp() for start in starts}
    return sorted(spans + [span(event.dtstart.value, event.dtend.value) for event in moved.values()]), unknown


def each_file(test):
    """Runs a test of one file with all of them."""

    @functools.wraps(test)
    def run(self):
        self.assertGreaterEqual(len(self.files), FEWEST_FILES)
        for file in self.files:
            with self.subTest(file=file.name, zone=file.zone):
                test(self, file)

    return run


class OraclesTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([WRITER, folder], check=True)
            lines = (pathlib.Path(folder) / "expected.tsv").read_text(encoding="utf-8").splitlines()
            cls.files = [Expected(pathlib.Path(folder), line) for line in lines]
            cls.n_written = len(list(pathlib.Path(folder).glob("*.ics")))

    def test_all_files_are_there(self):
        self.assertGreaterEqual(self.n_written, FEWEST_FILES)
        self.assertEqual(self.n_written, len(self.files))

    @each_file
    def test_expected_instants(self, file):
        self.assertTrue(file.locals)
        for instant, local in file.locals:
            there = datetime.datetime.fromtimestamp(instant, zoneinfo.ZoneInfo(file.zone))
            self.assertEqual(there.strftime("%Y-%m-%dT%H:%M:%S"), local)

    @each_file
    def test_zone_is_renamed(self, file):
        self.assertNotIn(file.zone, file.rename_zone())
        self.assertIn("TZID=Unknown-", file.rename_zone())

    @each_file
    def test_icalendar_instants(self, file):
        calendar = icalendar.Calendar.from_ical(file.rename_zone())
        found = recurring_ical_events.of(calendar).between(FIRST_DAY, LAST_DAY)
        self.assertEqual(sorted(span(event["DTSTART"].dt, event["DTEND"].dt) for event in found), file.instants)

    @each_file
    def test_vobject_instants(self, file):
        found, unknown = expand_with_vobject(vobject.readOne(file.rename_zone()).vevent_list)
        self.assertEqual(found, file.instants)
        self.assertFalse(unknown)

    @each_file
    def test_icalendar_properties(self, file):
        calendar = icalendar.Calendar.from_ical(file.text)
        self.assertEqual(calendar["METHOD"], "REQUEST")
        for event in calendar.walk("VEVENT"):
            self.assertEqual(event["SEQUENCE"], file.sequence)
            self.assertEqual(event["CLASS"], "PRIVATE")
            self.assertEqual(event["STATUS"], "CONFIRMED")
            self.assertEqual(event["SUMMARY"], 'Tandem: Zoë "Z" Öztürk, M.A. & Bo Chen')
            self.assertEqual({str(attendee) for attendee in event["ATTENDEE"]}, file.addresses)
            self.assertEqual([attendee.params["CN"] for attendee in event["ATTENDEE"]],
                             ["Zoë 'Z' Öztürk, M.A.", "Bo Chen"])
            for attendee in event["ATTENDEE"]:
                self.assertEqual((attendee.params["RSVP"], attendee.params["PARTSTAT"]), ("TRUE", "NEEDS-ACTION"))
            self.assertFalse(event.subcomponents)

    @each_file
    def test_vobject_properties(self, file):
        calendar = vobject.readOne(file.text)
        self.assertEqual(calendar.method.value, "REQUEST")
        self.assertEqual(len({event.uid.value for event in calendar.vevent_list}), 1)
        for event in calendar.vevent_list:
            self.assertEqual(event.sequence.value, str(file.sequence))
            self.assertEqual(event.contents["class"][0].value, "PRIVATE")
            self.assertEqual({attendee.value for attendee in event.attendee_list}, file.addresses)
            self.assertEqual(event.organizer.value, "mailto:kim.vogt@example.org")


if __name__ == "__main__":
    unittest.main()
