# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The calendar of somebody who gets our messages, and applies them as RFC 5546 says.

Reading and expanding is done by icalendar and recurring_ical_events, which share no code with libical. Every TZID is
renamed to one that nobody knows, so that they must use the VTIMEZONE of the file."""

import datetime
import itertools
import re

import icalendar
import recurring_ical_events

UTC = datetime.timezone.utc
FIRST_DAY, LAST_DAY = datetime.datetime(2026, 1, 1), datetime.datetime(2030, 1, 1)
WHOLE = None
file_numbers = itertools.count()


class Refused(AssertionError):
    """What a strict calendar program would not take."""


def refuse_unless(condition, reason):
    if not condition:
        raise Refused(reason)


def instant(moment):
    return int(moment.astimezone(UTC).timestamp())


def describe(seconds):
    return datetime.datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Message:
    """One file, read as strictly as any program might."""

    def __init__(self, content, organizer):
        self.content = content
        self.organizer = f"mailto:{organizer}"
        self.check_lines()
        calendar = icalendar.Calendar.from_ical(self.rename_zones(content.decode()))
        self.method = str(calendar["METHOD"])
        self.zones = calendar.walk("VTIMEZONE")
        self.events = {self.date_of(event): event for event in calendar.walk("VEVENT")}
        refuse_unless(len(self.events) == len(calendar.walk("VEVENT")) > 0, "no event, or one twice")
        self.about = WHOLE if WHOLE in self.events else next(iter(self.events))
        self.check_events()

    def check_lines(self):
        refuse_unless(self.content.endswith(b"END:VCALENDAR\r\n"), "the end is missing")
        refuse_unless(self.content.count(b"BEGIN:VCALENDAR") == 1, "not one VCALENDAR")
        for line in self.content.split(b"\r\n"):
            refuse_unless(len(line) <= 75 and b"\n" not in line and b"\r" not in line, f"bad line {line}")
            line.decode()

    def rename_zones(self, text):
        """icalendar remembers zones by their names, so those of each file get names of their own."""
        number = next(file_numbers)
        names = set(re.findall(r"^TZID:(.*)\r$", text, re.M))
        used = set(re.findall(r"TZID=([^:;]*):", text.replace("\r\n ", "")))
        refuse_unless(names == used, f"zones are described for {names}, used are {used}")
        for name in names:
            text = text.replace(name, f"Unknown-{number}-{name.rpartition('/')[2]}")
        return text

    @staticmethod
    def date_of(event):
        return instant(event["RECURRENCE-ID"].dt) if "RECURRENCE-ID" in event else WHOLE

    def check_events(self):
        refuse_unless(self.method in ("REQUEST", "CANCEL"), f"METHOD {self.method}")
        refuse_unless(len({event["UID"] for event in self.events.values()}) == 1, "several UIDs")
        refuse_unless(len({self.version_of(event) for event in self.events.values()}) == 1, "several versions")
        is_whole = self.about is WHOLE and self.method == "REQUEST"
        several = is_whole or WHOLE not in self.events and self.method == "CANCEL"
        refuse_unless(len(self.events) == 1 or several, "several events")
        for event in self.events.values():
            cancelled = event["STATUS"] == "CANCELLED"
            refuse_unless(event["ORGANIZER"] == self.organizer, f"ORGANIZER {event['ORGANIZER']}")
            refuse_unless(cancelled == (self.method == "CANCEL"), f"STATUS {event['STATUS']}")

    @staticmethod
    def version_of(event):
        return int(event["SEQUENCE"]), instant(event["DTSTAMP"].dt)

    @property
    def uid(self):
        return str(self.events[self.about]["UID"])

    @property
    def version(self):
        return self.version_of(self.events[self.about])

    def is_for(self, address):
        attendees = [event["ATTENDEE"] for event in self.events.values()]
        lists = [people if isinstance(people, list) else [people] for people in attendees]
        return all(f"mailto:{address}" in people for people in lists)


class Series:
    """What a calendar has of one UID: the repeated event, and what is different or off on single dates."""

    def __init__(self, message):
        self.zones = message.zones
        self.main = message.events[WHOLE]
        self.dates = {date: event for date, event in message.events.items() if date is not WHOLE}
        unknown = set(self.dates) - set(self.expand())
        refuse_unless(not unknown, f"changes dates that are none: {[describe(date) for date in unknown]}")

    def expand(self):
        """{instant: event} of the repeated event alone"""
        calendar = icalendar.Calendar()
        for component in (*self.zones, self.main):
            calendar.add_component(component)
        found = recurring_ical_events.of(calendar).between(FIRST_DAY, LAST_DAY)
        return {instant(event["DTSTART"].dt): event for event in found}

    def change(self, date, event):
        refuse_unless(date in self.expand(), f"{describe(date)} is no date of the series")
        self.dates[date] = event

    def list_meetings(self):
        events = {**self.expand(), **self.dates}
        return [(describe(instant(event["DTSTART"].dt)), describe(instant(event["DTEND"].dt)),
                 str(event.get("LOCATION", "")))
                for event in events.values() if event]


class Calendar:
    """The calendar of one person."""

    def __init__(self, address, organizer):
        self.address = address
        self.organizer = organizer
        self.series = {}
        self.versions = {}

    def receive(self, content):
        message = Message(content, self.organizer)
        refuse_unless(message.is_for(self.address), "is not for this address")
        last = self.find_last(message)
        if last == (message.version, message.content):
            return                              # the same file again
        times = self.list_times(message.uid)
        past = self.list_over(message)
        apply = self.apply_request if message.method == "REQUEST" else self.apply_cancel
        apply(message)
        self.remember(message)
        refuse_unless(past == self.list_over(message), f"changes what is over: {past}")
        if last:
            self.check_version(message.version, last[0], times != self.list_times(message.uid))

    @staticmethod
    def check_version(version, last, is_other_time):
        """RFC 5546 2.1.4 and 2.1.5: SEQUENCE first, which counts the changes of dates, then DTSTAMP."""
        refuse_unless(version > last, f"{version} is not newer than {last}")
        refuse_unless(version[0] > last[0] or not is_other_time, f"other dates, but still SEQUENCE {last[0]}")

    def find_last(self, message):
        known = self.versions.get(message.uid, {})
        if message.about is WHOLE:
            return max(known.values(), default=None)
        return known.get(message.about) or known.get(WHOLE)

    def remember(self, message):
        known = self.versions.setdefault(message.uid, {})
        if message.about is WHOLE:
            known.clear()
        known[message.about] = message.version, message.content

    def list_times(self, uid):
        return sorted(meeting[:2] for meeting in self.series[uid].list_meetings()) if uid in self.series else []

    def list_over(self, message):
        """The meetings of a series that have ended by the time of a message"""
        known = self.series.get(message.uid)
        made = describe(message.version[1])
        return sorted(meeting for meeting in known.list_meetings() if meeting[1] < made) if known else []

    def apply_request(self, message):
        if message.about is WHOLE:
            self.series[message.uid] = Series(message)
        else:
            refuse_unless(message.uid in self.series, "changes a date of an unknown series")
            self.series[message.uid].change(message.about, message.events[message.about])

    def apply_cancel(self, message):
        """Nobody minds to hear that something unknown is off."""
        if message.about is WHOLE:
            self.series.pop(message.uid, None)
        elif message.uid in self.series:
            for date in message.events:
                self.series[message.uid].change(date, None)

    def list_meetings(self):
        return sorted(meeting for series in self.series.values() for meeting in series.list_meetings())
