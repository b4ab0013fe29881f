# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Somebody who gets our calendar files, and has a calendar program that is not ours."""

import datetime
import sys
import zoneinfo
from pathlib import Path

import icalendar

sys.path.append(str(Path(__file__).resolve().parent.parent / "messages"))

from strict_calendar import Calendar  # noqa: E402


class Attendee:
    """A person with a calendar that takes what it gets as RFC 5546 says, and answers it."""

    def __init__(self, name, email, organizer):
        self.name, self.email = name, email
        self.calendar = Calendar(email, organizer)
        self.invitation = None

    def receive(self, path):
        """Take over a file; fails where a strict calendar program would."""
        content = path.read_bytes()
        self.calendar.receive(content)
        if self.invitation is None:
            self.invitation = icalendar.Calendar.from_ical(content).walk("VEVENT")[0]

    def starts(self, zone="Europe/Berlin"):
        """When the meetings in this calendar begin, by the clocks of a zone"""
        starts = [start.replace("Z", "+00:00") for start, *_ in self.calendar.list_meetings()]
        return [f"{datetime.datetime.fromisoformat(start).astimezone(zoneinfo.ZoneInfo(zone)):%Y-%m-%d %H:%M}"
                for start in starts]

    def answer(self, partstat, folder, when, comment=""):
        """A file with the answer to the invitation, as this program writes it"""
        reply = icalendar.Calendar()
        for key, value in (("prodid", "-//Example//Calendar//EN"), ("version", "2.0"), ("method", "REPLY")):
            reply.add(key, value)
        reply.add_component(self._answering_event(partstat, when, comment))
        path = folder / f"{self.email}-{partstat.lower()}.ics"
        path.write_bytes(reply.to_ical())
        return path

    def _answering_event(self, partstat, when, comment):
        event = icalendar.Event()
        for key in ("UID", "SEQUENCE", "ORGANIZER", "SUMMARY", "RRULE"):
            event[key] = self.invitation[key]
        event.add("dtstart", self.invitation["DTSTART"].dt)
        event.add("dtstamp", when)
        me = icalendar.vCalAddress(f"mailto:{self.email}")
        me.params["CN"], me.params["PARTSTAT"] = self.name, partstat
        event.add("attendee", me, encode=False)
        if comment:
            event.add("comment", comment)
        return event
