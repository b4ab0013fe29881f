# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Plays the people who get our messages: a strict calendar for each address."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

from strict_calendar import Calendar, Refused

WRITER = sys.argv.pop()
ORGANIZER = "tandem@example.org"
FEWEST_STORIES, FEWEST_COMPARISONS, FEWEST_MESSAGES = 15, 170, 200


class StoryTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        subprocess.run([WRITER, cls.folder.name], check=True, stdout=subprocess.DEVNULL)
        cls.stories = sorted(pathlib.Path(cls.folder.name).iterdir())
        cls.n_messages = cls.n_comparisons = 0

    def test_calendars_show_what_takes_place(self):
        for story in self.stories:
            with self.subTest(story=story.name):
                self.play(story)
        self.assertGreaterEqual(len(self.stories), FEWEST_STORIES)
        self.assertGreaterEqual(self.n_messages, FEWEST_MESSAGES)
        self.assertGreaterEqual(self.n_comparisons, FEWEST_COMPARISONS)

    def play(self, story):
        calendars = {}
        for step in sorted(story.iterdir()):
            for file in sorted(step.glob("*.ics")):
                address = file.stem.partition("-")[2]
                self.deliver(calendars.setdefault(address, Calendar(address, ORGANIZER)), file)
            if (step / "expected.json").exists():
                self.compare(calendars, step)

    def deliver(self, calendar, file):
        try:
            calendar.receive(file.read_bytes())
        except Refused as error:
            self.fail(f"{file.parent.name}/{file.name}: {error}")
        StoryTest.n_messages += 1

    def compare(self, calendars, step):
        expected = json.loads((step / "expected.json").read_text(encoding="utf-8"))
        self.assertEqual(set(calendars), set(expected), step.name)
        for address, meetings in expected.items():
            self.assertEqual(calendars[address].list_meetings(), sorted(map(tuple, meetings)),
                             f"{step.name}: the calendar of {address}")
            StoryTest.n_comparisons += 1


if __name__ == "__main__":
    unittest.main()
