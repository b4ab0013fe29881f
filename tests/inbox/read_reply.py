# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Prints what python3-icalendar finds in an answer, a line each.  Usage: read_reply.py FILE"""

import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
event, = calendar.walk("VEVENT")
attendees = event["ATTENDEE"] if isinstance(event["ATTENDEE"], list) else [event["ATTENDEE"]]
print("method", calendar["METHOD"])
print("sequence", event["SEQUENCE"])
print("organizer", event["ORGANIZER"])
for attendee in attendees:
    print("attendee", attendee, attendee.params["PARTSTAT"])
print("comment", event.get("COMMENT", "none"))
if "RECURRENCE-ID" in event:
    print("date", event["RECURRENCE-ID"].dt.isoformat())
