# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Reads our description of every time zone and asks Python what the clocks there do.

What reads them shares no code with libical: it knows the few forms that we write, and nothing else. dateutil reads them
as well, under a name that nobody knows."""

import calendar
import datetime
import functools
import io
import re
import subprocess
import sys
import unittest
import zoneinfo

import dateutil.tz

WRITER = sys.argv.pop()
YEARS = range(2026, 2031)
FEWEST_ZONES = 300
DAY = 24 * 60 * 60
SAMPLE = 17 * DAY + 12345
WEEKDAYS = {name: i for i, name in enumerate(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])}
RULE = re.compile(r"FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-1|[1-4])([A-Z]{2})")
OFFSET = re.compile(r"([+-])(\d\d)(\d\d)")
UTC = datetime.timezone.utc


def seconds(*parts):
    return calendar.timegm((*parts, 0, 0, 0, 0, 0, 0)[:9])


START, END = seconds(YEARS[0], 1, 1), seconds(YEARS[-1] + 1, 1, 1)


def read_offset(text):
    sign, hours, minutes = OFFSET.fullmatch(text).groups()
    return (-1 if sign == "-" else 1) * (int(hours) * 60 + int(minutes)) * 60


class Observance:
    """A STANDARD or DAYLIGHT of RFC 5545 3.6.5."""

    def __init__(self, kind, fields):
        self.kind = kind
        self.before, self.offset = read_offset(fields["TZOFFSETFROM"]), read_offset(fields["TZOFFSETTO"])
        self.name = fields.get("TZNAME")
        moment = datetime.datetime.strptime(fields["DTSTART"], "%Y%m%dT%H%M%S")
        self.local = seconds(*moment.timetuple()[:6])
        self.rule = RULE.fullmatch(fields["RRULE"]).groups() if "RRULE" in fields else None

    def onset_in(self, year):
        month, which, weekday = int(self.rule[0]), int(self.rule[1]), WEEKDAYS[self.rule[2]]
        days = [day for day in range(1, calendar.monthrange(year, month)[1] + 1)
                if calendar.weekday(year, month, day) == weekday]
        day = days[which if which < 0 else which - 1]
        return seconds(year, month, day) + self.local % DAY - self.before

    def onsets(self):
        first = [self.local - self.before]
        if not self.rule:
            return first
        later = [self.onset_in(year) for year in range(YEARS[0] - 1, YEARS[-1] + 1)]
        return first + [onset for onset in later if onset > first[0]]


class Zone:

    def __init__(self, name, text):
        self.name, self.text = name, text
        lines = text.removesuffix("\r\n").split("\r\n")
        assert lines[:2] == ["BEGIN:VTIMEZONE", "TZID:" + name] and lines[-1] == "END:VTIMEZONE", text
        self.observances = []
        for line in lines[2:-1]:
            key, value = line.split(":", 1)
            if key == "BEGIN":
                fields = {}
            elif key == "END":
                self.observances.append(Observance(value, fields))
            else:
                assert key not in fields and key in ("TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "DTSTART", "RRULE"), line
                fields[key] = value
        self.table = sorted(((onset, observance) for observance in self.observances
                             for onset in observance.onsets()), key=lambda entry: entry[0])
        self.truth = zoneinfo.ZoneInfo(name)

    def at(self, instant):
        return [observance for onset, observance in self.table if onset <= instant][-1]

    def true_moment(self, instant):
        return datetime.datetime.fromtimestamp(instant, self.truth)

    def true_offset(self, instant):
        return int(self.true_moment(instant).utcoffset().total_seconds())

    @functools.cached_property
    def true_changes(self):
        """All instants with a new offset."""
        found = []
        for day in range(START, END, DAY):
            before, after = self.true_offset(day), self.true_offset(day + DAY)
            low, high = day, day + DAY
            while before != after and high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if self.true_offset(middle) == before else (low, middle)
            if before != after:
                found.append(high)
        return found

    def instants(self):
        """A second before and after each change, the change itself and moments all over the years."""
        near = [change + shift for change in self.true_changes for shift in (-1, 0, 1)]
        return [instant for instant in near if START <= instant < END] + list(range(START, END, SAMPLE))


def read_zones():
    output = subprocess.run([WRITER, str(YEARS[0]), str(YEARS[-1])], check=True, stdout=subprocess.PIPE).stdout
    pieces = re.split(r"^\[(.*)\]\r\n", output.decode(), flags=re.M)[1:]
    return [Zone(name, text) for name, text in zip(pieces[::2], pieces[1::2])]


def each_zone(test):
    @functools.wraps(test)
    def run(self):
        self.assertGreaterEqual(len(self.zones), FEWEST_ZONES)
        for zone in self.zones:
            with self.subTest(zone=zone.name):
                test(self, zone)

    return run


class ZonesTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.zones = read_zones()

    def test_work_was_done(self):
        self.assertGreater(sum(len(zone.true_changes) for zone in self.zones), 500)
        self.assertGreater(sum(len(zone.instants()) for zone in self.zones), 30000)

    @each_zone
    def test_offsets(self, zone):
        wrong = [instant for instant in zone.instants() if zone.at(instant).offset != zone.true_offset(instant)]
        self.assertEqual(wrong, [], zone.text)

    @each_zone
    def test_names(self, zone):
        """Where a zone gives its clocks another name and leaves them as they are, either is right."""
        names = {}
        for instant in zone.instants():
            names.setdefault(zone.true_offset(instant), set()).add(zone.true_moment(instant).tzname())
        for instant in zone.instants():
            if zone.at(instant).name is not None:
                self.assertIn(zone.at(instant).name, names[zone.true_offset(instant)], zone.text)

    @each_zone
    def test_daylight_is_ahead(self, zone):
        """Outlook takes the larger offset for summer, whatever it is called."""
        for observance in zone.observances:
            self.assertEqual(observance.kind, "DAYLIGHT" if observance.offset > observance.before else "STANDARD")

    @each_zone
    def test_offsets_with_dateutil(self, zone):
        text = f"BEGIN:VCALENDAR\r\n{zone.text}END:VCALENDAR\r\n".replace(f"TZID:{zone.name}", "TZID:Unknown")
        read = dateutil.tz.tzical(io.StringIO(text.replace("\r\n", "\n"))).get()
        for change in zone.true_changes or [START]:
            for instant in (change - 2 * DAY, change + 2 * DAY):
                there = datetime.datetime.fromtimestamp(instant, UTC).astimezone(read)
                self.assertEqual(there.utcoffset().total_seconds(), zone.true_offset(instant), zone.text)


if __name__ == "__main__":
    unittest.main()
