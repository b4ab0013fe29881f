# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Reads our files with tasks with two calendar libraries that share no code with libical."""

import datetime
import pathlib
import subprocess
import sys
import tempfile
import unittest

import icalendar
import vobject

WRITER = sys.argv.pop()
TITLE = ('Größere Netze: "Fediverse", Foren; a\\b & <b>Wikis</b> – alles, was heute länger '
         "als fünfundsiebzig Zeichen ist")
GOALS = [("Learn to moderate", "NEEDS-ACTION", 0), (TITLE, "IN-PROCESS", 66), ("A talk together", "COMPLETED", 100),
         ("Half of it", "COMPLETED", 0), ("None of it", "CANCELLED", 0)]
STEPS = [("Open an account", "COMPLETED"), ("Write, and answer", "NEEDS-ACTION"), ("Find three people", "COMPLETED")]


class TodosTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "goals.ics"
            subprocess.run([WRITER, path], check=True)
            cls.text = path.read_bytes().decode()
        cls.calendar = icalendar.Calendar.from_ical(cls.text)
        cls.todos = cls.calendar.walk("VTODO")
        cls.goals = [todo for todo in cls.todos if "RELATED-TO" not in todo]

    def test_calendar(self):
        self.assertEqual(self.calendar["METHOD"], "PUBLISH")
        self.assertFalse(self.calendar.errors or any(todo.errors for todo in self.todos))
        self.assertEqual(len({todo["UID"] for todo in self.todos}), len(GOALS) + len(STEPS))

    def test_goals(self):
        self.assertEqual([(str(g["SUMMARY"]), str(g["STATUS"]), int(g["PERCENT-COMPLETE"])) for g in self.goals], GOALS)
        self.assertEqual([int(goal["X-APPLE-SORT-ORDER"]) for goal in self.goals], [1, 2, 3, 4, 5])

    def test_steps(self):
        steps = [todo for todo in self.todos if "RELATED-TO" in todo]
        self.assertEqual([(str(step["SUMMARY"]), str(step["STATUS"])) for step in steps], STEPS)
        self.assertEqual({str(step["RELATED-TO"]) for step in steps}, {str(self.goals[1]["UID"])})
        self.assertEqual([int(step["X-APPLE-SORT-ORDER"]) for step in steps], [1, 2, 3])

    def test_days(self):
        self.assertEqual(self.goals[1]["DUE"].dt, datetime.date(2026, 11, 30))
        for todo in self.todos:
            self.assertLess(todo["DTSTART"].dt, todo["DUE"].dt if "DUE" in todo else datetime.date.max)

    def test_people(self):
        self.assertEqual([(str(goal["ORGANIZER"]), goal["ORGANIZER"].params["CN"]) for goal in self.goals[:2]],
                         [("mailto:zoe@example.org", "Zoë 'Z' Öztürk, M.A."),
                          ("mailto:bo.chen@example.org", "Bo Chen")])
        self.assertFalse(any("ATTENDEE" in todo for todo in self.todos))

    def test_vobject(self):
        todos = vobject.readOne(self.text).vtodo_list
        self.assertEqual([todo.summary.value for todo in todos if "related-to" not in todo.contents],
                         [title for title, _, _ in GOALS])


if __name__ == "__main__":
    unittest.main()
